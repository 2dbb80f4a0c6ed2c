"""Addresses inside the community: compound, building, entrance, flat, in every shape that people write."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from fournets.model import Address, Parsed, Problem, Raw
from fournets.values.numerals import NUMERAL, chinese_number, to_arabic
from fournets.values.text import EMPTY_MARKS, clean

_N = rf"(?:[A-Za-z]?\d+[A-Za-z]?|[A-Za-z]|{NUMERAL})"
_B = rf"(?:{_N}|[甲乙丙丁戊己庚辛])"
_BUILDING_WORD = r"(?:号楼|号栋|号幢|号座|\#楼|楼座|栋楼|#|楼|栋|幢|座|号)"
_ENTRANCE_WORD = r"(?:号?单元|门洞|梯|单|门)"
_ENTRANCE_NAME = "[东西中南北甲乙丙丁]"
_FLAT_NAME = "[东西中南北]边?户?"
_FLAT_WORD = r"(?:号?房间?|室|户|号|#)?"
_FLAT = rf"(?:{_N}(?:-\d)?|{_FLAT_NAME})"
_SEP = r"[\s,，、.·\-/]*"
_WORDED = re.compile(
    rf"({_B}){_SEP}{_BUILDING_WORD}{_SEP}(?:({_N}|{_ENTRANCE_NAME}){_SEP}{_ENTRANCE_WORD}{_SEP})?(?:({_FLAT}){_FLAT_WORD})?$"
)
_MIXED = re.compile(
    rf"({_B})\s*(?:{_BUILDING_WORD}{_SEP}|[\s\-]+)({_N})\s*(?:{_ENTRANCE_WORD}{_SEP}|[\s\-]+)({_FLAT}){_FLAT_WORD}$"
)
_TRIPLE = re.compile(
    r"([A-Za-z]?\d{1,3}[A-Za-z]?)\s*[-#./ ]+\s*(\d{1,2}|[A-Za-z])\s*[-#./ ]+"
    r"\s*(\d{3,4}-\d|\d{1,4}[A-Za-z]?|[东西中]户?)\s*[号室户]?$"
)
_PAIR = re.compile(r"([A-Za-z]?\d{1,3}[A-Za-z]?)\s*[-#]\s*(\d{3,4}[A-Za-z]?)\s*[号室户]?$")
_ENTRANCE_FLAT = re.compile(rf"({_N}|{_ENTRANCE_NAME})\s*(?:号?单元)\s*[-]?\s*({_FLAT}){_FLAT_WORD}$")
_SPECIAL = re.compile(
    rf"((?:沿街|临街|底层)(?:商铺|商业|门市|门头|楼|房)?|商铺|门市房?|网点|车库|储藏室|地下室|平房|别墅)({_N}?)(?:排|栋|号楼|号院)?[-]?({_N}?)(?:号|户|室)?$"
)
_INSIDE_BUILDING = re.compile(rf"({_B})\s*{_BUILDING_WORD}{_SEP}(?:({_N})\s*{_ENTRANCE_WORD}{_SEP})?$")
_FLAT_ALONE = re.compile(r"(\d{3,4}[A-Za-z]?)\s*[室号户]?$")
_BUILDING = re.compile(rf"^(?:第|#)?({_B})\s*{_BUILDING_WORD}?$")
_ENTRANCE = re.compile(rf"^(?:第)?({_N}|{_ENTRANCE_NAME})\s*{_ENTRANCE_WORD}?$")
_FLAT_NUMBER = re.compile(rf"^({_FLAT})\s*{_FLAT_WORD}$")
_SIDE = re.compile(r"(?<=[东西中南北])边?户?$")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_ROAD_NUMBER = re.compile(r"[路街道巷]\d+号$")
_FLOOR = re.compile(r"(?<=单元)\s*\d{1,2}\s*[楼层]\s*(?=\d{3,4})")
_BARE_FLOOR = re.compile(r"(?:^|[^\d号])(\d{1,2})楼(\d{1,2})\d{2}室?$")
_SEVERAL_FLATS = re.compile(r"\d\s*[、,，和及/]\s*\d{3,4}\s*[室号]?$")
_TRIPLE_BY_SLASH = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}/\d{3,4}\s*[室号]?$")
DASHES = str.maketrans(dict.fromkeys("—－–―─~～_‐‑−ー﹣→＊*", "-") | dict.fromkeys("＃﹟♯", "#"))
_NUMERAL_AS_DASH = re.compile(r"(?<=[0-9A-Za-z])\s*一+\s*(?=[0-9A-Za-z])")
_TRAILING = re.compile(r"\s*[(（【\[].*?[)）\]】]\s*$")
_INNER_BRACKETS = re.compile(r"[(（]([^)）]*)[)）]")
_OURSELVES = frozenset({"小区", "本小区", "我小区", "本社区", "社区", "同上", "同户主"})
_BEFORE = re.compile(
    r"^(?:中国)?(?:山东省?)?(?:东营市?)?(?:东营经济技术开发区|东营经济开发区|经济技术开发区|经济开发区|开发区|东营区|垦利区|河口区|广饶县|利津县)?"
    r"(?:[\u4e00-\u9fff]{2,6}?(?:街道办事处|街道办|街道|镇|乡))?(?:[\u4e00-\u9fff]{2,4}?社区(?!居))?(?:[\u4e00-\u9fff]{1,6}[路街道]\d+号(?!楼))?"
)
COMPOUND_SUFFIXES = (
    "小区|花园|家园|佳苑|嘉苑|雅苑|苑|名苑|公寓|新村|新区|生活区|宿舍|宿舍区|家属院|大院|社区|华庭|名都|名城|花苑|景苑|豪庭|府邸|公馆|府|城|里|庄园|山庄|广场|"
    "园|湾|庭|郡|轩|邸|院|墅|东区|西区|南区|北区|一区|二区|三区|一期|二期|三期"
)
_COMPOUND_NAME = re.compile(
    rf"[\u4e00-\u9fff]{{1,10}}(?:{COMPOUND_SUFFIXES})(?:[东西南北中一二三四五六]区|[一二三四]期)?"
)
_AREA_NAME = re.compile(rf"(?:{COMPOUND_SUFFIXES}|区|期)$")
_FIND_COMPOUND = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:小区|花园|家园|佳苑|嘉苑|雅苑|名苑|花苑|景苑|公寓|新村|生活区|家属院|华庭|豪庭|名都|公馆|苑)"
)
_NO_PART_OF_A_NAME = re.compile(
    rf"(?:\d{{2,4}}年)?\d{{1,2}}月(?:\d{{1,2}}[日号]?)?|\d+[日号]?|第?(?:{NUMERAL})?号?网格|网格|附件|关于|街道|新型冠状病毒|肺炎|疫情|防控|"
    r"居民|住户|业主|返乡|返回|外来|人员|车辆|登记|台账|情况|统计|信息|摸[排底]|排查|隔离|居家|体温|监测|名单|花?名册|明细|汇总|填报|单位|"
    r"今日|当日|每日|日报|上午|下午|新增|重点|门岗|劝返点|出入证?|通行证|发放|消[毒杀]|宣传|志愿者|代[购办]|执勤|值[班守]|签到|入户|表"
)
"""Words of titles and file names that end where a compound's name begins."""
_NOT_COMPOUND = re.compile(r"^(?:各|本|全|该|所在|居住|所属|按)")
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
    if (_SEVERAL_FLATS.search(bare) and not _TRIPLE_BY_SLASH.search(bare)) or (floor and floor[1] == floor[2]):
        return None
    if _ROAD_NUMBER.search(bare) and not _COMPOUND_NAME.search(_BEFORE.sub("", bare, count=1)):
        return None
    for shape in (_SPECIAL, _TRIPLE, _PAIR, _WORDED, _MIXED, _ENTRANCE_FLAT, _FLAT_ALONE):
        found = shape.search(bare)
        if not found or (found.start() and bare[found.start() - 1] in "0123456789-#."):
            continue
        before = bare[: found.start()].strip(" -,，、")
        if shape is _SPECIAL and (address := _inside_building(found, before)):
            return address
        if any(sign.isdigit() for sign in _BEFORE.sub("", before, count=1)) and not _AREA_NAME.search(
            _compound(before)
        ):
            continue
        return _address(shape, found, before)
    compound = _compound(bare)
    return Address(compound) if _COMPOUND_NAME.fullmatch(compound) else None


