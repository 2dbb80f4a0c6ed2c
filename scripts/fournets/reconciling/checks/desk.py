"""What a check looks at, and how it says where something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from fournets.catalogue.findings import FINDINGS
from fournets.catalogue.forms import FORMS
from fournets.model import Address, Finding, Identifiers
from fournets.reconciling.case_events import Event
from fournets.reconciling.case_rules import chinese_day
from fournets.reconciling.cases import Case, Cases
from fournets.reconciling.coverage import Register
from fournets.reconciling.temperature_days import Readings
from fournets.reconciling.view import AT, View

Record = Mapping[Any, Any]
"""One row of a frame: column → value."""
MANY = 5
"""From so many alike on it is the way of the desk and no slip: it is said once or not at all, and not row by row."""
WHOLE_LACKS = 0.1
"""A register that lacks more than this share of the flats that others' sheets name is not a whole one."""


@dataclass
class Desk:
    """The day as the checks see it. `seen` are the visits with their addresses."""

    view: View
    register: Register
    cases: Cases
    seen: pd.DataFrame
    deliveries: pd.DataFrame
    identifiers: Identifiers

    @cached_property
    def of_person(self) -> Mapping[str, list[Case]]:
        """Each person's cases in order of time."""
        return self.cases.of_person()

    @cached_property
    def readings(self) -> Readings:
        """Who was measured when."""
        return Readings(self.view)

    @cached_property
    def residents(self) -> frozenset[str]:
        """The persons of the households' register."""
        return frozenset(self.view.records("households")["person_id"]) - {""}

    @cached_property
    def homes(self) -> Mapping[Address, dict[str, str]]:
        """Flat → name → person of its registered residents."""
        frame = self.view.records("households")
        homes: dict[Address, dict[str, str]] = {}
        for name, person, *parts in zip(frame["name"], frame["person_id"], *(frame[one] for one in AT), strict=True):
            if person and parts[3]:
                homes.setdefault(Address(*parts), {})[name] = person
        return homes

    @cached_property
    def met_flats(self) -> Mapping[str, list[Address]]:
        """Compound with a register → the flats where visits met somebody or whose people got passes."""
        registered = {address.compound for address in self.register.grid_of}
        met: dict[str, dict[Address, None]] = {}
        for frame in (self.seen[self.seen["found"]], self.view.records("passes")):
            for place in zip(*(frame[name] for name in AT), strict=True):
                address = Address(*place)
                if address.flat and address.compound in registered:
                    met.setdefault(address.compound, {})[address] = None
        return {compound: list(flats) for compound, flats in met.items()}

    @cached_property
    def partial_registers(self) -> Mapping[str, list[Address]]:
        """Compounds whose register lacks so many of the flats met with that it is no whole one; these flats."""
        lacking = {
            compound: [address for address in flats if self.register.find(address) is None]
            for compound, flats in self.met_flats.items()
        }
        return {
            compound: flats
            for compound, flats in lacking.items()
            if len(flats) >= MANY and len(flats) > WHOLE_LACKS * len(self.met_flats[compound])
        }

    def name(self, person: str) -> str:
        """The person's name."""
        return self.view.name_of_person.get(person, "")

    def at(self, record: Record, code: str, field: str, **words: str) -> Finding:
        """A finding at one cell of a record; a column that the sheet lacks is the record's own."""
        form, file, sheet, column = (str(record[name]) for name in ("form", "file", "sheet", "column"))
        letter = self.view.letter(form, file, sheet, column, field)
        if code not in FINDINGS:
            raise KeyError(code)
        return Finding(
            code, form, file, sheet, int(record["row"]), letter, field, str(record.get("at_grid", "")),
            str(record.get("person_id", "")), words,
        )  # fmt: skip

    def on(self, case: Case, event: Event, code: str, field: str, **words: str) -> Finding:
        """A finding on a case, at a cell of one of its rows; the person's name is among the words."""
        return self.at(event.record, code, field, name=self.name(case.stay.person_id), **words)

    def is_told(self, record: Record, *fields: str) -> bool:
        """Whether reading complained about one of these cells of the record already."""
        place = (str(record["file"]), str(record["sheet"]), int(record["row"]))
        return any((*place, field) in self.view.told for field in fields)


def day_words(iso: str) -> str:
    """2月8日; an unknown day is 日期不明."""
    return chinese_day(iso) if iso else "日期不明"


def title(form: str) -> str:
    """What staff call the form."""
    return FORMS[form].title
