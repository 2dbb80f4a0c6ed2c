"""The columns that fill one field of a row: plain cells, days over three columns, one question over several."""

from __future__ import annotations

import pytest
from tests.reading.sheets import extraction

from fournets.model import Raw
from fournets.reading.extracting.filling import fill


def filled(*rows: list[Raw], **others) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The fields' values by record, and code and column letter of every finding."""
    work = extraction(*rows, **others)
    fill(work)
    return work.values, [(finding.code, finding.column) for finding in work.findings]


RETURNEE: list[Raw] = ["张三", "2020-02-01", "武汉"]


@pytest.mark.parametrize(
    ("heading", "answer", "result"),
    [
        ("是否劝返", "是", "turned_back"),
        ("是否劝返", "否", "admitted"),
        ("是否放行", "是", "admitted"),
        ("处理结果", "劝返", "turned_back"),
    ],
)
def test_what_yes_means_is_in_the_heading(heading: str, answer: str, result: str) -> None:
    values, findings = filled(
        ["劝返点", "检查时间", "车牌号", "姓名", heading], ["北门", "8:30", "鲁E12345", "张三", answer]
    )
    assert values["result"] == [result] and not findings


def test_a_day_over_three_columns() -> None:
    values, findings = filled(
        ["姓名", "来源地", "返回年", "返回月", "返回日"],
        ["张三", "武汉", 2020, 1, 25],
        ["李四", "孝感", None, None, None],
    )
    assert values["arrive_date"] == ["2020-01-25", ""] and not findings


def test_two_columns_of_telephones_are_joined_and_named_once() -> None:
    values, _ = filled(
        ["姓名", "返回时间", "来源地", "联系电话", "备用电话"],
        [*RETURNEE, "13800000001", "13800000002"],
        [*RETURNEE, "13800000001", "13800000001"],
    )
    assert values["phone"] == ["13800000001;13800000002", "13800000001"]


def test_a_cell_that_cannot_be_read_is_empty_and_asked_about_where_it_stands() -> None:
    values, findings = filled(
        ["姓名", "返回时间", "来源地", "联系电话"], [*RETURNEE, "1380000"], ["李四", "不详啊", "孝感", "13800000002"]
    )
    assert values["arrive_date"] == ["2020-02-01", ""]
    assert findings == [("date_unreadable", "B"), ("phone_length", "D")]


def test_the_same_as_above_and_merged_cells_go_down() -> None:
    values, _ = filled(["姓名", "返回时间", "来源地"], RETURNEE, ["李四", "同上", None], merges=[(1, 2, 2, 2)])
    assert values["arrive_date"] == ["2020-02-01", "2020-02-01"] and values["from_place"] == ["武汉", "武汉"]


def test_a_merged_cell_is_asked_about_once() -> None:
    _, findings = filled(
        ["姓名", "返回时间", "来源地"], ["张三", "不详啊", "武汉"], ["李四", None, "武汉"], merges=[(1, 1, 2, 1)]
    )
    assert findings == [("date_unreadable", "B")]


def test_released_answered_with_a_day_says_on_which() -> None:
    values, _ = filled(
        ["姓名", "开始隔离时间", "是否解除隔离"], ["张三", "2020-01-25", "2020-02-08"], ["李四", "2020-01-26", "否"]
    )
    assert values["released"] == ["yes", "no"] and values["released_date"] == ["2020-02-08", ""]


def test_a_time_with_its_day_says_the_day_where_no_column_does() -> None:
    values, _ = filled(
        ["劝返点", "登记时间", "车牌号", "处理结果"],
        ["北门", "2月8日 14:30", "鲁E12345", "放行"],
        ["北门", "14:40", "鲁E12346", "放行"],
    )
    assert values["time"] == ["14:30", "14:40"] and values["date"] == ["2020-02-08", ""]


def test_the_time_of_day_beside_the_day_is_the_slot() -> None:
    values, _ = filled(["姓名", "日期", "体温"], ["张三", "2月8日上午", 36.5], ["张三", "2月8日", 36.6])
    assert values["slot"] == ["morning", ""] and values["date"] == ["2020-02-08", "2020-02-08"]


def test_a_telephone_beside_a_name_of_the_grid_worker_is_his() -> None:
    values, _ = filled(["网格", "网格员", "小区", "楼栋范围"], [12, "周敏13905460012", "惠泽小区", "1-5号楼"])
    assert values["worker"] == ["周敏"] and values["phone"] == ["13905460012"]


def test_a_day_that_a_book_names_once_is_the_day_of_the_rows_below() -> None:
    heads: list[Raw] = ["日期", "时间", "姓名", "车牌号", "体温", "处理结果"]
    days = ["2月8日", None, None, "2月9日", None, None]
    values, findings = filled(heads, *([day, "8:30", "张三", "鲁E12345", 36.5, "放行"] for day in days))
    assert values["date"] == ["2020-02-08"] * 3 + ["2020-02-09"] * 3 and not findings


@pytest.mark.parametrize("days", [["2月8日", "2月8日", None, None], ["2月8日", None, "2月9日"], [None, "2月8日", None]])
def test_a_day_left_out_among_others_stays_empty(days: list[Raw]) -> None:
    heads: list[Raw] = ["日期", "时间", "姓名", "车牌号", "体温", "处理结果"]
    values, _ = filled(heads, *([day, "8:30", "张三", "鲁E12345", 36.5, "放行"] for day in days))
    assert [bool(value) for value in values["date"]] == [day is not None for day in days]
