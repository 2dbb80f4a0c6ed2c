"""What was read comes back equal, types of numbers included, and never as code."""

from __future__ import annotations

import dataclasses
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.desk import packing
from fournets.model import Address, FileRead, Finding, Paper, Scope, SheetRead, Table, TotalRow

TEXT = st.text(max_size=8)
PARAMS = st.dictionaries(TEXT, TEXT, max_size=2)
FINDINGS = st.builds(Finding, TEXT, TEXT, TEXT, TEXT, st.integers(0, 9), TEXT, TEXT, TEXT, TEXT, PARAMS)
NUMBERS = st.dictionaries(TEXT, st.integers(0, 99) | st.floats(0, 99), max_size=2)
TOTALS = st.builds(TotalRow, st.integers(), st.integers(), st.integers(), NUMBERS, PARAMS)
SCOPES = st.builds(Scope, TEXT, TEXT, TEXT, st.lists(TEXT, max_size=2).map(tuple))


@st.composite
def tables(draw) -> Table:
    count = draw(st.integers(0, 6))
    column = st.lists(st.sampled_from(["", "惠泽", "\ud800"]) | TEXT, min_size=count, max_size=count)
    return Table(
        draw(TEXT),
        draw(TEXT),
        draw(st.lists(st.integers(), min_size=count, max_size=count)),
        draw(st.lists(TEXT, min_size=count, max_size=count)),
        draw(st.dictionaries(TEXT, column, max_size=3)),
        draw(PARAMS),
        draw(st.lists(TEXT, max_size=3).map(tuple)),
        draw(SCOPES),
        draw(TEXT),
        draw(st.lists(TOTALS, max_size=2).map(tuple)),
    )


READS = st.builds(
    FileRead,
    st.lists(st.builds(SheetRead, TEXT, st.booleans(), st.lists(TEXT, max_size=2), st.integers()), max_size=2),
    st.lists(tables(), max_size=2),
    st.lists(FINDINGS, max_size=3),
    TEXT,
    PARAMS,
    st.lists(TEXT, max_size=2),
    TEXT,
)
PAPER = Paper(
    *("胜景隔告〔2020〕1号", "notice", 1, "p1", "c1", "12", "张三", Address("惠泽小区", "3", "2", "501")),
    *({"姓名": "张三\ud800"}, "f", date(2020, 2, 9)),
)


def typed(value: object) -> object:
    """The value with the type of every number and container in it."""
    if dataclasses.is_dataclass(value):
        return [typed(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    return (type(value), [typed(inner) for inner in value] if isinstance(value, list | tuple) else value)


@given(READS)
def test_a_read_comes_back_equal(read) -> None:
    back = packing.unpack(FileRead, packing.pack(read))
    assert back == read
    assert typed(back) == typed(read)


def test_a_column_that_repeats_itself_shares_its_texts() -> None:
    column = ["惠泽小区", "胜利小区"] * 500
    read = FileRead(tables=[Table("f", "s", [], [], {"compound": column}, {}, (), Scope())])
    back = packing.unpack(FileRead, packing.pack(read)).tables[0].columns["compound"]
    assert back == column
    assert len({id(text) for text in back}) == 2


def test_a_list_of_sheets_comes_back_equal() -> None:
    sheets = [SheetRead("表", False, ["fever"], 3, 2, heading=1), SheetRead("隐", True, [])]
    assert packing.unpack(list[SheetRead], packing.pack(sheets)) == sheets


def test_a_paper_comes_back_by_the_names_of_its_fields() -> None:
    assert packing.from_named(Paper, packing.named(PAPER)) == PAPER


def test_a_model_that_grew_or_shrank_still_reads_its_papers() -> None:
    data = packing.named(PAPER).replace(b'"batch":1', b'"colour":"red"')
    assert packing.from_named(Paper, data) == PAPER


@dataclasses.dataclass
class Part:
    size: int


@dataclasses.dataclass
class Whole:
    parts: list[Part]


def test_the_shape_changes_with_a_field_of_a_part() -> None:
    whole = packing.shape_of(Whole)
    assert whole == packing.shape_of(Whole)
    Part.__annotations__["size"] = "str"
    packing.shape_of.cache_clear()
    assert whole != packing.shape_of(Whole)


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"[1]"), packing.pack(PAPER)])
def test_other_bytes_are_an_error_and_no_value(data) -> None:
    with pytest.raises((ValueError, TypeError, zlib.error)):
        packing.unpack(FileRead, data)


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(TypeError, match="cannot be packed"):
        packing.pack([object()])
    with pytest.raises(TypeError, match="cannot be unpacked"):
        packing.unpack(object, packing.pack([]))
