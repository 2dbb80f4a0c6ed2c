"""Door-to-door papers: the long screening register, a page a building, households under merged flats, rented rooms, cards."""

from __future__ import annotations

from tests.held_apart.east_gate.leaf import Facts, Item, Leaf, Said, hand_in
from tests.held_apart.east_gate.pen import Pen, around, counting, gender_of, said, who_of
from tests.held_apart.making import Maker
from tests.held_apart.population import Grid, Person, phone_number
from tests.held_apart.truth import ok

NATIONS = ("汉", "汉族", "汉族", "回族")
VISITS = {
    "checked": ("已入户", "有人", "已排查，无异常", "入户已登记", "在家"),
    "no_answer": ("家中无人", "敲门无人应", "无人应答", "没人开门"),
    "empty": ("空户", "空房", "无人居住", "未入住"),
    "refused": ("拒访", "拒不开门", "拒绝登记"),
}


def households_of(maker: Maker, grid: Grid) -> list[list[Person]]:
    """The people of a grid, flat by flat."""
    flats: dict[object, list[Person]] = {}
    for person in maker.community.in_grid(grid.number):
        flats.setdefault(person.home, []).append(person)
    return list(flats.values())


def who_items(pen: Pen, name: str = "姓名", number: str = "身份证号", phone: str = "联系电话") -> list[Item]:
    """Name, ID number and phone of the row's person."""
    return [
        Item(name, lambda facts: pen.name(who_of(facts))),
        Item(number, lambda facts: pen.number(who_of(facts))),
        Item(phone, lambda facts: pen.phone(who_of(facts).phone)),
    ]


def door_items(pen: Pen, *words: str) -> list[Item]:
    """Building, entrance and flat, a column each."""
    suffix = (pen.pick("", "号楼", "#"), pen.pick("", "单元"), pen.pick("", "室"))
    parts = ("building", "entrance", "flat")

    def part(index: int) -> Item:
        def write(facts: Facts) -> Said:
            value = str(getattr(who_of(facts).home, parts[index]))
            return value + suffix[index], {parts[index]: ok(value)}

        return Item(words[index], write, runs_down=True)

    return [part(index) for index in range(3)]


def long_screening(maker: Maker) -> None:
    """疫情防控人员排查登记表: two dozen columns, numbered, what was asked in two-level headings."""
    for index, grid in enumerate(maker.grids(2)):
        pen, style = Pen(maker.rng), index
        file = f"{grid.compound}/{grid.worker}（{grid.number}网格）排查表{('.xlsx', '.xls')[index]}"
        day = around(back=maker.rng.randint(1, 6))
        scope = {
            "compound": ok(grid.compound),
            "grid": ok(grid.number),
            "date": ok(day.isoformat()),
            "worker": ok("", grid.worker),
        }
        leaf = Leaf(maker, file, pen.pick("Sheet1", "排查", "总表"), "screening", scope)

        def travel(facts: Facts, pen: Pen = pen) -> Said:
            return pen.free("travel", bool(facts["away"]), str(facts["away"]))

        items = [
            counting(), *who_items(pen, "姓名", pen.pick("身份证号", "证件号码"), pen.pick("联系电话", "手机号码")),
            Item("性别", lambda facts: (who_of(facts).gender, {"": ok(who_of(facts).gender)})),
            Item("年龄", lambda facts: (2020 - who_of(facts).born.year, {})),
            Item("民族", said("", "nation")), Item(pen.pick("工作单位", "工作单位/学校"), said("", "work")),
            *door_items(pen, pen.pick("楼号", "楼栋"), "单元", pen.pick("室", "房间号", "户号")),
            Item(pen.pick("户籍所在地", "户籍"), lambda facts: (who_of(facts).residence, {"": ok(who_of(facts).residence)})),
            Item(pen.pick("居住人口数", "常住人口（人）"), said("people_count", "many")),
            Item(pen.pick("近14天内有无离开东营（去往何地）", "14天内外出情况（目的地）"), travel),
            Item(pen.pick("是否接触过疫区返回人员", "与湖北来东人员接触情况"), lambda facts, pen=pen: pen.free("contact", bool(facts["met"]))),
            Item(pen.pick("有无发热、咳嗽、乏力等症状", "身体状况（发热/咳嗽/其他）"), lambda _, pen=pen: pen.free("symptoms", False, none=("无", "正常", "良好"))),
            Item(pen.pick("体温（℃）", "当日体温"), lambda _, pen=pen: pen.warmth("temperature")),
            Item("从业类别", said("", "trade")), Item("是否参加过聚餐", lambda _, pen=pen: (pen.pick("否", "否", "是"), {})),
            Item("车牌号", said("", "plate")), Item("备注", said("note")),
        ]  # fmt: skip
        if style:
            items = [
                Item(f"{number}.{item.levels[0]}", item.write) if number > 1 else item
                for number, item in enumerate(items)
            ]
        width = len(items)
        leaf.say(f"胜景社区{grid.compound}疫情防控人员排查登记表", width)
        leaf.say(
            f"网格：第{grid.number}网格　　网格员：{grid.worker}　　填报时间：2020年{day.month}月{day.day}日", width
        )
        leaf.head(items)
        for household in households_of(maker, grid)[:14]:
            for person in household:
                away = maker.rng.random() < 0.1
                facts = {
                    "person": person, "many": len(household), "away": pen.pick("济南", "去青岛探亲", "1月20日去过潍坊") if away else "", "met": maker.rng.random() < 0.04,
                    "nation": maker.rng.choice(NATIONS), "work": pen.pick("胜利油田", "个体", "无", "退休", "东营市实验小学"), "trade": pen.pick("在职", "学生", "退休", "务农"),
                    "plate": pen.pick("", "", "鲁E" + str(maker.rng.randint(10000, 99999))), "note": pen.pick("", "", "", "独居老人", "孕妇", "近期不出门"),
                }  # fmt: skip
                leaf.fill(items, facts, person.key)
        leaf.say(f"排查人签字：{'　' * 6}社区审核：{'　' * 6}", width)
        leaf.say("注：1.本表一人一行，不得漏项；2.发现异常情况立即上报社区。", width)
        hand_in(maker, leaf)


