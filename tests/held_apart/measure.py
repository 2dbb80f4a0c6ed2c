"""How well sheets of other hands are read: `python -m tests.held_apart.measure --seeds 1-5`."""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.held_apart import other_wordings, third_wordings, wordings
from tests.held_apart.desk import OFFICES, build
from tests.held_apart.population import DAY
from tests.held_apart.truth import MUST, Expect, TrueDesk, TrueRecord

from fournets.model import FileRead, Table
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file

KINDS = ("right", "empty with a finding", "empty without", "wrong with a finding", "wrong without", "finding missing")


@dataclass(frozen=True)
class Complaint:
    """One cell, record or sheet that was not read as it should have been."""

    kind: str
    form: str
    where: str
    written: str = ""
    expected: str = ""
    got: str = ""
    heading: str = ""

    def __str__(self) -> str:
        return f"{self.kind:21} {self.form:12} {self.where}  written {self.written!r} expected {self.expected} got {self.got!r}"


@dataclass
class Score:
    """Counts per form, the complaints, and how many outcomes of the day were wrong by kind."""

    cells: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    complaints: list[Complaint] = field(default_factory=list)
    outcomes: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def note(self, complaint: Complaint) -> None:
        self.cells[complaint.form][complaint.kind] += 1
        self.complaints.append(complaint)

    @property
    def total(self) -> Counter[str]:
        return sum(self.cells.values(), Counter())


def _same(value: str) -> str:
    """Texts are compared without regard to width, spaces and case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", value)).upper()


def _matches(expect: Expect, got: str) -> bool:
    return _same(got) in {_same(value) for value in expect.values}


Got = dict[str, str]


def _records_of(table: Table) -> Iterable[tuple[int, str, Got]]:
    names = list(table.columns)
    for index, (row, column) in enumerate(zip(table.rows, table.letters, strict=True)):
        yield row, column, {name: table.columns[name][index] for name in names}


def _likeness(record: TrueRecord, got: Got, column: str) -> float:
    right = sum(_matches(expect, got.get(name, "")) for name, expect in record.fields.items() if expect.values != ("",))
    return right + (0.5 if column in record.columns else 0)


def compare_file(truth: list[TrueRecord], read: FileRead, score: Score) -> None:
    """Match a file's records by sheet, form and row, then compare every cell."""
    gots: dict[tuple[str, str, int], list[tuple[str, Got]]] = defaultdict(list)
    for table in read.tables:
        for row, column, got in _records_of(table):
            gots[table.form, table.sheet, row].append((column, got))
    noted = {(each.sheet, each.row, mark) for each in read.findings for mark in (each.column, each.field) if mark}
    wanted: dict[tuple[str, str, int], list[TrueRecord]] = defaultdict(list)
    for record in truth:
        rows = [row for row in record.rows if (record.form, record.sheet, row) in gots]
        wanted[record.form, record.sheet, rows[0] if rows else record.row].append(record)
    for key in sorted({*gots, *wanted}):
        _compare_row(wanted.get(key, []), gots.get(key, []), key, truth, noted, score)


def _compare_row(wanted, gots, key, truth, noted, score) -> None:
    form, sheet, row = key
    left = list(gots)
    file = truth[0].file if truth else ""
    for record in sorted(wanted, key=lambda each: each.optional):
        if not left:
            if not record.optional:
                score.note(Complaint("record missing", form, f"{file}[{sheet}]{row}"))
            continue
        best = max(left, key=lambda each: _likeness(record, each[1], each[0]))
        if record.optional and best[0] not in record.columns:
            continue
        left.remove(best)
        score.cells[form]["records"] += 1
        if best[0] not in record.columns:
            score.note(Complaint("column letter", form, f"{file}[{sheet}]{row}", "", "/".join(record.columns), best[0]))
        compare_record(record, best[1], noted, score)
    for column, got in left:
        shown = " ".join(value for name, value in got.items() if value and name != "extra")[:80]
        score.note(Complaint("record extra", form, f"{file}[{sheet}]{row}{column}", got=shown))


def compare_record(record: TrueRecord, got: Got, noted: set[tuple[str, int, str]], score: Score) -> None:
    """Every cell of one record; `noted` are sheet, row and column letter or field of the findings."""
    for name, expect in record.fields.items():
        value = got.get(name, "")
        found = (record.sheet, record.row, name) in noted or (record.sheet, record.row, expect.column) in noted
        if "" in expect.values and value == "" and expect.finding != MUST and not expect.written:
            continue
        score.cells[record.form]["cells"] += 1
        if _matches(expect, value):
            kind = "right" if found or expect.finding != MUST else "finding missing"
        elif value == "":
            kind = "empty with a finding" if found else "empty without"
        else:
            kind = "wrong with a finding" if found else "wrong without"
        if kind == "right":
            score.cells[record.form]["right"] += 1
            continue
        where = f"{record.file}[{record.sheet}]{record.row}{expect.column} {name}"
        score.note(
            Complaint(
                kind,
                record.form,
                where,
                expect.written,
                "|".join(expect.values),
                value,
                f"{name}: {record.headings.get(name, '')}",
            )
        )
    kept = _same(" ".join(str(each) for each in json.loads(got.get("extra") or "{}").values()))
    for text in record.extra:
        score.cells[record.form]["extras"] += 1
        if _same(text) not in kept:
            score.note(
                Complaint("extra lost", record.form, f"{record.file}[{record.sheet}]{record.row}", text, got=kept)
            )


