"""Which of a table's columns is which field of a form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fournets.catalogue.fields import Column, Form, Kind
from fournets.reading.headings.spellings import EXACT, is_somebody_else, normalised
from fournets.reading.layout.header_words import TICKS
from fournets.reading.layout.regions import Block
from fournets.reading.layout.rosters import over_names, over_posts, over_shifts, said_of_duty
from fournets.reading.parsing import CHOICES
from fournets.reading.recognising.agreement import LISTED, MOST, Look, supported
from fournets.reading.recognising.announced import CALLED_PERSON, TELLING, Announced
from fournets.reading.recognising.days_across import are_of_days, day_and_slot, value_of_days
from fournets.values.answers import parse_choice

SPREADABLE = (
    Kind.YES_NO,
    Kind.ANSWER,
    Kind.VISIT_STATUS,
    Kind.METHOD,
    Kind.GATE_RESULT,
    Kind.GENDER,
    Kind.SERVICE,
    Kind.VOLUNTEER_KIND,
    Kind.MATERIAL,
    Kind.TEXT,
)
_RECORD_A_CELL = (Kind.TEMPERATURE, Kind.COUNT, Kind.NAME)
_OWN_PHONE = re.compile(r"本人|住户|居民|户主|业主|返[乡回东]|隔离|车主|家长|监护人")
"""Whose telephone reaches the person of the row; a child is reached by his parents'."""
_HOUSEHOLD = frozenset(("户主", "户主姓名", "业主", "业主姓名", "房主", "房主姓名"))
_PARTS = frozenset(("building", "entrance", "flat"))
_ROW_TOTAL = re.compile(r"(?:服务|次数|份数)?(?:合计|总计|小计|共计|总数|总)(?:次数?|份数?|数量?)?")
_PERSON = re.compile(r"[人员长者属]$|姓名$|干部$|医生$|民警$|亲友$")


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet's column taken for a field: how surely, and what its heading says (`slot`, `date`, a ticked word)."""

    column: Column
    score: float
    facts: Mapping[str, str] = field(default_factory=dict)
    ticked: str = ""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it fills: its own, and of a roster's column those that its heading states."""
        return (self.column.field, *(self.facts if self.column.kind is Kind.NAME else ()))

    @property
    def multiplies(self) -> bool:
        """Whether each filled cell is a record of its own: the heading states facts beside a value."""
        return "date" in self.facts or (bool(self.facts) and self.column.kind in _RECORD_A_CELL)


def _by_group(block: Block) -> dict[str, list[int]]:
    """The nearest group headings, each with the columns below it."""
    columns: dict[str, list[int]] = {}
    for column in block.columns:
        if groups := block.headings[column].groups:
            columns.setdefault(groups[-1], []).append(column)
    return columns


def assign(announced: Announced, block: Block, look: Look) -> dict[int, Match]:
    """The columns that a form takes of a table, surest first; of two that want one field the surer has it."""
    form = announced.form
    proposals: list[tuple[float, int, Column]] = []
    for column, scores in zip(block.columns, announced.scores, strict=True):
        refused: set[Kind] = set()
        for score, candidate in scores:
            agreed = supported(score, candidate, column, look) if candidate.kind not in refused else 0.0
            if not agreed and score >= LISTED:
                refused.add(candidate.kind)
            if agreed:
                proposals.append((agreed, column, candidate))
    proposals = _household_last(block, proposals)
    matches: dict[int, Match] = {}
    taken: set[str | int] = set()
    for score, column, candidate in proposals:
        claim = _claim(candidate)
        if column in matches or (claim in taken and not _is_another_phone(candidate, score)):
            continue
        matches[column] = Match(candidate, score, candidate.fixed)
        taken.add(claim)
    for column in phones_of_others(form, block, matches):
        del matches[column]
    if form.by_day == "name":
        matches.update(_roster(form, block, look, matches))
    _by_look(announced, block, matches, look)
    for column in _row_totals(block, matches):
        del matches[column]
    _spread(announced, block, matches, look)
    _split_dates(announced, block, matches)
    if form.by_day and form.by_day != "name":
        _dated(form, block, look, matches)
    return matches


