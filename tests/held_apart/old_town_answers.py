"""What the old town's office hands back between two days: signatures, an answered doubt, a returned copy put right."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.held_apart.old_town import Journey, Person
from tests.held_apart.old_town_desk import Desk, Drop, Entry, Page
from tests.held_apart.old_town_truth import State, journeys, status
from tests.held_apart.population import person_name, phone_number


def doubtful(desk: Desk) -> Journey:
    """On the first day: a returnee of whom only the name and a phone with one other digit are written; no other sheet."""
    town, rng = desk.town, desk.habits("doubtful")
    travelled = {journey.person.key for journey in town.journeys}
    twin = rng.choice([person for person in town.people if person.relation == "户主" and person.key not in travelled])
    phone = twin.phone[:-1] + str((int(twin.phone[-1]) + 1) % 10)
    person = Person("X0001", twin.name, twin.gender, "", phone, twin.home, "", twin.key)
    day = town.days[0]
    arrived = day - dt.timedelta(days=4)
    page = Page("Sheet1")
    page.line("返乡人员登记表")
    page.line("序号", "姓名", "联系电话", "来源地", "返回日期")
    fields = {"name": twin.name, "phone": phone, "from_place": "武汉", "arrive_date": f"{arrived}"}
    page.record(
        [1, twin.name, phone, "武汉", f"{arrived}"], Entry("returnees", (person.key, arrived), fields, person.key)
    )
    desk.drop(f"{town.grids[twin.home.grid - 1].name}/补报返乡.xlsx", day, page)
    return Journey(person, "wuhan", "武汉", arrived, arrived, None, None, False, day)


def mistyped(desk: Desk) -> None:
    """On the first day: a referral with a wrong digit in the ID number, to be put right in the returned copy."""
    town, rng, day = desk.town, desk.habits("mistyped"), desk.town.days[0]
    person = rng.choice([one for one in town.people if one.relation == "配偶"])
    wrong = person.id_number[:-1] + ("1" if person.id_number[-1] != "1" else "2")
    page = Page("转诊")
    page.line("发热转诊登记表")
    page.line("姓名", "身份证号", "联系电话", "日期", "首测体温", "去向")
    fields = {"name": person.name, "date": f"{day}", "first_reading": "38.4"}
    page.record(
        [person.name, wrong, person.phone, f"{day}", 38.4, "居家观察"],
        Entry("fever", (person.key, day), fields, person.key),
    )
    other = Entry("fever", ("stranger", day), {"date": f"{day}", "first_reading": "37.9"}, "stranger")
    page.record([person_name(rng, "男") + "远", None, phone_number(rng), f"{day}", 37.9, "医院"], other)
    desk.drop("卫生所转诊.xlsx", day, page)


def put_right(root: Path, desk: Desk, before: dt.date, day: dt.date) -> Drop:
    """The returned copy with the number put right and another outcome, under a name of its own."""
    copy = next((root / "outbox" / str(before) / "回执").rglob("*卫生所转诊*.xlsx"))
    book = load_workbook(copy)
    drop = next(each for each in desk.drops if each.path == "卫生所转诊.xlsx")
    person = next(each for each in desk.town.people if each.key == drop.entries[0].person)
    sheet = book["转诊"]
    sheet.cell(3, 2, person.id_number)
    sheet.cell(4, 5, 38.0)
    made = Drop("转诊改好.xlsx", day, dt.datetime.combine(day, dt.time(7)), [])
    for entry in drop.entries:
        new = Entry(entry.form, entry.key, dict(entry.fields), entry.person, None, entry.row, "", "转诊")
        made.entries.append(new)
    made.entries[0].fields["id_number"] = person.id_number
    made.entries[1].fields["first_reading"] = "38.0"
    book.save(root / "inbox" / made.path)
    os.utime(root / "inbox" / made.path, (made.saved.timestamp(),) * 2)
    return made


def sign(root: Path, state: State, before: dt.date) -> int:
    """Three notices signed on the day before, written into the list of papers to be signed; gives how many."""
    path = root / "outbox" / str(before) / f"签收表_{before}.xlsx"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    told = [each for each in journeys(state, before) if each.person.relation]
    waiting = {each.person.name: each.person.key for each in told if status(state, each, before) == "to_notify"}
    signed = 0
    for row in range(4, sheet.max_row + 1):
        key = waiting.get(str(sheet.cell(row, 3).value))
        if sheet.cell(row, 2).value == "告知书" and key and signed < 3:
            sheet.cell(row, 7, f"{before.month}月{before.day}日")
            sheet.cell(row, 8, "当面")
            sheet.cell(row, 9, sheet.cell(row, 3).value)
            state.signed[key] = before
            signed += 1
    book.save(root / "inbox" / "签收回来.xlsx")
    return signed


def decide(root: Path, desk: Desk, state: State, before: dt.date, answer: str) -> bool:
    """The doubtful pair answered 是 or 否 (the first time below the questions, later below the answers)."""
    journey = next(each for each in desk.town.journeys if each.person.relation == "")
    book = load_workbook(root / "outbox" / str(before) / "人工核对.xlsx")
    found = [
        (sheet, row)
        for sheet in book
        for row in range(4, sheet.max_row + 1)
        if _mentions(sheet, row, journey.person.name)
    ]
    if not found:
        return False
    sheet, row = found[0]
    sheet.cell(row, 2, answer)
    sheet.cell(row, 3, "苗青山")
    book.save(root / "inbox" / f"核对{answer}.xlsx")
    own = "X0001" if answer == "否" else journey.person.head
    for entry in state.of("returnees"):
        if entry.person == journey.person.key and entry.key[0] == "X0001":
            entry.person = own
    journey.person.key = own
    return True


def _mentions(sheet: Worksheet, row: int, name: str) -> bool:
    return any(name in str(sheet.cell(row, column).value) for column in (4, 5))
