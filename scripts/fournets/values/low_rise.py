"""Doors that belong to no block of flats: a row and a number in a village, a lane and a number in an old town.

后李村3排5号, 城隍庙平房区槐树巷12号, 槐树巷12号院3户, 后李村12号: the row or lane takes the building's place, the
number the flat's; in a yard with several households the yard takes the entrance's. A street's number is a door only
where single houses stand: elsewhere it is the address of a whole compound.
"""

from __future__ import annotations

import re

from fournets.model import Address
from fournets.values.compounds import LOW_RISE, bare_compound, without_locality
from fournets.values.numerals import NUMERAL, chinese_number

_ONES = "一二三四五六七八九"
_SEP = r"[\s,，、.·\-]*"
_NUMBER = rf"(?:\d+[A-Za-z]?|{NUMERAL})"
_HOUSE = rf"(?:[甲乙丙丁附新老]?{_NUMBER}(?:-\d+)?)"
_HOUSEHOLD = rf"(?:号?院{_SEP}({_NUMBER})(?:号|户|室|房|家)?|号?院|号{_SEP}({_NUMBER})(?:户|室|家)|号?(?:户|家)?)"
_ROW = re.compile(rf"第?([东西南北前后]?{_NUMBER})排{_SEP}(?:第?({_HOUSE}){_HOUSEHOLD})?$")
_ROW_BY_DASH = re.compile(rf"([\u4e00-\u9fff]+{LOW_RISE}){_SEP}(\d{{1,2}})-(\d{{1,2}})(?:号|户)?$")
_ALLEY = r"(?:巷子?|胡同|弄|夹道)"
_LANE = re.compile(rf"([^\s\-#]*(?:{_ALLEY}|街|路)){_SEP}({_HOUSE}){_HOUSEHOLD}$")
_OWN_NUMBER = re.compile(rf"([\u4e00-\u9fff]+{LOW_RISE}){_SEP}第?({_HOUSE})(?=号){_HOUSEHOLD}$")
_INSIDE = re.compile(
    rf"(.+(?:小区|花园|家园|公寓|新村|新区|生活区|宿舍区?|家属[院区]|大院|社区|苑|{LOW_RISE}))([\u4e00-\u9fff\d]{{2,}})"
)
_SINGLE_HOUSES = re.compile(rf"{LOW_RISE}$")
_NUMBERED_LANE = re.compile(rf"(\d{{1,2}})(?={_ALLEY}$)")
_LANE_BY_NUMBER = re.compile(rf"(\d+|[{_ONES}]?十[{_ONES}]?|[{_ONES}]){_ALLEY}")
_LANE_OR_SHOPS = re.compile(rf"(?:{_ALLEY}|街|路|商铺|门[市面头]房?|网点)$")
_NUMBERED_ROW = re.compile(r"(?:平房|别墅)\d+")


def split_low_rise(text: str) -> Address | None:
    """The parts of an address by row, lane or house number; None when it has no such shape."""
    return _in_row(text) or _in_lane(text) or _by_number(text)


def lane_name(text: str) -> str:
    """槐树巷 as it is, 东关1巷 → 东关一巷 as such names are written, 3巷 → 3 where a number is all there is."""
    number = _LANE_BY_NUMBER.fullmatch(text)
    return _number(number[1]) if number else _NUMBERED_LANE.sub(lambda found: _numeral(int(found[1])), text)


def is_house_number(compound: str, number: str) -> bool:
    """Whether a number without a building is a house's or a shop's: flats have three digits, villages no flats."""
    return bool(re.fullmatch(r"[甲乙丙丁附]?\d{1,2}", number) or _SINGLE_HOUSES.search(compound))


def format_low_rise(address: Address) -> str:
    """后李村3-5号, 槐树巷12号院3户; empty where the address is one of a block of flats."""
    compound, building, entrance, flat = address
    if _LANE_OR_SHOPS.search(building):
        return f"{compound}{building}{entrance}号院{flat}户" if entrance else f"{compound}{building}{flat}号"
    if _NUMBERED_ROW.fullmatch(building):
        return f"{compound}{building}排{flat}号"
    if not flat.isdecimal() or len(flat) > 2 or not _SINGLE_HOUSES.search(compound):
        return ""
    if building and entrance:
        return ""
    return f"{compound}{entrance}号院{flat}户" if entrance else f"{compound}{building}{'-' if building else ''}{flat}号"


def _in_row(text: str) -> Address | None:
    if found := _ROW_BY_DASH.fullmatch(text):
        return Address(bare_compound(found[1]), found[2], "", found[3])
    found = _ROW.search(text)
    if not found or (found.start() and text[found.start() - 1].isdigit()):
        return None
    row, house, *households = found.groups()
    before = text[: found.start()].strip(" -,，、")
    return Address(bare_compound(before), _number(row), *_door(house or "", households))


def _in_lane(text: str) -> Address | None:
    found = _LANE.fullmatch(text)
    if not found:
        return None
    before, house, *households = found.groups()
    inside = _INSIDE.fullmatch(without_locality(before))
    compound, lane = inside.groups() if inside else ("", without_locality(before))
    if not re.search(f"{_ALLEY}$", lane) and not _SINGLE_HOUSES.search(compound):
        return None
    return Address(bare_compound(compound), lane_name(lane), *_door(house, households))


def _by_number(text: str) -> Address | None:
    found = _OWN_NUMBER.fullmatch(text)
    if not found:
        return None
    compound, house, *households = found.groups()
    return Address(bare_compound(compound), "", *_door(house, households))


def _door(house: str, households: list[str]) -> tuple[str, str]:
    """Entrance and flat: of a yard with several households the yard's number and the household's, else the house's."""
    household = next(filter(None, households), "")
    return (_number(house), _number(household)) if household else ("", _number(house))


def _number(text: str) -> str:
    """Arabic digits without leading zeros, after the letter that tells two of one number apart (甲12, 后3)."""
    letter = text[:1] if text[:1] in set("甲乙丙丁附新老东西南北前后") else ""
    number = text.removeprefix(letter).upper()
    arabic = chinese_number(number)
    return letter + (str(arabic) if arabic is not None else number.lstrip("0") or number)


def _numeral(number: int) -> str:
    """1 to 99 as it stands in a name."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_ONES[tens - 1]}十"
    return ten + (_ONES[ones - 1] if ones else "") or str(number)
