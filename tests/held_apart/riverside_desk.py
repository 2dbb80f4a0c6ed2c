"""The riverside community's three days: who returned, what the sheets of each day say, which lists come in."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.held_apart.riverside_lists import ELSEWHERE, NO_MATTER, SENDERS, ListMaker, Sender, list_book
from tests.held_apart.riverside_oracle import Counted, ListRow, stays_on
from tests.held_apart.riverside_people import COMPOUNDS, FORMER, Known, Person, Population, Stay
from tests.held_apart.riverside_sheets import Book, Cell, Row, day_written, spelled

DAYS = (date(2020, 2, 8), date(2020, 2, 9), date(2020, 2, 10))
PLACES = {
    "wuhan": ("武汉", "湖北武汉", "武汉市洪山区", "途经武汉"),
    "hubei": ("湖北孝感", "黄冈", "湖北省襄阳市"),
    "key_area": ("温州", "浙江台州", "河南信阳"),
    "other_province": ("河北沧州", "北京", "江苏徐州", "河南洛阳"),
    "in_province": ("山东济南", "淄博", "潍坊青州"),
}


def draw_stays(chance: random.Random) -> list[Stay]:
    """One person's returns: mostly one, sometimes one of the cases that a desk meets."""
    category = chance.choice(list(PLACES))
    arrived = DAYS[0] - timedelta(days=chance.choice((1, 2, 3, 5, 8, 11, 13, 14, 15, 16, 17)))
    told = chance.choice((DAYS[0], DAYS[0], DAYS[1], DAYS[2]))
    shown = chance.choice((("returnees",), ("returnees", "quarantine"), ("returnees", "quarantine"), ("quarantine",)))
    stay = Stay(chance.choice(PLACES[category]), category, arrived, told, frozenset(shown))
    if "quarantine" in shown:
        stay.signed = chance.choice((None, DAYS[0], DAYS[1]))
        if stay.signed and stay.signed < told:
            stay.signed = told
        if stay.due and chance.random() < 0.3 and stay.due < DAYS[2]:
            stay.released = max(stay.due + timedelta(days=1), told)
        elif chance.random() < 0.07:
            stay.note, stay.transferred = (
                chance.choice(("已转至市人民医院隔离治疗", "2月8日转集中隔离点")),
                max(told, DAYS[0]),
            )
        elif chance.random() < 0.05:
            stay.note = "已到发热门诊就诊，排除后回家"
    if shown == ("quarantine",):
        stay.place, stay.category = "", ""
        return [stay]
    kind = chance.random()
    if kind < 0.06:
        stay.place, stay.category, stay.flags = "", "hubei", ("是", "否")
    elif kind < 0.12:
        stay.place, stay.category, stay.flags = "山东济南", "wuhan", ("是", "是")
    elif kind < 0.16:
        stay.place, stay.category, stay.flags = "", "", ("", "")
    elif kind < 0.22 and "quarantine" not in shown:
        stay.arrived = DAYS[1]
        stay.told = DAYS[0]
    elif kind < 0.30 and "quarantine" not in shown and stay.category != "in_province":
        stay.arrived, stay.told = date(2020, 2, 6), max(stay.told, DAYS[0])
        before = replace(stay, arrived=date(2020, 1, 21), told=DAYS[0])
        return [before, stay]
    return [stay]


