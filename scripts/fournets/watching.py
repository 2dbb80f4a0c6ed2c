"""When the job runs by itself: when something arrives, at the configured hours, and at the cut-off that closes the day.

Hours are the office's (its time zone), and a machine that slept over one runs it when it wakes: each look asks
which hours have passed since the last one. The job itself is another process, so that nothing that happens to it
ends the watch; an hour whose job did not get through is owed, and tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import schedule

from fournets.catalogue.settings import Settings

Listing = frozenset[tuple[str, int, int]]
BUSY, NOT_STARTED = 4, -1
THROUGH = {0, 3}
SAID = {
    0: "处理完毕。",
    2: "没有处理：请先按上面的提示改好，改好后会自动再试。",
    3: "处理完毕，但有文件碰到了程序的毛病，已退回并单独放好，其余照常。",
    BUSY: "本台正有另一次处理在进行，稍后再试。",
}
RETRY = timedelta(minutes=10)
DAYS_MADE_UP = 7


@dataclass(slots=True)
class Watch:
    """Looks every few seconds. `listing` tells what lies in the inbox, `job` runs one day and gives an exit status.

    `settings` are asked for at every look, so that a change holds at once (but for the seconds between two looks).
    `last_look` is the moment from which hours count as missed.
    """

    settings: Callable[[], Settings]
    clock: Callable[[], datetime]
    listing: Callable[[], Listing]
    job: Callable[[date], int]
    say: Callable[[str], None]
    last_look: datetime | None = None
    scheduler: schedule.Scheduler = field(default_factory=schedule.Scheduler)
    last_run: datetime | None = None
    seen: Listing = frozenset()
    left_over: Listing = frozenset()
    left_names: set[str] = field(default_factory=set)
    owed: dict[date, datetime] = field(default_factory=dict)

    def start(self) -> None:
        """Look now and from then on every `poll_seconds`."""
        self.scheduler.every(self.settings().schedule.poll_seconds).seconds.do(self.look)
        self.look()

    def look(self) -> None:
        """One look: the hours that have passed, else new files."""
        now, settings = self.clock(), self.settings()
        for day in due_days(settings, self.last_look or now, now):
            self.owed.setdefault(day, now)
        self.last_look = now
        days = sorted(day for day, moment in self.owed.items() if moment <= now)
        if not days and self.something_new(now):
            days = [reporting_day(settings, now)]
        for day in days:
            self.run(day, now)

    def something_new(self, now: datetime) -> bool:
        """Whether the inbox holds what the last run did not leave there; what it left is tried again by and by.

        A file that lay there throughout the last run and has changed is most likely still being written: it must keep
        still from one look to the next.
        """
        lying, before = self._lying(), self.seen
        self.seen = lying
        fresh = {entry for entry in lying - self.left_over if entry[0] not in self.left_names or entry in before}
        return bool(fresh) or (bool(lying) and (self.last_run is None or now - self.last_run >= RETRY))

    def run(self, day: date, now: datetime) -> None:
        """Run the job and say how it ended; whatever it was, the watch goes on."""
        self.say(f"{now:%H:%M} 开始处理，报表日 {day.isoformat()}")
        before = self._lying()
        try:
            status = self.job(day)
        except OSError:
            status = NOT_STARTED
        self.say(SAID.get(status, f"处理中断（状态 {status}），已收下的表不会丢，稍后再试。"))
        self.last_run, self.seen = now, self._lying()
        self.left_over = before & self.seen if status != BUSY else frozenset()
        self.left_names = {name for name, _, _ in before} & {name for name, _, _ in self.seen}
        if status in THROUGH:
            self.owed.pop(day, None)
        elif day in self.owed:
            self.owed[day] = now + (timedelta() if status == BUSY else RETRY)

    def _lying(self) -> Listing:
        try:
            return self.listing()
        except OSError:
            self.say("收件夹这会儿看不了（网络或磁盘断开了？），稍后再看。")
            return self.left_over


def due_days(settings: Settings, since: datetime, now: datetime) -> list[date]:
    """The reporting days whose hour has come after `since`, up to `now`; each once, the latest few."""
    hours = {*settings.schedule.run_at, settings.cutoff}
    due = {
        reporting_day(settings, moment - timedelta(microseconds=1))
        for hour in hours
        for moment in _moments(hour, since, now)
    }
    return sorted(due)[-DAYS_MADE_UP:]


def missed_since(last_run: datetime | None, now: datetime) -> datetime:
    """From when a watch that starts makes up for hours: today's since the desk's last run; a new desk has none."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return max(last_run.astimezone(now.tzinfo), midnight) if last_run else now


def reporting_day(settings: Settings, now: datetime) -> date:
    """The day that a run at `now` reports on: from the cut-off hour on it is the next one."""
    return now.date() + timedelta(days=now.time() >= settings.cutoff)


def _moments(hour: time, since: datetime, now: datetime) -> list[datetime]:
    days = (since.date() + timedelta(days=count) for count in range((now.date() - since.date()).days + 1))
    moments = (datetime.combine(day, hour, tzinfo=now.tzinfo) for day in days)
    return [moment for moment in moments if since < moment <= now]
