"""Puts staged files into a day's folder that people use: beside what is open, around what they changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from fournets.desk import effects
from fournets.desk.inbox import sha256_of
from fournets.desk.naming import first_free, marked

NEW = "（新）"


class Placing:
    """One pass over one day's folder. Whatever was done already is found done, so a broken pass can be repeated.

    Raises PermissionError only where the folder itself cannot be written to.
    `ours` are the bytes of ours by path; `lying` becomes what of ours lies in the folder afterwards.
    """

    def __init__(
        self, target: Path, stage: Path, ours: Mapping[str, frozenset[str]], answer_sheet: re.Pattern[str]
    ) -> None:
        """Nothing is touched yet."""
        self.target, self.stage, self.ours, self.answer_sheet = target, stage, ours, answer_sheet
        self.lying: set[tuple[str, str]] = set()
        self.touched: set[Path] = set()
        self.messages: list[str] = []

    def put_all(self, wanted: Mapping[str, str]) -> None:
        """Put in place what is on the stage, then take away what is no longer wanted, unless a person changed it."""
        *others, last = wanted or [""]
        for path in others:
            self._put(path, wanted[path])
        self._take_away(wanted)
        effects.synchronise(self.touched)
        if last:
            self._put(last, wanted[last])
            effects.synchronise([(self.target / last).parent])

    def _put(self, path: str, sha256: str) -> None:
        staged, place = self.stage / path, self.target / path
        if not staged.is_file():
            self._note(path, sha256)
            return
        self._clear_the_way(path)
        if place.is_file() and self._is_changed(path) and path in self.ours and self.answer_sheet.fullmatch(path):
            self.messages.append(f"“{path}”刚刚又有人改过，这次没有更新，下次运行时再收。")
            self.lying.add((path, sha256))
            return
        effects.make_folder(place.parent)
        try:
            self._replace(path)
        except PermissionError:
            self._put_beside(path, sha256)
        else:
            self.lying.add((path, sha256))

    def _replace(self, path: str) -> None:
        """The staged file takes its place; what a person made of the one there is kept."""
        place = self.target / path
        if place.is_file() and self._is_changed(path):
            self._keep(path)
        effects.replace(self.stage / path, place)
        self.touched.add(place.parent)

    def _put_beside(self, path: str, sha256: str) -> None:
        """The file is open elsewhere: it stays, and the new one goes beside it, unless that is open too."""
        self.lying |= {(path, known) for known in self.ours.get(path, frozenset()) if known != sha256}
        beside = marked(path, NEW)
        name = PurePosixPath(beside).name
        try:
            if self._hash(beside) != sha256:
                self._replace_beside(path, beside)
        except PermissionError:
            effects.probe(self.target)
            self.lying |= {(beside, known) for known in self.ours.get(beside, frozenset())}
            self.messages.append(f"“{path}”和“{name}”都正开着，这次没能更新，请都关掉再运行一次。")
        else:
            self.lying.add((beside, sha256))
            self.messages.append(f"“{path}”正开着，没法更新；新的一份在它旁边，叫“{name}”。请关掉旧的，看新的。")

    def _replace_beside(self, path: str, beside: str) -> None:
        if (self.target / beside).exists() and self._is_changed(beside):
            self._keep(beside)
        effects.replace(self.stage / path, self.target / beside)
        self.touched.add((self.target / beside).parent)

    def _keep(self, path: str) -> None:
        """Give a person's file a name of its own beside."""
        first = marked(path, "（人工改过）")
        kept = first_free(
            first, lambda name: (self.target / name).exists(), lambda count: marked(path, f"（人工改过{count}）")
        )
        effects.replace(self.target / path, self.target / kept)
        self.messages.append(f"有人改过“{path}”，没有盖掉它，另存为“{PurePosixPath(kept).name}”。")

    def _clear_the_way(self, path: str) -> None:
        """A file where a folder of ours has to be, or a folder where a file has to be, is a person's too."""
        parts = PurePosixPath(path).parts
        for depth in range(1, len(parts)):
            above = "/".join(parts[:depth])
            if (self.target / above).is_file():
                self._keep(above)
        if (self.target / path).is_dir():
            self._keep(path)

    def _take_away(self, wanted: Mapping[str, str]) -> None:
        lying = {path for path, _ in self.lying}
        for path in sorted({*self.ours} - {*wanted} - lying):
            place = self.target / path
            if place.is_file() and not self._is_changed(path):
                self._remove(path)

    def _remove(self, path: str) -> None:
        try:
            effects.remove(self.target / path)
        except PermissionError:
            self.lying |= {(path, known) for known in self.ours.get(path, frozenset())}
            return
        for folder in PurePosixPath(path).parents:
            if str(folder) == "." or not effects.remove_empty(self.target / folder):
                break

    def _note(self, path: str, sha256: str) -> None:
        """Nothing to put: what lies there is wanted, or an interrupted pass put the new one beside."""
        found = self._hash(path)
        self.lying.add((path, found if found and found in self.ours.get(path, frozenset()) else sha256))
        beside = marked(path, NEW)
        if found != sha256 and self._hash(beside) == sha256:
            self.lying.add((beside, sha256))

    def _is_changed(self, path: str) -> bool:
        """Whether the bytes there are not ours. What cannot be read is open, not changed."""
        return self._hash(path) not in {*self.ours.get(path, frozenset()), ""}

    def _hash(self, path: str) -> str:
        try:
            return sha256_of(self.target / path)
        except OSError:
            return ""
