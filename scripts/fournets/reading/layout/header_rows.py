"""Which rows of a sheet are headers: by the headings that they hold, and by what stands below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from fournets.reading.headings.spellings import SERIALS, Heading, known_headings, nearly_known, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.header_words import (
    ABOUT_THE_SHEET,
    DAY_COLUMN,
    INSTRUCTION,
    LABEL,
    NUMBER_OF_COLUMN,
    READING,
    SEXES,
    SLOT,
    holds_a_long_number,
    is_data,
)
from fournets.reading.layout.rosters import over_names, over_posts, over_shifts, said_of_duty
from fournets.values.temperatures import parse_temperatures

MAX_HEADER_ROWS = 3
_MOST_SLOTS = 4


@cache
def _listed() -> frozenset[str]:
    return known_headings() | SERIALS


@dataclass(slots=True)
class HeaderRows:
    """Judges rows of one sheet; `own` are the office's own headings, normalised."""

    grid: Grid
    own: frozenset[str]
    listed: frozenset[str] = field(init=False)
    """The sheet's texts that are headings which the catalogue or the office lists."""
    found: dict[tuple[str, ...], list[list[int]]] = field(default_factory=dict)
    """The header rows met so far, with their columns; the same row further down is a new printed page's."""
    last: int = -1
    """The bottom row of the last header."""

    def __post_init__(self) -> None:
        """Ask each distinct text of the sheet once; of letters and digits alone a text is its own normalised one.

        Numbers and days in cells of their own kind are no headings.
        """
        known = known_headings() | self.own | SERIALS if self.own else _listed()
        plain = {text for text in self.grid.plain if text.lower() in known}
        others = {text for raw, text in self.grid.known.items() if isinstance(raw, str) and raw not in self.grid.plain}
        self.listed = frozenset(filter(self._is_sure, plain | others))

    def remember(self, row: int, segments: list[list[int]], bottom: int) -> None:
        """Keep a header row with the columns of its tables, to know it again, and where the header ends."""
        self.last = bottom
        self.found.setdefault(tuple(self.grid.texts[row]), segments)

    def again(self, row: int) -> list[list[int]]:
        """The columns of the tables of an earlier header row that stands here once more, or nothing."""
        return self.found.get(tuple(self.grid.texts[row]), []) if self.found else []

    def says_again(self, row: int, columns: list[int]) -> bool:
        """Whether words of the row stand above it, in their columns, below an earlier header: it is one more record."""
        if not self.found:
            return False
        own = [(column, self.grid.text(row, column)) for column in columns]
        above = range(self.last + 1, row)
        return sum(any(self.grid.text(line, column) == text for line in above) for column, text in own) > 1

    def amid_data(self, row: int) -> bool:
        """Whether no cell of the row is a listed heading and several cells stand right above it."""
        if row == 0 or not self.listed.isdisjoint(self.grid.texts[row]):
            return False
        return self._cells(row - 1) > 2 and not self.below_groups(row)

    def _cells(self, row: int) -> int:
        texts = self.grid.texts[row]
        return len(texts) - texts.count("")

    def below_groups(self, row: int) -> bool:
        """Whether the row right above may name groups of this one's cells: a table's first row, fewer short words."""
        if self.found or (row > 1 and self._cells(row - 2) > 2):
            return False
        above, own = self.grid.texts[row - 1], self.grid.texts[row]
        words = [text for text in above if text]
        groups = [*above, *[""] * (len(own) - len(above))]
        if not 2 <= len(words) < self._cells(row) + groups.count("") or any(map(self._names_no_group, words)):
            return False
        return any(
            mine and following and not group for mine, following, group in zip(own, own[1:], groups, strict=False)
        )

    def _names_no_group(self, text: str) -> bool:
        """A sentence, data, or what stands above a table of who handed it in (填报单位：3网格, 填报日期)."""
        return len(text) > 20 or is_data(text) or ABOUT_THE_SHEET.search(text) is not None

    def worth_a_look(self, row: int, filled: list[int]) -> bool:
        """A row with a listed heading, or one with hardly anything above it; rows amid data are neither."""
        texts = self.grid.texts[row]
        sure = sum(texts[column] in self.listed for column in filled)
        if sure >= 3 and sure >= 0.3 * len(filled):
            return True
        if row and self.below_groups(row):
            return len(filled) >= 3
        if row and len(self.grid.filled(row - 1)) > 2:
            return False
        return (row == 0 or self._seen(row - 1, filled) <= 2) and (sure > 0 or len(filled) >= 3)

    def follows_data(self, row: int, columns: list[int]) -> bool:
        """Whether a row with several cells stands right above, so that only a row of listed headings is a header."""
        return row > 0 and self._seen(row - 1, columns) > 2 and not self.below_groups(row)

    def _seen(self, row: int, columns: list[int]) -> int:
        """How many cells a person sees in these columns; one that is merged over several counts once."""
        seen = (column for column in columns if self._no_title(row, column) and self.grid.seen_text(row, column))
        return len({self.grid.anchors.get((row, column), (row, column)) for column in seen})

    def _no_title(self, row: int, column: int) -> bool:
        anchor = self.grid.anchors.get((row, column))
        return anchor is None or self.grid.spans[anchor][1] < 4

    def is_header(self, row: int, columns: list[int]) -> bool:
        """Whether the cells, or the lowest ones of a merged header, are headings: listed ones, and hardly any data."""
        if self._are_headings(row, columns, [self.grid.text(row, column) for column in columns]):
            return True
        reach = self.reach(row, columns)
        if reach == row:
            return False
        last = columns[-1] + self.grid.covers(row, columns[-1])
        leaves = [self.grid.seen_text(reach, column) for column in range(columns[0], last)]
        return self._are_headings(row, columns, [leaf for leaf in leaves if leaf])

    def _are_headings(self, row: int, columns: list[int], texts: list[str]) -> bool:
        if self._is_roster(row, columns):
            return True
        if len(texts) < 2 or self.are_labels(texts) or any(map(holds_a_long_number, texts)):
            return False
        if self._is_filled_in(row) or self._is_about_the_table(row, texts):
            return False
        days = [text for text in texts if DAY_COLUMN.fullmatch(text)]
        dated = len(days) >= 2 or (bool(days) and self._slots_below(row, columns))
        rest = [text for text in texts if not DAY_COLUMN.fullmatch(text)] if dated else texts
        if not rest or sum(is_data(text) for text in rest) > len(rest) * 0.25:
            return False
        names = [normalised(text) for text in rest if len(text) < 80]
        sure = sum(self.is_sure_name(name) for name in names)
        near = sum(nearly_known(name) for name in names if not self.is_sure_name(name))
        slots = sum(SLOT.fullmatch(name) is not None for name in names) if days or len(names) > 4 else 0
        different = len(set(names))
        count = len(rest)
        if dated and 2 * (sure + near) >= count and self._over_readings(row, columns):
            return True
        if count == 2 and not days:
            return sure == 2 and different == 2
        if self.found and not sure:
            return False
        if different < 2 or (different == 2 and not days):
            return False
        if self.follows_data(row, columns):
            return sure >= 3 and sure + slots >= count * 0.6
        if sure >= 2 and sure + near + slots >= count * 0.5:
            return True
        if sure + near >= 3 and sure + near >= count * 0.6 and not self._looks_like_below(row, columns):
            return True
        return sure + near >= 2 and self._stands_over_data(row, columns, names)

    def are_labels(self, texts: list[str]) -> bool:
        """Whether the row holds labels with their values (姓名：张三), not headings that end with a colon."""
        if sum(":" in text[:-1] for text in texts) >= max(2, len(texts) // 2):
            return True
        others = [text for text in texts if not LABEL.fullmatch(text)]
        if others and all(LABEL.fullmatch(text) for text in texts[::2]) and texts[1::2] == others:
            return len(texts) > 2
        known = sum(self._is_sure(text) or nearly_known(normalised(text)) for text in others)
        return len(texts) - len(others) >= 2 and (len(texts) < 4 or known < len(others) / 2)

    def _is_filled_in(self, row: int) -> bool:
        """Whether labels and what somebody wrote beside them take turns (姓名 张三 性别 男), as in a card's rows."""
        written = self._beside_labels(row)
        if any(text in SEXES or (is_data(text) and not DAY_COLUMN.fullmatch(text)) for text in written):
            return True
        return bool(written) and bool(self._beside_labels(row - 1) or self._beside_labels(row + 1))

    def _beside_labels(self, row: int) -> list[str]:
        """What stands in every second cell, if the others are headings and these are none."""
        texts = [text for text in self.grid.texts[row] if text] if 0 <= row < self.grid.height else []
        labels, written = texts[::2], texts[1::2]
        if any(map(self._is_heading, written)) or not all(map(self._is_heading, labels)):
            return []
        return written

    def _is_heading(self, text: str) -> bool:
        return text in self.listed or nearly_known(normalised(text))

    def _is_about_the_table(self, row: int, texts: list[str]) -> bool:
        """Whether labels and what is written beside them (网格, 12, 网格员, 李四) stand over more headings."""
        labels, values = texts[::2], texts[1::2]
        if len(texts) < 4 or not all(map(self._is_sure, labels)) or any(map(self._is_sure, values)):
            return False
        below = self.grid.texts[row + 1 : row + 3]
        return any(sum(text in self.listed for text in line) > len(labels) for line in below)

    def reach(self, row: int, columns: list[int]) -> int:
        """The row down to which the headings of a header row are merged."""
        spans = (self.grid.spans.get((row, column), (1, 1))[0] for column in columns)
        return min(row + max(spans, default=1) - 1, row + MAX_HEADER_ROWS - 1, self.grid.height - 1)

    def _is_sure(self, text: str) -> bool:
        return len(text) < 80 and not text[:4].isdecimal() and self.is_sure_name(normalised(text))

    def is_sure_name(self, name: str) -> bool:
        """Whether a normalised text is a heading that the catalogue or the office lists, or numbers the rows."""
        return name in known_headings() or name in self.own or name in SERIALS

    def _stands_over_data(self, row: int, columns: list[int], names: list[str]) -> bool:
        """Different short words over rows that hold numbers where the words do not."""
        if len(set(names)) < len(names) or len(columns) < 4 or max(map(len, names), default=99) > 20:
            return False
        below = [line for line in range(row + 1, min(self.grid.height, row + 6)) if self.grid.filled(line)][:3]
        dense = sum(bool(self.grid.text(line, column)) for line in below for column in columns)
        numbers = {column for line in below for column in columns if re.search(r"\d", self.grid.text(line, column))}
        fits = bool(below) and dense >= 0.5 * len(below) * len(columns) and len(numbers) >= 2
        return fits and not self._looks_like_below(row, columns)

    def _over_readings(self, row: int, columns: list[int]) -> bool:
        """Whether readings or numbers stand below the days of the row: 姓名 2月7日 2月8日 needs no other heading."""
        days = [column for column in columns if DAY_COLUMN.fullmatch(self.grid.text(row, column))]
        for day in list(days):
            following = range(day + 1, min(self.grid.width, day + _MOST_SLOTS))
            days += takewhile(lambda column: not self.grid.text(row, column), following)
        below = [self.grid.text(line, day) for line in range(row + 1, min(self.grid.height, row + 12)) for day in days]
        filled = [text for text in below if text and not SLOT.fullmatch(text) and not NUMBER_OF_COLUMN.fullmatch(text)]
        readings = sum(
            READING.fullmatch(text) is not None or text.isdecimal() or bool(parse_temperatures(text).value)
            for text in filled
        )
        return len(filled) > 1 and readings >= 0.8 * len(filled)

    def _is_roster(self, row: int, columns: list[int]) -> bool:
        """Whether names stand below shifts, days or posts, or shifts below days, and all but one other are listed."""
        served = [column for column in columns if said_of_duty(Heading(self.grid.text(row, column)))]
        others = [self.grid.text(row, column) for column in columns if column not in served]
        if len(served) < 2 or sum(not self._is_sure(text) for text in others) > 1:
            return False
        below = range(row + 1, min(self.grid.height, row + 12))
        by_column = [[self.grid.text(line, column) for line in below] for column in served]
        cells = [text for texts in by_column if not over_posts(texts) for text in texts]
        return over_names(cells) or (over_shifts(cells) and any(self._is_sure(text) for text in others))

    def _slots_below(self, row: int, columns: list[int]) -> bool:
        """Whether the next row divides a day: several times of day and nothing else."""
        if row + 1 >= self.grid.height:
            return False
        last = min(columns[-1] + 4, self.grid.width)
        said = [text for column in range(columns[0], last) if (text := self.grid.text(row + 1, column))]
        return len(said) >= 2 and all(map(SLOT.fullmatch, said))

    def _looks_like_below(self, row: int, columns: list[int]) -> bool:
        """Whether the row holds numbers in the columns in which a row below does: a record, not a header.

        The numbering of headings (3.上岗班次) and what their brackets say are no such numbers.
        """
        mine = {column for column in columns if re.search(r"\d", INSTRUCTION.sub("", self.grid.text(row, column)))}
        following = range(row + 1, min(self.grid.height, row + 6))
        for below in following:
            numbers = {column for column in columns if re.search(r"\d", self.grid.text(below, column))}
            if len(numbers) >= 2 and len(numbers & mine) >= 0.5 * len(numbers):
                return True
        return False
