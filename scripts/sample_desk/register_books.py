"""The desk's own registers: grids, compounds, checkpoints, groups, households."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from sample_desk.columns import lay_out
from sample_desk.hands import HANDS, Hand
from sample_desk.office import COMMUNITY, Desk, dress, hand_of, path_of, single_lines, subject_of
from sample_desk.plans import Entry, SheetPlan
from sample_desk.spelling import Cell
from sample_desk.world import Grid, Household, Person

REGISTER_DAY = date(2020, 1, 24)
TITLES = ("居民底册", "居民信息登记表", "居民底册", "居民台账", "居民底册", "居民花名册", "居民台账", "居民底册")
FIELDS = (
    ("household_number", "name", "relation", "gender", "id_number", "phone", "address", "registered_residence", "note"),
    ("address", "name", "gender", "relation", "phone", "id_number", "note"),
    ("household_number", "address", "name", "id_number", "relation", "phone", "registered_residence"),
    ("name", "gender", "id_number", "phone", "address", "relation", "household_number"),
)
OLD_AGE, ID_LENGTH = 78, 18
GROUPS = (
    ("党员群", "动员党员、发布任务", 208),
    ("爱连万家", "志愿者招募、居民答疑", 493),
    ("胜景网格员工作群", "网格工作", 41),
    ("惠泽小区业主群", "通知居民", 476),
    ("物业防控联络群", "物业联络", 33),
)


def plan_registers(desk: Desk) -> None:
    """Every register of the community."""
    _plan_grids(desk)
    _plan_places(desk)
    for grid in desk.community.grids:
        _plan_households(desk, grid)


def _expanse(buildings: Sequence[str]) -> str:
    if not buildings[0].isdigit():
        return "、".join(f"{building}座" for building in buildings)
    if len(buildings) > 2:
        return f"{buildings[0]}-{buildings[-1]}号楼"
    return "、".join(f"{building}号楼" for building in buildings)


def _plan_grids(desk: Desk) -> None:
    hand = HANDS[0]
    entries = []
    for grid in desk.community.grids:
        for compound, buildings in grid.buildings.items():
            count = sum(household.compound == compound for household in grid.households)
            facts = {"grid": str(grid.number), "worker": grid.worker, "phone": grid.phone, "compound": compound}
            facts |= {"buildings": _expanse(buildings), "households": str(count)}
            entries.append(Entry(facts))
    columns = lay_out("grids", ("grid", "worker", "phone", "compound", "buildings", "households"), hand)
    plan = SheetPlan("grids", "网格划分表", hand, columns, single_lines(entries), totals=("households",))
    desk.add("网格划分表", hand, [dress(plan, f"{COMMUNITY}网格划分表", REGISTER_DAY, "周晓岚")], REGISTER_DAY)


def _plan_places(desk: Desk) -> None:
    hand = HANDS[5]
    compounds = [_register_of_compounds(desk, hand), _register_of_checkpoints(desk, hand)]
    desk.add("小区物业及劝返点", hand, compounds, REGISTER_DAY)
    hand = HANDS[1]
    groups = [Entry({"group": name, "purpose": purpose, "members": str(number)}) for name, purpose, number in GROUPS]
    for entry, worker in zip(groups, desk.community.grids * 2, strict=False):
        entry.facts["owner"] = worker.worker
    columns = lay_out("groups", ("group", "purpose", "members", "owner"), hand)
    desk.add("微信群一览", hand, [SheetPlan("groups", "微信群", hand, columns, single_lines(groups))], REGISTER_DAY)


def _register_of_compounds(desk: Desk, hand: Hand) -> SheetPlan:
    entries = [
        Entry(
            {
                "compound": compound.name,
                "property_company": compound.company,
                "manager": compound.manager,
                "phone": compound.phone,
                "households": str(len(compound.households)),
            }
        )
        for compound in desk.community.compounds
    ]
    fields = ("compound", "property_company", "manager", "phone", "households")
    plan = SheetPlan("compounds", "小区一览", hand, lay_out("compounds", fields, hand), single_lines(entries))
    plan.totals = ("households",)
    return dress(plan, f"{COMMUNITY}小区（物业）一览", REGISTER_DAY, "周晓岚")


def _register_of_checkpoints(desk: Desk, hand: Hand) -> SheetPlan:
    entries = [
        Entry({"checkpoint": name, "compound": compound.name, "property_company": compound.company})
        for compound in desk.community.compounds
        for name in compound.checkpoints
    ]
    columns = lay_out("checkpoints", ("checkpoint", "compound", "property_company"), hand)
    plan = SheetPlan("checkpoints", "劝返点一览", hand, columns, single_lines(entries))
    return dress(plan, f"{COMMUNITY}劝返点一览", REGISTER_DAY, "周晓岚")


def _plan_households(desk: Desk, grid: Grid) -> None:
    hand = hand_of(grid)
    fields = FIELDS[hand.number % len(FIELDS)]
    if hand.number == 6:
        fields = (*fields, "grid")
    title = TITLES[hand.number]
    sheets = []
    for name, households in _sheets(grid, hand, title):
        columns = lay_out("households", fields, hand, several_compounds=not grid.compound)
        if hand.split_by == "building":
            columns = [column for column in columns if column.field != "building"]
        entries = [entry for household in households for entry in _entries(household)]
        plan = SheetPlan("households", name, hand, columns, single_lines(entries))
        front = grid.compound if hand.compound_in == "nowhere" else subject_of(grid, hand)
        sheets.append(dress(plan, front + title, REGISTER_DAY, grid.worker))
    desk.add(path_of(grid, hand, title), hand, sheets, REGISTER_DAY)


def _sheets(grid: Grid, hand: Hand, title: str) -> list[tuple[str, list[Household]]]:
    if hand.split_by != "building":
        return [("Sheet1" if hand.number in (1, 7) else title, grid.households)]
    return [
        (f"{building}号楼" if building.isdigit() else f"{building}座", list(group))
        for building, group in groupby(grid.households, lambda household: household.building)
    ]


def _entries(household: Household) -> list[Entry]:
    number = {"household_number": household.number}
    if not household.members:
        return [Entry({**household.place, **number, "note": "空户"}, written={"name": "空户"})]
    return [
        Entry(
            {
                **person.who,
                **household.place,
                **number,
                "relation": person.relation,
                "gender": person.sex,
                "registered_residence": person.residence,
            },
            person,
            _number_written(person),
        )
        for person in household.members
    ]


def _number_written(person: Person) -> dict[str, Cell]:
    """Infants without papers; some of the old still show the 15 digits of their first card."""
    if not person.id_number:
        return {"id_number": "无"}
    if person.age() < OLD_AGE or len(person.id_number) != ID_LENGTH or person.born.day % 5:
        return {}
    return {"id_number": person.id_number[:6] + person.id_number[8:17]}
