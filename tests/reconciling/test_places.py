"""Compounds by their register's names; grids of buildings."""

from __future__ import annotations

import pytest

from fournets.model import Address
from fournets.reconciling.places import Compounds, called, of_grids, place_of, register_grids

KNOWN = Compounds(["惠泽小区", "康乐小区", "安泰家园", "胜景花园东区", "胜景花园西区"])


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("惠泽小区", "惠泽小区"),
        ("惠泽", "惠泽小区"),
        ("东营市胜利街道惠泽小区", "惠泽小区"),
        ("安泰家园小区", "安泰家园"),
        ("安泰", "安泰家园"),
        ("胜景花园", "胜景花园"),
        ("胜景花园东区", "胜景花园东区"),
        ("孤岛花园", "孤岛花园"),
        ("", ""),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert KNOWN.fold(written) == folded


def test_without_a_register_the_residents_sheets_say_what_there_is() -> None:
    compounds = Compounds([], ["惠泽小区", "惠泽", "安泰家园"])
    assert compounds.fold("惠泽") == "惠泽小区"
    assert compounds.knows("安泰家园")
    assert not compounds.knows("海康小区")


@pytest.mark.parametrize(
    ("text", "found"),
    [("惠泽小区东门劝返点", "惠泽小区"), ("惠泽东门", "惠泽小区"), ("胜景花园东区北门", "胜景花园东区"), ("市场", "")],
)
def test_a_compound_in_a_text(text: str, found: str) -> None:
    assert KNOWN.find(text) == found


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        (Address("家属院东区", "5", "1", "301"), Address("家属院", "东区5", "1", "301")),
        (Address("家属院", "东区5", "1", "301"), Address("家属院", "东区5", "1", "301")),
        (Address("胜景花园东区", "5", "1", "301"), Address("胜景花园东区", "5", "1", "301")),
        (Address("胜景花园", "东区5", "1", "301"), Address("胜景花园东区", "5", "1", "301")),
        (Address("胜利路", "商铺", "", "12"), Address("胜利路商铺", "", "", "12")),
        (Address("胜利路商铺", "商铺", "", "12"), Address("胜利路商铺", "", "", "12")),
        (Address("胜利路商铺", "", "", "12"), Address("胜利路商铺", "", "", "12")),
        (Address("惠泽小区", "商铺", "", "12"), Address("惠泽小区", "商铺", "", "12")),
    ],
)
def test_a_compound_ends_where_the_registers_say(written: Address, placed: Address) -> None:
    known = Compounds(["惠泽小区", "胜景花园东区", "胜景花园西区"], ["家属院东区"], also=["家属院", "胜利路商铺"])
    assert known.placed(written) == placed


def test_grids_of_buildings() -> None:
    rows = [
        ("1", "惠泽", "1-3号楼、7#"),
        ("2", "惠泽小区", "4—6号楼"),
        ("3", "安泰家园", ""),
        ("4", "", "惠泽小区8-9号楼、康乐1号楼"),
        ("5", "康乐小区", "A座、B座"),
    ]
    grids = register_grids(rows, KNOWN)
    assert [grids.grid("惠泽小区", building) for building in ("1", "3", "7", "5", "8", "10")] == [
        "1",
        "1",
        "1",
        "2",
        "4",
        "",
    ]
    assert grids.grid("安泰家园", "12") == "3"
    assert grids.grid("康乐小区", "1") == "4"
    assert grids.grid("康乐小区", "A") == "5"


def test_a_later_claim_replaces_an_earlier_one() -> None:
    grids = register_grids([("1", "惠泽小区", "1-5号楼"), ("2", "惠泽小区", "5-6号楼")], KNOWN)
    assert grids.grid("惠泽小区", "5") == "2"


def test_the_grid_tells_a_missing_compound_when_only_one_is_possible() -> None:
    rows = [("1", "惠泽小区", "1-3号楼"), ("1", "康乐小区", "3-4号楼"), ("2", "安泰家园", "")]
    grids = register_grids(rows, KNOWN)
    assert place_of(KNOWN, grids, Address("", "2", "1", "101"), "1").compound == "惠泽小区"
    assert place_of(KNOWN, grids, Address("", "3", "1", "101"), "1").compound == ""
    assert place_of(KNOWN, grids, Address("", "9", "1", "101"), "2").compound == "安泰家园"


def test_registers_that_spell_one_compound_differently_mean_one() -> None:
    compounds = Compounds(["惠泽小区", "康乐"], also=["惠泽", "康乐小区", "安泰家园"])
    assert [compounds.fold(name) for name in ("惠泽", "惠泽小区", "康乐小区")] == ["惠泽小区", "惠泽小区", "康乐"]
    assert compounds.knows("安泰家园")


def test_a_register_of_compounds_that_lists_both_names_means_two() -> None:
    compounds = Compounds(["惠泽小区", "惠泽社区"], also=["惠泽"])
    assert [compounds.fold(name) for name in ("惠泽", "惠泽小区", "惠泽社区")] == ["惠泽", "惠泽小区", "惠泽社区"]


def test_a_grids_buildings_may_be_said_with_their_compounds() -> None:
    buildings = ["惠泽小区1-6号楼", "惠泽小区7号楼、8号楼；安泰小区", "1-6号楼"]
    assert of_grids(["胜景小区", ""], buildings) == {"胜景小区", "", "惠泽小区", "安泰小区"}
    register = register_grids(zip("12", ["", ""], buildings, strict=False), Compounds((), also=of_grids((), buildings)))
    assert [register.grid(*place) for place in (("惠泽小区", "3"), ("惠泽小区", "8"), ("安泰小区", "5"))] == [
        "1",
        "2",
        "2",
    ]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("轴承厂家属院", "石桥里"),
        ("轴承厂家属院小区", "石桥里"),
        ("原轴承厂家属院", "石桥里"),
        ("石桥里原轴承厂家属院", "石桥里"),
        ("老三村", "安泰家园"),
        ("油田三村", "安泰家园"),
        ("康乐", "康乐小区"),
        ("平原小区", "平原小区"),
    ],
)
def test_a_compound_by_a_name_that_its_register_gives_besides(written: str, folded: str) -> None:
    names = ["石桥里", "安泰家园", "康乐小区"]
    extras = ['{"小区": "石桥里（原轴承厂家属院）"}', '{"俗称": "油田三村、老三村"}', '{"别名": "安泰家园"}']
    known = Compounds(names, also=["轴承厂家属院"], called=called(names, extras))
    assert known.known == sorted(names)
    assert known.fold(written) == folded
    assert known.find("轴承厂家属院东门") == "石桥里"
