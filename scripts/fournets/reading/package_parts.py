"""Which part of an Office package holds which sheet."""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator

from lxml import etree

from fournets.reading.package import Package, local, parse

_BUNDLE_SHEET = 156
_MOST = 16 << 20
"""These parts are read before the package is inspected: no more of them than any workbook needs."""


def sheet_parts(package: Package) -> dict[str, str]:
    """The part of each sheet by its name (.xlsx, .xlsm, .xlsb); empty where the workbook part makes no sense."""
    workbook = _workbook_part(package)
    try:
        targets = _targets(package, workbook)
        named = _named_in_binary if workbook.endswith(".bin") else _named_in_xml
        return {name: targets.get(link, "") for name, link in named(package.read(workbook, _MOST))}
    except (KeyError, etree.XMLSyntaxError, struct.error, IndexError):
        return {}


def _workbook_part(package: Package) -> str:
    otherwise = "xl/workbook.bin" if package.has("xl/workbook.bin") else "xl/workbook.xml"
    try:
        root = parse(package.read("_rels/.rels", _MOST))
    except (KeyError, etree.XMLSyntaxError):
        return otherwise
    for element in root.iter():
        if local(element) == "Relationship" and str(element.get("Type", "")).endswith("/officeDocument"):
            return _resolved("", str(element.get("Target", "")))
    return otherwise


def _targets(package: Package, workbook: str) -> dict[str, str]:
    folder, name = posixpath.split(workbook)
    root = parse(package.read(f"{folder}/_rels/{name}.rels", _MOST))
    return {
        str(element.get("Id", "")): _resolved(folder, str(element.get("Target", "")))
        for element in root.iter()
        if local(element) == "Relationship"
    }


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return path.lower()


def _named_in_xml(workbook: bytes) -> Iterator[tuple[str, str]]:
    for element in parse(workbook).iter():
        if local(element) == "sheet":
            link = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")
            yield str(element.get("name", "")), link


def _named_in_binary(workbook: bytes) -> Iterator[tuple[str, str]]:
    for kind, at, _ in records(workbook):
        if kind == _BUNDLE_SHEET:
            link, at = _wide_string(workbook, at + 8)
            yield _wide_string(workbook, at)[0], link


def _wide_string(data: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * length
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start, length of every record of a binary part ([MS-XLSB] 2.1.4); raises IndexError where it is cut off."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while True:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        yield kind, at, length
        at += length
