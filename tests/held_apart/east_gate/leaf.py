"""One sheet of the east gate's office, written row by row as somebody types it, and what each row says."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.held_apart.canvas import Canvas, CellValue, letter
from tests.held_apart.making import Maker
from tests.held_apart.painting import Painter
from tests.held_apart.truth import Expect, TrueRecord, fields_of, ok

Facts = Mapping[str, object]
Said = tuple[CellValue, dict[str, Expect]]
"""What is typed, and what it says by field; the key `""` holds text that no field takes."""


@dataclass(frozen=True)
class Item:
    """One column: its heading from the top level down, and what is typed under it."""

    heading: str | tuple[str, ...]
    write: Callable[[Facts], Said]
    runs_down: bool = False

    @property
    def levels(self) -> tuple[str, ...]:
        return (self.heading,) if isinstance(self.heading, str) else self.heading


@dataclass
class Leaf:
    """A sheet under the pen: `row` is the next row to write, `scope` what title, sheet and file say of every record."""

    maker: Maker
    file: str
    sheet: str
    form: str = ""
    scope: dict[str, Expect] = field(default_factory=dict)
    row: int = 1

    def __post_init__(self) -> None:
        self.painter: Painter = self.maker.painter(self.file, self.sheet)
        if self.form:
            self.canvas.forms.append(self.form)

    @property
    def canvas(self) -> Canvas:
        return self.painter.canvas

    def say(self, text: str, width: int = 1, kind: str = "note", column: int = 1) -> None:
        """A line of text over the table, below it or between its rows."""
        self.canvas.line(self.row, text, width, kind, column)
        self.row += 1

    def cells(self, values: Sequence[CellValue], kind: str, left: int = 1) -> None:
        """A row typed as it is."""
        for offset, value in enumerate(values):
            self.canvas.put(self.row, left + offset, value, kind)
        self.row += 1

    def head(self, items: Sequence[Item], left: int = 1) -> None:
        """The headings, one above the other where a column has several; equal neighbours are merged."""
        deep = max(len(item.levels) for item in items)
        for level in range(deep):
            for offset, item in enumerate(items):
                if level < len(item.levels):
                    self._head_cell(items, offset, level, deep, left)
        self.row += deep

    def _head_cell(self, items: Sequence[Item], offset: int, level: int, deep: int, left: int) -> None:
        levels, row, column = items[offset].levels, self.row + level, left + offset
        above = levels[: level + 1]
        last = level == len(levels) - 1
        if not last and offset and items[offset - 1].levels[: level + 1] == above:
            return
        self.canvas.put(row, column, levels[level], "heading")
        if last and level < deep - 1:
            self.canvas.merges.append((row, column, self.row + deep - 1, column))
        span = 1
        while not last and offset + span < len(items) and items[offset + span].levels[: level + 1] == above:
            span += 1
        if span > 1:
            self.canvas.merges.append((row, column, row, column + span - 1))
        for between in range(self.row, self.row + deep):
            self.canvas.kinds.setdefault(between, "heading")

    def fill(
        self, items: Sequence[Item], facts: Facts, person: str = "", left: int = 1, keep: bool = False
    ) -> TrueRecord:
        """One record in one row; `keep` stays on the row for another beside it."""
        record = self.record(self.row, (left,), {}, person)
        for offset, item in enumerate(items):
            self.write(record, left + offset, item, facts)
        self.row += 0 if keep else 1
        return record

    def write(self, record: TrueRecord, column: int, item: Item, facts: Facts, shown: bool = True) -> None:
        """Type one cell of a record; not `shown`: a merge above says it already."""
        value, says = item.write(facts)
        if shown:
            self.canvas.put(record.row, column, value, "records")
        for name, expect in says.items():
            if not name:
                record.extra += [each for each in expect.values if each]
                continue
            written = "" if value is None else str(value)
            record.fields[name] = dataclasses.replace(expect, written=written, column=letter(column))
            record.headings[name] = "/".join(item.levels)

    def record(self, row: int, columns: Sequence[int], says: Mapping[str, Expect], person: str = "") -> TrueRecord:
        """A record that is found at a row, every field of its form known."""
        fields = {name: ok("") for name in fields_of(self.form)} | self.scope | dict(says)
        self.canvas.kinds[row] = "records"
        record = TrueRecord(self.form, self.file, self.sheet, row, [letter(each) for each in columns], fields, person)
        self.painter.records.append(record)
        return record

    def run_down(self, items: Sequence[Item], group: Sequence[Facts], persons: Sequence[str]) -> None:
        """Records of one household: the columns that run down are typed once and merged over the rows."""
        top = self.row
        for index, (facts, person) in enumerate(zip(group, persons, strict=True)):
            record = self.record(self.row, (1,), {}, person)
            for offset, item in enumerate(items, 1):
                same = group[0] if item.runs_down else facts
                self.write(record, offset, item, same, shown=not (item.runs_down and index))
            self.row += 1
        if len(group) > 1:
            columns = [offset for offset, item in enumerate(items, 1) if item.runs_down]
            self.canvas.merges += [(top, column, self.row - 1, column) for column in columns]


def hand_in(maker: Maker, *leaves: Leaf, encoding: str = "utf-8-sig") -> None:
    """File the sheets as one book."""
    maker.hand_in(leaves[0].file, [leaf.painter for leaf in leaves], encoding)
