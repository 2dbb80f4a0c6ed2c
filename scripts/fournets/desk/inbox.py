"""What lies in the inbox: which files a person dropped, whole, and which are to be left alone.

Whether a file is still being written is judged by two looks a moment apart, never by its age.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fournets.desk.file_locks import locked
from fournets.desk.folders import RETURNED, Folders
from fournets.desk.naming import written
from fournets.model import FileState

BLOCK = 1 << 20
NO_ACCESS = "no_access"
PARTIAL = "还没有下载或传输完"
STILL_WRITTEN = "还在写入，下次运行再收"
IN_USE = "正被别的程序打开，关闭后下次运行再收"
NOT_MOVED_YET = "已经处理过，还没能移走（可能正开着），下次运行再移"
LINK = "是快捷方式或链接，请放原文件"
NO_FILE = "不是普通文件"
CLOSED_FOLDER = "这个文件夹打不开，请检查权限"

LEFT_ALONE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"~\$.*|\.~lock\..*#|\.~.*", "表格软件打开文件时自己产生的临时文件"),
        (r"~.*\.tmp|.*\.(tmp|temp|swp|swx)|(?-i:(?=.*[A-F])[0-9A-F]{8})", "软件自己产生的临时文件"),
        (r".*\.(part|partial|filepart|crdownload|opdownload|download|xltd|td|aria2|!ut)(\.met|\.cfg)?", PARTIAL),
        (r"\.ds_store|thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|icon\r|\..*", "系统自己产生的文件"),
    )
)
FOLDERS_LEFT_ALONE = re.compile(
    r"\..*|__macosx|@eadir|#recycle|\$recycle\.bin|system volume information|.*\.download", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file found in the inbox, or an answer sheet that was filled in where it lay in the outbox.

    `name` is its path below the inbox exactly as on the disk, with `/`. `sha256` is empty when the file could not be
    read: then `fault` is the code of the finding to hold it with. `ignored` says in Chinese why it is left in place.
    """

    name: str
    place: Path
    size: int = 0
    modified_ns: int = 0
    sha256: str = ""
    ignored: str = ""
    fault: str = ""
    answers: str = ""
    """For an answer sheet from the outbox: its path below the outbox."""

    @property
    def state(self) -> FileState | None:
        """Ignored, or not yet decided."""
        return FileState.IGNORED if self.ignored else None

    @property
    def title(self) -> str:
        """The name as it may stand in texts and data files."""
        return written(self.name)


def look(folders: Folders, pause: Callable[[], None], waiting: Collection[str] = ()) -> list[Arrival]:
    """Every file below the inbox (never `退回/`): to be left alone, or whole and hashed, in order of modification.

    `pause` lets a moment pass between the two looks; `waiting` are names that an earlier run decided but could not
    move away yet. Links are not followed.
    """
    seen = [
        replace(arrival, ignored=NOT_MOVED_YET) if arrival.name in waiting and not arrival.ignored else arrival
        for arrival in walk(folders.inbox)
    ]
    return sorted(look_again(seen, pause), key=lambda arrival: (arrival.modified_ns, arrival.title, arrival.name))


def listing(folders: Folders) -> frozenset[tuple[str, int, int]]:
    """Name, size and modification time of what a person dropped, for telling whether something changed."""
    return frozenset(
        (arrival.name, arrival.size, arrival.modified_ns) for arrival in walk(folders.inbox) if not arrival.ignored
    )


def look_again(seen: Iterable[Arrival], pause: Callable[[], None]) -> list[Arrival]:
    """The second look, after one pause for all: what changed meanwhile or is in use stays; the rest is hashed."""
    seen = list(seen)
    if any(not arrival.ignored for arrival in seen):
        pause()
    return [arrival if arrival.ignored else hashed(arrival) for arrival in seen]


def walk(inbox: Path) -> Iterator[Arrival]:
    """The first look: every file below the folder, judged by its name and kind alone."""
    folders = [""]
    while folders:
        below = folders.pop()
        try:
            with os.scandir(inbox / below) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            if below:
                yield Arrival(f"{below}/", inbox / below, ignored=CLOSED_FOLDER)
            continue
        for entry in found:
            name = f"{below}/{entry.name}" if below else entry.name
            try:
                if _is_folder(entry):
                    folders += [name] if name != RETURNED and not FOLDERS_LEFT_ALONE.fullmatch(entry.name) else []
                else:
                    yield _seen(name, entry)
            except FileNotFoundError:
                continue
            except OSError:
                yield Arrival(name, Path(entry.path), ignored=IN_USE)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) and not _is_junction(entry)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def _seen(name: str, entry: os.DirEntry[str]) -> Arrival:
    status = entry.stat(follow_symlinks=False)
    reason = next((reason for pattern, reason in LEFT_ALONE if pattern.fullmatch(entry.name)), "")
    if not reason and not stat.S_ISREG(status.st_mode):
        reason = LINK if entry.is_symlink() or entry.is_dir(follow_symlinks=False) else NO_FILE
    return Arrival(name, Path(entry.path), status.st_size, status.st_mtime_ns, ignored=reason)


def hashed(arrival: Arrival) -> Arrival:
    """The file with its hash, if it is what it was at the first look and stays so while it is read."""
    digest = hashlib.sha256()
    try:
        with arrival.place.open("rb", buffering=0) as stream:
            if locked(stream, arrival.place):
                return replace(arrival, ignored=IN_USE)
            while block := stream.read(BLOCK):
                digest.update(block)
        status = arrival.place.stat()
    except FileNotFoundError:
        return replace(arrival, ignored=STILL_WRITTEN)
    except OSError:
        return replace(arrival, ignored=IN_USE) if os.name == "nt" else replace(arrival, fault=NO_ACCESS)
    if (status.st_size, status.st_mtime_ns) != (arrival.size, arrival.modified_ns):
        return replace(arrival, ignored=STILL_WRITTEN)
    return replace(arrival, sha256=digest.hexdigest())


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
