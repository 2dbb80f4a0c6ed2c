"""What each row below a header is, and what a section row says of the rows below it."""

from __future__ import annotations

import pytest
from tests.reading.sheets import table_of

from fournets.model import RowKind
from fournets.reading.extracting.rows import TableRows, classify

HEAD = ["序号", "姓名", "身份证号", "联系电话", "现住址", "返回时间", "来源地"]
ZHANG = [1, "张三", None, "13800000001", "惠泽小区3-2-501", "2020-02-01", "武汉"]
LI = [2, "李四", None, "13800000002", "惠泽小区3-2-502", "2020-02-02", "孝感"]


def rows_of(*rows, **others) -> TableRows:
    return classify(*table_of(HEAD, *rows, **others))


def kinds(*rows, **others) -> list[RowKind]:
    return list(rows_of(*rows, **others).kinds.values())


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (["合计", None, None, None, None, None, "2人"], RowKind.TOTAL),
        (["本页小计", None, None, None, None, None, 2], RowKind.TOTAL),
        (["填表人：周敏", None, None, None, None, "审核人：高远"], RowKind.NOTE),
        (["注：外地返回的都要登记"], RowKind.NOTE),
        (["第 1 页"], RowKind.NOTE),
        (HEAD, RowKind.HEADING),
        ([3], RowKind.NOTE),
        ([3, "无"], RowKind.NOTE),
        (["3号楼"], RowKind.NOTE),
        ([3, "总小计", None, "13800000003", "惠泽小区3-2-503", "2020-02-03", "武汉"], RowKind.RECORD),
        ([None, "王五"], RowKind.NOTE),
        ([3, "王五", None, None, "惠泽小区3-2-503"], RowKind.RECORD),
    ],
    ids=lambda value: value.value if isinstance(value, RowKind) else str(value[0] or value[1])[:8],
)
def test_a_row_between_records(row, kind: RowKind) -> None:
    assert kinds(ZHANG, row, LI) == [RowKind.RECORD, kind, RowKind.RECORD]


def test_an_empty_row_between_records_is_blank() -> None:
    assert kinds(ZHANG, [], LI) == [RowKind.RECORD, RowKind.BLANK, RowKind.RECORD]


def test_instructions_and_examples_below_the_header_are_no_records() -> None:
    hints = [None, "（必填）", "（18位）", "（手机）", "（详细地址）", "（格式2020-02-08）", "（省市）"]
    numbers = [1, 2, 3, 4, 5, 6, 7]
    assert kinds(hints, ZHANG) == kinds(numbers, ZHANG) == [RowKind.NOTE, RowKind.RECORD]
    assert kinds(["例", *ZHANG[1:]], LI) == [RowKind.NOTE, RowKind.RECORD]


def test_below_the_footer_one_word_is_no_record_but_a_whole_row_is() -> None:
    narrow, signed = ["姓名", "来源地", "返回时间"], ["填表人：周敏", None, None]
    full, alone = ["张三", "武汉", "2020-02-01"], ["李四", None, None]

    def last(*rows) -> RowKind:
        return list(classify(*table_of(narrow, *rows)).kinds.values())[-1]

    assert last(full, alone) is last(full, signed, full) is last(full, signed, full, alone) is RowKind.RECORD
    assert last(full, signed, alone) is RowKind.NOTE


def test_totals_are_kept_with_their_rows() -> None:
    assert rows_of(
        ZHANG, ["小计", None, None, None, None, None, 1], LI, ["合计", None, None, None, None, None, 2]
    ).totals == [2, 4]


def test_the_footer_is_kept_for_its_date() -> None:
    assert rows_of(ZHANG, ["填表日期：2020年2月8日"]).footers == ["填表日期:2020年2月8日"]


def test_a_section_says_the_building_until_the_next_one() -> None:
    found = rows_of(["3号楼"], ZHANG, ["2单元"], LI, ["5号楼"], ZHANG)
    assert list(found.sections.values()) == [
        {"building": "3"},
        {"building": "3", "entrance": "2"},
        {"building": "5"},
    ]


def test_a_remark_is_no_section() -> None:
    assert rows_of(["3号楼"], ZHANG, ["注：以上已核对"], LI).sections.popitem()[1] == {"building": "3"}
