"""A desk's folder as the contract describes it: the day's data files, the originals, the settings."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

PROJECT = Path(__file__).resolve().parent.parent.parent
Row = Mapping[str, str]
Place = tuple[str, str, int, str]
"""File, sheet, row, column letter."""
WHERE = ("compound", "building", "entrance", "flat")


class Violation(NamedTuple):
    """A sentence of the contract that does not hold: which, where, and what is there instead."""

    sentence: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.sentence}: {self.where} {self.text}"


Check = Callable[["DeskFolder"], Iterator[Violation]]


def squeezed(text: object) -> str:
    """A text without regard to width, spaces and case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(text))).upper()


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def place_of(row: Row) -> Place:
    """Where a line of a data file says that it comes from."""
    return row["file"], row["sheet"], int(row["row"]), row.get("column", "")


def address_of(row: Row) -> tuple[str, ...]:
    """The four parts of a line's address."""
    return tuple(row[part] for part in WHERE)


class DeskFolder:
    """One desk and one of its days."""

    def __init__(self, root: Path, day: str) -> None:
        self.root, self.day = root, day
        self.out = root / "outbox" / day
        self.data_folder = self.out / "数据"
        self.originals = root / "archive" / "originals"

    def data(self, name: str) -> list[dict[str, str]]:
        """The lines of one data file; none where it is not there."""
        return self._read.setdefault(name, list(self._lines(self.data_folder / name)))

    @cached_property
    def _read(self) -> dict[str, list[dict[str, str]]]:
        return {}

    @staticmethod
    def _lines(path: Path) -> Iterable[dict[str, str]]:
        if not path.exists():
            return ()
        return csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))

    def records(self, form: str) -> list[dict[str, str]]:
        """A form's current records."""
        return self.data(f"records/{form}.csv")

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms that have a data file."""
        return tuple(sorted(path.stem for path in (self.data_folder / "records").glob("*.csv")))

    @cached_property
    def run(self) -> dict[str, Any]:
        """run.json."""
        record: dict[str, Any] = json.loads((self.data_folder / "run.json").read_text("utf-8"))
        return record

    @cached_property
    def accepted(self) -> dict[str, dict[str, Any]]:
        """The accepted files by path."""
        return {file["file"]: file for file in self.run["files"] if file["state"] == "accepted"}

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The desk's configuration, what it lacks from the project's."""
        merged: dict[str, Any] = yaml.safe_load((PROJECT / "config.yaml").read_text("utf-8"))
        own = self.root / "config.yaml"
        for section, value in ((yaml.safe_load(own.read_text("utf-8-sig")) or {}) if own.exists() else {}).items():
            both = isinstance(value, dict) and isinstance(merged.get(section), dict)
            merged[section] = {**merged[section], **value} if both else value
        return merged

    @cached_property
    def _persons(self) -> dict[int, str]:
        """Each named record's person: of a cell with several names the links stand in the records' order."""
        links: dict[tuple[str, Place], list[str]] = {}
        for row in reversed(self.data("links.csv")):
            links.setdefault((row["form"], place_of(row)), []).append(row["person_id"])
        named = ((form, row) for form in self.forms for row in self.records(form) if row.get("name"))
        return {id(row): queue.pop() for form, row in named if (queue := links.get((form, place_of(row))))}

    def person(self, record: Row) -> str:
        """The person of a record; empty where it names nobody."""
        return self._persons.get(id(record), "")


def days_of(root: Path) -> list[str]:
    """The reporting days that the desk has a folder for."""
    found = (path for path in (root / "outbox").glob("20??-??-??") if (path / "数据" / "run.json").exists())
    return sorted(path.name for path in found)
