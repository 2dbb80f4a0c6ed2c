"""Office packages made by hand, part by part, so that a test can say exactly what is odd about one."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

Parts = dict[str, bytes | str]


def zipped(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts, without any clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def content_types(main: str = SHEET_TYPE, part: str = "/xl/workbook.xml") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{main}"/></Types>'
    )


def relations(*targets: tuple[str, str, str], links: str = LINKS) -> str:
    """A part of relationships from (id, kind, target)."""
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{links}/{kind}" Target="{target}"/>' for name, kind, target in targets
        )
        + "</Relationships>"
    )


def cell(place: str, value: object, extra: str = "") -> str:
    """One cell's XML: text inline, numbers as they are, None formatted but empty."""
    if value is None:
        return f'<c r="{place}"{extra}/>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"{extra}><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"{extra}><v>{value}</v></c>'


def rows_xml(rows: Sequence[Sequence[object]]) -> str:
    """Rows from A1 as sheetData."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(lines)}</sheetData>"


def sheet_xml(body: str, main: str = MAIN, links: str = LINKS) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}" xmlns:r="{links}">{body}</worksheet>'


def xlsx_parts(
    sheets: Mapping[str, str],
    *,
    states: Mapping[str, str] | None = None,
    properties: str = "",
    strings: str = "",
    styles: str = "",
    main: str = MAIN,
    links: str = LINKS,
    kind: str = SHEET_TYPE,
) -> Parts:
    """The parts of an .xlsx whose sheets have these bodies (what stands inside `<worksheet>`)."""
    states = states or {}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}"{states.get(name, "")} r:id="rId{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    parts: Parts = {
        "[Content_Types].xml": content_types(kind),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml"), links=links),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}">{properties}<sheets>{listed}</sheets></workbook>',
    }
    for number, body in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(body, main, links)
    if strings:
        parts["xl/sharedStrings.xml"] = strings
        targets.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
    if styles:
        parts["xl/styles.xml"] = styles
        targets.append(("rIdT", "styles", "styles.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets, links=links)
    return parts


def xlsx(rows: Sequence[Sequence[object]], name: str = "排查") -> bytes:
    """A plain workbook of one sheet."""
    return zipped(xlsx_parts({name: rows_xml(rows)}))


def ods_parts(tables: str, styles: str = "", *, kind: str = "spreadsheet", manifest: str = "") -> Parts:
    """The parts of an OpenDocument file whose body holds these tables."""
    names = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text", "style")
    )
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return {
        "mimetype": mime,
        "META-INF/manifest.xml": manifest
        or '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>',
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{tables}</office:{kind}></office:body></office:document-content>",
    }


def ods_row(*values: object, extra: str = "") -> str:
    """One table-row of texts and numbers."""
    cells = []
    for value in values:
        if value is None:
            cells.append("<table:table-cell/>")
        elif isinstance(value, str):
            cells.append(
                f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
            )
        else:
            cells.append(f'<table:table-cell office:value-type="float" office:value="{value}"/>')
    return f"<table:table-row{extra}>{''.join(cells)}</table:table-row>"


def ods_table(*rows: str, name: str = "排查", extra: str = "") -> str:
    return f'<table:table table:name="{name}"{extra}>{"".join(rows)}</table:table>'


def binary_record(kind: int, body: bytes = b"") -> bytes:
    """A record of an .xlsb part: kind and length in seven-bit pieces ([MS-XLSB] 2.1.4)."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    while length > 127:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_row(row: int, values: Mapping[int, object], *, hidden: bool = False) -> bytes:
    """A row header and its cells: texts, numbers, and errors given as bytes of their code."""
    out = binary_record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 if hidden else 0, 0, 0))
    for column, value in values.items():
        place = struct.pack("<II", column, 0)
        if isinstance(value, str):
            out += binary_record(6, place + _wide(value))
        elif isinstance(value, bytes):
            out += binary_record(3, place + value)
        else:
            out += binary_record(5, place + struct.pack("<d", value))
    return out


def binary_sheet(*rows: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """An .xlsb sheet's part."""
    dimension = binary_record(148, struct.pack("<4I", 0, 0, 0, 0))
    return (
        binary_record(129)
        + dimension
        + before
        + binary_record(145)
        + b"".join(rows)
        + binary_record(146)
        + after
        + binary_record(130)
    )


def xlsb_parts(sheets: Mapping[str, bytes], *, states: Mapping[str, int] | None = None, strings: bytes = b"") -> Parts:
    """The parts of an .xlsb."""
    states = states or {}
    listed = b"".join(
        binary_record(156, struct.pack("<II", states.get(name, 0), n) + _wide(f"rId{n}") + _wide(name))
        for n, name in enumerate(sheets, 1)
    )
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(sheets) + 1)]
    parts: Parts = {
        "[Content_Types].xml": content_types(
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "/xl/workbook.bin"
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": binary_record(131) + binary_record(143) + listed + binary_record(144) + binary_record(132),
    }
    parts |= {f"xl/worksheets/sheet{n}.bin": sheet for n, sheet in enumerate(sheets.values(), 1)}
    if strings:
        parts["xl/sharedStrings.bin"] = strings
        targets.append(("rIdS", "sharedStrings", "sharedStrings.bin"))
    parts["xl/_rels/workbook.bin.rels"] = relations(*targets)
    return parts
