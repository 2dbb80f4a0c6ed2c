"""What the headings of a whole table announce, form by form; kept, because a layout comes again from file to file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fournets.catalogue.fields import Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.reading.headings import Heading, Scores, column_scores

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


@dataclass(frozen=True, slots=True)
class Announced:
    """What a table may be as one form.

    `scores` are the candidates of each of its columns, surest first, `groups` those of the headings right above
    columns; `lacking` the groups of needed fields of which neither headings nor cells can show any.
    """

    form: Form
    scores: tuple[Scores, ...]
    groups: Mapping[str, Scores]
    lacking: tuple[tuple[str, ...], ...]


def own_headings(headings: Mapping[str, Mapping[str, tuple[str, ...]]]) -> OwnHeadings:
    """The office's own spellings in a shape that can be looked up by."""
    return tuple(
        (form, tuple((field, tuple(texts)) for field, texts in fields.items())) for form, fields in headings.items()
    )


def has_needed(needs: Collection[tuple[str, ...]], fields: Collection[str]) -> bool:
    """Whether one field of each group is among the fields."""
    return all(any(field in fields for field in group) for group in needs)


@lru_cache(maxsize=1024)
def announced(headings: tuple[Heading, ...], own: OwnHeadings) -> tuple[Announced, ...]:
    """What a table with these headings may be as each of the desk's forms."""
    listed = {form: dict(fields) for form, fields in own}
    above = dict.fromkeys(heading.groups[-1] for heading in headings if heading.groups)
    return tuple(_as_form(form, headings, above, listed.get(form.name, {})) for form in FORMS.values())


def _as_form(
    form: Form, headings: tuple[Heading, ...], above: Collection[str], own: Mapping[str, tuple[str, ...]]
) -> Announced:
    scores = tuple(column_scores(heading, form, own) for heading in headings)
    groups = {group: column_scores(Heading(group), form, own) for group in above}
    fields = {column.field for candidates in (*scores, *groups.values()) for _, column in candidates}
    fields |= {column.field for column in form.columns if column.kind in TELLING}
    return Announced(form, scores, groups, tuple(group for group in form.needs if fields.isdisjoint(group)))
