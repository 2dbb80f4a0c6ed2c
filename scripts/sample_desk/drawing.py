"""Draws a planned sheet: rows of cells and merges, and where each record ended up."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fournets.catalogue.forms import FORMS
from sample_desk.columns import PLACE, write
from sample_desk.plans import Book, Column, Entry, Line, SheetPlan
from sample_desk.spelling import Cell, Formula
from sample_desk.world import Facts

SCOPED = ("grid", "compound", "checkpoint", "squad", "building")
BLOCK_FIELDS = {"compound", "address", "household_number", *PLACE}
UPPER_GROUP = "基本情况"
EMPTY_SPAN = 2


@dataclass(slots=True)
class DrawnRecord:
    """A record where it stands: Excel's row number, its first column's letter, and what row and scope say of it."""

    entry: Entry
    row: int
    column: str
    facts: Facts
    letters: dict[str, str]


@dataclass(slots=True)
class DrawnSheet:
    """Cells by row, each row with its kind: title, heading, body, total, footer."""

    name: str
    form: str
    columns: list[Column]
    rows: list[tuple[str, list[Cell]]] = dataclasses.field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = dataclasses.field(default_factory=list)
    records: list[DrawnRecord] = dataclasses.field(default_factory=list)
    total_rows: list[int] = dataclasses.field(default_factory=list)


def letter(index: int) -> str:
    """Excel's letter of a column counted from 0."""
    front, last = divmod(index, 26)
    return (letter(front - 1) if front else "") + chr(ord("A") + last)


def draw(plan: SheetPlan, book: Book) -> DrawnSheet:
    """The sheet as the clerk would have typed it."""
    sheet = DrawnSheet(plan.name, plan.form, plan.columns)
    for title in plan.titles:
        _span(sheet, "subtitle" if sheet.rows else "title", title)
    if plan.only_text:
        for text in plan.only_text:
            sheet.rows.append(("footer", [text]))
        return sheet
    _headings(sheet, plan)
    _body(sheet, plan, book)
    if plan.zero:
        sheet.rows.append(("body", [plan.zero]))
    if plan.totals:
        _total(sheet, plan, "合计", plan.lines, plan.wrong_total)
    if plan.footer:
        sheet.rows.append(("footer", [plan.footer]))
    return sheet


def _span(sheet: DrawnSheet, kind: str, text: str) -> None:
    row, last = len(sheet.rows), len(sheet.columns) - 1
    sheet.rows.append((kind, [text]))
    if last > 0:
        sheet.merges.append((row, 0, row, last))


def _headings(sheet: DrawnSheet, plan: SheetPlan) -> None:
    """One to three heading rows: groups above their columns, everything else merged downwards."""
    depth = plan.hand.heading_rows if not plan.hand.is_text else 1
    if any(column.group and column.fixed for column in plan.columns):
        depth = max(2, depth)
    top = len(sheet.rows)
    levels = [_levels(column, depth) for column in plan.columns]
    for level in range(depth):
        sheet.rows.append(("heading", [_first_of(levels, index, level) for index in range(len(levels))]))
    for level in range(depth):
        _merge_across(sheet, levels, top, level)
    for index, names in enumerate(levels):
        filled = max(level for level in range(depth) if names[level] is not None)
        if filled < depth - 1:
            sheet.merges.append((top + filled, index, top + depth - 1, index))


def _levels(column: Column, depth: int) -> list[str | None]:
    if depth == 1:
        return [column.heading]
    front: list[str | None] = [UPPER_GROUP] if depth > EMPTY_SPAN and column.group and not column.fixed else []
    names = [*front, column.group, column.heading] if column.group else [column.heading]
    return [*names, *[None] * (depth - len(names))][:depth]


def _first_of(levels: list[list[str | None]], index: int, level: int) -> Cell:
    """A merged heading stands in its first cell only."""
    return None if index and _same_group(levels, index, level) else levels[index][level]


