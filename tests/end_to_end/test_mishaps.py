"""Power cuts, two clerks at once, files that are open: nothing is lost, nothing is there twice."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.end_to_end.conftest import DAY, LITTLE, PROJECT, SEED, Desk
from tests.end_to_end.test_bad_input import workbook

from fournets.desk import lock
from fournets.desk.config import load
from fournets.desk.folders import Folders
from sample_desk import build

KILLS = 2
pytestmark = pytest.mark.desk


def started(desk: Desk) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROJECT / "scripts" / "daily.py"), "--root", str(desk.root), "--day", DAY]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def data(desk: Desk) -> dict[str, bytes]:
    folder = desk.out() / "数据"
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "run.json"
    }


def numbers_run_on(desk: Desk) -> None:
    """No number is missing and none is there twice, kind by kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in desk.data("documents.csv"):
        found[row["kind"]].append(int(row["number"].split("〕")[1].rstrip("号")))
    assert found
    for kind, numbers in found.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), kind


def test_killed_at_any_moment_and_run_again(little: Desk, tmp_path: Path) -> None:
    build(tmp_path / "begin", SEED, LITTLE)
    undisturbed = data(little)
    expected = {file["file"]: file["state"] for file in little.run_record()["files"]}
    length = sum(little.run_record()["seconds"].values()) + 3
    moments = random.Random(SEED)
    for number in range(KILLS):
        desk = Desk(tmp_path / f"{number}")
        shutil.copytree(tmp_path / "begin", desk.root)
        running = started(desk)
        moment = moments.uniform(0.2, length)
        time.sleep(moment)
        running.send_signal(signal.SIGKILL)
        running.wait()
        again = desk.daily()
        assert again.returncode == 0, (moment, again.stderr)
        assert data(desk) == undisturbed, moment
        numbers_run_on(desk)
        assert {file["file"]: file["state"] for file in desk.run_record()["files"]} == expected, moment
        left = [path for path in (desk.root / "inbox").rglob("*") if path.is_file() and "退回" not in path.parts]
        assert left == [], moment
        shutil.rmtree(desk.root)


@pytest.fixture
def small(desk: Desk) -> Desk:
    """A desk of one sheet after its first run."""
    workbook(desk.root / "inbox" / "返回.xlsx")
    assert desk.daily().returncode == 0
    return desk


def test_two_runs_at_once(small: Desk) -> None:
    workbook(small.root / "inbox" / "又一份.xlsx")
    settings = load(PROJECT / "config.yaml")
    with lock.hold(Folders(small.root, settings.paths, PROJECT)):
        second = small.daily()
        assert second.returncode == 4
        assert "Traceback" not in second.stdout + second.stderr and second.stdout + second.stderr
        assert (small.root / "inbox" / "又一份.xlsx").is_file()
        assert small.daily(DAY, "--dry-run").returncode == 0
    assert small.daily().returncode == 0
    assert not (small.root / "inbox" / "又一份.xlsx").exists()


def test_a_read_only_file_in_the_outbox(small: Desk) -> None:
    summary = small.out() / f"汇总_{DAY}.xlsx"
    summary.chmod(0o444)
    small.out().joinpath("数据", "people.csv").chmod(0o444)
    rows = [["姓名", "联系电话", "返回时间", "来源地", "是否武汉"], ["李四光", "13900007777", "2月3日", "武汉", "是"]]
    workbook(small.root / "inbox" / "新来的.xlsx", rows)
    run = small.daily()
    assert run.returncode == 0, run.stderr
    assert {row["name"] for row in small.data("people.csv")} == {"张三丰", "李四光"}
    texts = {str(cell.value) for sheet in load_workbook(summary) for row in sheet.iter_rows() for cell in row}
    assert any("李四光" in text for text in texts)


def test_an_outbox_that_cannot_be_written_to_loses_nothing(small: Desk) -> None:
    target = small.root / "outbox" / "2020-02-10"
    target.write_text("一个文件占了文件夹的名字", "utf-8")
    rows = [["姓名", "联系电话", "返回时间", "来源地", "是否武汉"], ["李四光", "13900007777", "2月3日", "武汉", "是"]]
    workbook(small.root / "inbox" / "新来的.xlsx", rows)
    run = small.daily("2020-02-10")
    assert run.returncode == 2, run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert target.read_text("utf-8") == "一个文件占了文件夹的名字"
    target.unlink()
    run = small.daily("2020-02-10")
    assert run.returncode == 0, run.stderr
    assert {row["name"] for row in small.data("people.csv", "2020-02-10")} == {"张三丰", "李四光"}


def test_what_a_spreadsheet_program_leaves_beside_an_open_file_stays(small: Desk) -> None:
    rows = [["姓名", "联系电话", "返回时间", "来源地", "是否武汉"], ["李四光", "13900007777", "2月3日", "武汉", "是"]]
    place = workbook(small.root / "inbox" / "正开着.xlsx", rows)
    place.with_name("~$正开着.xlsx").write_bytes(b"\0" * 165)
    assert small.daily().returncode == 0
    assert place.with_name("~$正开着.xlsx").is_file()
    totals = small.run_record()["totals"]
    assert (totals["accepted"], totals["ignored"]) == (2, 1)
    assert not place.exists()
