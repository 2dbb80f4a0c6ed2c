"""What the superior's own blank forms may ask for: words that our forms do not have, numbers and lists by their names.

A new word for a number: one word in `_ALSO`. A new thing that a list may tell of a person: one `Column` in `ABOVE`,
and where it comes from in `writing.superior.facts`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms import FORMS
from fournets.catalogue.forms.common import words
from fournets.catalogue.tallies import PERIOD_WORDS, TALLIES, Period
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

_ALSO: Mapping[str, str] = {
    "branches": "支部 党支部数",
    "volunteers_party": "党员志愿者 党员志愿服务者 在岗党员",
    "volunteers_resident": "群众志愿者 居民志愿服务者",
    "people_on_duty": "执勤人员 上岗人员 值守人员 上岗执勤人数 执勤人数 在岗执勤人员",
    "duty_shifts": "执勤人次 值守人次 执勤签到",
    "grids": "网格数 网格总数 网格个数",
    "grid_workers": "网格员数 网格员人数",
    "compounds": "小区数 小区总数 小区个数",
    "checkpoints": "劝返点数 卡点 检查点 卡口 门岗",
    "households": "总户数 居民户数 辖区户数 住户数 应排查户数",
    "residents": "总人口 居民人数 居民总数 总人数 辖区人口 人口数",
    "households_checked": "已走访户数 已入户户数 入户排查户数 排查户数 走访户数 入户户数",
    "households_empty": "空置户 空户数 空房户",
    "households_no_answer": "无人应答户 家中无人户 敲门无人户",
    "households_refused": "拒访户 拒绝走访户",
    "households_never_visited": "未走访户 未上门户 未排查户 未入户户数",
    "persons_screened": "排查人数 摸排人数 已摸排人数 入户排查人数",
    "returnees": "返乡人员 返程人员 外地返回人员 外来返回人员 返东人员 来东人员 返回 返乡 外地返乡人员 登记返回人员",
    "returnees_wuhan": "武汉返乡人员 武汉来东人员 武汉返东人员 来自武汉人员 从武汉返回人员 武汉返回 武汉返程人员",
    "returnees_hubei": "湖北返回人员 湖北返乡人员 湖北来东人员 来自湖北人员 从湖北返回人员 湖北返回 湖北返程人员",
    "returnees_key_area": "重点地区返回人员 重点地区返乡人员 重点地区返回 其他重点地区返回",
    "cases_open": (
        "在隔离人员 隔离人员 居家隔离人员 居家隔离 居家观察人员 居家医学观察人员 医学观察人员 在管人员 隔离 "
        "正在隔离人员 在管隔离 在隔离"
    ),
    "cases_to_notify": "待告知 待告知人员 待送告知书人员",
    "cases_in_quarantine": "隔离中 居家隔离中人员 已告知隔离人员",
    "cases_to_release": "待解除 拟解除人员 应解除人员 期满人员 到期人员 待解除人员 到期待解除 期满待解除人员",
    "cases_released": "解除隔离人员 解除人员 解除隔离 解除 已解除 已解除人员 解除观察人员 解除医学观察人员",
    "cases_transferred": "转送人员 已转送 已转送人员 转送医院",
    "cases_not_required": "不需隔离人员 无需隔离人员",
    "notices_issued": "发放告知书 下达告知书 出具告知书 送达告知书",
    "notices_signed": "告知书签收 签订告知书 已签告知书",
    "pledges_signed": "保证书签订 签订承诺书 签承诺书 已签保证书 签保证书",
    "temperatures_due": "应测体温人次",
    "temperatures_taken": "测温人次 测量体温 体温监测人次 已测体温人次",
    "fever_readings": "体温异常人次 发热人次 体温异常次数",
    "fever_referrals": "发热人员 发热病人 发热转诊人员 转诊人员 发热人数",
    "gate_entries": "门岗登记 放行登记 进出登记",
    "vehicles_turned_back": "劝返车辆数 劝返车",
    "persons_turned_back": "劝返人数 劝返",
    "passes_issued": "出入证 车辆出入证 发放出入证 发放通行证 车辆通行证",
    "disinfected_m2": "消杀面积 消毒消杀面积",
    "disinfection_person_times": "消毒人次 消杀人次 消毒人员",
    "publicity_squads": "小分队 宣传队",
    "announcements": "公告 张贴公告数 通告",
    "leaflets": "宣传单 宣传资料 发放宣传单 发放宣传资料 宣传页 明白纸 发放明白纸 宣传知识",
    "wechat_proposals": "微信倡议",
    "banners": "横幅 条幅 悬挂横幅 悬挂条幅 标语",
    "shopping_errands": "代购次数 代买代购 代购服务",
    "rubbish_collections": "垃圾清运次数 垃圾代扔 清运垃圾 收运垃圾",
    "comfort_visits": "心理疏导次数 心理辅导 心理咨询",
    "dispatch_rows": "下发名单 核查名单 下发核查名单",
    "dispatch_missed": "漏登人员 漏登",
    "dispatch_not_here": "不在本社区人员",
    "dispatch_to_verify": "待核实人员 待核实",
}  # fmt: skip
_TODAY, _NEW = re.compile(r"(?:今日|今天|当日|当天|本日)"), re.compile(r"新增")
_PERIODS = (
    (Period.CUMULATIVE, re.compile(r"累计|截至目前|截止目前|总计|共计")),
    (Period.CURRENT, re.compile(r"现有|目前|当前|现在|尚有?|正在")),
)
_EXCEPT = re.compile(r"不含|不包括|以外|(?<!解)除")
_ACCIDENTAL = re.compile(r"[(（\[【].*?[)）\]】]|[\W_]|其中|的|合计|小计|^\d+[.、．]")
_ENDINGS = (
    (re.compile(r"(?:人员|人)?(?:总数|人数|数量|数|人)$|人员$"), "人"),
    (re.compile(r"(?:总?户数?)$"), "户"),
    (re.compile(r"(?:总数|个数|数量|数)$"), ""),
)
_LIST_WORDS = re.compile(r"(?:信息)?(?:名单|花名册|台账|明细表?|清单|登记[表册]|统计表|一览表|信息表|情况表)$")
_NEAREST = 4


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """A number of the desk: which, and of which period."""

    tally: str
    period: Period

    @property
    def title(self) -> str:
        """What staff call it."""
        return f"{PERIOD_WORDS[self.period]}{TALLIES[self.tally].title}"


@dataclass(frozen=True, slots=True)
class ListAsked:
    """The persons or things behind numbers: those of the first that the others count too."""

    numbers: tuple[NumberAsked, ...]

    @property
    def title(self) -> str:
        """What staff call it."""
        return "、".join(number.title for number in self.numbers)


def number_meant(text: str) -> NumberAsked | None:
    """The number that a heading or a tag names (累计返回人员数, 今日解除隔离人数), None for any other words.

    今日 of a number that is a state means that of today's end; 新增 only what is counted by the day. Without such a
    word it is the state, else all up to the day.
    """
    bare = clean(text)
    if _EXCEPT.search(bare):
        return None
    new, today = _NEW.search(bare), _TODAY.search(bare)
    asked = [period for period, words_of in _PERIODS if words_of.search(bare)]
    for words_of in (_NEW, _TODAY, *(pattern for _, pattern in _PERIODS)):
        bare = words_of.sub("", bare)
    tally = next((_names()[core] for core in _cores(bare) if core in _names()), "")
    if not tally or len(asked) + bool(new or today) > 1:
        return None
    periods = TALLIES[tally].periods
    if new or today:
        asked = [Period.TODAY] if new or Period.TODAY in periods else [Period.CURRENT]
    if not asked:
        asked = [period for period in (Period.CURRENT, Period.CUMULATIVE, Period.TODAY) if period in periods]
    return NumberAsked(tally, asked[0]) if asked[0] in periods else None


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
    new = bool(_NEW.search(title))
    if not tallies or (new and Period.TODAY not in TALLIES[tallies[0]].periods):
        return None
    first = NumberAsked(tallies[0], Period.TODAY if new else TALLIES[tallies[0]].periods[-1])
    return ListAsked((first, *(NumberAsked(tally, TALLIES[tally].periods[-1]) for tally in tallies[1:])))


def nearest_names(text: str) -> str:
    """The names that are most like a word which nothing is called by, joined for a sentence."""
    titles = [what.title for what in TALLIES.values()]
    near = difflib.get_close_matches(clean(text), titles, n=_NEAREST, cutoff=0.2)
    return "、".join(near or titles[:_NEAREST])


def _cores(text: str) -> Iterator[str]:
    """The word without punctuation, in the spellings that are tried one after the other."""
    bare = _ACCIDENTAL.sub("", text)
    yield bare
    for ending, instead in _ENDINGS:
        shorter = ending.sub(instead, bare)
        if shorter != bare and shorter not in ("", "人", "户"):
            yield shorter


@cache
def _names() -> Mapping[str, str]:
    """Every spelling of a number's name → the number; one that would mean two numbers means none."""
    sure: dict[str, str] = {}
    found: dict[str, set[str]] = {}
    for name, what in TALLIES.items():
        for spelling in (what.title, *_ALSO.get(name, "").split()):
            first, *others = dict.fromkeys(_cores(spelling))
            sure[first] = name
            for core in others:
                found.setdefault(core, set()).add(name)
    single = {core: next(iter(names)) for core, names in found.items() if len(names) == 1}
    return single | sure


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
    bare = _ACCIDENTAL.sub("", clean(text))
    return tuple(
        Wanted(form.name, column.field, column.fixed, column.kind)
        for form in (ABOVE, *FORMS.values())
        for column in form.columns
        if bare in {_ACCIDENTAL.sub("", heading) for heading in column.headings}
    )
