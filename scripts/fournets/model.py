"""The nouns of the house.

Everything here is a plain value: frozen where it can be, picklable, free of pandas at run time
(the readers' worker processes import this module).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    import pandas as pd

Raw = str | int | float | bool | datetime | date | time | timedelta | None
"""What a reader finds in one cell."""

T = TypeVar("T")


class Severity(StrEnum):
    """How much a finding matters: told, a person should look, not used."""

    NOTE = "note"
    CONFIRM = "confirm"
    HOLD = "hold"


class FileState(StrEnum):
    """The four ends of a file in the inbox; every file has exactly one."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    HELD = "held"
    IGNORED = "ignored"


class RowKind(StrEnum):
    """What one row of a sheet is; every row is exactly one."""

    RECORD = "records"
    BLANK = "blank"
    HEADING = "heading"
    TOTAL = "total"
    NOTE = "note"
    HELD = "held"


class Problem(NamedTuple):
    """Why a cell gave no value, or a doubtful one: a code of the findings' catalogue and its words."""

    code: str
    params: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """A value and what is to be said about it. An empty value means unknown."""

    value: T
    problems: tuple[Problem, ...] = ()


class Address(NamedTuple):
    """A flat. Arabic digits without suffix, or a letter or name where there is no number; empty = unknown."""

    compound: str = ""
    building: str = ""
    entrance: str = ""
    flat: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be said about a cell, a row, a sheet, a file, a person or a grid.

    `code` names a `FindingType` of `catalogue.findings`, which holds severity and wording; `params`
    fill its wording. `row` 0 and an empty `column` mean the whole sheet or file.
    """

    code: str
    form: str = ""
    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    field: str = ""
    grid: str = ""
    person_id: str = ""
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """The texts around a table that may say grid, compound or date, nearest first."""

    title: str = ""
    sheet: str = ""
    stem: str = ""
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A total written by hand: the numbers by field, and the rows (inclusive) it stands for."""

    row: int
    first: int
    last: int
    numbers: Mapping[str, float]
    columns: Mapping[str, str]


@dataclass(slots=True)
class Table:
    """One form found on one sheet, read into columns.

    `columns` maps every field of the form, and `extra` (JSON), to one string a record, in the data
    files' notation; and `id_seen` where numbers are damaged: what can be seen of them, for matching alone, in no data
    file. `rows` and `letters` address each record. `letter_of` gives a field's column.
    `headings` are the normalised headings, for comparing versions of a sheet.
    """

    form: str
    sheet: str
    rows: list[int]
    letters: list[str]
    columns: dict[str, list[str]]
    letter_of: dict[str, str]
    headings: tuple[str, ...]
    scope: Scope
    fill_date: str = ""
    totals: tuple[TotalRow, ...] = ()


@dataclass(slots=True)
class SheetRead:
    """One sheet's account: rows = records + blank + heading + total + note + held."""

    sheet: str
    hidden: bool
    forms: list[str]
    rows: int = 0
    records: int = 0
    blank: int = 0
    heading: int = 0
    total: int = 0
    note: int = 0
    held: int = 0


