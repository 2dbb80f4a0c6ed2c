"""No cell runs as a formula, every text can be stored; nothing else changes."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.writing.safe_cells import CsvFields, safe, storable


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "﹢1+1",
        "＠x",
        "－－",
        "\t=1",
        "\n1",
        "--",
        "-3-2-501",
    ],
)
def test_formulas_become_text(typed: str) -> None:
    assert safe(typed) == "'" + typed


@pytest.mark.parametrize(
    "written", ["-", "－", "-5", "+3.5", "-0.5", "１2", "张三", "3-2-501", "", "1=1", "'=1", "湖北-武汉"]
)
def test_numbers_dashes_and_words_stay(written: str) -> None:
    assert safe(written) == written


def test_what_xml_forbids_never_reaches_a_file() -> None:
    assert safe("\x00=1\x0b+1\ufffe") == "'=1+1"
    assert storable("\ud83d") == "\ufffd"
    assert safe("一\r\n二\r三") == "一\n二\n三"


def test_a_rare_character_stays() -> None:
    assert safe("𬭸\u200b") == "𬭸\u200b"


@given(st.text(st.characters(codec=None), max_size=12))
def test_any_text_comes_back_from_a_csv_line_as_safe_made_it(typed: str) -> None:
    line = CsvFields()[typed] + ",x"
    assert next(csv.reader(io.StringIO(line, newline=""))) == [safe(typed), "x"]
    safe(typed).encode()
    assert unicodedata.normalize("NFKC", safe(typed))[:1] not in set("=@\t\r\n")
