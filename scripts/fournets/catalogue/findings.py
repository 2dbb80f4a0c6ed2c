"""Every code that a finding can carry: its severity and its words (where, what, what to do).

To add one: one line here; raise it by its code. `{where}` is filled in with the cell, row, sheet or file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fournets.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class FindingType:
    """One kind of finding: `template` is Chinese, with the finding's params in braces."""

    code: str
    severity: Severity
    template: str


def _types(severity: Severity, **templates: str) -> dict[str, FindingType]:
    return {code: FindingType(code, severity, text) for code, text in templates.items()}


VALUES = _types(
    Severity.CONFIRM,
    id_checksum="身份证号“{written}”的校验位不对，可能抄错了一位，请核对证件后改正。",
    id_damaged="身份证号被 Excel 当成数字，后几位已丢失，请把单元格设为文本后重新录入完整号码。",
    id_unreadable="“{written}”不像身份证号，请核对；护照等其他证件请注明证件种类。",
    phone_length="电话“{written}”位数不对，请核对后改正。",
    phone_damaged="电话被 Excel 当成数字，已看不出完整号码，请重新录入。",
    date_ambiguous="日期“{written}”有两种读法（{options}），请写成 2020-02-10 这样的完整日期。",
    date_unreadable="日期“{written}”看不懂，请写成 2020-02-08 这样的完整日期。",
    date_range="“{written}”是一段时间，这里只能填一天，请写明是哪一天。",
    time_unreadable="时间“{written}”看不懂，请写成 08:30 这样的时间。",
    address_unreadable="地址“{written}”看不出楼号、单元和房号，请按“小区 3号楼2单元501”的样子填写。",
    temperature_unreadable="体温“{written}”看不懂，请填 36.5 这样的数字。",
    temperature_implausible="体温“{written}”不在 34—42 ℃ 之间，请核对。",
    several_temperatures="一格里写了几个体温“{written}”，请分开填写。",
    answer_unreadable="“{written}”看不出是“是”还是“否”，请改填是或否。",
    choice_unreadable="“{written}”不在可填的范围内，请按下拉项填写。",
    count_unreadable="“{written}”看不出数量，请只填数字。",
    plate_unreadable="车牌“{written}”看不懂，请核对。",
    several_names="一格里写了几个姓名“{written}”，请一人一行。",
    name_unreadable="“{written}”不像姓名，请核对。",
)

READING = _types(
    Severity.CONFIRM,
    ambiguous_form="这张表既像《{first}》又像《{second}》，请在标题里写明是哪一种表。",
    unknown_rows="这一行看不出是什么，没有采用，请核对。",
)

FINDINGS: Mapping[str, FindingType] = {**VALUES, **READING}


def severity(finding: Finding) -> Severity:
    """The catalogue's severity of a finding."""
    return FINDINGS[finding.code].severity


def message(finding: Finding) -> str:
    """The finding in plain Chinese: what is wrong and what to do; raises KeyError for a code or word unknown."""
    return FINDINGS[finding.code].template.format_map(finding.params)
