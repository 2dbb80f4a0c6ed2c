"""The numbers of the day, each by period and group. 0 is a number; where nobody reported it, there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from fournets.catalogue.tallies import TALLIES, Group, Period, Tally
from fournets.reconciling.deliveries import Report, natural_order
from fournets.reconciling.records import text_frame
from fournets.reconciling.tracing import GROUP_COLUMN, Evidence, in_period
from fournets.reconciling.view import View

COLUMNS = ("tally", "group", "group_value", "period", "value")
COMMUNITYS_OWN = frozenset(("fever", "dispatch", "volunteers", "duty", "grids", "compounds", "checkpoints", "groups"))
"""Forms that the community fills in for all: their silence on a group is a zero."""
WIDE_SHARE = 4
"""A sheet that spans more than this part of all grids (a quarter) is the community's too."""
Counts = dict[str, float | None]


@dataclass
class Reported:
    """Whether anybody reported: per form, period and group."""

    view: View
    reports: Sequence[Report]

    @cached_property
    def _by_form(self) -> Mapping[str, list[Report]]:
        found: dict[str, list[Report]] = {}
        for report in self.reports:
            if any(day <= self.view.today for day in report.days):
                found.setdefault(report.form, []).append(report)
        return found

    @cached_property
    def _wide(self) -> float:
        return max(2.0, len({grid for report in self.reports for grid in report.grids}) / WIDE_SHARE)

    def is_zero(self, tally: Tally, group: Group, value: str, period: Period) -> bool:
        """Whether no rows mean 0, and not that nobody said anything."""
        return any(
            self._speaks_for(report, group, value)
            for form in tally.reported_by
            for report in self._by_form.get(form, ())
            if period is not Period.TODAY or tally.standing or self.view.today in report.days
        )

    def _speaks_for(self, report: Report, group: Group, value: str) -> bool:
        if group is Group.COMMUNITY or report.form in COMMUNITYS_OWN:
            return True
        if group is Group.GRID:
            return value in report.grids or len(report.grids) > self._wide
        return value in report.groups.get(group, ())


def tally_all(
    view: View, evidence: Evidence, reports: Sequence[Report], wanted: Iterable[Tally] = TALLIES.values()
) -> pd.DataFrame:
    """The lines of `tallies.csv`, of all numbers or of those that are wanted."""
    reported = Reported(view, reports)
    values = _group_values(view)
    lines: list[tuple[str, ...]] = []
    for tally in wanted:
        rows = evidence.rows(tally)
        todays = in_period(rows, Period.TODAY)
        for group in (Group.COMMUNITY, *tally.groups):
            whole = count_by(rows, group)
            counts = {period: count_by(todays, group) if period is Period.TODAY else whole for period in tally.periods}
            named = [""] if group is Group.COMMUNITY else _named(values.get(group, []), *counts.values())
            for value in named:
                for period in tally.periods:
                    unsaid = evidence.is_unsaid(tally, group, value, period)
                    zero = value not in counts[period] and reported.is_zero(tally, group, value, period) and not unsaid
                    number = 0.0 if zero else counts[period].get(value)
                    lines.append((tally.name, group.value, value, period.value, _written(number)))
    return text_frame({name: [line[place] for line in lines] for place, name in enumerate(COLUMNS)})


def count_by(rows: pd.DataFrame, group: Group) -> Counts:
    """Group value → the number its rows come to, each unit once; None where no row says how much."""
    if rows.empty:
        return {}
    values = [""] * len(rows) if group is Group.COMMUNITY else rows[GROUP_COLUMN[group]].tolist()
    counts: Counts = {}
    seen: set[tuple[str, str]] = set()
    for value, unit, amount in zip(values, rows["unit"].tolist(), rows["amount"].tolist(), strict=True):
        if (group is Group.COMMUNITY or value) and (value, unit) not in seen:
            seen.add((value, unit))
            counts.setdefault(value, None)
            if amount == amount:
                counts[value] = (counts[value] or 0.0) + amount
    return counts


def _group_values(view: View) -> Mapping[Group, list[str]]:
    """The groups that the desk's own registers know."""
    return {
        Group.GRID: [grid for grid in view.records("grids")["grid"] if grid],
        Group.COMPOUND: list(view.compounds.known),
        Group.CHECKPOINT: [one for one in view.records("checkpoints")["checkpoint"] if one],
    }


def _named(registered: Sequence[str], *counted: Counts) -> list[str]:
    """The groups of the registers and those that only the records name, in their order."""
    return sorted({value for counts in counted for value in counts} | set(registered), key=natural_order)


def _written(number: float | None) -> str:
    """Whole numbers without a point; an area keeps what stands behind it."""
    return "" if number is None else f"{number:.2f}".rstrip("0").removesuffix(".")
