"""The names of compounds: what stands before them in an address, how they end, and where a title mentions one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from fournets.model import Parsed, Raw
from fournets.values.numerals import NUMERAL
from fournets.values.places import CITIES
from fournets.values.text import EMPTY_MARKS, clean

COMPOUND_SUFFIXES = (
    "小区|花园|家园|佳苑|嘉苑|雅苑|苑|名苑|公寓|新村|新区|生活区|宿舍|宿舍区|家属院|大院|社区|华庭|名都|名城|花苑|景苑|豪庭|府邸|公馆|府|城|里|庄园|山庄|广场|"
    "园|湾|庭|郡|轩|邸|院|墅|东区|西区|南区|北区|一区|二区|三区|一期|二期|三期"
)
COMPOUND_NAME = re.compile(
    rf"[\u4e00-\u9fff]{{1,10}}(?:{COMPOUND_SUFFIXES})(?:[东西南北中一二三四五六]区|[一二三四]期)?"
)
AREA_NAME = re.compile(rf"(?:{COMPOUND_SUFFIXES}|区|期)$")
LOW_RISE = r"(?:(?<!新)村|庄|寨|屯|平房区?|棚户区|片区|街坊|老街)"
"""How places of single houses end: their doors have a row or a lane and a number, or a number alone."""
_IN_BRACKETS = re.compile(r"[(（【\[]([^)）\]】]+)[)）\]】]")
_FORMERLY = re.compile(r"(?:原名?|曾用名|旧[称名]|又[称名]|俗称|俗名|别[称名]|也叫|老名)(?:叫|为|是)?[:：]?\s*(?=..)")
_OURSELVES = frozenset({"小区", "本小区", "我小区", "本社区", "社区", "同上", "同户主"})
_PROVINCES = "|".join(CITIES)
_CITIES = "|".join(sorted((city for cities in CITIES.values() for city in cities.split()), key=len, reverse=True))
_PROVINCE = re.compile(
    rf"(?:中国)?(?:(?:{_PROVINCES})(?:省|市|(?:[\u4e00-\u9fff]{{1,3}}族|维吾尔)?自治区)|(?:{_PROVINCES})(?=(?:{_CITIES}))|山东)"
)
_CITY = re.compile(rf"(?:{_CITIES})(?:市|地区)|东营(?!区|经济)")
_CITY_IN_PROVINCE = re.compile(rf"(?:{_CITIES})(?:市|地区|(?![区县市]))|[\u4e00-\u9fff]{{2,4}}?(?<![城超都])市")
_OWN_DISTRICT = re.compile(
    "东营经济技术开发区|东营经济开发区|经济技术开发区|经济开发区|开发区|东营区|垦利区|河口区|广饶县|利津县"
)
_DISTRICT_IN_CITY = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?:开发区|高新区)|高新区"
    r"|(?!东区|西区|南区|北区)[\u4e00-\u9fff]{1,4}?(?<![小社])(?<!生活)(?<!宿舍)(?<!家属)(?<!平房)(?<!棚户)(?<!片)(?<![城超都](?=市))"
    r"(?:[区市]|县(?!城))(?=[\u4e00-\u9fff]{2})"
)
_DISTRICT_OF_STREET = re.compile(r"[\u4e00-\u9fff]{1,4}?(?<!小)[区县市](?=[\u4e00-\u9fff]{2,4}(?:街道|镇|乡))")
_STREET = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}?(?:街道办事处|街道办|街道|镇|乡))?(?:[\u4e00-\u9fff]{2,4}?社区(?!居))?"
    r"(?:[\u4e00-\u9fff]{1,6}[路街道]\d+号(?!楼|院))?"
)
_FIND_COMPOUND = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:小区|花园|家园|佳苑|嘉苑|雅苑|名苑|花苑|景苑|公寓|新村|生活区|家属院|华庭|豪庭|名都|公馆|苑)"
)
_WHOLE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,5}(?:(?<![县市老])城|湾|(?<!政)府|[庭郡轩邸墅里]|公馆|(?<![儿公校果菜产业技学物])园)"
)
"""Endings that other words have as well: nothing else may stand beside such a name (凤凰城, 凤凰城体温监测表)."""
_NO_PART_OF_A_NAME = re.compile(
    rf"(?:\d{{2,4}}年)?\d{{1,2}}月(?:\d{{1,2}}[日号]?)?|\d+[日号]?|第?(?:{NUMERAL})?号?网格|网格|附件|关于|街道|新型冠状病毒|肺炎|疫情|防控|"
    r"居民|住户|业主|返乡|返回|外来|人员|车辆|登记|台账|情况|统计|信息|摸[排底]|排查|隔离|居家|体温|监测|名单|花?名册|明细|汇总|填报|单位|"
    r"今日|当日|每日|日报|上午|下午|新增|重点|门岗|劝返点|出入证?|通行证|发放|消[毒杀]|宣传|志愿者|代[购办]|执勤|值[班守]|签到|入户|表"
)
"""Words of titles and file names that end where a compound's name begins."""
_NOT_COMPOUND = re.compile(r"^(?:各|本|全|该|所在|居住|所属|按)")


