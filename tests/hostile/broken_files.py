"""Files as they must not be and yet are: some hundreds, made anew and always the same.

Every one comes with a name for the inbox and its bytes. What becomes of it is the tests' business.
"""

from __future__ import annotations

import gzip
import random
import struct
import zipfile
from collections.abc import Iterator

from tests.hostile import compound_files, office_files
from tests.hostile.office_files import ods_parts, ods_row, ods_table, rows_xml, xlsx_parts, zipped

from fournets.reading.formats.compound import wrapped

File = tuple[str, bytes]

ROWS: list[list[object]] = [
    ["序号", "姓名", "身份证号", "联系电话", "现住址", "体温"],
    *[
        [n, f"王小{'一二三四五六七八'[n % 8]}", f"37059919800101{n:04d}", f"1385460{n:04d}", f"惠泽小区{n}-1-101", 36.5]
        for n in range(1, 25)
    ],
]
EXCEL_XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="排查"><Table>'
    + "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{value}</Data></Cell>' for value in row) + "</Row>"
        for row in ROWS
    )
    + "</Table></Worksheet></Workbook>"
)
CSV = "\n".join(",".join(map(str, row)) for row in ROWS) + "\n"
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
SIGNATURES = {
    "png": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(64),
    "gif": b"GIF89a" + bytes(64),
    "bmp": b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00" + bytes(64),
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(64),
    "heic": b"\x00\x00\x00\x18ftypheic" + bytes(64),
    "pdf": b"%PDF-1.7\n" + bytes(64),
    "rtf": b"{\\rtf1\\ansi }",
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(64),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(64),
    "gz": gzip.compress(b"x" * 100, mtime=0),
    "mp3": b"ID3\x03\x00\x00\x00" + bytes(64),
    "mp4": b"\x00\x00\x00\x18ftypmp42" + bytes(64),
    "amr": b"#!AMR\n" + bytes(64),
    "silk": b"\x02#!SILK_V3" + bytes(64),
    "exe": b"MZ\x90\x00" + bytes(64),
    "sqlite": b"SQLite format 3\x00" + bytes(64),
    "html": "<html><table><tr><td>姓名</td></tr></table></html>".encode(),
    "mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>",
    "eml": b"From: a@b\r\nTo: c@d\r\nMIME-Version: 1.0\r\n\r\nhello",
    "biff4": b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(64),
    "lotus": b"\x00\x00\x02\x00\x06\x04\x06\x00" + bytes(64),
    "sylk": b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K1\r\nE\r\n",
    "dif": b'TABLE\r\n0,1\r\n"EXCEL"\r\n',
    "lnk": b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(64),
    "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "json": '{"姓名": "张三"}'.encode(),
    "zeros": bytes(4096),
    "one": b"\x00",
    "nothing": b"",
}


def good_files() -> dict[str, bytes]:
    """One sound file of every format."""
    binary_rows = [
        office_files.binary_row(
            n, {column: value if isinstance(value, str) else float(str(value)) for column, value in enumerate(row)}
        )
        for n, row in enumerate(ROWS)
    ]
    tables = ods_table(*(ods_row(*row) for row in ROWS))
    return {
        "xlsx": office_files.xlsx(ROWS),
        "xlsb": zipped(office_files.xlsb_parts({"排查": office_files.binary_sheet(*binary_rows)})),
        "ods": zipped(ods_parts(tables)),
        "xls": compound_files.xls(ROWS),
        "fods": flat_document(tables).encode(),
        "xml": EXCEL_XML.encode(),
        "csv": CSV.encode("gb18030"),
        "txt": CSV.replace(",", "\t").encode("utf-16"),
        "tsv": CSV.replace(",", "\t").encode(),
    }


def flat_document(tables: str) -> str:
    """The same tables as a flat OpenDocument file."""
    content = str(ods_parts(tables)["content.xml"])
    return content.replace("office:document-content", "office:document")


def broken_files() -> Iterator[File]:
    """All of them."""
    for family in (
        _cut,
        _flipped,
        _rewritten,
        _bombs,
        _lies,
        _corners,
        _nests,
        _doctypes,
        _strangers,
        _locked,
        _disguised,
        _texts,
    ):
        for name, data in family():
            yield f"{family.__name__.strip('_')}_{name}", data


