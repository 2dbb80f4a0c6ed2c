"""The superior's lists: as long as the number they are of, and what a line says of its person on that day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reconciling.drawn import DAY, SETTINGS
from tests.spec.drawn_desk import LI, WANG, ZHAO, DrawnDesk, desk_with

from fournets.catalogue.superior import ListAsked, list_meant
from fournets.catalogue.tallies import TALLIES, Period
from fournets.catalogue.tally_names import NumberAsked
from fournets.reconciling.tracing import records_behind
from fournets.writing.lookups import Lookups
from fournets.writing.superior.facts import Above, Line

RETURNEES = f"""
    name   | id_number | address              | from_place | arrive_date | wuhan
    王建国 | {WANG}    | 惠泽小区3号楼2单元501 | 湖北武汉   | 2020-02-01  | yes
    李志强 | {LI}      | 惠泽小区3号楼2单元502 | 江苏南京   | 2020-02-08  | no
    赵海涛 | {ZHAO}    | 惠泽小区6号楼1单元101 | 江苏南京   | 2020-01-20  | no
"""
QUARANTINE = f"""
    name   | id_number | start_date | released_date | notice_signed
    王建国 | {WANG}    | 2020-02-01 |               | yes
    赵海涛 | {ZHAO}    | 2020-01-20 | 2020-02-04    | yes
"""
TEMPERATURES = f"""
    name   | id_number | date       | slot    | temperature
    王建国 | {WANG}    | 2020-02-09 | morning | 36.5
    王建国 | {WANG}    | 2020-02-09 | evening | 37.6
    王建国 | {WANG}    | 2020-02-08 | evening | 36.1
"""
DUTY = """
    date       | post         | shift | name | kind
    2020-02-09 | 惠泽小区东门 | 早班  | 周敏 | party
    2020-02-08 | 惠泽小区东门 | 早班  | 周敏 | party
"""
LISTED = [
    (name, period) for name, what in TALLIES.items() for period in what.periods if not what.amount and what.each == 1
]


def drawn() -> DrawnDesk:
    return desk_with(returnees=RETURNEES, quarantine=QUARANTINE, temperatures=TEMPERATURES, duty=DUTY)


@pytest.fixture
def desk() -> DrawnDesk:
    return drawn()


@pytest.fixture(scope="module")
def wang() -> Line:
    """The line of one person, not to be changed."""
    return lines(drawn(), "在隔离人员")["王建国"]


def above(desk: DrawnDesk, day: date = DAY) -> Above:
    results = desk.day(day)
    return Above(Lookups(results), SETTINGS, records_behind(results, SETTINGS))


def lines(desk: DrawnDesk, name: str, day: date = DAY) -> dict[str, Line]:
    asked = list_meant(name)
    assert asked is not None
    return {line.person["name"]: line for line in above(desk, day).lines(asked)}


def test_every_list_is_as_long_as_its_number(desk: DrawnDesk) -> None:
    source = above(desk)
    for name, period in LISTED:
        made = source.lines(ListAsked((NumberAsked(name, Period(period)),)))
        assert source.lookups.figure(name, period) in (str(len(made)), "" if not made else None), (name, period)


def test_who_is_on_a_list_and_in_which_order(desk: DrawnDesk) -> None:
    assert list(lines(desk, "返回人员")) == ["王建国", "李志强", "赵海涛"]
    assert list(lines(desk, "在隔离人员")) == ["王建国", "李志强"]
    assert list(lines(desk, "已解除隔离")) == ["赵海涛"]
    assert list(lines(desk, "在隔离人员、武汉返回人员")) == ["王建国"]


def test_a_person_who_came_twice_has_one_line(desk: DrawnDesk) -> None:
    again = f"""
        name   | id_number | address              | from_place | arrive_date
        赵海涛 | {ZHAO}    | 惠泽小区6号楼1单元101 | 河北石家庄 | 2020-02-09
    """
    desk.add("又.xlsx", returnees=again)
    assert lines(desk, "返回人员")["赵海涛"].says("returnees", "arrive_date", {}) == "2020-02-09"


@pytest.mark.parametrize(
    ("form", "name", "stated", "said"),
    [
        ("superior", "age", {}, "40"),
        ("superior", "birth_date", {}, "1980-01-01"),
        ("superior", "category", {}, "武汉"),
        ("superior", "status", {}, "隔离中"),
        ("superior", "release", {}, "2020-02-15"),
        ("superior", "days", {}, "14"),
        ("superior", "days_so_far", {}, "8"),
        ("superior", "grid_worker", {}, "周敏"),
        ("superior", "grid_phone", {}, "13905460012"),
        ("households", "phone", {}, "13905460001"),
        ("households", "address", {}, "惠泽小区3号楼2单元501室"),
        ("returnees", "wuhan", {}, "yes"),
        ("quarantine", "released", {}, "no"),
        ("quarantine", "notice_signed", {}, "yes"),
        ("temperatures", "temperature", {}, "37.6"),
        ("temperatures", "temperature", {"slot": "morning"}, "36.5"),
        ("temperatures", "temperature", {"slot": "noon"}, ""),
        ("fever", "receiver", {}, ""),
    ],
)
def test_what_a_line_says(wang: Line, form: str, name: str, stated: dict[str, str], said: str) -> None:
    assert wang.says(form, name, stated) == said


def test_the_release_of_who_is_released_is_the_day_itself(desk: DrawnDesk) -> None:
    line = lines(desk, "返回人员")["赵海涛"]
    assert line.says("superior", "release", {}) == "2020-02-04" and not line.is_open


def test_what_comes_after_the_day_is_not_told(desk: DrawnDesk) -> None:
    line = lines(desk, "在隔离人员", date(2020, 2, 8))["王建国"]
    assert line.says("temperatures", "temperature", {}) == "36.1"
    assert list(lines(desk, "返回人员", date(2020, 2, 7))) == ["王建国", "赵海涛"]


def test_things_have_lines_too(desk: DrawnDesk) -> None:
    asked = list_meant("执勤班次")
    assert asked is not None
    made = above(desk).lines(asked)
    assert [line.says("duty", "post", {}) for line in made] == ["惠泽小区东门"] * 2
    grids = above(desk).lines(ListAsked((NumberAsked("grids", Period.CURRENT),)))
    assert [(line.says("grids", "grid", {}), line.says("superior", "grid_worker", {})) for line in grids] == [
        ("12", "周敏"),
        ("13", "高远"),
    ]
