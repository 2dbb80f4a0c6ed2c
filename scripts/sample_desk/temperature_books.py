"""Temperatures twice a day: wide tables, long tables, a sheet a day, two readings in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from random import Random

from sample_desk.columns import fixed, lay_out
from sample_desk.hands import Hand
from sample_desk.office import Desk, day_name, dress, single_lines, subject_of
from sample_desk.plans import Column, Entry, Line, SheetPlan
from sample_desk.stays import due_date
from sample_desk.world import LAST_DAY, Grid, Stay

SLOTS = ("morning", "evening")
SLOT_HEADINGS = ("上午体温", "下午体温")
TWO_IN_A_CELL = 4
"""This hand has one column a day and writes 36.5/36.7 into it."""
WHO_WITH_PHONE = ("name", "phone", "address")


def plan_temperatures(desk: Desk, grid: Grid, hand: Hand, stays: Sequence[Stay]) -> list[SheetPlan]:
    """The grid's readings as its worker lays them out."""
    rng = desk.rng(f"temperatures/{grid.number}")
    normal = 0 if hand.number == TWO_IN_A_CELL else 0.012
    readings = [entry for stay in stays if stay.listed for entry in _readings(stay, rng, normal)]
    if hand.wide_temperatures:
        plans = [_wide(grid, hand, readings)]
    elif hand.split_by == "date":
        plans = _by_day(grid, hand, readings)
    else:
        plans = [_long(grid, hand, readings)]
    return [plan for plan in plans if plan.lines]


def _readings(stay: Stay, rng: Random, normal: float) -> Iterator[Entry]:
    """Morning and evening from the day after arrival; now and then the clerk writes no more than that it was normal."""
    last = min(LAST_DAY, stay.released or due_date(stay))
    for offset in range(1, (last - stay.arrived).days + 1):
        day = stay.arrived + timedelta(days=offset)
        for slot in SLOTS:
            facts = {**stay.person.who, **stay.person.place, "date": day.isoformat(), "slot": slot}
            if rng.random() < normal / 3:
                yield Entry({**facts, "note": "未测"}, stay.person, {"temperature": "未测"})
            elif rng.random() < normal:
                yield Entry({**facts, "note": "正常"}, stay.person, {"temperature": "正常"})
            else:
                yield Entry({**facts, "temperature": f"{_tenths(rng) / 10:.1f}"}, stay.person)


def _tenths(rng: Random) -> int:
    return rng.choices(range(360, 371), (1, 2, 4, 8, 12, 14, 12, 8, 5, 3, 2))[0]


def _by_person(entry: Entry) -> str:
    return entry.person.key if entry.person else ""


def _by_person_and_day(entry: Entry) -> tuple[str, str]:
    return _by_person(entry), entry.facts["date"]


def _by_date(entry: Entry) -> str:
    return entry.facts["date"]


def _wide(grid: Grid, hand: Hand, readings: Sequence[Entry]) -> SheetPlan:
    days = sorted({entry.facts["date"] for entry in readings})
    columns = lay_out("temperatures", WHO_WITH_PHONE, hand, several_compounds=not grid.compound)
    for day in map(date.fromisoformat, days):
        columns += _day_columns(day, hand)
    lines = [list(group) for _, group in groupby(readings, _by_person)]
    plan = SheetPlan("temperatures", "体温监测", hand, columns, lines)
    return dress(plan, f"{subject_of(grid, hand)}居家隔离人员体温监测表", LAST_DAY, grid.worker)


def _day_columns(day: date, hand: Hand) -> list[Column]:
    """Two columns under the day, or one for both readings."""
    heading = f"{day.month}月{day.day}日"
    if hand.number == TWO_IN_A_CELL:
        return [fixed("temperature", heading, date=day.isoformat())]
    return [
        fixed("temperature", name, heading, date=day.isoformat(), slot=slot)
        for slot, name in zip(SLOTS, hand.slots, strict=True)
    ]


def _slot_columns(headings: Sequence[str]) -> list[Column]:
    return [fixed("temperature", name, slot=slot) for slot, name in zip(SLOTS, headings, strict=True)]


def _by_day(grid: Grid, hand: Hand, readings: Sequence[Entry]) -> list[SheetPlan]:
    plans = []
    for written, group in groupby(sorted(readings, key=_by_date), _by_date):
        day = date.fromisoformat(written)
        columns = lay_out("temperatures", WHO_WITH_PHONE, hand) + _slot_columns(hand.slots)
        lines: list[Line] = [list(pair) for _, pair in groupby(group, _by_person)]
        plan = SheetPlan("temperatures", day_name(day, hand), hand, columns, lines, fill_date=day)
        plans.append(dress(plan, f"{subject_of(grid, hand)}体温监测表", day))
    return plans


def _long(grid: Grid, hand: Hand, readings: Sequence[Entry]) -> SheetPlan:
    ordered = sorted(readings, key=_by_date)
    if hand.number == 3:
        columns = lay_out("temperatures", ("date", "slot", "name", "phone", "address", "temperature"), hand)
        lines = single_lines(ordered)
    else:
        columns = lay_out("temperatures", ("date", "name", "phone", "address"), hand) + _slot_columns(SLOT_HEADINGS)
        lines = [list(pair) for _, pair in groupby(ordered, _by_person_and_day)]
    plan = SheetPlan("temperatures", "体温监测", hand, columns, lines)
    return dress(plan, f"{subject_of(grid, hand)}体温监测表", LAST_DAY, grid.worker)
