"""What stands in a cell: days as the heading's example is written, words instead of codes, numbers as numbers."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook
from tests.writing.superior.test_sheet import opened, shown

from fournets.catalogue.fields import Kind
from fournets.writing.superior.values import day_as_asked, put_value


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ("到达日期", "2020-02-08"),
        ("到达日期（如2020.2.8）", "2020.2.8"),
        ("到达日期(例：2020/02/03)", "2020/02/08"),
        ("时间（格式：yyyy-mm-dd）", "2020-02-08"),
        ("（X月X日）", "2月8日"),
        ("日期（年/月/日）", "2020/2/8"),
        ("时间（如：2月1日）", "2月8日"),
        ("返回时间（月.日）", "2.8"),
        ("隔离时间（1-2天）", "2020-02-08"),
    ],
)
def test_days_by_the_headings_example(heading: str, written: str) -> None:
    assert day_as_asked(date(2020, 2, 8), heading) == written


@pytest.mark.parametrize(
    ("kind", "value", "heading", "written"),
    [
        (Kind.GENDER, "female", "性别", "女"),
        (Kind.YES_NO, "yes", "是否武汉返回", "是"),
        (Kind.ANSWER, "no", "有无症状", "无"),
        (Kind.ANSWER, "no", "是否有症状", "否"),
        (Kind.ANSWER, "咳嗽", "症状", "咳嗽"),
        (Kind.PHONE, "13800000001;05468300003", "电话", "13800000001、05468300003"),
        (Kind.GRID, "12", "网格", "第12网格"),
        (Kind.GRID, "12", "网格号", "12"),
        (Kind.ID_NUMBER, "370599198001010041", "身份证号", "370599198001010041"),
        (Kind.TEMPERATURE, "36.5", "体温", 36.5),
        (Kind.COUNT, "31", "年龄", 31),
        (Kind.COUNT, "约30", "年龄", "约30"),
        (Kind.DATE, "去年", "日期", "去年"),
    ],
)
def test_values(kind: Kind, value: str, heading: str, written: object) -> None:
    sheet = opened(Workbook())
    put_value(sheet, 1, 1, kind, value, heading)
    assert shown(sheet)["A1"].value == written
