"""Every value of every fact about a person with its sources, and the value that counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from fournets.model import Address
from fournets.reconciling.linking.mentions import NAMED_FORMS, Mention
from fournets.reconciling.linking.who import Who
from fournets.reconciling.places import GridRegister
from fournets.reconciling.records import Stack, text_frame
from fournets.values.addresses import format_address
from fournets.values.identity import birth_date, sex

PEOPLE = ("person_id", "name", "id_number", "phones", *Address._fields, "grid", "gender", "age")
NEARNESS = {
    "returnees": 5, "quarantine": 5, "households": 4, "fever": 4, "screening": 3, "volunteers": 3,
    "passes": 2, "temperatures": 2, "errands": 2, "gate": 1, "duty": 1, "receipts": 1, "dispatch": 0,
}  # fmt: skip
"""How near a form is to the person himself: who came back told us, a list from above is hearsay."""
OWN_FIELDS = ("gender", "registered_residence", "birth_year", "employer")
LATEST_AGE = 120
APART = "\x1f"
"""Between the parts of a place: a character that no cell keeps."""
sex_of = lru_cache(2**18)(sex)
"""The sex that a valid ID number tells; each number is checked once."""


class Fact(NamedTuple):
    """One value of one fact. `rank` orders values: of two the greater one counts."""

    rank: tuple[object, ...]
    value: str
    form: str
    position: int


@dataclass(slots=True)
class Profile:
    """What is known of a person: every value of every fact."""

    person_id: str
    facts: dict[str, list[Fact]]

    def best(self, name: str) -> str:
        """The value of a fact that counts."""
        facts = self.facts.get(name)
        return max(facts).value if facts else ""

    def values(self, name: str) -> list[str]:
        """Every value of a fact, the best first."""
        return list(dict.fromkeys(fact.value for fact in sorted(self.facts.get(name, ()), reverse=True)))


def profiles(
    stack: Stack, who: Who, current: Mapping[str, Sequence[int]], persons: Mapping[str, Sequence[str]]
) -> dict[str, Profile]:
    """Everything that the current records say of everybody, one fact a value and sheet. `persons` by form and row."""
    found: dict[str, Profile] = {}
    order = [source.order for source in stack.sources]
    for form in NAMED_FORMS:
        rows = stack.rows[form]
        own = [(name, rows.columns[name]) for name in OWN_FIELDS if name in rows.columns]
        seen: set[tuple[str, int, int]] = set()
        for index in current[form]:
            person_id = persons[form][index]
            number = who.mentions.of_row[form][index]
            spot = (person_id, number, rows.table[index])
            if not person_id or (spot in seen and not own):
                continue
            seen.add(spot)
            profile = found.get(person_id) or found.setdefault(person_id, Profile(person_id, {}))
            rank = (NEARNESS.get(form, 1), order[rows.source[index]], rows.table[index], rows.row[index])
            said = [*_said(who.mentions.items[number]), *((name, values[index], 0) for name, values in own)]
            for name, value, sure in said:
                if value:
                    profile.facts.setdefault(name, []).append(Fact((sure, *rank), value, form, index))
    return found


def _said(mention: Mention) -> Iterator[tuple[str, str, int]]:
    """The facts in a mention, each with how sure its notation is."""
    yield "name", mention.name, 2 * (mention.form == "households") + bool(mention.valid_id)
    yield "id_number", mention.said.id_number, 3 if mention.valid_id else 2 if mention.full_id else 1
    for phone in mention.phones.split(";"):
        yield "phone", phone, 0 if "*" in phone else 1 if mention.form in ("gate", "dispatch") else 2
    if mention.form != "gate" and (mention.place.building or mention.place.flat):
        yield "place", APART.join(mention.place), 2 if mention.full_place else 1
    elif mention.form not in ("gate", "duty", "volunteers") and mention.place.compound:
        yield "place", APART.join(mention.place), 0
    if mention.form not in ("gate", "duty", "volunteers"):
        yield "grid", mention.grid, 2 if mention.form == "households" else 1


def people_frame(found: Mapping[str, Profile], grids: GridRegister, day: date) -> pd.DataFrame:
    """One line a person with the values that count, by identifier."""
    columns: dict[str, list[str]] = {name: [] for name in PEOPLE}
    for person_id in sorted(found):
        for name, value in person(found[person_id], grids, day).items():
            columns[name].append(value)
    return text_frame(columns)


def person(profile: Profile, grids: GridRegister, day: date) -> dict[str, str]:
    """The line of `people` for one person; the grid is the register's for his flat, else the newest written one."""
    id_number = profile.best("id_number")
    by_number = sex_of(id_number) if id_number else ""
    place = Address(*profile.best("place").split(APART))
    phones = profile.values("phone")
    known = [phone for phone in phones if "*" not in phone]
    return {
        "person_id": profile.person_id,
        "name": profile.best("name"),
        "id_number": id_number,
        "phones": ";".join(known or phones),
        **place._asdict(),
        "grid": grids.grid(place.compound, place.building) or profile.best("grid"),
        "gender": by_number or profile.best("gender"),
        "age": _age(birth_date(id_number) if by_number else "", profile.best("birth_year"), day),
    }


def _age(birthday: str, birth_year: str, day: date) -> str:
    """Whole years on the reporting day, by the birthday in the ID number, else by the year of birth."""
    if birthday:
        born = date.fromisoformat(birthday)
        years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    elif birth_year.isdecimal():
        years = day.year - int(birth_year)
    else:
        return ""
    return str(years) if 0 <= years <= LATEST_AGE else ""


def _written(name: str, value: str) -> str:
    return format_address(Address(*value.split(APART))) if name == "place" else value


def facts_frame(stack: Stack, found: Mapping[str, Profile]) -> pd.DataFrame:
    """Every value of every fact with its source; `current` says whether it is the one that counts."""
    names = ("person_id", "field", "value", "file", "sheet", "current")
    lines: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for person_id in sorted(found):
        profile = found[person_id]
        for name, facts in profile.facts.items():
            best, field = max(facts).value, "address" if name == "place" else name
            for fact in facts:
                rows = stack.rows[fact.form]
                source = (stack.path(rows, fact.position), stack.sheet(rows, fact.position))
                current = "yes" if fact.value == best else "no"
                lines.append((person_id, field, _written(name, fact.value), *source, current))
                numbers.append(rows.row[fact.position])
    columns = zip(*lines, strict=True) if lines else [()] * len(names)
    frame = text_frame({name: list(values) for name, values in zip(names, columns, strict=True)})
    frame.insert(5, "row", pd.Series(numbers, dtype="int64"))
    return frame
