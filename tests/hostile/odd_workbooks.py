"""Workbooks that are odd and yet may be read, and some that may not: containers, extents, sheets, texts.

Each comes with the codes of the reasons for which it may be held; "" among them says that it may be accepted.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from tests.hostile import compound_files, office_files
from tests.hostile.office_files import MAIN, ods_parts, ods_row, ods_table, rows_xml, xlsx_parts, zipped

from fournets.reading.formats.compound import wrapped

READ = frozenset({""})
Odd = tuple[str, bytes, frozenset[str]]

ROWS: list[list[object]] = [
    ["姓名", "联系电话", "现住址", "返回日期"],
    ["张三", "13854600001", "惠泽小区1-1-101", "2月3日"],
]
PARTS = xlsx_parts({"返回人员": rows_xml(ROWS)})


def odd_workbooks() -> Iterator[Odd]:
    """All of them."""
    for family in (_containers, _extents, _sheets, _texts):
        yield from family()


def _zip(*entries: tuple[str, bytes | str], more: int = 0) -> bytes:
    """A zip of these entries in this order; names may come twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.extract_version = info.create_version = more or info.extract_version
            container.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _with(name: str, content: bytes | str, parts: Mapping[str, bytes | str] = PARTS) -> bytes:
    return zipped({**parts, name: content})


def _containers() -> Iterator[Odd]:
    sheet = "xl/worksheets/sheet1.xml"
    bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"
    others = [(name, part) for name, part in PARTS.items() if name != sheet]
    yield "same_part_twice.xlsx", _zip(*PARTS.items(), (sheet, PARTS[sheet])), READ
    yield "hidden_behind_a_twin.xlsx", _zip(*others, (sheet, bomb), (sheet, PARTS[sheet])), frozenset({"doctype"})
    yield "hidden_behind_case.xlsx", _zip(*PARTS.items(), ("XL/Worksheets/SHEET1.xml", bomb)), frozenset({"doctype"})
    blank = " " * (70 << 20)
    yield "inflates_behind_a_twin.xlsx", _zip(*others, (sheet, blank), (sheet, PARTS[sheet])), frozenset({"inflates"})
    yield "case_collides.xlsx", _zip(*PARTS.items(), ("xl/STYLES.xml", "<a/>"), ("xl/Styles.xml", "<b/>")), READ
    yield "climbs.xlsx", _zip(*PARTS.items(), ("../../../../tmp/climbed.txt", "x"), ("..\\climbed.txt", "x")), READ
    yield "from_the_root.xlsx", _zip(*PARTS.items(), ("/etc/cron.d/climbed", "x"), ("C:\\climbed", "x")), READ
    yield "zip64.xlsx", _zip64(PARTS), READ
    yield "folders.xlsx", _zip(("xl/", ""), ("xl/worksheets/", ""), *PARTS.items()), READ
    yield "comment.xlsx", _commented(zipped(PARTS)), READ
    yield "newer_version.xlsx", _zip(*PARTS.items(), more=63), READ
    yield "no_name.xlsx", _zip(*PARTS.items(), ("", "x")), READ
    yield "overlapping.xlsx", _overlapping(), frozenset({"compressed", "inflates"})
    yield "bomb_within_bomb.xlsx", _with("xl/embeddings/a.zip", zipped({"b.zip": zipped({"c": bytes(50 << 20)})})), READ
    yield "padding.xlsx", zipped(PARTS) + bytes(70_000), frozenset({"", "cut_off"})
    yield "no_directory.xlsx", zipped(PARTS).partition(b"PK\x01\x02")[0], frozenset({"cut_off"})


def _zip64(parts: Mapping[str, bytes | str]) -> bytes:
    """As streaming writers do it: every entry with the wide fields."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            with container.open(zipfile.ZipInfo(name), "w", force_zip64=True) as entry:
                entry.write(content.encode() if isinstance(content, str) else content)
    return out.getvalue()


def _commented(data: bytes) -> bytes:
    note = "返乡人员".encode() * 100
    return data[:-2] + struct.pack("<H", len(note)) + note


def _overlapping() -> bytes:
    """A thousand entries that all are the same megabyte: small on the disk, a gigabyte inflated."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(1 << 20)
    body = packed.compress(content) + packed.flush()
    sizes = struct.pack("<III", zlib.crc32(content), len(body), len(content))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", 8, 0) + b"same.xml"
    entry = struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHHHII", 8, 0, 0, 0, 0, 0, 0)
    directory = b"".join(b"PK\x01\x02" + entry + b"%04d.xml" % number for number in range(1000))
    start = len(local) + len(body)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1000, 1000, len(directory), start, 0)
    return local + body + directory + end


