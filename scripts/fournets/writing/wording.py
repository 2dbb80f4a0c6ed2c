"""How the data files' words are said to staff: 是 for yes, 武汉 for wuhan, 待解除 for to_release."""

from __future__ import annotations

from datetime import date
from functools import cache

from fournets.catalogue.forms import FORMS
from fournets.model import FileState, Severity

NOT_REPORTED = "未报"
YES_NO = {"yes": "是", "no": "否"}
GENDERS = {"male": "男", "female": "女"}
SLOTS = {"morning": "上午", "noon": "中午", "evening": "下午", "recheck": "复测"}
SERVICES = {"shopping": "代购", "rubbish": "垃圾清运", "comfort": "心理疏导", "other": "其他"}
MATERIALS = {
    "announcement": "公告",
    "leaflet": "宣传知识",
    "wechat": "微信倡议书",
    "banner": "标语横幅",
    "other": "其他",
}
GATE_RESULTS = {"admitted": "放行", "turned_back": "劝返"}
VOLUNTEER_KINDS = {"party": "党员", "resident": "群众", "psychological": "心理", "other": "其他"}
METHODS = {"visit": "入户", "phone": "电话", "other": "其他"}
DECISIONS = {"yes": "是", "no": "否", "unsure": "不确定"}
CATEGORIES = {
    "wuhan": "武汉",
    "hubei": "湖北其他",
    "key_area": "重点地区",
    "other_province": "其他省份",
    "in_province": "省内",
    "": "来源不明",
}
CASE_STATUSES = {
    "to_notify": "待告知",
    "in_quarantine": "隔离中",
    "to_release": "到期待解除",
    "released": "已解除",
    "transferred": "已转送",
    "not_required": "不需隔离",
}
VISIT_STATUSES = {
    "checked": "已排查",
    "empty": "空户",
    "no_answer": "无人应答",
    "refused": "拒访",
    "never_visited": "未上门",
}
BUCKETS = {
    "not_here": "不在本辖区",
    "registered_mismatch": "已登记，信息不符",
    "period_over": "已过隔离期",
    "already_managed": "已在管理",
    "missed": "漏登",
    "to_verify": "待核实",
}
DELIVERY_STATUSES = {"sent": "已报", "zero": "零报告", "missing": "未报"}
SEVERITIES = {Severity.HOLD: "未采用", Severity.CONFIRM: "请核对", Severity.NOTE: "提示"}
FILE_STATES = {
    FileState.ACCEPTED: "收下",
    FileState.DUPLICATE: "重复",
    FileState.HELD: "退回",
    FileState.IGNORED: "未动",
}


@cache
def field_title(form: str, field: str) -> str:
    """What staff call a form's field; the field's own name where no column announces it."""
    return next((column.title for column in FORMS[form].columns if column.field == field), field)


def form_title(form: str) -> str:
    """What staff call a form; empty for none."""
    return FORMS[form].title if form in FORMS else form


def chinese_day(day: date) -> str:
    """2020年2月9日, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def grid_name(grid: str) -> str:
    """第12网格; a name that is no number stays as it is, an unknown one is said so."""
    if not grid:
        return "网格不明"
    return f"第{grid}网格" if grid.isdecimal() else grid


def grid_key(grid: str) -> tuple[bool, int, str]:
    """Sorts grids: numbers as numbers, then names, the unknown one last."""
    return (not grid, int(grid) if grid.isdecimal() else 10**9, grid)


def phones_shown(phones: str) -> str:
    """Several numbers of one person as people write them."""
    return phones.replace(";", "、")
