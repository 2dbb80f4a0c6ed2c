"""What each row below a header is: a record, a total, a note, the header again, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from fournets.catalogue.row_words import EXAMPLE
from fournets.model import RowKind
from fournets.reading.headings.spellings import SERIALS, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block
from fournets.reading.recognising.recognise import Recognised
from fournets.values.addresses import find_building, find_grid, parse_entrance
from fournets.values.compounds import find_compound
from fournets.values.text import EMPTY_MARKS

_TOTAL = re.compile(
    r"(?:本\s*页\s*)?(?:合|小|总|共|累)\s*计(?:数|人数|户数)?[:：]?.{0,10}|总\s*数[:：]?.{0,6}|本页合计.*|以上合计.*"
    r"|.{1,12}(?:合计|小计|总计|共计|累计)(?:数|人数|户数)?[:：]?"
)
_FOOTER = re.compile(
    r"(?:填\s*表\s*人|填\s*报\s*人|审\s*核\s*人?|制\s*表\s*人?|负\s*责\s*人|责\s*任\s*人|填表(?:单位|日期|时间)|填报(?:单位|日期|时间)|"
    r"报送(?:单位|日期)|上报(?:单位|日期|时间)|联系人|联系电话|备\s*注|说\s*明|注|填表说明|填写说明|注意事项|温馨提示|单位负责人|分管领导|签字|签名|日期|"
    r"单位(?:（?盖章）?)?|社区(?:（?盖章）?)?|网格员(?:签[字名])?|统计人|登记人|录入人|排查人(?:签[字名])|要求|提示|★|※|\*)\s*[\d一二三]?\s*[:：（(.、]"
    r"|第\s*\d+\s*页|\d+\s*/\s*\d+$|[-—]\s*\d+\s*[-—]$|(?:填表说明|填写说明|注意事项)|(?:以下|此处)\s*空白|[(（]?以下无正文"
)
_NOTHING = re.compile(
    r"(?:今日|本日|目前|暂|本周|本网格|本小区|全部)?(?:无|零|零报告|没有|空|0|无变化|无新增|无情况|零新增|无此类人员|无返回人员|无返乡人员|"
    r"无外来人员|无人员|未发现|无异常|无数据|无上报|无发热|无隔离人员|无相关人员|无增减)(?:人员|情况|返回|返乡)?[。.!！]?"
)
_HINT = re.compile(
    r"[(（【\[].*[)）】\]]|(?:例|如|例如)[:：].*|(?:请|按|填|选填|必填|下拉|格式|不填|可不填|限填|精确到|文本).*|.*(?:填写|格式|下拉选择|必填|选填)"
)
_ENTRANCE = re.compile(r"((?:\d+|[一二三四五六七八九十]+)\s*单元)")
_SECTION = re.compile(
    r".{0,14}?(?:[A-Za-z]?\d+|[一二三四五六七八九十]+)\s*(?:号?楼|栋|幢|座|#楼?|单元|网格|号网格)[^\d]{0,10}"
)
_LONG = 200
_HINT_ROWS = 2
"""Rows right below a header that may hold instructions, units or the columns' numbers."""
_VALUE_LIKE = re.compile(r"[\d.,，万千百亿余约多个人户份次条㎡%％平方米张件+\-—/\s]*")


@dataclass(slots=True)
class TableRows:
    """The rows of one table: which are records, totals …, and what a section row says of those below it."""

    records: list[int] = field(default_factory=list)
    kinds: dict[int, RowKind] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)
    sections: dict[int, dict[str, str]] = field(default_factory=dict)
    footers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Judge:
    """What must be known of a table to judge its rows."""

    grid: Grid
    block: Block
    mapped: frozenset[int]
    serials: frozenset[int]
    context: frozenset[int]
    """Columns that say when, where or by whom, not who or what: a row that fills only these reports nothing."""
    core: frozenset[int]
    """Columns that say who or what."""
    names: dict[int, frozenset[str]]


