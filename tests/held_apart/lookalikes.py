"""A second labelled set for linking, of other words and other troubles than `people`: people easily taken for others.

Cells are written as a clerk writes them and read by the project's own parsers. A record's label is who it truly is;
`truth` keeps it only where the record's own evidence decides, so that recall asks for nothing that cannot be known,
while `known` keeps every label, so that any wrong join counts.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.held_apart.people import LabelledSet, Row, add, keep_connected
from tests.held_apart.population import check_character

from fournets.values.identity import parse_id_number
from fournets.values.names import parse_name
from fournets.values.phones import parse_phones

FAMILY_NAMES = "牛卢柴蒙滕鲍柯甘翟纪焦宫房季柳邢倪施岳沙樊阮霍聂梅单祁包葛卞游詹窦柏舒苗关尚木仝王李张刘陈"
GIVEN = (
    "梓涵 子轩 一诺 浩然 诗涵 宇航 欣妍 俊豪 晨曦 思远 雅琪 博文 建业 国庆 爱民 春生 桂兰 秀珍 凤英 玉梅 卫东 红兵 跃进 "
    "援朝 和平 海燕 丽娟 晓光 文静 立新 学军 爱华 永强 长江 冬梅 夏荷 金凤 银花 根生 福来 德贵 保国 守义 传福 庆云 兆祥 "
    "莲 梅 竹 松 岩 峰 浪 璐 琦 璇 钰 晗 朔 冉 凌 恺 芮 菡"
)
ESTATES = ("锦绣江南", "西湖里", "油城一区", "油城二区", "物探小区", "怡和名都", "滨河苑", "枫叶新村")
OFFICE = "05467771234"


@dataclass(frozen=True)
class Human:
    """One true person; `home` is compound, building, entrance, flat."""

    key: str
    name: str
    sex: str
    id_number: str
    phone: str
    home: tuple[str, str, str, str]
    grid: str


@dataclass
class Office:
    """What the clerks have written so far: sheets of rows, by form, file and sheet."""

    rng: random.Random
    grids: int
    sheets: dict[tuple[str, str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    people: list[Human] = field(default_factory=list)
    homes: set[tuple[str, str, str, str]] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def home(self, grid: str = "") -> tuple[tuple[str, str, str, str], str]:
        """A flat that nobody has yet, and its grid."""
        while True:
            number = int(grid) if grid else self.rng.randint(1, self.grids)
            estate = f"{ESTATES[number % len(ESTATES)]}{'' if number < len(ESTATES) else number}"
            building = self.rng.choice(("1", "2", "3", "5", "6", "甲", "B"))
            flat = f"{self.rng.randint(1, 17)}{self.rng.randint(1, 4):02d}"
            home = (estate, building, str(self.rng.randint(1, 5)), flat)
            if home not in self.homes:
                self.homes.add(home)
                return home, str(number)

    def id_number(self, year: int, sex: str) -> str:
        """A number that nobody has yet, of somebody born in that year."""
        while True:
            day = f"{year}{self.rng.randint(1, 12):02d}{self.rng.randint(1, 28):02d}"
            first = f"370599{day}{self.rng.randint(0, 498) * 2 + (sex == '男'):03d}"
            if first not in self.numbers:
                self.numbers.add(first)
                return first + check_character(first)

    def phone(self) -> str:
        """An invented mobile number."""
        return "1" + self.rng.choice("356789") + "".join(self.rng.choices("0123456789", k=9))

    def name(self, surname: str = "", but: Iterable[str] = ()) -> str:
        """An invented name of two or three characters, none of those taken."""
        while (name := (surname or self.rng.choice(FAMILY_NAMES)) + self.rng.choice(GIVEN.split())) in but:
            pass
        return name

    def human(self, *, name: str = "", year: int = 0, near: Human | None = None, **own: str) -> Human:
        """Somebody new, who lives alone in a flat of his own or with the one who is near."""
        sex = own.get("sex") or self.rng.choice("男女")
        home, grid = (near.home, near.grid) if near else self.home(own.get("grid", ""))
        person = Human(
            f"H{len(self.people):06d}", name or self.name(), sex, self.id_number(year or self.rng.randint(1940, 2001), sex),
            self.phone(), home, grid,
        )  # fmt: skip
        person = replace(person, **{name: value for name, value in own.items() if name in ("id_number", "phone")})
        self.people.append(person)
        return person

    def write(self, form: str, who: Human, says: str, *, clear: bool = True, file: str = "", **cells: str) -> None:
        """One row. `says` names what it tells: i(d), p(hone), h(ome), g(rid); `cells` are written instead or besides."""
        fields = {"name": who.name}
        fields |= {"id_number": who.id_number} if "i" in says else {}
        fields |= {"phone": who.phone} if "p" in says else {}
        fields |= dict(zip(("compound", "building", "entrance", "flat"), who.home, strict=True)) if "h" in says else {}
        fields |= {"grid": who.grid} if "g" in says else {}
        fields |= cells
        fields["name"] = parse_name(fields["name"]).value
        for name, parse in (("id_number", parse_id_number), ("phone", parse_phones)):
            fields[name] = parse(fields.get(name, "")).value
        path = file or f"{form}/{who.grid}格.xlsx"
        self.sheets[form, path, "表一"].append(Row(fields, who.key, who.key if clear and fields["name"] else ""))

    def register(self, *people: Human, **cells: str) -> None:
        """The residents' register lists them."""
        for who in people:
            self.write("households", who, "iph", **cells)

    def returned(self, who: Human, says: str = "iph", *, clear: bool = True, **cells: str) -> None:
        """Somebody came back."""
        day = f"2020-01-{self.rng.randint(12, 31)}"
        self.write("returnees", who, says, clear=clear, arrive_date=day, from_place="浙江温州", **cells)

    def visited(self, who: Human, says: str = "h", *, clear: bool = True, **cells: str) -> None:
        """Somebody was found at home."""
        self.write("screening", who, says, clear=clear, date="2020-02-07", visit_status="checked", **cells)

    def passed(self, who: Human, says: str, *, clear: bool = True, **cells: str) -> None:
        """Somebody came through the gate of his compound."""
        place = {"checkpoint": f"{who.home[0]}西门", "date": "2020-02-08", "result": "admitted"}
        hour = f"{self.rng.randint(6, 21):02d}:{self.rng.randint(0, 59):02d}"
        self.write("gate", who, says, clear=clear, file=f"卡口/{who.home[0]}.xlsx", time=hour, **place, **cells)


