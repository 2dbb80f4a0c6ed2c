"""What online forms export: questions as headings, answers with their letters, the time of submission in front."""

from __future__ import annotations

import datetime as dt
from typing import cast

from tests.held_apart.east_gate.leaf import Facts, Item, Leaf, Said, hand_in
from tests.held_apart.east_gate.pen import Pen, around, counting, gender_of, who_of
from tests.held_apart.east_gate.returning import facts_of, trip_of
from tests.held_apart.making import Maker
from tests.held_apart.truth import ok


def _sent(maker: Maker, field: str = "") -> Said:
    """The second in which the form was sent: the day of the record where the form has such a field."""
    when = dt.datetime(
        2020, 2, maker.rng.randint(6, 9), maker.rng.randint(7, 21), maker.rng.randint(0, 59), maker.rng.randint(0, 59)
    )
    return f"{when:%Y/%m/%d %H:%M:%S}", {field: ok(when.date().isoformat())} if field else {}


ANSWERS = (("A.是", "B.否"), ("是", "否"), ("A、有", "B、没有"))


def _lettered(yes: bool, style: int) -> str:
    return ANSWERS[style][0 if yes else 1]


def asked_online(maker: Maker) -> None:
    """问卷: 外地返东人员自主申报, every heading a numbered question."""
    pen, style = Pen(maker.rng, tidy=True), maker.rng.randrange(3)
    stem = f"外地返东人员信息自主申报_{pen.pick('按文本', '按序号', '全部数据')}"
    leaf = Leaf(maker, f"{stem}.csv", stem, "returnees")
    questions = iter(range(1, 30))

    def ask(text: str) -> str:
        return f"{next(questions)}、{text}"

    def flag(name: str, yes: bool) -> Said:
        return _lettered(yes, style), {name: ok("yes" if yes else "no")}

    items = [
        counting(), Item("提交答卷时间", lambda _: _sent(maker, "date")), Item("所用时间", lambda _: (f"{maker.rng.randint(40, 300)}秒", {})), Item("来源", lambda _: ("微信", {})),
        Item("来源详情", lambda _: ("N/A", {})), Item("来自IP", lambda _: ("192.0.2.17(山东-东营)", {})),
        Item(ask("您的姓名："), lambda facts: pen.name(who_of(facts))), Item(ask("您的性别："), gender_of),
        Item(ask("您的身份证号码："), lambda facts: pen.number(who_of(facts))), Item(ask("您的手机号："), lambda facts: pen.phone(who_of(facts).phone)),
        Item(ask("您在东营的详细住址（小区、楼号、单元、室）："), lambda facts: pen.door(who_of(facts).home)),
        Item(ask("您从哪里返回东营？"), lambda facts: (trip_of(facts).from_place, {"from_place": ok(trip_of(facts).from_place)})),
        Item(ask("您返回东营的日期："), lambda facts: pen.day("arrive_date", trip_of(facts).arrived)),
        Item(ask("您返回东营乘坐的交通工具："), lambda facts: (trip_of(facts).transport, {"transport": ok(trip_of(facts).transport)})),
        Item(ask("车次、航班号或车牌号："), lambda facts: (trip_of(facts).trip or "(空)", {"trip_number": ok(trip_of(facts).trip, trip_of(facts).trip or "(空)")})),
        Item(ask("您近14天是否到过武汉？"), lambda facts: flag("wuhan", trip_of(facts).wuhan)),
        Item(ask("您近14天是否到过湖北（含途经）？"), lambda facts: flag("hubei", trip_of(facts).hubei)),
        Item(ask("您目前有无发热、咳嗽等症状？"), lambda _: (_lettered(False, style), {"symptoms": ok("no", "否", "没有", "A.是", "B.否", "B、没有", "无")})),
        Item(ask("同行人员姓名："), lambda _: ("无", {"companions": ok("无", "")})),
    ]  # fmt: skip
    leaf.head(items)
    for trip in maker.rng.sample(maker.community.journeys, 10):
        leaf.fill(items, facts_of(trip), trip.person.key)
    hand_in(maker, leaf)


