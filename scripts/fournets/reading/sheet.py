"""One sheet of a workbook as plain cells."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from fournets.model import Raw

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_GRID = 65_536 * 256
"""Rows times columns that are read at most: a whole sheet of an .xls, or sixteen columns down to the last row."""


@dataclass(slots=True)
class Sheet:
    """`cells` row by row from A1, trailing blanks trimmed; an empty cell is None, never "".

    `unread` is the code of the reason why the file holds the sheet but nothing of it could be read.
    """

    name: str
    hidden: bool
    cells: list[list[Raw]]
    merges: list[Merge] = dataclasses.field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unread: str = ""
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    """Cells with a formula whose result was never stored: they look filled to their author and read as empty."""


@dataclass(slots=True)
class SheetFacts:
    """What the file says of a sheet beside its values, and the reader does not tell.

    Without content there may be formulas that nobody calculated, or pictures, charts and the like (`drawn`).
    """

    content: bool = False
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    drawn: bool = False
    hidden_rows: set[int] = dataclasses.field(default_factory=set)
    hidden_columns: set[int] = dataclasses.field(default_factory=set)
    errors: dict[tuple[int, int], Raw] = dataclasses.field(default_factory=dict)
    merges: list[Merge] = dataclasses.field(default_factory=list)

    def complete(self, sheet: Sheet) -> Sheet:
        """The sheet with what was not told (changed in place): error values for its blanks, hidden parts, merges."""
        cells = sheet.cells
        for (row, column), text in self.errors.items():
            cells += [[] for _ in range(row + 1 - len(cells))]
            line = cells[row]
            line += [None] * (column + 1 - len(line))
            if line[column] is None:
                line[column] = text
        sheet.hidden_rows |= self.hidden_rows
        sheet.hidden_columns |= self.hidden_columns
        sheet.uncalculated = self.uncalculated
        sheet.merges = sheet.merges or self.merges
        return sheet


def why_blank(sheets: Iterable[SheetFacts], *, drawn: bool = False) -> str:
    """The reason's code for a workbook none of whose cells holds anything; `drawn` where the file has pictures."""
    facts = list(sheets)
    if any(fact.content for fact in facts):
        return "reads_empty"
    if any(fact.uncalculated for fact in facts):
        return "uncalculated"
    return "only_pictures" if drawn or any(fact.drawn for fact in facts) else "blank_workbook"


def trimmed(rows: list[list[Raw]]) -> list[list[Raw]]:
    """The same rows without blank cells at their ends and without blank rows at the end (changed in place)."""
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def column_number(letters: str) -> int:
    """A column's number from 0: A is 0, XFD is 16383."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """A column's letters from its number from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """A cell's name as Excel shows it, row and column from 0."""
    return f"{column_letters(column)}{row + 1}"
