"""One record a row, one for each filled column that states facts, one for each reading in a cell."""

from __future__ import annotations

import pytest
from tests.reading.sheets import extraction

from fournets.reading.extracting.filling import fill
from fournets.reading.extracting.multiply import records

Told = list[tuple[int, str, str, str, str]]


def readings(*rows, **others) -> tuple[Told, list[str]]:
    """Row from 0, letter, day, slot and reading of every record; the codes of the findings."""
    work = extraction(*rows, **others)
    fill(work)
    columns, places = records(work, [""] * len(work.rows.records))
    values = zip(*(columns[name] for name in ("date", "slot", "temperature")), strict=True)
    told = [(*place, *one) for place, one in zip(places, values, strict=True)]
    return told, [finding.code for finding in work.findings]


def test_each_filled_cell_below_a_slot_is_a_record_where_it_stands() -> None:
    told, codes = readings(
        ["姓名", "日期", "上午体温", "下午体温"],
        ["张三", "2020-02-08", 36.5, None],
        ["李四", "2020-02-08", 36.4, "36.7"],
    )
    assert told == [
        (1, "C", "2020-02-08", "morning", "36.5"),
        (2, "C", "2020-02-08", "morning", "36.4"),
        (2, "D", "2020-02-08", "evening", "36.7"),
    ]
    assert not codes


def test_a_day_without_a_month_is_of_the_month_around_the_table() -> None:
    told, _ = readings(["2020年1月体温监测表"], ["姓名", "现住址", "6日", "7日"], ["张三", "3-2-501", 36.5, 36.6])
    assert [one[2] for one in told] == ["2020-01-06", "2020-01-07"]


def test_two_readings_in_a_cell_without_a_slot_are_morning_and_evening() -> None:
    told, codes = readings(["姓名", "现住址", "2月7日", "2月8日"], ["张三", "3-2-501", "36.5/36.7", "36.6"])
    assert [one[3:] for one in told] == [("morning", "36.5"), ("evening", "36.7"), ("", "36.6")]
    assert not codes


def test_two_readings_below_a_slot_are_asked_about() -> None:
    told, codes = readings(["姓名", "日期", "上午体温"], ["张三", "2020-02-08", "36.5/36.7"])
    assert told == [(1, "C", "2020-02-08", "morning", "")] and codes == ["several_temperatures"]


@pytest.mark.parametrize("written", ["第3天", "第三天"])
def test_a_counted_day_starts_from_the_rows_own_first_day(written: str) -> None:
    told, codes = readings(["姓名", "隔离日期", written], ["张三", "2020-02-01", 36.5])
    assert [one[2] for one in told] == ["2020-02-03"] and not codes


def test_a_counted_day_without_a_first_day_is_asked_about_once_a_column() -> None:
    told, codes = readings(["姓名", "联系电话", "第3天"], ["张三", None, 36.5], ["李四", None, 36.6])
    assert [one[2] for one in told] == ["", ""] and codes == ["day_uncounted"]


def test_words_in_the_place_of_a_reading_go_into_the_note() -> None:
    work = extraction(
        ["姓名", "日期", "体温", "备注"], ["张三", "2020-02-08", "正常", "在家"], ["李四", "2020-02-08", "未测", None]
    )
    fill(work)
    columns, _ = records(work, ["", ""])
    assert columns["temperature"] == ["", ""] and columns["note"] == ["正常；在家", "未测"]


def test_material_in_the_heading_makes_a_record_a_column() -> None:
    work = extraction(
        ["日期", "宣传小分队", "公告", "横幅"], ["2020-02-08", "一队", "83余份", "2条"], ["2020-02-08", "二队", None, 1]
    )
    fill(work)
    columns, places = records(work, ["", ""])
    assert list(zip(columns["squad"], columns["material"], columns["quantity"], strict=True)) == [
        ("一队", "announcement", "83"),
        ("一队", "banner", "2"),
        ("二队", "banner", "1"),
    ]
    assert places == [(1, "C"), (1, "D"), (2, "D")]


def test_what_was_found_at_doors_below_days_is_a_visit_a_cell_and_no_reading() -> None:
    work = extraction(
        ["第3网格每日入户排查情况"],
        ["序号", "户主姓名", "住址", "联系电话", "2月7日", "2月8日"],
        [1, "张三", "惠泽小区3-2-501", "13800000001", "无人应答", "已入户"],
        [2, "李四", "惠泽小区3-2-502", "13800000002", None, "空户"],
        [3, "王五", "惠泽小区3-2-503", "13800000003", None, None],
    )
    fill(work)
    columns, places = records(work, [""] * len(work.rows.records))
    told = list(zip(places, columns["date"], columns["visit_status"], strict=True))
    assert work.form == "screening"
    assert told == [
        ((2, "E"), "2020-02-07", "no_answer"),
        ((2, "F"), "2020-02-08", "checked"),
        ((3, "F"), "2020-02-08", "empty"),
    ]
