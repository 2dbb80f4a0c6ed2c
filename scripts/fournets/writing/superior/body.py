"""The empty rows of a form below a heading: where they begin and end, which of them can be filled.

A row is empty that holds nothing but its number, a formula of the sender, or a word that the sender put into every
row (the street's or the community's name). Drawn lines say where a table ends; so do a total, a remark, a signature.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fournets.catalogue.row_words import EXAMPLE
from fournets.catalogue.superior import ABOVE, Announced, HeadedTable
from fournets.values.text import clean
from fournets.writing.superior.sheet import FormSheet

_MADE_UP = re.compile(
    r"[(（](?:例|示例|样例)[)）].*|(?:如|例)[:：].*|张三|李四|王五|赵六|[\u4e00-\u9fff]?(?:某某?|[×xX*＊]{2,3})"
)
"""A value that the street filled in for nobody."""
_COLUMN_NUMBER = re.compile(r"栏次|[甲乙丙丁戊己庚辛]|[(（]?\d{1,2}[)）]?|[A-Z]")
NO_RECORD = re.compile(
    r"(?:合|总|小|共|累)\s*计|填报|填表|审[核批]|制表|负责人|经办|单位|注|说明|备注|联系(?:人|电话)|分管|主要领导|签[字名]|盖章|日期[:：]"
)
_SERIAL_HEADING = re.compile(r"序号?|编号|no\.?|顺序号?|序列|行号", re.IGNORECASE)
_SERIAL, _WORDS = re.compile(r"\d{1,5}"), re.compile(r"[\u4e00-\u9fff]{2,20}")
_OF_THE_SENDER = re.compile(r"街道|乡镇|镇街|单位")
OFFICE_FIELDS = frozenset((ABOVE.name, name) for name in ("community", "street", "district", "city", "province"))
"""What every line of a list says of the office itself."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of a table: what was filled in, what a person should know of, what must be put right; in words."""

    title: str = ""
    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """The rows that can be filled, in order; `last` is the last row of the table as it is drawn.

    `model` is a row of its middle, 0 where it has no row; `open` says that nothing stands below. `filled_at` is a row
    that somebody filled in already, 0 where there is none.
    """

    rows: tuple[int, ...]
    last: int
    model: int
    open: bool
    filled_at: int = 0


def body_of(sheet: FormSheet, table: HeadedTable) -> Body:
    """The empty rows below the table's heading; examples and the columns' numbers stay as they are."""
    columns = [one.column for one in table.columns]
    allowed = _allowed(table)
    first = table.bottom + 1
    while _is_example(sheet, first, columns) or _numbers_columns(sheet, first, columns):
        first += 1
    bordered = _is_bordered(sheet, first, columns)
    rows: list[int] = []
    row, end = first, table.end or sheet.last_row + 1
    while row < end and _is_bordered(sheet, row, columns) == bordered and _is_empty(sheet, row, columns, allowed):
        rows.append(row)
        row += 1
    filled_at = row if not rows and row < end and _somebody_filled(sheet, row, columns) else 0
    last = rows[-1] if rows else first - 1
    is_open = not table.end and not any(place[0] > last and sheet.text(*place) for place in sheet.places())
    seen = tuple(number for number in rows if not sheet.is_hidden(number))
    return Body(seen, last, rows[-2] if len(rows) > 1 else rows[-1] if rows else 0, is_open, filled_at)


def is_serial(one: Announced) -> bool:
    """Whether a column only numbers the lines."""
    return _SERIAL_HEADING.fullmatch(clean(one.leaf).replace(" ", "")) is not None


def _allowed(table: HeadedTable) -> dict[int, re.Pattern[str]]:
    """The columns in which an empty row may hold something: its number, the sender's or the office's name."""
    found = {table.columns[0].column: _SERIAL}
    for one in table.columns:
        if is_serial(one):
            found[one.column] = _SERIAL
        elif _OF_THE_SENDER.search(clean(one.leaf)) or {found[:2] for found in one.wanted[:1]} & OFFICE_FIELDS:
            found[one.column] = _WORDS
    return found


def _texts(sheet: FormSheet, row: int, columns: list[int]) -> list[tuple[int, str]]:
    found = ((column, clean(sheet.text(row, column))) for column in columns)
    return [(column, text) for column, text in found if text]


def _is_example(sheet: FormSheet, row: int, columns: list[int]) -> bool:
    texts = _texts(sheet, row, columns)
    return bool(texts) and any(EXAMPLE.fullmatch(text) or _MADE_UP.fullmatch(text) for _, text in texts[:3])


def _numbers_columns(sheet: FormSheet, row: int, columns: list[int]) -> bool:
    """Whether a row below the heading only counts its columns (甲 乙 1 2 3)."""
    texts = [text for _, text in _texts(sheet, row, columns)]
    return len(texts) > max(2, len(columns) // 2) and all(map(_COLUMN_NUMBER.fullmatch, texts))


def _is_bordered(sheet: FormSheet, row: int, columns: list[int]) -> bool:
    lined = sum(sheet.book.is_bordered(sheet.style(row, column)) for column in columns)
    return lined * 2 > len(columns)


def _is_empty(sheet: FormSheet, row: int, columns: list[int], allowed: dict[int, re.Pattern[str]]) -> bool:
    return all(
        column in allowed and allowed[column].fullmatch(text) and not NO_RECORD.match(text)
        for column, text in _texts(sheet, row, columns)
    )


def _somebody_filled(sheet: FormSheet, row: int, columns: list[int]) -> bool:
    """Whether a row holds a record, and is no total, remark or signature."""
    texts = _texts(sheet, row, columns)
    return len(texts) > 1 and not any(NO_RECORD.search(text) for _, text in texts)
