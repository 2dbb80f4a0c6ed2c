"""The watch: new files, configured hours in the office's zone, the cut-off, a job that fails."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fournets.desk.config import load
from fournets.watching import Listing, Watch, reporting_day

SETTINGS = load(Path(__file__).resolve().parent.parent / "config.yaml")
SHANGHAI = ZoneInfo("Asia/Shanghai")
ONE_FILE: Listing = frozenset({("摸排.xlsx", 10, 1)})


class Office:
    """A watch with a clock, an inbox and a job that a test moves by hand."""

    def __init__(self, start: str) -> None:
        self.now = datetime.fromisoformat(start).replace(tzinfo=SHANGHAI)
        self.lying: Listing = frozenset()
        self.taken_in = True
        self.status = 0
        self.days: list[date] = []
        self.said: list[str] = []
        self.watch = Watch(SETTINGS, lambda: self.now, lambda: self.lying, self.job, self.said.append)
        self.watch.look()

    def job(self, day: date) -> int:
        self.days.append(day)
        if self.taken_in:
            self.lying = frozenset()
        return self.status

    def look_after(self, **later: int) -> list[date]:
        self.now += timedelta(**later)
        before = len(self.days)
        self.watch.look()
        return self.days[before:]


def test_nothing_new_nothing_run() -> None:
    assert Office("2020-02-09T08:00").look_after(seconds=30) == []


def test_a_new_file_runs_the_job_once() -> None:
    office = Office("2020-02-09T08:00")
    office.lying = ONE_FILE
    assert office.look_after(seconds=30) == [date(2020, 2, 9)]
    assert office.look_after(seconds=30) == []


def test_what_a_run_left_is_tried_again_by_and_by() -> None:
    office = Office("2020-02-09T08:00")
    office.lying, office.taken_in = ONE_FILE, False
    assert len(office.look_after(seconds=30)) == 1
    assert office.look_after(seconds=30) == []
    assert len(office.look_after(minutes=10)) == 1


def test_the_cut_off_closes_its_own_day() -> None:
    office = Office("2020-02-09T15:59:50")
    assert office.look_after(seconds=30) == [date(2020, 2, 9)]
    office.lying = ONE_FILE
    assert office.look_after(seconds=30) == [date(2020, 2, 10)]


def test_a_machine_that_slept_makes_up_for_it() -> None:
    office = Office("2020-02-09T14:00")
    assert office.look_after(days=1) == [date(2020, 2, 9), date(2020, 2, 10)]


@pytest.mark.parametrize("status", [2, 3, 4, -9])
def test_a_failing_job_is_reported_and_the_watch_goes_on(status: int) -> None:
    office = Office("2020-02-09T08:00")
    office.lying, office.status = ONE_FILE, status
    office.look_after(seconds=30)
    assert office.said[-1] != "处理完毕。"
    office.lying = ONE_FILE
    assert len(office.look_after(seconds=30)) == 1


def test_the_scheduler_looks_by_itself() -> None:
    office = Office("2020-02-09T08:00")
    office.watch.start()
    assert [job.interval for job in office.watch.scheduler.get_jobs()] == [SETTINGS.schedule.poll_seconds]


@pytest.mark.parametrize(("clock", "day"), [("15:59", 9), ("16:00", 10), ("23:30", 10), ("00:10", 9)])
def test_the_reporting_day_turns_at_the_cut_off(clock: str, day: int) -> None:
    assert reporting_day(SETTINGS, datetime.fromisoformat(f"2020-02-09T{clock}")) == date(2020, 2, day)
