"""Totals written by hand, and the rows (as Excel counts them) that each stands for."""

from __future__ import annotations

from tests.reading.sheets import extraction

from fournets.model import TotalRow
from fournets.reading.extracting.totals import totals

HEAD = ["日期", "小区", "消毒部位", "消毒面积(万㎡)", "投入人力"]


def day(number: int, area: float, people: int) -> list:
    return [f"2020-02-0{number}", "惠泽小区", f"{number}号楼", area, people]


def test_a_sub_total_stands_for_the_rows_since_the_last_and_the_total_for_all() -> None:
    found = totals(
        extraction(
            *(HEAD, day(1, 1, 2), day(2, 2, 3), ["小计", None, None, 3, 5]),
            *(day(3, 4, 1), ["小计", None, None, 4, 1], ["合计", None, None, 7, 6]),
        )
    )
    assert [(total.row, total.first, total.last) for total in found] == [(4, 2, 3), (6, 5, 5), (7, 2, 6)]
    assert found[0] == TotalRow(
        4, 2, 3, {"area_m2": 30000.0, "person_times": 5.0}, {"area_m2": "D", "person_times": "E"}
    )


def test_a_pages_total_stands_for_its_page_only() -> None:
    rows = extraction(HEAD, day(1, 1, 2), ["小计", None, None, 1, 2], day(2, 2, 3), ["本页合计", None, None, 2, 3])
    assert [(total.first, total.last) for total in totals(rows)] == [(2, 2), (4, 4)]


def test_a_total_without_numbers_is_none() -> None:
    assert totals(extraction(HEAD, day(1, 1, 2), ["合计", None, None, None, None])) == []
