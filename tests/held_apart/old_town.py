"""An invented community of another city's old town: villages, yards, lanes, shops, and grids named its own way.

The truth that `old_town_sheets` is written from, and that `old_town_days` reckons with, over several days.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

from tests.held_apart.population import identity_number, person_name, phone_number

NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
CITY, PROVINCE, SHORT, PLATE, AREA = "洛阳市", "河南省", "豫", "豫C", "0379"

PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("玉泉小区", "estate", ("1", "2", "3")),
    ("玉泉小区", "estate", ("4", "5", "6")),
    ("棉纺厂家属院", "yard", ("甲3", "甲5", "乙1")),
    ("棉纺厂家属院", "yard", ("东区5", "东区6", "西区2")),
    ("后李村", "rows", ("1", "2", "3", "4")),
    ("后李村", "rows", ("5", "6", "7", "8")),
    ("城隍庙平房区", "lanes", ("槐树巷", "文昌巷", "义勇街")),
    ("城隍庙平房区", "lanes", ("豆腐巷", "仓门街", "北大井巷")),
    ("金谷公寓", "tower", ("A", "B")),
    ("师专宿舍", "dormitory", ("1", "2")),
    ("胜利路商铺", "shops", ("",)),
    ("铁路家属院", "estate", ("7", "8", "9")),
    ("牡丹苑", "estate", ("10", "11", "12")),
    ("东关村", "lanes", ("东关一巷", "东关二巷", "东关三巷")),
    ("新街公寓", "tower", ("C", "D")),
    ("机修厂院", "plain", ("1", "2", "3")),
)
"""Compound, how its addresses are made, the buildings (rows, lanes) of one grid's part."""

PLACES = {
    "wuhan": ("武汉", "湖北武汉", "武汉市江汉区"),
    "hubei": ("湖北孝感", "黄冈", "湖北宜昌"),
    "key_area": ("浙江温州", "信阳", "河南信阳", "广东深圳"),
    "other_province": ("山东东营", "山东济南", "北京", "江苏南京", "陕西西安"),
    "in_province": ("河南郑州", "郑州", "开封", "新乡"),
}
"""Where people come from, by this office's categories: here Shandong is another province."""


@dataclass(frozen=True)
class Home:
    """One true address. `grid` is the grid's place in the list, from 1."""

    compound: str
    kind: str
    building: str
    entrance: str
    flat: str
    grid: int


@dataclass
class Person:
    """One true person."""

    key: str
    name: str
    gender: str
    id_number: str
    phone: str
    home: Home
    relation: str
    head: str


@dataclass
class Grid:
    """A grid, its worker and what lies in it."""

    number: int
    name: str
    worker: str
    phone: str
    parts: list[tuple[str, str, tuple[str, ...]]]


@dataclass
class Journey:
    """A return: what the sheets will say, by the day they know it."""

    person: Person
    category: str
    place: str
    left: dt.date
    arrived: dt.date
    signed: dt.date | None
    released: dt.date | None
    transferred: bool
    known: dt.date


@dataclass
class Town:
    """Everything the old town's clerks write about."""

    rng: random.Random
    days: tuple[dt.date, ...]
    scheme: str = ""
    grids: list[Grid] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)
    config: dict[str, object] = field(default_factory=dict)

    def in_grid(self, number: int) -> list[Person]:
        """The people of a grid."""
        return [person for person in self.people if person.home.grid == number]

    def heads(self, number: int) -> list[Person]:
        """The heads of a grid's households."""
        return [person for person in self.in_grid(number) if person.relation == "户主"]

    def grid_words(self, number: int, rng: random.Random) -> str:
        """A grid as somebody writes it."""
        name = self.grids[number - 1].name
        if self.scheme == "named":
            return name
        if self.scheme == "padded":
            return rng.choice((name, f"{number:02d}网格", f"第{number}网格"))
        return rng.choice((name, f"{number}网格", f"第{number}网格", f"第{NUMERALS[number]}网格", f"{number}号网格"))


