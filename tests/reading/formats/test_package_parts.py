"""Which part holds which sheet, however the three small parts that say so are written."""

from __future__ import annotations

import pytest
from tests.hostile.office_files import rows_xml, xlsx_parts, zipped

from fournets.reading.formats.package import Package
from fournets.reading.formats.package_parts import sheet_parts
from fournets.reading.formats.unreadable import Unreadable

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LINK = '<Relationship Id="rId7" Type="http://x/worksheet" Target="worksheets/排查.xml"/>'
SHEET = '<sheet name="1号楼" sheetId="1" r:id="rId7"/>'
THIS = {"1号楼": "xl/worksheets/排查.xml"}


def parts(sheets: str = SHEET, links: str = LINK, head: str = HEAD) -> dict[str, str]:
    """As written of a package whose workbook part and its links hold these elements."""
    written = {
        **xlsx_parts({"1号楼": rows_xml([["姓名"]])}),
        "xl/workbook.xml": f'{head}<workbook xmlns:r="http://r"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{head}<Relationships>{links}</Relationships>",
    }
    return sheet_parts(Package(zipped(written)))


@pytest.mark.parametrize(
    ("sheets", "links", "found"),
    [
        (SHEET, LINK, THIS),
        (SHEET.replace('"', "'"), LINK.replace('"', "'"), THIS),
        (SHEET.replace("<", "<x:"), LINK.replace("<", "<p:"), THIS),
        (SHEET.replace("1号楼", "1&lt;2&#21495;"), LINK, {"1<2号": "xl/worksheets/排查.xml"}),
        (SHEET.replace("1号楼", "1>2"), LINK, {"1>2": "xl/worksheets/排查.xml"}),
        (SHEET.replace(' name="', '\n name = "'), LINK, THIS),
        (f"<!-- {SHEET.replace('1号楼', '旧')} -->{SHEET}", LINK, THIS),
        (f'<sheetSource name="旧" r:id="rId7"/>{SHEET}', LINK, THIS),
        (SHEET, LINK.replace("rId7", "rId8"), {"1号楼": ""}),
    ],
    ids=["plain", "quotes", "prefixes", "entities", "sign", "blanks", "comment", "other_name", "no_link"],
)
def test_the_part_of_a_sheet_is_found(sheets: str, links: str, found: dict[str, str]) -> None:
    for head in (HEAD, "", HEAD.replace("UTF", "utf"), '<?xml version="1.0"?>'):
        assert parts(sheets, links, head) == found


def test_another_encoding_is_left_to_the_parser() -> None:
    head = HEAD.replace("UTF-8", "GBK")
    workbook = f'{head}<workbook xmlns:r="http://r"><sheets>{SHEET}</sheets></workbook>'
    links = f"{head}<Relationships>{LINK}</Relationships>"
    written = {**xlsx_parts({"1号楼": rows_xml([["姓名"]])}), "xl/workbook.xml": workbook.encode("gbk")}
    assert sheet_parts(Package(zipped({**written, "xl/_rels/workbook.xml.rels": links.encode("gbk")}))) == THIS


def test_a_document_type_is_refused() -> None:
    with pytest.raises(Unreadable) as held:
        parts(head=f"{HEAD}<!DOCTYPE workbook>")
    assert held.value.code == "doctype"
