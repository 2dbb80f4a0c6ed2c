"""Papers about who came back: ledgers with instructions in their headings, work and school registers, cards, quarantine pages."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import cast

from tests.held_apart.east_gate.doors import door_items, who_items
from tests.held_apart.east_gate.leaf import Facts, Item, Leaf, Said, hand_in
from tests.held_apart.east_gate.pen import Pen, counting, gender_of, said, sex, who_of
from tests.held_apart.making import Maker
from tests.held_apart.population import Journey
from tests.held_apart.truth import Expect, ok


def trip_of(facts: Facts) -> Journey:
    """The journey a row is about."""
    return cast(Journey, facts["trip"])


def facts_of(trip: Journey, **more: object) -> dict[str, object]:
    """A journey as facts of a row."""
    return {"trip": trip, "person": trip.person, **more}


def origin_items(pen: Pen, place: str, left: str, arrive: str, by: str, number: str) -> list[Item]:
    """Where from, when, by what."""

    def came_by(facts: Facts) -> Said:
        transport = trip_of(facts).transport
        return transport, {"transport": ok(transport)}

    def number_of(facts: Facts) -> Said:
        trip = trip_of(facts).trip
        return trip, {"trip_number": ok(trip)}

    return [
        Item(place, lambda facts: (trip_of(facts).from_place, {"from_place": ok(trip_of(facts).from_place)})),
        Item(left, lambda facts: pen.day("left_date", trip_of(facts).left)),
        Item(arrive, lambda facts: pen.day("arrive_date", trip_of(facts).arrived, pen.pick("", "", "晚", "下午"))),
        Item(by, came_by), Item(number, number_of),
    ]  # fmt: skip


def hubei_items(pen: Pen, wuhan: str, hubei: str) -> list[Item]:
    """The two flags, in the clerk's own sign."""
    words = pen.rng.choice((("是", "否"), ("√", "×"), ("√", ""), ("有", "无"), ("Y", "N")))

    def flag(name: str, yes: bool) -> Said:
        mark = words[0 if yes else 1]
        return mark, {name: ok(("yes" if yes else "no") if mark else "")}

    return [
        Item(wuhan, lambda facts: flag("wuhan", trip_of(facts).wuhan)),
        Item(hubei, lambda facts: flag("hubei", trip_of(facts).hubei)),
    ]


def instructed_ledger(maker: Maker) -> None:
    """外地返回重点人员台账: merged headings, and how to fill them in inside the headings; one sheet a grid worker."""
    pen = Pen(maker.rng)
    leaves = []
    for grid in maker.grids(3):
        items = [
            counting(), *who_items(pen, "姓名\n（与身份证一致）", "身份证号码\n（18位，文本格式）", "本人手机号\n（确保能打通）"),
            Item("性别", gender_of),
            Item(("现居住地", "小区"), lambda facts: (who_of(facts).home.compound, {"compound": ok(who_of(facts).home.compound)})),
            *[Item(("现居住地", item.levels[0]), item.write) for item in door_items(pen, "楼号", "单元", "室")],
            Item(pen.pick("户籍地（详细到县区）", "户籍地\n(xx省xx市)"), lambda facts: (who_of(facts).residence, {"registered_residence": ok(who_of(facts).residence)})),
            *[
                Item((pen.pick("返回情况", "返回情况"), item.levels[0]), item.write)
                for item in [
                    *origin_items(pen, "从何地返回（省市县）", "离开当地时间（如2.3）", "抵东时间（填到日）", "乘坐交通工具（飞机、火车、客车、自驾）", "航班/车次/车牌号（自驾填车牌）"),
                    *hubei_items(pen, "是否武汉返回", "是否湖北返回（含途经）"),
                ]
            ],
            Item("同行人员（没有填无）", said("companions")),
            Item("目前身体状况（发热、咳嗽等请注明）", lambda _: pen.free("symptoms", False, none=("正常", "良好", "无异常"))),
            Item("采取措施（居家/集中）", said("measure")), Item("包靠责任人", lambda _, grid=grid: (grid.worker, {"worker": ok(grid.worker, "")})), Item("备注", said("note")),
        ]  # fmt: skip
        scope = {"grid": ok(grid.number), "date": ok("2020-02-08")}
        leaf = Leaf(maker, "重点人员台账/外地返回重点人员台账.xlsx", grid.worker, "returnees", scope)
        leaf.say("附件2", 1)
        leaf.say("外地返（来）东重点人员台账", len(items))
        leaf.say(f"填报单位（盖章）：胜景社区第{grid.number}网格{'　' * 8}截至2020年2月8日16时", len(items))
        leaf.head(items)
        for trip in maker.community.journeys_in(grid.number):
            note = pen.pick("", "", "已电话联系", "独自居住")
            leaf.fill(
                items,
                facts_of(
                    trip, companions=pen.pick("无", "妻子", "3人"), measure=pen.pick("居家", "居家隔离"), note=note
                ),
                trip.person.key,
            )
        leaf.say("填表说明：湖北返回人员须当日上报；已满14天的也要登记。", len(items))
        leaves.append(leaf)
    hand_in(maker, *leaves)