def build_town(seed: int, days: tuple[dt.date, ...]) -> Town:
    """The town of a seed, its people and their journeys around the days."""
    rng = random.Random(seed)
    town = Town(rng, days, rng.choice(("ordinal", "number", "padded", "named")))
    parts = list(PARTS)
    extra = rng.sample(parts[11:], rng.randint(1, 5))
    for number, part in enumerate(parts[:11] + extra, start=1):
        if number > 11 and rng.random() < 0.4:
            town.grids[rng.randrange(len(town.grids))].parts.append(part)
            continue
        place = len(town.grids) + 1
        worker = person_name(rng, rng.choice("男女"))
        town.grids.append(Grid(place, _grid_name(town.scheme, place), worker, phone_number(rng), [part]))
    names: set[str] = set()
    for grid in town.grids:
        for part in grid.parts:
            _settle(town, grid.number, part, names)
    town.config = _configuration(town)
    for grid in town.grids:
        adults = [person for person in town.in_grid(grid.number) if person.relation in ("户主", "配偶")]
        for person in rng.sample(adults, 4):
            town.journeys.append(_journey(town, person))
    return town


def _grid_name(scheme: str, place: int) -> str:
    if scheme == "ordinal":
        return f"第{NUMERALS[place]}网格"
    if scheme == "number":
        return f"{place}网格"
    if scheme == "padded":
        return f"网格{place:02d}"
    return f"胜利{NUMERALS[place]}网格" if place <= 7 else f"和平{NUMERALS[place - 7]}网格"


def _settle(town: Town, grid: int, part: tuple[str, str, tuple[str, ...]], names: set[str]) -> None:
    rng = town.rng
    compound, kind, buildings = part
    taken: set[tuple[str, ...]] = set()
    while len(taken) < 12:
        building = rng.choice(buildings)
        entrance, flat = _door(rng, kind)
        if (building, entrance, flat) in taken:
            continue
        taken.add((building, entrance, flat))
        home = Home(compound, kind, building, entrance, flat, grid)
        town.homes.append(home)
        head = ""
        for relation in ("户主", "配偶", "子女")[: rng.choice((1, 2, 2, 3))]:
            gender = rng.choice("男女")
            name = person_name(rng, gender)
            while name in names or len(name) < 3 or "·" in name:
                name = person_name(rng, gender)
            names.add(name)
            born = dt.date(
                rng.randint(1950, 1985) if relation != "子女" else 2008, rng.randint(1, 12), rng.randint(1, 28)
            )
            sequence = rng.randint(0, 499) * 2 + (gender == "男")
            key = f"P{len(town.people):04d}"
            head = head or key
            town.people.append(
                Person(key, name, gender, identity_number(born, sequence), phone_number(rng), home, relation, head)
            )


def _door(rng: random.Random, kind: str) -> tuple[str, str]:
    floor, door = rng.randint(1, 6), rng.randint(1, 3)
    if kind == "estate":
        return str(rng.randint(1, 3)), f"{floor}{door:02d}"
    if kind == "yard":
        return str(rng.randint(1, 2)), rng.choice(
            (f"{floor}{door:02d}", f"{floor}{door:02d}", f"{floor}01东户", f"{floor}01西户", "负一层")
        )
    if kind in ("rows", "lanes", "shops"):
        return "", str(rng.randint(1, 40))
    if kind == "tower":
        return "", f"{rng.randint(1, 18)}{door:02d}"
    return "", f"{floor}{door:02d}"


def _configuration(town: Town) -> dict[str, object]:
    rng = town.rng
    count_from = rng.choice(("arrive_date", "left_date"))
    local_days = rng.choice((0, 7))
    return {
        "wuhan": [(dt.date(2020, 1, 1), 14, "arrive_date"), (dt.date(2020, 1, 30), 21, "arrive_date")],
        "hubei": [(dt.date(2020, 1, 1), 14, "arrive_date"), (dt.date(2020, 1, 30), 21, "arrive_date")],
        "key_area": [(dt.date(2020, 1, 1), 14, count_from)],
        "other_province": [(dt.date(2020, 1, 1), rng.choice((7, 10, 14)), "arrive_date")],
        "in_province": [(dt.date(2020, 1, 1), local_days, "arrive_date")],
        "fever": rng.choice((37.0, 37.2, 37.5)),
        "cutoff": rng.choice(("10:00", "15:00", "17:30")),
    }


