"""A value in the data files' notation → what stands in the cell of a superior's form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from fournets.catalogue.fields import Kind
from fournets.values.text import clean
from fournets.writing.superior.sheet import FormSheet
from fournets.writing.wording import (
    GATE_RESULTS,
    GENDERS,
    MATERIALS,
    METHODS,
    SERVICES,
    SLOTS,
    VISIT_STATUSES,
    VOLUNTEER_KINDS,
    YES_NO,
    grid_name,
    phones_shown,
)

_WORDS: Mapping[Kind, Mapping[str, str]] = {
    Kind.GENDER: GENDERS,
    Kind.YES_NO: YES_NO,
    Kind.SLOT: SLOTS,
    Kind.SERVICE: SERVICES,
    Kind.MATERIAL: MATERIALS,
    Kind.METHOD: METHODS,
    Kind.VISIT_STATUS: VISIT_STATUSES,
    Kind.GATE_RESULT: GATE_RESULTS,
    Kind.VOLUNTEER_KIND: VOLUNTEER_KINDS,
    Kind.ANSWER: {"yes": "有", "no": "无"},
}
_NUMBERS = (Kind.COUNT, Kind.AREA, Kind.TEMPERATURE, Kind.AGE, Kind.BIRTH_YEAR)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ASKS_WHETHER = re.compile(r"^是否|是/否|是或否")
_ASKS_NUMBER = re.compile(r"编?号|第几")
_DAY_EXAMPLE = re.compile(
    r"(?:(?P<year>20\d\d|y{4}|[XxＸ×]{4}|年)(?P<first>[年./\-]?))?"
    r"(?P<month>\d{1,2}|m{1,2}|[XxＸ×]{1,2}|月)(?P<second>[月./\-])(?P<day>\d{1,2}|d{1,2}|[XxＸ×]{1,2}|日)(?P<third>[日号]?)"
)
_IN_BRACKETS = re.compile(r"[(（\[【](.*?)[)）\]】]")


def put_value(sheet: FormSheet, row: int, column: int, kind: Kind, value: str, heading: str) -> None:
    """Put a value into a cell; days by the cell's format, else as the heading's example, numbers as numbers."""
    if kind is Kind.DATE and (day := _day(value)):
        if sheet.book.shows_days(sheet.style(row, column)):
            sheet.put_day(row, column, day)
        else:
            sheet.put_text(row, column, day_as_asked(day, heading))
    elif kind in _NUMBERS and _NUMBER.fullmatch(value):
        sheet.put_number(row, column, value)
    else:
        sheet.put_text(row, column, _in_words(kind, value, heading))


def _in_words(kind: Kind, value: str, heading: str) -> str:
    if kind is Kind.PHONE:
        return phones_shown(value)
    if kind is Kind.GRID:
        return value if _ASKS_NUMBER.search(heading) else grid_name(value)
    words = YES_NO if kind is Kind.ANSWER and _ASKS_WHETHER.search(clean(heading)) else _WORDS.get(kind, {})
    return words.get(value, value)


def day_as_asked(day: date, heading: str) -> str:
    """2020-02-08, or as the example in the heading's brackets is written: 2020.2.8, 2月8日, 2020/02/08."""
    examples = (_DAY_EXAMPLE.search(part) for part in _IN_BRACKETS.findall(clean(heading)))
    found = next((example for example in examples if example), None)
    if found is None or not (found["year"] or found["second"] == "月" or not found["month"].isdecimal()):
        return day.isoformat()
    two = len(found["month"]) == 2 or len(found["day"]) == 2
    month, number = (f"{part:02d}" if two and _padded(found) else str(part) for part in (day.month, day.day))
    year = f"{day.year}{found['first'] or found['second']}" if found["year"] else ""
    return f"{year}{month}{found['second']}{number}{found['third']}"


def _padded(found: re.Match[str]) -> bool:
    """Whether the example writes 02, or two letters, for February."""
    return any(
        not part.isdecimal() or part.startswith("0") for part in (found["month"], found["day"]) if len(part) == 2
    )


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
