"""Neighbouring offices write about people: households, doors knocked at, people who came back, quarantine, temperatures, fever."""

from __future__ import annotations

import datetime as dt

from tests.held_apart import neighbour_cells as cells
from tests.held_apart.canvas import CellValue
from tests.held_apart.columns import Hand, journey_facts, person_facts
from tests.held_apart.hands import Says
from tests.held_apart.making import Maker
from tests.held_apart.neighbour_paper import Paper, file_away, home, start
from tests.held_apart.painting import Column, Facts, Spread
from tests.held_apart.population import Flat, Person
from tests.held_apart.truth import Expect, ok

MANY = 6
DOORS = {
    "checked": ("在家", "有人", "见到本人", "已敲门登记", "家中有人"),
    "no_answer": ("敲门无人", "没人开门", "家中无人", "多次敲门无人应"),
    "empty": ("空房", "没人住", "无人居住", "未入住"),
    "refused": ("不开门", "拒绝登记", "不配合", "拒不开门"),
}
BOXES = {"已入户": "checked", "无人应答": "no_answer", "空户": "empty", "拒访": "refused"}
TRAVELS = {"自驾": "自驾", "火车": "火车", "大巴": "大巴", "飞机": "飞机"}
ALL_DAYS = (cells.PLAIN_DAYS, cells.JOTTED_DAYS, (*cells.PLAIN_DAYS, *cells.JOTTED_DAYS))


def _people(maker: Maker, paper: Paper) -> list[dict[str, object]]:
    return [person_facts(person) for person in maker.community.in_grid(paper.grid.number)[:24]]


def _journeys(maker: Maker, paper: Paper) -> list[dict[str, object]]:
    return [journey_facts(journey) for journey in maker.community.journeys_in(paper.grid.number)]


def _by_building(facts: Facts) -> str:
    return f"{home(facts).building}号楼"


def households(maker: Maker) -> None:
    """住户花名册."""
    for index in range(MANY):
        paper = start(maker, "households", index)
        paper.plain("where", "household_number", "household", 0.4)
        paper.who(gender=True)
        paper.where()
        paper.plain("who", "relation", "relation", 0.8)
        paper.plain("rest", "registered_residence", "residence", 0.6)
        paper.unknown(paper.rng.randint(0, 2))
        file_away(paper, _people(maker, paper), index, (".xlsx", ".xls", ".ods"))


def _doors(maker: Maker, paper: Paper) -> list[dict[str, object]]:
    heads: dict[Flat, Person] = {}
    for person in maker.community.in_grid(paper.grid.number):
        heads.setdefault(person.home, person)
    rows = []
    for flat, person in list(heads.items())[:18]:
        status = paper.rng.choice(("checked",) * 5 + ("no_answer", "empty", "refused"))
        facts = person_facts(person) | {"status": status, "day": paper.hand.fill, "home": flat}
        if status != "checked":
            facts |= {"name": "", "phone": "", "id": "", "person": ""}
        else:
            facts |= {
                "count": paper.rng.randint(1, 6), "outsiders": paper.rng.random() < 0.1, "travel": paper.rng.random() < 0.1, "contact": False,
                "symptoms": paper.rng.random() < 0.1, "temperature": round(paper.rng.uniform(35.8, 37.2), 1), "method": paper.rng.choice(("visit", "phone")),
            }  # fmt: skip
        rows.append(facts)
    return rows


def screening(maker: Maker) -> None:
    """逐户走访登记."""
    for index in range(MANY):
        paper = start(maker, "screening", index)
        rng = paper.rng
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.6)
        paper.where()
        paper.who(ids=rng.random() < 0.4)
        paper.add(
            "rest", "people_count", cells.amount, "people_count", "count", rng.choice(("人", "口", "口人")), chance=0.7
        )
        if rng.random() < 0.3:
            question = paper.word("visit_status")
            paper.columns += [("rest", column) for column in cells.boxes((question,), "visit_status", "status", BOXES)]
        else:
            paper.add("rest", "visit_status", cells.choice, "visit_status", "status", DOORS)
        paper.add(
            "rest",
            "method",
            cells.choice,
            "method",
            "method",
            {"visit": ("上门", "入户", "敲门"), "phone": ("电话", "打电话")},
            chance=0.4,
        )
        for name in ("outsiders", "travel", "contact"):
            paper.add("rest", name, cells.yes_no, name, name, cells.DONE_WORDS, chance=0.5)
        paper.add("rest", "symptoms", cells.health, "symptoms", "symptoms", chance=0.6)
        paper.add("rest", "temperature", cells.reading, "temperature", "temperature", chance=0.5)
        paper.unknown(rng.randint(0, 1), ("二次核查结果", "复核人", "复核日期", "房屋性质"))
        if rng.random() < 0.3:
            paper.section = _by_building
        file_away(paper, _doors(maker, paper), index, (".xlsx", ".xls", ".csv"))


