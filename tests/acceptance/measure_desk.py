"""Every sentence of the contract that a desk's files can show: `python -m tests.acceptance.measure_desk DESK`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.acceptance import (
    cases,
    conduct,
    documents,
    doors_and_lists,
    files,
    findings,
    notation,
    outbox,
    people,
    returned_copies,
    sources,
    tallies,
    tallies_by_group,
)
from tests.acceptance.desk_folder import Check, DeskFolder, Violation, days_of

SECTIONS = (
    files,
    notation,
    sources,
    findings,
    people,
    cases,
    doors_and_lists,
    tallies,
    tallies_by_group,
    documents,
    outbox,
    returned_copies,
)
CHECKS: tuple[Check, ...] = tuple(check for section in SECTIONS for check in section.CHECKS)


def violations(root: Path, day: str, checks: Iterable[Check] = CHECKS) -> Iterator[Violation]:
    """All that does not hold for one day of a desk; the desk's last day, where files lie as they were left."""
    desk = DeskFolder(root, day)
    for check in checks:
        yield from check(desk)


def of_conduct(root: Path, day: str) -> Iterator[Violation]:
    """What does not hold when the scripts are run on a copy of the desk."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / root.name
        shutil.copytree(root, copy, copy_function=shutil.copy2)
        yield from violations(copy, day, conduct.CHECKS)


def main() -> int:
    """Parse the arguments, check, tell the first few of each sentence; the exit status says whether all hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desks", nargs="+", type=Path, metavar="DESK")
    parser.add_argument("--day", help="the reporting day; without it the last")
    parser.add_argument("--limit", type=int, default=4, help="violations shown of each sentence")
    parser.add_argument("--conduct", action="store_true", help="run the scripts on a copy, too")
    options = parser.parse_args()
    counted: Counter[str] = Counter()
    for root in options.desks:
        day = options.day or days_of(root)[-1]
        told: dict[str, int] = defaultdict(int)
        for each in chain(violations(root, day), of_conduct(root, day) if options.conduct else ()):
            told[each.sentence] += 1
            if told[each.sentence] <= options.limit:
                print(f"  {str(each)[:600]}")
        print(f"{root.name} {day}: {sum(told.values())} violations", dict(told))
        counted.update(told)
    print("all desks:", dict(counted))
    return int(bool(counted))


if __name__ == "__main__":
    sys.exit(main())
