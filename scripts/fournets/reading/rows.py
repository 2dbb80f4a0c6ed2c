"""What each row below a header is: a record, a total, a note, the header again, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from fournets.model import RowKind
from fournets.reading.headings import normalised
from fournets.reading.layout import Block, Grid
from fournets.reading.recognise import SERIALS, Recognised
from fournets.values.addresses import find_compound, find_grid, parse_building
from fournets.values.text import clean

_TOTAL = re.compile(
    r"^(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|本页(?:合|小)?计|合计数|总数|本页合计)[:：]?(?:.{0,8})$"
)
_FOOTER = re.compile(
    r"^(?:填\s*表\s*人|填\s*报\s*人|审\s*核\s*人|制\s*表\s*人?|负\s*责\s*人|填表(?:单位|日期|时间)|填报(?:单位|日期|时间)|报送(?:单位|日期)|联系人|"
    r"备\s*注|说\s*明|注|填表说明|单位负责人|分管领导|签字|日期|第\s*\d+\s*页|单位(?:（?盖章）?)?|网格员(?:签字)?)\s*[:：（(]|^第\s*\d+\s*页|^\d+\s*/\s*\d+$|^备注[:：]|^注[:：]"
)
_NOTHING = re.compile(
    r"^(?:无|零|零报告|没有|无返回人员|无变化|今日无|本日无|暂无|0|空|无此类人员|无新增|无情况)[。.]?$"
)
_EXAMPLE = re.compile(r"^(?:例|示例|样例|例如|举例|填写示例|如)[:：]?\d*$")


@dataclass(slots=True)
class TableRows:
    """The rows of one table: which are records, totals …, and what a section row says of those below it."""

    records: list[int] = field(default_factory=list)
    kinds: dict[int, RowKind] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)
    sections: dict[int, dict[str, str]] = field(default_factory=dict)
    footers: list[str] = field(default_factory=list)


def classify(grid: Grid, block: Block, reading: Recognised) -> TableRows:
    """Every row from below the header to the block's end."""
    rows = TableRows()
    section: dict[str, str] = {}
    mapped = [column for column in block.columns if column in reading.matches]
    serials = {column for column in block.columns if normalised(block.headings[column].leaf) in SERIALS}
    closed = False
    for row in range(block.bottom + 1, block.end):
        kind = _kind(grid, block, row, mapped, serials, rows, closed)
        if kind is RowKind.NOTE and (found := _section(grid, block, row)):
            section = found
        closed = closed or (kind is RowKind.NOTE and _is_footer(grid, row))
        rows.kinds[row] = kind
        if kind is RowKind.RECORD:
            rows.records.append(row)
            if section:
                rows.sections[row] = section
        elif kind is RowKind.TOTAL:
            rows.totals.append(row)
    return rows


def _kind(
    grid: Grid, block: Block, row: int, mapped: list[int], serials: set[int], rows: TableRows, closed: bool
) -> RowKind:
    texts = {column: text for column in block.columns if (text := clean(grid.own(row, column)))}
    if not texts:
        return RowKind.BLANK if grid.is_blank_row(row) else RowKind.NOTE
    if _repeats_header(block, texts):
        return RowKind.HEADING
    first = next(iter(texts.values()))
    if any(_TOTAL.match(text) for text in list(texts.values())[:3]) and _all_numbers_or_total(texts):
        return RowKind.TOTAL
    if _FOOTER.match(first) or _EXAMPLE.match(first):
        rows.footers.append(" ".join(clean(cell) for cell in grid.sheet.cells[row] if clean(cell)))
        return RowKind.NOTE
    content = [column for column in texts if column in mapped]
    if not content or (set(texts) <= serials):
        return RowKind.NOTE
    if len(texts) == 1 and _single(grid, row, block, first):
        return RowKind.NOTE
    if all(_NOTHING.match(texts[column]) for column in texts if column not in serials):
        return RowKind.NOTE
    return RowKind.NOTE if closed and len(texts) < max(2, len(mapped) // 2) else RowKind.RECORD


def _repeats_header(block: Block, texts: dict[int, str]) -> bool:
    same = sum(
        normalised(text)
        in (normalised(block.headings[column].leaf), *(normalised(group) for group in block.headings[column].groups))
        for column, text in texts.items()
    )
    return same >= 2 and same >= 0.7 * len(texts)


def _all_numbers_or_total(texts: dict[int, str]) -> bool:
    """A total row holds words of totals and numbers, not a person."""
    others = [text for text in texts.values() if not _TOTAL.match(text)]
    return all(re.search(r"\d|^[-—/]$", text) or len(text) <= 2 for text in others)


def _is_footer(grid: Grid, row: int) -> bool:
    first = next((clean(cell) for cell in grid.sheet.cells[row] if clean(cell)), "")
    return bool(_FOOTER.match(first))


def _single(grid: Grid, row: int, block: Block, text: str) -> bool:
    """A row with one filled cell: a sentence, a section, 无 — or, in a narrow table, a record."""
    if _NOTHING.match(text) or len(text) > 25 or _names_section(text):
        return True
    column = next(column for column in block.columns if clean(grid.own(row, column)))
    covers = grid.spans.get((row, column), (1, 1))[1]
    inherited = any((row, other) in grid.anchors for other in block.columns if other != column)
    return (covers > 1 and covers >= len(block.columns) // 2) or (len(block.columns) > 3 and not inherited)


def _names_section(text: str) -> bool:
    return bool(
        re.fullmatch(r".{0,12}?(?:\d+|[一二三四五六七八九十]+)\s*(?:号?楼|栋|幢|#|单元|网格|号网格)[^\d]{0,10}", text)
    )


def _section(grid: Grid, block: Block, row: int) -> dict[str, str]:
    """What a section row says of the rows below it: a grid, a compound, a building."""
    texts = [clean(cell) for cell in grid.sheet.cells[row] if clean(cell)]
    if len(texts) != 1 or len(texts[0]) > 25:
        return {}
    text = texts[0]
    found = {"grid": find_grid(text), "compound": find_compound(text)}
    building = re.search(r"((?:[A-Za-z]?\d+|[一二三四五六七八九十]+)\s*(?:号?楼|栋|幢|#楼?))", text)
    if building:
        found["building"] = parse_building(building[1]).value
    return {name: value for name, value in found.items() if value}
