"""Sheets that hold one household's or one person's answers beside their labels (姓名：张三) instead of a table.

A card is laid out again as a table of one row, so that it is recognised and read like any other.
"""

from __future__ import annotations

import re

from fournets.model import Raw
from fournets.reading.headings import known_headings, normalised
from fournets.reading.layout import Grid
from fournets.reading.sheet import Sheet
from fournets.values.text import clean

_INSIDE = re.compile(r"\s*([^:：\s][^:：]{0,24}?)\s*[:：]\s*(\S.*)", re.DOTALL)


def as_table(grid: Grid) -> tuple[Sheet, int] | None:
    """The card's labels as a header over its values, and the card's first row; None when the sheet is no card."""
    pairs: list[tuple[str, Raw]] = []
    first = -1
    for row in range(grid.height):
        found = _pairs(grid, row)
        if found and first < 0:
            first = row
        pairs += found
    known = {normalised(label) for label, _ in pairs} & known_headings()
    if (
        len(known) < 3
        or len(known) < len({label for label, _ in pairs}) / 2
        or not any(clean(value) for _, value in pairs)
    ):
        return None
    above = [list(row) for row in grid.sheet.cells[:first]]
    table: list[list[Raw]] = [[label for label, _ in pairs], [value for _, value in pairs]]
    return Sheet(grid.sheet.name, grid.sheet.hidden, above + table), first


def _pairs(grid: Grid, row: int) -> list[tuple[str, Raw]]:
    """Labels and values of one row: in one cell (姓名：张三) or in neighbours."""
    pairs: list[tuple[str, Raw]] = []
    column = 0
    while column < grid.width:
        raw = grid.own(row, column)
        text = clean(raw)
        inside = _INSIDE.fullmatch(text) if isinstance(raw, str) else None
        if inside and normalised(inside[1]) in known_headings():
            pairs.append((inside[1], inside[2]))
        elif text and normalised(text) in known_headings():
            value = _value_after(grid, row, column)
            pairs.append((text.rstrip(":： "), grid.own(row, value) if value is not None else None))
            column = value if value is not None else column
        column += 1
    return pairs


def _value_after(grid: Grid, row: int, column: int) -> int | None:
    """The next filled cell to the right, unless it is a label itself."""
    for other in range(column + grid.spans.get((row, column), (1, 1))[1], min(grid.width, column + 8)):
        text = clean(grid.own(row, other))
        if text:
            return None if normalised(text) in known_headings() else other
    return None
