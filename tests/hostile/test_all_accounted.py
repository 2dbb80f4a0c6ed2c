"""Hundreds of broken and hostile files at once: every one is accounted for, none stops the reading or takes the memory."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.hostile.broken_files import broken_files, good_files, odd_names
from tests.hostile.odd_workbooks import odd_workbooks

from fournets.catalogue.findings import HELD
from fournets.catalogue.limits import Limits
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.processes.pool import Job, read_all

LIMITS = Limits(seconds=20, memory_mb=1024, file_mb=50, inflated_mb=64, workers=2)
resource = pytest.importorskip("resource")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> list[Job]:
    folder = tmp_path_factory.mktemp("hostile")
    context = ReadingContext(day=date(2020, 2, 9), limits=LIMITS)
    files = [(name.encode(), data) for name, data in broken_files()]
    files += [(name, good_files()["xlsx"]) for name in odd_names()]
    jobs = []
    for number, (name, data) in enumerate(files):
        path = folder / str(number) / os.fsdecode(name)
        path.parent.mkdir()
        path.write_bytes(data)
        jobs.append(Job(path, f"{number}/{path.name}", context))
    return jobs


@pytest.mark.desk
def test_every_file_is_accounted_for(inbox: list[Job]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    slowest = (0.0, "")
    reads: dict[str, FileRead] = {}
    clock = time.perf_counter()
    for job, read in read_all(inbox, LIMITS):
        taken, clock = time.perf_counter() - clock, time.perf_counter()
        slowest = max(slowest, (taken, job.name))
        reads[job.name] = read
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    states = Counter(read.held or "accepted" for read in reads.values())
    sys.stderr.write(
        f"\n{len(reads)} files, {dict(states.most_common())}\nslowest {slowest}, own memory +{grown >> 10} MB\n"
    )

    assert len(inbox) >= 300
    assert [job.name for job in inbox] == list(reads)
    bad = {
        name: (read.held, dict(read.held_params)) for name, read in reads.items() if read.held in ("crashed", "defect")
    }
    assert not bad
    assert {read.held for read in reads.values()} <= {"", *HELD}
    assert grown < 200 << 10


@pytest.mark.desk
def test_odd_workbooks_are_read_or_held_for_the_true_reason(tmp_path: Path) -> None:
    context = ReadingContext(day=date(2020, 2, 9), limits=LIMITS)
    jobs, allowed = [], {}
    for name, data, codes in odd_workbooks():
        path = tmp_path / name
        path.write_bytes(data)
        jobs.append(Job(path, name, context))
        allowed[name] = codes
    reads = {job.name: read for job, read in read_all(jobs, LIMITS)}
    assert len(reads) == len(allowed)
    assert {name: read.held for name, read in reads.items() if read.held not in allowed[name]} == {}
    for name, read in reads.items():
        assert read.held or sum(len(table.rows) for table in read.tables), name


@pytest.mark.desk
def test_what_is_accepted_is_not_empty(inbox: list[Job]) -> None:
    for job, read in read_all(inbox, LIMITS):
        if not read.held:
            assert read.tables, job.name
            assert sum(sheet.rows for sheet in read.sheets) > 0, job.name
