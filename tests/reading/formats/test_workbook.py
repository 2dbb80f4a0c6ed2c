"""Every format that staff send, and what is read from it; every reason why a file is held."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from tests.hostile import compound_files, office_files
from tests.hostile.broken_files import LAUGHS, SIGNATURES, good_files
from tests.hostile.office_files import (
    binary_record,
    binary_row,
    binary_sheet,
    ods_parts,
    ods_row,
    ods_table,
    rows_xml,
    xlsx_parts,
    zipped,
)

from fournets.catalogue.findings import HELD
from fournets.catalogue.limits import Limits
from fournets.reading.formats.compound import wrapped
from fournets.reading.formats.workbook import Unreadable, open_workbook
from fournets.reading.sheet import Sheet

LIMITS = Limits(file_mb=1, inflated_mb=4)
Opened = Callable[[bytes], list[Sheet]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def open_bytes(data: bytes) -> list[Sheet]:
        path = tmp_path / "摸排.bin"
        path.write_bytes(data)
        return open_workbook(path, "摸排", LIMITS)

    return open_bytes


@pytest.mark.parametrize("ending", good_files())
def test_every_format_gives_the_same_people(ending: str, opened: Opened) -> None:
    (sheet,) = opened(good_files()[ending])
    assert sheet.name == ("摸排" if ending in ("csv", "txt", "tsv") else "排查")
    assert len(sheet.cells) == 25
    assert sheet.cells[0] == ["序号", "姓名", "身份证号", "联系电话", "现住址", "体温"]
    assert sheet.cells[1][1:5] == ["王小二", "370599198001010001", "13854600001", "惠泽小区1-1-101"]
    assert float(str(sheet.cells[1][5])) == 36.5


STYLES = (
    f'<styleSheet xmlns="{office_files.MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    '<numFmt numFmtId="177" formatCode="[h]:mm"/></numFmts><cellXfs>'
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 176, 31, 58, 20, 177))
    + "</cellXfs></styleSheet>"
)


def test_dates_times_and_the_calendar_of_1904(opened: Opened) -> None:
    cells = "".join(f'<c r="{chr(65 + n)}1" s="{n}"><v>{43869 if n < 5 else 0.5}</v></c>' for n in range(7))
    body = f'<sheetData><row r="1">{cells}</row></sheetData>'
    day = date(2020, 2, 8)
    (sheet,) = opened(zipped(xlsx_parts({"一": body}, styles=STYLES)))
    assert sheet.cells == [[43869.0, day, day, day, day, time(12), timedelta(hours=12)]]
    (sheet,) = opened(zipped(xlsx_parts({"一": body}, styles=STYLES, properties='<workbookPr date1904="1"/>')))
    assert sheet.cells[0][1] == date(2024, 2, 9)


def test_what_one_cell_may_hold(opened: Opened) -> None:
    cells = (
        '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><f>A1</f><v>算出的</v></c>'
        '<c r="D1"><f>1+1</f></c><c r="E1"><v>370502199001011234</v></c><c r="F1" t="inlineStr"><is><r><t>张</t></r><r>'
        '<t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>ZHANG</t></rPh></is></c><c r="G1"><v>1e999</v></c>'
        '<c r="H1" t="e"><v>#N/A</v></c>'
    )
    (sheet,) = opened(
        zipped(xlsx_parts({"一": f'<dimension ref="A1"/><sheetData><row r="1">{cells}</row></sheetData>'}))
    )
    assert sheet.cells == [["#REF!", True, "算出的", None, float(370502199001011234), "张 三", "inf", "#N/A"]]


def test_hidden_parts_and_merges_of_an_xlsx(opened: Opened) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        first, second, third = (book.add_worksheet(name) for name in ("甲", "乙", "丙"))
        first.write_column(0, 0, ["姓名", "张三", "李四"])
        first.set_row(1, options={"hidden": True})
        first.set_column(2, 3, options={"hidden": True})
        first.merge_range(3, 0, 5, 1, "惠泽小区")
        second.write(0, 0, "x")
        second.hide()
        third.write(0, 0, "y")
        third.very_hidden()
    sheets = opened(out.getvalue())
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("甲", False), ("乙", True), ("丙", True)]
    assert (sheets[0].hidden_rows, sheets[0].hidden_columns, sheets[0].merges) == ({1}, {2, 3}, [(3, 0, 5, 1)])


def test_hidden_parts_errors_and_merges_of_binary_workbooks(opened: Opened) -> None:
    sheet = binary_sheet(
        binary_row(0, {0: "姓名"}),
        binary_row(2, {1: b"\x17"}, hidden=True),
        before=binary_record(60, struct.pack("<4IH", 1, 2, 2000, 0, 1)),
        after=binary_record(176, struct.pack("<4I", 4, 5, 0, 1)),
    )
    (found,) = opened(zipped(office_files.xlsb_parts({"排查": sheet}, states={"排查": 2})))
    assert found == Sheet(
        "排查", True, [["姓名"], [], [None, "#REF!"]], [(4, 0, 5, 1)], frozenset({2}), frozenset({1, 2})
    )
    records = compound_files.number(0, 0, 3.5) + compound_files.error(1, 1, 0x2A)
    records += compound_files.record(0x208, struct.pack("<8H", 1, 0, 2, 255, 0, 0, 0x120, 0))
    records += compound_files.record(0x7D, struct.pack("<6H", 2, 3, 0, 0, 1, 0))
    (found,) = opened(wrapped(Workbook=compound_files.biff_workbook({"排查": records})))
    assert found == Sheet("排查", False, [[3.5], [None, "#N/A"]], [], frozenset({1}), frozenset({2, 3}))


def test_hidden_parts_repeats_and_merges_of_an_ods(opened: Opened) -> None:
    table = ods_table(
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
        ods_row("姓名", None, 36.5),
        ods_row("张三", extra=' table:visibility="filter" table:number-rows-repeated="2"'),
        '<table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"'
        ' office:value-type="string"><text:p>一<text:s text:c="2"/>二<office:annotation><text:p>批注</text:p>'
        "</office:annotation></text:p><text:p>三</text:p></table:table-cell></table:table-row>",
        '<table:table-row><table:table-cell office:value-type="date" office:date-value="2020-02-08"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/></table:table-row>',
        ods_row(None, extra=' table:number-rows-repeated="1048570"'),
        extra=' table:style-name="ta9"',
    )
    style = '<style:style style:name="ta9"><style:table-properties table:display="false"/></style:style>'
    (sheet,) = opened(zipped(ods_parts(table, style)))
    assert sheet.cells == [
        ["姓名", None, 36.5],
        ["张三"],
        ["张三"],
        ["一  二\n三"],
        [date(2020, 2, 8), time(8, 30)],
    ]
    assert (sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, {1, 2}, {2})
    assert sheet.merges == [(3, 0, 4, 1)]


def test_strict_workbooks_are_read(opened: Opened) -> None:
    parts = xlsx_parts(
        {"排查": rows_xml([["姓名", 1]])}, main=office_files.STRICT_MAIN, links=office_files.STRICT_LINKS
    )
    assert opened(zipped(parts))[0].cells == [["姓名", 1.0]]


def test_formatting_far_away_is_no_content(opened: Opened) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert opened(zipped(xlsx_parts({"一": f"<sheetData>{far}</sheetData>"})))[0].cells == [[1.0]]


def test_a_chart_is_a_sheet_without_cells(opened: Opened) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("表").write(0, 0, "姓名")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=表!$A$1:$A$2"})
        book.add_chartsheet("图").set_chart(chart)
    assert [(sheet.name, sheet.cells, sheet.unread) for sheet in opened(out.getvalue())] == [
        ("表", [["姓名"]], ""),
        ("图", [], ""),
    ]


def test_one_broken_sheet_leaves_the_others(opened: Opened) -> None:
    good, bad = opened(zipped(xlsx_parts({"好": rows_xml([["姓名"]]), "坏": "<sheetData><row"})))
    assert (good.cells, good.unread) == ([["姓名"]], "")
    assert (bad.cells, bad.unread) == ([], "nothing_readable")


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n", b"<br />\nWarning: header\n", b"junk" * 10])
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls", "xlsb"])
def test_what_stands_before_a_workbook_is_passed_over(ending: str, before: bytes, opened: Opened) -> None:
    good = good_files()[ending]
    assert opened(before + good) == opened(good)


def test_macros_of_an_ods_may_declare_their_type(opened: Opened) -> None:
    """LibreOffice writes a document type into each part of a macro's library; nobody parses those."""
    library = '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><a/>'
    parts = {**ods_parts(ods_table(ods_row("姓名"))), "Basic/script-lc.xml": library}
    assert opened(zipped(parts))[0].cells == [["姓名"]]


