"""All checks, in the order in which their findings are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fournets.model import Finding
from fournets.reconciling.checks import gates, papers, people, sheets, stays, temperatures
from fournets.reconciling.checks.desk import Desk

CheckFunction = Callable[[Desk], Iterator[Finding]]

RUN: tuple[CheckFunction, ...] = (
    temperatures.fever_without_referral,
    gates.quarantined_at_gate,
    stays.origin_missing,
    stays.arrival_missing,
    stays.two_arrivals,
    stays.two_origins,
    stays.left_after_arrival,
    stays.released_without_date,
    stays.released_early,
    stays.release_contradicts,
    stays.due_differs,
    stays.count_changed,
    stays.count_unclear,
    stays.case_without_person,
    papers.unsigned_papers,
    papers.not_on_ledger,
    papers.receipt_unknown,
    temperatures.temperature_missing,
    temperatures.temperature_copied,
    people.new_contact,
    people.companion_without_case,
    people.cohabitant_on_duty,
    people.not_in_register,
    people.gender_contradicts,
    people.age_contradicts,
    people.phone_shared,
    gates.pass_without_resident,
    gates.plate_admitted,
    gates.two_posts,
    sheets.wrong_total,
    sheets.date_in_future,
    sheets.nothing_sent,
)


def check_all(desk: Desk) -> list[Finding]:
    """What all checks find."""
    return [finding for check in RUN for finding in check(desk)]
