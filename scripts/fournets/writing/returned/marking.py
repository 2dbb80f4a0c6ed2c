"""The sender's own workbook with its doubtful cells coloured and commented, and a first sheet that lists them.

Only what must change is changed: the marked cells' colours, comments, formulas (their cached values stay), links to
other files, macros. Everything else stays as the sender made it; rows, columns and sheet names keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree

from fournets.model import Severity
from fournets.writing.returned.notice import EXPLAINED, Mark, Notice, notice_sheet
from fournets.writing.returned.styles import Styles, gravest
from fournets.writing.safe_cells import safe
from fournets.writing.workbooks.cells import anchors_of, cell_at, cells_of, row_at, rows_of_sheet
from fournets.writing.workbooks.comments import add_comments, forget_comments
from fournets.writing.workbooks.package import (
    OFFICE,
    SHEET_TYPE,
    WORKBOOK_TYPE,
    Element,
    WorkbookPackage,
    tag,
    written,
)

_FOREIGN = re.compile(r"\[\d+\]|\[[^\]]+\.xl\w+\]", re.IGNORECASE)


def mark_workbook(data: bytes, notice: Notice) -> bytes:
    """The marked copy; raises `CannotEdit` when the file cannot be changed in place."""
    package = WorkbookPackage.opened(data)
    again = _without_earlier_notice(package)
    _without_foreign_parts(package)
    sheets = package.sheets()
    styles = Styles(package)
    for name, path in sheets.items():
        sheet = package.tree(path)
        _deselect(sheet)
        _without_formulas(package, path, sheet)
        if again:
            forget_comments(package, path)
            _uncolour(sheet, styles)
        _mark_cells(package, path, sheet, [mark for mark in notice.marks if mark.sheet == name and mark.row], styles)
    _guard_shared_texts(package)
    _add_notice(package, notice, styles, set(sheets))
    return package.packed()


def _without_earlier_notice(package: WorkbookPackage) -> bool:
    """A returned copy that comes back brings our first sheet; it is written anew. Says whether there was one."""
    sheets = package.sheets()
    path = sheets.get(EXPLAINED)
    if path is None or not _names_an_original(package, path) or len(sheets) < 2:
        return False
    root = package.tree(package.workbook_path)
    listed = root.find(tag("sheets"))
    place = next(index for index, sheet in enumerate(listed) if sheet.get("name") == EXPLAINED)
    _renumber(root, lambda number: None if number == place else number - (number > place))
    identifier = listed[place].get(f"{{{OFFICE}}}id")
    listed.remove(listed[place])
    for relation in package.relation_elements(package.workbook_path):
        if relation.get("Id") == identifier:
            relation.getparent().remove(relation)
    package.drop(path)
    return True


def _names_an_original(package: WorkbookPackage, path: str) -> bool:
    """Whether the sheet is ours: it says so in its cells, or, once a spreadsheet saved it, among the shared texts.

    Programs write Chinese as characters or as references to them, so that the bytes alone do not tell.
    """
    shared = [each for kind, each in package.relations(package.workbook_path) if kind.endswith("/sharedStrings")]
    told = (text for each in (path, *shared) if each in package.parts for text in package.tree(each).itertext())
    return any("回执编号" in text for text in told)


def _uncolour(sheet: Element, styles: Styles) -> None:
    for cell in sheet.iter(tag("c")):
        if (style := cell.get("s")) in styles.unmarked:
            cell.set("s", styles.unmarked[style])


def _renumber(root: Element, renumbered: Callable[[int], int | None]) -> None:
    """Names that belong to a sheet know it by its place."""
    for name in list(root.iter(tag("definedName"))):
        if (written_place := name.get("localSheetId")) is not None:
            place = renumbered(int(written_place))
            if place is None:
                name.getparent().remove(name)
            else:
                name.set("localSheetId", str(place))


def _without_foreign_parts(package: WorkbookPackage) -> None:
    """Macros and links to other files go; so does the order of calculation, as nothing is calculated any more."""
    path = package.workbook_path
    package.unrelate(path, "/externalLink", "/vbaProject", "/calcChain", "/xlMacrosheet", "/wordVbaData")
    root = package.tree(path)
    for name in ("externalReferences", "fileRecoveryPr"):
        for element in root.findall(tag(name)):
            root.remove(element)
    for name in list(root.iter(tag("definedName"))):
        if _FOREIGN.search(name.text or ""):
            name.getparent().remove(name)
    for override in package.tree("[Content_Types].xml"):
        if override.get("PartName") == f"/{path}":
            override.set("ContentType", WORKBOOK_TYPE)


def _deselect(sheet: Element) -> None:
    """Only the first sheet is chosen: sheets that stay chosen together would be edited together."""
    for view in sheet.iter(tag("sheetView")):
        view.attrib.pop("tabSelected", None)


def _without_formulas(package: WorkbookPackage, path: str, sheet: Element) -> None:
    for formula in list(sheet.iter(tag("f"))):
        cell = formula.getparent()
        cell.remove(formula)
        cell.attrib.pop("cm", None)
    for cell in sheet.iter(tag("c")):
        if cell.get("t") == "str" and (value := cell.find(tag("v"))) is not None:
            value.text = safe(value.text or "")
    for rule in [*sheet.iter(tag("dataValidation")), *sheet.iter(tag("cfRule"))]:
        if any(_FOREIGN.search(formula.text or "") for formula in rule):
            rule.getparent().remove(rule)
    for kind, target in package.relations(path):
        if kind.endswith("/table") and target in package.parts:
            for name in ("calculatedColumnFormula", "totalsRowFormula"):
                for formula in list(package.tree(target).iter(tag(name))):
                    formula.getparent().remove(formula)


def _guard_shared_texts(package: WorkbookPackage) -> None:
    """Texts that a spreadsheet might run get their apostrophe, wherever they are kept."""
    for kind, path in package.relations(package.workbook_path):
        if kind.endswith("/sharedStrings") and path in package.parts:
            for item in package.tree(path):
                _guard(item)
    for path in package.sheets().values():
        for item in package.tree(path).iter(tag("is")):
            _guard(item)


def _guard(item: Element) -> None:
    """`item` holds one text, in one or several runs."""
    start = item[0].text if len(item) else None
    if start and start[0].isalnum():
        return
    runs = [run for run in item.iter(tag("t")) if run.getparent().tag != tag("rPh")]
    first = next((run for run in runs if run.text), None)
    if first is not None and safe(whole := "".join(run.text or "" for run in runs)).startswith("'") and whole[0] != "'":
        first.text = "'" + first.text


def _mark_cells(package: WorkbookPackage, path: str, sheet: Element, marks: Sequence[Mark], styles: Styles) -> None:
    data = sheet.find(tag("sheetData"))
    if not marks or data is None:
        return
    anchors = anchors_of(sheet)
    rows = rows_of_sheet(data)
    texts: dict[tuple[int, int], list[str]] = {}
    coloured: dict[tuple[int, int], Severity] = {}
    for mark in marks:
        column = mark.column or _first_filled(rows.get(mark.row))
        place = anchors.get((mark.row, column), (mark.row, column))
        texts.setdefault(place, []).append(mark.text)
        coloured[place] = gravest((mark.severity, coloured.get(place, mark.severity)))
    for (row, column), severity in sorted(coloured.items()):
        cell = cell_at(row_at(data, rows, row), row, column)
        cell.set("s", styles.marked(cell.get("s", "0"), severity))
    add_comments(package, path, sheet, {place: "\n".join(dict.fromkeys(said)) for place, said in texts.items()})


def _first_filled(row: Element | None) -> int:
    if row is None:
        return 1
    return next((column for column, cell in cells_of(row) if len(cell)), 1)


def _add_notice(package: WorkbookPackage, notice: Notice, styles: Styles, names: set[str]) -> None:
    """Our sheet becomes the first, and the one that shows."""
    root = package.tree(package.workbook_path)
    listed = root.find(tag("sheets"))
    path = package.free_path("xl/worksheets/sheet_returned", ".xml")
    package.add(path, written(notice_sheet(notice, styles, names)), SHEET_TYPE)
    numbers = [int(sheet.get("sheetId")) for sheet in listed]
    name = next(title for title in (EXPLAINED, f"{EXPLAINED}（社区）", f"{EXPLAINED}（社区2）") if title not in names)
    facts = {"name": name, "sheetId": str(max(numbers) + 1)}
    sheet = etree.Element(tag("sheet"), facts)
    sheet.set(f"{{{OFFICE}}}id", package.relate(package.workbook_path, "worksheet", path))
    listed.insert(0, sheet)
    _renumber(root, lambda number: number + 1)
    for view in root.iter(tag("workbookView")):
        view.attrib.pop("firstSheet", None)
        view.set("activeTab", "0")
