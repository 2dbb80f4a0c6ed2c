"""Totals written by hand, with the rows that they stand for."""

from __future__ import annotations

import re

from fournets.catalogue.fields import Kind
from fournets.model import TotalRow
from fournets.reading.extracting.extract import Extraction
from fournets.reading.sheet import column_letters
from fournets.values.quantities import parse_area, parse_count, unit_factor
from fournets.values.text import is_blank

_GRAND = re.compile(r"合\s*计|总\s*[计数]|共\s*计|累\s*计")


def totals(work: Extraction) -> list[TotalRow]:
    """A 小计 stands for the rows since the one before it, a 合计 for all rows of the table."""
    found: list[TotalRow] = []
    start = work.block.bottom + 1
    for row in work.rows.totals:
        label = "".join(work.grid.text(row, column) for column in work.block.columns[:3])
        grand = bool(_GRAND.search(label)) and "本页" not in label
        first = work.block.bottom + 1 if grand else start
        numbers, places = _numbers(work, row)
        if numbers:
            found.append(TotalRow(row + 1, first + 1, row, numbers, places))
        start = row + 1
    return found


def _numbers(work: Extraction, row: int) -> tuple[dict[str, float], dict[str, str]]:
    numbers: dict[str, float] = {}
    places: dict[str, str] = {}
    for column, match in work.reading.matches.items():
        if match.column.kind not in (Kind.COUNT, Kind.AREA):
            continue
        raw = work.grid.own(row, column)
        factor = unit_factor(work.unit(column))
        parsed = parse_area(raw, factor) if match.column.kind is Kind.AREA else parse_count(raw, factor)
        if parsed.value and not is_blank(raw):
            key = match.column.field + "".join(f"|{value}" for value in match.facts.values())
            numbers[key], places[key] = float(parsed.value), column_letters(column)
    return numbers, places
