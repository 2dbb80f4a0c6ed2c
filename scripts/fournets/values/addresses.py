"""Addresses inside the community: compound, building, entrance, flat, in every shape that people write."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from fournets.model import Address, Parsed, Problem, Raw
from fournets.values.compounds import AREA_NAME, COMPOUND_NAME, LOW_RISE, bare_compound, without_locality
from fournets.values.low_rise import format_low_rise, is_house_number, lane_name, split_low_rise
from fournets.values.numerals import NUMERAL, chinese_number, to_arabic
from fournets.values.text import EMPTY_MARKS, clean

_N = rf"(?:[A-Za-z]?\d+[A-Za-z]?|[A-Za-z]|{NUMERAL})"
_B = rf"(?:[甲乙丙丁戊己庚辛]?{_N}|[甲乙丙丁戊己庚辛])"
PART_OF_COMPOUND = "(?:[东西南北中前后][区院])"
_BUILDING_WORD = r"(?:号楼|号栋|号幢|号座|\#楼|楼座|栋楼|#|楼|栋|幢|座|号)"
_ENTRANCE_WORD = r"(?:号?单元|门洞|梯|单|门)"
_ENTRANCE_NAME = "[东西中南北甲乙丙丁]"
_BASEMENT = r"(?:负|-)[一二三123]层?"
_FLAT_NAME = rf"(?:[东西中南北]边?户?|{_BASEMENT})"
_FLAT_WORD = r"(?:号?房间?|室|户|号|#)?"
_FLAT = rf"(?:{_N}(?:-\d)?(?:[东西中南北]边?户?)?|{_FLAT_NAME})"
_SEP = r"[\s,，、.·\-/]*"
_WORDED = re.compile(
    rf"({_B}){_SEP}{_BUILDING_WORD}{_SEP}(?:({_N}|{_ENTRANCE_NAME}){_SEP}{_ENTRANCE_WORD}{_SEP})?(?:({_FLAT}){_FLAT_WORD})?$"
)
_MIXED = re.compile(
    rf"({_B})\s*(?:{_BUILDING_WORD}{_SEP}|[\s\-]+)({_N})\s*(?:{_ENTRANCE_WORD}{_SEP}|[\s\-]+)({_FLAT}){_FLAT_WORD}$"
)
_TRIPLE = re.compile(
    r"([甲乙丙丁]?[A-Za-z]?\d{1,3}[A-Za-z]?)\s*[-#./、 ]+\s*(\d{1,2}|[A-Za-z])\s*[-#./、 ]+"
    rf"\s*(\d{{3,4}}-\d|\d{{1,4}}[A-Za-z]?(?:[东西中南北]边?户?)?|[东西中]户?|{_BASEMENT})\s*[号室户]?$"
)
_PAIR = re.compile(r"([甲乙丙丁]?(?:[A-Za-z]?\d{1,3}[A-Za-z]?|[A-Za-z]))\s*[-#]\s*(\d{3,4}[A-Za-z]?)\s*[号室户]?$")
_ENTRANCE_FLAT = re.compile(rf"({_N}|{_ENTRANCE_NAME})\s*(?:号?单元)\s*[-]?\s*({_FLAT}){_FLAT_WORD}$")
_SPECIAL = re.compile(
    rf"((?:沿街|临街|底层)(?:商铺|商业|门市|门头|楼|房)?|商铺|门[市面头]房?|网点|车库|储藏室|地下室|平房|别墅)({_N}?)(?:排|栋|号楼|号院)?[-]?({_N}?)(?:号|户|室)?$"
)
_SHOP_BY_NUMBER = re.compile(rf"({_N})号?(商铺|门[市面头]房?)$")
_INSIDE_BUILDING = re.compile(rf"({_B})\s*{_BUILDING_WORD}{_SEP}(?:({_N})\s*{_ENTRANCE_WORD}{_SEP})?$")
_FLAT_ALONE = re.compile(r"(\d{3,4}[A-Za-z]?)\s*[室号户]?$")
_BUILDING = re.compile(rf"^(?:第|#)?({PART_OF_COMPOUND}?{_B})\s*(?:{_BUILDING_WORD}|排)?$")
_ENTRANCE = re.compile(rf"^(?:第)?({_N}|{_ENTRANCE_NAME})\s*{_ENTRANCE_WORD}?$")
_BUILDING_INSIDE = re.compile(
    rf"(?<![\dA-Za-z-])({PART_OF_COMPOUND}?[甲乙丙丁]?(?:[A-Za-z]?\d{{1,3}}|{NUMERAL})\s*(?:号楼|栋|幢|\#楼?|座|楼|排(?!查))"
    r"|[A-Za-z]\s*(?:号楼|栋|幢|座|楼))(?!\d+(?!\d|\s*单元)|[层-])"
)
_LANE_INSIDE = re.compile(
    rf"(?:^|小区|家属院|大院|(?:{LOW_RISE}))([\u4e00-\u9fff\d]{{1,5}}?(?:巷|胡同))(?![\u4e00-\u9fff]?\d)"
    r"|^([\u4e00-\u9fff]{2,4}街)$"
)
_SEVERAL_BUILDINGS = re.compile(r"[至到—~～-]\s*\d+\s*号?[楼栋排]")
_SHOP = "(?:商铺|门[市面头]房?)"
_FLAT_NUMBER = re.compile(rf"^{_SHOP}?([甲乙丙丁附]?{_FLAT})\s*(?:{_FLAT_WORD}|号院|号?{_SHOP})$")
_SIDE = re.compile(r"(?<=[东西中南北])边?户?$")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_ENDS_IN_BUILDING = re.compile(rf"(?:[A-Za-z甲乙丙丁]|{NUMERAL})号?[楼栋幢座]$")
_ROAD_NUMBER = re.compile(r"[路街道巷]\d+号$")
_FLOOR = re.compile(r"(?:(?<=单元)|(?<=号楼)|(?<=[座栋幢]))\s*\d{1,2}\s*[楼层]\s*(?=\d{3,4})")
_BARE_FLOOR = re.compile(r"(?:^|[^\d号])(\d{1,2})楼(\d{1,2})\d{2}室?$")
_SEVERAL_FLATS = re.compile(r"\d\s*[、,，和及/]\s*\d{3,4}\s*[室号]?$")
_TRIPLE_BY_SIGN = re.compile(r"(?<!\d)\d{1,2}([/、])\d{1,2}\1\d{3,4}\s*[室号]?$")
DASHES = str.maketrans(dict.fromkeys("—－–―─~～_‐‑−ー﹣→＊*·•", "-") | dict.fromkeys("＃﹟♯", "#"))
_LANE = re.compile(r"[\u4e00-\u9fff\d]+(?:巷子?|胡同|弄|夹道|街|路)")
_NUMERAL_AS_DASH = re.compile(r"(?<=[0-9A-Za-z])\s*一+\s*(?=[0-9A-Za-z])")
_TRAILING = re.compile(r"\s*[(（【\[].*?[)）\]】]\s*$|(?<=[\d室])(?:租户|租客|业主|户主|房主|自住|出租房?)$")
_INNER_BRACKETS = re.compile(r"[(（]([^)）]*)[)）]")
_GRID = re.compile(
    rf"(?:第\s*(\d+|{NUMERAL})\s*(?:号)?\s*网格|(\d+|{NUMERAL})\s*(?:号)?\s*网格|网格\s*[:：第\-]?\s*(\d+|{NUMERAL})(?:号|组)?(?![年月日.\d]))"
)
_BARE_GRID = re.compile(rf"(?:第|G|g|WG|W)?\s*[-]?0*(\d+|{NUMERAL})\s*(?:号|组|格|#)?")


def parse_address(raw: Raw) -> Parsed[Address]:
    """A flat with its compound where it is written; an address that cannot be split is empty with a finding."""
    text = clean(raw)
    if text in EMPTY_MARKS:
        return Parsed(Address())
    found = None if isinstance(raw, date) else split_address(text)
    return Parsed(found) if found else Parsed(Address(), (Problem("address_unreadable", {"written": text}),))


@lru_cache(maxsize=65536)
def split_address(text: str) -> Address | None:
    """The parts of a cleaned address; None when it has no such shape."""
    bare = _TRAILING.sub("", _NUMERAL_AS_DASH.sub("-", text.translate(DASHES))).strip(" ,，。.;；")
    bare = _FLOOR.sub("", _INNER_BRACKETS.sub(r"\1", bare))
    floor = _BARE_FLOOR.search(bare)
    if (_SEVERAL_FLATS.search(bare) and not _TRIPLE_BY_SIGN.search(bare)) or (floor and floor[1] == floor[2]):
        return None
    if not _SPECIAL.search(bare) and (door := split_low_rise(bare)):
        return door
    if _ROAD_NUMBER.search(bare) and not COMPOUND_NAME.search(without_locality(bare)):
        return None
    if shop := _SHOP_BY_NUMBER.search(bare):
        return Address(bare_compound(bare[: shop.start()]), shop[2], "", number_or_name(shop[1]))
    for shape in (_SPECIAL, _TRIPLE, _PAIR, _WORDED, _MIXED, _ENTRANCE_FLAT, _FLAT_ALONE):
        found = shape.search(bare)
        if not found or (found.start() and bare[found.start() - 1] in "0123456789-#."):
            continue
        before = bare[: found.start()].strip(" -,，、")
        if shape is _PAIR and _ENDS_IN_BUILDING.search(before):  # A座1-101: its building is named, 1 is the entrance
            continue
        if shape is _SPECIAL and (address := _inside_building(found, before)):
            return address
        if any(sign.isdigit() for sign in without_locality(before)) and not AREA_NAME.search(bare_compound(before)):
            continue
        return _address(shape, found, before)
    compound = bare_compound(bare)
    return Address(compound) if COMPOUND_NAME.fullmatch(compound) else None


def _inside_building(found: re.Match[str], before: str) -> Address | None:
    """3号楼车库5: a place of its own in a building that is numbered."""
    building = _INSIDE_BUILDING.search(before)
    if not building:
        return None
    place = found[1] + "".join(number_or_name(part) for part in found.groups()[1:] if part)
    parts = (number_or_name(building[1]), number_or_name(building[2] or ""))
    return Address(bare_compound(before[: building.start()]), *parts, place)


def _address(shape: re.Pattern[str], found: re.Match[str], before: str) -> Address | None:
    parts = found.groups()
    if shape is _SPECIAL:
        name, *numbers = parts
        found_numbers = [number_or_name(number) for number in numbers if number]
        return Address(bare_compound(before), "".join((name, *found_numbers[:-1])), "", "".join(found_numbers[-1:]))
    if shape is _FLAT_ALONE:
        return Address(bare_compound(before), flat=number_or_name(parts[0]))
    if shape is _ENTRANCE_FLAT:
        return Address(bare_compound(before), "", number_or_name(parts[0]), _flat_name(parts[1]))
    building, entrance, flat = (parts[0], "", parts[1]) if shape is _PAIR else parts
    return Address(
        bare_compound(before), number_or_name(building), number_or_name(entrance or ""), _flat_name(flat or "")
    )


def _flat_name(text: str) -> str:
    """501, 501东 or 东: a side is named without 户, as numbers are without 室; a basement is 负一层."""
    if re.fullmatch(_BASEMENT, text):
        return f"负{'一二三'['一二三123'.index(text[1]) % 3]}层"
    return number_or_name(_SIDE.sub("", text))


def number_or_name(text: str) -> str:
    """Arabic digits without leading zeros, capital letters, or the name as it is."""
    text = text.strip().upper()
    if text.isdecimal():
        return text.lstrip("0") or "0"
    number = chinese_number(text)
    return _LEADING_ZEROS.sub("", text) if number is None else str(number)


@lru_cache(maxsize=16384, typed=True)
def parse_building(raw: Raw) -> Parsed[str]:
    """3号楼, 三栋, #3, A座, 甲楼, 东区5号楼, 3排 → 3, 3, 3, A, 甲, 东区5, 3; a lane keeps its name."""
    parsed = _part(raw, _BUILDING)
    return Parsed(lane_name(parsed.value))


