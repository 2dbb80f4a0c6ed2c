"""The old town's sheets about gates, duty, disinfection, publicity, errands, fever, passes, volunteers; copies sent twice."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.old_town import due
from tests.held_apart.old_town_desk import Desk, Drop, Entry, Page, Value, month_day, who_fields, write_date
from tests.held_apart.population import person_name, phone_number

POSTS = ("鼓楼前街口", "城隍庙街东口", "后李村村口")


def gate(desk: Desk, index: int) -> None:
    """A gate book a checkpoint; guards drop the province's character; the date stands where they like."""
    town, day = desk.town, desk.town.days[index]
    names = list(dict.fromkeys(part[0] for grid in town.grids for part in grid.parts))[:3]
    for name in names:
        rng = desk.habits("gate", name, index)
        author = desk.habits("gate author", name)
        in_title = author.random() < 0.5
        page = Page("门岗")
        page.line(f"{name}东门出入登记表" + (f"（{month_day(day)}）" if in_title else ""))
        page.line(*([] if in_title else ["日期"]), "时间", "姓名", "联系电话", "车牌号", "体温", "事由", "处理结果")
        for number in range(rng.randint(5, 9)):
            turned = rng.random() < 0.25
            person = rng.choice(town.people)
            outside = rng.random() < 0.4
            full = (
                f"豫C{rng.choice('ABDFG')}{rng.randint(1000, 9999)}"
                if not turned
                else f"鲁{rng.choice('ABE')}{rng.randint(10000, 99999)}"
            )
            plate = rng.choice(("", full))
            written = plate[1:] if plate.startswith("豫") and rng.random() < 0.4 else plate
            who = person_name(rng, "男") + "山" if outside else person.name
            phone = phone_number(rng) if outside else person.phone
            clock = dt.time(8 + number, rng.choice((0, 5, 30)))
            fields = {
                "date": f"{day}",
                "name": who,
                "plate": plate,
                "result": "turned_back" if turned else "admitted",
                "time": f"{clock:%H:%M}",
            }
            key = (name, day, clock, who)
            start: list[Value] = [] if in_title else [write_date(day, desk.habits("gate date", name))]
            cells = [
                *start,
                rng.choice((f"{clock:%H:%M}", clock)),
                who,
                phone,
                written or None,
                rng.choice((36.4, 36.6, "36.5℃")),
                "回家",
                rng.choice(("劝返",)) if turned else "放行",
            ]  # type: ignore[list-item]
            entry = Entry("gate", key, fields, "" if outside else person.key)
            entry.fields["checkpoint"] = f"{name}东门"
            page.record(cells, entry)
        desk.drop(f"门岗/{name}{month_day(day)}.xlsx", day, page)


def volunteers(desk: Desk, index: int) -> None:
    """The roll of volunteers on the first day, three more on the third in a longer roll."""
    if index == 1:
        return
    day = desk.town.days[index]
    page = Page("花名册")
    page.line("志愿者花名册")
    page.line("序号", "姓名", "性别", "联系电话", "政治面貌", "所属支部", "小分队")
    for place, (person, kind, branch) in enumerate(roll(desk)[: 12 if index == 0 else 15], start=1):
        fields = {"name": person[0], "phone": person[1], "kind": kind, "branch": branch}
        written = "党员" if kind == "party" else "群众"
        page.record(
            [place, person[0], "男", person[1], written, branch, f"第{1 + place % 3}小分队"],
            Entry("volunteers", (person[1],), fields, person[1]),
        )
    desk.drop(f"志愿者{'' if index == 0 else '（最新）'}.xlsx", day, page)


def roll(desk: Desk) -> list[tuple[tuple[str, str], str, str]]:
    """Name and phone, kind, branch of the volunteers, the same at every call."""
    rng = desk.habits("roll")
    names: dict[str, None] = {}
    while len(names) < 15:
        names[person_name(rng, "男", "上官") + "民"] = None
    return [
        ((name, phone_number(rng)), rng.choice(("party", "resident")), f"第{rng.choice('一二三')}党支部")
        for name in names
    ]


def duty(desk: Desk, index: int) -> None:
    """Who stood at which post, a sheet a day in a workbook that grows."""
    page_of_day: list[Page] = []
    for each in range(index + 1):
        day, rng = desk.town.days[each], desk.habits("duty", each)
        page = Page(f"{day.month}.{day.day}")
        page.line("执勤签到表")
        page.line("岗位", "班次", "姓名", "签到", "签退")
        for post in POSTS:
            for shift, begins, ends in (("白班", "8:00", "14:00"), ("夜班", "14:00", "20:00")):
                person = rng.choice(roll(desk)[:12])[0]
                fields = {"date": f"{day}", "post": post, "name": person[0], "sign_in": f"{int(begins[:-3]):02d}:00"}
                page.record(
                    [post, shift, person[0], begins, ends],
                    Entry("duty", (day, post, shift, person[0]), fields, person[1]),
                )
        page_of_day.append(page)
    desk.drop("值班/执勤签到表.xlsx", desk.town.days[index], *page_of_day)


