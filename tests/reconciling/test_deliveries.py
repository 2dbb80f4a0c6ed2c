"""Which grid sent which sheet for the day."""

from __future__ import annotations

import pytest
from tests.spec.drawn_desk import DrawnDesk, registered_desk

ROW = "name | address | date | visit_status\n王建国 | {} | {} | checked"


def status(desk: DrawnDesk, grid: str = "12") -> str:
    lines = desk.day().deliveries
    return str(lines.loc[lines["grid"] == grid, "status"].item())


@pytest.mark.parametrize(
    ("text", "title", "fill_date", "expected"),
    [
        (ROW.format("惠泽小区3-2-501", "2020-02-09"), "", "", "sent"),
        (ROW.format("惠泽小区3-2-501", "2020-02-08"), "", "", "missing"),
        (ROW.format("惠泽小区3-2-501", "2020-02-08"), "", "2020-02-09", "sent"),
        (ROW.format("", "2020-02-09"), "第12网格摸排表", "", "sent"),
        (ROW.format("惠泽小区6-1-101", "2020-02-09"), "", "", "missing"),
        ("name | address | date | visit_status", "第12网格摸排表", "2020-02-09", "zero"),
        ("name | address | date | visit_status", "第12网格摸排表", "", "zero"),
        ("name | address | date | visit_status", "第13网格摸排表", "2020-02-09", "missing"),
    ],
)
def test_sent_zero_or_missing(text: str, title: str, fill_date: str, expected: str) -> None:
    desk = registered_desk()
    desk.add("摸排.xlsx", screening=text)
    desk.titled(title, fill_date)
    assert status(desk) == expected


def test_worker_phone_and_files_are_named() -> None:
    desk = registered_desk()
    desk.add("摸排.xlsx", screening=ROW.format("惠泽小区3-2-501", "2020-02-09"))
    line = desk.day().deliveries.iloc[0]
    assert (line["worker"], line["phone"], line["form"], line["files"]) == (
        "周敏",
        "13905460012",
        "screening",
        "摸排.xlsx",
    )


def test_without_a_register_the_grids_that_are_met_count() -> None:
    desk = DrawnDesk()
    desk.add("摸排.xlsx", screening="name | grid | date | visit_status\n王建国 | 7 | 2020-02-09 | checked")
    assert status(desk, "7") == "sent"
