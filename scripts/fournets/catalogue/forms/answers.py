"""The sheets of ours that people fill in and drop back."""

from __future__ import annotations

from fournets.catalogue.fields import Column, Form, Kind
from fournets.catalogue.forms.common import date_column, fields, words

RECEIPTS = Form(
    "receipts",
    "签收表",
    fields("number,kind,name,signed_date,method,signer"),
    ("number",),
    (
        Column(
            "number",
            Kind.TEXT,
            words("文书编号 编号 文号 文书号 文书编号(扫码) 告知书编号 单号 编号(文书) 文件编号"),
            like=r"文书.{0,1}号|文号",
        ),
        Column(
            "kind",
            Kind.TEXT,
            words("文书种类 文书类型 种类 文书 文书名称 文件种类 文书名 文件名称"),
            like=r"文书(?:种类|类[别型]|名称)|签收(?:的)?(?:文书|文件)",
        ),
        Column(
            "name",
            Kind.NAME,
            words("姓名 签收对象 隔离人员姓名 被签收人 送达对象 收件人 受送达人 被送达人 当事人"),
            like=r"[受被]?送达(?:人|对象)|当事人",
        ),
        date_column(
            words("签收日期 签字日期 签收时间 签字时间 签署日期 签订日期 送达日期 送达时间"),
            field="signed_date",
            like=r"(?:签[收字署订]|送达).{0,1}(?:日期|时间)",
        ),
        Column("method", Kind.TEXT, words("签收方式 方式 签字方式 送达方式 签署方式"), like=r"(?:签[收字署]|送达)方式"),
        Column(
            "signer",
            Kind.PERSON,
            words("签收人 签字人 签收人姓名 签字人姓名 代签人 签署人 签收人签字"),
            like=r"签[收字署].{0,1}人|代签人",
        ),
    ),
    (("number",), ("signed_date",)),
    ("签收",),
    answers=True,
)
REVIEW = Form(
    "review",
    "人工核对表",
    fields("pair_id,decision,decided_by"),
    ("pair_id",),
    (
        Column("pair_id", Kind.TEXT, words("核对编号 编号 核对号 疑问编号"), like=r"核对编?号|^对子?编?号"),
        Column(
            "decision",
            Kind.DECISION,
            words("是否同一人 结论 核对结果 判断 是否为同一人 是否同一个人 判定 核对结论 决定 结果"),
            like=r"是否.{0,2}同一|是(?:否|不是)(?:为)?同?一个?人",
        ),
        Column(
            "decided_by",
            Kind.PERSON,
            words("核对人 判定人 核对人员 填写人 判断人 核对人姓名"),
            like=r"核对人|判[定断]人",
        ),
    ),
    (("pair_id",), ("decision",)),
    ("人工核对", "核对"),
    answers=True,
)