def told_daily(maker: Maker) -> None:
    """在线文档收集: each person's morning and evening reading, sent by the person."""
    pen = Pen(maker.rng, tidy=True)
    leaf = Leaf(maker, "每日体温填报（收集结果）.xlsx", "收集结果", "temperatures")
    fixed = [
        "提交者（自动）",
        "提交时间（自动）",
        "姓名（必填）",
        "手机号（必填）",
        "楼号-单元-房间号（必填）",
        "填报日期（必填）",
        "今日上午体温（必填）",
        "今日下午体温",
        "今日是否有不适症状（必填）",
    ]
    leaf.cells(fixed, "heading")
    for trip in maker.rng.sample(maker.community.journeys, 9):
        person, flat = trip.person, trip.person.home
        day = around(back=maker.rng.randint(0, 2))
        shown, date = pen.day("date", day)
        symptom = pen.pick("无", "否", "没有")
        who = {"name": ok(person.name), "phone": ok(person.phone), "symptom": ok(symptom, "no")} | pen.place(
            flat, compound=False
        )
        warm = [f"{maker.rng.randint(361, 369) / 10:.1f}" for _ in range(2)]
        for column, slot in ((7, "morning"), (8, "evening")):
            leaf.record(
                leaf.row, (1, column), date | who | {"slot": ok(slot), "temperature": ok(warm[column - 7])}, person.key
            )
        row = [
            f"微信用户{leaf.row}",
            _sent(maker)[0],
            person.name,
            person.phone,
            f"{flat.building}-{flat.entrance}-{flat.flat}",
            shown,
            f"{warm[0]}",
            float(warm[1]),
            symptom,
        ]
        leaf.cells(row, "records")
    hand_in(maker, leaf)


def asked_for_a_pass(maker: Maker) -> None:
    """表单: 车辆通行证申请."""
    pen = Pen(maker.rng, tidy=True)
    leaf = Leaf(maker, "车辆出入证网上申请.csv", "车辆出入证网上申请", "passes")
    items = [
        Item("答题序号", lambda facts: (cast(int, facts["serial"]), {})), Item("提交时间", lambda _: _sent(maker)),
        Item("车主姓名*", lambda facts: pen.name(who_of(facts))), Item("联系电话*", lambda facts: pen.phone(who_of(facts).phone)),
        Item("所在小区*", lambda facts: (who_of(facts).home.compound, {"compound": ok(who_of(facts).home.compound)})),
        Item("楼号单元房号*", lambda facts: pen.door(who_of(facts).home, compound=False)),
        Item("车牌号码*", lambda facts: (cast(str, facts["plate"]), {"plate": ok(facts["plate"])})), Item("我已阅读并同意防疫规定*", lambda _: ("同意", {})),
    ]  # fmt: skip
    leaf.head(items)
    for serial, person in enumerate(maker.rng.sample(maker.community.people, 8), 1):
        plate = "鲁E" + "".join(maker.rng.choices("0123456789ABCD", k=4)) + str(serial)
        leaf.fill(items, {"person": person, "serial": serial, "plate": plate}, person.key)
    hand_in(maker, leaf)


def asked_at_the_door(maker: Maker) -> None:
    """居民健康排查问卷: a household answers for itself."""
    pen, style = Pen(maker.rng, tidy=True), maker.rng.randrange(3)
    leaf = Leaf(
        maker, "居民健康状况排查问卷.csv", "居民健康状况排查问卷", "screening", {"visit_status": ok("", "checked")}
    )

    def travel(facts: Facts) -> Said:
        word = _lettered(bool(facts["away"]), style)
        return word, {"travel": ok("yes" if facts["away"] else "no", word, word[2:], word)}

    items = [
        Item("序号", lambda facts: (cast(int, facts["serial"]), {})), Item("提交时间", lambda _: _sent(maker)),
        Item("1.姓名", lambda facts: pen.name(who_of(facts))), Item("2.身份证号", lambda facts: pen.number(who_of(facts))), Item("3.联系电话", lambda facts: pen.phone(who_of(facts).phone)),
        Item("4.居住地址", lambda facts: pen.door(who_of(facts).home)), Item("5.家庭常住人口数", lambda facts: (cast(int, facts["many"]), {"people_count": ok(facts["many"])})),
        Item("6.近14天内您及家人是否离开过东营", travel),
        Item("7.是否接触过疫区返回人员", lambda _: (_lettered(False, style), {"contact": ok("no", "B.否", "否", "没有", "B、没有")})),
        Item("8.今日体温", lambda _: pen.warmth("temperature")), Item("9.排查日期", lambda facts: pen.day("date", cast(dt.date, facts["day"]))),
    ]  # fmt: skip
    leaf.head(items)
    for serial, person in enumerate(maker.rng.sample(maker.community.people, 9), 1):
        facts = {
            "person": person,
            "serial": serial,
            "many": maker.rng.randint(1, 6),
            "away": maker.rng.random() < 0.2,
            "day": around(back=maker.rng.randint(0, 3)),
        }
        leaf.fill(items, facts, person.key)
    hand_in(maker, leaf)


CLERKS = (asked_online, told_daily, asked_for_a_pass, asked_at_the_door)
