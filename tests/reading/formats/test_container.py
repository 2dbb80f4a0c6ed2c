"""A zip's directory is read as the standard module reads it, and its parts as they really inflate."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest
from tests.hostile.broken_files import good_files
from tests.hostile.office_files import zipped

from fournets.reading.formats.container import CHUNK, Container, Part
from fournets.reading.formats.unreadable import Unreadable

PLAIN = zipped({"a.xml": "<a/>" * 50, "b/c.bin": bytes(range(256)) * 9, "empty": ""})
SIZE_IN_THE_DIRECTORY = 24


def told(part: Part) -> tuple[object, ...]:
    return part.name, part.flags, part.method, part.checksum, part.packed, part.size, part.start


def standard(data: bytes) -> list[tuple[object, ...]]:
    """What the standard module finds in the directory."""
    return [
        (
            *(info.filename, info.flag_bits, info.compress_type, info.CRC),
            *(info.compress_size, info.file_size, info.header_offset),
        )
        for info in zipfile.ZipFile(io.BytesIO(data)).infolist()
    ]


def with_locator(data: bytes) -> bytes:
    """Ends as a ZIP64 does, although the record in front says that the directory lies where it lies."""
    end = len(data) - 22
    count, size, start = struct.unpack_from("<HII", data, end + 10)
    remark = b"PK\x06\x07" + bytes(16)
    entry = data.rfind(b"PK\x01\x02", 0, end)
    directory = data[start:entry] + data[entry : entry + 32] + struct.pack("<H", len(remark)) + data[entry + 34 : end]
    last = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, size + len(remark), start, 0)
    return data[:start] + directory + remark + last


@pytest.mark.parametrize("ending", ["xlsx", "xlsb", "ods"])
def test_a_plain_directory_is_read_without_the_standard_module(ending: str) -> None:
    data = good_files()[ending]
    parts = Container(data).parts
    assert [told(part) for part in parts] == standard(data)
    assert not any(part.info for part in parts)


@pytest.mark.parametrize(
    "data",
    [
        b"line before\n" + PLAIN,
        PLAIN[:-2] + b"\x03\x00end",
        zipped({"名.xml": "<a/>"}),
        zipped({"a.xml": "<a/>"}, zipfile.ZIP_LZMA),
        PLAIN.replace(b"b/c.bin", b"b/c\x00bin"),
        with_locator(PLAIN),
    ],
    ids=["behind_something", "remark", "chinese", "packed_otherwise", "nul", "zip64"],
)
def test_an_unusual_one_is_left_to_it(data: bytes) -> None:
    parts = Container(data).parts
    assert all(part.info for part in parts)
    assert [told(part) for part in parts] == standard(data)


def test_no_damage_makes_the_two_disagree() -> None:
    """One byte of the directory changed at a time: whatever is still taken for plain, the standard module reads so."""
    chance, start = random.Random(20200209), PLAIN.index(b"PK\x01\x02")
    plain = 0
    for at in range(start, len(PLAIN)):
        data = bytearray(PLAIN)
        data[at] ^= chance.randrange(1, 256)
        try:
            parts = Container(bytes(data)).parts
        except Unreadable:
            continue
        plain += not any(part.info for part in parts)
        assert [told(part) for part in parts] == standard(bytes(data))
    assert plain


def test_a_part_longer_than_the_directory_says_is_given_whole_and_in_pieces() -> None:
    content = bytes(3 * CHUNK)
    data = bytearray(zipped({"a.xml": content}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + SIZE_IN_THE_DIRECTORY, 1)
    container = Container(bytes(data))
    pieces = list(container.pieces(container.parts[0]))
    assert max(map(len, pieces)) <= CHUNK
    assert b"".join(pieces) == content


def test_a_part_whose_own_header_or_checksum_says_otherwise_is_damaged() -> None:
    for damaged in (
        PLAIN.replace(b"a.xml", b"A.xml", 1),
        PLAIN.replace(struct.pack("<I", Container(PLAIN).parts[0].checksum), b"abcd"),
    ):
        container = Container(damaged)
        with pytest.raises(Unreadable) as held:
            list(container.pieces(container.parts[0]))
        assert held.value.code == "cut_off"
