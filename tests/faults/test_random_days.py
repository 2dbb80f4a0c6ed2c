"""Days as they come: files dropped, outputs changed, deleted and put beside, runs killed; nothing is ever lost."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from tests.desk.small_run import DAY, change, drop, new_desk, outputs, run, sources, texts_below
from tests.faults.killing import is_killed

from fournets.desk.archive import REASON_ENDING
from fournets.desk.folders import Folders
from fournets.desk.ledger import Ledger
from fournets.model import FileState

KINDS = ("", "坏", "答")
NAMES = ("体温.txt", "第1网格/体温.txt", "第2网格/返乡.txt", "a.txt", "A.txt")


class Days:
    """A desk and everything that people did to it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.folders: Folders = new_desk(root)
        self.chance = random.Random(seed)
        self.moment = 0
        self.dropped: list[str] = []
        self.typed: set[str] = set()

    def happen(self) -> None:
        """One more thing happens."""
        actions = (self.drop_new, self.drop_new, self.drop_again, self.type_over, self.delete, self.run, self.kill)
        self.chance.choice(actions)()

    def drop_new(self) -> None:
        self.moment += 1
        self.place(self.chance.choice(NAMES), f"{self.chance.choice(KINDS)}第{self.moment}张")

    def drop_again(self) -> None:
        if self.dropped:
            self.moment += 1
            self.place(f"又{self.moment}.txt", self.chance.choice(self.dropped))

    def place(self, name: str, text: str) -> None:
        if not (self.folders.inbox / name).exists():
            drop(self.folders, name, text, self.moment)
            self.dropped.append(text)

    def published(self) -> list[Path]:
        return sorted(path for path in self.folders.day(DAY).rglob("*") if path.is_file() and "改过" not in path.name)

    def type_over(self) -> None:
        if places := self.published():
            self.moment += 1
            text = f"{self.chance.choice(KINDS)}写的{self.moment}"
            place = self.chance.choice(places)
            if place.read_text("utf-8") not in self.typed:
                change(place, text, self.moment)
                self.typed.add(text)

    def delete(self) -> None:
        if places := self.published():
            place = self.chance.choice(places)
            if place.read_text("utf-8") not in self.typed:
                place.unlink()

    def run(self) -> None:
        run(self.folders)

    def kill(self) -> None:
        is_killed(self.run, self.chance.randrange(1, 250))


def must_be_in_order(days: Days) -> None:
    folders = days.folders
    kept = Counter(
        text
        for folder in (folders.originals, folders.duplicates, folders.inbox)
        for name, text in texts_below(folder).items()
        if not name.endswith(REASON_ENDING)
    )
    assert not Counter(days.dropped) - kept
    assert set(kept) <= {*days.dropped, *days.typed}
    assert days.typed <= {*kept, *texts_below(folders.outbox).values()}
    accepted = [source.sha256 for source in sources(folders) if source.state is FileState.ACCEPTED]
    with Ledger(folders.ledger) as ledger:
        answers = {source.sha256 for source, read in ledger.reads() if read.tables[0].form == "review"}
        wanted = {path: data.decode("utf-8") for path, data in outputs(ledger)}
        assert ledger.pending() == []
        assert ledger.planned() == {}
    assert len([sha256 for sha256 in accepted if sha256 not in answers]) == len({*accepted} - answers)
    assert wanted.items() <= texts_below(folders.day(DAY)).items()
    assert not [path for path in folders.root.rglob("*") if path.name.startswith((".~", ".stage"))]


@pytest.mark.desk
@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_nothing_is_lost_and_nothing_counts_twice(tmp_path: Path, seed: int) -> None:
    days = Days(tmp_path, seed)
    for _ in range(4):
        for _ in range(12):
            days.happen()
        days.run()
        days.run()
        must_be_in_order(days)
