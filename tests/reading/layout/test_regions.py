"""Where the tables of a sheet are."""

from __future__ import annotations

import pytest
from tests.reading.sheets import grid

from fournets.reading.headings.spellings import Heading
from fournets.reading.layout.regions import find_blocks

HEAD = ["序号", "姓名", "联系电话", "现住址"]


def places(*rows, **others) -> list[tuple[int, int, list[int], int]]:
    return [(block.top, block.bottom, block.columns, block.end) for block in find_blocks(grid(*rows, **others), {})]


def test_a_table_away_from_the_corner() -> None:
    assert places([], [], [None, None, *HEAD], [None, None, 1, "张三", "13800000001", "3-2-501"]) == [
        (2, 2, [2, 3, 4, 5], 4)
    ]


def test_a_blank_column_parts_tables_side_by_side() -> None:
    row = [1, "张三", "13800000001", "3-2-501", None, "001", "鲁E12345", "李四"]
    assert [part[2] for part in places([*HEAD, None, "出入证号", "车牌号", "车主"], row)] == [[0, 1, 2, 3], [5, 6, 7]]


def test_a_second_serial_number_parts_tables_that_touch() -> None:
    assert [part[2] for part in places([*HEAD, *HEAD], [1, "张三", None, None, 2, "李四"])] == [
        [0, 1, 2, 3],
        [4, 5, 6, 7],
    ]


def test_a_column_without_a_heading_belongs_to_its_table() -> None:
    (found,) = places(["姓名", None, "联系电话", "现住址"], ["张三", "男", "13800000001", "3-2-501"])
    assert found[2] == [0, 1, 2, 3]


def test_any_number_of_days_with_their_times_may_stand_in_one_header_row() -> None:
    days = [f"2月{day}日{slot}" for day in (27, 28, 29) for slot in ("早", "晚")]
    readings = [36.5, "36.6℃", "正常", "36。4", 36.6, 36.2]
    assert places(
        ["4网格体温监测表"],
        [*HEAD, *days],
        [1, "张三", "13800000001", "3-2-501", *readings],
        [2, "李四", None, "3-2-502"],
    ) == [(1, 1, list(range(10)), 4)]


@pytest.mark.parametrize(
    "line",
    [
        ["填报单位：12网格", None, None, None, "填报日期：2020年2月7日"],
        ["鼓楼前社区", None, None, "填表人"],
    ],
)
def test_who_handed_a_sheet_in_is_no_group_of_headings(line: list[str | None]) -> None:
    head = [*HEAD, "来源地", "返回日期"]
    rows = [["返乡人员登记表"], line, head, [1, "张三", "13800000001", "3-2-501", "武汉", "2月1日"]]
    (block,) = find_blocks(grid(*rows), {})
    assert (block.top, [heading.text for heading in block.headings.values()]) == (2, head)


def test_tables_below_one_another_end_at_the_next_title() -> None:
    rows = [
        HEAD,
        [1, "张三", None, "3-2-501"],
        [],
        ["二、出入证"],
        ["出入证号", "车牌号", "车主"],
        ["001", "鲁E12345", "李四"],
    ]
    assert [(part[0], part[3]) for part in places(*rows)] == [(0, 3), (4, 6)]


def test_a_header_repeated_on_a_printed_page_continues_its_table() -> None:
    assert len(places(HEAD, [1, "张三", None, "3-2-501"], ["第1页"], HEAD, [2, "李四", None, "3-2-502"])) == 1


def test_groups_merged_over_headings_are_part_of_the_header() -> None:
    top = ["序号", "基本信息", None, "居住地址", None]
    below = [None, "姓名", "电话", "楼号", "房号"]
    merges = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]
    (block,) = find_blocks(grid(top, below, [1, "张三", "13800000001", "3", "501"], merges=merges), {})
    assert (block.top, block.bottom) == (0, 1)
    assert [block.headings[column].leaf for column in block.columns] == ["序号", "姓名", "电话", "楼号", "房号"]


def test_the_last_sub_heading_of_a_group_that_is_not_merged_is_a_column() -> None:
    top = ["姓名", "联系电话", "2月1日", None, "2月2日", None]
    below = [None, None, "上午", "下午", "上午", "下午"]
    (block,) = find_blocks(grid(top, below, ["张三", "13800000001", 36.5, 36.6, 36.7, 36.8]), {})
    assert block.columns == [0, 1, 2, 3, 4, 5]
    assert block.headings[5] == Heading("下午", ("2月2日",))


def test_a_record_after_a_blank_row_is_no_header() -> None:
    assert len(places(HEAD, [1, "张三", "13800000001", "3-2-501"], [], [2, "李四", "13800000002", "3-2-502"])) == 1


def test_sentences_are_no_header() -> None:
    assert places(["关于召开会议的通知"], ["各网格：", "定于明天上午召开会议"]) == []


def test_days_over_temperatures_need_no_heading_beside_the_name() -> None:
    people = [["张三", 36.5, "36.6℃"], ["李四", 36.4, None]]
    assert places(["体温监测表"], ["姓名", "2月7日", "2月8日"], *people) == [(1, 1, [0, 1, 2], 4)]
    assert places(["隔离时间", "2月1日", "2月15日"], ["张三", "3-2-501", "在家"]) == []