def _cut() -> Iterator[File]:
    for ending, data in good_files().items():
        for tenth in range(1, 10):
            yield f"{tenth}.{ending}", data[: len(data) * tenth // 10]


def _flipped() -> Iterator[File]:
    chance = random.Random(20200209)
    for ending in ("xlsx", "xlsb", "ods", "xls"):
        data = good_files()[ending]
        for number in range(12):
            changed = bytearray(data)
            for _ in range(1 + number % 4):
                changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
            yield f"{number}.{ending}", bytes(changed)


def _rewritten() -> Iterator[File]:
    """Bytes changed within the parts, and the container made anew: what a checksum does not catch."""
    chance = random.Random(20200210)
    sources = {
        "xlsx": xlsx_parts({"排查": rows_xml(ROWS)}, strings='<sst uniqueCount="1"><si><t>一</t></si></sst>'),
        "ods": ods_parts(ods_table(*(ods_row(*row) for row in ROWS))),
        "xlsb": office_files.xlsb_parts(
            {"排查": office_files.binary_sheet(office_files.binary_row(0, {0: "姓名", 1: 36.5}))}
        ),
    }
    for ending, parts in sources.items():
        for name, content in parts.items():
            for number in range(4):
                changed = bytearray(content.encode() if isinstance(content, str) else content)
                at = chance.randrange(len(changed))
                changed[at : at + number] = bytes(chance.randrange(256) for _ in range(3))
                yield f"{name.replace('/', '_')}_{number}.{ending}", zipped({**parts, name: bytes(changed)})
    stream = compound_files.stream_of(compound_files.xls(ROWS))
    for number in range(24):
        changed = bytearray(stream)
        for _ in range(1 + number % 5):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield f"stream_{number}.xls", wrapped(Workbook=bytes(changed))


def _bombs() -> Iterator[File]:
    blank = " " * (80 << 20)
    sheet = {"排查": rows_xml(ROWS)}
    yield "spaces.xlsx", zipped({**xlsx_parts(sheet), "xl/comments1.xml": f"<a>{blank}</a>"})
    yield "picture.xlsx", zipped({**xlsx_parts(sheet), "xl/media/image1.png": bytes(80 << 20)})
    yield "types.xlsx", zipped({**xlsx_parts(sheet), "[Content_Types].xml": office_files.content_types() + blank})
    yield "workbook.xlsx", zipped({**xlsx_parts(sheet), "xl/workbook.xml": blank})
    yield "content.ods", zipped(ods_parts(ods_table(ods_row("姓名"))) | {"content.xml": blank})
    yield "zip_of_zips.zip", zipped({f"{n}.zip": zipped({"a": bytes(1 << 20)}) for n in range(10)})
    yield "many_parts.xlsx", zipped({**xlsx_parts(sheet), **{f"xl/{n}.xml": "" for n in range(21_000)}})
    yield "lying_size.xlsx", _with_lying_size(zipped({**xlsx_parts(sheet), "xl/worksheets/sheet2.xml": blank}))
    yield "long_cell.xlsx", zipped(xlsx_parts({"排查": rows_xml([["姓" * 5_000_000]])}))
    yield "long_line.csv", ("姓名," * 100_000).encode()
    yield "many_rows.csv", b"\n" * 3_000_000 + b"x"
    yield "quotes.csv", b'"' * 1_000_001


def _with_lying_size(data: bytes) -> bytes:
    """The directory says that the last part inflates to ten bytes."""
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]


