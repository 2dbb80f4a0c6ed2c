"""Stays up: watches the inbox, runs the job when something arrives and at the configured hours, closes the day."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from fournets.catalogue.settings import Settings
from fournets.command_line import FINISHED, arguments_of, ended, now_at
from fournets.desk.config import SetupFault
from fournets.desk.outbox import last_run
from fournets.inspecting import inbox_listing
from fournets.run import open_desk
from fournets.watching import Watch, missed_since

DAILY = Path(__file__).resolve().with_name("daily.py")


def main(arguments: list[str]) -> int:
    """Exit status (see the contract); Ctrl-C ends it."""
    parser = arguments_of("守着收件夹，来了表就处理，到时点就关账", "watch the inbox and run the job on schedule")
    options = parser.parse_args(arguments)
    desk = open_desk(options.root)
    desk.folders.make()

    def settings() -> Settings:
        """As they are now; while they are wrong the job says so, and the last right ones hold."""
        nonlocal desk
        with suppress(SetupFault):
            desk = open_desk(options.root)
        return desk.settings

    def job(day: date) -> int:
        command = [sys.executable, str(DAILY), "--root", str(options.root), "--day", day.isoformat()]
        return subprocess.run(command, check=False).returncode

    now = now_at(desk.settings)
    watch = Watch(
        settings,
        lambda: now_at(desk.settings),
        lambda: inbox_listing(desk),
        job,
        _say,
        missed_since(last_run(desk.folders), now),
    )
    _say(f"开始值守：{desk.root}（按 Ctrl+C 停止）")
    try:
        watch.start()
        while True:
            watch.scheduler.run_pending()
            time.sleep(1)
    except KeyboardInterrupt:
        _say("已停止值守。")
    return FINISHED


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
