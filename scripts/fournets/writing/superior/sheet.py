"""One sheet of a form that is filled in: what stands in its cells, how they look, and what is put into them.

Only contents change; formats, widths, merges and everything else stay as the sender made them. Rows and columns count
from 1. A text is always stored as text, so that no spreadsheet makes a number of an identity number, and none runs it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from fournets.writing.safe_cells import safe, storable
from fournets.writing.workbooks.cells import anchors_of, cell_at, cells_of, row_at, rows_of_sheet
from fournets.writing.workbooks.new_workbook import display_width
from fournets.writing.workbooks.package import CannotEdit, Element, WorkbookPackage, tag

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DAY_FORMATS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
"""Built-in formats of days (ECMA-376 part 1, 18.8.30), those of Chinese editions among them."""
_NO_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_TEXT_FORMAT = 49
LINE_HEIGHT = 14.25
"""A line of the usual letters, in points."""
_USUAL_WIDTH, _MARGIN = 8.43, 0.7
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass
class FormBook:
    """The workbook: its texts, which formats show days, which have borders."""

    package: WorkbookPackage
    texts: list[Element] = field(init=False)
    _formats: list[Element] = field(init=False)
    _day_formats: frozenset[int] = field(init=False)
    _bordered: frozenset[str] = field(init=False)
    _epoch: date = field(init=False)

    def __post_init__(self) -> None:
        """Read the parts that all sheets share; raises `CannotEdit`."""
        targets = {kind.rpartition("/")[2]: path for kind, path in self.package.relations(self.package.workbook_path)}
        shared = targets.get("sharedStrings", "")
        self.texts = list(self.package.tree(shared)) if shared in self.package.parts else []
        if targets.get("styles", "") not in self.package.parts:
            raise CannotEdit("no styles")
        styles = self.package.tree(targets["styles"])
        formats = styles.find(tag("cellXfs"))
        self._formats = list(formats) if formats is not None else []
        own = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in styles.iter(tag("numFmt"))}
        days = {number for number, code in own.items() if _shows_days(code)}
        self._day_formats = (_DAY_FORMATS - own.keys()) | days
        borders = styles.find(tag("borders"))
        lined = {
            str(number)
            for number, border in enumerate(borders if borders is not None else ())
            if any(side.get("style", "none") != "none" for side in border)
        }
        self._bordered = frozenset(
            str(number) for number, one in enumerate(self._formats) if one.get("borderId", "0") in lined
        )
        said = self.package.tree(self.package.workbook_path).find(tag("workbookPr"))
        later = said is not None and said.get("date1904") in ("1", "true")
        self._epoch = _EPOCH_1904 if later else _EPOCH

    def is_bordered(self, style: str) -> bool:
        """Whether a cell format draws lines."""
        return style in self._bordered

    def shows_days(self, style: str) -> bool:
        """Whether a cell format shows numbers as days."""
        return self._format_number(style) in self._day_formats

    def is_text(self, style: str) -> bool:
        """Whether a cell format is that of text: even numbers are stored as text there."""
        return self._format_number(style) == _TEXT_FORMAT

    def _format_number(self, style: str) -> int:
        known = style.isdecimal() and int(style) < len(self._formats)
        return int(self._formats[int(style)].get("numFmtId", "0")) if known else 0

    def wraps(self, style: str) -> bool:
        """Whether a long text goes on in the next line of its cell."""
        known = style.isdecimal() and int(style) < len(self._formats)
        alignment = self._formats[int(style)].find(tag("alignment")) if known else None
        return alignment is not None and alignment.get("wrapText") in ("1", "true")

    def serial(self, day: date) -> int:
        """The number that the workbook keeps for a day."""
        return (day - self._epoch).days


def has_cells(package: WorkbookPackage, path: str) -> bool:
    """Whether a sheet's part is one of cells; one of a chart alone is not."""
    return package.tree(path).find(tag("sheetData")) is not None


