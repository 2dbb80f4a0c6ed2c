"""Ways of writing that the neighbouring offices have: remarks in brackets, name and phone in a cell, boxes to tick."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tests.held_apart.canvas import CellValue
from tests.held_apart.columns import GENDERS, Hand, Heading
from tests.held_apart.hands import LUNAR_FIRST_MONTH, Says, numeral
from tests.held_apart.painting import Column, Facts
from tests.held_apart.population import Flat
from tests.held_apart.truth import Expect, must, ok

Written = tuple[CellValue, Expect]
LAST_MONTH = dt.date(2019, 12, 26)
"""腊月初一 of the lunar year that ended on 24 January 2020."""


def _lunar(day: dt.date) -> str:
    offset = (day - dt.date(2020, 1, 25)).days
    if offset < 0:
        return f"腊月{_lunar_day((day - LAST_MONTH).days)}" if day != dt.date(2020, 1, 24) else "除夕"
    words = LUNAR_FIRST_MONTH[offset * 2 : offset * 2 + 2] if offset < 15 else _lunar_day(offset)
    return f"大年{words}" if offset < 7 else f"正月{words}"


def _lunar_day(offset: int) -> str:
    if offset < 10:
        return f"初{numeral(offset + 1)}"
    return numeral(offset + 1).replace("二十", "廿") if 20 < offset + 1 < 30 else numeral(offset + 1)


def day_cell(hand: Hand, day: dt.date, style: str) -> Written:
    """A day as people jot it down."""
    month_day = f"{day.month}月{day.day}日"
    ways: dict[str, CellValue] = {
        "remark": f"{month_day}（{hand.rng.choice(('晚上', '中午', '自驾', '本人说', '已核实'))}）",
        "arrived word": f"{month_day}{hand.rng.choice(('到', '返', '晚', '下午'))}",
        "dot half day": f"{day.month}.{day.day:02d}{hand.rng.choice(('上午', '晚', '下午'))}",
        "no end": f"{day.year}年{day.month}月{day.day}",
        "short slashes": f"{day:%y}/{day.month}/{day.day}",
        "underscores": f"{day.year}_{day.month:02d}_{day.day:02d}",
        "spaces": f"{day.year} {day.month:02d} {day.day:02d}",
        "lunar": _lunar(day),
        "lunar both": f"{month_day}（{_lunar(day)}）",
        "numerals": f"{numeral(day.month)}月{numeral(day.day)}日",
        "zero month": f"{day.month:02d}月{day.day:02d}日",
        "stamp": f"{day:%Y/%m/%d} 09:12",
        "double dot": f"{day.year}..{day.month}.{day.day}",
        "wide dot": f"{day.year}。{day.month}。{day.day}",
        "text dash": f"{day.month:02d}-{day.day:02d}",
        "english": f"{day:%Y-%m-%dT00:00:00}",
    }
    if style == "about":
        return f"{month_day}左右", must(day)
    if style == "range":
        return f"{day.month}.{day.day:02d}或{day.month}.{day.day + 1:02d}", must()
    return ways[style], ok(day)


PLAIN_DAYS = ("no end", "short slashes", "numerals", "zero month", "stamp", "text dash")
JOTTED_DAYS = ("remark", "arrived word", "dot half day", "lunar", "lunar both", "wide dot", "spaces")
DOUBTFUL_DAYS = ("about", "range")


def day(
    hand: Hand, heading: Heading, field: str, key: str, styles: Sequence[str] = PLAIN_DAYS, doubt: float = 0.0
) -> Column:
    """A date column in these styles."""

    def write(facts: Facts) -> Says:
        value = facts.get(key)
        if not isinstance(value, dt.date):
            return Says(None, {field: ok("")})
        style = hand.rng.choice(DOUBTFUL_DAYS if hand.rng.random() < doubt and value.day < 28 else tuple(styles))
        cell, expect = day_cell(hand, value, style)
        return Says(cell, {field: expect})

    return Column(heading, write)


def yes_no(
    hand: Hand, heading: Heading, field: str, key: str, words: tuple[tuple[str, ...], tuple[str, ...]]
) -> Column:
    """Yes or no in these words (yes, no)."""

    def write(facts: Facts) -> Says:
        value = facts.get(key)
        if not isinstance(value, bool):
            return Says(None, {field: ok("")})
        return Says(hand.rng.choice(words[not value]), {field: ok("yes" if value else "no")})

    return Column(heading, write)


BEEN = (("是", "去过", "有", "√", "是（途经）"), ("否", "没去过", "没有", "无", "×", "未去"))
SIGNED = (("已签", "签了", "是", "√", "已签（补）", "已签字"), ("未签", "没签", "否", "×", "还没签"))
RELEASED = (("已解除", "是", "解除", "√"), ("未解除", "否", "没有", "×", "未到期"))
DONE_WORDS = (("是", "有", "√"), ("否", "无", "没有", "×"))


def health(hand: Hand, heading: Heading, field: str, key: str) -> Column:
    """How someone feels: nothing, or words."""

    def write(facts: Facts) -> Says:
        said = facts.get(key)
        if said is None:
            return Says(None, {field: ok("")})
        if said is False:
            word = hand.rng.choice(("无", "没有", "正常", "良好", "无异常", "都好", "身体健康", "无不适"))
            return Says(word, {field: ok("no", word)})
        word = hand.rng.choice(("咳嗽", "有点咳嗽", "低烧", "发热37.5"))
        return Says(word, {field: ok(word, "yes")})

    return Column(heading, write)


def phone(hand: Hand, heading: Heading) -> Column:
    """A phone with a remark, or two with whose they are."""

    def write(facts: Facts) -> Says:
        number = str(facts["phone"])
        if not number:
            return Says(None, {"phone": ok("")})
        other = "139" + "".join(hand.rng.choice("0123456789") for _ in range(8))
        spaced = f"{number[:3]} {number[3:7]} {number[7:]}"
        cell, expect = hand.rng.choice((
            (f"{number}（本人）", number), (f"{number}微信同号", number), (spaced, number), (f"手机{number}", number), (number, number), (int(number), number),
            (f"本人{number} 妻子{other}", f"{number};{other}"), (f"{number}；{other}", f"{number};{other}"), (f"{number}(同微信)", number),
        ))  # fmt: skip
        return Says(cell, {"phone": ok(expect)})

    return Column(heading, write)


def name_and_phone(hand: Hand, heading: Heading) -> Column:
    """Who and the phone in one cell."""

    def write(facts: Facts) -> Says:
        name, number = str(facts["name"]), str(facts["phone"])
        if not name:
            return Says(None, {"name": ok(""), "phone": ok("")})
        style = hand.rng.choice(("{} {}", "{}（{}）", "{}/{}", "{}{}", "{}\n{}", "{}，{}", "{}：{}"))
        return Says(style.format(name, number), {"name": ok(name), "phone": ok(number)})

    return Column(heading, write)


def name(hand: Hand, heading: Heading, field: str = "name", key: str = "name") -> Column:
    """A name with what people add to it."""

    def write(facts: Facts) -> Says:
        value = str(facts.get(key, ""))
        if not value:
            return Says(None, {field: ok("")})
        remark = hand.rng.choice(("", "", "", "（户主）", "(女)", "（租户）", "  ", "（已登记）"))
        return Says(f"{value}{remark}", {field: ok(value)})

    return Column(heading, write)


ADDRESSES = (
    "{b}号楼{en}单元{f}", "{b}#楼{e}单元{f}户", "{bn}号楼{e}-{f}", "{b}楼{e}单元{f}室", "{b}-{e}-{f}室", "{b}号楼{e}单元{f}（租）",
    "{b}号楼 {e}单元 {f}", "{b}栋{e}-{f}", "{b}幢-{e}-{f}", "{b}号-{e}-{f}", "{b}#{e}#{f}", "{b}、{e}、{f}", "{b}号楼{e}单元{f}号房", "{b}号楼{e}门{f}",
)  # fmt: skip


def address(hand: Hand, heading: Heading, prefix: str = "", styles: Sequence[str] = ADDRESSES) -> Column:
    """An address in one cell; `prefix` may hold {compound}."""

    def write(facts: Facts) -> Says:
        flat = facts["home"]
        assert isinstance(flat, Flat)
        parts = {
            "b": flat.building, "e": flat.entrance, "f": flat.flat,
            "bn": numeral(int(flat.building)), "en": numeral(int(flat.entrance)),
        }  # fmt: skip
        fields = {"building": ok(flat.building), "entrance": ok(flat.entrance), "flat": ok(flat.flat)}
        if prefix:
            fields["compound"] = ok(flat.compound, flat.compound.removesuffix("小区"))
        text = prefix.replace("{compound}", flat.compound) + hand.rng.choice(tuple(styles)).format(**parts)
        return Says(text, fields)

    return Column(heading, write)


def boxes(parent: tuple[str, ...], field: str, key: str, words: Mapping[str, str], mark: str = "√") -> list[Column]:
    """One column for each answer (word → what the data files say), ticked where it applies."""

    def box(word: str, said: str) -> Column:
        def write(facts: Facts) -> Says:
            return Says(mark, {field: ok(said, word)}) if str(facts.get(key)) == said else Says(None, {})

        return Column((*parent, word), write)

    return [box(word, said) for word, said in words.items()]


def gender(hand: Hand, heading: Heading) -> Column:
    """男 or 女, also as 男性."""

    def write(facts: Facts) -> Says:
        value = str(facts["gender"])
        return Says(value + hand.rng.choice(("", "", "性")), {"gender": ok(*GENDERS[value], value + "性")})

    return Column(heading, write)


def reading(hand: Hand, heading: Heading, field: str, key: str) -> Column:
    """A temperature as guards and grid workers write it."""

    def write(facts: Facts) -> Says:
        value = facts.get(key)
        if not isinstance(value, float):
            return Says(None, {field: ok("")})
        return Says(reading_cell(hand, value), {field: ok(f"{value:.1f}")})

    return Column(heading, write)


def reading_cell(hand: Hand, value: float) -> CellValue:
    """One temperature."""
    text = f"{value:.1f}"
    whole, tenth = text.split(".")
    return hand.rng.choice(
        (value, text, f"{text}℃", f"{text}度", f"{whole}度{tenth}", f"{text}（正常）", f"额温{text}", f"{whole}．{tenth}",
         f"{text}C", f"{whole},{tenth}", f"{text}/正常", f"{whole}·{tenth}")
    )  # fmt: skip


def amount(hand: Hand, heading: Heading, field: str, key: str, unit: str) -> Column:
    """A count with its unit and how near it is."""

    def write(facts: Facts) -> Says:
        value = facts.get(key)
        if not isinstance(value, int):
            return Says(None, {field: ok("")})
        text = hand.rng.choice((value, f"{value}{unit}", f"{value} {unit}", f"约{value}{unit}", f"{value}{unit}左右", str(value), f"共{value}{unit}"))  # fmt: skip
        return Says(text, {field: ok(value)})

    return Column(heading, write)


AREAS: tuple[tuple[CellValue, str], ...] = (
    ("300平", "300"), ("约450㎡", "450"), ("2千平", "2000"), ("1万余平方米", "10000"), ("三百平方", "300"), ("0.6万㎡", "6000"), (850, "850"), ("1200m2", "1200"),
    ("2,400平方", "2400"), ("近500平米", "500"),
)  # fmt: skip


def area(hand: Hand, heading: Heading) -> Column:
    """Square metres."""

    def write(_: Facts) -> Says:
        written, value = hand.rng.choice(AREAS)
        return Says(written, {"area_m2": ok(value)})

    return Column(heading, write)


def moment(hand: Hand, heading: Heading, field: str, key: str) -> Column:
    """A time of day in words."""

    def write(facts: Facts) -> Says:
        value = facts.get(key)
        if not isinstance(value, tuple):
            return Says(None, {field: ok("")})
        hour, minute = value
        half = "早" if hour < 9 else "上午" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚"
        twelve = hour if hour <= 12 else hour - 12
        tail = "" if minute == 0 else "半" if minute == 30 else f"{minute:02d}分"
        ways: list[CellValue] = [
            f"{half}{twelve}点{tail}", f"{hour}:{minute:02d}分", f"{hour}点{minute:02d}" if minute else f"{hour}点", f"{half}{twelve}时{tail}",
            f"{hour:02d}：{minute:02d}", dt.time(hour, minute), f"{half}{twelve}:{minute:02d}", f"{hour:02d}:{minute:02d}",
        ]  # fmt: skip
        return Says(hand.rng.choice(ways), {field: ok(f"{hour:02d}:{minute:02d}")})

    return Column(heading, write)


def choice(hand: Hand, heading: Heading, field: str, key: str, words: Mapping[str, Sequence[str]]) -> Column:
    """One of the contract's codes in the office's words."""

    def write(facts: Facts) -> Says:
        code = str(facts.get(key, ""))
        if code not in words:
            return Says(None, {field: ok("")})
        return Says(hand.rng.choice(list(words[code])), {field: ok(code)})

    return Column(heading, write)
