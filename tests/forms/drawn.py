"""Sheets drawn as text tables, and what is to be read from them.

A case is a text file. Its first line is the file's path below the inbox, `--- 名称` begins a sheet (`--- 名称 隐藏` a
hidden one), each line below it is a row of cells between bars: `<` is merged with the cell to its left, `^` with the
one above it, `#2.1` is a number, `@2020-02-08` a day in a cell of its own kind. After `===` follows what is read: the
sheets' accounts, each table's records (a line names their fields; all others are empty) and every finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from fournets.model import FileRead, Raw, Table
from fournets.reading.context import ReadingContext
from fournets.reading.sheet import Sheet
from fournets.reading.source import read_sheets

DAY = date(2020, 2, 9)
KINDS = ("records", "blank", "heading", "total", "note", "held")


@dataclass(frozen=True)
class Case:
    name: str
    sheets: list[Sheet]
    expected: str


def load(path: Path) -> Case:
    drawn, _, expected = path.read_text(encoding="utf-8").partition("===\n")
    name, *lines = drawn.splitlines()
    return Case(name, sheets_of(lines), expected.strip())


def sheets_of(lines: list[str]) -> list[Sheet]:
    sheets: list[Sheet] = []
    for line in lines:
        if line.startswith("--- "):
            title = line[4:].strip()
            sheets.append(Sheet(title.removesuffix(" 隐藏"), title.endswith(" 隐藏"), []))
        elif line.startswith("|"):
            sheets[-1].cells.append([_cell(text.strip()) for text in line.strip().strip("|").split("|")])
        elif sheets:
            sheets[-1].cells.append([])
    for sheet in sheets:
        _merge(sheet)
    return sheets


def _cell(text: str) -> Raw:
    if not text:
        return None
    if text.startswith("#"):
        return float(text[1:]) if "." in text or "E" in text else int(text[1:])
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    return text.replace("\\n", "\n")


def _merge(sheet: Sheet) -> None:
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(sheet.cells):
        for column, cell in enumerate(cells):
            if cell in ("<", "^"):
                beside = (row, column - 1) if cell == "<" else (row - 1, column)
                anchors[row, column] = anchors.get(beside, beside)
                cells[column] = None
    reach: dict[tuple[int, int], tuple[int, int]] = {}
    for place, anchor in anchors.items():
        last = reach.get(anchor, anchor)
        reach[anchor] = (max(last[0], place[0]), max(last[1], place[1]))
    sheet.merges = [(*anchor, *last) for anchor, last in reach.items()]
    for cells in sheet.cells:
        while cells and cells[-1] is None:
            cells.pop()


def read(case: Case) -> str:
    """What the case's file gives, in the words of its expectation."""
    return told(read_sheets(case.sheets, case.name, ReadingContext(DAY)))


def told(found: FileRead) -> str:
    lines = [f"held {found.held}"] if found.held else []
    for account in found.sheets:
        counts = " ".join(f"{kind} {getattr(account, kind)}" for kind in KINDS if getattr(account, kind))
        lines.append(f"{account.sheet}: {'、'.join(account.forms) or '-'}: {account.rows} = {counts}".rstrip())
    for table in found.tables:
        lines += ["", *_table(table)]
    lines += ["", *(f"{finding.code} {finding.sheet} {finding.column}{finding.row}" for finding in found.findings)]
    return "\n".join(lines).strip()


def _table(table: Table) -> list[str]:
    used = [name for name, cells in table.columns.items() if any(cells)]
    lines = [f"{table.form}" + (f" {table.fill_date}" if table.fill_date else ""), " | ".join(("cell", *used))]
    for index, (row, letter) in enumerate(zip(table.rows, table.letters, strict=True)):
        lines.append(" | ".join((f"{letter}{row}", *(table.columns[name][index] for name in used))))
    for total in table.totals:
        numbers = "、".join(f"{name} {number:g}" for name, number in total.numbers.items())
        lines.append(f"total {total.row} over {total.first}-{total.last}: {numbers}")
    return lines
