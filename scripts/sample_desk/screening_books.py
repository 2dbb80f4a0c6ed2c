"""Door to door: the first round from 26 January on, and on the reporting day the doors that had stayed shut."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from random import Random

from sample_desk.columns import fields, lay_out
from sample_desk.hands import Hand
from sample_desk.office import Desk, day_name, dress, hand_of, path_of, single_lines, subject_of
from sample_desk.plans import Entry, SheetPlan
from sample_desk.world import LAST_DAY, Grid, Household

ROUND_START = date(2020, 1, 26)
ROUND_DAYS = 14
SILENT = 2
WORDS = {
    "checked": ("已入户", "已入户", "已入户", "已入户", "已入户", "已排查", "已入户", "已入户"),
    "phone": ("电话", "电话排查", "电话", "电话", "电话", "已排查", "电话", "电话排查"),
    "no_answer": ("无人应答", "无人应答", "无人应答", "无人", "敲门无人应", "家中无人", "无人应答", "无人应答"),
    "empty": ("空户", "空户", "{flat}没人住", "空房", "空户", "空户", "空户", "无人居住"),
    "refused": ("拒访", "拒访", "拒绝登记", "拒访", "拒访", "拒访", "拒绝登记", "拒访"),
    "tenant": ("租户",) * 8,
}
METHODS = {"visit": "入户", "phone": "电话"}
FIELDS = (
    fields(
        "name,phone,address,date,method,visit_status,people_count,outsiders,travel,contact,symptoms,"
        "temperature,worker,note"
    ),
    fields("address,name,phone,visit_status,people_count,outsiders,travel,symptoms,worker"),
    fields("date,address,name,phone,visit_status,people_count,contact,symptoms,note"),
    fields("name,phone,address,date,visit_status,people_count,outsiders,contact,symptoms,worker"),
)
TITLES = (
    "入户摸排表",
    "入户摸排登记",
    "入户排查登记表",
    "摸排台账",
    "入户摸排表",
    "入户排查表",
    "摸排表",
    "入户摸排登记表",
)
INSTRUCTIONS = ("填表说明", "一、每户填一行，当天没有的填“零报告”。", "二、每天下午五点前报社区。")
TRAVELS = ("1月18日去过济南，当天返回", "春节前去青岛走亲戚", "1月22日从滨州返回")


@dataclass(slots=True)
class Visit:
    """A knock at a door, or a call."""

    household: Household
    day: date
    status: str
    by_phone: bool = False


@dataclass(slots=True)
class Rounds:
    """A grid's visits before the reporting day and on it."""

    earlier: list[Visit] = dataclasses.field(default_factory=list)
    today: list[Visit] = dataclasses.field(default_factory=list)


