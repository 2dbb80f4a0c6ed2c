"""Puts a day's outputs in place: all of a new folder at once, an existing one file by file from a verified stage.

First everything that changed is made on the stage and checked, then the ledger keeps the plan, then the files are put
in place, `run.json` last. A crash before the plan leaves the old; after it the next run carries the plan out. Bytes in
the folder that are not ours are a person's: they are kept, never overwritten.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from fournets.desk import effects
from fournets.desk.change import Taken
from fournets.desk.config import SetupFault
from fournets.desk.folders import Folders
from fournets.desk.inbox import Arrival, look_again, sha256_of
from fournets.desk.ledger import Ledger
from fournets.desk.naming import fitting, folded, free_beside, portable
from fournets.desk.placing import Placing

RECORD = "数据/run.json"
ANSWER_SHEET = re.compile(r"(人工核对|签收表_)[^/]*\.xls[xm]?")


@dataclass(slots=True)
class Published:
    """What was published: every path below the day's folder, and what a person is to be told.

    `complete`: nothing is left to be done by a later run, as where a file was open.
    """

    outputs: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    complete: bool = True


def publish(
    folders: Folders,
    ledger: Ledger,
    day: date,
    files: Iterable[tuple[str, bytes]],
    kept: Iterable[tuple[str, str]] = (),
) -> Published:
    """Bring the day's folder to hold exactly these files, beside what people put there.

    Paths are below the day's folder, with `/`; `kept` lie there already, with their hashes. Raises `SetupFault` when
    the outbox cannot be written to.
    """
    messages = finish(folders, ledger)
    stage = folders.stage / day.isoformat()
    with _writing(folders):
        effects.make_folder(stage)
        try:
            wanted = _staged(folders.day(day), stage, files, kept, ledger.published(day))
        except BaseException:
            effects.remove_tree(folders.stage)
            raise
        ledger.plan(day, wanted)
        messages += _carry_out(folders, ledger, day, wanted)
        effects.remove_tree(folders.stage)
    lying = {path: frozenset((sha256,)) for path, sha256 in wanted.items()}
    return Published(list(wanted), messages, complete=ledger.published(day) == lying)


def renew(folders: Folders, ledger: Ledger, day: date, record: tuple[str, bytes]) -> Published:
    """Publish the run's own record anew, where everything else lies in the day's folder as it is to."""
    kept = [(path, sha256) for path, (sha256,) in ledger.published(day).items() if path != record[0]]
    return publish(folders, ledger, day, [record], kept)


def finish(folders: Folders, ledger: Ledger) -> list[str]:
    """Carry out what an interrupted run had planned, for whichever day; a stage without a plan is dropped.

    Gives what a person is to be told.
    """
    messages: list[str] = []
    with _writing(folders):
        for day, wanted in ledger.planned().items():
            messages += _carry_out(folders, ledger, day, wanted)
        effects.remove_tree(folders.stage)
    return messages


def changed_answers(folders: Folders, ledger: Ledger, pause: Callable[[], None]) -> list[Arrival]:
    """The answer sheets of all days that somebody filled in where they lie; they count as dropped into the inbox."""
    seen: list[Arrival] = []
    for day in folders.days():
        for path, ours in ledger.published(day).items():
            place = folders.day(day) / path
            if ANSWER_SHEET.fullmatch(path) and place.is_file() and _hash(place) not in {*ours, ""}:
                status = place.stat()
                answers = f"{day.isoformat()}/{path}"
                seen.append(Arrival(path, place, status.st_size, status.st_mtime_ns, answers=answers))
    return sorted(look_again(seen, pause), key=lambda arrival: (arrival.modified_ns, arrival.answers))


def ours(folders: Folders, ledger: Ledger, day: date, path: str) -> bytes:
    """What lies under a path of the day's folder, if it is as we put it there; else nothing."""
    place = folders.day(day) / path
    known = ledger.published(day).get(path, frozenset())
    try:
        data = place.read_bytes() if known else b""
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() in known else b""


def last_run(folders: Folders) -> datetime | None:
    """When the latest run on this desk finished, told by the records in the outbox; None before the first."""
    records = (folders.day(day) / RECORD for day in folders.days())
    moments = [record.stat().st_mtime for record in records if record.is_file()]
    return datetime.fromtimestamp(max(moments), UTC) if moments else None


def taken(arrivals: Iterable[Arrival]) -> list[Taken]:
    """What the ledger is to remember of answer sheets that were taken in from the outbox: they may be replaced now."""
    return [
        Taken(date.fromisoformat(day), path, arrival.sha256)
        for arrival in arrivals
        for day, _, path in [arrival.answers.partition("/")]
        if arrival.answers and arrival.sha256
    ]


@contextmanager
def _writing(folders: Folders) -> Iterator[None]:
    try:
        yield
    except PermissionError as cause:
        raise SetupFault(f"发件夹“{folders.outbox}”里有不能写入的文件夹，请检查权限后再运行。") from cause
    except (FileExistsError, NotADirectoryError) as cause:
        raise SetupFault(f"“{cause.filename}”是一个文件，占了文件夹的名字，请把它移走或改名后再运行。") from cause


def _staged(
    target: Path,
    stage: Path,
    files: Iterable[tuple[str, bytes]],
    kept: Iterable[tuple[str, str]],
    ours: Mapping[str, frozenset[str]],
) -> dict[str, str]:
    """Make on the stage what differs from what lies in the folder; all paths with their hashes, `run.json` last."""
    wanted = dict(kept)
    taken_names = {folded(path) for path in wanted}
    staged: list[str] = []
    for path, data in files:
        place = free_beside(fitting(target, portable(path)), lambda name: folded(name) in taken_names)
        taken_names.add(folded(place))
        wanted[place] = hashlib.sha256(data).hexdigest()
        if not _lies_there(target / place, data, wanted[place], ours.get(place, frozenset())):
            effects.make_folder((stage / place).parent)
            effects.write_new(stage / place, data)
            staged.append(place)
    effects.on_disk(stage / place for place in staged)
    if any(_hash(stage / place) != wanted[place] for place in staged):
        raise SetupFault("写到磁盘上的内容读回来不一样，磁盘可能有毛病，请检查磁盘后再运行。")
    if RECORD in wanted:
        wanted[RECORD] = wanted.pop(RECORD)
    return wanted


def _lies_there(place: Path, data: bytes, sha256: str, ours: frozenset[str]) -> bool:
    """Whether these bytes lie there already. A file that is open and cannot be read is what we last put there."""
    if not place.is_file():
        return False
    found = sha256 if place.stat().st_size == len(data) else None
    if found:
        found = _hash(place)
    return found == sha256 or (found == "" and sha256 in ours)


def _carry_out(folders: Folders, ledger: Ledger, day: date, wanted: Mapping[str, str]) -> list[str]:
    target, stage = folders.day(day), folders.stage / day.isoformat()
    if not target.exists() and stage.is_dir():
        effects.replace(stage, target)
        effects.synchronise([target.parent])
        messages: list[str] = []
        lying = set(wanted.items())
    else:
        placing = Placing(target, stage, ledger.published(day), ANSWER_SHEET)
        placing.put_all(wanted)
        messages, lying = placing.messages, placing.lying
    ledger.settle(day, lying)
    return messages


def _hash(place: Path) -> str:
    """The file's hash; empty where it cannot be read just now."""
    try:
        return sha256_of(place)
    except OSError:
        return ""
