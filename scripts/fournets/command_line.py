"""What every entry point does the same way: arguments, Chinese on any terminal, exit status."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from fournets.catalogue.settings import Settings
from fournets.desk.config import SetupFault
from fournets.desk.effects import NO_ROOM, NO_ROOM_SAID
from fournets.desk.folders import PROJECT
from fournets.desk.lock import DeskBusy
from fournets.writing.word.faults import TemplateFault

FINISHED, OPERATOR_MUST_ACT, DEFECT, BUSY = 0, 2, 3, 4
BY_THE_CLOCK = "默认按设置里的时点算今天 / the reporting day, by default today by the cut-off hour"
THE_LATEST = "默认是最近一次运行的那天 / the reporting day, by default the latest run's"


class Arguments(argparse.ArgumentParser):
    """Says in one sentence, and not in argparse's English alone, that a command is not written as it should be."""

    def error(self, message: str) -> NoReturn:
        """End with the status for what the operator must put right."""
        self.exit(OPERATOR_MUST_ACT, f"命令没有写对：{message}。怎样写，请看 --help / see --help\n")


def reporting_day(written: str) -> date:
    """A day as it is typed; raises `ArgumentTypeError` with a sentence for staff."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"日期“{written}”看不懂，请写成 2020-02-09 这样的日期") from None


def arguments_of(chinese: str, english: str) -> argparse.ArgumentParser:
    """A parser with the options that all scripts share; help in both languages."""
    parser = Arguments(description=f"{chinese} / {english}")
    parser.add_argument(
        "--root", type=Path, default=PROJECT, metavar="DESK", help="工作台文件夹，默认是本项目 / the desk's folder"
    )
    return parser


def add_day(parser: argparse.ArgumentParser, otherwise: str = BY_THE_CLOCK) -> None:
    """The option for the reporting day, and what it is where nobody says it."""
    parser.add_argument("--day", type=reporting_day, metavar="YYYY-MM-DD", help=f"报表日，{otherwise}")


def now_at(settings: Settings) -> datetime:
    """The office's clock. The only place that asks for the time."""
    return datetime.now(ZoneInfo(settings.time_zone))


def ended(action: Callable[[], int]) -> int:
    """Run an entry point's action; what the operator must fix becomes one sentence and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return action()
    except (SetupFault, TemplateFault) as fault:
        print(fault, file=sys.stderr)
        return OPERATOR_MUST_ACT
    except DeskBusy:
        print("本台正有另一次处理在进行，请等它结束后再试。", file=sys.stderr)
        return BUSY
    except KeyboardInterrupt:
        print("已停止。已经收下的表不会丢，下次运行会接着做完。", file=sys.stderr)
        return OPERATOR_MUST_ACT
    except Exception as defect:  # noqa: BLE001 - the outermost place: whatever it is, staff get a sentence
        if isinstance(defect, OSError) and defect.errno in NO_ROOM:  # also where libraries write: temporary files
            print(NO_ROOM_SAID, file=sys.stderr)
            return OPERATOR_MUST_ACT
        print(defect_report(defect), file=sys.stderr)
        return DEFECT


def defect_report(defect: Exception) -> str:
    """A sentence for staff and the places in the program for who maintains it; no values, they may be personal."""
    frames = traceback.extract_tb(defect.__traceback__)
    places = [f"  {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}" for frame in frames]
    sentence = "程序自己出了毛病，这次没有做完；收件夹里的表和已经收下的表都不会丢。请把下面几行发给维护人员。"
    return "\n".join((sentence, f"{type(defect).__name__}", *places))


def each_line(lines: Iterable[str]) -> None:
    """Print lines as they are."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