def page_a_building(maker: Maker) -> None:
    """入户排查: a sheet a building, a row a flat, all who live there in one cell."""
    grid = maker.grids(1)[0]
    pen, day = Pen(maker.rng), around(back=maker.rng.randint(0, 4))
    file = f"{grid.compound}入户排查（{day.month}月{day.day}日）.xlsx"
    flats = households_of(maker, grid)
    leaves = []
    for building in grid.buildings:
        scope = {"compound": ok(grid.compound), "building": ok(building), "date": ok(day.isoformat())}
        leaf = Leaf(maker, file, f"{building}号楼", "screening", scope)
        leaf.say(f"{grid.compound}{building}号楼入户排查情况", 8)
        headings = (
            "单元",
            "房号",
            pen.pick("户主", "户主姓名"),
            "联系电话",
            "居住人员",
            "人数",
            pen.pick("入户情况", "排查结果"),
            "备注",
        )
        items = [Item(heading, lambda _: (None, {})) for heading in headings]
        leaf.head(items)
        for household in (each for each in flats if each[0].home.building == building):
            _flat_row(leaf, pen, household)
        if leaf.painter.records:
            leaves.append(leaf)
    hand_in(maker, *leaves)


def _flat_row(leaf: Leaf, pen: Pen, household: list[Person]) -> None:
    """The flat's head makes the record; the others in the cell may be told apart or kept as text."""
    head = household[0]
    status = pen.rng.choices(tuple(VISITS), (8, 2, 1, 1))[0]
    there = status == "checked"
    others = pen.pick("、", " ", "，", "/").join(each.name for each in household)
    typed = (
        head.home.entrance, head.home.flat, head.name if there else None, head.phone if there else None, others if there else None,
        len(household) if there else None, pen.rng.choice(VISITS[status]), None,
    )  # fmt: skip
    says = {
        "entrance": ok(head.home.entrance), "flat": ok(head.home.flat), "name": ok(head.name if there else ""), "phone": ok(head.phone if there else ""),
        "people_count": ok(len(household) if there else ""), "visit_status": ok(status),
    }  # fmt: skip
    leaf.record(leaf.row, (1,), says, head.key if there else "")
    leaf.cells(typed, "records")


def households_under_flats(maker: Maker) -> None:
    """居民信息台账: a household's rows under one merged flat and one merged phone; a sheet a grid worker."""
    grids = maker.grids(2)
    pen = Pen(maker.rng)
    leaves = []
    for grid in grids:
        scope = {"compound": ok(grid.compound), "grid": ok("", grid.number)}
        leaf = Leaf(maker, "居民信息台账（各网格员汇总）.xlsx", grid.worker, "households", scope)
        items = [
            counting(), *door_items(pen, "楼号", "单元号", "门牌号"), Item("姓名", lambda facts: pen.name(who_of(facts))),
            Item("与户主关系", lambda facts: (who_of(facts).relation, {"relation": ok(who_of(facts).relation, "本人", "户主")})),
            Item("性别", gender_of),
            Item("身份证号码", lambda facts: pen.number(who_of(facts))),
            Item(("户籍", "户籍地址"), lambda facts: (who_of(facts).residence, {"registered_residence": ok(who_of(facts).residence)})),
            Item(("户籍", "人户是否一致"), lambda _: ("是", {})),
            Item("户内联系电话", lambda facts: pen.phone(who_of(facts).phone), runs_down=True),
            Item("备注", said("note")),
        ]  # fmt: skip
        leaf.say(f"{grid.compound}居民信息台账", len(items))
        leaf.say(f"所属网格：{grid.number}　网格员：{grid.worker}　电话：{grid.phone}", len(items))
        leaf.scope["grid"] = ok(grid.number)
        leaf.head(items)
        for household in households_of(maker, grid)[:12]:
            group = [{"person": each, "note": pen.pick("", "", "党员", "低保户")} for each in household]
            leaf.run_down(items, group, [each.key for each in household])
        leaf.say(f"合计：{len(leaf.painter.records)}人", 1, "total")
        leaves.append(leaf)
    hand_in(maker, *leaves)


