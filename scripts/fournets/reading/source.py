"""One file → sheets → tables → records, with every row accounted for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from fournets.catalogue.own_papers import OWN_PAPERS, OwnPaper
from fournets.model import FileRead, Finding, Raw, RowKind, SheetRead
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.tables import read_table, scope_of
from fournets.reading.formats.workbook import Unreadable, open_workbook
from fournets.reading.layout.cards import Cards, find_cards, is_inside_a_card
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.members import OF_HOUSEHOLDS, apart
from fournets.reading.layout.regions import Block, find_blocks, merged
from fournets.reading.notes import about_age, about_counting, about_form, about_headings, about_sheet
from fournets.reading.recognising.evidence import ENOUGH, SURE
from fournets.reading.recognising.recognise import Recognised, explain, recognise, tied
from fournets.reading.sheet import Sheet, column_letters

PRECEDENCE = (RowKind.RECORD, RowKind.HELD, RowKind.TOTAL, RowKind.HEADING, RowKind.NOTE, RowKind.BLANK)
LONG_TABLE_COLUMNS, LONG_TABLE_ROWS = 4, 3
ANSWERS_SHEET = "处理说明"
HEADED_WITHIN = 12
"""The rows within which one of the program's own papers shows its headings."""
_FAR_LESS = 0.4
"""A form whose score is less than the best one's by this part of it was not meant."""
_ANSWERS = re.compile(r"回执编号\s*[:：]\s*([0-9a-fA-F]{64})")
_ORIGINAL = re.compile(r"原文件\s*[:：]\s*(.*?)(?:#[0-9a-f]{8}(?:#\d+)?)?\s*", re.DOTALL)

_MADE_UP: list[list[Raw]] = [
    ["序号", "姓名", "身份证号", "联系电话", "现住址", "排查日期", "体温"],
    [1, "张三", "370599198001010018", "13854600001", "惠泽小区1-1-101", "2月3日", 36.5],
]
Kinds = dict[int, RowKind]
"""What each row of a sheet is; a row of several tables is the weightiest of what it is in them."""


def read_file(path: Path, name: str, context: ReadingContext) -> FileRead:
    """Read a workbook. `name` is its path below the inbox. What cannot be read is held with its reason."""
    try:
        sheets = open_workbook(path, PurePosixPath(name).stem, context.limits)
    except Unreadable as reason:
        return FileRead(held=reason.code, held_params=reason.params)
    return read_sheets(sheets, name, context)


def make_ready() -> None:
    """Read a made-up sheet: what is kept from file to file is then there before the first file comes."""
    read_sheets([Sheet("排查", False, [list(row) for row in _MADE_UP])], "排查.xlsx", ReadingContext(date(2020, 2, 9)))


def read_sheets(sheets: list[Sheet], name: str, context: ReadingContext) -> FileRead:
    """What the sheets of one file hold; a file without any recognised form is held."""
    read = FileRead()
    notices = {number for number, sheet in enumerate(sheets) if _answers_hash(sheet)}
    for number in notices:
        read.answers_hash = _answers_hash(sheets[number])
        context = dataclasses.replace(context, original=_original(sheets[number]))
    for number, sheet in enumerate(sheets):
        if number in notices:
            read.sheets.append(_only_notes(sheet))
        elif paper := _own_paper(sheet):
            read.sheets.append(_only_notes(sheet))
            params = {"sheet": sheet.name, "title": paper.title, "instead": paper.instead}
            read.findings.append(Finding("own_sheet", file=name, sheet=sheet.name, params=params))
        else:
            read_sheet(sheet, name, context, read)
    if not any(account.forms or account.held for account in read.sheets):
        read.held, read.held_params = _nothing_taken(sheets, read)
        read.findings.clear()
    return read


def _nothing_taken(sheets: list[Sheet], read: FileRead) -> tuple[str, Mapping[str, str]]:
    """Why no form was found, and its words: the sheet that could not be read may have been the one that holds it."""
    unread = next((sheet.unread for sheet in sheets if sheet.unread), "")
    if unread or not any(account.rows for account in read.sheets):
        return unread or "blank_workbook", {}
    for told, code in (("own_sheet", "own_paper"), ("sheet_not_taken", "hardly_a_form")):
        if words := _words_of(read, told):
            return code, words
    return "no_form", {}


def _words_of(read: FileRead, code: str) -> Mapping[str, str]:
    """What the first finding of this code says of a table that was not taken."""
    return next((finding.params for finding in read.findings if finding.code == code), {})


def _only_notes(sheet: Sheet) -> SheetRead:
    return _account(Grid(sheet), {}, SheetRead(sheet.name, sheet.hidden, []))


