"""Number plates: province, letter, five signs (six for new-energy vehicles), without I and O in the sequence."""

from __future__ import annotations

import re

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, as_written, clean

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领警学"
_SEQUENCE = r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳使领]|[A-HJ-NP-Z0-9]{6})"
_PLATE = re.compile(rf"([{PROVINCES}])([A-Z])({_SEQUENCE})")
_SHORT = re.compile(rf"([A-Z])({_SEQUENCE})")
_GLUE = re.compile(r"[\s·•・.\-—_:：]")
_ANYWHERE = re.compile(rf"(?<![A-Z0-9])([{PROVINCES}]?[A-Z]{_SEQUENCE})(?![A-Z0-9挂学警港澳])")
_SIGNS = re.compile(r"[A-Za-z0-9]")


def parse_plate(raw: Raw, province: str) -> Parsed[str]:
    """Upper case without separators, with the province's sign; guards drop it. Words (步行, 外地) are no plate."""
    text = clean(raw)
    if text in EMPTY_MARKS or not _SIGNS.search(text):
        return Parsed("")
    bare = _GLUE.sub("", re.sub(r"[(（].*?[)）]", "", text)).upper()
    plates = [bare] if _PLATE.fullmatch(bare) or _SHORT.fullmatch(bare) else _ANYWHERE.findall(bare)
    if len(set(plates)) == 1:
        return Parsed(plates[0] if plates[0][0] in PROVINCES else province + plates[0])
    code = "several_plates" if plates else "plate_unreadable"
    return Parsed("", (Problem(code, {"written": text}),))


def parse_trip(raw: Raw) -> Parsed[str]:
    """The number of a train or a flight as written; a car's plate that stands instead is written as plates are."""
    bare = _GLUE.sub("", clean(raw)).upper()
    return Parsed(bare if _PLATE.fullmatch(bare) else as_written(raw))


def is_local(plate: str, prefix: str) -> bool:
    """Whether the plate is of this town (鲁E is Dongying)."""
    return plate.startswith(prefix)
