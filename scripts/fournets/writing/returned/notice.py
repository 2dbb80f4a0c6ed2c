"""The first sheet of a returned copy: which file, where, what is wrong, what to do, with a link to every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from fournets.model import Severity
from fournets.writing.returned.styles import FILLS, Styles
from fournets.writing.safe_cells import safe
from fournets.writing.workbooks.comments import cell_name
from fournets.writing.workbooks.package import OFFICE, Element, tag

EXPLAINED = "处理说明"
HEADINGS = ("序号", "在哪里（点一下就到）", "哪里不对、怎么办")
ONLY_TOLD = "以下只是告诉您程序怎样理解，对的不用改："
WIDTHS = (8, 26, 88)


class Mark(NamedTuple):
    """What is to be said about a cell. Row and column count from 1; column 0 is a whole row, row 0 a whole sheet."""

    sheet: str
    row: int
    column: int
    severity: Severity
    text: str

    @property
    def where(self) -> str:
        """The place in words: sheet and cell, or sheet and row or column, or the sheet alone."""
        cell = cell_name(self.row, self.column) if self.column else f"第{self.row}行" if self.row else ""
        return f"{self.sheet} {cell if self.row else cell.replace('0', '列')}".strip()

    @property
    def height(self) -> float:
        """How high its row on the first sheet must be, in points, for all of its words to show."""
        return 16.5 * (1 + len(self.text) // 42)

    @property
    def cell(self) -> str:
        """The cell to go to."""
        return cell_name(self.row or 1, self.column or 1)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the first sheet says: its lines of text, then the marks one by one."""

    lines: Sequence[str]
    marks: Sequence[Mark]

    def listed(self) -> Iterator[tuple[int, Mark | str]]:
        """What is to be put right with its number from 1, then, below a line of its own, what is only told."""
        last: Severity | None = None
        for serial, mark in enumerate(self.marks, 1):
            if mark.severity is Severity.NOTE and last is not Severity.NOTE:
                yield 0, ONLY_TOLD
            last = mark.severity
            yield serial, mark


def notice_sheet(notice: Notice, styles: Styles, names: set[str]) -> Element:
    """The sheet's tree; `names` are the sheets that can be led to."""
    title, plain, text = styles.plain(bold=True, size=16), styles.plain(size=12), styles.plain()
    head, link = styles.plain(bold=True), styles.plain(colour="FF1F5FBF")
    parting = styles.plain(bold=True, size=12)
    colours = {severity: styles.plain(fill=severity) for severity in FILLS}
    root = etree.Element(tag("worksheet"), nsmap={None: tag("")[1:-1], "r": OFFICE})
    views = etree.SubElement(root, tag("sheetViews"))
    etree.SubElement(views, tag("sheetView"), {"showGridLines": "0", "tabSelected": "1", "workbookViewId": "0"})
    columns = etree.SubElement(root, tag("cols"))
    for number, width in enumerate(WIDTHS, 1):
        facts = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, tag("col"), facts)
    data = etree.SubElement(root, tag("sheetData"))
    _write_row(data, 1, [(EXPLAINED, title)], 30)
    for line, words in enumerate(notice.lines, 2):
        _write_row(data, line, [(words, plain)], 18)
    top = len(notice.lines) + 3
    _write_row(data, top, [(words, head) for words in HEADINGS], 20)
    links = etree.Element(tag("hyperlinks"))
    for row, (serial, mark) in enumerate(notice.listed(), top + 1):
        if isinstance(mark, str):
            _write_row(data, row, [("", head), (mark, parting)], 24)
            continue
        cells = [(str(serial), text), (mark.where, link), (mark.text, colours.get(mark.severity, text))]
        _write_row(data, row, cells, mark.height)
        if mark.sheet in names:
            target = f"'{mark.sheet.replace(chr(39), chr(39) * 2)}'!{mark.cell}"
            etree.SubElement(links, tag("hyperlink"), {"ref": f"B{row}", "location": target})
    if len(links):
        root.append(links)
    setup = {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}
    etree.SubElement(root, tag("pageSetup"), setup)
    properties = etree.Element(tag("sheetPr"))
    etree.SubElement(properties, tag("pageSetUpPr"), {"fitToPage": "1"})
    root.insert(0, properties)
    return root


def _write_row(data: Element, number: int, cells: Sequence[tuple[str, str]], height: float) -> None:
    row = etree.SubElement(data, tag("row"), {"r": str(number), "ht": f"{height:g}", "customHeight": "1"})
    for column, (words, style) in enumerate(cells, 1):
        cell = etree.SubElement(row, tag("c"), {"r": cell_name(number, column), "s": style, "t": "inlineStr"})
        holder = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
        holder.text = safe(words)
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
