"""Which rows below a heading can be filled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.writing.superior_forms import drawn, saved

from fournets.reading.blank_form import headed_tables
from fournets.writing.superior.body import Body, body_of
from fournets.writing.superior.sheet import FormBook, FormSheet
from fournets.writing.workbooks.package import WorkbookPackage

HEADINGS = ("序号", "姓名", "身份证号")


def body(folder: Path, rows: Sequence[Sequence[object]], lined: range = range(0), hidden: int = 0) -> Body:
    book = drawn(rows, lined=lined)
    if hidden:
        book.worksheets[0].row_dimensions[hidden].hidden = True
    data = saved(book)
    (folder / "表.xlsx").write_bytes(data)
    (table,) = headed_tables(folder / "表.xlsx", {})
    return body_of(FormSheet(FormBook(WorkbookPackage.opened(data)), "Sheet1"), table)


@pytest.mark.parametrize(
    "footer", ["填报人：张三", "合计", "备注：一人一行", "审核人", "单位负责人（签字）：", "注：本表每日16时前报"]
)
def test_a_table_ends_at_a_total_a_remark_a_signature(tmp_path: Path, footer: str) -> None:
    found = body(tmp_path, [HEADINGS, (1,), (2,), (footer,)])
    assert (found.rows, found.last, found.model, found.open, found.filled_at) == ((2, 3), 3, 2, False, 0)


def test_lines_end_a_table_before_a_blank_row(tmp_path: Path) -> None:
    assert body(tmp_path, [HEADINGS, (), (), (), ("填报人",)], lined=range(1, 4)).rows == (2, 3)


def test_hidden_rows_are_not_filled(tmp_path: Path) -> None:
    assert body(tmp_path, [HEADINGS, (1,), (2,), (3,)], hidden=3).rows == (2, 4)


def test_a_heading_with_nothing_below_is_open(tmp_path: Path) -> None:
    found = body(tmp_path, [HEADINGS])
    assert (found.rows, found.model, found.open) == ((), 0, True)


def test_records_of_somebody(tmp_path: Path) -> None:
    assert body(tmp_path, [HEADINGS, (1, "赵敏", "370599198001010041"), (2,)]).filled_at == 2


@pytest.mark.parametrize("row", [("例", "张三", "370599198001010041"), (1, "王某某"), ("甲", "乙", 1), (1, 2, 3)])
def test_examples_and_numbers_of_columns_are_passed_over(tmp_path: Path, row: tuple[object, ...]) -> None:
    assert body(tmp_path, [HEADINGS, row, (1,), (2,)]).rows == (3, 4)
