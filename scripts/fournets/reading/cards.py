"""Sheets that hold one household's or one person's answers beside their labels (姓名：张三) instead of a table.

A card is laid out again as a table of one row, so that it is recognised and read like any other; its record stands in
the row and column of its first label.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from fournets.model import Finding, Raw
from fournets.reading.grid import Grid
from fournets.reading.headings import known_headings, nearly_known, normalised
from fournets.reading.sheet import Sheet, column_letters, column_number

_INSIDE = re.compile(r"\s*([^:：\s][^:：]{0,24}?)\s*[:：]\s*(\S.*)", re.DOTALL)
_REACH = 8


@dataclass(frozen=True, slots=True)
class _Answer:
    label: str
    value: Raw
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Card:
    """The answers as a sheet of one table, and where they stood on the sheet that people see."""

    sheet: Sheet
    row: int
    letter: str
    places: tuple[tuple[int, int], ...]

    def letter_at(self, letter: str) -> str:
        """The column of the answer that the laid out table has in this column."""
        return column_letters(self.places[column_number(letter)][1])

    def placed(self, finding: Finding) -> Finding:
        """The finding at the cell of the answer that it is about."""
        if not finding.column:
            return dataclasses.replace(finding, row=self.row + 1)
        row, column = self.places[column_number(finding.column)]
        return dataclasses.replace(finding, row=row + 1, column=column_letters(column))


def find_card(grid: Grid) -> Card | None:
    """The sheet as a card; None when it is none: fewer than three known labels, or most labels unknown."""
    answers = [answer for row in range(min(grid.height, 80)) for answer in _answers(grid, row)]
    labels = {normalised(answer.label) for answer in answers}
    known = labels & known_headings()
    if len(known) < 3 or len(known) < len(labels) / 2 or not any(answer.value is not None for answer in answers):
        return None
    first = answers[0]
    above = [list(row) for row in grid.sheet.cells[: first.row]]
    head: list[Raw] = [answer.label for answer in answers]
    sheet = Sheet(grid.sheet.name, grid.sheet.hidden, [*above, head, [answer.value for answer in answers]])
    places = tuple((answer.row, answer.column) for answer in answers)
    return Card(sheet, first.row, column_letters(first.column), places)


def _answers(grid: Grid, row: int) -> list[_Answer]:
    """Labels and values of one row: in one cell (姓名：张三) or in neighbours."""
    answers: list[_Answer] = []
    column = 0
    while column < grid.width:
        raw = grid.own(row, column)
        text = grid.text(row, column)
        inside = _INSIDE.fullmatch(text) if isinstance(raw, str) else None
        if inside and nearly_known(normalised(inside[1])):
            answers.append(_Answer(inside[1], inside[2], row, column))
        elif text and nearly_known(normalised(text)):
            place = _value_after(grid, row, column)
            value = grid.own(row, place) if place is not None else None
            answers.append(_Answer(text.rstrip(":： "), value, row, column if place is None else place))
            column = column if place is None else place
        column += 1
    return answers


def _value_after(grid: Grid, row: int, column: int) -> int | None:
    """The next filled cell to the right, unless it is a label itself."""
    for other in range(column + grid.covers(row, column), min(grid.width, column + _REACH)):
        text = grid.text(row, other)
        if text:
            return None if normalised(text) in known_headings() else other
    return None
