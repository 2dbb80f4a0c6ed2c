"""Households in one row each: beside the head the other members, each in columns of a group of their own.

家庭成员1 over 姓名/关系/身份证号, then 家庭成员2 over the same, or 成员1姓名, 成员1身份证, 成员2姓名 …: every group is
a table of its own that shares the columns which say where the household lives and when and by whom it was visited.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache

from fournets.reading.headings.spellings import Heading, normalised, spellings
from fournets.reading.layout.regions import Block

OF_HOUSEHOLDS = ("households", "screening")
"""Forms whose rows may be households."""
_SHARED = frozenset(
    (
        *("compound", "building", "entrance", "flat", "address", "grid", "household_number"),
        *("date", "visit_status", "method", "worker"),
    )
)
_NUMBER = r"[(（]?([一二三四五六七八九十]|\d{1,2})[)）]?"
_MEMBER = re.compile(
    rf"(?:家庭|其他|同住|共同居住|共同生活|常住)?(?:成员|家属|家人|人员|住户|租户|同住人){_NUMBER}(?:的|之)?(.*)"
)


def apart(block: Block) -> list[Block]:
    """The household's own table first, then one of each further member; the block alone where there are none."""
    groups: dict[str, dict[int, Heading]] = {}
    for column in block.columns:
        number, heading = _member(block.headings[column])
        if number:
            groups.setdefault(number, {})[column] = heading
    named = [group for group in groups.values() if any(_names(heading) for heading in group.values())]
    if not named:
        return [block]
    gone = {column for group in named for column in group}
    own = [column for column in block.columns if column not in gone]
    shared = [column for column in own if normalised(block.headings[column].leaf) in _shared_headings()]
    if not shared or len(shared) == len(own):
        return [block]
    head = dataclasses.replace(block, columns=own, headings={column: block.headings[column] for column in own})
    return [head, *(_of_member(block, group, shared) for group in named)]


def _of_member(block: Block, group: dict[int, Heading], shared: list[int]) -> Block:
    headings = {**group, **{column: block.headings[column] for column in shared}}
    return dataclasses.replace(block, columns=[*group, *shared], headings=headings, shared=frozenset(shared))


def _member(heading: Heading) -> tuple[str, Heading]:
    """Which member a heading is about, and what it says of him: 成员1 alone says his name."""
    texts = [normalised(text) for text in (*heading.groups, heading.leaf)]
    for place, text in enumerate(texts):
        if found := _MEMBER.fullmatch(text):
            return found[1], Heading(found[2] or (texts[-1] if place < len(texts) - 1 else "姓名"))
    return "", heading


def _names(heading: Heading) -> bool:
    return heading.leaf in ("姓名", "名字")


@cache
def _shared_headings() -> frozenset[str]:
    listed = (pair for form in OF_HOUSEHOLDS for pair in spellings(form))
    return frozenset(text for column, texts in listed if column.field in _SHARED for text in texts)
