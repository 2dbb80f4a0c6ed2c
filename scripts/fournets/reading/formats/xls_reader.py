"""Workbooks of .xls and .et: the stream goes to the reader alone in a fresh container, and a bad sheet costs itself."""

from __future__ import annotations

from collections.abc import Sequence

from fournets.reading.formats.calamine_reader import CalamineReader
from fournets.reading.formats.compound import wrapped
from fournets.reading.formats.unreadable import ReaderFailed, Unreadable
from fournets.reading.formats.xls_records import SheetPart, mended, walk
from fournets.reading.sheet import Sheet, why_blank

_MOST_ALONE = 256
"""Sheets that are tried one by one at most: each try reads the workbook's shared strings again."""


def read_xls(name: str, stream: bytes) -> list[Sheet]:
    """Every sheet of the stream of this name, in its order; `unread` where one could not be read.

    Raises ReaderFailed, Unreadable: `password`, `old_workbook`, `absurd_counts`, `cut_off`, and `why_blank`.
    """
    parts = walk(stream)
    try:
        sheets = _read(name, stream, parts)
    except ReaderFailed:
        if not 1 < len(parts) <= _MOST_ALONE:
            raise
        sheets = [_alone(name, stream, parts, part) for part in parts]
        if all(sheet.unread for sheet in sheets):
            raise
    if not any(sheet.cells or sheet.unread for sheet in sheets):
        raise Unreadable(why_blank(part.facts for part in parts))
    return sheets


def _read(name: str, stream: bytes, parts: Sequence[SheetPart]) -> list[Sheet]:
    """The reader opens all sheets at once, and fails at all of them when it fails at one."""
    reader = CalamineReader(wrapped(**{name: mended(stream, parts)}))
    numbers = iter(range(len(reader.sheets)))
    sheets = [_unread(part, part.unread) if part.unread else _sheet(reader, next(numbers, -1), part) for part in parts]
    return sheets or [reader.sheet(number) for number in numbers]


def _alone(name: str, stream: bytes, parts: Sequence[SheetPart], only: SheetPart) -> Sheet:
    """One sheet as if the workbook had no other."""
    if only.unread:
        return _unread(only, only.unread)
    others = [SheetPart(part.name, part.hidden, part.at, unread="nothing_readable") for part in parts]
    others[parts.index(only)] = only
    try:
        reader = CalamineReader(wrapped(**{name: mended(stream, others)}))
        return _sheet(reader, 0, only)
    except ReaderFailed:
        return _unread(only, "nothing_readable")


def _sheet(reader: CalamineReader, number: int, part: SheetPart) -> Sheet:
    """One sheet with its facts; `unread` where the reader gives nothing although there is content."""
    if not 0 <= number < len(reader.sheets):
        return _unread(part, "nothing_readable")
    sheet = part.facts.complete(reader.sheet(number))
    if part.facts.content and not sheet.cells:
        sheet.unread = "reads_empty"
    return sheet


def _unread(part: SheetPart, code: str) -> Sheet:
    return Sheet(part.name, part.hidden, [], unread=code)
