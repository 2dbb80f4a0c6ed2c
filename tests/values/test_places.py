"""The category of a place where somebody came from."""

from __future__ import annotations

import pytest

from fournets.values.places import category_of, most_severe

KEY_AREAS = ("温州", "信阳", "重庆")


@pytest.mark.parametrize(
    ("place", "category"),
    [
        ("武汉", "wuhan"),
        ("湖北省武汉市", "wuhan"),
        ("汉口", "wuhan"),
        ("途经武汉", "wuhan"),
        ("武汉路过", "wuhan"),
        ("湖北黄冈麻城", "hubei"),
        ("孝感", "hubei"),
        ("恩施州", "hubei"),
        ("鄂", "hubei"),
        ("浙江温州", "key_area"),
        ("重庆万州", "key_area"),
        ("江苏南京", "other_province"),
        ("包头市青山区", "other_province"),
        ("国外（泰国）", "other_province"),
        ("外省", "other_province"),
        ("山东济南", "in_province"),
        ("河口区", "in_province"),
        ("本市", "in_province"),
        ("青岛市武汉路", "in_province"),
        ("从武汉返回湖北籍", "wuhan"),
        ("湖北籍，从青岛返回", "in_province"),
        ("户籍武汉，济南返回", "in_province"),
        ("湖北籍", ""),
        ("未到过湖北", ""),
        ("非湖北", ""),
        ("老家", ""),
        ("", ""),
    ],
)
def test_category(place: str, category: str) -> None:
    assert category_of(place, KEY_AREAS, "山东省") == category


def test_most_severe() -> None:
    assert most_severe(["in_province", "", "hubei"]) == "hubei"
    assert most_severe(["", ""]) == ""
