"""Times of day as HH:MM."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import lru_cache

from fournets.model import Parsed, Problem, Raw
from fournets.values.numerals import to_arabic
from fournets.values.text import EMPTY_MARKS, clean

_CLOCK = re.compile(
    r"(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|AM|PM|am|pm)?\s*(\d{1,2})\s*(?:[:：.;；时点h]\s*(半|[一二三]刻|\d{1,2})?)\s*分?(?::\d{1,2}(?:\.\d+)?)?\s*(?:秒|左右|许)?\s*(AM|PM|am|pm)?"
)
_PACKED = re.compile(r"([01]?\d|2[0-3])([0-5]\d)")
_FRACTION = re.compile(r"(?:\d{5})?0?\.\d{3,}")
_EATEN = re.compile(r"\d{1,2}\.\d")
_FIRST_YEAR = 1905  # a moment in 1900 or 1904 is a time of day in a cell that is formatted as a date
_DATE_BEFORE = re.compile(r"^.*?\d\s*(?:日|号|[-/.]\d{1,2})[T ]+(?=\S)|^.*\d[日号]\s*(?=\S)")
_NEXT_DAY = re.compile(r"^(?:次日|翌日|第二天|隔天|第二日)[的]?\s*(?=\S)")
"""A night shift signs out at 次日6:00."""
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "PM", "pm"})
_NIGHT = frozenset({"凌晨", "晚上", "晚", "夜里", "AM", "am"})
_QUARTERS = {"半": 30, "一刻": 15, "二刻": 30, "三刻": 45}


@lru_cache(maxsize=4096, typed=True)
def parse_time(raw: Raw) -> Parsed[str]:
    """8点半, 8:30, 下午3点, 0.354 of a day, a date with a time … as `HH:MM`; a date alone has no time."""
    if isinstance(raw, datetime) and raw.time() == time(0) and raw.year > _FIRST_YEAR:
        return Parsed("", (Problem("time_unreadable", {"written": clean(raw)}),))
    if isinstance(raw, datetime | time):
        return Parsed(raw.strftime("%H:%M"))
    if isinstance(raw, timedelta):
        return Parsed(_from_minutes(round(raw.total_seconds() / 60)))
    text = clean(raw)
    number = float(text) if _FRACTION.fullmatch(text) else raw
    if (
        isinstance(number, int | float)
        and not isinstance(number, bool)
        and (0 < number < 1 or (42005 <= number < 51137 and number % 1))
    ):
        return Parsed(_from_minutes(round((number % 1) * 1440)))
    if text in EMPTY_MARKS:
        return Parsed("")
    if _EATEN.fullmatch(text):  # 8.3 may be 8:03, or 8.30 with its zero eaten
        return Parsed("", (Problem("time_unreadable", {"written": text}),))
    text = _NEXT_DAY.sub("", text)
    moment = _clock(text) or _clock(_DATE_BEFORE.sub("", text))
    return Parsed(moment) if moment else Parsed("", (Problem("time_unreadable", {"written": text}),))


def _clock(text: str) -> str:
    if found := _PACKED.fullmatch(text):
        return f"{found[1]:>02}:{found[2]}"
    found = _CLOCK.fullmatch(to_arabic(text.replace("一刻", "15分").replace("三刻", "45分"))) if text else None
    if not found:
        return ""
    hour, minute = int(found[2]), found[3] or "0"
    minutes = _QUARTERS.get(minute) if minute in _QUARTERS else int(minute)
    part = found[1] or found[4]
    if (part in _AFTERNOON and hour < 12) or (part == "中午" and hour < 4):
        hour += 12
    elif part in _NIGHT and hour == 12:
        hour = 0
    return f"{hour:02d}:{minutes:02d}" if hour < 24 and minutes is not None and minutes < 60 else ""


def _from_minutes(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
