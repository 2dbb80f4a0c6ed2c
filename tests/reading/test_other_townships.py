"""What other townships' sheets taught: each test is one habit that was once misread."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from fournets.model import FileRead, Table
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file
from fournets.values.compounds import find_compound

DAY = date(2020, 2, 9)


def read(tmp_path: Path, rows: list[list[object]], name: str = "表.xlsx", merges: tuple[str, ...] = ()) -> FileRead:
    """One sheet of these cells, read."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / "sheet.xlsx")
    return read_file(tmp_path / "sheet.xlsx", name, ReadingContext(day=DAY))


def only(read_: FileRead) -> Table:
    assert read_.held == ""
    assert len(read_.tables) == 1
    return read_.tables[0]


def test_a_time_heading_over_days_is_a_day(tmp_path):
    table = only(
        read(
            tmp_path,
            [
                ["发现时间", "报告时刻", "患者姓名", "首测体温", "复测体温", "接诊人"],
                ["2.09", "9:30", "张三", 37.5, 37.4, "周医生"],
                [datetime(2020, 2, 8), "10点", "李四", 37.8, 37.6, "周医生"],
            ],
        )
    )
    assert table.columns["date"] == ["2020-02-09", "2020-02-08"]
    assert table.columns["time"] == ["09:30", "10:00"]


def test_a_time_heading_over_halves_of_days_is_the_slot(tmp_path):
    rows = [
        ["监测时间", "测温时间", "姓名", "体温"],
        *[["2-9", slot, "张三", 36.5] for slot in ("早", "晚", "早", "晚")],
    ]
    table = only(read(tmp_path, rows, "体温登记.xlsx"))
    assert table.columns["slot"] == ["morning", "evening", "morning", "evening"]
    assert set(table.columns["date"]) == {"2020-02-09"}


def test_moments_below_a_day_heading_stay_days(tmp_path):
    rows = [
        ["姓名", "观察起始时间", "隔离到期日", "是否解除"],
        *[[name, "2020-01-25 14:30:00", "2020-02-08 14:30:00", "否"] for name in ("张三", "李四", "王五")],
    ]
    table = only(read(tmp_path, rows, "居家隔离台账.xlsx"))
    assert set(table.columns["start_date"]) == {"2020-01-25"}
    assert set(table.columns["due_date"]) == {"2020-02-08"}


@pytest.mark.parametrize(
    ("moment", "day", "time"),
    [
        ("2月8日 14:30", "2020-02-08", "14:30"),
        ("2020/02/08 6:05:00", "2020-02-08", "06:05"),
        ("8.30", "", "08:30"),
    ],
)
def test_a_moment_says_the_day_too_where_no_column_does(tmp_path, moment, day, time):
    rows = [["登记时间", "车牌号", "驾驶员", "处理结果"], *[[moment, f"鲁E1234{n}", "张三", "放行"] for n in range(3)]]
    table = only(read(tmp_path, rows, "外来车辆登记.xlsx"))
    assert set(zip(table.columns["date"], table.columns["time"], strict=True)) == {(day, time)}


def test_the_only_column_of_names_is_the_name(tmp_path):
    rows = [
        ["受访村民姓名", "楼号", "房号", "入户情况", "家庭人数"],
        *[[name, 3, 501 + n, "已入户", 2] for n, name in enumerate(("张三", "李四", "王五"))],
        ["网格员：赵六"],
    ]
    assert only(read(tmp_path, rows, "入户摸排.xlsx")).columns["name"] == ["张三", "李四", "王五"]


def test_who_did_the_work_is_not_the_person(tmp_path):
    rows = [
        ["楼号", "房号", "户主", "入户情况", "摸底人"],
        *[[3, 501 + n, name, "已入户", "赵六"] for n, name in enumerate(("张三", "李四", "王五"))],
    ]
    table = only(read(tmp_path, rows, "入户摸底台账.xlsx"))
    assert table.columns["name"] == ["张三", "李四", "王五"]
    assert set(table.columns["worker"]) == {"赵六"}


def test_a_remark_column_is_no_outcome_and_a_household_no_list(tmp_path):
    rows = [
        ["住户信息登记表（一户一表）"],
        ["户主姓名", "张三", "联系电话", "13800000001"],
        ["家庭住址", "惠泽小区3号楼2单元501"],
        ["序号", "家庭成员姓名", "与户主关系", "身份证号码", "备注"],
        [1, "张三", "本人", "370599198001010014", ""],
        [2, "李四", "之妻", "370599198001010022", ""],
    ]
    table = only(read(tmp_path, rows))
    assert table.form == "households"
    assert table.columns["name"] == ["张三", "李四"]
    assert set(table.columns["flat"]) == {"501"}


def test_a_subtotal_named_after_its_building_is_no_record(tmp_path):
    rows = [
        ["楼号", "房号", "户主", "入户情况", "家庭人数"],
        ["1号楼", 101, "张三", "已入户", 2],
        ["1号楼小计", "1户", None, None, 2],
        ["2号楼", 101, "李四", "已入户", 3],
        ["2号楼小计", "1户", None, None, 3],
        ["总计", "2户", None, None, 5],
    ]
    read_ = read(tmp_path, rows, "入户摸排.xlsx")
    assert only(read_).columns["name"] == ["张三", "李四"]
    assert read_.sheets[0].total == 3


def test_a_row_with_a_telephone_is_no_header(tmp_path):
    rows = [
        ["甲", "乙", "丙", "丁"],
        [1, "张三", "13800000001", "上午"],
        [2, "李四", "13800000002", "下午"],
        [3, "王五", "13800000003", "体温"],
    ]
    assert read(tmp_path, rows).tables == []


def test_a_narrow_table_below_a_title_merged_over_all_of_it(tmp_path):
    rows = [
        ["执勤签到表"],
        ["填报单位：胜景社区   2020.2.9"],
        ["值勤岗位", "时间段（班次）", "值守人员姓名"],
        ["东门", "白班", "张三"],
    ]
    table = only(read(tmp_path, rows, merges=("A1:C1", "A2:C2")))
    assert (table.form, table.columns["name"], table.columns["date"]) == ("duty", ["张三"], ["2020-02-09"])


def test_numbered_headings_that_nobody_listed_are_a_header_all_the_same(tmp_path):
    rows = [
        [
            "编号",
            "2.站岗位置",
            "3.上岗班次",
            "4.值勤\n人员",
            "5.党组织名称（如实填写）",
            "6.到岗签字时间",
            "7.下岗签退*",
        ],
        *[
            [n, "北门", "白班", name, "第三党支部", "7:55", "14:00"]
            for n, name in enumerate(("张三", "李四", "王五"), 1)
        ],
    ]
    table = only(read(tmp_path, rows, "执勤签到表.xlsx"))
    assert table.columns["name"] == ["张三", "李四", "王五"]
    assert set(table.columns["sign_in"]) == {"07:55"}


@pytest.mark.parametrize(
    "text",
    [
        "第1网格天润花苑居民花名册",
        "10网格天润花苑居民",
        "2月8日天润花苑体温",
        "返乡人员天润花苑",
        "胜利街道胜景社区天润花苑返乡人员登记表",
    ],
)
def test_words_of_a_title_are_no_part_of_a_compound(text):
    assert find_compound(text) == "天润花苑"
