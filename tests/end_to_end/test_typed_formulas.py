"""What a person typed is shown as typed, runs nowhere and leads nowhere."""

from __future__ import annotations

import csv
import re
import unicodedata
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from tests.end_to_end.conftest import Desk

NASTY = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+2",
    "@SUM(A1:A9)",
    "＝1+1",
    "＋1+1",
    "－1+2",
    "＠SUM(A1:A9)",
    "﹢1﹣1",
    "\t=1+1",
    "\r\n=2+2",
    "{{ 7*7 }}",
    "<w:p/>",
    "../../出去",
    "{% for 人 in 1 %}",
]
HEAD = ["姓名", "身份证号", "联系电话", "小区", "楼号", "单元", "房号", "返回时间", "来源地", "是否武汉", "备注"]
TYPED_HEADINGS = ["=1+1", "＠额外", "+备用", "－其他"]
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that was sent such things in every cell, in names of sheets and of files, after its run."""
    made = Desk(tmp_path_factory.mktemp("nasty") / "desk")
    for number, text in enumerate(NASTY):
        name = text.strip().lstrip(".").replace("/", "／")
        folder = made.root / "inbox" / "第12网格" / name
        folder.mkdir(parents=True)
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = re.sub(r"[\[\]:*?/\\]", "_", name)[:31].strip("'")
        for column, heading in enumerate([*HEAD, *TYPED_HEADINGS], 1):
            sheet.cell(1, column, heading).data_type = "s"
        phone = f"1390000{number:04d}"
        plain = ["惠泽小区", f"{number + 1}号楼", "1单元", "101", "2月4日", f"武汉{text}", "是"]
        named = ["赵爱" + "一二三四五六七八九十百千万亿甲"[number], "", f"1380000{number:04d}", *plain, text]
        rows = [[f"王{text}", "3705", phone, *plain, text], [text, text, text, *plain, text], named]
        rows = [[*row, *[text] * len(TYPED_HEADINGS)] for row in rows]
        for row, cells in enumerate(rows, 2):
            for column, value in enumerate(cells, 1):
                sheet.cell(row, column, value).data_type = "s"
        sheet.cell(5, 1, "=1+1")
        book.save(folder / f"{name}.xlsx")
        (folder / f"{name}.csv").write_text(",".join(HEAD) + f"\n李{number},{text},x{phone},,,,,,,,\n", "utf-8")
    run = made.daily()
    assert run.returncode == 0, run.stdout + run.stderr
    return made


def would_run(text: str) -> bool:
    normal = unicodedata.normalize("NFKC", text)
    return normal[:1] in tuple("=+-@\t\r\n") and normal != "-" and not NUMBER.fullmatch(normal)


def test_everything_came_in_and_stayed_inside(desk: Desk) -> None:
    totals = desk.run_record()["totals"]
    assert totals["accepted"] == 2 * len(NASTY), totals
    assert {path.name for path in desk.root.iterdir()} == {"inbox", "outbox", "archive"}
    assert {path.name for path in desk.root.parent.iterdir()} == {"desk"}
    assert {path.name for path in (desk.root / "outbox").iterdir()} == {desk.out().name}


def test_no_formula_in_any_workbook(desk: Desk) -> None:
    books = sorted(desk.out().rglob("*.xlsx"))
    assert len(books) > len(NASTY)
    for path in books:
        with zipfile.ZipFile(path) as package:
            for part in package.namelist():
                if part.startswith("xl/worksheets/sheet"):
                    assert not re.search(rb"<(?:\w+:)?f[ >/]", package.read(part)), (path, part)
        book = load_workbook(path)
        shown = [
            cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
        ]
        assert [text for text in shown if would_run(text)] == [], path


def test_no_formula_in_any_data_file(desk: Desk) -> None:
    files = sorted((desk.out() / "数据").rglob("*.csv"))
    assert files
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            assert [field for row in csv.reader(stream) for field in row if would_run(field)] == [], path


def document_text(path: Path) -> str:
    document = Document(str(path))
    return "".join(piece.text or "" for piece in document.element.body.iter() if piece.tag.endswith("}t"))


def test_documents_show_it_as_typed(desk: Desk) -> None:
    dossiers = [document_text(path) for path in sorted((desk.out() / "档案").rglob("*.docx"))]
    for text in ("{{ 7*7 }}", "<w:p/>", "../../出去"):
        assert any(text in shown for shown in dossiers), text
    assert not any("武汉49" in shown for shown in dossiers)
    for path in desk.out().rglob("*.docx"):
        assert document_text(path), path
