"""Small sheets for the tests of this room."""

from __future__ import annotations

from datetime import date

from fournets.model import FileRead, Raw
from fournets.reading.context import ReadingContext
from fournets.reading.grid import Grid
from fournets.reading.sheet import Sheet
from fournets.reading.source import read_sheets

DAY = date(2020, 2, 9)


def sheet(*rows: list[Raw], name: str = "Sheet1", **others) -> Sheet:
    return Sheet(name, False, [list(row) for row in rows], **others)


def grid(*rows: list[Raw], **others) -> Grid:
    return Grid(sheet(*rows, **others))


def read(*rows: list[Raw], name: str = "表.xlsx", headings=None, **others) -> FileRead:
    return read_sheets([sheet(*rows, **others)], name, ReadingContext(DAY, headings or {}))