@dataclass(slots=True)
class FileRead:
    """What reading one file gave. `held` is the code of the reason when nothing was usable.

    `explanation` are lines for a person: which form was chosen, by which scores, which column is which field.
    `answers_hash` is the original's sha256 when the file is a returned copy: it replaces that original's rows.
    """

    sheets: list[SheetRead] = dataclasses.field(default_factory=list)
    tables: list[Table] = dataclasses.field(default_factory=list)
    findings: list[Finding] = dataclasses.field(default_factory=list)
    held: str = ""
    held_params: Mapping[str, str] = dataclasses.field(default_factory=dict)
    explanation: list[str] = dataclasses.field(default_factory=list)
    answers_hash: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the desk. `path` is below the inbox, with `#<hash>` where the path was used before.

    `sequence` counts acceptances: answer sheets take effect in this order.
    """

    path: str
    sha256: str
    modified_ns: int
    day: date
    state: FileState
    reason: str = ""
    sequence: int = 0

    @property
    def order(self) -> tuple[int, str, str]:
        """Of two versions the greater one is current: modified later, then later path, then hash."""
        return (self.modified_ns, self.path, self.sha256)


@dataclass(frozen=True, slots=True)
class Paper:
    """One numbered document: what is on it, and where it is walked to.

    `sequence` is the number within its kind and year; numbers are never reused. `fields` are the template's, by
    their Chinese names; `fingerprint` tells whether they changed. `batch` counts the runs of `issued_day` that
    issued papers, from 1: each batch has print files of its own, so that nothing is printed twice.
    """

    number: str
    kind: str
    sequence: int
    person_id: str
    case_id: str
    grid: str
    name: str
    address: Address
    fields: Mapping[str, str]
    fingerprint: str
    issued_day: date
    batch: int = 1
    version: int = 1
    replaces: str = ""


@dataclass(slots=True)
class Identifiers:
    """What was issued and must never change: the ledger's side of reconciling.

    `persons` maps an evidence key (`id:…`, `phone:name|…`, `place:name|…`, `row:…`) to the person identifier it was
    first given; `cases` maps `person_id|anchor date` to the case identifier.
    """

    persons: dict[str, str] = dataclasses.field(default_factory=dict)
    cases: dict[str, str] = dataclasses.field(default_factory=dict)
    papers: list[Paper] = dataclasses.field(default_factory=list)


@dataclass(slots=True)
class Linked:
    """Who is who: what linking and settling versions gave; the rest of reconciling starts from it.

    Every column of every frame is text (empty = unknown) but `row` (int) and `score` (float). `records[form]` are the
    current records: `file, sheet, row, column`, the form's fields, `extra`, `person_id` (empty where nobody is named)
    and `own_id`, who that was before answers given by hand made one person of several.
    `people` and `links` have the data files' columns, `people` also `gender` and `age`. `facts`: person_id, field,
    value, file, sheet, row, current (yes/no): every value of every fact with its sources. `households`: compound,
    building, entrance, flat, grid, person_id, relation, source (register/found), file, sheet, row. `pairs` are the
    doubtful pairs of persons to ask about: pair_id, person_a, person_b, reason, consequence, score, decision, who
    decided it and the day when that arrived (`decided_by`, `decided_day`), the facts of both (`name_a`, `name_b`, …).
    """

    records: dict[str, pd.DataFrame]
    people: pd.DataFrame
    links: pd.DataFrame
    facts: pd.DataFrame
    households: pd.DataFrame
    pairs: pd.DataFrame
    findings: list[Finding]
    grid_of: Mapping[tuple[str, str], str]
    """The register of grids: (compound, building) → grid; building "" where the whole compound is one grid's."""
    known_as: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    """person_id → all identifiers that this person was ever given, where there are several."""


@dataclass(slots=True)
class Results:
    """All that one run knows, for the writers. Column names are those of the data files.

    `cases` carries more columns: `arithmetic` (Chinese) and `release_missing` (what a release still lacks, Chinese).
    `deliveries`: grid, worker, phone, form, status (sent, zero, missing), files. `papers` are all documents issued so
    far, this run's included.
    """

    day: date
    linked: Linked
    findings: list[Finding]
    cases: pd.DataFrame
    coverage: pd.DataFrame
    dispatch: pd.DataFrame
    tallies: pd.DataFrame
    deliveries: pd.DataFrame
    papers: tuple[Paper, ...] = ()
    case_of: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=dict)
    """Every case → the case that goes on for it (another, where two became one), and whose that is."""


@dataclass(frozen=True, slots=True)
class FileAccount:
    """A file of the desk and what its sheets gave."""

    source: SourceFile
    sheets: tuple[SheetRead, ...] = ()


@dataclass(slots=True)
class Receipt:
    """What a run did, for the terminal, the first page and `run.json`."""

    day: date
    received: list[SourceFile]
    seconds: dict[str, float]
    outputs: list[str] = dataclasses.field(default_factory=list)
    messages: list[str] = dataclasses.field(default_factory=list)
    defects: int = 0