class FormSheet:
    """One sheet of the book that has cells."""

    def __init__(self, book: FormBook, name: str) -> None:
        """`name` is the sheet's."""
        self.book, self.name = book, name
        self.root = book.package.tree(book.package.sheets()[name])
        self._data = self.root.find(tag("sheetData"))
        self.look_again()

    def look_again(self) -> None:
        """After rows were inserted."""
        self.rows = rows_of_sheet(self._data)
        self.anchors = anchors_of(self.root)
        self._cells = {(number, column): cell for number, row in self.rows.items() for column, cell in cells_of(row)}

    def places(self) -> list[tuple[int, int]]:
        """Where there are cells, in the order of reading."""
        return sorted(self._cells)

    @property
    def last_row(self) -> int:
        """The last row that the sheet says anything of."""
        return max(self.rows, default=0)

    def text(self, row: int, column: int) -> str:
        """What a person reads in the cell itself; nothing for a formula, whose result is not ours."""
        cell = self._cells.get((row, column))
        if cell is None or self.has_formula(row, column):
            return ""
        item, value = cell.find(tag("is")), cell.findtext(tag("v"), "")
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(self.book.texts):
            item = self.book.texts[int(value)]
        return value if item is None else "".join(run.text or "" for run in _runs(item))

    def has_formula(self, row: int, column: int) -> bool:
        """Whether the sender's own formula stands in the cell."""
        cell = self._cells.get((row, column))
        return cell is not None and cell.find(tag("f")) is not None

    def formula(self, row: int, column: int) -> str:
        """The formula of a cell, without its `=`; nothing for one that is told elsewhere (shared, of an array)."""
        return str(self._cells[row, column].findtext(tag("f"), ""))

    def is_number(self, row: int, column: int) -> bool:
        """Whether the cell holds a number, and no text that looks like one."""
        cell = self._cells.get((row, column))
        return cell is not None and cell.get("t", "n") == "n" and bool(cell.findtext(tag("v")))

    def put_result(self, row: int, column: int, number: str) -> None:
        """What a formula comes to; nothing takes the stored result away."""
        cell = self._cells[row, column]
        cell.attrib.pop("t", None)
        for value in cell.findall(tag("v")):
            cell.remove(value)
        if number:
            etree.SubElement(cell, tag("v")).text = number

    def is_hidden(self, row: int) -> bool:
        """Whether nobody sees the row."""
        return row in self.rows and self.rows[row].get("hidden") in ("1", "true")

    def is_covered(self, row: int, column: int) -> bool:
        """Whether a merged cell that begins elsewhere hides this one."""
        return self.anchors.get((row, column), (row, column)) != (row, column)

    def style(self, row: int, column: int) -> str:
        """The cell's format: its own, else its row's, else its column's."""
        cell = self._cells.get((row, column))
        if cell is not None:
            return str(cell.get("s", "0"))
        if row in self.rows and self.rows[row].get("customFormat") in ("1", "true"):
            return str(self.rows[row].get("s", "0"))
        for columns in self.root.iter(tag("col")):
            if int(columns.get("min", "0")) <= column <= int(columns.get("max", "0")):
                return str(columns.get("style", "0"))
        return "0"

    def put_text(self, row: int, column: int, text: str) -> None:
        """A text, never run as a formula."""
        cell = self._emptied(row, column)
        cell.set("t", "inlineStr")
        words = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
        words.text = safe(text)
        words.set(_SPACE, "preserve")

    def put_number(self, row: int, column: int, number: str) -> None:
        """A number that a spreadsheet can add up; as text where the cell's format is that of text."""
        if self.book.is_text(self.style(row, column)):
            self.put_text(row, column, number)
        else:
            etree.SubElement(self._emptied(row, column), tag("v")).text = number

    def put_day(self, row: int, column: int, day: date) -> None:
        """A day as the number that the cell's format shows as one."""
        self.put_number(row, column, str(self.book.serial(day)))

    def replace_text(self, row: int, column: int, old: str, new: str) -> None:
        """Put our own words (a number, a day, the office's name) in place of a tag; the look of the letters stays."""
        cell = self._cells[row, column]
        item = self._own_text(cell)
        runs = _runs(item)
        for run in runs:
            if old in (run.text or ""):
                run.text = run.text.replace(old, storable(new))
                return
        if runs:
            runs[0].text = "".join(run.text or "" for run in runs).replace(old, storable(new))
            for run in runs[1:]:
                run.text = ""

    def _own_text(self, cell: Element) -> Element:
        """The cell's text as its own, no longer shared with others."""
        own = cell.find(tag("is"))
        if own is None:
            shared = self.book.texts[int(cell.findtext(tag("v")))]
            own = etree.Element(tag("is"))
            own.extend([_copied(part) for part in shared])
            for child in list(cell):
                cell.remove(child)
            cell.append(own)
            cell.set("t", "inlineStr")
        return own

    def make_room(self, row: int) -> None:
        """Let a row grow where a text that goes on in the next line would be cut off; it never gets lower."""
        cells = cells_of(self.rows[row]) if row in self.rows else ()
        lines = max((self._lines(row, column, cell) for column, cell in cells), default=1)
        default = self.root.find(tag("sheetFormatPr"))
        usual = float(default.get("defaultRowHeight", LINE_HEIGHT)) if default is not None else LINE_HEIGHT
        if lines > 1 and lines * LINE_HEIGHT > float(self.rows[row].get("ht", usual)):
            self.rows[row].set("ht", f"{lines * LINE_HEIGHT:g}")
            self.rows[row].set("customHeight", "1")

    def _lines(self, row: int, column: int, cell: Element) -> int:
        """How many lines a cell's text takes in its width, that of merged cells together."""
        text = self.text(row, column)
        if not text or not self.book.wraps(cell.get("s", "0")):
            return 1
        last = column
        while self.anchors.get((row, last + 1)) == (row, column):
            last += 1
        room = sum(map(self._width, range(column, last + 1))) - _MARGIN
        return sum(math.ceil(display_width(part) / max(room, 1)) for part in text.split("\n"))

    def _width(self, column: int) -> float:
        for columns in self.root.iter(tag("col")):
            if int(columns.get("min", "0")) <= column <= int(columns.get("max", "0")):
                return float(columns.get("width", _USUAL_WIDTH))
        return _USUAL_WIDTH

    def look_like(self, row: int, other: int) -> None:
        """Give a row's cells the formats of those of another row."""
        for column, cell in cells_of(self.rows[row]):
            cell.set("s", self.style(other, column))

    def clear(self, row: int, column: int) -> None:
        """Take the contents away; the look stays."""
        self._emptied(row, column)

    def _emptied(self, row: int, column: int) -> Element:
        style = self.style(row, column)
        cell = cell_at(row_at(self._data, self.rows, row), row, column)
        self._cells[row, column] = cell
        if style != "0":
            cell.set("s", style)
        cell.attrib.pop("t", None)
        for child in list(cell):
            cell.remove(child)
        return cell


def _runs(item: Element) -> list[Element]:
    """The pieces of a text; not what says how it is pronounced."""
    return [run for run in item.iter(tag("t")) if run.getparent().tag != tag("rPh")]


def _copied(part: Element) -> Element:
    return etree.fromstring(etree.tostring(part))


def _shows_days(code: str) -> bool:
    bare = _NO_CODE.sub("", code).lower()
    return "y" in bare or "d" in bare or ("m" in bare and "年" in code) or ("m" in bare and "月" in code)
