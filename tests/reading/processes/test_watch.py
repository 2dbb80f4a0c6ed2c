"""A process that is late or grows too much is ended, and it is known why."""

from __future__ import annotations

import subprocess
import sys
import time

from fournets.reading.processes.resident import resident_bytes
from fournets.reading.processes.watch import Watch

SLEEPING = "import time; time.sleep(60)"


def test_the_watch_ends_a_process_that_grows() -> None:
    with subprocess.Popen([sys.executable, "-c", f"data = bytearray(300 << 20); {SLEEPING}"]) as process:
        watch = Watch(process, 100, always=True)
        assert process.wait(timeout=30) != 0
    assert watch.exceeded and not watch.late
    assert resident_bytes(process.pid) == 0


def test_the_watch_ends_a_process_that_is_late() -> None:
    with subprocess.Popen([sys.executable, "-c", SLEEPING]) as process:
        watch = Watch(process, 100)
        watch.expect(0.3)
        assert process.wait(timeout=30) != 0
    assert watch.late and not watch.exceeded
    assert not watch.answered()


def test_an_answer_in_time_lets_the_process_live() -> None:
    with subprocess.Popen([sys.executable, "-c", SLEEPING]) as process:
        watch = Watch(process, 100)
        watch.expect(0.3)
        assert watch.answered()
        time.sleep(0.8)
        assert process.poll() is None
        watch.stop()
        process.kill()


def test_the_memory_of_a_process_is_known() -> None:
    started = [sys.executable, "-c", f"print(flush=True); {SLEEPING}"]
    with subprocess.Popen(started, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline()
        held = resident_bytes(process.pid)
        process.kill()
    assert held > 1 << 20
