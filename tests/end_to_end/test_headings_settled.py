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
Rows = list[list[object]]


def rows(building: int, *names: str) -> Rows:
    """Three people of a building whose telephone numbers lack a digit."""
    return [
        HEAD,
        *(
            [n, name, f"13900001{building}{n}", f"惠泽小区{building}号楼{n}单元101", "武汉", "2月1日"]
            for n, name in enumerate(names, 1)
        ),
    ]


def as_xlsx(path: Path, lines: Rows) -> None:
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)


def as_xls(path: Path, lines: Rows) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for number, line in enumerate(lines):
        for column, value in enumerate(line):
            sheet.write(number, column, value)
    book.save(str(path))


def as_csv(path: Path, lines: Rows) -> None:
    path.write_text("\n".join(",".join(map(str, line)) for line in lines), "gb18030")


FORMATS = {
    "xlsx": (as_xlsx, rows(1, "张建国", "李红梅", "王小明")),
    "xls": (as_xls, rows(2, "赵志强", "孙丽华", "周海涛")),
    "csv": (as_csv, rows(3, "吴秀英", "郑文斌", "冯玉兰")),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk after its first run on one file of each format."""
    made = Desk(tmp_path / "desk")
    (made.root / "inbox").mkdir(parents=True)
    for ending, (write, lines) in FORMATS.items():
        write(made.root / "inbox" / f"返乡{ending}.{ending}", lines)
    run = made.daily(DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    return made


def codes(desk: Desk) -> set[str]:
    return {row["code"] for row in desk.data("findings.csv", DAY)}


def test_a_copy_put_right_replaces_its_original_and_a_pasted_line_settles_its_headings(desk: Desk) -> None:
    assert {"heading_by_likeness", "phone_length"} <= codes(desk)
    lines = {
        row["message"].rpartition("  ")[2]
        for row in desk.data("findings.csv", DAY)
        if row["code"] == "heading_by_likeness"
    }
    assert len(lines) == 2
    shutil.copy(PROJECT / "config.yaml", desk.root / "config.yaml")
    text = (desk.root / "config.yaml").read_text("utf-8")
    opened = next(line for line in text.splitlines() if line.startswith("headings:"))
    pasted = "\n".join((opened, *(f"  {line}" for line in sorted(lines))))
    (desk.root / "config.yaml").write_text(text.replace(opened, pasted), "utf-8")

    copies = sorted((desk.out() / "回执").iterdir())
    assert len(copies) == len(FORMATS)
    expected = []
    for number, copy in enumerate(copies):
        book = load_workbook(copy)
        for row in (2, 3, 4):
            assert book.worksheets[1][f"C{row}"].comment
            book.worksheets[1][f"C{row}"] = f"139000011{number}{row}"
            expected.append((f"改好了{number}.xlsx", f"139000011{number}{row}", "武汉"))
        book.save(desk.root / "inbox" / f"改好了{number}.xlsx")
    run = desk.daily(DAY)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not {"heading_by_likeness", "phone_length"} & codes(desk)
    records = desk.data("records/returnees.csv", DAY)
    assert sorted((row["file"], row["phone"], row["from_place"]) for row in records) == expected
