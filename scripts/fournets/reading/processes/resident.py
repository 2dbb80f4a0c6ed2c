"""How much memory a process holds, as its system tells."""

from __future__ import annotations

import os
import sys

_STATM_BYTES = 256
_PAGE_BYTES = 4096


def resident_bytes(pid: int) -> int:
    """How much memory a process holds; 0 where the system does not say."""
    if sys.platform == "win32":
        return _on_windows(pid)
    if sys.platform == "linux":
        return _on_linux(pid)
    import subprocess  # not where every worker would load it for nothing

    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return int(told.strip() or 0) * 1024


def _on_linux(pid: int) -> int:
    """Asked after every file, therefore without a file object."""
    try:
        descriptor = os.open(f"/proc/{pid}/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        pages = os.read(descriptor, _STATM_BYTES).split()[1]
    except (OSError, IndexError):
        return 0
    finally:
        os.close(descriptor)
    return int(pages) * _PAGE_BYTES


def _on_windows(pid: int) -> int:
    """The working set, from the process's own counters."""
    import ctypes  # not where every worker would load it for nothing

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("size", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            *(
                (name, ctypes.c_size_t)
                for name in ("peak", "resident", "a", "b", "c", "d", "pagefile", "peak_pagefile")
            ),
        )

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    query_information = 0x1000
    handle = kernel.OpenProcess(query_information, False, pid)
    if not handle:
        return 0
    counters = Counters()
    counters.size = ctypes.sizeof(counters)
    told = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
    kernel.CloseHandle(handle)
    return int(counters.resident) if told else 0
