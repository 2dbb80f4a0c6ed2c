"""One run at a time on a desk: the system's own lock, which ends with its holder however that ends."""

from __future__ import annotations

import errno
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from fournets.desk.config import SetupFault
from fournets.desk.folders import Folders

NO_LOCKS_HERE = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP}


class DeskBusy(Exception):
    """Another run is under way on this desk."""


@contextmanager
def hold(folders: Folders) -> Iterator[None]:
    """Hold the desk while the block runs; raises `DeskBusy` at once when another run holds it.

    Where the share knows no locks, the runs of this machine at least exclude one another.
    """
    try:
        held = _acquired(folders.lock)
    except OSError as cause:
        if cause.errno not in NO_LOCKS_HERE:
            raise SetupFault(f"打不开“{folders.lock}”，请检查文件夹“{folders.archive}”能不能写入。") from cause
        held = _acquired(_on_this_machine(folders.lock))
    try:
        yield
    finally:
        held.release()


def _acquired(path: Path) -> FileLock:
    lock = FileLock(path, timeout=0, fallback_to_soft=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout as cause:
        raise DeskBusy from cause
    return lock


def _on_this_machine(path: Path) -> Path:
    return Path(tempfile.gettempdir()) / f"fournets-{hashlib.sha256(str(path).encode()).hexdigest()[:16]}.lock"
