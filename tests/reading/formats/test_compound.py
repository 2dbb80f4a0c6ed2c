"""Compound files: what is written is read, small and large, and no chain is followed for ever."""

from __future__ import annotations

import struct

import pytest

from fournets.reading.formats.compound import Compound, wrapped
from fournets.reading.formats.unreadable import Unreadable


@pytest.mark.parametrize("size", [1, 4096, 70_000, 9_000_000])
def test_streams_come_back_as_they_went_in(size: int) -> None:
    stream = bytes(range(251)) * (size // 251 + 1)
    found = Compound(wrapped(Workbook=stream[:size], Other=b"x" * 5000))
    assert found.stream("workbook")[:size] == stream[:size]
    assert found.stream("Other")[:5000] == b"x" * 5000
    assert found.names() == {"Root Entry", "Workbook", "Other"}


def test_a_chain_that_bites_its_tail_is_refused() -> None:
    data = bytearray(wrapped(Workbook=b"x" * 9000))
    data[512:1024] = struct.pack("<I", 3) * 128
    with pytest.raises(Unreadable) as held:
        Compound(bytes(data)).stream("Workbook")
    assert held.value.code == "nothing_readable"


def test_missing_sectors_are_a_cut_off_file() -> None:
    data = wrapped(Workbook=b"x" * 9000)
    with pytest.raises(Unreadable) as held:
        Compound(data[:5000]).stream("Workbook")
    assert held.value.code == "cut_off"
