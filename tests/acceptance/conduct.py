"""Sections 1 to 3, how the scripts behave on a desk: running again, deriving again, tracing, exit statuses, help.

They change the desk that they are run on: give a copy.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.acceptance.desk_folder import PROJECT, DeskFolder, Violation, sha256_of

SCRIPTS = ["daily", "run_on_schedule", "rebuild", "trace", "check_setup", "make_blank_forms", "make_sample_desk"]
COUNTED_BY_RECORD = [
    "fever_referrals",
    "passes_issued",
    "duty_shifts",
    "gate_entries",
    "vehicles_turned_back",
    "persons_turned_back",
    "dispatch_rows",
    "temperatures_taken",
    "fever_readings",
    "dispatch_missed",
    "dispatch_to_verify",
]
TRACED = re.compile(r"\t第 ?\d+ ?行|\t第 ")


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """One of the project's scripts in a process of its own."""
    command = [sys.executable, str(PROJECT / "scripts" / f"{script}.py"), *map(str, arguments)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def state_of(folder: Path, *, but: str = "run.json") -> Mapping[str, tuple[str, int]]:
    """Every file of a folder but the run's own record: hash and modification time."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != but)
    return {path.relative_to(folder).as_posix(): (sha256_of(path), path.stat().st_mtime_ns) for path in files}


def running_again_changes_nothing(desk: DeskFolder) -> Iterator[Violation]:
    """Running again on the same state changes nothing but the run's own record."""
    before = state_of(desk.root / "outbox")
    finished = run("daily", "--root", desk.root, "--day", desk.day)
    yield from _finished("daily again", finished, 0)
    yield from _same("running again changes nothing", before, state_of(desk.root / "outbox"))


def deriving_again_gives_the_same(desk: DeskFolder) -> Iterator[Violation]:
    """rebuild forgets and derives the same data files, numbers and identifiers."""
    before = {name: value[0] for name, value in state_of(desk.data_folder).items()}
    yield from _finished("rebuild", run("rebuild", "--root", desk.root), 0)
    yield from _finished("daily after rebuild", run("daily", "--root", desk.root, "--day", desk.day), 0)
    after = {name: value[0] for name, value in state_of(desk.data_folder).items()}
    yield from _same("rebuild derives the same", before, after)


def a_rehearsal_writes_nothing(desk: DeskFolder) -> Iterator[Violation]:
    """--dry-run leaves inbox, outbox and archive as they are."""
    before = state_of(desk.root, but="desk.lock")
    yield from _finished("dry run", run("daily", "--root", desk.root, "--day", desk.day, "--dry-run"), 0)
    yield from _same("a dry run writes nothing", before, state_of(desk.root, but="desk.lock"))


def _same(sentence: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Violation]:
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield Violation(sentence, name, "changed" if name in before and name in after else "came or went")


def _finished(what: str, finished: subprocess.CompletedProcess[str], status: int) -> Iterator[Violation]:
    if finished.returncode != status:
        yield Violation(f"exit status {status}", what, f"{finished.returncode} {finished.stderr[-400:]}")
    if "Traceback" in finished.stdout + finished.stderr:
        yield Violation("no traceback", what, finished.stderr[-600:])


def numbers_are_traced(desk: DeskFolder) -> Iterator[Violation]:
    """Behind a number that counts records stand as many of them, with file, sheet and row."""
    value = {(row["tally"], row["group"], row["period"]): row["value"] for row in desk.data("tallies.csv")}
    for name in COUNTED_BY_RECORD:
        traced = run("trace", "--root", desk.root, "--day", desk.day, name)
        yield from _finished(f"trace {name}", traced, 0)
        rows = sum(bool(TRACED.search(line)) for line in traced.stdout.splitlines())
        wanted = int(float(value.get((name, "community", "cumulative"), "") or 0))
        if rows != wanted:
            yield Violation("trace shows as many records as the number", name, f"{rows} of {wanted}")


def faults_are_said_plainly(desk: DeskFolder) -> Iterator[Violation]:
    """What the operator must fix is exit status 2 and one plain sentence."""
    with tempfile.TemporaryDirectory() as scratch:
        faulty = Path(scratch) / "desk"
        shutil.copytree(desk.root / "inbox", faulty / "inbox")
        (faulty / "config.yaml").write_text("rules: 14\n", "utf-8")
        for what, arguments in (
            ("a faulty configuration", ("--root", faulty)),
            ("no such folder", ("--root", Path(scratch) / "nowhere")),
            ("no such day", ("--root", desk.root, "--day", "2020-02-31")),
        ):
            finished = run("daily", *arguments)
            yield from _finished(what, finished, 2)
            if not re.search(r"[一-鿿].{4,}", finished.stderr + finished.stdout):
                yield Violation("one plain sentence", what, finished.stderr[-300:])
    yield from _finished("no such tally", run("trace", "--root", desk.root, "--day", desk.day, "没有这个数"), 2)


def help_is_in_both_languages(_: DeskFolder) -> Iterator[Violation]:
    """--help in Chinese and English, exit status 0."""
    for script in SCRIPTS:
        finished = run(script, "--help")
        yield from _finished(f"{script} --help", finished, 0)
        if not re.search(r"[一-鿿]{4}", finished.stdout) or not re.search(
            r"[a-z]{3,} [a-z]{2,} [a-z]", finished.stdout
        ):
            yield Violation("help in Chinese and English", script, finished.stdout[:300])


CHECKS = (
    running_again_changes_nothing,
    a_rehearsal_writes_nothing,
    numbers_are_traced,
    faults_are_said_plainly,
    help_is_in_both_languages,
    deriving_again_gives_the_same,
)
