"""An invented community: compounds, grids, households, people, journeys. The truth that the sheets are written from."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import dataclass, field

DAY = dt.date(2020, 2, 9)

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
COMPOUND_SURNAMES = ("欧阳", "诸葛", "司马", "上官")
MALE = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢志建国文胜德"
FEMALE = "芳娜秀敏静丽艳娟霞秀兰玲桂英梅红玉萍燕雪琳晶洁颖婷慧莹倩蕾薇雯佳欣怡淑贞香月"
MINORITY = ("阿依古丽·买买提", "迪丽努尔·艾合买提", "古力娜·吐尔逊", "艾克拜尔·米吉提")

COMPOUND_NAMES = (
    "惠泽小区", "润泽家园", "东凯花园", "天润花苑", "海河小区", "凤凰城", "学府公寓", "明月苑", "金水湾", "紫荆花园", "安居小区", "翠湖佳苑",
)  # fmt: skip
COMPOUND_HEADS = [
    "星河",
    "云锦",
    "盛泰",
    "和谐",
    "华苑",
    "祥瑞",
    "康宁",
    "德州路",
    "泰安里",
    "银河",
    "丽景",
    "文汇",
    "书香",
    "玉景",
    "新兴",
    "众成",
    "蓝湾",
    "清风",
    "聚贤",
    "鸿运",
]
COMPOUND_TAILS = ["小区", "花园", "家园", "公寓"]
"""For communities larger than twelve grids."""
PROVINCE_PLACES = ("济南", "青岛", "潍坊寿光", "淄博", "滨州")
FAR_PLACES = ("北京", "上海浦东", "河南信阳", "浙江温州", "广东深圳", "江苏南京", "安徽合肥")
HUBEI_PLACES = ("湖北孝感", "湖北黄冈", "荆州", "宜昌", "湖北襄阳", "十堰")


def check_character(first17: str) -> str:
    """The check character of GB 11643-1999."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights, strict=True)) % 11]


def identity_number(born: dt.date, sequence: int) -> str:
    """An invented number: unassigned area 370599."""
    first17 = f"370599{born:%Y%m%d}{sequence:03d}"
    return first17 + check_character(first17)


@dataclass(frozen=True)
class Flat:
    """One address of the community."""

    compound: str
    building: str
    entrance: str
    flat: str
    grid: str


@dataclass
class Person:
    """One true person; `key` is the label that links are measured against."""

    key: str
    name: str
    gender: str
    born: dt.date
    id_number: str
    phone: str
    home: Flat
    household: str
    relation: str
    residence: str = "山东东营"


@dataclass
class Journey:
    """A return to the community, and the quarantine that follows it."""

    person: Person
    from_place: str
    left: dt.date
    arrived: dt.date
    transport: str
    trip: str
    hubei: bool
    wuhan: bool
    notice: bool
    pledge: bool
    released: dt.date | None = None


@dataclass
class Grid:
    """A grid and its worker."""

    number: str
    worker: str
    phone: str
    compound: str
    buildings: list[str]


@dataclass
class Community:
    """Everything that the clerks write about."""

    rng: random.Random
    day: dt.date = DAY
    trouble: float = 1.0
    grids: list[Grid] = field(default_factory=list)
    flats: list[Flat] = field(default_factory=list)
    taken: set[Flat] = field(default_factory=set)
    people: list[Person] = field(default_factory=list)
    journeys: list[Journey] = field(default_factory=list)

    def draw(self) -> float:
        """A random number below which something goes wrong; the more `trouble`, the smaller."""
        return self.rng.random() / self.trouble

    def in_grid(self, number: str) -> list[Person]:
        """The people of one grid in walking order."""
        return [person for person in self.people if person.home.grid == number]

    def journeys_in(self, number: str) -> list[Journey]:
        """The journeys of one grid's people."""
        return [journey for journey in self.journeys if journey.person.home.grid == number]


def person_name(rng: random.Random, gender: str, surname: str = "") -> str:
    """An invented name; rarely a minority's or with a double surname."""
    if not surname and rng.random() < 0.01:
        return rng.choice(MINORITY)
    if not surname:
        surname = rng.choice(COMPOUND_SURNAMES) if rng.random() < 0.02 else rng.choice(SURNAMES)
    pool = MALE if gender == "男" else FEMALE
    return surname + "".join(rng.choice(pool) for _ in range(rng.choice((1, 2, 2, 2))))


def phone_number(rng: random.Random) -> str:
    """An invented mobile number."""
    return "1" + rng.choice("3578") + "".join(rng.choice("0123456789") for _ in range(9))


