"""A reader's process: reads one file after another until its input ends. Such a process imports the readers only.

It speaks pickles over its standard streams: limits once, then a job and its answer in turns; what a job must know of
the desk is told when it is not what it was for the job before. Whatever a library prints goes to the error stream,
which nobody shows (it may hold what people wrote). Garbage is collected between files only: millions of cells are made
at once and none of them is garbage.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from fournets.catalogue.limits import Limits
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.processes.forking import AS_MOULD, until_copied
from fournets.reading.processes.resident import resident_bytes

try:
    import resource
except ImportError:  # not on Windows, where the parent watches the worker's memory instead
    resource = None  # type: ignore[assignment]


_MEGABYTE = 1 << 20
_GRACE_SECONDS = 30
_MOST_ERRORS_BYTES = 16 * _MEGABYTE
_WORN_OUT = 4
"""A worker that keeps more than this part of the limit after a file is replaced: the next file starts clean."""
Reading = Callable[[Path, str, ReadingContext], FileRead]
"""How a file is read: where it lies, its path below the inbox, and what must be known of the desk."""


def main(read: Reading) -> None:
    """Serve jobs until the parent closes the stream; as a mould, be copied first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.disable()
    if AS_MOULD in sys.argv and not until_copied():
        return
    requests, answers = _private_streams()
    limits: Limits = pickle.load(requests)
    _confine(limits)
    pickle.dump((FileRead(), False), answers)
    answers.flush()
    context = ReadingContext(date.min)  # the first job tells
    while True:
        try:
            path, name, news = pickle.load(requests)
        except EOFError:
            return
        context = news or context
        answer = _read(read, Path(path), name, context)
        worn_out = answer.held == "memory" or _grown(limits)
        pickle.dump((answer, worn_out), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        del answer
        gc.collect(0)  # the youngest only: what earlier files left in the caches is no garbage either


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """The parent's streams under numbers that no library writes to."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    return requests, answers


def _confine(limits: Limits) -> None:
    """Limits that the system itself keeps: memory, no dumps of it, and an end even when the parent is gone."""
    if resource is None:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_mb * _MEGABYTE),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _MOST_ERRORS_BYTES),
    ):
        _, hard = resource.getrlimit(what)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (soft, hard))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _read(read: Reading, path: Path, name: str, context: ReadingContext) -> FileRead:
    """One file; a defect of ours is an answer like any other, named by its kind and place and no word of the file."""
    if resource is not None:
        signal.alarm(context.limits.seconds + _GRACE_SECONDS)
    try:
        return read(path, name, context)
    except MemoryError:
        return FileRead(held="memory", held_params={"limit": str(context.limits.memory_mb)})
    except Exception as defect:  # noqa: BLE001  the parent counts it and goes on with the other files
        return FileRead(held="defect", held_params={"kind": _kind(defect)})
    finally:
        if resource is not None:
            signal.alarm(0)


def _kind(defect: Exception) -> str:
    """Which exception, raised where in our own code."""
    places = list(_places(defect.__traceback__))
    file, line = next((place for place in reversed(places) if "fournets" in place[0]), places[-1])
    return f"{type(defect).__name__} {Path(file).stem}:{line}"


def _places(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    """File and line of every call on the way to where it was raised (the standard module is slow to load)."""
    while trace:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _grown(limits: Limits) -> bool:
    return resident_bytes(os.getpid()) > limits.memory_mb * _MEGABYTE / _WORN_OUT