@lru_cache(maxsize=65536)
def without_locality(text: str) -> str:
    """An address without what every address of the town begins with: province, city, district, street, community."""
    at = _end(_PROVINCE, text, 0)
    in_province = at > 0
    city = _end(_CITY_IN_PROVINCE if in_province else _CITY, text, at)
    in_city, at = city > at, city
    district = _end(_OWN_DISTRICT, text, at)
    if district == at:
        district = _end(_DISTRICT_IN_CITY if in_province or in_city else _DISTRICT_OF_STREET, text, at)
    return text[_end(_STREET, text, district) :]


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def bare_compound(text: str) -> str:
    """What is left of an address before its building, without province, city and street."""
    whole = text.replace(" ", "")
    rest = (without_locality(whole) or whole).strip(" -,，、.。()（）")
    return "" if rest in _OURSELVES else rest


def parse_compound(raw: Raw) -> Parsed[str]:
    """The compound's name as written, without what stands before it."""
    text = clean(raw)
    return Parsed("" if text in EMPTY_MARKS else bare_compound(re.sub(r"\s*[(（【\[].*?[)）\]】]\s*$", "", text)))


def other_names(text: str) -> tuple[str, ...]:
    """The names beside the first one that a register's cell gives in brackets: 石桥里（原轴承厂家属院，俗称老厂）."""
    return tuple(name for inside in _IN_BRACKETS.findall(clean(text)) for name in _formerly(inside))


def _formerly(words: str) -> Iterator[str]:
    for part in split_names(words):
        said = _FORMERLY.match(part)
        if said and (name := bare_compound(part[said.end() :])):
            yield name


def split_names(text: str) -> list[str]:
    """Several names of a compound in one cell."""
    return [part for part in re.split(r"[、,，;；/／\s]+", clean(text)) if part]


@lru_cache(maxsize=4096)
def find_compound(text: str) -> str:
    """The one compound that a title, a sheet's or a folder's name mentions by its usual endings, else nothing."""
    names = compounds_in(text)
    return names.pop() if len(names) == 1 else ""


def compounds_in(text: str) -> set[str]:
    """Every compound that a text mentions by its usual endings."""
    parts = _NO_PART_OF_A_NAME.sub(" ", clean(text))
    names = {found.group() for found in _FIND_COMPOUND.finditer(parts)}
    names = {without_locality(name) or name for name in names}
    whole = (part for part in re.split(r"\W+", parts) if _WHOLE_NAME.fullmatch(part))
    names |= {part for part in whole if without_locality(part) == part}
    return {name for name in names if not _NOT_COMPOUND.match(name) and len(name) > 2}
