"""Opening a file of whatever kind: its sheets as plain cells, or the true reason why not.

The readers of the rarer kinds are loaded when the first such file comes: together they take a third of the time in
which a worker is ready for the first .xlsx.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from python_calamine import SheetVisibleEnum

from fournets.catalogue.limits import Limits
from fournets.reading.formats import xlsx_parts
from fournets.reading.formats.calamine_reader import CalamineReader
from fournets.reading.formats.kinds import HEAD, Kind, told_apart
from fournets.reading.formats.package import Package
from fournets.reading.formats.package_parts import sheet_parts
from fournets.reading.formats.unreadable import ReaderFailed, Unreadable
from fournets.reading.sheet import Sheet, SheetFacts, why_blank

__all__ = ["Unreadable", "open_workbook"]

_MEGABYTE = 1 << 20
_OTHER_COMPOUNDS = (
    ("password", frozenset({"EncryptedPackage", "EncryptionInfo", "\tDRMContent", "DRMContent"})),
    ("word_document", frozenset({"WordDocument", "HwpSummaryInformation", "BodyText"})),
    ("slides", frozenset({"PowerPoint Document", "PP97_DUALSTORAGE"})),
)
_OTHER_XML = (
    ("web_page", b"<html"),
    ("picture", b"<svg"),
    ("word_document", b"schemas.microsoft.com/office/word/2003"),
    ("word_document", b"schemas.microsoft.com/office/2006/xmlPackage"),
)


def open_workbook(path: Path, stem: str, limits: Limits) -> list[Sheet]:
    """Every sheet of a file; a text file's one sheet is named `stem`. Raises Unreadable with the reason's code.

    A sheet that alone cannot be read among good ones is there, empty, and its `unread` says why.
    """
    try:
        with path.open("rb", buffering=0) as source:
            if os.fstat(source.fileno()).st_size > limits.file_mb * _MEGABYTE:
                raise Unreadable("too_large", {"limit": str(limits.file_mb)})
            kind = told_apart(source.read(HEAD))
            if isinstance(kind, str):
                raise Unreadable(kind)
            source.seek(0)
            data = source.read()
        sheets = _OPENERS[kind](data, stem, limits)
    except OSError as refused:
        raise Unreadable("no_access") from refused
    except ReaderFailed as failed:
        raise Unreadable("nothing_readable") from failed
    if not any(sheet.cells for sheet in sheets):
        raise Unreadable(next((sheet.unread for sheet in sheets if sheet.unread), "blank_workbook"))
    return sheets


def _open_zip(data: bytes, _stem: str, limits: Limits) -> list[Sheet]:
    package = Package(data)
    try:
        kind = package.kind()
        if kind not in ("xlsx", "xlsb", "ods"):
            raise Unreadable(kind)
        if kind == "ods":
            content = dict(package.inspect(limits.inflated_mb, "content.xml".__eq__, only_wanted_parsed=True))
            return _open_document(content["content.xml"])
        return _open_office(data, package, kind, limits)
    except KeyError as missing:
        raise Unreadable("cut_off") from missing


def _open_document(document: bytes) -> list[Sheet]:
    """The sheets of OpenDocument XML, unless there is nothing but pictures and the like."""
    from fournets.reading.formats.ods_reader import read_open_document

    sheets = read_open_document(document)
    if b"<draw:" in document and not any(sheet.cells for sheet in sheets):
        raise Unreadable("only_pictures")
    return sheets


def _open_office(data: bytes, package: Package, kind: str, limits: Limits) -> list[Sheet]:
    """.xlsx, .xlsm, .xlsb: looked over, read by the first reader, and by the second what the first cannot read."""
    parts = sheet_parts(package)
    facts = _look_over(package, kind, frozenset(parts.values()) - {""}, limits)
    try:
        reader = CalamineReader(data)
        sheets = [
            _completed(reader, number, facts.get(parts.get(name, ""), SheetFacts()))
            for number, (name, _, _) in enumerate(reader.sheets)
        ]
    except ReaderFailed:
        if kind == "xlsb":
            raise
        sheets = _second(data)
    else:
        if kind == "xlsx" and (any(sheet.unread for sheet in sheets) or not sheets):
            sheets = _mended(sheets, data)
    if not any(sheet.cells or sheet.unread for sheet in sheets):
        raise Unreadable(why_blank(facts.values(), drawn=package.draws()))
    return sheets


def _look_over(package: Package, kind: str, sheets: frozenset[str], limits: Limits) -> dict[str, SheetFacts]:
    """The facts of each sheet's part; what would harm the reader is refused."""
    look, ending = _looks(kind)
    strings = "sharedstrings" + ending
    facts = {}

    def wanted(name: str) -> bool:
        return name.endswith(strings) or name in sheets or ("worksheets/" in name and name.endswith(ending))

    for name, data in package.inspect(limits.inflated_mb, wanted):
        if name.endswith(strings):
            look.refuse_absurd_strings(data)
        else:
            facts[name] = look.look_over(data)
    return facts


