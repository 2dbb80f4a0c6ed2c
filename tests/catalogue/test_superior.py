"""Lists by the names that the street gives them; what is not sure is nothing."""

from __future__ import annotations

import pytest

from fournets.catalogue.superior import heading_meant, list_meant, list_of_title


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("胜利街道返回人员花名册", "累计返回人员"),
        ("外地返乡人员居家隔离情况统计表", "现有在管隔离人员"),
        ("武汉返回人员居家隔离情况统计表", "现有在管隔离人员、累计武汉返回人员"),
        ("解除隔离人员名单", "现有已解除隔离"),
        ("拟解除隔离人员名单", "现有期满待解除"),
        ("每日新增返回人员", "今日返回人员"),
        ("发热人员登记表", "累计发热转诊"),
        ("未解除隔离人员台账", "现有在管隔离人员"),
        ("隔离期满人员名单", "现有期满待解除"),
        ("胜利街道来东返乡人员登记表", "累计返回人员"),
    ],
)
def test_titles_that_name_a_list(title: str, meant: str) -> None:
    found = list_of_title(title)
    assert found is not None and found.title == meant


@pytest.mark.parametrize(
    "title",
    [
        "疫情防控日报表",
        "附件1",
        "隔离及解除人员统计表",
        "湖北武汉返回人员",
        "新增隔离人员名单",
        "",
        "集中隔离人员名单",
        "应隔离未隔离人员",
        "温州返回人员登记表",
        "浙江省返乡人员",
        "境外返回人员台账",
        "期满解除隔离人员名单",
        "密切接触者居家隔离台账",
        "省外返回人员",
    ],
)
def test_titles_that_name_none_or_two(title: str) -> None:
    assert list_of_title(title) is None


def test_lists_in_tags() -> None:
    assert [
        list_meant(text) is not None for text in ("在隔离人员名单", "在隔离人员、武汉返回人员", "隔离人员、胡说")
    ] == [
        True,
        True,
        False,
    ]


def test_headings_by_their_words() -> None:
    assert ("quarantine", "due_date") in {wanted[:2] for wanted in heading_meant("应解除日期")}
    assert not heading_meant("随便")
