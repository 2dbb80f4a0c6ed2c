"""Number plates: province, letter, five signs (six for new-energy vehicles), without I and O in the sequence."""

from __future__ import annotations

import re

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, clean

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领警学"
_SEQUENCE = r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳使领]|[A-HJ-NP-Z0-9]{6})"
_PLATE = re.compile(rf"([{PROVINCES}])([A-Z])({_SEQUENCE})")
_SHORT = re.compile(rf"([A-Z])({_SEQUENCE})")
_GLUE = re.compile(r"[\s·•・.\-—_:：]")
_NONE = frozenset(
    {
        "步行",
        "外地",
        "无牌",
        "电动车",
        "自行车",
        "无车",
        "未上牌",
        "临牌",
        "摩托车",
        "三轮车",
        "外地车",
        "本地",
        "外地车牌",
    }
)


def parse_plate(raw: Raw, province: str) -> Parsed[str]:
    """Upper case without separators, with the province's sign; guards drop the own one."""
    text = clean(raw)
    if text in EMPTY_MARKS or text in _NONE:
        return Parsed("")
    bare = re.sub(r"[(（].*?[)）]", "", _GLUE.sub("", text)).upper()
    if _PLATE.fullmatch(bare):
        return Parsed(bare)
    if _SHORT.fullmatch(bare):
        return Parsed(province + bare)
    return Parsed("", (Problem("plate_unreadable", {"written": text}),))


def is_local(plate: str, prefix: str) -> bool:
    """Whether the plate is of this town (鲁E is Dongying)."""
    return plate.startswith(prefix)
