"""A list of a superior's form, filled below its heading: one row each, more rows where the blank has too few."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fournets.catalogue.fields import Kind
from fournets.catalogue.superior import ABOVE, Announced, HeadedTable, ListAsked
from fournets.catalogue.tallies import TALLIES
from fournets.writing.superior.body import OFFICE_FIELDS, Body, Filled, body_of, is_serial
from fournets.writing.superior.facts import PERSONS_FORMS, Above, Line
from fournets.writing.superior.row_insertion import insert_rows
from fournets.writing.superior.sheet import FormSheet
from fournets.writing.superior.values import put_value

NOBODY = "nobody"
"""A field that is nobody's: the column is understood, and is not ours to fill in."""
_RELEASE, _DUE = (ABOVE.name, "release"), ("quarantine", "due_date")
_BY_HAND = re.compile(r"备注|说明|签[字名]|盖章|^（")
"""Columns that nobody misses when they stay empty: remarks, signatures, those without a heading."""
_OWN_PHONE = re.compile(r"本人|住户|居民|返[乡回东]|隔离")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a column asks for: a field of a form, or a heading that only the `extra` of our records has."""

    column: int
    heading: str
    form: str = ""
    field: str = ""
    stated: Mapping[str, str] = dataclasses.field(default_factory=dict)
    kind: Kind = Kind.TEXT

    def value(self, line: Line) -> str:
        """What the line says; empty for unknown."""
        if not self.form:
            return line.extra(self.heading)
        return line.says(self.form, self.field, self.stated) or ""


def fill_list(sheet: FormSheet, table: HeadedTable, asked: ListAsked, above: Above) -> Filled:
    """Fill the list, one row a line."""
    lines = above.lines(asked)
    serial = _serial_of(table)
    columns = asked_columns(table, asked.numbers[0].tally, lines, serial)
    body = body_of(sheet, table)
    if body.filled_at:
        problem = f"第{body.filled_at}行已经填了内容，程序没有动这张表，请换成没有填过的空白表"
        return Filled(faults=(problem,))
    rows = _rows_for(sheet, body, len(lines))
    for number, (row, line) in enumerate(zip(rows, lines, strict=False), 1):
        if serial and _is_free(sheet, row, serial):
            sheet.put_number(row, serial, str(number))
        for column in columns:
            value = column.value(line)
            if value and _is_free(sheet, row, column.column) and not _says_it_already(sheet, row, column):
                put_value(sheet, row, column.column, column.kind, value, column.heading)
        sheet.make_room(row)
    return Filled(f"{asked.title} {len(lines)} 行", _told(table, columns, serial, lines))


def _serial_of(table: HeadedTable) -> int:
    """The column of the lines' numbers, 序号 before 编号; 0 where there is none."""
    found = [one for one in table.columns if is_serial(one)]
    return min(found, key=lambda one: not one.leaf.startswith("序")).column if found else 0


def _is_free(sheet: FormSheet, row: int, column: int) -> bool:
    return not sheet.has_formula(row, column) and not sheet.is_covered(row, column)


def _says_it_already(sheet: FormSheet, row: int, column: Asked) -> bool:
    """The sender put the street's or the community's name into every row himself."""
    return (column.form, column.field) in OFFICE_FIELDS and bool(sheet.text(row, column.column))


def _rows_for(sheet: FormSheet, body: Body, count: int) -> Sequence[int]:
    """The rows for so many lines; where the blank has too few, more like them are inserted below the last one."""
    missing = count - len(body.rows)
    if missing <= 0:
        return body.rows
    if body.open and not body.model:
        return range(body.last + 1, body.last + 1 + count)
    likes = [body.model] * (missing - 1) + [body.last if body.model else 0]
    insert_rows(sheet.book.package, sheet.name, body.last, missing, likes)
    sheet.look_again()
    if body.model and body.model != body.last:
        sheet.look_like(body.last, body.model)
    return (*body.rows, *range(body.last + 1, body.last + 1 + missing))


def asked_columns(table: HeadedTable, tally: str, lines: Sequence[Line], serial: int) -> list[Asked]:
    """What each column but `serial` asks for, as far as the lines can say it; one field is asked for once."""
    forms = tuple(dict.fromkeys((ABOVE.name, *TALLIES[tally].reported_by, *PERSONS_FORMS)))
    found: list[Asked] = []
    taken: set[tuple[object, ...]] = set()
    before: Announced | None = None
    for one in (one for one in table.columns if one.column != serial):
        asked = _phone_of_another(one, before) or _of_fields(one, forms, taken, lines)
        if asked is None and any(line.extra(one.leaf) for line in lines):
            asked = Asked(one.column, one.leaf)
        if asked is not None and asked.field != NOBODY:
            found.append(asked)
            taken.add(_said(asked.form, asked.field, asked.stated))
        before = one
    if any((asked.form, asked.field) == _DUE for asked in found):
        return [_only_released(asked) for asked in found]
    return found


def _said(form: str, name: str, stated: Mapping[str, str]) -> tuple[object, ...]:
    return (form, name, *sorted(stated.items()))


def _phone_of_another(one: Announced, before: Announced | None) -> Asked | None:
    """A telephone right of somebody else's name is his, unless its own heading says whose it is."""
    if before is None or not before.of_another or before.column != one.column - 1 or not one.wanted:
        return None
    if one.wanted[0].kind is not Kind.PHONE or one.wanted[0].form == ABOVE.name or _OWN_PHONE.search(one.leaf):
        return None
    of_worker = any(wanted[:2] == (ABOVE.name, "grid_worker") for wanted in before.wanted)
    return Asked(one.column, one.leaf, ABOVE.name, "grid_phone" if of_worker else NOBODY, {}, Kind.PHONE)


def _of_fields(
    one: Announced, forms: Sequence[str], taken: set[tuple[object, ...]], lines: Sequence[Line]
) -> Asked | None:
    """The first field that the heading announces, of the nearest of the line's forms."""
    sure = [wanted for wanted in one.wanted if wanted.form in forms]
    for wanted in sorted(sure, key=lambda wanted: (not wanted.listed, forms.index(wanted.form))):
        form, name, stated, kind, _ = wanted
        if _said(form, name, stated) in taken:
            continue
        if not lines or lines[0].says(form, name, stated) is not None:
            return Asked(one.column, one.leaf, form, name, stated, kind)
    return None


def _only_released(asked: Asked) -> Asked:
    """Beside 应解除日期 the column 解除日期 is the day of the release itself."""
    if (asked.form, asked.field) != _RELEASE:
        return asked
    return dataclasses.replace(asked, form="quarantine", field="released_date")


def _told(table: HeadedTable, columns: Sequence[Asked], serial: int, lines: Sequence[Line]) -> tuple[str, ...]:
    """What stays empty, and what was understood in a way that a person should know of."""
    understood = {asked.column for asked in columns}
    left = [one for one in table.columns if one.column not in {*understood, serial}]
    names = [one.text for one in left if not _BY_HAND.search(one.leaf)]
    told = [f"没有填的列：{'、'.join(names)}"] if names else []
    if any((asked.form, asked.field) == _RELEASE for asked in columns) and any(line.is_open for line in lines):
        told.append("“解除日期”一列，还没有解除的人填的是应解除的日期")
    said = [asked for asked in columns if lines and not _BY_HAND.search(asked.heading)]
    silent = [asked.heading for asked in said if not any(asked.value(line) for line in lines)]
    return (*told, *([f"空着的列（收到的表里没有人填过）：{'、'.join(silent)}"] if silent else []))
