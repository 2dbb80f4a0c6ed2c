"""One workbook drawn by a careless hand from the declaration of its kind.

A column is written `heading|another heading = what stands in it`; a leading `?` means that half of the offices leave
it out. What stands in it is the name of a value below, `a / b / c` for one of several words, `3..90` for a whole
number, `1.5~9.9` for one with decimals; several, joined by `+`, are written one behind the other.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from fournets.model import Raw

Row = list[Raw]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰梅文博浩宇欣怡子涵雨泽晨志国建海燕"
COMPOUNDS = ("惠泽小区", "锦华小区", "安和家园", "明月花园", "东城丽景", "新兴小区")
ROADS = ("东三路", "府前大街", "淄博路", "黄河路", "胜利大街", "西四路", "北一路", "运河路")
FIRMS = ("鑫源", "宏达", "金桥", "百惠", "恒通", "大地", "利民", "新时代", "佳和", "众诚")
TRADES = ("超市", "药店", "饭店", "商贸有限公司", "汽修厂", "理发店", "五金店", "幼儿园", "酒店", "物流有限公司")
PLACELESS = ("新建 Microsoft Excel 工作表", "工作簿1", "Book1", "表格(2)", "导出", "1", "2.9", "文档", "汇总(1)", "new")


class Outcome(StrEnum):
    """What becomes of a workbook when the desk does its work well."""

    HELD = "held"
    """It is none of ours and must not become records."""
    DOUBTED = "held, or accepted with the doubt said"
    """It could be one of ours (persons with full addresses, drivers with plates): nobody may count it in silence."""
    OURS = "accepted"
    """It is one of ours in an odd dress and must stay accepted."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of workbook. `forms` are what ours may be read as; `names` are its usual titles, best known first.

    `titled` kinds are told by their title alone and always carry it.
    """

    name: str
    outcome: Outcome
    names: tuple[str, ...]
    columns: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A drawn workbook: its file name and its sheets, name and rows."""

    kind: Kind
    file: str
    sheets: tuple[tuple[str, list[Row]], ...]


