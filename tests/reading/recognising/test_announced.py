"""What a table's headings announce for each form."""

from __future__ import annotations

from fournets.reading.headings.spellings import OWN, Heading
from fournets.reading.recognising.announced import Announced, has_needed, header_of, own_headings


def told(form: str, *headings: Heading, own: dict[str, dict[str, tuple[str, ...]]] | None = None) -> Announced:
    return next(each for each in header_of(headings, own_headings(own or {})).forms if each.form.name == form)


def test_the_candidates_of_each_column_stand_surest_first() -> None:
    returnees = told("returnees", Heading("姓名"), Heading("来源地"), Heading("会议室"))
    assert [[column.field for _, column in scores[:1]] for scores in returnees.scores] == [["name"], ["from_place"], []]
    assert all(list(scores) == sorted(scores, key=lambda scored: -scored[0]) for scores in returnees.scores)


def test_a_heading_above_others_is_asked_by_itself() -> None:
    screening = told("screening", Heading("已入户", ("入户情况",)), Heading("拒访", ("入户情况",)))
    assert next(column.field for _, column in screening.groups["入户情况"]) == "visit_status"


def test_needed_fields_are_lacking_where_neither_headings_nor_cells_can_show_them() -> None:
    assert told("disinfection", Heading("日期"), Heading("会议室")).lacking
    assert not told("disinfection", Heading("日期"), Heading("消毒地点"), Heading("消毒面积")).lacking
    assert has_needed((("name", "phone"), ("date",)), {"phone", "date"})
    assert not has_needed((("name", "phone"), ("date",)), {"date"})


def test_the_offices_own_spellings_are_another_question() -> None:
    own = {"returnees": {"from_place": ("从哪来",)}}
    assert told("returnees", Heading("从哪来"), own=own).scores[0][0][0] == OWN
    assert OWN not in [score for score, _ in told("returnees", Heading("从哪来")).scores[0]]


def test_cells_may_show_what_they_are_where_a_heading_says_nothing() -> None:
    shown = told("returnees", Heading("情况"), Heading("序号"), Heading("网格员"), Heading("联系电话")).shown
    assert "id_number" in {column.field for column in shown[0]} and shown[1:] == ((), (), ())


def test_below_the_only_heading_that_ends_with_name_the_cells_may_show_a_name() -> None:
    (shown,) = told("returnees", Heading("某某姓名")).shown
    assert {column.field for column in shown} == {"name"}
    assert told("returnees", Heading("某某姓名"), Heading("谁的姓名")).shown == ((), ())


def test_a_heading_that_few_forms_list_is_more_telling() -> None:
    header = header_of((Heading("序号"), Heading("姓名"), Heading("消毒面积")), ())
    assert header.serial == (True, False, False)
    assert header.weights[1] < header.weights[2] == 1.0
