"""Kinds of columns and their parsers; each distinct cell of a column is parsed once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from fournets.catalogue.fields import Kind
from fournets.model import Parsed, Raw, T
from fournets.reading.context import ReadingContext
from fournets.values import (
    addresses,
    answers,
    compounds,
    dates,
    identity,
    names,
    phones,
    plates,
    quantities,
    temperatures,
    times,
)
from fournets.values.text import as_written, clean

Parser = Callable[[Raw], Parsed[str]]
CHOICES = {
    Kind.SLOT: "slot",
    Kind.SERVICE: "service",
    Kind.VOLUNTEER_KIND: "volunteer_kind",
    Kind.MATERIAL: "material",
    Kind.VISIT_STATUS: "visit_status",
    Kind.METHOD: "method",
    Kind.GATE_RESULT: "gate_result",
    Kind.DECISION: "decision",
    Kind.GENDER: "gender",
}


_PLAIN: Mapping[Kind, Parser] = {
    Kind.NAME: names.parse_name,
    Kind.PERSON: names.parse_person,
    Kind.ID_NUMBER: identity.parse_id_number,
    Kind.COMPOUND: compounds.parse_compound,
    Kind.BUILDING: addresses.parse_building,
    Kind.ENTRANCE: addresses.parse_entrance,
    Kind.FLAT: addresses.parse_flat,
    Kind.GRID: addresses.parse_grid,
    Kind.TIME: times.parse_time,
    Kind.YES_NO: answers.parse_yes_no,
    Kind.TEXT: lambda raw: Parsed(as_written(raw)),
}
"""Parsers that need nothing but the cell."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What the days of a sheet are counted from."""

    near: date
    fill_date: date | None = None
    loose: bool = False
    """Whether the cells came as text only (CSV), so that numbers lost their form."""


_EQUAL_KINDS = frozenset((bool, int, float))
"""Kinds of cells that may be equal and yet differ."""
_ZERO_KEPT = re.compile(r"\s*\d{1,2}\.\d0\s*")
_MASKED_MOBILE = re.compile(r"1[3-9]\d\*{4}\d{4}")
_NEARLY_AN_ID = re.compile(r"[1-8]\d{5}(?:19|20)\d{8,9}[\dXx]")
"""A district and a birthday, and a digit too few or too many: nothing else than an ID number that was mistyped."""
_MISTYPED = frozenset(("id_checksum", "id_damaged", "phone_length", "phone_damaged"))
"""Doubts about a digit: the cell is of its kind all the same."""
UNDECIDED = 0.5
"""The share of cells that speak neither for a kind nor against it."""
_ANYTHING = (Kind.TEXT, Kind.ANSWER, Kind.PERSON, Kind.COMPOUND, Kind.YEAR, Kind.MONTH, Kind.DAY)
"""Kinds of which any cell may be."""
BODIES = ("branch", "squad", "property_company")
"""Fields that name a body of people: 无 names none."""
AHEAD = ("due_date", "valid_until")
"""Fields whose day lies after the fill date."""


def parser_of(kind: Kind, context: ReadingContext, clock: Clock, heading: str = "", field: str = "") -> Parser:
    """The parser of a kind of column; what parses into several parts (addresses, temperatures) is not among them."""
    if kind in CHOICES:
        return partial(answers.parse_choice, CHOICES[kind])
    if field in BODIES:
        return names.parse_body
    if field == "trip_number":
        return plates.parse_trip
    return _PLAIN.get(kind) or _parser_told(kind, context, clock, heading, field)


