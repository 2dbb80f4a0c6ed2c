"""A sheet as a person sees it: cleaned texts, merges resolved, blank rows known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter

from fournets.model import Raw, T
from fournets.reading.sheet import Sheet
from fournets.values.text import clean, plain_among

MAX_WIDTH = 512
"""Columns beyond this are not looked at: no form of the desk is that wide."""


@dataclass(slots=True)
class Grid:
    """A sheet's cells with their cleaned texts. Rows and columns count from 0."""

    sheet: Sheet
    height: int = 0
    width: int = 0
    texts: list[list[str]] = field(default_factory=list)
    known: dict[Raw, str] = field(default_factory=dict)
    """Every distinct cell with its cleaned text."""
    plain: frozenset[str] = frozenset()
    """The distinct cells that are letters and digits only, which cleaning leaves as they are."""
    anchors: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    merged: dict[int, list[int]] = field(default_factory=dict)
    """The rows of each column that a merged cell covers, in order."""
    covered: list[tuple[int, int]] = field(default_factory=list)
    """Cells that a merged cell hides although they hold something else; nobody sees them, and they count as blank."""

    def __post_init__(self) -> None:
        """Clean every distinct cell once and resolve the merges."""
        rows = self.sheet.cells
        self.height = len(rows)
        widest = max(map(len, rows), default=0)
        self.width = min(widest, MAX_WIDTH)
        if widest > MAX_WIDTH:
            rows = [row[:MAX_WIDTH] for row in rows]
        distinct = set(chain.from_iterable(rows))
        if (1 in distinct or 0 in distinct) and bool in map(type, chain.from_iterable(rows)):
            # True equals 1, and would be taken for it
            rows = [[clean(raw) if isinstance(raw, bool) else raw for raw in row] for row in rows]
            distinct = set(chain.from_iterable(rows))
        self.plain = plain_among([raw for raw in distinct if isinstance(raw, str)])
        self.known = {raw: clean(raw) for raw in distinct - self.plain}
        self.known.update(zip(self.plain, self.plain, strict=True))
        self.texts = [[*map(self.known.__getitem__, row)] for row in rows]
        self._resolve_merges()

    def _resolve_merges(self) -> None:
        for top, left, bottom, right in self.sheet.merges:
            bottom, right = min(bottom, self.height - 1), min(right, self.width - 1)
            if (top, left) == (bottom, right) or top > bottom or left > right:
                continue
            self.spans[top, left] = (bottom - top + 1, right - left + 1)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.anchors[row, column] = (top, left)
                self._hide(row, (top, left), left, right)
        for row, column in sorted(self.anchors):
            self.merged.setdefault(column, []).append(row)

    def _hide(self, row: int, anchor: tuple[int, int], left: int, right: int) -> None:
        """Blank what a merged cell covers in one row; some programs leave it there."""
        texts = self.texts[row]
        for column in range(left, min(right + 1, len(texts))):
            if texts[column] and (row, column) != anchor:
                if texts[column] != self.text(*anchor):
                    self.covered.append((row, column))
                texts[column] = ""

    def own(self, row: int, column: int) -> Raw:
        """The cell itself."""
        cells = self.sheet.cells[row]
        return cells[column] if column < len(cells) else None

    def seen(self, row: int, column: int) -> Raw:
        """The cell, or the one that is merged over it."""
        anchor = self.anchors.get((row, column))
        return self.own(*anchor) if anchor else self.own(row, column)

    def text(self, row: int, column: int) -> str:
        """The cell's own text, cleaned."""
        texts = self.texts[row]
        return texts[column] if column < len(texts) else ""

    def seen_text(self, row: int, column: int) -> str:
        """The cleaned text that a person sees at this place."""
        anchor = self.anchors.get((row, column))
        return self.text(*anchor) if anchor else self.text(row, column)

    def column_texts(self, rows: Sequence[int], column: int) -> list[str]:
        """The texts that a person sees in a column's rows, which are in order."""
        texts = _column([*map(self.texts.__getitem__, rows)], column, "")
        for index, row in self._merged_among(rows, column):
            texts[index] = self.seen_text(row, column)
        return texts

    def column_cells(self, rows: Sequence[int], column: int) -> list[Raw]:
        """The cells that a person sees in a column's rows, which are in order."""
        cells = _column([*map(self.sheet.cells.__getitem__, rows)], column, None)
        for index, row in self._merged_among(rows, column):
            cells[index] = self.seen(row, column)
        return cells

    def _merged_among(self, rows: Sequence[int], column: int) -> list[tuple[int, int]]:
        """Where among the rows the ones are that a merged cell covers."""
        if column not in self.merged:
            return []
        places = ((bisect_left(rows, row), row) for row in self.merged[column])
        return [(index, row) for index, row in places if index < len(rows) and rows[index] == row]

    def filled(self, row: int) -> list[int]:
        """The columns whose own cell holds something."""
        return [column for column, text in enumerate(self.texts[row]) if text]

    def covers(self, row: int, column: int) -> int:
        """How many columns the cell covers."""
        return self.spans.get((row, column), (1, 1))[1]

    def is_blank_row(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        return not any(self.texts[row])

    def last_row(self) -> int:
        """The last row with content, -1 where there is none."""
        return next((row for row in range(self.height - 1, -1, -1) if any(self.texts[row])), -1)


def _column(lines: list[list[T]], column: int, blank: T) -> list[T]:
    """A column's cells; lines end where nothing follows."""
    try:
        return [*map(itemgetter(column), lines)]
    except IndexError:
        return [line[column] if column < len(line) else blank for line in lines]
