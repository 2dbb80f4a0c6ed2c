"""The second reader, for what the first cannot read or reads as empty: openpyxl, slower and in other ways forgiving."""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from lxml.etree import XMLSyntaxError
from openpyxl.chartsheet import Chartsheet
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from fournets.model import Raw
from fournets.reading.formats.unreadable import ReaderFailed, Unreadable
from fournets.reading.sheet import MAX_COLUMNS, MAX_GRID, Sheet, cell_name, trimmed

_KINDS = (str, int, float, bool)
_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    InvalidFileException,
    LookupError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    XMLSyntaxError,
)
"""What openpyxl is known to raise over workbooks that are not as it expects."""


def read_with_openpyxl(data: bytes) -> list[Sheet]:
    """Every sheet that openpyxl understands, with the values last calculated; raises ReaderFailed, Unreadable."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(BytesIO(data), data_only=True, keep_links=False)
        return [_sheet(workbook[name]) for name in workbook.sheetnames]
    except _FAILURES as failed:
        raise ReaderFailed(type(failed).__name__) from failed


def _sheet(source: Worksheet | WriteOnlyWorksheet | Chartsheet) -> Sheet:
    if not isinstance(source, Worksheet):
        return Sheet(source.title, isinstance(source, Chartsheet) and source.sheet_state != "visible", [])
    cells = {place: value for place, cell in source._cells.items() if (value := _plain(cell.value)) is not None}
    merges = [(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1) for r in source.merged_cells.ranges]
    return Sheet(
        source.title,
        source.sheet_state != "visible",
        _laid_out(cells),
        sorted(merges),
        frozenset(row - 1 for row, shape in source.row_dimensions.items() if shape.hidden),
        frozenset(
            column
            for shape in source.column_dimensions.values()
            if shape.hidden and shape.min and shape.max
            for column in range(shape.min - 1, min(shape.max, MAX_COLUMNS))
        ),
    )


def _laid_out(cells: Mapping[tuple[int, int], Raw]) -> list[list[Raw]]:
    height = max((row for row, _ in cells), default=0)
    width = max((column for _, column in cells), default=0)
    if height * width > MAX_GRID:
        raise Unreadable("too_spread", {"cell": cell_name(height - 1, width - 1)})
    rows: list[list[Raw]] = [[] for _ in range(height)]
    for (row, column), value in cells.items():
        line = rows[row - 1]
        line += [None] * (column - len(line))
        line[column - 1] = value
    return trimmed(rows)


def _plain(value: object) -> Raw:
    """A cell's value as the first reader would give it."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date() if value.time() == time(0) else value
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, _KINDS) or type(value).__module__ == "datetime" else str(value)  # type: ignore[return-value]