def _lies() -> Iterator[File]:
    one = rows_xml([["姓名", "联系电话"]])
    for count in (10**8, 2**32 - 1, 2**64):
        strings = f'<sst xmlns="{office_files.MAIN}" count="1" uniqueCount="{count}"><si><t>姓名</t></si></sst>'
        yield f"strings_{count}.xlsx", zipped(xlsx_parts({"排查": one}, strings=strings))
    styles = (
        f'<styleSheet xmlns="{office_files.MAIN}"><cellXfs count="4294967295"><xf numFmtId="0"/></cellXfs></styleSheet>'
    )
    yield "styles.xlsx", zipped(xlsx_parts({"排查": one}, styles=styles))
    for claim in ("A1", "A1:XFD1048576", "XFD1048576:A1", "A0", "", "A1:ZZZZZ99999999999"):
        yield (
            f"dimension_{claim.replace(':', '_')}.xlsx",
            zipped(xlsx_parts({"排查": f'<dimension ref="{claim}"/>{one}'})),
        )
    yield "merge.xlsx", zipped(xlsx_parts({"排查": f'{one}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'}))
    merges = "".join(f'<mergeCell ref="A1:B{n}"/>' for n in range(2, 5_000))
    yield "merges.xlsx", zipped(xlsx_parts({"排查": f"{one}<mergeCells>{merges}</mergeCells>"}))
    for kind in (0x00FC, 0x0200, 0x0085, 0x0208, 0x007D, 0x00E5):
        yield f"record_{kind:04x}.xls", compound_files.with_records(compound_files.xls(ROWS), {kind: b"\xff" * 8})
    strings = office_files.binary_record(159, struct.pack("<II", 2**31, 2**31))
    sheet = office_files.binary_sheet(office_files.binary_row(0, {0: "姓名"}))
    yield "strings.xlsb", zipped(office_files.xlsb_parts({"排查": sheet}, strings=strings))
    yield "record_length.xlsb", zipped(office_files.xlsb_parts({"排查": sheet[:-2] + b"\x00\xff\xff\xff\x7f"}))
    for name, extra in (("rows", "rows-repeated"), ("columns", "columns-repeated")):
        for count in ("1000000", "99999999999999999999", "-1", "x"):
            if name == "rows":
                table = ods_table(
                    ods_row("姓名", "电话", *"一二三四五六七八九十" * 3, extra=f' table:number-{extra}="{count}"')
                )
            else:
                table = ods_table(
                    f'<table:table-row><table:table-cell table:number-{extra}="{count}" office:value-type="float"'
                    ' office:value="1"/></table:table-row>'
                )
            yield f"{name}_{count}.ods", zipped(ods_parts(table))
    for sector in (0, 1, 5, 0xFFFFFFF0):
        yield f"fat_{sector}.xls", _with_looped_table(compound_files.xls(ROWS), sector)
    for at, value in ((30, 0xFFFF), (30, 1), (44, 0xFFFFFFFF), (48, 0), (48, 0xFFFFFFF0), (60, 3), (68, 0), (68, 7)):
        data = bytearray(compound_files.xls(ROWS))
        data[at : at + 2] = struct.pack("<H", value & 0xFFFF)
        yield f"header_{at}_{value}.xls", bytes(data)


def _with_looped_table(data: bytes, sector: int) -> bytes:
    """Every sector's successor is this one."""
    changed = bytearray(data)
    table = struct.unpack_from("<I", data, 76)[0]
    start = (table + 1) * 512
    changed[start : start + 512] = struct.pack("<I", sector) * 128
    return bytes(changed)


def _corners() -> Iterator[File]:
    first = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'
    for place in (
        "XFD1048576",
        "XFD1",
        "A1048576",
        "Z1048576",
        "ZZ60000",
        "XFE1",
        "A1048577",
        "AAAAAAA1",
        "A0",
        "A99999999999",
        "1A",
        "",
        "A",
        "a2",
        "$B$2",
        "ÿ1",
    ):
        row = "".join(character for character in place if character.isdigit()) or "2"
        far = f'<row r="{row}"><c r="{place}"><v>1</v></c></row>'
        yield f"{place or 'none'}.xlsx", zipped(xlsx_parts({"排查": f"<sheetData>{first}{far}</sheetData>"}))
    formatted = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    yield "formatted.xlsx", zipped(xlsx_parts({"排查": f"<sheetData>{first}{formatted}</sheetData>"}))
    yield (
        "no_numbers.xlsx",
        zipped(xlsx_parts({"排查": "<sheetData>" + "<row><c><v>1</v></c></row>" * 3000 + "</sheetData>"})),
    )
    yield (
        "backwards.xlsx",
        zipped(xlsx_parts({"排查": f'<sheetData><row r="9"><c r="B9"><v>1</v></c></row>{first}</sheetData>'})),
    )
    far_row = office_files.binary_row(1048575, {16383: 1.0})
    beyond = office_files.binary_row(2**31, {2**31: 1.0})
    for name, row in (("far", far_row), ("beyond", beyond)):
        sheet = office_files.binary_sheet(office_files.binary_row(0, {0: "姓名"}), row)
        yield f"{name}.xlsb", zipped(office_files.xlsb_parts({"排查": sheet}))
    yield (
        "last.xls",
        wrapped(
            Workbook=compound_files.biff_workbook(
                {"排查": compound_files.number(0, 0, 1) + compound_files.number(65535, 255, 1)}
            )
        ),
    )
    yield (
        "beyond.xls",
        wrapped(
            Workbook=compound_files.biff_workbook(
                {"排查": compound_files.number(0, 0, 1) + compound_files.number(65535, 65535, 1)}
            )
        ),
    )
    usual_end = ods_row(None, extra=' table:number-rows-repeated="1048574"')
    yield "usual_end.ods", zipped(ods_parts(ods_table(ods_row("姓名", "电话"), ods_row("张三", "1"), usual_end)))
    far_end = ods_row("远", extra="")
    yield "far_end.ods", zipped(ods_parts(ods_table(ods_row("姓名"), usual_end, far_end)))
    skipped = '<Row ss:Index="999999999"><Cell ss:Index="999999"><Data ss:Type="String">远</Data></Cell></Row>'
    yield "index.xml", EXCEL_XML.replace("</Table>", skipped + "</Table>").encode()


