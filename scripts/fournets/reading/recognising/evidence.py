"""How much speaks for a table being the form that it is taken for.

Which form fits best is one question; whether any fits is another. Names, telephones and addresses stand in every list
of an office, and a heading is easily like one of ours. So a form has to be shown: by headings that hardly any other
list has, by cells of a kind of their own (temperatures, 已入户/空户, 放行/劝返), or by a title that names it. Words of
other offices' lists take from that. With little to show the sheet is taken and the doubt is said; with less it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.catalogue.other_offices import (
    COMMON_FIELDS,
    GENERAL_HEADINGS,
    OTHER_MATTERS,
    OTHER_PAPERS,
    VAGUE_HINTS,
)
from fournets.model import Scope
from fournets.reading.headings.spellings import EXACT, IN_OTHER_WORDS, normalised
from fournets.reading.layout.regions import Block
from fournets.reading.layout.rosters import over_shifts
from fournets.reading.recognising.agreement import KIN, LISTED, MOST, Look
from fournets.reading.recognising.assigning import Match
from fournets.values.addresses import find_building
from fournets.values.shifts import is_post
from fournets.values.text import clean

SURE, ENOUGH = 1.2, 0.75
"""From `SURE` on nothing is said; from `ENOUGH` on the sheet is taken and a person is asked; below it is not taken."""
_SETTLED, _TELLING, _OTHER_WORDS, _ALIKE = 2.0, 1.0, 0.6, 0.35
"""What a telling heading is worth: one that the office settled, a listed one, one in other words, a likeness."""
_GENERAL = 0.3
"""The part that is left of it where lists of any office have the heading."""
_BY_CELLS = 0.5
_SEVERAL = 3
"""So many cells that are no temperatures say that the column holds none (refrigerators, weather)."""
_ISSUED = re.compile(r".*[告保解档证书][〔\[(【]20\d\d[〕\])】]\d+(?:-\d)?号?")
_GROUP_NAME = re.compile(r".+群(?:\d+|[(（].*[)）])?")
_HEALTH = re.compile(r"(?:身体|健康|状况|一切)*(?:良好|正常|健康|无异常|较?好|发[热烧].*|咳嗽.*|无[不症].*|无发.*)")
_TOLD_BY_WORDS: Mapping[str, Callable[[str], object]] = {
    "relation": KIN.search,
    "post": is_post,
    "number": _ISSUED.fullmatch,
    "group": _GROUP_NAME.fullmatch,
    "symptoms": _HEALTH.fullmatch,
}
"""Fields of free words whose cells hardly any other list has."""
_DAY_OF_READINGS, _DAY_OF_TICKS = 1.5, 0.3
"""Days with temperatures or visits below them, and with nothing but ticks: who was at work, at school, at a post."""
_OUTRIGHT, _NAMED, _CALLED, _HINTED = 4.0, 1.5, 1.0, 0.75
"""What names and titles are worth: the form's own title settles it, whatever else the sheet says.

A folder calls its sheets by a word of the form, and so does a name that is a vague word and nothing else (宣传.xlsx);
a vague word among others (宣传部) only hints at it.
"""
_PAPER_WORDS = re.compile(
    r"登记|记录|统计|汇总|情况|信息|名单|名册|花名册|台账|一览|明细|清单|人员|居民|社区|每日|工作|上报|表|册|单|第?[\d一二三四五六七八九十]+号?网格"
    r"|\d+月\d+[日号]?|[\d\W_]+|sheet|新建|最新|副本|修改|版"
)
"""What names of papers have beside the word that says what they are."""
_MASKED = 1.0
_BELOW_GROUP = 0.02
"""What a heading loses by standing below a group of headings."""
_LIVES_THERE, _AND_IS_KNOWN = 0.9, 0.4
"""Persons with their flats are a register, whatever it is called; surer with columns for building and flat."""
_BELOW_SHIFTS, _BELOW_POSTS = 0.4, 0.9
"""What a roster's columns say together."""
_OTHER_MATTER, _OTHER_PAPER = 0.35, 1.0
_SHOWS_ITSELF = frozenset(
    (
        *(Kind.VISIT_STATUS, Kind.GATE_RESULT, Kind.SERVICE, Kind.MATERIAL, Kind.VOLUNTEER_KIND),
        *(Kind.TEMPERATURE, Kind.PLATE, Kind.SLOT),
    )
)
"""Kinds whose cells hardly any other list has."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a form, in headings' worth: a listed telling heading is 1. `told` are the headings that count."""

    weight: float
    told: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether the table is taken for the form at all."""
        return self.weight >= ENOUGH

    @property
    def weak(self) -> bool:
        """Whether it is taken, but somebody has to look."""
        return self.enough and self.weight < SURE


NO_EVIDENCE = Evidence(0.0)


@dataclass(frozen=True, slots=True)
class Titles:
    """The words over a table and the names of its sheet and file (`near`), its folders', and what they take away."""

    near: tuple[str, ...]
    folders: tuple[str, ...]
    against: float

    @classmethod
    def of(cls, scope: Scope) -> Titles:
        """What stands around a table."""
        near = tuple(clean(text).replace(" ", "") for text in (scope.title, scope.sheet, scope.stem))
        against = _OTHER_PAPER if any(map(OTHER_PAPERS.search, near)) else 0.0
        return cls(near, tuple(map(clean, scope.folders)), against)

    def call_it(self, form: Form) -> bool:
        """Whether the words name the form, and not only with a word that other offices' titles have as well."""
        return self.names(form) >= _CALLED

    def names(self, form: Form) -> float:
        """What the words say for the form."""
        if not form.answers and any(form.title in text for text in self.near):
            return _OUTRIGHT
        near = (_said_in(text, hint) for hint in (*form.hints, form.title) for text in self.near if hint in text)
        beyond = (_said_in(text, hint) for hint in (*form.hints, form.title) for text in self.folders if hint in text)
        return max(max(near, default=0.0), min(max(beyond, default=0.0), _CALLED))


