"""How people write one value in one cell: the written form and what it says in the data files' notation."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import NamedTuple

from tests.held_apart.canvas import CellValue
from tests.held_apart.population import Flat
from tests.held_apart.truth import Expect, must, ok

FULL_WIDTH = str.maketrans("0123456789.-:XABCDE", "０１２３４５６７８９．－：ＸＡＢＣＤＥ")
NUMERALS = "零一二三四五六七八九"
LUNAR_FIRST_MONTH = "初一初二初三初四初五初六初七初八初九初十十一十二十三十四十五"


class Says(NamedTuple):
    """A written cell and the fields that it gives."""

    cell: CellValue
    fields: dict[str, Expect]


def numeral(number: int) -> str:
    """1–99 in Chinese: 三, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return NUMERALS[ones]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")


def _numeric_month_day(day: dt.date, fill: dt.date) -> tuple[CellValue, Expect]:
    """Month.day as a number, which eats the zero: 2.1 may be 1 or 10 February, 1.2 may be 2 or 20 January.

    Doubt is demanded where both days exist and are not after the fill date; 2.1 always.
    """
    tail = str(day.day).rstrip("0")
    written = float(f"{day.month}.{tail}")
    digit = int(tail) if len(tail) == 1 else 0
    if digit not in (1, 2, 3) or (digit == 3 and day.month == 2):
        return written, ok(day)
    readings = (day.replace(day=digit), day.replace(day=digit * 10))
    if digit == 1 or max(readings) <= fill:
        return written, must(*readings)
    return written, ok(*readings, "")


def _text_month_day(day: dt.date, _fill: dt.date) -> tuple[CellValue, Expect]:
    """Month.day as typed text: the zero is there if it was typed, yet a reader may ask."""
    return f"{day.month}.{day.day}", ok(day, "") if day.day in (1, 2, 3) else ok(day)


def _lunar(day: dt.date, _fill: dt.date) -> tuple[CellValue, Expect] | None:
    offset = (day - dt.date(2020, 1, 25)).days
    if day == dt.date(2020, 1, 24):
        return "年三十", ok(day)
    if 0 <= offset < 15:
        words = LUNAR_FIRST_MONTH[offset * 2 : offset * 2 + 2]
        return ("正月" + words if offset % 2 or offset > 9 else words), ok(day)
    return None


def _day_only(day: dt.date, fill: dt.date) -> tuple[CellValue, Expect] | None:
    if not dt.timedelta(0) <= fill - day < dt.timedelta(days=9):
        return None
    return f"{day.day}号", ok(day, "") if day.month == fill.month else Expect((str(day), ""))


def _relative(day: dt.date, fill: dt.date) -> tuple[CellValue, Expect] | None:
    words = {0: "今天", 1: "昨天", 2: "前天"}.get((fill - day).days)
    return (words, ok(day)) if words else None