def test_an_excel_xml_may_begin_with_blanks(opened: Opened) -> None:
    assert opened(b"\r\n  " + good_files()["xml"]) == opened(good_files()["xml"])


@pytest.mark.parametrize(
    "bad",
    [
        compound_files.record(0x0203, b"\0\0\xff\xff\0\0" + bytes(8)),
        b"\x03\x02\xff\xff",
        compound_files.record(0x00FD, struct.pack("<HHHI", 0, 0, 0, 77_777)),
        compound_files.record(0x00E5, b"\xff\xff"),
        compound_files.record(0x0200, b"\xff" * 14),
    ],
)
def test_one_broken_sheet_of_an_xls_leaves_the_others(bad: bytes, opened: Opened) -> None:
    good = compound_files.number(0, 0, 1)
    sheets = opened(wrapped(Workbook=compound_files.biff_workbook({"好": good, "坏": bad, "也好": good * 2})))
    assert [(sheet.name, sheet.cells) for sheet in sheets if sheet.name != "坏"] == [("好", [[1.0]]), ("也好", [[1.0]])]
    assert [sheet.name for sheet in sheets] == ["好", "坏", "也好"]


def test_a_chart_of_an_xls_is_a_sheet_without_cells(opened: Opened) -> None:
    stream = compound_files.biff_workbook({"图": compound_files.number(0, 0, 1), "表": compound_files.number(0, 0, 2)})
    at = stream.index(struct.pack("<H", 0x0085))
    chart = stream[: at + 9] + b"\x02" + stream[at + 10 :]
    assert [(sheet.name, sheet.cells, sheet.unread) for sheet in opened(wrapped(Workbook=chart))] == [
        ("图", [], ""),
        ("表", [[2.0]], ""),
    ]


