"""How many rows a header has: the groups above its lowest headings, and the sub-headings below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fournets.reading.headings.spellings import DATE_HEADING, nearly_known, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.header_rows import MAX_HEADER_ROWS, HeaderRows
from fournets.reading.layout.header_words import SLOT, SUB_WORDS, TICKS
from fournets.values.shifts import is_shift

_BOX_ROWS = 6


@dataclass(frozen=True, slots=True)
class HeaderDepth:
    """Finds the first and the last row of the headers that `rows` has found on the sheet."""

    grid: Grid
    rows: HeaderRows

    def top(self, row: int, segment: list[int]) -> int:
        """The first row of a header: a row of groups right above it, merged over its cells, belongs to it."""
        if row == 0:
            return row
        columns = set(range(segment[0], segment[-1] + self.grid.covers(row, segment[-1])))
        above = [column for column in self.grid.filled(row - 1) if column in columns]
        if self.rows.are_labels([self.grid.text(row - 1, column) for column in above]):
            return row
        unmerged = self.rows.below_groups(row)
        groups = [
            column
            for column in above
            if self.grid.covers(row - 1, column) > 1 or (unmerged and self._heads(row - 1, column))
        ]
        widest = max((self.grid.covers(row - 1, column) for column in above), default=0)
        short = all(len(self.grid.text(row - 1, column)) <= 16 for column in above)
        if len(above) >= 2 and groups and short and widest < 0.7 * len(columns):
            return row - 1
        return row

    def _heads(self, row: int, column: int) -> bool:
        """Whether the cell stands over its neighbour as well, without being merged: two headings below, one above."""
        below = self.grid.text(row + 1, column) and self.grid.text(row + 1, column + 1)
        return bool(below) and not self.grid.text(row, column + 1)

    def bottom(self, row: int, columns: list[int]) -> int:
        """The last row of a header: as far as its merges reach and sub-headings follow."""
        bottom = self.rows.reach(row, columns)
        while bottom + 1 < self.grid.height and bottom - row + 1 < MAX_HEADER_ROWS:
            if not self._divides(row, bottom + 1, columns):
                break
            bottom += 1
        return bottom

    def _divides(self, top: int, row: int, columns: list[int]) -> bool:
        """Whether a row below a header row divides its cells further (上午/下午 below dates, 楼号/单元 below 住址)."""
        last = columns[-1] + max(self.grid.covers(top, columns[-1]), 2)
        filled = [column for column in self.grid.filled(row) if columns[0] <= column <= last]
        if not filled or not (self._are_sub_headings(row, filled) or self._fills_the_gaps(top, row, filled)):
            return False
        if any(self._ends_above(top, row, column) or self._is_records_day(top, row, column) for column in filled):
            return False
        if any(self.grid.text(row, column) == self.grid.text(row, column + 1) for column in filled):
            return False
        under = [
            column
            for column in filled
            if (top, column) in self.grid.anchors
            or not self.grid.text(top, column)
            or DATE_HEADING.fullmatch(self.grid.text(top, column))
        ]
        if len(filled) == 1 and (self.grid.covers(row, filled[0]) > 1 or not self._below_group(top, row, filled[0])):
            return False
        return len(under) >= max(1, len(filled) // 2)

    def _fills_the_gaps(self, top: int, row: int, filled: list[int]) -> bool:
        """Whether different short words stand below one heading and the blanks right of it, and nowhere else."""
        texts = [self.grid.text(row, column) for column in filled]
        if len(filled) < 3 or filled != list(range(filled[0], filled[-1] + 1)) or not self.grid.text(top, filled[0]):
            return False
        if any(self.grid.text(top, column) for column in filled[1:]) or not self.grid.text(top, filled[-1] + 1):
            return False
        short = all(len(text) <= 8 and not re.search(r"\d", text) for text in texts)
        return short and len(set(texts)) == len(texts) and any(map(self._is_sub_heading, texts))

    def _ends_above(self, top: int, row: int, column: int) -> bool:
        """Whether a heading of one column is merged down to right above the cell: so deep is the whole header."""
        down, across = self.grid.spans.get((top, column), (1, 1))
        return down > 1 and across == 1 and top + down == row

    def _is_records_day(self, top: int, row: int, column: int) -> bool:
        """Whether the cell is a day below a heading of its own (日期): it is a record's, no heading."""
        if not DATE_HEADING.fullmatch(self.grid.text(row, column)) or not self.grid.text(top, column + 1):
            return False
        return bool(above := self.grid.text(top, column)) and not DATE_HEADING.fullmatch(above)

    def _below_group(self, top: int, row: int, column: int) -> bool:
        """Whether a heading that covers several columns stands over the cell."""
        anchor = self.grid.anchors.get((top, column), (top, column))
        return anchor[0] < row and self.grid.covers(*anchor) > 1

    def _are_sub_headings(self, row: int, filled: list[int]) -> bool:
        """Whether all are, or nearly all: the rest are words of boxes, or short ones that no form has a field for."""
        others = [column for column in filled if not self._is_sub_heading(self.grid.text(row, column))]
        if any(len(text := self.grid.text(row, column)) > 12 or re.search(r"\d", text) for column in others):
            return False
        unknown = [column for column in others if not self._over_boxes(row, column)]
        return not unknown or (len(filled) >= 4 and len(unknown) <= 0.34 * len(filled))

    def _over_boxes(self, row: int, column: int) -> bool:
        """Whether nothing but ticks stands below the cell, or nothing at all (自驾 火车 飞机 below 交通工具)."""
        below = range(row + 1, min(self.grid.height, row + 1 + _BOX_ROWS))
        return all(not (text := self.grid.text(line, column)) or text in TICKS or text.isdecimal() for line in below)

    def _is_sub_heading(self, text: str) -> bool:
        bare = normalised(text)
        if DATE_HEADING.fullmatch(text):
            return True
        if re.search(r"\d{7,}", text):
            return False
        known = bare in SUB_WORDS or is_shift(text) or SLOT.fullmatch(bare) is not None or self.rows.is_sure_name(bare)
        return known or nearly_known(bare)
