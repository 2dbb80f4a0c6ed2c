"""Small sheets for the tests of this room."""

from __future__ import annotations

from datetime import date

from fournets.model import FileRead, Raw
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.extract import Extraction, begin
from fournets.reading.extracting.rows import classify
from fournets.reading.extracting.tables import scope_of
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block, find_blocks
from fournets.reading.parsing import Clock
from fournets.reading.recognising.recognise import Recognised, recognise
from fournets.reading.sheet import Sheet
from fournets.reading.source import read_sheets

DAY = date(2020, 2, 9)


def sheet(*rows: list[Raw], name: str = "Sheet1", **others) -> Sheet:
    return Sheet(name, False, [list(row) for row in rows], **others)


def grid(*rows: list[Raw], **others) -> Grid:
    return Grid(sheet(*rows, **others))


def read(*rows: list[Raw], name: str = "表.xlsx", headings=None, **others) -> FileRead:
    return read_sheets([sheet(*rows, **others)], name, ReadingContext(DAY, headings or {}))


def table_of(*rows: list[Raw], **others) -> tuple[Grid, Block, Recognised]:
    """The one table of a sheet, taken for the form that it fits best."""
    cells = grid(*rows, **others)
    (block,) = find_blocks(cells, {})
    return cells, block, recognise(cells, block, scope_of(cells, block, "表.xlsx"), ReadingContext(DAY))[0]


def extraction(*rows: list[Raw], **others) -> Extraction:
    """The one table of a sheet, its rows judged and its single columns still to be read."""
    cells, block, reading = table_of(*rows, **others)
    return begin(
        cells, block, reading, classify(cells, block, reading), ReadingContext(DAY), Clock(DAY, DAY), "表.xlsx"
    )
