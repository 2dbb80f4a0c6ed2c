"""How much must speak for a form before a sheet is taken for it, and what is said where it is little."""

from __future__ import annotations

import pytest
from tests.reading.sheets import DAY, read, sheet, table_of

from fournets.catalogue.findings import HELD, message
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.recognising.evidence import ENOUGH, SURE
from fournets.reading.source import read_sheets

SHOPS = ["名称", "电话", "地址", "类别"]
SHOP = ["百惠超市", "0546-8300000", "东营区东三路12号", "零售"]
PERSON = ["姓名", "联系电话", "住址"]
PEOPLE = [
    [name, f"1390000111{n}", f"惠泽小区{n}号楼1单元101"] for n, name in enumerate(("张建国", "李红梅", "王小明"), 1)
]


def weight(*rows: list[object], **others: object) -> float:
    return table_of(*rows, **others)[2].evidence.weight


def codes(found: FileRead) -> set[str]:
    return {finding.code for finding in found.findings}


def test_a_listed_telling_heading_says_more_than_a_likeness() -> None:
    row = ["张建国", "13900001111", "武汉", "2月1日"]
    listed = weight(["姓名", "电话", "来源地", "返回时间"], row, row)
    alike = weight(["姓名", "电话", "来源地区情况", "返回来的时间"], row, row)
    assert listed >= SURE > alike


def test_headings_of_any_list_say_little_until_their_cells_do() -> None:
    words = weight(["日期", "姓名", "住址", "项目"], *([["2月1日", "张建国", "惠泽小区1号楼1单元101", "刻章"]] * 3))
    shown = weight(["日期", "姓名", "住址", "项目"], *([["2月1日", "张建国", "惠泽小区1号楼1单元101", "代购"]] * 3))
    assert words < ENOUGH < shown


def test_temperatures_show_themselves_and_cold_ones_are_none() -> None:
    names = ["日期", "姓名", "上午", "下午"]
    assert weight(names, *([["2月8日", "张建国", 36.5, 36.6]] * 3)) >= ENOUGH
    assert read(names, *([["2月8日", "张建国", 4.5, 5.6]] * 3)).held


def test_persons_with_flats_in_columns_are_a_register_and_in_one_column_nearly() -> None:
    columns = weight(["楼号", "单元", "房号", "姓名", "电话"], *([[3, 2, 501, "张建国", "13900001111"]] * 3))
    assert columns >= SURE
    assert ENOUGH <= weight(PERSON, *PEOPLE) < SURE


def test_shops_are_no_register() -> None:
    assert read(SHOPS, SHOP, SHOP, SHOP).held


def test_what_a_community_asks_of_its_people_besides_takes_nothing() -> None:
    asked = ["民族", "学历", "婚姻", "低保"]
    plain = weight(["楼号", "单元", "房号", "姓名", "电话"], *([[3, 2, 501, "张建国", "13900001111"]] * 3))
    more = weight(
        ["楼号", "单元", "房号", "姓名", "电话", *asked],
        *([[3, 2, 501, "张建国", "13900001111", "汉", "大专", "已婚", "否"]] * 3),
    )
    assert more == plain


def test_the_form_that_fits_best_is_held_rather_than_another_that_hardly_fits() -> None:
    """A list that could be a ledger of quarantine but does not show it is no roster of volunteers for its 政治面貌."""
    head = ["姓名", "政治面貌", "隔离开始", "哪天到期", "工资", "账号"]
    row = ["张建国", "党员", "2月1日", "2月15日", 3000, "无"]
    assert read(head, row, row, row).held == "hardly_a_form"
    assert {table.form for table in read(head[:4], *[row[:4]] * 3).tables} == {"quarantine"}


def test_ages_and_sizes_are_no_temperatures() -> None:
    head = ["姓名", "性别", "{}", "住址", "手机"]
    for heading in ("年龄", "鞋码"):
        rows = [[row[0], "男", 36 + number, row[2], row[1]] for number, row in enumerate(PEOPLE)]
        found = read([text.format(heading) for text in head], *rows)
        assert "temperatures" not in {table.form for table in found.tables}


