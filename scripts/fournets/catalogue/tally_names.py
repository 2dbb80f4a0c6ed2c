"""What the desk's numbers are called: in the report's templates, and in the street's own forms and lists.

A new word for a number: one word in `NAMES`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from fournets.catalogue.tallies import PERIOD_WORDS, TALLIES, Period
from fournets.values.text import clean


class Names(NamedTuple):
    """A number's word in the report's templates (`{{ 累计.代购 }}`), and the superior's words beside its own title."""

    in_reports: str
    also: str = ""


NAMES: Mapping[str, Names] = {
    "branches": Names("支部", "支部 党支部数"),
    "volunteers_party": Names("党员志愿者", "党员志愿者 党员志愿服务者 在岗党员"),
    "volunteers_resident": Names("居民志愿者", "群众志愿者 居民志愿服务者"),
    "people_on_duty": Names("上岗人数", "执勤人员 上岗人员 值守人员 上岗执勤人数 执勤人数 在岗执勤人员"),
    "duty_shifts": Names("执勤班次", "执勤人次 值守人次 执勤签到"),
    "grids": Names("网格", "网格数 网格总数 网格个数"),
    "grid_workers": Names("网格员", "网格员数 网格员人数"),
    "property_companies": Names("物业公司"),
    "compounds": Names("小区", "小区数 小区总数 小区个数"),
    "checkpoints": Names("劝返点", "劝返点数 卡点 检查点 卡口 门岗"),
    "households": Names("户数", "总户数 居民户数 辖区户数 住户数 应排查户数"),
    "residents": Names("居民", "总人口 居民人数 居民总数 总人数 辖区人口 人口数"),
    "households_checked": Names("已排查户", "已走访户数 已入户户数 入户排查户数 排查户数 走访户数 入户户数"),
    "households_empty": Names("空户", "空置户 空户数 空房户"),
    "households_no_answer": Names("无人应答户", "无人应答户 家中无人户 敲门无人户"),
    "households_refused": Names("拒访户", "拒访户 拒绝走访户"),
    "households_never_visited": Names("未上门户", "未走访户 未上门户 未排查户 未入户户数"),
    "persons_screened": Names("排查人数", "排查人数 摸排人数 已摸排人数 入户排查人数"),
    "returnees": Names(
        "返回人员",
        "返乡人员 返程人员 外地返回人员 外来返回人员 返东人员 来东人员 返回 返乡 外地返乡人员 登记返回人员",
    ),
    "returnees_wuhan": Names(
        "武汉返回",
        "武汉返乡人员 武汉来东人员 武汉返东人员 来自武汉人员 从武汉返回人员 武汉返回 武汉返程人员",
    ),
    "returnees_hubei": Names(
        "湖北返回",
        "湖北返回人员 湖北返乡人员 湖北来东人员 来自湖北人员 从湖北返回人员 湖北返回 湖北返程人员",
    ),
    "returnees_key_area": Names("重点地区返回", "重点地区返回人员 重点地区返乡人员 重点地区返回 其他重点地区返回"),
    "dispatch_rows": Names("名单", "下发名单 核查名单 下发核查名单"),
    "dispatch_not_here": Names("名单不在辖区", "不在本社区人员"),
    "dispatch_registered_mismatch": Names("名单信息不符"),
    "dispatch_period_over": Names("名单已过期"),
    "dispatch_already_managed": Names("名单已在管理"),
    "dispatch_missed": Names("名单漏登", "漏登人员 漏登"),
    "dispatch_to_verify": Names("名单待核实", "待核实人员 待核实"),
    "gate_entries": Names("门岗放行", "门岗登记 放行登记 进出登记"),
    "vehicles_turned_back": Names("劝返车辆", "劝返车辆数 劝返车"),
    "persons_turned_back": Names("劝返人员", "劝返人数 劝返"),
    "passes_issued": Names("出入证", "出入证 车辆出入证 发放出入证 发放通行证 车辆通行证"),
    "disinfected_m2": Names("消毒面积", "消杀面积 消毒消杀面积"),
    "disinfection_person_times": Names("消毒人次", "消毒人次 消杀人次 消毒人员"),
    "publicity_squads": Names("宣传小分队", "小分队 宣传队"),
    "announcements": Names("公告", "公告 张贴公告数 通告"),
    "leaflets": Names("宣传知识", "宣传单 宣传资料 发放宣传单 发放宣传资料 宣传页 明白纸 发放明白纸 宣传知识"),
    "wechat_proposals": Names("微信倡议", "微信倡议"),
    "banners": Names("标语横幅", "横幅 条幅 悬挂横幅 悬挂条幅 标语"),
    "cases_open": Names(
        "在管",
        "在隔离人员 隔离人员 居家隔离人员 居家隔离 居家观察人员 居家医学观察人员 医学观察人员 在管人员 隔离 "
        "正在隔离人员 在管隔离 在隔离",
    ),
    "cases_to_notify": Names("待告知", "待告知 待告知人员 待送告知书人员"),
    "cases_in_quarantine": Names("隔离中", "隔离中 居家隔离中人员 已告知隔离人员"),
    "cases_to_release": Names(
        "待解除",
        "待解除 拟解除人员 应解除人员 期满人员 到期人员 待解除人员 到期待解除 期满待解除人员",
    ),
    "cases_released": Names(
        "已解除",
        "解除隔离人员 解除人员 解除隔离 解除 已解除 已解除人员 解除观察人员 解除医学观察人员",
    ),
    "cases_transferred": Names("已转送", "转送人员 已转送 已转送人员 转送医院"),
    "cases_not_required": Names("不需隔离", "不需隔离人员 无需隔离人员"),
    "notices_issued": Names("告知书发出", "发放告知书 下达告知书 出具告知书 送达告知书"),
    "notices_signed": Names("告知书签收", "告知书签收 签订告知书 已签告知书"),
    "pledges_signed": Names("保证书签订", "保证书签订 签订承诺书 签承诺书 已签保证书 签保证书"),
    "temperatures_due": Names("应测体温", "应测体温人次"),
    "temperatures_taken": Names("已测体温", "测温人次 测量体温 体温监测人次 已测体温人次"),
    "fever_readings": Names("发热", "体温异常人次 发热人次 体温异常次数"),
    "fever_referrals": Names("转诊", "发热人员 发热病人 发热转诊人员 转诊人员 发热人数"),
    "shopping_errands": Names("代购", "代购次数 代买代购 代购服务"),
    "rubbish_collections": Names("垃圾清运", "垃圾清运次数 垃圾代扔 清运垃圾 收运垃圾"),
    "comfort_visits": Names("心理疏导", "心理疏导次数 心理辅导 心理咨询"),
}  # fmt: skip
_TODAY = re.compile(r"(?:今日|今天|当日|当天|本日)")
NEW = re.compile(r"新增")
"""Says that only what the reporting day added is asked for."""
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


