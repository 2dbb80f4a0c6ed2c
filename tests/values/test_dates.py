"""Every style of date, the years of year-less ones, and what must be asked instead of guessed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.values.dates import find_date, join_date, parse_date, parse_period

NEAR = date(2020, 2, 9)
WINTER = st.dates(date(2019, 12, 1), date(2020, 4, 30))

RIGHT = {
    "2020-02-08": """2.8 2.08 2/8 2-8 02-08 2月8日 2月8号 2月8 8号 2020.2.8 2020年2月8日 2020-2-8 2020/02/08 20200208 20.2.8 20/2/8
        正月十五 元宵节 元宵 昨天 昨日 2月8日上午 2月8日返 2.08晚到 二月八日 二〇二〇年二月八日 8-Feb-20 2020-02-08T14:00:00 43869 农历正月十五 2.8日 0208""",
    "2020-01-24": "年三十 除夕 大年三十 1.24 2020.1.24",
    "2020-01-25": "初一 大年初一 春节 正月初一",
    "2020-01-29": "初五 正月初五 年初五",
    "2020-01-23": "腊月二十九 腊月廿九",
    "2020-02-23": "二月初一",
    "2019-12-25": "12.25 12月25日 2019/12/25",
    "2020-02-10": "2.10 2月10日",
    "2020-02-09": "今天 今早 今日",
}


@pytest.mark.parametrize(("written", "day"), [(text, day) for day, texts in RIGHT.items() for text in texts.split()])
def test_a_style_of_date(written: str, day: str) -> None:
    parsed = parse_date(written, near=NEAR, fill_date=NEAR)
    assert (parsed.value, parsed.problems) == (day, ())


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (43869, "2020-02-08"),
        (" 2020 年 2 月 8 日 ", "2020-02-08"),
        (43869.6, "2020-02-08"),
        (20200208, "2020-02-08"),
        (2.8, "2020-02-08"),
        (datetime(2020, 2, 8, 14, 30), "2020-02-08"),
        (date(2020, 2, 8), "2020-02-08"),
        ("2020/2/8 14:30", "2020-02-08"),
        ("2020-2-8 00:00:00", "2020-02-08"),
        ("２０２０．２．８", "2020-02-08"),
        ("Feb 8", "2020-02-08"),
        ("", ""),
        (None, ""),
        ("无", ""),
    ],
)
def test_a_kind_of_cell(cell, day: str) -> None:
    parsed = parse_date(cell, near=NEAR)
    assert (parsed.value, parsed.problems) == (day, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (2.1, "date_ambiguous"),
        (1.2, "date_ambiguous"),
        ("1.23-1.25", "date_range"),
        ("1月23日至25日", "date_range"),
        ("1月底", "date_range"),
        ("2月30日", "date_unreadable"),
        ("昨天", "date_relative"),
        ("8号", "date_relative"),
        ("不记得了", "date_unreadable"),
        (3.14159, "date_unreadable"),
    ],
)
def test_what_cannot_be_known_is_empty_and_said(cell, code: str) -> None:
    parsed = parse_date(cell, near=NEAR)
    assert parsed.value == ""
    assert [problem.code for problem in parsed.problems] == [code]


def test_relative_words_count_from_the_fill_date_only() -> None:
    assert parse_date("昨天", near=NEAR, fill_date=date(2020, 2, 1)).value == "2020-01-31"


def test_a_day_alone_is_the_latest_not_after_the_fill_date() -> None:
    assert parse_date("28号", near=NEAR, fill_date=NEAR).value == "2020-01-28"


@given(WINTER, st.sampled_from(["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d", "%m月%d日", "%m/%d"]))
def test_what_was_written_is_what_is_read(day: date, style: str) -> None:
    assert parse_date(day.strftime(style), near=NEAR).value == day.isoformat()


@given(WINTER)
def test_serials_and_parsed_days_come_back(day: date) -> None:
    assert parse_date((day - date(1899, 12, 30)).days, near=NEAR).value == day.isoformat()
    assert parse_date(day.isoformat(), near=NEAR).value == day.isoformat()


@given(st.text(max_size=20) | st.floats(allow_nan=False) | st.integers())
def test_anything_else_is_a_day_or_a_problem(cell) -> None:
    parsed = parse_date(cell, near=NEAR, fill_date=NEAR)
    assert parsed.value == "" or abs(date.fromisoformat(parsed.value) - NEAR) < timedelta(days=4_000_000)


def test_three_columns_make_a_day() -> None:
    assert join_date("2020年", "1月", "23日", near=NEAR).value == "2020-01-23"
    assert join_date("", 12, 30, near=NEAR).value == "2019-12-30"
    assert join_date(2020, "某", 3, near=NEAR).problems[0].code == "date_unreadable"
    assert join_date("", "", "", near=NEAR).problems == ()
    assert join_date(2020, 2, "13800000001", near=NEAR).problems[0].code == "date_unreadable"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2月8日体温监测表", date(2020, 2, 8)),
        ("返乡摸排表2.6", date(2020, 2, 6)),
        ("名单20200208", date(2020, 2, 8)),
        ("体温0208", date(2020, 2, 8)),
        ("2020年2月8日消毒记录", date(2020, 2, 8)),
        ("第12网格3号楼", None),
        ("1月25日至2月8日", None),
    ],
)
def test_a_day_inside_a_title(text: str, day: date | None) -> None:
    assert find_date(text, NEAR) == day


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("1.25-2.8", "2020-02-08"),
        ("1月25日至2月8日", "2020-02-08"),
        ("2020-01-25至2020-02-08", "2020-02-08"),
        ("1月25日—31日", "2020-01-31"),
        ("自1.25到2.8止", "2020-02-08"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written: str, last: str) -> None:
    assert parse_period(written, near=date(2020, 2, 9)) == ("2020-01-25", last)


@pytest.mark.parametrize("written", ["2020-02-08", "2月8日", "2.8-1.25", "14天", "", "无"])
def test_what_is_no_period_is_none(written: str) -> None:
    assert parse_period(written, near=date(2020, 2, 9)) is None
