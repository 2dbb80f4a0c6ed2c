"""A watch on a process's memory where the system itself keeps no limit (Windows, macOS)."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import threading
from pathlib import Path

_SECONDS = 0.2
_MEGABYTE = 1 << 20


class MemoryWatch:
    """Kills a process that holds more memory than it may; does nothing on Linux, where the limit is the system's."""

    def __init__(self, process: subprocess.Popen[bytes], memory_mb: int, *, always: bool = False) -> None:
        """Begin to watch; `always` watches on every system."""
        self.exceeded = False
        self._process = process
        self._most = memory_mb * _MEGABYTE
        self._over = threading.Event()
        if always or sys.platform != "linux":
            threading.Thread(target=self._look, daemon=True).start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(_SECONDS) and self._process.poll() is None:
            if resident_bytes(self._process.pid) > self._most:
                self.exceeded = True
                self._process.kill()
                return


def resident_bytes(pid: int) -> int:
    """How much memory a process holds; 0 where the system does not say."""
    if sys.platform == "win32":
        return _on_windows(pid)
    if sys.platform == "linux":
        return _on_linux(pid)
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return int(told.strip() or 0) * 1024


def _on_linux(pid: int) -> int:
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * 4096


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of psapi.h."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "resident", "a", "b", "c", "d", "pagefile", "peak_pagefile")),
    )


def _on_windows(pid: int) -> int:
    """The working set, from the process's own counters."""
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    query_information = 0x1000
    handle = kernel.OpenProcess(query_information, False, pid)
    if not handle:
        return 0
    counters = _Counters()
    counters.size = ctypes.sizeof(counters)
    told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
    kernel.CloseHandle(handle)
    return int(counters.resident) if told else 0
