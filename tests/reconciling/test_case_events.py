"""Which rows speak of one stay."""

from __future__ import annotations

from tests.spec.drawn_desk import WANG, desk_with

from fournets.reconciling.case_events import Stay, days_between, gather


def stays(*days: str, ledger: str = "") -> list[Stay]:
    rows = "\n".join(f"王建国 | {WANG} | {day}" for day in days)
    forms = {"returnees": f"name | id_number | arrive_date\n{rows}"} if days else {}
    if ledger:
        forms["quarantine"] = f"name | id_number | start_date\n王建国 | {WANG} | {ledger.strip('-')}"
    return gather(desk_with(**forms).view())


def test_fourteen_days_are_one_stay_fifteen_are_two() -> None:
    assert [stay.arrivals for stay in stays("2020-01-20", "2020-02-03")] == [["2020-01-20", "2020-02-03"]]
    assert [stay.arrivals for stay in stays("2020-01-20", "2020-02-04")] == [["2020-01-20"], ["2020-02-04"]]


def test_a_ledgers_row_goes_to_the_nearest_arrival() -> None:
    first, second = stays("2020-01-20", "2020-02-04", ledger="2020-02-05")
    assert (first.starts, second.starts) == ([], ["2020-02-05"])


def test_a_ledgers_row_without_a_day_goes_to_the_latest_stay() -> None:
    first, second = stays("2020-01-20", "2020-02-04", ledger="-")
    assert (len(first.of("quarantine")), len(second.of("quarantine"))) == (0, 1)


def test_a_row_without_any_day_is_a_stay_of_its_own_when_there_is_no_other() -> None:
    (stay,) = stays(ledger="-")
    assert (stay.arrived, stay.anchors) == ("", [])


def test_the_latest_arrival_counts() -> None:
    (stay,) = stays("2020-02-01", "2020-01-30")
    assert stay.arrived == "2020-02-01"


def test_days_between() -> None:
    assert days_between("2020-01-31", "2020-02-02") == 2