def test_words_of_other_offices_take_from_the_evidence() -> None:
    plain = weight([*PERSON, "备注"], *([*row, "无"] for row in PEOPLE))
    fees = weight([*PERSON, "应缴金额"], *([*row, 120] for row in PEOPLE))
    assert fees < ENOUGH < plain
    assert read(["2020年物业费收缴明细"], PERSON, *PEOPLE).held


@pytest.mark.parametrize("where", ["title", "sheet", "file"])
def test_the_forms_own_name_settles_it(where: str) -> None:
    rows = [[*PERSON, "应缴金额"], *([*row, 120] for row in PEOPLE)]
    titled = [["居民底册"], *rows] if where == "title" else rows
    title = "居民底册" if where == "sheet" else "Sheet1"
    found = read_sheets(
        [sheet(*titled, name=title)], "居民底册.xlsx" if where == "file" else "1.xlsx", ReadingContext(DAY)
    )
    assert not found.held and "weak_form" not in codes(found)


def test_a_heading_that_the_office_settled_is_enough_where_it_tells() -> None:
    rows = [["姓名", "电话", "抵家那天", "备注"], *([name, phone, "2月1日", "无"] for name, phone, _ in PEOPLE)]
    assert read(*rows).held or "weak_form" in codes(read(*rows))
    settled = read(*rows, headings={"returnees": {"arrive_date": ("抵家那天",)}})
    assert [sheet.forms for sheet in settled.sheets] == [["returnees"]]
    assert "weak_form" not in codes(settled)


def test_a_sheet_taken_in_doubt_says_so_once_and_names_both_ways_on() -> None:
    found = read(PERSON, *PEOPLE)
    (doubt,) = (finding for finding in found.findings if finding.code == "weak_form")
    text = message(doubt)
    assert doubt.form == "households" and doubt.row == 1
    assert "“联系电话”" in text and "《居民底册》" in text and "headings:" in text and "回执" in text


def test_a_refused_sheet_says_what_it_is_most_like_and_what_it_lacks() -> None:
    found = read([*PERSON, "应缴金额"], *([*row, 120] for row in PEOPLE))
    assert found.held == "hardly_a_form"
    text = HELD[found.held].template.format_map(found.held_params)
    assert "《居民底册》" in text and "“姓名”" in text and "第一行写上表名" in text


def test_names_are_no_numbers() -> None:
    counts = read(["小区", "总户数", "常住人口", "返乡人员"], *([[f"{name}小区", 120, 300, 2] for name in "东西南"]))
    assert counts.held


def test_bare_numbers_and_days_are_no_addresses() -> None:
    found = read(
        ["姓名", "联系电话", "返乡事由", "那天"], *([name, phone, 3500, "2020-02-03"] for name, phone, _ in PEOPLE)
    )
    assert found.held


@pytest.mark.parametrize("title", ["2018年志愿者花名册", "志愿者花名册（2019年3月）"])
def test_a_title_of_another_time_is_asked_about(title: str) -> None:
    rows = [["姓名", "政治面貌", "联系电话"], *([name, "党员", phone] for name, phone, _ in PEOPLE)]
    (asked,) = (finding for finding in read([title], *rows).findings if finding.code == "old_sheet")
    assert "志愿者花名册" in message(asked) and asked.row == 2
    for current in ("2020年志愿者花名册", "志愿者花名册（2019年12月）", "2018年至2020年志愿者花名册"):
        assert "old_sheet" not in codes(read([current], *rows))


def test_days_of_another_time_are_asked_about() -> None:
    names = ["日期", "时间", "车牌号", "姓名", "来自何处", "处理结果"]
    old = [[f"2018-06-0{n}", "8:30", f"鲁E1234{n}", "张建国", "济南", "放行"] for n in range(1, 6)]
    new = [[f"2020-02-0{n}", "8:30", f"鲁E1234{n}", "张建国", "济南", "放行"] for n in range(1, 6)]
    assert "old_sheet" in codes(read(names, *old))
    assert "old_sheet" not in codes(read(names, *new, *old[:4]))
    assert "old_sheet" not in codes(read(names, *new, old[0]))
