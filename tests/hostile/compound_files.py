"""Old binary files made by hand: .xls streams record by record, encrypted containers, other programs' compound files."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence

import xlwt

from fournets.reading.formats.compound import Compound, wrapped


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def xls(rows: Sequence[Sequence[object]], name: str = "排查") -> bytes:
    """A plain .xls of one sheet, as xlwt writes it."""
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def stream_of(data: bytes) -> bytes:
    """The workbook's stream of an .xls."""
    return Compound(data).stream("Workbook")


def with_records(data: bytes, changes: Mapping[int, bytes]) -> bytes:
    """The same .xls with the bodies of records of these kinds replaced (same length)."""
    stream = bytearray(stream_of(data))
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind in changes and length >= len(changes[kind]):
            stream[at + 4 : at + 4 + len(changes[kind])] = changes[kind]
        at += 4 + length
    return wrapped(Workbook=bytes(stream))


def biff_workbook(sheets: Mapping[str, bytes], *, version: int = 0x0600, globals_: bytes = b"") -> bytes:
    """A workbook stream from the sheets' records between their beginning and end."""
    begin = record(
        0x0809, struct.pack("<HHHHII", version, 0x0005, 0x0DBB, 0x07CC, 0, 6)[: 16 if version >= 0x600 else 8]
    )
    heads = [(name.encode("utf-16-le"), name) for name in sheets]
    size = len(begin) + len(globals_) + sum(4 + 8 + len(encoded) for encoded, _ in heads) + 4
    bodies = []
    listed = b""
    for (encoded, name), body in zip(heads, sheets.values(), strict=True):
        listed += record(0x0085, struct.pack("<IHBB", size, 0, len(name), 1) + encoded)
        sheet = record(0x0809, struct.pack("<HHHHII", version, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + body + record(0x000A)
        bodies.append(sheet)
        size += len(sheet)
    return begin + globals_ + listed + record(0x000A) + b"".join(bodies)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def locked_workbook() -> bytes:
    """What Excel makes of an .xlsx with a password to open: a compound file around the encrypted package."""
    return wrapped(EncryptionInfo=b"\x04\x00\x04\x00" + bytes(60), EncryptedPackage=bytes(range(256)) * 40)
