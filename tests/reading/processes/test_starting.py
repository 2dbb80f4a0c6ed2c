"""Workers are started, end, and are known to have ended, in the same way wherever they come from."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from typing import IO

import pytest

from fournets.reading.processes import starting
from fournets.reading.processes.starting import Workers

ECHO = """
import os, sys
from fournets.reading.processes.forking import AS_MOULD, until_copied
if AS_MOULD not in sys.argv or until_copied():
    word = os.read(0, 100)
    print("heard", file=sys.stderr)
    os.write(1, word)
    os._exit(int(word))
"""
SECONDS = 30


COPIED = starting._can_hold_processes()


@pytest.fixture(params=sorted({COPIED, False}), ids=lambda copied: "as copies" if copied else "each alone")
def workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    monkeypatch.setattr(starting, "_can_hold_processes", lambda: request.param)
    made = Workers(ECHO)
    yield made
    made.end()


@pytest.fixture
def errors() -> Iterator[IO[bytes]]:
    with tempfile.TemporaryFile() as stream:
        yield stream


def said(worker: starting.Worker, word: bytes) -> bytes:
    assert worker.stdin and worker.stdout
    worker.stdin.write(word)
    worker.stdin.close()
    return worker.stdout.read()


def test_a_worker_has_its_own_streams_and_status(workers: Workers, errors: IO[bytes]) -> None:
    first, second = workers.start(errors), workers.start(errors)
    assert first.pid != second.pid
    assert said(second, b"3") == b"3"
    assert second.wait(SECONDS) == 3
    assert first.poll() is None
    assert said(first, b"0") == b"0"
    assert first.wait(SECONDS) == first.wait() == first.poll() == 0
    errors.seek(0)
    assert errors.read().split() == [b"heard", b"heard"]


def test_a_killed_worker_tells_so_and_others_live(workers: Workers, errors: IO[bytes]) -> None:
    first, second = workers.start(errors), workers.start(errors)
    with pytest.raises(subprocess.TimeoutExpired):
        first.wait(0.05)
    first.kill()
    assert first.wait(SECONDS) == -9
    first.kill()
    assert said(second, b"5") == b"5"
    assert second.wait(SECONDS) == 5


def test_workers_outlive_what_they_were_copied_from(workers: Workers, errors: IO[bytes]) -> None:
    workers.prepare()
    first = workers.start(errors)
    if workers._mould:
        workers._mould._process.kill()
        workers._mould._process.wait()
    second = workers.start(errors)
    assert said(second, b"0") == b"0"
    assert said(first, b"0") == b"0"
    assert (first.wait(SECONDS), second.wait(SECONDS)) == (0, 0)


@pytest.mark.skipif(not COPIED, reason="where every worker starts alone, its first answer tells")
def test_what_cannot_start_is_an_error(errors: IO[bytes]) -> None:
    workers = Workers("raise SystemExit(1)")
    for _ in range(2):
        with pytest.raises((OSError, EOFError)):
            workers.start(errors)
    workers.end()


def test_at_the_end_nothing_is_left(workers: Workers) -> None:
    workers.prepare()
    mould = workers._mould
    workers.end()
    assert mould is None or mould._process.returncode is not None
