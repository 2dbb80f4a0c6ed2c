"""OpenDocument spreadsheets (.ods, flat .fods, old .sxc), with their merges and hidden parts.

Repeated rows are counted before they are laid out. Source: OpenDocument 1.3 part 3, 9 (tables) and 19.385
(office:value-type). Names are compared without their namespace, which older files spell otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from lxml import etree

from fournets.model import Raw
from fournets.reading.package import local
from fournets.reading.sheet import MAX_COLUMNS, Sheet
from fournets.reading.unreadable import ReaderFailed, Unreadable
from fournets.reading.xml_values import SheetBuilder, count, duration, moment, number

_NUMBERS = frozenset({"float", "currency", "percentage"})
_NOT_SHOWN = frozenset({"annotation", "ruby-text", "note", "frame", "shapes", "table"})
_BODIES = frozenset({"spreadsheet", "body"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})


def read_open_document(content: IO[bytes]) -> list[Sheet]:
    """Every sheet of a content.xml or flat document; raises ReaderFailed, Unreadable: `absurd_counts`, `too_spread`."""
    try:
        return [builder.sheet() for builder in _tables(content)]
    except etree.XMLSyntaxError as broken:
        raise ReaderFailed("XMLSyntaxError") from broken


def _tables(content: IO[bytes]) -> Iterator[SheetBuilder]:
    undisplayed: set[str] = set()
    tables: list[SheetBuilder] = []
    column = 0
    depth = 0
    for event, element in etree.iterparse(
        content, ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    ):
        name = local(element)
        if name == "table" and (depth or local(element.getparent()) in _BODIES):
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                tables.append(
                    SheetBuilder(_attribute(element, "name"), _attribute(element, "style-name") in undisplayed)
                )
                column = 0
            elif event == "end" and depth == 0:
                yield tables.pop()
                element.clear()
        elif event == "start":
            continue
        elif name == "style" and any(_attribute(part, "display") == "false" for part in element):
            undisplayed.add(_attribute(element, "name"))
        elif depth != 1:
            continue
        elif name == "table-column":
            times = count(_attribute(element, "number-columns-repeated"))
            if _attribute(element, "visibility") in ("collapse", "filter"):
                tables[-1].hide_columns(column, times)
            column += times
        elif name == "table-row":
            _add_row(tables[-1], element)
            element.clear()


def _attribute(element: etree._Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _add_row(table: SheetBuilder, row: etree._Element) -> None:
    times = 1
    for key, value in row.attrib.items():
        if key.endswith("}number-rows-repeated"):
            times = count(str(value))
        elif key.endswith("}visibility") and value in ("collapse", "filter"):
            table.hide_rows(times)
    values: dict[int, Raw] = {}
    column = 0
    for cell in row:
        if local(cell) not in _CELLS:
            continue
        facts = {str(key).rpartition("}")[2]: str(value) for key, value in cell.attrib.items()}
        repeated = count(facts.get("number-columns-repeated"))
        value = None if local(cell) == "covered-table-cell" else _value(cell, facts)
        if value is not None:
            if column + repeated > MAX_COLUMNS:
                raise Unreadable("absurd_counts")
            values.update(dict.fromkeys(range(column, column + repeated), value))
        down, right = count(facts.get("number-rows-spanned")), count(facts.get("number-columns-spanned"))
        if down > 1 or right > 1:
            table.merges.append((table.row, column, table.row + down - 1, column + right - 1))
        column += repeated
    table.add(values, times)


def _value(cell: etree._Element, facts: dict[str, str]) -> Raw:
    kind = facts.get("value-type", "")
    if kind in _NUMBERS and "value" in facts:
        return number(facts["value"])
    if kind == "date" and "date-value" in facts:
        return moment(facts["date-value"])
    if kind == "time" and "time-value" in facts:
        return duration(facts["time-value"])
    if kind == "boolean" and "boolean-value" in facts:
        return facts["boolean-value"] == "true"
    if not len(cell):
        return facts.get("string-value") or None
    return "\n".join(_text(part) for part in cell if local(part) == "p") or facts.get("string-value") or None


def _text(paragraph: etree._Element) -> str:
    """A paragraph's words; blanks, tabs and breaks are elements of their own."""
    words = [paragraph.text or ""]
    for part in paragraph:
        name = local(part)
        if name == "s":
            words.append(" " * min(count(_attribute(part, "c")), MAX_COLUMNS))
        elif name == "tab":
            words.append("\t")
        elif name == "line-break":
            words.append("\n")
        elif name and name not in _NOT_SHOWN:
            words.append(_text(part))
        words.append(part.tail or "")
    return "".join(words)
