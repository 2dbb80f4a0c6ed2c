"""The records of an .xls workbook stream (BIFF), walked once before it is read.

Source of the record numbers: [MS-XLS] 2.3. Looks for what must not be read (passwords, counts that cannot fit) and for
what the reader does not tell: hidden rows and columns, error values, formulas that are errors.
"""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.sheet import SheetFacts

_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _SST = 0x0809, 0x000A, 0x002F, 0x0085, 0x00FC
_DIMENSIONS, _ROW, _COLINFO, _BOOLERR, _FORMULA = 0x0200, 0x0208, 0x007D, 0x0205, 0x0006
_VALUES = frozenset({0x0203, 0x0204, 0x027E, 0x00BD, 0x00FD, 0x00D6, _BOOLERR, _FORMULA})
_OLD_BEGINNINGS = frozenset({0x0009, 0x0209, 0x0409})
_OLD_FORMULAS, _SHORTEST_FORMULA = frozenset({0x0206, 0x0406}), 22
"""iWork writes formulas under the numbers of older versions (Apache POI reads them so too); calamine drops those."""
_CHART, _MODULE = 2, 6
_OBJECT, _NOT_DRAWN = 0x005D, frozenset({0x14, 0x19})
"""Drop-down arrows and comments are objects too."""
_PASSED_OVER = struct.pack("<H", 0x0FFF)
ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}


@dataclass(slots=True)
class SheetPart:
    """A sheet as the stream lists it: `at` is where its entry stands, `unread` the code of why it cannot be read."""

    name: str
    hidden: bool
    at: int
    facts: SheetFacts = dataclasses.field(default_factory=SheetFacts)
    unread: str = ""
    old_formulas: list[int] = dataclasses.field(default_factory=list)


def walk(stream: bytes) -> list[SheetPart]:
    """Every sheet's records; raises Unreadable: `password`, `old_workbook`, `absurd_counts`, `cut_off`."""
    first, length = _head(stream, 0)
    if first in _OLD_BEGINNINGS:
        raise Unreadable("old_workbook")
    if first != _BOF or length < 4:
        raise Unreadable("nothing_readable")
    wide = struct.unpack_from("<H", stream, 4)[0] == 0x0600
    sheets = []
    for kind, at, size in _records(stream, 0):
        if kind == _FILEPASS:
            raise Unreadable("password")
        if kind == _SST and size >= 8 and struct.unpack_from("<I", stream, at + 4)[0] > len(stream) // 3:
            raise Unreadable("absurd_counts")
        if kind == _BOUNDSHEET and size >= 8:
            part = SheetPart(_sheet_name(stream[at + 6 : at + size], wide), bool(stream[at + 4] & 3), at - 4)
            part.facts.drawn = stream[at + 5] == _CHART
            if stream[at + 5] not in (_CHART, _MODULE):
                _look_over(stream, struct.unpack_from("<I", stream, at)[0], part)
            sheets.append(part)
    return sheets


def mended(stream: bytes, parts: Iterable[SheetPart]) -> bytes:
    """The stream as the reader can take it: sheets that are unread are not listed, formulas bear today's number."""
    changed = bytearray(stream)
    for part in parts:
        if part.unread:
            changed[part.at : part.at + 2] = _PASSED_OVER
        for at in part.old_formulas:
            changed[at : at + 2] = struct.pack("<H", _FORMULA)
    return bytes(changed)


def _look_over(stream: bytes, start: int, part: SheetPart) -> None:
    """One sheet's records; what is wrong with them costs this sheet only."""
    try:
        if start + 4 > len(stream):
            raise Unreadable("cut_off")
        _sheet(stream, start, part)
    except Unreadable as reason:
        part.unread, part.old_formulas = reason.code, []


def _head(stream: bytes, at: int) -> tuple[int, int]:
    if at + 4 > len(stream):
        raise Unreadable("cut_off")
    kind, length = struct.unpack_from("<HH", stream, at)
    return kind, length


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of each record of a substream; embedded charts are walked over."""
    depth = 0
    unpack, end = struct.Struct("<HH").unpack_from, len(stream)
    while at + 4 <= end:
        kind, length = unpack(stream, at)
        if at + 4 + length > end:
            raise Unreadable("cut_off")
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth <= 1:
            yield kind, at + 4, length
        at += 4 + length


def _sheet_name(data: bytes, wide: bool) -> str:
    length = data[0]
    if not wide:
        return data[1 : 1 + length].decode("gb18030", "replace")
    if data[1] & 1:
        return data[2 : 2 + 2 * length].decode("utf-16-le", "replace")
    return data[2 : 2 + length].decode("latin-1")


def _sheet(stream: bytes, start: int, part: SheetPart) -> None:
    found = part.facts
    unpack = struct.unpack_from
    for written, at, size in _records(stream, start):
        kind = written
        if kind in _OLD_FORMULAS and size >= _SHORTEST_FORMULA:
            part.old_formulas.append(at - 4)
            kind = _FORMULA
        if kind in _VALUES:
            found.content = True
            if stream[at + 3]:
                raise Unreadable("absurd_counts")
            if kind in (_BOOLERR, _FORMULA):
                _note_error(stream, kind, at, size, found)
        elif kind == _ROW and size >= 16:
            if stream[at + 12] & 0x20:
                found.hidden_rows.add(unpack("<H", stream, at)[0])
        elif kind == _COLINFO and size >= 10:
            left, right, _, _, flags = unpack("<5H", stream, at)
            if flags & 1:
                found.hidden_columns.update(range(left, min(right, 255) + 1))
        elif kind == _OBJECT and size >= 6:
            found.drawn = found.drawn or stream[at + 4] not in _NOT_DRAWN
        elif kind == _DIMENSIONS and size >= 12:
            _, bottom, _, right = unpack("<IIHH", stream, at)
            if bottom > 65_536 or right > 256:
                raise Unreadable("absurd_counts")


def _note_error(stream: bytes, kind: int, at: int, size: int, found: SheetFacts) -> None:
    code = -1
    if kind == _BOOLERR and size >= 8 and stream[at + 7]:
        code = stream[at + 6]
    elif kind == _FORMULA and size >= 14 and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff":
        code = stream[at + 8]
    if code >= 0:
        row, column = struct.unpack_from("<HH", stream, at)
        found.errors[row, column] = ERRORS.get(code, "#ERROR!")
