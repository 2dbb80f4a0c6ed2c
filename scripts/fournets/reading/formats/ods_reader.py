"""OpenDocument spreadsheets (.ods, flat .fods, old .sxc), with their merges and hidden parts.

Repeated rows are counted before they are laid out. Source: OpenDocument 1.3 part 3, 9 (tables) and 19.385
(office:value-type). Names are compared without their namespace, which older files spell otherwise.
"""

from __future__ import annotations

from fournets.model import Raw
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.formats.xml_events import listen
from fournets.reading.formats.xml_values import SheetBuilder, count, duration, moment, number
from fournets.reading.sheet import MAX_COLUMNS, Sheet

_NUMBERS = frozenset({"float", "currency", "percentage"})
_NOT_SHOWN = frozenset({"annotation", "ruby-text", "note", "frame", "shapes", "dde-links", "tracked-changes", "forms"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})


def read_open_document(data: bytes) -> list[Sheet]:
    """Every sheet of a content.xml or a flat document.

    Raises ReaderFailed, Unreadable: `absurd_counts`, `too_spread`, `doctype`.
    """
    document = _Document()
    listen(data, document)
    return [table.sheet() for table in document.tables]


class _Document:
    """What was met so far. Inside what is not shown, and in tables within cells, nothing counts."""

    def __init__(self) -> None:
        self.tables: list[SheetBuilder] = []
        self._undisplayed: set[str] = set()
        self._style = ""
        self._muted = 0
        self._table: SheetBuilder | None = None
        self._column = 0
        self._row: dict[str, str] = {}
        self._values: dict[int, Raw] = {}
        self._cell: dict[str, str] = {}
        self._words: list[str] | None = None
        self._listening = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._muted or name in _NOT_SHOWN or (name == "table" and self._table):
            self._muted += 1
        elif name in _CELLS:
            self._cell, self._words = attributes, None
        elif name == "p":
            self._words = [] if self._words is None else [*self._words, "\n"]
            self._listening = True
        elif name == "table-row":
            self._row, self._values, self._column = attributes, {}, 0
        elif name == "table-column" and self._table:
            times = count(attributes.get("number-columns-repeated"))
            if attributes.get("visibility") in _HIDDEN:
                self._table.hide_columns(self._column, times)
            self._column += times
        elif name == "table":
            self._table = SheetBuilder(
                attributes.get("name", ""), attributes.get("style-name", "") in self._undisplayed
            )
            self._column = 0
        elif name == "style":
            self._style = attributes.get("name", "")
        elif attributes.get("display") == "false":
            self._undisplayed.add(self._style)
        elif self._words is not None:
            self._words.append(_blank(name, attributes))

    def end(self, name: str) -> None:
        """An element ends."""
        if self._muted:
            self._muted -= 1
        elif name == "p":
            self._listening = False
        elif not self._table:
            return
        elif name in _CELLS:
            self._end_cell(self._table)
        elif name == "table-row":
            times = count(self._row.get("number-rows-repeated"))
            if self._row.get("visibility") in _HIDDEN:
                self._table.hide_rows(times)
            self._table.add(self._values, times)
        elif name == "table":
            self.tables.append(self._table)
            self._table = None

    def text(self, words: str) -> None:
        """A piece of text; only a paragraph's counts."""
        if self._words is not None and self._listening and not self._muted:
            self._words.append(words)

    def _end_cell(self, table: SheetBuilder) -> None:
        """A covered cell's content is kept: that a merged cell hides it is told of every kind of file alike."""
        facts = self._cell
        repeated = count(facts.get("number-columns-repeated"))
        value = _value(facts, "".join(self._words or ()))
        if value is not None:
            if self._column + repeated > MAX_COLUMNS:
                raise Unreadable("absurd_counts")
            self._values.update(dict.fromkeys(range(self._column, self._column + repeated), value))
        down, right = count(facts.get("number-rows-spanned")), count(facts.get("number-columns-spanned"))
        if down > 1 or right > 1:
            table.merges.append((table.row, self._column, table.row + down - 1, self._column + right - 1))
        self._column += repeated
        self._words = None


def _blank(name: str, attributes: dict[str, str]) -> str:
    """Blanks, tabs and line breaks within a paragraph are elements of their own."""
    if name == "s":
        return " " * min(count(attributes.get("c")), MAX_COLUMNS)
    return {"tab": "\t", "line-break": "\n"}.get(name, "")


def _value(facts: dict[str, str], words: str) -> Raw:
    kind = facts.get("value-type", "")
    if kind in _NUMBERS and "value" in facts:
        return number(facts["value"])
    if kind == "date" and "date-value" in facts:
        return moment(facts["date-value"])
    if kind == "time" and "time-value" in facts:
        return duration(facts["time-value"])
    if kind == "boolean" and "boolean-value" in facts:
        return facts["boolean-value"] == "true"
    return words or facts.get("string-value") or None
