"""All rows of the desk, form by form, as columns: what linking and settling versions work on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from fournets.catalogue.fields import Form
from fournets.catalogue.forms import FORMS
from fournets.model import FileRead, SourceFile

PLACE = ("file", "sheet", "row", "column")


@dataclass(slots=True)
class Rows:
    """The rows of one form out of every sheet, in order of acceptance: one list a field, all of one length.

    `source` counts in `Stack.sources`, `table` in `Stack.tables`.
    """

    form: str
    columns: dict[str, list[str]]
    source: list[int] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    letter: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        """How many rows."""
        return len(self.row)


@dataclass(frozen=True, slots=True)
class TableOf:
    """Where rows came from. `name` is the sheet's, empty for text files, whose sheet is called like the file."""

    source: int
    form: str
    sheet: str
    name: str
    headings: tuple[str, ...]
    letter_of: dict[str, str]


@dataclass(slots=True)
class Stack:
    """Every row of every file that counts, and the files that do not: originals that a returned copy answers."""

    sources: list[SourceFile]
    tables: list[TableOf]
    rows: dict[str, Rows]
    answered: frozenset[str]

    def path(self, rows: Rows, index: int) -> str:
        """The file of a row."""
        return self.sources[rows.source[index]].path

    def sheet(self, rows: Rows, index: int) -> str:
        """The sheet of a row."""
        return self.tables[rows.table[index]].sheet


def stack(reads: Sequence[tuple[SourceFile, FileRead]]) -> Stack:
    """Put the tables of all files one below the other; files that a returned copy answers give no rows."""
    answered = answered_files(reads)
    whole = Stack(
        [source for source, _ in reads],
        [],
        {form.name: Rows(form.name, {name: [] for name in _columns(form)}) for form in FORMS.values()},
        answered,
    )
    for number, (source, read) in enumerate(reads):
        if source.sha256 not in answered:
            _add(whole, number, source, read)
    return whole


def _columns(form: Form) -> tuple[str, ...]:
    return (*form.fields, "extra", *(("id_seen",) if "id_number" in form.fields else ()))


def answered_files(reads: Sequence[tuple[SourceFile, FileRead]]) -> frozenset[str]:
    """Hashes of the files that count no more: originals that came back corrected, and all but their newest copy."""
    hashes = {source.sha256 for source, _ in reads}
    copies: dict[str, list[SourceFile]] = {}
    for source, read in reads:
        if read.answers_hash and read.answers_hash != source.sha256 and read.answers_hash in hashes:
            copies.setdefault(read.answers_hash, []).append(source)
    older = {
        source.sha256 for several in copies.values() for source in sorted(several, key=lambda copy: copy.order)[:-1]
    }
    return frozenset(older | copies.keys())


def _add(whole: Stack, number: int, source: SourceFile, read: FileRead) -> None:
    stem = source.path.rsplit("/", 1)[-1].partition("#")[0].rsplit(".", 1)[0]
    for table in read.tables:
        rows = whole.rows[table.form]
        name = "" if table.sheet == stem else table.sheet
        whole.tables.append(TableOf(number, table.form, table.sheet, name, table.headings, table.letter_of))
        for field_name, values in rows.columns.items():
            values += table.columns.get(field_name) or [""] * len(table.rows)
        rows.source += [number] * len(table.rows)
        rows.table += [len(whole.tables) - 1] * len(table.rows)
        rows.row += table.rows
        rows.letter += table.letters


def text_frame(columns: dict[str, list[str]]) -> pd.DataFrame:
    """A frame whose columns are all text, also when it has no rows."""
    return pd.DataFrame(columns, dtype="str")


def record_frame(
    whole: Stack, form: str, kept: Iterable[int], persons: Sequence[str], own: Sequence[str]
) -> pd.DataFrame:
    """The records of one form at these rows; `persons` gives every row's person, `own` him before the answers."""
    rows, indexes = whole.rows[form], list(kept)
    columns = {
        "file": [whole.path(rows, index) for index in indexes],
        "sheet": [whole.sheet(rows, index) for index in indexes],
        "column": [rows.letter[index] for index in indexes],
        **{name: [values[index] for index in indexes] for name, values in rows.columns.items()},
        "person_id": [persons[index] for index in indexes],
        "own_id": [own[index] for index in indexes],
    }
    frame = text_frame(columns)
    frame.insert(2, "row", pd.Series([rows.row[index] for index in indexes], dtype="int64"))
    return frame