def returnees(maker: Maker) -> None:
    """返程信息登记."""
    for index in range(MANY + 2):
        paper = start(maker, "returnees", index)
        rng = paper.rng
        paper.who(gender=True)
        paper.where()
        paper.plain("who", "registered_residence", "residence", 0.4)
        paper.plain("trip", "from_place", "from", 0.9)
        paper.add("trip", "left_date", cells.day, "left_date", "left", rng.choice(ALL_DAYS), chance=0.6)
        paper.add("trip", "arrive_date", cells.day, "arrive_date", "arrived", rng.choice(ALL_DAYS), 0.06)
        if rng.random() < 0.25:
            question = paper.word("transport")
            paper.columns += [
                ("trip", column) for column in cells.boxes((question,), "transport", "transport", TRAVELS)
            ]
        else:
            paper.plain("trip", "transport", "transport", 0.7)
        paper.plain("trip", "trip_number", "trip", 0.5)
        paper.plain("trip", "companions", "companions", 0.4)
        for name in ("hubei", "wuhan"):
            paper.add("trip", name, cells.yes_no, name, name, cells.BEEN, chance=0.5)
        paper.add("care", "contact", cells.yes_no, "contact", "contact", cells.DONE_WORDS, chance=0.5)
        paper.add("care", "symptoms", cells.health, "symptoms", "symptoms", chance=0.6)
        paper.plain("care", "measure", "measure", 0.5)
        paper.plain("rest", "note", "note", 0.4)
        paper.unknown(rng.randint(0, 3))
        more = {
            "contact": False,
            "symptoms": False,
            "measure": "居家观察",
            "companions": rng.choice(("爱人、孩子", "王伟，李芳", "妻子")),
        }
        rows = [facts | more | {"note": rng.choice(("", "已上报", "独居"))} for facts in _journeys(maker, paper)]
        file_away(paper, rows, index, (".xlsx", ".xls", ".csv", ".ods"))


def quarantine(maker: Maker) -> None:
    """居家观察人员名册."""
    for index in range(MANY):
        paper = start(maker, "quarantine", index)
        rng = paper.rng
        paper.who()
        paper.where()
        paper.add("care", "start_date", cells.day, "start_date", "arrived", rng.choice(ALL_DAYS), 0.04)
        paper.add("care", "due_date", cells.day, "due_date", "due", rng.choice(ALL_DAYS), chance=0.7)
        paper.add("care", "released_date", cells.day, "released_date", "released on", rng.choice(ALL_DAYS), chance=0.5)
        paper.add("care", "released", cells.yes_no, "released", "released", cells.RELEASED, chance=0.5)
        paper.add("care", "notice_signed", cells.yes_no, "notice_signed", "notice", cells.SIGNED, chance=0.8)
        paper.add("care", "pledge_signed", cells.yes_no, "pledge_signed", "pledge", cells.SIGNED, chance=0.7)
        paper.add("care", "responsible", cells.name, "responsible", "keeper", chance=0.6)
        paper.unknown(rng.randint(0, 2))
        file_away(paper, [facts | {"keeper": paper.grid.worker} for facts in _journeys(maker, paper)], index)


def _spread(hand: Hand, heading: tuple[str, ...], day: dt.date, slot: Expect, sure: bool) -> Spread:
    def cell(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool] | None:
        first, last = facts["arrived"], facts["due"]
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        if not first <= day <= last or hand.rng.random() < 0.1:
            return None
        value = round(hand.rng.uniform(35.9, 37.6), 1)
        return (
            cells.reading_cell(hand, value),
            {"date": ok(day) if sure else ok(day, ""), "slot": slot, "temperature": ok(f"{value:.1f}")},
            False,
        )

    return Spread(heading, cell)


def _day_words(day: dt.date, style: str) -> str:
    return {
        "month day": f"{day.month}月{day.day}日", "dot": f"{day.month}.{day.day}", "hao": f"{day.day}号", "slash": f"{day.month}/{day.day}",
        "iso": f"{day:%Y-%m-%d}", "eight": f"{day:%Y%m%d}", "weekday": f"{day.month}月{day.day}日星期{'一二三四五六日'[day.weekday()]}",
        "lunar": f"正月{cells._lunar_day((day - dt.date(2020, 1, 25)).days)}",
    }[style]  # fmt: skip