def classify(grid: Grid, block: Block, reading: Recognised) -> TableRows:
    """Every row from below the header to the block's end."""
    mapped = frozenset(column for column in block.columns if column in reading.matches)
    serials = frozenset(column for column in block.columns if normalised(block.headings[column].leaf) in SERIALS)
    context = _context_columns(reading)
    judge = _Judge(
        grid,
        block,
        mapped,
        serials,
        context,
        mapped - context - serials - block.shared,
        {
            column: frozenset(normalised(text) for text in (heading.leaf, *heading.groups))
            for column, heading in block.headings.items()
        },
    )
    rows = TableRows()
    plainly = _plainly_records(judge) if block.end - block.bottom > _LONG and not block.shared else frozenset()
    section: dict[str, str] = {}
    closed = False
    for row in range(block.bottom + 1, block.end):
        kind = RowKind.RECORD if row in plainly else _kind(judge, row, closed)
        rows.kinds[row] = kind
        if kind is RowKind.RECORD:
            rows.records.append(row)
            closed = False
            if section:
                rows.sections[row] = section
        elif kind is RowKind.TOTAL:
            rows.totals.append(row)
        elif kind is RowKind.NOTE:
            section = _section(grid, block, row, section)
            if _is_footer(grid, row):
                rows.footers.append(" ".join(text for text in grid.texts[row] if text))
                closed = True
    return rows


