"""A whole run of a desk in small: real folders, ledger and outbox around a reader that needs no workbook.

A file is text: `坏…` is held, `答…` is an answer sheet, anything else holds one record with that text as its name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fournets.catalogue.settings import Paths
from fournets.desk import archive, deciding, inbox, lock, outbox
from fournets.desk.change import Change
from fournets.desk.folders import Folders
from fournets.desk.inbox import Arrival
from fournets.desk.ledger import Ledger
from fournets.model import FileRead, FileState, Scope, SheetRead, SourceFile, Table

DAY = date(2020, 2, 9)
PROJECT = Path(__file__).resolve().parent.parent.parent
MODIFIED_NS = 1_581_200_000_000_000_000


def new_desk(root: Path) -> Folders:
    root.mkdir(parents=True, exist_ok=True)
    folders = Folders(root, Paths(), PROJECT)
    folders.make()
    return folders


def drop(folders: Folders, name: str, text: str, age: int = 0) -> Path:
    path = folders.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    change(path, text, age)
    return path


def change(path: Path, text: str, age: int = 0) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, ns=(MODIFIED_NS + age, MODIFIED_NS + age))


def read(place: Path) -> FileRead:
    text = place.read_text("utf-8")
    if text.startswith("坏"):
        return FileRead(held="no_form")
    form = "review" if text.startswith("答") else "fever"
    table = Table(form, "表", [2], ["A"], {"name": [text]}, {"name": "A"}, ("姓名",), Scope(sheet="表"))
    return FileRead([SheetRead("表", False, [form], rows=2, records=1, heading=1)], [table])


def no_pause() -> None:
    """The second look follows at once."""


def run(folders: Folders, day: date = DAY) -> outbox.Published:
    folders.make()
    with lock.hold(folders), Ledger(folders.ledger) as ledger:
        clear(folders, ledger)
        outbox.finish(folders, ledger)
        answers = outbox.changed_answers(folders, ledger, no_pause)
        waiting = {clearing.name for clearing in ledger.pending()}
        take_in(folders, ledger, inbox.look(folders, no_pause, waiting) + answers, day)
        clear(folders, ledger)
        return outbox.publish(folders, ledger, day, outputs(ledger))


def take_in(folders: Folders, ledger: Ledger, arrivals: list[Arrival], day: date) -> None:
    accepted = [source for source in ledger.sources() if source.state is FileState.ACCEPTED]
    answers = [source.sha256 for source, read in ledger.reads() if deciding.is_answer_sheet(read)]
    found = deciding.candidates(arrivals, accepted, answers)
    reads = {candidate.path: read(candidate.arrival.place) for candidate in found if candidate.to_read}
    stored = archive.store(folders, deciding.decide(found, reads, day, ledger.next_sequence()))
    change = Change(f"{day}", day, ledger.identifiers(), files=[item for _, item in stored.decided])
    change.clearings = archive.clearings(folders, stored.decided, day)
    change.taken = outbox.taken(arrival for arrival, _ in stored.decided)
    ledger.commit(change)


def clear(folders: Folders, ledger: Ledger) -> None:
    ledger.cleared(archive.clear(folders, ledger.pending()).done)


def outputs(ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    names = [name for _, read in ledger.reads() for table in read.tables for name in table.columns["name"]]
    yield "数据/run.json", json.dumps([repr(account) for account in ledger.accounts()]).encode()
    yield "汇总_2020-02-09.xlsx", "\n".join(names).encode()
    yield "人工核对.xlsx", f"请回答 {len(names)}".encode()
    yield "先看这里.docx", "总是一样".encode()
    yield from ((f"打印/{name}.docx", name.encode()) for name in names[-2:])


def texts_below(folder: Path) -> dict[str, str]:
    """Every file below the folder, by path, without what the system's lock and the ledger need."""
    return {
        str(path.relative_to(folder)): path.read_text("utf-8-sig")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".sqlite3", ".lock")
    }


def states(folders: Folders) -> list[tuple[str, str]]:
    with Ledger(folders.ledger) as ledger:
        return [(source.path, source.state.value) for source in ledger.sources()]


def sources(folders: Folders) -> list[SourceFile]:
    with Ledger(folders.ledger) as ledger:
        return ledger.sources()