def plan_screening(desk: Desk) -> None:
    """Every grid's visits; on the reporting day two grids send nothing, two others a zero report."""
    grids = desk.community.grids
    desk.silent_grids = [grids[1].number, grids[-2].number][:SILENT]
    quiet = {grids[2].number, grids[len(grids) * 2 // 3].number}
    for grid in grids:
        rng = desk.rng(f"screening/{grid.number}")
        rounds = _rounds(grid, rng, no_more=grid.number in {*desk.silent_grids, *quiet})
        _plan_grid(desk, grid, rounds, rng)


def _rounds(grid: Grid, rng: Random, *, no_more: bool) -> Rounds:
    rounds = Rounds()
    visited = [household for household in grid.households if rng.random() >= 0.009]
    for position, household in enumerate(visited):
        day = ROUND_START + timedelta(days=position * ROUND_DAYS // len(visited))
        visit = Visit(household, day, _status(household, rng), rng.random() < 0.18)
        rounds.earlier.append(visit)
        if visit.status in ("no_answer", "refused") and not no_more and rng.random() < 0.5:
            status = "checked" if rng.random() < 0.7 else visit.status
            rounds.today.append(Visit(household, LAST_DAY, status, by_phone=rng.random() < 0.5))
    return rounds


def _status(household: Household, rng: Random) -> str:
    if not household.members:
        return "empty"
    return rng.choices(("checked", "no_answer", "refused"), (94, 4.5, 1.5))[0]


def _plan_grid(desk: Desk, grid: Grid, rounds: Rounds, rng: Random) -> None:
    hand, title = hand_of(grid), TITLES[hand_of(grid).number]
    earlier = _sheets(grid, hand, rounds.earlier, rng)
    if grid.number in desk.silent_grids:
        desk.add(path_of(grid, hand, title), hand, earlier, LAST_DAY - timedelta(days=1))
    elif hand.number in (0, 5):
        desk.add(path_of(grid, hand, title), hand, [*earlier, _today(grid, hand, rounds, rng), _instructions(hand)])
    else:
        desk.add(path_of(grid, hand, title), hand, earlier, LAST_DAY - timedelta(days=1))
        desk.add(_today_path(grid, hand, title), hand, [_today(grid, hand, rounds, rng)])


def _today_path(grid: Grid, hand: Hand, title: str) -> str:
    return path_of(grid, hand, title + ("0209" if hand.number in (3, 6) else "2月9日"))


def _today(grid: Grid, hand: Hand, rounds: Rounds, rng: Random) -> SheetPlan:
    """The reporting day's sheet; a grid without any visit says so."""
    plan = _sheet(grid, hand, day_name(LAST_DAY, hand), rounds.today, rng, LAST_DAY)
    plan.fill_date = LAST_DAY
    if not rounds.today:
        plan.zero = "零报告" if grid.number % 2 else "无"
    return plan


def _instructions(hand: Hand) -> SheetPlan:
    """A sheet that is no form."""
    return SheetPlan("screening", "填表说明", hand, [], [], only_text=list(INSTRUCTIONS))


def _sheets(grid: Grid, hand: Hand, visits: Sequence[Visit], rng: Random) -> list[SheetPlan]:
    if hand.split_by != "date":
        return [_sheet(grid, hand, "入户摸排", visits, rng, LAST_DAY - timedelta(days=1))]
    by_day = [(day, list(group)) for day, group in groupby(visits, lambda visit: visit.day)]
    return [_sheet(grid, hand, day_name(day, hand), group, rng, day) for day, group in by_day]


def _sheet(grid: Grid, hand: Hand, name: str, visits: Iterable[Visit], rng: Random, day: date) -> SheetPlan:
    columns = lay_out("screening", FIELDS[hand.number % len(FIELDS)], hand, several_compounds=not grid.compound)
    if hand.split_by == "date":
        columns = [column for column in columns if column.field != "date"]
    entries = [_entry(visit, grid, hand, rng) for visit in visits]
    plan = SheetPlan("screening", name, hand, columns, single_lines(entries))
    if hand.split_by == "date":
        plan.fill_date = day
    return dress(plan, subject_of(grid, hand) + TITLES[hand.number], day, grid.worker)


def _entry(visit: Visit, grid: Grid, hand: Hand, rng: Random) -> Entry:
    household = visit.household
    facts = {**household.place, "date": visit.day.isoformat(), "visit_status": visit.status, "worker": grid.worker}
    entry = Entry(facts)
    if hand.worker_with_phone:
        entry.written["worker"] = f"{grid.worker}{grid.phone}"
    if household.members:
        entry.person = household.members[0]
        facts |= {"name": entry.person.name, "phone": entry.person.phone}
    if visit.status == "checked":
        _add_answers(entry, household, hand, rng)
    _word_status(entry, visit, hand)
    return entry


def _word_status(entry: Entry, visit: Visit, hand: Hand) -> None:
    """The status in the clerk's words; they say how the household was met where no column does."""
    word = visit.status
    if word == "checked" and visit.household.tenants and not _has_method(hand):
        word = "tenant"
    elif word == "checked" and visit.by_phone:
        word = "phone"
    entry.written["visit_status"] = WORDS[word][hand.number].format(flat=visit.household.flat)
    if _has_method(hand):
        entry.facts["method"] = "phone" if visit.by_phone else "visit"
        entry.written["method"] = METHODS[entry.facts["method"]]
    elif word in ("checked", "phone") and hand.number != 5:
        entry.facts["method"] = "phone" if word == "phone" else "visit"


def _has_method(hand: Hand) -> bool:
    return "method" in FIELDS[hand.number % len(FIELDS)]


def _add_answers(entry: Entry, household: Household, hand: Hand, rng: Random) -> None:
    count = len(household.members)
    entry.facts |= {"people_count": str(count), "outsiders": "no", "contact": "no", "symptoms": "no"}
    entry.facts["travel"] = rng.choice(TRAVELS) if rng.random() < 0.02 else "no"
    entry.facts["temperature"] = f"{rng.randint(360, 369) / 10:.1f}"
    children = sum(member.age() < 13 for member in household.members)
    if hand.number == 4 and 0 < children < count:
        entry.written["people_count"] = f"{count - children}大{children}小"
