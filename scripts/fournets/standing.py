"""Whether a run could only do again what the last one did: one mark of all that the day's outputs depend on.

Everything is derived anew whenever the mark differs, and it differs whenever anything was touched; so a mark that is
the same saves work and can never tell one state from another wrongly. What the ledger holds needs no mark: only a run
changes it, and a run that changed something leaves a mark of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from fournets.desk.folders import CONFIGURATION, Folders
from fournets.desk.outbox import RECORD
from fournets.model import SourceFile

PROGRAM = Path(__file__).parent
"""Our own modules; which libraries they use says `requirements.txt`."""
TEMPLATES = ("documents", "reports", "superior")


def mark_of(folders: Folders, day: date, published: Iterable[str], left: Sequence[SourceFile]) -> str:
    """The mark of the desk as it is now.

    `published` are our files below the day's folder, `left` what stays in the inbox. Files are told apart by name, size
    and time of modification, so what a person changed or removed in the outbox is noticed; every run writes its own
    record, which is left out.
    """
    outputs = (folders.day(day) / path for path in sorted(published) if path != RECORD)
    looks = [_look(place) for place in (*_program(folders), *_set_up(folders), *outputs)]
    lying = [(source.path, source.reason) for source in left]
    return hashlib.sha256(repr((day, lying, looks)).encode("utf-8", "surrogatepass")).hexdigest()


def _program(folders: Folders) -> Iterator[Path]:
    yield folders.project / "requirements.txt"
    yield from sorted(PROGRAM.rglob("*.py"))


def _set_up(folders: Folders) -> Iterator[Path]:
    yield from (root / CONFIGURATION for root in (folders.root, folders.project))
    for kind in TEMPLATES:
        yield from folders.templates(kind, "")


def _look(place: Path) -> tuple[str, int, int]:
    """What tells whether a file was touched; one that is not there has no size."""
    try:
        status = place.stat()
    except OSError:
        return place.name, -1, 0
    return place.name, status.st_size, status.st_mtime_ns
