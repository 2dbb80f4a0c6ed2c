"""How a value comes out of a clerk's hand: dates, times, addresses, numbers, in the styles of domain section 2."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from sample_desk.world import Facts


class Formula(NamedTuple):
    """A formula and the value that Excel last reckoned."""

    text: str
    value: float


Cell = str | int | float | date | time | Formula | None
DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
LUNAR_START = date(2020, 1, 25)
LUNAR_DAYS = (*(f"初{ones}" for ones in "一二三四五六七八九十"), *(f"十{ones}" for ones in "一二三四五六"))


def chinese(number: int) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    front = "" if not tens else ("十" if tens == 1 else DIGITS[tens] + "十")
    return front + (DIGITS[ones] if ones or not tens else "")


def spell_date(day: date, style: str) -> Cell:
    """A date in one clerk's style; never one that can be read in two ways."""
    month, number = day.month, day.day
    if style == "number":
        return float(f"{month}.{number}") if _plain_as_number(day) else f"{month}月{number}日"
    if style == "lunar":
        return spell_lunar(day)
    spelled: dict[str, Cell] = {
        "iso": f"{day:%Y-%m-%d}",
        "excel": day,
        "month_day": f"{month}月{number}日",
        "slash": f"{day.year}/{month}/{number}",
        "dotted": f"{month}.{number:02d}",
        "compact": int(f"{day:%Y%m%d}"),
        "short": f"{day.year % 100}.{month}.{number}",
        "hao": f"{month}月{number}号",
        "chinese": f"{day.year}年{month}月{number}日",
        "full_dot": f"{day.year}.{month}.{number}",
        "serial": (day - date(1899, 12, 30)).days,
    }
    return spelled[style]


def spell_lunar(day: date) -> str:
    """The lunar name between New Year's Eve and the sixteenth, else month and day."""
    offset = (day - LUNAR_START).days
    if offset == -1:
        return "年三十"
    return f"正月{LUNAR_DAYS[offset]}" if 0 <= offset < len(LUNAR_DAYS) else f"{day.month}月{day.day}日"


def _plain_as_number(day: date) -> bool:
    return day.day >= 4 and day.day % 10 != 0


def spell_time(written: str, style: str) -> Cell:
    """A time of day given as HH:MM."""
    hour, minute = int(written[:2]), int(written[3:])
    if style == "fraction":
        return time(hour, minute)
    if style == "half" and minute in (0, 30):
        return f"{hour}点" + ("半" if minute else "")
    if style == "chinese":
        return f"{'上午' if hour < 12 else '下午'}{hour if hour <= 12 else hour - 12}点{minute:02d}分"
    if style == "clock":
        return f"{hour}:{minute:02d}"
    return written


def spell_address(place: Facts, style: str, compound: bool = False) -> str:
    """A flat in one cell, with its compound or without."""
    building, entrance, flat = place["building"], place["entrance"], place["flat"]
    front = place["compound"] if compound else ""
    marks = {"dash": "-", "emdash": "—", "numeral": "一", "hash": "-"}
    if style in marks:
        first = building + ("#" if style == "hash" and building.isdigit() else marks[style])
        return front + first + marks[style].join(part for part in (entrance, flat) if part)
    if not building.isdigit():
        return f"{front}{building}座{flat}室"
    if style == "chinese":
        return f"{front}{chinese(int(building))}号楼{chinese(int(entrance)) + '单元' if entrance else ''}{flat}室"
    if style == "dong":
        return f"{front}{building}{'栋' if entrance else '幢'}{entrance + '单元' if entrance else ''}{flat}"
    return f"{front}{building}号楼{entrance + '单元' if entrance else ''}{flat}室"


def spell_phones(joined: str, style: str) -> Cell:
    """Numbers joined by a semicolon, as the clerk likes them."""
    if style == "number" and joined.isdigit() and len(joined) == 11:
        return int(joined)
    between = {"spaced": " / ", "hyphen": "、", "plus86": "，", "fullwidth": "\n"}.get(style, "/")
    return between.join(_spell_phone(number, style) for number in joined.split(";"))


def _spell_phone(number: str, style: str) -> str:
    if number.startswith("0"):
        return f"{number[:4]}-{number[4:]}" if style != "hyphen" else number[4:]
    if style == "spaced":
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    if style == "hyphen":
        return f"{number[:3]}-{number[3:7]}-{number[7:]}"
    if style == "plus86":
        return f"+86 {number}"
    if style == "fullwidth":
        return number.translate(FULL_WIDTH)
    return f"'{number}" if style == "apostrophe" else number


def spell_identity(number: str, style: str) -> str:
    """A resident ID as text."""
    if style == "fullwidth":
        return number.translate(FULL_WIDTH)
    if style == "lower":
        return "'" + number.lower()
    return number


def spell_name(name: str, style: str, is_head: bool = False) -> str:
    """A name, padded to three places or with the householder's mark."""
    if style in ("padded", "half") and len(name) == 2:
        return name[0] + ("　" if style == "padded" else " ") + name[1]
    return f"{name}(户主)" if style == "head" and is_head else name


def spell_temperature(reading: str, style: str) -> Cell:
    """A reading given with one decimal."""
    whole, _, tenth = reading.partition(".")
    spelled: dict[str, Cell] = {
        "number": float(reading),
        "degree": f"{reading}℃",
        "stop": f"{whole}。{tenth}",
        "comma": f"{whole}，{tenth}",
        "word": f"{whole}度{tenth}",
        "tenfold": int(whole + tenth),
    }
    return spelled[style]


def spell_count(number: str, unit: str, style: str) -> Cell:
    """A count, with its unit or an approximation where the clerk adds them."""
    if style == "unit":
        return f"{number}{unit}"
    return f"约{number}" if style == "about" and int(number) >= 20 else int(number)


def spell_area(square_metres: str, style: str) -> Cell:
    """An area; in ten thousands only where that loses nothing."""
    number = int(square_metres)
    if style == "wan" and number % 1000 == 0:
        return f"{number / 10000:g}万平"
    if style in ("unit", "about"):
        return f"{'约' if style == 'about' else ''}{number}㎡"
    return number


def spell_plate(plate: str, number: int) -> str:
    """A plate with its dot, plain, in small letters, or without the province that guards leave out."""
    if number in (1, 4):
        return f"{plate[:2]}·{plate[2:]}"
    if number in (2, 7):
        return plate[1:] if plate[0] == "鲁" else plate
    return f"{plate[0]}{plate[1:].lower()}" if number == 6 else plate


def spell_building(building: str, number: int) -> Cell:
    """A building's own column."""
    if not building.isdigit():
        return f"{building}座"
    return int(building) if number % 2 else f"{building}号楼"


def mask(number: str, front: int, back: int) -> str:
    """A number with its middle starred out, as superiors send it."""
    return number[:front] + "*" * (len(number) - front - back) + number[-back:]
