"""The checks between sheets: what each looks for, and who can settle it.

To add one: a line here, its code with words in `catalogue/findings.py`, its place among the questions in
`catalogue/urgency.py`, and a function in `reconciling/checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Addressee(StrEnum):
    """Who can settle a finding: the grid worker at the door, or the clerk at the desk."""

    GRID = "网格员"
    DESK = "社区"


@dataclass(frozen=True, slots=True)
class Check:
    """One check, named like the code of its findings."""

    code: str
    title: str
    addressee: Addressee


def _checks(addressee: Addressee, **titles: str) -> dict[str, Check]:
    return {code: Check(code, title, addressee) for code, title in titles.items()}


OF_THE_DESK = frozenset(
    {"passes", "duty", "gate", "volunteers", "dispatch", "publicity", "receipts", "review", "grids", "compounds"}
    | {"checkpoints", "groups"}
)
"""Forms that no grid worker keeps: what is wrong in them is settled at the desk, or by who sent them."""

CHECKS: Mapping[str, Check] = {
    **_checks(
        Addressee.GRID,
        origin_missing="返回人员没有来源地",
        arrival_missing="返回人员没有到达日期",
        two_arrivals="几张表的到达日期不同",
        two_origins="几张表的来源地不同",
        left_after_arrival="离开日期晚于到达日期",
        released_without_date="已解除隔离，没有日期",
        released_early="提前解除隔离",
        release_contradicts="是否解除与解除日期矛盾",
        due_differs="期满日期与推算不同",
        count_changed="表上写明延长或重新计算隔离期",
        count_unclear="写了延长或重新计算，没有日期",
        unsigned_papers="到达两天，文书没有签",
        not_on_ledger="返回人员不在隔离台账上",
        quarantined_at_gate="隔离期内出现在门岗",
        fever_without_referral="发热，没有转诊记录",
        temperature_missing="体温记录不全",
        temperature_copied="体温像是照抄的",
        never_measured="隔离人员没有体温记录",
        new_contact="隔离期间有新的接触史",
        companion_without_case="同行人员没有登记",
        cohabitant_on_duty="同住人员在岗执勤",
        cohabitant_not_quarantined="同住人员没有隔离登记",
        met_before_arrival="排查或测温日期早于到达",
        row_in_two_grids="两个网格的表上有同一行",
        not_in_register="住址不在底册上",
        gender_contradicts="性别与身份证号不符",
        age_contradicts="年龄与身份证号不符",
        wrong_total="手写合计不对",
        nothing_sent="当日没有报表",
        date_in_future="日期在收表之后",
        case_without_person="返回或隔离登记没有姓名",
    ),
    **_checks(
        Addressee.DESK,
        receipt_unknown="签收的文书没有发过",
        review_unknown="核对编号没有问过",
        origin_overruled="另一张表的来源地更严",
        register_incomplete="底册不全",
        building_without_grid="楼不归任何网格",
        two_communities="别的社区的表上也有此人",
        phone_shared="几户人家同一个电话",
        pass_without_resident="出入证持有人不是本社区居民",
        plate_admitted="外地车辆放行",
        two_posts="同一时间在两个岗位",
    ),
}


def addressee(code: str, form: str) -> Addressee:
    """Who can settle a finding: the check's own addressee; whatever else is wrong, who keeps the form."""
    if code in CHECKS:
        return CHECKS[code].addressee
    return Addressee.DESK if form in OF_THE_DESK else Addressee.GRID