def number_meant(text: str) -> NumberAsked | None:
    """The number that a heading or a tag names (累计返回人员数, 今日解除隔离人数), None for any other words.

    今日 of a number that is a state means that of today's end; 新增 only what is counted by the day. Without such a
    word it is the state, else all up to the day.
    """
    bare = clean(text)
    if _EXCEPT.search(bare):
        return None
    new, today = NEW.search(bare), _TODAY.search(bare)
    asked = [period for period, words_of in _PERIODS if words_of.search(bare)]
    for words_of in (NEW, _TODAY, *(pattern for _, pattern in _PERIODS)):
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


def bare_word(text: str) -> str:
    """The word without punctuation, brackets and what adds nothing to it (其中、的、合计)."""
    return _ACCIDENTAL.sub("", text)


def nearest_names(text: str) -> str:
    """The names that are most like a word which nothing is called by, joined for a sentence."""
    titles = [what.title for what in TALLIES.values()]
    near = difflib.get_close_matches(clean(text), titles, n=_NEAREST, cutoff=0.2)
    return "、".join(near or titles[:_NEAREST])


def _cores(text: str) -> Iterator[str]:
    """The bare word, in the spellings that are tried one after the other."""
    bare = bare_word(text)
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
        for spelling in (what.title, *NAMES[name].also.split()):
            first, *others = dict.fromkeys(_cores(spelling))
            sure[first] = name
            for core in others:
                found.setdefault(core, set()).add(name)
    single = {core: next(iter(names)) for core, names in found.items() if len(names) == 1}
    return single | sure
