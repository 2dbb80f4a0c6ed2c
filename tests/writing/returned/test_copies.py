"""Returned copies: the sender's own sheet, marked; nothing lost, nothing that runs, everything where it was."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from tests.writing import made_results as made

from fournets.model import FileAccount, Finding, Severity
from fournets.writing.returned.copies import NOTHING_TO_DO, copy_paths, questioned, returned_copies
from fournets.writing.returned.styles import FILLS
from fournets.writing.word.package import deflated, replaced, unpacked

FILE = "第12网格/返乡.xlsx"
CONFIRM, TOLD = FILLS[Severity.CONFIRM], FILLS[Severity.NOTE]


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def senders_book() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "返乡 '人员'"
    sheet.append(["返乡人员登记"])
    sheet.merge_cells("A1:D1")
    sheet.append(["姓名", "身份证号", "电话", "日期"])
    sheet.append(["李建国", "37059919900101001X", 13805460001, date(2020, 1, 25)])
    sheet.append(["王芳", "=1+1", None, None])
    sheet["B4"].data_type = "s"
    sheet["B3"].font = Font(name="楷体", bold=True, color="FFC00000")
    sheet["C3"].comment = Comment("电话是她丈夫的", "王芳")
    sheet.column_dimensions["B"].width = 33
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("说明").append(["请于今天填好"])
    book.defined_names["外部"] = DefinedName("外部", attr_text="[1]Sheet1!$A$1")
    return book


@dataclass
class Read:
    name: str
    cells: Sequence[Sequence[Any]]
    merges: Sequence[tuple[int, int, int, int]] = field(default=())


def finding(row: int, column: str, code: str = "id_checksum", **more: Any) -> Finding:
    facts = {"file": FILE, "sheet": "返乡 '人员'", "params": {"written": "37059919900101001X"}, **more}
    return Finding(code, "returnees", row=row, column=column, **facts)


def copies(
    data: bytes, *findings: Finding, read: Sequence[Read] = (), path: str = FILE, **answers: str
) -> dict[str, bytes]:
    accounts = [FileAccount(made.source(path)), FileAccount(made.source("没有疑问.xlsx"))]
    results = made.results(findings=list(findings))
    return dict(returned_copies(results, accounts, lambda _: data, lambda _: read, answers))


def marked(data: bytes, *findings: Finding, **more: Any) -> Workbook:
    (copy,) = copies(data, *findings, **more).values()
    return load_workbook(io.BytesIO(copy))


def test_only_files_with_questions_come_back_under_their_own_names() -> None:
    assert list(copies(saved(senders_book()), finding(3, "B"))) == ["回执/第12网格/返乡.xlsx"]
    assert copies(saved(senders_book())) == {}


def test_the_first_sheet_lists_what_to_do_and_by_what_the_copy_is_known() -> None:
    book = marked(saved(senders_book()), finding(3, "B"), finding(0, ""))
    assert book.sheetnames == ["处理说明", "返乡 '人员'", "说明"]
    assert book.active.title == "处理说明"
    texts = [cell.value for row in book["处理说明"].iter_rows() for cell in row if cell.value]
    assert "回执编号：" + "ab" * 32 in texts and f"原文件：{FILE}" in texts
    links = {
        cell.value: cell.hyperlink.location for row in book["处理说明"].iter_rows() for cell in row if cell.hyperlink
    }
    assert links["返乡 '人员' B3"] == "'返乡 ''人员'''!B3"


def test_a_doubtful_cell_is_coloured_and_commented_and_keeps_its_look() -> None:
    sheet = marked(saved(senders_book()), finding(3, "B"))["返乡 '人员'"]
    cell = sheet["B3"]
    assert cell.fill.fgColor.rgb == CONFIRM and cell.font.name == "楷体" and cell.font.bold
    assert "校验位" in cell.comment.text and "请核对证件后改正" in cell.comment.text
    assert cell.value == "37059919900101001X" and sheet["A3"].fill.fgColor.rgb != CONFIRM
    assert sheet.column_dimensions["B"].width == 33 and sheet.row_dimensions[4].hidden
    assert sheet["D3"].value == datetime(2020, 1, 25) and [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"]


def test_a_comment_stands_beside_the_senders_own() -> None:
    sheet = marked(saved(senders_book()), finding(3, "C", "phone_length"))["返乡 '人员'"]
    assert sheet["C3"].comment.text.startswith("电话是她丈夫的") and "位数不对" in sheet["C3"].comment.text


def test_empty_cells_merged_cells_and_rows_beyond_the_end_can_be_marked() -> None:
    sheet = marked(saved(senders_book()), finding(4, "C"), finding(1, "C"), finding(9, "B"), finding(4, ""))[
        "返乡 '人员'"
    ]
    assert all(sheet[place].comment for place in ("C4", "A1", "B9", "A4"))


def test_formulas_become_their_values_and_texts_cannot_run() -> None:
    parts = unpacked(saved(senders_book()))
    path = "xl/worksheets/sheet1.xml"
    sheet = parts[path].content().replace(b'<c r="A4"', b'<c r="A4" s="0"', 1)
    formula = (
        b'<row r="7"><c r="A7"><f>1+1</f><v>2</v></c><c r="B7" t="str"><f>"@"&amp;1</f><v>@1</v></c></row></sheetData>'
    )
    data = replaced(parts, {path: sheet.replace(b"</sheetData>", formula)})
    book = marked(data, finding(3, "B"))
    sheet_back = book["返乡 '人员'"]
    assert (sheet_back["A7"].value, sheet_back["B7"].value, sheet_back["B4"].value) == (2, "'@1", "'=1+1")
    assert all(cell.data_type != "f" for row in sheet_back.iter_rows() for cell in row)


def test_macros_and_links_to_other_files_go() -> None:
    parts = unpacked(saved(senders_book()))
    relations = parts["xl/_rels/workbook.xml.rels"].content()
    macro = b'<Relationship Id="rM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    types = (
        parts["[Content_Types].xml"]
        .content()
        .replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    )
    data = replaced(
        {**parts, "xl/vbaProject.bin": deflated("xl/vbaProject.bin", b"macro")},
        {
            "xl/_rels/workbook.xml.rels": relations.replace(b"</Relationships>", macro + b"</Relationships>"),
            "[Content_Types].xml": types,
        },
    )
    (copy,) = copies(data, finding(3, "B")).values()
    back = unpacked(copy)
    assert "xl/vbaProject.bin" not in back and b"macroEnabled" not in back["[Content_Types].xml"].content()
    assert not load_workbook(io.BytesIO(copy)).defined_names


def saved_again(data: bytes, author: str) -> bytes:
    """As a spreadsheet saves it: all comments have this author."""
    book = load_workbook(io.BytesIO(data))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment):
        cell.comment.author = author or cell.comment.author
    return saved(book)


@pytest.mark.parametrize(
    "by", [lambda data: data, lambda data: saved_again(data, ""), lambda data: saved_again(data, " ")]
)
def test_a_copy_that_comes_back_still_doubtful_is_marked_anew(by: Callable[[bytes], bytes]) -> None:
    first = by(
        copies(saved(senders_book()), finding(3, "B"), finding(3, "C", "phone_length"))["回执/第12网格/返乡.xlsx"]
    )
    (second,) = copies(first, finding(3, "C", "phone_length"), **{FILE: "cd" * 32}).values()
    book = load_workbook(io.BytesIO(second))
    assert book.sheetnames == ["处理说明", "返乡 '人员'", "说明"]
    sheet = book["返乡 '人员'"]
    assert sheet["B3"].comment is None and sheet["B3"].fill.fgColor.rgb != CONFIRM and sheet["B3"].font.name == "楷体"
    assert sheet["C3"].comment.text.count("位数不对") == 1 and sheet["C3"].comment.text.startswith("电话是她丈夫的")
    texts = [cell.value for row in book["处理说明"].iter_rows() for cell in row if cell.value]
    assert "回执编号：" + "cd" * 32 in texts


READ = [
    Read("甲" * 40, [["姓名", "生日"], ["李建国", datetime(1990, 1, 1)], ["+王芳", None], [1.5, True]], [(0, 0, 0, 1)]),
    Read("处理说明", [["旧的"]]),
]


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0", "姓名,电话".encode("gb18030"), b"PK\x03\x04broken"])
def test_what_cannot_be_marked_in_place_is_written_anew_from_its_cells(data: bytes) -> None:
    about = finding(2, "B", sheet="甲" * 40)
    book = marked(data, about, read=READ, path=FILE)
    assert book.sheetnames == ["处理说明", "甲" * 31]
    sheet = book.worksheets[1]
    assert sheet["B2"].value == datetime(1990, 1, 1) and sheet["B2"].fill.fgColor.rgb == CONFIRM
    assert "校验位" in sheet["B2"].comment.text and sheet["A3"].value == "'+王芳"
    assert (sheet["A4"].value, sheet["B4"].value) == (1.5, True)


def test_a_cell_that_is_written_anew_below_a_merged_one_is_marked_where_it_shows() -> None:
    (copy,) = copies(
        b"\xd0\xcf\x11\xe0", finding(1, "B", sheet="甲" * 40), finding(1, "A", sheet="甲" * 40), read=READ
    ).values()
    sheet = load_workbook(io.BytesIO(copy)).worksheets[1]
    assert sheet["A1"].comment.text.count("校验位") == 1 and sheet["A1"].fill.fgColor.rgb == CONFIRM
    assert sheet["A1"].value == "姓名"


def test_copies_of_files_that_differ_only_in_their_endings_get_names_of_their_own() -> None:
    paths = ["甲/返乡.xls", "甲/返乡.xlsx", "甲/返乡.XLSX", "乙/表.csv#0123abcd", "无尾"]
    assert copy_paths(paths) == [
        "回执/甲/返乡.xlsx",
        "回执/甲/返乡（xlsx）.xlsx",
        "回执/甲/返乡（2）.xlsx",
        "回执/乙/表（0123abcd）.xlsx",
        "回执/无尾.xlsx",
    ]


def test_a_senders_own_fill_in_another_colour_stays() -> None:
    book = senders_book()
    book.worksheets[0]["A3"].fill = PatternFill("solid", fgColor="FF92D050")
    sheet = marked(saved(book), finding(3, "B"))["返乡 '人员'"]
    assert sheet["A3"].fill.fgColor.rgb == "FF92D050"


def test_the_same_original_gives_the_same_bytes() -> None:
    data = saved(senders_book())
    assert copies(data, finding(3, "B")) == copies(data, finding(3, "B"))


def told(row: int, column: str) -> Finding:
    """A note: the heading was understood by likeness."""
    params = {
        "heading": "返乡者",
        "title": "姓名",
        "share": "90",
        "form": "returnees",
        "field": "name",
        "quoted": "返乡者",
    }
    return finding(row, column, "heading_by_likeness", params=params)


def test_a_file_that_has_only_notes_comes_back_too_softly_coloured_and_asks_for_nothing() -> None:
    book = marked(saved(senders_book()), told(2, "A"))
    assert book["返乡 '人员'"]["A2"].fill.fgColor.rgb == TOLD
    assert "没有登记过" in book["返乡 '人员'"]["A2"].comment.text
    texts = [cell.value for cell in book["处理说明"]["A"] if cell.value]
    assert NOTHING_TO_DO in texts


@pytest.mark.parametrize("in_place", [True, False])
def test_what_must_be_put_right_is_listed_before_what_is_only_told(in_place: bool) -> None:
    data = saved(senders_book()) if in_place else b"\xd0\xcf\x11\xe0"
    read = [Read("返乡 '人员'", [["返乡人员登记"], ["返乡者"], ["李建国", "37059919900101001X"]])]
    book = marked(data, told(2, "A"), finding(3, "B"), read=read)
    listed = [cell.value for cell in book["处理说明"]["C"] if cell.value][1:]
    assert [text[:5] for text in listed] == ["【请核对】", "【提示】表"]
    assert any("对的不用改" in (cell.value or "") for cell in book["处理说明"]["B"])
    rows = {
        cell.value[:5]: book["处理说明"].row_dimensions[cell.row].height for cell in book["处理说明"]["C"] if cell.value
    }
    assert rows["【提示】表"] >= 3 * 16.5
    sheet = book.worksheets[1]
    assert (sheet["A2"].fill.fgColor.rgb, sheet["B3"].fill.fgColor.rgb) == (TOLD, CONFIRM)


def test_a_cell_with_a_question_and_a_note_has_the_questions_colour() -> None:
    book = marked(saved(senders_book()), told(3, "B"), finding(3, "B"))
    assert book["返乡 '人员'"]["B3"].fill.fgColor.rgb == CONFIRM


def test_only_files_with_something_to_put_right_are_counted_as_questioned() -> None:
    accounts = [FileAccount(made.source(FILE)), FileAccount(made.source("别的.xlsx"))]
    assert questioned([told(2, "A")], accounts) == 0
    assert questioned([told(2, "A"), finding(3, "B"), finding(4, "B")], accounts) == 1


def test_a_whole_column_is_named_as_one() -> None:
    sheet = marked(saved(senders_book()), finding(0, "C", "hidden_columns", params={"count": "1", "columns": "C"}))
    texts = [cell.value for row in sheet["处理说明"].iter_rows() for cell in row if cell.value]
    assert "返乡 '人员' C列" in texts
