"""A desk with as many notices to print as wanted, run by its scripts and killed from outside at any moment."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from fournets.desk.effects import TEMPORARY
from fournets.values.identity import check_digit

PROJECT = Path(__file__).resolve().parents[2]
FIRST, SECOND = "2020-02-09", "2020-02-10"
HEADINGS = ["姓名", "身份证号", "联系电话", "小区", "楼号", "单元", "房号", "返回时间", "来源地", "交通工具"]
A_SHEET = 50
Row = list[str]


def person(number: int, **changes: str) -> Row:
    """A returnee of the invented area 370599, one a flat."""
    first17 = f"370599{1950 + number % 50}{1 + number % 12:02d}{1 + number % 28:02d}{number % 1000:03d}"
    facts = {
        "姓名": "赵钱孙李周吴郑王"[number % 8] + chr(0x4E00 + number),
        "身份证号": first17 + check_digit(first17),
        "联系电话": f"138{number:08d}",
        "小区": "惠泽小区",
        "楼号": str(1 + number % 9),
        "单元": str(1 + number % 4),
        "房号": f"{1 + number // 40}0{1 + number % 3}",
        "返回时间": f"2月{1 + number % 8}日",
        "来源地": "武汉" if number % 3 else "湖北孝感",
        "交通工具": "自驾",
        **changes,
    }
    return [facts[heading] for heading in HEADINGS]


def drop(root: Path, name: str, rows: Sequence[Row]) -> None:
    """A sheet of returnees into the inbox."""
    place = root / "inbox" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(place))
    sheet = book.add_worksheet("返回人员登记表")
    for number, row in enumerate([HEADINGS, *rows]):
        sheet.write_row(number, 0, row)
    book.close()


def desk_of(root: Path, cases: int) -> Path:
    """A desk whose inbox holds so many returnees from Hubei, some fifty a sheet."""
    for start in range(0, cases, A_SHEET):
        numbers = range(start, min(cases, start + A_SHEET))
        drop(root, f"第{1 + start // A_SHEET}网格/返回人员.xlsx", [person(number) for number in numbers])
    return root


def a_day_later(root: Path, cases: int) -> Path:
    """More returnees come, and of some who have their notice another arrival is told."""
    drop(root, "又来的.xlsx", [person(number) for number in range(cases, cases + max(5, cases // 5))])
    changed = [person(number, 返回时间="2月9日") for number in range(0, cases, 10)]
    drop(root, "改过的.xlsx", changed)
    return root


@dataclass(frozen=True)
class Job:
    """A script run on the desk."""

    script: str
    arguments: tuple[str, ...] = ()

    def command(self, root: Path) -> list[str]:
        return [sys.executable, str(PROJECT / "scripts" / f"{self.script}.py"), "--root", str(root), *self.arguments]

    def run(self, root: Path) -> float:
        """Undisturbed; how long it took."""
        started = time.perf_counter()
        done = subprocess.run(
            self.command(root), capture_output=True, encoding="utf-8", env=_environment(), check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return time.perf_counter() - started

    def killed(self, root: Path, after: float) -> bool:
        """With all its workers, after so many seconds; False when it was done before."""
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": _environment()}
        running = subprocess.Popen(self.command(root), start_new_session=True, **options)
        time.sleep(after)
        ended = running.poll() is not None
        if not ended:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return not ended


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1"}


DAILY, NEXT_DAY, REBUILD = Job("daily", ("--day", FIRST)), Job("daily", ("--day", SECOND)), Job("rebuild")


def state(root: Path) -> dict[str, str]:
    """Every file of the desk by path with its hash, but for the ledger, the lock and the runs' own records."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in ("run.json", "desk.sqlite3", "desk.lock")
    }


def moment_of(root: Path, issued_before: int) -> str:
    """How far a killed run had come, as can be told from the desk."""
    if (root / "outbox" / ".stage").exists():
        return "while its outputs were made or put in place"
    committed = issued(root) > issued_before
    return "after its numbers were committed" if committed else "before its numbers were committed"


def issued(root: Path) -> int:
    """How many papers the ledger knows. A copy is asked, so that a half-done commit stays for the next run to undo."""
    with tempfile.TemporaryDirectory() as folder:
        for path in (root / "archive").glob("desk.sqlite3*"):
            shutil.copy(path, folder)
        ledger = sqlite3.connect(Path(folder) / "desk.sqlite3")
        try:
            known = ledger.execute("SELECT count(*) FROM sqlite_master WHERE name = 'papers'").fetchone()[0]
            return int(ledger.execute("SELECT count(*) FROM papers").fetchone()[0]) if known else 0
        finally:
            ledger.close()


def must_be_whole(root: Path) -> None:
    """Right after a kill: whatever has a name that people see is complete."""
    for path in (root / "outbox").rglob("*"):
        if path.is_file() and ".stage" not in path.parts and not path.name.startswith(TEMPORARY):
            _opens(path)


def _opens(path: Path) -> None:
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None, path
    else:
        assert path.read_text("utf-8-sig").endswith(("\n", "}", ">")), path


def must_be_settled(root: Path) -> None:
    """After the next run: nothing temporary is left, and the numbers of each day run on without gap or double."""
    left = [path for path in root.rglob("*") if path.name.startswith((TEMPORARY, ".stage")) or "-journal" in path.name]
    assert left == []
    for register in sorted((root / "outbox").glob("*/数据/documents.csv")):
        _numbers_run_on(register)


def _numbers_run_on(register: Path) -> None:
    found: dict[str, list[int]] = defaultdict(list)
    with register.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            found[row["kind"]].append(int(row["number"].split("〕")[1].rstrip("号")))
    assert found
    for kind, numbers in found.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), (register, kind)
