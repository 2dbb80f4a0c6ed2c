"""What several writers ask of the results: a person's facts, a grid's worker, a record's place, a tally's value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from fournets.model import Address, Results
from fournets.values.addresses import format_address, walking_key
from fournets.writing.source_order import row_order
from fournets.writing.wording import grid_key

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, str]
WalkKey = tuple[tuple[bool, int, str], tuple[tuple[tuple[int, int, str], ...], ...]]
UNKNOWN: Row = {}


class Worker(NamedTuple):
    """A grid's worker."""

    name: str = ""
    phone: str = ""


class Place(NamedTuple):
    """Where a record stands."""

    file: str = ""
    sheet: str = ""
    row: str = ""


def rows_of(frame: pd.DataFrame) -> list[dict[str, str]]:
    """A frame's rows as mappings of text."""
    columns = {name: [str(value) for value in frame[name].tolist()] for name in frame.columns}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def address_in(row: Row, ending: str = "") -> Address:
    """The flat that a row names; `ending` tells apart two in one row (`_a`, `_b`)."""
    return Address(*(row.get(f"{part}{ending}", "") for part in Address._fields))


def address_text(row: Row, ending: str = "") -> str:
    """The flat in words."""
    return format_address(address_in(row, ending))


def place_text(row: Row) -> str:
    """Where a record stands, in words."""
    return f"{row['file']} {row['sheet']} 第{row['row']}行"


def walk_key(row: Row) -> WalkKey:
    """Sorts rows by grid, then in the order in which flats are walked."""
    return grid_key(row.get("grid", "")), walking_key(address_in(row))


@dataclass
class Lookups:
    """Questions about one run's results, each answered from an index that is made once and shared by all writers."""

    results: Results
    _records: dict[str, Sequence[Row]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def people(self) -> Mapping[str, Row]:
        """Every person's facts by identifier."""
        return {row["person_id"]: row for row in rows_of(self.results.linked.people)}

    def person(self, person_id: str) -> Row:
        """A person's facts; empty for nobody."""
        return self.people.get(person_id, UNKNOWN)

    @cached_property
    def cases(self) -> Sequence[Row]:
        """All cases in walking order, each with its person's facts and its own grid."""
        return sorted(
            ({**self.person(case["person_id"]), **case} for case in rows_of(self.results.cases)),
            key=lambda case: (walk_key(case), case["case_id"]),
        )

    @cached_property
    def case_of(self) -> Mapping[str, Row]:
        """A person's newest case."""
        return {case["person_id"]: case for case in sorted(self.cases, key=lambda case: case["arrive_date"])}

    @cached_property
    def coverage(self) -> Sequence[Row]:
        """Every address of the register, in walking order."""
        return sorted(rows_of(self.results.coverage), key=walk_key)

    @cached_property
    def workers(self) -> Mapping[str, Worker]:
        """Every grid's worker, from the register of grids, else from what the grids sent."""
        found: dict[str, Worker] = {}
        for row in [*self.records("grids"), *rows_of(self.results.deliveries)]:
            if row.get("worker") and row["grid"] not in found:
                found[row["grid"]] = Worker(row["worker"], row.get("phone", ""))
        return found

    def worker(self, grid: str) -> Worker:
        """A grid's worker; empty where none is registered."""
        return self.workers.get(grid, Worker())

    def records(self, form: str) -> Sequence[Row]:
        """A form's current records in the order of their places."""
        if form not in self._records:
            frame = self.results.linked.records.get(form)
            rows = rows_of(frame.take(row_order(frame))) if frame is not None and len(frame) else []
            self._records[form] = rows
        return self._records[form]

    def place_of_case(self, person_id: str) -> Place:
        """The row that a person's case comes from: the register of returnees, else the quarantine register."""
        return self._case_places.get(person_id, Place())

    @cached_property
    def _case_places(self) -> Mapping[str, Place]:
        places: dict[str, Place] = {}
        for form in ("returnees", "quarantine"):
            for row in self.records(form):
                places.setdefault(row["person_id"], Place(row["file"], row["sheet"], row["row"]))
        return places

    @cached_property
    def residents(self) -> Mapping[Address, Sequence[Row]]:
        """Who lives where, by the register first: rows of `households` with the person's facts."""
        found: dict[Address, list[Row]] = {}
        for row in rows_of(self.results.linked.households):
            found.setdefault(address_in(row), []).append({**self.person(row["person_id"]), **row})
        return found

    @cached_property
    def figures(self) -> Mapping[tuple[str, str, str, str], str]:
        """Every number by (tally, group, group value, period); empty where nobody reported it."""
        names = ("tally", "group", "group_value", "period")
        return {tuple(row[name] for name in names): row["value"] for row in rows_of(self.results.tallies)}  # type: ignore[misc]

    def figure(self, tally: str, period: str = "", group: str = "community", value: str = "") -> str | None:
        """A number; without a period the current one, else the cumulative one. None where it is not counted at all."""
        for wanted in (period,) if period else ("current", "cumulative", "today"):
            if (found := self.figures.get((tally, group, value, wanted))) is not None:
                return found
        return None
