"""The watch: new files, configured hours in the office's zone, the cut-off, a job that fails."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fournets.desk.config import load
from fournets.watching import Listing, Watch, missed_since, reporting_day

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
        self.settings = SETTINGS
        self.watch = Watch(lambda: self.settings, lambda: self.now, self.listing, self.job, self.said.append)
        self.watch.look()

    def listing(self) -> Listing:
        return self.lying

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


def test_a_job_that_cannot_even_start_is_reported_too() -> None:
    office = Office("2020-02-09T08:00")

    def cannot(_: date) -> int:
        raise OSError(12, "no memory")

    office.watch.job = cannot
    office.lying = ONE_FILE
    office.look_after(seconds=30)
    assert "稍后再试" in office.said[-1]


def test_a_busy_desk_is_tried_again_at_the_next_look() -> None:
    office = Office("2020-02-09T08:00")
    office.lying, office.status, office.taken_in = ONE_FILE, 4, False
    assert len(office.look_after(seconds=30)) == 1
    assert len(office.look_after(seconds=30)) == 1


@pytest.mark.parametrize(("status", "seconds"), [(4, 30), (2, 601), (-9, 601)])
def test_a_day_that_could_not_be_closed_is_closed_later(status: int, seconds: int) -> None:
    office = Office("2020-02-09T15:59:50")
    office.status = status
    assert office.look_after(seconds=30) == [date(2020, 2, 9)]
    office.status = 0
    assert office.look_after(seconds=seconds) == [date(2020, 2, 9)]
    assert office.look_after(hours=1) == []


def test_a_file_that_is_being_written_starts_no_run_at_every_look() -> None:
    office = Office("2020-02-09T08:00")
    office.taken_in = False
    days = []
    for size in range(10):
        office.lying = frozenset({("大.xlsx", size, size)})
        days += office.look_after(seconds=30)
    assert len(days) == 1
    assert office.look_after(seconds=30) == [date(2020, 2, 9)]


@pytest.mark.parametrize("name", ["又一张.xlsx", "摸排.xlsx"])
def test_a_file_dropped_while_the_job_runs_is_not_taken_for_left_over(name: str) -> None:
    office = Office("2020-02-09T08:00")
    office.lying, office.taken_in = ONE_FILE, False

    def job(day: date) -> int:
        office.lying = frozenset({(name, 99, 99)})
        return office.job(day)

    office.watch.job = job
    assert len(office.look_after(seconds=30)) == 1
    office.watch.job = office.job
    assert len(office.look_after(seconds=30)) == 1


def test_an_inbox_that_cannot_be_seen_is_said_and_the_watch_goes_on() -> None:
    office = Office("2020-02-09T08:00")

    def gone() -> Listing:
        raise OSError

    office.watch.listing = gone
    assert office.look_after(seconds=30) == []
    assert "收件夹" in office.said[-1]
    office.watch.listing = lambda: ONE_FILE
    assert len(office.look_after(seconds=30)) == 1


def test_a_changed_cut_off_holds_at_once() -> None:
    office = Office("2020-02-09T10:30")
    office.settings = SETTINGS.model_copy(update={"cutoff": time(11, 0)})
    assert office.look_after(hours=1) == [date(2020, 2, 9)]


@pytest.mark.parametrize(
    ("last_run", "start", "made_up"),
    [
        (None, "2020-02-09T16:30", []),
        ("2020-02-09T15:30", "2020-02-09T16:30", [9]),
        ("2020-02-09T16:10", "2020-02-09T16:30", []),
        ("2020-02-05T12:00", "2020-02-09T09:00", []),
        ("2020-02-05T12:00", "2020-02-09T10:30", [9]),
    ],
)
def test_a_watch_that_starts_late_makes_up_for_today(last_run: str | None, start: str, made_up: list[int]) -> None:
    moments = [
        datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI) if moment else None for moment in (last_run, start)
    ]
    now = moments[1]
    assert now
    days: list[date] = []
    since = missed_since(moments[0] and moments[0].astimezone(UTC), now)
    watch = Watch(lambda: SETTINGS, lambda: now, frozenset, lambda day: days.append(day) or 0, lambda _: None, since)
    watch.look()
    assert days == [date(2020, 2, day) for day in made_up]


def test_a_long_sleep_is_made_up_for_the_latest_days_only() -> None:
    assert len(Office("2020-02-09T14:00").look_after(days=60)) == 7


def test_the_scheduler_looks_by_itself() -> None:
    office = Office("2020-02-09T08:00")
    office.watch.start()
    assert [job.interval for job in office.watch.scheduler.get_jobs()] == [SETTINGS.schedule.poll_seconds]


@pytest.mark.parametrize(("clock", "day"), [("15:59", 9), ("16:00", 10), ("23:30", 10), ("00:10", 9)])
def test_the_reporting_day_turns_at_the_cut_off(clock: str, day: int) -> None:
    assert reporting_day(SETTINGS, datetime.fromisoformat(f"2020-02-09T{clock}")) == date(2020, 2, day)
