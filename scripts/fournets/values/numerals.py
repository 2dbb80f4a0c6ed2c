"""Chinese numerals, as people write dates, buildings and counts."""

from __future__ import annotations

import re

DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[零〇一二两三四五六七八九十百千廿]+"
_RUN = re.compile(NUMERAL)


def chinese_number(text: str) -> int | None:
    """The number that a run of numerals means (三十六, 一百零二, 五零一), or None."""
    text = text.replace("廿", "二十")
    if not text or any(sign not in DIGITS and sign not in _UNITS for sign in text):
        return None
    if not any(sign in _UNITS for sign in text):
        return int("".join(str(DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign]
        else:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
    return total + digit


def to_arabic(text: str) -> str:
    """Every run of numerals replaced by its number."""
    return _RUN.sub(lambda run: str(chinese_number(run.group())), text)
