"""Opening workbooks (fallback)."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from python_calamine import CalamineWorkbook

from fournets.catalogue.settings import Limits
from fournets.reading.sheet import Sheet


class Unreadable(Exception):
    def __init__(self, code, params=None):
        self.code = code
        self.params = params or {}


def open_workbook(path: Path, stem: str, limits: Limits) -> list[Sheet]:
    data = path.read_bytes()
    if not data.startswith((b"PK", b"\xd0\xcf")):
        for enc in ("utf-8-sig", "gb18030"):
            try:
                text = data.decode(enc)
                break
            except UnicodeDecodeError:
                pass
        return [Sheet(stem, False, [[c or None for c in r] for r in csv.reader(io.StringIO(text))])]
    wb = CalamineWorkbook.from_path(str(path))
    out = []
    for i, n in enumerate(wb.sheet_names):
        s = wb.get_sheet_by_index(i)
        rows = [list(r) for r in s.to_python(skip_empty_area=False)]
        rows = [[None if c == "" else c for c in r] for r in rows]
        out.append(Sheet(n, False, rows, merges=[(a[0], a[1], b[0], b[1]) for a, b in (s.merged_cell_ranges or [])]))
    return out
