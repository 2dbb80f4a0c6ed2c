"""One sheet of a workbook as plain cells."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from fournets.model import Raw


@dataclass(slots=True)
class Sheet:
    """`cells` row by row from A1, trailing blanks trimmed. `merges`: first row, first column, last row, last column, from 0."""

    name: str
    hidden: bool
    cells: list[list[Raw]]
    merges: list[tuple[int, int, int, int]] = dataclasses.field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