def _same_group(levels: list[list[str | None]], index: int, level: int) -> bool:
    here, before = levels[index], levels[index - 1]
    return level + 1 < len(here) and here[level + 1] is not None and here[: level + 1] == before[: level + 1]


def _merge_across(sheet: DrawnSheet, levels: list[list[str | None]], top: int, level: int) -> None:
    start = 0
    for index in range(1, len(levels) + 1):
        if index < len(levels) and _same_group(levels, index, level):
            continue
        if index - start > 1:
            sheet.merges.append((top + level, start, top + level, index - 1))
        start = index


def _body(sheet: DrawnSheet, plan: SheetPlan, book: Book) -> None:
    first, heading = len(sheet.rows), [row for row in sheet.rows if row[0] == "heading"]
    serial = 0
    for _, group in groupby(plan.lines, lambda line: line[0].facts.get(plan.subtotal_by, "")):
        lines = list(group)
        for line in lines:
            serial += 1
            if plan.hand.repeat_heading and serial > 1 and serial % plan.hand.repeat_heading == 1:
                sheet.rows += heading
            _line(sheet, plan, book, line, serial)
        if plan.subtotal_by:
            _total(sheet, plan, "小计", lines, 0)
    if plan.form == "households" and plan.hand.downwards == "merge":
        _merge_blocks(sheet, plan, first)


def _line(sheet: DrawnSheet, plan: SheetPlan, book: Book, line: Line, serial: int) -> None:
    cells: list[Cell] = []
    said: dict[int, Facts] = {id(entry): {} for entry in line}
    letters: dict[int, dict[str, str]] = {id(entry): {} for entry in line}
    for index, column in enumerate(plan.columns):
        cell, told = _cell(plan, column, line, serial)
        cells.append(cell)
        for entry, facts in told:
            said[id(entry)].update(facts)
            letters[id(entry)][column.field.split("/")[0]] = letter(index)
    sheet.rows.append(("body", cells))
    for entry in line:
        facts = _with_scope(plan, book, entry, said[id(entry)])
        first = _record_column(plan, entry, line)
        sheet.records.append(DrawnRecord(entry, len(sheet.rows), first, facts, letters[id(entry)]))
    _ditto(sheet, plan)


def _cell(plan: SheetPlan, column: Column, line: Line, serial: int) -> tuple[Cell, list[tuple[Entry, Facts]]]:
    """What stands in the cell, and of which records it says what."""
    if not column.field:
        return (serial if column is plan.columns[0] else _padding(column, serial)), []
    entries = _entries_of(column, line)
    if not entries:
        return None, []
    written = [write(plan.form, column, entry, plan.hand) for entry in entries]
    told = list(zip(entries, written, strict=True))
    cell = written[0][0] if len(written) == 1 else "/".join(str(part) for part, _ in written)
    if len(written) > 1:
        return cell, [(entry, {**facts, **column.fixed, **_order_in_cell(entry)}) for entry, (_, facts) in told]
    if column.fixed or any(other.block for other in plan.columns):
        return cell, [(entry, {**facts, **column.fixed}) for entry, (_, facts) in told]
    return cell, [(entry, written[0][1]) for entry in line]


def _order_in_cell(entry: Entry) -> Facts:
    """Of two readings in a cell the first is the morning's."""
    return {"slot": entry.facts["slot"]}


def _padding(column: Column, serial: int) -> Cell:
    if column.heading == "民族":
        return "汉" if serial % 41 else "回"
    return "是" if serial % 7 == 0 else None


def _entries_of(column: Column, line: Line) -> list[Entry]:
    """The records of the line that this column writes: those that have the facts which the heading states."""
    if column.fixed:
        return [entry for entry in line if column.fixed.items() <= entry.facts.items()]
    return line[column.block : column.block + 1]


