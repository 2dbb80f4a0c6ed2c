"""Every number that the desk reports: what is counted, once per what, for which periods and groups.

To add one: one `Tally` here, its words in `tally_names`. Its definition is the contract's; `reconciling.tracing` finds
the records behind it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Period(StrEnum):
    """The reporting day's events, all up to it, or the state at its end."""

    TODAY = "today"
    CUMULATIVE = "cumulative"
    CURRENT = "current"


class Group(StrEnum):
    """What a number can be broken down by."""

    COMMUNITY = "community"
    GRID = "grid"
    COMPOUND = "compound"
    BRANCH = "branch"
    SQUAD = "squad"
    CHECKPOINT = "checkpoint"


class Net(StrEnum):
    """The four nets of the daily report."""

    RESPONSIBILITY = "工作责任网"
    SCREENING = "排查覆盖网"
    PUBLICITY = "宣传教育网"
    LOGISTICS = "隔离后勤保障网"


GROUP_WORDS = {
    Group.COMMUNITY: "社区",
    Group.GRID: "网格",
    Group.COMPOUND: "小区",
    Group.BRANCH: "支部",
    Group.SQUAD: "小分队",
    Group.CHECKPOINT: "劝返点",
}
PERIOD_WORDS = {Period.TODAY: "今日", Period.CUMULATIVE: "累计", Period.CURRENT: "现有"}


@dataclass(frozen=True, slots=True)
class Tally:
    """One number.

    `source` names the rows looked at: a form, or `register`, `coverage`, `cases`, `dispatch_lines`. `where` says
    which of them count: column → accepted values, none meaning any that is filled. Each different `once` counts
    one (without it each row), or as much as its column `amount` says, empty cells as `blank` (None: not at all).
    `forms` are those whose sheets report it: where none came, the number is unknown and not 0. `standing` numbers
    follow from the state, so that today's needs no sheet of today.
    """

    name: str
    title: str
    unit: str
    net: Net
    source: str
    once: str = ""
    where: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    amount: str = ""
    blank: float | None = None
    each: int = 1
    periods: tuple[Period, ...] = (Period.TODAY, Period.CUMULATIVE)
    groups: tuple[Group, ...] = ()
    forms: tuple[str, ...] = ()
    standing: bool = False

    @property
    def reported_by(self) -> tuple[str, ...]:
        """The forms whose sheets report it."""
        return self.forms or (self.source,)


FILLED: tuple[str, ...] = ()
STATE = (Period.CUMULATIVE, Period.CURRENT)
PLACES = (Group.GRID, Group.COMPOUND)
CASE_FORMS = ("returnees", "quarantine")
RESPONSIBILITY, SCREENING, PUBLICITY, LOGISTICS = Net


def _register(name: str, title: str, unit: str, net: Net, source: str, once: str, *groups: Group) -> Tally:
    return Tally(name, title, unit, net, source, once, {once: FILLED}, periods=STATE, groups=groups)


def _volunteers(name: str, title: str, kind: str) -> Tally:
    return Tally(
        name, title, "人", RESPONSIBILITY, "volunteers", "person_id", {"kind": (kind,)},
        periods=STATE, groups=(Group.BRANCH, Group.SQUAD),
    )  # fmt: skip


def _coverage(status: str, title: str) -> Tally:
    return Tally(
        f"households_{status}", title, "户", SCREENING, "coverage", "unit", {"status": (status,)},
        periods=STATE, groups=PLACES, forms=("households",),
    )  # fmt: skip


def _returnees(name: str, title: str, categories: tuple[str, ...]) -> Tally:
    where = {"category": categories} if categories else {}
    return Tally(name, title, "人", SCREENING, "returnees", "person_id", where, groups=PLACES)


def _cases(
    name: str, title: str, where: Mapping[str, tuple[str, ...]], *periods: Period, each: int = 1, standing: bool = False
) -> Tally:
    return Tally(
        name, title, "人次" if each > 1 else "人", LOGISTICS, "cases", "case_id", where, each=each,
        periods=periods or (Period.CURRENT,), groups=PLACES, forms=CASE_FORMS, standing=standing,
    )  # fmt: skip


def _dispatch(name: str, title: str, bucket: str = "") -> Tally:
    where = {"bucket": (bucket,)} if bucket else {}
    return Tally(name, title, "条", SCREENING, "dispatch_lines", "", where, periods=STATE, forms=("dispatch",))


def _material(name: str, title: str, unit: str, material: str) -> Tally:
    where = {"material": (material,)}
    return Tally(name, title, unit, PUBLICITY, "publicity", "", where, "quantity", groups=(Group.SQUAD,))


def _service(name: str, title: str, service: str) -> Tally:
    return Tally(name, title, "次", LOGISTICS, "errands", "", {"service": (service,)}, "times", 1, groups=PLACES)


GATES = (Group.COMPOUND, Group.CHECKPOINT)
TEAMS = (Group.BRANCH, Group.SQUAD, Group.CHECKPOINT)
OPEN_STATUSES = ("to_notify", "in_quarantine", "to_release")

