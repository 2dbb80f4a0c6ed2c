"""Worker processes: a file may cost its worker, never another file, and never the run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.hostile.broken_files import good_files

from fournets.catalogue.limits import Limits
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.processes import pool, starting
from fournets.reading.processes.pool import Job, read_all

LIMITS = Limits(seconds=4, memory_mb=512)
MISBEHAVING = """
import os, signal, sys, time
from fournets.reading import source
from fournets.reading.processes import worker
def read_file(path, name, context):
    word = path.read_bytes()
    if word == b"hang": time.sleep(600)
    if word == b"abort": os.abort()
    if word == b"killed": os.kill(os.getpid(), signal.SIGKILL)
    if word == b"exit": os._exit(0)
    if word == b"stopped": os.kill(os.getpid(), signal.SIGSTOP)
    if word == b"panic": raise type("PanicException", (BaseException,), {})
    if word == b"grow": return len(bytearray(1 << 30))
    if word == b"defect": raise KeyError("张三")
    if word == b"print": print("张三" * 100_000)
    return source.read_file(path, name, context)
worker.main(read_file)
"""


@pytest.fixture
def jobs(tmp_path: Path) -> Callable[..., list[Job]]:
    def made(*contents: bytes) -> list[Job]:
        context = ReadingContext(day=date(2020, 2, 9), limits=LIMITS)
        paths = [tmp_path / f"{number}.csv" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        return [Job(path, path.name, context) for path in paths]

    return made


@pytest.mark.parametrize("copied", sorted({starting._can_hold_processes(), False}))
def test_every_misfortune_costs_one_file(
    jobs: Callable[..., list[Job]], monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    monkeypatch.setattr(starting, "_can_hold_processes", lambda: copied)
    monkeypatch.setattr(pool, "_WORKER", MISBEHAVING)
    good = good_files()["csv"]
    words = [
        good,
        b"hang",
        b"abort",
        b"print",
        b"exit",
        b"grow",
        b"defect",
        b"killed",
        good,
        b"stopped",
        b"panic",
        good,
    ]
    asked = jobs(*words)
    start = time.perf_counter()
    answers = list(read_all(asked, LIMITS))
    assert [job for job, _ in answers] == asked
    assert [read.held for _, read in answers] == [
        "",
        "timeout",
        "crashed",
        "no_form",
        "crashed",
        "memory",
        "defect",
        "memory",
        "",
        "timeout",
        "crashed",
        "",
    ]
    assert time.perf_counter() - start < 300
    kind = answers[6][1].held_params["kind"]
    assert kind.startswith("KeyError")
    assert "张三" not in kind


def test_a_worker_that_cannot_start_is_a_defect(
    jobs: Callable[..., list[Job]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_WORKER", "raise SystemExit(1)")
    ((_, read),) = read_all(jobs(b"x"), LIMITS)
    assert (read.held, read.held_params) == ("defect", {"kind": "WorkerNotStarted"})


def test_two_workers_give_what_one_gives(jobs: Callable[..., list[Job]]) -> None:
    asked = jobs(*list(good_files().values()) * 2)
    one, two = (list(read_all(asked, Limits(workers=workers))) for workers in (1, 2))
    assert [(job.name, read) for job, read in one] == [(job.name, read) for job, read in two]


def test_nothing_to_read_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert list(read_all([], LIMITS)) == []


def test_leaving_early_ends_the_workers(jobs: Callable[..., list[Job]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WORKER", MISBEHAVING)
    answers = read_all(jobs(b"print", b"hang"), Limits(seconds=60))
    start = time.perf_counter()
    assert isinstance(next(answers)[1], FileRead)
    answers.close()
    assert time.perf_counter() - start < 20


def test_a_worker_imports_the_readers_only() -> None:
    code = "import sys, fournets.reading.source, fournets.reading.processes.worker; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=starting.environment()
    ).stdout.split()
    assert not {"pandas", "numpy", "openpyxl", "docx", "jinja2", "xlsxwriter"} & set(loaded)
