"""Sheets as cells in a dictionary, and saving them the ways offices do: .xlsx, .xls, .csv, .ods."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904


@dataclass(frozen=True)
class Formula:
    """A formula and the value that the spreadsheet program left in the file."""

    text: str
    value: str | int | float

    def __str__(self) -> str:
        return str(self.value)


CellValue = str | int | float | dt.datetime | dt.date | dt.time | Formula | None
letter = get_column_letter


@dataclass
class Canvas:
    """One sheet: rows and columns count from 1. `kinds` says what each row is, for the account of rows."""

    name: str
    cells: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)
    forms: list[str] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False

    def put(self, row: int, column: int, value: CellValue, kind: str = "") -> None:
        """Write a cell; the first kind given to a row stays, `records` outranks all."""
        if value is not None and value != "":
            self.cells[row, column] = value
        if kind and (row not in self.kinds or kind == "records"):
            self.kinds[row] = kind

    def line(self, row: int, text: str, width: int, kind: str = "note", column: int = 1, merged: bool = True) -> None:
        """A title, a note, a section: one text, usually merged over the table's width."""
        self.put(row, column, text, kind)
        if merged and width > 1:
            self.merges.append((row, column, row, column + width - 1))

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        return max((column for _, column in self.cells), default=0)


@dataclass
class Book:
    """One file below the inbox; its ending says how it is saved. `encoding` is for .csv."""

    path: str
    sheets: list[Canvas]
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    dates_1904: bool = False
    wrong_dimension: bool = False

    def save(self, inbox: Path) -> None:
        """Write the file."""
        target = inbox / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        writers = {".xlsx": _xlsx, ".xls": _xls, ".csv": _csv, ".ods": _ods}
        writers[target.suffix](self, target)


def _with_formulas(book: Book, target: Path) -> None:
    workbook = xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_numbers": False})
    date_format = workbook.add_format({"num_format": "yyyy/m/d"})
    for canvas in book.sheets:
        sheet = workbook.add_worksheet(canvas.name)
        merged = {(top, left): (top - 1, left - 1, bottom - 1, right - 1) for top, left, bottom, right in canvas.merges}
        for (row, column), value in canvas.cells.items():
            if isinstance(value, Formula):
                sheet.write_formula(row - 1, column - 1, value.text, date_format, value.value)
            elif (row, column) in merged:
                sheet.merge_range(*merged[row, column], value)
            elif isinstance(value, dt.datetime | dt.date | dt.time):
                sheet.write_datetime(row - 1, column - 1, value, date_format)
            else:
                sheet.write(row - 1, column - 1, value)
    workbook.close()


def _say_wrong_dimension(target: Path) -> None:
    """WPS writes A1 as the size of any sheet."""
    with zipfile.ZipFile(target) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', content))


def _xlsx(book: Book, target: Path) -> None:
    if any(isinstance(value, Formula) for canvas in book.sheets for value in canvas.cells.values()):
        _with_formulas(book, target)
        return
    workbook = openpyxl.Workbook()
    if book.dates_1904:
        workbook.epoch = CALENDAR_MAC_1904
    workbook.remove(workbook.active)
    for canvas in book.sheets:
        sheet = workbook.create_sheet(canvas.name)
        for (row, column), value in canvas.cells.items():
            cell = sheet.cell(row, column, value)
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
        for top, left, bottom, right in canvas.merges:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in canvas.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in canvas.hidden_columns:
            sheet.column_dimensions[letter(column)].hidden = True
        if canvas.hidden:
            sheet.sheet_state = "hidden"
        if canvas.filtered:
            sheet.auto_filter.ref = f"A1:{letter(canvas.last_column)}{canvas.last_row}"
    workbook.save(target)
    if book.wrong_dimension:
        _say_wrong_dimension(target)


def _xls(book: Book, target: Path) -> None:
    workbook = xlwt.Workbook(encoding="utf-8")
    styles = {
        dt.datetime: xlwt.easyxf(num_format_str="yyyy-mm-dd"),
        dt.date: xlwt.easyxf(num_format_str="yyyy/m/d"),
        dt.time: xlwt.easyxf(num_format_str="h:mm"),
    }
    plain = xlwt.Style.default_style
    for canvas in book.sheets:
        sheet = workbook.add_sheet(canvas.name)
        merged = {(top, left): (top, bottom, left, right) for top, left, bottom, right in canvas.merges}
        for (row, column), value in canvas.cells.items():
            style = styles.get(type(value), plain)
            if (row, column) in merged:
                top, bottom, left, right = merged[row, column]
                sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, value, style)
            else:
                sheet.write(row - 1, column - 1, value, style)
        for row in canvas.hidden_rows:
            sheet.row(row - 1).hidden = True
        if canvas.hidden:
            sheet.visibility = 1
    workbook.save(str(target))


def as_text(value: CellValue) -> str:
    """A cell as a spreadsheet program exports it to text."""
    if value is None:
        return ""
    if isinstance(value, Formula):
        return as_text(value.value)
    if isinstance(value, dt.datetime):
        return f"{value.year}/{value.month}/{value.day}"
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02d}"
    if isinstance(value, float) and value.is_integer():
        return f"{value:.5E}" if value >= 1e15 else str(int(value))
    return str(value)


def _csv(book: Book, target: Path) -> None:
    (canvas,) = book.sheets
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", delimiter=book.delimiter)
    for row in range(1, canvas.last_row + 1):
        cells = range(1, canvas.last_column + 1)
        writer.writerow([as_text(canvas.cells.get((row, column))) for column in cells])
    target.write_bytes(buffer.getvalue().encode(book.encoding))


_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)


def _ods_cell(value: CellValue, spans: str) -> str:
    if value is None:
        return f"<table:table-cell{spans}/>"
    if isinstance(value, dt.datetime | dt.date):
        kind = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
    elif isinstance(value, dt.time):
        kind = f'office:value-type="time" office:time-value="PT{value.hour:02d}H{value.minute:02d}M00S"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value!r}"'
    else:
        kind = 'office:value-type="string"'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in as_text(value).split("\n"))
    return f"<table:table-cell{spans} {kind}>{paragraphs}</table:table-cell>"


def _ods(book: Book, target: Path) -> None:
    parts = [_ODS_HEAD]
    for canvas in book.sheets:
        starts = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in canvas.merges}
        covered = {
            (row, column)
            for top, left, bottom, right in canvas.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - starts.keys()
        parts.append(f'<table:table table:name="{escape(canvas.name)}">')
        for row in range(1, canvas.last_row + 1):
            parts.append("<table:table-row>")
            for column in range(1, canvas.last_column + 1):
                if (row, column) in covered:
                    parts.append("<table:covered-table-cell/>")
                    continue
                down, across = starts.get((row, column), (1, 1))
                spans = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                parts.append(_ods_cell(canvas.cells.get((row, column)), spans if down * across > 1 else ""))
            parts.append("</table:table-row>")
        parts.append("</table:table>")
    parts.append("</office:spreadsheet></office:body></office:document-content>")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        package.writestr("content.xml", "".join(parts))
