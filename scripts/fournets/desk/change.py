"""What a run decides: the values that go between inbox, archive and ledger."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from fournets.model import FileRead, FileState, Identifiers, SourceFile


@dataclass(frozen=True, slots=True)
class Clearing:
    """A decided file that is still to leave the inbox.

    `name` is as on the disk, below the inbox. `target` is where it goes: below `archive/duplicates` for a duplicate,
    below `inbox/退回` for a held file (with `note` beside it), empty for an accepted one (the archive has it already).
    `answers` is set for an answer sheet that lies in the outbox, below the outbox: it is copied and stays.
    """

    name: str
    size: int
    modified_ns: int
    sha256: str
    state: FileState
    target: str = ""
    note: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer sheet filled in where it lay in the outbox: its path there, and the bytes that were taken in."""

    day: date
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A file with its state, what was read of it, and where below `archive/originals/` it lies if it was accepted."""

    source: SourceFile
    read: FileRead | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a run left the desk when it had nothing more to do: the mark of its state, and what holds as long as that."""

    mark: str
    told: tuple[str, ...] = ()


@dataclass(slots=True)
class Change:
    """All that one run decides; the ledger commits it at once or not at all.

    `reader` stands for the way in which the files were read (program and settings): their reads are used as long as it
    stays the same. `identifiers` are all that were issued so far, this run's included.
    """

    run_id: str
    day: date
    identifiers: Identifiers
    reader: str = ""
    files: list[Decided] = dataclasses.field(default_factory=list)
    clearings: list[Clearing] = dataclasses.field(default_factory=list)
    taken: list[Taken] = dataclasses.field(default_factory=list)