DateStyle = Callable[[dt.date, dt.date], tuple[CellValue, Expect] | None]
DATE_STYLES: dict[str, DateStyle] = {
    "iso": lambda day, _: (f"{day:%Y-%m-%d}", ok(day)),
    "cell": lambda day, _: (dt.datetime(day.year, day.month, day.day), ok(day)),
    "serial": lambda day, _: ((day - dt.date(1899, 12, 30)).days, ok(day)),
    "dots": lambda day, _: (f"{day.year}.{day.month}.{day.day}", ok(day)),
    "dots end": lambda day, _: (f"{day.year}.{day.month}.{day.day}.", ok(day)),
    "dots padded": lambda day, _: (f"{day:%Y.%m.%d}", ok(day)),
    "slashes": lambda day, _: (f"{day.year}/{day.month}/{day.day}", ok(day)),
    "compact": lambda day, _: (f"{day:%Y%m%d}", ok(day)),
    "compact number": lambda day, _: (int(f"{day:%Y%m%d}"), ok(day)),
    "short year": lambda day, _: (f"{day.year % 100}.{day.month}.{day.day}", ok(day)),
    "words": lambda day, _: (f"{day.year}年{day.month}月{day.day}日", ok(day)),
    "words hao": lambda day, _: (f"{day.year}年{day.month}月{day.day}号", ok(day)),
    "month day": lambda day, _: (f"{day.month}月{day.day}日", ok(day)),
    "month day hao": lambda day, _: (f"{day.month}月{day.day}号", ok(day)),
    "month day bare": lambda day, _: (f"{day.month}月{day.day}", ok(day)),
    "padded text": lambda day, _: (f"{day.month}.{day.day:02d}", ok(day)),
    "slash text": lambda day, _: (f"{day.month}/{day.day}", ok(day)),
    "dash text": lambda day, _: (f"{day.month}-{day.day}", ok(day)),
    "weekday": lambda day, _: (f"{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）", ok(day)),
    "full width": lambda day, _: (f"{day.year}.{day.month}.{day.day}".translate(FULL_WIDTH), ok(day)),
    "spaced": lambda day, _: (f"{day.month} 月 {day.day} 日", ok(day)),
    "stamp": lambda day, _: (f"{day:%Y-%m-%d} 14:30:00", ok(day)),
    "with hour": lambda day, _: (f"{day.month}月{day.day}日上午", ok(day)),
    "comma typo": lambda day, _: (f"{day.year}，{day.month}，{day.day}", Expect((str(day),))),
    "chinese year": lambda day, _: (f"二〇二〇年{numeral(day.month)}月{numeral(day.day)}日", ok(day)) if day.year == 2020 else None,
    "number": _numeric_month_day,
    "text": _text_month_day,
    "lunar": _lunar,
    "day only": _day_only,
    "relative": _relative,
}  # fmt: skip
"""Ways of writing a day; None where the way does not fit the day."""

BAD_DATES = ("1月底", "年前", "1.23-1.25", "2月30日", "春节期间", "13月2日", "1月20日、1月25日")
"""Days that are no single day: empty with a finding."""


def date_cell(
    rng: random.Random, day: dt.date | None, styles: tuple[str, ...], fill: dt.date
) -> tuple[CellValue, Expect]:
    """One of the styles that fits, else 2020-02-08."""
    if day is None:
        return None, ok("")
    for style in rng.sample(styles, len(styles)):
        said = DATE_STYLES[style](day, fill)
        if said is not None:
            return said
    return f"{day:%Y-%m-%d}", ok(day)


def id_cell(rng: random.Random, number: str, style: str) -> tuple[CellValue, Expect]:
    """An ID number; the damaged and the mistaken need a finding."""
    if not number:
        return None, ok("")
    match style:
        case "lower":
            return number.lower(), ok(number)
        case "quoted":
            return "'" + number, ok(number)
        case "full width":
            return number.translate(FULL_WIDTH), ok(number)
        case "spaced":
            return f"{number[:6]} {number[6:14]} {number[14:]}", ok(number)
        case "padded":
            return f" {number}\u3000", ok(number)
        case "broken line":
            return f"{number[:12]}\n{number[12:]}", ok(number)
        case "fifteen":
            if number[6:8] != "19":
                return number, ok(number)
            return number[:6] + number[8:17], ok(number)
        case "float":
            stored = int(number[:15] + "000")
            return float(stored), must(
                stored, number[:15], number[:15] + "***", f"{float(stored):.5E}", f"{float(stored):.17g}"
            )
        case "science":
            return f"{float(number[:17] + '0'):.5E}", must(f"{float(number[:17] + '0'):.5E}")
        case "wrong check":
            wrong = rng.choice([each for each in "0123456789" if each != number[17]])
            return number[:17] + wrong, must(number[:17] + wrong)
        case "wrong digit":
            place = rng.randint(6, 16)
            digit = str((int(number[place]) + rng.randint(1, 9)) % 10)
            written = number[:place] + digit + number[place + 1 :]
            return written, must(written)
        case "short":
            return number[:17], must(number[:17])
        case "long":
            return number[:10] + number[9:], must(number[:10] + number[9:])
        case "passport":
            return "E" + number[7:15], ok("E" + number[7:15])
        case "none":
            return rng.choice(("无", "没办", "/", "未带")), Expect(("", "无", "没办", "/", "未带"))
    return number, ok(number)


