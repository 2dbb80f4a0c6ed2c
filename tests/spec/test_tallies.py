"""The numbers of the day by their definitions (contract, section 4: `tallies.csv`)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.reconciling.drawn import DAY
from tests.spec.drawn_desk import LI, WANG, DrawnDesk, desk_with, number, paper, registered_desk

from fournets.catalogue.tallies import TALLIES, Group, Period
from fournets.model import Results
from fournets.reconciling.day import with_papers
from fournets.reconciling.tracing import behind, count

SECTION_4 = [
    "households",
    "residents",
    "households_checked",
    "households_never_visited",
    "households_no_answer",
    "persons_screened",
    "returnees",
    "returnees_wuhan",
    "returnees_hubei",
    "returnees_key_area",
    "cases_open",
    "cases_to_notify",
    "cases_in_quarantine",
    "cases_to_release",
    "cases_released",
    "notices_issued",
    "notices_signed",
    "pledges_signed",
    "temperatures_due",
    "temperatures_taken",
    "fever_readings",
    "fever_referrals",
    "gate_entries",
    "vehicles_turned_back",
    "persons_turned_back",
    "passes_issued",
    "duty_shifts",
    "people_on_duty",
    "comfort_visits",
    "dispatch_rows",
    "dispatch_not_here",
    "dispatch_registered_mismatch",
    "dispatch_period_over",
    "dispatch_already_managed",
    "dispatch_missed",
    "dispatch_to_verify",
]
SECTION_6 = [
    "grids",
    "grid_workers",
    "branches",
    "property_companies",
    "compounds",
    "checkpoints",
    "volunteers_party",
    "volunteers_resident",
    "disinfected_m2",
    "disinfection_person_times",
    "publicity_squads",
    "announcements",
    "leaflets",
    "wechat_proposals",
    "banners",
    "shopping_errands",
    "rubbish_collections",
    "people_on_duty",
]


def test_every_number_of_the_contract_is_declared() -> None:
    assert set(SECTION_4) | set(SECTION_6) <= set(TALLIES)


@pytest.fixture(scope="module")
def busy() -> Results:
    return desk_with(
        checkpoints="checkpoint | compound\n东门 | 惠泽小区\n西门 | 康乐小区",
        volunteers="""
            name | phone       | kind     | branch | squad
            甲一 | 13905470001 | party    | 一支部 | 先锋队
            乙二 | 13905470002 | party    | 一支部 |
            丙三 | 13905470003 | resident | 二支部 | 先锋队
        """,
        duty="""
            date       | post | shift | name | branch
            2020-02-08 | 东门 | 白班  | 甲一 | 一支部
            2020-02-09 | 东门 | 白班  | 甲一 | 一支部
            2020-02-09 | 东门 | 白班  | 乙二 | 一支部
        """,
        screening="""
            name   | phone       | address         | date       | visit_status
            王建国 | 13905460001 | 惠泽小区3-2-501 | 2020-02-08 | checked
            李志强 | 13905460002 | 惠泽小区3-2-502 | 2020-02-09 | no_answer
        """,
        returnees=f"""
            name   | id_number | from_place | arrive_date
            王建国 | {WANG}    | 武汉       | 2020-02-08
            李志强 | {LI}      | 湖北孝感   | 2020-01-22
        """,
        quarantine=f"""
            name   | id_number | start_date | notice_signed | pledge_signed | released_date
            王建国 | {WANG}    | 2020-02-08 | yes           | no            |
            李志强 | {LI}      | 2020-01-22 | yes           | yes           | 2020-02-09
        """,
        temperatures=f"""
            name   | id_number | date       | slot    | temperature | note
            王建国 | {WANG}    | 2020-02-09 | morning | 37.3        |
            王建国 | {WANG}    | 2020-02-09 | evening |             | 正常
            王建国 | {WANG}    | 2020-02-09 | noon    |             | 未测
        """,
        gate="""
            checkpoint | date       | time  | name | plate   | result
            东门       | 2020-02-09 | 08:00 | 甲一 |         | admitted
            东门       | 2020-02-09 | 08:10 | 丁四 | 鲁C1234 | turned_back
            西门       | 2020-02-08 | 08:10 |      | 鲁C1235 | turned_back
        """,
        disinfection="""
            date       | compound | place | area_m2 | person_times | times
            2020-02-08 | 惠泽     | 楼道  | 1200    | 3            | 2
            2020-02-09 | 惠泽小区 | 楼道  | 800     |              | 3
        """,
        publicity="""
            date       | squad    | place | material     | quantity
            2020-02-08 | 第一小队 | 广场  | announcement | 5
            2020-02-09 | 第二小队 | 市场  | leaflet      | 40
        """,
        errands="""
            date       | name   | address         | service  | times
            2020-02-08 | 王建国 | 惠泽小区3-2-501 | shopping | 2
            2020-02-09 | 王建国 | 惠泽小区3-2-501 | shopping |
            2020-02-09 | 王建国 | 惠泽小区3-2-501 | comfort  | 1
        """,
        passes="plate | name | phone | address | issued_date\n鲁EA1234 | 王建国 | 13905460001 | 惠泽小区3-2-501 | 2020-02-08",
    ).day()


@pytest.mark.parametrize(
    ("tally", "period", "value"),
    [
        ("grids", "current", "2"),
        ("grid_workers", "current", "2"),
        ("compounds", "current", "2"),
        ("property_companies", "current", "2"),
        ("checkpoints", "cumulative", "2"),
        ("branches", "current", "2"),
        ("volunteers_party", "current", "2"),
        ("volunteers_resident", "current", "1"),
        ("people_on_duty", "today", "2"),
        ("people_on_duty", "cumulative", "2"),
        ("duty_shifts", "cumulative", "3"),
        ("households", "current", "3"),
        ("residents", "current", "3"),
        ("households_checked", "current", "1"),
        ("households_no_answer", "current", "1"),
        ("households_never_visited", "current", "1"),
        ("persons_screened", "today", "0"),
        ("persons_screened", "cumulative", "1"),
        ("returnees", "today", "0"),
        ("returnees", "cumulative", "2"),
        ("returnees_wuhan", "cumulative", "1"),
        ("returnees_hubei", "cumulative", "2"),
        ("returnees_key_area", "cumulative", "0"),
        ("cases_open", "current", "1"),
        ("cases_in_quarantine", "current", "1"),
        ("cases_released", "current", "1"),
        ("cases_released", "today", "1"),
        ("notices_issued", "cumulative", "0"),
        ("notices_signed", "current", "2"),
        ("pledges_signed", "current", "1"),
        ("temperatures_due", "today", "2"),
        ("temperatures_taken", "today", "2"),
        ("fever_readings", "today", "1"),
        ("fever_referrals", "today", ""),
        ("gate_entries", "today", "1"),
        ("vehicles_turned_back", "cumulative", "2"),
        ("vehicles_turned_back", "today", "1"),
        ("persons_turned_back", "cumulative", "1"),
        ("passes_issued", "today", "0"),
        ("passes_issued", "cumulative", "1"),
        ("disinfected_m2", "cumulative", "2000"),
        ("disinfected_m2", "today", "800"),
        ("disinfection_person_times", "cumulative", "3"),
        ("disinfection_person_times", "today", ""),
        ("publicity_squads", "cumulative", "2"),
        ("announcements", "cumulative", "5"),
        ("announcements", "today", "0"),
        ("leaflets", "today", "40"),
        ("shopping_errands", "cumulative", "3"),
        ("shopping_errands", "today", "1"),
        ("comfort_visits", "today", "1"),
        ("rubbish_collections", "today", "0"),
        ("dispatch_rows", "current", ""),
    ],
)
def test_definitions(busy: Results, tally: str, period: str, value: str) -> None:
    assert number(busy, tally, period) == value


@pytest.mark.parametrize(
    ("tally", "period", "group", "name", "value"),
    [
        ("households", "current", "grid", "12", "2"),
        ("households", "current", "grid", "13", "1"),
        ("returnees", "cumulative", "grid", "12", "2"),
        ("disinfected_m2", "cumulative", "compound", "惠泽小区", "2000"),
        ("disinfected_m2", "cumulative", "compound", "康乐小区", ""),
        ("volunteers_party", "current", "branch", "一支部", "2"),
        ("volunteers_party", "current", "squad", "先锋队", "1"),
        ("leaflets", "cumulative", "squad", "第二小队", "40"),
        ("gate_entries", "today", "checkpoint", "东门", "1"),
        ("vehicles_turned_back", "cumulative", "compound", "康乐小区", "1"),
        ("people_on_duty", "cumulative", "checkpoint", "东门", "2"),
    ],
)
def test_groups(busy: Results, tally: str, period: str, group: str, name: str, value: str) -> None:
    assert number(busy, tally, period, group, name) == value


def test_every_number_is_the_sum_over_the_records_behind_it(busy: Results) -> None:
    settings = DrawnDesk().settings
    for tally, group, value, period, written in busy.tallies.itertuples(index=False):
        if group == "community" or written not in ("", "0"):
            rows = behind(busy, settings, tally, group, value, period)
            total = count(rows)
            assert (written or "0") == f"{total or 0:.0f}", (tally, group, value, period)
            assert {"form", "file", "sheet", "row", "column"} <= set(rows.columns)


def test_zero_and_not_reported_are_different_answers() -> None:
    desk = registered_desk()
    desk.add("第12网格.xlsx", screening="name | address | date | visit_status")
    desk.titled("第12网格入户摸排表", "2020-02-09")
    results = desk.day()
    assert number(results, "persons_screened", "today") == "0"
    assert number(results, "persons_screened", "today", "grid", "12") == "0"
    assert number(results, "persons_screened", "today", "grid", "13") == ""
    assert number(results, "returnees", "cumulative") == ""


def test_yesterdays_report_is_none_today() -> None:
    desk = desk_with(screening="name | address | date | visit_status\n王建国 | 惠泽小区3-2-501 | 2020-02-08 | checked")
    results = desk.day()
    assert number(results, "persons_screened", "today") == ""
    assert number(results, "persons_screened", "cumulative") == "1"


def test_a_past_day_counts_nothing_that_came_later() -> None:
    desk = desk_with(duty="date | post | name\n2020-02-08 | 东门 | 甲一\n2020-02-09 | 东门 | 乙二")
    assert number(desk.day(date(2020, 2, 8)), "people_on_duty", "cumulative") == "1"
    assert number(desk.day(), "people_on_duty", "cumulative") == "2"


def test_notices_are_counted_once_they_are_issued() -> None:
    desk = desk_with(returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-02-08")
    results = desk.day()
    issued = [paper("notice", "胜景隔告〔2020〕1号", results.cases.iloc[0], DAY)]
    after = with_papers(results, issued, desk.reads, desk.settings)
    assert number(after, "notices_issued", "today") == "1"
    assert list(after.cases["notice_number"]) == ["胜景隔告〔2020〕1号"]
    assert len(after.tallies) == len(results.tallies)
    desk.identifiers.papers += issued
    assert number(desk.day(DAY + timedelta(days=1)), "notices_issued", "today") == "0"
    assert number(desk.day(DAY + timedelta(days=1)), "notices_issued", "cumulative") == "1"


def test_a_tally_that_there_is_not_is_refused(busy: Results) -> None:
    with pytest.raises(KeyError):
        behind(busy, DrawnDesk().settings, "nothing")
    with pytest.raises(ValueError, match="week"):
        behind(busy, DrawnDesk().settings, "grids", period="week")


def test_declarations_name_periods_and_groups_once() -> None:
    for tally in TALLIES.values():
        assert len(set(tally.periods)) == len(tally.periods) and set(tally.periods) <= set(Period)
        assert Group.COMMUNITY not in tally.groups


def test_a_post_by_another_word_is_the_registers() -> None:
    desk = desk_with(
        checkpoints="checkpoint | compound\n惠泽小区东门劝返点 | 惠泽小区\n康乐小区北门 | 康乐小区",
        gate="""
        checkpoint       | date       | name | result
        惠泽小区东门门岗 | 2020-02-09 | 甲某 | admitted
        康乐小区北门     | 2020-02-09 | 乙某 | admitted
        """,
    )
    results = desk.day()
    assert number(results, "gate_entries", "today", "checkpoint", "惠泽小区东门劝返点") == "1"
    assert number(results, "gate_entries", "today", "compound", "惠泽小区") == "1"


def test_a_gate_book_that_never_says_what_became_of_anybody_gives_no_number() -> None:
    book = "checkpoint | date | name | plate | result\n"
    silent = [f"东门 | 2020-02-09 | {name} | 鲁E12345 | " for name in ("甲某", "乙某")]
    desk = desk_with(gate=book + "\n".join(silent))
    for tally in ("gate_entries", "vehicles_turned_back", "persons_turned_back"):
        assert number(desk.day(), tally, "today") == number(desk.day(), tally, "cumulative") == ""
    posts = "checkpoint | compound\n东门 | 惠泽小区\n西门 | 惠泽小区"
    spoken = "\n".join([*silent, "西门 | 2020-02-09 | 丙某 | | admitted"])
    told = desk_with(gate=book + spoken, checkpoints=posts).day()
    assert number(told, "gate_entries", "today") == "1" and number(told, "persons_turned_back", "today") == "0"
    assert number(told, "gate_entries", "today", "checkpoint", "东门") == ""


def test_a_temperature_without_an_address_is_its_persons_compounds() -> None:
    desk = desk_with(
        temperatures=f"name | id_number | date | slot | temperature\n王建国 | {WANG} | 2020-02-09 | morning | 36.5"
    )
    assert number(desk.day(), "temperatures_taken", "today", "compound", "惠泽小区") == "1"
