"""A whole day of other hands: cases, buckets, coverage and numbers follow from the sheets alone."""

from __future__ import annotations

import pytest
from tests.held_apart.measure_day import measure

pytestmark = pytest.mark.desk


def test_the_day_comes_out_right(tmp_path):
    score = measure(tmp_path / "desk", 5, 300, 5)
    assert score.total["wrong without"] == 0
    assert score.outcomes == {
        "people mixed up": 0,
        "cases": 0,
        "dispatch": 0,
        "coverage": 0,
        "tallies": 0,
        "links": 0,
        "sums": 0,
    }
