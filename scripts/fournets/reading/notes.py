"""What is to be said of a sheet beside its values: hidden parts, odd characters, headings known by likeness only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fournets.catalogue.findings import FINDINGS
from fournets.model import Finding, Raw, Table
from fournets.reading.headings.spellings import SERIALS, column_scores, is_somebody_else, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block, unheaded
from fournets.reading.recognising.agreement import supported
from fournets.reading.recognising.evidence import tells
from fournets.reading.recognising.recognise import LISTED, Match, Recognised
from fournets.reading.sheet import cell_name, column_letters
from fournets.values.text import clean, has_unprintable

_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_WORDS = re.compile(r"\w")
_SHOWN = 8
_NAMED = 5
_HALF_A_YEAR = timedelta(days=183)
_EVENTS = ("date", "arrive_date", "left_date", "start_date", "issued_date")
_SEVERAL_DAYS = 3
_MONTH = re.compile(r"(20[012]\d)年(?:(\d{1,2})月)?")


def about_form(code: str, grid: Grid, block: Block, reading: Recognised, name: str) -> Finding:
    """That little speaks for the form: which headings were understood, what its sheets have beside them."""
    form = reading.form
    taken = {match.column.field for match in reading.matches.values()}
    missing = [column for column in form.columns if tells(form, column) and column.field not in taken]
    params = {
        "sheet": grid.sheet.name,
        "title": form.title,
        "form": form.name,
        "field": missing[0].field if missing else "name",
        "known": _quoted_list(block.headings[column].leaf for column in sorted(reading.matches)),
        "missing": _quoted_list(column.title for column in missing) or "表名",
    }
    return Finding(code, form.name, name, grid.sheet.name, block.bottom + 1, params=params)


def about_age(table: Table, reading: Recognised, row: int, name: str, day: date) -> list[Finding]:
    """That the sheet is of another time: all months that its titles name, or most of its days, are long gone."""
    words = " ".join((table.scope.title, table.scope.sheet, table.scope.stem))
    named = [found for found in _MONTH.finditer(words) if 1 <= int(found[2] or 12) <= 12]
    days = [iso for field in _EVENTS for iso in table.columns.get(field, ()) if iso]
    gone = sorted(iso for iso in days if day - date.fromisoformat(iso) > _HALF_A_YEAR)
    if named and all(day - date(int(found[1]), int(found[2] or 12), 28) > _HALF_A_YEAR for found in named):
        sign = f"标题或文件名写的是{named[-1][0]}"
    elif len(gone) >= _SEVERAL_DAYS and len(gone) > len(days) / 2:
        sign = f"里面的日期多在{gone[len(gone) // 2][:4]}年"
    else:
        return []
    params = {"sign": sign, "day": day.isoformat(), "title": reading.form.title}
    return [Finding("old_sheet", reading.form.name, name, table.sheet, row, params=params)]


def about_counting(table: Table, reading: Recognised, row: int, name: str) -> list[Finding]:
    """That no record says what the numbers of its form are counted by: a gate's book without what became of whom."""
    form = reading.form
    if not (form.counted_by and table.rows) or any(table.columns[form.counted_by]):
        return []
    heading = next(column.title for column in form.columns if column.field == form.counted_by)
    params = {"title": form.title, "heading": heading, "count": str(len(table.rows))}
    place = (form.name, name, table.sheet, row, table.letter_of.get(form.counted_by, ""), form.counted_by)
    return [Finding("counts_in_nothing", *place, params=params)]


def _quoted_list(words: Iterable[str]) -> str:
    return "、".join(f"“{word}”" for word in list(dict.fromkeys(words))[:_NAMED])


def about_headings(grid: Grid, block: Block, reading: Recognised, name: str) -> list[Finding]:
    """A note for each heading that no form lists, with the line that lists it for this office."""
    notes: list[Finding] = []
    for column, heading in sorted(block.headings.items()):
        match = reading.matches.get(column)
        if (match and match.score >= LISTED) or column in block.shared:
            continue
        if match:
            code, params = _by_likeness(match)
        else:
            code, params = _not_taken(block, reading, column)
        if not code:
            continue
        params |= {"heading": heading.leaf, "quoted": _quoted(heading.leaf), "form": reading.form.name}
        where = (reading.form.name, name, grid.sheet.name, block.bottom + 1, column_letters(column))
        notes.append(Finding(code, *where, match.column.field if match else "", params=params))
    return notes


