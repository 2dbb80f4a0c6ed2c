"""Which number a person means who asks by a name, a Chinese title, a grid or a compound; and what it is made of."""

from __future__ import annotations

import difflib

import pandas as pd

from fournets.catalogue.tallies import GROUP_WORDS, PERIOD_WORDS, TALLIES, Group, Tally
from fournets.values.addresses import find_grid

NEAREST = 5
"""So many names are offered where none fits."""


class NoSuchNumber(LookupError):
    """Nothing is counted by that name or for that group; the message is one Chinese sentence."""


def tally_meant(asked: str) -> str:
    """The tally of that name or Chinese title; raises `NoSuchNumber` with the nearest names for any other word."""
    titles = {what.title: name for name, what in TALLIES.items()}
    if asked in TALLIES or asked in titles:
        return titles.get(asked, asked)
    near = difflib.get_close_matches(asked, [*TALLIES, *titles], n=NEAREST, cutoff=0.3)
    near += [title for title in titles if len(asked) > 1 and asked in title]
    names = list(dict.fromkeys(titles.get(name, name) for name in near))[:NEAREST]
    known = "、".join(f"{name}（{TALLIES[name].title}）" for name in names or TALLIES)
    raise NoSuchNumber(
        f"没有“{asked}”这个汇总项。{'最接近的有' if names else '可以查的有'}：{known}。请改用其中一个再查。"
    )


def group_meant(lines: pd.DataFrame, what: Tally, asked: str) -> tuple[str, str]:
    """Group and its value; raises `NoSuchNumber` where this tally has no such group, or nobody of that name."""
    if not asked:
        return Group.COMMUNITY.value, ""
    word, _, value = asked.rpartition("=")
    kinds = {name: kind.value for kind in what.groups for name in (kind.value, GROUP_WORDS[kind])}
    if word and word not in kinds:
        known = "、".join(f"{kind.value}（{GROUP_WORDS[kind]}）" for kind in what.groups) or "无，只有全社区的数"
        raise NoSuchNumber(f"“{what.title}”不能按“{word}”分。可以用的分组：{known}。")
    own = lines[lines["group_value"] != ""]
    named = own[(own["group"] == kinds[word]) if word else own["group"].notna()]
    values = list(dict.fromkeys(zip(named["group"], named["group_value"], strict=True)))
    fitting = [pair for pair in values if pair[1] in (value, find_grid(value))]
    if len(fitting) != 1:
        near = difflib.get_close_matches(value, [name for _, name in values], n=NEAREST, cutoff=0.3)
        known = "、".join(f"{kind}={name}" for kind, name in values if not near or name in near)
        raise NoSuchNumber(f"分组“{asked}”在这个数里没有，或分不清是哪一个。可查的有：{known or '只有全社区的数'}。")
    return fitting[0]


def made_of(what: Tally, rows: pd.DataFrame) -> str:
    """How the rows come to the number: each unit once, or as much as its cell says."""
    shown = f"“{PERIOD_WORDS[what.periods[-1]]}”由下面 {len(rows)} 行得出"
    units = rows["unit"].nunique() if len(rows) else 0
    if units != len(rows):
        shown += f"，同一个只算一次，共 {units} 个不同的"
    if what.each > 1:
        shown += f"，每个算 {what.each}"
    return shown + ("，按各行填的数相加：" if what.amount else "：")
