"""Desks as days bring them: `python -m tests.acceptance.measure_random --seeds 1-10`.

A random part of the sheets of an office arrives over several runs and days; sheets come again, as they are, under other
names and in later versions; returned copies come back corrected; answer sheets are filled in at random. After every run
the day is held against the contract. At the end the same files in one run, in another order, must come to the same.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from tests.acceptance.conduct import run
from tests.acceptance.desk_folder import Violation
from tests.acceptance.measure_desk import violations
from tests.held_apart.desk import OFFICES, build
from tests.held_apart.population import DAY
from tests.hostile.broken_files import broken_files

DAYS = [f"{DAY + timedelta(days=each)}" for each in range(3)]
SAME = ("coverage.csv", "tallies.csv")
WITHOUT = ("person_id", "case_id", "notice_number", "evidence", "score", "rule")
"""What a desk gives out in its own order, or says of it."""
HISTORY = "notices_issued"
"""Paper that was printed by an earlier run cannot be un-printed."""


class RandomDesk:
    """One desk whose sheets arrive by chance, the same for a seed."""

    def __init__(self, root: Path, seed: int, size: int) -> None:
        self.rng = random.Random(seed)
        self.root, self.made = root, root.with_name(f"{root.name}.made")
        build(self.made, seed, size, self.rng.choice(sorted(OFFICES)))
        (root / "inbox").mkdir(parents=True)
        files = sorted(path for path in (self.made / "inbox").rglob("*") if path.is_file())
        self.files = self.rng.sample(files, self.rng.randint(len(files) // 3, len(files)))
        self.clock = 1_581_000_000
        self.dropped: list[tuple[str, bytes, int]] = []

    def drop(self, name: str, data: bytes) -> None:
        """A file into the inbox, modified a minute after the one before."""
        self.clock += 60
        path = self.root / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (self.clock, self.clock))

    def name_of(self, path: Path) -> str:
        """The path below the inbox of a file that was made."""
        return path.relative_to(self.made / "inbox").as_posix()

    def sheets(self, files: Sequence[Path]) -> None:
        """Sheets of the office, some of them twice, some broken ones between."""
        for path in files:
            self.drop(self.name_of(path), path.read_bytes())
            self.dropped.append((self.name_of(path), path.read_bytes(), self.clock))
            if self.rng.random() < 0.05:
                self.drop(f"又一份/{path.name}", path.read_bytes())
        for name, data in self.rng.sample(list(broken_files()), 2):
            self.drop(f"坏的/{self.rng.randint(0, 99)}{Path(name).name}", data)

    def versions(self, files: Sequence[Path]) -> None:
        """Later versions of sheets that came before: a row more, a cell emptied, a cell changed."""
        for path in self.rng.sample(list(files), min(4, len(files))):
            if path.suffix == ".xlsx" and (data := self.changed(path.read_bytes())):
                self.drop(self.rng.choice((self.name_of(path), f"新的/{path.stem}2.xlsx")), data)

    def changed(self, data: bytes) -> bytes:
        """The workbook with a few cells changed; nothing where openpyxl cannot open it."""
        try:
            book = openpyxl.load_workbook(io.BytesIO(data))
        except (ValueError, KeyError, TypeError, BadZipFile):
            return b""
        sheet = self.rng.choice(book.worksheets[1:] or book.worksheets)
        for _ in range(3):
            row, column = self.rng.randint(4, max(sheet.max_row, 4)), self.rng.randint(2, max(sheet.max_column, 2))
            cell = sheet.cell(row, column)
            if type(cell).__name__ == "Cell":
                cell.value = self.rng.choice((None, "无", "2020-02-09", "正常", "13800000000", "王新来"))
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    def answers(self, day: str) -> None:
        """Returned copies corrected, doubtful pairs answered and papers signed, by chance."""
        out = self.root / "outbox" / day
        for path in self.rng.sample(found := sorted((out / "回执").rglob("*.xlsx")), min(4, len(found))):
            if data := self.changed(path.read_bytes()):
                self.drop(f"改好/{path.stem}{self.rng.randint(0, 999)}.xlsx", data)
        self.fill(out / "人工核对.xlsx", {"是否同一人": ["是", "否", "不确定", ""], "核对人": ["周晓岚"]})
        days = [f"{date.fromisoformat(day) - timedelta(days=each)}" for each in (-2, 0, 1)]
        self.fill(
            out / f"签收表_{day}.xlsx", {"签收日期": [*days, ""], "签收人": ["本人", ""], "签收方式": ["当面", "拒签"]}
        )

    def fill(self, path: Path, choices: dict[str, list[str]]) -> None:
        """An answer sheet with random answers, dropped back."""
        if not path.exists():
            return
        book = openpyxl.load_workbook(path)
        sheet: Worksheet = book.worksheets[0]
        for line in sheet.iter_rows(min_row=4):
            for cell in line:
                if sheet.cell(3, cell.column).value in choices and type(cell).__name__ == "Cell":
                    cell.value = self.rng.choice(choices[str(sheet.cell(3, cell.column).value)]) or None
        stream = io.BytesIO()
        book.save(stream)
        self.drop(f"答复/{path.name}", stream.getvalue())

    def days(self) -> Iterator[Violation]:
        """Three days, each with one or two runs, each held against the contract."""
        for number, day in enumerate(DAYS):
            part = self.files[number :: len(DAYS)]
            for batch in (part[::2], part[1::2]) if self.rng.random() < 0.5 else (part,):
                self.sheets(batch)
                if number:
                    self.versions(self.files[number - 1 :: len(DAYS)])
                    self.answers(DAYS[number - 1])
                yield from self.after(run("daily", "--root", self.root, "--day", day), day)

    def after(self, finished: object, day: str) -> Iterator[Violation]:
        """What does not hold after a run."""
        if finished.returncode:  # type: ignore[attr-defined]
            yield Violation("exit status 0", str(self.root), finished.stderr[-600:])  # type: ignore[attr-defined]
        yield from violations(self.root, day)

    def order(self) -> Iterator[Violation]:
        """The sheets alone, one by one over several runs and all at once: the same end."""
        ends = []
        for name, parts in (("several", 3), ("once", 1)):
            other = self.root.with_name(f"{self.root.name}.{name}")
            files = self.rng.sample(self.dropped, len(self.dropped))
            for part in range(parts):
                for path, data, modified in files[part::parts]:
                    target = other / "inbox" / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
                    os.utime(target, (modified, modified))
                finished = run("daily", "--root", other, "--day", DAYS[-1])
                yield from self.after(finished, DAYS[-1])
            ends.append(other / "outbox" / DAYS[-1] / "数据")
            shutil.rmtree(other / "archive", ignore_errors=True)
        yield from differences(*ends)


def differences(one: Path, other: Path) -> Iterator[Violation]:
    """Data files that differ by more than the identifiers that were given out."""
    for path in sorted(one.rglob("*.csv")):
        name = path.relative_to(one).as_posix()
        if name.startswith("records/") or name in (*SAME, "cases.csv", "dispatch.csv", "findings.csv"):
            first, second = (Counter(plain_lines(folder / name)) for folder in (one, other))
            if first != second:
                lines = list(((first - second) + (second - first)).elements())
                yield Violation("the order of arrival does not matter", name, f"{len(lines)} {lines[:4]}")


def plain_lines(path: Path) -> Iterator[str]:
    """A data file's lines without what is given out in order."""
    for row in csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")):
        if row.get("tally") != HISTORY:
            yield ",".join(f"{name}={value}" for name, value in row.items() if name not in WITHOUT and value)


def main() -> int:
    """Parse the arguments, let the days pass, tell what does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-3")
    parser.add_argument("--size", type=int, default=150, help="people of the community")
    parser.add_argument("--limit", type=int, default=3, help="violations shown of each sentence")
    parser.add_argument("--keep", type=Path, help="keep the desks here")
    parser.add_argument("--order", action="store_true", help="compare orders of arrival, too")
    options = parser.parse_args()
    low, _, high = options.seeds.partition("-")
    counted: Counter[str] = Counter()
    for seed in range(int(low), int(high or low) + 1):
        with tempfile.TemporaryDirectory() as scratch:
            desk = RandomDesk((options.keep or Path(scratch)) / f"random{seed}", seed, options.size)
            told: Counter[str] = Counter()
            for each in (*desk.days(), *(desk.order() if options.order else ())):
                told[each.sentence] += 1
                if told[each.sentence] <= options.limit:
                    print(f"  {str(each)[:600]}", flush=True)
            print(f"seed {seed}: {len(desk.files)} sheets, {sum(told.values())} violations", dict(told), flush=True)
            counted += told
    print("all seeds:", dict(counted))
    return int(bool(counted))


if __name__ == "__main__":
    sys.exit(main())
