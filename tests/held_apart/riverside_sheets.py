"""How the riverside community's sheets are written: one plain table a file, addresses in anybody's spelling."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from tests.held_apart.riverside_people import Flat, Person

Cell = str | int | float
FIRST_RECORD_ROW = 3
"""A title, the headings, then the records."""
CHINESE = "零一二三四五六七八九"
SHEET = "Sheet1"


def spelled(chance: random.Random, flat: Flat, *, compound: str = "") -> str:
    """One flat in one of the spellings that people use."""
    _, building, entrance, room = flat
    way = chance.randrange(7)
    if way == 0:
        rest = f"{building}号楼{entrance}单元{room}"
    elif way == 1:
        rest = f"{building}-{entrance}-{room}"
    elif way == 2:
        rest = f"{building}#{entrance}-{room}"
    elif way == 3:
        rest = f"{CHINESE[int(building)]}号楼{CHINESE[int(entrance)]}单元{room}室"
    elif way == 4:
        rest = f"{building}栋{entrance}单元{room}"
    elif way == 5:
        rest = f"{building}—{entrance}—{room}"
    else:
        rest = f"{building}幢{entrance}单元{room}户"
    return (compound or flat[0]) + rest


def day_written(chance: random.Random, day: date) -> str:
    """A day of early 2020 as people write it."""
    return chance.choice((f"{day}", f"{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}"))


@dataclass(slots=True)
class Row:
    """One written row, and the facts of whom it names; `key` is its identity among the versions of its sheet."""

    cells: list[Cell]
    person: Person | None = None
    key: object = None
    name: str = ""
    id_number: str = ""
    phone: str = ""
    flat: Flat | None = None


@dataclass(slots=True)
class Book:
    """One sheet as one person sends it; books of the same `file` are versions of each other."""

    file: str
    form: str
    title: str
    headings: Sequence[str]
    day: date
    rows: list[Row] = field(default_factory=list)

    def write(self, inbox: Path, hour: int = 9) -> None:
        """Put the workbook into the inbox, modified on its own day."""
        path = inbox / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with xlsxwriter.Workbook(str(path)) as workbook:
            sheet = workbook.add_worksheet(SHEET)
            sheet.write_string(0, 0, self.title)
            for number, cells in enumerate((self.headings, *(row.cells for row in self.rows)), start=1):
                for column, cell in enumerate(cells):
                    if cell != "":
                        sheet.write(number, column, cell) if not isinstance(cell, str) else sheet.write_string(
                            number, column, cell
                        )
        stamp = datetime(self.day.year, self.day.month, self.day.day, hour).timestamp()
        os.utime(path, (stamp, stamp))
