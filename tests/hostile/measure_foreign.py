"""Other projects' workbooks through the main job, by hand: `python -m tests.hostile.measure_foreign FOLDER`.

Copies the folder into the inbox of a fresh desk, runs the desk twice and derives it again, and prints the account: what
became of every file and why, crashes and defects, seconds, memory, the slowest file. With `--compare` each file is then
opened by other readers too, and every file is listed of which they see more cells than we do.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.hostile.other_readers import LIMITS, Answer, everybody_on

from fournets.reading.context import ReadingContext
from fournets.reading.processes.pool import Job, read_all

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2020, 2, 9)
SHOWN = 12
REASON_ENDING = ".原因.txt"
DISTRUSTED = ("crashed", "defect", "timeout", "memory")


@dataclass(frozen=True, slots=True)
class Finished:
    """A script that has ended. `peak_mb` is its own memory, without its workers'."""

    status: int
    seconds: float
    peak_mb: int
    said: str


def run(script: str, desk: Path, *options: str) -> Finished:
    """One of the project's scripts on the desk."""
    began, peak = time.perf_counter(), 0
    command = [sys.executable, str(ROOT / "scripts" / script), "--root", str(desk), *options]
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT) as process,
    ):
        while process.poll() is None:
            peak = max(peak, _peak_mb(process.pid))
            time.sleep(0.2)
        said.seek(0)
        return Finished(process.returncode, time.perf_counter() - began, peak, said.read())


def _peak_mb(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) >> 10 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def account(desk: Path) -> dict[str, Any]:
    """`run.json` of the desk."""
    found: dict[str, Any] = json.loads(
        (desk / "outbox" / DAY.isoformat() / "数据" / "run.json").read_text(encoding="utf-8")
    )
    return found


def faults(desk: Path, dropped: int) -> Iterator[str]:
    """What does not add up after the first run."""
    files = account(desk)["files"]
    if len(files) != dropped:
        yield f"{dropped} files were dropped, {len(files)} are accounted for"
    returned = [path for path in (desk / "inbox" / "退回").rglob("*") if path.is_file()]
    notes = {path for path in returned if path.name.endswith(REASON_ENDING)}
    for path in returned:
        if path not in notes and path.with_name(path.name + REASON_ENDING) not in notes:
            yield f"no reason beside {path}"
    states = Counter(file["state"] for file in files)
    if len(returned) - len(notes) != states["held"]:
        yield f"{states['held']} files are held, {len(returned) - len(notes)} lie in 退回"
    for file in files:
        if file["state"] == "accepted" and not any(sheet["forms"] for sheet in file["sheets"]):
            yield f"accepted without a form: {file['file']}"
        if file["state"] != "accepted" and not file["reason"]:
            yield f"{file['state']} without a reason: {file['file']}"


def report(desk: Path, dropped: int) -> None:
    """The account of the first run."""
    files = account(desk)["files"]
    for (state, reason), count in Counter((file["state"], file["reason"]) for file in files).most_common():
        print(f"{count:6} {state:9} {reason}")
    for file in files:
        if file["state"] == "accepted":
            forms = {form for sheet in file["sheets"] for form in sheet["forms"]}
            print(f"accepted as {sorted(forms)}, {sum(sheet['records'] for sheet in file['sheets'])}: {file['file']}")
    for fault in faults(desk, dropped):
        print(f"FAULT {fault}")


def timings(folder: Path) -> None:
    """Each file alone through the workers: the slowest ones, and those that cost a worker."""
    context = ReadingContext(day=DAY, limits=LIMITS)
    jobs = [Job(path, str(path.relative_to(folder)), context) for path in _files(folder)]
    taken: list[tuple[float, str]] = []
    for job in jobs:
        began = time.perf_counter()
        ((_, read),) = read_all([job], LIMITS)
        taken.append((time.perf_counter() - began, job.name))
        if read.held in DISTRUSTED:
            print(f"{read.held} {dict(read.held_params)}: {job.name}")
    for seconds, name in sorted(taken, reverse=True)[:5]:
        print(f"{seconds:6.2f} s {name}")


def compare(folder: Path) -> None:
    """Every file of which another reader sees cells that we do not."""
    seen: Counter[str] = Counter()
    for path, answers in everybody_on(_files(folder)):
        for verdict in _less(answers):
            seen[verdict.partition(":")[0]] += 1
            if seen[verdict.partition(":")[0]] <= SHOWN:
                print(f"{verdict}  {path.relative_to(folder)}")
    print(dict(seen))


def _less(answers: Mapping[str, Answer]) -> Iterator[str]:
    ours = answers["ours"]
    if isinstance(ours, str) and not ours.startswith("Unreadable: "):
        yield f"broke: {ours}"
    for name, theirs in answers.items():
        if isinstance(theirs, str):
            continue
        if isinstance(ours, str):
            if any(theirs.values()):
                yield f"held {ours.removeprefix('Unreadable: ')}: {name} sees {sum(theirs.values())} cells"
        elif fewer := {sheet: count for sheet, count in theirs.items() if ours.get(sheet, 0) < count}:
            sheet, count = next(iter(fewer.items()))
            yield f"fewer than {name}: {ours.get(sheet, 0)} instead of {count} on {sheet!r}"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--compare", action="store_true", help="open every file with other readers too")
    parser.add_argument("--each", action="store_true", help="time every file alone")
    options = parser.parse_args()
    files = _files(options.folder)
    print(f"{len(files)} files: {dict(Counter(path.suffix.lower() for path in files).most_common())}")
    with tempfile.TemporaryDirectory() as scratch:
        desk = Path(scratch)
        shutil.copytree(options.folder, desk / "inbox")
        for number, script in enumerate(("daily.py", "daily.py", "rebuild.py")):
            ended = run(script, desk, *(("--day", DAY.isoformat()) if script == "daily.py" else ()))
            print(f"{script}: status {ended.status}, {ended.seconds:.1f} s, {ended.peak_mb} MB; {_last(ended.said)}")
            if number == 0:
                report(desk, len(files))
    if options.each:
        timings(options.folder)
    if options.compare:
        compare(options.folder)


def _last(said: str) -> str:
    return next((line.strip() for line in said.splitlines() if line.startswith("收到")), said[-300:])


if __name__ == "__main__":
    main()
