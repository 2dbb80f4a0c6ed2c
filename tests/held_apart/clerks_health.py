"""Clerks who write temperatures, by name and door, and referrals of fever."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue
from tests.held_apart.clerks_people import GOOD_PHONES, PLAIN_ADDRESSES
from tests.held_apart.columns import Hand, journey_facts
from tests.held_apart.hands import SAID_INSTEAD, compound_around, temperature_cell
from tests.held_apart.making import Maker
from tests.held_apart.painting import Facts, Habits, Spread
from tests.held_apart.truth import Expect, ok

TEMPERATURES = ("plain",) * 10 + (
    "unit",
    "circle stop",
    "comma",
    "middle",
    "no point",
    "normal",
    "missing",
    "two",
    "text",
    "full width",
    "implausible",
)
SLOTS = {
    "上午": "morning",
    "下午": "evening",
    "早": "morning",
    "中": "noon",
    "晚": "evening",
    "早晨": "morning",
    "晚上": "evening",
    "中午": "noon",
}


def slot_of(word: str) -> Expect:
    """下午 is the second of two measurements: evening; a third between is noon."""
    return ok(SLOTS[word], "noon") if word == "下午" else ok(SLOTS[word])


def wide_spread(hand: Hand, heading: tuple[str, ...], day: dt.date, slot: Expect, styles: tuple[str, ...]) -> Spread:
    """One date and slot of a wide sheet; blank outside the person's quarantine."""

    def cell(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool] | None:
        first, last = facts["arrived"], facts["due"]
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        if not first <= day <= last or hand.rng.random() < 0.08:
            return None
        style = hand.rng.choice(styles)
        written, expect = temperature_cell(hand.rng, round(hand.rng.uniform(35.9, 37.6), 1), style)
        words = ok("", *SAID_INSTEAD) if style in ("normal", "missing") else ok("")
        return written, {"date": ok(day), "slot": slot, "temperature": expect, "note": words}, style == "missing"

    return Spread(heading, cell)


def wide_by_grid(maker: Maker) -> None:
    """居家观察人员每日体温登记: dates over 早/晚, room and name at the left, grid in the sheet's name."""
    hand = maker.hand()
    file = "体温/居家观察人员每日体温登记.xlsx"
    painters = []
    days = [maker.community.day - dt.timedelta(days=back) for back in (4, 3, 2, 1, 0)]
    for grid in maker.grids(4):
        painter = maker.painter(file, f"{grid.number}网格")
        columns = [
            hand.serial(),
            hand.address("住址", PLAIN_ADDRESSES),
            hand.name("姓名"),
            hand.phone("电话", GOOD_PHONES),
        ]
        spreads = [
            wide_spread(hand, (f"{day.month}月{day.day}日", word), day, slot_of(word), TEMPERATURES)
            for day in days for word in ("早", "晚")
        ]  # fmt: skip
        rows = [journey_facts(journey) for journey in maker.community.journeys_in(grid.number)]
        painter.canvas.line(1, f"{grid.compound}居家观察人员每日体温登记表", 14)
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
        painter.table(2, 1, "temperatures", columns, rows, fixed, Habits(), spreads)
        painters.append(painter)
    maker.hand_in(file, painters)


