"""What the headings of a whole table announce, form by form; kept, because a layout comes again from file to file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fournets.catalogue.contradictions import speaks_against
from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.reading.headings.spellings import (
    SERIALS,
    Heading,
    Scores,
    column_scores,
    is_somebody_else,
    normalised,
    spellings,
)
from fournets.reading.layout.regions import date_of_heading
from fournets.reading.layout.rosters import said_of_duty

TELLING = {
    Kind.ID_NUMBER: 0.8,
    Kind.PHONE: 0.8,
    Kind.PLATE: 0.8,
    Kind.ADDRESS: 0.8,
    Kind.TEMPERATURE: 0.9,
    Kind.NAME: 0.9,
}
"""Kinds whose cells show by themselves what they are, and which share of a column must."""
OwnHeadings = tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
"""The office's own spellings as `own_headings` gives them: form, then field, then headings."""


_NO_LOOK = re.compile(
    r"^(?:是否|有无)|民族|电话|手机|联系方式|身份证|证件|车牌|地址|住址|籍|姓名|人$|人员$|单位|日期|时间|体温|数$|备注|说明|[长员师警者]$|干部|号$"
)
_NAMES = ("姓名", "名字")
_EXPORTED = frozenset(("所用时间", "来自ip", "来源详情", "提交答卷时间", "答题时长", "答题序号", "提交者", "提交时间"))
_BY_MACHINE = _EXPORTED - {"提交时间", "提交答卷时间"} | {
    "来源",
    "来源渠道",
    "总分",
    "提交人",
    "微信昵称",
    "ip",
    "ip地址",
}
"""What online forms write beside the answers: of these the time alone says something of the row."""
CALLED_PERSON = re.compile(r"(?<![几多少个])(?:人员?|对象|代表|居民|户主)$")
"""Headings that name somebody; the only column of names below such a one says whom the rows are about."""


@dataclass(frozen=True, slots=True)
class Announced:
    """What a table may be as one form.

    `scores` are the candidates of each of its columns, surest first, `groups` those of the headings right above
    columns; `shown` the fields that each column's cells may show by themselves, because its heading says nothing;
    `lacking` the groups of needed fields of which neither headings nor cells can show any.
    """

    form: Form
    scores: tuple[Scores, ...]
    groups: Mapping[str, Scores]
    shown: tuple[tuple[Column, ...], ...]
    lacking: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Header:
    """A table's headings: what they announce for each form, how telling each is, which ones only number the rows."""

    forms: tuple[Announced, ...]
    weights: tuple[float, ...]
    serial: tuple[bool, ...]


def own_headings(headings: Mapping[str, Mapping[str, tuple[str, ...]]]) -> OwnHeadings:
    """The office's own spellings in a shape that can be looked up by."""
    return tuple(
        (form, tuple((field, tuple(texts)) for field, texts in fields.items())) for form, fields in headings.items()
    )


def has_needed(needs: Collection[tuple[str, ...]], fields: Collection[str]) -> bool:
    """Whether one field of each group is among the fields."""
    return all(any(field in fields for field in group) for group in needs)


@lru_cache(maxsize=1024)
def header_of(headings: tuple[Heading, ...], own: OwnHeadings) -> Header:
    """What these headings of a table, from left to right, say."""
    listed = {form: dict(fields) for form, fields in own}
    names = [heading for heading in headings if normalised(heading.leaf).endswith(_NAMES)]
    only_name = names[0] if len(names) == 1 else None
    forms = (_as_form(form, headings, only_name, listed.get(form.name, {})) for form in FORMS.values())
    leaves = [normalised(heading.leaf) for heading in headings]
    return Header(tuple(forms), tuple(map(_weight, leaves)), tuple(leaf in SERIALS for leaf in leaves))


def _as_form(
    form: Form, headings: tuple[Heading, ...], only_name: Heading | None, own: Mapping[str, tuple[str, ...]]
) -> Announced:
    exported = any(normalised(heading.leaf) in _EXPORTED for heading in headings)
    by_machine = {heading for heading in headings if exported and normalised(heading.leaf) in _BY_MACHINE}
    scores = tuple(() if heading in by_machine else column_scores(heading, form, own) for heading in headings)
    above = dict.fromkeys(heading.groups[-1] for heading in headings if heading.groups)
    groups = {group: column_scores(Heading(group), form, own) for group in above}
    shown = tuple(
        () if heading in by_machine else _shown(form.name, normalised(heading.text), heading is only_name)
        for heading in headings
    )
    fields = {column.field for candidates in (*scores, *groups.values()) for _, column in candidates}
    fields |= {column.field for column in form.columns if column.kind in TELLING}
    if form.by_day == "name":
        said = set().union(*map(said_of_duty, headings))
        fields |= said | ({"shift"} if "date" in said else set())
    elif form.by_day and any(map(date_of_heading, headings)):
        fields.add(form.by_day)
    return Announced(form, scores, groups, shown, tuple(group for group in form.needs if fields.isdisjoint(group)))


@lru_cache(maxsize=32768)
def _shown(form: str, heading: str, only_name: bool) -> tuple[Column, ...]:
    """The columns of the form that cells below a heading may show; below the table's only 姓名 it is a name."""
    if heading in SERIALS or is_somebody_else(heading):
        return ()
    telling = [column for column in FORMS[form].columns if column.kind in TELLING and not column.fixed]
    if only_name and heading.endswith(_NAMES):
        return tuple(column for column in telling if column.kind is Kind.NAME)
    if _NO_LOOK.search(heading):
        whom = CALLED_PERSON.search(heading) is not None and Kind.NAME
        return tuple(column for column in telling if column.kind is whom and not speaks_against(column, heading))
    return tuple(column for column in telling if not speaks_against(column, heading))


@lru_cache(maxsize=8192)
def _forms_with(text: str) -> int:
    return sum(any(text in texts for _, texts in spellings(form)) for form in FORMS)


def _weight(leaf: str) -> float:
    """A heading that few forms list says more than one that all of them list."""
    count = _forms_with(leaf)
    return 1.0 if count <= 1 else 1.0 / count**0.5