def phone_cell(rng: random.Random, number: str, style: str) -> tuple[CellValue, Expect]:
    """A phone number; the too short and the damaged need a finding."""
    if not number:
        return None, ok("")
    match style:
        case "integer":
            return int(number), ok(number)
        case "float":
            return float(number), ok(number)
        case "float text":
            return f"{number}.0", ok(number)
        case "spaced":
            return f"{number[:3]} {number[3:7]} {number[7:]}", ok(number)
        case "hyphens":
            return f"{number[:3]}-{number[3:7]}-{number[7:]}", ok(number)
        case "country":
            return f"+86 {number}", ok(number)
        case "country dash":
            return f"86-{number}", ok(number)
        case "full width":
            return number.translate(FULL_WIDTH), ok(number)
        case "owner":
            return f"{number}（女儿）", ok(number)
        case "prefix":
            return f"手机：{number}", ok(number)
        case "two":
            second = "135" + "".join(rng.choice("0123456789") for _ in range(8))
            joint = rng.choice(("/", "、", "\n", " ", "；", ",", "，或"))
            return f"{number}{joint}{second}", ok(f"{number};{second}")
        case "with landline":
            landline = f"{rng.randint(8000000, 8999999)}"
            return f"{number}/0546-{landline}", ok(f"{number};0546{landline}")
        case "landline":
            return f"0546-{number[4:]}".replace("-0", "-8").replace("-1", "-8"), ok(
                f"0546-{number[4:]}".replace("-0", "-8").replace("-1", "-8").replace("-", "")
            )
        case "seven":
            local = "8" + number[5:]
            return local, ok("0546" + local)
        case "ten":
            return number[:10], must(number[:10])
        case "twelve":
            return number + "7", must(number + "7")
        case "science":
            return f"{float(number):.2E}", must(f"{float(number):.2E}")
        case "bad start":
            return "12" + number[2:], must("12" + number[2:])
        case "none":
            return rng.choice(("无", "没有", "—")), Expect(("",))
    return number, ok(number)


SAID_INSTEAD = ("未测", "/", "—", "外出", "正常")
"""What stands in place of a reading; a reader may keep it as the note."""


def temperature_cell(rng: random.Random, value: float, style: str) -> tuple[CellValue, Expect]:
    """A temperature in ℃."""
    text = f"{value:.1f}"
    whole, tenth = text.split(".")
    match style:
        case "text":
            return text, ok(text)
        case "unit":
            return f"{text}℃", ok(text)
        case "letter unit":
            return f"{text}°C", ok(text)
        case "word unit":
            return f"{text}度", ok(text)
        case "circle stop":
            return f"{whole}。{tenth}", ok(text)
        case "comma":
            return f"{whole}，{tenth}", ok(text)
        case "middle":
            return f"{whole}度{tenth}", ok(text)
        case "numeral":
            return f"{numeral(int(whole))}度{numeral(int(tenth)) if int(tenth) else '零'}", ok(text)
        case "no point":
            return int(whole + tenth), ok(text, "")
        case "full width":
            return text.translate(FULL_WIDTH), ok(text)
        case "spaces":
            return f" {text} ", ok(text)
        case "two points":
            return f"{whole}..{tenth}", ok(text, "")
        case "whole":
            return int(whole), ok(f"{whole}.0")
        case "normal":
            return "正常", Expect(("", "正常", "normal"))
        case "missing":
            return rng.choice(("未测", "/", "—", "外出")), Expect(("", "未测", "/", "—", "外出"))
        case "two":
            other = value + 0.2
            return f"{text}/{other:.1f}", must(text, f"{other:.1f}")
        case "implausible":
            return rng.choice((3.65, 26.5, 63.5, 46.3)), must()
    return value, ok(text)


