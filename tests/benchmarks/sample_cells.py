"""How much of the sample desk is read as it was written: `python -m tests.benchmarks.sample_cells DESK`.

Compares every cell of the desk's `truth/records/` with what reading gives at the same file, sheet, row and column,
and every planted mistake of a value with the findings at its cell. Run by hand; the numbers are reported, never timed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from fournets.catalogue.findings import VALUES
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file

Place = tuple[str, str, str, str, int]
"""File, sheet, row, column, and which of the records there: a cell with two readings gives two."""
COUNTED = ("compared", "equal", "empty with a finding", "empty without a finding", "wrong", "missing", "extra")
WHERE = ("compound", "building", "entrance", "flat")


@dataclass
class Comparison:
    counts: Counter[str] = field(default_factory=Counter)
    differences: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def add(self, kind: str, line: str = "", *group: str) -> None:
        self.counts[kind] += 1
        if line:
            self.differences.setdefault((kind, *group), []).append(line)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read_desk(inbox: Path, day: date) -> dict[str, FileRead]:
    files = sorted(path for path in inbox.rglob("*") if path.is_file())
    context = ReadingContext(day)
    return {
        path.relative_to(inbox).as_posix(): read_file(path, path.relative_to(inbox).as_posix(), context)
        for path in files
    }


def records_of(reads: dict[str, FileRead]) -> dict[str, dict[Place, dict[str, str]]]:
    found: dict[str, dict[Place, dict[str, str]]] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for name, read in reads.items():
        for table in read.tables:
            for index, (row, letter) in enumerate(zip(table.rows, table.letters, strict=True)):
                record = {field_name: cells[index] for field_name, cells in table.columns.items()}
                place = (table.form, name, table.sheet, str(row), letter)
                found.setdefault(table.form, {})[(*place[1:], seen[place])] = record
                seen[place] += 1
    return found


def compare(desk: Path, day: date) -> Comparison:
    reads = read_desk(desk / "inbox", day)
    result = Comparison()
    for name, read in reads.items():
        if read.held:
            result.add("held", read.held, name)
    found = records_of(reads)
    said = {
        (name, finding.sheet, str(finding.row), finding.field)
        for name, read in reads.items()
        for finding in read.findings
    }
    files: set[tuple[str, str]] = set()
    for path in sorted((desk / "truth" / "records").glob("*.csv")):
        form, truth = path.stem, rows_of(path)
        mine = found.get(form, {})
        places = set()
        occurrences: Counter[tuple[str, ...]] = Counter()
        for row in truth:
            written = (row.pop("file"), row.pop("sheet"), row.pop("row"), row.pop("column"))
            place = (*written, occurrences[written])
            occurrences[written] += 1
            places.add(place)
            files.add((form, place[0]))
            if place not in mine:
                result.add("missing", f"{place}", form, place[0])
                continue
            _compare_cells(form, place, row, mine[place], said, result)
        for place in mine:
            if place not in places and (form, place[0]) in files:
                result.add("extra", f"{place} {mine[place]}", form, place[0])
    _compare_findings(desk, reads, result)
    return result


def _compare_cells(
    form: str,
    place: Place,
    truth: dict[str, str],
    mine: dict[str, str],
    said: set[tuple[str, str, str, str]],
    result: Comparison,
) -> None:
    for name, expected in truth.items():
        result.add("compared")
        got = mine[name]
        spoken = any((*place[:3], other) in said for other in ((name, "address") if name in WHERE else (name,)))
        if got == expected:
            result.add("equal")
        elif not got:
            result.add(
                "empty with a finding" if spoken else "empty without a finding",
                "" if spoken else f"{place[1:]} expected {expected!r}",
                form,
                place[0],
                name,
            )
        elif name == "id_number" and spoken:
            result.add("as written, with a finding")
        else:
            result.add("wrong", f"{place[1:]} expected {expected!r} got {got!r}", form, place[0], name)


def _compare_findings(desk: Path, reads: dict[str, FileRead], result: Comparison) -> None:
    planted = [row for row in rows_of(desk / "truth" / "planted.csv") if row["code"] in VALUES]
    places = {(row["file"], row["sheet"], row["row"], row["column"]) for row in planted}
    said: dict[tuple[str, ...], set[str]] = {}
    for name, read in reads.items():
        for finding in read.findings:
            if finding.code in VALUES:
                said.setdefault((name, finding.sheet, str(finding.row), finding.column), set()).add(finding.code)
    for row in planted:
        place = (row["file"], row["sheet"], row["row"], row["column"])
        if row["code"] in said.get(place, ()):
            result.add("planted found")
        else:
            result.add("planted not found", f"{place[1:]}: {said.get(place)}", row["code"], place[0])
    for place, codes in said.items():
        if place not in places:
            result.add("finding without a mistake", f"{place[1:]} {codes}", place[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2020, 2, 9))
    parser.add_argument("--show", type=int, default=30, help="how many differences to print")
    given = parser.parse_args()
    result = compare(given.desk, given.day)
    for kind in dict.fromkeys((*COUNTED, *sorted(result.counts))):
        print(f"{kind:26}{result.counts[kind]:>9}")
    for group, lines in list(result.differences.items())[: given.show]:
        print(*group, f"× {len(lines)}: {lines[0]}")


if __name__ == "__main__":
    main()
