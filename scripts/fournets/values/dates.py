"""Dates in every style of the desk's sheets, as ISO days.

A missing year is the one that lies nearest to `near` (the sheet's fill date, else the day of acceptance), so that a
December date in February is last year's. Relative words count from the fill date and from nothing else.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from fournets.model import Parsed, Problem, Raw
from fournets.values.lunar import parse_lunar
from fournets.values.numerals import NUMERAL, chinese_number
from fournets.values.text import EMPTY_MARKS, clean

_EPOCH = date(1899, 12, 30)
_SERIALS = range(42005, 51137)  # 2015-01-01 … 2040-01-01
_WORDS = {
    "今天": 0,
    "今日": 0,
    "今早": 0,
    "今晨": 0,
    "今晚": 0,
    "今": 0,
    "当天": 0,
    "当日": 0,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "昨": -1,
    "昨夜": -1,
    "前天": -2,
    "前日": -2,
    "大前天": -3,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
_TIME_TAIL = re.compile(
    r"[T ]*(?:凌晨|早上?|上午|中午|下午|晚上?|夜里?|夜间)?\s*"
    r"(?:\d{1,2}[:：点时]\d{0,2}分?(?:[:：]\d{1,2})?(?:\.\d+)?(?:半)?)?(?:左右|许|前后)?Z?$"
)
_WEEKDAY = re.compile(r"[(（]?(?:星期|周)[一二三四五六日天][)）]?")
_FULL = re.compile(r"(\d{4})[年./\-\\_、,， 。]{1,2}(\d{1,2})[月./\-\\_、,， 。]{1,2}(\d{1,2})[日号]?")
_SHORT_YEAR = re.compile(r"['’]?(\d{2})[年./\-](\d{1,2})[月./\-](\d{1,2})[日号]?")
_PACKED = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_PACKED_SHORT = re.compile(r"(0\d|1[0-2])([0-3]\d)")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[月./\-、。·]\s*(\d{1,2})\s*[日号]?")
_DAY_ONLY = re.compile(r"(?:本月)?(\d{1,2})[日号]")
_MONTH_NAMES = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ENGLISH = re.compile(
    r"(?:(\d{1,2})[-\s]([A-Za-z]{3})[A-Za-z]*|([A-Za-z]{3})[A-Za-z]*\.?\s(\d{1,2}),?)(?:[-\s](\d{2,4}))?"
)
_RANGE = re.compile(r"^(.*\d[日号]?)\s*(?:-|—|–|~|～|至|到)\s*(\d.*)$")
_NUMERAL_DATE = re.compile(rf"(?:({NUMERAL})年)?({NUMERAL})月({NUMERAL})[日号]?")
_IN_TEXT = (
    re.compile(r"(20\d{2})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})"),
    re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)()(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?"),
    re.compile(r"(?<![\d\-.])()(\d{1,2})[.\-](\d{1,2})(?![\d\-.])"),
    re.compile(r"(?<!\d)()(0\d|1[0-2])([0-3]\d)(?!\d)"),
)


def parse_date(raw: Raw, *, near: date, fill_date: date | None = None) -> Parsed[str]:
    """The day as ISO text, or empty with the reason."""
    if isinstance(raw, datetime):
        return Parsed(raw.date().isoformat())
    if isinstance(raw, date):
        return Parsed(raw.isoformat())
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _from_number(raw, near)
    text = clean(raw)
    if text in EMPTY_MARKS:
        return Parsed("")
    day, code = _from_text(text, near, fill_date)
    if day:
        return Parsed(day.isoformat())
    return Parsed("", (Problem(code, {"written": text}),))


def join_date(year: Raw, month: Raw, day: Raw, *, near: date) -> Parsed[str]:
    """A day written over three columns; an empty year is the nearest one."""
    parts = [re.sub(r"[年月日号\s]", "", clean(part)) for part in (year, month, day)]
    if not parts[1] and not parts[2]:
        return Parsed("")
    written = "-".join(part for part in parts if part)
    numbers = [int(part) if part.isdecimal() else None for part in parts]
    if numbers[1] is None or numbers[2] is None or (parts[0] and numbers[0] is None):
        return Parsed("", (Problem("date_unreadable", {"written": written}),))
    found = _day(_century(numbers[0]), numbers[1], numbers[2], near)
    return Parsed(found.isoformat()) if found else Parsed("", (Problem("date_unreadable", {"written": written}),))


def find_date(text: str, near: date) -> date | None:
    """The one day that a title, a sheet's name or a file's name mentions; None when there is none or several."""
    text = clean(text)
    for pattern in _IN_TEXT:
        days = {
            day
            for found in pattern.finditer(text)
            if (day := _day(int(found[1]) if found[1] else None, int(found[2]), int(found[3]), near))
        }
        if days:
            return days.pop() if len(days) == 1 else None
    found = _NUMERAL_DATE.search(text)
    return _numeral(found, near) if found else None


def _from_number(number: float, near: date) -> Parsed[str]:
    if _SERIALS.start <= number < _SERIALS.stop:
        return Parsed((_EPOCH + timedelta(days=int(number))).isoformat())
    text = clean(number)
    found = _PACKED.fullmatch(text)
    if found and (day := _day(int(found[1]), int(found[2]), int(found[3]), near)):
        return Parsed(day.isoformat())
    whole, _, fraction = text.partition(".")
    if whole.isdecimal() and 1 <= len(fraction) <= 2 and 1 <= int(whole) <= 12:
        return _month_and_fraction(text, int(whole), fraction, near)
    return Parsed("", (Problem("date_unreadable", {"written": text}),))


def _month_and_fraction(text: str, month: int, fraction: str, near: date) -> Parsed[str]:
    """2.8 is 8 February; 2.1 may have been 2.10 with its zero eaten (and 2.2, 2.3 likewise 2.20, 2.30)."""
    readings = [_day(None, month, int(fraction), near)]
    if len(fraction) == 1:
        readings.append(_day(None, month, int(fraction) * 10, near))
    days = [day for day in readings if day]
    if len(days) == 1:
        return Parsed(days[0].isoformat())
    if not days:
        return Parsed("", (Problem("date_unreadable", {"written": text}),))
    options = "、".join(f"{day.month}月{day.day}日" for day in days)
    return Parsed("", (Problem("date_ambiguous", {"written": text, "options": options}),))


def _from_text(text: str, near: date, fill_date: date | None) -> tuple[date | None, str]:
    """The day, or the code of the reason why there is none."""
    plain = _WEEKDAY.sub("", text).strip(" 。.,，;；、")
    for candidate in dict.fromkeys((plain, _TIME_TAIL.sub("", plain).strip())):
        if candidate and (day := _one_day(candidate, near, fill_date)):
            return day, ""
    span = _RANGE.match(plain)
    if span and _one_day(span[1], near, fill_date):
        return None, "date_range"
    return None, "date_unreadable"


def _one_day(text: str, near: date, fill_date: date | None) -> date | None:
    if text in _WORDS:
        return fill_date + timedelta(days=_WORDS[text]) if fill_date else None
    if found := _FULL.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]), near)
    if found := _PACKED.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]), near)
    if text.isdecimal() and int(text) in _SERIALS:
        return _EPOCH + timedelta(days=int(text))
    if found := _SHORT_YEAR.fullmatch(text):
        return _day(2000 + int(found[1]), int(found[2]), int(found[3]), near)
    if found := _MONTH_DAY.fullmatch(text):
        return _day(None, int(found[1]), int(found[2]), near)
    if found := _PACKED_SHORT.fullmatch(text):
        return _day(None, int(found[1]), int(found[2]), near)
    if found := _DAY_ONLY.fullmatch(text):
        return _day_of_month(int(found[1]), fill_date)
    if found := _NUMERAL_DATE.fullmatch(text):
        return _numeral(found, near)
    if found := _ENGLISH.fullmatch(text):
        return _english(found, near)
    return parse_lunar(text, near)


def _day(year: int | None, month: int, day: int, near: date) -> date | None:
    years = (year,) if year else (near.year - 1, near.year, near.year + 1)
    days = [made for made in (_made(candidate, month, day) for candidate in years) if made]
    return min(days, key=lambda made: abs(made - near), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _century(year: int | None) -> int | None:
    return 2000 + year if year is not None and year < 100 else year


def _day_of_month(number: int, fill_date: date | None) -> date | None:
    """8号 on a sheet is the latest such day that is not after the fill date."""
    if not fill_date:
        return None
    this = _made(fill_date.year, fill_date.month, number)
    if this and this <= fill_date:
        return this
    before = fill_date.replace(day=1) - timedelta(days=1)
    return _made(before.year, before.month, number)


def _numeral(found: re.Match[str], near: date) -> date | None:
    year = chinese_number(found[1]) if found[1] else None
    month, day = chinese_number(found[2]), chinese_number(found[3])
    return _day(_century(year), month or 0, day or 0, near)


def _english(found: re.Match[str], near: date) -> date | None:
    month = _MONTH_NAMES.get((found[2] or found[3]).lower(), 0)
    year = _century(int(found[5])) if found[5] else None
    return _day(year, month, int(found[1] or found[4]), near)