def _inside_building(found: re.Match[str], before: str) -> Address | None:
    """3号楼车库5: a place of its own in a building that is numbered."""
    building = _INSIDE_BUILDING.search(before)
    if not building:
        return None
    place = found[1] + "".join(number_or_name(part) for part in found.groups()[1:] if part)
    parts = (number_or_name(building[1]), number_or_name(building[2] or ""))
    return Address(_compound(before[: building.start()]), *parts, place)


def _address(shape: re.Pattern[str], found: re.Match[str], before: str) -> Address | None:
    parts = found.groups()
    if shape is _SPECIAL:
        name, *numbers = parts
        found_numbers = [number_or_name(number) for number in numbers if number]
        return Address(_compound(before), "".join((name, *found_numbers[:-1])), "", "".join(found_numbers[-1:]))
    if shape is _FLAT_ALONE:
        return Address(_compound(before), flat=number_or_name(parts[0]))
    if shape is _ENTRANCE_FLAT:
        return Address(_compound(before), "", number_or_name(parts[0]), _flat_name(parts[1]))
    building, entrance, flat = (parts[0], "", parts[1]) if shape is _PAIR else parts
    return Address(_compound(before), number_or_name(building), number_or_name(entrance or ""), _flat_name(flat or ""))


def _flat_name(text: str) -> str:
    """501 or 东: a side is named without 户, as numbers are without 室."""
    return number_or_name(_SIDE.sub("", text))


