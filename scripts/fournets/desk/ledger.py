"""The desk's memory: one SQLite file, one transaction for all that a run decides.

Rollback journal and full synchronisation, no WAL: a desk may lie on a share. Kept are the acceptance record of every
file, the reads of accepted files (a cache), what was issued, what still has to leave the inbox, and what was published.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from fournets.desk.change import Change, Clearing, Standing, Taken
from fournets.desk.database import Database, as_bytes
from fournets.desk.packing import from_named, named, pack, shape_of, unpack
from fournets.model import FileAccount, FileRead, FileState, Identifiers, Paper, SheetRead, SourceFile

Row = Any
SOURCE = "path, sha256, modified_ns, day, state, reason, sequence"
Known = Mapping[str, frozenset[str]]


class Ledger:
    """The open ledger of a desk, best in a `with` block; raises `SetupFault` when its file is not usable."""

    def __init__(self, path: Path) -> None:
        """Open the file, and make it where there is none."""
        self._database = Database(path)

    def __enter__(self) -> Ledger:
        """The ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def sources(self) -> list[SourceFile]:
        """Every file of the desk so far, in the order in which they were decided."""
        return [_source(row) for row in self._rows(f"SELECT {SOURCE} FROM files ORDER BY id")]

    def accounts(self) -> list[FileAccount]:
        """Every file of the desk so far, with its sheets' row counts."""
        rows = self._rows(f"SELECT {SOURCE}, sheets FROM files ORDER BY id")
        return [FileAccount(_source(row), tuple(unpack(list[SheetRead], row[-1])) if row[-1] else ()) for row in rows]

    def next_sequence(self) -> int:
        """The number of the next acceptance."""
        ((latest,),) = self._rows("SELECT max(sequence) FROM files WHERE state = 'accepted'")
        return int(latest or 0) + 1

    def reads(self, reader: str = "") -> list[tuple[SourceFile, FileRead]]:
        """The kept reads of accepted files that this reader made, in order of acceptance."""
        rows = self._rows(
            f"SELECT {SOURCE}, read FROM files JOIN reads USING (path) "
            "WHERE state = 'accepted' AND reader = ? AND shape = ? ORDER BY sequence",
            *(reader, shape_of(FileRead)),
        )
        return [(_source(row), unpack(FileRead, row[-1])) for row in rows]

    def unread(self, reader: str = "") -> list[tuple[SourceFile, str]]:
        """The accepted files without such a read, and where each lies below `archive/originals/`."""
        rows = self._rows(
            f"SELECT {SOURCE}, place FROM files WHERE state = 'accepted' AND path NOT IN "
            "(SELECT path FROM reads WHERE reader = ? AND shape = ?) ORDER BY sequence",
            *(reader, shape_of(FileRead)),
        )
        return [(_source(row), row[-1]) for row in rows]

    def places(self) -> dict[str, str]:
        """Where each accepted file lies below `archive/originals/`, by its path."""
        return dict(self._rows("SELECT path, place FROM files WHERE state = 'accepted' ORDER BY sequence"))

    def identifiers(self) -> Identifiers:
        """Everything that was issued so far."""
        return Identifiers(
            dict(self._rows("SELECT evidence, person_id FROM persons ORDER BY rowid")),
            dict(self._rows("SELECT period, case_id FROM cases ORDER BY rowid")),
            [from_named(Paper, row[0]) for row in self._rows("SELECT paper FROM papers ORDER BY id")],
        )

    def last_day(self) -> date | None:
        """The reporting day of the latest run; None before the first."""
        rows = self._rows("SELECT day FROM runs ORDER BY id DESC LIMIT 1")
        return date.fromisoformat(rows[0][0]) if rows else None

    def standing(self) -> Standing | None:
        """How the latest run left the desk; None where it was broken off, or left something to be tried again."""
        rows = self._rows("SELECT standing FROM runs ORDER BY id DESC LIMIT 1")
        return from_named(Standing, rows[0][0]) if rows and rows[0][0] else None

    def pending(self) -> list[Clearing]:
        """What was decided and is still to leave the inbox."""
        return [from_named(Clearing, row[0]) for row in self._rows("SELECT clearing FROM clearings ORDER BY id")]

    def published(self, day: date) -> Known:
        """By path, the bytes (sha256) of ours that may lie in that day's folder: published, planned, or taken in."""
        known: dict[str, set[str]] = {}
        for path, sha256 in self._rows("SELECT path, sha256 FROM outputs WHERE day = ?", day.isoformat()):
            known.setdefault(path, set()).add(sha256)
        return {path: frozenset(hashes) for path, hashes in known.items()}

    def planned(self) -> dict[date, dict[str, str]]:
        """The days whose folder is just being brought up to date: what is to lie there, by path."""
        plans: dict[date, dict[str, str]] = {}
        for day, path, sha256 in self._rows("SELECT day, path, sha256 FROM outputs WHERE planned ORDER BY id"):
            plans.setdefault(date.fromisoformat(day), {})[path] = sha256
        return plans

    def commit(self, change: Change) -> None:
        """Keep all that a run decided, in one transaction."""
        with self._database.transaction():
            self._keep_files(change)
            self._keep_reads(_accepted(change), change.reader)
            self._keep_new("persons", "evidence", "person_id", change.identifiers.persons)
            self._keep_new("cases", "period", "case_id", change.identifiers.cases)
            self._keep_papers(change.identifiers.papers)
            clearings = ((named(item),) for item in change.clearings)
            self._database.run_each("INSERT INTO clearings (clearing) VALUES (?)", clearings)
            self._keep_taken(change.taken)
            self._database.run("INSERT INTO runs (run_id, day) VALUES (?, ?)", change.run_id, change.day.isoformat())

    def cleared(self, done: Iterable[Clearing]) -> None:
        """Forget what has left the inbox."""
        with self._database.transaction():
            self._database.run_each("DELETE FROM clearings WHERE clearing = ?", ((named(item),) for item in done))

    def keep_reads(self, reads: Mapping[str, FileRead], reader: str = "") -> None:
        """Keep reads of accepted files that were made anew from the archive, by path."""
        with self._database.transaction():
            self._keep_reads(reads, reader)

    def forget_reads(self) -> None:
        """Drop all that can be read again from the originals."""
        with self._database.transaction():
            self._database.run("DELETE FROM reads")

    def plan(self, day: date, outputs: Mapping[str, str]) -> None:
        """From now on that day's folder is to hold these paths and bytes (sha256), whatever happens meanwhile."""
        with self._database.transaction():
            self._database.run("DELETE FROM outputs WHERE day = ? AND planned", day.isoformat())
            self._keep_outputs(day, outputs.items(), planned=1)

    def settle(self, day: date, outputs: Iterable[tuple[str, str]]) -> None:
        """That day's folder holds these paths and bytes of ours; its plan is carried out."""
        with self._database.transaction():
            self._database.run("DELETE FROM outputs WHERE day = ?", day.isoformat())
            self._keep_outputs(day, sorted(outputs), planned=0)

    def stand(self, standing: Standing) -> None:
        """The latest run has nothing more to do."""
        with self._database.transaction():
            latest = "(SELECT max(id) FROM runs)"
            self._database.run(f"UPDATE runs SET standing = ? WHERE id = {latest}", named(standing))

    def _rows(self, query: str, *values: object) -> list[Row]:
        return self._database.rows(query, *values)

    def _keep_files(self, change: Change) -> None:
        rows = (
            (
                *(item.source.path, item.source.sha256, item.source.modified_ns, item.source.day.isoformat()),
                *(item.source.state.value, item.source.reason, item.source.sequence, item.place),
                pack(item.read.sheets) if item.read else None,
            )
            for item in change.files
        )
        self._database.run_each(f"INSERT INTO files ({SOURCE}, place, sheets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _keep_reads(self, reads: Mapping[str, FileRead], reader: str) -> None:
        kept = ((path, reader, shape_of(FileRead), pack(read)) for path, read in reads.items())
        self._database.run_each("INSERT OR REPLACE INTO reads (path, reader, shape, read) VALUES (?, ?, ?, ?)", kept)
        sheets = ((pack(read.sheets), path) for path, read in reads.items())
        self._database.run_each("UPDATE files SET sheets = ? WHERE path = ? AND state = 'accepted'", sheets)

    def _keep_new(self, table: str, key: str, value: str, issued: Mapping[str, str]) -> None:
        known = {row[0] for row in self._rows(f"SELECT {key} FROM {table}")}
        rows = ((as_bytes(name), identifier) for name, identifier in issued.items() if name not in known)
        self._database.run_each(f"INSERT INTO {table} ({key}, {value}) VALUES (CAST(? AS TEXT), ?)", rows)

    def _keep_papers(self, papers: Iterable[Paper]) -> None:
        known = {row[0] for row in self._rows("SELECT number FROM papers")}
        rows = ((paper.number, named(paper)) for paper in papers if paper.number not in known)
        self._database.run_each("INSERT INTO papers (number, paper) VALUES (?, ?)", rows)

    def _keep_taken(self, taken: Iterable[Taken]) -> None:
        for item in taken:
            self._database.run("DELETE FROM outputs WHERE day = ? AND path = ?", item.day.isoformat(), item.path)
            self._keep_outputs(item.day, [(item.path, item.sha256)], planned=0)

    def _keep_outputs(self, day: date, outputs: Iterable[tuple[str, str]], planned: int) -> None:
        rows = ((day.isoformat(), path, sha256, planned) for path, sha256 in outputs)
        self._database.run_each("INSERT INTO outputs (day, path, sha256, planned) VALUES (?, ?, ?, ?)", rows)


@contextmanager
def copy_of(path: Path) -> Iterator[Ledger]:
    """A private copy of the ledger to look at and try things on; the desk's own is not touched.

    It takes an interrupted transaction's journal along, and is empty where there is no ledger yet.
    """
    with tempfile.TemporaryDirectory() as folder:
        for file in (path, path.with_name(f"{path.name}-journal")):
            if file.is_file():
                shutil.copyfile(file, Path(folder) / file.name)
        with Ledger(Path(folder) / path.name) as ledger:
            yield ledger


def _accepted(change: Change) -> dict[str, FileRead]:
    return {
        item.source.path: item.read
        for item in change.files
        if item.source.state is FileState.ACCEPTED and item.read is not None
    }


def _source(row: Row) -> SourceFile:
    path, sha256, modified_ns, day, state, reason, sequence = row[:7]
    return SourceFile(path, sha256, modified_ns, date.fromisoformat(day), FileState(state), reason, sequence)
