"""Workbooks for the grid workers: one blank for every form, and filled in beforehand with what the desk knows.

Headings are the first spelling of each column, lists offer only words that the reader knows, identity numbers and
phones are text. What comes back is read like any other sheet; its example row and instructions are no records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.model import Address, Results
from fournets.writing.lookups import UNKNOWN, Lookups, Row, Worker, address_in, walk_key
from fournets.writing.papers.printing import grid_title
from fournets.writing.safe_cells import safe, storable
from fournets.writing.wording import chinese_day, grid_name, phones_shown
from fournets.writing.workbooks.new_workbook import BAND, FAINT, HEAD, LINE, NewWorkbook, display_width, serial

BLANK, FILLED = "空白表", "预填表"
FILLED_ELSEWHERE = ("dispatch", "receipts", "review")
ROWS = 40
SHOWN_DAYS = 7
SERIAL = "序号"
TOP = 3
"""The heading's row, counted from 0: above it stand the title, who fills it in, and how."""

CHOICES: Mapping[Kind, tuple[str, ...]] = {
    Kind.YES_NO: ("是", "否"),
    Kind.GENDER: ("男", "女"),
    Kind.METHOD: ("入户", "电话"),
    Kind.VISIT_STATUS: ("已入户", "空户", "无人应答", "拒访"),
    Kind.SERVICE: ("代购", "垃圾清运", "心理疏导", "其他"),
    Kind.VOLUNTEER_KIND: ("党员", "群众", "心理", "其他"),
    Kind.MATERIAL: ("公告", "宣传知识", "微信倡议书", "标语横幅"),
    Kind.GATE_RESULT: ("放行", "劝返"),
    Kind.ANSWER: ("无", "有"),
}
EXAMPLES: Mapping[Kind, str] = {
    Kind.NAME: "张三",
    Kind.PERSON: "李四",
    Kind.ID_NUMBER: "370599199001010010",
    Kind.PHONE: "13800000000",
    Kind.COMPOUND: "惠泽小区",
    Kind.BUILDING: "3",
    Kind.ENTRANCE: "2",
    Kind.FLAT: "501",
    Kind.GRID: "12",
    Kind.DATE: "2020-02-08",
    Kind.TIME: "08:30",
    Kind.TEMPERATURE: "36.5",
    Kind.PLATE: "鲁EA12B3",
    Kind.COUNT: "2",
    Kind.AREA: "5000",
    Kind.BIRTH_YEAR: "1990",
}
LEADING = ("name", "phone", "compound", "building", "entrance", "flat")
TEXTS = (Kind.ID_NUMBER, Kind.PHONE, Kind.PLATE, Kind.BUILDING, Kind.ENTRANCE, Kind.FLAT, Kind.GRID)
HOW_TO = "怎么填：一人（户）一行；有下拉的请选；日期写成 2020-02-08；身份证号、电话写全；没有的空着，不要写“无”。"
_OTHER_WAYS = (Kind.ADDRESS, Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.AGE, Kind.SLOT)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]')


