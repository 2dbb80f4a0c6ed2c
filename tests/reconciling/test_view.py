"""The desk on one day: records up to it, where each belongs, and the letters of their cells."""

from __future__ import annotations

from datetime import date

from tests.reconciling.drawn import DAY, GRIDS, SETTINGS, Inbox

from fournets.reconciling.view import View


def view_of(inbox: Inbox, day: date = DAY) -> View:
    return View(inbox.link(), inbox.reads, SETTINGS, day)


def desk(**forms: str) -> Inbox:
    inbox = Inbox()
    inbox.add("网格划分表.xlsx", grids=GRIDS)
    for form, text in forms.items():
        inbox.add(f"{form}.xlsx", **{form: text})
    return inbox


def test_what_happened_after_the_day_is_not_there_and_what_has_no_day_is() -> None:
    inbox = desk(
        returnees="""
        name | phone       | address          | arrive_date
        周杰 | 13800000001 | 惠泽小区3-2-501 | 2020-02-08
        王芳 | 13800000002 | 惠泽小区3-2-502 | 2020-02-10
        李强 | 13800000003 | 惠泽小区3-2-503 |
        """
    )
    assert list(view_of(inbox).records("returnees")["name"]) == ["周杰", "李强"]
    assert list(view_of(inbox, date(2020, 2, 10)).records("returnees")["name"]) == ["周杰", "王芳", "李强"]


def test_a_record_belongs_to_the_grid_of_its_address_and_not_to_the_one_it_says() -> None:
    inbox = desk(
        screening="""
        address          | grid | date       | visit_status
        惠泽小区3-2-501 | 13   | 2020-02-08 | no_answer
        惠泽小区7-2-501 |      | 2020-02-08 | no_answer
        """
    )
    records = view_of(inbox).records("screening")
    assert list(records["at_grid"]) == ["12", "13"]
    assert list(records["grid"]) == ["13", ""]


def test_a_gate_is_where_the_register_says_else_where_its_name_says() -> None:
    inbox = desk(
        checkpoints="""
        checkpoint | compound
        北门劝返点 | 康乐小区
        """,
        gate="""
        checkpoint         | date       | plate   | result
        北门劝返点         | 2020-02-08 | 鲁E12345 | admitted
        惠泽小区东门劝返点 | 2020-02-08 | 鲁E12346 | admitted
        """,
    )
    assert list(view_of(inbox).records("gate")["at_compound"]) == ["康乐小区", "惠泽小区"]


def test_the_letter_of_a_field_of_a_place_and_of_a_wide_tables_value() -> None:
    inbox = desk(
        temperatures="""
        name | address          | date       | temperature
        周杰 | 惠泽小区3-2-501 | 2020-02-08 | 36.5
        """
    )
    view = view_of(inbox)
    assert view.letter("temperatures", "temperatures.xlsx", "Sheet1", "A", "temperature") == "D"
    assert view.letter("temperatures", "temperatures.xlsx", "Sheet1", "A", "flat") == "B"
    assert view.letter("temperatures", "没有.xlsx", "Sheet1", "F", "temperature") == "F"
    inbox.reads[-1][1].tables[0].letters[:] = ["D"]
    inbox.reads[-1][1].tables[0].letters.append("E")
    assert view_of(inbox).letter("temperatures", "temperatures.xlsx", "Sheet1", "E", "temperature") == "E"


def test_an_original_that_a_returned_copy_answers_counts_no_more() -> None:
    inbox = Inbox()
    original = inbox.add("一.xlsx", returnees="name | arrive_date\n周杰 | 2020-02-01")
    inbox.add("回执/一.xlsx", answers=original, returnees="name | arrive_date\n周捷 | 2020-02-01")
    assert [sent.source.path for sent in view_of(inbox).tables["returnees"]] == ["回执/一.xlsx"]


def test_of_two_files_the_later_one_ranks_higher() -> None:
    inbox = Inbox()
    inbox.add("晚.xlsx", modified=9, grids=GRIDS)
    inbox.add("早.xlsx", modified=3, grids=GRIDS)
    assert view_of(inbox).rank == {"早.xlsx": 0, "晚.xlsx": 1}
