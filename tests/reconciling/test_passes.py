"""Which cars get a pass printed, how many a day, and the check digit of its number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest
from tests.writing.invented import DAY, PERSON, results, settings

from fournets.catalogue.documents import check_digit
from fournets.catalogue.findings import message
from fournets.catalogue.settings import Printing, Settings
from fournets.model import Paper
from fournets.reconciling.papers import Issued, issue

SETTINGS = settings()
CAR = {
    "pass_number": "",
    "plate": "鲁E12345",
    "name": "王芳",
    "phone": "",
    **{part: PERSON[part] for part in ("compound", "building", "entrance", "flat", "grid")},
    "issued_date": "",
    "valid_until": "",
}


def issued(
    cars: Sequence[dict[str, str]], before: Sequence[Paper] = (), days: int = 0, chosen: Settings = SETTINGS
) -> Issued:
    day = DAY + timedelta(days=days)
    return issue(results([], records={"passes": cars}, day=day), before, chosen, day)


def cars(count: int) -> list[dict[str, str]]:
    return [{**CAR, "plate": f"鲁E{number:05d}"} for number in range(count)]


@pytest.mark.parametrize(
    ("record", "count"),
    [
        ({}, 1),
        ({"issued_date": DAY.isoformat()}, 1),
        ({"valid_until": DAY.isoformat()}, 1),
        ({"compound": ""}, 1),
        ({"pass_number": "惠泽-012"}, 0),
        ({"issued_date": "2020-02-01"}, 0),
        ({"valid_until": "2020-02-08"}, 0),
        ({"plate": ""}, 0),
    ],
)
def test_only_cars_without_a_pass_get_one(record: dict[str, str], count: int) -> None:
    assert len(issued([{**CAR, **record}]).papers) == count


def test_a_car_that_has_a_number_in_any_register_has_its_pass() -> None:
    assert issued([{**CAR, "pass_number": "012"}, CAR]).papers == []


def test_printed_once_and_again_when_what_stands_on_it_changes() -> None:
    first = issued([CAR]).papers
    assert issued([CAR], first, days=1).papers == []
    (again,) = issued([{**CAR, "valid_until": "2020-03-31"}], first, days=1).papers
    assert (again.version, again.replaces) == (2, first[0].number)


@pytest.mark.parametrize(
    ("plate", "sort"), [("鲁E12345", "居民车辆"), ("鲁B12345", "外地车辆"), ("苏AD12345", "外地车辆")]
)
def test_sort_and_colour_go_by_the_plate(plate: str, sort: str) -> None:
    fields = issued([{**CAR, "plate": plate}]).papers[0].fields
    assert fields["证类"] == sort
    assert (fields["底色"] == "E2F0D9") == (sort == "居民车辆")


def test_thousands_are_printed_a_day_s_worth_at_a_time() -> None:
    chosen = SETTINGS.model_copy(update={"printing": Printing(passes_a_day=200)})
    every = cars(3000)
    first = issued(every, chosen=chosen)
    assert len(first.papers) == 200
    assert "2800 张" in message(first.findings[0])
    assert issued(every, first.papers, chosen=chosen).papers == []
    second = issued(every, first.papers, days=1, chosen=chosen)
    assert [paper.sequence for paper in second.papers] == list(range(201, 401))


def test_none_when_the_office_prints_none() -> None:
    chosen = SETTINGS.model_copy(update={"printing": Printing(passes_a_day=0)})
    assert issued(cars(3), chosen=chosen) == Issued([], [])


def test_number_ends_in_its_check_digit() -> None:
    assert issued([CAR]).papers[0].number == f"胜景证〔2020〕1-{check_digit('20201')}号"


@pytest.mark.parametrize(("digits", "check"), [("0794", 5), ("00200667308", 5)])
def test_check_digits_of_the_standard(digits: str, check: int) -> None:
    assert check_digit(digits) == check


@pytest.mark.parametrize("digits", ["20201", "2020127", "20203000"])
def test_a_wrong_digit_and_exchanged_ones_show(digits: str) -> None:
    wrong = [digits[:at] + other + digits[at + 1 :] for at in range(len(digits)) for other in "0123456789"]
    swapped = [
        digits[:at] + two + one + digits[at + 2 :] for at, (one, two) in enumerate(pairwise(digits)) if one != two
    ]
    checks = {check_digit(other) for other in {*wrong} - {digits}}
    assert check_digit(digits) not in checks
    assert sum(check_digit(other) == check_digit(digits) for other in swapped) == 0