def _own_paper(sheet: Sheet) -> OwnPaper | None:
    """Which of the program's own papers the sheet is: its first rows hold what no other paper has."""
    for row in sheet.cells[:HEADED_WITHIN]:
        texts = {cell.strip() for cell in row if isinstance(cell, str)}
        for paper in OWN_PAPERS:
            if any(headings <= texts for headings in paper.headings):
                return paper
            if len(texts) == 1 and any(map(paper.title_above.fullmatch, texts)):
                return paper
    return None


def _answers_hash(sheet: Sheet) -> str:
    """The hash of the original that a returned copy's first sheet names, else nothing."""
    if sheet.name.strip() != ANSWERS_SHEET:
        return ""
    return next((found[1].lower() for text in _texts(sheet) if (found := _ANSWERS.search(text))), "")


def _original(sheet: Sheet) -> str:
    """The original's path as the first sheet of a returned copy names it, else nothing."""
    return next((found[1] for text in _texts(sheet) if (found := _ORIGINAL.fullmatch(text))), "")


def _texts(sheet: Sheet) -> Iterator[str]:
    return (cell for row in sheet.cells for cell in row if isinstance(cell, str))


def read_sheet(sheet: Sheet, name: str, context: ReadingContext, read: FileRead) -> None:
    """Add one sheet's tables, findings and account to what was read of its file."""
    grid = Grid(sheet)
    read.explanation.append(f"工作表“{sheet.name}”：{grid.height} 行 {grid.width} 列")
    kinds: Kinds = {}
    forms = _read_blocks(grid, name, context, read, kinds)
    cards = None if forms or _is_a_long_table(grid, context) else find_cards(grid)
    if cards:
        forms = _read_cards(cards, name, context, read, kinds)
    if forms or sheet.unread:
        read.findings += about_sheet(grid, name)
    held_only = RowKind.RECORD not in kinds.values() and RowKind.HELD in kinds.values()
    named = [] if held_only else list(dict.fromkeys(forms))
    read.sheets.append(_account(grid, kinds, SheetRead(sheet.name, sheet.hidden, named)))


def _is_a_long_table(grid: Grid, context: ReadingContext) -> bool:
    """Whether rows upon rows stand below headings, if of no known form: what looks like labels among them is none."""
    return any(
        len(block.columns) >= LONG_TABLE_COLUMNS
        and _full_rows(grid, block) >= LONG_TABLE_ROWS
        and not is_inside_a_card(grid, range(block.top, block.bottom + 1), block.end)
        for block in find_blocks(grid, context.headings)
    )


def _full_rows(grid: Grid, block: Block) -> int:
    """How many rows of a table have most of its cells filled."""
    rows = range(block.bottom + 1, block.end)
    return sum(2 * sum(bool(grid.text(row, column)) for column in block.columns) > len(block.columns) for row in rows)


def _read_blocks(
    grid: Grid, name: str, context: ReadingContext, read: FileRead, kinds: Kinds, least: float = ENOUGH
) -> list[str]:
    """The forms of a sheet's tables, which are added to what was read where at least that much speaks for them."""
    forms: list[str] = []
    for block, every in _recognised(grid, name, context):
        readings = [reading for reading in _fitting(every) if _is_taken(reading, least, context)]
        read.explanation += explain(block, readings or every)
        if not readings:
            if every:
                read.findings.append(about_form("sheet_not_taken", grid, block, every[0], name))
            continue
        for row in range(block.top, block.bottom + 1):
            _weigh(kinds, row, RowKind.HEADING)
        forms.append(readings[0].form.name)
        if tied(readings):
            _hold(grid, block, readings, name, kinds, read)
            continue
        table, findings, rows = read_table(grid, block, readings[0], context, name)
        if kinds.keys().isdisjoint(rows):
            kinds.update(rows)
        for row, kind in rows.items():
            _weigh(kinds, row, kind)
        read.tables.append(table)
        if readings[0].evidence.weak and not block.shared:
            read.findings.append(about_form("weak_form", grid, block, readings[0], name))
        read.findings += about_age(table, readings[0], block.bottom + 1, name, context.day)
        read.findings += about_counting(table, readings[0], block.bottom + 1, name)
        read.findings += about_headings(grid, block, readings[0], name)
        shared = {column_letters(column) for column in block.shared}
        read.findings += [finding for finding in findings if finding.column not in shared]
    return forms


def _fitting(readings: list[Recognised]) -> list[Recognised]:
    """The form that fits best and those that fit nearly as well: where it is not shown, no other one was meant."""
    least = readings[0].score - _FAR_LESS * abs(readings[0].score) if readings else 0.0
    return [reading for reading in readings if reading.score >= least]