class Desk:
    """The whole truth of three days, and the books that say it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.population = Population(self.chance)
        self.counted = Counted()
        self.current: dict[tuple[str, object], tuple[Book, Row]] = {}
        self.lists: dict[str, tuple[Sender, list[ListRow], date]] = {}
        self.maker = ListMaker(self.chance, self.population)
        self.twins: list[tuple[Person, Person]] = []
        self.doubts: list[frozenset[int]] = []
        self.unsettled: set[int] = set()
        self._populate()

    @property
    def people(self) -> list[Person]:
        return self.population.people

    def _populate(self) -> None:
        chance, population = self.chance, self.population
        for _ in range(150):
            population.household()
        for _ in range(6):
            self.twins.append(self._namesakes())
        for person in list(self.people):
            if chance.random() < 0.05:
                person.registered = False
        for person in self.people:
            if chance.random() < 0.3 or not person.registered:
                person.stays = draw_stays(chance)
            elif chance.random() < 0.06:
                person.elsewhere = chance.choice(DAYS)
        self._make_doubts()

    def _make_doubts(self) -> None:
        """Some whom the ledger has with a slip of the pen, and visitors who are called almost like a resident."""
        chance, population = self.chance, self.population
        twins = {one.key for pair in self.twins for one in pair}
        plain = [
            one
            for one in self.people
            if len(one.stays) == 1 and len(one.stays[0].shown_in) == 2 and one.registered and one.key not in twins
        ]
        for person in chance.sample(plain, 4):
            person.slipped = population.one_digit_off(person.phone)
            person.phone_in_register = True
            person.stays[0].told = DAYS[0]
            self.doubts.append(frozenset({person.key}))
            self.unsettled.add(person.key)
        alone = [one for one in self.people if not one.stays and not one.elsewhere and one.key not in twins]
        for person in chance.sample(alone, 3):
            visitor = population.person((*person.flat[:3], "901"), name=person.name)
            visitor.registered = visitor.has_papers = False
            visitor.phone, person.phone_in_register = population.one_digit_off(person.phone), True
            visitor.stays = [Stay("温州", "key_area", DAYS[0] - timedelta(days=3), DAYS[0])]
            self.doubts.append(frozenset({person.key, visitor.key}))

    def _namesakes(self) -> tuple[Person, Person]:
        """Two people of one name in one building, of one first six and last four digits every other time."""
        first = self.population.person(self.population.flat())
        flat = next(
            iter(each for each in [self.population.flat() for _ in range(40)] if each[:2] == first.flat[:2]), None
        )
        second = self.population.person(flat or self.population.flat(), name=first.name)
        second.gender = first.gender
        if len(self.twins) % 2:
            second.id_number = self.population.alike_number(first)
        return first, second

    def people_of(self, text: str) -> set[int]:
        """The persons whose ID numbers or telephones a text holds."""
        return {
            person.key
            for person in self.people
            if any(said and said in text for said in (person.id_number, person.slipped))
            or (person.phone in text and person.name in text)
        }

    # -- the sheets of one day --------------------------------------------------------------------

    def books(self, day: date) -> list[Book]:
        """Everything that arrives on one day but the answers."""
        found = [*(self._registers(day) if day == DAYS[0] else ()), *self._registered(day)]
        for grid in sorted(set(self.population.grid_of.values()), key=int):
            members = [person for person in self.people if person.grid == grid]
            for make in (self._returnees, self._quarantine, self._screening, self._temperatures):
                book = make(grid, members, day)
                if book.rows:
                    found.append(book)
        found += [self._gate(day), self._fever(day), *self._lists(day)]
        for book in found:
            for row in book.rows:
                self.current[(book.file, row.key)] = (book, row)
        self._learn()
        return found

    def _learn(self) -> None:
        """What the current rows say of everybody."""
        for person in self.people:
            person.known = Known()
        for book, row in self.current.values():
            if row.person is None or book.form in ("dispatch", "gate"):
                continue
            known = row.person.known
            for facts, value in ((known.names, row.name), (known.ids, row.id_number), (known.phones, row.phone)):
                if value:
                    facts.add(value)
            if row.flat:
                known.flats.add(row.flat)

    def _registers(self, day: date) -> list[Book]:
        grids = Book(
            "网格划分表.xlsx", "grids", "网格划分表", ("网格", "网格员", "联系电话", "小区", "楼号", "户数"), day
        )
        workers: dict[str, tuple[str, str]] = {}
        spans: dict[tuple[str, str], list[str]] = {}
        for (compound, building), grid in self.population.grid_of.items():
            spans.setdefault((grid, compound), []).append(building)
            workers.setdefault(grid, (self.population.name(), self.population.phone()))
        for (grid, compound), buildings in spans.items():
            grids.rows.append(
                Row([f"第{grid}网格", *workers[grid], compound, "、".join(buildings), 40], key=(grid, compound))
            )
        headings = ("小区", "曾用名", "物业公司", "负责人", "联系电话", "户数")
        compounds = Book("小区一览.xlsx", "compounds", "小区一览表", headings, day)
        for compound in COMPOUNDS:
            company = f"{compound[:2]}物业公司"
            cells = [compound, FORMER.get(compound, ""), company, self.population.name(), self.population.phone(), 80]
            compounds.rows.append(Row(list(cells), key=compound))
        return [grids, compounds]

    def _registered(self, day: date) -> list[Book]:
        if day != DAYS[0]:
            return []
        headings = ("姓名", "身份证号", "联系电话", "小区", "楼号", "单元", "房号", "与户主关系")
        books = []
        for compound in COMPOUNDS:
            book = Book(f"居民底册_{compound}.xlsx", "households", f"{compound}居民底册", headings, day)
            seen: set[tuple[str, ...]] = set()
            for person in sorted(self.people, key=lambda each: each.flat):
                if person.flat[0] != compound or not person.registered:
                    continue
                phone = person.phone if person.phone_in_register else ""
                relation = "户主" if person.flat not in seen else "家庭成员"
                seen.add(person.flat)
                book.rows.append(
                    self._row(person, [person.name, person.id_number, phone, *person.flat, relation], phone)
                )
            books.append(book)
        return books

    def _row(self, person: Person, cells: list[Cell], phone: str, *, number: bool = True, key: object = None) -> Row:
        return Row(
            cells, person, key or person.key, person.name, person.id_number if number else "", phone, person.flat
        )

    def _returnees(self, grid: str, members: list[Person], day: date) -> Book:
        headings = (
            "姓名", "身份证号", "联系电话", "现住址", "户籍地", "来源地", "是否湖北", "是否武汉", "返回日期", "管控措施",
        )  # fmt: skip
        book = Book(f"第{grid}网格/返回人员登记表.xlsx", "returnees", "返回人员登记表", headings, day)
        for person in members:
            for stay in person.stays:
                if stay.told <= day and "returnees" in stay.shown_in:
                    arrived = day_written(self.chance, stay.arrived) if stay.arrived else ""
                    home = self.chance.choice(("湖北荆州", "山东东营", "河南商丘"))
                    address = spelled(self.chance, person.flat)
                    cells = [
                        person.name,
                        person.id_number if person.has_papers else "",
                        person.phone,
                        address,
                        home,
                        stay.place,
                        *stay.flags,
                        arrived,
                    ]
                    cells.append(stay.measure or "居家隔离")
                    key = (person.key, stay.arrived)
                    book.rows.append(self._row(person, list(cells), person.phone, number=person.has_papers, key=key))
        return book

    def _quarantine(self, grid: str, members: list[Person], day: date) -> Book:
        headings = ("姓名", "联系电话", "隔离地址", "开始隔离时间", "实际解除时间", "是否签告知书", "责任人", "备注")
        book = Book(f"第{grid}网格/居家隔离台账.xlsx", "quarantine", "居家隔离人员台账", headings, day)
        for person in members:
            for stay in person.stays:
                if stay.told <= day and "quarantine" in stay.shown_in and stay.arrived:
                    released = f"{stay.released}" if stay.released and stay.released <= day else ""
                    signed = "是" if stay.signed and stay.signed <= day else "否"
                    note = stay.note if not stay.transferred or stay.transferred <= day else ""
                    started = day_written(self.chance, stay.arrived)
                    flat = spelled(self.chance, person.flat)
                    if person.slipped:
                        flat = f"{person.flat[0]}{person.flat[1]}号楼"
                    phone = person.slipped or person.phone
                    cells: list[Cell] = [person.name, phone, flat, started, released, signed, "", note]
                    key = (person.key, stay.arrived)
                    book.rows.append(self._row(person, cells, phone, number=False, key=key))
        return book

    def _screening(self, grid: str, members: list[Person], day: date) -> Book:
        headings = ("小区", "楼号", "单元", "房号", "姓名", "联系电话", "排查日期", "排查情况", "备注")
        book = Book(f"第{grid}网格/入户摸排{day:%m%d}.xlsx", "screening", "入户摸排登记表", headings, day)
        for person in members:
            if person.elsewhere == day:
                cells = [
                    *person.flat,
                    person.name,
                    person.phone,
                    f"{day}",
                    "电话联系",
                    self.chance.choice(("在外地未返", "人在济南，不在东营")),
                ]
            elif self.chance.random() < 0.2 and not person.elsewhere:
                cells = [*person.flat, person.name, person.phone, f"{day}", "已入户", ""]
            else:
                continue
            book.rows.append(self._row(person, list(cells), person.phone, number=False))
        return book

    def _temperatures(self, grid: str, members: list[Person], day: date) -> Book:
        headings = ("姓名", "联系电话", "住址", "日期", "时段", "体温")
        book = Book(f"第{grid}网格/体温{day:%m%d}.xlsx", "temperatures", "体温监测表", headings, day)
        for person in members:
            if not stays_on(person, day):
                continue
            for slot in ("上午", "下午"):
                taken = self.chance.choice(("36.5", "36.8", "36.2", "正常", "37.5", "未测", ""))
                self.counted.temperatures[day] += taken not in ("未测", "")
                self.counted.fevers[day] += taken == "37.5"
                address = spelled(self.chance, person.flat)
                cells: list[Cell] = [person.name, person.phone, address, f"{day}", slot, taken]
                book.rows.append(self._row(person, cells, person.phone, number=False, key=(person.key, slot)))
        return book

    def _gate(self, day: date) -> Book:
        headings = ("劝返点", "日期", "时间", "姓名", "联系电话", "体温", "处理结果")
        book = Book(f"门岗登记{day:%m%d}.xlsx", "gate", "门岗登记表", headings, day)
        for minute in range(20):
            result = self.chance.choice(("放行", "放行", "劝返"))
            (self.counted.admitted if result == "放行" else self.counted.turned_back)[day] += 1
            name, phone = self.population.name(), self.population.phone()
            cells: list[Cell] = ["河畔东门", f"{day}", f"08:{minute + 10}", name, phone, "36.4", result]
            book.rows.append(Row(cells, key=(day, minute), name=name, phone=phone))
        return book

    def _fever(self, day: date) -> Book:
        headings = ("姓名", "联系电话", "住址", "日期", "时间", "首测体温", "复测体温", "接收人", "去向")
        book = Book(f"发热转诊{day:%m%d}.xlsx", "fever", "发热转诊登记表", headings, day)
        staying = [
            person for person in self.people if stays_on(person, day) and not any(s.transferred for s in person.stays)
        ]
        for person in self.chance.sample(staying, 3):
            cells: list[Cell] = [
                person.name,
                person.phone,
                spelled(self.chance, person.flat),
                f"{day}",
                "10:20",
                "37.6",
                "37.4",
                "王医生",
                "发热门诊",
            ]
            self.counted.referrals[day] += 1
            book.rows.append(self._row(person, cells, person.phone, number=False))
        return book

    # -- the lists ------------------------------------------------------------------------------------

    def _lists(self, day: date) -> list[Book]:
        books = []
        first, last = {DAYS[0]: (0, 4), DAYS[1]: (4, 7), DAYS[2]: (0, 0)}[day]
        for number, sender in enumerate(SENDERS[first:last], start=first + 1):
            rows = [
                replace(row, from_place=self.chance.choice(("湖北武汉", "浙江温州", "河北沧州")))
                for row in self._rows(sender)
            ]
            book, rows = list_book(sender, day, rows, number)
            self.lists[book.file] = (sender, rows, day)
            books.append(book)
        if day != DAYS[0]:
            books += [self._answered(file, day) for file in list(self.lists) if self.lists[file][2] < day]
        return books

    def _answered(self, file: str, day: date) -> Book:
        """The list of an earlier day, come back with what the grid workers found."""
        sender, rows, sent = self.lists[file]
        answered = []
        for row in rows:
            outcome = self.chance.choice((*ELSEWHERE, *NO_MATTER, *NO_MATTER))
            answered.append(replace(row, outcome=outcome, elsewhere=outcome in ELSEWHERE))
        book, _ = list_book(sender, day, answered, int(file.removesuffix(".xlsx")[-1]))
        self.lists[file] = (sender, answered, sent)
        return book

    def _rows(self, sender: Sender) -> list[ListRow]:
        chance, maker = self.chance, self.maker
        returned = [person for person in self.people if person.stays]
        away = [person for person in self.people if person.elsewhere]
        nobody = [person for person in self.people if not person.stays and not person.elsewhere]
        own = ("own", "own", "own", "", "vague", "abroad", "building", "compound")
        rows = [maker.about(sender, person, address=chance.choice(own)) for person in chance.sample(returned, 16)]
        rows += [maker.about(sender, person, address=chance.choice(own)) for person in chance.sample(nobody, 10)]
        rows += [maker.about(sender, person, address=chance.choice(own)) for person in chance.sample(away, 3)]
        rows += [maker.about(sender, person, address="own") for pair in chance.sample(self.twins, 2) for person in pair]
        rows += [
            maker.about(sender, person, address="former")
            for person in chance.sample([p for p in self.people if p.flat[0] in FORMER], 2)
        ]
        rows += [self._with_other_phone(sender, person) for person in chance.sample(returned + nobody, 2)]
        strange: list[Callable[[], ListRow]] = [
            lambda kind=kind: maker.stranger(sender, kind)
            for kind in ("abroad", "abroad", "vague", "", "own", "compound", "building")
        ]
        rows += [make() for make in strange]
        rows += [maker.stranger(sender, kind, name=chance.choice(returned).name) for kind in ("abroad", "own", "vague")]
        rows += [
            ListRow(name=person.name, name_seen=person.name, why="name only") for person in chance.sample(returned, 2)
        ]
        chance.shuffle(rows)
        return rows

    def _with_other_phone(self, sender: Sender, person: Person) -> ListRow:
        """The phone of somebody else of the household."""
        others = [each for each in self.people if each.flat == person.flat and each.phone != person.phone]
        return self.maker.about(sender, person, phone_of=self.chance.choice(others) if others else None)
