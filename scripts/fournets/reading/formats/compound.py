"""The OLE compound file of .xls and .et: just enough of it to find a stream, and to write one.

Chains of sectors are followed with a count, so that a file that bites its own tail is found out. The workbook's stream
is handed on in a fresh container of our own: no reader ever meets the macros and objects that lay beside it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from fournets.reading.formats.unreadable import Unreadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_FAT = 0xFFFFFFFD
_LAST = 0xFFFFFFFA
_ENTRY = 128
_STREAM = 2
_ROOT = 5
_IN_HEADER = 109


@dataclass(frozen=True, slots=True)
class Entry:
    """One storage or stream of the directory."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file in memory."""

    def __init__(self, data: bytes) -> None:
        """Raises Unreadable: `cut_off` where sectors are missing, `nothing_readable` where they make no sense."""
        if len(data) < 512:
            raise Unreadable("cut_off")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or not 4 <= mini_shift <= shift:
            raise Unreadable("nothing_readable")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, _, self._cutoff, mini_fat, _, difat, _ = struct.unpack_from("<IIIIIII", data, 48)
        self._fat = self._read_fat(difat)
        self.entries = self._read_directory(directory)
        self._mini_fat = _numbers(self._chained(mini_fat)) if mini_fat < _LAST else ()
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
        self._mini = self._chained(root.start) if root and root.start < _LAST else b""

    def names(self) -> frozenset[str]:
        """The names of all storages and streams."""
        return frozenset(entry.name for entry in self.entries)

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name (without case)."""
        return any(entry.kind == _STREAM and entry.name.lower() == name.lower() for entry in self.entries)

    def stream(self, name: str) -> bytes:
        """A stream by its name (without case); raises KeyError where there is none."""
        for entry in self.entries:
            if entry.kind == _STREAM and entry.name.lower() == name.lower():
                return self._content(entry)
        raise KeyError(name)

    def _content(self, entry: Entry) -> bytes:
        if entry.size == 0:
            return b""
        if entry.size < self._cutoff:
            content = _follow(entry.start, self._mini_fat, self._mini, self._mini_size)
        else:
            content = self._chained(entry.start)
        if len(content) < entry.size:
            raise Unreadable("cut_off")
        return content[: entry.size]

    def _chained(self, start: int) -> bytes:
        return _follow(start, self._fat, memoryview(self._data)[self._size :], self._size)

    def _read_fat(self, difat: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        per_sector = self._size // 4 - 1
        seen = 0
        while difat < _LAST:
            seen += 1
            if seen * self._size > len(self._data):
                raise Unreadable("nothing_readable")
            numbers = _numbers(self._sector(difat))
            sectors += numbers[:per_sector]
            difat = numbers[per_sector]
        fat: list[int] = []
        for sector in sectors:
            if sector < _LAST:
                fat += _numbers(self._sector(sector))
        return tuple(fat)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if len(sector) < self._size:
            raise Unreadable("cut_off")
        return sector

    def _read_directory(self, start: int) -> tuple[Entry, ...]:
        data = self._chained(start)
        entries = []
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            if kind in (1, _STREAM, _ROOT):
                name = bytes(data[at : at + max(0, min(length, 64) - 2)]).decode("utf-16-le", "replace")
                first, size = struct.unpack_from("<II", data, at + 116)
                entries.append(Entry(name, kind, first, size))
        if not entries:
            raise Unreadable("nothing_readable")
        return tuple(entries)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _follow(start: int, table: tuple[int, ...], data: bytes | memoryview, size: int) -> bytes:
    """A chain's bytes; a last sector that is only half there is given as far as it goes."""
    pieces: list[bytes | memoryview] = []
    sector = start
    while sector < _LAST:
        if sector >= len(table) or sector * size >= len(data):
            raise Unreadable("cut_off")
        if len(pieces) > len(table):
            raise Unreadable("nothing_readable")
        pieces.append(data[sector * size : sector * size + size])
        sector = table[sector]
    return b"".join(pieces)


def wrapped(**streams: bytes) -> bytes:
    """A compound file that holds these streams and nothing else."""
    size = 512
    padded = {name: stream.ljust(4096, b"\0") for name, stream in streams.items()}
    counts = {name: -(-len(stream) // size) for name, stream in padded.items()}
    directory_sectors = -(-(len(padded) + 1) // 4)
    sectors = sum(counts.values()) + directory_sectors
    fat_sectors, difat_sectors = _table_sectors(sectors)
    first = fat_sectors + difat_sectors
    fat = [_FAT] * fat_sectors + [0xFFFFFFFC] * difat_sectors + [*range(first + 1, first + directory_sectors), _END]
    entries = [_entry("Root Entry", _ROOT, _END, 0, child=1)]
    start = first + directory_sectors
    for number, (name, stream) in enumerate(padded.items(), 1):
        entries.append(_entry(name, _STREAM, start, len(stream), right=number + 1 if number < len(padded) else _FREE))
        fat += [*range(start + 1, start + counts[name]), _END]
        start += counts[name]
    fat += [_FREE] * (fat_sectors * size // 4 - len(fat))
    directory = b"".join(entries).ljust(directory_sectors * size, b"\0")
    body = b"".join(stream.ljust(counts[name] * size, b"\0") for name, stream in padded.items())
    header, difat = _tables(fat_sectors, difat_sectors, first)
    return header + struct.pack(f"<{len(fat)}I", *fat) + difat + directory + body


def _table_sectors(sectors: int) -> tuple[int, int]:
    """How many sectors the allocation table needs to cover all, itself included, and how many list its sectors."""
    fat = difat = 0
    while fat * 128 < sectors + fat + difat:
        fat += 1
        difat = -(-max(0, fat - _IN_HEADER) // 127)
    return fat, difat


def _tables(fat_sectors: int, difat_sectors: int, directory: int) -> tuple[bytes, bytes]:
    """The header, and the sectors that list those of the allocation table."""
    listed = list(range(fat_sectors))
    first = fat_sectors if difat_sectors else _END
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, fat_sectors, directory, 0, 4096, _END, 0, first, difat_sectors)
    in_header = listed[:_IN_HEADER]
    header += struct.pack(f"<{_IN_HEADER}I", *in_header, *[_FREE] * (_IN_HEADER - len(in_header)))
    difat = b""
    for number in range(difat_sectors):
        some = listed[_IN_HEADER + number * 127 : _IN_HEADER + (number + 1) * 127]
        following = first + number + 1 if number + 1 < difat_sectors else _END
        difat += struct.pack("<128I", *some, *[_FREE] * (127 - len(some)), following)
    return header, difat


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, _FREE, right, child)
    return entry + bytes(36) + struct.pack("<III", start, size, 0)
