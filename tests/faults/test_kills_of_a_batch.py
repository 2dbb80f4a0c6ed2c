"""Two days and a rebuild, each killed from outside with all its workers; `measure_kills` does it at length."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.faults.batches import (
    DAILY,
    NEXT_DAY,
    REBUILD,
    Job,
    a_day_later,
    desk_of,
    issued,
    must_be_settled,
    must_be_whole,
    state,
)

CASES, SEED = 24, 20200209


def killed_and_again(root: Path, job: Job, after: float) -> None:
    job.killed(root, after)
    must_be_whole(root)
    job.run(root)
    must_be_settled(root)


@pytest.mark.desk
def test_killed_on_two_days_and_at_a_rebuild_is_as_if_nothing_had_happened(tmp_path: Path) -> None:
    undisturbed, disturbed = (desk_of(tmp_path / name, CASES) for name in ("undisturbed", "disturbed"))
    chance = random.Random(SEED)
    for job in (DAILY, NEXT_DAY, REBUILD):
        if job is NEXT_DAY:
            a_day_later(undisturbed, CASES)
            a_day_later(disturbed, CASES)
        seconds = job.run(undisturbed)
        killed_and_again(disturbed, job, chance.uniform(0.3, 0.95) * seconds)
        assert state(disturbed) == state(undisturbed), job
    assert issued(disturbed) == issued(undisturbed) > 3 * CASES
