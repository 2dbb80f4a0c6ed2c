"""The records behind every number: a tally is the sum over them, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from fournets.catalogue.forms import FORMS
from fournets.catalogue.settings import Settings
from fournets.catalogue.tallies import TALLIES, Group, Period, Tally
from fournets.model import Paper, Results
from fournets.reconciling.case_events import gather
from fournets.reconciling.coverage import Register, found_somebody, visits
from fournets.reconciling.temperature_days import is_fever, is_taken
from fournets.reconciling.view import AT, View, as_objects, each

GROUP_COLUMN: Mapping[Group, str] = {
    Group.GRID: "at_grid",
    Group.COMPOUND: "at_compound",
    Group.BRANCH: "branch",
    Group.SQUAD: "squad",
    Group.CHECKPOINT: "checkpoint",
}
SHOWN = ("form", "file", "sheet", "row", "column", "name")
"""The columns that address a record for a person."""


@dataclass
class Evidence:
    """Rows for counting. `unit` tells what counts once, `amount` how much it counts (nan = nobody said)."""

    view: View
    register: Register
    cases: pd.DataFrame
    coverage: pd.DataFrame
    dispatch: pd.DataFrame
    papers: Iterable[Paper] = ()
    seen: pd.DataFrame | None = None
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict)

    def rows(self, tally: Tally) -> pd.DataFrame:
        """The rows that a tally counts up to the day, with `unit`, `amount` and `is_today`."""
        frame = self._source(tally.source)
        if frame.empty:
            return pd.DataFrame(columns=[*frame.columns, "unit", "amount", "is_today"], dtype="object")
        keep = np.ones(len(frame), dtype=bool)
        for column, accepted in tally.where.items():
            keep &= (frame[column].isin(accepted) if accepted else frame[column] != "").to_numpy()
        if tally.once:
            keep &= (frame[tally.once] != "").to_numpy()
        frame = frame[keep]
        unit = frame[tally.once] if tally.once else pd.Series(frame.index, index=frame.index)
        day = self._day_column(tally)
        is_today = frame[day] == self.view.today if day in frame.columns else False
        return frame.assign(unit=unit, amount=_amounts(tally, frame), is_today=is_today)

    def is_unsaid(self, tally: Tally, group: Group, value: str, period: Period) -> bool:
        """Whether there are records of the period and group, and none of them says what the number is counted by."""
        form = FORMS.get(tally.source)
        if form is None or not form.counted_by:
            return False
        frame = of_group(self._source(tally.source), group, value)
        said = (frame[frame["when"] == self.view.today] if period is Period.TODAY else frame)[form.counted_by]
        return not said.empty and bool((said == "").all())

    @staticmethod
    def _day_column(tally: Tally) -> str:
        """The column that says whether a row is today's; temperatures are due on the day, whenever the case began."""
        special = {"cases_released": "released_date", "notices_issued": "notice_day", "temperatures_due": "today"}
        return special.get(tally.name, "when")

    def _source(self, source: str) -> pd.DataFrame:
        if source not in self._frames:
            makers = {
                "register": self._register_rows,
                "coverage": self._coverage_rows,
                "cases": self._case_rows,
                "dispatch_lines": self._dispatch_rows,
                "returnees": self._returnee_rows,
            }
            self._frames[source] = makers[source]() if source in makers else self._form_rows(source)
        return self._frames[source]

    def _form_rows(self, form: str) -> pd.DataFrame:
        """A form's records with the answers that its tallies ask for."""
        frame = self._at_home(self.view.records(form))
        if form == "temperatures":
            fever = is_fever(frame, self.view.settings.fever_threshold)
            return frame.assign(taken=_yes(is_taken(frame)), fever=_yes(fever))
        if form == "screening":
            return frame.assign(found=_yes(found_somebody(frame)))
        if form == "grids":
            return frame.assign(name=frame["worker"], worker_and_phone=_worker_keys(frame))
        if form == "duty":
            posts = _column([self.view.checkpoint(post) for post in frame["post"]])
            return frame.assign(checkpoint=posts.where(frame["at_compound"] != "", ""))
        if form == "gate":
            return frame.assign(checkpoint=_column([self.view.checkpoint(one) for one in frame["checkpoint"]]))
        return frame

    def _at_home(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The records with the compound of their person where they name none, as they have his grid."""
        if "person_id" not in frame.columns or "compound" not in frame.columns:
            return frame
        people = as_objects(self.view.linked.people)
        home = dict(zip(people["person_id"], people["compound"], strict=True))
        named = zip(frame["at_compound"], frame["person_id"], strict=True)
        return frame.assign(
            at_compound=_column(
                [compound or self.view.compounds.fold(home.get(person, "")) for compound, person in named]
            )
        )

    def _register_rows(self) -> pd.DataFrame:
        frame = self.view.records("households")
        frame = frame[(frame["at_building"] != "") | (frame["at_flat"] != "")]
        frame = frame.reset_index(drop=True)
        addresses = list(zip(*(frame[name] for name in AT), strict=True))
        grids = {tuple(address): grid for address, grid in self.register.grid_of.items()}
        return frame.assign(
            unit=_column(["|".join(address) for address in addresses]),
            at_grid=_column([grids[address] for address in addresses]),
        )

    def _coverage_rows(self) -> pd.DataFrame:
        """The visits behind each line of the coverage; the register's own rows where nobody went."""
        lines = as_objects(self.coverage)
        keys = ["|".join(parts) for parts in zip(*(lines[name] for name in lines.columns[:4]), strict=True)]
        status, grid = dict(zip(keys, lines["status"], strict=True)), dict(zip(keys, lines["grid"], strict=True))
        seen = visits(self.view, self.register) if self.seen is None else self.seen
        seen = seen[(seen["said"] != "") & seen["address"].notna()].reset_index(drop=True)
        seen = seen.assign(
            unit=_column(["|".join(address) for address in seen["address"]]),
            at_compound=_column([address.compound for address in seen["address"]]),
        )
        alone = self._source("register")
        alone = alone[alone["unit"].map(status) == "never_visited"]
        columns = [*SHOWN, "when", "unit", "at_compound"]
        frame = pd.concat([seen[columns], alone[columns]], ignore_index=True)
        return frame.assign(
            status=_column([status[unit] for unit in frame["unit"]]),
            at_grid=_column([grid[unit] for unit in frame["unit"]]),
        )

    def _case_rows(self) -> pd.DataFrame:
        """Every returnee's or ledger's row with what became of its case."""
        issued = {paper.number: paper.issued_day.isoformat() for paper in self.papers}
        people = as_objects(self.view.linked.people)
        home = dict(zip(people["person_id"], people["compound"], strict=True))
        told = (
            "case_id",
            "category",
            "status",
            "released_date",
            "notice_number",
            "notice_signed",
            "pledge_signed",
            "grid",
        )
        rows: dict[str, list[str]] = {name: [] for name in (*SHOWN, *told, "when", "at_compound", "notice_day")}
        for stay, case in zip(gather(self.view), each(self.cases), strict=True):
            for event in stay.events:
                for name in SHOWN:
                    rows[name].append(event.form if name == "form" else event.says(name))
                for name in told:
                    rows[name].append(str(case[name]))
                rows["when"].append(stay.arrived)
                rows["at_compound"].append(home.get(stay.person_id, "") or event.says("at_compound"))
                rows["notice_day"].append(issued.get(str(case["notice_number"]), ""))
        frame = pd.DataFrame(rows, dtype="object")
        return frame.assign(row=frame["row"].astype("int64"), today=self.view.today, at_grid=frame["grid"])

    def _returnee_rows(self) -> pd.DataFrame:
        """The returnees with the category of their case."""
        cases = self._source("cases")
        cases = cases[cases["form"] == "returnees"]
        places = zip(*(cases[name] for name in SHOWN[1:5]), strict=True)
        category = dict(zip(places, cases["category"], strict=True))
        frame = self._at_home(self.view.records("returnees"))
        own = zip(*(frame[name] for name in SHOWN[1:5]), strict=True)
        return frame.assign(category=_column([category.get(place, "") for place in own]))

    def _dispatch_rows(self) -> pd.DataFrame:
        return self.view.records("dispatch").assign(bucket=self.dispatch["bucket"].to_numpy())


def count(rows: pd.DataFrame) -> float | None:
    """The number that rows come to: each unit once; None when nobody said how much."""
    amounts = rows.drop_duplicates("unit")["amount"]
    return float(amounts.sum()) if amounts.notna().any() else None


def in_period(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Today's rows, or all up to the day."""
    return rows[rows["is_today"].astype("bool")] if period is Period.TODAY else rows


def of_group(rows: pd.DataFrame, group: Group, value: str) -> pd.DataFrame:
    """The rows of one group; all of them for the community."""
    return rows if group is Group.COMMUNITY else rows[rows[GROUP_COLUMN[group]] == value]


def evidence_of(results: Results, settings: Settings) -> Evidence:
    """The rows for counting, out of a day's results."""
    view = View(results.linked, (), settings, results.day)
    return Evidence(view, Register(view), results.cases, results.coverage, results.dispatch, results.papers)


def behind(
    results: Results,
    settings: Settings,
    tally: str,
    group: str = Group.COMMUNITY,
    group_value: str = "",
    period: str = "",
) -> pd.DataFrame:
    """The records behind one number: form, file, sheet, row, column, name; `unit` and `amount` tell how they count.

    The number is the sum of `amount` over each different `unit`. Without a period the tally's last one is taken;
    raises KeyError for a tally that there is not, ValueError for a period or group that there is not.
    """
    what = TALLIES[tally]
    when = Period(period) if period else what.periods[-1]
    rows = of_group(in_period(evidence_of(results, settings).rows(what), when), Group(group), group_value)
    return rows[[*(name for name in SHOWN if name in rows.columns), "unit", "amount"]].reset_index(drop=True)


def records_behind(results: Results, settings: Settings) -> Callable[[str, str], list[dict[str, Any]]]:
    """The records behind the community's numbers, by tally and period, as mappings; gathered when first asked for."""
    evidence = cache(lambda: evidence_of(results, settings))

    def of(tally: str, period: str) -> list[dict[str, Any]]:
        return each(in_period(evidence().rows(TALLIES[tally]), Period(period)))

    return of


def _amounts(tally: Tally, frame: pd.DataFrame) -> pd.Series[float]:
    if not tally.amount:
        return pd.Series(float(tally.each), index=frame.index)
    numbers = pd.to_numeric(frame[tally.amount], errors="coerce").astype("float64")
    return numbers if tally.blank is None else numbers.fillna(tally.blank)


def _yes(answers: pd.Series[bool]) -> pd.Series[str]:
    return answers.map({True: "yes", False: "no"})


def _column(values: list[str]) -> pd.Series[str]:
    return pd.Series(values, dtype="object")


def _worker_keys(frame: pd.DataFrame) -> list[str]:
    """Worker with phone; a row without the phone is the worker of that name with one."""
    phones: dict[str, str] = {}
    for worker, phone in zip(frame["worker"], frame["phone"], strict=True):
        if phone:
            phones.setdefault(worker, phone)
    return [
        f"{worker} {phone or phones.get(worker, '')}" if worker else ""
        for worker, phone in zip(frame["worker"], frame["phone"], strict=True)
    ]
