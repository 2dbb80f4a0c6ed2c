"""Which part of an Office package holds which sheet."""

from __future__ import annotations

import posixpath
import re
import struct
from collections.abc import Iterator

from fournets.reading.formats.package import Package
from fournets.reading.formats.unreadable import ReaderFailed
from fournets.reading.formats.xml_events import attributes_of

_UTF8 = re.compile(rb'<(?:\?xml version="1.0" encoding="(?:UTF|utf)-8"[^<>]*\?>|\w)')
_ATTRIBUTE = re.compile(r'([^\s:="]+)\s*=\s*"([^"]*)"')
_BUNDLE_SHEET = 156
_MOST = 16 << 20
"""These parts are read before the package is inspected: no more of them than any workbook needs."""


def sheet_parts(package: Package) -> dict[str, str]:
    """The part of each sheet by its name (.xlsx, .xlsm, .xlsb); empty where the workbook part makes no sense."""
    workbook = _workbook_part(package)
    try:
        folder, targets = posixpath.dirname(workbook), _targets(package, workbook)
        named = _named_in_binary if workbook.endswith(".bin") else _named_in_xml
        sheets = named(package.read(workbook, _MOST))
        return {name: _resolved(folder, targets[link]) if link in targets else "" for name, link in sheets}
    except (KeyError, ReaderFailed, struct.error, IndexError):
        return {}


def _workbook_part(package: Package) -> str:
    otherwise = "xl/workbook.bin" if package.has("xl/workbook.bin") else "xl/workbook.xml"
    try:
        links = _attributes(package.read("_rels/.rels", _MOST), "Relationship")
    except (KeyError, ReaderFailed):
        return otherwise
    targets = (link.get("Target", "") for link in links if link.get("Type", "").endswith("/officeDocument"))
    return next((_resolved("", target) for target in targets), otherwise)


def _targets(package: Package, workbook: str) -> dict[str, str]:
    folder, name = posixpath.split(workbook)
    links = _attributes(package.read(f"{folder}/_rels/{name}.rels", _MOST), "Relationship")
    return {link.get("Id", ""): link.get("Target", "") for link in links}


def _attributes(xml: bytes, element: str) -> list[dict[str, str]]:
    """The attributes of all elements of one name, prefixes left out; raises ReaderFailed, Unreadable `doctype`.

    Three such parts stand in every workbook. In one without entities, comments, other quotes and signs that look like
    the end of a tag, as programs write them, a search finds the same as a parser in half the time.
    """
    if any(sign in xml for sign in (b"&", b"!", b"'")) or xml.count(b"<") != xml.count(b">") or not _UTF8.match(xml):
        return attributes_of(xml, element)
    tags = re.findall(rf"<(?:[^<>\s:]+:)?{element}(?=[\s/>])([^<>]*)", xml.decode("utf-8", "replace"))
    return [dict(_ATTRIBUTE.findall(tag)) for tag in tags]


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return path.lower()


def _named_in_xml(workbook: bytes) -> Iterator[tuple[str, str]]:
    return ((sheet.get("name", ""), sheet.get("id", "")) for sheet in _attributes(workbook, "sheet"))


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
