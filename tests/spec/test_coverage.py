"""Every door of the register against the visits (contract, section 4: `coverage.csv`)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reconciling.drawn import DAY
from tests.spec.drawn_desk import DrawnDesk, desk_with, found

HEAD = "name | address | date | visit_status | people_count"


def screened(*lines: str) -> DrawnDesk:
    return desk_with(screening="\n".join((HEAD, *lines)))


def line_of(desk: DrawnDesk, flat: str, day: date = DAY) -> tuple[str, str, str]:
    line = desk.coverage(day).set_index("flat").loc[flat]
    return line["status"], line["last_visit"], line["visits"]


def test_one_line_an_address_with_its_grid_in_walking_order() -> None:
    coverage = screened().coverage()
    assert list(coverage["flat"]) == ["501", "502", "101"]
    assert list(coverage["grid"]) == ["12", "12", "13"]


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ([], "never_visited"),
        (["no_answer"], "no_answer"),
        (["checked", "no_answer"], "checked"),
        (["no_answer", "refused"], "refused"),
        (["refused", "empty", "no_answer"], "no_answer"),
        (["no_answer", "checked", "refused"], "checked"),
    ],
)
def test_any_visit_that_found_somebody_else_the_latest(statuses: list[str], status: str) -> None:
    lines = [f"王建国 | 惠泽小区3-2-501 | 2020-02-0{day} | {said} |" for day, said in enumerate(statuses, start=1)]
    last = f"2020-02-0{len(statuses)}" if statuses else ""
    assert line_of(screened(*lines), "501") == (status, last, str(len(statuses)))


def test_answers_show_that_somebody_was_met_where_no_status_is_written() -> None:
    assert line_of(screened("王建国 | 惠泽小区3-2-501 | 2020-02-01 | | 3"), "501")[0] == "checked"
    assert line_of(screened("王建国 | 惠泽小区3-2-501 | 2020-02-01 | |"), "501")[0] == "never_visited"


def test_a_household_listed_person_by_person_was_visited_once() -> None:
    desk = screened(
        "王建国 | 惠泽小区3-2-501 | 2020-02-01 | checked |", "王小明 | 惠泽小区3-2-501 | 2020-02-01 | checked |"
    )
    assert line_of(desk, "501") == ("checked", "2020-02-01", "1")


@pytest.mark.parametrize("address", ["惠泽3-2-501", "3-2-501", "惠泽小区3号楼501"])
def test_an_address_is_found_when_only_one_can_be_meant(address: str) -> None:
    assert line_of(screened(f"某人 | {address} | 2020-02-01 | refused |"), "501")[0] == "refused"


def test_a_row_without_an_address_stands_for_its_persons_home() -> None:
    desk = desk_with(
        screening="""
        name   | phone       | date       | visit_status
        王建国 | 13905460001 | 2020-02-01 | checked
    """
    )
    assert line_of(desk, "501")[0] == "checked"


def test_visits_after_the_day_do_not_count() -> None:
    desk = desk_with(screening=f"{HEAD}\n王建国 | 惠泽小区3-2-501 | 2020-02-09 | checked |")
    assert line_of(desk, "501", date(2020, 2, 8)) == ("never_visited", "", "0")


def test_a_flat_that_is_not_registered_is_told() -> None:
    results = screened("某人 | 惠泽小区3-2-999 | 2020-02-01 | checked |").day()
    assert [one.row for one in found(results, "not_in_register")] == [3]
    assert not found(screened("王建国 | 惠泽小区3-2-501 | 2020-02-01 | checked |").day(), "not_in_register")


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("敲门没人", "no_answer"),
        ("邻居说没人住", "empty"),
        ("不配合", "refused"),
        ("已登记", "never_visited"),
        ("", "never_visited"),
    ],
)
def test_a_note_says_what_the_status_leaves_open(note: str, status: str) -> None:
    desk = desk_with(screening=f"name | address | date | note\n | 惠泽小区3-2-501 | 2020-02-08 | {note}")
    assert line_of(desk, "501")[0] == status


def test_doors_of_a_village_and_of_shops_are_one_each_however_they_are_written() -> None:
    desk = DrawnDesk()
    desk.add(
        "网格划分表.xlsx",
        grids="""
        grid | worker | phone       | compound     | buildings
        1    | 周敏   | 13905460012 | 后李村       | 1-4排
        2    | 高远   | 13905460013 | 棉纺厂家属院 | 东区5号楼、槐树巷
        3    | 程红   | 13905460014 | 胜利路商铺   | 全部
    """,
    )
    desk.add(
        "居民底册.xlsx",
        households="""
        name   | compound     | building | entrance | flat
        王建国 | 后李村       | 3        |          | 5
        李志强 | 棉纺厂家属院 | 东区5    | 1        | 301
        赵海涛 | 棉纺厂家属院 | 槐树巷   |          | 12
        钱文斌 | 胜利路商铺   |          |          | 34
    """,
    )
    desk.add(
        "摸排.xlsx",
        screening="""
        name   | address                      | date       | visit_status
        王建国 | 后李村三排5号                | 2020-02-08 | checked
        李志强 | 棉纺厂家属院东区5号楼1单元301 | 2020-02-08 | checked
        赵海涛 | 棉纺厂家属院槐树巷12号       | 2020-02-08 | checked
        钱文斌 | 胜利路商铺34号               | 2020-02-08 | checked
    """,
    )
    lines = desk.coverage()
    assert list(lines["status"]) == ["checked"] * 4
    assert dict(zip(lines["building"], lines["grid"], strict=True)) == {"3": "1", "东区5": "2", "槐树巷": "2", "": "3"}
