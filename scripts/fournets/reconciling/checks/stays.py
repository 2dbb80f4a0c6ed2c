"""Contradictions about a stay: from where, since when, until when."""

from __future__ import annotations

from collections.abc import Iterator

from fournets.model import Finding
from fournets.reconciling.case_events import Event
from fournets.reconciling.case_rules import category_of_event
from fournets.reconciling.cases import Case
from fournets.reconciling.checks.desk import Desk, day_words
from fournets.reconciling.overlapping import is_version, replaced
from fournets.reconciling.view import each
from fournets.values.places import most_severe


def origin_missing(desk: Desk) -> Iterator[Finding]:
    """Nobody wrote where the person came from, or no place that is known."""
    for case in desk.cases.cases:
        if not case.values["category"]:
            event = _newest(case)
            yield desk.on(case, event, "origin_missing", "from_place", written=event.says("from_place") or "空白")


def arrival_missing(desk: Desk) -> Iterator[Finding]:
    """No row says when the person arrived; a date that cannot be read has its own finding."""
    for case in desk.cases.cases:
        event = _newest(case)
        field = "arrive_date" if event.form == "returnees" else "start_date"
        if not case.stay.arrived and not any(desk.is_told(one.record, field) for one in case.stay.events):
            yield desk.on(case, event, "arrival_missing", field)


def two_arrivals(desk: Desk) -> Iterator[Finding]:
    """Rows of one case with different days of arrival: said at each of them."""
    for case in desk.cases.cases:
        if len(case.stay.arrivals) > 1:
            dates = "、".join(day_words(day) for day in case.stay.arrivals)
            for event in case.stay.of("returnees"):
                if event.arrived:
                    yield desk.on(case, event, "two_arrivals", "arrive_date", dates=dates)


def two_origins(desk: Desk) -> Iterator[Finding]:
    """Rows of one case whose places are of different categories: said at the milder ones."""
    settings = desk.view.settings
    for case in desk.cases.cases:
        told = [(category_of_event(event, settings), event) for event in case.stay.of("returnees")]
        told = [(category, event) for category, event in told if category]
        severest = most_severe([category for category, _ in told])
        places = "、".join(dict.fromkeys(event.says("from_place") or "空白" for _, event in told))
        for category, event in told:
            if category != severest:
                yield desk.on(case, event, "two_origins", "from_place", places=places)


def origin_overruled(desk: Desk) -> Iterator[Finding]:
    """A row whose place a newer list's took, with a severer origin than the case has: the newer list may be wrong.

    A later version of the same sheet corrects it, and is not asked about.
    """
    settings = desk.view.settings
    held = {id(event.record): (case, event) for case in desk.cases.cases for event in case.stay.of("returnees")}
    for record, row in replaced(desk.view, "returnees", [event.record for _, event in held.values()]):
        case, event = held[id(record)]
        before = category_of_event(Event("returnees", row.record, row.age), settings)
        own = case.values["category"]
        if before and before != own and most_severe([before, own]) == before and not is_version(desk.view, record, row):
            words = {"written": event.says("from_place") or "空白", "severer": row.says("from_place") or "空白"}
            yield desk.on(case, event, "origin_overruled", "from_place", file=row.file, line=str(row.row), **words)


def left_after_arrival(desk: Desk) -> Iterator[Finding]:
    """A departure after the arrival."""
    frame = desk.view.records("returnees")
    wrong = frame[(frame["arrive_date"] != "") & (frame["left_date"] > frame["arrive_date"])]
    for record in each(wrong):
        words = {"left": day_words(record["left_date"]), "arrived": day_words(record["arrive_date"])}
        yield desk.at(record, "left_after_arrival", "left_date", name=record["name"], **words)


def released_without_date(desk: Desk) -> Iterator[Finding]:
    """Released, nobody wrote when."""
    for case in [case for case in desk.cases.cases if not case.values["released_date"]]:
        for event in case.stay.of("quarantine"):
            is_undated = event.says("released") == "yes" and not event.says("released_date")
            if is_undated and not desk.is_told(event.record, "released_date"):
                yield desk.on(case, event, "released_without_date", "released_date")


def released_early(desk: Desk) -> Iterator[Finding]:
    """Released before the period was over; not where it is the arrival that is in doubt."""
    for case in desk.cases.cases:
        due = case.period.due
        for event in case.stay.of("quarantine"):
            released = event.says("released_date")
            if released and due and released < due and len(case.stay.arrivals) < 2 and released <= desk.view.today:
                words = {"released": day_words(released), "due": day_words(due)}
                yield desk.on(case, event, "released_early", "released_date", **words)


def release_contradicts(desk: Desk) -> Iterator[Finding]:
    """Not released, and yet a day of release that has come."""
    for case in desk.cases.cases:
        for event in case.stay.of("quarantine"):
            released = event.says("released_date")
            if event.says("released") == "no" and released and released <= desk.view.today:
                yield desk.on(case, event, "release_contradicts", "released_date", released=day_words(released))


def due_differs(desk: Desk) -> Iterator[Finding]:
    """The ledger's own last day is not the rule's; not where it is the arrival that is in doubt."""
    for case in desk.cases.cases:
        due = case.period.due
        for event in case.stay.of("quarantine"):
            written = event.says("due_date")
            if written and due and written != due and len(case.stay.arrivals) < 2:
                words = {"written": day_words(written), "due": day_words(due), "arithmetic": case.period.arithmetic}
                yield desk.on(case, event, "due_differs", "due_date", **words)


def count_changed(desk: Desk) -> Iterator[Finding]:
    """Words that moved the end of a stay: both ways of counting."""
    for case in desk.cases.cases:
        for change in case.changes:
            if change.is_clear:
                words = {"written": change.written, "due": day_words(case.period.due)}
                words |= {"name": desk.name(case.stay.person_id), "original": day_words(case.by_rule.due)}
                yield desk.at(change.record, "count_changed", change.field, **words)


def count_unclear(desk: Desk) -> Iterator[Finding]:
    """Words of a longer or a new count that do not say until or since when."""
    for case in desk.cases.cases:
        for change in case.changes:
            if not change.is_clear:
                words = {"name": desk.name(case.stay.person_id), "due": day_words(case.period.due)}
                yield desk.at(change.record, "count_unclear", change.field, written=change.written, **words)


def case_without_person(desk: Desk) -> Iterator[Finding]:
    """A returnee's or ledger's row that names nobody makes no case; a name that cannot be read has its own finding."""
    for form in ("returnees", "quarantine"):
        frame = desk.view.records(form)
        for record in each(frame[frame["person_id"] == ""]):
            if not desk.is_told(record, "name"):
                yield desk.at(record, "case_without_person", "name")


def _newest(case: Case) -> Event:
    """The newest row of the returnees' register, else of the ledger."""
    return (case.stay.of("returnees") or case.stay.events)[-1]
