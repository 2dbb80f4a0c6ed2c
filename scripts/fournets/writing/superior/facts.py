"""Whom or what a superior's list is about, and what is known of each: one line for each that the number counts.

The lines are the records behind a number of the desk, so that a list is as long as the number says, and
`trace.py` names the rows that each line comes from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from fournets.catalogue.settings import Settings
from fournets.catalogue.superior import ABOVE, ListAsked
from fournets.catalogue.tallies import Group
from fournets.catalogue.tally_names import NumberAsked
from fournets.values.text import clean
from fournets.writing.lookups import UNKNOWN, Lookups, Row, address_text, walk_key
from fournets.writing.summary.lists import extra_of
from fournets.writing.wording import CASE_STATUSES, CATEGORIES

Behind = Callable[[str, str], Sequence[Row]]
"""The records behind a number of the whole community (tally, period): form, file, sheet, row, column, unit."""
PERSONS_FORMS = ("returnees", "quarantine", "temperatures", "fever", "screening", "households")
"""The forms that tell of a person, the more telling ones first."""
_PLACE = ("file", "sheet", "row", "column")
_OF_PERSON = ("name", "id_number", "compound", "building", "entrance", "flat", "gender", "grid")
_OF_CASE = (
    *("from_place", "left_date", "arrive_date", "start_date", "due_date", "released_date"),
    *("notice_signed", "pledge_signed"),
)
_DAYS = ("date", "arrive_date", "start_date")
_NOT_RELEASED = ("to_notify", "in_quarantine", "to_release")
_VALID_ID = re.compile(r"\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dX]")
_ACCIDENTAL = re.compile(r"[(（\[【].*?[)）\]】]|^\d+[.、．]|[\W_]")


@dataclass
class Above:
    """What a form is filled from."""

    lookups: Lookups
    settings: Settings
    behind: Behind
    _by_place: dict[str, Mapping[tuple[str, ...], Row]] = field(default_factory=dict, init=False, repr=False)

    @property
    def day(self) -> str:
        """The reporting day as the data files write it."""
        return self.lookups.results.day.isoformat()

    @cached_property
    def of_person(self) -> Mapping[tuple[str, str], Sequence[Row]]:
        """Every person's records up to the day, by (person, form), in the order of their places."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for form in PERSONS_FORMS:
            for record in self.lookups.records(form):
                if record.get("person_id") and not any(record.get(name, "") > self.day for name in _DAYS):
                    found[record["person_id"], form].append(record)
        return found

    @cached_property
    def case(self) -> Mapping[str, Row]:
        """Every case by its identifier."""
        return {case["case_id"]: case for case in self.lookups.cases}

    @cached_property
    def groups(self) -> Mapping[str, frozenset[str]]:
        """The groups that numbers are broken down by: kind → names."""
        found: dict[str, set[str]] = defaultdict(set)
        for _, kind, value, _ in self.lookups.figures:
            found[kind].add(value)
        return {kind: frozenset(values) for kind, values in found.items()}

    def record(self, row: Row) -> Row:
        """The whole record that a row behind a number stands for."""
        form = row["form"]
        if form not in self._by_place:
            records = self.lookups.records(form)
            self._by_place[form] = {tuple(record.get(name, "") for name in _PLACE): record for record in records}
        return self._by_place[form].get(tuple(str(row.get(name, "")) for name in _PLACE), UNKNOWN)

    def lines(self, asked: ListAsked) -> list[Line]:
        """One line for each that the first number counts and the others count too, people in walking order."""
        first, *others = asked.numbers
        lines = self._lines(first)
        for other in others:
            persons = {line.person_id for line in self._lines(other)}
            lines = [line for line in lines if line.person_id in persons]
        if all(line.person_id for line in lines):
            return sorted(lines, key=lambda line: walk_key(line.person))
        return lines

    def _lines(self, number: NumberAsked) -> list[Line]:
        units: dict[str, list[Row]] = {}
        for row in self.behind(number.tally, number.period):
            units.setdefault(str(row["unit"]), []).append({**self.record(row), "form": row["form"]})
        return [Line(self, unit, records) for unit, records in units.items()]


