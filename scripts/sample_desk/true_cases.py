"""What every case should come to on the last day, for measuring the reconciling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sample_desk import expected
from sample_desk.office import Desk
from sample_desk.plans import Entry
from sample_desk.stays import DAYS
from sample_desk.world import LAST_DAY

CASE_FIELDS = ("person", "name", "category", "arrive_date", "due_date", "status", "planted")
Rows = list[tuple[str, ...]]


def true_cases(desk: Desk) -> Rows:
    """One row a case. `planted` names the mistakes on its sheets: there the true value may be out of reach."""
    ledger = {entry.person.key: entry for entry in _entries(desk, "quarantine") if entry.person}
    registered: dict[str, list[Entry]] = {}
    for entry in _entries(desk, "returnees"):
        if entry.person:
            registered.setdefault(entry.person.key, []).append(entry)
    categories = {stay.person.key: stay.category for stay in desk.community.stays}
    return [
        _case(entries, ledger.get(key), categories.get(key, "other_province")) for key, entries in registered.items()
    ]


def _entries(desk: Desk, form: str) -> Iterator[Entry]:
    for book in desk.books:
        for plan in book.sheets if not book.superseded else ():
            if plan.form == form:
                yield from plan.entries


def _case(registered: list[Entry], ledger: Entry | None, category: str) -> tuple[str, ...]:
    first = registered[0]
    mistakes = [mistake.code for entry in (*registered, *([ledger] if ledger else [])) for mistake in entry.mistakes]
    arrived = date.fromisoformat(first.facts["arrive_date"])
    due = arrived + timedelta(days=DAYS)
    status = _status(category, due, ledger)
    category = "" if expected.ORIGIN_MISSING in mistakes else category
    key, name = (first.person.key, first.person.name) if first.person else ("", "")
    return key, name, category, arrived.isoformat(), due.isoformat(), status, ";".join(mistakes)


def _status(category: str, due: date, ledger: Entry | None) -> str:
    """The first status of the contract's section 4 that fits."""
    if category == "in_province":
        return "not_required"
    if ledger and (ledger.facts["released"] == "yes" or ledger.facts["released_date"]):
        return "released"
    if due < LAST_DAY:
        return "to_release"
    return "in_quarantine" if ledger and ledger.facts["notice_signed"] == "yes" else "to_notify"
