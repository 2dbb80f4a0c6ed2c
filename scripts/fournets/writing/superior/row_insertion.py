"""Rows inserted into a sheet's XML, with everything that knows rows by their numbers.

Merged cells, formulas of all sheets, names (print areas and titles among them), conditional formats, drop-down lists,
links, comments, pictures, charts and tables move as they do when a person inserts rows in a spreadsheet.
(ECMA-376 part 1, 18.3: what a worksheet part holds.)
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence

from fournets.writing.superior.references import Insertion, copied
from fournets.writing.workbooks.cells import area_of, cells_of, rows_of_sheet
from fournets.writing.workbooks.comments import cell_name
from fournets.writing.workbooks.package import Element, WorkbookPackage, tag

_VML_ROW = re.compile(rb"(<x:Row>)(\d+)(</x:Row>)")
_VML_ANCHOR = re.compile(rb"(<x:Anchor>)([^<]*)(</x:Anchor>)")
_AREAS = ("conditionalFormatting", "dataValidation", "protectedRange", "ignoredError", "selection")
_REFS = ("hyperlink", "autoFilter", "sortState", "sortCondition", "dimension")
_FORMULAS = ("formula", "formula1", "formula2", "f")


def insert_rows(package: WorkbookPackage, sheet: str, after: int, count: int, likes: Sequence[int]) -> None:
    """Insert `count` rows below row `after` of the sheet of that name; `likes` are the rows that they look like.

    Each new row is a copy of its model (`likes`, one for each) with its formulas, formats and fixed words.
    """
    path = package.sheets()[sheet]
    root = package.tree(path)
    _spell_out_shared(root)
    insertion = Insertion(sheet, after, count)
    for name, other in package.sheets().items():
        _move_formulas(package.tree(other), insertion, name)
    _move_rows(root, insertion)
    _add_rows(root, insertion, likes)
    _move_merges(root, insertion, likes)
    _move_areas(root, insertion)
    _move_names(package, insertion)
    _move_parts(package, path, insertion)


def _spell_out_shared(root: Element) -> None:
    """Shared formulas become formulas of their own: their first cell may move away from the others."""
    first: dict[str, tuple[str, str]] = {}
    for formula in root.iter(tag("f")):
        if formula.get("t") != "shared":
            continue
        here = formula.getparent().get("r", "A1")
        if formula.text:
            first[formula.get("si")] = (formula.text, here)
        elif formula.get("si") in first:
            text, origin = first[formula.get("si")]
            formula.text = copied(text, origin, here)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)


def _move_formulas(root: Element, insertion: Insertion, home: str) -> None:
    for formula in root.iter(*map(tag, _FORMULAS), "{*}f"):
        if formula.text:
            formula.text = insertion.formula(formula.text, home)
        if home == insertion.sheet and formula.get("ref"):
            formula.set("ref", insertion.area(formula.get("ref"), grows=False))


def _move_rows(root: Element, insertion: Insertion) -> None:
    for number, row in rows_of_sheet(root.find(tag("sheetData"))).items():
        columns = [(column, cell) for column, cell in cells_of(row)]
        row.set("r", str(insertion.moved(number)))
        for column, cell in columns:
            cell.set("r", cell_name(insertion.moved(number), column))
    for pane in root.iter(tag("pane")):
        if pane.get("topLeftCell"):
            pane.set("topLeftCell", insertion.area(pane.get("topLeftCell"), grows=False))
    breaks = root.find(tag("rowBreaks"))
    for line in breaks if breaks is not None else ():
        line.set("id", str(insertion.moved(int(line.get("id", "0")))))


def _add_rows(root: Element, insertion: Insertion, likes: Sequence[int]) -> None:
    data = root.find(tag("sheetData"))
    rows = rows_of_sheet(data)
    following = next((row for number, row in sorted(rows.items()) if number > insertion.after), None)
    for number, like in enumerate(likes, insertion.after + 1):
        if like not in rows:
            continue
        made = copy.deepcopy(rows[like])
        made.set("r", str(number))
        for column, cell in cells_of(made):
            _copy_formula(cell, cell_name(number, column))
        if following is not None:
            following.addprevious(made)
        else:
            data.append(made)


def _copy_formula(cell: Element, target: str) -> None:
    formula = cell.find(tag("f"))
    if formula is not None and formula.text:
        formula.text = copied(formula.text, cell.get("r"), target)
        formula.attrib.pop("ref", None)
        formula.attrib.pop("t", None)
    cell.set("r", target)


def _move_merges(root: Element, insertion: Insertion, likes: Sequence[int]) -> None:
    """A merge within the model row comes again in each new row; one that ends at the table's end grows."""
    merges = root.find(tag("mergeCells"))
    if merges is None:
        return
    for merged in list(merges):
        top, left, bottom, right = area_of(merged.get("ref", ""))
        merged.set("ref", insertion.area(merged.get("ref"), grows=False))
        for number, like in enumerate(likes, insertion.after + 1):
            if top == bottom == like:
                again = copy.deepcopy(merged)
                again.set("ref", f"{cell_name(number, left)}:{cell_name(number, right)}")
                merges.append(again)
    merges.set("count", str(len(merges)))


