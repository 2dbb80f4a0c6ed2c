"""Dates in every style of the desk's sheets, as ISO days.

A missing year is the one that lies nearest to `near` (the sheet's fill date, else the day of acceptance), so that a
December date in February is last year's. Relative words count from the fill date and from nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from fournets.model import Parsed, Problem, Raw
from fournets.values.calendar_days import (
    ENGLISH,
    NUMERAL_DATE,
    day_made,
    english_day,
    in_full,
    nearest_day,
    numeral_day,
)
from fournets.values.lunar import lunar_days
from fournets.values.numerals import NUMERAL, to_arabic
from fournets.values.text import EMPTY_MARKS, clean

_EPOCH = date(1899, 12, 30)
_FIRST_YEAR = 1905  # a day in 1900 is a number like 2.8 in a cell that is formatted as a date
_EATEN = re.compile(r"\d{1,2}\.\d")
_SAME_YEAR = 400
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
_SPREAD_OUT = re.compile(r"(?<=\d) (?=[年月日号])|(?<=[年月]) (?=\d)")
"""The blanks of a printed form's 2020 年 2 月 8 日."""
_FULL = re.compile(r"(\d{4})[年./\-\\_、,， 。]{1,2}(\d{1,2})[月./\-\\_、,， 。]{1,2}(\d{1,2})[日号]?")
_SHORT_YEAR = re.compile(r"['’]?(\d{2})[年./\-](\d{1,2})[月./\-](\d{1,2})[日号]?")
_PACKED = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_SERIAL_TEXT = re.compile(r"\d{5}(?:\.\d+)?")
_PACKED_YEAR = re.compile(r"(\d{2})(\d{2})(\d{2})")
_AMERICAN = re.compile(r"(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4}|\d{2})")
_PACKED_SHORT = re.compile(r"(0\d|1[0-2])([0-3]\d)")
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[月./\-。·]\s*(\d{1,2})\s*[日号]?")
_DAY_ONLY = re.compile(r"(?:本月)?(\d{1,2})[日号]")
_RANGE = re.compile(r"^(.*?\d[日号]?)\s*(?:--?|—+|–|~|～|至|到|、|,|和|或)\s*(\d.*)$")
_BETWEEN = re.compile(r"\s*(?:-+|—+|–|~|～|至|到)\s*")
_VAGUE = re.compile(
    r"(?:\d{2,4}年)?\d{1,2}月(?:份|初|上旬|中旬|中|下旬|底|末)?|(?:春节|年|节|过年|元旦|元宵|寒假)(?:前后?|后|期间|里)"
    r"|.*\d[日号]?(?:之?前|之?后|以前|以后|多|几号?)|.*(?:前几天|上旬|中旬|下旬|上?周|月初|月底|月末|月中)"
)
_NO_DAY = re.compile(
    r"(?:未|没有?|尚未|暂未|还未|还没|待)[\u4e00-\u9fff]{0,7}|(?:隔离|观察|监测)中|正在.{0,6}|在家|本地.{0,4}|长期.{0,6}|一直.{0,6}|常住.{0,4}|至今|否|×|[xX]"
)
_WHAT_WAS_DONE = re.compile(
    r"(?<=[\d日号晚午早夜])(?:到达?|返[回乡程东]?|回[来东家]?|抵[达东]?|出发|离开|走|来东?|到家)(?:的|了)?$"
)
"""2月3日到: what happened on the day, as the heading says anyway."""
_ABOUT = re.compile(r"^(?:大?约|大概|估计|可能|好像)(?:是|在)?|(?<=[\d日号])(?:左右|前后|许|吧)$")
_BRACKETS = re.compile(r"^([^(（]+)[(（]([^)）]*)[)）]$")
_IN_TEXT = (
    re.compile(r"(20\d{2})\s*[年./\-]\s*(\d{1,2})\s*[月./\-]\s*(\d{1,2})"),
    re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"),
    re.compile(r"(?<!\d)()(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?"),
    re.compile(r"(?<![\d\-.])()(\d{1,2})[.\-](\d{1,2})(?![\d\-.])"),
    re.compile(r"(?<!\d)()(0\d|1[0-2])([0-3]\d)(?!\d)"),
)


