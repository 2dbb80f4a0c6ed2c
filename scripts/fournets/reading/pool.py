"""Reading at arm's length: a few lasting worker processes with limits; a worker may die, the run may not.

Not `multiprocessing`: its spawned children import the parent's main module, and with it all that the run needs.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fournets.catalogue.settings import Limits
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.memory_watch import MemoryWatch

_START_SECONDS = 120
_DYING_SECONDS = 10
_WORKER = "from fournets.reading.worker import main; main()"
_SCRIPTS = Path(__file__).resolve().parent.parent.parent
_ENOUGH_FILES = 12
_ENOUGH_BYTES = 1 << 20
"""Below both, a second worker would start for nothing: reading takes less time than starting."""
_OUT_OF_MEMORY = (
    b"memory allocation of",
    b"MemoryError",
    b"bad_alloc",
    b"Cannot allocate memory",
    b"capacity overflow",
)
_KILLED = -9


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: where it lies, and its path below the inbox."""

    path: Path
    name: str
    context: ReadingContext


def read_all(jobs: Sequence[Job], limits: Limits) -> Iterator[tuple[Job, FileRead]]:
    """Every job's reading, in the order of the jobs, as they are done. Raises nothing on account of a file.

    A file whose worker dies, hangs or outgrows its limits is held: `crashed`, `timeout`, `memory`; a defect of our
    own code is held as `defect`, its kind in the params.
    """
    if not jobs:
        return
    readers = _Readers(limits)
    pool = ThreadPoolExecutor(_hands(jobs, limits), thread_name_prefix="reading")
    try:
        answers = [pool.submit(readers.read, job) for job in jobs]
        for job, answer in zip(jobs, answers, strict=True):
            yield job, answer.result()
    finally:
        readers.stop()
        pool.shutdown(wait=True, cancel_futures=True)


def _hands(jobs: Sequence[Job], limits: Limits) -> int:
    """How many workers are worth their start."""
    most = min(limits.workers, len(jobs), max(2, os.cpu_count() or 1))
    sizes = sum(job.path.stat().st_size for job in jobs if job.path.exists())
    return most if len(jobs) >= _ENOUGH_FILES or sizes >= _ENOUGH_BYTES else 1


class _Readers:
    """One worker for each thread, started when it is first needed and again when it has died."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._own = threading.local()
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()
        self._stopped = False

    def read(self, job: Job) -> FileRead:
        """One file; where a worker that has read others dies of it, a fresh one shows whose fault it was."""
        worker = self._worker()
        used = worker.used
        read = worker.read(job)
        if worker.spent:
            self._dismiss(worker)
        if read.held in ("crashed", "memory") and used and not self._stopped:
            worker = self._worker()
            read = worker.read(job)
            if worker.spent:
                self._dismiss(worker)
        return read

    def stop(self) -> None:
        """End every worker, whatever it is doing."""
        with self._lock:
            self._stopped = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def _worker(self) -> _Worker:
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            with self._lock:
                worker = _Worker(self._limits)
                self._all.add(worker)
                if self._stopped:
                    worker.end()
            self._own.worker = worker
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        worker.end()
        self._own.worker = None
        with self._lock:
            self._all.discard(worker)


class _Worker:
    """A reader's process and what the parent knows of it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by `end`
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**os.environ, **_environment()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._watch = MemoryWatch(self._process, limits.memory_mb)
        self._late = False
        self._ready = False
        self.used = 0
        self.spent = False

    def read(self, job: Job) -> FileRead:
        """One file. Its time counts from here; the worker's start has a limit of its own."""
        try:
            if not self._ready:
                self._ask(self._limits, _START_SECONDS)
                self._ready = True
            read, self.spent = self._ask((job.path, job.name, job.context), self._limits.seconds)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            return self._fate()
        self.used += 1
        return read

    def end(self) -> None:
        """Kill the process and let go of its streams."""
        self.spent = True
        self._process.kill()
        self._process.wait()
        self._watch.stop()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream:
                _close(stream)

    def _ask(self, request: object, seconds: float) -> tuple[FileRead, bool]:
        """Send, and wait for the answer; the process is killed when it is late."""
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise EOFError
        late = threading.Timer(seconds, self._be_late)
        late.daemon = True
        late.start()
        try:
            pickle.dump(request, requests, pickle.HIGHEST_PROTOCOL)
            requests.flush()
            answer: tuple[FileRead, bool] = pickle.load(answers)
            return answer
        finally:
            late.cancel()

    def _be_late(self) -> None:
        self._late = True
        self._process.kill()

    def _fate(self) -> FileRead:
        """Why the worker is gone."""
        self.spent = True
        status = self._ending()
        if not self._ready:
            return FileRead(held="defect", held_params={"kind": "WorkerNotStarted"})
        if self._late:
            return FileRead(held="timeout", held_params={"limit": str(self._limits.seconds)})
        if self._watch.exceeded or status == _KILLED or self._said(_OUT_OF_MEMORY):
            return FileRead(held="memory", held_params={"limit": str(self._limits.memory_mb)})
        return FileRead(held="crashed")

    def _ending(self) -> int:
        """The process's own status; its streams close a moment before it ends, and 0 stands for one that had to be."""
        try:
            return self._process.wait(_DYING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return 0

    def _said(self, words: Sequence[bytes]) -> bool:
        """Whether the process complained so at the end; what else it said is nobody's business."""
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 65_536))
        said = self._errors.read()
        return any(word in said for word in words)


def _environment() -> dict[str, str]:
    """Workers find the same modules, order sets alike, and print no backtraces."""
    paths = [str(_SCRIPTS), *(path for path in sys.path if path)]
    return {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONHASHSEED": "0", "RUST_BACKTRACE": "0"}


def _close(stream: IO[bytes]) -> None:
    """A pipe to a dead process may hold bytes that nobody will read."""
    try:
        stream.close()
    except OSError:
        return