def more_compounds(number: int) -> list[str]:
    """Names for compounds beyond the first six: one word and a kind, then two words and a kind."""
    single = [f"{head}{tail}" for tail in COMPOUND_TAILS for head in COMPOUND_HEADS]
    double = (f"{one}{other}{tail}" for one in COMPOUND_HEADS for other in COMPOUND_HEADS for tail in COMPOUND_TAILS)
    return list(itertools.islice(itertools.chain(single, double), max(0, number)))


def build_community(rng: random.Random, size: int) -> Community:
    """A community of about `size` people in twelve grids, more from 4,200 people on; every grid has journeys."""
    community = Community(rng)
    names = rng.sample(COMPOUND_NAMES, 6) + more_compounds(size // 600 - 6)
    number = 0
    for compound in names:
        for part in range(2):
            number += 1
            buildings = [str(part * 3 + each) for each in (1, 2, 3)]
            worker = person_name(rng, rng.choice("男女"))
            community.grids.append(Grid(str(number), worker, phone_number(rng), compound, buildings))
    while len(community.people) < size:
        _add_household(community)
    community.flats.sort(key=lambda flat: (int(flat.grid), int(flat.building), flat.entrance, int(flat.flat)))
    places = {flat: index for index, flat in enumerate(community.flats)}
    community.people.sort(key=lambda person: places[person.home])
    for grid in community.grids:
        adults = [person for person in community.in_grid(grid.number) if person.born.year < 2004]
        for person in rng.sample(adults, max(3, len(adults) // 8)):
            community.journeys.append(_journey(community, person))
    return community


def _add_household(community: Community) -> None:
    rng = community.rng
    grid = community.grids[len(community.flats) % len(community.grids)]
    while True:
        floor, door = rng.randint(1, 11), rng.randint(1, 2)
        flat = Flat(
            grid.compound, rng.choice(grid.buildings), str(rng.randint(1, 4)), f"{floor}{door:02d}", grid.number
        )
        if flat not in community.taken:
            break
    community.flats.append(flat)
    community.taken.add(flat)
    number = f"{len(community.flats):04d}"
    head = _person(community, flat, number, "本人", "男" if rng.random() < 0.7 else "女", rng.randint(1945, 1992))
    community.people.append(head)
    if rng.random() < 0.75:
        other = "女" if head.gender == "男" else "男"
        spouse = "之妻" if other == "女" else "之夫"
        community.people.append(_person(community, flat, number, spouse, other, head.born.year + rng.randint(-3, 3)))
    if rng.random() < 0.5:
        gender = rng.choice("男女")
        relation = "长子" if gender == "男" else "长女"
        year = min(2018, head.born.year + rng.randint(23, 32))
        child = _person(community, flat, number, relation, gender, year)
        child.name = person_name(rng, gender, head.name[0] if "·" not in head.name else rng.choice(SURNAMES))
        community.people.append(child)


def _person(community: Community, flat: Flat, household: str, relation: str, gender: str, year: int) -> Person:
    rng = community.rng
    born = dt.date(year, rng.randint(1, 12), rng.randint(1, 28))
    sequence = rng.randint(0, 499) * 2 + (1 if gender == "男" else 0)
    key = f"P{len(community.people):05d}"
    name = person_name(rng, gender)
    number = identity_number(born, sequence)
    phone = phone_number(rng)
    return Person(key, name, gender, born, number, phone, flat, household, relation)


def _journey(community: Community, person: Person) -> Journey:
    rng = community.rng
    arrived = dt.date(2020, 1, 12) + dt.timedelta(days=rng.randint(0, 26))
    left = arrived - dt.timedelta(days=rng.choice((0, 0, 0, 1, 1, 2)))
    draw = rng.random()
    wuhan, hubei = draw < 0.15, draw < 0.35
    if wuhan:
        place = "武汉" if rng.random() < 0.7 else "湖北武汉"
    elif hubei:
        place = rng.choice(HUBEI_PLACES)
    else:
        place = rng.choice(FAR_PLACES if draw < 0.8 else PROVINCE_PLACES)
    transport, trip = rng.choice((("自驾", "鲁E" + "".join(rng.choice("0123456789ABCDFGH") for _ in range(5))),
                                  ("火车", f"G{rng.randint(100, 999)}"), ("大巴", ""), ("飞机", f"MU{rng.randint(1000, 9999)}")))  # fmt: skip
    released = arrived + dt.timedelta(days=15)
    return Journey(
        person, place, left, arrived, transport, trip, hubei, wuhan, rng.random() < 0.7, rng.random() < 0.6,
        released if released <= community.day and rng.random() < 0.7 else None,
    )  # fmt: skip
