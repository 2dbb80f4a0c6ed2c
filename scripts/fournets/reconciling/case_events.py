"""Which records speak of one stay: arrivals of one person within 14 days of each other, with the ledger's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from fournets.reconciling.overlapping import completed
from fournets.reconciling.view import View

WITHIN_DAYS = 14
"""Arrivals no further apart belong to one case (contract, section 4)."""


@dataclass(slots=True)
class Event:
    """A row of the returnees' register or of the quarantine ledger. Dates are ISO text, empty = unknown."""

    form: str
    record: dict[str, Any]
    rank: tuple[int, int]

    @property
    def arrived(self) -> str:
        """The day of arrival; a ledger's row knows none."""
        return str(self.record["arrive_date"]) if self.form == "returnees" else ""

    @property
    def started(self) -> str:
        """The day on which the ledger lets the quarantine begin."""
        return str(self.record["start_date"]) if self.form == "quarantine" else ""

    def says(self, name: str) -> str:
        """A field's value; empty where the form has no such field."""
        return str(self.record.get(name, ""))


@dataclass(slots=True)
class Stay:
    """One person's rows on one stay, older rows first."""

    person_id: str
    events: list[Event] = field(default_factory=list)

    @property
    def arrivals(self) -> list[str]:
        """The different days of arrival, in order."""
        return sorted({event.arrived for event in self.events} - {""})

    @property
    def starts(self) -> list[str]:
        """The ledger's different first days, in order."""
        return sorted({event.started for event in self.events} - {""})

    @property
    def anchors(self) -> list[str]:
        """The days that place the stay in time: arrivals, else the ledger's first days."""
        return self.arrivals or self.starts

    @property
    def arrived(self) -> str:
        """The arrival that counts: the latest, so that no quarantine ends early; else the ledger's first day."""
        return self.anchors[-1] if self.anchors else ""

    @property
    def decisive(self) -> Event:
        """The row whose day counts, of several the oldest: its day is the one on paper."""
        return next((event for event in self.events if self.arrived in (event.arrived, event.started)), self.events[0])

    def of(self, form: str) -> list[Event]:
        """The rows of one form."""
        return [event for event in self.events if event.form == form]

    def newest(self, form: str, name: str) -> str:
        """The newest row's value of a field that is filled."""
        return next((value for event in reversed(self.of(form)) if (value := event.says(name))), "")


def days_between(first: str, second: str) -> int:
    """Whole days from one ISO day to another."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def gather(view: View) -> list[Stay]:
    """Every stay of every person, ordered by person and time."""
    persons: dict[str, list[Event]] = {}
    for form in ("returnees", "quarantine"):
        for record in completed(view, form):
            rank = (view.rank.get(str(record["file"]), 0), int(record["row"]))
            if record["person_id"]:
                persons.setdefault(str(record["person_id"]), []).append(Event(form, record, rank))
    return [stay for person in sorted(persons) for stay in _stays(person, persons[person])]


def _stays(person: str, events: list[Event]) -> list[Stay]:
    """The person's rows, parted by time; a row without any day goes to the latest stay."""
    stays = [Stay(person, group) for group in _chained([event for event in events if event.arrived])]
    without = []
    for event in [event for event in events if event.started]:
        near = [stay for stay in stays if _distance(stay, event.started) <= WITHIN_DAYS]
        if near:
            min(near, key=lambda stay: _distance(stay, event.started)).events.append(event)
        else:
            without.append(event)
    stays += [Stay(person, group) for group in _chained(without)]
    stays.sort(key=lambda stay: stay.arrived)
    undated = [event for event in events if not event.arrived and not event.started]
    if undated and not stays:
        stays.append(Stay(person))
    for event in undated:
        stays[-1].events.append(event)
    for stay in stays:
        stay.events.sort(key=lambda event: event.rank)
    return stays


def _chained(events: list[Event]) -> Iterator[list[Event]]:
    """Rows in order of time, cut where more than 14 days lie between two."""
    ordered = sorted(events, key=lambda event: event.arrived or event.started)
    start = 0
    for place, (one, other) in enumerate(pairwise(ordered), start=1):
        if days_between(one.arrived or one.started, other.arrived or other.started) > WITHIN_DAYS:
            yield ordered[start:place]
            start = place
    if ordered:
        yield ordered[start:]


def _distance(stay: Stay, day: str) -> int:
    return min(abs(days_between(anchor, day)) for anchor in stay.anchors)
