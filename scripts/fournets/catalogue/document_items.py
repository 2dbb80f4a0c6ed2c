"""What the templates of documents may ask for by Chinese names: items, lists, and what the office says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fournets.catalogue.settings import Settings

LINE = "＿＿＿＿"
ITEMS: Mapping[str, str] = {
    "编号": LINE,
    "替代": "",
    "更正": "",
    "姓名": "＿＿＿＿＿＿",
    "性别": "＿＿",
    "年龄": "＿＿",
    "身份证号": "＿＿＿＿＿＿＿＿＿",
    "电话": "＿＿＿＿＿＿",
    "住址": "＿＿＿＿＿＿＿＿＿＿＿＿",
    "小区": LINE,
    "楼号": "＿＿",
    "单元": "＿＿",
    "房号": "＿＿",
    "网格": "＿＿",
    "户籍地": "＿＿＿＿＿＿＿＿",
    "人员类别": "",
    "来源地": "＿＿＿＿＿＿",
    "离开日期": LINE,
    "到达日期": LINE,
    "交通工具": "",
    "车次": "",
    "隔离起始日期": LINE,
    "隔离解除日期": LINE,
    "隔离天数": "＿＿",
    "隔离算法": "",
    "同住人员": "＿＿＿＿＿＿",
    "尚缺": "",
    "网格员": "＿＿＿",
    "网格员电话": "＿＿＿＿＿＿＿",
    "社区": LINE,
    "街道": LINE,
    "区": LINE,
    "城市": LINE,
    "落款": LINE,
    "公章": LINE,
    "病名": "",
    "发热标准": "",
    "签发日期": LINE,
    "劝返点": LINE,
    "物业公司": LINE,
    "车牌": LINE,
    "车主": "＿＿＿＿",
    "有效期": LINE,
    "证类": "",
    "底色": "FFFFFF",
}
"""Every name that a template may ask for, and the line that is printed to write on where its value is unknown."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "隔离住户": ("住址", "姓名", "解除日期"),
    "待解除住户": ("住址", "姓名", "解除日期"),
    "有效证": ("车牌", "住址", "有效期"),
    "过期证": ("车牌", "住址", "有效期"),
    "隔离日": (),
}
"""Lists that a template may go through, and the parts of a line: `{%tr for 户 in 隔离住户 %}`. 隔离日 is bare dates."""

LIVING_LISTS: Mapping[str, tuple[str, ...]] = {
    "事实": ("项目", "内容", "来源"),
    "体温记录": ("日期", "上午", "下午", "其他"),
    "走访记录": ("日期", "事项", "结果", "经办人"),
    "代办记录": ("日期", "服务", "内容", "次数"),
    "已发文书": ("姓名", "编号", "种类", "签发日期", "签收"),
    "待核事项": (),
    "户内人员": ("姓名", "关系", "身份证号", "电话", "状态", "期满"),
}
"""Lists that only living documents have; 待核事项 are bare sentences."""
CARDS = "版面"
"""The rows of a sheet of cards: each has 左 and 右, the items of one card, or nothing where none is left."""
LIVING_ITEMS = ("日期", "状态", "解除日期", "体温图")
"""Items that only living documents have."""

ROLES = ("社区联系人", "医生", "民警")
"""Who every office has; the settings' own roles come beside them, each as `角色` and `角色电话`."""

NOVEL_PNEUMONIA_SINCE = date(2020, 2, 8)
"""The National Health Commission named the disease 新型冠状病毒肺炎 on this day; before, it was described in words."""


def blanks(settings: Settings) -> dict[str, str]:
    """Every name that a template may ask for at this desk → the line printed where its value is unknown."""
    roles = dict.fromkeys((*ROLES, *(contact.role for contact in settings.contacts)))
    return dict(ITEMS) | {f"{role}{part}": LINE for role in roles for part in ("", "电话")}


def _contact_items(settings: Settings) -> dict[str, str]:
    """The responsible people of the settings, by role; several of one role are all named."""
    items: dict[str, str] = {}
    for contact in settings.contacts:
        for name, value in ((contact.role, contact.name), (f"{contact.role}电话", contact.phone)):
            items[name] = f"{items[name]}、{value}" if name in items else value
    return items


def office_items(settings: Settings, day: date) -> dict[str, str]:
    """What every paper and report may say of the office, and of the disease on a day."""
    office = settings.office
    return {
        "社区": office.community,
        "街道": office.subdistrict,
        "区": office.district,
        "城市": office.city,
        "落款": office.signature,
        "病名": disease(day),
        "发热标准": f"{settings.fever_threshold:.1f}",
    }


def common_items(settings: Settings, day: date) -> dict[str, str]:
    """The items that all documents issued on a day share."""
    issued = {"公章": settings.office.seal, "签发日期": day.isoformat()}
    return _contact_items(settings) | office_items(settings, day) | issued


def disease(day: date) -> str:
    """What the disease was officially called on a day."""
    return "新型冠状病毒肺炎" if day >= NOVEL_PNEUMONIA_SINCE else "新型冠状病毒感染的肺炎"
