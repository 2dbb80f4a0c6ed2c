"""Names of files: safe to write down, to keep on any file system, and never the same twice."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

FORBIDDEN = str.maketrans(dict(zip('<>:"|?*\\', "＜＞：＂｜？＊＼", strict=True)))
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
COMPONENT_LIMIT = 255
PATH_LIMIT = 240 if os.name == "nt" else 3900
LONGEST_ENDING = 24


def written(name: str) -> str:
    """A name from the disk as it may stand in texts, data files and the ledger.

    Bytes that are no UTF-8 are read as GB 18030 where they can be (archives packed on Windows); what stays
    unreadable becomes U+FFFD, and control characters become underscores.
    """
    if any("\ud800" <= character <= "\udfff" for character in name):
        name = _decoded(name)
    return "".join("_" if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character for character in name)


def _decoded(name: str) -> str:
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "surrogatepass")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def path_for(name: str, sha256: str, used: Callable[[str], bool]) -> str:
    """The path a file is known by: its name, with `#<hash>` where it was used before, and a count beyond."""
    name = written(name)
    if not used(name):
        return name
    hashed = f"{name}#{sha256[:8]}"
    return first_free(hashed, used, lambda count: f"{hashed}#{count}")


def first_free(name: str, taken: Callable[[str], bool], numbered: Callable[[int], str]) -> str:
    """The name itself, or the first of `numbered(2)`, `numbered(3)`, … that is not taken."""
    count = 1
    while taken(name):
        count += 1
        name = numbered(count)
    return name


def marked(path: str, mark: str) -> str:
    """The path with a mark before its ending: `汇总.xlsx` → `汇总（新）.xlsx`."""
    place = PurePosixPath(path)
    stem = _cut(place.stem, COMPONENT_LIMIT - _length(mark) - _length(place.suffix))
    return str(place.with_name(f"{stem}{mark}{place.suffix}"))


def free_beside(path: str, taken: Callable[[str], bool]) -> str:
    """The path, or with a count before its ending when it is taken: `体温.xlsx` → `体温 (2).xlsx`."""
    return first_free(path, taken, lambda count: marked(path, f" ({count})"))


def folded(name: str) -> str:
    """Equal for names that some file system takes for the same."""
    return unicodedata.normalize("NFC", name).casefold()


def portable(path: str) -> str:
    """A path of ours whose every component can be a file's name on Windows too; raises ValueError if it leads out."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        raise ValueError(f"not a path below a folder: {path!r}")
    return "/".join(map(_portable_component, parts))


def _portable_component(name: str) -> str:
    name = written(name).translate(FORBIDDEN)
    if name[-1] in ". ":
        name = f"{name[:-1]}_"
    return f"_{name}" if RESERVED.match(name) else name


def fitting(folder: Path, path: str) -> str:
    """The path, shortened where its components or the whole would be too long for the file system below `folder`.

    Endings are kept, and a few characters of the full path's hash keep shortened names apart.
    """
    limit = component_limit(folder)
    mark = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    short = "/".join(shortened(part, limit, mark) for part in PurePosixPath(path).parts)
    if _length(str(folder)) + 1 + _length(short) <= PATH_LIMIT:
        return short
    return shortened(PurePosixPath(short).name, 80, mark, always=True)


def shortened(name: str, limit: int, mark: str, *, always: bool = False) -> str:
    """A name of at most `limit` bytes: its beginning, `~<mark>`, its ending."""
    if _length(name) <= limit and not always:
        return name
    ending = PurePosixPath(name).suffix
    if _length(ending) > LONGEST_ENDING:
        ending = ""
    room = limit - _length(ending) - len(mark) - 1
    return f"{_cut(name.removesuffix(ending), room)}~{mark}{ending}"


def component_limit(folder: Path) -> int:
    """How many bytes a file's name may have below this folder."""
    limit = COMPONENT_LIMIT
    if hasattr(os, "pathconf"):
        try:
            limit = min(limit, os.pathconf(_existing(folder), "PC_NAME_MAX"))
        except OSError:
            return limit
    return limit


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def _length(name: str) -> int:
    return len(name.encode("utf-8", "surrogatepass"))


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8", "surrogatepass")[: max(size, 0)].decode("utf-8", "ignore")
