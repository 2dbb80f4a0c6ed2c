"""The documents that are put on paper: which, for whom, from which template, what must be known.

To add one: a `DocumentKind` here, its template in `templates/documents/`, its words in `numbering` of the settings.
What a template may ask for is in `document_items`.
Order of content, wording and periods follow the office rules of February 2020 (GB/T 9704-2012 for the page).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from fournets.catalogue.settings import Settings

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