@lru_cache(maxsize=16384, typed=True)
def parse_date(
    raw: Raw, *, near: date, fill_date: date | None = None, ahead: bool = False, loose: bool = False
) -> Parsed[str]:
    """The day as ISO text, or empty with the reason.

    `ahead` says that a day of the month (23号) lies after the fill date: a due date. `loose` says that the cell's own
    form is lost (CSV), so that the text 2.1 may once have been the number 2.10. Answers are kept: every
    sheet of a desk has the same days.
    """
    if isinstance(raw, (datetime, date)):
        day = raw.date() if isinstance(raw, datetime) else raw
        return Parsed("", (_unreadable(clean(raw)),)) if day.year < _FIRST_YEAR else Parsed(day.isoformat())
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _from_number(raw, near)
    text = _SPREAD_OUT.sub("", clean(raw))
    if text in EMPTY_MARKS or _NO_DAY.fullmatch(text):
        return Parsed("")
    if loose and _EATEN.fullmatch(text):
        return _from_number(float(text), near)
    return _from_text(text, _Reader(near, fill_date, ahead))


def parse_period(raw: Raw, *, near: date, fill_date: date | None = None) -> tuple[str, str] | None:
    """The first and the last day of 1.25-2.8 or 1月25日至2月8日 as ISO texts; None where the cell is no such period."""
    text = clean(raw)
    for sign in _BETWEEN.finditer(text):
        first = _Reader(near, fill_date, False).days(text[: sign.start()].strip(" (（自从"))
        if len(first) == 1:
            end = text[sign.end() :].strip(" )）止")
            last = _Reader(first[0], first[0], True).days(f"{end}日" if end.isdecimal() and len(end) < 3 else end)
            if len(last) == 1 and last[0] >= first[0]:
                return first[0].isoformat(), last[0].isoformat()
    return None


def join_date(year: Raw, month: Raw, day: Raw, *, near: date) -> Parsed[str]:
    """A day written over three columns; an empty year is the nearest one."""
    parts = [to_arabic(re.sub(r"[年月份日号\s]", "", clean(part)).replace("元", "1")) for part in (year, month, day)]
    if not parts[1] and not parts[2]:
        return Parsed("")
    written = "-".join(part for part in parts if part)
    numbers = [int(part) if part.isdecimal() else None for part in parts]
    if numbers[1] is None or numbers[2] is None or (parts[0] and numbers[0] is None):
        return Parsed("", (Problem("date_unreadable", {"written": written}),))
    found = nearest_day(in_full(numbers[0]), numbers[1], numbers[2], near)
    return Parsed(found.isoformat()) if found else Parsed("", (Problem("date_unreadable", {"written": written}),))


def find_date(text: str, near: date) -> date | None:
    """The one day that a title, a sheet's name or a file's name mentions; None when there is none or several."""
    text = clean(text)
    for pattern in _IN_TEXT:
        days = {
            day
            for found in pattern.finditer(text)
            if (day := nearest_day(int(found[1]) if found[1] else None, int(found[2]), int(found[3]), near))
        }
        if days:
            return days.pop() if len(days) == 1 else None
    found = NUMERAL_DATE.search(text)
    return numeral_day(found, near) if found else None


def _unreadable(text: str) -> Problem:
    return Problem("date_unreadable", {"written": text})


def _from_number(number: float, near: date) -> Parsed[str]:
    if _SERIALS.start <= number < _SERIALS.stop:
        return Parsed((_EPOCH + timedelta(days=int(number))).isoformat())
    text = clean(number)
    found = _PACKED.fullmatch(text)
    if found and (day := nearest_day(int(found[1]), int(found[2]), int(found[3]), near)):
        return Parsed(day.isoformat())
    if day := _packed_year(text, near):
        return Parsed(day.isoformat())
    whole, _, fraction = text.partition(".")
    if whole.isdecimal() and 1 <= len(fraction) <= 2 and 1 <= int(whole) <= 12:
        return _month_and_fraction(text, int(whole), fraction, near)
    return Parsed("", (_unreadable(text),))


def _month_and_fraction(text: str, month: int, fraction: str, near: date) -> Parsed[str]:
    """2.8 is 8 February; 2.1 may have been 2.10 with its zero eaten (and 2.2, 2.3 likewise 2.20, 2.30)."""
    readings = [nearest_day(None, month, int(fraction), near)]
    if len(fraction) == 1:
        readings.append(nearest_day(None, month, int(fraction) * 10, near))
    return _only([day for day in readings if day], text)


def _only(days: list[date], text: str) -> Parsed[str]:
    """The one day that the readings agree on; none, with the reason, where they do not."""
    days = list(dict.fromkeys(days))
    if len(days) == 1:
        return Parsed(days[0].isoformat())
    if not days:
        return Parsed("", (_unreadable(text),))
    options = "、".join(f"{day.year}年{day.month}月{day.day}日" for day in days)
    return Parsed("", (Problem("date_ambiguous", {"written": text, "options": options}),))


