"""The numbers of a day under the names that the report's template asks for: `{{ 累计.代购 }}`, `{{ 今日.发热 }}`."""

from __future__ import annotations

from collections.abc import Mapping

from fournets.writing.lookups import Lookups
from fournets.writing.word.filters import Blank
from fournets.writing.wording import NOT_REPORTED

WORDS: Mapping[str, str] = {
    "网格": "grids",
    "网格员": "grid_workers",
    "支部": "branches",
    "物业公司": "property_companies",
    "小区": "compounds",
    "劝返点": "checkpoints",
    "党员志愿者": "volunteers_party",
    "居民志愿者": "volunteers_resident",
    "上岗人数": "people_on_duty",
    "执勤班次": "duty_shifts",
    "户数": "households",
    "居民": "residents",
    "已排查户": "households_checked",
    "空户": "households_empty",
    "无人应答户": "households_no_answer",
    "拒访户": "households_refused",
    "未上门户": "households_never_visited",
    "排查人数": "persons_screened",
    "返回人员": "returnees",
    "武汉返回": "returnees_wuhan",
    "湖北返回": "returnees_hubei",
    "重点地区返回": "returnees_key_area",
    "在管": "cases_open",
    "待告知": "cases_to_notify",
    "隔离中": "cases_in_quarantine",
    "待解除": "cases_to_release",
    "已解除": "cases_released",
    "已转送": "cases_transferred",
    "不需隔离": "cases_not_required",
    "告知书发出": "notices_issued",
    "告知书签收": "notices_signed",
    "保证书签订": "pledges_signed",
    "应测体温": "temperatures_due",
    "已测体温": "temperatures_taken",
    "发热": "fever_readings",
    "转诊": "fever_referrals",
    "门岗放行": "gate_entries",
    "劝返车辆": "vehicles_turned_back",
    "劝返人员": "persons_turned_back",
    "出入证": "passes_issued",
    "消毒面积": "disinfected_m2",
    "消毒人次": "disinfection_person_times",
    "宣传小分队": "publicity_squads",
    "公告": "announcements",
    "宣传知识": "leaflets",
    "微信倡议": "wechat_proposals",
    "标语横幅": "banners",
    "代购": "shopping_errands",
    "垃圾清运": "rubbish_collections",
    "心理疏导": "comfort_visits",
    "名单": "dispatch_rows",
    "名单已在管理": "dispatch_already_managed",
    "名单信息不符": "dispatch_registered_mismatch",
    "名单已过期": "dispatch_period_over",
    "名单漏登": "dispatch_missed",
    "名单不在辖区": "dispatch_not_here",
    "名单待核实": "dispatch_to_verify",
}
"""The template's word → the tally."""

PERIODS: Mapping[str, tuple[str, ...]] = {
    "今日": ("today",),
    "累计": ("cumulative", "current"),
    "目前": ("current", "cumulative"),
}
"""The template's word → the period, and the one that says the same where a tally has no such period."""


def figures(lookups: Lookups) -> dict[str, dict[str, object]]:
    """Every number of the community by period and word; 未报, and false in conditions, where nobody reported it."""
    return {
        period: {word: _figure(lookups, tally, names) for word, tally in WORDS.items()}
        for period, names in PERIODS.items()
    }


def _figure(lookups: Lookups, tally: str, periods: tuple[str, ...]) -> object:
    found = (lookups.figure(tally, period) for period in periods)
    written = next((text for text in found if text), "")
    if not written:
        return Blank(NOT_REPORTED)
    number = float(written)
    return int(number) if number.is_integer() else number