@dataclass
class Line:
    """One that a list is about: the records that the number counts it by, its person and case where it has one."""

    above: Above
    unit: str
    records: Sequence[Row]

    @cached_property
    def person_id(self) -> str:
        """Whom the records are linked to; empty for things and for several persons."""
        persons = {record.get("person_id", "") for record in self.records}
        return persons.pop() if len(persons) == 1 else ""

    @property
    def person(self) -> Row:
        """The person's facts."""
        return self.above.lookups.person(self.person_id)

    @property
    def case(self) -> Row:
        """The case that is counted, else the person's newest."""
        return self.above.case.get(self.unit) or self.above.lookups.case_of.get(self.person_id, UNKNOWN)

    @property
    def is_open(self) -> bool:
        """Whether its case is not over."""
        return self.case.get("status", "") in _NOT_RELEASED

    def says(self, form: str, name: str, stated: Mapping[str, str]) -> str | None:
        """What is known of a field, in the data files' notation; empty for unknown, None for what it never says.

        `stated` is what the heading itself says: the time of day of a temperature.
        """
        if form == ABOVE.name:
            return self._settled(name)
        if self.person_id and (found := self._of_person(name)) is not None:
            return found
        if form == "temperatures" and name == "temperature":
            return self._reading(stated)
        if self.case and form in ("returnees", "quarantine") and (found := self._of_case(name)) is not None:
            return found
        records = [record for record in self.records if record["form"] == form]
        records = records or list(self.above.of_person.get((self.person_id, form), ())[-1:])
        if not records and not self.person_id:
            return None
        if self.person_id:
            return next((record[name] for record in reversed(records) if record.get(name)), "")
        return "、".join(dict.fromkeys(record[name] for record in records if record.get(name)))

    def extra(self, heading: str) -> str:
        """What our own sheets say of the person under this very heading, where no field takes it."""
        wanted = _bare(heading)
        others = [record for form in PERSONS_FORMS for record in self.above.of_person.get((self.person_id, form), ())]
        extras = (extra_of(record) for record in (*self.records, *reversed(others)))
        found = (value for extra in extras for name, value in extra.items() if value and _bare(name) == wanted)
        return next(found, "")

    def _of_person(self, name: str) -> str | None:
        if name == "phone":
            return self.person.get("phones", "")
        if name == "address":
            return address_text(self.person)
        return self.person.get(name, "") if name in _OF_PERSON else None

    def _of_case(self, name: str) -> str | None:
        """What the case says; where it is silent on a place or a day, the records may still say it."""
        if name in ("wuhan", "hubei"):
            category = self.case["category"]
            yes = category == "wuhan" or (name == "hubei" and category == "hubei")
            return "" if not category else "yes" if yes else "no"
        if name == "released":
            return "yes" if self.case["status"] == "released" else "no"
        return self.case.get(name) or None if name in _OF_CASE else None

    def _reading(self, stated: Mapping[str, str]) -> str:
        """The reporting day's reading, of that time of day where the heading names one, else the latest."""
        readings = [
            record
            for record in self.above.of_person.get((self.person_id, "temperatures"), ())
            if record.get("date") == self.above.day and record.get("temperature")
            if record.get("slot") == stated.get("slot", record.get("slot"))
        ]
        order = ("", "morning", "noon", "evening", "recheck")
        latest = sorted(readings, key=lambda record: order.index(record.get("slot", "")))
        return latest[-1]["temperature"] if latest else ""

    def _settled(self, name: str) -> str | None:
        """What none of our forms says under one heading."""
        office = self.above.settings.office
        ours = {
            "community": office.community,
            "street": office.subdistrict,
            "district": office.district,
            "city": office.city,
            "province": office.province,
        }
        if name in ours:
            return ours[name]
        if name in ("grid_worker", "grid_phone"):
            worker = self.above.lookups.worker(self.person.get("grid", "") or self._grid())
            return worker.name if name == "grid_worker" else worker.phone
        if not self.person_id:
            return None
        if name == "age":
            return self.person.get("age", "")
        if name == "birth_date":
            found = _VALID_ID.fullmatch(self.person.get("id_number", ""))
            return "-".join(found.groups()) if found else ""
        return self._of_stay(name) if self.case else ""

    def _grid(self) -> str:
        return next((record["grid"] for record in self.records if record.get("grid")), "")

    def _of_stay(self, name: str) -> str | None:
        case = self.case
        if name == "category":
            return CATEGORIES[case["category"]] if case["category"] else ""
        if name == "status":
            return CASE_STATUSES.get(case["status"], "")
        if name == "notice_number":
            return case["notice_number"]
        if name == "release":
            return case["due_date"] if self.is_open else case["released_date"]
        if name == "days":
            return _days(case["start_date"], case["due_date"])
        if name == "days_so_far":
            return _days(case["start_date"], min(self.above.day, case["released_date"] or case["due_date"]))
        return None


def _days(start: str, end: str) -> str:
    return str(max((date.fromisoformat(end) - date.fromisoformat(start)).days, 0)) if start and end else ""


def _bare(heading: str) -> str:
    return _ACCIDENTAL.sub("", clean(heading)).lower()


def number_of(above: Above, asked: NumberAsked, group: tuple[Group, str] = (Group.COMMUNITY, "")) -> str:
    """The number as `tallies.csv` has it; empty where nobody reported it, or it is not counted by such groups."""
    return above.lookups.figure(asked.tally, asked.period, *group) or ""
