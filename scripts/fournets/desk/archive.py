"""Accepted files into the archive, and every decided file out of the inbox.

First the copy in the archive, then the ledger's commit, then the inbox is cleared; what a crash left to clear is
cleared by the next run, from the ledger's list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from fournets.desk import effects
from fournets.desk.change import Clearing, Decided
from fournets.desk.folders import Folders
from fournets.desk.inbox import STILL_WRITTEN, Arrival, sha256_of
from fournets.desk.naming import component_limit, fitting, folded, free_beside, marked, shortened
from fournets.model import FileState

REASON_ENDING = ".原因.txt"


@dataclass(slots=True)
class Stored:
    """The decided files, the accepted ones with their place; and those that changed meanwhile and are left alone."""

    decided: list[tuple[Arrival, Decided]] = field(default_factory=list)
    changed: list[Arrival] = field(default_factory=list)


@dataclass(slots=True)
class Cleared:
    """What has left the inbox, and what could not (it is open somewhere)."""

    done: list[Clearing] = field(default_factory=list)
    left: list[Clearing] = field(default_factory=list)


def store(folders: Folders, decided: Sequence[tuple[Arrival, Decided]]) -> Stored:
    """Copy the accepted files below `archive/originals/`, onto the disk.

    A file that is no longer what was hashed is for the next run, and so are its duplicates of this run. A copy that an
    interrupted run left is used; other bytes under the same name are never overwritten.
    """
    places: dict[str, str] = {}
    changed: set[str] = set()
    waiting: dict[Path, Path] = {}
    for arrival, item in decided:
        if item.source.state is not FileState.ACCEPTED:
            continue
        place = place_of(folders.originals, item.source.path, arrival.sha256, waiting)
        target = folders.originals / place
        if not target.exists():
            beside = _copied(arrival, target)
            if beside is None:
                changed.add(arrival.sha256)
                continue
            waiting[target] = beside
        places[item.source.path] = place
    effects.on_disk(waiting.values())
    for target, beside in waiting.items():
        effects.replace(beside, target)
    effects.synchronise({target.parent for target in waiting})
    return Stored(
        [(arrival, _placed(item, places)) for arrival, item in decided if arrival.sha256 not in changed],
        [replace(arrival, ignored=STILL_WRITTEN) for arrival, _ in decided if arrival.sha256 in changed],
    )


def _placed(item: Decided, places: Mapping[str, str]) -> Decided:
    return replace(item, place=places[item.source.path]) if item.source.state is FileState.ACCEPTED else item


def _copied(arrival: Arrival, target: Path) -> Path | None:
    """The copy under its temporary name; None when the file has changed or gone since it was hashed."""
    effects.make_folder(target.parent)
    beside = effects.temporary(target)
    try:
        sha256 = effects.copy_new(arrival.place, beside, arrival.modified_ns)
    except (FileNotFoundError, PermissionError) as cause:
        if cause.filename != str(arrival.place):
            raise
        sha256 = ""
    if sha256 != arrival.sha256:
        effects.remove(beside)
        return None
    return beside


def place_of(folder: Path, path: str, sha256: str, reserved: Collection[Path]) -> str:
    """Where below `folder` these bytes are kept: the path itself wherever the file system lets it."""
    place = fitting(folder, path)
    for candidate in (place, marked(place, f"~{sha256[:8]}"), f"{sha256}{PurePosixPath(place).suffix}"):
        target = folder / candidate
        if _blocked(folder, candidate) or target in reserved:
            continue
        if not target.exists() or (target.is_file() and sha256_of(target) == sha256):
            return candidate
    raise FileExistsError(f"{folder / place} is taken by other bytes")


def _blocked(folder: Path, path: str) -> bool:
    """Whether a file stands where a folder on the way would have to be."""
    above = [folder.joinpath(*PurePosixPath(path).parts[:depth]) for depth in range(1, len(PurePosixPath(path).parts))]
    return any(place.exists() and not place.is_dir() for place in above)


def clearings(folders: Folders, decided: Sequence[tuple[Arrival, Decided]], day: date) -> list[Clearing]:
    """How each decided file is to leave the inbox, with a free name for each that goes somewhere."""
    plan: list[Clearing] = []
    reserved: set[str] = set()
    for arrival, item in decided:
        state = item.source.state
        if arrival.answers and state is not FileState.HELD:
            continue
        target, note = "", ""
        if state is FileState.DUPLICATE:
            target = _free(folders.duplicates, fitting(folders.duplicates, item.source.path), reserved, "")
        elif state is FileState.HELD:
            target = _held_place(folders, arrival, day, reserved)
            note = reason_text(arrival, item.source.reason, day)
        reserved.add(folded(target))
        facts = (arrival.name, arrival.size, arrival.modified_ns, arrival.sha256)
        plan.append(Clearing(*facts, state, target, note, arrival.answers))
    return plan


def _held_place(folders: Folders, arrival: Arrival, day: date, reserved: Collection[str]) -> str:
    limit = component_limit(folders.inbox) - len(REASON_ENDING.encode())
    name = shortened(PurePosixPath(arrival.title).name, limit, arrival.sha256[:8] or "00000000")
    return _free(folders.returned, f"{day.isoformat()}/{name}", reserved, REASON_ENDING)


def _free(folder: Path, path: str, reserved: Collection[str], ending: str) -> str:
    def taken(candidate: str) -> bool:
        return folded(candidate) in reserved or any((folder / f"{candidate}{end}").exists() for end in {"", ending})

    return free_beside(path, taken)


def reason_text(arrival: Arrival, reason: str, day: date) -> str:
    """What stands in `<name>.原因.txt`: which file, why, and what to do."""
    folder = str(PurePosixPath(arrival.title).parent)
    where = "收件夹（inbox）" if folder == "." else f"收件夹（inbox）里的“{folder}”文件夹"
    lines = (
        f"文件：{PurePosixPath(arrival.title).name}",
        f"退回日期：{day.year}年{day.month}月{day.day}日",
        f"原因和办法：{reason}",
        f"处理好以后，请放回{where}，下次运行时会自动再收。",
    )
    return "".join(f"{line}\r\n" for line in lines)


def clear(folders: Folders, plan: Iterable[Clearing]) -> Cleared:
    """Carry the plan out, as far as it is not done yet. A file that was changed since is a new arrival and stays."""
    cleared = Cleared()
    there = {clearing: _source(folders, clearing) for clearing in plan}
    still = {clearing: source for clearing, source in there.items() if _is_still(source, clearing)}
    noted = _with_notes(folders, still)
    touched: set[Path] = set()
    for clearing, source in there.items():
        try:
            if clearing in still:
                touched |= _clear_one(folders, source, clearing, noted)
        except OSError:
            cleared.left.append(clearing)
        else:
            cleared.done.append(clearing)
    effects.synchronise(touched)
    return cleared


def _source(folders: Folders, clearing: Clearing) -> Path:
    return folders.outbox / clearing.answers if clearing.answers else folders.inbox / clearing.name


def _with_notes(folders: Folders, plan: Iterable[Clearing]) -> set[Clearing]:
    """Put the reason of every held file where the file is to go; those for which that went."""
    notes: dict[Clearing, Path] = {}
    for clearing in plan:
        if clearing.state is FileState.HELD:
            note = folders.returned / f"{clearing.target}{REASON_ENDING}"
            try:
                effects.make_folder(note.parent)
                effects.write_new(effects.temporary(note), clearing.note.encode("utf-8-sig", "replace"))
            except OSError:
                continue
            notes[clearing] = note
    effects.on_disk(effects.temporary(note) for note in notes.values())
    for note in notes.values():
        effects.replace(effects.temporary(note), note)
    return {*notes}


def _clear_one(folders: Folders, source: Path, clearing: Clearing, noted: Collection[Clearing]) -> set[Path]:
    """Let one file leave the inbox; the folders whose names changed."""
    if clearing.state is FileState.ACCEPTED:
        effects.remove(source)
        return {source.parent}
    if clearing.state is FileState.HELD and clearing not in noted:
        raise PermissionError(f"no reason could be put beside {clearing.target}")
    below = folders.returned if clearing.state is FileState.HELD else folders.duplicates
    target = below / clearing.target
    effects.make_folder(target.parent)
    if clearing.answers:
        effects.copy(source, target, clearing.modified_ns)
    elif target.exists():
        effects.remove(source)
    else:
        effects.move(source, target, clearing.modified_ns)
    return {source.parent, target.parent}


def _is_still(source: Path, clearing: Clearing) -> bool:
    """Whether the file is there and is what was decided on, touched or not."""
    if not source.is_file():
        return False
    status = source.stat()
    if (status.st_size, status.st_mtime_ns) == (clearing.size, clearing.modified_ns):
        return True
    return bool(clearing.sha256) and sha256_of(source) == clearing.sha256