@lru_cache(maxsize=16384, typed=True)
def parse_entrance(raw: Raw) -> Parsed[str]:
    """2单元, 二, 东 → 2, 2, 东."""
    return _part(raw, _ENTRANCE)


@lru_cache(maxsize=16384, typed=True)
def parse_flat(raw: Raw) -> Parsed[str]:
    """501室, 501号, 0501, 东户 → 501, 501, 501, 东."""
    parsed = _part(raw, _FLAT_NUMBER)
    return Parsed(_flat_name(parsed.value))


def _part(raw: Raw, shape: re.Pattern[str]) -> Parsed[str]:
    text = clean(raw).translate(DASHES)
    if text in EMPTY_MARKS:
        return Parsed("")
    found = shape.match(text)
    return Parsed(number_or_name(found[1] if found else text))


def parse_grid(raw: Raw) -> Parsed[str]:
    """第12网格, 12, 十二网格, 网格12 → 12; another name stays as written."""
    text = clean(raw)
    if text in EMPTY_MARKS:
        return Parsed("")
    found = find_grid(text)
    bare = _BARE_GRID.fullmatch(text)
    return Parsed(found or (number_or_name(bare[1]) if bare else text))


@lru_cache(maxsize=4096)
def find_grid(text: str) -> str:
    """The one grid that a title, a sheet's or a folder's name mentions, else nothing."""
    grids = {number_or_name(next(part for part in found.groups() if part)) for found in _GRID.finditer(clean(text))}
    return grids.pop() if len(grids) == 1 else ""


