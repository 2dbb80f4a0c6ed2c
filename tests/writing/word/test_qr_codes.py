"""The drawn QR code has a square for every dark module, and nothing else."""

from __future__ import annotations

import re

import pytest
import segno
from lxml import etree
from tests.writing.word_pages import NAMESPACES

from fournets.writing.word.filters import Blank
from fournets.writing.word.qr_codes import MASK, qr_code


@pytest.mark.parametrize("text", ["胜景证〔2020〕1-6号 鲁E12345", "A", "<&>"])
def test_drawn_squares_are_the_code(text: str) -> None:
    (shape,) = etree.fromstring(f"<w:p {NAMESPACES}>{qr_code(text)}</w:p>").iter("{*}shape")
    wanted = {
        (x, y)
        for y, row in enumerate(segno.make(text, error="m", micro=False, mask=MASK).matrix)
        for x, dark in enumerate(row)
        if dark
    }
    drawn = set()
    for left, top, right in re.findall(r"m(\d+),(\d+)l(\d+),", shape.get("path")):
        drawn |= {(x, int(top)) for x in range(int(left), int(right))}
    assert drawn == wanted
    assert shape.get("path").endswith("e")


def test_width_in_millimetres() -> None:
    assert "width:72.0pt;height:72.0pt" in qr_code("A", 25.4)


def test_a_blank_is_drawn_too() -> None:
    assert "path=" in qr_code(Blank())
