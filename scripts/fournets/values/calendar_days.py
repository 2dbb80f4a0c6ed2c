"""Days made of numbers or of numerals and English months; which year is meant where none is written."""

from __future__ import annotations

import re
from datetime import date

from fournets.values.numerals import NUMERAL, chinese_number

NUMERAL_DATE = re.compile(rf"(?:({NUMERAL})年)?({NUMERAL})月({NUMERAL})[日号]?")
"""二〇二〇年二月八日, 二月八号."""
_MONTH_NAMES = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
ENGLISH = re.compile(
    r"(?:(\d{1,2})[-\s]([A-Za-z]{3})[A-Za-z]*|([A-Za-z]{3})[A-Za-z]*\.?\s(\d{1,2}),?)(?:[-\s](\d{2,4}))?"
)
"""8-Feb-2020, Feb 8."""


def nearest_day(year: int | None, month: int, day: int, near: date) -> date | None:
    """The day of that year, or of the year in which it lies nearest to `near`; None where there is no such day."""
    years = (year,) if year else (near.year - 1, near.year, near.year + 1)
    days = [made for made in (day_made(candidate, month, day) for candidate in years) if made]
    return min(days, key=lambda made: abs(made - near), default=None)


def day_made(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def in_full(year: int | None) -> int | None:
    """The year 20 is 2020."""
    return 2000 + year if year is not None and year < 100 else year


def numeral_day(found: re.Match[str], near: date) -> date | None:
    """The day of a `NUMERAL_DATE`."""
    year = chinese_number(found[1]) if found[1] else None
    month, day = chinese_number(found[2]), chinese_number(found[3])
    return nearest_day(in_full(year), month or 0, day or 0, near)


def english_day(found: re.Match[str], near: date) -> date | None:
    """The day of an `ENGLISH` one."""
    month = _MONTH_NAMES.get((found[2] or found[3]).lower(), 0)
    year = in_full(int(found[5])) if found[5] else None
    return nearest_day(year, month, int(found[1] or found[4]), near)
