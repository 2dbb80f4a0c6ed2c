"""The only code of the desk that writes, renames and removes files.

A file appears under its name complete and on the disk, or not at all: it is written beside its place under a
temporary name, synchronised, and renamed. Everything goes through the functions of `os`, one effect a call, so that
a test can stop before and after each.
"""

# ruff: noqa: PTH101, PTH102, PTH105, PTH106, PTH108

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from fournets.desk.config import SetupFault

BLOCK = 1 << 20
TEMPORARY = ".~desk-"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
NO_ROOM_SAID = "磁盘空间不够了，请清理一些再运行；已经收下的表不会丢。"
ATTEMPTS = 3
BREATH = 0.1
SYNCHRONISED_AT_ONCE = 8
BINARY = getattr(os, "O_BINARY", 0)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, where they are missing."""
    missing = [place for place in (folder, *folder.parents) if not place.is_dir()]
    for place in reversed(missing):
        try:
            os.mkdir(place)
        except FileExistsError:
            if not place.is_dir():
                raise
    if missing:
        synchronise([missing[-1].parent])


def probe(folder: Path) -> None:
    """Write into the folder and clean up; raises OSError when that does not go."""
    path = temporary(folder / "probe")
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | BINARY, 0o666))
    os.unlink(path)


def write(path: Path, data: bytes) -> None:
    """Put these bytes under this name, replacing what is there."""
    beside = temporary(path)
    write_new(beside, data)
    on_disk([beside])
    replace(beside, path)
    synchronise([path.parent])


def write_new(path: Path, data: bytes) -> None:
    """Write a file that nobody knows by name yet; `on_disk` is to follow."""
    with _room_on_disk(), _opened(path) as stream:
        _write_all(stream, data)


def copy_new(source: Path, target: Path, modified_ns: int) -> str:
    """Copy a file under a name that nobody knows yet, and give its sha256; `on_disk` is to follow."""
    digest = hashlib.sha256()
    with _room_on_disk(), source.open("rb") as reading, _opened(target) as stream:
        while block := reading.read(BLOCK):
            digest.update(block)
            _write_all(stream, block)
    os.utime(target, ns=(modified_ns, modified_ns))
    return digest.hexdigest()


def on_disk(paths: Iterable[Path]) -> None:
    """Put the bytes of these files on the disk, several at once: that is many times quicker than one by one."""
    with _room_on_disk(), ThreadPoolExecutor(SYNCHRONISED_AT_ONCE) as pool:
        for _ in pool.map(_on_disk, paths):
            pass


def _on_disk(path: Path) -> None:
    stream = os.open(path, os.O_RDWR | BINARY)
    try:
        os.fsync(stream)
    finally:
        os.close(stream)


def copy(source: Path, target: Path, modified_ns: int) -> None:
    """Copy a file under this name, replacing what is there."""
    make_folder(target.parent)
    beside = temporary(target)
    copy_new(source, beside, modified_ns)
    on_disk([beside])
    replace(beside, target)
    synchronise([target.parent])


def replace(source: Path, target: Path) -> None:
    """Rename, replacing what has the name. Scanners hold new files for a moment on Windows: tried a few times."""
    for attempt in range(ATTEMPTS):
        try:
            os.replace(source, target)
        except PermissionError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(BREATH)
        else:
            return


def move(source: Path, target: Path, modified_ns: int) -> None:
    """Move a file to a free name, over the borders of file systems too; it is never absent from both places.

    `synchronise` of both folders is to follow.
    """
    make_folder(target.parent)
    try:
        replace(source, target)
    except OSError as cause:
        if cause.errno != errno.EXDEV:
            raise
        copy(source, target, modified_ns)
        remove(source)


def remove(path: Path) -> None:
    """Remove a file, marked read-only or not; one that is gone already is well."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except PermissionError:
        os.chmod(path, stat.S_IWRITE | stat.S_IREAD)
        os.unlink(path)


def remove_empty(folder: Path) -> bool:
    """Remove the folder if nothing is in it, and say whether it went."""
    try:
        os.rmdir(folder)
    except OSError:
        return False
    return True


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours with all that is in it."""
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), key=lambda path: len(path.parts), reverse=True):
        if path.is_dir() and not path.is_symlink():
            os.rmdir(path)
        else:
            remove(path)
    os.rmdir(folder)


def synchronise(folders: Iterable[Path]) -> None:
    """Put the names in these folders on the disk, where the system can; one that is gone needs nothing."""
    if os.name == "nt":
        return
    for folder in folders:
        if not folder.is_dir():
            continue
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as cause:
            if cause.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


def temporary(path: Path) -> Path:
    """The temporary name beside a place: always the same, so that what a crash left is used up by the next run."""
    return path.with_name(TEMPORARY + hashlib.sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()[:16])


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    stream = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        yield stream
    finally:
        os.close(stream)


def _write_all(stream: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(stream, view) :]


@contextmanager
def _room_on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        if cause.errno not in NO_ROOM:
            raise
        raise SetupFault(NO_ROOM_SAID) from cause