def test_groups_that_were_not_merged_stand_over_their_columns() -> None:
    found = find_blocks(
        grid(
            ["居家观察名册"],
            ["人员情况", None, None, "落实情况", None, "家住哪里"],
            ["居家隔离人", "联络电话", "身份证编号", "隔离开始", "截止日", None],
            ["张三", "13800000001", "370599198001010014", "1月21日", "2月4日", "5-4-801"],
            ["李四", "13800000002", "370599198001010022", "1月22日", "2月5日", "6-3-202"],
        ),
        {},
    )
    (block,) = found
    assert (block.top, block.bottom, block.columns) == (1, 2, [0, 1, 2, 3, 4, 5])
    assert block.headings[1] == Heading("联络电话", ("人员情况",))
    assert block.headings[5] == Heading("家住哪里")


def test_the_last_group_that_was_not_merged_reaches_to_the_end_of_the_headings() -> None:
    (block,) = find_blocks(
        grid(
            ["居家观察名册"],
            ["人员情况", None, "家住哪里", "落实情况"],
            ["姓名及电话", "证件号", None, "观察开始", "期满日", "保证书签字与否"],
            ["张三，13800000001", "370599198001010014", "5-4-801", "1月21日", "2月4日", "已签"],
            ["李四，13800000002", "370599198001010022", "6-3-202", "1月22日", "2月5日", "没签"],
        ),
        {},
    )
    assert (block.top, block.bottom, block.columns) == (1, 2, [0, 1, 2, 3, 4, 5])
    assert block.headings[5] == Heading("保证书签字与否", ("落实情况",))


def test_boxes_to_tick_below_a_question_are_part_of_the_header() -> None:
    rows = [[f"张{number}", "3-2-501", None, "√", None, "1月20日"] for number in "一二三"]
    head = ["姓名", "现住址", "返程所乘交通工具", None, None, "返回时间"]
    ((top, bottom, columns, _),) = places(head, [None, None, "自驾", "火车", "飞机", None], *rows)
    assert (top, bottom, columns) == (0, 1, [0, 1, 2, 3, 4, 5])


def test_a_header_of_a_new_printed_page_continues_the_table_whatever_its_words() -> None:
    head = ["宣传队伍", "发放位置", "贴的什么", "多少份"]
    rows = [["第一小分队", "1号楼单元门", "公告", 13], ["第二小分队", "2号楼单元门", "明白纸", 31]]
    assert len(places(head, *rows, head, *rows)) == 1


def test_one_more_record_after_a_subtotal_is_no_header() -> None:
    rows = [["夜巡小分队", "惠泽小区", "明白纸", 68], ["夜巡小分队", "惠泽小区", "公告", 5]]
    assert len(places(["宣传队伍", "小区", "宣传品", "数量"], *rows, ["小计", 2], *rows)) == 1


def test_a_day_over_two_times_of_it_is_enough_of_a_header() -> None:
    ((top, bottom, columns, _),) = places(
        ["姓名电话", "家住哪里", "2.9", None], [None, None, "早8点", "晚6点"], ["张三13800000001", "3-2-501", "36·5", "额温36.4"],
        ["李四13800000002", "3-2-502", 36.5, "36.6/正常"],
    )  # fmt: skip
    assert (top, bottom, columns) == (0, 1, [0, 1, 2, 3])


def test_days_that_were_not_merged_are_a_header_though_the_first_rows_hold_few_readings() -> None:
    head = ["单元及室号", "被测人", "2/8", None, "2/9", None]
    rows = [["1-201", "张三", None, None, None, None], ["4-702", "李四", None, "37,5", "36.2℃", None], ["3-602", "王五", None, "35·9", None, "36.7（正常）"]]  # fmt: skip
    ((top, bottom, columns, _),) = places(head, [None, None, *["上午测温", "下午测温"] * 2], *rows)
    assert (top, bottom, columns) == (0, 1, [0, 1, 2, 3, 4, 5])


@pytest.mark.parametrize("merges", [[(0, 0, 1, 0), (0, 1, 0, 2)], []])
def test_the_first_record_of_a_table_of_readings_is_no_third_row_of_headings(merges) -> None:
    heads = [["日期", "体温(℃)", None, "有无症状", "监测人"], [None, "上午", "下午"]]
    records = [["2020.1.28", 36.9, 36.2, "无", "李秀兰"], ["2020.1.29", 36.5, 36.4, "无", "李秀兰"]]
    assert [(top, bottom) for top, bottom, _, _ in places(*heads, *records, merges=merges)] == [(0, 1)]


def test_the_same_answer_all_over_a_row_is_no_row_of_headings() -> None:
    heads = [["姓名", "症状", None, None], [None, "发热", "咳嗽", "乏力"]]
    found = places(*heads, ["张三", "无", "无", "无"], ["李四", "无", "有", "无"])
    assert [(top, bottom) for top, bottom, _, _ in found] == [(0, 1)]


def test_a_short_record_above_a_repeated_header_is_no_title() -> None:
    head = ["现住址", "姓名", "联系电话", "排查情况"]
    doors = [["3-2-501", "张三", "13800000001", "拒访"], ["3-2-502", None, None, "拒访"]]
    assert places(head, *doors, head, ["3-2-601", "李四", "13800000002", "已入户"]) == [(0, 0, [0, 1, 2, 3], 5)]


def test_words_in_the_gap_of_a_row_of_headings_are_headings_though_nobody_listed_them() -> None:
    heads = [["序号", "个人信息", None, None, None, "支部"], [None, "队员", "哪年生人", "手机", "血型"]]
    found = places(*heads, [1, "张三", "1958.6", "13800000001", "A型", "一支部"])
    assert [(top, bottom, columns) for top, bottom, columns, _ in found] == [(0, 1, [0, 1, 2, 3, 4, 5])]