def _move_areas(root: Element, insertion: Insertion) -> None:
    for element in root.iter(*map(tag, _AREAS)):
        if element.get("sqref"):
            element.set("sqref", insertion.areas(element.get("sqref")))
    for element in root.iter(*map(tag, _REFS)):
        if element.get("ref"):
            element.set("ref", insertion.area(element.get("ref"), grows=element.tag != tag("hyperlink")))
    for element in root.iter("{*}sqref"):
        element.text = insertion.areas(element.text or "")


def _move_names(package: WorkbookPackage, insertion: Insertion) -> None:
    for name in package.tree(package.workbook_path).iter(tag("definedName")):
        name.text = insertion.formula(name.text or "", "")


def _move_parts(package: WorkbookPackage, path: str, insertion: Insertion) -> None:
    for kind, target in list(package.relations(path)):
        if target not in package.parts:
            continue
        if kind.endswith("/comments"):
            for comment in package.tree(target).iter(tag("comment")):
                comment.set("ref", insertion.area(comment.get("ref"), grows=False))
        elif kind.endswith("/vmlDrawing"):
            content = package.added.get(target) or package.content(target)
            package.added[target] = _moved_boxes(content, insertion)
        elif kind.endswith("/table"):
            for element in package.tree(target).iter(tag("table"), tag("autoFilter")):
                element.set("ref", insertion.area(element.get("ref")))
        elif kind.endswith("/drawing"):
            for row in package.tree(target).iter("{*}row"):
                row.text = str(insertion.moved(int(row.text or 0) + 1) - 1)
    for chart in _charts(package):
        for formula in package.tree(chart).iter("{*}f"):
            formula.text = insertion.formula(formula.text or "", "")


def _charts(package: WorkbookPackage) -> Iterator[str]:
    return (name for name in package.parts if name.startswith("xl/charts/chart") and name.endswith(".xml"))


def _moved_boxes(content: bytes, insertion: Insertion) -> bytes:
    """The boxes of comments (VML, ECMA-376 part 4): the row of each, and the rows that its box spans, from 0."""

    def row(found: re.Match[bytes]) -> bytes:
        return found[1] + str(insertion.moved(int(found[2]) + 1) - 1).encode() + found[3]

    def anchor(found: re.Match[bytes]) -> bytes:
        parts = found[2].split(b",")
        for index in (2, 6):
            if index < len(parts) and parts[index].strip().isdigit():
                parts[index] = f" {insertion.moved(int(parts[index]) + 1) - 1}".encode()
        return found[1] + b",".join(parts) + found[3]

    return _VML_ANCHOR.sub(anchor, _VML_ROW.sub(row, content))