def _nests() -> Iterator[File]:
    deep = "<a>" * 50_000 + "</a>" * 50_000
    yield "sheet.xlsx", zipped(xlsx_parts({"排查": rows_xml(ROWS) + deep}))
    yield "string.xlsx", zipped(xlsx_parts({"排查": rows_xml(ROWS)}, strings=f"<sst>{deep}</sst>"))
    yield "workbook.xlsx", zipped(xlsx_parts({"排查": rows_xml(ROWS)}, properties=deep))
    yield "unclosed.xlsx", zipped(xlsx_parts({"排查": "<sheetData>" + "<row>" * 100_000}))
    for number, tag in enumerate(("<v ", "<c ", "<row ", "<col ", '<c t="e" ', '<c r="ZZ9" t="e">', "<f ", "<c><f>")):
        endless = tag * 300_000 + ' hidden="1"'
        yield f"unfinished_{number}.xlsx", zipped(xlsx_parts({"排查": "<sheetData>" + endless}))
    yield "content.ods", zipped(ods_parts(ods_table(ods_row("姓名")) + deep))
    yield (
        "tables.ods",
        zipped(
            ods_parts(
                ods_table(
                    "<table:table-row><table:table-cell>"
                    + ods_table(ods_row("内")) * 3
                    + "</table:table-cell></table:table-row>"
                )
            )
        ),
    )
    yield "workbook.xml", EXCEL_XML.replace("<Table>", f"<Table>{deep}").encode()
    yield "flat.fods", flat_document(ods_table(ods_row("姓名")) + deep).encode()


def _doctypes() -> Iterator[File]:
    parts = xlsx_parts({"排查": rows_xml(ROWS)}, strings="<sst/>", styles="<styleSheet/>")
    for name, content in parts.items():
        text = str(content)
        head, body = (
            text[: text.find("?>") + 2] if text.startswith("<?") else "",
            text[text.find("?>") + 2 :] if text.startswith("<?") else text,
        )
        yield f"{name.replace('/', '_')}.xlsx", zipped({**parts, name: head + LAUGHS + body})
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    yield (
        "outside.xlsx",
        zipped({**parts, "xl/worksheets/sheet1.xml": outside + str(parts["xl/worksheets/sheet1.xml"])}),
    )
    padded = "<?xml version='1.0'?>" + " " * 2_000_000 + LAUGHS + "<a/>"
    yield "padded.xlsx", zipped({**parts, "docProps/app.xml": padded})
    yield "wide.xlsx", zipped({**parts, "xl/styles.xml": (LAUGHS + "<styleSheet/>").encode("utf-16")})
    yield "content.ods", zipped({**ods_parts(""), "content.xml": LAUGHS + "<a>&j;</a>"})
    yield "flat.fods", flat_document(ods_table(ods_row("&j;"))).replace("?>", "?>" + LAUGHS, 1).encode()
    yield "workbook.xml", EXCEL_XML.replace("?>", "?>" + LAUGHS, 1).encode()