def _household_last(block: Block, proposals: list[tuple[float, int, Column]]) -> list[tuple[float, int, Column]]:
    """Surest first; but 户主 only says which household it is where another column names the person (家庭成员)."""
    by_score = sorted(proposals, key=lambda proposal: (-proposal[0], proposal[1]))
    heads = [
        proposal
        for proposal in by_score
        if proposal[2].kind is Kind.NAME and normalised(block.headings[proposal[1]].text) in _HOUSEHOLD
    ]
    if not heads:
        return by_score
    others = [proposal for proposal in by_score if proposal not in heads]
    return others + heads if any(candidate.kind is Kind.NAME for _, _, candidate in others) else by_score


def _row_totals(block: Block, matches: Mapping[int, Match]) -> list[int]:
    """Columns that add up those beside them (代购, 清运, 合计): what they count has been counted."""
    split_up = {match.column.field for match in matches.values() if match.multiplies}
    return [
        column
        for column, match in matches.items()
        if match.column.kind is Kind.COUNT and not match.facts and match.column.field in split_up
        if _ROW_TOTAL.fullmatch(_leaf(block, column))
    ]


def phones_of_others(form: Form, block: Block, matches: Mapping[int, Match]) -> list[int]:
    """Telephone columns right of the column of a worker or a relative: theirs, unless the heading says whose."""
    if "name" not in form.fields:
        return []
    found: list[int] = []
    for column, match in matches.items():
        left = matches.get(column - 1)
        if (
            match.column.kind is not Kind.PHONE
            or column - 1 not in block.columns
            or _OWN_PHONE.search(_leaf(block, column))
        ):
            continue
        groups = block.headings[column].groups
        if groups and groups != block.headings[column - 1].groups:
            continue
        before = _leaf(block, column - 1)
        if (left and left.column.kind is Kind.PERSON) or (
            not left and is_somebody_else(before) and _PERSON.search(before)
        ):
            found.append(column)
    return found


def _leaf(block: Block, column: int) -> str:
    return normalised(block.headings[column].leaf)


def _claim(candidate: Column) -> str | int:
    """What one column alone may be: 年龄 beside 出生年月 says nothing new, 上午体温 beside 下午体温 does."""
    of_itself = candidate.fixed or candidate.kind in (Kind.YEAR, Kind.MONTH, Kind.DAY)
    return id(candidate) if of_itself else candidate.field


def _is_another_phone(candidate: Column, score: float) -> bool:
    """Only telephone numbers may stand in several columns, where each heading is a listed one."""
    return candidate.kind is Kind.PHONE and score >= LISTED


def _by_look(announced: Announced, block: Block, matches: dict[int, Match], look: Look) -> None:
    """A column under a heading that says nothing, whose cells can only be one field that no other column fills."""
    filled = {match.column.field for match in matches.values()}
    for column, candidates in zip(block.columns, announced.shown, strict=True):
        if column in matches or len(look.samples[column]) < 3:
            continue
        for candidate in candidates:
            if candidate.field in filled or (candidate.kind is Kind.ADDRESS and filled & _PARTS):
                continue
            if candidate.kind is Kind.ADDRESS and look.share_of_flats(column) < MOST:
                continue
            if candidate.kind is Kind.NAME and not (look.only_names(column) and _may_be_whom(block, column, look)):
                continue
            if candidate.kind is Kind.TEMPERATURE and all(map(str.isdecimal, look.words(column))):
                continue  # ages, sizes and counts are whole; a reading in a column that is not called one is not
            if look.share(candidate.kind, column, least := TELLING[candidate.kind]) < least:
                continue
            matches[column] = Match(candidate, 0.7, candidate.fixed)
            filled.add(candidate.field)
            break


