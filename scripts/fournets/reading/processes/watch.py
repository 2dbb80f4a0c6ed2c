"""A watch on a worker: that it is not late, and does not outgrow its memory where the system itself keeps no limit."""

from __future__ import annotations

import math
import sys
import threading
import time
from typing import Protocol

from fournets.reading.processes.resident import resident_bytes

_SECONDS = 0.2
_MEGABYTE = 1 << 20


class Process(Protocol):
    """As much of a process as a watch needs."""

    @property
    def pid(self) -> int:
        """Its number."""

    def poll(self) -> int | None:
        """Its status, None while it runs."""

    def kill(self) -> None:
        """End it, whatever it is doing."""


class Watch:
    """Kills a process that is late with its answer, or holds more memory than it may (on Linux the system sees to it).

    One look a fifth of a second costs less than a timer a file.
    """

    def __init__(self, process: Process, memory_mb: int, *, always: bool = False) -> None:
        """Begin to watch; `always` watches the memory on every system."""
        self.exceeded = False
        self.late = False
        self._process = process
        self._most = memory_mb * _MEGABYTE
        self._weighs = always or sys.platform != "linux"
        self._until = math.inf
        self._lock = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._look, name="watch", daemon=True).start()

    def expect(self, seconds: float) -> None:
        """The next answer has to come within so many seconds from now."""
        self._until = time.monotonic() + seconds

    def answered(self) -> bool:
        """The answer has come; whether it was in time (a late one's process is being killed)."""
        with self._lock:
            self._until = math.inf
            return not self.late

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(_SECONDS) and self._process.poll() is None:
            self.exceeded = self._weighs and resident_bytes(self._process.pid) > self._most
            with self._lock:
                self.late = time.monotonic() > self._until
            if self.exceeded or self.late:
                self._process.kill()
                return
