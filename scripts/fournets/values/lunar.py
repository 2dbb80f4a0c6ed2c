"""Lunar dates as people write them in the Spring Festival weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lunardate import LunarDate

from fournets.values.numerals import chinese_number

_MONTHS = {"正月": 1, "腊月": 12, "冬月": 11}
_DAY = re.compile(
    r"(?:农历|阴历)?(正月|腊月|冬月|二月)?(?:大年|年)?(初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[1-3]?\d)[日号]?"
)
_LAST_DAYS = re.compile(r"(?:大年|年)(二十[七八九]|廿[七八九])")
_BARE_SPAN = 35
_NAMED = {
    "年三十": -1,
    "大年三十": -1,
    "除夕": -1,
    "除夕夜": -1,
    "大年夜": -1,
    "春节": 0,
    "大年初一": 0,
    "元宵": 14,
    "元宵节": 14,
    "正月半": 14,
}


def new_year(year: int) -> date:
    """The first day of the lunar year that begins in `year`."""
    solar: date = LunarDate(year, 1, 1).to_solar_date()
    return solar


def lunar_days(text: str, near: date) -> list[date]:
    """正月十五, 初五, 年三十, 腊月二十九 … as the day nearest to `near`; empty when the text is no lunar day.

    廿九 without a month is this month's or the last one's: two days, where both lie within five weeks of `near`.
    """
    text = text.replace(" ", "").removeprefix("农历").removeprefix("阴历")
    years = (near.year - 1, near.year, near.year + 1)
    if text in _NAMED:
        return _nearest([new_year(year) + timedelta(days=_NAMED[text]) for year in years], near)
    if found := _LAST_DAYS.fullmatch(text):
        return _nearest(_solar_days(years, 12, chinese_number(found[1]) or 0), near)
    found = _DAY.fullmatch(text)
    if not found or not (found[1] in _MONTHS or found[2].startswith(("初", "廿"))):
        return []
    number = found[2].removeprefix("初")
    day = int(number) if number.isdigit() else chinese_number(number) or 0
    if found[1] or found[2].startswith("初"):
        return _nearest(_solar_days(years, _MONTHS.get(found[1] or "正月", 2), day), near)
    days = [solar for month in (12, 1, 2) for solar in _solar_days(years, month, day)]
    return sorted(solar for solar in days if abs((solar - near).days) <= _BARE_SPAN)


def _solar_days(years: tuple[int, ...], month: int, day: int) -> list[date]:
    return [solar for year in years if (solar := _solar(year, month, day))]


def _solar(year: int, month: int, day: int) -> date | None:
    try:
        solar: date = LunarDate(year, month, day).to_solar_date()
    except ValueError:
        return None
    return solar


def _nearest(days: list[date], near: date) -> list[date]:
    return [min(days, key=lambda day: abs(day - near))] if days else []