TALLIES: Mapping[str, Tally] = {
    tally.name: tally
    for tally in (
        _register("branches", "党支部", "个", RESPONSIBILITY, "volunteers", "branch"),
        _volunteers("volunteers_party", "党员志愿者", "party"),
        _volunteers("volunteers_resident", "居民志愿者", "resident"),
        Tally("people_on_duty", "上岗执勤人员", "人", RESPONSIBILITY, "duty", "person_id", groups=TEAMS),
        Tally("duty_shifts", "执勤班次", "人次", RESPONSIBILITY, "duty", groups=TEAMS),
        _register("grids", "网格", "个", SCREENING, "grids", "grid", Group.COMPOUND),
        _register("grid_workers", "网格员", "人", SCREENING, "grids", "worker_and_phone", Group.COMPOUND),
        _register("property_companies", "物业公司", "家", SCREENING, "compounds", "property_company"),
        _register("compounds", "小区", "个", SCREENING, "compounds", "at_compound"),
        _register("checkpoints", "劝返点", "个", SCREENING, "checkpoints", "checkpoint", Group.COMPOUND),
        Tally(
            "households", "底册户数", "户", SCREENING, "register", "unit",
            periods=STATE, groups=PLACES, forms=("households",),
        ),
        Tally(
            "residents", "底册人数", "人", SCREENING, "register", "person_id", {"person_id": FILLED},
            periods=STATE, groups=PLACES, forms=("households",),
        ),
        _coverage("checked", "已排查户数"),
        _coverage("empty", "空户"),
        _coverage("no_answer", "无人应答户数"),
        _coverage("refused", "拒访户数"),
        _coverage("never_visited", "从未走访户数"),
        Tally(
            "persons_screened", "已排查人数", "人", SCREENING, "screening", "person_id",
            {"found": ("yes",)}, groups=PLACES,
        ),
        _returnees("returnees", "返回人员", ()),
        _returnees("returnees_wuhan", "武汉返回人员", ("wuhan",)),
        _returnees("returnees_hubei", "湖北返回人员（含武汉）", ("wuhan", "hubei")),
        _returnees("returnees_key_area", "其他重点地区返回人员", ("key_area",)),
        _dispatch("dispatch_rows", "下发名单条数"),
        _dispatch("dispatch_not_here", "下发名单：不在本社区", "not_here"),
        _dispatch("dispatch_registered_mismatch", "下发名单：信息不符", "registered_mismatch"),
        _dispatch("dispatch_period_over", "下发名单：隔离期已满", "period_over"),
        _dispatch("dispatch_already_managed", "下发名单：已在管理", "already_managed"),
        _dispatch("dispatch_missed", "下发名单：漏登", "missed"),
        _dispatch("dispatch_to_verify", "下发名单：待核实", "to_verify"),
        Tally(
            "gate_entries", "门岗放行登记", "条", SCREENING, "gate", where={"result": ("admitted",)}, groups=GATES
        ),
        Tally(
            "vehicles_turned_back", "劝返车辆", "辆次", SCREENING, "gate", "",
            {"result": ("turned_back",), "plate": FILLED}, groups=GATES,
        ),
        Tally(
            "persons_turned_back", "劝返人员", "人次", SCREENING, "gate", "",
            {"result": ("turned_back",), "name": FILLED}, groups=GATES,
        ),
        Tally("passes_issued", "发放车辆出入证", "张", SCREENING, "passes", groups=PLACES),
        Tally(
            "disinfected_m2", "消毒面积", "㎡", SCREENING, "disinfection", amount="area_m2", groups=(Group.COMPOUND,)
        ),
        Tally(
            "disinfection_person_times", "消毒投入人次", "人次", SCREENING, "disinfection",
            amount="person_times", groups=(Group.COMPOUND,),
        ),
        Tally(
            "publicity_squads", "宣传小分队", "支", PUBLICITY, "publicity", "squad", {"squad": FILLED}
        ),
        _material("announcements", "张贴公告", "份", "announcement"),
        _material("leaflets", "发放宣传知识", "份", "leaflet"),
        _material("wechat_proposals", "微信倡议书", "次", "wechat"),
        _material("banners", "标语横幅", "条", "banner"),
        _cases("cases_open", "在管隔离人员", {"status": OPEN_STATUSES}),
        _cases("cases_to_notify", "待送告知书", {"status": ("to_notify",)}),
        _cases("cases_in_quarantine", "居家隔离中", {"status": ("in_quarantine",)}),
        _cases("cases_to_release", "期满待解除", {"status": ("to_release",)}),
        _cases("cases_released", "已解除隔离", {"status": ("released",)}, Period.TODAY, *STATE),
        _cases("cases_transferred", "已转送医院或集中点", {"status": ("transferred",)}),
        _cases("cases_not_required", "不要求隔离", {"status": ("not_required",)}),
        _cases("notices_issued", "出具隔离告知书", {"notice_number": FILLED}, Period.TODAY, *STATE, standing=True),
        _cases("notices_signed", "签收告知书", {"notice_signed": ("yes",)}, *STATE),
        _cases("pledges_signed", "签订保证书", {"pledge_signed": ("yes",)}, *STATE),
        _cases("temperatures_due", "应测体温", {"status": OPEN_STATUSES}, Period.TODAY, each=2, standing=True),
        Tally(
            "temperatures_taken", "已测体温", "次", LOGISTICS, "temperatures", where={"taken": ("yes",)}, groups=PLACES
        ),
        Tally(
            "fever_readings", "体温异常", "次", LOGISTICS, "temperatures", where={"fever": ("yes",)}, groups=PLACES
        ),
        Tally("fever_referrals", "发热转诊", "人次", LOGISTICS, "fever", groups=PLACES),
        _service("shopping_errands", "代购", "shopping"),
        _service("rubbish_collections", "垃圾清运", "rubbish"),
        _service("comfort_visits", "心理疏导", "comfort"),
    )
}  # fmt: skip
