"""Times of day as HH:MM."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from fournets.model import Parsed, Problem, Raw
from fournets.values.numerals import to_arabic
from fournets.values.text import EMPTY_MARKS, clean

_CLOCK = re.compile(
    r"(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|AM|PM|am|pm)?\s*(\d{1,2})\s*(?:[:：.;；时点h]\s*(半|[一二三]刻|\d{1,2})?)\s*分?(?::\d{1,2}(?:\.\d+)?)?\s*(?:秒|左右|许)?\s*(AM|PM|am|pm)?"
)
_PACKED = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_DATE_BEFORE = re.compile(r"^.*?\d\s*(?:日|号|[-/.]\d{1,2})[T ]+(?=\S)|^.*\d[日号]\s*(?=\S)")
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "PM", "pm"})
_QUARTERS = {"半": 30, "一刻": 15, "二刻": 30, "三刻": 45}


def parse_time(raw: Raw) -> Parsed[str]:
    """8点半, 8:30, 下午3点, 0.354 of a day, a date with a time … as `HH:MM`; a date alone has no time."""
    if isinstance(raw, datetime | time):
        return Parsed(raw.strftime("%H:%M"))
    if isinstance(raw, timedelta):
        return Parsed(_from_minutes(round(raw.total_seconds() / 60)))
    if isinstance(raw, int | float) and not isinstance(raw, bool) and (0 < raw < 1 or 42005 <= raw < 51137):
        return Parsed(_from_minutes(round((raw % 1) * 1440)))
    text = clean(raw)
    if text in EMPTY_MARKS:
        return Parsed("")
    moment = _clock(text) or _clock(_DATE_BEFORE.sub("", text))
    return Parsed(moment) if moment else Parsed("", (Problem("time_unreadable", {"written": text}),))


def _clock(text: str) -> str:
    if found := _PACKED.fullmatch(text):
        return f"{found[1]}:{found[2]}"
    found = _CLOCK.fullmatch(to_arabic(text.replace("一刻", "15分").replace("三刻", "45分"))) if text else None
    if not found:
        return ""
    hour, minute = int(found[2]), found[3] or "0"
    minutes = _QUARTERS.get(minute) if minute in _QUARTERS else int(minute)
    if (found[1] or found[4]) in _AFTERNOON and hour < 12:
        hour += 12
    return f"{hour:02d}:{minutes:02d}" if hour < 24 and minutes is not None and minutes < 60 else ""


def _from_minutes(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