def building_words(rng: random.Random, building: str, style: str) -> CellValue:
    """A building's number as its own column holds it."""
    match style:
        case "number":
            return int(building)
        case "hash":
            return f"{building}#"
        case "hao":
            return f"{building}号楼"
        case "lou":
            return f"{building}楼"
        case "dong":
            return f"{building}栋"
        case "zhuang":
            return f"{building}幢"
        case "numeral":
            return f"{numeral(int(building))}号楼"
        case "hao hash":
            return f"{building}号"
    return building if style == "text" else rng.choice((building, f"{building}号楼"))


ADDRESS_STYLES: dict[str, Callable[[Flat], str]] = {
    "full": lambda f: f"{f.building}号楼{f.entrance}单元{f.flat}",
    "room": lambda f: f"{f.building}号楼{f.entrance}单元{f.flat}室",
    "dashes": lambda f: f"{f.building}-{f.entrance}-{f.flat}",
    "spaced dashes": lambda f: f"{f.building} - {f.entrance} - {f.flat}",
    "long dashes": lambda f: f"{f.building}—{f.entrance}—{f.flat}",
    "wide dashes": lambda f: f"{f.building}－{f.entrance}－{f.flat}",
    "tilde": lambda f: f"{f.building}~{f.entrance}~{f.flat}",
    "hash": lambda f: f"{f.building}#{f.entrance}-{f.flat}",
    "hash dash": lambda f: f"{f.building}#-{f.entrance}-{f.flat}",
    "wide hash": lambda f: f"{f.building}＃{f.entrance}单元{f.flat}",
    "numeral dash": lambda f: f"{f.building}一{f.entrance}一{f.flat}",
    "words": lambda f: f"{numeral(int(f.building))}号楼{numeral(int(f.entrance))}单元{f.flat}室",
    "dong": lambda f: f"{f.building}栋{f.entrance}单元{f.flat}",
    "zhuang": lambda f: f"{f.building}幢{f.entrance}单元{f.flat}号",
    "mixed": lambda f: f"{f.building}号楼{f.entrance}-{f.flat}",
    "mixed two": lambda f: f"{f.building}号楼-{f.entrance}单元-{f.flat}室",
    "lou": lambda f: f"{f.building}楼{f.entrance}单元{f.flat}",
    "full width": lambda f: f"{f.building}-{f.entrance}-{f.flat}".translate(FULL_WIDTH),
    "spaces": lambda f: f"{f.building}号楼 {f.entrance}单元 {f.flat}室",
    "slashes": lambda f: f"{f.building}/{f.entrance}/{f.flat}",
    "no entrance": lambda f: f"{f.building}号楼{f.flat}",
    "no entrance dong": lambda f: f"{f.building}幢{f.flat}室",
    "no entrance dash": lambda f: f"{f.building}-{f.flat}",
    "owner": lambda f: f"{f.building}号楼{f.entrance}单元{f.flat}室（租住）",
}  # fmt: skip
"""Ways of writing building, entrance and flat in one cell, the compound before it or not."""


def compound_names(compound: str) -> tuple[str, ...]:
    """The ways a compound's name may stand in the data: as registered, and without 小区."""
    return (compound, compound.removesuffix("小区"))


def compound_around(compound: str) -> Expect:
    """A compound named by a title, sheet, file or folder: a bare name like 金水湾 cannot be told from other words."""
    return (
        ok(*compound_names(compound)) if compound.endswith(("小区", "家园", "花园", "公寓", "苑")) else ok(compound, "")
    )


def address_cell(flat: Flat, style: str, prefix: str) -> tuple[CellValue, dict[str, Expect]]:
    """An address in one cell. `prefix`: what stands before it; the compound counts only where it is written."""
    text = prefix.replace("{compound}", flat.compound).replace("{short}", flat.compound.removesuffix("小区"))
    fields = {"building": ok(flat.building), "entrance": ok(flat.entrance), "flat": ok(flat.flat)}
    if style.startswith("no entrance"):
        fields["entrance"] = ok("")
    if prefix:
        fields["compound"] = ok(*compound_names(flat.compound))
    return text + ADDRESS_STYLES[style](flat), fields


