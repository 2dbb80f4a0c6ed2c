"""Temperatures as other hands keep them: a sheet a person, days across, two readings in a cell; and the log of fevers."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue
from tests.held_apart.east_gate.doors import who_items
from tests.held_apart.east_gate.leaf import Item, Leaf, hand_in
from tests.held_apart.east_gate.pen import Pen, around, counting, said, who_of
from tests.held_apart.making import Maker
from tests.held_apart.population import Journey, Person
from tests.held_apart.truth import Expect, ok

HALVES = (("morning", "上午", "早", "早晨", "AM"), ("evening", "下午", "晚", "晚上", "PM"))


def who_says(person: Person) -> dict[str, Expect]:
    """What a block above a table says of the person."""
    return {"name": ok(person.name), "phone": ok(person.phone)} | Pen.place(person.home)


def sheet_a_person(maker: Maker) -> None:
    """健康监测每日登记: who it is stands above, label and value in one cell; a row a day below."""
    pen = Pen(maker.rng)
    leaves = []
    words = maker.rng.choice(((1, 1), (2, 2), (3, 3)))
    for trip in maker.rng.sample(maker.community.journeys, 5):
        person, flat = trip.person, trip.person.home
        scope = who_says(person) | {"id_number": ok(person.id_number)}
        leaf = Leaf(maker, "隔离人员健康监测/健康监测登记（一人一表）.xlsx", person.name, "temperatures", scope)
        leaf.say("居家隔离人员健康监测登记表", 6)
        leaf.cells([f"姓名：{person.name}", None, f"性别：{person.gender}", None, f"联系电话：{person.phone}"], "note")
        leaf.cells(
            [
                f"身份证号：{person.id_number}",
                None,
                None,
                f"住址：{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}",
            ],
            "note",
        )
        items = [Item(("日期",), lambda _: (None, {}))] + [
            Item(("体温（℃）", half[word]), lambda _: (None, {})) for half, word in zip(HALVES, words, strict=True)
        ]
        items += [Item("有无咳嗽、乏力、腹泻等症状", lambda _: (None, {})), Item("监测人", lambda _: (None, {}))]
        leaf.head(items)
        _days_down(leaf, pen, trip)
        leaf.say("监测人每日上午9时、下午4时各测一次。体温≥37.3℃立即报告社区。", 6)
        leaves.append(leaf)
    hand_in(maker, *leaves)


def _days_down(leaf: Leaf, pen: Pen, trip: Journey) -> None:
    day = max(trip.arrived, dt.date(2020, 1, 28))
    while day <= min(around(), trip.arrived + dt.timedelta(days=14)):
        shown, date = pen.day("date", day)
        symptom = pen.pick("无", "无", "无异常")
        leaf.canvas.put(leaf.row, 1, shown, "records|note")
        for column, half in enumerate(HALVES, 2):
            value, warm = pen.warmth("temperature")
            if pen.rng.random() < 0.06:
                continue
            leaf.record(leaf.row, (1, column), date | warm | {"slot": ok(half[0]), "symptom": ok(symptom, "no")})
            leaf.canvas.put(leaf.row, column, value)
        leaf.canvas.put(leaf.row, 4, symptom)
        leaf.canvas.put(leaf.row, 5, "李秀兰")
        leaf.row += 1
        day += dt.timedelta(days=1)


def days_across(maker: Maker) -> None:
    """体温监测表: a day merged over 早 and 晚, or one cell 36.4/36.6 a day under 早/晚; hidden working columns; a sheet a worker."""
    for index in range(2):
        pen, both = Pen(maker.rng), index == 1
        leaves, file = [], f"体温{pen.pick('监测', '测量')}{index}_2月上旬.xlsx"
        for grid in maker.grids(2):
            scope = {"grid": ok(grid.number), "compound": ok(grid.compound)}
            leaf = Leaf(maker, file, f"{grid.number}网格{grid.worker}", "temperatures", scope)
            _wide(leaf, pen, maker.community.journeys_in(grid.number), both, grid.compound)
            leaves.append(leaf)
        hand_in(maker, *leaves)


def _wide(leaf: Leaf, pen: Pen, trips: list[Journey], both: bool, compound: str) -> None:
    days = [dt.date(2020, 2, day) for day in range(4, 9)]
    fixed = ["序号", "姓名", "楼号-单元-房号", "电话"]
    step = 1 if both else 2
    width = len(fixed) + step * len(days) + 1
    leaf.say(f"{compound}居家隔离人员体温监测表" + ("（早/晚）" if both else ""), width)
    leaf.cells(["2020年2月", None, "单位：℃"], "note")
    top = leaf.row
    for column, heading in enumerate(fixed, 1):
        leaf.canvas.put(top, column, heading, "heading")
        if not both:
            leaf.canvas.merges.append((top, column, top + 1, column))
    for index, day in enumerate(days):
        column = len(fixed) + 1 + index * step
        text = f"{day.month}月{day.day}日" if pen.rng.random() < 0.5 else f"{day.month}.{day.day}"
        leaf.canvas.put(top, column, text + ("\n早/晚" if both else ""), "heading")
        if not both:
            leaf.canvas.merges.append((top, column, top, column + 1))
            for half in range(2):
                leaf.canvas.put(top + 1, column + half, HALVES[half][2], "heading")
    leaf.canvas.put(top, width, "备注", "heading")
    leaf.row = top + (1 if both else 2)
    for serial, trip in enumerate(trips, 1):
        _wide_row(leaf, pen, trip, days, both, serial)
        leaf.canvas.put(leaf.row - 1, width + 2, f"=VLOOKUP{serial}"[1:])
    leaf.canvas.hidden_columns.add(width + 2)
    leaf.say("注：外出就诊当天未测的写未测。", width)


def _wide_row(leaf: Leaf, pen: Pen, trip: Journey, days: list[dt.date], both: bool, serial: int) -> None:
    person = trip.person
    who = {"name": ok(person.name), "phone": ok(person.phone)} | pen.place(person.home, compound=False)
    row = leaf.row
    home = person.home
    leaf.cells([serial, person.name, f"{home.building}-{home.entrance}-{home.flat}", person.phone], "records")
    for index, day in enumerate(days):
        if not trip.arrived <= day:
            continue
        values: list[str] = []
        for half in range(2):
            warm = f"{pen.rng.randint(361, 369) / 10:.1f}"
            values.append(warm)
            column = 5 + index * (1 if both else 2) + (0 if both else half)
            says = who | {"date": ok(day.isoformat()), "slot": ok(HALVES[half][0]), "temperature": ok(warm)}
            leaf.record(row, (1, column), says, person.key)
            typed: CellValue = float(warm)
            leaf.canvas.put(row, column, "/".join(values) if both else typed)


def log_by_rows(maker: Maker) -> None:
    """每日体温上报: date, person, reading, slot as a word, a row a reading."""
    pen = Pen(maker.rng)
    leaf = Leaf(maker, f"体温日报{pen.pick('', '_汇总')}.csv", "", "temperatures")
    leaf.sheet = leaf.canvas.name = leaf.file.removesuffix(".csv")
    items = [
        Item(pen.pick("测量日期", "上报日期"), lambda facts: pen.day("date", facts["day"])), Item(pen.pick("时段", "测量时段"), lambda facts: (facts["word"], {"slot": ok(facts["slot"])})),
        *who_items(pen), Item("家庭住址", lambda facts: pen.door(who_of(facts).home)), Item(pen.pick("体温", "体温℃", "测量值"), lambda _: pen.warmth("temperature")),
        Item("症状", lambda _: pen.free("symptom", False, none=("无", "正常"))),
    ]  # fmt: skip
    leaf.head(items)
    for trip in maker.rng.sample(maker.community.journeys, 6):
        for half in HALVES:
            day = around(back=maker.rng.randint(0, 2))
            leaf.fill(
                items,
                {"person": trip.person, "day": day, "slot": half[0], "word": pen.pick(half[1], half[2])},
                trip.person.key,
            )
    hand_in(maker, leaf, encoding="gbk")


def fever_log(maker: Maker) -> None:
    """发热人员处置记录: two readings and what became of it."""
    pen = Pen(maker.rng)
    leaf = Leaf(maker, f"发热人员{pen.pick('处置记录', '报告登记', '转诊登记')}.xlsx", "Sheet1", "fever")

    def clock(facts: dict[str, object]) -> str:
        return f"{facts['hour']}:{facts['minute']:02d}"

    items = [
        counting(), Item(pen.pick("发现日期", "报告日期"), lambda facts: pen.day("date", facts["day"])),
        Item(pen.pick("报告时间", "发现时间"), lambda facts: (clock(facts), {"time": ok(f"{int(facts['hour']):02d}:{facts['minute']:02d}")})),
        *who_items(pen), Item(pen.pick("住址", "家庭住址"), lambda facts: pen.door(who_of(facts).home)), Item(("体温", "首测"), lambda _: pen.warmth("first_reading", 373, 389)),
        Item(("体温", "复测"), lambda _: pen.warmth("second_reading", 365, 385)), Item("有无流行病学史", lambda _: ("无", {})),
        Item(pen.pick("转运去向", "处置去向", "处理结果"), said("outcome")), Item(pen.pick("接诊人", "接收人"), said("receiver")),
    ]  # fmt: skip
    leaf.say(f"胜景社区发热人员{pen.pick('处置记录', '登记')}表", len(items))
    leaf.head(items)
    for person in maker.rng.sample(maker.community.people, 5):
        facts = {
            "person": person, "day": around(back=maker.rng.randint(0, 5)), "hour": maker.rng.randint(7, 20), "minute": maker.rng.choice((0, 5, 20, 30, 45)),
            "outcome": pen.pick("转人民医院发热门诊", "居家观察", "复测正常，返家"), "receiver": pen.pick("刘医生", "张护士", "社区卫生站王大夫"),
        }  # fmt: skip
        leaf.fill(items, facts, person.key)
    hand_in(maker, leaf)


CLERKS = (sheet_a_person, days_across, log_by_rows, fever_log)
