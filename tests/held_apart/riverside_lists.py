"""The dispatched lists of seven senders about the riverside people: what each can see, hides and gets wrong."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from tests.held_apart.riverside_oracle import ListRow
from tests.held_apart.riverside_people import COMPOUNDS, FORMER, Flat, Person, Population
from tests.held_apart.riverside_sheets import FIRST_RECORD_ROW, Book, Cell, Row, spelled

HOMOPHONES = dict(zip("志英梅芳林文雨晓建红新海", "智瑛玫方琳雯羽小健虹欣孩", strict=True))
ABROAD = (
    "山东省济南市历下区文化东路88号",
    "湖北省武汉市江汉区新华路12号",
    "东营市东营区西城街道锦华小区8号楼2单元301",
    "河北省石家庄市裕华区槐安东路5号3-1-201",
    "东营市河口区河安小区3-1-201",
    "广饶县乐安街道月河小区6号楼1单元502",
)
VAGUE = ("东营", "山东东营", "东营经济技术开发区", "胜利街道", "东营市东营经济技术开发区胜利街道", "不详")
ELSEWHERE = ("不在东营", "在外地未返", "已搬走，现住济南", "人在武汉未返回", "长期在外，不在东营居住")
NO_MATTER = ("查无此人", "已核查", "已解除", "空号", "重复", "已纳入管控", "已联系，在家", "电话打不通", "已排查", "")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a list, and which columns it has: heading of each field, empty where the sender has none."""

    name: str
    title: str
    id_heading: str
    phone_heading: str
    address_heading: str
    place_heading: str
    ids: tuple[str, ...]
    phones: tuple[str, ...]
    names: tuple[str, ...]
    outcome_heading: str = "核查情况"


SENDERS = (
    Sender("公安", "公安推送重点地区来东人员核查名单", "身份证号", "联系电话", "现住址", "来源地",
           ("full", "full", "damaged", "old", ""), ("full", "full", "wrong", ""), ("full", "full", "homophone")),
    Sender("疾控", "疾控中心下发核查人员名单", "证件号码", "手机号码", "居住地址", "来源地",
           ("first6last4", "first6last4", "first4last4"), ("masked", "masked", "full"), ("full", "star", "some")),
    Sender("街道", "胜利街道下发返乡人员核查名单", "身份证号码", "联系方式", "家庭住址", "何处返程",
           ("full", "first4last4", "wide", ""), ("full", "masked", ""), ("full", "full", "some")),
    Sender("移动", "移动公司漫游人员核查名单", "", "手机号", "", "漫游地",
           ("",), ("full", "full", "masked"), ("star", "full", "")),
    Sender("铁路", "铁路部门推送乘车人员核查名单", "身份证号", "电话", "", "出发地",
           ("first4last4", "full", "lower"), ("full", "", ""), ("full",)),
    Sender("教育局", "教育局下发返东学生核查名单", "身份证号", "家长联系电话", "家庭住址", "来源地",
           ("full", "last6", ""), ("full", "masked"), ("full",)),
    Sender("卫健局", "卫健部门下发入境及外省人员核查名单", "身份证号", "联系电话", "住址", "从何地返回",
           ("last6", "first6last4", ""), ("full", "masked", ""), ("full", "crosses")),
)  # fmt: skip


def _id(chance: random.Random, way: str, number: str) -> tuple[str | float, str]:
    """How a sender shows a number, and what of it can be seen."""
    if way == "damaged" and number[-1] != "X":
        return float(number[:15] + "000"), number[:15] + "***"
    if way == "old" and number[6:8] == "19":
        return number[:6] + number[8:17], number
    if way == "lower":
        return number.lower(), number
    shown = {"first4last4": (4, 4), "wide": (4, 4), "first6last4": (6, 4), "last6": (0, 6)}.get(way)
    if shown is None:
        return (number, number) if way else ("", "")
    pattern = number[: shown[0]] + "*" * (18 - sum(shown)) + number[18 - shown[1] :]
    if way == "last6":
        return pattern if chance.random() < 0.5 else number[-6:], pattern
    return pattern.replace("*", "＊") if way == "wide" else pattern, pattern


