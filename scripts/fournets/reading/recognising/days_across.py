"""Days that are columns: which field stands below them, and what a heading says of its day."""

from __future__ import annotations

import re
from functools import lru_cache

from fournets.catalogue.fields import Column, Form, Kind
from fournets.model import Raw
from fournets.reading.headings.spellings import COUNTED_DAY, DATE_HEADING, Heading, normalised
from fournets.reading.layout.regions import Block, date_of_heading
from fournets.values.answers import parse_choice
from fournets.values.quantities import parse_count
from fournets.values.temperatures import parse_temperatures
from fournets.values.text import clean

_SLOT = r"(?:上午|下午|早|晚|中午|晨|AM|PM)[\u4e00-\u9fff]{0,3}"
_DAY_WITH_SLOT = re.compile(
    r"((?:\d{4}[年./\-])?\d{1,2}[月./\-]\d{1,2}[日号]?|\d{1,2}[日号])"
    rf"[(]?({_SLOT}(?:[/、]{_SLOT})*)[)]?"
)
_SQUARE_METRES, _TIMES = re.compile(r"面积|平方米|㎡"), re.compile(r"次数|遍数|频次")


def value_of_days(form: Form, block: Block) -> Column | None:
    """What stands below days: the form's field of each day; numbers are what the words above them say (面积, 次数)."""
    value = next(column for column in form.columns if column.field == form.by_day and not column.fixed)
    if value.kind is not Kind.AREA:
        return value
    groups = (group for heading in block.headings.values() for group in heading.groups)
    words = " ".join((*(text for _, text in block.above), *groups))
    if _SQUARE_METRES.search(words):
        return value
    return next(column for column in form.columns if column.field == "times") if _TIMES.search(words) else None


def are_of_days(kind: Kind, cells: list[Raw]) -> bool:
    """Whether cells below days may be readings (unless most name what was found at a door), or are visits' outcomes."""
    if kind in (Kind.AREA, Kind.COUNT):
        return bool(cells) and all(parse_count(raw).value for raw in cells)
    outcomes = [raw for raw in cells if isinstance(raw, str) and not parse_temperatures(raw).value]
    visits = sum(bool(parse_choice("visit_status", raw).value) for raw in outcomes)
    if kind is Kind.TEMPERATURE:
        counted = sum(bool(parse_count(raw).value) and not parse_temperatures(raw).value for raw in cells)
        return visits + counted <= 0.5 * len(cells)
    return visits > 0.5 * len(cells)


@lru_cache(maxsize=8192)
def day_and_slot(heading: Heading) -> tuple[str, str | None]:
    """The day that a heading names and its time of day; a slot of None means that it says something else as well."""
    day = date_of_heading(heading)
    if day:
        words = [text for text in (*heading.groups, heading.leaf) if not DATE_HEADING.fullmatch(text)]
    else:
        found = _DAY_WITH_SLOT.fullmatch(clean(heading.leaf).replace(" ", ""))
        if not found:
            return _counted_day(heading)
        day, words = found[1], [found[2]]
    slots = {slot for word in words if (slot := _slot_of(word))}
    others = [
        word for word in words if not parse_choice("slot", word).value and "体温" not in word and "温度" not in word
    ]
    if len(slots) > 1 or any(re.search(r"症状|签|备注|时间|人$", word) for word in others):
        return day, None
    return day, slots.pop() if slots else ""


def _slot_of(word: str) -> str:
    """The one time of day that a word names; of two (早/晚) each cell holds a reading."""
    slots = {slot for part in re.split("[/、]", word) if (slot := parse_choice("slot", part).value)}
    return slots.pop() if len(slots) == 1 else ""


def _counted_day(heading: Heading) -> tuple[str, str | None]:
    """第3天 of the observation, and the time of day beside or below it."""
    found = COUNTED_DAY.fullmatch(normalised("".join((*heading.groups, heading.leaf))))
    if not found:
        return "", None
    return f"第{found[1]}天", parse_choice("slot", found[2]).value if found[2] else ""