def _journey(town: Town, person: Person) -> Journey:
    rng = town.rng
    first, last = town.days[0], town.days[-1]
    arrived = first + dt.timedelta(
        days=rng.choice((-24, -20, -16, -15, -14, -13, -12, -9, -7, -6, -5, -3, -2, -1, 0, 1, 2))
    )
    category = rng.choice(("wuhan", "hubei", "key_area", "key_area", "other_province", "other_province", "in_province"))
    left = arrived - dt.timedelta(days=rng.choice((0, 0, 1, 2)))
    known = max(arrived, first)
    signed = known + dt.timedelta(days=rng.choice((0, 0, 1, 2))) if rng.random() < 0.75 else None
    released = None
    over = due(town, category, left, arrived)
    if (
        over is not None
        and rng.random() < 0.5
        and max(over + dt.timedelta(days=1), first - dt.timedelta(days=1)) <= last
    ):
        released = max(over + dt.timedelta(days=1), first + dt.timedelta(days=rng.choice((-1, 0, 1, 2))))
    transferred = rng.random() < 0.05 and released is None
    return Journey(person, category, rng.choice(PLACES[category]), left, arrived, signed, released, transferred, known)


def due(town: Town, category: str, left: dt.date, arrived: dt.date) -> dt.date | None:
    """The last day of the quarantine by the rule in force at arrival; none where the rule asks for none."""
    rules = town.config[category]
    assert isinstance(rules, list)
    _, days, count_from = [rule for rule in rules if rule[0] <= arrived][-1]
    return (left if count_from == "left_date" else arrived) + dt.timedelta(days=days) if days else None


def write_home(home: Home, rng: random.Random) -> str:
    """An address as somebody writes it, without its compound."""
    building, entrance, flat = home.building, home.entrance, home.flat
    match home.kind:
        case "estate":
            number = NUMERALS[int(building)] if int(building) < 13 else building
            styles = [
                f"{building}号楼{entrance}单元{flat}", f"{building}-{entrance}-{flat}", f"{building}#{entrance}-{flat}",
                f"{number}号楼{NUMERALS[int(entrance)]}单元{flat}室", f"{building}栋{entrance}单元{flat}室", f"{building}楼{entrance}单元{flat}",
            ]  # fmt: skip
        case "yard":
            styles = [
                f"{building}号楼{entrance}单元{flat}",
                f"{building}-{entrance}-{flat}",
                f"{building}栋{entrance}单元{flat}",
            ]
        case "rows":
            styles = [
                f"{building}排{flat}号",
                f"{NUMERALS[int(building)]}排{flat}号",
                f"第{building}排{flat}号",
                f"{building}排{flat}",
            ]
        case "lanes":
            styles = [f"{building}{flat}号", f"{building}{flat}号", f"{building} {flat}号", f"{building}{flat}号院"]
        case "shops":
            styles = [f"{flat}号", f"{flat}号商铺", f"{flat}号"]
        case "tower":
            styles = [
                f"{building}座{flat}",
                f"{building}座{flat}室",
                f"{building}-{flat}",
                f"{building}座{flat[:-2]}层{flat}",
                f"{building.lower()}座{flat}",
            ]
        case _:
            styles = [f"{building}号楼{flat}", f"{building}号楼{flat}室", f"{building}-{flat}", f"{building}栋{flat}"]
    return rng.choice(styles)


def split_home(home: Home) -> list[str]:
    """Building, entrance and flat as three cells."""
    unit = {"rows": "排", "lanes": "", "shops": "", "tower": "座"}.get(home.kind, "号楼")
    entrance = f"{home.entrance}单元" if home.entrance else ""
    flat = f"{home.flat}号" if home.kind in ("rows", "lanes", "shops") else home.flat
    return [f"{home.building}{unit}" if home.building else "", entrance, flat]


def write_buildings(part: tuple[str, str, tuple[str, ...]], rng: random.Random) -> str:
    """A grid's buildings in the register of grids."""
    _, kind, buildings = part
    if kind in ("estate", "plain", "dormitory"):
        return rng.choice(
            (
                f"{buildings[0]}-{buildings[-1]}号楼",
                "、".join(f"{each}号楼" for each in buildings),
                "、".join(buildings) + "号楼",
            )
        )
    if kind == "yard":
        return "、".join(f"{each}号楼" for each in buildings)
    if kind == "rows":
        return rng.choice((f"{buildings[0]}-{buildings[-1]}排", "、".join(f"{each}排" for each in buildings)))
    if kind == "tower":
        return "、".join(f"{each}座" for each in buildings)
    return "全部" if kind == "shops" else "、".join(buildings)
