"""What sheets say in words about the count, and what it does to a stay (domain, section 3: the history is kept)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.spec.drawn_desk import WANG, DrawnDesk, desk_with, found

from fournets.reconciling.case_changes import read_change

ARRIVED = "2020-02-01"


@pytest.mark.parametrize(
    ("text", "since", "until", "longer"),
    [
        ("隔离期延长至2月20日", "", "2020-02-20", 0),
        ("延至2.20", "", "2020-02-20", 0),
        ("因病情延长隔离到2020年2月20日", "", "2020-02-20", 0),
        ("延长7天", "", "", 7),
        ("重新隔离 2月10日起", "2020-02-10", "", 0),
        ("2月10日起重新计算", "2020-02-10", "", 0),
        ("因2月8日再次接触确诊病例，重新计算", "2020-02-08", "", 0),
        ("2月3日返回单位，2月8日再次接触确诊者，重新计算", "2020-02-08", "", 0),
        ("2月6日与确诊病例接触", "2020-02-06", "", 0),
        ("重新隔离至2月24日", "", "2020-02-24", 0),
        ("2月10日起重新隔离至2月24日", "2020-02-10", "", 0),
    ],
)
def test_words_that_say_how_long(text: str, since: str, until: str, longer: int) -> None:
    change = read_change(text, ARRIVED)
    assert change is not None
    assert (change.since, change.until, change.longer) == (since, until, longer)


@pytest.mark.parametrize(
    "text", ["因再次接触重新计算", "隔离期延长", "2月4日、2月8日两次接触后重新计算", "1月20日起重新计算"]
)
def test_words_without_a_day_of_their_own_are_asked_about(text: str) -> None:
    change = read_change(text, ARRIVED)
    assert change is not None and not change.is_clear


@pytest.mark.parametrize(
    "text",
    [
        "2月8日出院回家继续隔离",
        "", "身体正常", "无需延长至2月20日", "如有接触重新计算", "建议延长7天", "妻子重新隔离 2月10日起", "体温36.5",
        "1月20日接触过确诊病例", "2月6日与湖北人员接触", "住3-2-501",
    ],
)  # fmt: skip
def test_words_that_change_nothing(text: str) -> None:
    assert read_change(text, ARRIVED) is None


def ledger(note: str, due: str = "") -> DrawnDesk:
    head = "name | id_number | start_date | due_date | notice_signed | note"
    return desk_with(quarantine=f"{head}\n王建国 | {WANG} | {ARRIVED} | {due} | yes | {note}")


def test_a_longer_count_moves_the_end_and_both_ways_stay_written() -> None:
    results = ledger("隔离延长至2月20日").day()
    case = results.cases.iloc[0]
    assert case["due_date"] == "2020-02-20"
    assert case["arithmetic"] == "2月1日开始隔离，隔离14天，至2月15日24时；表上写“隔离延长至2月20日”，至2月20日24时"
    (told,) = found(results, "count_changed")
    assert (told.params["original"], told.params["due"]) == ("2月15日", "2月20日")


def test_a_count_begun_again_runs_fourteen_days_from_its_day() -> None:
    case = ledger("因2月8日再次接触确诊病例，重新计算").case()
    assert (case["due_date"], case["status"]) == ("2020-02-22", "in_quarantine")
    assert "2月8日起重新计算，至2月22日24时" in case["arithmetic"]


def test_a_count_that_begins_after_the_day_has_not_begun() -> None:
    desk = ledger("2月10日起重新隔离")
    assert desk.case()["due_date"] == "2020-02-15"
    assert desk.case(date(2020, 2, 10))["due_date"] == "2020-02-24"


@pytest.mark.parametrize("note", ["延长至2月10日", "延长至7月1日", "因再次接触重新计算", ""])
def test_nothing_shortens_a_count_and_a_slip_of_the_pen_does_not_count(note: str) -> None:
    assert ledger(note).case()["due_date"] == "2020-02-15"


def test_a_last_day_set_by_hand_stands_beside_ours() -> None:
    results = ledger("", "2020-02-18").day()
    case = results.cases.iloc[0]
    assert (case["due_date"], case["arithmetic"][-15:]) == ("2020-02-15", "；台账写的期满日期是2月18日")
    assert [one.params["written"] for one in found(results, "due_differs")] == ["2月18日"]


def test_a_last_day_that_the_words_explain_is_no_contradiction() -> None:
    assert not found(ledger("延长至2月18日", "2020-02-18").day(), "due_differs")


def test_a_dated_contact_of_a_visit_begins_the_count_again() -> None:
    visits = "name | phone | address | date | contact\n王建国 | 13905460001 | 惠泽小区3-2-501 | 2020-02-08 | 2月6日接触确诊病例"
    arrivals = f"name | id_number | phone | from_place | arrive_date\n王建国 | {WANG} | 13905460001 | 武汉 | {ARRIVED}"
    results = desk_with(returnees=arrivals, screening=visits).day()
    assert results.cases.iloc[0]["due_date"] == "2020-02-20"
    assert found(results, "count_changed") and not found(results, "new_contact")
