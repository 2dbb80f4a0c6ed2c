"""Rosters of duty: shifts, days or posts stand as headings over the names of those who serve, days over their shifts.

Each name is a record of its own, and its column's heading says when or where (`shift`, `date`, `post`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from fournets.model import Raw
from fournets.reading.headings.spellings import DATE_HEADING, Heading
from fournets.values.names import NO_NAMES, has_surname, parse_names
from fournets.values.shifts import is_post, is_shift
from fournets.values.text import EMPTY_MARKS, as_written, clean

OFF_DUTY = NO_NAMES | {"休", "轮", "×", "✗", "x", "X"}
TICKS = frozenset("√✓✔●■○")
"""What says of somebody's day that he serves; 1 and 是 are said of other things as well."""
_NAMES = 0.8
"""The share of the cells below such headings that must hold names."""


@lru_cache(maxsize=8192)
def said_of_duty(heading: Heading) -> Mapping[str, str]:
    """What a heading and its groups say of a roster's column: nothing where one of them says something else."""
    facts: dict[str, str] = {}
    for text in (*heading.groups, heading.leaf):
        bare = clean(text)
        if day := DATE_HEADING.fullmatch(bare):
            facts["date"] = day[1]
        elif is_shift(bare):
            facts["shift"] = as_written(text)
        elif is_post(bare):
            facts["post"] = as_written(text)
        else:
            return {}
    return facts


def over_shifts(cells: Sequence[Raw]) -> bool:
    """Whether the cells of days tell the shifts that each person serves, or tick those days."""
    texts = [text for raw in cells if (text := clean(raw)) not in EMPTY_MARKS and text not in OFF_DUTY]
    return bool(texts) and all(text in TICKS or is_shift(text) for text in texts)


def over_posts(cells: Sequence[Raw]) -> bool:
    """Whether nothing but posts stands in the cells: 卡口 over 东门 and 西门 is what the rows are about."""
    texts = [text for raw in cells if (text := clean(raw)) not in EMPTY_MARKS]
    return bool(texts) and all(map(is_post, texts))


def over_names(cells: Sequence[Raw]) -> bool:
    """Whether most cells hold names and nothing else, one or several each; shifts among them are headings too."""
    filled = [raw for raw in cells if not (is_shift(text := clean(raw)) or text in EMPTY_MARKS or text in OFF_DUTY)]
    found = [names for raw in filled if (names := parse_names(raw).value)]
    usual = sum(any(map(has_surname, names)) for names in found)
    return len(found) > 1 and len(found) >= _NAMES * len(filled) and 2 * usual >= len(found)