def _record_column(plan: SheetPlan, entry: Entry, line: Line) -> str:
    """The first column that belongs to this record alone, else the table's first."""
    for index, column in enumerate(plan.columns):
        if (column.fixed or column.block) and entry in _entries_of(column, line):
            return letter(index)
    return "A"


def _with_scope(plan: SheetPlan, book: Book, entry: Entry, said: Facts) -> Facts:
    """What the row says, completed by title, sheet name, file name and folder."""
    texts = [*plan.titles, plan.name if not plan.hand.is_text else "", book.stem, *book.path.split("/")[:-1]]
    facts = {field: said.get(field, "") for field in FORMS[plan.form].fields}
    for field in SCOPED:
        true = entry.facts.get(field, "")
        if field in facts and field not in said and true and any(_names(text, field, true) for text in texts):
            facts[field] = true
    if "date" in facts and "date" not in said and plan.fill_date:
        facts["date"] = plan.fill_date.isoformat()
    return facts


def _names(text: str, field: str, true: str) -> bool:
    if field == "grid":
        return re.search(rf"(?<!\d)0?{true}网格", text) is not None
    if field == "building":
        return text in (f"{true}号楼", f"{true}座")
    return true in text


def _ditto(sheet: DrawnSheet, plan: SheetPlan) -> None:
    """The flat of the household above is not written twice."""
    if plan.form != "households" or plan.hand.downwards != "ditto" or len(sheet.records) < EMPTY_SPAN:
        return
    before, here = sheet.records[-2].entry, sheet.records[-1].entry
    if _household(before) is None or _household(before) != _household(here) or "address" in here.written:
        return
    cells = sheet.rows[-1][1]
    for index, column in enumerate(plan.columns):
        if column.field in ("address", "household_number"):
            cells[index] = "同上"


def _household(entry: Entry) -> tuple[str, ...] | None:
    if entry.mistakes or not entry.facts.get("building"):
        return None
    return tuple(entry.facts[field] for field in ("compound", *PLACE))


def _merge_blocks(sheet: DrawnSheet, plan: SheetPlan, first: int) -> None:
    """One merged cell a household for its flat and number."""
    row = first
    for household, group in groupby(plan.lines, lambda line: _household(line[0])):
        height = len(list(group))
        if household is not None and height > 1:
            for index, column in enumerate(plan.columns):
                if column.field in BLOCK_FIELDS:
                    sheet.merges.append((row, index, row + height - 1, index))
                    _clear(sheet, row + 1, row + height, index)
        row += height


def _clear(sheet: DrawnSheet, first: int, end: int, index: int) -> None:
    for row in range(first, end):
        sheet.rows[row][1][index] = None


def _total(sheet: DrawnSheet, plan: SheetPlan, label: str, lines: Sequence[Line], wrong: int) -> None:
    cells: list[Cell] = [None] * len(plan.columns)
    cells[0] = label
    last = len(sheet.rows)
    for index, column in enumerate(plan.columns):
        if column.field in plan.totals:
            value = sum(_numbers(column, lines)) + wrong
            wrong = 0
            cells[index] = _summed(plan, index, last, value) if label == "合计" and not plan.wrong_total else value
    sheet.rows.append(("total", cells))
    sheet.total_rows.append(len(sheet.rows))


def _numbers(column: Column, lines: Sequence[Line]) -> Iterator[int]:
    for line in lines:
        for entry in _entries_of(column, line):
            if entry.facts.get(column.field):
                yield int(entry.facts[column.field])


def _summed(plan: SheetPlan, index: int, last: int, value: int) -> Cell:
    """A formula where the cells above are all numbers and nothing is summed twice."""
    simple = plan.hand.suffix == ".xlsx" and plan.hand.quantities == "number" and not plan.subtotal_by
    if not simple or plan.hand.repeat_heading:
        return value
    first = last - len(plan.lines) + 1
    return Formula(f"=SUM({letter(index)}{first}:{letter(index)}{last})", value)
