"""Other habits of the same old town: a sheet a lane, dates written once, ticks, a column a day, names side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from tests.held_apart.old_town import Home, Journey, Person, due
from tests.held_apart.old_town_desk import (
    Desk,
    Entry,
    Page,
    Value,
    letter,
    month_day,
    who_fields,
    write_date,
)
from tests.held_apart.old_town_people import VISITS, reading, visit

Author = Callable[[Desk, int], None]
LANES = {
    "rows": "{}排",
    "lanes": "{}",
    "tower": "{}座",
    "estate": "{}号楼",
    "yard": "{}号楼",
    "dormitory": "{}号楼",
    "plain": "{}号楼",
}


def lane_of(home: Home) -> str:
    """A building, row or lane as the name of a sheet."""
    return LANES[home.kind].format(home.building)


def inside(home: Home) -> list[Value]:
    """Entrance and flat in two cells."""
    house = f"{home.flat}号" if home.kind in ("rows", "lanes") else home.flat
    return [f"{home.entrance}单元" if home.entrance else None, house]


def households_by_lane(desk: Desk, index: int) -> None:
    """One workbook a grid with a sheet a lane or building; only the head's row carries the door."""
    town, day = desk.town, desk.town.days[index]
    if index:
        return
    for grid in town.grids:
        people = town.in_grid(grid.number)
        pages: dict[tuple[str, str], Page] = {}
        for person in people:
            place = (person.home.compound, lane_of(person.home) if person.home.kind != "shops" else "商铺")
            page = pages.get(place)
            if page is None:
                titled = len(grid.parts) > 1 or desk.habits("titled", grid.number).random() < 0.5
                page = pages[place] = Page(place[1])
                page.line(f"{place[0] if titled else ''}{place[1]}居民底册")
                page.line("单元", "门牌号", "姓名", "身份证号码", "与户主关系", "联系电话")
            door = inside(person.home) if person.relation == "户主" else [None, None]
            fields = who_fields(person)
            cells = [*door, person.name, person.id_number, person.relation, person.phone]
            page.record(cells, Entry("households", (person.key, person.home), fields, person.key, person.home))
        desk.drop(f"{grid.name}/底册{grid.number}.xlsx", day, *pages.values())


def screening_by_ticks(desk: Desk, index: int) -> None:
    """Every grid's doors of a day, what was found as a tick; the workers write the date once."""
    for grid in desk.town.grids:
        day = desk.town.days[index]
        page = Page(f"{day.month}.{day.day}")
        page.line("入户排查登记表")
        page.line("日期", "户主", "住址", "电话", "入户情况", None, None, None, "备注")
        page.line(None, None, None, None, "已入户", "无人应答", "空户", "拒访", None)
        place = 0
        for head in desk.town.heads(grid.number):
            status = visit(desk, head, index)
            if not status:
                continue
            ticks = ["√" if status == each else None for each in ("checked", "no_answer", "empty", "refused")]
            said = month_day(day) if not place else None
            place += 1
            fields = {"name": head.name, "date": f"{day}", "visit_status": status}
            cells = [said, head.name, desk.address(head.home, "ticks", grid.number), head.phone, *ticks, None]
            page.record(cells, Entry("screening", (head.home, head.key, day), fields, head.key, head.home))
        if not place:
            page.line("无")
        desk.drop(f"{grid.name}/排查{day:%m%d}.xlsx", day, page)


def screening_by_columns(desk: Desk, index: int) -> None:
    """A list of all doors with a column a day that grows."""
    town, days = desk.town, desk.town.days[: index + 1]
    for grid in town.grids:
        page = Page("排查")
        page.line(f"{grid.name}每日入户排查情况")
        page.line("序号", "户主姓名", "住址", "联系电话", *(month_day(day) for day in days))
        for place, head in enumerate(town.heads(grid.number), start=1):
            cells: list[Value] = [place, head.name, desk.address(head.home, "columns", grid.number), head.phone]
            entries = []
            for column, day in enumerate(days):
                status = visit(desk, head, column)
                cells.append(VISITS[status][0] if status else None)
                if status:
                    fields = {"name": head.name, "date": f"{day}", "visit_status": status}
                    entry = Entry("screening", (head.home, head.key, day), fields, head.key, head.home)
                    entry.column = letter(5 + column)
                    entries.append(entry)
            page.record(cells, *entries)
        desk.drop(f"{grid.name}排查（截至{days[-1].month}.{days[-1].day}）.xlsx", days[-1], page)


