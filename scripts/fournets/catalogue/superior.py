"""What the superior's own blank forms may ask for beside numbers: lists by their names, headings that we do not have.

A new thing that a list may tell of a person: one `Column` in `ABOVE`, and where it comes from in
`writing.superior.facts`. What numbers are called is in `tally_names`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.catalogue.forms.common import words
from fournets.catalogue.tallies import TALLIES, Period
from fournets.catalogue.tally_names import NEW, NumberAsked, bare_word, number_meant
from fournets.values.places import CITIES
from fournets.values.text import clean

ABOVE = Form(
    "superior",
    "上级报表",
    (),
    (),
    (
        Column("age", Kind.COUNT, words("年龄 岁数 周岁 年龄(岁) 年龄(周岁)")),
        Column("birth_date", Kind.DATE, words("出生日期 出生年月 出生年月日 出生时间")),
        Column("category", Kind.TEXT, words("人员类别 人员类型 返回人员类别 返回类别 返回类型 来源类别 类别 人员分类")),
        Column("status", Kind.TEXT, words("隔离状态 目前状态 当前状态 管理状态 状态 管控状态 现管控状态 隔离情况")),
        Column("release", Kind.DATE, words("解除日期 解除时间 解除隔离日期 解除隔离时间 解除观察日期 解除观察时间")),
        Column("days", Kind.COUNT, words("隔离天数 观察天数 隔离期限 隔离期")),
        Column("days_so_far", Kind.COUNT, words("已隔离天数 已观察天数 已居家隔离天数 已隔离")),
        Column("notice_number", Kind.TEXT, words("告知书编号 告知书文号 告知书号 隔离告知书编号")),
        Column("grid_phone", Kind.PHONE, words("网格员电话 网格员联系电话 网格员手机 网格员手机号 网格员联系方式")),
        Column("grid_worker", Kind.PERSON, words("网格员 网格员姓名 责任网格员 所属网格员 网格长 负责网格员")),
        Column("community", Kind.TEXT, words("社区 所属社区 所在社区 社区名称 村居 社区(村) 村(社区) 村(居) 社区/村")),
        Column("street", Kind.TEXT, words("街道 所属街道 镇街 乡镇街道 街道(镇) 镇(街道) 街道名称 所在街道 街道办")),
        Column("district", Kind.TEXT, words("县区 区县 所属县区 区 县(区) 区(县) 所在区县")),
        Column("city", Kind.TEXT, words("市 城市 所在市 地市 所属市")),
        Column("province", Kind.TEXT, words("省 省份 所在省")),
    ),
    (),
    (),
)  # fmt: skip
"""What a list may ask beside the fields of our own forms; nobody sends it to us under these headings."""

_LIST_WORDS = re.compile(r"(?:信息)?(?:名单|花名册|台账|明细表?|清单|登记[表册]|统计表|一览表|信息表|情况表)$")


@dataclass(frozen=True, slots=True)
class ListAsked:
    """The persons or things behind numbers: those of the first that the others count too."""

    numbers: tuple[NumberAsked, ...]

    @property
    def title(self) -> str:
        """What staff call it."""
        return "、".join(number.title for number in self.numbers)


def list_meant(text: str) -> ListAsked | None:
    """The list that staff name in a tag: 在隔离人员, 武汉返回人员, or two at once (在隔离人员、武汉返回人员)."""
    parts = [_LIST_WORDS.sub("", part.strip()) for part in re.split(r"[、，,+和]", clean(text)) if part.strip()]
    numbers = [number_meant(part) for part in parts]
    known = tuple(number for number in numbers if number is not None)
    return ListAsked(known) if known and len(known) == len(numbers) else None


_STATES = (
    (re.compile(r"[未没]有?解除"), "cases_open"),
    (re.compile(r"(?:拟|待|应|将|可).{0,3}解除"), "cases_to_release"),
    (re.compile(r"期满|到期"), "cases_to_release"),
    (re.compile(r"解除"), "cases_released"),
    (re.compile(r"发热|转诊"), "fever_referrals"),
    (re.compile(r"隔离|医学观察|居家观察|在管|体温|测温"), "cases_open"),
)
_ORIGINS = (
    (re.compile(r"武汉"), "returnees_wuhan"),
    (re.compile(r"湖北|鄂"), "returnees_hubei"),
    (re.compile(r"重点地区|重点疫区"), "returnees_key_area"),
    (re.compile(r"返[回乡程东鲁]|来东|来鲁|外来|入东|抵东"), "returnees"),
)
_OTHERS = (
    (re.compile(r"劝返人员"), "persons_turned_back"),
    (re.compile(r"出入证|通行证"), "passes_issued"),
    (re.compile(r"执勤|值班|值守"), "duty_shifts"),
    (re.compile(r"漏登"), "dispatch_missed"),
    (re.compile(r"空户|空置户"), "households_empty"),
    (re.compile(r"消毒|消杀"), "disinfection_person_times"),
    (re.compile(r"网格(?:员|划分|一览)"), "grids"),
    (re.compile(r"(?:居民|住户|人口).{0,4}(?:底册|底数|花名册|名册|名单)"), "residents"),
)
_BOTH_STATES = re.compile(r"隔离[^解]{0,4}[及和与、/]|解除[^隔]{0,2}[及和与、/]")
_NOT_SURE = re.compile(
    r"(?:期满|到期).{0,3}解除|集中|[未不免](?!解除).{0,2}隔离|无需|密接|密切接触|确诊|疑似|治愈|境外|国外|入境|省外|外省|省内|市外|[中高]风险|疫区"
)
"""Words of lists that the desk does not keep, or that may mean two of them: staff say by a tag which one it is."""


@cache
def _from_elsewhere() -> re.Pattern[str]:
    """A place right before 返回 or 来: the list is of those who came from there alone."""
    names = {name for province, cities in CITIES.items() for name in (province, *cities.split())} - {"湖北", "武汉"}
    return re.compile(rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})[省市区县]?(?:籍|地区|方向)?(?:返|来|回)")


def list_of_title(text: str) -> ListAsked | None:
    """The list that a title asks for without any tag; None where it names none, or two that do not go together."""
    title = clean(text)
    if _NOT_SURE.search(title) or _from_elsewhere().search(title):
        return None
    if _BOTH_STATES.search(title) and "解除" in title and "隔离" in title:
        return None
    state = next((tally for words_of, tally in _STATES if words_of.search(title)), "")
    origins = [tally for words_of, tally in _ORIGINS if words_of.search(title)]
    special = [tally for tally in origins if tally != "returnees"]
    if len(special) > 1:
        return None
    tallies = [state, *special] if state else (special or origins[:1])
    if not tallies:
        tallies = [tally for words_of, tally in _OTHERS if words_of.search(title)][:1]
    return _of_period([tally for tally in tallies if tally], title)


def _of_period(tallies: Sequence[str], title: str) -> ListAsked | None:
    new = bool(NEW.search(title))
    if not tallies or (new and Period.TODAY not in TALLIES[tallies[0]].periods):
        return None
    first = NumberAsked(tallies[0], Period.TODAY if new else TALLIES[tallies[0]].periods[-1])
    return ListAsked((first, *(NumberAsked(tally, TALLIES[tally].periods[-1]) for tally in tallies[1:])))


class Wanted(NamedTuple):
    """A field that a heading may ask for: `stated` is what the heading itself says (the time of day of a reading).

    `listed` headings are in the catalogue or the office's own; others only match a pattern there.
    """

    form: str
    field: str
    stated: Mapping[str, str]
    kind: Kind
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Announced:
    """A column of a blank form: its heading, the groups above it, and the fields that it may ask for, surest first.

    `of_another` headings name somebody beside the person whom a row is about. Columns count from 1, as rows do.
    """

    column: int
    text: str
    leaf: str
    groups: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    of_another: bool = False


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A table of a blank form: the rows of its header, the row at which the next table begins, the words above it."""

    sheet: str
    top: int
    bottom: int
    end: int
    columns: tuple[Announced, ...]
    above: tuple[str, ...]


def heading_meant(text: str) -> tuple[Wanted, ...]:
    """The fields whose heading, or their own name on our forms, is just this word."""
    bare = bare_word(clean(text))
    return tuple(
        Wanted(form.name, column.field, column.fixed, column.kind)
        for form in (ABOVE, *FORMS.values())
        for column in form.columns
        if bare in {bare_word(heading) for heading in column.headings}
    )
