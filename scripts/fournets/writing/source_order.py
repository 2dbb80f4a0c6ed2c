"""The order in which rows of results are written: by file, sheet, row and column; addresses as one walks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fournets.model import Address, Finding

if TYPE_CHECKING:
    import pandas as pd


def row_order(frame: pd.DataFrame) -> list[int]:
    """Positions of the frame's rows by file, sheet, row, column letter; the order of equal ones is kept."""
    parts = [frame[name].tolist() for name in ("file", "sheet", "row")]
    letters = frame["column"].tolist() if "column" in frame else [""] * len(frame)
    widths = map(len, letters)
    keys = list(zip(*parts, widths, letters, strict=True))
    return sorted(range(len(keys)), key=keys.__getitem__)


def place_key(finding: Finding) -> tuple[str, str, int, int, str]:
    """A finding's place, for sorting."""
    return (finding.file, finding.sheet, finding.row, len(finding.column), finding.column)


def address_of(frame: pd.DataFrame) -> Iterator[Address]:
    """Every row's flat."""
    columns = [frame[name].tolist() for name in Address._fields]
    return map(Address, *columns)
