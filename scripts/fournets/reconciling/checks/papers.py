"""Papers that should be signed and are not; signatures on papers that nobody issued, answers that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from fournets.model import Finding
from fournets.reconciling.case_events import Event, days_between
from fournets.reconciling.cases import Case, signatures
from fournets.reconciling.checks.desk import Desk, day_words
from fournets.reconciling.linking.persons import asked_about
from fournets.reconciling.view import each

GRACE_DAYS = 2
"""Papers are to be signed within two days of the arrival."""
TITLES = {"notice_signed": "告知书", "pledge_signed": "保证书"}
WAITING = ("to_notify", "in_quarantine")


def unsigned_papers(desk: Desk) -> Iterator[Finding]:
    """Open cases, two days after the arrival, whose ledger says or leaves blank that a paper is not signed."""
    for case in _waiting(desk):
        rows = case.stay.of("quarantine")
        if rows:
            missing = [field for field in TITLES if _is_unsigned(desk, case, rows[-1], field)]
            if missing:
                papers = "、".join(TITLES[field] for field in missing)
                words = {"arrived": day_words(case.stay.arrived), "papers": papers}
                yield desk.on(case, rows[-1], "unsigned_papers", missing[0], **words)


def not_on_ledger(desk: Desk) -> Iterator[Finding]:
    """Open cases, two days after the arrival, that are on no ledger though their grid keeps one."""
    kept = set(desk.view.records("quarantine")["at_grid"])
    for case in _waiting(desk):
        is_signed = case.values["notice_signed"] == "yes"
        if not case.stay.of("quarantine") and not is_signed and case.values["grid"] in kept:
            event = case.stay.events[-1]
            yield desk.on(case, event, "not_on_ledger", "name", arrived=day_words(case.stay.arrived))


def receipt_unknown(desk: Desk) -> Iterator[Finding]:
    """A signature for a number that was never issued."""
    frame = desk.view.records("receipts")
    unknown = signatures(desk.view, desk.identifiers.papers).unknown
    for record in each(frame.iloc[unknown]):
        yield desk.at(record, "receipt_unknown", "number", number=record["number"])


def review_unknown(desk: Desk) -> Iterator[Finding]:
    """An answer to a question that was never asked: its number names no two persons of ours."""
    known = frozenset(desk.identifiers.persons.values())
    for record in each(desk.view.records("review")):
        asked = asked_about(record["pair_id"])
        if record["decision"] and not (asked and known.issuperset(asked[:2])):
            yield desk.at(record, "review_unknown", "pair_id", number=record["pair_id"] or "空白")


def _waiting(desk: Desk) -> Iterator[Case]:
    for case in desk.cases.cases:
        is_waiting = case.values["status"] in WAITING and case.stay.arrived
        if is_waiting and days_between(case.stay.arrived, desk.view.today) > GRACE_DAYS:
            yield case


def _is_unsigned(desk: Desk, case: Case, event: Event, field: str) -> bool:
    """Denied, or left blank in a column that the sheet has; what cannot be read has its own finding."""
    if case.values[field] == "yes" or desk.is_told(event.record, field):
        return False
    return case.values[field] == "no" or desk.view.has_column(
        "quarantine", event.says("file"), event.says("sheet"), field
    )