def _kinds_agree(wanted: Counter[str], got: dict[str, int]) -> bool:
    """Rows whose kind is open (`records|note`) may count as any kind that they name."""
    missing = {kind: number - wanted[kind] for kind, number in got.items()}
    open_rows = {kind: number for kind, number in wanted.items() if "|" in kind}
    named = {name for kind in open_rows for name in kind.split("|")}
    spare = all(number == 0 or (number > 0 and kind in named) for kind, number in missing.items())
    return spare and sum(missing.values()) == sum(open_rows.values())


def compare_sheets(desk: TrueDesk, file: str, read: FileRead, score: Score) -> None:
    """Compare the account of rows of each sheet with what the rows are."""
    accounts = {account.sheet: account for account in read.sheets}
    for sheet in (each for each in desk.sheets if each.file == file):
        account = accounts.get(sheet.sheet)
        form = ",".join(sheet.forms) or "none"
        if account is None:
            score.note(Complaint("sheet missing", form, f"{file}[{sheet.sheet}]"))
            continue
        wanted = Counter(sheet.kinds.values())
        got = {kind: getattr(account, kind) for kind in ("records", "blank", "heading", "total", "note", "held")}
        score.cells[form]["sheets"] += 1
        if sum(got.values()) != account.rows or account.rows != len(sheet.kinds):
            score.note(
                Complaint(
                    "rows do not add up",
                    form,
                    f"{file}[{sheet.sheet}]",
                    "",
                    str(len(sheet.kinds)),
                    f"{account.rows}: {got}",
                )
            )
        elif not _kinds_agree(wanted, got):
            score.note(
                Complaint(
                    "row kinds",
                    form,
                    f"{file}[{sheet.sheet}]",
                    "",
                    str(dict(wanted)),
                    str({k: n for k, n in got.items() if n}),
                )
            )


def measure(directory: Path, seed: int, size: int, only: str = "", office: str = "own") -> Score:
    """Make one desk, read every file of it, compare."""
    desk = build(directory, seed, size, office)
    score = Score()
    start = time.perf_counter()
    inbox = directory / "inbox"
    for path in sorted(
        each for each in inbox.rglob("*") if each.is_file() and only in each.relative_to(inbox).as_posix()
    ):
        name = path.relative_to(inbox).as_posix()
        began = time.perf_counter()
        read = read_file(path, name, ReadingContext(day=DAY))
        score.seconds += time.perf_counter() - began
        truth = [record for record in desk.records if record.file == name]
        score.cells["files"]["files"] += 1
        foreign = name.startswith("其他/")
        if bool(read.held) != foreign:
            score.note(
                Complaint(
                    "file held" if read.held else "foreign taken",
                    "files",
                    name,
                    got=f"{read.held} {dict(read.held_params)}",
                )
            )
        compare_file(truth, read, score)
        compare_sheets(desk, name, read, score)
    print(f"seed {seed}: made and compared in {time.perf_counter() - start:.1f} s, reading {score.seconds:.1f} s")
    return score


def report(scores: list[Score], limit: int) -> None:
    """Counts by form, then the first complaints of each kind."""
    total = Score()
    for score in scores:
        total.complaints += score.complaints
        for form, counts in score.cells.items():
            total.cells[form].update(counts)
    shown = (
        "records",
        "record missing",
        "record extra",
        "cells",
        *KINDS,
        "extra lost",
        "column letter",
        "row kinds",
        "rows do not add up",
        "file held",
    )
    for form in sorted(total.cells):
        counts = total.cells[form]
        print(f"{form:14}", "  ".join(f"{name} {counts[name]}" for name in shown if counts[name]))
    counts = total.total
    print("ALL           ", "  ".join(f"{name} {counts[name]}" for name in shown))
    lost = Counter(
        (each.form, each.heading) for each in total.complaints if each.kind in ("empty without", "wrong without")
    )
    print("\n== headings not understood (form, field: heading, cells)")
    for (form, heading), number in lost.most_common(limit):
        print(f"  {form:12} {heading!r} {number}")
    by_kind: dict[str, list[Complaint]] = defaultdict(list)
    for complaint in total.complaints:
        by_kind[complaint.kind].append(complaint)
    for kind, complaints in by_kind.items():
        print(f"\n== {kind}: {len(complaints)}")
        spread: Counter[str] = Counter()
        told = 0
        for complaint in complaints:
            place = re.sub(r"\d+[A-Z]*( \w+)?$", r"\1", complaint.where)
            spread[place] += 1
            if spread[place] <= 2 and told < limit:
                told += 1
                print(" ", complaint)


def main() -> None:
    """Parse the arguments, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-3")
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--limit", type=int, default=25, help="complaints shown of each kind")
    parser.add_argument("--keep", type=Path, help="keep the desks here")
    parser.add_argument("--only", default="", help="only files whose path holds this word")
    parser.add_argument("--other-words", action="store_true", help="drawn sheets in a second vocabulary")
    parser.add_argument("--third-words", action="store_true", help="drawn sheets in a third vocabulary")
    parser.add_argument("--office", choices=sorted(OFFICES), default="own", help="whose clerks fill the inbox")
    options = parser.parse_args()
    if options.other_words:
        wordings.HEADINGS.update(other_wordings.HEADINGS)
    if options.third_words:
        wordings.HEADINGS.update(third_wordings.HEADINGS)
    first, _, last = options.seeds.partition("-")
    scores = []
    for seed in range(int(first), int(last or first) + 1):
        with tempfile.TemporaryDirectory() as scratch:
            directory = (options.keep or Path(scratch)) / f"desk{seed}"
            scores.append(measure(directory, seed, options.size, options.only, options.office))
    report(scores, options.limit)


if __name__ == "__main__":
    main()