def _may_be_whom(block: Block, column: int, look: Look) -> bool:
    """Whether the column may name whom a row is about: not below 接待人 or 居住人 where others hold names as well."""
    if not CALLED_PERSON.search(normalised(block.headings[column].text)):
        return True
    least = TELLING[Kind.NAME]
    others = (other for other in block.columns if other != column and look.only_names(other))
    return not any(look.share(Kind.NAME, other, least) >= least for other in others)


def _spread(announced: Announced, block: Block, matches: dict[int, Match], look: Look) -> None:
    """One question over several columns: each is the question's field, its leaf the word that a tick chooses."""
    for group, columns in _by_group(block).items():
        if len(columns) < 2:
            continue
        candidates = [(score, c) for score, c in announced.groups[group] if c.kind in SPREADABLE and score > 0.8]
        leaves = [block.headings[column].leaf for column in columns]
        if candidates and candidates[0][1].kind is Kind.TEXT and not _are_boxes(look, columns):
            continue
        if not candidates or not all(_chooses(candidates[0][1].kind, leaf) for leaf in leaves):
            continue
        question = candidates[0][1]
        for column, leaf in zip(columns, leaves, strict=True):
            matches[column] = Match(question, candidates[0][0], {}, leaf)


def _split_dates(announced: Announced, block: Block, matches: dict[int, Match]) -> None:
    """年, 月 and 日 below one heading are one day."""
    kinds = {"年": Kind.YEAR, "年份": Kind.YEAR, "月": Kind.MONTH, "月份": Kind.MONTH, "日": Kind.DAY, "号": Kind.DAY}
    for group, below in _by_group(block).items():
        columns = [column for column in below if _leaf(block, column) in kinds]
        candidates = [(score, c) for score, c in announced.groups[group] if c.kind is Kind.DATE]
        if len(columns) < 2 or not candidates:
            continue
        score, day = candidates[0]
        for column in columns:
            kind = kinds[_leaf(block, column)]
            matches[column] = Match(Column(day.field, kind, day.headings), score)


def _are_boxes(look: Look, columns: Sequence[int]) -> bool:
    """Whether nothing but ticks stands in the columns: 自驾 火车 飞机 below 交通工具."""
    said = [text for column in columns for text in look.words(column)]
    return bool(said) and all(text in TICKS for text in said)


def _chooses(kind: Kind, leaf: str) -> bool:
    if kind is Kind.TEXT:
        return True
    if kind in (Kind.YES_NO, Kind.ANSWER):
        return normalised(leaf) in ("是", "否", "有", "无", "没有")
    return bool(parse_choice(CHOICES[kind], leaf).value)


def _roster(form: Form, block: Block, look: Look, matches: Mapping[int, Match]) -> dict[int, Match]:
    """Several columns of names below shifts, days or posts; beside a column of names, days with everybody's shifts."""
    facts = {column: said_of_duty(block.headings[column]) for column in block.columns}
    columns = [column for column, said in facts.items() if said and not over_posts(look.samples[column])]
    cells = [raw for column in columns for raw in look.samples[column]]
    named = any(match.column.kind is Kind.NAME for match in matches.values())
    if named and not all(facts[column].keys() == {"date"} for column in columns):
        return {}
    if len(columns) < 2 or not (over_shifts(cells) if named else over_names(cells)):
        return {}
    value = next(column for column in form.columns if column.field == ("shift" if named else "name"))
    return {column: Match(value, EXACT, facts[column]) for column in columns}


def _dated(form: Form, block: Block, look: Look, matches: dict[int, Match]) -> None:
    """Columns below a day: the form's field of each day, with the day and the time of day as facts."""
    value = value_of_days(form, block)
    if value is None:
        return
    dated: dict[int, Match] = {}
    for column in block.columns:
        day, slot = day_and_slot(block.headings[column])
        if day and slot is not None:
            dated[column] = Match(value, EXACT, {"date": day, **({"slot": slot} if slot else {})})
    cells = [raw for column in dated for raw in look.filled(column)]
    if are_of_days(value.kind, cells):
        matches.update(dated)
