"""Cell formats of a workbook that is marked: the sender's with our colours, and those of our own first sheet."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping

from lxml import etree

from fournets.model import Severity
from fournets.writing.workbooks.package import CannotEdit, Element, WorkbookPackage, tag

FILLS = {Severity.HOLD: "FFF4B6B7", Severity.CONFIRM: "FFFFE69A", Severity.NOTE: "FFEAF3F9"}
"""Our colours, gravest first, the softest for what is only told; a shade off the usual ones, so that they are known
again when a marked copy comes back."""


def gravest(severities: Iterable[Severity]) -> Severity:
    """The severity whose colour a cell with several findings gets."""
    return min(severities, key=list(FILLS).index)


class Styles:
    """The workbook's cell formats, and ours among them."""

    def __init__(self, package: WorkbookPackage) -> None:
        """Raises `CannotEdit` when there are none. `unmarked` maps formats with our colour to the same without it."""
        paths = [path for kind, path in package.relations(package.workbook_path) if kind.endswith("/styles")]
        if not paths:
            raise CannotEdit("no styles")
        root = package.tree(paths[0])
        found = [root.find(tag(name)) for name in ("fonts", "fills", "borders", "cellXfs")]
        if any(part is None for part in found) or not len(found[3]):
            raise CannotEdit("no cell formats")
        self._fonts, self._fills, _, self._formats = found
        self.unmarked = self._without_our_colours()
        self._fill_numbers = {severity: self._fill(colour) for severity, colour in FILLS.items()}
        self._marked: dict[tuple[str, Severity], str] = {}

    def marked(self, style: str, severity: Severity) -> str:
        """The format like `style` with our colour."""
        if (style, severity) not in self._marked:
            number = int(style) if style.isdecimal() and int(style) < len(self._formats) else 0
            made = copy.deepcopy(self._formats[number])
            made.set("fillId", str(self._fill_numbers[severity]))
            made.set("applyFill", "1")
            self._marked[style, severity] = self._added(self._formats, made)
        return self._marked[style, severity]

    def _without_our_colours(self) -> Mapping[str, str]:
        colours = set(FILLS.values())
        ours = {
            str(number)
            for number, fill in enumerate(self._fills)
            if any((colour.get("rgb") or "").upper() in colours for colour in fill.iter(tag("fgColor")))
        }
        plain: dict[tuple[object, ...], str] = {}
        for number, made in enumerate(self._formats):
            if made.get("fillId") not in ours:
                plain.setdefault(_without_fill(made), str(number))
        return {
            str(number): plain.get(_without_fill(made), "0")
            for number, made in enumerate(self._formats)
            if made.get("fillId") in ours
        }

    def plain(self, *, bold: bool = False, size: int = 11, colour: str = "", fill: Severity | None = None) -> str:
        """A format of our own sheet: text that wraps."""
        font = etree.Element(tag("font"))
        if bold:
            etree.SubElement(font, tag("b"))
        etree.SubElement(font, tag("sz"), {"val": str(size)})
        if colour:
            etree.SubElement(font, tag("color"), {"rgb": colour})
        etree.SubElement(font, tag("name"), {"val": "微软雅黑"})
        facts = {"numFmtId": "49", "fontId": self._added(self._fonts, font), "borderId": "0", "xfId": "0"}
        facts["fillId"] = str(self._fill_numbers[fill]) if fill else "0"
        made = etree.Element(tag("xf"), {**facts, "applyFont": "1", "applyFill": "1", "applyAlignment": "1"})
        etree.SubElement(made, tag("alignment"), {"vertical": "top", "wrapText": "0" if size > 11 else "1"})
        return self._added(self._formats, made)

    def _fill(self, colour: str) -> str:
        fill = etree.Element(tag("fill"))
        pattern = etree.SubElement(fill, tag("patternFill"), {"patternType": "solid"})
        etree.SubElement(pattern, tag("fgColor"), {"rgb": colour})
        etree.SubElement(pattern, tag("bgColor"), {"indexed": "64"})
        return self._added(self._fills, fill)

    @staticmethod
    def _added(listed: Element, made: Element) -> str:
        listed.append(made)
        listed.set("count", str(len(listed)))
        return str(len(listed) - 1)


def _without_fill(made: Element) -> tuple[object, ...]:
    facts = sorted((name, value) for name, value in made.items() if name not in ("fillId", "applyFill"))
    return (*facts, *(etree.tostring(child) for child in made))