def _strangers() -> Iterator[File]:
    """Links outside, macros, objects, and sheets that are no tables: none of them is followed."""
    parts = xlsx_parts({"排查": rows_xml(ROWS)})
    link = '<externalLink xmlns="x"><externalBook r:id="rId1"/></externalLink>'
    yield "link.xlsx", zipped({**parts, "xl/externalLinks/externalLink1.xml": link})
    yield "macro.xlsm", zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(500)})
    yield "object.xlsx", zipped({**parts, "xl/embeddings/oleObject1.bin": wrapped(Package=b"MZ" * 500)})
    yield (
        "macro.xls",
        wrapped(Workbook=compound_files.stream_of(compound_files.xls(ROWS)), VBA=b"\x01" * 900, dir=b"\xff" * 50),
    )
    chart = {
        **parts,
        "xl/_rels/workbook.xml.rels": office_files.relations(("rId1", "chartsheet", "chartsheets/sheet1.xml")),
    }
    yield (
        "chart_only.xlsx",
        zipped({**chart, "xl/chartsheets/sheet1.xml": f'<chartsheet xmlns="{office_files.MAIN}"/>'}),
    )
    yield "no_sheets.xlsx", zipped(xlsx_parts({}))
    yield "no_part.xlsx", zipped({name: part for name, part in parts.items() if "sheet1" not in name})
    yield "no_relations.xlsx", zipped({name: part for name, part in parts.items() if "workbook.xml.rels" not in name})
    yield "no_types.xlsx", zipped({name: part for name, part in parts.items() if "Content" not in name})
    yield "twice.xlsx", zipped(xlsx_parts({"排查": rows_xml(ROWS), "排查 ": rows_xml(ROWS)}))
    yield "backslashes.xlsx", zipped({name.replace("/", "\\"): part for name, part in parts.items()})
    yield "capitals.xlsx", zipped({name.replace("sheet1", "Sheet1"): part for name, part in parts.items()})
    yield "stored.xlsx", zipped(parts, zipfile.ZIP_STORED)
    yield "packed.xlsx", zipped(parts, zipfile.ZIP_LZMA)
    yield "junk_before.xlsx", b"junk" * 10 + zipped(parts)
    yield "junk_after.xlsx", zipped(parts) + b"junk" * 10
    yield "one_broken.xlsx", zipped(xlsx_parts({"排查": rows_xml(ROWS), "坏": "<sheetData><row"}))
    yield "empty_sheet.xlsx", zipped(xlsx_parts({"排查": "<sheetData/>"}))
    yield (
        "wide_xml.xlsx",
        zipped(
            {
                **parts,
                "xl/worksheets/sheet1.xml": str(parts["xl/worksheets/sheet1.xml"])
                .replace("UTF-8", "UTF-16")
                .encode("utf-16"),
            }
        ),
    )
    prefixed = (
        office_files.sheet_xml(rows_xml(ROWS))
        .replace("<", "<x:")
        .replace("<x:/", "</x:")
        .replace("<x:?", "<?")
        .replace("xmlns=", "xmlns:x=")
    )
    yield "prefixed.xlsx", zipped({**parts, "xl/worksheets/sheet1.xml": prefixed})
    for name, value in (
        ("type", 't="bogus"'),
        ("string", 't="s"'),
        ("style", 's="999999"'),
        ("bool", 't="b"'),
        ("date", 't="d"'),
    ):
        yield (
            f"{name}.xlsx",
            zipped(xlsx_parts({"排查": f'<sheetData><row r="1"><c r="A1" {value}><v>77777</v></c></row></sheetData>'})),
        )
    for value in ("abc", "1e999", "NaN", "-1", "2958466", "1e300", "&#0;", "&#xD800;", "&bogus;"):
        name = "".join(character for character in value if character.isalnum()) or "x"
        style = f'<styleSheet xmlns="{office_files.MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
        body = f'<sheetData><row r="1"><c r="A1" s="1"><v>{value}</v></c><c r="B1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData>'
        yield f"value_{name}.xlsx", zipped(xlsx_parts({"排查": body}, styles=style))
    yield (
        "alone.docx",
        zipped(
            {
                "[Content_Types].xml": office_files.content_types(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "/word/document.xml",
                ),
                "word/document.xml": "<w/>",
            }
        ),
    )
    yield (
        "alone.pptx",
        zipped(
            {
                "[Content_Types].xml": office_files.content_types(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                    "/ppt/presentation.xml",
                )
            }
        ),
    )
    yield "alone.odt", zipped(ods_parts("", kind="text"))
    yield "alone.numbers", zipped({"Index/Document.iwa": b"\x00", "preview.jpg": b"\xff\xd8"})
    yield "alone.zip", zipped({"第12网格.xlsx": office_files.xlsx(ROWS)})
    yield "empty.zip", zipped({})


