"""Who was measured when, and what is missing."""

from __future__ import annotations

import pytest
from tests.spec.drawn_desk import WANG, desk_with

from fournets.reconciling.temperature_days import Readings, days_from, name_gaps


def readings(*lines: str) -> tuple[Readings, str]:
    rows = "\n".join(f"王建国 | {WANG} | {line}" for line in lines)
    desk = desk_with(temperatures=f"name | id_number | date | slot | temperature | note\n{rows}")
    view = desk.view()
    return Readings(view), view.linked.records["temperatures"]["person_id"].iloc[0]


@pytest.mark.parametrize(
    ("lines", "gaps"),
    [
        (["2020-02-08 | morning | 36.5 |", "2020-02-08 | evening | 36.6 |"], []),
        (["2020-02-08 | morning | 36.5 |", "2020-02-08 | evening | | 正常"], []),
        (["2020-02-08 | morning | 36.5 |", "2020-02-08 | evening | | 未测"], [("2020-02-08", "evening")]),
        (["2020-02-08 | evening | 36.5 |"], [("2020-02-08", "morning")]),
        (["2020-02-08 | | 36.5 |", "2020-02-08 | | 36.6 |"], []),
        (["2020-02-07 | morning | 36.5 |"], [("2020-02-08", "morning"), ("2020-02-08", "evening")]),
    ],
)
def test_two_readings_a_day(lines: list[str], gaps: list[tuple[str, str]]) -> None:
    kept, person = readings(*lines)
    assert kept.missing(person, ["2020-02-08"]) == gaps


def test_fevers_between_two_days() -> None:
    kept, person = readings("2020-02-07 | morning | 37.3 |", "2020-02-08 | morning | 37.2 |")
    assert kept.fevers(person, "2020-02-01", "2020-02-09") == ["2020-02-07"]
    assert kept.fevers(person, "2020-02-08", "2020-02-09") == []


def test_days_from_first_to_last() -> None:
    assert days_from("2020-01-31", "2020-02-01") == ["2020-01-31", "2020-02-01"]
    assert days_from("2020-02-02", "2020-02-01") == []


def test_few_gaps_are_named_many_are_counted() -> None:
    two = [("2020-02-07", "evening"), ("2020-02-08", "morning")]
    assert name_gaps(two) == "2月7日下午、2月8日上午"
    assert name_gaps([*two, *two]) == "2月7日至2月8日间共4次"
