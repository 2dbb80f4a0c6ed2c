"""Three days of another city's old town, by authors of other habits: records, people, cases and numbers of each day."""

from __future__ import annotations

import pytest
from tests.held_apart.measure_days import FIRST_DAYS, measure

pytestmark = pytest.mark.desk


def test_three_days_around_the_end_of_february_come_out_right(tmp_path) -> None:
    assert not measure(tmp_path / "town", 1, FIRST_DAYS[1], 5, other=True)