def _plainly_records(judge: _Judge) -> frozenset[int]:
    """Rows of a long table that `_kind` takes for records, without asking it: hardly any row is anything else.

    Its first telling column says something, another cell is filled too, and none holds a word of headers and footers.
    """
    grid, block = judge.grid, judge.block
    if not judge.core:
        return frozenset()
    column, first, last = min(judge.core), block.columns[0], block.columns[-1] + 1
    rows = range(block.bottom + 1 + _HINT_ROWS, block.end)
    own = [line[column] if column < len(line) else "" for line in map(grid.texts.__getitem__, rows)]
    silent = {text for text in set(own) if text in EMPTY_MARKS or _NOTHING.fullmatch(text)}
    words = _words_of_other_rows(judge)
    least = max(2, len(judge.mapped) // 3) + last - first - len(block.columns)
    return frozenset(
        row
        for row, text in zip(rows, own, strict=True)
        if text not in silent
        and words.isdisjoint(line := grid.texts[row][first:last])
        and len(line) - line.count("") >= least
    )


def _words_of_other_rows(judge: _Judge) -> frozenset[str]:
    """The sheet's texts that headings, totals, footers and examples are known by."""
    headings = frozenset().union(*judge.names.values())
    plain = judge.grid.plain
    return frozenset(
        text
        for text in filter(None, judge.grid.known.values())
        if (text.lower() if (text.isascii() and text.isalnum()) or text in plain else normalised(text)) in headings
        or (not (text.isascii() and text.isalnum()) and _begins_other_rows(text))
    )


def _begins_other_rows(text: str) -> bool:
    return any((_TOTAL.fullmatch(text), _FOOTER.match(text), EXAMPLE.fullmatch(text)))


def _kind(judge: _Judge, row: int, closed: bool) -> RowKind:
    grid, block = judge.grid, judge.block
    line = grid.texts[row]
    width = len(line)
    own = (column for column in block.columns if column not in block.shared) if block.shared else block.columns
    texts = {column: line[column] for column in own if column < width and line[column]}
    if not texts:
        return RowKind.BLANK if grid.is_blank_row(row) else RowKind.NOTE
    first_column, first = next(iter(texts.items()))
    if _repeats_header(judge, texts):
        return RowKind.HEADING
    if any(_TOTAL.fullmatch(text) for text in islice(texts.values(), 3) if "计" in text or "总" in text):
        others = [text for column, text in texts.items() if column not in judge.serials and not _TOTAL.fullmatch(text)]
        if all(_VALUE_LIKE.fullmatch(text) for text in others):
            return RowKind.TOTAL
    if not first.isdecimal() and (
        (_FOOTER.match(first) and (len(texts) < 4 or len(first) > 4)) or EXAMPLE.fullmatch(first)
    ):
        return RowKind.NOTE
    if row <= block.bottom + _HINT_ROWS and _is_hint(texts):
        return RowKind.NOTE
    if judge.serials.issuperset(texts) or judge.mapped.isdisjoint(texts):
        return RowKind.NOTE
    if len(texts) < 10 and _reports_nothing(judge, texts):
        return RowKind.NOTE
    if len(texts) == 1 and _is_remark(grid, row, block, first_column, first):
        return RowKind.NOTE
    return RowKind.NOTE if closed and len(texts) < max(2, len(judge.mapped) // 3) else RowKind.RECORD


def _context_columns(reading: Recognised) -> frozenset[int]:
    needed = {group[0] for group in reading.form.needs if len(group) == 1}
    fields = {"worker", "responsible", "note", "grid", "compound", "date"} - needed
    return frozenset(column for column, match in reading.matches.items() if match.column.field in fields)


def _reports_nothing(judge: _Judge, texts: dict[int, str]) -> bool:
    """无 in the place of a person, or nothing filled but the day and the grid worker."""
    core = [text for column, text in texts.items() if column in judge.core]
    if not all(text in EMPTY_MARKS or _NOTHING.fullmatch(text) for text in core):
        return False
    said = [text for column, text in texts.items() if column not in judge.serials]
    return bool(core) or all(_NOTHING.fullmatch(text) for text in said) or len(said) <= 3


def _repeats_header(judge: _Judge, texts: dict[int, str]) -> bool:
    words = [column for column in islice(texts, 3) if not texts[column].isdecimal()]
    if len(texts) < 2 or not any(normalised(texts[column]) in judge.names[column] for column in words):
        return False
    same = sum(len(text) < 40 and normalised(text) in judge.names[column] for column, text in texts.items())
    return same >= 2 and same >= 0.7 * len(texts)


def _is_hint(texts: dict[int, str]) -> bool:
    """A row of instructions, units or column numbers between a header and its first record."""
    values = list(texts.values())
    if len(values) >= 3 and all(value.isdecimal() for value in values):
        numbers = [int(value) for value in values]
        return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1)
    if re.match(r"[(（【]?(?:例|示例|样例)", values[0]) or any("(例)" in text or "(示例)" in text for text in values):
        return True
    return len(values) >= 2 and sum(bool(_HINT.fullmatch(value)) for value in values) >= 0.6 * len(values)


def _is_footer(grid: Grid, row: int) -> bool:
    first = next((text for text in grid.texts[row] if text), "")
    return bool(_FOOTER.match(first))


def _is_remark(grid: Grid, row: int, block: Block, column: int, text: str) -> bool:
    """A row with one filled cell: a sentence, a section, 无 — or, in a narrow table or below merged cells, a record."""
    if len(text) > 25 or _SECTION.fullmatch(text):
        return True
    covers = grid.covers(row, column)
    inherited = any((row, other) in grid.anchors for other in block.columns if other != column)
    return (covers > 1 and covers >= len(block.columns) // 2) or (len(block.columns) > 3 and not inherited)


def _section(grid: Grid, block: Block, row: int, before: dict[str, str]) -> dict[str, str]:
    """What a section row says of the rows below it: a grid, a compound, a building, an entrance."""
    texts = [grid.text(row, column) for column in block.columns if grid.text(row, column)]
    if len(texts) != 1 or len(texts[0]) > 25 or _FOOTER.match(texts[0]):
        return before
    text = texts[0]
    entrance = _ENTRANCE.search(text)
    found = {
        "grid": find_grid(text),
        "compound": find_compound(text),
        "building": find_building(text),
        "entrance": parse_entrance(entrance[1]).value if entrance else "",
    }
    said = {name: value for name, value in found.items() if value}
    if not said:
        return before
    outer = ("grid", "compound", "building", "entrance")
    level = min(outer.index(name) for name in said)
    return {**{name: value for name, value in before.items() if outer.index(name) < level}, **said}
