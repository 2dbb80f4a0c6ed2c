"""Filters for templates, by Chinese names: `{{ 隔离起始日期 | 日期 }}`, `{{ 身份证号 | 脱敏 }}`.

Each leaves text alone that it cannot read; a blank to be filled in by hand becomes the fitting blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from fournets.writing.word.qr_codes import qr_code

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_DIGITS = "〇一二三四五六七八九"
_YES = {"yes", "是", "true", "1", "√", "✓", "有", "已签"}


class Blank:
    """A value that nobody knows: false in conditions, printed as a line to write on."""

    __slots__ = ("line",)

    def __init__(self, line: str = "＿＿＿＿") -> None:
        """`line` is what is printed."""
        self.line = line

    def __str__(self) -> str:
        """The line."""
        return self.line

    def __bool__(self) -> bool:
        """Never: there is nothing to say yes to."""
        return False

    def __len__(self) -> int:
        """As empty as an empty text."""
        return 0


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _ISO.fullmatch(str(value).strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def chinese_date(value: object) -> str:
    """2020-02-09 → 2020年2月9日, without leading zeros (GB/T 9704-2012)."""
    if isinstance(value, Blank):
        return "＿＿＿＿年＿＿月＿＿日"
    day = _day(value)
    return f"{day.year}年{day.month}月{day.day}日" if day else str(value)


def month_and_day(value: object) -> str:
    """2020-02-09 → 2月9日."""
    if isinstance(value, Blank):
        return "＿＿月＿＿日"
    day = _day(value)
    return f"{day.month}月{day.day}日" if day else str(value)


def date_in_characters(value: object) -> str:
    """2020-02-09 → 二〇二〇年二月九日."""
    if isinstance(value, Blank):
        return "＿＿＿＿年＿＿月＿＿日"
    day = _day(value)
    if day is None:
        return str(value)
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"


def numeral(value: object) -> str:
    """14 → 十四, 180 → 一百八十; up to a hundred million, whole numbers only."""
    return _in_characters(value, "零一二三四五六七八九", ("", "十", "百", "千"), short_ten=True)


def formal_numeral(value: object) -> str:
    """14 → 壹拾肆, the characters that cannot be altered afterwards."""
    return _in_characters(value, "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"), short_ten=False)


def _in_characters(value: object, digits: str, units: tuple[str, ...], *, short_ten: bool) -> str:
    text = str(value).strip()
    if not (text.isascii() and text.isdigit() and int(text) < 10**8):
        return str(value)
    high, low = divmod(int(text), 10**4)
    words = _four(high, digits, units) + "万" if high else ""
    if high and low and low < 1000:
        words += digits[0]
    words += _four(low, digits, units) if low or not high else ""
    return words[1:] if short_ten and words.startswith(digits[1] + units[1]) else words


def _four(number: int, digits: str, units: tuple[str, ...]) -> str:
    if number == 0:
        return digits[0]
    words = ""
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        words += digits[digit] + units[place] if digit else digits[0] if words and number % 10**place else ""
    return re.sub(f"{digits[0]}+", digits[0], words)


def masked(value: object) -> str:
    """3705**********1234, 138****1234, 张**: enough to recognise, too little to misuse; several numbers each."""
    if isinstance(value, Blank):
        return str(value)
    return "、".join(_masked(part) for part in re.split(r"[;、]", str(value)) if part)


def _masked(text: str) -> str:
    if re.fullmatch(r"\d{17}[\dX]|\d{15}", text):
        return text[:4] + "*" * (len(text) - 8) + text[-4:]
    if re.fullmatch(r"[\d-]{7,}", text):
        return text[:3] + "*" * (len(text) - 7) + text[-4:]
    return text[:1] + "*" * (len(text) - 1)


def ticked(value: object, *options: str) -> str:
    """☑ or ☐; with options ☑男　☐女: the one that the value names is ticked."""
    text = "" if isinstance(value, Blank) else str(value).strip()
    if options:
        return "　".join(f"{'☑' if option == text else '☐'}{option}" for option in options)
    return "☑" if text.lower() in _YES else "☐"


def telephones(value: object) -> str:
    """13800000000;05468300001 → 13800000000、05468300001."""
    return "、".join(part for part in str(value).split(";") if part)


def ten_thousands(value: object) -> object:
    """4000000 → 400万, 12500 → 1.25万; smaller numbers, and what is no number, as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 10**4:
        return value
    return f"{value / 10**4:.2f}".rstrip("0").rstrip(".") + "万"


def counted(value: object, unit: str) -> str:
    """145 → 145人; a number that nobody reported stands without the unit: 未报."""
    return str(value) if isinstance(value, Blank) else f"{value}{unit}"


def reported(value: object) -> bool:
    """Whether anybody reported a number: 0 is one, 未报 is none. `{% if 累计.公告 | 报过 %}`."""
    return not isinstance(value, Blank)


FILTERS: dict[str, Callable[..., object]] = {
    "日期": chinese_date,
    "月日": month_and_day,
    "大写日期": date_in_characters,
    "中文数字": numeral,
    "大写": formal_numeral,
    "脱敏": masked,
    "勾选": ticked,
    "电话": telephones,
    "万": ten_thousands,
    "计": counted,
    "报过": reported,
    "二维码": qr_code,
}