def rented_rooms(maker: Maker) -> None:
    """出租房屋排查: landlord and tenant in one row, the tenant is who was asked."""
    grid = maker.grids(1)[0]
    pen = Pen(maker.rng)
    leaf = Leaf(
        maker,
        f"出租屋{pen.pick('摸排', '排查')}登记_{grid.compound}.xls",
        "出租屋",
        "screening",
        {"compound": ok(grid.compound)},
    )
    items = [
        counting(), Item("出租房地址", lambda facts: pen.door(who_of(facts).home)),
        Item(("房东", "姓名"), lambda facts: (facts["landlord"], {"": ok(facts["landlord"])})),
        Item(("房东", "电话"), lambda facts: (facts["rings"], {"": ok(facts["rings"])})),
        Item(("承租人", "姓名"), lambda facts: pen.name(who_of(facts))), Item(("承租人", "身份证号"), lambda facts: pen.number(who_of(facts))),
        Item(("承租人", "联系电话"), lambda facts: pen.phone(who_of(facts).phone)),
        Item(("承租人", "同住人数"), said("people_count", "many")),
        Item(pen.pick("14天内是否离开本市", "近期是否外出"), lambda facts: pen.free("travel", bool(facts["away"]))),
        Item(pen.pick("有无发热咳嗽", "健康状况"), lambda _: pen.free("symptoms", False, none=("无", "健康"))),
        Item("排查日期", lambda facts: pen.day("date", facts["day"])), Item("排查人", lambda _: (grid.worker, {"worker": ok(grid.worker)})),
    ]  # fmt: skip
    leaf.say("胜景社区出租房屋疫情排查登记表", len(items))
    leaf.head(items)
    for person in maker.rng.sample(maker.community.in_grid(grid.number), 9):
        lord = maker.rng.choice(maker.community.people)
        facts = {
            "person": person, "landlord": lord.name, "rings": phone_number(maker.rng), "many": maker.rng.randint(1, 4), "away": maker.rng.random() < 0.2,
            "day": around(back=maker.rng.randint(0, 5)),
        }  # fmt: skip
        leaf.fill(items, facts, person.key)
    hand_in(maker, leaf)


def screening_cards(maker: Maker) -> None:
    """入户排查登记卡: labels beside values as in a Word form, a sheet a flat."""
    grid = maker.grids(1)[0]
    pen = Pen(maker.rng, tidy=True)
    file, leaves = f"入户排查登记卡-{grid.worker}.xlsx", []
    for household in maker.rng.sample(households_of(maker, grid), 3):
        person = household[0]
        day, flat = around(back=maker.rng.randint(0, 5)), person.home
        leaf = Leaf(maker, file, f"{flat.building}-{flat.entrance}-{flat.flat}", "screening")
        warm = f"{maker.rng.randint(361, 369) / 10:.1f}"
        rows = [
            ("姓名", person.name, "性别", person.gender), ("身份证号", person.id_number, "联系电话", person.phone),
            ("现住址", f"{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}室", "家庭人数", f"{maker.rng.randint(1, 5)}人"),
            ("近14天是否到过湖北", "□是 √否", "是否接触湖北返回人员", "□是 √否"), ("有无发热、咳嗽症状", "无", "体温", f"{warm}℃"),
            ("排查方式", "√入户 □电话", "排查日期", f"2020年{day.month}月{day.day}日"), ("排查人", grid.worker, "备注", ""),
        ]  # fmt: skip
        leaf.say("入户排查登记卡", 4)
        top = leaf.row
        says = pen.place(flat) | {
            "name": ok(person.name), "id_number": ok(person.id_number), "phone": ok(person.phone), "people_count": ok(rows[2][3][:-1]), "travel": ok("否", "no", "□是 √否"),
            "contact": ok("否", "no", "□是 √否"), "symptoms": ok("无", "no"), "temperature": ok(warm), "method": ok("visit"), "date": ok(day.isoformat()),
            "worker": ok(grid.worker), "visit_status": ok("", "checked"),
        }  # fmt: skip
        record = leaf.record(top, range(1, 5), says, person.key)
        record.rows = list(range(top, top + len(rows)))
        for each in rows:
            leaf.cells(each, "records|note|heading")
        leaf.say("以上情况属实。　　被排查人签字：", 4)
        for row in record.rows:
            leaf.canvas.kinds[row] = "records|note|heading"
        leaves.append(leaf)
    hand_in(maker, *leaves)


CLERKS = (long_screening, page_a_building, households_under_flats, rented_rooms, screening_cards)