BAD_ADDRESSES = ("不详", "本小区", "东头平房", "同户主")
"""Addresses that name no flat: parts empty; the text must not become a flat."""

TIME_STYLES: dict[str, Callable[[int, int], CellValue]] = {
    "colon": lambda h, m: f"{h}:{m:02d}",
    "wide colon": lambda h, m: f"{h}：{m:02d}",
    "cell": lambda h, m: dt.time(h, m),
    "dian": lambda h, m: f"{h}点" + ("" if m == 0 else "半" if m == 30 else f"{m}分"),
    "dian bare": lambda h, m: f"{h}点{m:02d}",
    "shi": lambda h, m: f"{h}时{m:02d}分",
    "half day": lambda h, m: f"{'上午' if h < 12 else '下午'}{h if h <= 12 else h - 12}:{m:02d}",
    "half day words": lambda h, m: f"{'早上' if h < 12 else '下午'}{h if h <= 12 else h - 12}点" + ("" if m == 0 else "半" if m == 30 else f"{m}分"),
    "seconds": lambda h, m: f"{h:02d}:{m:02d}:00",
    "dot": lambda h, m: f"{h}.{m:02d}",
    "fraction": lambda h, m: (h * 60 + m) / 1440,
}  # fmt: skip


def time_cell(hour: int, minute: int, style: str) -> tuple[CellValue, Expect]:
    """A time of day. `8.30` may be refused, never misread."""
    expect = ok(f"{hour:02d}:{minute:02d}")
    return TIME_STYLES[style](hour, minute), ok(*expect.values, "") if style == "dot" else expect


def plate_cell(plate: str, style: str) -> tuple[CellValue, Expect]:
    """A plate of the province (鲁E…) or another."""
    match style:
        case "dot":
            return f"{plate[:2]}·{plate[2:]}", ok(plate)
        case "dash":
            return f"{plate[:2]}-{plate[2:]}", ok(plate)
        case "space":
            return f"{plate[:2]} {plate[2:]}", ok(plate)
        case "lower":
            return plate.lower(), ok(plate)
        case "dropped":
            return plate[1:], ok(plate)
    return plate, ok(plate)


def count_cell(number: int, style: str) -> tuple[CellValue, Expect]:
    """A count with its unit and approximation: `{}` is the number."""
    if style == "":
        return number, ok(number)
    return style.replace("{}", str(number)), ok(number)


YES = {
    "word": "是",
    "have": "有",
    "tick": "√",
    "check": "✓",
    "y": "Y",
    "one": 1,
    "signed": "已签",
    "done": "已",
    "capital": "Yes",
}
NO = {
    "word": "否",
    "have": "无",
    "tick": "×",
    "check": "✗",
    "y": "N",
    "one": 0,
    "signed": "未签",
    "done": "未",
    "capital": "No",
}


def yes_no_cell(value: bool | None, style: str) -> tuple[CellValue, Expect]:
    """是/否 and its kin; blank is unknown. `only yes` leaves 否 blank, which then says nothing."""
    if value is None:
        return None, ok("")
    if style == "only yes":
        return ("√", ok("yes")) if value else (None, ok(""))
    return (YES if value else NO)[style], ok("yes" if value else "no")


def name_cell(rng: random.Random, name: str, style: str) -> tuple[CellValue, Expect]:
    """A name, padded or with a remark."""
    match style:
        case "padded" if len(name) == 2:
            return f"{name[0]}\u3000{name[1]}", ok(name)
        case "padded" if len(name) == 3:
            return f" {name} ", ok(name)
        case "spaced" if len(name) == 2:
            return f"{name[0]}  {name[1]}", ok(name)
        case "line" if len(name) == 2:
            return f"{name}\n", ok(name)
        case "relation":
            return f"{name}{rng.choice(('(户主)', '（本人）', '（租户）', '(儿子)'))}", ok(name)
        case "star":
            return f"*{name}", Expect((name,))
    return name, ok(name)