def blank_forms(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """One blank workbook a form as (path, bytes)."""
    for form in FORMS.values():
        if form.name not in FILLED_ELSEWHERE:
            book = NewWorkbook()
            title = f"{settings.office.community}{form.title}"
            _draw(book, form, title, "网格：　　　　填表人：　　　　填表日期：", [])
            yield f"{BLANK}/{form.title}.xlsx", book.finished()


def filled_forms(results: Results, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """By grid: its households for the screening, its people in quarantine for the temperatures, as (path, bytes)."""
    lookups = Lookups(results)
    homes = _homes(lookups)
    for grid, worker in lookups.workers.items():
        name = _NOT_IN_NAMES.sub("", storable(worker.name))[:20]
        folder = f"{FILLED}/{grid_title(grid)}{f'_{name}' if name else ''}"
        if homes.get(grid):
            yield f"{folder}/{FORMS['screening'].title}.xlsx", _screening(grid, worker, homes[grid], results, settings)
        isolated = [case for case in lookups.cases if case["grid"] == grid and _is_measured(case)]
        if isolated:
            data = _temperatures(grid, worker, isolated, results, settings)
            yield f"{folder}/{FORMS['temperatures'].title}.xlsx", data


def columns_of(form: Form) -> list[Column]:
    """The columns that a blank sheet of the form has: one for each field, the plainest way to fill it."""
    if form.name == "temperatures":
        slots = ("morning", "evening")
        return [
            column
            for column in form.columns
            if (column.fixed.get("slot") in slots or not column.fixed)
            and column.kind not in _OTHER_WAYS
            and (column.kind is not Kind.TEMPERATURE or column.fixed)
        ]
    plain: dict[str, Column] = {}
    for column in form.columns:
        if not column.fixed and column.kind not in _OTHER_WAYS:
            plain.setdefault(column.field, column)
    return list(plain.values())


def _draw(book: NewWorkbook, form: Form, title: str, who: str, rows: Sequence[Row]) -> Worksheet:
    """Title, instructions, heading, an example, the rows that are known, and room for more."""
    columns = columns_of(form)
    sheet = _begin(book, form.title[:31], title, who)
    head = _head(book)
    sheet.set_row(TOP, 32)
    sheet.write_string(TOP, 0, SERIAL, head)
    sheet.set_column(0, 0, 6)
    example = book.style(italic=True, font_color=FAINT, bg_color=BAND, border=1, border_color=LINE)
    sheet.write_string(TOP + 1, 0, "示例", example)
    last = TOP + 1 + max(ROWS, len(rows) + 10)
    for index, column in enumerate(columns, 1):
        sheet.write_string(TOP, index, column.title, head)
        sheet.write_string(TOP + 1, index, _example(column), example)
        cells = [row.get(column.field, "") for row in rows]
        _fill(book, sheet, index, column, cells, last)
        wide = max([display_width(column.title) + 2, display_width(_example(column)) + 2, *map(display_width, cells)])
        sheet.set_column(index, index, min(wide + 1, 24))
        _offer(sheet, index, column, last)
    plain = book.style(border=1, border_color=LINE)
    for row in range(TOP + 2, last + 1):
        sheet.set_row(row, 20)
        known = row - TOP - 1
        if known <= len(rows):
            sheet.write_number(row, 0, known, plain)
        else:
            sheet.write_blank(row, 0, None, plain)
    sheet.freeze_panes(TOP + 1, 2)
    sheet.repeat_rows(TOP)
    return sheet


def _begin(book: NewWorkbook, name: str, title: str, who: str) -> Worksheet:
    sheet = book.sheet(name, title, who)
    sheet.write_string(2, 0, HOW_TO, book.style(font_size=9, font_color=HEAD))
    return sheet


def _head(book: NewWorkbook) -> Format:
    return book.style(
        bold=True, bg_color="#DCE6F1", font_color=HEAD, border=1, border_color=LINE, text_wrap=True, align="center"
    )


def _fill(book: NewWorkbook, sheet: Worksheet, index: int, column: Column, cells: Sequence[str], last: int) -> None:
    style = _style(book, column)
    for row in range(TOP + 2, last + 1):
        known = cells[row - TOP - 2] if row - TOP - 2 < len(cells) else ""
        day = serial(known) if column.kind is Kind.DATE and known else None
        if day is not None:
            sheet.write_number(row, index, day, style)
        elif known:
            sheet.write_string(row, index, safe(known), style)
        else:
            sheet.write_blank(row, index, None, style)


def _style(book: NewWorkbook, column: Column) -> Format:
    form = "@" if column.kind in TEXTS else "yyyy-mm-dd" if column.kind is Kind.DATE else "General"
    return book.style(border=1, border_color=LINE, num_format=form)


def _offer(sheet: Worksheet, index: int, column: Column, last: int) -> None:
    """Lists to choose from, and a word where a value looks wrong; nothing is refused that may be true."""
    place = (TOP + 2, index, last, index)
    warned = {"error_type": "warning", "ignore_blank": True, "error_title": "请核对"}
    if column.kind in CHOICES:
        free = {"show_error": False} if column.kind is Kind.ANSWER else {"error_message": "请选下拉里的一项"}
        sheet.data_validation(*place, {"validate": "list", "source": list(CHOICES[column.kind]), **warned, **free})
    elif column.kind is Kind.TEMPERATURE:
        limits = {"criteria": "between", "minimum": 34, "maximum": 42}
        words = {"error_message": "体温一般在 34 到 42 之间，请核对"}
        sheet.data_validation(*place, {"validate": "decimal", **limits, **warned, **words})
    elif column.kind is Kind.ID_NUMBER:
        words = {"error_message": "身份证号是 18 位，请核对；护照等请注明"}
        sheet.data_validation(*place, {"validate": "length", "criteria": "==", "value": 18, **warned, **words})


def _example(column: Column) -> str:
    if column.kind in CHOICES:
        return CHOICES[column.kind][0]
    return EXAMPLES.get(column.kind, "")


def _homes(lookups: Lookups) -> Mapping[str, list[Row]]:
    """By grid, in walking order: every address of the register, with one person to ask for."""
    heads: dict[Address, Row] = {}
    for record in lookups.records("households"):
        if address_in(record) not in heads or record["relation"] in ("户主", "本人"):
            heads[address_in(record)] = record
    homes: dict[str, list[Row]] = {}
    for door in lookups.coverage:
        head = heads.get(address_in(door), UNKNOWN)
        told = {"name": head.get("name", ""), "phone": phones_shown(head.get("phone", "")), "grid": door["grid"]}
        homes.setdefault(door["grid"], []).append({**address_in(door)._asdict(), **told})
    return homes


def _screening(grid: str, worker: Worker, homes: Sequence[Row], results: Results, settings: Settings) -> bytes:
    book = NewWorkbook()
    title = f"{settings.office.community}{grid_name(grid)}{FORMS['screening'].title}"
    rows = [{**home, "worker": worker.name} for home in homes]
    _draw(book, FORMS["screening"], title, f"填表人：{worker.name}　{worker.phone}　{chinese_day(results.day)}印", rows)
    return book.finished()


def _is_measured(case: Row) -> bool:
    return case["status"] in ("to_notify", "in_quarantine", "to_release")


def _temperatures(grid: str, worker: Worker, cases: Sequence[Row], results: Results, settings: Settings) -> bytes:
    """A line a person, two cells a day: from today to the last day of anybody's period, at most a week."""
    book = NewWorkbook()
    title = f"{settings.office.community}{grid_name(grid)}{FORMS['temperatures'].title}"
    last_due = max((case["due_date"] for case in cases), default="")
    days = [results.day + timedelta(days=ahead) for ahead in range(SHOWN_DAYS)]
    days = [day for day in days if day.isoformat() <= last_due] or days[:1]
    who = f"填表人：{worker.name}　{worker.phone}"
    sheet = _begin(book, FORMS["temperatures"].title, title, who)
    leading = [column for column in columns_of(FORMS["temperatures"]) if column.field in LEADING]
    head = _head(book)
    for index, words in enumerate((SERIAL, *(column.title for column in leading))):
        sheet.merge_range(TOP, index, TOP + 1, index, words, head)
    start = 1 + len(leading)
    for index, day in enumerate(days):
        left = start + 2 * index
        sheet.merge_range(TOP, left, TOP, left + 1, f"{day.month}月{day.day}日", head)
        sheet.write_string(TOP + 1, left, "上午", head)
        sheet.write_string(TOP + 1, left + 1, "下午", head)
    for row, case in enumerate(sorted(cases, key=walk_key), TOP + 2):
        sheet.set_row(row, 22)
        known = {**case, "phone": phones_shown(case.get("phones", ""))}
        sheet.write_number(row, 0, row - TOP - 1, book.style(border=1, border_color=LINE))
        for index, column in enumerate(leading, 1):
            sheet.write_string(row, index, safe(known.get(column.field, "")), _style(book, column))
        for column_index in range(start, start + 2 * len(days)):
            sheet.write_blank(row, column_index, None, book.style(border=1, border_color=LINE, num_format="0.0"))
    _sizes(sheet, leading, cases, start, len(days))
    return book.finished()


def _sizes(sheet: Worksheet, leading: Sequence[Column], cases: Sequence[Row], start: int, days: int) -> None:
    sheet.set_column(0, 0, 6)
    for index, column in enumerate(leading, 1):
        widest = max((display_width(case.get(column.field, "")) for case in cases), default=0)
        wide = 14 if column.field == "phone" else max(widest + 2, display_width(column.title) + 2)
        sheet.set_column(index, index, min(wide, 22))
    sheet.set_column(start, start + 2 * days - 1, 7)
    limits = {"validate": "decimal", "criteria": "between", "minimum": 34, "maximum": 42, "ignore_blank": True}
    words = {"error_type": "warning", "error_title": "请核对", "error_message": "体温一般在 34 到 42 之间，请核对"}
    sheet.data_validation(TOP + 2, start, TOP + 1 + len(cases), start + 2 * days - 1, {**limits, **words})
    sheet.freeze_panes(TOP + 2, 2)
    sheet.repeat_rows(TOP, TOP + 1)
