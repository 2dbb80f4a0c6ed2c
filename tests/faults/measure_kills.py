"""Many kills of a batch of notices: `python -m tests.faults.measure_kills --kills 50 --cases 500`.

The whole group of processes is killed, once in every n-th part of the run at a moment drawn by chance; every fifth time
the run that makes it good is killed too. Then it must be as if nothing had happened, byte for byte.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.faults.batches import (
    DAILY,
    FIRST,
    NEXT_DAY,
    REBUILD,
    Job,
    a_day_later,
    desk_of,
    issued,
    moment_of,
    must_be_settled,
    must_be_whole,
    state,
)

QUIETER = 0.9


class Scene:
    """A desk before a job, and how it is after it when nothing happens."""

    def __init__(self, name: str, beginning: Path, job: Job) -> None:
        self.name, self.beginning, self.job = name, beginning, job
        self.issued_before = issued(beginning)
        self.ended = self.again("undisturbed")
        self.seconds = job.run(self.ended)
        self.ending = state(self.ended)

    def again(self, name: str) -> Path:
        """The desk as it was before."""
        place = self.beginning.with_name(f"{self.name}-{name}")
        shutil.copytree(self.beginning, place)
        return place

    def kill(self, part: float, *, twice: bool = False) -> str:
        """Kill the job after this part of its time and run it again; gives how far it had come, empty when it was done.

        The machine may have been busier before: what was done too soon counts as shorter from now on.
        """
        root = self.again("killed")
        reached = self.job.killed(root, part * self.seconds)
        how_far = moment_of(root, self.issued_before) if reached else ""
        must_be_whole(root)
        if twice:
            self.job.killed(root, part * self.seconds * 0.7)
            must_be_whole(root)
        self.job.run(root)
        self.seconds *= 1 if reached else QUIETER
        must_be_settled(root)
        after = state(root)
        differing = sorted(path for path in {*after, *self.ending} if after.get(path) != self.ending.get(path))
        assert differing == [], f"{self.name}, killed after {part:.2f} of {self.seconds:.1f} s: {differing[:5]}"
        shutil.rmtree(root)
        return how_far


def skip_the_day(beginning: Path, moment: float) -> None:
    """The first day's run is killed and never repeated: the next day's run takes all up, no number lost or double."""
    root = beginning.with_name(f"{beginning.name}-skipped")
    shutil.copytree(beginning, root)
    DAILY.killed(root, moment)
    must_be_whole(root)
    NEXT_DAY.run(root)
    must_be_settled(root)
    must_be_whole(root)
    left = [path for path in (root / "inbox").rglob("*") if path.is_file()]
    assert left == [], left
    shutil.rmtree(root)


def scenes(folder: Path, cases: int, wanted: set[str]) -> list[Callable[[], Scene]]:
    """What is killed: a first day, the day after it with new and changed arrivals, and a rebuild."""

    def next_day() -> Scene:
        return Scene("next", a_day_later(first.ended, cases), NEXT_DAY)

    first = Scene("first", desk_of(folder / "new", cases), DAILY)
    found = {"first": lambda: first, "rebuild": lambda: Scene("rebuild", first.ended, REBUILD), "next": next_day}
    return [found[name] for name in found if name in wanted]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenes", default="first,rebuild,next,skipped")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        wanted = set(options.scenes.split(","))
        for make in scenes(Path(folder), options.cases, wanted):
            scene = make()
            print(f"{scene.name}: {len(scene.ending)} files, {scene.seconds:.1f} s undisturbed", flush=True)
            reached: Counter[str] = Counter()
            for number in range(options.kills):
                how_far = ""
                while not how_far:
                    part = (number + chance.random()) / options.kills
                    how_far = scene.kill(part, twice=number % 5 == 4)
                reached[how_far] += 1
            print(f"{scene.name}: {options.kills} kills, all made good: {dict(reached)}", flush=True)
        if "skipped" in wanted:
            beginning = desk_of(Path(folder) / "skip", options.cases)
            for number in range(options.kills):
                skip_the_day(beginning, (number + chance.random()) / options.kills * 20)
            print(f"{FIRST} never repeated: {options.kills} kills, nothing lost, no number double", flush=True)


if __name__ == "__main__":
    main()
