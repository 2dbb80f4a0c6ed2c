"""Rows of a village, lanes of an old town, yards with several households: split, and written again."""

from __future__ import annotations

import pytest

from fournets.model import Address
from fournets.values.addresses import format_address, split_address
from fournets.values.low_rise import is_house_number, lane_name, split_low_rise

SHAPES = {
    ("后李村", "3", "", "5"): "后李村3排5号 后李村第三排5号 后李村三排五号 后李村3排5 后李村3-5号 城关镇后李村3排5号",
    ("", "3", "", "12"): "3排12号 三排十二号 第3排第12号",
    ("后李村", "3", "", "7"): "后李村3巷7号 后李村三巷7号",
    ("后李村", "", "", "125"): "后李村125号 后李村第125号",
    ("城隍庙平房区", "槐树巷", "", "12"): "城隍庙平房区槐树巷12号 城隍庙平房区槐树巷12 城隍庙平房区槐树巷12号院",
    ("", "槐树巷", "", "甲12"): "槐树巷甲12号",
    ("", "槐树巷", "12", "3"): "槐树巷12号院3户 槐树巷12号3户 槐树巷12号院3号",
    ("东关村", "东关一巷", "", "4"): "东关村东关一巷4号 东关村东关1巷4号",
    ("城隍庙平房区", "义勇街", "", "38"): "城隍庙平房区义勇街38号",
}


@pytest.mark.parametrize(
    ("written", "parts"), [(text, parts) for parts, texts in SHAPES.items() for text in texts.split()]
)
def test_a_door_by_row_lane_or_number(written: str, parts: tuple[str, ...]) -> None:
    assert split_address(written) == Address(*parts)
    assert split_address(format_address(Address(*parts))) == Address(*parts)


@pytest.mark.parametrize(
    "written", ["北一路739号", "文化街28号", "惠泽小区12号", "胜利新村12号", "后李村3号楼2单元501"]
)
def test_a_street_number_or_a_block_is_no_such_door(written: str) -> None:
    assert split_low_rise(written) is None


def test_a_lane_of_a_number_alone_is_that_number() -> None:
    assert [lane_name(text) for text in ("3巷", "三巷", "东关3巷", "八一巷")] == ["3", "3", "东关三巷", "八一巷"]


@pytest.mark.parametrize(
    ("compound", "number", "whole"),
    [("后李村", "125", True), ("胜利路商铺", "12", True), ("惠泽小区", "501", False)],
)
def test_a_house_has_a_number_without_a_building(compound: str, number: str, whole: bool) -> None:
    assert is_house_number(compound, number) is whole