def number_or_name(text: str) -> str:
    """Arabic digits without leading zeros, capital letters, or the name as it is."""
    text = text.strip().upper()
    if text.isdecimal():
        return text.lstrip("0") or "0"
    number = chinese_number(text)
    return _LEADING_ZEROS.sub("", text) if number is None else str(number)


def _compound(text: str) -> str:
    """What is left of an address before its building, without province, city and street."""
    rest = _BEFORE.sub("", text.replace(" ", ""), count=1) or text.replace(" ", "")
    rest = rest.strip(" -,，、.。()（）")
    return "" if rest in _OURSELVES else rest


def parse_compound(raw: Raw) -> Parsed[str]:
    """The compound's name as written, without what stands before it."""
    text = clean(raw)
    return Parsed("" if text in EMPTY_MARKS else _compound(_TRAILING.sub("", text)))


def parse_building(raw: Raw) -> Parsed[str]:
    """3号楼, 三栋, #3, A座, 甲楼 → 3, 3, 3, A, 甲."""
    return _part(raw, _BUILDING)


def parse_entrance(raw: Raw) -> Parsed[str]:
    """2单元, 二, 东 → 2, 2, 东."""
    return _part(raw, _ENTRANCE)


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


@lru_cache(maxsize=4096)
def find_compound(text: str) -> str:
    """The one compound that a title, a sheet's or a folder's name mentions by its usual endings, else nothing."""
    names = {found.group() for found in _FIND_COMPOUND.finditer(_NO_PART_OF_A_NAME.sub(" ", clean(text)))}
    names = {_BEFORE.sub("", name, count=1) or name for name in names}
    names = {name for name in names if not _NOT_COMPOUND.match(name) and len(name) > 2}
    return names.pop() if len(names) == 1 else ""


def walking_key(address: Address) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """Sorts flats in the order in which they are walked: numbers as numbers, names after them."""
    return tuple(_natural(part) for part in address)


@lru_cache(maxsize=65536)
def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    parts = re.findall(r"\d+|\D+", text)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def format_address(address: Address) -> str:
    """惠泽小区3号楼2单元501室; parts that are unknown are left out."""
    building = (
        f"{address.building}号楼"
        if address.building and address.building[-1].isalnum() and address.building.isascii()
        else address.building
    )
    entrance = f"{address.entrance}单元" if address.entrance else ""
    flat = f"{address.flat}室" if address.flat and address.flat[-1:].isascii() else address.flat
    return address.compound + building + entrance + flat


def expand_buildings(text: str) -> tuple[str, ...]:
    """Every building of `1-5号楼、7#、9栋`, in Arabic digits; words that are no buildings are left out."""
    buildings: list[str] = []
    for part in re.split(
        r"[、,，;；\s及和]+", to_arabic(clean(text)).translate(DASHES).replace("至", "-").replace("到", "-")
    ):
        bare = re.sub(r"号楼|楼|栋|幢|座|#|号", "", part)
        if span := re.fullmatch(r"(\d+)-(\d+)", bare):
            buildings += [str(number) for number in range(int(span[1]), int(span[2]) + 1)]
        elif re.fullmatch(r"[A-Za-z]?\d+[A-Za-z]?|[A-Za-z]", bare):
            buildings.append(number_or_name(bare))
    return tuple(dict.fromkeys(buildings))
