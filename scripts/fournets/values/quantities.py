"""Counts and areas: number + unit + approximation. Never silently 0."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from fournets.model import Parsed, Problem, Raw
from fournets.values.numerals import DIGITS, NUMERAL, chinese_number
from fournets.values.text import clean

_ABOUT = re.compile(
    r"^(?:大?约|近|共计?|超过?|累计|总计|已|达|≈|~|～)+|(?:余|多|左右|以上|上下|来|\+)(?=\D*$)|(?<=\d)[余多](?=[万千百亿])"
)
_NUMBER = re.compile(rf"(\d+(?:\.\d+)?|{NUMERAL}|)\s*([万千百亿])?\s*(?:[\u4e00-\u9fff㎡²/㎥A-Za-z.]{{0,6}}2?)")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_BIG_AND_SMALL = re.compile(
    rf"(?:(\d+|{NUMERAL})个?(?:大人?|成人)\s*[,，+]?\s*(\d+|{NUMERAL})个?(?:小孩?|儿童|孩子?)"
    rf"|(?:大人|成人)(\d+|{NUMERAL})[个人]?\s*[,，+]?\s*(?:小孩|儿童|孩子?)(\d+|{NUMERAL})[个人]?)"
)
_POWERS = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
NO_COUNT = frozenset({"", "-", "—", "——", "/", "不详", "未知", "未报", "未统计", "待报", "空", "?", "？"})
ZERO = frozenset({"无", "没有", "零", "0", "没", "暂无", "无。"})
_REMARK = re.compile(r"(?<=.)[(（][^)）]*[)）]$")
_TEENS = re.compile(r"[几数]|十[几多余来]")
_HECTARE = re.compile(r"公顷")
_MU = re.compile(r"亩")


def parse_count(raw: Raw, factor: float = 1) -> Parsed[str]:
    """A whole number: 83余份, 约300, 2000万, 1.2万, 3人, 2大1小, 三人. `factor` is the heading's (万份: 10000)."""
    own = factor != 1 and "万" in clean(raw)
    return _counted(raw, Decimal(1) if own else Decimal(str(factor)), whole=True)


def parse_area(raw: Raw, factor: float = 1) -> Parsed[str]:
    """Square metres: 400万㎡ is 4000000. `factor` is the heading's (万㎡: 10000), unless the cell has a unit."""
    text = clean(raw)
    if _HECTARE.search(text):
        return _counted(text.replace("公顷", ""), Decimal(10_000))
    if _MU.search(text):
        return _counted(text.replace("亩", ""), Decimal(2000) / 3)
    own = bool(re.search(r"[㎡²平米]|m2|M2|万", text))
    return _counted(raw, Decimal(1) if own else Decimal(str(factor)))


def unit_factor(heading: str) -> float:
    """What the numbers below a heading are to be multiplied with: 10000 for 面积(万㎡), 2000/3 for 面积(亩)."""
    text = clean(heading)
    if re.search(r"万\s*(?:㎡|平|m|M|份|条|次|张|人|户|个)|[(（:：]\s*万", text) or _HECTARE.search(text):
        return 10_000
    return 2000 / 3 if re.search(r"[(（:：/]\s*亩", text) else 1


def _counted(raw: Raw, factor: Decimal, *, whole: bool = False) -> Parsed[str]:
    """Counts are whole numbers or none; areas keep what is left behind the point, at most two digits."""
    text = _REMARK.sub("", _THOUSANDS.sub("", clean(raw)))
    if text in NO_COUNT:
        return Parsed("")
    if text in ZERO:
        return Parsed("0")
    number = _number(text)
    if number is None or (whole and number * factor != int(number * factor)):
        return Parsed("", (Problem("count_unreadable", {"written": text}),))
    area = (number * factor).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Parsed(str(int(area)) if area == int(area) else str(area.normalize()))


def _number(text: str) -> Decimal | None:
    if found := _BIG_AND_SMALL.fullmatch(text):
        return Decimal(sum(_value(part) for part in found.groups() if part))
    if _TEENS.search(text):
        return None
    bare = _ABOUT.sub("", _ABOUT.sub("", text)).strip()
    found = _NUMBER.fullmatch(bare)
    if not found or not found[1]:
        return None
    value = (
        Decimal(found[1])
        if found[1][0].isdigit()
        else Decimal(chinese_number(found[1]) or (0 if found[1] in DIGITS else -1))
    )
    return value * _POWERS.get(found[2] or "", 1) if value >= 0 else None


def _value(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text) or 0
