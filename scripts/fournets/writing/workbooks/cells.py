"""The rows and cells of a sheet's XML, found by their places; rows and columns count from 1.

References may be left out: a row follows the row before it, a cell the cell before it (ECMA-376 part 1, 18.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from fournets.writing.workbooks.comments import cell_name
from fournets.writing.workbooks.package import CannotEdit, Element, tag

_LETTERS = re.compile(r"([A-Z]+)(\d+)")
_MOST_MERGED = 100_000


def place_of(reference: str) -> tuple[int, int]:
    """Row and column of B5; raises `CannotEdit` for anything else."""
    found = _LETTERS.fullmatch(reference.replace("$", ""))
    if not found:
        raise CannotEdit(f"no cell: {reference}")
    return int(found[2]), column_number(found[1])


def area_of(reference: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of B5:C7 or of B5; raises `CannotEdit` for anything else."""
    corners = [place_of(corner) for corner in reference.split(":")]
    return (*corners[0], *corners[-1])


def column_number(letters: str) -> int:
    """2 for B; 0 for nothing."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def anchors_of(sheet: Element) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Cells covered by merged ones → the cell that shows; the shown ones among them."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for merged in sheet.iter(tag("mergeCell")):
        top, left, bottom, right = area_of(merged.get("ref", ""))
        if (bottom - top + 1) * (right - left + 1) <= _MOST_MERGED:
            cells = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
            found.update(dict.fromkeys(cells, (top, left)))
    return found


def rows_of_sheet(data: Element) -> dict[int, Element]:
    """The rows of `sheetData` by number."""
    rows: dict[int, Element] = {}
    number = 0
    for row in data:
        number = int(row.get("r") or number + 1)
        rows[number] = row
    return rows


def row_at(data: Element, rows: dict[int, Element], number: int) -> Element:
    """The row of that number; made in its place, and noted in `rows`, where there is none."""
    if number not in rows:
        row = etree.Element(tag("row"), {"r": str(number)})
        later = min((other for other in rows if other > number), default=0)
        if later:
            rows[later].addprevious(row)
        else:
            data.append(row)
        rows[number] = row
    return rows[number]


def cells_of(row: Element) -> Iterable[tuple[int, Element]]:
    """A row's cells with their columns."""
    column = 0
    for cell in row:
        reference = cell.get("r")
        column = place_of(reference)[1] if reference else column + 1
        yield column, cell


def cell_at(row: Element, number: int, column: int) -> Element:
    """The cell of row `number` in that column; made in its place where there is none."""
    made = etree.Element(tag("c"), {"r": cell_name(number, column)})
    for other, cell in cells_of(row):
        if other == column:
            return cell
        if other > column:
            cell.addprevious(made)
            return made
    row.append(made)
    return made
