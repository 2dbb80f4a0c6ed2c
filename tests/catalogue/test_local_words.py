"""The town's name in headings and remarks, for offices of other towns."""

from __future__ import annotations

import pytest

from fournets.catalogue.local_words import as_at_home, local_headings, merged


def test_headings_that_name_the_town_are_said_of_every_other_one() -> None:
    told = local_headings("洛阳市", "豫")
    assert {"返洛时间", "返回洛阳时间", "来豫时间", "抵洛日期"} <= set(told["returnees"]["arrive_date"])
    assert "来豫方式" in told["returnees"]["transport"]
    assert not any(
        "东营" in text or "鲁" in text for fields in told.values() for texts in fields.values() for text in texts
    )


def test_our_own_town_needs_no_other_headings() -> None:
    assert local_headings("东营市", "鲁") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("人在武汉，未返洛", "人在武汉，未返东"),
        ("不在洛阳居住", "不在东营居住"),
        ("尚未来豫", "尚未来鲁"),
        ("到阳台看", "到阳台看"),
        ("已回家", "已回家"),
    ],
)
def test_a_remark_in_the_words_that_the_lists_know(text: str, told: str) -> None:
    assert as_at_home(text, "洛阳市", "豫") == told
    assert as_at_home(told, "东营市", "鲁") == told


def test_the_office_s_own_spellings_stand_before() -> None:
    own = {"returnees": {"arrive_date": ("抵家时间",)}}
    both = merged(own, {"returnees": {"arrive_date": ("返洛时间",)}, "gate": {"date": ("在洛日期",)}})
    assert both["returnees"]["arrive_date"] == ("抵家时间", "返洛时间")
    assert both["gate"] == {"date": ("在洛日期",)}