def back_to_work(maker: Maker) -> None:
    """返岗、返校 registers that screen: who came back from where, with an employer or a class."""
    for school in (False, True):
        _back_at(maker, Pen(maker.rng), school)


def _back_at(maker: Maker, pen: Pen, school: bool) -> None:
    title = (
        pen.pick("学生返校前信息摸底表", "师生返东情况登记表")
        if school
        else pen.pick("返岗人员信息登记表", "复工企业外地返回人员登记表")
    )
    words = (
        (
            pen.pick("学校班级", "年级班级"),
            pen.pick("学生姓名", "姓名"),
            pen.pick("家长电话", "监护人联系电话"),
            pen.pick("假期所在地", "春节期间去往地"),
            "计划返校时间",
        )
        if school
        else (
            pen.pick("企业名称", "所在单位"),
            pen.pick("职工姓名", "员工姓名"),
            "联系方式",
            pen.pick("返回前所在地", "自何地返回"),
            "计划返岗时间",
        )
    )
    places = ("胜利学校五（2）班", "实验中学初二3班") if school else ("东方机械", "鑫源商贸")
    items = [
        counting(), Item(words[0], said("", "work")), *who_items(pen, words[1], "身份证号", words[2]), Item("现住址", lambda facts: pen.door(who_of(facts).home)),
        *origin_items(pen, words[3], "返程日期", pen.pick("到东日期", "回到东营日期"), "返程交通方式", "车次/航班"),
        Item("是否有疫区人员接触史", lambda _: pen.free("contact", False)), Item("目前健康状况", lambda _: pen.free("symptoms", False, none=("健康", "良好"))),
        Item(words[4], lambda _: ("待通知", {"": ok("待通知")})),
    ]  # fmt: skip
    leaf = Leaf(maker, f"{title}.{pen.pick('xlsx', 'xls')}", "Sheet1", "returnees")
    leaf.say(title, len(items))
    leaf.head(items)
    for trip in maker.rng.sample(maker.community.journeys, 8):
        record = leaf.fill(items, facts_of(trip, work=pen.pick(*places)), trip.person.key)
        if school:  # the parents' telephone: whether it is the child's as well is left open
            record.fields["phone"] = dataclasses.replace(record.fields["phone"], values=(trip.person.phone, ""))
    hand_in(maker, leaf)


def ledger_by_pages(maker: Maker) -> None:
    """居家隔离管控台账: headings again on each page, a sub-total in the middle, signatures below."""
    pen = Pen(maker.rng)
    words = pen.rng.choice((("已签", "未签"), ("是", "否"), ("√", "×")))
    trips = maker.rng.sample(maker.community.journeys, 22)

    def due(facts: Facts) -> Said:
        return pen.day("due_date", trip_of(facts).arrived + dt.timedelta(days=14))

    def over(facts: Facts) -> Said:
        released = trip_of(facts).released
        return pen.answer("released", released is not None, ("是", "否"))

    items = [
        counting(), *who_items(pen, pen.pick("被隔离人姓名", "隔离人员"), "身份证号码", "电话"), Item("居家隔离地址", lambda facts: pen.door(who_of(facts).home)),
        Item(("隔离期限", pen.pick("起", "开始日期")), lambda facts: pen.day("start_date", trip_of(facts).arrived)), Item(("隔离期限", pen.pick("止", "到期日期")), due),
        Item(("文书签订", "告知书"), lambda facts: pen.answer("notice_signed", trip_of(facts).notice, words)),
        Item(("文书签订", pen.pick("承诺书", "保证书")), lambda facts: pen.answer("pledge_signed", trip_of(facts).pledge, words)),
        Item(("解除情况", "是否已解除"), over), Item(("解除情况", "解除日期"), lambda facts: pen.day("released_date", trip_of(facts).released)),
        Item(("包保人员", "社区包保人"), said("responsible")), Item("备注", said("note")),
    ]  # fmt: skip
    leaf = Leaf(maker, "居家隔离管控台账2.8.xlsx", "台账", "quarantine")
    leaf.say("胜景社区居家隔离人员管控台账", len(items))
    for page in (trips[:10], trips[10:]):
        leaf.head(items)
        for trip in page:
            leaf.fill(
                items,
                facts_of(
                    trip, responsible=pen.pick("王主任", "李书记", "张慧"), note=pen.pick("", "", "配合", "有基础病")
                ),
                trip.person.key,
            )
        leaf.cells(["本页小计", f"{len(page)}人"], "total")
    leaf.say("社区负责人（签字）：　　　　　　填表人：　　　　　　联系电话：0546-8301122", len(items))
    hand_in(maker, leaf)


