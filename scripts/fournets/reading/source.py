"""One file → sheets → tables → records, with every row accounted for."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from fournets.model import FileRead, Finding, RowKind, Scope, SheetRead, Table
from fournets.reading.cards import as_table
from fournets.reading.context import ReadingContext
from fournets.reading.extract import extract
from fournets.reading.layout import Block, Grid, find_blocks
from fournets.reading.recognise import Recognised, explain, recognise, tied
from fournets.reading.rows import classify
from fournets.reading.scope import fill_date_of
from fournets.reading.sheet import Sheet
from fournets.reading.workbook import Unreadable, open_workbook

PRECEDENCE = (RowKind.RECORD, RowKind.HELD, RowKind.TOTAL, RowKind.HEADING, RowKind.NOTE, RowKind.BLANK)


def read_file(path: Path, name: str, context: ReadingContext) -> FileRead:
    """Read a workbook. `name` is its path below the inbox. What cannot be read is held with its reason."""
    place = PurePosixPath(name)
    try:
        sheets = open_workbook(path, place.stem, context.limits)
    except Unreadable as reason:
        return FileRead(held=reason.code, held_params=reason.params)
    read = FileRead()
    for sheet in sheets:
        read_sheet(sheet, name, context, read)
    if not any(account.forms for account in read.sheets) and not any(account.held for account in read.sheets):
        read.held = "held_empty" if not any(account.rows for account in read.sheets) else "held_no_form"
        read.findings.clear()
    return read


def read_sheet(sheet: Sheet, name: str, context: ReadingContext, read: FileRead) -> None:
    """Add one sheet's tables, findings and account to what was read of its file."""
    grid = Grid(sheet)
    place = PurePosixPath(name)
    kinds: dict[int, set[RowKind]] = {}
    forms: list[str] = []
    read.explanation.append(f"工作表“{sheet.name}”：{grid.height} 行 {grid.width} 列")
    blocks = find_blocks(grid, context.headings)
    card = None if blocks else as_table(grid)
    if card:
        read_card(card, name, context, read)
        return
    for block in blocks:
        scope = Scope(" ".join(text for _, text in block.above), sheet.name, place.stem, place.parts[:-1])
        readings = recognise(grid, block, scope, context)
        read.explanation += explain(block, readings)
        if not readings:
            continue
        for row in range(block.top, block.bottom + 1):
            kinds.setdefault(row, set()).add(RowKind.HEADING)
        if tied(readings):
            _hold(grid, block, readings, name, kinds, read)
            forms += [readings[0].form.name]
            continue
        table, found, rows = _read_table(grid, block, readings[0], scope, context, name)
        for row, kind in rows.items():
            kinds.setdefault(row, set()).add(kind)
        read.tables.append(table)
        read.findings += found
        forms.append(table.form)
    held_only = (
        forms
        and all(RowKind.RECORD not in found for found in kinds.values())
        and any(RowKind.HELD in found for found in kinds.values())
    )
    account = SheetRead(sheet.name, sheet.hidden, [] if held_only else list(dict.fromkeys(forms)))
    read.sheets.append(_account(grid, kinds, account))


def read_card(card: tuple[Sheet, int], name: str, context: ReadingContext, read: FileRead) -> None:
    """A card's one record stands in its first row."""
    sheet, first = card
    before = len(read.tables)
    read_sheet(sheet, name, context, read)
    account = read.sheets[-1]
    account.heading = 0
    account.note = account.rows - account.records - account.blank
    for table in read.tables[before:]:
        table.rows = [first + 1 for _ in table.rows]


def _read_table(
    grid: Grid, block: Block, reading: Recognised, scope: Scope, context: ReadingContext, name: str
) -> tuple[Table, list[Finding], dict[int, RowKind]]:
    rows = classify(grid, block, reading)
    fill: date | None = fill_date_of([text for _, text in block.above], rows.footers, scope, context.day)
    table, findings = extract(grid, block, reading, rows, scope, context, name, fill)
    giving = {row - 1 for row in table.rows}
    for row in rows.records:
        if row not in giving:
            rows.kinds[row] = RowKind.NOTE
    return table, findings, rows.kinds


def _hold(
    grid: Grid, block: Block, readings: list[Recognised], name: str, kinds: dict[int, set[RowKind]], read: FileRead
) -> None:
    params = {"first": readings[0].form.title, "second": readings[1].form.title}
    read.findings.append(
        Finding("ambiguous_form", readings[0].form.name, name, grid.sheet.name, block.top + 1, params=params)
    )
    for row in range(block.bottom + 1, block.end):
        kinds.setdefault(row, set()).add(RowKind.BLANK if grid.is_blank_row(row) else RowKind.HELD)


def _account(grid: Grid, kinds: dict[int, set[RowKind]], account: SheetRead) -> SheetRead:
    """Every row up to the last one with content is exactly one thing; a row of two tables is the weightiest."""
    last = max((row for row in range(grid.height) if not grid.is_blank_row(row)), default=-1)
    account.rows = last + 1
    for row in range(last + 1):
        found = kinds.get(row, set())
        kind = next((kind for kind in PRECEDENCE if kind in found), None)
        if kind is None or (kind is RowKind.BLANK and not grid.is_blank_row(row)):
            kind = RowKind.BLANK if grid.is_blank_row(row) else RowKind.NOTE
        setattr(account, kind.value, getattr(account, kind.value) + 1)
    parts = (account.records, account.blank, account.heading, account.total, account.note, account.held)
    if sum(parts) != account.rows:
        raise AssertionError(f"rows of a sheet do not add up: {parts} != {account.rows}")
    return account
