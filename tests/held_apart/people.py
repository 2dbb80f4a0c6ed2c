"""A labelled set for linking: records of a community as tables, each with the person that it truly is.

Records hold what a reader gives: IDs with a wrong digit as written, damaged IDs and phones of a wrong length empty.
A record that no evidence could decide (a bare name with several bearers in its scope) has the label `""`: it takes
no part in the measure.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA
from tests.held_apart.clerks_street import masked_id, masked_phone
from tests.held_apart.population import (
    Community,
    Flat,
    Person,
    build_community,
    identity_number,
    person_name,
    phone_number,
)
from tests.held_apart.truth import FORM_FIELDS, fields_of

from fournets.model import FileRead, FileState, Scope, SheetRead, SourceFile, Table

Place = tuple[str, str, str, int, str]
"""Form, file, sheet, row, column: a record's address."""

COMMON_NAMES = ("王芳", "张伟", "李娜", "刘洋", "王静", "张敏", "李伟", "王磊", "刘芳", "陈静")
HOMOPHONES = {
    "伟": "玮",
    "芳": "方",
    "静": "婧",
    "敏": "闵",
    "志": "智",
    "建": "健",
    "丽": "莉",
    "玲": "铃",
    "涛": "滔",
    "俊": "军",
    "明": "鸣",
    "华": "桦",
    "英": "瑛",
    "梅": "玫",
    "欣": "新",
    "佳": "家",
    "浩": "昊",
    "帆": "凡",
}
LOOKALIKES = {
    "婷": "停",
    "磊": "垒",
    "洁": "浩",
    "杰": "杏",
    "晶": "品",
    "玉": "王",
    "兰": "三",
    "琳": "淋",
    "辉": "晖",
    "波": "泼",
    "宁": "宇",
    "凯": "剀",
    "莹": "萤",
    "秀": "季",
    "刚": "钢",
}


@dataclass
class LabelledSet:
    """Files as read, and who each record truly is: `truth` where its evidence decides, `known` to those who know."""

    reads: list[tuple[SourceFile, FileRead]] = field(default_factory=list)
    truth: dict[Place, str] = field(default_factory=dict)
    known: dict[Place, str] = field(default_factory=dict)
    fields: dict[Place, dict[str, str]] = field(default_factory=dict)
    bare: set[Place] = field(default_factory=set)
    people: int = 0

    @property
    def records(self) -> int:
        return sum(len(table.rows) for _, read in self.reads for table in read.tables)


class Row(NamedTuple):
    """One record: its fields, who it truly is, and the same where its evidence can decide that, else `""`."""

    fields: dict[str, str]
    person: str
    label: str


