"""Addresses of a row: one cell, or a building, an entrance and a flat in columns of their own."""

from __future__ import annotations

from datetime import date

from tests.reading.sheets import extraction

from fournets.reading.extracting.extract import Extraction
from fournets.reading.extracting.filling import fill
from fournets.reading.extracting.flats import complain_of_incomplete, same_household

PARTS = ("building", "entrance", "flat")


def filled(*rows, **others) -> Extraction:
    work = extraction(*rows, **others)
    fill(work)
    return work


def places(work: Extraction) -> list[tuple[str, ...]]:
    return list(zip(*(work.values[name] for name in PARTS), strict=True))


def test_parts_in_columns_of_their_own() -> None:
    work = filled(
        ["姓名", "楼号", "单元", "房号", "返回时间", "来源地"], ["张三", "3号楼", 2, 501, "2020-02-01", "武汉"]
    )
    assert places(work) == [("3", "2", "501")] and not work.findings


def test_a_pair_below_the_flat_names_the_entrance_too() -> None:
    work = filled(
        ["姓名", "楼号", "房号", "返回时间", "来源地"],
        ["张三", 3, "2-501", "2020-02-01", "武汉"],
        ["李四", 3, "2单元502", "2020-02-01", "武汉"],
    )
    assert places(work) == [("3", "2", "501"), ("3", "2", "502")]


def test_a_whole_address_below_the_flat_where_nothing_else_says_the_rest() -> None:
    work = filled(["姓名", "房号", "返回时间", "来源地"], ["张三", "3-2-501", "2020-02-01", "武汉"])
    assert places(work) == [("3", "2", "501")]


def test_a_cell_that_contradicts_another_column_is_asked_about() -> None:
    work = filled(
        ["姓名", "楼号", "单元", "房号", "返回时间", "来源地"], ["张三", 3, 2, "4-2-501", "2020-02-01", "武汉"]
    )
    assert [finding.code for finding in work.findings] == ["address_unreadable"]
    assert places(work)[0][0] == "3"


def test_a_pair_below_entrance_and_flat_is_no_building() -> None:
    assert places(filled(["姓名", "单元房号", "返回时间", "来源地"], ["张三", "4-601", "2020-02-01", "武汉"])) == [
        ("", "4", "601")
    ]
    assert places(filled(["姓名", "楼号房号", "返回时间", "来源地"], ["张三", "4-601", "2020-02-01", "武汉"])) == [
        ("4", "", "601")
    ]


def test_in_a_register_a_member_lives_with_the_one_above() -> None:
    work = filled(
        ["姓名", "与户主关系", "现住址"],
        ["张三", "户主", "惠泽小区3-2-501"],
        ["李四", "之妻", None],
        ["王五", "户主", None],
    )
    same_household(work, [])
    assert places(work) == [("3", "2", "501"), ("3", "2", "501"), ("", "", "")]


def test_elsewhere_only_a_row_without_a_number_of_its_own_does() -> None:
    head = ["序号", "姓名", "现住址", "返回时间", "来源地"]
    rows = [1, "张三", "惠泽小区3-2-501"], [None, "李四", None], [2, "王五", None]
    work = filled(head, *([*row, "2020-02-01", "武汉"] for row in rows))
    same_household(work, [0])
    assert [place[2] for place in places(work)] == ["501", "501", ""]


def test_a_flat_without_a_building_is_asked_about_at_its_cell() -> None:
    work = filled(["姓名", "房号", "返回时间", "来源地"], ["张三", "501", "2020-02-01", "武汉"])
    complain_of_incomplete(work)
    assert [(found.code, found.row, found.column) for found in work.findings] == [("address_incomplete", 2, "B")]


def test_an_address_is_read_in_the_compound_of_the_row_s_other_column() -> None:
    work = filled(
        ["姓名", "小区", "住址", "返回时间", "来源地"],
        ["张三", "城隍庙平房区", "义勇街38号", "2020-02-01", "武汉"],
        ["李四", "胜利路商铺", "12号", "2020-02-01", "武汉"],
        ["王五", "棉纺厂家属院", "西区2号楼1单元401", "2020-02-01", "武汉"],
        ["赵六", "后李村", "3排5号", "2020-02-01", "武汉"],
        ["孙七", "惠泽小区", "12号", "2020-02-01", "武汉"],
        ["周八", "后李村", "中心街 9号", "2020-02-01", "武汉"],
    )
    assert work.values["compound"] == ["城隍庙平房区", "胜利路商铺", "棉纺厂家属院", "后李村", "惠泽小区", "后李村"]
    assert places(work) == [
        ("义勇街", "", "38"),
        ("", "", "12"),
        ("西区2", "1", "401"),
        ("3", "", "5"),
        ("12", "", ""),
        ("中心街", "", "9"),
    ]
    assert not work.findings


def test_a_house_s_number_needs_no_building_a_flat_s_does() -> None:
    work = filled(
        ["姓名", "小区", "楼号", "房号", "返回时间", "来源地"],
        ["张三", "后李村", None, "125号", "2020-02-01", "武汉"],
        ["李四", "惠泽小区", None, "501", "2020-02-01", "武汉"],
    )
    complain_of_incomplete(work)
    assert [(finding.code, finding.row) for finding in work.findings] == [("address_incomplete", 3)]


def test_a_day_in_the_place_of_a_flat_is_asked_about_once() -> None:
    work = filled(
        ["姓名", "楼号", "单元", "房号", "返回时间", "来源地"], ["张三", 3, 2, date(2020, 3, 2), "2月1日", "武汉"]
    )
    assert places(work) == [("3", "2", "")] and [finding.code for finding in work.findings] == ["address_unreadable"]