def _is_taken(reading: Recognised, least: float, context: ReadingContext) -> bool:
    """Whether enough speaks for the form; a returned copy that was emptied takes back what its original said."""
    if context.original and not any(reading.look.samples.values()):
        return True
    return reading.evidence.weight >= (SURE if reading.form.answers else least)


def _recognised(grid: Grid, name: str, context: ReadingContext) -> list[tuple[Block, list[Recognised]]]:
    """The sheet's tables with their readings; parts beside each other that are no form alone are one table."""
    found: list[tuple[Block, list[Recognised]]] = []
    for block in find_blocks(grid, context.headings):
        if is_inside_a_card(grid, range(block.top, block.bottom + 1), block.end):
            continue
        if household := _household(grid, block, name, context):
            found += household
            continue
        readings = recognise(grid, block, scope_of(grid, block, context.original or name), context)
        beside = found[-1] if found and found[-1][0].top == block.top and found[-1][0].bottom == block.bottom else None
        if beside and not (readings and beside[1]):
            whole = merged(beside[0], block)
            together = recognise(grid, whole, scope_of(grid, whole, context.original or name), context)
            if together:
                found[-1] = (whole, together)
                continue
        found.append((block, readings))
    return found


def _household(grid: Grid, block: Block, name: str, context: ReadingContext) -> list[tuple[Block, list[Recognised]]]:
    """The tables of a household's head and of its other members, all of the head's form; none where there are none."""
    head, *members = apart(block)
    scope = scope_of(grid, block, context.original or name)
    readings = recognise(grid, head, scope, context) if members else []
    if not readings or readings[0].form.name not in OF_HOUSEHOLDS:
        return []
    found = [(head, readings)]
    for member in members:
        alike = (one for one in recognise(grid, member, scope, context) if one.form == readings[0].form)
        found += [(member, [dataclasses.replace(one, evidence=readings[0].evidence)]) for one in alike]
    return found


def _read_cards(cards: Cards, name: str, context: ReadingContext, read: FileRead, kinds: Kinds) -> list[str]:
    """Cards are laid out as a table; each one's record stands where its first label does.

    Figures beside their names (消毒面积 2974) look like cards, so that nothing is taken for one in doubt.
    """
    tables, findings = len(read.tables), len(read.findings)
    forms = _read_blocks(Grid(cards.sheet), name, context, read, {}, SURE)
    if not (context.original or any(table.rows for table in read.tables[tables:])):
        del read.tables[tables:], read.findings[findings:]
        return []
    for table in read.tables[tables:]:
        starts = [cards.start_of(row) for row in table.rows]
        for row, _ in starts:
            _weigh(kinds, row, RowKind.RECORD)
        table.rows = [row + 1 for row, _ in starts]
        table.letters = [column_letters(column) for _, column in starts]
        table.letter_of = {field: cards.letter_at(letter) for field, letter in table.letter_of.items()}
    read.findings[findings:] = [cards.placed(finding) for finding in read.findings[findings:]]
    return forms


def _hold(grid: Grid, block: Block, readings: list[Recognised], name: str, kinds: Kinds, read: FileRead) -> None:
    params = {"first": readings[0].form.title, "second": readings[1].form.title}
    read.findings.append(
        Finding("ambiguous_form", readings[0].form.name, name, grid.sheet.name, block.top + 1, params=params)
    )
    for row in range(block.bottom + 1, block.end):
        _weigh(kinds, row, RowKind.BLANK if grid.is_blank_row(row) else RowKind.HELD)


def _weigh(kinds: Kinds, row: int, kind: RowKind) -> None:
    kinds[row] = min(kinds[row], kind, key=PRECEDENCE.index) if row in kinds else kind


def _account(grid: Grid, kinds: Kinds, account: SheetRead) -> SheetRead:
    """Every row up to the last one with content is exactly one thing; a row of two tables is the weightiest."""
    last = grid.last_row()
    account.rows = last + 1
    known = [kinds.get(row, RowKind.BLANK) for row in range(last + 1)]
    for kind in RowKind:
        setattr(account, kind.value, known.count(kind))
    notes = sum(kind is RowKind.BLANK and not grid.is_blank_row(row) for row, kind in enumerate(known))
    account.blank -= notes
    account.note += notes
    parts = (account.records, account.blank, account.heading, account.total, account.note, account.held)
    if sum(parts) != account.rows:
        raise AssertionError(f"rows of a sheet do not add up: {parts} != {account.rows}")
    return account
