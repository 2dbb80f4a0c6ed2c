"""What stands before a compound's name in any town, and compounds in titles."""

from __future__ import annotations

import pytest

from fournets.values.compounds import find_compound, parse_compound, without_locality


@pytest.mark.parametrize(
    "before",
    [
        "山东省东营市东营经济技术开发区胜利街道",
        "东营市",
        "胜利街道",
        "山东东营",
        "北一路739号",
        "河南省洛阳市老城区文峰街道",
        "洛阳市老城区",
        "河南洛阳老城区",
        "老城区文峰街道",
        "文峰街道鼓楼前社区",
        "河南省洛阳市老城区鼓楼前社区",
        "北京市朝阳区望京街道",
        "重庆市渝北区龙溪街道",
        "内蒙古自治区包头市昆都仑区",
        "广西壮族自治区南宁市青秀区",
        "浙江省温州市乐清市",
        "安徽省芜湖市镜湖区赭麓街道",
        "济南市高新区",
    ],
)
def test_what_every_address_of_a_town_begins_with(before: str) -> None:
    assert without_locality(f"{before}惠泽小区3-2-501") == "惠泽小区3-2-501"


@pytest.mark.parametrize(
    "name",
    [
        "惠泽小区",
        "惠泽东区",
        "红旗小区",
        "城市花园",
        "惠泽城市广场",
        "洛阳花园",
        "老县城小区",
        "后李村",
        "棉纺厂家属院东区",
        "城隍庙平房区",
    ],
)
def test_a_compound_keeps_its_name(name: str) -> None:
    assert parse_compound(name).value == name
    assert parse_compound(f"东营市{name}").value == name


def test_a_number_of_a_street_may_be_a_compound_s_name() -> None:
    assert parse_compound("景华路10号院").value == "景华路10号院"


def test_compounds_inside_titles() -> None:
    assert find_compound("惠泽小区1号楼居民底册") == "惠泽小区"
    assert find_compound("入户摸排表") == ""


def test_a_name_with_an_ending_of_many_words_is_found_where_nothing_stands_beside_it() -> None:
    assert [find_compound(text) for text in ("凤凰城", "金水湾居家隔离人员体温监测表")] == ["凤凰城", "金水湾"]
    assert {find_compound(text) for text in ("人民医院发热登记", "山西运城返回人员", "幼儿园返校登记", "区政府")} == {
        ""
    }
