"""Tables of numbers: by grid, by compound, of the community alone, and labels with empty cells beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.writing.invented import frame
from tests.writing.superior_forms import PLACE, Fill, cells, drawn, filler, people, tally


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fills blanks with three persons in quarantine."""
    return filler(tmp_path, people(3))


def test_rows_are_known_by_their_labels(fill: Fill) -> None:
    rows = [("小区", "现有隔离人数", "累计返回人员"), ("惠泽小区",), ("某某小区",), ("合计",), ("填报人：",)]
    form = fill(drawn([("日报",), *rows]))
    assert [row[1:] for row in cells(form)[2:]] == [[5, None], [None, None], [3, 3], [None, None]]
    assert form.told == ("上报表《报表.xlsx》小区里没有这些，没有填：某某小区。",)


def test_formulas_and_what_is_written_already_stay(fill: Fill) -> None:
    form = fill(drawn([("网格", "现有隔离人数"), ("第1网格", 7), ("第12网格",), ("合计", "=SUM(B2:B3)")]))
    assert [row[1] for row in cells(form)[1:]] == [7, 0, "=SUM(B2:B3)"]


def test_one_row_for_the_whole_community(fill: Fill) -> None:
    form = fill(drawn([("情况",), ("返回人员数", "今日新增返回人员", "现有隔离人数", "今日体温异常次数"), ()]))
    assert cells(form)[2] == [3, 0, 3, None]


def test_groups_of_headings_say_the_period(fill: Fill) -> None:
    book = drawn([("网格", "返回人员", None, "现有隔离人数"), (None, "今日新增", "累计"), ("合计",)])
    for area in ("A1:A2", "B1:C1", "D1:D2"):
        book.worksheets[0].merge_cells(area)
    assert cells(fill(book))[2] == ["合计", 0, 3, 3]


def test_labels_with_their_numbers_beside(fill: Fill) -> None:
    form = fill(drawn([("情况统计",), ("返回人员", None), ("在隔离人数", None), ("其他", None)], lined=range(2, 5)))
    assert [row[1] for row in cells(form)] == [None, 3, 3, None]


def test_labels_below_periods(fill: Fill) -> None:
    rows = [("项目", "今日", "累计", "备注"), ("返回人员",), ("在隔离人数",)]
    form = fill(drawn(rows, lined=range(1, 4)))
    assert cells(form)[1:] == [["返回人员", 0, 3, None], ["在隔离人数", 3, None, None]]


def test_grids_without_names_are_listed(tmp_path: Path) -> None:
    made = people(1)
    lines = [
        {**PLACE, "row": str(number), "grid": str(number), "worker": f"赵{number}", "phone": f"1390000000{number}"}
        for number in (1, 2, 3)
    ]
    made.linked.records["grids"] = frame(lines)
    by_grid = [tally("cases_open", str(number), group="grid", of=str(number)) for number in (1, 2, 3)]
    made.tallies = frame([*by_grid, tally("cases_open", "6")])
    rows = [("各网格",), ("序号", "网格", "网格员", "联系电话", "现有隔离人数"), (1,), (2,), ("合计",), ("填报人：",)]
    form = filler(tmp_path, made)(drawn(rows, lined=range(2, 6)))
    assert cells(form)[2:6] == [
        [1, "第1网格", "赵1", "13900000001", 1],
        [2, "第2网格", "赵2", "13900000002", 2],
        [3, "第3网格", "赵3", "13900000003", 3],
        ["合计", None, None, None, 6],
    ]


def test_a_card_of_labels_in_several_columns(fill: Fill) -> None:
    rows = [("基本情况",), ("累计返回人员", None, "在隔离人数", None), ("今日返回人员", None, "消毒面积", None)]
    form = fill(drawn(rows, lined=range(1, 4)))
    assert cells(form)[1:] == [["累计返回人员", 3, "在隔离人数", 3], ["今日返回人员", 0, "消毒面积", None]]


def test_short_names_of_compounds(fill: Fill) -> None:
    form = fill(drawn([("小区", "现有隔离人数"), ("惠泽",), ("合计",)]))
    assert [row[1] for row in cells(form)[1:]] == [5, 3]


def test_labels_are_known_before_anything_was_reported(tmp_path: Path) -> None:
    made = people(0)
    made.tallies = made.tallies.iloc[:0]
    form = filler(tmp_path, made)(drawn([("项目", "数量"), ("返回人员",), ("在隔离人数",)], lined=range(1, 4)))
    assert form.filled == ("2 项数字，0 格",) and not form.told and not form.faults
    assert [row[1] for row in cells(form)] == ["数量", None, None]
