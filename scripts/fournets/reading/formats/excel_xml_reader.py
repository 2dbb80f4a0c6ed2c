"""XML spreadsheets of Excel 2003 (SpreadsheetML), which many systems export under the name .xls."""

from __future__ import annotations

from fournets.model import Raw
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.formats.xml_events import listen
from fournets.reading.formats.xml_values import SheetBuilder, count, number, time_of_day
from fournets.reading.sheet import MAX_COLUMNS, Sheet

NAMESPACE = b"urn:schemas-microsoft-com:office:spreadsheet"
_NOT_SHOWN = frozenset({"Comment", "PivotTable", "PivotCache", "Styles", "Names", "PhoneticText"})


def read_excel_xml(data: bytes) -> list[Sheet]:
    """Every sheet. Raises ReaderFailed, Unreadable: `absurd_counts`, `too_spread`, `doctype`."""
    workbook = _Workbook()
    listen(data, workbook)
    return [table.sheet() for table in workbook.tables]


class _Workbook:
    """What was met so far."""

    def __init__(self) -> None:
        self.tables: list[SheetBuilder] = []
        self._muted = 0
        self._column = 0
        self._row: dict[str, str] = {}
        self._values: dict[int, Raw] = {}
        self._cell: dict[str, str] = {}
        self._kind = ""
        self._words: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._muted or name in _NOT_SHOWN:
            self._muted += 1
        elif name == "Worksheet":
            self.tables.append(SheetBuilder(attributes.get("Name", "")))
            self._column = 0
        elif name == "Column" and self.tables:
            self._start_column(self.tables[-1], attributes)
        elif name == "Row" and self.tables:
            self._start_row(self.tables[-1], attributes)
        elif name == "Cell":
            self._start_cell(attributes)
        elif name in ("Data", "Visible"):
            self._kind = attributes.get("Type", "")
            self._words = []

    def end(self, name: str) -> None:
        """An element ends."""
        if self._muted:
            self._muted -= 1
        elif name == "Data" and self._words is not None:
            value = _value(self._kind, "".join(self._words))
            if value is not None:
                self._values[self._column] = value
            self._words = None
        elif name == "Cell":
            self._end_cell()
        elif name == "Row" and self.tables:
            self.tables[-1].add(self._values, count(self._row.get("Span"), 0) + 1)
        elif name == "Visible" and self._words is not None and self.tables:
            self.tables[-1].hidden = "".join(self._words).strip() != "SheetVisible"
            self._words = None

    def text(self, words: str) -> None:
        """A piece of text; only a value's counts."""
        if self._words is not None and not self._muted:
            self._words.append(words)

    def _start_column(self, table: SheetBuilder, attributes: dict[str, str]) -> None:
        self._column = count(attributes.get("Index"), self._column + 1) - 1
        times = count(attributes.get("Span"), 0) + 1
        if attributes.get("Hidden") == "1":
            table.hide_columns(self._column, times)
        self._column += times

    def _start_row(self, table: SheetBuilder, attributes: dict[str, str]) -> None:
        first = count(attributes.get("Index"), table.row + 1) - 1
        if first > table.row:
            table.add({}, first - table.row)
        if attributes.get("Hidden") == "1":
            table.hide_rows(count(attributes.get("Span"), 0) + 1)
        self._row, self._values, self._column = attributes, {}, 0

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        self._column = count(attributes.get("Index"), self._column + 1) - 1
        if self._column >= MAX_COLUMNS:
            raise Unreadable("absurd_counts")

    def _end_cell(self) -> None:
        right, down = count(self._cell.get("MergeAcross"), 0), count(self._cell.get("MergeDown"), 0)
        if self.tables and (right or down):
            table = self.tables[-1]
            table.merges.append((table.row, self._column, table.row + down, self._column + right))
        self._column += right + 1


def _value(kind: str, words: str) -> Raw:
    if kind == "Number":
        return number(words.strip())
    if kind == "DateTime":
        return time_of_day(words)
    if kind == "Boolean":
        return words.strip() in ("1", "true")
    return words or None
