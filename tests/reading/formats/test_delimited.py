"""Text files: encodings, delimiters, and rows as Excel would number them."""

from __future__ import annotations

import pytest

from fournets.reading.formats.delimited import decoded, read_delimited

PEOPLE = [["姓名", "住址"], ["张三", "惠泽小区"], ["李四", "胜景小区"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，", "|"])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in PEOPLE)
    assert read_delimited(text.encode(encoding), "摸排").cells == PEOPLE


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('姓名,备注\n张三,"一\n二"\n李四,三\n', [["姓名", "备注"], ["张三", "一\n二"], ["李四", "三"]]),
        ('姓名,备注\n张三,"没有关上\n李四,三\n', [["姓名", "备注"], ["张三", '"没有关上'], ["李四", "三"]]),
        ("姓名,备注\n\n张三,一\n\n\n", [["姓名", "备注"], [], ["张三", "一"]]),
        ("姓名\r张三\r", [["姓名"], ["张三"]]),
        ('姓名,身份证号\n张三,="370599198001010017"\n', [["姓名", "身份证号"], ["张三", "370599198001010017"]]),
        ("sep=;\n姓名;住址\n张三;一,二\n", [["姓名", "住址"], ["张三", "一,二"]]),
        ("姓名,住址\n张三,一，二\n李四,三，四，五\n", [["姓名", "住址"], ["张三", "一，二"], ["李四", "三，四，五"]]),
        ("姓名,,备注\n张三,,\n", [["姓名", None, "备注"], ["张三"]]),
    ],
)
def test_rows_and_cells(text: str, cells: list[list[str | None]]) -> None:
    assert read_delimited(text.encode(), "摸排").cells == cells


def test_lines_of_two_encodings_in_one_file() -> None:
    data = "姓名,住址\n".encode() + "张三,惠泽小区\n".encode("gb18030")
    assert read_delimited(data, "摸排").cells == PEOPLE[:2]


def test_a_stray_zero_does_not_make_chinese_of_english() -> None:
    english = b"NAME,PHONE,ADDRESS\nSMITH\0,13854600001,Main Street\n" + b"JONES,Baker Street,London\n" * 20
    assert decoded(english).startswith("NAME,PHONE,ADDRESS\nSMITH,")
    assert decoded(english.decode().replace("\0", "").encode("utf-16-le")).startswith("NAME,PHONE,ADDRESS\nSMITH,")
    assert decoded("姓名,电话\n张三,1\n".encode("utf-16-be")) == "姓名,电话\n张三,1\n"
