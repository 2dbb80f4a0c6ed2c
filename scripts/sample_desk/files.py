"""Writes drawn sheets as .xlsx, .xls or .csv, the same bytes every time."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from random import Random

import xlsxwriter
import xlwt

from sample_desk.drawing import DrawnSheet
from sample_desk.plans import Book
from sample_desk.spelling import Cell, Formula

CHINA = timezone(timedelta(hours=8))
EVENING = 17
STYLES: dict[str, dict[str, object]] = {
    "subtitle": {"valign": "vcenter"},
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "heading": {"bold": True, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True},
    "body": {"border": 1, "valign": "vcenter"},
    "total": {"border": 1, "bold": True},
    "footer": {},
}
FONT = {"font_name": "宋体", "font_size": 11}
FILLS = ("", "#D9E1F2", "", "", "#FFF2CC", "#E2EFDA", "", "#FCE4D6")
MOMENTS = {"date": 'm"月"d"日"', "time": "h:mm"}


def save(book: Book, sheets: Sequence[DrawnSheet], inbox: Path) -> None:
    """Write the file and date it to the evening on which the clerk sent it."""
    path = inbox / book.path
    path.parent.mkdir(parents=True, exist_ok=True)
    {".xlsx": _xlsx, ".xls": _xls, ".csv": _csv}[book.hand.suffix](path, book, sheets)
    minutes = Random(book.path).randrange(5 * 60)
    moment = datetime.combine(book.day, time(EVENING), CHINA) + timedelta(minutes=minutes)
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def _xlsx(path: Path, book: Book, sheets: Sequence[DrawnSheet]) -> None:
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": datetime(2020, 1, 20, 8, 0), "author": f"填表人{book.hand.number + 1}"})  # noqa: DTZ001
    formats = {kind: workbook.add_format({**FONT, **_style(kind, book)}) for kind in STYLES}
    formats |= {kind: workbook.add_format({**FONT, **STYLES["body"], "num_format": MOMENTS[kind]}) for kind in MOMENTS}
    for sheet in sheets:
        _xlsx_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
    if book.hand.hidden_column:
        options = workbook.add_worksheet("选项")
        options.write_column(0, 0, ["是", "否", "已入户", "无人应答"])
        options.hide()
    workbook.close()


def _style(kind: str, book: Book) -> dict[str, object]:
    fill = FILLS[book.hand.number] if kind == "heading" else ""
    return {**STYLES[kind], **({"bg_color": fill} if fill else {})}


def _xlsx_sheet(worksheet: xlsxwriter.workbook.Worksheet, sheet: DrawnSheet, formats: dict[str, object]) -> None:
    for first_row, first, last_row, last in sheet.merges:
        worksheet.merge_range(first_row, first, last_row, last, "", formats[sheet.rows[first_row][0]])
    merged = {
        (row, index)
        for first_row, first, last_row, last in sheet.merges
        for row in range(first_row, last_row + 1)
        for index in range(first, last + 1)
    }
    for row, (kind, cells) in enumerate(sheet.rows):
        for index, cell in enumerate(cells):
            if cell is not None:
                _xlsx_cell(worksheet, row, index, cell, kind, formats)
            elif kind == "body" and (row, index) not in merged:
                worksheet.write_blank(row, index, None, formats[kind])
    for index, width in enumerate(_widths(sheet)):
        worksheet.set_column(index, index, width, None, {"hidden": sheet.columns[index].hidden})
    if len(sheet.columns) > 9:
        worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)


def _xlsx_cell(
    worksheet: xlsxwriter.workbook.Worksheet, row: int, index: int, cell: Cell, kind: str, formats: dict[str, object]
) -> None:
    if isinstance(cell, Formula):
        worksheet.write_formula(row, index, cell.text, formats[kind], cell.value)
    elif isinstance(cell, date):
        worksheet.write_datetime(row, index, cell, formats["date"])
    elif isinstance(cell, time):
        worksheet.write_datetime(row, index, cell, formats["time"])
    elif isinstance(cell, str):
        worksheet.write_string(row, index, cell, formats[kind])
    else:
        worksheet.write_number(row, index, cell, formats[kind])


def _widths(sheet: DrawnSheet) -> list[float]:
    """Wide enough for most of what stands in a column, as a clerk would drag it."""
    widths = [6.0] * len(sheet.columns)
    for kind, cells in sheet.rows[:80]:
        for index, cell in enumerate(cells[: len(widths)]):
            if kind in ("body", "heading") and cell is not None:
                length = 12 if isinstance(cell, float) and cell > 1e10 else _length(str(cell))
                widths[index] = max(widths[index], min(28.0, length * (1.15 if kind == "body" else 0.8) + 2))
    return widths


def _length(text: str) -> int:
    return max(sum(2 if ord(character) > 255 else 1 for character in line) for line in text.split("\n"))


def _xls(path: Path, _: Book, sheets: Sequence[DrawnSheet]) -> None:
    workbook = xlwt.Workbook(encoding="utf-8")
    edge = "borders: left thin, right thin, top thin, bottom thin"
    styles = {
        "title": xlwt.easyxf("font: name 宋体, bold on, height 320; align: horiz center"),
        "subtitle": xlwt.easyxf("font: name 宋体"),
        "heading": xlwt.easyxf(f"font: name 宋体, bold on; align: horiz center, vert center, wrap on; {edge}"),
        "body": xlwt.easyxf(f"font: name 宋体; {edge}"),
        "total": xlwt.easyxf(f"font: name 宋体, bold on; {edge}"),
        "footer": xlwt.easyxf("font: name 宋体"),
        "date": xlwt.easyxf(f"font: name 宋体; {edge}", num_format_str="yyyy-m-d"),
        "phone": xlwt.easyxf(f"font: name 宋体; {edge}", num_format_str="0"),
    }
    for sheet in sheets:
        _xls_sheet(workbook.add_sheet(sheet.name), sheet, styles)
    workbook.save(str(path))


def _xls_sheet(worksheet: xlwt.Worksheet, sheet: DrawnSheet, styles: dict[str, xlwt.XFStyle]) -> None:
    merged = {(first_row, first) for first_row, first, _, _ in sheet.merges}
    for first_row, first, last_row, last in sheet.merges:
        kind, cells = sheet.rows[first_row]
        worksheet.write_merge(first_row, last_row, first, last, cells[first], styles[kind])
    for row, (kind, cells) in enumerate(sheet.rows):
        for index, cell in enumerate(cells):
            if cell is not None and (row, index) not in merged:
                value = cell.value if isinstance(cell, Formula) else cell
                worksheet.write(row, index, value, styles[_xls_style(kind, value)])
    for index, width in enumerate(_widths(sheet)):
        worksheet.col(index).width = int(width * 256)


def _xls_style(kind: str, value: Cell) -> str:
    if isinstance(value, date):
        return "date"
    return "phone" if isinstance(value, int) and 1e10 < value < 2e10 else kind


def _csv(path: Path, book: Book, sheets: Sequence[DrawnSheet]) -> None:
    (sheet,) = sheets
    with path.open("w", encoding=book.hand.encoding, newline="") as stream:
        writer = csv.writer(stream)
        for _, cells in sheet.rows:
            padded = [*cells, *[None] * (len(sheet.columns) - len(cells))]
            writer.writerow([_as_text(cell) for cell in padded])


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Formula):
        return f"{cell.value:g}"
    return f"{cell.year}/{cell.month}/{cell.day}" if isinstance(cell, date) else str(cell)
