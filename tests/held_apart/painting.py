"""Painting a table onto a sheet as a clerk lays it out, and noting what each row and cell says."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.held_apart.canvas import Canvas, CellValue, letter
from tests.held_apart.hands import Says
from tests.held_apart.truth import Expect, TrueRecord, fields_of, ok

Facts = Mapping[str, object]
"""What the painter knows of one row: the columns' writers take what they need."""


@dataclass
class Column:
    """One column of a table. `heading` from the top level down; `""` continues the cell above, `None` none at all.

    `down` merges equal neighbours of one block; `blank_down` leaves repeats blank without merging (either reading
    of the blank cells is right); `ditto` writes 同上 where the cell above says the same.
    """

    heading: tuple[str, ...] | str
    write: Callable[[Facts], Says]
    down: bool = False
    blank_down: bool = False
    ditto: str = ""
    extra: bool = False

    @property
    def levels(self) -> tuple[str, ...]:
        return (self.heading,) if isinstance(self.heading, str) else self.heading


@dataclass
class Habits:
    """How a clerk breaks up a table. Counts are of records; 0 = never.

    `numbered_headings`: a row 1, 2, 3 … under the headings. `empty_serials`: rows prepared with a number only.
    `example`: a row under the headings that shows how to fill in. `section_total`: the last row of a section, its count.
    """

    repeat_header: int = 0
    blank_every: int = 0
    subtotal_every: int = 0
    section: Callable[[Facts], str] | None = None
    total: str = ""
    footer: Sequence[str] = ()
    hide_every: int = 0
    numbered_headings: bool = False
    empty_serials: int = 0
    merge_headings: bool = True
    example: Sequence[CellValue] = ()
    section_total: Callable[[Facts], str] | None = None


@dataclass
class Spread:
    """A group of columns that gives a record of its own in each row: a date's temperature, a kind of errand.

    `cell` gives what is written for a row, and `fields` of the record; None: nothing is written and no record is.
    """

    heading: tuple[str, ...]
    cell: Callable[[Facts], tuple[CellValue, dict[str, Expect], bool] | None]