def is_whole(address: Address) -> bool:
    """Whether an address names one door: a flat without its building does so where houses have numbers of their own."""
    return bool(
        address.compound and address.flat and (address.building or is_house_number(address.compound, address.flat))
    )


@lru_cache(maxsize=4096)
def find_building(text: str) -> str:
    """The one building, row or lane that a title, a sheet's name or a section mentions: 1号楼至5号楼 name none."""
    bare = clean(text)
    found = set(_BUILDING_INSIDE.findall(bare)) or {lane or street for lane, street in _LANE_INSIDE.findall(bare)}
    if len(found) != 1 or _SEVERAL_BUILDINGS.search(bare):
        return ""
    return parse_building(found.pop()).value


def walking_key(address: Address) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Sorts flats in the order in which they are walked: numbers as numbers, names after them."""
    return tuple(_natural(part) for part in address)


@lru_cache(maxsize=65536)
def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def format_address(address: Address) -> str:
    """惠泽小区3号楼2单元501室, 后李村3-5号; parts that are unknown are left out."""
    if low := format_low_rise(address):
        return low
    numbered = re.fullmatch(rf"{PART_OF_COMPOUND}?[甲乙丙丁]?[0-9A-Z]+", address.building)
    building = f"{address.building}号楼" if numbered else address.building
    entrance = f"{address.entrance}单元" if address.entrance else ""
    flat = f"{address.flat}室" if address.flat and address.flat[-1:].isascii() else address.flat
    return address.compound + building + entrance + flat


def expand_buildings(text: str) -> tuple[str, ...]:
    """Every building, row or lane of `1-5号楼、7#、A-C座、甲3号楼、1-4排、槐树巷`; other words are left out."""
    buildings: list[str] = []
    for part in re.split(r"[、,，;；\s及和]+", clean(text).translate(DASHES).replace("至", "-").replace("到", "-")):
        if _LANE.fullmatch(part):
            buildings.append(lane_name(part))
            continue
        bare = re.sub(r"号楼|楼|栋|幢|座|#|号|排", "", to_arabic(part))
        if span := re.fullmatch(r"(\d+)-(\d+)", bare):
            buildings += [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
        elif span := re.fullmatch(r"([A-Z])-([A-Z])", bare.upper()):
            buildings += [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
        elif re.fullmatch(rf"{PART_OF_COMPOUND}?[甲乙丙丁]?(?:[A-Za-z]?\d+[A-Za-z]?|[A-Za-z])", bare):
            buildings.append(number_or_name(bare))
    return tuple(dict.fromkeys(buildings))
