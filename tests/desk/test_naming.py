"""Names of files: what may be written down, what fits, and what is not taken yet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.desk import naming

HASH = "ab12cd34" + "0" * 56


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("第12网格/返乡.xlsx", "第12网格/返乡.xlsx"),
        ("换\n行\t.xlsx", "换_行_.xlsx"),
        (os.fsdecode("体温.xls".encode("gb18030")), "体温.xls"),
        (os.fsdecode(b"\xff\xff.xls"), "\ufffd\ufffd.xls"),
    ],
)
def test_a_name_from_the_disk_can_always_be_written_down(name, written) -> None:
    assert naming.written(name) == written


@given(st.text(st.characters(exclude_characters="/"), min_size=1))
def test_whatever_is_written_down_is_proper_text_on_one_line(name) -> None:
    written = naming.written(name)
    written.encode("utf-8")
    assert len(written.splitlines()) <= 1
    assert naming.written(written) == written


def test_a_path_used_before_gets_its_hash_and_then_a_count() -> None:
    used: set[str] = set()
    for expected in ("a.xlsx", "a.xlsx#ab12cd34", "a.xlsx#ab12cd34#2", "a.xlsx#ab12cd34#3"):
        path = naming.path_for("a.xlsx", HASH, used.__contains__)
        assert path == expected
        used.add(path)


def test_a_mark_stands_before_the_ending() -> None:
    assert naming.marked("打印/告知书.docx", "（新）") == "打印/告知书（新）.docx"
    assert naming.marked("无扩展名", "（新）") == "无扩展名（新）"


@pytest.mark.parametrize(
    ("path", "portable"),
    [
        ("打印/第1网格?.docx", "打印/第1网格？.docx"),
        ('档案/张"三:.docx', "档案/张＂三：.docx"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        ("控制.txt", "控制.txt"),
        ("名字./表. ", "名字_/表._"),
        ("a\\b.txt", "a＼b.txt"),
    ],
)
def test_names_of_ours_can_be_names_on_windows(path, portable) -> None:
    assert naming.portable(path) == portable


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_a_path_that_leads_out_is_refused(path) -> None:
    with pytest.raises(ValueError, match="below"):
        naming.portable(path)


def test_a_name_that_fits_stays_as_it_is(tmp_path) -> None:
    name = "长" * 83 + ".xlsx"
    assert naming.fitting(tmp_path, f"网格/{name}") == f"网格/{name}"


@pytest.mark.parametrize("name", ["长" * 90 + ".xlsx", "a" * 300, "b" * 200 + "." + "c" * 100])
def test_a_name_that_is_too_long_is_shortened_and_keeps_its_ending(tmp_path, name) -> None:
    short = naming.fitting(tmp_path, name)
    (tmp_path / short).write_bytes(b"")
    assert len(short.encode()) <= naming.COMPONENT_LIMIT
    assert short.startswith(name[:20])
    assert name.endswith(".xlsx") is short.endswith(".xlsx")


def test_two_long_names_with_the_same_beginning_stay_two(tmp_path) -> None:
    first, second = (naming.fitting(tmp_path, "长" * 90 + f"{count}.xlsx") for count in (1, 2))
    assert first != second


def test_a_path_that_is_too_long_as_a_whole_lies_at_the_top(tmp_path) -> None:
    deep = "/".join(["文件夹" * 20] * 30) + "/体温.xlsx"
    short = naming.fitting(tmp_path, deep)
    assert "/" not in short
    assert short.startswith("体温~")
    assert short.endswith(".xlsx")


@given(st.text(min_size=1, max_size=120), st.sampled_from(["（新）", "（人工改过）", " (2)"]))
def test_a_marked_name_fits_whenever_the_name_did(stem, mark) -> None:
    name = f"{naming.written(stem).replace('/', '_')}.xlsx"
    marked = naming.marked(name, mark)
    assert len(marked.encode()) <= naming.COMPONENT_LIMIT
    assert marked.endswith(f"{mark}.xlsx")


def test_the_limit_of_a_folder_that_is_not_there_yet_is_that_of_the_one_above(tmp_path: Path) -> None:
    assert naming.component_limit(tmp_path / "a" / "b") == naming.component_limit(tmp_path)


def test_names_that_some_system_takes_for_the_same_fold_to_the_same() -> None:
    assert naming.folded("Caf\u00e9.XLSX") == naming.folded("cafe\u0301.xlsx")
