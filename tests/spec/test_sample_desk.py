"""The day on a little sample desk, against its truth: what was planted is found, and nothing else is asked."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.reconciling.drawn import SETTINGS

from fournets.catalogue.checks import CHECKS
from fournets.catalogue.findings import severity
from fournets.model import FileRead, FileState, Identifiers, Results, Severity, SourceFile
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file
from fournets.reconciling.day import reconcile
from fournets.reconciling.linking import link
from sample_desk import build

pytestmark = pytest.mark.desk
DAY = date(2020, 2, 9)
SEED, SCALE = 11, 0.05
Rows = list[dict[str, str]]
Key = tuple[str, str, str, str, str]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("day") / "desk"
    build(directory, SEED, SCALE)
    return directory


@pytest.fixture(scope="module")
def truth(root: Path) -> Callable[[str], Rows]:
    def read(name: str) -> Rows:
        with (root / "truth" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    return read


@pytest.fixture(scope="module")
def results(root: Path) -> Results:
    reads: list[tuple[SourceFile, FileRead]] = []
    files = sorted(path for path in (root / "inbox").rglob("*") if path.is_file())
    for number, path in enumerate(files):
        name = path.relative_to(root / "inbox").as_posix()
        modified = path.stat().st_mtime_ns
        source = SourceFile(name, f"{number:064}", modified, DAY, FileState.ACCEPTED, sequence=number)
        reads.append((source, read_file(path, name, ReadingContext(day=DAY))))
    identifiers = Identifiers()
    linked = link(reads, identifiers, SETTINGS, DAY)
    return reconcile(linked, reads, identifiers, SETTINGS, DAY)


def planted(truth: Callable[[str], Rows]) -> set[Key]:
    return {
        (row["code"], row["file"], row["sheet"], row["row"] or "0", row["grid"] if not row["file"] else "")
        for row in truth("planted")
        if row["code"] in CHECKS
    }


def told(results: Results) -> set[Key]:
    return {
        (one.code, one.file, one.sheet, str(one.row), one.grid if not one.file else "")
        for one in results.findings
        if one.code in CHECKS and severity(one) is Severity.CONFIRM
    }


def test_every_planted_contradiction_is_found(results: Results, truth: Callable[[str], Rows]) -> None:
    assert planted(truth) and not planted(truth) - told(results)


def test_nothing_else_is_asked_but_the_other_row_of_two_arrivals(
    results: Results, truth: Callable[[str], Rows]
) -> None:
    assert {key[0] for key in told(results) - planted(truth)} <= {"two_arrivals"}


def test_every_row_of_the_list_is_in_its_bucket(results: Results, truth: Callable[[str], Rows]) -> None:
    expected = {(row["file"], row["sheet"], row["row"]): row["bucket"] for row in truth("dispatch")}
    lines = results.dispatch
    columns = (lines[name] for name in ("file", "sheet", "row", "bucket"))
    assert {(file, sheet, str(row)): bucket for file, sheet, row, bucket in zip(*columns, strict=True)} == expected


def test_cases_stand_as_they_should(results: Results, truth: Callable[[str], Rows]) -> None:
    sound = [row for row in truth("cases") if not row["planted"]]
    names = results.linked.people.set_index("person_id")["name"]
    columns = (results.cases[name] for name in ("person_id", "category", "arrive_date", "status"))
    found = {(names[person], *rest) for person, *rest in zip(*columns, strict=True)}
    assert sound and not {(row["name"], row["category"], row["arrive_date"], row["status"]) for row in sound} - found
    assert len(results.cases) == len(truth("cases"))
