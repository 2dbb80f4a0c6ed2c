"""The superior's own blank forms, filled: same look, the rows and numbers of the day, and a sentence for the rest."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from tests.writing.superior_forms import Fill, cells, drawn, filler, people

from fournets.writing.superior.facts import Above
from fournets.writing.superior.forms import fill_form, unusable

HEADINGS = ("序号", "姓名", "身份证号", "联系电话")
FOOTER = ("填报人：",)


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fills blanks with three persons in quarantine."""
    return filler(tmp_path, people(3))


def test_a_list_takes_its_name_from_the_title(fill: Fill) -> None:
    form = fill(drawn([("居家隔离人员花名册",), HEADINGS, (1,), (2,), (3,), (4,), FOOTER], lined=range(2, 7)))
    assert form.filled == ("现有在管隔离人员 3 行",)
    assert cells(form)[2] == [1, "王1", "370599198001010041", "13800000001"]
    assert [row[:2] for row in cells(form)[4:]] == [[3, "王3"], [4, None], ["填报人：", None]]
    assert not form.faults and not form.told


def test_a_list_takes_its_name_from_a_tag_which_goes(fill: Fill) -> None:
    form = fill(drawn([("附件", "{{ 名单：在隔离人员 }}"), HEADINGS, (), FOOTER]))
    assert form.filled == ("现有在管隔离人员 3 行",)
    assert cells(form)[0][:2] == ["附件", None]


def test_a_list_without_any_name_is_told(fill: Fill) -> None:
    form = fill(drawn([("附件",), HEADINGS, (), FOOTER]))
    assert form.filled == () and form.data
    assert "看不出要填哪个名单" in form.told[0] and "{{ 名单：" in form.told[0]


def test_too_few_rows_are_more_rows_and_the_rest_moves_down(fill: Fill) -> None:
    book = drawn([("隔离人员台账",), HEADINGS, (1,), (2,), ("合计", "=COUNTA(B3:B4)"), FOOTER], lined=range(2, 6))
    sheet = book.worksheets[0]
    sheet.merge_cells("A6:D6")
    sheet.print_area = "A1:D6"
    sheet["B3"].font = sheet["B4"].font = Font(name="黑体", size=9)
    form = fill(book)
    shown = load_workbook(BytesIO(form.data)).worksheets[0]
    assert [shown.cell(row, 1).value for row in range(3, 8)] == [1, 2, 3, "合计", "填报人："]
    assert shown["B6"].value == "=COUNTA(B3:B5)"
    assert load_workbook(BytesIO(form.data), data_only=True).worksheets[0]["B6"].value == 3
    assert str(shown.merged_cells) == "A7:D7"
    assert shown.print_area == "'Sheet1'!$A$1:$D$7"
    assert shown["B5"].font.name == "黑体" and shown["B5"].border.left.style == "thin"


def test_what_the_desk_does_not_know_stays_empty_and_is_told(fill: Fill) -> None:
    form = fill(drawn([("隔离人员",), (*HEADINGS, "党支部书记意见", "备注"), (), FOOTER]))
    assert cells(form)[2][4] is None
    assert form.told == ("上报表《报表.xlsx》没有填的列：党支部书记意见。",)


def test_what_our_sheets_say_under_the_same_heading_is_used(fill: Fill) -> None:
    form = fill(drawn([("隔离人员",), (*HEADINGS, "民族"), (), FOOTER]))
    assert cells(form)[2][4] == "汉族"


def test_a_heading_in_other_words_is_put_right_by_a_tag(fill: Fill) -> None:
    form = fill(drawn([("隔离人员",), (*HEADINGS, "截止{{ 本列：应解除日期 }}"), (), FOOTER]))
    assert [row[4] for row in cells(form)[1:3]] == ["截止", "2020-02-22"]
    assert not form.told


def test_what_somebody_filled_in_is_left_alone(fill: Fill) -> None:
    form = fill(drawn([("隔离人员",), HEADINGS, (1, "赵敏", "370599198001010041", "13800000009"), (2,)]))
    assert cells(form)[2][1] == "赵敏" and cells(form)[3][1] is None
    assert "第3行已经填了内容" in form.faults[0]


def test_an_example_row_stays_and_is_no_record(fill: Fill) -> None:
    form = fill(drawn([("隔离人员",), HEADINGS, ("示例", "张三", "", "138"), (1,), (2,), (3,)]))
    assert [row[1] for row in cells(form)[2:6]] == ["张三", "王1", "王2", "王3"]


def test_the_streets_own_words_in_every_row_stay(fill: Fill) -> None:
    rows = [("隔离人员",), ("序号", "街道", "社区", "姓名", "身份证号"), *[(number, "某某街道") for number in (1, 2)]]
    form = fill(drawn(rows))
    assert [row[1:4] for row in cells(form)[2:5]] == [
        ["某某街道", "胜景社区", "王1"],
        ["某某街道", "胜景社区", "王2"],
        ["某某街道", "胜景社区", "王3"],
    ]


def test_typed_text_is_never_a_formula(tmp_path: Path) -> None:
    made = people(1)
    made.linked.people["name"] = "=HYPERLINK(1)"
    form = filler(tmp_path, made)(drawn([("隔离人员",), HEADINGS, ()]))
    assert cells(form)[2][1] == "'=HYPERLINK(1)"
    assert load_workbook(BytesIO(form.data)).worksheets[0]["B3"].data_type == "s"


def test_days_are_days_where_the_format_shows_them(fill: Fill) -> None:
    book = drawn([("隔离人员",), ("姓名", "身份证号", "应解除日期", "隔离开始日期（如2020.2.8）", "到达日期"), ()])
    book.worksheets[0]["C3"].number_format = "yyyy/m/d"
    shown = load_workbook(BytesIO(fill(book).data)).worksheets[0]
    assert str(shown["C3"].value) == "2020-02-22 00:00:00" and shown["C3"].number_format == "yyyy/m/d"
    assert (shown["D3"].value, shown["E3"].value) == ("2020.2.8", "2020-02-08")


def test_two_tables_on_a_sheet_are_filled_each(fill: Fill) -> None:
    rows = [("一、隔离人员",), HEADINGS, (1,), (), ("二、返回人员",), HEADINGS, (1,), FOOTER]
    form = fill(drawn(rows, lined=range(2, 4)))
    assert set(form.filled) == {"现有在管隔离人员 3 行", "累计返回人员 3 行"}
    assert [row[1] for row in cells(form)] == [
        *(None, "姓名", "王1", "王2", "王3"),
        *(None, None, "姓名", "王1", "王2", "王3", None),
    ]


def test_grids_are_listed_with_their_numbers_and_the_whole_below(fill: Fill, tmp_path: Path) -> None:
    del tmp_path
    form = fill(drawn([("日报",), ("网格", "现有隔离人数", "今日体温异常"), ("第1网格",), ("12网格",), ("合计",)]))
    assert [row[1:] for row in cells(form)[2:]] == [[2, None], [0, None], [3, None]]


def test_the_same_day_gives_the_same_bytes(fill: Fill) -> None:
    rows = [("隔离人员",), HEADINGS, (1,), FOOTER]
    book = drawn(rows)
    assert fill(book).data == fill(book).data


def test_files_that_are_no_workbooks_are_told(tmp_path: Path) -> None:
    made = Above(None, None, lambda *_: [])  # type: ignore[arg-type]
    form = fill_form("旧.xlsx", b"PK", [], made)
    assert not form.data and "另存为 .xlsx" in form.faults[0]
    assert unusable("旧.xls").path == "上报/旧.xls"
    del tmp_path
