"""Sheets drawn as text tables: what reading would have made of them, without any file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.desk.config import load
from fournets.model import FileRead, FileState, Finding, Identifiers, Linked, Scope, SourceFile, Table
from fournets.reconciling.linking import link
from fournets.values.addresses import split_address

DAY = date(2020, 2, 9)
SETTINGS: Settings = load(Path(__file__).parents[2] / "config.yaml")
FIRST_ROW = 3
GRIDS = """
    grid | worker | phone       | compound | buildings
    12   | 周敏   | 13905460012 | 惠泽小区 | 1-5号楼
    13   | 高远   | 13905460013 | 惠泽小区 | 6-9号楼
    14   | 程红   | 13905460014 | 康乐小区 |
"""


def drawn(form: str, text: str, sheet: str = "Sheet1") -> Table:
    """A table from lines of cells parted by `|`, the first one names fields; `address` is a whole flat in one cell."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    names, rows = lines[0], [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    read = (*FORMS[form].fields, "extra", *(name for name in names if name == "id_seen"))
    columns = {name: [_cell(form, row, name) for row in rows] for name in read}
    letters = {name: chr(ord("A") + number) for number, name in enumerate(names)}
    numbers = list(range(FIRST_ROW, FIRST_ROW + len(rows)))
    return Table(form, sheet, numbers, ["A"] * len(rows), columns, letters, tuple(names), Scope())


def _cell(form: str, row: Mapping[str, str], name: str) -> str:
    if name in row or "address" not in row or "address" in FORMS[form].fields:
        return row.get(name, "")
    flat = split_address(row["address"])
    return getattr(flat, name, "") if flat else ""


@dataclass
class Inbox:
    """Files in order of acceptance. `modified` counts by itself, a later file is a newer one."""

    reads: list[tuple[SourceFile, FileRead]] = field(default_factory=list)

    def add(self, path: str, *, sheet: str = "Sheet1", modified: int = 0, answers: str = "", **forms: str) -> str:
        """One file with a sheet a form; gives its hash."""
        tables = [drawn(form, text, sheet) for form, text in forms.items()]
        number = len(self.reads) + 1
        sha256 = hashlib.sha256(f"{path}{forms}".encode()).hexdigest()
        source = SourceFile(path, sha256, modified or number, DAY, FileState.ACCEPTED, sequence=number)
        self.reads.append((source, FileRead(tables=tables, answers_hash=answers)))
        return sha256

    def find(self, code: str, form: str, row: int, column: str = "A") -> None:
        """Let reading have found something in the last file."""
        source, read = self.reads[-1]
        finding = Finding(code, form, source.path, read.tables[0].sheet, row, column, params={"written": ""})
        self.reads[-1] = (source, replace(read, findings=[*read.findings, finding]))

    def link(self, identifiers: Identifiers | None = None) -> Linked:
        """Who is who on this desk."""
        return link(self.reads, identifiers if identifiers is not None else Identifiers(), SETTINGS, DAY)


def person_at(linked: Linked, form: str, *rows: int) -> list[str]:
    """The persons of a form's records: of those rows of its sheets, else of all in order."""
    records = linked.records[form]
    if rows:
        return [str(records.loc[records["row"] == row, "person_id"].item()) for row in rows]
    return list(records["person_id"])


def codes(linked: Linked) -> list[tuple[str, str, int]]:
    """Code, file and row of every finding."""
    return [(finding.code, finding.file, finding.row) for finding in linked.findings]


def only(frame: pd.DataFrame) -> dict[str, str]:
    """The one line of a frame."""
    assert len(frame) == 1, frame
    return {name: frame.iloc[0][name] for name in frame.columns}