def test_formulas_under_an_old_number_are_read(opened: Opened) -> None:
    formula = compound_files.record(0x0406, struct.pack("<HHHdHIH", 1, 0, 0, 36.5, 0, 0, 0))
    data = wrapped(Workbook=compound_files.biff_workbook({"表": compound_files.number(0, 0, 1) + formula}))
    assert opened(data)[0].cells == [[1.0], [36.5]]


def test_the_second_reader_reads_what_the_first_refuses(opened: Opened) -> None:
    odd = '<sheetData><row r="1"><c r="A1" t="e"><v>#WEIRD!</v></c><c r="B1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData>'
    assert opened(zipped(xlsx_parts({"一": odd})))[0].cells == [["#WEIRD!", "姓名"]]


def test_a_reader_that_gives_up_costs_its_sheet_only(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    class Book:
        sheets_metadata = ()

        @classmethod
        def from_filelike(cls, _data: object) -> Book:
            raise PanicException("index out of bounds")

    monkeypatch.setattr("fournets.reading.formats.calamine_reader.CalamineWorkbook", Book)
    assert opened(office_files.xlsx([["姓名"]]))[0].cells == [["姓名"]]


def spread() -> bytes:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return zipped(xlsx_parts({"一": f"<sheetData>{far}</sheetData>"}))


def orphan() -> bytes:
    """The workbook lists a sheet that the first reader finds empty although another part holds cells."""
    parts = xlsx_parts({"排查": "<sheetData/>"})
    parts["xl/worksheets/sheet9.xml"] = office_files.sheet_xml(rows_xml([["姓名"]]))
    return zipped(parts)


REASONS: dict[str, list[bytes]] = {
    "empty_file": [b""],
    "password": [
        compound_files.locked_workbook(),
        wrapped(Workbook=compound_files.biff_workbook({"一": b""}, globals_=compound_files.record(0x2F, bytes(54)))),
    ],
    "picture": [SIGNATURES["png"], SIGNATURES["jpg"], SIGNATURES["heic"], SIGNATURES["svg"]],
    "pdf": [SIGNATURES["pdf"]],
    "word_document": [SIGNATURES["rtf"], wrapped(WordDocument=bytes(9)), zipped(ods_parts("", kind="text"))],
    "slides": [wrapped(**{"PowerPoint Document": bytes(9)}), zipped(ods_parts("", kind="presentation"))],
    "web_page": [SIGNATURES["html"], SIGNATURES["mht"]],
    "old_workbook": [SIGNATURES["biff4"], SIGNATURES["sylk"], SIGNATURES["lotus"]],
    "compressed": [SIGNATURES["rar"], SIGNATURES["gz"], zipped({"一.xlsx": b"PK"})],
    "numbers_workbook": [zipped({"Index/Document.iwa": b""})],
    "garbled_text": ["姓名,电话\n".encode() + b"\xff\xff\xff\xff\n" * 9],
    "sound_or_film": [SIGNATURES["silk"], SIGNATURES["mp4"], SIGNATURES["mp3"]],
    "not_a_table": [SIGNATURES["exe"], SIGNATURES["zeros"], wrapped(Other=bytes(9))],
    "cut_off": [good_files()["xlsx"][:-30], good_files()["xls"][:3000], "姓名,电话".encode()[:-1]],
    "too_large": [b"a," * (1 << 20)],
    "inflates": [zipped({**xlsx_parts({"一": rows_xml([["姓名"]])}), "xl/media/image1.png": bytes(5 << 20)})],
    "doctype": [zipped({**xlsx_parts({"一": rows_xml([["姓名"]])}), "xl/styles.xml": LAUGHS + "<a/>"})],
    "absurd_counts": [
        zipped(xlsx_parts({"一": rows_xml([["姓名"]])}, strings='<sst uniqueCount="4000000000"><si/></sst>')),
        compound_files.with_records(compound_files.xls([["姓名"]]), {0xFC: b"\xff" * 8}),
        zipped(ods_parts(ods_table(ods_row("a", extra=' table:number-rows-repeated="99999999999"')))),
    ],
    "too_spread": [spread()],
    "reads_empty": [orphan()],
    "nothing_readable": [zipped(xlsx_parts({"一": "<sheetData><row"})), good_files()["fods"][:-30]],
    "only_pictures": [
        zipped({**xlsx_parts({"一": "<sheetData/>"}), "xl/media/image1.png": SIGNATURES["png"]}),
        zipped(ods_parts(ods_table("<table:shapes><draw:frame/></table:shapes>"))),
        wrapped(
            Workbook=compound_files.biff_workbook(
                {"一": compound_files.record(0x5D, struct.pack("<HHHHH", 0x15, 6, 8, 1, 0))}
            )
        ),
    ],
    "uncalculated": [
        zipped(xlsx_parts({"一": f'<sheetData><row r="1"><c r="A1"><f>B1</f>{value}</c></row></sheetData>'}))
        for value in ("", "<v/>", "<v></v>")
    ],
    "blank_workbook": [
        zipped({}),
        zipped(xlsx_parts({"一": '<sheetData><row r="1"><c r="A1" t="str"><f>B1</f><v></v></c></row></sheetData>'})),
        wrapped(
            Workbook=compound_files.biff_workbook(
                {"一": compound_files.record(0x5D, struct.pack("<HHHHH", 0x15, 6, 0x19, 1, 0))}
            )
        ),
        zipped(xlsx_parts({"一": "<sheetData/>"})),
        b"\n\n",
        zipped(ods_parts(ods_table())),
    ],
}
NOT_FOUND_BY_OPENING = {"no_form", "hardly_a_form", "own_paper", "no_access", "crashed", "timeout", "memory", "defect"}


@pytest.mark.parametrize(("code", "data"), [(code, data) for code, files in REASONS.items() for data in files])
def test_the_true_reason_is_given(code: str, data: bytes, opened: Opened) -> None:
    with pytest.raises(Unreadable) as held:
        opened(data)
    assert held.value.code == code
    assert HELD[code].template.format_map(held.value.params)


def test_every_reason_has_its_file() -> None:
    assert set(HELD) - set(REASONS) <= NOT_FOUND_BY_OPENING | {code for code in HELD if code.startswith("answer")}


def test_a_file_that_is_gone_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as held:
        open_workbook(tmp_path / "没有.xlsx", "没有", LIMITS)
    assert held.value.code == "no_access"
