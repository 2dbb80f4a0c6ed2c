"""The documents that are put on paper: which, for whom, from which template, what must be known.

To add one: a `DocumentKind` here, its template in `templates/documents/`, its words in `numbering` of the settings.
Order of content, wording and periods follow the office rules of February 2020 (GB/T 9704-2012 for the page).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

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
    "已发文书": ("编号", "种类", "签发日期", "签收"),
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


Subject = Literal["case", "person", "household", "compound", "checkpoint", "vehicle"]
"""What one document is about."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document; `subject` says what each one is about.

    A case in one of `statuses` gets it unless its column `signed` says yes (no statuses: always); what was signed is
    issued again only when the period changed that it binds to. `needs` are the items
    without which it is held back; a change in one of `matters`, items or lists, calls for a new number. `copies` is how
    often it is to be printed. A `living` document keeps its number and tells each day what is known that day. Of those
    with `cards` so many stand on one sheet. A `checked` number ends in a check digit. It is to stay on so many `pages`
    (0: as many as it takes); a `stub` to tear off may go overleaf. `told_as` is the kind's name in `documents.csv`
    where that has no name of its own for it; the two then share one series of numbers.
    """

    kind: str
    title: str
    template: str
    subject: Subject = "case"
    statuses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ("姓名",)
    matters: tuple[str, ...] = ()
    signed: str = ""
    copies: int = 1
    living: bool = False
    cards: int = 1
    checked: bool = False
    told_as: str = ""
    pages: int = 0
    stub: bool = False

    @property
    def series(self) -> str:
        """The kind under whose numbers it runs, which is also its name in `documents.csv`."""
        return self.told_as or self.kind

    @property
    def by_grid(self) -> bool:
        """Whether grid workers carry it, each in his grid."""
        return self.subject in ("case", "person", "household")


PERIOD = ("隔离起始日期", "隔离解除日期")
_IDENTITY = ("姓名", "身份证号", "住址")

DOCUMENTS = (
    DocumentKind(
        kind="notice",
        title="告知书",
        template="隔离告知书.docx",
        statuses=("to_notify",),
        needs=("姓名", *PERIOD),
        matters=(*_IDENTITY, "到达日期", "来源地", *PERIOD),
        signed="notice_signed",
        pages=1,
        stub=True,
    ),
    DocumentKind(
        kind="pledge",
        title="保证书",
        template="保证书.docx",
        statuses=("to_notify", "in_quarantine"),
        needs=("姓名", *PERIOD),
        matters=(*_IDENTITY, "到达日期", "来源地", *PERIOD),
        signed="pledge_signed",
        copies=2,
        pages=1,
    ),
    DocumentKind(
        kind="temperature_sheet",
        title="体温登记表",
        template="体温登记表.docx",
        statuses=("to_notify", "in_quarantine"),
        needs=("姓名", *PERIOD),
        matters=("姓名", "住址", *PERIOD),
        pages=1,
    ),
    DocumentKind(
        kind="release",
        title="解除通知书",
        template="解除隔离告知书.docx",
        statuses=("to_release",),
        needs=("姓名", *PERIOD),
        matters=(*_IDENTITY, *PERIOD),
        pages=1,
        stub=True,
    ),
    DocumentKind(
        kind="gate_list",
        title="门岗名单",
        template="门岗名单.docx",
        subject="checkpoint",
        needs=("劝返点",),
        matters=("签发日期", "小区", "隔离住户", "待解除住户", "有效证", "过期证"),
    ),
    DocumentKind(
        kind="safety_notice",
        title="安全防疫告知书",
        template="安全防疫告知书.docx",
        subject="compound",
        needs=("小区",),
        matters=("小区", "物业公司"),
        pages=1,
    ),
    DocumentKind(
        kind="dossier",
        title="档案",
        template="一人一档.docx",
        subject="person",
        living=True,
    ),
    DocumentKind(
        kind="household_dossier",
        title="户档",
        template="一户一档.docx",
        subject="household",
        needs=("住址",),
        living=True,
        told_as="dossier",
    ),
    DocumentKind(
        kind="pass",
        title="车辆出入证",
        template="车辆出入证.docx",
        subject="vehicle",
        needs=("车牌",),
        matters=("车牌", "小区", "有效期"),
        cards=4,
        checked=True,
        pages=1,
    ),
)
"""In the order in which they are handed over."""

BY_KIND: Mapping[str, DocumentKind] = {document.kind: document for document in DOCUMENTS}


def series_of(kind: str) -> str:
    """Under whose numbers papers of a kind run; a kind of an earlier version keeps its own."""
    return BY_KIND[kind].series if kind in BY_KIND else kind


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


def number(document: DocumentKind, year: int, sequence: int, settings: Settings) -> str:
    """胜景隔告〔2020〕1号, 胜景证〔2020〕1-4号; a kind without words of its own in the settings goes by its title."""
    setting = "vehicle_pass" if document.kind == "pass" else document.series
    words = getattr(settings.numbering, setting, "") or document.title
    check = f"-{check_digit(f'{year}{sequence}')}" if document.checked else ""
    return f"{words}〔{year}〕{sequence}{check}号"


def plain_number(number: str) -> str:
    """A document's number without blanks, with brackets of one kind: as receipts write it."""
    text = unicodedata.normalize("NFKC", number).replace(" ", "")
    return text.translate(str.maketrans("〔〕【】()［］", "[][][][]"))


def check_digit(digits: str) -> int:
    """ISO 7064 MOD 11,10: one wrong digit, or two neighbours exchanged, give another check digit."""
    product = 10
    for digit in digits:
        product = ((product + int(digit)) % 10 or 10) * 2 % 11
    return (11 - product) % 10


def disease(day: date) -> str:
    """What the disease was officially called on a day."""
    return "新型冠状病毒肺炎" if day >= NOVEL_PNEUMONIA_SINCE else "新型冠状病毒感染的肺炎"