def source(path: str, sequence: int) -> SourceFile:
    """A file of the desk, accepted in order of `sequence`."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    modified = 1_581_000_000_000_000_000 + sequence * 1_000_000_000
    return SourceFile(path, digest, modified, dt.date(2020, 2, 9), FileState.ACCEPTED, sequence=sequence)


def as_table(form: str, sheet: str, title: str, rows: list[dict[str, str]]) -> Table:
    """Rows of one form as a reader hands them on."""
    names = [*(fields_of(form) if form in FORM_FIELDS else rows[0] if rows else ()), "extra"]
    columns = {name: [row.get(name, "") for row in rows] for name in names}
    return Table(
        form, sheet, [number + 3 for number in range(len(rows))], [row.get("column", "A") for row in rows], columns, {}, tuple(names), Scope(title, sheet, sheet)
    )  # fmt: skip


def add(labelled: LabelledSet, form: str, path: str, sheet: str, title: str, rows: list[Row]) -> None:
    """File one sheet with its labels."""
    table = as_table(form, sheet, title, [each.fields for each in rows])
    position: Counter[tuple[int, str]] = Counter()
    for index, (fields, person, key) in enumerate(rows):
        row = table.rows[index]
        if "row" in fields:
            row = table.rows[index] = int(fields["row"])
        position[row, table.letters[index]] += 1
        place = (form, path, sheet, row, table.letters[index])
        labelled.truth[place] = key
        labelled.known[place] = person
        labelled.fields[place] = fields
        if not any(fields.get(name) for name in ("id_number", "phone", "flat")):
            labelled.bare.add(place)
    account = SheetRead(sheet, False, [form], len(rows) + 2, len({*table.rows}), 0, 1, 0, 1)
    labelled.reads.append((source(path, len(labelled.reads) + 1), FileRead([account], [table])))


def mistyped(rng: random.Random, number: str) -> str:
    """An ID number with one typing error of the usual kinds."""
    place = rng.randint(6, 16)
    match rng.choice(("substitute", "substitute", "transpose", "drop", "double", "check")):
        case "substitute":
            other = rng.choice([each for each in "0123456789" if each != number[place]])
            return number[:place] + other + number[place + 1 :]
        case "transpose":
            places = [n for n in range(6, 16) if number[n] != number[n + 1]]
            place = rng.choice(places)
            return number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        case "drop":
            return number[:place] + number[place + 1 :]
        case "double":
            return number[:place] + number[place] + number[place:]
    return number[:17] + rng.choice([each for each in "0123456789" if each != number[17]])


def one_digit_off(rng: random.Random, phone: str) -> str:
    """A phone number with one wrong digit; it stays well-formed."""
    place = rng.randint(3, 10)
    return phone[:place] + str((int(phone[place]) + rng.randint(1, 9)) % 10) + phone[place + 1 :]


def misheard(rng: random.Random, name: str) -> str:
    """A name with a homophone or a character that looks alike; minority names without or with another dot."""
    if "·" in name:
        return rng.choice((name.replace("·", ""), name.replace("·", "•"), name.replace("·", ".")))
    table = HOMOPHONES if rng.random() < 0.6 else LOOKALIKES
    for place in range(len(name) - 1, 0, -1):
        if name[place] in table:
            return name[:place] + table[name[place]] + name[place + 1 :]
    return name


def special_cases(community: Community) -> None:
    """Twins, fathers and sons of one name, common names, children without papers: the ones that mislead."""
    rng = community.rng
    by_home: dict[Flat, list[Person]] = {}
    for person in community.people:
        by_home.setdefault(person.home, []).append(person)
    for person in community.people:
        if rng.random() < 0.06 and person.relation in ("本人", "之妻"):
            person.name = rng.choice(COMMON_NAMES)
        if person.born.year > 2005:
            person.phone = by_home[person.home][0].phone if rng.random() < 0.3 else ""
            if rng.random() < 0.2:
                person.id_number = ""
        elif person.born.year < 1950 and rng.random() < 0.3:
            person.phone = ""
    for home in rng.sample(list(by_home), len(by_home) // 60):
        _twins(community, by_home[home][0])
    for home in rng.sample(list(by_home), max(1, len(by_home) // 300)):
        head = by_home[home][0]
        born = dt.date(head.born.year + 24, rng.randint(1, 12), rng.randint(1, 28))
        son = dataclasses.replace(
            head, key=f"P{len(community.people):05d}", born=born, id_number=identity_number(born, rng.randint(0, 499) * 2 + 1),
            phone=phone_number(rng), relation="之子", gender="男",
        )  # fmt: skip
        community.people.append(son)


def _twins(community: Community, head: Person) -> None:
    rng = community.rng
    gender = rng.choice("男女")
    born = dt.date(rng.randint(1985, 2014), rng.randint(1, 12), rng.randint(1, 28))
    first = person_name(rng, gender, head.name[0])
    first = first if len(first) == 3 else first + "轩"
    sequence = rng.randint(1, 480) * 2 + (1 if gender == "男" else 0)
    for second, offset in ((first[2], 0), ("涵" if first[2] != "涵" else "晗", 2)):
        community.people.append(Person(
            f"P{len(community.people):05d}", first[:2] + second, gender, born, identity_number(born, sequence + offset), head.phone, head.home,
            head.household, "之子" if gender == "男" else "之女",
        ))  # fmt: skip


def where(home: Flat, grid: bool = True) -> dict[str, str]:
    """The address fields."""
    parts = {"compound": home.compound, "building": home.building, "entrance": home.entrance, "flat": home.flat}
    return parts | ({"grid": home.grid} if grid else {})


def near(one: str, other: str) -> bool:
    """Equal but for one typing error."""
    return bool(one and other) and OSA.distance(one, other) <= 1


@dataclass
class Bearers:
    """How many people could be meant by a name together with something else."""

    homes: Counter[tuple[str, Flat]]
    phones: Counter[tuple[str, str]]
    masked: Counter[tuple[str, str]]

    @classmethod
    def of(cls, people: Iterable[Person]) -> Bearers:
        everybody = list(people)
        return cls(
            Counter((each.name, each.home) for each in everybody), Counter((each.name, each.phone) for each in everybody),
            Counter((each.name, masked_id(each.id_number)) for each in everybody),
        )  # fmt: skip

    def label(self, person: Person, fields: dict[str, str]) -> str:
        """The person's key where the record's own evidence decides, else none."""
        number, phone = fields.get("id_number", ""), fields.get("phone", "")
        at_home = all(
            fields.get(part) == getattr(person.home, part) for part in ("compound", "building", "entrance", "flat")
        )
        sure = (
            near(number, person.id_number)
            or (phone != "" and phone in (person.phone, masked_phone(person.phone)) and self.phones[person.name, person.phone] <= 1)
            or (at_home and person.home.flat != "" and self.homes[person.name, person.home] <= 1)
            or ("*" in number and self.masked[person.name, number] <= 1)
        )  # fmt: skip
        return person.key if sure else ""


def labelled_set(seed: int, size: int, trouble: float = 1.0) -> LabelledSet:
    """A community of about `size` people, in all the sheets where people are named.

    `trouble` multiplies how often something is mistyped, left out or mixed up.
    """
    rng = random.Random(seed)
    community = build_community(rng, size)
    community.trouble = trouble
    special_cases(community)
    community.people = [person for person in community.people if person.name]
    labelled = LabelledSet(people=len(community.people))
    _registers(labelled, community)
    _returnees(labelled, community)
    _quarantine_and_temperatures(labelled, community)
    _screening(labelled, community)
    _gates(labelled, community)
    _cars_and_errands(labelled, community)
    _duty(labelled, community)
    _dispatch(labelled, community)
    keep_connected(labelled)
    return labelled


def keep_connected(labelled: LabelledSet) -> None:
    """Take the label from records that no chain of evidence ties to the rest of their person's records.

    A register row with the neighbour's ID and a gate row with only the right one cannot be known to be one person.
    """
    groups: dict[str, list[tuple[Place, dict[str, str]]]] = {}
    for place, fields in labelled.fields.items():
        if labelled.truth[place] and place not in labelled.bare:
            groups.setdefault(labelled.truth[place], []).append((place, fields))
    for members in groups.values():
        heads = list(range(len(members)))
        for one, (_, left) in enumerate(members):
            for other in range(one):
                if heads[one] != heads[other] and _tied(left, members[other][1]):
                    heads = [heads[other] if head == heads[one] else head for head in heads]
        largest = Counter(heads).most_common(1)[0][0]
        for (place, _), head in zip(members, heads, strict=True):
            if head != largest:
                labelled.truth[place] = ""


def _tied(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two records of one person share a piece of evidence besides the name."""
    first, second = one.get("id_number", ""), other.get("id_number", "")
    if first and second and (near(first, second) or masked_id(first) == masked_id(second)):
        return True
    phones = one.get("phone", ""), other.get("phone", "")
    if all(phones) and (phones[0] == phones[1] or masked_phone(phones[0]) == masked_phone(phones[1])):
        return True
    home = ("compound", "building", "entrance", "flat")
    return bool(one.get("flat") and one.get("entrance")) and all(one.get(part) == other.get(part) for part in home)


