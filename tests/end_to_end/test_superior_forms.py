"""The superior's forms on a whole desk: what ships is filled, the numbers are the desk's, bad ones stop nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.end_to_end.conftest import PROJECT, Desk

SHIPPED = sorted(path.name for path in (PROJECT / "templates" / "superior").glob("*.xlsx"))
LIST, NUMBERS = "居家隔离人员花名册.xlsx", "疫情防控工作日报表（分网格）.xlsx"
pytestmark = pytest.mark.desk


def sheet(desk: Desk, name: str) -> Worksheet:
    made = load_workbook(desk.out() / "上报" / name).worksheets[0]
    assert isinstance(made, Worksheet)
    return made


def column(made: Worksheet, number: int, first: int = 5) -> list[object]:
    """The cells down to the total."""
    found = [made.cell(row, number).value for row in range(first, made.max_row + 1)]
    total = next(row for row in range(first, made.max_row + 1) if made.cell(row, 1).value == "合计")
    return found[: total - first]


def test_every_form_that_ships_is_filled(little: Desk) -> None:
    assert sorted(path.name for path in (little.out() / "上报").iterdir()) == SHIPPED == sorted((LIST, NUMBERS))


def test_the_list_is_as_long_as_the_number_and_says_what_the_cases_say(little: Desk) -> None:
    made = sheet(little, LIST)
    names = [name for name in column(made, 2) if name]
    assert {str(len(names))} == little.tally("cases_open", "current")
    people = {row["person_id"]: row for row in little.data("people.csv")}
    states = ("to_notify", "in_quarantine", "to_release")
    due = {
        (people[case["person_id"]]["name"], people[case["person_id"]]["id_number"]): case["due_date"]
        for case in little.data("cases.csv")
        if case["status"] in states
    }
    shown = zip(column(made, 2), column(made, 5), column(made, 14), strict=True)
    days = {(name, number or ""): day.date().isoformat() if day else "" for name, number, day in shown if name}  # type: ignore[attr-defined]
    assert days == due


def test_the_numbers_are_those_of_the_tallies(little: Desk) -> None:
    made = sheet(little, NUMBERS)
    asked = {4: ("households", "current"), 8: ("returnees", "cumulative"), 10: ("cases_open", "current")}
    for place, (tally, period) in asked.items():
        by_grid = zip(column(made, 2), column(made, place), strict=True)
        for label, value in by_grid:
            if label:
                grid = str(label).removeprefix("第").removesuffix("网格")
                assert {str(value) if value is not None else ""} == little.tally(tally, period, "grid", grid)
        total = next(row for row in range(5, made.max_row + 1) if made.cell(row, 1).value == "合计")
        assert {str(made.cell(total, place).value)} == little.tally(tally, period)


def test_a_form_that_cannot_be_filled_stops_nothing_and_is_told(little: Desk, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(little.root, root)
    desk = Desk(root)
    folder = root / "templates" / "superior"
    folder.mkdir(parents=True)
    (folder / "旧表.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "坏表.xlsx").write_bytes(b"PK\3\4 and no more")
    book = Workbook()
    book.worksheets[0].append(["{{ 胡说 }}", "{{ 累计返回人员 }}"])
    book.save(folder / "标签.xlsx")
    run = desk.daily()
    assert run.returncode == 0, run.stderr
    said = run.stdout.replace("\n", "").replace(" ", "")
    assert all(f"上报表《{name}》" in said for name in ("旧表.xls", "坏表.xlsx", "标签.xlsx"))
    assert {str(sheet(desk, "标签.xlsx")["B1"].value)} == desk.tally("returnees", "cumulative")
    assert sorted(path.name for path in (desk.out() / "上报").iterdir()) == sorted((*SHIPPED, "标签.xlsx"))
    again = desk.daily()
    assert all(line in again.stdout for line in run.stdout.split("\n") if line.startswith("·"))
    checked = desk.run("check_setup", PATH="")  # no page is counted: tests/rendered does
    assert checked.returncode == 2 and "旧表.xls" in checked.stdout and "{{ 胡说 }}" in checked.stdout
