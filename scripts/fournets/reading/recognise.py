"""Which form a table is, and which of its columns is which field; decided by scores that can be printed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.model import Raw, Scope
from fournets.reading.context import ReadingContext
from fournets.reading.grid import Grid
from fournets.reading.header_rows import DATE_HEADING
from fournets.reading.headings import EXACT, SERIALS, Heading, column_scores, normalised, spellings
from fournets.reading.layout import Block, date_of_heading
from fournets.reading.parsing import CHOICES, fits
from fournets.values.answers import parse_choice
from fournets.values.names import has_surname
from fournets.values.text import clean

SAMPLE_ROWS = 40
HINT_WEIGHTS = {"title": 1.6, "sheet": 1.0, "stem": 1.2, "folder": 0.4}
TIE = 0.12
LISTED = 0.97
"""From this score on a heading is one that the catalogue or the office lists; below it is a likeness."""
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
TELLING = {
    Kind.ID_NUMBER: 0.8,
    Kind.PHONE: 0.8,
    Kind.PLATE: 0.8,
    Kind.ADDRESS: 0.8,
    Kind.TEMPERATURE: 0.9,
    Kind.NAME: 0.9,
}
"""Kinds whose cells show by themselves what they are, and which share of a column must."""
_DAY_WITH_SLOT = re.compile(
    r"((?:\d{4}[年./\-])?\d{1,2}[月./\-]\d{1,2}[日号]?|\d{1,2}[日号])"
    r"((?:上午|下午|早|晚|中午|晨|AM|PM)[\u4e00-\u9fff]{0,3})"
)
NO_LOOK = re.compile(
    r"^(?:是否|有无)|民族|电话|手机|联系方式|身份证|证件|车牌|地址|住址|籍|姓名|人$|人员$|单位|日期|时间|体温|数$|备注|说明"
)


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet's column taken for a field: how surely, and what its heading says (`slot`, `date`, a ticked word)."""

    column: Column
    score: float
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    ticked: str = ""

    @property
    def multiplies(self) -> bool:
        """Whether each filled cell is a record of its own: the heading states facts beside a value."""
        return bool(self.facts) and self.column.kind in (Kind.TEMPERATURE, Kind.COUNT)


@dataclass(slots=True)
class Look:
    """The first cells of each column, and which share of them could be of a kind; each asked for once."""

    samples: Mapping[int, list[Raw]]
    context: ReadingContext
    shares: dict[tuple[Kind, int], float] = dataclasses.field(default_factory=dict)

    def share(self, kind: Kind, column: int) -> float:
        """0–1; 0.5 where the cells say nothing."""
        known = self.shares.get((kind, column))
        if known is None:
            known = self.shares[kind, column] = fits(kind, self.samples[column], self.context)
        return known


@dataclass(frozen=True, slots=True)
class Recognised:
    """One reading of a table: the form, its columns by the sheet's column number, and the score."""

    form: Form
    matches: Mapping[int, Match]
    score: float