def _from_text(text: str, reader: _Reader) -> Parsed[str]:
    if day := reader.plain(text):
        return Parsed(day.isoformat())
    plain = _WHAT_WAS_DONE.sub("", _WEEKDAY.sub("", text).strip(" 。.,，;；、"))
    bare = _ABOUT.sub("", plain)
    if bare != plain and len(days := reader.days(bare)) == 1:
        return Parsed(days[0].isoformat(), (Problem("date_approximate", {"written": text}),))
    if _VAGUE.fullmatch(plain):
        return Parsed("", (Problem("date_range", {"written": text}),))
    found = _BRACKETS.match(plain)
    if found:
        outside, inside = reader.days(found[1]), reader.days(found[2])
        if outside or inside:
            return _only(outside + inside, text)
    for candidate in dict.fromkeys((plain, _TIME_TAIL.sub("", plain).strip())):
        if candidate and (days := reader.days(candidate)):
            return _only(days, text)
    span = _RANGE.match(plain)
    if span and reader.days(span[1]):
        return Parsed("", (Problem("date_range", {"written": text}),))
    if plain in _WORDS or _DAY_ONLY.fullmatch(plain):
        return Parsed("", (Problem("date_relative", {"written": text}),))
    return Parsed("", (_unreadable(text),))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the text of one day; what relative words and missing years are counted from."""

    near: date
    fill_date: date | None
    ahead: bool

    def plain(self, text: str) -> date | None:
        """The day of 2020-02-08 or 2月8日, which nothing else can be: most cells are such."""
        if found := _FULL.fullmatch(text):
            return nearest_day(int(found[1]), int(found[2]), int(found[3]), self.near)
        found = _MONTH_DAY.fullmatch(text)
        return nearest_day(None, int(found[1]), int(found[2]), self.near) if found else None

    def days(self, text: str) -> list[date]:
        """The day, or the several days that the text may mean; nothing for what is no day."""
        text = _TIME_TAIL.sub("", text).strip() if text not in _WORDS else text
        text = text.replace("元月", "1月")
        if text in _WORDS:
            return [self.fill_date + timedelta(days=_WORDS[text])] if self.fill_date else []
        day = self._written(text)
        if day:
            return [day]
        if found := _AMERICAN.fullmatch(text):
            return self._american(int(found[1]), int(found[2]), in_full(int(found[3])) or 0)
        if found := _DAY_ONLY.fullmatch(text):
            return self._day_of_month(int(found[1]))
        days = lunar_days(text, self.near)
        if days or not re.search(NUMERAL, text) or not re.search(r"[年月]", text):
            return days
        arabic = to_arabic(text)
        return self.days(arabic) if arabic != text else []

    def _written(self, text: str) -> date | None:
        near = self.near
        if found := _FULL.fullmatch(text) or _PACKED.fullmatch(text):
            return nearest_day(int(found[1]), int(found[2]), int(found[3]), near)
        if _SERIAL_TEXT.fullmatch(text) and int(float(text)) in _SERIALS:
            return _EPOCH + timedelta(days=int(float(text)))
        if found := _SHORT_YEAR.fullmatch(text):
            day = nearest_day(2000 + int(found[1]), int(found[2]), int(found[3]), near)
            return day if day and ("年" in text or abs((day - near).days) < _SAME_YEAR) else None
        if found := _MONTH_DAY.fullmatch(text) or _PACKED_SHORT.fullmatch(text):
            return nearest_day(None, int(found[1]), int(found[2]), near)
        if found := NUMERAL_DATE.fullmatch(text):
            return numeral_day(found, near)
        if found := ENGLISH.fullmatch(text):
            return english_day(found, near)
        return _packed_year(text, near)

    def _american(self, first: int, second: int, year: int) -> list[date]:
        readings = (day_made(year, first, second), day_made(year, second, first))
        return [day for day in readings if day and abs((day - self.near).days) < _SAME_YEAR]

    def _day_of_month(self, number: int) -> list[date]:
        """8号 on a sheet is the latest such day that is not after the fill date; a due date is the next one."""
        if not self.fill_date:
            return []
        this = day_made(self.fill_date.year, self.fill_date.month, number)
        other = self.fill_date.replace(day=28) + timedelta(days=7) if self.ahead else self.fill_date.replace(day=1)
        other = other if self.ahead else other - timedelta(days=1)
        fits = this and (this >= self.fill_date if self.ahead else this <= self.fill_date)
        day = this if fits else day_made(other.year, other.month, number)
        return [day] if day else []


def _packed_year(text: str, near: date) -> date | None:
    """200208: only where the year is this one or a neighbour."""
    found = _PACKED_YEAR.fullmatch(text)
    day = day_made(2000 + int(found[1]), int(found[2]), int(found[3])) if found else None
    return day if day and abs((day - near).days) < _SAME_YEAR else None
