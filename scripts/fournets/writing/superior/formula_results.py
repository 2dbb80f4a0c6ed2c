"""The results of a form's own sums and counts after it was filled, for programs that show a workbook without reckoning.

Previews on telephones show what is stored. Sums and counts of cells of the same sheet, added and subtracted, are
stored with their results; of any other formula the old result is taken away, and the office program reckons it when
the file is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from fournets.writing.superior.sheet import FormSheet
from fournets.writing.workbooks.cells import area_of
from fournets.writing.workbooks.package import WorkbookPackage, tag

_PLACE = r"\$?[A-Z]{1,3}\$?\d+"
_TERM = re.compile(rf"([+-]?)\s*(?:(SUM|COUNTA|COUNT)\(([^()]*)\)|({_PLACE})|(\d+(?:\.\d+)?))\s*", re.IGNORECASE)
_AREA = re.compile(rf"{_PLACE}(?::{_PLACE})?")
_MOST_CELLS = 200_000
_BEFORE_CALCULATION = tuple(map(tag, ("sheets", "functionGroups", "externalReferences", "definedNames")))


class _Unknown(Exception):
    """The formula is none of those that are reckoned here."""


def store_results(sheet: FormSheet) -> None:
    """Store what the sheet's formulas come to; take away results that are out of date."""
    reckoning = _Reckoning(sheet)
    for row, column in sheet.places():
        if sheet.has_formula(row, column):
            sheet.put_result(row, column, reckoning.result(row, column))


class _Reckoning:
    """Reckons formulas of one sheet; one that leads back to itself is unknown."""

    def __init__(self, sheet: FormSheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[int, int], str] = {}

    def result(self, row: int, column: int) -> str:
        """The number that the cell's formula comes to; empty where it is not reckoned here."""
        if (row, column) not in self._known:
            self._known[row, column] = ""
            try:
                number = self._sum(self._sheet.formula(row, column))
                self._known[row, column] = f"{round(number, 10):.15g}"
            except _Unknown:
                pass
        return self._known[row, column]

    def _sum(self, formula: str) -> float:
        if not formula:
            raise _Unknown
        total, position = 0.0, 0
        while position < len(formula):
            found = _TERM.match(formula, position)
            if not found or (position and not found[1]):
                raise _Unknown
            total += (-1 if found[1] == "-" else 1) * self._term(found)
            position = found.end()
        return total

    def _term(self, found: re.Match[str]) -> float:
        if found[5]:
            return float(found[5])
        if found[4]:
            texts = list(self._texts(found[4]))
            return self._number(texts[0]) if texts else 0.0
        texts = [text for part in found[3].split(",") for text in self._texts(part.strip())]
        if found[2].upper() == "COUNTA":
            return len(texts)
        numbers = [float(text) for text, is_number in texts if is_number]
        return sum(numbers) if found[2].upper() == "SUM" else len(numbers)

    @staticmethod
    def _number(cell: tuple[str, bool]) -> float:
        if not cell[1]:
            raise _Unknown
        return float(cell[0])

    def _texts(self, reference: str) -> Iterator[tuple[str, bool]]:
        """What stands in the cells of an area that hold something, and whether it is a number."""
        if not _AREA.fullmatch(reference):
            raise _Unknown
        top, left, bottom, right = area_of(reference.upper())
        if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
            raise _Unknown
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if self._sheet.has_formula(row, column):
                    result = self.result(row, column)
                    if not result:
                        raise _Unknown
                    yield result, True
                elif text := self._sheet.text(row, column):
                    yield text, self._sheet.is_number(row, column)


def ask_to_reckon(package: WorkbookPackage) -> None:
    """Have the office program reckon everything when the file is opened."""
    package.unrelate(package.workbook_path, "/calcChain")
    root = package.tree(package.workbook_path)
    said = root.find(tag("calcPr"))
    if said is None:
        said = etree.Element(tag("calcPr"))
        [element for element in root if element.tag in _BEFORE_CALCULATION][-1].addnext(said)
    said.set("fullCalcOnLoad", "1")