def _looks(kind: str) -> tuple[ModuleType, str]:
    """Who looks over the parts of such a package, and how their names end."""
    if kind == "xlsx":
        return xlsx_parts, ".xml"
    from fournets.reading.formats import xlsb_records

    return xlsb_records, ".bin"


def _completed(reader: CalamineReader, number: int, facts: SheetFacts) -> Sheet:
    """One sheet with its facts; `unread` where the reader gave up, or gave nothing although there is content."""
    try:
        sheet = facts.complete(reader.sheet(number))
    except ReaderFailed:
        name, _, visible = reader.sheets[number]
        return Sheet(name, visible != SheetVisibleEnum.Visible, [], unread="nothing_readable")
    if facts.content and not sheet.cells:
        sheet.unread = "reads_empty"
    return sheet


def _second(data: bytes) -> list[Sheet]:
    from fournets.reading.formats.openpyxl_reader import read_with_openpyxl

    return read_with_openpyxl(data)


def _mended(sheets: list[Sheet], data: bytes) -> list[Sheet]:
    """The sheets that the first reader could not read, as the second one reads them; unread where that fails too."""
    try:
        others = {sheet.name: sheet for sheet in _second(data)}
    except ReaderFailed:
        return sheets
    if not sheets:
        return list(others.values())
    return [
        others[sheet.name] if sheet.unread and sheet.name in others and others[sheet.name].cells else sheet
        for sheet in sheets
    ]


def _open_compound(data: bytes, _stem: str, _limits: Limits) -> list[Sheet]:
    """.xls and .et: what kind of compound file this is, and the workbook's stream."""
    from fournets.reading.formats.compound import SIGNATURE, Compound
    from fournets.reading.formats.xls_reader import read_xls

    compound = Compound(data[max(0, data.find(SIGNATURE)) :])
    name = next((name for name in ("Workbook", "Book") if compound.has(name)), "")
    for code, names in _OTHER_COMPOUNDS:
        if names & compound.names() and not (name and code != "password"):
            raise Unreadable(code)
    if not name:
        raise Unreadable("not_a_table")
    return read_xls(name, compound.stream(name))


def _open_xml(written: bytes, stem: str, limits: Limits) -> list[Sheet]:
    """Excel's XML and flat OpenDocument; other XML says what it is."""
    from fournets.reading.formats.excel_xml_reader import NAMESPACE, read_excel_xml

    data = _from_its_start(written)
    start = data[:65_536].replace(b"\x00", b"")
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise Unreadable("doctype")
    if NAMESPACE in start:
        return read_excel_xml(data)
    if b"opendocument:xmlns:office" in start and b"spreadsheet" in start:
        return _open_document(data)
    for code, words in _OTHER_XML:
        if words in start:
            raise Unreadable(code)
    if start.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")):
        raise Unreadable("not_a_table")
    return _open_text(written, stem, limits)


def _from_its_start(xml: bytes) -> bytes:
    """XML without blanks before its declaration: web pages that print a workbook often print a line before it."""
    return xml.lstrip(b" \t\r\n") if xml[:1].isspace() else xml


def _open_text(data: bytes, stem: str, _limits: Limits) -> list[Sheet]:
    from fournets.reading.formats.delimited import read_delimited

    return [read_delimited(data, stem)]


_OPENERS: dict[Kind, Callable[[bytes, str, Limits], list[Sheet]]] = {
    Kind.ZIP: _open_zip,
    Kind.COMPOUND: _open_compound,
    Kind.XML: _open_xml,
    Kind.TEXT: _open_text,
}
