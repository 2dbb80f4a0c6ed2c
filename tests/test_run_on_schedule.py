"""The watch as it is started by hand: takes in what is dropped, survives a wrong setting, ends at Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SCRIPT = PROJECT / "scripts" / "run_on_schedule.py"
PATIENCE_SECONDS = 100


def start(desk: Path, said: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-X", "utf8", str(SCRIPT), "--root", str(desk)]
    with said.open("wb") as stream:
        return subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT)


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.mark.desk
def test_dropped_files_are_taken_in_until_ctrl_c(tmp_path: Path) -> None:
    config, inbox, said = tmp_path / "config.yaml", tmp_path / "inbox", tmp_path / "said.txt"
    text = (PROJECT / "config.yaml").read_text("utf-8").replace("poll_seconds: 30", "poll_seconds: 1")
    config.write_text(text, "utf-8")
    watch = start(tmp_path, said)
    try:
        wait_for(lambda: "开始值守" in said.read_text("utf-8"))
        config.write_text("office: [", "utf-8")
        (inbox / "图片.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n0000")
        wait_for(lambda: "设置文件 config.yaml 第" in said.read_text("utf-8"))
        config.write_text(text, "utf-8")
        (inbox / "说明.pdf").write_bytes(b"%PDF-1.4 0000")
        wait_for(lambda: len(list((inbox / "退回").rglob("*.原因.txt"))) == 2)
        wait_for(lambda: "处理完毕" in said.read_text("utf-8"))
    finally:
        watch.send_signal(signal.SIGINT)
        status = watch.wait(PATIENCE_SECONDS)
    assert status == 0
    assert said.read_text("utf-8").rstrip().endswith("已停止值守。")
    assert "Traceback" not in said.read_text("utf-8")
    assert list((tmp_path / "outbox").glob("*/数据/run.json"))


def test_a_desk_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    watch = start(tmp_path / "没有", tmp_path / "said.txt")
    assert watch.wait(PATIENCE_SECONDS) == 2
    (said,) = (tmp_path / "said.txt").read_text("utf-8").splitlines()
    assert "找不到工作台文件夹" in said