def _quoted(heading: str) -> str:
    return heading if _PLAIN.fullmatch(heading) else json.dumps(heading, ensure_ascii=False)


def _by_likeness(match: Match) -> tuple[str, dict[str, str]]:
    share = str(round(match.score * 100))
    return "heading_by_likeness", {"title": match.column.title, "share": share, "field": match.column.field}


def _not_taken(block: Block, reading: Recognised, column: int) -> tuple[str, dict[str, str]]:
    """What is to be said of a column that is kept beside the records; nothing of serial numbers and empty ones."""
    heading = block.headings[column]
    leaf = normalised(heading.leaf)
    if reading.form.answers or not leaf or leaf in SERIALS or _says_nothing(reading.look.samples[column]):
        return "", {}
    if heading.leaf == unheaded(column):
        return "column_unheaded", {"column": column_letters(column)}
    announced = column_scores(heading, reading.form, {})
    wanted = [candidate for score, candidate in announced if supported(score, candidate, column, reading.look)]
    if not announced and any(is_somebody_else(normalised(text)) for text in (heading.leaf, *heading.groups)):
        return "", {}
    holders = {match.column.field: other for other, match in sorted(reading.matches.items(), reverse=True)}
    for candidate in wanted[:1]:
        if candidate.field in holders:
            other = block.headings[holders[candidate.field]].leaf
            return "heading_second", {"other": other, "title": candidate.title, "field": candidate.field}
    return "heading_unknown", {"field": wanted[0].field if wanted else "（哪一项）"}


def _says_nothing(cells: Sequence[Raw]) -> bool:
    """Whether a column is blank, only counts the rows, or holds one sign from top to bottom."""
    texts = [clean(raw) for raw in cells]
    if len(texts) > 2 and all(map(str.isdecimal, texts)):
        return [int(text) for text in texts] == list(range(int(texts[0]), int(texts[0]) + len(texts)))
    return not texts or (len(set(texts)) == 1 and _WORDS.search(texts[0]) is None and len(texts) > 2)


def about_sheet(grid: Grid, name: str) -> list[Finding]:
    """Notes on what is hidden and on characters that were left out."""
    sheet = grid.sheet
    notes: list[Finding] = []
    if sheet.unread:
        params = {"sheet": sheet.name, "reason": FINDINGS[sheet.unread].template}
        return [Finding("unread_sheet", file=name, sheet=sheet.name, params=params)]
    if sheet.hidden:
        notes.append(Finding("hidden_sheet", file=name, sheet=sheet.name, params={"sheet": sheet.name}))
    rows = sorted(row for row in sheet.hidden_rows if row < grid.height and not grid.is_blank_row(row))
    if rows:
        params = {"count": str(len(rows)), "rows": _some(str(row + 1) for row in rows)}
        notes.append(Finding("hidden_rows", file=name, sheet=sheet.name, row=rows[0] + 1, params=params))
    used = {column for texts in grid.texts for column, text in enumerate(texts) if text} if sheet.hidden_columns else ()
    columns = sorted(column for column in sheet.hidden_columns if column in used)
    if columns:
        params = {"count": str(len(columns)), "columns": _some(map(column_letters, columns))}
        first = column_letters(columns[0])
        notes.append(Finding("hidden_columns", file=name, sheet=sheet.name, column=first, params=params))
    if grid.covered:
        params = {"count": str(len(grid.covered)), "cells": _some(cell_name(*place) for place in grid.covered)}
        row, column = grid.covered[0]
        where = (row + 1, column_letters(column))
        notes.append(Finding("covered_cells", "", name, sheet.name, *where, params=params))
    notes += [
        Finding("formula_uncalculated", "", name, sheet.name, row + 1, column_letters(column))
        for row, column in sorted(sheet.uncalculated)
        if row < grid.height and not grid.is_blank_row(row)
    ]
    return notes + _odd_characters(grid, name)


def _odd_characters(grid: Grid, name: str) -> list[Finding]:
    odd = {raw for raw in grid.known.keys() - grid.plain if has_unprintable(raw)}
    if not odd:
        return []
    return [
        Finding("odd_characters", "", name, grid.sheet.name, row + 1, column_letters(column))
        for row, cells in enumerate(grid.sheet.cells)
        for column, raw in enumerate(cells)
        if raw in odd
    ]


def _some(parts: Iterable[str]) -> str:
    every = list(parts)
    return "、".join(every[:_SHOWN]) + (" 等" if len(every) > _SHOWN else "")
