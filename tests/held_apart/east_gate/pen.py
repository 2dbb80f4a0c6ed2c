"""How one clerk of the east gate's office writes days, numbers, doors and answers, and what they say."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import cast

from tests.held_apart.canvas import CellValue
from tests.held_apart.east_gate.leaf import Facts, Item, Said
from tests.held_apart.population import DAY, Flat, Person
from tests.held_apart.truth import Expect, ok

WIDE = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
LUNAR_DAYS = "一二三四五六七八九十"
DAY_STYLES = (
    "2020-02-05", "2020/2/5", "2020.2.5", "2月5日", "2020年2月5日", "2月5号", "cell", "20200205", "02月05日", "2.5", "2/5", "wide", "spaced", "20.2.5", "2020-2-5",
)  # fmt: skip
NOTHING: tuple[CellValue, ...] = (None, None, None, "/", "-", "无", "—")


def day_text(day: dt.date, style: str) -> CellValue:
    """A day as typed in one style."""
    dotted = f"{day.month}.{day.day}" if day.day > 3 else f"{day.month}月{day.day}日"
    texts: dict[str, CellValue] = {
        "2020-02-05": f"{day:%Y-%m-%d}", "2020/2/5": f"{day.year}/{day.month}/{day.day}", "2020.2.5": f"{day.year}.{day.month}.{day.day}",
        "2月5日": f"{day.month}月{day.day}日", "2020年2月5日": f"{day.year}年{day.month}月{day.day}日", "2月5号": f"{day.month}月{day.day}号",
        "cell": dt.datetime.combine(day, dt.time()), "20200205": f"{day:%Y%m%d}", "02月05日": f"{day:%m月%d日}", "2.5": dotted,
        "2/5": f"{day.month}/{day.day}" if day.day > 12 else f"{day.month}月{day.day}日", "wide": f"{day.month}月{day.day}日".translate(WIDE),
        "spaced": f" {day.year} 年 {day.month} 月 {day.day} 日 ", "20.2.5": f"{day:%y}.{day.month}.{day.day}", "2020-2-5": f"{day.year}-{day.month}-{day.day}",
    }  # fmt: skip
    return texts[style]


def lunar(day: dt.date) -> str:
    """A day of the first lunar month of 2020, as people say it."""
    count = (day - dt.date(2020, 1, 25)).days
    if 0 <= count < len(LUNAR_DAYS):
        return f"正月初{LUNAR_DAYS[count]}"
    return "年三十" if count == -1 else f"{day.month}月{day.day}日"


class Pen:
    """A clerk's habits: one way of writing most things, now and then another."""

    def __init__(self, rng: random.Random, tidy: bool = False) -> None:
        self.rng = rng
        self.slip = 0.0 if tidy else 0.15
        self.style = rng.choice(DAY_STYLES)
        self.door_style = rng.randrange(7)

    def pick(self, *choices: str) -> str:
        """One of several wordings."""
        return self.rng.choice(choices)

    def nothing(self, *names: str) -> Said:
        """A cell in which nothing is said."""
        return self.rng.choice(NOTHING), {name: ok("") for name in names}

    def day(self, name: str, day: dt.date | None, tail: str = "") -> Said:
        """A day; `tail` is said behind it (自驾, 晚上)."""
        if day is None:
            return None, {name: ok("")}
        style = self.rng.choice(DAY_STYLES) if self.rng.random() < self.slip else self.style
        value = day_text(day, style)
        if self.slip and self.rng.random() < 0.05:
            value = lunar(day)
        if tail and isinstance(value, str) and "日" in value:
            value = value.strip() + tail
        return value, {name: ok(day.isoformat())}

    def number(self, person: Person) -> Said:
        """An ID number."""
        full, draw = person.id_number, self.rng.random()
        if person.born.year > 2012 and draw < 0.4:
            word = self.pick("无", "未办", "")
            return word, {"id_number": ok("", word)}
        if draw > self.slip * 2:
            return full, {"id_number": ok(full)}
        typed = self.pick(
            full.lower(),
            f"{full[:6]} {full[6:14]} {full[14:]}",
            full.translate(WIDE),
            f"{full} ",
            f"'{full}",
            f"身份证{full}",
            f"{full[:14]}\n{full[14:]}",
        )
        return typed, {"id_number": ok(full)}

    def phone(self, number: str, other: str = "") -> Said:
        """A mobile number, or two in a cell."""
        if other:
            joint = self.pick("/", "、", " ", "\n", "，", "；", " 或 ")
            return f"{number}{joint}{other}", {"phone": ok(f"{number};{other}")}
        if self.rng.random() > self.slip * 2:
            return self.rng.choice((number, number, int(number))), {"phone": ok(number)}
        typed = self.pick(
            f"{number[:3]} {number[3:7]} {number[7:]}", f"{number[:3]}-{number[3:7]}-{number[7:]}", f"+86 {number}", f"{number}（本人）", f"{number.translate(WIDE)}",
            f"手机：{number}", f"{number}(微信同号)", f" {number}",
        )  # fmt: skip
        return typed, {"phone": ok(number)}

    def name(self, person: Person) -> Said:
        """A name."""
        name, typed = person.name, person.name
        if self.rng.random() < self.slip:
            typed = f"{name[0]}　{name[1:]}" if len(name) == 2 else self.pick(f" {name}", f"{name} ", f"{name}　")
        return typed, {"name": ok(name)}

    def door(self, flat: Flat, compound: bool = True) -> Said:
        """A whole address in one cell."""
        c, b, e, f = flat.compound if compound else "", flat.building, flat.entrance, flat.flat
        styles = (
            f"{c}{b}号楼{e}单元{f}", f"{c}{b}-{e}-{f}", f"{c} {b}#{e}-{f}", f"{c}{b}号楼{e}单元{f}室", f"{c}{b}栋{e}单元{f}户", f"{c}{b}幢{e}单元{f}", f"{c}{b}楼{e}单元{f}",
        )  # fmt: skip
        typed = styles[self.door_style]
        draw = self.rng.random()
        if draw < self.slip / 2:
            typed = self.rng.choice(styles).translate(WIDE)
        elif draw < self.slip and compound:
            typed = self.pick("东营经济技术开发区", "山东省东营市开发区胜利街道", "胜利街道胜景社区") + styles[3]
        return typed, self.place(flat, compound)

    @staticmethod
    def place(flat: Flat, compound: bool = True) -> dict[str, Expect]:
        """What an address says, field by field."""
        said = {"building": ok(flat.building), "entrance": ok(flat.entrance), "flat": ok(flat.flat)}
        return said | ({"compound": ok(flat.compound)} if compound else {})

    def warmth(self, name: str, low: int = 361, high: int = 369) -> Said:
        """A temperature."""
        said = f"{self.rng.randint(low, high) / 10:.1f}"
        typed: CellValue = float(said)
        if self.rng.random() < self.slip * 2:
            typed = self.pick(
                f"{said}℃",
                f"{said}度",
                said.translate(WIDE),
                f" {said}",
                f"{said}°C",
                f"{said} ℃",
                said.replace(".", "。"),
            )
        return typed, {name: ok(said)}

    def answer(self, name: str, yes: bool, words: tuple[str, ...] = ("是", "否")) -> Said:
        """A yes or a no for a field that holds one."""
        return words[0 if yes else 1], {name: ok("yes" if yes else "no")}

    def free(self, name: str, yes: bool, said: str = "", none: tuple[str, ...] = ("无", "否", "没有")) -> Said:
        """An answer for a field that holds text: kept as written, or as yes and no."""
        word = (said or self.pick("是", "有")) if yes else self.rng.choice(none)
        return word, {name: ok(word, "yes" if yes else "no")}


def said(name: str, key: str = "") -> Callable[[Facts], Said]:
    """A fact typed as it is, which a field keeps as it is; without a name no field takes it."""

    def write(facts: Facts) -> Said:
        value = cast(CellValue, facts.get(key or name))
        return value, {name: ok("" if value is None else value)}

    return write


def counting(start: int = 1, heading: str = "序号") -> Item:
    """The serial number in front."""
    counter = iter(range(start, 100_000))
    return Item(heading, lambda _: (next(counter), {}))


def who_of(facts: Facts) -> Person:
    """The person a row is about."""
    return cast(Person, facts["person"])


def around(day: dt.date = DAY, back: int = 0) -> dt.date:
    """Some days before."""
    return day - dt.timedelta(days=back)


def gender_of(facts: Facts) -> Said:
    """The sex of the row's person."""
    return who_of(facts).gender, {"gender": sex(who_of(facts).gender)}


def sex(gender: str) -> Expect:
    """男 and 女 as the data files have them."""
    return ok({"男": "male", "女": "female"}[gender])