def disinfection(desk: Desk, index: int) -> None:
    """One list of the community that grows by a day."""
    town, page = desk.town, Page("消毒")
    page.line("消杀记录表")
    page.line("日期", "小区", "地点", "消毒面积（㎡）", "投入人次", "消毒药品")
    names = list(dict.fromkeys(part[0] for grid in town.grids for part in grid.parts))
    for each in range(index + 1):
        day, rng = town.days[each], desk.habits("disinfection", each)
        for name in rng.sample(names, 5):
            area, people = rng.choice((500, 800, 1200, 20000)), rng.randint(1, 6)
            said: Value = f"{area // 10000}万" if area >= 10000 else rng.choice((area, f"约{area}", f"{area}㎡"))
            fields = {"date": f"{day}", "compound": name, "area_m2": f"{area}", "person_times": f"{people}"}
            page.record(
                [month_day(day), name, "楼道", said, people, "84消毒液"], Entry("disinfection", (day, name), fields)
            )
    desk.drop(f"消杀{town.days[index]:%m%d}.xlsx", town.days[index], page)


def publicity(desk: Desk, index: int) -> None:
    """The squads' day as columns of material."""
    day, rng, page = desk.town.days[index], desk.habits("publicity", index), Page("宣传")
    page.line(f"宣传情况统计（{month_day(day)}）")
    page.line("小分队", "宣传地点", "公告", "宣传单", "横幅")
    for squad in range(1, 4):
        numbers = (rng.randint(1, 9), rng.randint(20, 90), rng.randint(0, 3))
        entries = []
        for place, (material, number) in enumerate(zip(("announcement", "leaflet", "banner"), numbers, strict=True)):
            entry = Entry(
                "publicity", (day, squad, material), {"date": f"{day}", "material": material, "quantity": f"{number}"}
            )
            entry.column = "CDE"[place]
            entries.append(entry)
        page.record([f"第{squad}小分队", "鼓楼市场", numbers[0], f"{numbers[1]}份", numbers[2]], *entries)
    desk.drop(f"宣传{month_day(day)}.xlsx", day, page)


def errands(desk: Desk, index: int) -> None:
    """Shopping, rubbish and comfort for those at home, a long table a day."""
    town, day, rng, page = desk.town, desk.town.days[index], desk.habits("errands", index), Page("代办")
    page.line("代购代办登记表")
    page.line("日期", "姓名", "住址", "服务内容", "次数", "物品", "志愿者")
    at_home = [j for j in town.journeys if j.known <= day and due(town, j.category, j.left, j.arrived)]
    for journey in rng.sample(at_home, min(9, len(at_home))):
        service, words = rng.choice((("shopping", "代购"), ("rubbish", "垃圾清运"), ("comfort", "心理疏导")))
        times = rng.randint(1, 3)
        fields = {"date": f"{day}", "name": journey.person.name, "service": service, "times": f"{times}"}
        home = journey.person.home
        cells: list[Value] = [
            month_day(day),
            journey.person.name,
            desk.address(home, "errands"),
            words,
            times,
            "菜" if service == "shopping" else None,
            roll(desk)[0][0][0],
        ]
        page.record(cells, Entry("errands", (day, journey.person.key, service), fields, journey.person.key, home))
    desk.drop(f"代办{day:%m%d}.xlsx", day, page)


def fever(desk: Desk, index: int) -> None:
    """A referral now and then; nothing to report on other days."""
    town, day, rng, page = desk.town, desk.town.days[index], desk.habits("fever", index), Page("转诊")
    page.line("发热转诊登记表")
    page.line("姓名", "身份证号", "联系电话", "日期", "时间", "首测体温", "复测体温", "接收人", "去向")
    for person in rng.sample(town.people, 1 if index != 1 else 0):
        fields = who_fields(person) | {"date": f"{day}", "first_reading": "38.1", "second_reading": "37.9"}
        page.record(
            [person.name, person.id_number, person.phone, f"{day}", "9:30", 38.1, "37.9℃", "郝玉兰", "发热门诊"],
            Entry("fever", (person.key, day), fields, person.key),
        )
    if index == 1:
        page.line("无")
    desk.drop(f"发热转诊{day:%m%d}.xlsx", day, page)


def passes(desk: Desk, index: int) -> None:
    """The register of passes, longer every day."""
    town, page = desk.town, Page("出入证")
    page.line("车辆出入证发放登记表")
    page.line("证号", "车牌号", "车主姓名", "联系电话", "小区", "住址", "发放日期")
    rng = desk.habits("passes")
    for number, person in enumerate(rng.sample([p for p in town.people if p.relation == "户主"], 12), start=1):
        plate = f"豫C{rng.choice('ABDFG')}{rng.randint(1000, 9999)}"
        if number > 4 * (index + 1):
            break
        issued = town.days[(number - 1) // 4]
        fields = {"pass_number": f"{number:03d}", "plate": plate, "name": person.name, "issued_date": f"{issued}"}
        address = desk.address(person.home, "passes").removeprefix(person.home.compound)
        page.record(
            [f"{number:03d}", plate, person.name, person.phone, person.home.compound, address, f"{issued}"],
            Entry("passes", (plate,), fields, person.key, person.home),
        )
    desk.drop("出入证发放登记.xlsx" if index < 2 else "出入证发放登记(3).xlsx", town.days[index], page)


def copies(desk: Desk, index: int) -> None:
    """Two files of the day sent a second time under other names."""
    day, rng = desk.town.days[index], desk.habits("copies", index)
    for place, drop in enumerate(rng.sample([drop for drop in desk.drops if drop.day == day], 2), start=1):
        name = drop.path.rsplit("/", 1)[-1].removesuffix(".xlsx")
        desk.drops.append(
            Drop(f"重发/{name}({place}).xlsx", day, drop.saved + dt.timedelta(hours=1), copy_of=drop.path)
        )
