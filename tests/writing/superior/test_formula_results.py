"""What the sender's own sums come to after the form was filled."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from tests.writing.superior.test_sheet import opened

from fournets.writing.superior.formula_results import ask_to_reckon, store_results
from fournets.writing.workbooks.package import tag


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=SUM(A1:A3)", 7),
        ("=sum($A$1:$A$3,A1)", 9),
        ("=COUNTA(B1:B3)", 2),
        ("=COUNT(A1:B3)", 2),
        ("=A1+A2-1", 6),
        ("=A3", 0),
        ("=SUM(A1:A2)+COUNTA(B1:B3)", 9),
        ("=D2*2", None),
        ("=IF(A1>1,1,0)", None),
        ("=B1+1", None),
        ("=SUM(另一张!A1:A3)", None),
        ("=C1", None),
        ("=SUM(A:A)", None),
    ],
)
def test_sums_and_counts(formula: str, result: object) -> None:
    book = Workbook()
    for row in ((2, "甲"), (5, "乙"), (None, None)):
        book.worksheets[0].append(row)
    book.worksheets[0]["C1"] = formula
    sheet = opened(book)
    store_results(sheet)
    shown = [
        load_workbook(BytesIO(sheet.book.package.packed()), data_only=only).worksheets[0]["C1"].value
        for only in (True, False)
    ]
    assert shown == [result, formula]


def test_sums_of_sums() -> None:
    book = Workbook()
    for row in ((1, "=A1+1"), (2, "=SUM(A1:A2)"), (None, "=SUM(B1:B2)")):
        book.worksheets[0].append(row)
    sheet = opened(book)
    store_results(sheet)
    shown = load_workbook(BytesIO(sheet.book.package.packed()), data_only=True).worksheets[0]
    assert [shown.cell(row, 2).value for row in (1, 2, 3)] == [2, 3, 5]


def test_a_formula_that_is_told_elsewhere_has_no_result() -> None:
    book = Workbook()
    book.worksheets[0].append((1, "=A1+1"))
    sheet = opened(book)
    sheet.put_result(1, 2, "9")
    for formula in sheet.root.iter(tag("f")):
        formula.text = None
    store_results(sheet)
    assert sheet.root.findall(f".//{tag('v')}")[-1].text == "1"


def test_the_office_program_is_asked_to_reckon() -> None:
    package = opened(Workbook()).book.package
    ask_to_reckon(package)
    assert package.tree(package.workbook_path).find(tag("calcPr")).get("fullCalcOnLoad") == "1"
