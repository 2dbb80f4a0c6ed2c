"""The first half of a run: what lies in the inbox is judged, read, and given one of its four states."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from fournets.catalogue.local_words import headings_here
from fournets.catalogue.settings import Settings
from fournets.desk import archive, deciding, inbox, outbox
from fournets.desk.change import Change, Decided
from fournets.desk.folders import Folders
from fournets.desk.inbox import Arrival
from fournets.desk.ledger import Ledger
from fournets.model import FileAccount, FileRead, FileState, SourceFile
from fournets.reading.context import ReadingContext
from fournets.reading.processes.pool import Job, Readers, read_all

DEFECT = "defect"
READER_ROOMS = ("values", "catalogue", "reading")
LOOKS_APART_SECONDS = 1.0
Pause = Callable[[], None]


@dataclass(slots=True)
class Intake:
    """What became of every file that lay in the inbox. `ignored` ones stay; `decided` go with the run's change."""

    decided: list[tuple[Arrival, Decided]] = field(default_factory=list)
    ignored: list[SourceFile] = field(default_factory=list)

    @property
    def received(self) -> list[SourceFile]:
        """Every file with its state."""
        return [decided.source for _, decided in self.decided] + self.ignored

    @property
    def reads(self) -> list[tuple[SourceFile, FileRead]]:
        """What the accepted files gave, in the order of their acceptance."""
        return [
            (decided.source, decided.read)
            for _, decided in self.decided
            if decided.source.state is FileState.ACCEPTED and decided.read is not None
        ]

    @property
    def defects(self) -> int:
        """Files at which the program itself went wrong."""
        return sum(decided.read is not None and decided.read.held == DEFECT for _, decided in self.decided)

    def store(self, folders: Folders, day: date) -> None:
        """Copy accepted files into the archive; a file that changed since it was read is for the next run."""
        stored = archive.store(folders, self.decided)
        self.decided = stored.decided
        self.ignored += deciding.ignored(stored.changed, day)

    def add_to(self, change: Change, folders: Folders) -> None:
        """Everything decided goes into the run's change."""
        change.files += [decided for _, decided in self.decided]
        change.clearings += archive.clearings(folders, self.decided, change.day)
        change.taken += outbox.taken(arrival for arrival, _ in self.decided)


def take_in(
    folders: Folders, ledger: Ledger, settings: Settings, day: date, pause: Pause, said: Callable[[str], None]
) -> Intake:
    """Look at the inbox (and at answer sheets filled in where they lie), read what is new, decide on each file."""
    with Readers(settings.limits) as readers:
        arrivals = _arrivals(folders, ledger, _starting_meanwhile(readers, pause))
        accepted = [account for account in ledger.accounts() if account.source.state is FileState.ACCEPTED]
        answers = [account.source.sha256 for account in accepted if _holds_answers(account)]
        found = deciding.candidates(arrivals, [account.source for account in accepted], answers)
        context = reading_context(settings, day)
        jobs = [Job(candidate.arrival.place, candidate.path, context) for candidate in found if candidate.to_read]
        reads: dict[str, FileRead] = {}
        for number, (job, read) in enumerate(readers.read_all(jobs), start=1):
            said(f"读表 {number}/{len(jobs)}")
            reads[job.name] = read
    decided = deciding.decide(found, reads, day, ledger.next_sequence())
    return Intake(decided, deciding.ignored(arrivals, day))


def _arrivals(folders: Folders, ledger: Ledger, pause: Pause) -> list[Arrival]:
    waiting = {clearing.name for clearing in ledger.pending()}
    return outbox.changed_answers(folders, ledger, pause) + inbox.look(folders, pause, waiting)


def _starting_meanwhile(readers: Readers, pause: Pause) -> Pause:
    """The pause between two looks at what has come: the readers load in it."""

    def paused() -> None:
        readers.prepare()
        pause()

    return paused


def _holds_answers(account: FileAccount) -> bool:
    forms = {form for sheet in account.sheets for form in sheet.forms}
    return bool(forms) and forms <= deciding.ANSWER_FORMS


def reading_context(settings: Settings, day: date) -> ReadingContext:
    """What the readers must know of this desk on a day of acceptance."""
    headings = headings_here(settings)
    return ReadingContext(
        day, headings, settings.area_code, settings.local_digits, settings.plate_province, settings.limits
    )


def reader_of(settings: Settings) -> str:
    """A fingerprint of all that a file's reading depends on beside the file: the program's rooms and the settings."""
    facts = (
        headings_here(settings),
        settings.area_code,
        settings.local_digits,
        settings.plate_province,
        settings.limits,
    )
    return hashlib.sha256(f"{_program()}{facts}".encode()).hexdigest()[:16]


@functools.cache
def _program() -> str:
    modules = (path for room in READER_ROOMS for path in sorted((Path(__file__).parent / room).rglob("*.py")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in modules)).hexdigest()


def all_reads(
    folders: Folders, ledger: Ledger, settings: Settings, said: Callable[[str], None]
) -> list[tuple[SourceFile, FileRead]]:
    """What every accepted file gave, in order of acceptance.

    Originals whose reads are missing or were made in another way are read again, as on their day of acceptance.
    """
    reader = reader_of(settings)
    jobs = [
        Job(folders.originals / place, source.path, reading_context(settings, source.day))
        for source, place in ledger.unread(reader)
    ]
    again: dict[str, FileRead] = {}
    for number, (job, read) in enumerate(read_all(jobs, settings.limits), start=1):
        said(f"重读原件 {number}/{len(jobs)}")
        again[job.name] = read
    if again:
        ledger.keep_reads(again, reader)
    return ledger.reads(reader)
