"""XML spreadsheets of Excel 2003 (SpreadsheetML), which many systems export under the name .xls."""

from __future__ import annotations

from typing import IO

from lxml import etree

from fournets.model import Raw
from fournets.reading.package import local
from fournets.reading.sheet import MAX_COLUMNS, Sheet
from fournets.reading.unreadable import ReaderFailed, Unreadable
from fournets.reading.xml_values import SheetBuilder, count, number, time_of_day

NAMESPACE = b"urn:schemas-microsoft-com:office:spreadsheet"
_SPREADSHEET = f"{{{NAMESPACE.decode()}}}"


def read_excel_xml(content: IO[bytes]) -> list[Sheet]:
    """Every sheet; raises ReaderFailed, Unreadable (`absurd_counts`, `too_spread`)."""
    sheets: list[Sheet] = []
    table = SheetBuilder("")
    column = 0
    try:
        for event, element in etree.iterparse(
            content, ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
        ):
            name = local(element)
            if event == "start":
                if name == "Worksheet":
                    table, column = SheetBuilder(_said(element, "Name")), 0
            elif name == "Visible":
                table.hidden = (element.text or "").strip() != "SheetVisible"
            elif name == "Column":
                column = _place(element, column)
                times = _said_number(element, "Span", 0) + 1
                if _said(element, "Hidden") == "1":
                    table.hide_columns(column, times)
                column += times
            elif name == "Row":
                _add_row(table, element)
                element.clear()
            elif name == "Worksheet":
                sheets.append(table.sheet())
                element.clear()
    except etree.XMLSyntaxError as broken:
        raise ReaderFailed("XMLSyntaxError") from broken
    return sheets


def _said(element: etree._Element, name: str) -> str:
    return str(element.get(_SPREADSHEET + name) or element.get(name) or "")


def _said_number(element: etree._Element, name: str, otherwise: int) -> int:
    written = _said(element, name)
    return count(written) if written not in ("", "0") else otherwise


def _place(element: etree._Element, following: int) -> int:
    return _said_number(element, "Index", following + 1) - 1


def _add_row(table: SheetBuilder, row: etree._Element) -> None:
    first = _place(row, table.row)
    if first > table.row:
        table.add({}, first - table.row)
    times = _said_number(row, "Span", 0) + 1
    if _said(row, "Hidden") == "1":
        table.hide_rows(times)
    values: dict[int, Raw] = {}
    column = 0
    for cell in row:
        if local(cell) != "Cell":
            continue
        column = _place(cell, column)
        if column >= MAX_COLUMNS:
            raise Unreadable("absurd_counts")
        value = next((_value(part) for part in cell if local(part) == "Data"), None)
        if value is not None:
            values[column] = value
        right, down = _said_number(cell, "MergeAcross", 0), _said_number(cell, "MergeDown", 0)
        if right or down:
            table.merges.append((table.row, column, table.row + down, column + right))
        column += right + 1
    table.add(values, times)


def _value(data: etree._Element) -> Raw:
    words = "".join(str(text) for text in data.itertext())
    kind = _said(data, "Type")
    if kind == "Number":
        return number(words.strip())
    if kind == "DateTime":
        return time_of_day(words)
    if kind == "Boolean":
        return words.strip() in ("1", "true")
    return words or None
