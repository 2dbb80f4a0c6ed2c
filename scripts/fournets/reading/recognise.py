"""Which form a table is, and which of its columns is which field; decided by scores that can be printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.model import Raw, Scope
from fournets.reading.context import ReadingContext
from fournets.reading.headings import EXACT, Heading, column_scores, normalised, spellings
from fournets.reading.layout import Block, Grid, date_of_heading
from fournets.reading.parsing import CHOICES, fits
from fournets.values.answers import parse_choice
from fournets.values.text import clean

SAMPLE_ROWS = 40
HINT_WEIGHTS = {"title": 1.6, "sheet": 1.0, "stem": 1.2, "folder": 0.4}
TIE = 0.12
SERIALS = frozenset(("序号", "编号", "序", "no", "行号", "顺序", "项目"))
SPREADABLE = (
    Kind.YES_NO,
    Kind.ANSWER,
    Kind.VISIT_STATUS,
    Kind.METHOD,
    Kind.GATE_RESULT,
    Kind.GENDER,
    Kind.SERVICE,
    Kind.VOLUNTEER_KIND,
)


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet's column taken for a field: how surely, and what its heading itself says (`slot`, `date`, a ticked word)."""

    column: Column
    score: float
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    ticked: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """One reading of a table: the form, its columns by the sheet's column number, and the score."""

    form: Form
    matches: Mapping[int, Match]
    score: float


def recognise(grid: Grid, block: Block, scope: Scope, context: ReadingContext) -> list[Recognised]:
    """The forms that the table may be, best first; forms whose needed fields are missing are not among them."""
    samples = {column: _sample(grid, block, column) for column in block.columns}
    readings = [
        reading for form in FORMS.values() if (reading := _as_form(form, block, samples, scope, context)) is not None
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


def _sample(grid: Grid, block: Block, column: int) -> list[Raw]:
    cells: list[Raw] = []
    for row in range(block.bottom + 1, min(block.end, block.bottom + 1 + 4 * SAMPLE_ROWS)):
        raw = grid.own(row, column)
        if raw is not None and clean(raw):
            cells.append(raw)
            if len(cells) == SAMPLE_ROWS:
                break
    return cells


def _as_form(
    form: Form, block: Block, samples: Mapping[int, list[Raw]], scope: Scope, context: ReadingContext
) -> Recognised | None:
    matches = _assign(form, block, samples, context)
    fields = {match.column.field for match in matches.values()}
    if not all(any(field in fields for field in group) for group in form.needs):
        return None
    score = sum(match.score * _weight(form, block.headings[column]) for column, match in matches.items())
    unknown = [column for column in block.columns if column not in matches and not _is_serial(block.headings[column])]
    return Recognised(form, matches, score - 0.12 * len(unknown) + _hints(form, scope))


def _assign(form: Form, block: Block, samples: Mapping[int, list[Raw]], context: ReadingContext) -> dict[int, Match]:
    own = context.headings.get(form.name, {})
    proposals: list[tuple[float, int, Column]] = []
    for column in block.columns:
        for score, candidate in column_scores(block.headings[column], form, own):
            supported = _supported(score, candidate, samples[column], context)
            if supported:
                proposals.append((supported, column, candidate))
    proposals.sort(key=lambda proposal: (-proposal[0], proposal[1]))
    matches: dict[int, Match] = {}
    taken: set[int] = set()
    for score, column, candidate in proposals:
        if column in matches or (id(candidate) in taken and candidate.kind is not Kind.PHONE):
            continue
        if candidate.kind is Kind.PHONE and id(candidate) in taken and score < EXACT - 0.1:
            continue
        matches[column] = Match(candidate, score, candidate.fixed)
        taken.add(id(candidate))
    _spread(form, block, matches, own)
    if "date" in form.heading_facts:
        _dated(form, block, matches)
    return matches


def _supported(score: float, candidate: Column, sample: list[Raw], context: ReadingContext) -> float:
    """A listed heading stands by itself; a likeness needs the column's cells to agree."""
    if score >= EXACT - 0.03:
        return score - 0.001 * min(candidate.headings.index(candidate.headings[0]), 9)
    share = fits(candidate.kind, sample, context)
    if share < 0.4 or (share == 0.5 and score < 0.78):
        return 0.0
    return score * (0.75 + 0.25 * share)


def _spread(form: Form, block: Block, matches: dict[int, Match], own: Mapping[str, tuple[str, ...]]) -> None:
    """One question over several columns: each is the question's field, with its leaf as the word that a tick chooses."""
    by_group: dict[str, list[int]] = {}
    for column in block.columns:
        heading = block.headings[column]
        if heading.groups:
            by_group.setdefault(heading.groups[-1], []).append(column)
    for group, columns in by_group.items():
        if len(columns) < 2:
            continue
        candidates = [
            (score, c) for score, c in column_scores(Heading(group), form, own) if c.kind in SPREADABLE and score > 0.8
        ]
        if not candidates:
            continue
        question = candidates[0][1]
        leaves = [block.headings[column].leaf for column in columns]
        if not all(_chooses(question.kind, leaf) for leaf in leaves):
            continue
        for column, leaf in zip(columns, leaves, strict=True):
            matches[column] = Match(question, candidates[0][0], {}, leaf)


def _chooses(kind: Kind, leaf: str) -> bool:
    if kind in (Kind.YES_NO, Kind.ANSWER):
        return normalised(leaf) in ("是", "否", "有", "无", "没有")
    return bool(parse_choice(CHOICES[kind], leaf).value)


def _dated(form: Form, block: Block, matches: dict[int, Match]) -> None:
    """Columns below a day: the value column of the form, with the day and the time of day as facts."""
    value = next(column for column in form.columns if column.kind is Kind.TEMPERATURE and not column.fixed)
    for column in block.columns:
        heading = block.headings[column]
        day = date_of_heading(heading)
        if not day:
            continue
        leaf = heading.leaf if heading.leaf != day else ""
        slot = parse_choice("slot", leaf).value if leaf else ""
        if leaf and not slot and normalised(leaf) not in ("体温", "温度"):
            continue
        matches[column] = Match(value, EXACT, {"date": day, **({"slot": slot} if slot else {})})


@cache
def _forms_with(text: str) -> int:
    return sum(any(text in texts for _, texts in spellings(form)) for form in FORMS)


def _weight(form: Form, heading: Heading) -> float:
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
