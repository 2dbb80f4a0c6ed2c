"""New workbooks in one look: titled tables that filter, freeze and print, with dates as dates and numbers as numbers.

The same content gives the same bytes. Texts are made safe (`safe_cells`); a number nobody reported reads 未报.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from fournets.writing.safe_cells import safe
from fournets.writing.wording import NOT_REPORTED

CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 a fixed mark, so that equal content is equal bytes
FONT = "微软雅黑"
INK, FAINT, LINE, HEAD, BAND = "#1F2D3D", "#7F8C9A", "#C9D3DE", "#1F4E79", "#EAF1F8"
RED, AMBER, GREEN, GREY = "#F8D7DA", "#FFF0CC", "#DDF2E3", "#ECEFF2"
MOST_CHARACTERS = 32000
LINE_HEIGHT, TALLEST = 14.5, 400
_DEFAULT_WIDTH = 8.43
_EPOCH = date(1899, 12, 30)
_A4 = 9


class Shown(StrEnum):
    """How a column's cells are written."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, kind, width (least and widest, in half Chinese characters), colours by value."""

    title: str
    shown: Shown = Shown.TEXT
    widest: int = 24
    colours: Mapping[str, str] = dataclasses.field(default_factory=dict)
    centred: bool = False
    missing: str = ""
    least: int = 5


def number(title: str, missing: str = NOT_REPORTED) -> Column:
    """A column of numbers; what nobody reported reads 未报."""
    return Column(title, Shown.NUMBER, 12, missing=missing)


def day(title: str) -> Column:
    """A column of dates."""
    return Column(title, Shown.DATE, 12, centred=True)


class NewWorkbook:
    """A workbook being written. Formats are made once each."""

    def __init__(self) -> None:
        """Nothing in it yet."""
        self._stream = BytesIO()
        options = {"in_memory": True, "strings_to_numbers": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self._stream, options)
        self.book.set_properties({"created": CREATED})
        self.book.set_size(2400, 1600)
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._subtitles: dict[Worksheet, str] = {}

    def style(self, **properties: object) -> Format:
        """The cell format with these properties, on top of the house's font."""
        asked = tuple(properties.items())
        if asked not in self._formats:
            base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            key = tuple(sorted({**base, **properties}.items()))
            if key not in self._formats:
                self._formats[key] = self.book.add_format(dict(key))
            self._formats[asked] = self._formats[key]
        return self._formats[asked]

    def sheet(self, name: str, title: str, subtitle: str, *, colour: str = HEAD, portrait: bool = False) -> Worksheet:
        """A new sheet with its title and the sentence below it, ready to be printed on A4."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(colour)
        sheet.set_paper(_A4)
        if not portrait:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&9{name.replace('&', '&&')}&C&9第 &P 页，共 &N 页&R&9{title[:80].replace('&', '&&')}")
        sheet.set_row(0, 30)
        sheet.write_string(0, 0, safe(title), self.style(bold=True, font_size=16, font_color=HEAD))
        sheet.set_row(1, 18)
        sheet.write_string(1, 0, safe(subtitle), self.style(font_color=FAINT, font_size=9))
        self._subtitles[sheet] = subtitle
        return sheet

    def columns_under_subtitle(self, sheet: Worksheet, widths: Sequence[float]) -> int:
        """How many columns the sentence below the title runs over; paper shows nothing beyond its print area."""
        left = display_width(self._subtitles[sheet]) - sum(widths)
        return len(widths) + max(0, math.ceil(left / _DEFAULT_WIDTH))

    def finished(self) -> bytes:
        """The file."""
        self.book.close()
        return self._stream.getvalue()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies on its sheet: heading at row `top` (from 0), first columns `frozen`, columns `printed` on paper,
    rows `height` points high at least.

    `widths` are given where two tables stand below each other, else columns are as wide as what is in them; `alone`
    false is the second of two, without filter and frozen rows.
    """

    top: int = 2
    frozen: int = 2
    printed: int = 0
    height: float = 15
    alone: bool = True
    widths: Sequence[float] = ()


PLAIN = Layout()