def temperatures_by_row(desk: Desk, index: int) -> None:
    """A long list of the community: a row a person and day, the date written once a day."""
    town, page = desk.town, Page("体温")
    page.line("居家隔离人员体温监测登记表")
    page.line("日期", "姓名", "联系电话", "隔离地址", "上午体温", "下午体温", "备注")
    for each in town.days[: index + 1]:
        watched = [
            j
            for j in town.journeys
            if j.known <= each and due(town, j.category, j.left, j.arrived) and not j.transferred
        ]
        for place, journey in enumerate(sorted(watched, key=lambda j: j.person.key)):
            entries, cells = readings_of(desk, journey, each)
            person = journey.person
            said: list[Value] = [
                month_day(each) if not place else None,
                person.name,
                person.phone,
                desk.address(person.home, "long"),
            ]
            page.record([*said, *cells, None], *entries)
    desk.drop(f"体温{town.days[index]:%m%d}.xlsx", town.days[index], page)


def readings_of(desk: Desk, journey: Journey, day: dt.date) -> tuple[list[Entry], list[Value]]:
    """The two readings of a person's day: records and cells."""
    entries: list[Entry] = []
    cells: list[Value] = []
    person = journey.person
    for half, slot in enumerate(("morning", "evening")):
        written, fields = reading(desk, journey, day, slot)
        cells.append(written)
        if written is not None:
            entry = Entry(
                "temperatures",
                (person.key, day, slot),
                fields | {"name": person.name, "date": f"{day}", "slot": slot},
                person.key,
                person.home,
            )
            entry.column = letter(5 + half)
            entries.append(entry)
    return entries, cells


def gate_book(desk: Desk, index: int) -> None:
    """One book a checkpoint for all days, longer every day; the date stands at the first row of a day."""
    town = desk.town
    names = list(dict.fromkeys(part[0] for grid in town.grids for part in grid.parts))[:3]
    for name in names:
        page = Page("登记")
        page.line(f"{name}东门卡口人员车辆登记")
        page.line("日期", "时间", "姓名", "电话", "车牌", "体温", "从何处来", "是否劝返")
        for day in town.days[: index + 1]:
            rng = desk.habits("book", name, day)
            for number in range(5):
                person: Person = rng.choice(town.people)
                turned = rng.random() < 0.3
                plate = rng.choice(("", f"豫C{rng.randint(10000, 99999)}"))
                clock = dt.time(9 + number, rng.choice((0, 15, 40)))
                fields = {
                    "date": f"{day}",
                    "name": person.name,
                    "plate": plate,
                    "result": "turned_back" if turned else "admitted",
                    "time": f"{clock:%H:%M}",
                }
                cells: list[Value] = [
                    write_date(day, desk.habits("book dates", name)) if not number else None,
                    f"{clock:%H:%M}",
                    person.name,
                    person.phone,
                    plate or None,
                    36.5,
                    "市内",
                    "是" if turned else "否",
                ]
                page.record(
                    cells,
                    Entry("gate", (name, day, clock, person.name), fields, person.key),
                )
        desk.drop(f"门岗/{name}.xlsx", town.days[index], page)


def disinfection_with_totals(desk: Desk, index: int) -> None:
    """The day's list with the date above, sub-totals and a total below."""
    day, rng, page = desk.town.days[index], desk.habits("totals", index), Page("消毒记录")
    page.line("公共区域消毒记录表")
    page.line(f"填报日期：{day.year}年{month_day(day)}")
    page.line("小区", "消毒地点", "面积", "人次")
    names = list(dict.fromkeys(part[0] for grid in desk.town.grids for part in grid.parts))
    whole = [0, 0]
    for name in rng.sample(names, 3):
        parts = [0, 0]
        for place in ("楼道", "巷口"):
            area, people = rng.choice((300, 450, 1200)), rng.randint(1, 4)
            parts = [parts[0] + area, parts[1] + people]
            fields = {"date": f"{day}", "area_m2": f"{area}", "person_times": f"{people}"}
            page.record(
                [name if place == "楼道" else None, place, f"{area}平", people],
                Entry("disinfection", (day, name, place), fields),
            )
        page.line("小计", None, parts[0], parts[1])
        whole = [whole[0] + parts[0], whole[1] + parts[1]]
    page.line("合计", None, whole[0], whole[1])
    desk.drop(f"消毒{month_day(day)}.xlsx", day, page)
