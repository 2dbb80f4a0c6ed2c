"""The first reader: python-calamine, an order of magnitude faster than openpyxl, and able to read Strict OOXML."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from fournets.model import Raw
from fournets.reading.formats.unreadable import ReaderFailed, Unreadable
from fournets.reading.sheet import Sheet, trimmed

_PANIC = "PanicException"
"""A compiled reader that gives up raises this; it derives from BaseException and can be imported from nowhere."""


@contextmanager
def failing_softly() -> Iterator[None]:
    """Whatever the compiled reader does short of taking the process with it is a `ReaderFailed` or an `Unreadable`."""
    try:
        yield
    except PasswordError as locked:
        raise Unreadable("password") from locked
    except (CalamineError, OSError, ValueError, OverflowError, UnicodeError) as failed:
        raise ReaderFailed(type(failed).__name__) from failed
    except BaseException as panic:
        if type(panic).__name__ != _PANIC:
            raise
        raise ReaderFailed(_PANIC) from panic


class CalamineReader:
    """A workbook that calamine has opened."""

    def __init__(self, data: bytes) -> None:
        """Of a whole file; raises ReaderFailed, Unreadable (`password`)."""
        with failing_softly():
            opened: Any = CalamineWorkbook.from_filelike(BytesIO(data))
            self._workbook = opened
            self.sheets = [(meta.name, meta.typ, meta.visible) for meta in opened.sheets_metadata]

    def sheet(self, number: int) -> Sheet:
        """One sheet; charts and the like are sheets without cells. Raises ReaderFailed."""
        name, typ, visible = self.sheets[number]
        hidden = visible != SheetVisibleEnum.Visible
        if typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            return Sheet(name, hidden, [])
        with failing_softly():
            found = self._workbook.get_sheet_by_index(number)
            rows: list[list[Any]] = found.to_python(skip_empty_area=False)
            merges = [(*first, *last) for first, last in found.merged_cell_ranges or ()]
        return Sheet(name, hidden, _plain(rows), merges)


def _plain(rows: list[list[Any]]) -> list[list[Raw]]:
    """Blanks at the ends are cut off, others are None; a number that is none (infinite, undefined) is its text.

    Changed in place, and only where there is something to change: a large sheet has millions of cells.
    """
    for row in rows:
        while row and row[-1] == "":
            row.pop()
        if "" in row:
            row[:] = [None if cell == "" else cell for cell in row]
    numbers = [cell for cell in chain.from_iterable(rows) if cell.__class__ is float]
    if not math.isfinite(sum(numbers)):
        for row in rows:
            row[:] = [str(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell for cell in row]
    return trimmed(rows)
