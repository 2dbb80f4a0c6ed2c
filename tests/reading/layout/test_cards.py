"""A sheet of answers beside labels is laid out as a table, and every finding goes back to where the answer stood."""

from __future__ import annotations

from tests.reading.sheets import grid, read

from fournets.model import Finding
from fournets.reading.layout.cards import find_cards

CARD = (
    ["姓名", "张三", "联系电话", "13800000001"],
    ["现住址", "惠泽小区3-2-501"],
    ["返回时间", "2月1日", "来源地", "武汉"],
)
NEXT = (
    ["姓名", "李四", "联系电话", "13800000002"],
    ["现住址", "惠泽小区3-2-502"],
    ["返回时间", "2月2日", "来源地", "孝感"],
)


def test_a_row_for_each_card_below_their_labels() -> None:
    cards = find_cards(grid(["返乡人员登记卡"], *CARD, [], *NEXT))
    assert cards is not None
    title, head, first, second = cards.sheet.cells
    assert title == ["返乡人员登记卡"]
    assert head == ["姓名", "联系电话", "现住址", "返回时间", "来源地"]
    assert [first[0], second[0], second[-1]] == ["张三", "李四", "孝感"]
    assert cards.starts == ((1, 0), (5, 0))


def test_a_finding_stands_at_the_answer_it_is_about() -> None:
    cards = find_cards(grid(["返乡人员登记卡"], *CARD, [], *NEXT))
    assert cards is not None
    second_card, fourth_label = cards.top + 2, "D"
    about_cell = cards.placed(Finding("date_unreadable", row=second_card, column=fourth_label))
    assert (about_cell.row, about_cell.column) == (8, "B")
    about_card = cards.placed(Finding("case_without_person", row=second_card))
    assert (about_card.row, about_card.column) == (6, "")
    assert cards.start_of(second_card) == (5, 0)


def test_labels_with_their_values_in_one_cell() -> None:
    cards = find_cards(grid(["姓名：张三"], ["联系电话：13800000001"], ["现住址：惠泽小区3-2-501"]))
    assert cards is not None
    assert cards.sheet.cells == [["姓名", "联系电话", "现住址"], ["张三", "13800000001", "惠泽小区3-2-501"]]


def test_a_label_that_another_label_follows_has_no_answer() -> None:
    cards = find_cards(grid(["姓名", "张三", "身份证号", "联系电话", "13800000001"], ["现住址", "惠泽小区3-2-501"]))
    assert cards is not None
    head, answers = cards.sheet.cells
    assert dict(zip(head, answers, strict=True))["身份证号"] is None


def test_few_labels_blank_cards_and_unknown_words_are_no_cards() -> None:
    assert find_cards(grid(["姓名", "张三"], ["联系电话", "13800000001"])) is None
    assert find_cards(grid(["姓名", None], ["联系电话", None], ["现住址", None])) is None
    words = [[f"甲乙丙{number}：丁"] for number in range(8)]
    assert find_cards(grid(*words, ["今天天气很好"])) is None


def test_cards_are_read_like_a_table() -> None:
    (table,) = read(["返乡人员登记表"], *CARD, [], *NEXT).tables
    assert table.form == "returnees"
    assert table.columns["name"] == ["张三", "李四"] and table.columns["from_place"] == ["武汉", "孝感"]
    assert table.rows == [2, 6]


def test_a_row_of_answers_is_no_header_of_a_table() -> None:
    (table,) = read(["返乡人员登记表"], *CARD).tables
    assert (table.columns["name"], table.columns["arrive_date"]) == (["张三"], ["2020-02-01"])


def test_a_household_card_leaves_the_table_below_it_alone() -> None:
    members = ["姓名", "与户主关系", "身份证号", "联系电话"]
    (table,) = read(*NEXT[:2], [], members, ["王五", "户主", None, "13800000003"], ["赵六", "之妻", None, None]).tables
    assert table.columns["name"] == ["王五", "赵六"]


def test_a_persons_card_over_a_table_of_readings_says_whose_they_are() -> None:
    head = ["姓名", "张三", "性别", "男", "年龄", 45], ["住址", "惠泽小区3-2-501", None, "联系电话", "13800000001"]
    readings = (
        ["日期", "上午体温", "下午体温", "症状"],
        ["2月7日", "36.5", "36.6", "无"],
        ["2月8日", "36.4", "37.5", "咳嗽"],
    )
    (table,) = read(["居家观察体温记录卡"], *head, *readings).tables
    assert (table.form, table.columns["name"], table.columns["flat"]) == ("temperatures", ["张三"] * 4, ["501"] * 4)
    assert table.columns["temperature"] == ["36.5", "36.6", "36.4", "37.5"]


def test_a_card_that_gives_no_record_is_no_accepted_sheet() -> None:
    read_ = read(["居家观察卡"], ["姓名", "张三", "联系电话", "13800000001"], ["体温", "未知之数", "日期", "2月7日"])
    assert not read_.tables or read_.tables[0].rows
