"""Which grid sent which sheet for the day: sent, a zero report, or missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from fournets.catalogue.tallies import Group
from fournets.model import Address, Scope
from fournets.reconciling.records import text_frame
from fournets.reconciling.view import EVENT_DAY, Sent, View
from fournets.values.addresses import find_grid, walking_key
from fournets.values.compounds import find_compound

COLUMNS = ("grid", "worker", "phone", "form", "status", "files")
BETWEEN_FILES = "；"
BY_THE_DAY = frozenset(("screening", "temperatures", "gate", "disinfection", "duty", "publicity", "errands"))
"""Forms that are filled in day by day; the others are lists that are carried on."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one sheet reports on: which grids and other groups, which days, and how many rows it has."""

    form: str
    file: str
    grids: frozenset[str]
    groups: Mapping[Group, frozenset[str]]
    days: frozenset[str]
    rows: int


def reports(view: View) -> Sequence[Report]:
    """Every sheet's report. One without a date reports for the day on which it was accepted."""
    return [
        Report(form, one.source.path, grids_of(view, one), _groups_of(view, one), days_of(one), len(one.table.rows))
        for form, several in view.tables.items()
        for one in several
    ]


def days_of(sent: Sent) -> frozenset[str]:
    """The days that a sheet reports on: its rows', and the one on which it was filled in, else that of its acceptance.

    A day's sheet that comes late reports on its own day only; a running list stands as of the day on which it came.
    """
    table = sent.table
    days = set(table.columns.get(EVENT_DAY.get(table.form, ""), ())) | {table.fill_date}
    accepted = {sent.source.day.isoformat()} if not table.fill_date and table.form not in BY_THE_DAY else set()
    return frozenset((days | accepted) - {""}) or frozenset((sent.source.day.isoformat(),))


def grids_of(view: View, sent: Sent) -> frozenset[str]:
    """The grids that a sheet speaks for: as its rows or its surroundings say, else by its addresses or compound."""
    columns, scope = sent.table.columns, sent.table.scope
    written = set(columns.get("grid", ())) - {""}
    written |= {grid for grid in (_first(find_grid, scope),) if grid and not written}
    if written:
        return frozenset(written)
    pairs = set(zip(columns.get("compound", ()), columns.get("building", ()), strict=False))
    by_address = {view.grids.grid(view.compounds.fold(compound), building) for compound, building in pairs} - {""}
    if by_address:
        return frozenset(by_address)
    compound = view.compounds.fold(_first(find_compound, scope))
    return frozenset(grid for grid, names in view.grids.compounds_of.items() if compound and compound in names)


def _groups_of(view: View, sent: Sent) -> Mapping[Group, frozenset[str]]:
    """The compounds, branches, squads and checkpoints that a sheet's rows or surroundings name."""
    columns = sent.table.columns
    groups = {
        group: frozenset(columns.get(group.value, ())) - {""} for group in (Group.BRANCH, Group.SQUAD, Group.CHECKPOINT)
    }
    groups[Group.CHECKPOINT] = frozenset(view.checkpoint(name) for name in groups[Group.CHECKPOINT])
    compounds = set(columns.get("compound", ())) | {_first(find_compound, sent.table.scope)}
    compounds |= {view.compound_at(checkpoint) for checkpoint in groups[Group.CHECKPOINT]}
    return {**groups, Group.COMPOUND: frozenset(view.compounds.fold(name) for name in compounds) - {""}}


def _first(find: Callable[[str], str], scope: Scope) -> str:
    """What the nearest of the words around a table says."""
    texts = (scope.title, scope.sheet, scope.stem, *reversed(scope.folders))
    return next((found for text in texts if text and (found := find(text))), "")


def grid_workers(view: View) -> Mapping[str, tuple[str, str]]:
    """Every grid of the register, in the order of their numbers, with its worker and phone."""
    frame = view.records("grids")
    workers: dict[str, tuple[str, str]] = {}
    for grid, worker, phone in zip(frame["grid"], frame["worker"], frame["phone"], strict=True):
        if grid:
            known = workers.get(grid, ("", ""))
            workers[grid] = (known[0] or worker, known[1] or phone)
    return {grid: workers[grid] for grid in sorted(workers, key=natural_order)}


def natural_order(name: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Sorts grids and other groups by the numbers in their names, as numbers."""
    return walking_key(Address(name))


def deliver(view: View, all_reports: Iterable[Report]) -> pd.DataFrame:
    """One line a grid and expected form. Without a register of grids those count that any sheet speaks for."""
    today = [report for report in all_reports if view.today in report.days]
    workers = grid_workers(view)
    if not workers:
        seen = {grid for report in reports(view) for grid in report.grids}
        workers = dict.fromkeys(sorted(seen, key=natural_order), ("", ""))
    rows = []
    for grid, (worker, phone) in workers.items():
        for form in view.settings.expected_forms:
            own = [report for report in today if report.form == form and grid in report.grids]
            status = "sent" if any(report.rows for report in own) else "zero" if own else "missing"
            files = BETWEEN_FILES.join(dict.fromkeys(report.file for report in own))
            rows.append((grid, worker, phone, form, status, files))
    return text_frame({name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)})