SLOTS = (
    (("晨检", ok("morning")), ("午检", ok("noon")), ("晚检", ok("evening"))),
    (("早上", ok("morning")), ("晚上", ok("evening"))),
    (("上午测温", ok("morning")), ("下午测温", ok("evening", "noon"))),
    (("早8点", ok("morning")), ("晚6点", ok("evening"))),
    (("早", ok("morning")), ("午", ok("noon")), ("晚", ok("evening"))),
    (("第一次", ok("morning", "")), ("第二次", ok("evening", ""))),
)


def temperatures_wide(maker: Maker) -> None:
    """每日测温登记: days over times of day."""
    for index in range(MANY):
        paper = start(maker, "temperatures", index)
        rng = paper.rng
        paper.hand.fill = maker.community.day
        paper.depth = 1
        paper.who(ids=False)
        paper.where()
        style = rng.choice(("month day", "dot", "hao", "slash", "iso", "eight", "weekday", "lunar"))
        slots = rng.choice(SLOTS)
        for back in range(rng.randint(2, 4) - 1, -1, -1):
            day = paper.maker.community.day - dt.timedelta(days=back)
            head = _day_words(day, style)
            for word, slot in slots:
                paper.spreads.append(_spread(paper.hand, (head, word), day, slot, style != "hao"))
        file_away(paper, _journeys(maker, paper), index)


def temperatures_long(maker: Maker) -> None:
    """量体温记录: one reading a row."""
    for index in range(MANY - 2):
        paper = start(maker, "temperatures", 20 + index)
        rng = paper.rng
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.7)
        paper.who(ids=False)
        paper.where()
        words = {"morning": ("早", "早上", "晨"), "evening": ("晚", "晚上", "晚间"), "noon": ("中午", "午")}
        paper.add("rest", "slot", cells.choice, "slot", "slot", words)
        paper.add("rest", "temperature", cells.reading, "temperature", "temperature")
        paper.add("rest", "symptom", cells.health, "symptom", "symptom", chance=0.5)
        rows = [
            facts
            | {"day": paper.hand.fill, "slot": slot, "temperature": round(rng.uniform(36, 37.4), 1), "symptom": False}
            for facts in _journeys(maker, paper)[:8]
            for slot in ("morning", "noon", "evening")
        ]
        file_away(paper, rows, 20 + index, (".xlsx", ".xls", ".csv"))


def fever(maker: Maker) -> None:
    """发烧人员登记."""
    for index in range(MANY - 2):
        paper = start(maker, "fever", index)
        rng = paper.rng
        paper.who()
        paper.where()
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS))
        paper.add("rest", "time", cells.moment, "time", "time", chance=0.7)
        paper.add("care", "first_reading", cells.reading, "first_reading", "first")
        paper.add("care", "second_reading", cells.reading, "second_reading", "second", chance=0.9)
        paper.add("care", "receiver", cells.name, "receiver", "receiver", chance=0.8)
        paper.plain("care", "outcome", "outcome")
        rows = [
            facts | {"day": paper.hand.fill, "time": (rng.randint(7, 21), rng.choice((0, 10, 30))), "first": round(rng.uniform(37.3, 38.9), 1),
                     "second": round(rng.uniform(36.9, 38.2), 1), "receiver": "周建民", "outcome": rng.choice(("送发热门诊", "在家观察", "已退烧"))}
            for facts in _journeys(maker, paper)[:4]
        ]  # fmt: skip
        file_away(paper, rows, index)


def years_apart(maker: Maker) -> None:
    """返程人员: month and day of the return in columns of their own, the year in the title."""
    paper = start(maker, "returnees", 40)
    paper.who()
    paper.where()
    paper.plain("trip", "from_place", "from")

    def part(name: str, last: bool) -> Column:
        def write(facts: Facts) -> Says:
            day = facts["arrived"]
            assert isinstance(day, dt.date)
            return Says(getattr(day, name), {"arrive_date": ok(day)} if last else {})

        return Column(("到东营时间", {"month": "月份", "day": "日"}[name]), write)

    paper.columns += [("trip", part("month", False)), ("trip", part("day", True))]
    paper.depth = 1
    file_away(paper, _journeys(maker, paper), 40)


CLERKS = (
    households, screening, returnees, quarantine, temperatures_wide, temperatures_long, fever, years_apart,
)  # fmt: skip
