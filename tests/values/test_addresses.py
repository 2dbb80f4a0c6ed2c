"""Every shape of address, the parts of split ones, and the order in which flats are walked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.model import Address
from fournets.values.addresses import (
    expand_buildings,
    find_building,
    find_grid,
    format_address,
    parse_address,
    parse_building,
    parse_entrance,
    parse_flat,
    parse_grid,
    walking_key,
)

SHAPES = {
    (
        "",
        "3",
        "2",
        "501",
    ): """3-2-501 3#2-501 3—2—501 3一2一501 3#-2-501 3#楼2单元501 03-02-0501 3号楼2单元501 三号楼二单元501室
        3栋2单元501 3幢2单元501室 三号楼二单元五零一室 3/2/501 3.2.501 3－2－501 3号楼-2单元-501 3楼2单元501号 3-2-501(租户)""",
    (
        "惠泽小区",
        "3",
        "2",
        "501",
    ): """惠泽小区3号楼2单元501室 惠泽小区3-2-501 东营区惠泽小区三号楼2-501 惠泽小区3、2、501 胜利街道惠泽小区3-2-501 惠泽小区３＃２单元５０１
        山东省东营市东营经济技术开发区胜利街道惠泽小区3号楼2单元501 北一路739号惠泽小区3-2-501""",
    ("", "3", "", "501"): "3幢501 3号楼501 3-501 3栋501室",
    ("", "A", "", "1201"): "A座1201 A栋1201室",
    ("", "B12", "1", "602"): "B12-1-602 B12号楼1单元602",
    ("", "3", "", ""): "3栋 3号楼 三号楼",
    (
        "惠泽小区",
        "A",
        "1",
        "101",
    ): "惠泽小区A座1-101 惠泽小区A号楼1-101 东营区惠泽小区A座1单元101 东营市东营区惠泽小区A-1-101",
    ("惠泽小区", "甲", "2", "501"): "惠泽小区甲座2-501",
    ("惠泽小区", "3", "2", "502"): "惠泽小区三号楼2-502 惠泽小区3·2·502 东营惠泽小区3-2-502租户",
    ("御景一号", "3", "", "501"): "御景一号3-501",
    ("惠泽花园东区", "5", "1", "301"): "惠泽花园东区5-1-301",
    ("惠泽小区", "", "", ""): "惠泽小区",
    ("", "沿街商铺", "", "12"): "沿街商铺12号",
    ("", "商铺", "", "12"): "12号商铺 商铺12号",
    ("棉纺厂家属院", "甲3", "1", "301东"): "棉纺厂家属院甲3号楼1单元301东户 棉纺厂家属院甲3-1-301东户",
    ("棉纺厂家属院", "甲3", "1", "负一层"): "棉纺厂家属院甲3号楼1单元负一层 棉纺厂家属院甲3-1-负1层",
    ("金谷公寓", "A", "", "1203"): "金谷公寓A座12层1203 金谷公寓a-1203 金谷公寓A座1203室",
    ("景华路10号院", "2", "1", "301"): "景华路10号院2-1-301 洛阳市涧西区景华路10号院2号楼1单元301",
    ("", "5", "3", "西"): "5号楼3单元西户",
    ("", "", "", ""): "无",
}


@pytest.mark.parametrize(
    ("written", "parts"), [(text, parts) for parts, texts in SHAPES.items() for text in texts.split()]
)
def test_a_shape_of_address(written: str, parts: tuple[str, ...]) -> None:
    parsed = parse_address(written)
    assert (parsed.value, parsed.problems) == (Address(*parts), ())


@pytest.mark.parametrize("written", ["外地某村", "3号楼2单元501、502", "桥头第三家", "3-2-5楼西户"])
def test_what_is_no_flat_is_empty_and_said(written: str) -> None:
    parsed = parse_address(written)
    assert parsed.value == Address()
    assert parsed.problems[0].code == "address_unreadable"


@given(st.integers(1, 120), st.integers(1, 9), st.integers(1, 34), st.integers(1, 4))
def test_every_flat_survives_every_common_shape(building: int, entrance: int, floor: int, door: int) -> None:
    flat = f"{floor}{door:02d}"
    expected = Address("", str(building), str(entrance), flat)
    for shape in ("{}-{}-{}", "{}号楼{}单元{}室", "{}#{}-{}", "{}栋{}单元{}", "{}—{}—{}"):
        assert parse_address(shape.format(building, entrance, flat)).value == expected
    assert parse_address(format_address(expected)).value == expected


@pytest.mark.parametrize(
    "written",
    ["棉纺厂家属院甲3号楼1单元301东", "平房3排5号", "商铺12号", "金谷公寓A号楼1203室", "惠泽花园东区5号楼1单元301室"],
)
def test_an_address_is_written_as_it_can_be_read(written: str) -> None:
    assert format_address(parse_address(written).value) == written


@given(st.text(max_size=20))
def test_any_text_is_a_flat_or_a_problem(text: str) -> None:
    parsed = parse_address(text)
    assert parsed.problems or isinstance(parsed.value, Address)


@pytest.mark.parametrize(
    ("parser", "written", "value"),
    [
        (parse_building, "3号楼", "3"),
        (parse_building, "三栋", "3"),
        (parse_building, 3, "3"),
        (parse_building, "#3", "3"),
        (parse_building, "a座", "A"),
        (parse_building, "甲3号楼", "甲3"),
        (parse_building, "东区5号楼", "东区5"),
        (parse_building, "第三排", "3"),
        (parse_building, "槐树巷", "槐树巷"),
        (parse_flat, "302东户", "302东"),
        (parse_flat, "12号院", "12"),
        (parse_flat, "34号商铺", "34"),
        (parse_flat, "负一层", "负一层"),
        (parse_entrance, "2单元", "2"),
        (parse_entrance, "二", "2"),
        (parse_flat, "0501", "501"),
        (parse_flat, "501室", "501"),
        (parse_flat, 501.0, "501"),
        (parse_flat, "东户", "东"),
        (parse_grid, "第12网格", "12"),
        (parse_grid, "十二网格", "12"),
        (parse_grid, "012", "12"),
        (parse_grid, 12, "12"),
        (parse_grid, "网格7", "7"),
    ],
)
def test_a_part_by_itself(parser, written, value: str) -> None:
    assert parser(written).value == value


def test_grids_inside_titles() -> None:
    assert find_grid("第12网格入户摸排表") == "12"
    assert find_grid("三网格返乡人员") == "3"
    assert find_grid("第1网格、第2网格") == ""
    assert find_grid("网格员名单") == ""


@pytest.mark.parametrize(
    ("text", "building"),
    [
        ("惠泽小区3号楼居民底册", "3"),
        ("惠泽小区3号楼2单元", "3"),
        ("棉纺厂家属院甲3号楼居民底册", "甲3"),
        ("棉纺厂家属院东区5号楼", "东区5"),
        ("金谷公寓A座", "A"),
        ("后李村第3排", "3"),
        ("城隍庙平房区槐树巷居民底册", "槐树巷"),
        ("东关一巷", "东关一巷"),
        ("义勇街", "义勇街"),
        ("1号楼至5号楼", ""),
        ("1-5号楼底册", ""),
        ("统一排查表", ""),
        ("第3网格排查", ""),
        ("胜利街道", ""),
    ],
)
def test_a_building_or_a_lane_inside_a_title(text: str, building: str) -> None:
    assert find_building(text) == building


def test_flats_are_walked_by_number() -> None:
    flats = [Address("甲", "10", "1", "101"), Address("甲", "2", "1", "1001"), Address("甲", "2", "1", "201")]
    assert [flat.flat for flat in sorted(flats, key=walking_key)] == ["201", "1001", "101"]


@pytest.mark.parametrize(
    ("written", "buildings"),
    [
        ("1-3号楼", ("1", "2", "3")),
        ("7#-9#", ("7", "8", "9")),
        ("1、2、5号楼", ("1", "2", "5")),
        ("1至3号楼，A座", ("1", "2", "3", "A")),
        ("A-C座", ("A", "B", "C")),
        ("甲3号楼、东区5号楼", ("甲3", "东区5")),
        ("1-3排", ("1", "2", "3")),
        ("槐树巷、东关1巷、义勇街", ("槐树巷", "东关一巷", "义勇街")),
        ("全部", ()),
        ("", ()),
    ],
)
def test_the_buildings_of_a_grid(written: str, buildings: tuple[str, ...]) -> None:
    assert expand_buildings(written) == buildings
