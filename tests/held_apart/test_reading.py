"""Sheets of other hands: a value is right, or empty with a finding; no digit is guessed, rows add up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.held_apart import other_wordings, third_wordings, wordings
from tests.held_apart.measure import Score, measure

DESKS = [
    (5, {}, "own"),
    (6, other_wordings.HEADINGS, "own"),
    (7, third_wordings.HEADINGS, "own"),
    (8, {}, "neighbours"),
    (9, {}, "east_gate"),
]
"""Seed, words and office of the desks that are read."""


@pytest.fixture(scope="module", params=DESKS)
def score(request, tmp_path_factory) -> Iterator[Score]:
    seed, words, office = request.param
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(wordings, "HEADINGS", {**wordings.HEADINGS, **words})
        yield measure(tmp_path_factory.mktemp("held"), seed, 200, office=office)


def complaints(score: Score, kind: str) -> list[str]:
    return [str(complaint) for complaint in score.complaints if complaint.kind == kind]


def test_no_value_is_wrong_without_a_finding(score):
    assert complaints(score, "wrong without") == []


def test_a_cell_that_must_be_asked_about_has_its_finding(score):
    assert complaints(score, "finding missing") == []


def test_the_rows_of_every_sheet_add_up(score):
    assert complaints(score, "rows do not add up") == []


def test_a_sheet_that_is_no_form_is_not_taken_for_one(score):
    assert complaints(score, "foreign taken") == []


def test_nearly_every_cell_is_read(score):
    total = score.total
    assert total["right"] >= 0.98 * total["cells"]


def test_nearly_every_record_is_found(score):
    total = score.total
    assert total["record missing"] <= 0.02 * total["records"]
