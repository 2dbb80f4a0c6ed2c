"""Where everything of a desk lies."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fournets.catalogue.settings import Paths
from fournets.desk import effects
from fournets.desk.config import SetupFault

PROJECT = Path(__file__).resolve().parents[3]
"""The default desk, and where other desks get what they lack."""
RETURNED = "退回"
CONFIGURATION = "config.yaml"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the desk at `root`; what the desk lacks of templates comes from `project`."""

    root: Path
    paths: Paths
    project: Path

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.root / self.paths.inbox

    @property
    def outbox(self) -> Path:
        """Where the days' folders appear."""
        return self.root / self.paths.outbox

    @property
    def archive(self) -> Path:
        """What must be backed up."""
        return self.root / self.paths.archive

    @property
    def originals(self) -> Path:
        """The accepted files, unchanged."""
        return self.archive / "originals"

    @property
    def duplicates(self) -> Path:
        """Files whose bytes were accepted before."""
        return self.archive / "duplicates"

    @property
    def ledger(self) -> Path:
        """The desk's database."""
        return self.archive / "desk.sqlite3"

    @property
    def lock(self) -> Path:
        """The file that the system's lock is on."""
        return self.archive / "desk.lock"

    @property
    def stage(self) -> Path:
        """Where a day's outputs are made before they are put in place; on the outbox's own file system."""
        return self.outbox / ".stage"

    @property
    def returned(self) -> Path:
        """Where held files go back to people."""
        return self.inbox / RETURNED

    def held(self, day: date) -> Path:
        """One day's held files."""
        return self.returned / day.isoformat()

    def day(self, day: date) -> Path:
        """One reporting day's outputs."""
        return self.outbox / day.isoformat()

    def days(self) -> list[date]:
        """The days that have a folder in the outbox, in order."""
        names = (path.name for path in self.outbox.iterdir() if path.is_dir()) if self.outbox.is_dir() else ()
        return sorted(day for day in map(_day_of, names) if day)

    def template(self, kind: str, name: str) -> Path:
        """The desk's own template of that kind (`documents`, `reports`, `superior`), else the project's."""
        own = self.root / self.paths.templates / kind / name
        return own if own.is_file() else self.project / "templates" / kind / name

    def templates(self, kind: str, ending: str) -> list[Path]:
        """All templates of a kind, by name, the desk's own before the project's of the same name."""
        found: dict[str, Path] = {}
        for folder in (self.project / "templates" / kind, self.root / self.paths.templates / kind):
            found |= {path.name: path for path in folder.glob(f"*{ending}") if not path.name.startswith(("~", "."))}
        return [found[name] for name in sorted(found)]

    def make(self) -> None:
        """Make what is missing; raises `SetupFault` when a folder cannot be made or written to."""
        for fault in self.faults():
            raise SetupFault(fault)

    def faults(self) -> Iterator[str]:
        """What is wrong with the folders, one Chinese sentence each; makes what is missing."""
        if not self.root.is_dir():
            yield f"找不到工作台文件夹“{self.root}”，请检查路径是不是写对了。"
            return
        yield from self._entangled()
        for folder in (self.inbox, self.outbox, self.archive, self.originals, self.duplicates):
            if self._cannot_be_written(folder):
                yield f"文件夹“{folder}”建不成或不能写入，请检查权限、磁盘，或设置文件里 paths 的写法。"
                return
        if self._is_ledger_lost():
            yield (
                f"账本 {self.ledger.name} 不见了，而存档里还有原件，请从备份里恢复“{self.paths.archive}”文件夹；"
                f"确实要从头开始，请先把“{self.paths.archive}”文件夹改名。"
            )

    def _is_ledger_lost(self) -> bool:
        there = self.ledger.is_file() and self.ledger.stat().st_size > 0
        return not there and any(path.is_file() for path in self.originals.rglob("*"))

    def _entangled(self) -> Iterator[str]:
        named = {
            name: (self.root / name).resolve() for name in (self.paths.inbox, self.paths.outbox, self.paths.archive)
        }
        if len(named) < 3:
            yield "设置文件里 paths 的收件夹、发件夹和存档夹写成了同一个文件夹，请分开写。"
        for (name, place), (other, within) in itertools.permutations(named.items(), 2):
            if place.is_relative_to(within):
                yield f"设置文件里 paths 的文件夹“{name}”放在了“{other}”里面，请分开写。"

    @staticmethod
    def _cannot_be_written(folder: Path) -> bool:
        try:
            effects.make_folder(folder)
            effects.probe(folder)
        except OSError:
            return True
        return False


def _day_of(name: str) -> date | None:
    try:
        return date.fromisoformat(name) if len(name) == 10 else None
    except ValueError:
        return None
