"""The XML of an .xlsx sheet, looked over before it is read, at the speed of a text search.

Finds out how far the content reaches (the reader lays out the whole rectangle), and what the reader does not tell:
hidden rows and columns, error values, and whether there is content at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fournets.model import Raw
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.sheet import MAX_COLUMNS, MAX_GRID, MAX_ROWS, SheetFacts, cell_name, column_number

_MAY_BE_FAR = re.compile(rb' r(?!="[A-Z]?\d{1,6}"|[\w:])')
"""Any other place than one in the first columns and rows, or written otherwise than nearly all programs do.

No search here runs over the beginning of another tag or cell: a hundred thousand unfinished ones would take hours.
"""
_FAR = re.compile(rb"""\sr\s*=\s*["'](?:([A-Za-z]{2,})\d+|[A-Za-z]?\d{8,})["']""")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*>")
_ROW_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*[^/<>])>(?:(?!</?(?:\w+:)?c[\s/>]).)*?<(?:\w+:)?[vt](?:\s[^<>]*)?>[^<]", re.DOTALL
)
_REFERENCE = re.compile(rb"""\sr=["']([A-Za-z]{1,3})(\d{1,7})["']""")
_CONTENT = re.compile(rb"<(?:\w+:)?[vt](?:\s[^<>]*)?>[^<]")
_UNCALCULATED = re.compile(
    rb"""<(?:\w+:)?c\b(?![^<>]*\bt=["']str["'])[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</"""
)
"""A formula whose result was never stored: so write programs that do not calculate."""
_ERROR = re.compile(rb"""\st=["']e["'][^<>]*[^/<>]?>""")
_ERROR_VALUE = re.compile(rb"(?:(?!</?(?:\w+:)?c[\s/>]).)*?<(?:\w+:)?v(?:\s[^<>]*)?>([^<]+)<", re.DOTALL)
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^<>]*>")
_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true|on)["']""")
_COUNT = re.compile(rb"""\suniqueCount\s*=\s*["'](\d+)["']""")
_CELLS = b"sheetData"
_SHORTEST_STRING = 5
_FIRST_LETTERS = 26
_MOST_LETTERS = 3
_LONGEST_REFERENCE = len(' r="XFD1048576"')


def look_over(xml: bytes) -> SheetFacts:
    """One sheet's XML; raises Unreadable `too_spread` where the content would fill no screen and no memory."""
    xml = _as_utf8(xml)
    _refuse_spread(xml)
    hidden = b"hidden=" in xml and _HIDDEN.search(xml) is not None
    content = _CONTENT.search(xml) is not None
    return SheetFacts(
        content=content,
        uncalculated=frozenset(_uncalculated(xml)) if _may_have_formulas(xml) else frozenset(),
        hidden_rows=set(_hidden_rows(xml)) if hidden else set(),
        hidden_columns=set(_hidden_columns(xml)) if hidden else set(),
        errors=dict(_errors(xml)) if b't="e"' in xml or (b"'" in xml and b"t='e'" in xml) else {},
    )


def refuse_absurd_strings(xml: bytes) -> None:
    """Raises Unreadable where a table of shared strings claims more of them than its bytes can hold."""
    start = xml[:4096]
    root = start[: start.find(b">", start.find(b"sst")) + 1]
    if any(int(count[1]) > max(1024, len(xml) // _SHORTEST_STRING) for count in _COUNT.finditer(root)):
        raise Unreadable("absurd_counts")


def _as_utf8(xml: bytes) -> bytes:
    """The same XML in UTF-8 (the searches are for ASCII bytes)."""
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return xml.decode("utf-16", "replace").encode()
    if xml[:2] in (b"<\x00", b"\x00<"):
        return xml.decode("utf-16-le" if xml[0] else "utf-16-be", "replace").encode()
    return xml


def _refuse_spread(xml: bytes) -> None:
    """Most sheets have no column beyond Z and no row beyond a million: small enough. Others are looked at closely."""
    if not _MAY_BE_FAR.search(xml):
        return
    width = _FIRST_LETTERS
    for place in _FAR.finditer(xml):
        if place[1] is None or len(place[1]) > _MOST_LETTERS or len(place[0]) > _LONGEST_REFERENCE:
            raise Unreadable("too_spread", {"cell": _place(place[0])})
        width = max(width, column_number(place[1].decode()) + 1)
    if width * MAX_ROWS <= MAX_GRID or width * max(map(int, _row_numbers(xml)), default=0) <= MAX_GRID:
        return
    bottom = right = 0
    for cell in _CELL.finditer(xml):
        reference = _REFERENCE.search(cell[1])
        if reference:
            bottom = max(bottom, int(reference[2]))
            right = max(right, column_number(reference[1].decode()) + 1)
    if bottom > MAX_ROWS or right > MAX_COLUMNS or bottom * right > MAX_GRID:
        raise Unreadable("too_spread", {"cell": cell_name(bottom - 1, right - 1)})


def _place(attribute: bytes) -> str:
    """The cell or row that an attribute `r` names, shortened."""
    name = attribute.decode("ascii", "replace").partition("=")[2].strip(" \t\r\n\"'")[:20]
    return f"第 {name} 行" if name.isdigit() else name


def _row_numbers(xml: bytes) -> Iterator[bytes]:
    count = 0
    for row in _ROW.finditer(xml):
        count += 1
        number = _ROW_NUMBER.search(row[0])
        if number:
            yield number[1]
    yield b"%d" % count


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for row in _ROW.finditer(xml):
        if _HIDDEN.search(row[0]):
            number = _ROW_NUMBER.search(row[0])
            if number:
                yield int(number[1]) - 1


def _hidden_columns(xml: bytes) -> Iterator[int]:
    for column in _COLUMN.finditer(xml, 0, max(0, xml.find(_CELLS)) or len(xml)):
        if _HIDDEN.search(column[0]):
            first = re.search(rb"""\smin=["'](\d{1,6})["']""", column[0])
            last = re.search(rb"""\smax=["'](\d{1,6})["']""", column[0])
            if first and last:
                yield from range(int(first[1]) - 1, min(int(last[1]), MAX_COLUMNS))


def _may_have_formulas(xml: bytes) -> bool:
    """Nothing else among the cells is written with this letter in most sheets, and one letter is found at once."""
    return xml.find(b"f", xml.find(_CELLS) + len(_CELLS), xml.rfind(_CELLS)) >= 0


def _uncalculated(xml: bytes) -> Iterator[tuple[int, int]]:
    for found in _UNCALCULATED.finditer(xml):
        place = _REFERENCE.search(found[0])
        if place:
            yield int(place[2]) - 1, column_number(place[1].decode())


def _errors(xml: bytes) -> Iterator[tuple[tuple[int, int], Raw]]:
    from html import unescape  # slow to load, and needed for few sheets

    for found in _ERROR.finditer(xml):
        place = _REFERENCE.search(xml, xml.rfind(b"<", 0, found.start()), found.end())
        value = _ERROR_VALUE.match(xml, found.end())
        if place and value:
            yield (int(place[2]) - 1, column_number(place[1].decode())), unescape(value[1].decode("utf-8", "replace"))
