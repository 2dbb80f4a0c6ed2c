"""Reading at arm's length: a few lasting worker processes with limits; a worker may die, the run may not.

Not `multiprocessing`: its spawned children import the parent's main module, and with it all that the run needs.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fournets.catalogue.limits import Limits
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.processes.starting import START_SECONDS, Workers
from fournets.reading.processes.watch import Watch

_DYING_SECONDS = 10
_WORKER = """
import gc
gc.disable()  # nothing that is loaded is garbage
from fournets.reading import source
from fournets.reading.processes import worker
source.make_ready()
worker.main(source.read_file)
"""
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
_NOT_STARTED = "WorkerNotStarted"


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
    with Readers(limits) as readers:
        yield from readers.read_all(jobs)


class Readers:
    """Workers for reading lists of files, started when they are first needed, ended on leaving the context."""

    def __init__(self, limits: Limits) -> None:
        """With the limits of one file; starts nothing."""
        self._limits = limits
        self._workers = Workers(_WORKER)

    def __enter__(self) -> Readers:
        """Ready."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left running."""
        self._workers.end()

    def prepare(self) -> None:
        """Files are coming: what can be started early starts now."""
        self._workers.prepare()

    def read_all(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, FileRead]]:
        """Every job's reading, in the order of the jobs, as they are done (see `read_all`)."""
        if not jobs:
            return
        self._workers.prepare()
        hands = _Hands(self._workers, self._limits)
        pool = ThreadPoolExecutor(_hands(jobs, self._limits), thread_name_prefix="reading")
        try:
            answers = [pool.submit(hands.read, job) for job in jobs]
            for job, answer in zip(jobs, answers, strict=True):
                yield job, answer.result()
        finally:
            hands.stop()
            pool.shutdown(wait=True, cancel_futures=True)


def _hands(jobs: Sequence[Job], limits: Limits) -> int:
    """How many workers are worth their start."""
    most = min(limits.workers, len(jobs), max(2, os.cpu_count() or 1))
    if len(jobs) >= _ENOUGH_FILES:
        return most
    sizes = sum(job.path.stat().st_size for job in jobs if job.path.exists())
    return most if sizes >= _ENOUGH_BYTES else 1


class _Hands:
    """One worker for each thread, started when it is first needed and again when it has died."""

    def __init__(self, workers: Workers, limits: Limits) -> None:
        self._workers = workers
        self._limits = limits
        self._own = threading.local()
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()
        self._stopped = False

    def read(self, job: Job) -> FileRead:
        """One file; where a worker that has read others dies of it, a fresh one shows whose fault it was."""
        read, used = self._read(job)
        if read.held in ("crashed", "memory") and used and not self._stopped:
            read, _ = self._read(job)
        return read

    def stop(self) -> None:
        """End every worker, whatever it is doing."""
        with self._lock:
            self._stopped = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def _read(self, job: Job) -> tuple[FileRead, int]:
        """The file's reading, and how many files its worker had read before."""
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is None:
            try:
                worker = self._own.worker = self._another()
            except (OSError, EOFError):
                return FileRead(held="defect", held_params={"kind": _NOT_STARTED}), 0
        used = worker.used
        read = worker.read(job)
        if worker.spent:
            worker.end()
            self._own.worker = None
            with self._lock:
                self._all.discard(worker)
        return read, used

    def _another(self) -> _Worker:
        """A new worker; raises OSError, EOFError where there cannot be one."""
        worker = _Worker(self._workers, self._limits)
        with self._lock:
            self._all.add(worker)
            stopped = self._stopped
        if stopped:
            worker.end()
        return worker


class _Worker:
    """A reader's process and what the parent knows of it."""

    def __init__(self, workers: Workers, limits: Limits) -> None:
        self._limits = limits
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed by `end`
        try:
            self._process = workers.start(self._errors)
        except (OSError, EOFError):
            self._errors.close()
            raise
        self._watch = Watch(self._process, limits.memory_mb)
        self._ready = False
        self._context: ReadingContext | None = None
        self.used = 0
        self.spent = False

    def read(self, job: Job) -> FileRead:
        """One file. Its time counts from here; the worker's start has a limit of its own."""
        try:
            if not self._ready:
                self._ask(self._limits, START_SECONDS)
                self._ready = True
            read, worn_out = self._ask(self._request(job), self._limits.seconds)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            return self._fate()
        self.used += 1
        self.spent |= worn_out
        return read

    def _request(self, job: Job) -> tuple[str, str, ReadingContext | None]:
        """What the worker is told: of the desk only what it does not know yet, which would cost more than the rest."""
        news = None if job.context == self._context else job.context
        self._context = job.context
        return str(job.path), job.name, news

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
        self._watch.expect(seconds)
        pickle.dump(request, requests, pickle.HIGHEST_PROTOCOL)
        requests.flush()
        answer: tuple[FileRead, bool] = pickle.load(answers)
        self.spent |= not self._watch.answered()
        return answer

    def _fate(self) -> FileRead:
        """Why the worker is gone."""
        self.spent = True
        status = self._ending()
        if not self._ready:
            return FileRead(held="defect", held_params={"kind": _NOT_STARTED})
        if self._watch.late:
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


def _close(stream: IO[bytes]) -> None:
    """A pipe to a dead process may hold bytes that nobody will read."""
    try:
        stream.close()
    except OSError:
        return
