"""A desk is run here as staff run it: by its scripts, in processes of their own."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from sample_desk import build

PROJECT = Path(__file__).resolve().parent.parent.parent
DAY = "2020-02-09"
SEED, LITTLE = 11, 0.022
Run = Callable[..., subprocess.CompletedProcess[str]]


class Desk:
    """A desk on disk, and what can be read off it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, script: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """One of the scripts on this desk."""
        command = [sys.executable, str(PROJECT / "scripts" / f"{script}.py"), "--root", str(self.root)]
        return subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1", **environment},
            check=False,
            timeout=280,
        )

    def daily(self, day: str = DAY, *arguments: object) -> subprocess.CompletedProcess[str]:
        """The main job for a day."""
        return self.run("daily", "--day", day, *arguments)

    def out(self, day: str = DAY) -> Path:
        """The day's folder."""
        return self.root / "outbox" / day

    def data(self, name: str, day: str = DAY) -> list[dict[str, str]]:
        """A data file's rows."""
        with (self.out(day) / "数据" / name).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    def truth(self, name: str) -> list[dict[str, str]]:
        """A file of the sample's truth."""
        with (self.root / "truth" / name).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    def run_record(self, day: str = DAY) -> dict[str, Any]:
        """run.json."""
        record: dict[str, Any] = json.loads((self.out(day) / "数据" / "run.json").read_text("utf-8"))
        return record

    def fingerprints(self, day: str = DAY) -> dict[str, tuple[str, int]]:
        """Every file of the day but the run's own record: hash and modification time."""
        return {
            str(path.relative_to(self.out(day))): (
                hashlib.sha256(path.read_bytes()).hexdigest(),
                path.stat().st_mtime_ns,
            )
            for path in sorted(self.out(day).rglob("*"))
            if path.is_file() and path.name != "run.json"
        }

    def tally(self, name: str, period: str = "", group: str = "community", value: str = "") -> set[str]:
        """What tallies.csv says of a number."""
        return {
            row["value"]
            for row in self.data("tallies.csv")
            if row["tally"] == name
            and row["group"] == group
            and row["group_value"] == value
            and (not period or row["period"] == period)
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk."""
    (tmp_path / "inbox").mkdir()
    return Desk(tmp_path)


@pytest.fixture(scope="package")
def little(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A sample desk of about 200 households after its run of the article's day; not to be changed.

    It is made once, by whichever of the tests' processes comes first.
    """
    base = tmp_path_factory.getbasetemp()
    made = Desk((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "little")
    with FileLock(f"{made.root}.lock"):
        if not made.out().exists():
            shutil.rmtree(made.root, ignore_errors=True)
            build(made.root, SEED, LITTLE)
            run = made.daily()
            assert run.returncode == 0, run.stderr
    return made
