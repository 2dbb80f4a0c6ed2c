"""What every part of the day's reconciling looks at: the records up to the day, and where each of them belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.model import Address, FileRead, Linked, SourceFile, Table
from fournets.reconciling.places import Compounds, GridRegister, called, of_grids, place_of
from fournets.reconciling.records import answered_files

EVENT_DAY: Mapping[str, str] = {
    "screening": "date",
    "returnees": "arrive_date",
    "quarantine": "start_date",
    "temperatures": "date",
    "gate": "date",
    "passes": "issued_date",
    "disinfection": "date",
    "duty": "date",
    "publicity": "date",
    "errands": "date",
    "fever": "date",
    "receipts": "signed_date",
}
"""The field that says when a record's event happened; the registers have none."""
PLACE = ("compound", "building", "entrance", "flat")
_POST_WORD = re.compile(r"(?:疫情)?(?:防控)?(?:劝返点|门岗|卡口|卡点|检查点|检测点|值守点|执勤点|监测点|岗亭|岗)$")
"""What people call a post: 惠泽小区东门, 惠泽小区东门劝返点 and 惠泽小区东门门岗 are one."""
AT = ("at_compound", "at_building", "at_entrance", "at_flat")


def as_objects(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose columns are plain Python objects, which are walked through ten times as fast as text columns."""
    return frame.astype("object")


def each(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows one by one, as column → value."""
    if frame.empty:
        return []
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


@dataclass(frozen=True, slots=True)
class Sent:
    """One sheet's table with the file that it came in."""

    source: SourceFile
    table: Table


@dataclass
class View:
    """The desk on one day. Everything here is derived once and read by all."""

    linked: Linked
    reads: Sequence[tuple[SourceFile, FileRead]]
    settings: Settings
    day: date
    _known: dict[str, pd.DataFrame] = field(default_factory=dict)
    _place_of: dict[tuple[str, ...], Address] = field(default_factory=dict)

    @property
    def today(self) -> str:
        """The reporting day as the data files write it."""
        return self.day.isoformat()

    @cached_property
    def compounds(self) -> Compounds:
        """Our compounds: of the registers, else of the residents' sheets."""
        records = self.linked.records
        registered, met = (records[form]["compound"] for form in ("compounds", "households"))
        gridded = of_grids(records["grids"]["compound"], records["grids"]["buildings"])
        others = called(registered, records["compounds"]["extra"])
        return Compounds(registered, met, also={*self.settings.office.compounds, *gridded}, called=others)

    @cached_property
    def grids(self) -> GridRegister:
        """Which grid an address belongs to."""
        compounds_of: dict[str, dict[str, None]] = {}
        for (compound, _), grid in self.linked.grid_of.items():
            compounds_of.setdefault(grid, {})[compound] = None
        return GridRegister(self.linked.grid_of, {grid: tuple(names) for grid, names in compounds_of.items()})

    @cached_property
    def grid_of_person(self) -> Mapping[str, str]:
        """Every person's grid; empty where none is known."""
        people = as_objects(self.linked.people)
        return dict(zip(people["person_id"], people["grid"], strict=True))

    @cached_property
    def visits_of(self) -> Mapping[str, list[dict[str, Any]]]:
        """The visits at which something was written in words about a person, by person."""
        frame = self.records("screening")
        told = frame[(frame["person_id"] != "") & ((frame["note"] != "") | ~frame["contact"].isin(["", "yes", "no"]))]
        found: dict[str, list[dict[str, Any]]] = {}
        for record in each(told):
            found.setdefault(str(record["person_id"]), []).append(record)
        return found

    @cached_property
    def name_of_person(self) -> Mapping[str, str]:
        """Every person's name."""
        people = as_objects(self.linked.people)
        return dict(zip(people["person_id"], people["name"], strict=True))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Files by age: of two versions the one with the greater rank is current."""
        sources = sorted((source for source, _ in self.reads), key=lambda source: source.order)
        return {source.path: number for number, source in enumerate(sources)}

    @cached_property
    def compound_of_checkpoint(self) -> Mapping[str, str]:
        """The compound that each checkpoint of the register guards."""
        register = self.linked.records["checkpoints"]
        return {
            checkpoint: self.compounds.fold(compound) or self.compounds.find(checkpoint)
            for checkpoint, compound in zip(register["checkpoint"], register["compound"], strict=True)
        }

    def records(self, form: str) -> pd.DataFrame:
        """The current records of a form whose event is not after the day, with where they belong.

        More columns: `form`, `when` (the event's day), `at_compound` … `at_flat` (by the registers' names), `at_grid`.
        """
        if form not in self._known:
            self._known[form] = self._derived(form)
        return self._known[form]

    def _derived(self, form: str) -> pd.DataFrame:
        frame = as_objects(self.linked.records[form])
        frame["form"] = form
        frame["when"] = frame[EVENT_DAY[form]] if form in EVENT_DAY else ""
        frame = frame[frame["when"] <= self.today].reset_index(drop=True)
        places = self._places(form, frame)
        for name, values in zip(AT, zip(*places, strict=True) if places else ((),) * len(AT), strict=True):
            frame[name] = pd.Series(values, dtype="object")
        frame["at_grid"] = pd.Series(self._grids(frame, places), dtype="object")
        return frame

    def _places(self, form: str, frame: pd.DataFrame) -> list[Address]:
        if form == "gate":
            return [Address(self.compound_at(post)) for post in frame["checkpoint"]]
        if form == "duty":
            return [Address(self.compound_of_checkpoint.get(self.checkpoint(post), "")) for post in frame["post"]]
        if "flat" not in frame.columns:
            compounds = frame["compound"] if "compound" in frame.columns else [""] * len(frame)
            return [Address(self.compounds.fold(compound)) for compound in compounds]
        written = list(zip(*(frame[name] for name in PLACE), frame["grid"], strict=True))
        for parts in set(written) - self._place_of.keys():
            self._place_of[parts] = place_of(self.compounds, self.grids, Address(*parts[:4]), parts[4])
        return [self._place_of[parts] for parts in written]

    def compound_at(self, checkpoint: str) -> str:
        """The compound that a checkpoint guards, by the register or by its name."""
        return self.compound_of_checkpoint.get(self.checkpoint(checkpoint)) or self.compounds.find(checkpoint)

    def checkpoint(self, written: str) -> str:
        """The register's name of a checkpoint that is written with another word for a post; else as written."""
        if written in self.compound_of_checkpoint:
            return written
        same = self._bare_checkpoints.get(_POST_WORD.sub("", written), [])
        return same[0] if len(same) == 1 else written

    @cached_property
    def _bare_checkpoints(self) -> Mapping[str, list[str]]:
        bare: dict[str, list[str]] = {}
        for name in self.compound_of_checkpoint:
            bare.setdefault(_POST_WORD.sub("", name), []).append(name)
        return bare

    def _grids(self, frame: pd.DataFrame, places: list[Address]) -> list[str]:
        """The person's grid, else the address's by the register, else what the row says."""
        persons = frame["person_id"] if "person_id" in frame.columns else [""] * len(frame)
        written = frame["grid"] if "grid" in frame.columns else [""] * len(frame)
        return [
            self.grid_of_person.get(person, "") or self.grids.grid(place.compound, place.building) or grid
            for person, place, grid in zip(persons, places, written, strict=True)
        ]

    @cached_property
    def tables(self) -> Mapping[str, list[Sent]]:
        """Every table that counts, by form: none of files that a returned copy answers."""
        answered = answered_files(self.reads)
        found: dict[str, list[Sent]] = {form: [] for form in FORMS}
        for source, read in self.reads:
            for table in read.tables if source.sha256 not in answered else ():
                found[table.form].append(Sent(source, table))
        return found

    @cached_property
    def _tables_at(self) -> Mapping[tuple[str, str, str], list[Table]]:
        at: dict[tuple[str, str, str], list[Table]] = {}
        for form, several in self.tables.items():
            for one in several:
                at.setdefault((form, one.source.path, one.table.sheet), []).append(one.table)
        return at

    def letter(self, form: str, file: str, sheet: str, column: str, field_name: str) -> str:
        """Excel's letter of a field's column in the table whose record stands at `column`; else that letter itself.

        A record of a wide table stands at its own value's column.
        """
        table = self.table_at(form, file, sheet, column)
        if table is None:
            return column
        several = len(set(table.letters)) > 1 and field_name in ("temperature", "times", "quantity")
        if several:
            return column
        instead = table.letter_of.get("address", column) if field_name in PLACE else column
        return table.letter_of.get(field_name) or instead

    def table_at(self, form: str, file: str, sheet: str, column: str) -> Table | None:
        """The table whose record stands at `column`; of several that fit the first."""
        tables = self._tables_at.get((form, file, sheet), [])
        return next(iter([table for table in tables if column in table.letters] or tables), None)

    def has_column(self, form: str, file: str, sheet: str, field_name: str) -> bool:
        """Whether a table of this form on the sheet has a column for the field."""
        return any(field_name in table.letter_of for table in self._tables_at.get((form, file, sheet), []))

    @cached_property
    def told(self) -> frozenset[tuple[str, str, int, str]]:
        """Cells with a finding of their own already: file, sheet, row, field."""
        return frozenset((one.file, one.sheet, one.row, one.field) for one in self.linked.findings)
