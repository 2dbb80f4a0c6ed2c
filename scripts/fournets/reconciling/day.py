"""From who is who to what the day's papers say: cases, coverage, the dispatched list, checks, numbers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from fournets.catalogue.settings import Settings
from fournets.catalogue.tallies import TALLIES
from fournets.model import FileRead, Identifiers, Linked, Paper, Results, SourceFile
from fournets.reconciling.case_numbers import followed
from fournets.reconciling.cases import build_cases, number_notices
from fournets.reconciling.checks.all import check_all
from fournets.reconciling.checks.desk import Desk
from fournets.reconciling.coverage import Register, cover, visits
from fournets.reconciling.deliveries import deliver, reports
from fournets.reconciling.dispatch import sort_dispatch
from fournets.reconciling.tallies import tally_all
from fournets.reconciling.tracing import Evidence
from fournets.reconciling.view import View

OF_PAPERS = "notices_issued"
"""The number that changes when papers are issued after the day was reckoned."""


def reconcile(
    linked: Linked,
    reads: Sequence[tuple[SourceFile, FileRead]],
    identifiers: Identifiers,
    settings: Settings,
    day: date,
) -> Results:
    """All that is known at the end of `day`. New case identifiers are put into `identifiers.cases`.

    Notices that this run issues afterwards are counted by `with_papers`.
    """
    view = View(linked, reads, settings, day)
    register = Register(view)
    cases = build_cases(view, identifiers)
    seen = visits(view, register)
    coverage = cover(view, register, seen)
    dispatch = sort_dispatch(view, register, cases)
    sent = reports(view)
    deliveries = deliver(view, sent)
    findings = check_all(Desk(view, register, cases, seen, deliveries, identifiers))
    papers = tuple(followed(identifiers.papers, linked.known_as, cases.case_of))
    evidence = Evidence(view, register, cases.frame, coverage, dispatch, papers, seen)
    return Results(
        day=day,
        linked=linked,
        findings=[*linked.findings, *findings],
        cases=cases.frame,
        coverage=coverage,
        dispatch=dispatch,
        tallies=tally_all(view, evidence, sent),
        deliveries=deliveries,
        papers=papers,
        case_of=cases.case_of,
    )


def with_papers(
    results: Results,
    papers: Iterable[Paper],
    reads: Sequence[tuple[SourceFile, FileRead]],
    settings: Settings,
) -> Results:
    """The results once papers were issued: the cases bear the numbers of their notices, and these are counted."""
    issued = tuple(followed(papers, results.linked.known_as, results.case_of))
    cases = number_notices(results.cases, issued, results.day)
    view = View(results.linked, reads, settings, results.day)
    evidence = Evidence(view, Register(view), cases, results.coverage, results.dispatch, issued)
    counted = tally_all(view, evidence, reports(view), [TALLIES[OF_PAPERS]])
    places = results.tallies.index[results.tallies["tally"] == OF_PAPERS]
    tallies = pd.concat(
        [results.tallies.iloc[: places[0]], counted, results.tallies.iloc[places[-1] + 1 :]], ignore_index=True
    )
    return dataclasses.replace(results, cases=cases, tallies=tallies, papers=issued)
