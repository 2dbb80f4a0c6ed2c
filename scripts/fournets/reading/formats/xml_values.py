"""Values as OpenDocument and Excel's XML write them: dates, times, numbers; and the cells of a sheet as they come."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from fournets.model import Raw
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.sheet import MAX_COLUMNS, MAX_GRID, MAX_ROWS, Merge, Sheet, cell_name, trimmed

_DURATION = re.compile(r"^-?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d*)?S)?$")
_DAY = timedelta(days=1)
_MIDNIGHT = datetime(1904, 1, 1)  # noqa: DTZ001  a cell has no time zone


def number(written: str) -> Raw:
    """A number, or the text as it stands where it is none."""
    try:
        value = float(written)
    except ValueError:
        return written or None
    return value if math.isfinite(value) else written


def moment(written: str) -> Raw:
    """An ISO date with or without a time; midnight is the date alone. Text as it stands where it is none."""
    try:
        value = datetime.fromisoformat(written.strip())
    except ValueError:
        return written or None
    value = value.replace(tzinfo=None)
    return value.date() if value.time() == time(0) else value


def time_of_day(written: str) -> Raw:
    """A time of day from `08:30:00` or Excel's `1899-12-31T08:30:00.000`."""
    value = moment(written)
    if isinstance(value, datetime) and value.year <= date(1904, 1, 1).year:
        return value.time()
    return value


def duration(written: str) -> Raw:
    """`PT08H30M00S`: a time of day below 24 hours, else a duration."""
    parts = _DURATION.match(written.strip())
    if not parts:
        return written or None
    try:
        days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        value = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except (OverflowError, ValueError):
        return written
    return (_MIDNIGHT + value).time() if value < _DAY else value


@dataclass(slots=True)
class SheetBuilder:
    """A sheet that is put together row by row. Blank rows and cells cost nothing until something follows them."""

    name: str
    hidden: bool = False
    rows: list[list[Raw]] = field(default_factory=list)
    row: int = 0
    width: int = 0
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def add(self, values: dict[int, Raw], times: int = 1) -> None:
        """The next row, as often as it is repeated; raises Unreadable `absurd_counts`, `too_spread`."""
        if values:
            self.width = max(self.width, max(values) + 1)
            bottom = self.row + times
            if bottom > MAX_ROWS or self.width > MAX_COLUMNS:
                raise Unreadable("absurd_counts")
            if bottom * self.width > MAX_GRID:
                raise Unreadable("too_spread", {"cell": cell_name(bottom - 1, self.width - 1)})
            line: list[Raw] = [None] * (max(values) + 1)
            for column, value in values.items():
                line[column] = value
            self.rows += [[] for _ in range(self.row - len(self.rows))]
            self.rows += [list(line) for _ in range(times)]
        self.row += times

    def hide_rows(self, times: int) -> None:
        """The next rows are hidden (no more of them than a sheet can have)."""
        self.hidden_rows.update(range(self.row, min(self.row + times, MAX_ROWS)))

    def hide_columns(self, first: int, times: int) -> None:
        """These columns are hidden."""
        self.hidden_columns.update(range(first, min(first + times, MAX_COLUMNS)))

    def sheet(self) -> Sheet:
        """The sheet; what is hidden below or beside its content is not worth telling."""
        cells = trimmed(self.rows)
        hidden_rows = frozenset(row for row in self.hidden_rows if row < len(cells))
        return Sheet(self.name, self.hidden, cells, self.merges, hidden_rows, frozenset(self.hidden_columns))


def count(written: str | None, otherwise: int = 1) -> int:
    """A repetition; raises Unreadable `absurd_counts` where it is no number that a sheet could have."""
    if not written or written == "0":
        return otherwise
    if not written.isascii() or not written.isdigit() or len(written) > 9:
        raise Unreadable("absurd_counts")
    return int(written)
