"""Numbers by the names that the street gives them; what is not sure is nothing."""

from __future__ import annotations

import pytest

from fournets.catalogue.tallies import TALLIES
from fournets.catalogue.tally_names import NAMES, nearest_names, number_meant


def test_every_number_has_a_word_of_its_own_in_reports() -> None:
    assert set(NAMES) == set(TALLIES)
    assert len({names.in_reports for names in NAMES.values()}) == len(NAMES)


@pytest.mark.parametrize("name", TALLIES)
def test_every_number_is_known_by_its_title(name: str) -> None:
    found = number_meant(TALLIES[name].title)
    assert found is not None and found.tally == name
    assert found.period in TALLIES[name].periods


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("返回人员", "累计返回人员"),
        ("今日新增返回人员（人）", "今日返回人员"),
        ("返回人员今日新增", "今日返回人员"),
        ("累计返回人员总数", "累计返回人员"),
        ("其中：武汉返回", "累计武汉返回人员"),
        ("在隔离人数", "现有在管隔离人员"),
        ("今日在隔离人数", "现有在管隔离人员"),
        ("累计解除隔离人数", "累计已解除隔离"),
        ("新增解除隔离", "今日已解除隔离"),
        ("已排查户数", "现有已排查户数"),
        ("已排查人数", "累计已排查人数"),
        ("消毒面积(㎡)", "累计消毒面积"),
    ],
)
def test_numbers_in_the_streets_words(written: str, meant: str) -> None:
    found = number_meant(written)
    assert found is not None and found.title == meant


@pytest.mark.parametrize(
    "written",
    [
        "姓名",
        "备注",
        "湖北（不含武汉）返回人员",
        "新增隔离人数",
        "累计在隔离人数",
        "今日累计返回人员",
        "返回时间",
        "",
        "人数",
        "2020",
    ],
)
def test_other_words_are_no_numbers(written: str) -> None:
    assert number_meant(written) is None


def test_names_that_are_offered_are_names() -> None:
    assert all(number_meant(name) for name in nearest_names("隔离的人").split("、"))
