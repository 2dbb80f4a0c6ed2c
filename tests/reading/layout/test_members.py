"""Which columns of a wide household's row are another member's, and which both share."""

from __future__ import annotations

import pytest
from tests.reading.sheets import grid

from fournets.reading.layout.members import apart
from fournets.reading.layout.regions import find_blocks


def columns_of(*rows: list[object]) -> list[list[str]]:
    """The headings of each table's columns."""
    (block,) = find_blocks(grid(*rows), {})
    return [[part.headings[column].leaf for column in part.columns] for part in apart(block)]


def test_each_member_is_a_table_that_shares_the_place() -> None:
    head = ["楼号", "房号", "户主姓名", "联系电话", "成员1姓名", "成员1关系", "成员2姓名", "成员2关系"]
    row = [3, 101, "张三", "13854600001", "李四", "之妻", "张小", "之子"]
    first, second = ["姓名", "关系", "楼号", "房号"], ["姓名", "关系", "楼号", "房号"]
    assert columns_of(head, row) == [head[:4], first, second]


@pytest.mark.parametrize(
    "head",
    [
        ["楼号", "房号", "姓名", "联系电话1", "联系电话2", "备注"],
        ["姓名", "联系电话", "同行人员1", "同行人员2", "返回时间", "来源地"],
        ["楼号", "房号", "姓名", "成员1电话", "联系电话", "备注"],
    ],
)
def test_telephones_companions_and_members_without_names_stay_where_they_are(head: list[object]) -> None:
    assert columns_of(head, [3, 101, "张三", "13854600001", "13854600002", "无"]) == [head]