def wide_three_slots(maker: Maker) -> None:
    """Dates as real date cells or numbers over 上午/中午/晚上, .xls, name only."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"{grid.compound}体温.xls"
    painter = maker.painter(file, "体温监测")
    days = [maker.community.day - dt.timedelta(days=back) for back in (2, 1, 0)]
    columns = [
        hand.name("隔离人员"),
        hand.part("楼号", "building", "hash"),
        hand.part("单元", "entrance", "number"),
        hand.part("房间", "flat", "number"),
    ]
    spreads = [
        wide_spread(hand, (f"{day.month}.{day.day:02d}体温", word), day, slot_of(word), TEMPERATURES)
        for day in days for word in ("早晨", "中午", "晚上")
    ]  # fmt: skip
    rows = [journey_facts(journey) for journey in maker.community.journeys_in(grid.number)]
    painter.canvas.line(1, f"{grid.compound}隔离人员体温监测记录", 13)
    painter.table(2, 1, "temperatures", columns, rows, {"compound": compound_around(grid.compound)}, Habits(), spreads)
    maker.hand_in(file, [painter])


def long_csv(maker: Maker) -> None:
    """A row a person, morning and evening beside each other, the day in the file's name, GBK."""
    hand = maker.hand()
    day = maker.community.day
    for grid in maker.grids(3):
        stem = f"体温2月{day.day}日{grid.number}网格"
        painter = maker.painter(f"{stem}.csv", stem)
        columns = [
            hand.name("被观察人"),
            hand.phone("手机号码", GOOD_PHONES),
            hand.address("居住地址", ("dashes", "full"), "{compound}"),
        ]
        spreads = [
            wide_spread(hand, (word,), day, slot, TEMPERATURES)
            for word, slot in (("上午体温", ok("morning")), ("下午体温", ok("evening", "noon")))
        ]
        rows = [journey_facts(journey) for journey in maker.community.journeys_in(grid.number)]
        painter.table(1, 1, "temperatures", columns, rows, {"grid": ok(grid.number)}, Habits(), spreads)
        maker.hand_in(f"{stem}.csv", [painter], "gb18030")


def long_ledger(maker: Maker) -> None:
    """测温记录: one measurement a row, with its date and time of day, symptoms beside."""
    hand = maker.hand()
    file = "测温记录.xlsx"
    painter = maker.painter(file, "Sheet1")
    columns = [
        hand.date("测量日期", "date", "day", ("month day", "iso", "text")), hand.coded("时段", "slot", "slot", {"morning": ("早", "上午"), "evening": ("晚", "晚上")}),
        hand.name("姓名", ("plain", "relation", "padded")), hand.id_number("身份证号"), hand.temperature("体温", "temperature", "temperature", TEMPERATURES),
        hand.answer("有无咳嗽、乏力等症状", "symptom", "symptom"),
    ]  # fmt: skip
    columns[0].blank_down = True
    rows: list[dict[str, object]] = []
    for back in (2, 1, 0):
        day = maker.community.day - dt.timedelta(days=back)
        before: object = None
        for journey in maker.community.journeys[:12]:
            for slot in ("morning", "evening"):
                rows.append(journey_facts(journey) | {
                    "day": day, "slot": slot, "temperature": round(hand.rng.uniform(36, 37.5), 1), "symptom": False,
                    "block": day, "block before": before,
                })  # fmt: skip
                before = day
    painter.table(1, 1, "temperatures", columns, rows)
    maker.hand_in(file, [painter])


def fever_book(maker: Maker) -> None:
    """发热人员转诊情况: first and second reading, time and receiver."""
    hand = maker.hand()
    file = "发热人员报告转诊登记.xlsx"
    painter = maker.painter(file, "2月")
    columns = [
        hand.serial(), hand.name("患者姓名"), hand.id_number("身份证号"), hand.phone("联系电话", GOOD_PHONES), hand.address("家庭详细住址", PLAIN_ADDRESSES, "{compound}"),
        hand.date("发现日期", "date", "day", ("month day", "words")), hand.time("报告时间", "time", "time", ("colon", "dian", "half day", "cell")),
        hand.temperature("首次体温", "first_reading", "first", ("plain", "unit")), hand.temperature("复测体温", "second_reading", "second", ("plain", "unit", "middle")),
        hand.name("接诊人", field="receiver", key="receiver"), hand.text("转归", "outcome", "outcome"),
    ]  # fmt: skip
    rows = []
    for journey in hand.rng.sample(maker.community.journeys, 6):
        rows.append(journey_facts(journey) | {
            "day": maker.community.day - dt.timedelta(days=hand.rng.randint(0, 5)), "time": (hand.rng.randint(7, 20), hand.rng.choice((0, 5, 30, 45))),
            "first": round(hand.rng.uniform(37.3, 38.9), 1), "second": round(hand.rng.uniform(36.8, 38.5), 1), "receiver": "周医生",
            "outcome": hand.rng.choice(("送市人民医院发热门诊", "排除，居家观察", "")),
        })  # fmt: skip
    painter.canvas.line(1, "发热人员报告及转诊登记表", len(columns))
    painter.table(2, 1, "fever", columns, rows)
    maker.hand_in(file, [painter])


CLERKS = (wide_by_grid, wide_three_slots, long_csv, long_ledger, fever_book)
