"""Sheets that hold a household's or a person's answers beside their labels (姓名：张三) instead of a table.

Cards are laid out again as a table with a row for each of them, so that they are recognised and read like any other;
a card's record stands in the row and column of its first label.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from fournets.model import Finding, Raw
from fournets.reading.headings.spellings import known_headings, nearly_known, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.sheet import Sheet, column_letters, column_number

_INSIDE = re.compile(r"([^:\s][^:]{0,24}?)\s*:\s*(.*)", re.DOTALL)
_SEVERAL_INSIDE = re.compile(r"([\u4e00-\u9fff()]{2,14})\s*:\s*(\S*)(?=\s|$)")
_ALSO_ANSWERS = frozenset(("本人", "户主", "业主", "居民", "住户", "志愿者", "其他"))
"""Headings that are answers beside a label: 填表人 本人, 与户主关系 户主."""
_REACH = 8
_MAX_ROWS = 2000
_EXPLAINED = 0.4
"""The part of a sheet's cells that must be labels and answers: a list has some headings beside each other as well."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Answer:
    label: str
    value: Raw
    label_at: Place
    value_at: Place


@dataclass(frozen=True, slots=True)
class Cards:
    """The answers as a sheet of one table, and where each stood on the sheet that people see.

    `top` is the row (from 0) of the laid out sheet's first card; `starts` the first label of each card; `places` the
    cell of each answer, by card and column.
    """

    sheet: Sheet
    top: int
    starts: tuple[Place, ...]
    places: tuple[tuple[Place, ...], ...]

    def start_of(self, row: int) -> Place:
        """Where the card begins that the laid out sheet has in this row (as Excel counts)."""
        return self.starts[row - 1 - self.top]

    def letter_at(self, letter: str) -> str:
        """The column of the first card's answer that the laid out sheet has in this column."""
        return column_letters(self.places[0][column_number(letter)][1])

    def placed(self, finding: Finding) -> Finding:
        """The finding at the cell of the answer that it is about."""
        card = min(max(finding.row - 1 - self.top, 0), len(self.starts) - 1)
        if not finding.column:
            return dataclasses.replace(finding, row=self.starts[card][0] + 1)
        row, column = self.places[card][column_number(finding.column)]
        return dataclasses.replace(finding, row=row + 1, column=column_letters(column))


def find_cards(grid: Grid) -> Cards | None:
    """The sheet as cards; None when it holds none: fewer than three known labels, most labels or cells unknown."""
    answers = [answer for row in range(min(grid.height, _MAX_ROWS)) for answer in _answers(grid, row)]
    labels = {normalised(answer.label) for answer in answers}
    known = labels & known_headings()
    if len(known) < 3 or len(known) < len(labels) / 2 or not any(answer.value is not None for answer in answers):
        return None
    if _explained(answers) < _EXPLAINED * sum(len(grid.filled(row)) for row in range(min(grid.height, _MAX_ROWS))):
        return None
    cards = _parted(answers)
    order = list(dict.fromkeys(normalised(answer.label) for answer in answers))
    spelled = {normalised(answer.label): answer.label for answer in reversed(answers)}
    first = answers[0].label_at[0]
    cells = [list(row) for row in grid.sheet.cells[:first]]
    cells.append([spelled[name] for name in order])
    places: list[tuple[Place, ...]] = []
    for card in cards:
        by_name = {normalised(answer.label): answer for answer in reversed(card)}
        cells.append([by_name[name].value if name in by_name else None for name in order])
        places.append(tuple(by_name[name].value_at if name in by_name else card[0].label_at for name in order))
    sheet = Sheet(grid.sheet.name, grid.sheet.hidden, cells)
    return Cards(sheet, first + 1, tuple(card[0].label_at for card in cards), tuple(places))


def is_inside_a_card(grid: Grid, rows: range, end: int) -> bool:
    """Whether rows taken for a header are answers beside their labels (返回时间 2月1日 来源地 武汉), as all below are.

    `rows` and `end` count from 0; `end` is the row below the last one of the supposed table.
    """
    if not all(_answered(grid, row) or _ends_a_card(grid, row) for row in rows):
        return False
    below = (row for row in range(rows.stop, end) if len(grid.filled(row)) > 1)
    return all(_answers(grid, row) for row in below) and find_cards(grid) is not None


def _answered(grid: Grid, row: int) -> bool:
    """Whether the row is nothing but known labels with an answer in the next cell each."""
    answers = _answers(grid, row)
    if len(answers) < 2 or 2 * len(answers) != len(grid.filled(row)):
        return False
    return all(answer.value is not None and normalised(answer.label) in known_headings() for answer in answers)


def _ends_a_card(grid: Grid, row: int) -> bool:
    """Whether the row below one of answers has some as well, beside labels that were left unanswered (备注)."""
    answers = _answers(grid, row)
    if row == 0 or _explained(answers) != len(grid.filled(row)) or all(answer.value is None for answer in answers):
        return False
    return _answered(grid, row - 1)


def _explained(answers: list[_Answer]) -> int:
    """How many cells are labels or answers."""
    return len({place for answer in answers for place in (answer.label_at, answer.value_at)})


def _parted(answers: list[_Answer]) -> list[list[_Answer]]:
    """A card begins where the first card's first label comes again."""
    cards: list[list[_Answer]] = []
    first = normalised(answers[0].label)
    for answer in answers:
        if normalised(answer.label) == first:
            cards.append([])
        cards[-1].append(answer)
    return cards


def _answers(grid: Grid, row: int) -> list[_Answer]:
    """Labels and values of one row: in one cell (姓名：张三) or in neighbours."""
    answers: list[_Answer] = []
    column = 0
    while column < grid.width:
        text = grid.text(row, column)
        here = (row, column)
        inside = _inside(text)
        if inside:
            answers += [_Answer(label, value or None, here, here) for label, value in inside]
        elif text and nearly_known(normalised(text)):
            place = _value_after(grid, row, column)
            if place is None and normalised(text) not in known_headings():
                column += 1
                continue
            value = grid.own(row, place) if place is not None else None
            answers.append(_Answer(text.rstrip(":： "), value, here, (row, column if place is None else place)))
            column = column if place is None else place
        column += 1
    return answers


def _inside(text: str) -> list[tuple[str, str]]:
    """Labels with their values inside one cell."""
    if ":" not in text:
        return []
    several = _SEVERAL_INSIDE.findall(text)
    if len(several) > 1 and all(nearly_known(normalised(label)) for label, _ in several):
        return [(label, value) for label, value in several]
    found = _INSIDE.fullmatch(text)
    return [(found[1], found[2])] if found and found[2] and nearly_known(normalised(found[1])) else []


def _value_after(grid: Grid, row: int, column: int) -> int | None:
    """The next filled cell to the right, unless it is a label itself."""
    for other in range(column + grid.covers(row, column), min(grid.width, column + _REACH)):
        text = grid.text(row, other)
        if text:
            label = normalised(text) in known_headings() and text not in _ALSO_ANSWERS
            return None if label or _inside(text) else other
    return None
