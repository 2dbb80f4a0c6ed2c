"""Which field a heading announces."""

from __future__ import annotations

import pytest

from fournets.catalogue.forms import FORMS
from fournets.reading.headings.spellings import EXACT, OWN, SAME_SOUND, Heading, column_scores, nearly_known, normalised


def best(form: str, leaf: str, *groups: str, own=None) -> tuple[str, float]:
    scores = column_scores(Heading(leaf, groups), FORMS[form], own or {})
    return (scores[0][1].field, scores[0][0]) if scores else ("", 0.0)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("14.离开时间(如第12项为否此项不填)", "离开时间"),
        ("  姓　名：", "姓名"),
        ("（3）联系电话", "联系电话"),
        ("*体温（℃）", "体温"),
        ("①姓名", "姓名"),
        ("2 喷洒日期", "喷洒日期"),
        ("4 编 号：", "编号"),
        ("2 月 8 日", "2月8日"),
        ("3 日 期", "日期"),
        ("14天内是否到过湖北", "14天内是否到过湖北"),
    ],
)
def test_numbering_instructions_and_spaces_are_no_part_of_a_heading(written: str, bare: str) -> None:
    assert normalised(written) == bare


def test_a_listed_heading_is_sure() -> None:
    assert best("returnees", "姓名") == ("name", EXACT)


def test_a_typo_that_sounds_the_same_is_nearly_sure() -> None:
    assert best("returnees", "姓明") == ("name", SAME_SOUND)


@pytest.mark.parametrize(
    ("form", "written", "field"),
    [
        ("returnees", "是否曾在湖北停留", "hubei"),
        ("returnees", "抵达我区时间", "arrive_date"),
        ("screening", "家中目前有几口人在住人数", "people_count"),
        ("quarantine", "满14天日期", "due_date"),
        ("gate", "去往几号楼", "destination"),
    ],
)
def test_a_heading_in_other_words(form: str, written: str, field: str) -> None:
    assert best(form, written)[0] == field


@pytest.mark.parametrize("written", ["网格员电话", "紧急联系人电话", "物业电话"])
def test_somebody_elses_telephone_is_not_the_persons(written: str) -> None:
    assert best("households", written)[0] != "phone"


def test_below_a_heading_of_somebody_else_a_name_is_not_the_persons() -> None:
    assert best("quarantine", "姓名", "管控责任人")[0] == "responsible"
    assert best("quarantine", "电话", "管控责任人")[0] != "phone"


def test_a_serial_number_is_like_nothing() -> None:
    assert best("returnees", "编号")[0] == ""


def test_the_offices_own_heading_wins() -> None:
    assert best("returnees", "打哪儿来", own={"from_place": ("打哪儿来",)}) == ("from_place", OWN)


@pytest.mark.parametrize(
    ("written", "known"), [("姓名", True), ("联系电活", True), ("会议通知", False), ("13800000001", False)]
)
def test_what_may_be_a_heading_at_all(written: str, known: bool) -> None:
    assert nearly_known(written) is known