def _registers(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    grids = []
    for each in community.grids:
        fields = {"grid": each.number, "worker": each.worker, "phone": each.phone, "compound": each.compound}
        grids.append(Row(fields | {"buildings": "、".join(each.buildings)}, "", ""))
    add(labelled, "grids", "网格划分.xlsx", "Sheet1", "网格划分表", grids)
    bearers = Bearers.of(community.people)
    by_grid: dict[str, list[Person]] = {}
    for person in community.people:
        by_grid.setdefault(person.home.grid, []).append(person)
    for number, people in by_grid.items():
        rows: list[Row] = []
        above = ""
        for person in people:
            written = person.id_number
            draw = community.draw() if bearers.homes[person.name, person.home] == 1 else 1.0
            if written and draw < 0.01:
                written = mistyped(rng, written)
            elif written and draw < 0.02:
                written = ""
            elif draw < 0.026 and above:
                written = above
            above = person.id_number
            name = misheard(rng, person.name) if community.draw() < 0.004 else person.name
            fields = where(person.home) | {
                "name": name, "id_number": written, "phone": person.phone, "household_number": person.household, "relation": person.relation,
                "gender": "male" if person.gender == "男" else "female",
            }  # fmt: skip
            rows.append(Row(fields, person.key, person.key))
        add(labelled, "households", f"底册/网格{number}.xlsx", "底册", "居民底册", rows)


def _returnee_row(rng: random.Random, person: Person, community: Community, family: list[Person]) -> dict[str, str]:
    """What the returnees sheet says of a person, with the mistakes of such sheets."""
    fields = where(person.home) | {"name": person.name, "id_number": person.id_number, "phone": person.phone}
    draw = community.draw()
    if person.id_number and draw < 0.06:
        fields["id_number"] = mistyped(rng, person.id_number)
    elif draw < 0.10:
        fields["id_number"] = ""
    draw = community.draw()
    if draw < 0.06:
        fields["phone"] = phone_number(rng)
    elif person.phone and draw < 0.08:
        fields["phone"] = one_digit_off(rng, person.phone)
    elif draw < 0.12:
        fields["phone"] = ""
    elif draw < 0.16 and family:
        fields["phone"] = rng.choice(family).phone
    draw = community.draw()
    if draw < 0.03:
        fields |= where(rng.choice(community.flats))
    elif draw < 0.12:
        fields["entrance"] = ""
    elif draw < 0.15:
        fields |= {"building": "", "entrance": "", "flat": ""}
    if community.draw() < 0.015 and fields["id_number"] == person.id_number and fields["phone"] == person.phone:
        fields["name"] = misheard(rng, person.name)
    return fields


def _returnees(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    bearers = Bearers.of(community.people)
    homes: dict[Flat, list[Person]] = {}
    for person in community.people:
        homes.setdefault(person.home, []).append(person)
    by_grid: dict[str, list[Row]] = {}
    above: dict[str, str] = {}
    for journey in community.journeys:
        person = journey.person
        fields = _returnee_row(rng, person, community, homes[person.home]) | {
            "arrive_date": str(journey.arrived),
            "left_date": str(journey.left),
            "from_place": journey.from_place,
            "gender": "male" if person.gender == "男" else "female",
        }
        grid = person.home.grid
        if community.draw() < 0.012 and grid in above:
            fields["id_number"] = above[grid]
        above[grid] = fields["id_number"] or above.get(grid, "")
        by_grid.setdefault(grid, []).append(Row(fields, person.key, bearers.label(person, fields)))
    for number, rows in by_grid.items():
        add(labelled, "returnees", f"返回/网格{number}.xlsx", "返回人员", "返回人员登记表", rows)


def _quarantine_and_temperatures(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    rows: list[Row] = []
    names: dict[str, Counter[str]] = {}
    bearers = Bearers.of(community.people)
    for journey in community.journeys:
        person = journey.person
        fields = where(person.home, rng.random() < 0.5) | {
            "name": person.name,
            "start_date": str(journey.arrived),
            "due_date": str(journey.arrived + dt.timedelta(days=14)),
        }
        if rng.random() < 0.6:
            fields["id_number"] = person.id_number
        if rng.random() < 0.7:
            fields["phone"] = person.phone
        if community.draw() < 0.05 and fields.get("id_number"):
            fields["name"] = misheard(rng, person.name)
        rows.append(Row(fields, person.key, bearers.label(person, fields)))
        names.setdefault(person.home.grid, Counter())[person.name] += 1
    add(labelled, "quarantine", "隔离台账.xlsx", "台账", "居家隔离台账", rows)
    for grid in community.grids:
        cases = community.journeys_in(grid.number)
        rows = []
        for index, journey in enumerate(cases):
            person = journey.person
            label = person.key if names[grid.number][person.name] == 1 else ""
            for back in range(4):
                for slot, column in (("morning", "DFHJ"[back]), ("evening", "EGIK"[back])):
                    fields = {
                        "name": person.name, "grid": grid.number, "date": str(community.day - dt.timedelta(days=back)), "slot": slot, "temperature": f"{rng.uniform(36, 37):.1f}",
                        "row": str(index + 4), "column": column,
                    }  # fmt: skip
                    rows.append(Row(fields, person.key, label))
        add(labelled, "temperatures", f"体温/网格{grid.number}.xlsx", "体温", "体温监测表", rows)


def _screening(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    bearers = Bearers.of(community.people)
    for grid in community.grids:
        seen: set[Flat] = set()
        rows: list[Row] = []
        for person in community.in_grid(grid.number):
            if person.home in seen or rng.random() < 0.3:
                continue
            seen.add(person.home)
            fields = where(person.home) | {
                "name": person.name,
                "phone": person.phone if rng.random() < 0.6 else "",
                "date": "2020-02-08",
                "visit_status": "checked",
            }
            if community.draw() < 0.01:
                fields["name"] = misheard(rng, person.name)
            if fields["phone"] and community.draw() < 0.02:
                fields["phone"] = one_digit_off(rng, person.phone)
            rows.append(Row(fields, person.key, bearers.label(person, fields)))
        add(labelled, "screening", f"摸排/网格{grid.number}.xlsx", "摸排", "入户摸排表", rows)


def _gates(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    bearers = Bearers.of(community.people)
    for compound in dict.fromkeys(each.compound for each in community.grids):
        people = [each for each in community.people if each.home.compound == compound]
        visitors = [_stranger(rng, number, compound) for number in range(len(people) // 25)]
        names = Counter(person.name for person in [*people, *visitors])
        rows: list[Row] = []
        for person in [*rng.sample(people, len(people) // 4), *visitors]:
            fields = {
                "name": person.name,
                "checkpoint": f"{compound}南门",
                "date": "2020-02-09",
                "time": f"{rng.randint(7, 20):02d}:{rng.randint(0, 59):02d}",
                "result": "admitted",
            }
            draw = rng.random()
            if draw < 0.5 and person.phone:
                fields["phone"] = person.phone
            elif draw < 0.8 and person.id_number:
                fields["id_number"] = mistyped(rng, person.id_number) if community.draw() < 0.04 else person.id_number
            alone = person.key if "id_number" not in fields and names[person.name] == 1 else ""
            rows.append(Row(fields, person.key, bearers.label(person, fields) or alone))
        add(labelled, "gate", f"门岗/{compound}.xlsx", "2月9日", "门岗登记表", rows)


def _stranger(rng: random.Random, number: int, compound: str) -> Person:
    gender = rng.choice("男女")
    born = dt.date(rng.randint(1950, 2000), rng.randint(1, 12), rng.randint(1, 28))
    identity = identity_number(born, rng.randint(0, 499) * 2 + (1 if gender == "男" else 0))
    nowhere = Flat("", "", "", "", "")
    return Person(
        f"S{compound}{number}", person_name(rng, gender), gender, born, identity, phone_number(rng), nowhere, "", ""
    )


def _cars_and_errands(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    bearers = Bearers.of(community.people)
    for compound in dict.fromkeys(each.compound for each in community.grids):
        adults = [
            each for each in community.people if each.home.compound == compound and each.born.year < 2000 and each.phone
        ]
        rows: list[Row] = []
        for number, person in enumerate(rng.sample(adults, len(adults) // 6)):
            fields = where(person.home, grid=False) | {
                "name": person.name,
                "phone": person.phone,
                "plate": f"鲁E{number:05d}",
                "pass_number": str(number),
            }
            if rng.random() < 0.2:
                fields |= {"entrance": "", "flat": ""}
            if community.draw() < 0.03:
                fields["phone"] = one_digit_off(rng, person.phone)
            rows.append(Row(fields, person.key, bearers.label(person, fields)))
        add(labelled, "passes", f"出入证/{compound}.xlsx", "出入证", "车辆出入证登记表", rows)
    rows = []
    for journey in rng.sample(community.journeys, len(community.journeys) // 2):
        person = journey.person
        fields = where(person.home) | {"name": person.name, "date": "2020-02-08", "service": "shopping", "times": "1"}
        rows.append(Row(fields, person.key, bearers.label(person, fields)))
    add(labelled, "errands", "代购.xlsx", "代购", "代购代办登记表", rows)
    rows = []
    for journey in rng.sample(community.journeys, max(2, len(community.journeys) // 20)):
        person = journey.person
        fields = where(person.home) | {
            "name": person.name,
            "phone": person.phone,
            "id_number": person.id_number,
            "date": "2020-02-07",
            "first_reading": "37.8",
        }
        rows.append(Row(fields, person.key, person.key))
    add(labelled, "fever", "发热.xlsx", "发热", "发热转诊登记表", rows)


def _duty(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    adults = [each for each in community.people if each.born.year < 2000 and each.phone]
    volunteers = rng.sample(adults, max(10, len(adults) // 25))
    roll: list[Row] = []
    shifts: list[Row] = []
    names = Counter(person.name for person in volunteers)
    for person in volunteers:
        common = {"name": person.name, "branch": f"第{rng.randint(1, 7)}支部", "kind": "party"}
        fields = common | {"phone": person.phone, "squad": "先锋队", "birth_year": str(person.born.year)}
        roll.append(Row(fields, person.key, person.key))
        post = f"{person.home.compound}南门"
        fields = common | {"date": "2020-02-08", "post": post, "shift": "8:00-14:00"}
        shifts.append(Row(fields, person.key, person.key if names[person.name] == 1 else ""))
    add(labelled, "volunteers", "志愿者.xlsx", "名册", "志愿者花名册", roll)
    add(labelled, "duty", "执勤.xlsx", "2月8日", "执勤签到表", shifts)


def _dispatch(labelled: LabelledSet, community: Community) -> None:
    rng = community.rng
    bearers = Bearers.of(community.people)
    journeys = [each.person for each in community.journeys]
    listed = rng.sample(journeys, len(journeys) // 3) + rng.sample(community.people, len(community.people) // 40)
    strangers = [_stranger(rng, number, "外") for number in range(len(listed) // 5)]
    rows: list[Row] = []
    for person in [*listed, *strangers]:
        fields = {"name": person.name, "batch": "第1批", "source": "公安", "date": "2020-02-08"}
        draw = rng.random()
        if draw < 0.6 and person.id_number:
            fields["id_number"] = masked_id(person.id_number)
        elif draw < 0.8 and person.id_number:
            fields["id_number"] = person.id_number
        if rng.random() < 0.7 and person.phone:
            fields["phone"] = masked_phone(person.phone) if rng.random() < 0.6 else person.phone
        if rng.random() < 0.5 and person.home.compound:
            fields |= where(person.home, grid=False) | {
                "address": f"{person.home.compound}{person.home.building}-{person.home.entrance}-{person.home.flat}"
            }
        rows.append(Row(fields, person.key, bearers.label(person, fields)))
    add(labelled, "dispatch", "下发/第1批.xlsx", "名单", "下发核查名单", rows)
