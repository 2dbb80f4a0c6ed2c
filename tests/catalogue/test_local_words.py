"""The town's name in headings and remarks, for offices of other towns."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reconciling.drawn import SETTINGS

from fournets.catalogue.forms import FORMS
from fournets.catalogue.local_words import as_at_home, headings_here
from fournets.intake import reading_context
from fournets.reading.headings.spellings import Heading, column_scores

OWN = {"returnees": {"arrive_date": ("抵家时间",)}}
OF_LUOYANG = SETTINGS.model_copy(
    update={
        "office": SETTINGS.office.model_copy(update={"city": "洛阳市", "province": "河南省"}),
        "local_plate_prefix": "豫C",
        "headings": OWN,
    }
)


def test_headings_that_name_the_town_are_said_of_every_other_one() -> None:
    told = headings_here(OF_LUOYANG)
    assert {"返洛时间", "返回洛阳时间", "来豫时间", "抵洛日期"} <= set(told["returnees"]["arrive_date"])
    assert "来豫方式" in told["returnees"]["transport"]
    assert not any(
        "东营" in text or "鲁" in text for fields in told.values() for texts in fields.values() for text in texts
    )


def test_the_office_s_own_spellings_stand_before() -> None:
    assert headings_here(OF_LUOYANG)["returnees"]["arrive_date"][0] == "抵家时间"


def test_our_own_town_needs_no_other_headings() -> None:
    assert headings_here(SETTINGS.model_copy(update={"headings": OWN})) == OWN


def test_sheets_of_another_town_are_read_with_its_headings() -> None:
    """返洛时间 by itself is as near to 返程时间, a day of leaving, as to 返东时间."""
    context = reading_context(OF_LUOYANG, date(2020, 2, 9))
    scores = column_scores(Heading("返洛时间"), FORMS["returnees"], context.headings["returnees"])
    assert {column.field for score, column in scores if score == scores[0][0]} == {"arrive_date"}


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
