"""The archived originals as openpyxl and the csv module read them; other formats are not looked into."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import openpyxl
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet
from tests.acceptance.desk_folder import squeezed

ENCODINGS = ("utf-8-sig", "gb18030")
SEPARATORS = ",\t;，|"
DAMAGED = (
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, SyntaxError, OSError, EOFError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, struct.error),
)
"""What openpyxl and zipfile make of files that are broken and were read all the same."""
TEXTS = (".csv", ".txt", ".tsv")
Rows = Mapping[int, Mapping[int, object]]


class Original(NamedTuple):
    """One sheet: what its rows show by column (merged cells in all that they cover), and the last row with content."""

    rows: Rows
    last_row: int

    def is_filled_from(self, row: int, letter: str) -> bool:
        """Whether a row shows anything in this column or to the right of it."""
        first = column_index_from_string(letter)
        return any(column >= first and str(value).strip() for column, value in self.rows.get(row, {}).items())

    def row_text(self, row: int) -> str:
        """All that a row says, merged cells included."""
        return squeezed(" ".join(map(str, self.rows.get(row, {}).values())))

    def text(self) -> str:
        """All that the sheet says."""
        return squeezed(" ".join(str(value) for row in self.rows.values() for value in row.values()))


def sheets_of(path: Path) -> dict[str, Original]:
    """The sheets of a file; none where it is of a format that is not looked into."""
    head = path.read_bytes()[:8]
    if head.startswith(b"PK\x03\x04"):
        try:
            return _workbook(path) if _is_looked_into(path) else {}
        except DAMAGED:
            return {}
    return _delimited(path) if path.name.split("#")[0].lower().endswith(TEXTS) else {}


def _is_looked_into(path: Path) -> bool:
    """Whether a package is a workbook that openpyxl reads whole: no ODS, no binary and no strict one."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        return "xl/workbook.xml" in names and b"purl.oclc.org" not in package.read("xl/workbook.xml")


def _workbook(path: Path) -> dict[str, Original]:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=True)
    return {sheet.title: _sheet(sheet) for sheet in book.worksheets}


def _sheet(sheet: Worksheet) -> Original:
    rows: dict[int, dict[int, object]] = {}
    for line in sheet.iter_rows():
        for cell in line:
            if cell.value is not None:
                rows.setdefault(cell.row, {})[cell.column] = cell.value
    last = max((row for row, cells in rows.items() if any(str(each).strip() for each in cells.values())), default=0)
    for area in sheet.merged_cells.ranges:
        shown = rows.get(area.min_row, {}).get(area.min_col)
        if shown is not None:
            for row in range(area.min_row, min(area.max_row, sheet.max_row) + 1):
                for column in range(area.min_col, min(area.max_col, sheet.max_column) + 1):
                    rows.setdefault(row, {}).setdefault(column, shown)
    return Original(rows, last)


def _delimited(path: Path) -> dict[str, Original]:
    text = _decoded(path.read_bytes())
    first = text.split("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count))
    rows: dict[int, dict[int, object]] = {}
    for number, line in enumerate(lines, 1):
        rows[number] = {column: value for column, value in enumerate(line, 1) if value.strip()}
    return {Path(path.name.split("#")[0]).stem: Original(rows, max((row for row in rows if rows[row]), default=0))}


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
