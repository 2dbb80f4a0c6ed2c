"""A .docx as a zip: parts kept as the compressed bytes they came in, packed again to the same bytes every time.

Times are fixed (1 January 1980) and nothing of the machine is written, so the same content is the same file.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from fournets.writing.word.faults import TemplateFault

LEVEL = 4
"""Compression of rendered parts: half the time of the usual 6 for a few per cent more bytes."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE, _VERSION, _UTF8 = 0x21, 20, 0x800
_MOST = 0xFFFF


class Entry(NamedTuple):
    """One part, ready to be written: `data` is what lies in the zip, `method` 0 (stored) or 8 (deflated)."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    @property
    def flags(self) -> int:
        """The zip flag for names that are not ASCII."""
        return 0 if self.name.isascii() else _UTF8

    def local(self) -> bytes:
        """The header before the part's data, and the data."""
        name = self.name.encode()
        facts = (self.method, 0, _DATE, self.crc, len(self.data), self.size, len(name), 0)
        return _LOCAL.pack(b"PK\3\4", _VERSION, self.flags, *facts) + name + self.data

    def central(self, offset: int) -> bytes:
        """The line of the directory at the zip's end."""
        name = self.name.encode()
        facts = (self.method, 0, _DATE, self.crc, len(self.data), self.size, len(name), 0, 0, 0, 0, 0, offset)
        return _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, self.flags, *facts) + name

    def content(self) -> bytes:
        """The part itself."""
        return zlib.decompress(self.data, -15) if self.method else self.data


class Deflater:
    """Compresses one part piece by piece, so that a print file of thousands never lies in memory uncompressed."""

    def __init__(self, name: str) -> None:
        """A part of this name, empty so far."""
        self.name = name
        self._crc = self._size = 0
        self._squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        """More of the part."""
        self._crc = zlib.crc32(piece, self._crc)
        self._size += len(piece)
        self._pieces.append(self._squeeze.compress(piece))

    def entry(self) -> Entry:
        """The finished part."""
        self._pieces.append(self._squeeze.flush())
        return Entry(self.name, 8, self._crc, self._size, b"".join(self._pieces))


def deflated(name: str, content: bytes) -> Entry:
    """A part compressed now."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return Entry(name, 8, zlib.crc32(content), len(content), squeeze.compress(content) + squeeze.flush())


class Packer:
    """Writes many zips that share the same first parts; those are laid out once."""

    def __init__(self, constant: Iterable[Entry]) -> None:
        """`constant` are the parts that every zip has, unchanged."""
        self._front, self._directory, self._count = _laid_out(constant, 0)

    def pack(self, changing: Iterable[Entry]) -> bytes:
        """The shared parts and these, as one zip."""
        body, directory, count = _laid_out(changing, len(self._front))
        count += self._count
        if count > _MOST:
            raise ValueError(f"{count} parts do not fit into one zip")
        directory = self._directory + directory
        start = len(self._front) + len(body)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
        return b"".join((self._front, body, directory, end))


def _laid_out(entries: Iterable[Entry], offset: int) -> tuple[bytes, bytes, int]:
    bodies: list[bytes] = []
    lines: list[bytes] = []
    for entry in entries:
        lines.append(entry.central(offset))
        bodies.append(entry.local())
        offset += len(bodies[-1])
    return b"".join(bodies), b"".join(lines), len(lines)


def packed(entries: Iterable[Entry]) -> bytes:
    """One zip of these parts."""
    return Packer(()).pack(entries)


def unpacked(data: bytes) -> dict[str, Entry]:
    """The parts of a .docx by name, still compressed; raises `TemplateFault` when it is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _must_be_plain(infos)
            parts = {info.filename: _raw(data, info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, struct.error, EOFError) as cause:
        raise TemplateFault("打不开，文件可能已损坏，或者不是 .docx，请在 Word 里另存为 .docx 后放回原处") from cause
    if "[Content_Types].xml" not in parts:
        raise TemplateFault("不是 Word 文档，请在 Word 里另存为 .docx 后放回原处")
    return parts


def _must_be_plain(infos: Sequence[zipfile.ZipInfo]) -> None:
    if any(
        info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos
    ):
        raise TemplateFault("加了密码或用了少见的压缩办法，请在 Word 里去掉密码、另存为 .docx 后放回原处")


def _raw(data: bytes, info: zipfile.ZipInfo) -> Entry:
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    body = data[start : start + info.compress_size]
    if len(body) != info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    return Entry(info.filename, info.compress_type, info.CRC, info.file_size, body)


def replaced(parts: Mapping[str, Entry], changed: Mapping[str, bytes]) -> bytes:
    """A zip of `parts` with some of them changed or added, in a fixed order: the content types first."""
    entries = {**parts, **{name: deflated(name, content) for name, content in changed.items()}}
    return packed(entries[name] for name in sorted(entries, key=lambda name: (name != "[Content_Types].xml", name)))
