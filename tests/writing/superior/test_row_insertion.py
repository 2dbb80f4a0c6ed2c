"""Rows inserted into a sheet: everything that knows rows by their numbers moves with them."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from tests.writing.superior_forms import saved

from fournets.writing.superior.row_insertion import insert_rows
from fournets.writing.workbooks.package import WorkbookPackage


def book() -> Workbook:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "表"
    for row in (("序号", "姓名", "数"), (1, None, 5), (2, None, "=C2+1"), ("合计", None, "=SUM(C2:C3)"), ("填报人",)):
        sheet.append(row)
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("A5:C5")
    sheet.row_dimensions[3].height = 31
    sheet["A5"].comment = Comment("签字", "街道")
    made.create_sheet("另一张")["A1"] = "=表!C4+A4"
    return made


def inserted(made: Workbook, count: int = 2) -> Workbook:
    package = WorkbookPackage.opened(saved(made))
    insert_rows(package, "表", 3, count, [3] * count)
    return load_workbook(BytesIO(package.packed()))


def test_rows_formulas_and_merges() -> None:
    sheet = inserted(book()).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(1, 8)] == ["序号", 1, 2, 2, 2, "合计", "填报人"]
    assert [sheet.cell(row, 3).value for row in range(3, 7)] == ["=C2+1", "=C3+1", "=C4+1", "=SUM(C2:C5)"]
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A3:B3", "A4:B4", "A5:B5", "A7:C7"}
    assert [sheet.row_dimensions[row].height for row in (3, 4, 5)] == [31, 31, 31]


def test_other_sheets_names_and_comments() -> None:
    made = book()
    made.defined_names["总数"] = DefinedName("总数", attr_text="表!$C$4")
    made.worksheets[0].print_area = "A1:C5"
    made.worksheets[0].print_title_rows = "1:1"
    shown = inserted(made)
    assert shown["另一张"]["A1"].value == "=表!C6+A4"
    assert shown.defined_names["总数"].attr_text == "表!$C$6"
    assert shown["表"].print_area == "'表'!$A$1:$C$7" and shown["表"].print_title_rows == "$1:$1"
    assert shown["表"]["A7"].comment.text == "签字"


def test_lists_to_choose_from_formats_and_filters() -> None:
    made = book()
    sheet = made.worksheets[0]
    choice = DataValidation(type="list", formula1='"是,否"', sqref="B2:B3")
    sheet.add_data_validation(choice)
    sheet.conditional_formatting.add("C2:C3", FormulaRule(formula=["C2>$C$4"]))
    sheet.auto_filter.ref = "A1:C3"
    shown = inserted(made).worksheets[0]
    assert str(shown.data_validations.dataValidation[0].sqref) == "B2:B5"
    (area,) = shown.conditional_formatting
    assert str(area.sqref) == "C2:C5" and area.rules[0].formula == ["C2>$C$6"]
    assert shown.auto_filter.ref == "A1:C5"


def test_charts_draw_the_moved_cells() -> None:
    made = book()
    sheet = made.worksheets[0]
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=2, max_row=3))
    sheet.add_chart(chart, "A5")
    package = WorkbookPackage.opened(saved(made))
    insert_rows(package, "表", 3, 2, [3, 3])
    names = [name for name in package.parts if "charts/chart" in name]
    (formula,) = {formula.text for formula in package.tree(names[0]).iter("{*}f")}
    assert formula == "'表'!$C$2:$C$5"
    drawing = next(name for name in package.parts if "drawings/drawing" in name and "_rels" not in name)
    assert package.tree(drawing).findtext(".//{*}from/{*}row") == "6"