def check_character(first17: str) -> str:
    """The last character of a resident ID (GB 11643-1999)."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, WEIGHTS, strict=True)) % 11]


class Hand:
    """One row's person and things at a time; the same column says the same of the same row."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.dates = rng.choice(("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "{m}月{d}日", "{m}.{d}", ""))
        self.number = 0
        self.compound = rng.choice(COMPOUNDS)

    def turn(self) -> None:
        """The next row: another person."""
        rng = self.rng
        self.number += 1
        self.gender = rng.choice("男女")
        self.born = date(rng.randint(1938, 2014), rng.randint(1, 12), rng.randint(1, 28))
        self.called = rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2, 2))))
        first = f"370599{self.born:%Y%m%d}{rng.randrange(10, 500) * 2 + (self.gender == '男'):03d}"
        self.identity = first + check_character(first)
        self.house = (rng.randint(1, 28), rng.randint(1, 4), rng.randint(1, 6) * 100 + rng.randint(1, 3))
        if rng.random() < 0.4:
            self.compound = rng.choice(COMPOUNDS)

    def value(self, what: str) -> Raw:
        """What a column's declaration stands for."""
        if "+" in what:
            return "".join(str(self.value(part)) for part in what.split("+"))
        if " / " in what:
            return self.rng.choice(what.split(" / ")).strip()
        if ".." in what:
            low, high = what.split("..")
            return self.rng.randint(int(low), int(high))
        if "~" in what:
            low, high = what.split("~")
            return round(self.rng.uniform(float(low), float(high)), 1 if "." in low else 2)
        made = getattr(self, f"a_{what}", None)
        return made() if made else what

    def a_nothing(self) -> Raw:
        return None

    def a_serial(self) -> Raw:
        return self.number

    def a_name(self) -> Raw:
        return self.called

    def a_other(self) -> Raw:
        return self.rng.choice(SURNAMES) + "".join(self.rng.sample(GIVEN, 2))

    def a_id(self) -> Raw:
        return self.identity

    def a_masked(self) -> Raw:
        return f"{self.identity[:4]}**********{self.identity[-4:]}"

    def a_gender(self) -> Raw:
        return self.gender

    def a_age(self) -> Raw:
        return 2020 - self.born.year

    def a_born(self) -> Raw:
        return self._written(self.born)

    def a_phone(self) -> Raw:
        return f"1{self.rng.choice('35789')}{self.rng.randrange(10**9):09d}"

    def a_landline(self) -> Raw:
        return f"0546-8{self.rng.randrange(10**6):06d}"

    def a_date(self) -> Raw:
        return self._written(date(2020, 2, 9) - timedelta(days=self.rng.randint(0, 30)))

    def a_earlier(self) -> Raw:
        return self._written(date(2019, 6, 1) - timedelta(days=self.rng.randint(0, 2000)))

    def a_later(self) -> Raw:
        return self._written(date(2020, 3, 1) + timedelta(days=self.rng.randint(0, 300)))

    def a_stamp(self) -> Raw:
        moment = datetime(2020, 2, 9, 18) - timedelta(minutes=self.rng.randint(0, 60_000))
        return moment if self.rng.random() < 0.5 else f"{moment:%Y/%m/%d %H:%M}"

    def a_time(self) -> Raw:
        clock = time(self.rng.randint(7, 21), self.rng.randint(0, 59))
        return clock if self.dates == "" else f"{clock:%H:%M}"

    def a_plate(self) -> Raw:
        return self.rng.choice(("鲁E", "鲁E", "鲁E", "鲁C", "苏A", "豫P")) + "".join(
            self.rng.choice("0123456789ABCDEFGHJKLMN") for _ in range(5)
        )

    def a_compound(self) -> Raw:
        return self.compound

    def a_building(self) -> Raw:
        return self.house[0]

    def a_entrance(self) -> Raw:
        return self.house[1]

    def a_flat(self) -> Raw:
        return self.house[2]

    def a_room(self) -> Raw:
        return "-".join(map(str, self.house))

    def a_home(self) -> Raw:
        return f"{self.compound}{self.house[0]}号楼{self.house[1]}单元{self.house[2]}"

    def a_street(self) -> Raw:
        return f"东营区{self.rng.choice(ROADS)}{self.rng.randint(1, 300)}号"

    def a_town(self) -> Raw:
        return self.rng.choice(("湖北武汉", "湖北孝感", "河南信阳", "北京", "济南", "浙江温州", "江苏南京", "上海"))

    def a_grid(self) -> Raw:
        return self.rng.choice(("第{}网格", "{}", "{}网格")).format(self.rng.randint(1, 36))

    def a_firm(self) -> Raw:
        return self.rng.choice(FIRMS) + self.rng.choice(TRADES)

    def a_account(self) -> Raw:
        return f"6222{self.rng.randrange(10**15):015d}"

    def a_code(self) -> Raw:
        return f"{self.rng.choice('ABGJKZ')}{self.rng.randrange(10**6):06d}"

    def a_mail(self) -> Raw:
        return f"user{self.rng.randrange(10**4)}@example.com"

    def _written(self, day: date) -> Raw:
        if not self.dates:
            return datetime(day.year, day.month, day.day)
        return day.strftime(self.dates).format(m=day.month, d=day.day)


def draw(kind: Kind, seed: int) -> Book:
    """The kind as one office keeps it. The same seed draws the same workbook."""
    rng = random.Random(f"{kind.name} {seed}")
    hand = Hand(rng)
    title = rng.choice(kind.names)
    columns = list(_columns(kind, rng))
    rows = [*_top(kind, title, len(columns), rng), [heading for heading, _ in columns]]
    for _ in range(rng.randint(4, 24)):
        hand.turn()
        rows.append([hand.value(what) for _, what in columns])
    if rng.random() < 0.25:
        rows += [[], [f"填表人：{hand.value('other')}", None, None, "审核："]]
    told = kind.titled or rng.random() < 0.6
    file = title if told else rng.choice(PLACELESS)
    sheet = rng.choice((title[:20], "Sheet1", "Sheet1", "sheet1", "工作表1"))
    return Book(kind, file + ".xlsx", ((sheet if told else "Sheet1", rows),))


def _columns(kind: Kind, rng: random.Random) -> Iterator[tuple[str, str]]:
    if not kind.columns[0].startswith("序号") and rng.random() < 0.5:
        yield rng.choice(("序号", "序号", "编号", "No.")), "serial"
    for column in kind.columns:
        if column.startswith("?") and rng.random() < 0.5:
            continue
        headings, what = column.lstrip("?").split(" = ")
        yield rng.choice(headings.split("|")), what


def _top(kind: Kind, title: str, width: int, rng: random.Random) -> Iterator[Row]:
    if kind.titled or rng.random() < 0.6:
        yield [title]
        if rng.random() < 0.3:
            yield [f"单位：{rng.choice(FIRMS)}{rng.choice(TRADES)}", *[None] * max(width - 3, 0), "2020年2月9日"]
        if rng.random() < 0.2:
            yield []