@lru_cache(maxsize=8192)
def _said_in(text: str, hint: str) -> float:
    """What a title or name says that holds a form's word: a vague one says more where hardly another word is there."""
    if hint not in VAGUE_HINTS:
        return _NAMED
    return _CALLED if _PAPER_WORDS.sub("", text.lower()) == hint else _HINTED


def evidence_for(
    form: Form, matches: Mapping[int, Match], block: Block, look: Look, titles: Titles, masked: bool
) -> Evidence:
    """What speaks for the form, less what speaks for a list of another office."""
    worth = {
        column: _worth(form, match, normalised(block.headings[column].leaf), column, look)
        for column, match in matches.items()
    }
    readings = [worth[column] for column, match in matches.items() if match.column.kind is Kind.TEMPERATURE]
    others = sum(worth.values()) - sum(readings)
    beside = titles.names(form) + (_MASKED if masked and form.masked else 0.0) + _register(form, matches, look, titles)
    beside += _roster(form, matches)
    against = _OTHER_MATTER * _other_matters(matches, block, look) + titles.against
    return Evidence(
        max(readings, default=0.0) + others + beside - against,
        tuple(block.headings[column].leaf for column in block.columns if worth.get(column)),
    )


def tells(form: Form, column: Column) -> bool:
    """Whether the column is one that makes the form what it is."""
    return bool(column.fixed) or column.field not in COMMON_FIELDS or (form.name, column.field) == ("grids", "worker")


@cache
def telling_fields(form: str) -> frozenset[str]:
    """The fields that make the form what it is."""
    return frozenset(column.field for column in FORMS[form].columns if tells(FORMS[form], column))


def _worth(form: Form, match: Match, heading: str, column: int, look: Look) -> float:
    """What one column says for the form."""
    kind, score = match.column.kind, match.score
    if match.multiplies and (form.by_day == "name" or ("date" in match.facts and kind in (Kind.AREA, Kind.COUNT))):
        return 0.0
    if match.multiplies and "date" in match.facts:
        return _DAY_OF_TICKS if over_shifts(look.filled(column)) else _DAY_OF_READINGS
    shown = _BY_CELLS if _shows_itself(match, column, look) else 0.0
    if not tells(form, match.column):
        return shown
    if kind is Kind.TEMPERATURE and len(look.words(column)) >= _SEVERAL and not look.share(kind, column):
        return 0.0
    if score > EXACT:
        return _SETTLED
    worth = _TELLING if score >= LISTED else _OTHER_WORDS if score >= IN_OTHER_WORDS - _BELOW_GROUP else _ALIKE
    if heading not in GENERAL_HEADINGS:
        return worth + shown
    alone = shown and (kind is Kind.TEMPERATURE or match.column.field == "number")
    return worth * _GENERAL + (_TELLING if alone else shown)


def _shows_itself(match: Match, column: int, look: Look) -> bool:
    """Whether the cells say by themselves what they are: readings, 空户, 放行, 之妻, 东门, 〔2020〕3号."""
    if told := _TOLD_BY_WORDS.get(match.column.field):
        texts = look.words(column)
        return bool(texts) and sum(map(bool, map(told, texts))) >= MOST * len(texts)
    return match.column.kind in _SHOWS_ITSELF and look.shows(match.column.kind, column)


def _roster(form: Form, matches: Mapping[int, Match]) -> float:
    """What names below shifts and days say for a list of duty, and below posts."""
    facts = [match.facts for match in matches.values() if match.multiplies and form.by_day == "name"]
    return (_BELOW_POSTS if any("post" in said for said in facts) else _BELOW_SHIFTS) if facts else 0.0


def _register(form: Form, matches: Mapping[int, Match], look: Look, titles: Titles) -> float:
    """What persons with their flats say for the register of households; the building may stand in a title."""
    if form.name != "households":
        return 0.0
    place_of = {
        match.column.field: column
        for column, match in matches.items()
        if match.score >= IN_OTHER_WORDS or (match.column.kind is Kind.NAME and look.only_names(column))
    }
    if "name" not in place_of:
        return 0.0
    known = bool({"phone", "id_number"} & place_of.keys())
    if "flat" in place_of and ("building" in place_of or any(map(find_building, titles.near))):
        return _LIVES_THERE + (_AND_IS_KNOWN if known else 0.0)
    address = place_of.get("address")
    return _LIVES_THERE if address is not None and look.share_of_flats(address) >= MOST else 0.0


def _other_matters(matches: Mapping[int, Match], block: Block, look: Look) -> int:
    """How many columns hold something that no form of ours asks about."""
    surely = {column for column, match in matches.items() if match.score >= IN_OTHER_WORDS - _BELOW_GROUP}
    return sum(
        _is_other_matter(normalised(block.headings[column].text))
        for column in block.columns
        if column not in surely and look.samples[column]
    )


@lru_cache(maxsize=8192)
def _is_other_matter(heading: str) -> bool:
    return OTHER_MATTERS.search(heading) is not None
