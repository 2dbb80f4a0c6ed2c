"""Tags in cells: numbers of the community and of groups, days and the office's words, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.writing.superior_forms import Fill, cells, drawn, filler, people


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fills blanks with three persons in quarantine."""
    return filler(tmp_path, people(3))


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("{{ 在隔离人数 }}", 3),
        ("{{在隔离人数 今日}}", 3),
        ("｛｛ 现有在管隔离人员 ｝｝", 3),
        ("{{ 返回人员 今日 }}", 0),
        ("{{ 在隔离人数 第1网格 }}", 2),
        ("{{ 在隔离人数 网格=1 }}", 2),
        ("{{ 在隔离人数 惠泽小区 }}", 5),
        ("{{ 今日体温异常 }}", None),
        ("{{ 日期 }}", "2020年2月9日"),
        ("{{ 社区 }}", "胜景社区"),
        ("共{{ 在隔离人数 }}人，今日返回{{ 返回人员 今日 }}人", "共3人，今日返回0人"),
        ("{{ 年 }}.{{ 月 }}.{{ 日 }}", "2020.2.9"),
    ],
)
def test_what_a_tag_becomes(fill: Fill, tag: str, value: object) -> None:
    form = fill(drawn([("说明", tag)]))
    assert cells(form)[0][1] == value
    assert not form.faults


def test_a_tag_in_the_row_of_a_grid_is_that_grids(fill: Fill) -> None:
    assert cells(fill(drawn([("第1网格", "{{ 在隔离人数 }}"), ("合计", "{{ 在隔离人数 }}")]))) == [
        ["第1网格", 2],
        ["合计", 3],
    ]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ 胡说 }}", "B1 里的标签 {{ 胡说 }} 程序不认识，名字最接近的有"),
        ("{{ 在隔离人数 第99网格 }}", "“第99网格”在网格划分表里没有"),
        ("{{ 在隔离人数", "B1 里的标签没有写完"),
    ],
)
def test_what_is_wrong_with_a_tag_is_said_and_the_form_is_filled(fill: Fill, tag: str, said: str) -> None:
    form = fill(drawn([("说明", tag), ("又", "{{ 在隔离人数 }}")]))
    assert said in form.faults[0]
    assert cells(form)[1][1] == 3


def test_list_and_column_tags_that_name_nothing(fill: Fill) -> None:
    form = fill(drawn([("{{ 名单：胡说 }}",), ("姓名", "身份证号", "甲{{ 本列：胡说 }}"), ()]))
    assert len(form.faults) == 2 and all("不认识" in fault for fault in form.faults)
    assert "没有找到表头" in fill(drawn([("{{ 名单：返回人员 }}",)])).faults[0]


def test_tags_below_headings_are_for_their_columns(fill: Fill) -> None:
    rows = [("隔离人员",), ("姓名", "身份证号", "截止时间"), ("{{ 姓名 }}", "{{ 身份证号 }}", "{{ 应解除日期 }}"), ()]
    form = fill(drawn(rows))
    assert [row[0] for row in cells(form)[2:5]] == ["王1", "王2", "王3"]
    assert cells(form)[4][2] == "2020-02-22" and not form.faults
