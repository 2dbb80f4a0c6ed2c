"""The records of an .xlsb sheet (BIFF12), walked once before it is read, for what the reader does not tell.

Source of the record numbers: [MS-XLSB] 2.3.
"""

from __future__ import annotations

import struct

from fournets.reading.formats.package_parts import records
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.formats.xls_records import ERRORS
from fournets.reading.sheet import MAX_COLUMNS, MAX_GRID, MAX_ROWS, SheetFacts, cell_name

_ROW, _BLANK, _ERROR, _FORMULA_ERROR, _LAST_CELL = 0, 1, 3, 11, 11
_COLUMNS, _MERGE, _STRINGS = 60, 176, 159
_ROW_HIDDEN = 0x10
_SHORTEST_STRING = 7


def look_over(data: bytes) -> SheetFacts:
    """One sheet's part; raises Unreadable `too_spread`, `absurd_counts`, `cut_off`."""
    found = SheetFacts()
    try:
        bottom, right = _walk(data, found)
    except (IndexError, struct.error) as torn:
        raise Unreadable("cut_off") from torn
    if bottom > MAX_ROWS or right > MAX_COLUMNS:
        raise Unreadable("absurd_counts")
    if bottom * right > MAX_GRID:
        raise Unreadable("too_spread", {"cell": cell_name(bottom - 1, right - 1)})
    return found


def refuse_absurd_strings(data: bytes) -> None:
    """Raises Unreadable where a table of shared strings claims more of them than its bytes can hold."""
    try:
        for kind, at, size in records(data[:4096]):
            if kind == _STRINGS and size >= 8:
                if struct.unpack_from("<I", data, at + 4)[0] > max(1024, len(data) // _SHORTEST_STRING):
                    raise Unreadable("absurd_counts")
                return
    except (IndexError, struct.error) as torn:
        raise Unreadable("cut_off") from torn


def _walk(data: bytes, found: SheetFacts) -> tuple[int, int]:
    """How far the content reaches: rows and columns, counted from 1."""
    number = struct.Struct("<I").unpack_from
    row = bottom = right = 0
    for kind, at, size in records(data):
        if kind == _ROW:
            row = number(data, at)[0]
            if size >= 12 and data[at + 11] & _ROW_HIDDEN:
                found.hidden_rows.add(row)
        elif _BLANK < kind <= _LAST_CELL:
            column = number(data, at)[0]
            bottom = row + 1 if row >= bottom else bottom
            right = column + 1 if column >= right else right
            if kind in (_ERROR, _FORMULA_ERROR):
                found.errors[row, column] = ERRORS.get(data[at + 8], "#ERROR!")
        elif kind == _COLUMNS and size >= 18:
            if data[at + 16] & 1:
                first, last = number(data, at)[0], number(data, at + 4)[0]
                found.hidden_columns.update(range(first, min(last + 1, MAX_COLUMNS)))
        elif kind == _MERGE and size >= 16:
            top, low, left, last = struct.unpack_from("<4I", data, at)
            found.merges.append((top, left, low, last))
    found.content = bottom > 0
    return bottom, right
