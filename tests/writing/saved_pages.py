"""Pages as Word and WPS really save them: runs cut anywhere, marks of editing in between, parts beside the body."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{OFFICE}/wordprocessingml/2006/main",
        "r": f"{OFFICE}/officeDocument/2006/relationships",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "m": f"{OFFICE}/officeDocument/2006/math",
        "a": f"{OFFICE}/drawingml/2006/main",
        "pic": f"{OFFICE}/drawingml/2006/picture",
        "c": f"{OFFICE}/drawingml/2006/chart",
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }.items()
)
IGNORABLE = 'mc:Ignorable="w14 w15 wpsCustomData"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
BOLD = "<w:rPr><w:b/></w:rPr>"
CHINESE = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
BOX = (
    "<w:r><mc:AlternateContent>"
    '<mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="3" name="文本框 3"/>'
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    "<wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:shape style="width:72pt;height:72pt"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def t(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r w:rsidR="00AB12CD">{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*pieces: str, look: str = "") -> str:
    """A paragraph of texts, each a run, and of elements as they are."""
    runs = "".join(piece if piece.startswith("<") else t(piece) for piece in pieces)
    return f'<w:p w:rsidR="00AA00AA" w14:paraId="1A2B3C4D">{look}{runs}</w:p>'


def tc(*blocks: str, look: str = "") -> str:
    """A cell."""
    content = "".join(block if block.startswith("<") else p(block) for block in blocks)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'


def tr(*cells: str) -> str:
    """A row."""
    return "<w:tr>" + "".join(cell if cell.startswith("<") else tc(cell) for cell in cells) + "</w:tr>"


def tbl(*rows: str, columns: int = 2) -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    looks = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(*codes: str, shown: str = "") -> str:
    """A field whose code Word has cut into runs."""
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return begin + pieces + (separate + t(shown) if shown else "") + end


def saved(
    body: str,
    parts: Mapping[str, tuple[str, str]] | None = None,
    section: str = "",
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """A .docx of this body. `parts`: file below `word/` → (kind of part, content); its relation is called after the file.

    `section` are the references in the section's properties, `files` further files with their bytes, without relation.
    """
    parts, files = parts or {}, files or {}
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>']
    relations = []
    written: dict[str, bytes] = {}
    for name, (kind, content) in parts.items():
        overrides.append(f'<Override PartName="/word/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>')
        relations.append(
            f'<Relationship Id="{name.partition(".")[0]}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{name}"/>'
        )
        written[f"word/{name}"] = (HEAD + content).encode()
    types = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    start = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    package = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types">{types}{"".join(overrides)}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{start}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES} {IGNORABLE}><w:body>{body}<w:sectPr>{section}{A4}</w:sectPr></w:body></w:document>",
    }
    if relations:
        package["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{"".join(relations)}</Relationships>'
        )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            **{name: (HEAD + text).encode() for name, text in package.items()},
            **written,
            **files,
        }.items():
            archive.writestr(name, content)
    return stream.getvalue()


def part(kind: str, content: str) -> str:
    """A header (`hdr`), footer (`ftr`) or the like."""
    return f"<w:{kind} {NAMESPACES} {IGNORABLE}>{content}</w:{kind}>"