def traveller_cards(maker: Maker) -> None:
    """返乡人员信息采集表: one card a sheet, label beside value, boxes to tick."""
    pen = Pen(maker.rng, tidy=True)
    leaves = []
    for trip in maker.rng.sample(maker.community.journeys, 4):
        person, flat = trip.person, trip.person.home
        leaf = Leaf(maker, "返乡人员信息采集表（纸质录入）.xlsx", person.name, "returnees")
        leaf.say("返乡人员信息采集表", 6)
        top = leaf.row
        rows = [
            ("姓名", person.name, "性别", person.gender, "年龄", 2020 - person.born.year), ("身份证号", person.id_number, None, "手机号", person.phone, None),
            ("家庭住址", f"{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}", None, "户籍地", person.residence, None),
            ("从何地返回", trip.from_place, None, "返回时间", f"2020年{trip.arrived.month}月{trip.arrived.day}日", None),
            ("交通工具", trip.transport, None, "车次（车牌）", trip.trip or "无", None),
            ("是否武汉返回", "☑是 □否" if trip.wuhan else "□是 ☑否", None, "有无不适症状", "□有 ☑无", None), ("备注", None, None, "填表人", "本人", None),
        ]  # fmt: skip
        says: dict[str, Expect] = pen.place(flat) | {
            "name": ok(person.name), "gender": sex(person.gender), "id_number": ok(person.id_number), "phone": ok(person.phone), "registered_residence": ok(person.residence),
            "from_place": ok(trip.from_place), "arrive_date": ok(trip.arrived.isoformat()), "transport": ok(trip.transport), "trip_number": ok(trip.trip, trip.trip or "无"),
            "wuhan": ok("yes" if trip.wuhan else "no"), "symptoms": ok("无", "no", "□有 ☑无"), "worker": ok("", "本人"),
        }  # fmt: skip
        record = leaf.record(top, range(1, 7), says, person.key)
        record.rows = list(range(top, top + len(rows)))
        for each in rows:
            leaf.cells(each, "")
        for row in record.rows:
            leaf.canvas.kinds[row] = "records|note|heading"
        leaves.append(leaf)
    hand_in(maker, *leaves)


def plain_list_by_day(maker: Maker) -> None:
    """A list that a grid worker typed in her own words, a section a day: 2月5日 新增 3 人."""
    grid = maker.grids(1)[0]
    pen = Pen(maker.rng)
    leaf = Leaf(maker, f"第{grid.number}网格 返乡.xlsx", "名单", "returnees", {"grid": ok(grid.number)})
    items = [
        Item("姓名", lambda facts: pen.name(who_of(facts))), Item("电话", lambda facts: pen.phone(who_of(facts).phone, str(facts["other"]))),
        Item("住哪", lambda facts: pen.door(who_of(facts).home)), Item("哪里回来的", lambda facts: (trip_of(facts).from_place, {"from_place": ok(trip_of(facts).from_place)})),
        Item("几号回来的", lambda facts: pen.day("arrive_date", trip_of(facts).arrived)), Item("怎么回来的", lambda facts: (trip_of(facts).transport, {"transport": ok(trip_of(facts).transport)})),
        Item("身份证", lambda facts: pen.number(who_of(facts))), Item("说明", said("note")),
    ]  # fmt: skip
    leaf.head(items)
    for trip in maker.community.journeys_in(grid.number):
        other = pen.pick("", "", "13" + "".join(maker.rng.choices("0123456789", k=9)))
        leaf.fill(items, facts_of(trip, other=other, note=pen.pick("", "一家三口都回来了", "")), trip.person.key)
    hand_in(maker, leaf)


CLERKS = (instructed_ledger, back_to_work, ledger_by_pages, traveller_cards, plain_list_by_day)
