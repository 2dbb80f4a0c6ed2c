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


def parse_lunar(text: str, near: date) -> date | None:
    """正月十五, 初五, 年三十, 腊月二十九 … as the day nearest to `near`; None when the text is no lunar day."""
    text = text.replace(" ", "").removeprefix("农历").removeprefix("阴历")
    years = (near.year - 1, near.year, near.year + 1)
    if text in _NAMED:
        return _nearest([new_year(year) + timedelta(days=_NAMED[text]) for year in years], near)
    found = _DAY.fullmatch(text)
    if not found or not (found[1] or found[2].startswith(("初", "廿"))):
        return None
    month = _MONTHS.get(found[1] or "正月", 2)
    number = found[2].removeprefix("初")
    day = int(number) if number.isdigit() else chinese_number(number)
    return _nearest([solar for year in years if (solar := _solar(year, month, day or 0))], near)


def _solar(year: int, month: int, day: int) -> date | None:
    try:
        solar: date = LunarDate(year, month, day).to_solar_date()
    except ValueError:
        return None
    return solar


def _nearest(days: list[date], near: date) -> date | None:
    return min(days, key=lambda day: abs(day - near), default=None)