def _phone(chance: random.Random, way: str, number: str) -> tuple[str, str]:
    if way == "masked":
        pattern = f"{number[:3]}****{number[-4:]}"
        return pattern, pattern
    if way == "wrong":
        place = chance.randrange(4, 10)
        changed = number[:place] + str((int(number[place]) + chance.randrange(1, 9)) % 10) + number[place + 1 :]
        return changed, changed
    return (number, number) if way else ("", "")


def _name(way: str, name: str) -> tuple[str, str]:
    rest = len(name) - 1
    if way == "homophone":
        changed = name[0] + "".join(HOMOPHONES.get(character, character) for character in name[1:])
        return changed, changed
    masks = {"star": "*" * rest, "some": "某" * rest, "crosses": "X" * rest}
    return (name[0] + masks[way], name[0] + "*" * rest) if way in masks else (name, name)


def _address(chance: random.Random, way: str, flat: Flat) -> tuple[str, str]:
    """How a place is written, and of which kind it then is."""
    if way == "abroad":
        return chance.choice(ABROAD), "abroad"
    if way == "vague":
        return chance.choice(VAGUE), "vague"
    if way == "compound":
        return chance.choice((flat[0], f"东营开发区{flat[0]}", f"{flat[0]}（房号不详）")), "compound"
    if way == "building":
        return f"{flat[0]}{flat[1]}号楼", "building"
    if way == "former" and flat[0] in FORMER:
        return spelled(chance, flat, compound=FORMER[flat[0]]), "flat"
    before = chance.choice(("", "", "东营市", "山东省东营市东营经济技术开发区", "东营经济技术开发区胜利街道"))
    return (before + spelled(chance, flat), "flat") if way else ("", "")


class ListMaker:
    """Writes rows about people of ours and about strangers."""

    def __init__(self, chance: random.Random, population: Population) -> None:
        self.chance = chance
        self.population = population

    def about(self, sender: Sender, person: Person, *, address: str = "own", phone_of: Person | None = None) -> ListRow:
        """A row about one of ours, as this sender would know it."""
        chance = self.chance
        digits_way, number_way, name_way = (chance.choice(ways) for ways in (sender.ids, sender.phones, sender.names))
        if not name_way and not number_way:
            number_way = "full"
        id_written, digits = _id(chance, digits_way if sender.id_heading else "", person.id_number)
        phone_written, number = _phone(chance, number_way, (phone_of or person).phone)
        name, seen = _name(name_way, person.name) if name_way else _name("star", person.name)
        address_written, place = _address(chance, address if sender.address_heading else "", person.flat)
        return ListRow(
            name=name, id_written=id_written, phone_written=phone_written, address_written=address_written,
            name_seen=seen, digits=digits, number=number, place=place, flat=person.flat,
            why=f"{digits_way}/{number_way}/{name_way}/{address}",
        )  # fmt: skip

    def stranger(self, sender: Sender, address: str, *, name: str = "") -> ListRow:
        """A row about somebody of whom we know nothing."""
        population = self.population
        gender = self.chance.choice("男女")
        flat = self.chance.choice(COMPOUNDS), str(self.chance.randint(1, 4)), str(self.chance.randint(1, 2)), "0"
        flat = (*flat[:3], f"{self.chance.randint(7, 9)}0{self.chance.randint(3, 4)}")
        person = Person(
            -1, name or population.name(), gender, population.id_number(gender), population.phone(), flat, ""
        )
        row = self.about(sender, person, address=address)
        return replace(row, why=f"stranger {row.why}")


def list_book(sender: Sender, day: date, rows: list[ListRow], number: int) -> tuple[Book, list[ListRow]]:
    """The list as a workbook, its rows in order."""
    headings = ["序号", "姓名"]
    for heading in (sender.id_heading, sender.phone_heading, sender.address_heading, sender.place_heading):
        if heading:
            headings.append(heading)
    headings += ["下发数据批次", sender.outcome_heading]
    book = Book(f"{sender.name}名单{number}.xlsx", "dispatch", sender.title, headings, day)
    for count, row in enumerate(rows, start=1):
        cells: list[Cell] = [count, row.name]
        if sender.id_heading:
            cells.append(row.id_written)
        cells.append(row.phone_written)
        if sender.address_heading:
            cells.append(row.address_written)
        cells += [row.from_place, f"第{number}批", row.outcome]
        book.rows.append(Row(cells, key=(FIRST_RECORD_ROW + count - 1)))
    return book, rows