def _locked() -> Iterator[File]:
    yield "package.xlsx", compound_files.locked_workbook()
    yield (
        "filepass.xls",
        wrapped(Workbook=compound_files.biff_workbook({"排查": b""}, globals_=compound_files.record(0x2F, bytes(54)))),
    )
    encrypted = bytearray(office_files.xlsx(ROWS))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = encrypted.find(mark)
        while at >= 0:
            encrypted[at + flags] |= 1
            at = encrypted.find(mark, at + 4)
    yield "zip.xlsx", bytes(encrypted)
    manifest = '<manifest:manifest xmlns:manifest="urn"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    yield "manifest.ods", zipped(ods_parts("", manifest=manifest))


def _disguised() -> Iterator[File]:
    for number, (kind, data) in enumerate(SIGNATURES.items()):
        yield f"{kind}{('.xlsx', '.xls', '.csv')[number % 3]}", data
    for kind, data in good_files().items():
        yield f"{kind}.jpg", data
    yield "word.xls", wrapped(WordDocument=bytes(5000))
    yield "slides.xls", wrapped(**{"PowerPoint Document": bytes(5000)})
    yield "message.xls", wrapped(**{"__properties_version1.0": bytes(5000)})
    yield "old.xls", wrapped(Book=struct.pack("<HHHH", 0x0409, 4, 0, 0x10) + bytes(5000))
    chance = random.Random(1)
    for number in range(10):
        yield f"noise_{number}.xlsx", bytes(chance.randrange(256) for _ in range(10 ** (number % 5)))


def _texts() -> Iterator[File]:
    for encoding in (
        "utf-8",
        "utf-8-sig",
        "gb18030",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "big5",
        "shift_jis",
    ):
        yield f"{encoding}.csv", "姓名,電話\n張三,1\n".encode(encoding, "replace")
    yield "mixed.csv", "姓名,电话\n".encode() + "张三,1\n".encode("gb18030") * 20
    yield "surrogate.csv", "姓名\n".encode("utf-16") + b"\x00\xd8\n\x00"
    yield "surrogate_utf8.csv", "姓名\n".encode() + b"\xed\xa0\x80\n"
    yield "controls.csv", "姓名,电话\n".encode() + bytes(range(1, 32)) + "\n张三,1\n".encode() * 50
    yield "nul.csv", "姓名,电话\n张三\x00,1\n".encode() + "李四,1\n".encode() * 50
    yield "unclosed.csv", '姓名,电话\n"张三,1\n李四,2\n'.encode()
    yield "formula.csv", "姓名,电话\n=cmd|' /C calc'!A0,=\"0546\"\n".encode()
    yield "returns.csv", "姓名,电话\r张三,1\r".encode()
    yield "ragged.csv", "姓名,电话\n张三\n李四,1,2,3,4\n\n\n".encode()
    yield "one_word.txt", "无".encode()
    yield "log.txt", b"127.0.0.1 - - [09/Feb/2020] GET /\n" * 100


def odd_names() -> Iterator[bytes]:
    """Names of files (as the system's bytes) that some system forbids or no page can show."""
    for name in (
        "CON.xlsx",
        "aux",
        "nul.csv",
        "COM1.xls",
        "表:一?.xlsx",
        "a" * 240 + ".xlsx",
        "尾点.",
        "尾空 ",
        "-rf.xlsx",
        "换\n行.xlsx",
        "😷.xlsx",
        "e\u0301.xlsx",
        "\u202excod.xlsx",
        "=1+1.csv",
        "无扩展名",
    ):
        yield name.encode()
    yield b"\xff\xfe\x80.xlsx"
    yield "第12网格.xlsx".encode("gb18030")