def _parser_told(kind: Kind, context: ReadingContext, clock: Clock, heading: str, field: str) -> Parser:
    """A parser that must be told of the desk, of the day, or of the heading's unit."""
    parsers: dict[Kind, Callable[[], Parser]] = {
        Kind.PHONE: lambda: partial(
            phones.parse_phones, area_code=context.area_code, local_digits=context.local_digits
        ),
        Kind.DATE: lambda: partial(
            dates.parse_date, near=clock.near, fill_date=clock.fill_date, ahead=field in AHEAD, loose=clock.loose
        ),
        Kind.ANSWER: lambda: partial(answers.parse_answer, symptoms=field in ("symptoms", "symptom")),
        Kind.PLATE: lambda: partial(plates.parse_plate, province=context.province),
        Kind.COUNT: lambda: partial(quantities.parse_count, factor=quantities.unit_factor(heading)),
        Kind.AREA: lambda: partial(quantities.parse_area, factor=quantities.unit_factor(heading)),
        Kind.BIRTH_YEAR: lambda: partial(birth_year, near=clock.near),
        Kind.AGE: lambda: partial(birth_year_of_age, today=clock.fill_date or clock.near),
    }
    return parsers[kind]()


def is_loose(raws: Sequence[Raw]) -> bool:
    """Whether a text column's dates may have lost a zero: not where one of them kept it (2.10)."""
    return not any(isinstance(raw, str) and _ZERO_KEPT.fullmatch(raw) for raw in raws)


def parse_column(raws: Sequence[Raw], parse: Callable[[Raw], T]) -> list[T]:
    """Every cell parsed, each distinct one once; True is another cell than 1, and so is 1.0."""
    if len(_EQUAL_KINDS.intersection(map(type, raws))) > 1:
        cells = list(zip(map(type, raws), raws, strict=True))
        parsed = {cell: parse(cell[1]) for cell in set(cells)}
        return [*map(parsed.__getitem__, cells)]
    known = {raw: parse(raw) for raw in set(raws)}
    return [*map(known.__getitem__, raws)]


def birth_year(raw: Raw, near: date) -> Parsed[str]:
    """The year of 1955.3, 1992年, 1960-05-01, an ID number's birthday."""
    if isinstance(raw, date):
        return Parsed(str(raw.year))
    text = clean(raw)
    digits = text[:4]
    if digits.isdecimal() and 1900 <= int(digits) <= near.year:
        return Parsed(digits)
    found = dates.parse_date(raw, near=near)
    return Parsed(found.value[:4], found.problems)


def birth_year_of_age(raw: Raw, today: date) -> Parsed[str]:
    """The year in which somebody of this age was born."""
    age = quantities.parse_count(clean(raw).removesuffix("周岁").removesuffix("岁"))
    if not age.value or int(age.value) > 120:
        return Parsed("", age.problems)
    return Parsed(str(today.year - int(age.value)))


def fits(kind: Kind, filled: Sequence[Raw], context: ReadingContext, least: float = 0.0) -> float:
    """Which share of a column's cells, of which none is blank, could be of this kind; 0.5 where they say nothing.

    Of a share below `least` only that is told, by 0: most columns are seen not to be of a kind by their first cells.
    """
    if not filled or kind in _ANYTHING:
        return UNDECIDED
    could_be = _could_be(kind, context)
    known: dict[tuple[type, Raw], bool] = {}
    total = hits = len(filled)
    for raw in filled:
        cell = (type(raw), raw)
        if cell not in known:
            known[cell] = could_be(raw)
        if not known[cell]:
            hits -= 1
            if hits / total < least:
                return 0.0
    return hits / total


def _could_be(kind: Kind, context: ReadingContext) -> Callable[[Raw], bool]:
    if kind is Kind.TEMPERATURE:
        return lambda raw: bool(temperatures.parse_temperatures(raw).value)
    if kind is Kind.ADDRESS:
        return lambda raw: any(addresses.parse_address(raw).value)
    if kind is Kind.GATE_RESULT:
        return lambda raw: bool(answers.parse_choice(CHOICES[kind], raw).value or answers.parse_yes_no(raw).value)
    parse = parser_of(kind, context, Clock(context.day, context.day))

    def could_be(raw: Raw) -> bool:
        if kind is Kind.ID_NUMBER and _MASKED_MOBILE.fullmatch(clean(raw)):
            return False
        if kind is Kind.ID_NUMBER and _NEARLY_AN_ID.fullmatch(clean(raw).replace(" ", "")):
            return True
        found = parse(raw)
        return bool(found.value) and all(problem.code in _MISTYPED for problem in found.problems)

    return could_be
