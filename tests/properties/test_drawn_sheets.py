"""Generated layouts: what was written is what is read, and every row is one thing."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from fournets.model import Raw
from fournets.reading.context import ReadingContext
from fournets.reading.sheet import Sheet
from fournets.reading.source import read_sheets

DAY = date(2020, 2, 9)
NAMES = st.text(st.sampled_from("张王李赵钱孙周吴伟芳娜敏静秀强磊洋艳勇军杰涛明霞平刚"), min_size=2, max_size=3)
PEOPLE = st.lists(
    st.tuples(
        NAMES,
        st.integers(13000000000, 13999999999),
        st.tuples(st.integers(1, 30), st.integers(1, 6), st.integers(101, 1804)),
        st.dates(date(2020, 1, 10), DAY),
        st.sampled_from(["武汉", "湖北孝感", "济南", "温州"]),
    ),
    min_size=2,
    max_size=12,
)
COLUMNS = ("name", "phone", "address", "arrive_date", "from_place")
SPELLINGS = {
    "name": ("姓名", "返乡人员姓名", "1.姓　名"),
    "phone": ("联系电话", "手机号", "联系方式（手机）"),
    "address": ("现住址", "家庭住址", "楼号单元房号"),
    "arrive_date": ("返东时间", "返回日期", "到达本市日期"),
    "from_place": ("来源地", "何处返程", "从何地返回"),
}


@st.composite
def layouts(draw) -> tuple[list[list[Raw]], list[tuple]]:
    people = draw(PEOPLE)
    order = draw(st.permutations(COLUMNS))
    serial = draw(st.booleans())
    left, above = draw(st.integers(0, 3)), draw(st.integers(0, 3))
    address = draw(st.sampled_from(["{}-{}-{}", "{}号楼{}单元{}室", "{}#{}-{}", "{}栋{}单元{}"]))
    day = draw(st.sampled_from(["%Y-%m-%d", "%m月%d日", "%Y.%m.%d", "%Y/%m/%d"]))
    head = [draw(st.sampled_from(SPELLINGS[field])) for field in order]
    cells = {
        "name": lambda person: person[0],
        "phone": lambda person: draw(st.sampled_from([person[1], str(person[1]), f" {person[1]} "])),
        "address": lambda person: address.format(*person[2]),
        "arrive_date": lambda person: person[3].strftime(day),
        "from_place": lambda person: person[4],
    }
    pad: list[Raw] = [None] * left
    rows: list[list[Raw]] = [[] for _ in range(above)]
    if draw(st.booleans()):
        rows.append([*pad, "返回人员登记表"])
    rows.append([*pad, *(["序号"] if serial else []), *head])
    for number, person in enumerate(people, 1):
        if draw(st.integers(0, 9)) == 0:
            rows.append([])
        rows.append([*pad, *([number] if serial else []), *(cells[field](person) for field in order)])
    return rows, people


@settings(max_examples=60, deadline=None)
@given(layouts())
def test_what_was_written_is_what_is_read(drawn) -> None:
    rows, people = drawn
    (account,), tables, findings = _read(rows)
    assert account.records == len(people)
    (table,) = tables
    assert table.columns["name"] == [person[0] for person in people]
    assert table.columns["phone"] == [str(person[1]) for person in people]
    assert table.columns["building"] == [str(person[2][0]) for person in people]
    assert table.columns["flat"] == [str(person[2][2]) for person in people]
    assert table.columns["arrive_date"] == [person[3].isoformat() for person in people]
    assert table.columns["from_place"] == [person[4] for person in people]
    assert [finding for finding in findings if finding.code != "heading_by_likeness"] == []


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["姓名", "联系电话", "住址", "体温", "日期", "合计", "无", "同上", "张三", "3-2-501", "2月8日", "√"]
    ),
    st.text(max_size=6),
    st.integers(-10, 50000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=10))
def test_every_row_of_any_sheet_is_exactly_one_thing(rows) -> None:
    accounts, _, _ = _read(rows)
    for account in accounts:
        parts = (account.records, account.blank, account.heading, account.total, account.note, account.held)
        assert sum(parts) == account.rows


def _read(rows):
    found = read_sheets([Sheet("Sheet1", False, rows)], "表.xlsx", ReadingContext(DAY))
    return found.sheets, found.tables, found.findings
