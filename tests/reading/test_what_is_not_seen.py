"""What a sheet holds and nobody sees, or shows and does not hold: told, never silently empty."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from fournets.model import FileRead, Finding
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file
from fournets.values.names import parse_name

DAY = date(2020, 2, 9)
HEAD = ["序号", "姓名", "联系电话", "隔离地址", "隔离开始时间", "隔离到期时间", "是否解除隔离"]
ROWS = [
    [n, name, f"1390000111{n}", f"惠泽小区3-2-50{n}", "2020-02-01", "2020-02-15", "否"]
    for n, name in enumerate(("张三", "李四", "王五"), 1)
]


def read(path: Path, rows: list[list[object]], name: str = "隔离台账.xlsx", merges: tuple[str, ...] = ()) -> FileRead:
    """One sheet of these cells, read; merged cells keep what they cover."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    if merges:
        parts = {part: zipfile.ZipFile(path).read(part) for part in zipfile.ZipFile(path).namelist()}
        areas = "".join(f'<mergeCell ref="{area}"/>' for area in merges)
        sheet = "xl/worksheets/sheet1.xml"
        merged = f'</sheetData><mergeCells count="{len(merges)}">{areas}</mergeCells>'.encode()
        parts[sheet] = parts[sheet].replace(b"</sheetData>", merged)
        with zipfile.ZipFile(path, "w") as package:
            for part, content in parts.items():
                package.writestr(part, content)
    return read_file(path, name, ReadingContext(day=DAY))


def found(read_: FileRead, code: str) -> list[Finding]:
    return [finding for finding in read_.findings if finding.code == code]


def test_a_formula_that_nobody_calculated_is_asked_about_at_its_cell(tmp_path):
    rows = [[*row[:5], f"=E{n}+14", "否"] for n, row in enumerate(ROWS, 2)]
    rows[2][5] = "2020-02-15"
    read_ = read(tmp_path / "a.xlsx", [HEAD, *rows])
    assert [(each.row, each.column) for each in found(read_, "formula_uncalculated")] == [(2, "F"), (3, "F")]
    assert read_.tables[0].columns["due_date"] == ["", "", "2020-02-15"]


def test_a_formula_with_its_result_is_a_value_like_any_other(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    for number, row in enumerate([HEAD, *ROWS]):
        sheet.write_row(number, 0, row)
    for number in range(1, 4):
        sheet.write_formula(number, 5, f"=E{number + 1}+14", None, 43876)
    book.close()
    read_ = read_file(tmp_path / "a.xlsx", "隔离台账.xlsx", ReadingContext(day=DAY))
    assert found(read_, "formula_uncalculated") == []
    assert set(read_.tables[0].columns["due_date"]) == {"2020-02-15"}


def test_what_a_merged_cell_covers_is_told_and_not_used(tmp_path):
    rows = [list(row) for row in ROWS]
    rows[1][3] = "学府公寓9-9-909"
    read_ = read(tmp_path / "a.xlsx", [HEAD, *rows], merges=("D2:D3",))
    (told,) = found(read_, "covered_cells")
    assert (told.row, told.column, told.params["cells"]) == (3, "D", "D3")
    assert read_.tables[0].columns["flat"] == ["501", "501", "503"]


def test_the_same_words_left_below_a_merge_are_nothing_to_tell(tmp_path):
    rows = [list(row) for row in ROWS]
    rows[1][3] = rows[0][3]
    assert found(read(tmp_path / "a.xlsx", [HEAD, *rows], merges=("D2:D3",)), "covered_cells") == []


def test_an_open_document_tells_of_covered_cells_too(tmp_path):
    cells = "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
        for text in ("姓名", "隔离地址", "隔离开始时间", "是否解除隔离")
    )
    rest = "<table:table-cell><text:p>2月1日</text:p></table:table-cell><table:table-cell><text:p>否</text:p></table:table-cell>"
    first = (
        "<table:table-cell><text:p>张三</text:p></table:table-cell>"
        f'<table:table-cell table:number-rows-spanned="2"><text:p>惠泽小区3-2-501</text:p></table:table-cell>{rest}'
    )
    second = (
        "<table:table-cell><text:p>李四</text:p></table:table-cell>"
        f"<table:covered-table-cell><text:p>学府公寓9-9-909</text:p></table:covered-table-cell>{rest}"
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in (cells, first, second))
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    (tmp_path / "a.fods").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f'<office:body><office:spreadsheet><table:table table:name="表">{rows}</table:table></office:spreadsheet></office:body></office:document>',
        "utf-8",
    )
    read_ = read_file(tmp_path / "a.fods", "隔离台账.fods", ReadingContext(day=DAY))
    assert [told.params["cells"] for told in found(read_, "covered_cells")] == ["B3"]
    assert read_.tables[0].columns["flat"] == ["501", "501"]


def test_a_table_below_the_labels_of_two_people_is_given_to_neither(tmp_path):
    rows = [
        ["居家观察人员体温登记卡"],
        ["姓名：张三    姓名：李四    住址：惠泽小区3-2-501"],
        ["日期", "上午体温", "下午体温"],
        ["2月8日", 36.5, 36.6],
        ["2月9日", 36.4, 36.7],
    ]
    read_ = read(tmp_path / "a.xlsx", rows, "体温登记.xlsx")
    assert set(read_.tables[0].columns["name"]) == {""}
    (asked,) = found(read_, "several_names")
    assert asked.params["written"] == "张三、李四"


@pytest.mark.parametrize("written", ["../../出去", "..\\张三", "~/张三"])
def test_a_path_is_no_name(written):
    parsed = parse_name(written)
    assert (parsed.value, [problem.code for problem in parsed.problems]) == ("", ["name_unreadable"])


def test_columns_that_only_count_or_decorate_are_not_talked_about(tmp_path):
    rows = [[*HEAD, "次第", "★", None, "血型"], *[[*row, n, "※", f"附{n}", "A"] for n, row in enumerate(ROWS, 1)]]
    read_ = read(tmp_path / "a.xlsx", rows)
    assert [told.params["heading"] for told in found(read_, "heading_unknown")] == ["血型"]
    assert [told.column for told in found(read_, "column_unheaded")] == ["J"]
    assert "config" not in str(found(read_, "column_unheaded")[0].params)


def test_a_heading_without_cells_is_not_talked_about_because_of_a_footer(tmp_path):
    rows = [[*HEAD, "血型"], *ROWS, ["填表人：赵六"]]
    read_ = read(tmp_path / "a.xlsx", rows, merges=("A5:H5",))
    assert found(read_, "heading_unknown") == []