def recognise(grid: Grid, block: Block, scope: Scope, context: ReadingContext) -> list[Recognised]:
    """The forms that the table may be, best first; forms whose needed fields are missing are not among them."""
    look = Look({column: _sample(grid, block, column) for column in block.columns}, context)
    readings = [
        reading for form in FORMS.values() if (reading := _as_form(form, block, look, scope, context)) is not None
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


def _as_form(form: Form, block: Block, look: Look, scope: Scope, context: ReadingContext) -> Recognised | None:
    matches = _assign(form, block, look, context)
    fields = {match.column.field for match in matches.values()}
    if not fields:
        return None
    if "name" not in fields and "name" in form.fields and _names_person(scope.title):
        fields.add("name")
    if not all(any(field in fields for field in group) for group in form.needs):
        return None
    score = sum(match.score * _weight(block.headings[column]) for column, match in matches.items())
    unknown = [column for column in block.columns if column not in matches and not _is_serial(block.headings[column])]
    return Recognised(form, matches, score - 0.12 * len(unknown) + _hints(form, scope))


def _names_person(title: str) -> bool:
    """Whether the words above say whose sheet it is (姓名：张三)."""
    return (
        re.search(r"(?:^|\s)[^\s:]{0,6}(?:姓名|隔离人员?|观察人员?|户主)\s*:\s*[\u4e00-\u9fff]{2,4}", title) is not None
    )


def _assign(form: Form, block: Block, look: Look, context: ReadingContext) -> dict[int, Match]:
    own = context.headings.get(form.name, {})
    proposals: list[tuple[float, int, Column]] = []
    for column in block.columns:
        for score, candidate in column_scores(block.headings[column], form, own):
            supported = _supported(score, candidate, column, look)
            if supported:
                proposals.append((supported, column, candidate))
    proposals.sort(key=lambda proposal: (-proposal[0], proposal[1]))
    matches: dict[int, Match] = {}
    taken: set[int] = set()
    for score, column, candidate in proposals:
        if column in matches or _is_taken(candidate, score, taken):
            continue
        matches[column] = Match(candidate, score, candidate.fixed)
        taken |= {id(candidate), *_same_answer(form, candidate)}
    _by_look(form, block, matches, look)
    _spread(form, block, matches, own)
    _split_dates(form, block, matches, own)
    if "date" in form.heading_facts:
        _dated(form, block, matches)
    return matches


def _is_taken(candidate: Column, score: float, taken: set[int]) -> bool:
    """One column a field; only telephone numbers may stand in several, where each heading is a listed one."""
    return id(candidate) in taken and (candidate.kind is not Kind.PHONE or score < LISTED)


def _same_answer(form: Form, chosen: Column) -> list[int]:
    """Other declarations of the same field: 年龄 beside 出生年月 says nothing new, 上午体温 beside 下午体温 does."""
    if chosen.fixed or chosen.kind in (Kind.YEAR, Kind.MONTH, Kind.DAY):
        return []
    return [
        id(column)
        for column in form.columns
        if column.field == chosen.field and not column.fixed and column.kind not in (Kind.YEAR, Kind.MONTH, Kind.DAY)
    ]


def _by_look(form: Form, block: Block, matches: dict[int, Match], look: Look) -> None:
    """A column under a heading that says nothing, whose cells can only be one field that no other column fills."""
    filled = {match.column.field for match in matches.values()}
    for column in block.columns:
        heading = normalised(block.headings[column].text)
        if column in matches or len(look.samples[column]) < 3 or heading in SERIALS or NO_LOOK.search(heading):
            continue
        for candidate in form.columns:
            if candidate.kind is Kind.ADDRESS and filled & {"building", "entrance", "flat"}:
                continue
            if candidate.kind is Kind.NAME and not all(map(has_surname, look.samples[column])):
                continue
            share = TELLING.get(candidate.kind, 2.0)
            if candidate.field in filled or candidate.fixed or look.share(candidate.kind, column) < share:
                continue
            matches[column] = Match(candidate, 0.7, candidate.fixed)
            filled.add(candidate.field)
            break


def _supported(score: float, candidate: Column, column: int, look: Look) -> float:
    """A listed heading stands by itself; a likeness needs the column's cells to agree."""
    if score >= LISTED:
        return score
    share = look.share(candidate.kind, column)
    if share < 0.4 or (share == 0.5 and score < 0.78):
        return 0.0
    return score * (0.75 + 0.25 * share)


def _spread(form: Form, block: Block, matches: dict[int, Match], own: Mapping[str, tuple[str, ...]]) -> None:
    """One question over several columns: each is the question's field, its leaf the word that a tick chooses."""
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


def _split_dates(form: Form, block: Block, matches: dict[int, Match], own: Mapping[str, tuple[str, ...]]) -> None:
    """年, 月 and 日 below one heading are one day."""
    kinds = {"年": Kind.YEAR, "月": Kind.MONTH, "日": Kind.DAY}
    by_group: dict[str, list[int]] = {}
    for column in block.columns:
        heading = block.headings[column]
        if heading.groups and normalised(heading.leaf) in kinds:
            by_group.setdefault(heading.groups[-1], []).append(column)
    for group, columns in by_group.items():
        candidates = [(score, c) for score, c in column_scores(Heading(group), form, own) if c.kind is Kind.DATE]
        if len(columns) < 2 or not candidates:
            continue
        score, day = candidates[0]
        for column in columns:
            kind = kinds[normalised(block.headings[column].leaf)]
            matches[column] = Match(Column(day.field, kind, day.headings), score)


def _chooses(kind: Kind, leaf: str) -> bool:
    if kind in (Kind.YES_NO, Kind.ANSWER):
        return normalised(leaf) in ("是", "否", "有", "无", "没有")
    return bool(parse_choice(CHOICES[kind], leaf).value)


def _dated(form: Form, block: Block, matches: dict[int, Match]) -> None:
    """Columns below a day: the value column of the form, with the day and the time of day as facts."""
    value = next(column for column in form.columns if column.kind is Kind.TEMPERATURE and not column.fixed)
    for column in block.columns:
        day, slot = _day_and_slot(block.headings[column])
        if day and slot is not None:
            matches[column] = Match(value, EXACT, {"date": day, **({"slot": slot} if slot else {})})


def _day_and_slot(heading: Heading) -> tuple[str, str | None]:
    """The day that a heading names and its time of day; a slot of None means that it says something else as well."""
    day = date_of_heading(heading)
    if day:
        words = [text for text in (*heading.groups, heading.leaf) if not DATE_HEADING.fullmatch(text)]
    else:
        found = _DAY_WITH_SLOT.fullmatch(normalised_spaces(heading.leaf))
        if not found:
            return "", None
        day, words = found[1], [found[2]]
    slots = {slot for word in words if (slot := parse_choice("slot", word).value)}
    others = [
        word for word in words if not parse_choice("slot", word).value and "体温" not in word and "温度" not in word
    ]
    if len(slots) > 1 or any(re.search(r"症状|签|备注|时间|人$", word) for word in others):
        return day, None
    return day, slots.pop() if slots else ""


def normalised_spaces(text: str) -> str:
    """The text without any white space."""
    return clean(text).replace(" ", "")


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
