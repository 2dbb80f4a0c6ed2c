"""Headings known by likeness are told with a line that settles them; corrected copies of any format replace their originals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook, load_workbook
from tests.end_to_end.conftest import DAY, Desk

PROJECT = Path(__file__).resolve().parents[2]
HEAD = ["序号", "返乡者", "联系电话", "现住址", "返乡来的地方", "返回时间"]
ROWS = [
    [n, name, "1390000111", f"惠泽小区{n}号楼1单元101", "武汉", "2月1日"]
    for n, name in enumerate(("张建国", "李红梅", "王小明"), 1)
]


def as_xlsx(path: Path) -> None:
    book = Workbook()
    for row in (HEAD, *ROWS):
        book.active.append(row)
    book.save(path)


def as_xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for number, row in enumerate((HEAD, *ROWS)):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    book.save(str(path))


def as_csv(path: Path) -> None:
    path.write_text("\n".join(",".join(map(str, row)) for row in (HEAD, *ROWS)), "gb18030")


FORMATS = {"xlsx": as_xlsx, "xls": as_xls, "csv": as_csv}


@pytest.fixture(params=FORMATS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """A desk after its first run on one file of each format."""
    made = Desk(tmp_path / "desk")
    (made.root / "inbox").mkdir(parents=True)
    FORMATS[request.param](made.root / "inbox" / f"返乡.{request.param}")
    run = made.daily(DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    return made


def codes(desk: Desk) -> set[str]:
    return {row["code"] for row in desk.data("findings.csv", DAY)}


def test_a_copy_put_right_replaces_its_original_and_a_pasted_line_settles_its_headings(desk: Desk) -> None:
    assert {"heading_by_likeness", "phone_length"} <= codes(desk)
    lines = [
        row["message"].rpartition("  ")[2]
        for row in desk.data("findings.csv", DAY)
        if row["code"] == "heading_by_likeness"
    ]
    assert len(lines) == 2
    shutil.copy(PROJECT / "config.yaml", desk.root / "config.yaml")
    text = (desk.root / "config.yaml").read_text("utf-8")
    opened = next(line for line in text.splitlines() if line.startswith("headings:"))
    pasted = "\n".join((opened, *(f"  {line}" for line in lines)))
    (desk.root / "config.yaml").write_text(text.replace(opened, pasted), "utf-8")

    (copy,) = (desk.out() / "回执").iterdir()
    book = load_workbook(copy)
    for row in (2, 3, 4):
        assert book.worksheets[1][f"C{row}"].comment
        book.worksheets[1][f"C{row}"] = f"1390000111{row}"
    book.save(desk.root / "inbox" / "改好了.xlsx")
    run = desk.daily(DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not {"heading_by_likeness", "phone_length"} & codes(desk)
    records = desk.data("records/returnees.csv", DAY)
    assert [(row["file"], row["phone"], row["from_place"]) for row in records] == [
        ("改好了.xlsx", f"1390000111{row}", "武汉") for row in (2, 3, 4)
    ]
