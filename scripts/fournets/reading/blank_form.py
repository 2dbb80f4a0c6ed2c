"""The superior's own blank form: where its tables are, and which of our fields each heading may ask for.

Headings are understood by the same knowledge as those of the sheets that come in. There are no cells below them that
could bear a likeness out, so that only what the catalogue or the office lists, or says in a pattern, counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from fournets.catalogue.forms import FORMS
from fournets.catalogue.limits import Limits
from fournets.catalogue.superior import ABOVE, Announced, HeadedTable, Wanted
from fournets.catalogue.tally_names import number_meant
from fournets.reading.formats.workbook import Unreadable, open_workbook
from fournets.reading.headings.spellings import (
    IN_OTHER_WORDS,
    SERIALS,
    Heading,
    column_scores,
    is_somebody_else,
    known_headings,
    normalised,
)
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block, find_blocks
from fournets.reading.recognising.agreement import LISTED
from fournets.reading.sheet import Sheet

Headings = Mapping[str, Mapping[str, tuple[str, ...]]]
LIMITS = Limits(file_mb=20, inflated_mb=64)
"""A blank form is small; one that unpacks to more is refused before anybody reads it."""
LEAST_SURE = IN_OTHER_WORDS * 0.98
"""The score of a pattern that matches a heading together with the group above it."""
LEAST_KNOWN = 2
"""So many known headings make a row a header, whatever else stands in it."""
_TAG = re.compile(r"[{｛]{2}.*?[}｝]{2}")

__all__ = ["Unreadable", "headed_tables"]


def headed_tables(path: Path, own: Headings) -> list[HeadedTable]:
    """The tables of a blank .xlsx from top to bottom; `own` are the office's own headings. Raises Unreadable."""
    try:
        sheets = open_workbook(path, path.stem, LIMITS)
    except Unreadable as reason:
        if reason.code == "blank_workbook":
            return []
        raise
    return [table for sheet in sheets for table in _tables(sheet, own)]


def _tables(sheet: Sheet, own: Headings) -> Iterator[HeadedTable]:
    sheet.cells = [[_untagged(cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.cells]
    grid = Grid(sheet)
    for block in find_blocks(grid, {**own, "": {"": tuple(_rows_with_headings(grid, own))}}):
        columns = tuple(_announced(column + 1, block.headings[column], own) for column in block.columns)
        above = tuple(dict.fromkeys(text for _, text in block.above))
        yield HeadedTable(sheet.name, block.top + 1, block.bottom + 1, _end(grid, block), columns, above)


def _untagged(text: str) -> str:
    return _TAG.sub("", text)


def _end(grid: Grid, block: Block) -> int:
    """The row, from 1, at which the next table or its title begins; 0 where there is none."""
    return block.end + 1 if block.end < grid.height else 0


def _rows_with_headings(grid: Grid, own: Headings) -> Iterator[str]:
    """All short texts of rows that hold several known headings: there the others are headings as well."""
    office = frozenset(normalised(text) for fields in own.values() for texts in fields.values() for text in texts)
    above = frozenset(normalised(text) for column in ABOVE.columns for text in column.headings)
    known = known_headings() | office | above | SERIALS
    for row in range(grid.height):
        texts = [text for text in dict.fromkeys(grid.texts[row]) if text and len(text) < 60]
        sure = sum(normalised(text) in known or number_meant(text) is not None for text in texts)
        if sure >= LEAST_KNOWN:
            yield from (text for text in texts if not text[:1].isdecimal())


def _announced(column: int, heading: Heading, own: Headings) -> Announced:
    """Every field that the heading may ask for, surest first; what only the superior asks before a form's own."""
    scored = [
        (score, Wanted(form.name, candidate.field, candidate.fixed, candidate.kind, score >= LISTED))
        for form in FORMS.values()
        for score, candidate in column_scores(heading, form, own.get(form.name, {}))
        if score >= LEAST_SURE
    ]
    wanted = (*_asked_above(heading), *(found for _, found in sorted(scored, key=lambda one: -one[0])))
    of_another = is_somebody_else(normalised(heading.leaf))
    return Announced(column, heading.text, heading.leaf, heading.groups, wanted, of_another)


def _asked_above(heading: Heading) -> Iterator[Wanted]:
    """What only the superior asks for, by its listed words."""
    texts = {normalised(heading.leaf), normalised("".join((*heading.groups[-1:], heading.leaf)))}
    for column in ABOVE.columns:
        if not texts.isdisjoint(map(normalised, column.headings)):
            yield Wanted(ABOVE.name, column.field, column.fixed, column.kind)
