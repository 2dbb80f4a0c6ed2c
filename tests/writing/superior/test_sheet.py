"""A sheet that is filled in: what stands there, what is put in, and that the look stays."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from tests.writing.superior_forms import LINED, saved

from fournets.writing.superior.sheet import FormBook, FormSheet
from fournets.writing.workbooks.package import WorkbookPackage


def opened(book: Workbook) -> FormSheet:
    return FormSheet(FormBook(WorkbookPackage.opened(saved(book))), book.worksheets[0].title)


def shown(sheet: FormSheet, *, rich: bool = False) -> Worksheet:
    made = load_workbook(BytesIO(sheet.book.package.packed()), rich_text=rich).worksheets[0]
    assert isinstance(made, Worksheet)
    return made


def test_what_a_person_reads() -> None:
    book = Workbook()
    book.worksheets[0].append(["字", 12, "=1+1", None])
    sheet = opened(book)
    assert [sheet.text(1, column) for column in range(1, 6)] == ["字", "12", "", "", ""]
    assert sheet.has_formula(1, 3) and not sheet.has_formula(1, 2)


def test_looks_stay_and_kinds_are_kept() -> None:
    book = Workbook()
    cell = book.worksheets[0]["B2"]
    cell.font, cell.border, cell.number_format = Font(name="黑体"), LINED, "yyyy-mm-dd"
    book.worksheets[0]["C2"].number_format = "@"
    sheet = opened(book)
    assert sheet.book.is_bordered(sheet.style(2, 2)) and sheet.book.shows_days(sheet.style(2, 2))
    sheet.put_day(2, 2, date(2020, 2, 8))
    sheet.put_number(2, 3, "5")
    sheet.put_text(9, 9, "@x")
    made = shown(sheet)
    assert made["B2"].value.date() == date(2020, 2, 8) and made["B2"].font.name == "黑体"
    assert (made["C2"].value, made["I9"].value) == ("5", "'@x")


def test_formats_of_columns_and_rows_hold_where_there_is_no_cell() -> None:
    book = Workbook()
    book.worksheets[0].column_dimensions["B"].number_format = "yyyy/m/d"
    sheet = opened(book)
    assert sheet.book.shows_days(sheet.style(7, 2)) and not sheet.book.shows_days(sheet.style(7, 3))


def test_part_of_a_text_is_replaced_within_its_letters() -> None:
    book = Workbook()
    bold = InlineFont(b=True)
    book.worksheets[0]["A1"] = CellRichText("共", TextBlock(bold, "{{ 数 }}"), "人")
    book.worksheets[0]["A2"] = "共{{ 数 }}人"
    book.worksheets[0]["A3"] = "共{{ 数 }}人"
    sheet = opened(book)
    for row in (1, 2):
        sheet.replace_text(row, 1, "{{ 数 }}", "5")
    made = shown(sheet, rich=True)
    assert made["A1"].value[1].font.b and str(made["A1"].value) == "共5人"
    assert (made["A2"].value, made["A3"].value) == ("共5人", "共{{ 数 }}人")


def test_days_since_1904() -> None:
    book = Workbook()
    book.epoch = book.epoch.replace(1904, 1, 1)
    assert opened(book).book.serial(date(1904, 1, 2)) == 1


def test_rows_grow_for_texts_that_go_on_in_the_next_line() -> None:
    book = Workbook()
    for row, wraps in ((1, True), (2, False), (3, True)):
        book.worksheets[0].cell(row, 1).alignment = Alignment(wrap_text=wraps)
    book.worksheets[0].row_dimensions[3].height = 60
    sheet = opened(book)
    for row in (1, 2, 3):
        sheet.put_text(row, 1, "阿依古丽·热合曼·买买提明")
        sheet.make_room(row)
    heights = [shown(sheet).row_dimensions[row].height for row in (1, 2, 3)]
    assert heights[0] == 57 and heights[1:] == [None, 60]
