"""What is to be written: entries, columns, sheets, books. Mistakes are planted here, before anything is drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sample_desk.hands import Hand
from sample_desk.spelling import Cell
from sample_desk.world import Facts, Person


@dataclass(frozen=True, slots=True)
class Mistake:
    """One planted mistake: the finding that is to be expected, at which field of its row, and why."""

    code: str
    field: str
    why: str


@dataclass(slots=True, eq=False)
class Entry:
    """One record. `written` holds what stands in a field's cell where it is not the hand's usual way."""

    facts: Facts
    person: Person | None = None
    written: dict[str, Cell] = dataclasses.field(default_factory=dict)
    mistakes: list[Mistake] = dataclasses.field(default_factory=list)

    def plant(self, code: str, field: str, why: str) -> None:
        """Note a mistake of this record."""
        self.mistakes.append(Mistake(code, field, why))


Line = list[Entry]
"""The records that stand in one row of a sheet, from left to right."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, its heading, and the facts that the heading itself states (a date, a slot, a service).

    Of two tables side by side `block` says which one it belongs to. An empty field is a serial number or padding.
    """

    field: str
    heading: str
    group: str = ""
    fixed: Mapping[str, str] = dataclasses.field(default_factory=dict)
    block: int = 0
    hidden: bool = False


@dataclass(slots=True, eq=False)
class SheetPlan:
    """One sheet: one form in one hand. `wrong_total` is added to the total row's first number, a planted mistake."""

    form: str
    name: str
    hand: Hand
    columns: list[Column]
    lines: list[Line]
    titles: list[str] = dataclasses.field(default_factory=list)
    footer: str = ""
    totals: tuple[str, ...] = ()
    subtotal_by: str = ""
    zero: str = ""
    wrong_total: int = 0
    fill_date: date | None = None
    only_text: list[str] = dataclasses.field(default_factory=list)

    @property
    def entries(self) -> list[Entry]:
        """Every record of the sheet."""
        return [entry for line in self.lines for entry in line]

    def has(self, field: str) -> bool:
        """Whether a column writes this field."""
        return any(column.field == field for column in self.columns)


@dataclass(slots=True, eq=False)
class Book:
    """One file of the inbox; `day` is the evening on which the clerk saved it."""

    path: str
    hand: Hand
    day: date
    sheets: list[SheetPlan]
    superseded: bool = False

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
