"""When the job runs by itself: when something arrives, at the configured hours, and at the cut-off that closes the day.

Hours are the office's (its time zone), and a machine that slept over one runs it when it wakes: each look asks
which hours have passed since the last one. The job itself is another process, so that nothing that happens to it
ends the watch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import schedule

from fournets.catalogue.settings import Settings

Listing = frozenset[tuple[str, int, int]]
SAID = {
    0: "处理完毕。",
    2: "没有处理：请先按上面的提示改好，改好后会自动再试。",
    3: "处理完毕，但有文件碰到了程序的毛病，已退回并单独放好，其余照常。",
    4: "本台正有另一次处理在进行，稍后再试。",
}
RETRY = timedelta(minutes=10)


@dataclass(slots=True)
class Watch:
    """Looks every few seconds. `listing` tells what lies in the inbox, `job` runs one day and gives an exit status."""

    settings: Settings
    clock: Callable[[], datetime]
    listing: Callable[[], Listing]
    job: Callable[[date], int]
    say: Callable[[str], None]
    scheduler: schedule.Scheduler = field(default_factory=schedule.Scheduler)
    last_look: datetime | None = None
    last_run: datetime | None = None
    left_over: Listing = frozenset()

    def start(self) -> None:
        """Look now and from then on every `poll_seconds`."""
        self.scheduler.every(self.settings.schedule.poll_seconds).seconds.do(self.look)
        self.look()

    def look(self) -> None:
        """One look: the hours that have passed, else new files."""
        now = self.clock()
        days = self.due_days(self.last_look or now, now)
        self.last_look = now
        for day in days:
            self.run(day, now)
        if not days and self.something_new(now):
            self.run(reporting_day(self.settings, now), now)

    def due_days(self, since: datetime, now: datetime) -> list[date]:
        """The reporting days whose hour has come after `since`, up to `now`; each once."""
        hours = {*self.settings.schedule.run_at, self.settings.cutoff}
        due = {
            reporting_day(self.settings, moment - timedelta(microseconds=1))
            for hour in hours
            for moment in _moments(hour, since, now)
        }
        return sorted(due)

    def something_new(self, now: datetime) -> bool:
        """Whether the inbox holds what the last run did not leave there; what it left is tried again by and by."""
        lying = self.listing()
        if not lying:
            return False
        return lying != self.left_over or self.last_run is None or now - self.last_run >= RETRY

    def run(self, day: date, now: datetime) -> None:
        """Run the job and say how it ended."""
        self.say(f"{now:%H:%M} 开始处理，报表日 {day.isoformat()}")
        status = self.job(day)
        self.say(SAID.get(status, f"处理中断（状态 {status}），已收下的表不会丢，稍后再试。"))
        self.last_run, self.left_over = now, self.listing()


def reporting_day(settings: Settings, now: datetime) -> date:
    """The day that a run at `now` reports on: from the cut-off hour on it is the next one."""
    return now.date() + timedelta(days=now.time() >= settings.cutoff)


def _moments(hour: time, since: datetime, now: datetime) -> list[datetime]:
    days = (since.date() + timedelta(days=count) for count in range((now.date() - since.date()).days + 1))
    moments = (datetime.combine(day, hour, tzinfo=now.tzinfo) for day in days)
    return [moment for moment in moments if since < moment <= now]
