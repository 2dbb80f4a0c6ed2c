"""Whether the cells of a column agree with what its heading may announce."""

from __future__ import annotations

import pytest
from tests.reading.sheets import DAY, grid

from fournets.catalogue.fields import Column, Kind
from fournets.catalogue.forms import FORMS
from fournets.model import Raw
from fournets.reading.context import ReadingContext
from fournets.reading.layout.regions import find_blocks
from fournets.reading.recognising.agreement import LISTED, Look, supported

LIKENESS = 0.85


def column_of(form: str, field: str) -> Column:
    return next(column for column in FORMS[form].columns if column.field == field and not column.fixed)


def score(column: Column, cells: list[Raw], given: float) -> float:
    return supported(given, column, 0, Look({0: cells}, ReadingContext(DAY)))


@pytest.mark.parametrize(
    ("form", "field", "agreeing", "otherwise"),
    [
        ("returnees", "phone", ["13800000001", 13800000002], ["张三", "李四"]),
        ("returnees", "arrive_date", ["2020-02-01", "2月2日"], ["武汉", "孝感"]),
        ("returnees", "from_place", ["武汉", "孝感"], ["13800000001", "13800000002"]),
        ("returnees", "from_place", ["武汉", "孝感"], ["3号楼2单元501", "3号楼2单元502"]),
        ("returnees", "companions", ["2", "3人"], ["36.5", "36.6"]),
        ("screening", "people_count", ["3人", "约2000"], ["惠泽小区", "康乐小区"]),
    ],
)
def test_a_likeness_needs_the_cells(form: str, field: str, agreeing: list[Raw], otherwise: list[Raw]) -> None:
    column = column_of(form, field)
    assert 0 < score(column, agreeing, LIKENESS) <= LIKENESS
    assert score(column, otherwise, LIKENESS) == 0


def test_a_listed_heading_stands_by_itself() -> None:
    assert score(column_of("returnees", "from_place"), ["甲", "乙"], LISTED) == LISTED


def test_a_weak_likeness_over_empty_cells_is_not_enough() -> None:
    column = column_of("returnees", "arrive_date")
    assert score(column, [], 0.7) == 0 and score(column, [], 0.8) > 0


def test_a_listed_heading_of_numbers_over_names_is_no_number() -> None:
    column = column_of("disinfection", "person_times")
    assert score(column, ["张三", "李四"], LISTED) == 0 and score(column, [3, 4], LISTED) == LISTED


def test_hours_are_no_days_and_days_no_hours() -> None:
    hour, day = column_of("fever", "time"), column_of("fever", "date")
    assert score(hour, ["2月8日", "2月9日"], LISTED) == 0 and score(hour, ["8:30", "9:15"], LISTED) == LISTED
    assert score(day, ["8:30", "9:15"], LISTED) == 0 and score(day, ["2月8日", "2月9日"], LISTED) == LISTED


def test_only_rows_that_may_be_records_are_looked_at() -> None:
    head = ["姓名", "联系电话", "现住址", "返回时间", "来源地", "备注"]
    person = ["张三", "13800000001", "3-2-501", "2020-02-01", "武汉", "无"]
    cells = grid(head, ["3号楼"], person, ["合计", "1人"])
    (block,) = find_blocks(cells, {})
    assert Look.at(cells, block, ReadingContext(DAY)).samples[0] == ["张三"]


def test_truth_values_are_looked_at_like_words() -> None:
    cells = grid(["姓名", "联系电话", "是否武汉"], ["张三", "13800000001", True], ["李四", "13800000002", False])
    (block,) = find_blocks(cells, {})
    assert Look.at(cells, block, ReadingContext(DAY)).samples[2] == [True, False]


def test_a_share_below_the_least_that_is_asked_for_is_told_as_nothing_until_less_is_asked_for() -> None:
    look = Look({0: ["13800000001", "张三", "李四", "王五"]}, ReadingContext(DAY))
    asked = [look.share(Kind.PHONE, 0, least) for least in (0.8, 0.5, 0.25, 0.8, 0.0)]
    assert asked == [0.0, 0.0, 0.25, 0.25, 0.25]


def test_cells_of_which_half_are_of_the_kind_leave_the_heading_its_word() -> None:
    column = column_of("returnees", "phone")
    assert score(column, ["13800000001", "张三"], LIKENESS) > 0
    assert score(column, ["13800000001", "张三", "李四"], LIKENESS) == 0
