"""Which form a table is, and which of its columns is which field; decided by scores that can be printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fournets.catalogue.fields import Form
from fournets.catalogue.forms import FORMS
from fournets.model import Scope
from fournets.reading.agreement import LISTED, Look
from fournets.reading.announced import Announced, announced, has_needed, own_headings
from fournets.reading.assigning import Match, assign
from fournets.reading.context import ReadingContext
from fournets.reading.grid import Grid
from fournets.reading.headings import SERIALS, Heading, normalised, spellings
from fournets.reading.layout import Block
from fournets.values.text import clean

__all__ = ["LISTED", "Match", "Recognised", "explain", "recognise", "tied"]

HINT_WEIGHTS = {"title": 1.6, "sheet": 1.0, "stem": 1.2, "folder": 0.4}
TIE = 0.12
MASKED = 2.0
"""What starred-out numbers speak for the form of those who send them; about two headings' worth."""
_ADDRESSED = re.compile(r"(?:住址|地址|房号|门牌号?)\s*:\s*\S*\d")
"""The words above a household's table say where it lives."""
_NAMED = re.compile(r"(?:^|\s)[^\s:]{0,6}(?:姓名|隔离人员?|观察人员?|户主)\s*:\s*[\u4e00-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class Recognised:
    """One reading of a table: the form, its columns by the sheet's column number, the score, the look it rests on."""

    form: Form
    matches: Mapping[int, Match]
    score: float
    look: Look


def recognise(grid: Grid, block: Block, scope: Scope, context: ReadingContext) -> list[Recognised]:
    """The forms that the table may be, best first; forms whose needed fields are missing are not among them."""
    look = Look.at(grid, block, context)
    masked = look.masked()
    headings = tuple(block.headings[column] for column in block.columns)
    readings = [
        reading
        for form in announced(headings, own_headings(context.headings))
        if (reading := _as_form(form, block, look, scope, masked)) is not None
    ]
    return sorted(readings, key=lambda reading: -reading.score)


def tied(readings: Sequence[Recognised]) -> bool:
    """Whether the two best readings fit equally."""
    return len(readings) > 1 and readings[0].score - readings[1].score < TIE


def explain(block: Block, readings: Sequence[Recognised]) -> list[str]:
    """For a person: the forms with their scores, the columns with theirs."""
    if not readings:
        return ["  没有一种表对得上这些表头：" + "、".join(block.headings[column].text for column in block.columns)]
    lines = ["  " + "；".join(f"《{reading.form.title}》{reading.score:.2f}" for reading in readings[:3])]
    best = readings[0]
    for column in block.columns:
        match = best.matches.get(column)
        heading = block.headings[column].text
        lines.append(
            f"    “{heading}” → {match.column.field}（{match.score:.2f}）"
            if match
            else f"    “{heading}” → 另存（extra）"
        )
    return lines


def _as_form(told: Announced, block: Block, look: Look, scope: Scope, masked: bool) -> Recognised | None:
    form = told.form
    around = _told_around(form, scope)
    if not has_needed(told.lacking, around):
        return None
    matches = assign(told, block, look)
    fields = {match.column.field for match in matches.values()}
    if not (fields and has_needed(form.needs, fields | around)):
        return None
    score = sum(match.score * _weight(block.headings[column]) for column, match in matches.items())
    unknown = [column for column in block.columns if column not in matches and not _is_serial(block.headings[column])]
    evidence = _hints(form, scope) + (MASKED if masked and form.masked else 0.0)
    return Recognised(form, matches, score - 0.12 * len(unknown) + evidence, look)


def _told_around(form: Form, scope: Scope) -> set[str]:
    """Fields that need no column because the words above the table say them."""
    told = {"name"} if "name" in form.fields and _names_person(scope.title) else set()
    return told | ({"address"} if "flat" in form.fields and _ADDRESSED.search(scope.title) else set())


def _names_person(title: str) -> bool:
    """Whether the words above say whose sheet it is (姓名：张三)."""
    return _NAMED.search(title) is not None


@cache
def _forms_with(text: str) -> int:
    return sum(any(text in texts for _, texts in spellings(form)) for form in FORMS)


def _weight(heading: Heading) -> float:
    """A heading that few forms list says more than one that all of them list."""
    count = _forms_with(normalised(heading.leaf))
    return 1.0 if count <= 1 else 1.0 / count**0.5


def _hints(form: Form, scope: Scope) -> float:
    texts = {"title": scope.title, "sheet": scope.sheet, "stem": scope.stem, "folder": " ".join(scope.folders)}
    total = 0.0
    for place, text in texts.items():
        bare = normalised(text) if place != "title" else clean(text).replace(" ", "")
        longest = max((len(hint) for hint in (*form.hints, form.title) if hint in bare), default=0)
        total += HINT_WEIGHTS[place] * min(longest, 6) / 4
    return total


def _is_serial(heading: Heading) -> bool:
    return normalised(heading.leaf) in SERIALS
