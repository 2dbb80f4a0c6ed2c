"""Invented results of a run, small enough to read: people, cases and the registers around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from fournets.catalogue.settings import Settings
from fournets.desk.config import load
from fournets.model import Linked, Results

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2020, 2, 9)
CASE = {
    "case_id": "C0001",
    "person_id": "P000001",
    "category": "wuhan",
    "from_place": "湖北武汉",
    "left_date": "2020-02-07",
    "arrive_date": "2020-02-08",
    "rule": "到达十四天",
    "start_date": "2020-02-08",
    "due_date": "2020-02-22",
    "status": "to_notify",
    "released_date": "",
    "notice_number": "",
    "notice_signed": "no",
    "pledge_signed": "no",
    "grid": "12",
    "arithmetic": "2月8日到达，隔离14天，至2月22日24时",
    "release_missing": "",
}
PERSON = {
    "person_id": "P000001",
    "name": "王芳",
    "id_number": "370599198001010041",
    "phones": "13800000001",
    "compound": "惠泽小区",
    "building": "3",
    "entrance": "2",
    "flat": "501",
    "grid": "12",
    "gender": "female",
    "age": "40",
}
HOUSEHOLDS = (
    "compound",
    "building",
    "entrance",
    "flat",
    "grid",
    "person_id",
    "relation",
    "source",
    "file",
    "sheet",
    "row",
)
FACTS = ("person_id", "field", "value", "file", "sheet", "row", "current")
LINKS = ("person_id", "form", "file", "sheet", "row", "column", "rule", "score", "evidence")
TALLIES = ("tally", "group", "group_value", "period", "value")


def settings() -> Settings:
    """The project's own settings."""
    return load(ROOT / "config.yaml")


def frame(rows: Sequence[Mapping[str, object]], columns: Sequence[str] = ()) -> pd.DataFrame:
    """A frame of these rows, with its columns even when there are none."""
    return pd.DataFrame(list(rows), columns=list(columns or rows[0]))


def results(
    cases: Sequence[Mapping[str, str]] = (CASE,),
    people: Sequence[Mapping[str, str]] = (PERSON,),
    records: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    tallies: Sequence[Mapping[str, str]] = (),
    day: date = DAY,
) -> Results:
    """Results in which every person lives where `people` says."""
    households = [
        {
            **{name: person[name] for name in HOUSEHOLDS[:6]},
            "relation": "",
            "source": "register",
            "file": "",
            "sheet": "",
            "row": 0,
        }
        for person in people
    ]
    links = [
        {
            **dict.fromkeys(LINKS, ""),
            "person_id": person["person_id"],
            "form": "returnees",
            "file": "返乡.xlsx",
            "row": number,
        }
        for number, person in enumerate(people, 3)
    ]
    tables = {name: frame(rows) for name, rows in (records or {}).items() if rows}
    linked = Linked(
        records=tables,
        people=frame(people, tuple(PERSON)),
        links=frame(links, LINKS),
        facts=frame([], FACTS),
        households=frame(households, HOUSEHOLDS),
        pairs=pd.DataFrame({"pair_id": [], "decision": []}, dtype="str"),
        findings=[],
        grid_of={},
    )
    empty = pd.DataFrame()
    return Results(day, linked, [], frame(cases, tuple(CASE)), empty, empty, frame(tallies, TALLIES), empty)


def several(count: int, **changes: str) -> Results:
    """So many cases of different persons, one a flat, in grids 1 and 2."""
    people, cases = [], []
    for number in range(1, count + 1):
        own = {"person_id": f"P{number:06d}", "grid": str(1 + number % 2)}
        people.append({**PERSON, **own, "name": f"王{number}", "building": str(1 + number % 7), "flat": f"{number}01"})
        cases.append({**CASE, **own, "case_id": f"C{number:04d}", **changes})
    return results(cases, people)
