"""A zip: its directory, and its parts as they really inflate (APPNOTE.TXT 4.3).

A directory that is written as nearly all programs write it is read here; one with anything unusual is left to the
standard module, which takes three times as long for it, ten times as long for a small part, and is slow to load.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from fournets.reading.formats.unreadable import Unreadable

if TYPE_CHECKING:
    import zipfile

CHUNK = 1 << 20
"""No piece of a part is longer, however much a few bytes hold."""
_FED = 256 << 10
_STORED, _DEFLATED = 0, 8
_UTF8_NAME = 0x800
_SPECIAL = 0x1 | 0x20 | 0x40
"""Flags of parts that are encrypted or patched: for the standard module to refuse."""
_END = struct.Struct("<4s4H2IH")
_ENTRY = struct.Struct("<4s2x3H4x3I3H8xI")
_HEADER = struct.Struct("<4s22xHH")
"""A part's own header: signature, and the lengths of the name and of the extra field after it."""
_END_SIGNATURE, _ENTRY_SIGNATURE, _HEADER_SIGNATURE = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ZIP64_SIGNATURE, _ZIP64_BYTES = b"PK\x06\x07", 20
"""How the record begins, and how long it is, that says where another directory lies."""
_ELSEWHERE = 0xFFFFFFFF
_NEWEST = 45
"""The version of the format that brought ZIP64; a part that needs a later one may hold anything."""
_TORN = (zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError)


class Part(NamedTuple):
    """What the directory says of one part; `packed` and `size` in bytes, `start` is where its own header begins.

    `info` is the standard module's own entry where that has read the directory.
    """

    name: str
    written: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    start: int
    info: zipfile.ZipInfo | None = None

    @property
    def encrypted(self) -> bool:
        """Whether it cannot be read without a password."""
        return bool(self.flags & 1)


class Container:
    """A zip that is open."""

    def __init__(self, data: bytes) -> None:
        """Of a whole file; raises Unreadable `cut_off`."""
        self._data = data
        self._standard: zipfile.ZipFile | None = None
        parts = _plain_directory(data)
        if parts is None:
            self._standard = _opened(data)
            parts = [_part(info) for info in self._standard.infolist()]
        self.parts = parts
        """In the directory's order; two of them may have one name."""

    def pieces(self, part: Part) -> Iterable[bytes]:
        """One part as it really inflates; whatever is wrong with it says that the file is damaged (Unreadable).

        A small sound part, as nearly all are, is a tuple of one piece.
        """
        whole = _inflated_at_once(self._data, part)
        return self._one_by_one(part) if whole is None else (whole,)

    def _one_by_one(self, part: Part) -> Iterator[bytes]:
        if self._standard and part.info and (part.method not in (_STORED, _DEFLATED) or part.flags & _SPECIAL):
            yield from _standard_pieces(self._standard, part.info)
            return
        try:
            yield from _inflated(_compressed(self._data, part), part)
        except _TORN as torn:
            raise Unreadable("cut_off") from torn


def _plain_directory(data: bytes) -> list[Part] | None:
    """Every part; None where anything is unusual."""
    end = len(data) - _END.size
    if end < _ZIP64_BYTES or data.startswith(_ZIP64_SIGNATURE, end - _ZIP64_BYTES):
        return None
    signature, disk, first_disk, here, count, size, at, comment = _END.unpack_from(data, end)
    if signature != _END_SIGNATURE or disk or first_disk or here != count or comment or at + size != end:
        return None
    parts = []
    while at + _ENTRY.size <= end:
        sign, version, flags, method, checksum, packed, whole, named, extra, remark, start = _ENTRY.unpack_from(
            data, at
        )
        at += _ENTRY.size + named
        written = data[at - named : at]
        if sign != _ENTRY_SIGNATURE or version > _NEWEST or extra or remark or _ELSEWHERE in (packed, whole, start):
            return None
        if flags & _SPECIAL or method not in (_STORED, _DEFLATED) or b"\x00" in written or not written.isascii():
            return None
        parts.append(Part(written.decode(), written, flags, method, checksum, packed, whole, start))
    return parts if at == end and len(parts) == count else None


def _opened(data: bytes) -> zipfile.ZipFile:
    """Raises Unreadable `cut_off`."""
    import zipfile  # for few files

    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, *_TORN) as torn:
        raise Unreadable("cut_off") from torn


def _part(info: zipfile.ZipInfo) -> Part:
    written = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")
    sizes = (info.compress_size, info.file_size, info.header_offset)
    return Part(info.filename, written, info.flag_bits, info.compress_type, info.CRC, *sizes, info)


def _standard_pieces(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Raises Unreadable: `nothing_readable`, `cut_off`."""
    import zipfile  # for few files

    try:
        with opened.open(info) as part:
            yield from iter(lambda: part.read(CHUNK), b"")
    except (NotImplementedError, RuntimeError) as strange:
        raise Unreadable("nothing_readable") from strange
    except (zipfile.BadZipFile, *_TORN) as torn:
        raise Unreadable("cut_off") from torn


def _compressed(data: bytes, part: Part) -> memoryview:
    """Where a part's bytes stand; raises ValueError where its own header does not agree with the directory."""
    start = part.start + _HEADER.size
    signature, name_bytes, extra_bytes = _HEADER.unpack_from(data, part.start)
    name = data[start : start + name_bytes]
    start += name_bytes + extra_bytes
    found = memoryview(data)[start : start + part.packed]
    if signature != _HEADER_SIGNATURE or name != part.written or len(found) != part.packed:
        raise ValueError("header")
    return found


def _inflated_at_once(data: bytes, part: Part) -> bytes | None:
    """A sound part of one piece; None for any other, and for one that is longer than the directory says."""
    if part.method != _DEFLATED or part.flags & _SPECIAL or part.packed > _FED or part.size > CHUNK:
        return None
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = inflating.decompress(_compressed(data, part), part.size + 1)
    except _TORN:
        return None
    return whole if inflating.eof and zlib.crc32(whole) == part.checksum else None


def _inflated(compressed: memoryview, part: Part) -> Iterator[bytes]:
    """In pieces; raises ValueError where they are damaged."""
    checksum = 0
    for piece in _deflated(compressed) if part.method else _stored(compressed):
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if checksum != part.checksum:
        raise ValueError("checksum")


def _stored(data: memoryview) -> Iterator[bytes]:
    return (bytes(data[start : start + CHUNK]) for start in range(0, len(data), CHUNK))


def _deflated(compressed: memoryview) -> Iterator[bytes]:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(compressed), _FED):
        fed: memoryview | bytes = compressed[start : start + _FED]
        while fed and not inflating.eof:
            yield inflating.decompress(fed, CHUNK)
            fed = inflating.unconsumed_tail
    if not inflating.eof:
        yield inflating.flush()