@dataclass
class Painter:
    """Paints tables of one file's sheet and collects the records that it holds."""

    rng: random.Random
    canvas: Canvas
    file: str
    records: list[TrueRecord] = field(default_factory=list)

    def header(self, top: int, left: int, levels: Sequence[tuple[str, ...]], merge: bool = True) -> int:
        """Headings of one to three rows, merged across equal neighbours and down over empty ones; the row below."""
        depth = max(len(each) for each in levels)
        padded = [tuple(each) + ("",) * (depth - len(each)) for each in levels]
        for index, column in enumerate(padded):
            for level, text in enumerate(column):
                same = index > 0 and padded[index - 1][: level + 1] == column[: level + 1] and level < depth - 1
                if text and not same:
                    self.canvas.put(top + level, left + index, text, "heading")
                self.canvas.put(top + level, left + index, None, "heading")
        if merge and depth > 1:
            self._merge_header(top, left, padded, depth)
        return top + depth

    def _merge_header(self, top: int, left: int, padded: list[tuple[str, ...]], depth: int) -> None:
        index = 0
        while index < len(padded):
            column = padded[index]
            end = index
            while end + 1 < len(padded) and padded[end + 1][0] == column[0] and column[1]:
                end += 1
            if end > index:
                self.canvas.merges.append((top, left + index, top, left + end))
            elif not any(column[1:]):
                self.canvas.merges.append((top, left + index, top + depth - 1, left + index))
            index = end + 1

    def table(
        self,
        top: int,
        left: int,
        form: str,
        columns: Sequence[Column],
        rows: Sequence[Facts],
        fixed: Mapping[str, Expect] | None = None,
        habits: Habits | None = None,
        spreads: Sequence[Spread] = (),
    ) -> int:
        """Header and rows; the first free row below. `fixed` is what the scope says for every record."""
        habits = habits or Habits()
        levels = [column.levels for column in columns] + [spread.heading for spread in spreads]
        row = self.header(top, left, levels, habits.merge_headings)
        if form not in self.canvas.forms:
            self.canvas.forms.append(form)
        width = len(levels)
        if habits.numbered_headings:
            for index in range(width):
                self.canvas.put(row, left + index, index + 1, "note|heading")
            row += 1
        for index, text in enumerate(habits.example):
            self.canvas.put(row, left + index, text, "note")
        row += bool(habits.example)
        before: dict[int, Says] = {}
        section, part, since = "", "", 0
        for index, facts in enumerate(rows):
            if habits.section_total and habits.section_total(facts) != part:
                if part:
                    row, before = self._count(row, left, f"{part}小计", index - since), {}
                part, since = habits.section_total(facts), index
            if habits.section and habits.section(facts) != section:
                section = habits.section(facts)
                self.canvas.line(row, section, width, "note", left)
                row, before = row + 1, {}
            if habits.repeat_header and index and index % habits.repeat_header == 0:
                row, before = self.header(row, left, levels, habits.merge_headings), {}
            if habits.subtotal_every and index and index % habits.subtotal_every == 0:
                row, before = self._count(row, left, "小计", habits.subtotal_every), {}
            if habits.blank_every and index and index % habits.blank_every == 0:
                row, before = row + 1, {}
            self._record(row, left, form, columns, facts, fixed or {}, before, spreads)
            if habits.hide_every and index % habits.hide_every == habits.hide_every - 1:
                self.canvas.hidden_rows.add(row)
            row += 1
        if part:
            row = self._count(row, left, f"{part}小计", len(rows) - since)
        for number in range(habits.empty_serials):
            self.canvas.put(row, left, len(rows) + number + 1, "blank|note")
            row += 1
        if habits.total:
            self.canvas.put(row, left, habits.total, "total")
            self.canvas.put(row, left + 1, len(rows))
            row += 1
        for text in habits.footer:
            self.canvas.line(row, text, width, "note", left)
            row += 1
        return row

    def _count(self, row: int, left: int, words: str, number: int) -> int:
        """A total written by hand; the row below."""
        self.canvas.put(row, left, words, "total")
        self.canvas.put(row, left + 1, f"{number}人")
        return row + 1

    def _record(
        self, row: int, left: int, form: str, columns: Sequence[Column], facts: Facts, fixed: Mapping[str, Expect],
        before: dict[int, Says], spreads: Sequence[Spread],
    ) -> None:  # fmt: skip
        said: dict[str, Expect] = {name: ok("") for name in fields_of(form)} | dict(fixed)
        extra: list[str] = []
        words: dict[str, str] = {}
        letters = [letter(left)]
        for index, column in enumerate(columns):
            says = column.write(facts)
            place = (row, left + index)
            if says.fields:
                letters.append(letter(place[1]))
            says = self._lay(place, column, says, facts, before, index)
            before[index] = says
            words |= {name: "/".join(filter(None, column.levels)) for name in says.fields}
            for name, expect in says.fields.items():
                if name not in said:
                    continue
                written = dataclasses.replace(
                    expect, written=str(self.canvas.cells.get(place, "")), column=letter(place[1])
                )
                said[name] = _join(said.get(name), written) if name in fixed and expect.values == ("",) else written
            if column.extra and says.cell not in (None, ""):
                extra.append(str(says.cell))
        person = str(facts.get("person", ""))
        if not spreads:
            self.canvas.put(row, left, None, "records")
            self.records.append(
                TrueRecord(form, self.file, self.canvas.name, row, letters, said, person, extra=extra, headings=words)
            )
        kind = "records|note|blank|held"
        for index, spread in enumerate(spreads):
            outcome = spread.cell(facts)
            if outcome is None:
                continue
            kind = kind if outcome[2] else "records"
            cell, fields, optional = outcome
            here = left + len(columns) + index
            self.canvas.put(row, here, cell)
            own = {
                name: dataclasses.replace(expect, written=str(cell), column=letter(here))
                for name, expect in fields.items()
            }
            self.records.append(
                TrueRecord(
                    form,
                    self.file,
                    self.canvas.name,
                    row,
                    [letter(here)],
                    said | own,
                    person,
                    optional,
                    extra,
                    headings=words | {name: "/".join(spread.heading) for name in fields},
                )
            )
        if spreads:
            self.canvas.put(row, left, None, kind)

    def _lay(
        self, place: tuple[int, int], column: Column, says: Says, facts: Facts, before: dict[int, Says], index: int,
    ) -> Says:  # fmt: skip
        row, at = place
        above = before.get(index)
        block = facts.get("block")
        same = above is not None and above.fields == says.fields and bool(says.fields)
        if column.down and index in before and block is not None and block == facts.get("block before"):
            merge = next(
                (each for each in self.canvas.merges if each[1] == at and each[2] == row - 1 and each[3] == at), None
            )
            if merge:
                self.canvas.merges.remove(merge)
            self.canvas.merges.append((merge[0] if merge else row - 1, at, row, at))
            return above if above is not None else says
        if column.blank_down and above is not None and block is not None and block == facts.get("block before"):
            either = {
                name: dataclasses.replace(expect, values=("", *expect.values)) for name, expect in above.fields.items()
            }
            return Says(None, either)
        if column.ditto and same and says.cell not in (None, "") and self.rng.random() < 0.5:
            self.canvas.put(row, at, column.ditto)
            return says
        self.canvas.put(row, at, says.cell)
        return says


def _join(scope: Expect | None, cell: Expect) -> Expect:
    """An empty cell leaves what the scope says."""
    return scope if scope is not None else cell


def blocks(rows: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """Tell each row the block (household) of the row before it, for merging downwards."""
    before: object = None
    done = []
    for row in rows:
        done.append(row | {"block before": before})
        before = row.get("block")
    return done