def _extents() -> Iterator[Odd]:
    first = rows_xml(ROWS).removesuffix("</sheetData>")
    styled = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(3, 200_000))
    yield (
        "styled_rows.xlsx",
        _with("xl/worksheets/sheet1.xml", office_files.sheet_xml(first + styled + "</sheetData>")),
        READ,
    )
    last = '<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1"/></row>'
    yield (
        "styled_end.xlsx",
        _with("xl/worksheets/sheet1.xml", office_files.sheet_xml(first + last + "</sheetData>")),
        READ,
    )
    wide = "".join(f'<c r="{_letters(column)}3" s="1"/>' for column in range(16_384))
    far = office_files.sheet_xml(f'{first}<row r="3">{wide}</row></sheetData>')
    yield "every_column_styled.xlsx", _with("xl/worksheets/sheet1.xml", far), READ
    columns = f'<cols><col min="1" max="16384" width="9" hidden="0"/></cols>{rows_xml(ROWS)}'
    yield "every_column_wide.xlsx", zipped(xlsx_parts({"返回人员": columns})), READ
    strings = "".join(f"<si><t>字{number}</t></si>" for number in range(300_000))
    table = f'<sst xmlns="{MAIN}" count="300000" uniqueCount="300000">{strings}</sst>'
    yield "many_strings.xlsx", zipped(xlsx_parts({"返回人员": rows_xml(ROWS)}, strings=table)), READ
    styles = "".join('<xf numFmtId="0"/>' for _ in range(64_000))
    sheet = f'<styleSheet xmlns="{MAIN}"><cellXfs count="64000">{styles}</cellXfs></styleSheet>'
    yield "many_styles.xlsx", zipped(xlsx_parts({"返回人员": rows_xml(ROWS)}, styles=sheet)), READ
    yield "many_sheets.xlsx", zipped(xlsx_parts({f"{number}栋": rows_xml(ROWS) for number in range(300)})), READ
    numbers = compound_files.number(0, 0, 1) + compound_files.number(65_535, 255, 2)
    yield (
        "corners.xls",
        wrapped(Workbook=compound_files.biff_workbook({"一": numbers})),
        frozenset({"no_form", "memory"}),
    )
    end = ods_row(None, extra=' table:number-rows-repeated="1048573"')
    rows = "".join(ods_row(*row) for row in ROWS)
    yield "repeated_end.ods", zipped(ods_parts(ods_table(rows + end))), READ


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _sheets() -> Iterator[Odd]:
    hidden = '<cols><col min="1" max="9" hidden="1"/></cols>' + rows_xml(ROWS).replace("<row ", '<row hidden="1" ')
    states = {"一": ' state="veryHidden"', "二": ' state="hidden"'}
    yield "all_hidden.xlsx", zipped(xlsx_parts({"一": hidden, "二": "<sheetData/>"}, states=states)), READ
    for number, name in enumerate(
        ("A&B<返回>\"'", "]]>", "a" * 300, " ", "\u202e返", "=1+1", "../返", "😷", "_x0041_")
    ):
        yield f"name_{number}.xlsx", zipped(xlsx_parts({name: rows_xml(ROWS)})), READ
    yield "name_twice.xlsx", _with("xl/workbook.xml", str(PARTS["xl/workbook.xml"]).replace("</sheets>", _AGAIN)), READ
    for kind in ("dialogsheet", "macrosheet"):
        links = office_files.relations(("rId1", kind, f"{kind}s/sheet1.xml"))
        parts = {name: part for name, part in PARTS.items() if "sheet1" not in name}
        parts |= {"xl/_rels/workbook.xml.rels": links, f"xl/{kind}s/sheet1.xml": f'<{kind} xmlns="{MAIN}"/>'}
        yield f"{kind}_only.xlsx", zipped(parts), frozenset({"blank_workbook", "nothing_readable", "reads_empty"})
    outside = office_files.relations(("rId1", "worksheet", "../../../../etc/passwd"))
    yield (
        "sheet_outside.xlsx",
        _with("xl/_rels/workbook.xml.rels", outside),
        frozenset({"blank_workbook", "nothing_readable", "cut_off"}),
    )
    far = outside.replace("../../../../etc/passwd", "http://127.0.0.1:9/a.xml").replace(
        "/>", ' TargetMode="External"/>'
    )
    yield (
        "sheet_on_the_net.xlsx",
        _with("xl/_rels/workbook.xml.rels", far),
        frozenset({"blank_workbook", "nothing_readable", "cut_off"}),
    )


_AGAIN = '<sheet name="返回人员" sheetId="2" r:id="rId1"/></sheets>'


def _texts() -> Iterator[Odd]:
    text = "\n".join(",".join(map(str, row)) for row in ROWS) + "\n"
    yield "utf7.csv", text.encode("utf-7"), frozenset({"no_form", "garbled_text"})
    yield (
        "ebcdic.csv",
        "NAME,PHONE\nSMITH,13854600001\n".encode("cp500"),
        frozenset({"not_a_table", "garbled_text", "no_form"}),
    )
    yield "nuls.csv", text.encode().replace("张三".encode(), "张\0三".encode()) + b"\0", READ
    yield "one_long_line.csv", ("姓名," + "张三" * 8_000_000).encode(), frozenset({"not_a_table"})
    yield "only_nuls_after.csv", text.encode() + bytes(5_000), frozenset({"", "not_a_table"})
    yield "marks_only.csv", b"\xef\xbb\xbf", frozenset({"blank_workbook"})
    yield "marks_twice.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(), READ
    yield "blanks_only.csv", b" \t\r\n" * 5_000, frozenset({"blank_workbook"})
    yield "commas_only.csv", b",,,,\r\n" * 5_000, frozenset({"blank_workbook"})
