"""Clerks who keep a card or a sheet for each person: labels beside values, a temperature sheet hung at the door."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue, letter
from tests.held_apart.clerks_health import TEMPERATURES, slot_of, wide_spread
from tests.held_apart.columns import GENDERS, journey_facts
from tests.held_apart.hands import address_cell, compound_names
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits, Painter, Says
from tests.held_apart.population import Journey
from tests.held_apart.truth import Expect, TrueRecord, fields_of, ok

Entry = tuple[str, CellValue, dict[str, Expect]]


def card_entries(journey: Journey) -> list[list[Entry]]:
    """The labels and values of a returnee's card, line by line."""
    person = journey.person
    address, parts = address_cell(person.home, "room", "{compound}")
    return [
        [("姓名", person.name, {"name": ok(person.name)}), ("性别", person.gender, {"gender": ok(*GENDERS[person.gender])})],
        [("身份证号", person.id_number, {"id_number": ok(person.id_number)}), ("联系电话", person.phone, {"phone": ok(person.phone)})],
        [("现住址", address, parts)],
        [("来源地", journey.from_place, {"from_place": ok(journey.from_place)}), ("返回日期", f"{journey.arrived.month}月{journey.arrived.day}日", {"arrive_date": ok(journey.arrived)})],
        [("交通工具", journey.transport, {"transport": ok(journey.transport)}), ("车次", journey.trip or None, {"trip_number": ok(journey.trip)})],
        [("身体状况", "正常", {"symptoms": ok("no", "正常")}), ("是否途经武汉", "是" if journey.wuhan else "否", {"wuhan": ok("yes" if journey.wuhan else "no")})],
    ]  # fmt: skip


def paint_card(painter: Painter, top: int, journey: Journey, title: str) -> int:
    """One card from a row on; the first free row below."""
    said: dict[str, Expect] = {name: ok("") for name in fields_of("returnees")}
    words: dict[str, str] = {}
    painter.canvas.line(top, title, 4)
    row = top + 1
    for line in card_entries(journey):
        for index, (label, value, fields) in enumerate(line):
            painter.canvas.put(row, index * 2 + 1, label, "records|heading|note")
            painter.canvas.put(row, index * 2 + 2, value)
            said |= {
                name: Expect(each.values, each.finding, str(value), letter(index * 2 + 2))
                for name, each in fields.items()
            }
            words |= dict.fromkeys(fields, label)
        row += 1
    rows = list(range(top, row))
    key = journey.person.key
    painter.records.append(
        TrueRecord(
            "returnees", painter.file, painter.canvas.name, top + 1, ["A", "B"], said, key, rows=rows, headings=words
        )
    )
    return row


def cards_by_sheet(maker: Maker) -> None:
    """一人一档: one sheet a person, labels beside values."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"一人一档/第{grid.number}网格返回人员信息卡.xlsx"
    painters = []
    for journey in hand.rng.sample(maker.community.journeys_in(grid.number), 3):
        if journey.person.name in [each.canvas.name for each in painters]:
            continue
        painter = maker.painter(file, journey.person.name)
        painter.canvas.forms.append("returnees")
        paint_card(painter, 1, journey, "返回人员信息登记卡")
        painter.records[-1].fields["grid"] = ok(grid.number)
        painters.append(painter)
    maker.hand_in(file, painters)


def cards_below_each_other(maker: Maker) -> None:
    """Cards stacked on one sheet with a blank row between, .xls."""
    hand = maker.hand()
    file = "返回人员信息卡汇总.xls"
    painter = maker.painter(file, "信息卡")
    painter.canvas.forms.append("returnees")
    row = 1
    for journey in hand.rng.sample(maker.community.journeys, 4):
        row = paint_card(painter, row, journey, "返回人员信息卡") + 1
    maker.hand_in(file, [painter])


def temperature_cards(maker: Maker) -> None:
    """居家观察人员体温登记卡: one sheet a person; who it is stands above, dates go down."""
    hand = maker.hand()
    file = "体温/体温登记卡.xlsx"
    painters: list[Painter] = []
    for journey in hand.rng.sample(maker.community.journeys, 4):
        person = journey.person
        if person.name in [each.canvas.name for each in painters]:
            continue
        painter = maker.painter(file, person.name)
        facts = journey_facts(journey)
        days = [maker.community.day - dt.timedelta(days=back) for back in range(5, -1, -1)]

        def day_of(row: Facts) -> Says:
            day = row["day"]
            assert isinstance(day, dt.date)
            return Says(f"{day.month}月{day.day}日", {"date": ok(day)})

        spreads = [wide_spread(hand, (word,), days[0], slot_of(word), TEMPERATURES) for word in ("早晨", "晚上")]
        for spread in spreads:
            spread.cell = _always(spread.cell)
        home = person.home
        painter.canvas.line(1, "居家观察人员体温登记卡", 3)
        painter.canvas.line(
            2,
            f"姓名：{person.name}    住址：{home.compound}{home.building}-{home.entrance}-{home.flat}    电话：{person.phone}",
            3,
        )
        fixed = {
            "name": ok(person.name), "phone": ok(person.phone), "compound": ok(*compound_names(home.compound)), "building": ok(home.building),
            "entrance": ok(home.entrance), "flat": ok(home.flat),
        }  # fmt: skip
        rows = [facts | {"day": day, "arrived": day, "due": day} for day in days]
        painter.table(
            3, 1, "temperatures", [Column("日期", day_of)], rows, fixed, Habits(footer=("测量人签字：",)), spreads
        )
        for record in painter.records:
            record.fields["date"] = ok(days[record.row - 4])
        painters.append(painter)
    maker.hand_in(file, painters)


def _always(cell):  # type: ignore[no-untyped-def]
    """The spread's own date check does not apply where the row holds the date."""

    def write(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool] | None:
        return cell(facts | {"arrived": dt.date(2020, 1, 1), "due": dt.date(2020, 12, 31)})  # type: ignore[operator]

    return write


CLERKS = (cards_by_sheet, cards_below_each_other, temperature_cards)
