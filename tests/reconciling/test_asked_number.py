"""By which words a number is found, and how its rows come to it."""

from __future__ import annotations

import pandas as pd
import pytest

from fournets.catalogue.tallies import TALLIES
from fournets.reconciling.asked_number import NoSuchNumber, group_meant, made_of, tally_meant

LINES = pd.DataFrame(
    [("community", ""), ("grid", "1"), ("grid", "12"), ("compound", "惠泽小区")], columns=["group", "group_value"]
)


@pytest.mark.parametrize("asked", ["returnees", "返回人员"])
def test_a_tally_by_its_name_or_title(asked: str) -> None:
    assert tally_meant(asked) == "returnees"


@pytest.mark.parametrize(("asked", "near"), [("returnes", "returnees（返回人员）"), ("体温", "temperatures_taken")])
def test_another_word_is_answered_with_the_nearest_names(asked: str, near: str) -> None:
    with pytest.raises(NoSuchNumber, match=near):
        tally_meant(asked)


@pytest.mark.parametrize(
    ("asked", "group"),
    [
        ("", ("community", "")),
        ("grid=12", ("grid", "12")),
        ("网格=12", ("grid", "12")),
        ("第12网格", ("grid", "12")),
        ("惠泽小区", ("compound", "惠泽小区")),
        ("compound=惠泽小区", ("compound", "惠泽小区")),
    ],
)
def test_a_group_by_its_word_or_by_its_value_alone(asked: str, group: tuple[str, str]) -> None:
    assert group_meant(LINES, TALLIES["returnees"], asked) == group


@pytest.mark.parametrize(
    ("asked", "told"), [("grid=99", "grid=1、grid=12"), ("支部=一", "grid（网格）"), ("东门", "grid=1")]
)
def test_a_group_that_there_is_not_is_answered_with_those_that_are(asked: str, told: str) -> None:
    with pytest.raises(NoSuchNumber, match=told):
        group_meant(LINES, TALLIES["returnees"], asked)


def test_rows_that_count_once_or_by_their_cells_are_explained() -> None:
    rows = pd.DataFrame({"unit": ["a", "a", "b"]})
    assert (
        made_of(TALLIES["temperatures_due"], rows) == "“今日”由下面 3 行得出，同一个只算一次，共 2 个不同的，每个算 2："
    )
    assert made_of(TALLIES["leaflets"], rows.drop(0)) == "“累计”由下面 2 行得出，按各行填的数相加："
