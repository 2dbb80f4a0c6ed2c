"""All checks, in the order in which their findings are listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fournets.model import Finding
from fournets.reconciling.checks import claims, gates, housemates, papers, people, sheets, stays, temperatures, visits
from fournets.reconciling.checks.desk import Desk

CheckFunction = Callable[[Desk], Iterator[Finding]]

RUN: tuple[CheckFunction, ...] = (
    temperatures.fever_without_referral,
    gates.quarantined_at_gate,
    stays.origin_missing,
    stays.arrival_missing,
    stays.two_arrivals,
    stays.two_origins,
    stays.origin_overruled,
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
    papers.review_unknown,
    temperatures.temperature_missing,
    temperatures.temperature_copied,
    temperatures.never_measured,
    visits.new_contact,
    housemates.companion_without_case,
    housemates.cohabitant_on_duty,
    housemates.cohabitant_not_quarantined,
    visits.met_before_arrival,
    visits.not_in_register,
    visits.register_incomplete,
    visits.building_without_grid,
    claims.row_in_two_grids,
    claims.two_communities,
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
    """What all checks find; once, where several records of one cell say the same (contract, section 4)."""
    found: dict[tuple[object, ...], Finding] = {}
    for check in RUN:
        for one in check(desk):
            place = (one.code, one.form, one.file, one.sheet, one.row, one.column, one.field, one.grid, one.person_id)
            found.setdefault((*place, *sorted(one.params.items())), one)
    return list(found.values())
