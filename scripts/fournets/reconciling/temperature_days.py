"""Who was measured when: readings by person and day, what is missing, what was a fever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from fournets.reconciling.case_rules import chinese_day
from fournets.reconciling.view import View

NORMAL = "正常"
NOT_TAKEN = "未测"
SLOTS = {"morning": "上午", "evening": "下午"}
A_DAY = 2
"""Readings a day that the rule asks for: morning and evening."""
FEW = 3
"""So many missing readings are named one by one, more are counted."""


def is_taken(frame: pd.DataFrame) -> pd.Series[bool]:
    """Rows of the temperatures form with a reading, or with 正常 for one."""
    return (frame["temperature"] != "") | frame["note"].str.startswith(NORMAL)


def is_fever(frame: pd.DataFrame, threshold: float, field: str = "temperature") -> pd.Series[bool]:
    """Rows whose reading reaches the threshold."""
    return pd.to_numeric(frame[field], errors="coerce") >= threshold - 1e-9


@dataclass
class Readings:
    """The temperatures form, person by person. Days are ISO text, inclusive."""

    view: View

    @cached_property
    def _rows(self) -> Mapping[str, list[tuple[str, str, bool]]]:
        """Person → (day, slot, taken) of every row that says something of a measurement."""
        frame = self.view.records("temperatures")
        rows: dict[str, list[tuple[str, str, bool]]] = {}
        told = self.view.told
        for person, day, slot, taken, note, file, sheet, row in zip(
            *(frame[name] for name in ("person_id", "date", "slot")),
            is_taken(frame),
            *(frame[name] for name in ("note", "file", "sheet", "row")),
            strict=True,
        ):
            doubtful = (file, sheet, row, "temperature") in told
            if taken or doubtful or note.startswith(NOT_TAKEN):
                rows.setdefault(person, []).append((day, slot, bool(taken) or doubtful))
        return rows

    def are_kept(self, person: str) -> bool:
        """Whether anybody measured this person at all."""
        return person in self._rows

    def missing(self, person: str, days: Sequence[str]) -> list[tuple[str, str]]:
        """(day, slot) of every reading that nobody took; a cell that cannot be read counts as taken."""
        taken: dict[str, list[str]] = {}
        for day, slot, done in self._rows.get(person, []):
            if done:
                taken.setdefault(day, []).append(slot)
        gaps = []
        for day in days:
            slots = taken.get(day, [])
            open_slots = [slot for slot in SLOTS if slot not in slots]
            gaps += [(day, slot) for slot in open_slots[: max(0, A_DAY - len(slots))]]
        return gaps

    @cached_property
    def _fevers(self) -> Mapping[str, list[str]]:
        frame = self.view.records("temperatures")
        hot = frame[is_fever(frame, self.view.settings.fever_threshold)]
        days: dict[str, list[str]] = {}
        for person, day in zip(hot["person_id"], hot["date"], strict=True):
            days.setdefault(person, []).append(day)
        return days

    def fevers(self, person: str, first: str, last: str) -> list[str]:
        """The days with a fever from the first to the last."""
        return sorted({day for day in self._fevers.get(person, []) if first <= day <= last})


def days_from(first: str, last: str) -> list[str]:
    """Every day from the first to the last, as ISO text."""
    start = date.fromisoformat(first)
    count = (date.fromisoformat(last) - start).days + 1
    return [(start + timedelta(days=offset)).isoformat() for offset in range(max(0, count))]


def name_gaps(gaps: Iterable[tuple[str, str]]) -> str:
    """Missing readings in words: 2月6日下午、2月7日上午, or how many on which days."""
    listed = list(gaps)
    if len(listed) <= FEW:
        return "、".join(f"{chinese_day(day)}{SLOTS[slot]}" for day, slot in listed)
    return f"{chinese_day(listed[0][0])}至{chinese_day(listed[-1][0])}间共{len(listed)}次"