def mistype(rng: random.Random, number: str, first: int = 6) -> str:
    """One digit another, two neighbours changed, or one left out."""
    place = rng.randint(first, len(number) - 2)
    match rng.randint(0, 3):
        case 0:
            return number[:place] + number[place + 1 :]
        case 1 if number[place] != number[place + 1]:
            return number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    return number[:place] + str((int(number[place]) + rng.randint(1, 9)) % 10) + number[place + 1 :]


def one_digit(rng: random.Random, phone: str) -> str:
    """A telephone with one digit wrong."""
    place = rng.randint(4, 10)
    return phone[:place] + str((int(phone[place]) + rng.randint(1, 9)) % 10) + phone[place + 1 :]


def families(office: Office, size: int) -> None:
    """Ordinary people in ordinary sheets, with a mistake now and then."""
    rng = office.rng
    while len(office.people) < size:
        head = office.human(year=rng.randint(1938, 1990))
        family = [head]
        if rng.random() < 0.7:
            family.append(office.human(name=office.name(but=[head.name]), near=head))
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            child = {"phone": head.phone if rng.random() < 0.4 else ""}
            name = office.name(head.name[0], [who.name for who in family])
            family.append(office.human(name=name, year=rng.randint(2004, 2018), near=head, **child))
        for who in family:
            draw = rng.random()
            wrong = (
                {"id_number": ""} if draw < 0.03 else {"id_number": mistype(rng, who.id_number)} if draw < 0.05 else {}
            )
            office.register(who, **wrong)
        if rng.random() < 0.6:
            office.visited(rng.choice(family), rng.choice(("h", "ph", "h")))
    names = Counter((who.grid, who.name) for who in office.people)
    for who in rng.sample(office.people, len(office.people) // 7):
        _returnee(office, who, names[who.grid, who.name] == 1)
    for who in rng.sample(office.people, len(office.people) // 5):
        office.passed(who, rng.choice("ip"), clear=True) if who.phone else office.passed(who, "i")


def _returnee(office: Office, who: Human, is_only: bool) -> None:
    rng = office.rng
    draw = rng.random()
    cells = {"id_number": mistype(rng, who.id_number)} if draw < 0.05 else {}
    cells |= {"phone": one_digit(rng, who.phone)} if who.phone and 0.05 < draw < 0.1 else {}
    office.returned(who, "ph" if 0.1 < draw < 0.15 else "iph", **cells)
    office.write("quarantine", who, rng.choice(("ih", "ph", "iph")), start_date="2020-01-28", file="隔离/台账.xlsx")
    for day in range(5, 9):
        date = {"date": f"2020-02-0{day}", "slot": "morning", "temperature": "36.6"}
        office.write("temperatures", who, "g", clear=is_only, file=f"测温/{who.grid}.xlsx", **date)
    if rng.random() < 0.4:
        office.write("errands", who, "h", date="2020-02-06", service="shopping", times="1", file="代购.xlsx")


def lookalikes(seed: int, size: int, trouble: float = 1.0) -> LabelledSet:
    """A neighbourhood of about `size` people, some three in a hundred of them in a scene of their own."""
    from tests.held_apart.lookalike_scenes import SCENES

    rng = random.Random(f"lookalikes {seed}")
    office = Office(rng, max(8, size // 300))
    families(office, size)
    for _ in range(max(1, round(trouble * size / 1000))):
        for scene in SCENES:
            scene(office)
    labelled = LabelledSet(people=len(office.people))
    add(labelled, "grids", "划分.xlsx", "表一", "网格划分表", _grid_rows(office))
    files = sorted(office.sheets)
    rng.shuffle(files)
    for form, path, sheet in files:
        rows = office.sheets[form, path, sheet]
        if form not in ("temperatures", "households"):
            rng.shuffle(rows)
        add(labelled, form, path, sheet, sheet, rows)
    keep_connected(labelled)
    return labelled


def _grid_rows(office: Office) -> list[Row]:
    compounds = {who.grid: who.home[0] for who in office.people}
    return [
        Row({"grid": grid, "worker": f"网格{grid}", "compound": compound}, "", "")
        for grid, compound in compounds.items()
    ]
