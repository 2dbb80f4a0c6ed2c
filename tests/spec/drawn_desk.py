"""A desk drawn as text tables, taken through linking and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
from tests.reconciling.drawn import DAY, SETTINGS, Inbox, only

from fournets.catalogue.settings import Settings
from fournets.model import Finding, Identifiers, Paper, Results, Scope, TotalRow
from fournets.reconciling.cases import build_cases
from fournets.reconciling.coverage import Register, cover, visits
from fournets.reconciling.day import reconcile
from fournets.reconciling.dispatch import sort_dispatch
from fournets.reconciling.linking import link
from fournets.reconciling.view import View

WANG, LI, ZHAO, QIAN = "370599198001010016", "370599198001010032", "370599198001010059", "370599198001010075"
"""Invented ID numbers, valid, of four men born on the first day of 1980."""
REGISTER = f"""
    name   | id_number | phone       | address              | gender
    王建国 | {WANG}    | 13905460001 | 惠泽小区3号楼2单元501 | male
    李志强 | {LI}      | 13905460002 | 惠泽小区3号楼2单元502 | male
    赵海涛 | {ZHAO}    | 13905460003 | 惠泽小区6号楼1单元101 | male
"""
COMPOUNDS = """
    compound | property_company
    惠泽小区 | 惠泽物业
    康乐小区 | 康乐物业
"""
GRIDS = """
    grid | worker | phone       | compound | buildings
    12   | 周敏   | 13905460012 | 惠泽小区 | 1-5号楼
    13   | 高远   | 13905460013 | 惠泽小区 | 6-9号楼
"""


@dataclass
class DrawnDesk(Inbox):
    """Sheets added with `add`; `day` reckons with them. Identifiers stay from one day to the next."""

    identifiers: Identifiers = field(default_factory=Identifiers)
    settings: Settings = SETTINGS

    def day(self, day: date = DAY) -> Results:
        """The results at the end of a day."""
        linked = link(self.reads, self.identifiers, self.settings, day)
        return reconcile(linked, self.reads, self.identifiers, self.settings, day)

    def view(self, day: date = DAY) -> View:
        """The linked desk, for tests that need no more than a part of the day."""
        return View(link(self.reads, self.identifiers, self.settings, day), self.reads, self.settings, day)

    def cases(self, day: date = DAY) -> pd.DataFrame:
        """The cases alone."""
        return build_cases(self.view(day), self.identifiers).frame

    def case(self, day: date = DAY) -> dict[str, str]:
        """The desk's only case."""
        return only(self.cases(day))

    def dispatch(self, day: date = DAY) -> pd.DataFrame:
        """The verdicts on the superior's list alone."""
        view = self.view(day)
        return sort_dispatch(view, Register(view), build_cases(view, self.identifiers))

    def coverage(self, day: date = DAY) -> pd.DataFrame:
        """The doors alone."""
        view = self.view(day)
        register = Register(view)
        return cover(view, register, visits(view, register))

    def change(self, **changes: Any) -> None:
        """Change the last file's first table: `fill_date`, `scope`, `totals`."""
        source, read = self.reads[-1]
        self.reads[-1] = (source, replace(read, tables=[replace(read.tables[0], **changes), *read.tables[1:]]))

    def total(self, row: int, first: int, last: int, **numbers: float) -> None:
        """Write a total by hand below the last file's first table."""
        line = TotalRow(row, first, last, numbers, dict.fromkeys(numbers, "B"))
        self.change(totals=(*self.reads[-1][1].tables[0].totals, line))

    def titled(self, title: str, fill_date: str = "") -> None:
        """Write a title above the last file's first table."""
        self.change(scope=Scope(title=title), fill_date=fill_date)


def registered_desk() -> DrawnDesk:
    """A desk with its registers of grids, compounds and households."""
    desk = DrawnDesk()
    desk.add("网格划分表.xlsx", grids=GRIDS, compounds=COMPOUNDS)
    desk.add("居民底册.xlsx", households=REGISTER)
    return desk


def desk_with(**forms: str) -> DrawnDesk:
    """The registers and one file a form."""
    desk = registered_desk()
    for form, text in forms.items():
        desk.add(f"{form}.xlsx", **{form: text})
    return desk


def found(results: Results, code: str) -> list[Finding]:
    """The findings of one code."""
    return [finding for finding in results.findings if finding.code == code]


def number(results: Results, tally: str, period: str, group: str = "community", value: str = "") -> str:
    """One value of the tallies, as the data file writes it."""
    frame = results.tallies
    chosen = frame[(frame["tally"] == tally) & (frame["period"] == period)]
    chosen = chosen[(chosen["group"] == group) & (chosen["group_value"] == value)]
    return str(chosen["value"].item())


def paper(kind: str, number_text: str, case: Mapping[str, str], day: date) -> Paper:
    """A document that was issued for a case."""
    return Paper(
        number_text, kind, 1, case["person_id"], case["case_id"], case["grid"], "", ("", "", "", ""), {}, "", day
    )  # type: ignore[arg-type]
