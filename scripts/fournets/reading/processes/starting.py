"""How workers come to be: as copies of a mould where the system can do that safely, else each with a start of its own.

A copy is a child of the mould and not of ours, therefore it is held by a descriptor of the process, which no other
process can come to bear, and the mould is asked how it ended.
"""

from __future__ import annotations

import contextlib
import functools
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import IO, Protocol

from fournets.reading.processes.forking import ANSWER, AS_MOULD, FORK, REQUEST, STATUS
from fournets.reading.processes.watch import Process

START_SECONDS = 120
_SCRIPTS = Path(__file__).resolve().parents[3]


class Worker(Process, Protocol):
    """As much of a worker's process as its parent needs; `subprocess.Popen` is one."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """Where its requests go."""

    @property
    def stdout(self) -> IO[bytes] | None:
        """Where its answers come from."""

    def wait(self, timeout: float | None = None) -> int:
        """Its status when it has ended, negative for a signal; raises `subprocess.TimeoutExpired`."""


class Workers:
    """Starts workers that run one piece of code."""

    def __init__(self, code: str) -> None:
        """`code` is what a worker's process runs; a mould runs the same, with `AS_MOULD` for its argument."""
        self._code = code
        self._mould: _Mould | None = None
        self._lock = threading.Lock()
        self._copies = _can_hold_processes()

    def prepare(self) -> None:
        """Begin to load the readers, for workers that will soon be asked for."""
        if self._copies:
            with self._lock, contextlib.suppress(OSError):  # `start` will say so
                self._mould = self._mould or _Mould(self._code)

    def start(self, errors: IO[bytes]) -> Worker:
        """A new worker; what it complains of goes to `errors`. Raises OSError, EOFError where it cannot be started."""
        if not self._copies:
            return _run(self._code, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        with self._lock:
            if self._mould:
                try:
                    return self._mould.copy(errors)
                except (OSError, EOFError):  # ended from outside, perhaps for lack of memory: there is another
                    self._mould.end()
            self._mould = _Mould(self._code)
            return self._mould.copy(errors)

    def end(self) -> None:
        """Start no more; those that run are their owners'."""
        with self._lock:
            if self._mould:
                self._mould.end()
                self._mould = None


class _Mould:
    """The process that is copied, and the socket on which it is asked to."""

    def __init__(self, code: str) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(START_SECONDS)
        self._lock = threading.Lock()
        with theirs:
            self._process = _run(
                code, AS_MOULD, stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )

    def copy(self, errors: IO[bytes]) -> _Copy:
        """A new worker; raises OSError, EOFError."""
        requests_end, requests = os.pipe()
        answers, answers_end = os.pipe()
        streams = os.fdopen(requests, "wb"), os.fdopen(answers, "rb")
        try:
            number = self._ask(FORK, 0, (requests_end, answers_end, errors.fileno()))
            return _Copy(self, number, *streams)
        except (OSError, EOFError):
            for stream in streams:
                stream.close()
            raise
        finally:
            os.close(requests_end)
            os.close(answers_end)

    def status_of(self, number: int) -> int:
        """How a copy has ended; 0 where the mould itself is gone."""
        try:
            return os.waitstatus_to_exitcode(self._ask(STATUS, number))
        except (OSError, EOFError):
            return 0

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._socket.close()

    def _ask(self, what: bytes, number: int, streams: tuple[int, ...] = ()) -> int:
        with self._lock:
            socket.send_fds(self._socket, [REQUEST.pack(what, number)], streams)
            answer = self._socket.recv(ANSWER.size)
        if not answer:
            raise EOFError
        return int(ANSWER.unpack(answer)[0])


class _Copy:
    """A worker that was copied from the mould; it behaves as `subprocess.Popen` does."""

    def __init__(self, mould: _Mould, number: int, requests: IO[bytes], answers: IO[bytes]) -> None:
        self.pid = number
        self.stdin: IO[bytes] | None = requests
        self.stdout: IO[bytes] | None = answers
        self._mould = mould
        self._held = os.pidfd_open(number)
        weakref.finalize(self, os.close, self._held)
        self._status: int | None = None
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """Its status, None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        """Its status when it has ended, negative for a signal; raises `subprocess.TimeoutExpired`."""
        ended = select.poll()
        ended.register(self._held, select.POLLIN)
        if not ended.poll(None if timeout is None else timeout * 1000):
            raise subprocess.TimeoutExpired("worker", timeout or 0)
        with self._lock:
            if self._status is None:
                self._status = self._mould.status_of(self.pid)
            return self._status

    def kill(self) -> None:
        """End it, whatever it is doing; one that has ended already is left alone."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._held, signal.SIGKILL)


@functools.cache
def _can_hold_processes() -> bool:
    """Whether the system has descriptors of processes (Linux 5.3), and lets us use them."""
    if sys.platform != "linux":
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


def _run(code: str, *arguments: str, stdin: int, stdout: int, stderr: int | IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-S", "-X", "utf8", "-c", code, *arguments],
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, **environment()},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def environment() -> dict[str, str]:
    """Workers find the same modules (without looking for them: `-S`), order sets alike, and print no backtraces."""
    paths = [str(_SCRIPTS), *(path for path in sys.path if path)]
    return {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONHASHSEED": "0", "RUST_BACKTRACE": "0"}