def write_table(
    book: NewWorkbook,
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    layout: Layout = PLAIN,
    nothing: str = "没有。",
) -> int:
    """Write a table; returns the row below it. `nothing` is said when it is empty."""
    head = book.style(
        bold=True, font_color="#FFFFFF", bg_color=HEAD, border=1, border_color=LINE, text_wrap=True, align="center"
    )
    top, below = layout.top, layout.top + 1 + max(len(rows), 1)
    sheet.set_row(top, 32)
    for index, column in enumerate(columns):
        sheet.write_string(top, index, safe(column.title), head)
    for index, cells in enumerate(zip(*rows, strict=True)):
        _write_column(book, sheet, columns[index], index, top + 1, cells)
    widths = _set_sizes(sheet, columns, rows, layout)
    if not rows:
        sheet.write_string(top + 1, 0, nothing, book.style(font_color=FAINT))
    if layout.alone:
        sheet.autofilter(top, 0, below - 1, len(columns) - 1)
        sheet.freeze_panes(top + 1, layout.frozen)
        sheet.repeat_rows(0, top)
        printed = layout.printed or len(columns)
        sheet.print_area(0, 0, below, max(printed, book.columns_under_subtitle(sheet, widths[:printed])) - 1)
    return below


def _write_column(
    book: NewWorkbook, sheet: Worksheet, column: Column, index: int, first: int, cells: Sequence[str]
) -> None:
    plain = _format(book, column, "")
    formats = {value: _format(book, column, colour) for value, colour in column.colours.items()}
    for row, value in enumerate(cells, first):
        write_cell(book, sheet, row, index, value, column, formats.get(value, plain))


def write_cell(
    book: NewWorkbook, sheet: Worksheet, row: int, index: int, value: str, column: Column, style: Format
) -> None:
    """One cell: a real number or date where the column asks for it and the text is one, else text."""
    if not value:
        if column.missing:
            sheet.write_string(row, index, column.missing, book.style(**_BORDER, font_color=FAINT, align="right"))
        else:
            sheet.write_blank(row, index, None, style)
        return
    figure = _figure(column.shown, value)
    if figure is None:
        sheet.write_string(row, index, safe(value)[:MOST_CHARACTERS], style)
    else:
        sheet.write_number(row, index, figure, style)


_BORDER: Mapping[str, object] = {"border": 1, "border_color": LINE}


def _format(book: NewWorkbook, column: Column, colour: str) -> Format:
    properties = dict(_BORDER)
    if colour:
        properties["bg_color"] = colour
    if column.shown is Shown.DATE:
        properties["num_format"] = "yyyy-mm-dd"
    elif column.shown is Shown.NUMBER:
        properties |= {"num_format": "#,##0", "align": "right"}
    else:
        properties |= {"text_wrap": True, "num_format": "@"}
    if column.centred:
        properties["align"] = "center"
    return book.style(**properties)


def _figure(shown: Shown, value: str) -> float | None:
    if shown is Shown.DATE:
        return serial(value)
    if shown is Shown.NUMBER:
        try:
            return float(value)
        except ValueError:
            return None
    return None


@cache
def serial(iso: str) -> int | None:
    """The spreadsheet's number of an ISO date; none for other texts and for days before March 1900."""
    try:
        found = (date.fromisoformat(iso) - _EPOCH).days
    except ValueError:
        return None
    return found if found > 60 else None


def _set_sizes(
    sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], layout: Layout
) -> list[float]:
    """Columns as wide as their content within reason, rows as high as what wraps in them; returns the widths."""
    lines, wides = [1] * len(rows), list[float]()
    for index, column in enumerate(columns):
        widths = [display_width(row[index]) for row in rows]
        heading = max(display_width(column.title) / 2 + 2, column.least)
        wide = max(min(max(widths, default=0) + 2, column.widest), heading)
        wide = layout.widths[index] if layout.widths else wide
        sheet.set_column(index, index, wide)
        wides.append(wide)
        if column.shown is Shown.TEXT and max(widths, default=0) > wide - 1:
            lines = [max(most, lines_of(row[index], wide - 1)) for most, row in zip(lines, rows, strict=True)]
    for row, most in enumerate(lines, layout.top + 1):
        if most > 1 or layout.height > PLAIN.height:
            sheet.set_row(row, min(max(LINE_HEIGHT * most + 3, layout.height), TALLEST))
    return wides


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column this wide."""
    return sum(max(1, math.ceil(display_width(line) / width)) for line in text.split("\n"))


@cache
def display_width(text: str) -> int:
    """Columns of half a Chinese character that the longest line of a text takes."""
    return max(
        (sum(2 if east_asian_width(mark) in "WFA" else 1 for mark in line) for line in text.split("\n")), default=0
    )
