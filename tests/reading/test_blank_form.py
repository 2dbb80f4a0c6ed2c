"""Blank forms: where their tables are, which fields the headings ask for, and files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from fournets.catalogue.superior import HeadedTable
from fournets.reading.blank_form import Unreadable, headed_tables


def tables(folder: Path, book: Workbook, own: dict[str, dict[str, tuple[str, ...]]] | None = None) -> list[HeadedTable]:
    book.save(folder / "表.xlsx")
    return headed_tables(folder / "表.xlsx", own or {})


def drawn(*rows: tuple[str, ...]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return book


def first(table: HeadedTable) -> list[tuple[str, str]]:
    return [one.wanted[0][:2] if one.wanted else ("", "") for one in table.columns]


def test_headings_with_nothing_below(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, drawn(("返回人员花名册",), ("姓名", "年龄", "解除日期", "某某意见")))
    assert (table.top, table.bottom, table.end, table.above) == (2, 2, 0, ("返回人员花名册",))
    assert first(table)[1:] == [("superior", "age"), ("superior", "release"), ("", "")]


def test_groups_over_headings(tmp_path: Path) -> None:
    book = drawn(("序号", "姓名", "现住址", "", ""), ("", "", "小区", "楼号", "房号"))
    for area in ("A1:A2", "B1:B2", "C1:E1"):
        book.worksheets[0].merge_cells(area)
    (table,) = tables(tmp_path, book)
    assert [(one.leaf, one.groups) for one in table.columns][2:] == [
        *(("小区", ("现住址",)), ("楼号", ("现住址",)), ("房号", ("现住址",))),
    ]


def test_more_unknown_headings_than_known_ones(tmp_path: Path) -> None:
    strange = tuple(f"{word}安排" for word in "甲乙丙丁戊己庚辛")
    (table,) = tables(tmp_path, drawn(("序号", "姓名", "身份证号", *strange), (), ("填报人：",)))
    assert len(table.columns) == 11


def test_the_offices_own_headings(tmp_path: Path) -> None:
    book = drawn(("姓名", "身份证号", "到期回访日"))
    (table,) = tables(tmp_path, book, {"quarantine": {"due_date": ("到期回访日",)}})
    assert first(table)[2] == ("quarantine", "due_date")


def test_tags_are_no_part_of_a_heading(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, drawn(("{{ 名单：返回人员 }}",), ("姓名{{ 本列：姓名 }}", "身份证号")))
    assert [one.leaf for one in table.columns] == ["姓名", "身份证号"] and table.above == ()


def test_somebody_else_is_marked(tmp_path: Path) -> None:
    (table,) = tables(tmp_path, drawn(("姓名", "身份证号", "网格员", "联系电话")))
    assert [one.of_another for one in table.columns] == [False, False, True, False]


def test_an_empty_book_has_no_tables_and_a_broken_one_says_so(tmp_path: Path) -> None:
    assert tables(tmp_path, Workbook()) == []
    (tmp_path / "坏.xlsx").write_bytes(b"PK\3\4 and no more")
    with pytest.raises(Unreadable):
        headed_tables(tmp_path / "坏.xlsx", {})
