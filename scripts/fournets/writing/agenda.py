"""What is to be done today, counted: for the overview, the page for the browser, and whoever starts the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fournets.catalogue.findings import severity
from fournets.catalogue.urgency import Stake, stake
from fournets.model import FileAccount, FileState, Severity
from fournets.writing.lookups import Lookups


class Task(NamedTuple):
    """One thing to do: how many, and the sheet of the summary or the file that lists them."""

    text: str
    number: int
    where: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """The day's tasks, most pressing first."""

    tasks: tuple[Task, ...]

    @classmethod
    def of(cls, lookups: Lookups, accounts: Sequence[FileAccount]) -> Agenda:
        """Counted from the results; `accounts` are all files of the desk."""
        results = lookups.results
        cases = Counter(case["status"] for case in lookups.cases)
        doors = Counter(door["status"] for door in lookups.coverage)
        buckets = Counter(results.dispatch["bucket"].tolist())
        fevers = sum(stake(found) is Stake.FEVER for found in results.findings)
        questions = sum(severity(found) is not Severity.NOTE for found in results.findings)
        missing = {
            grid
            for grid, status in zip(results.deliveries["grid"], results.deliveries["status"], strict=True)
            if status == "missing"
        }
        held = sum(account.source.state is FileState.HELD and account.source.day == results.day for account in accounts)
        return cls(
            (
                Task("发热、没有转诊记录的", fevers, "冲突与疑问"),
                Task("待送告知书、保证书的人员", cases["to_notify"], "隔离台账"),
                Task("隔离期满、待确认解除的人员", cases["to_release"], "隔离台账"),
                Task("名单上漏登、要马上补登的", buckets["missed"], "名单比对"),
                Task("名单上对不上、要核实的", buckets["to_verify"] + buckets["registered_mismatch"], "名单比对"),
                Task("还没有上过门的户", doors["never_visited"], "漏户清单"),
                Task("没见到人、要再去的户", doors["no_answer"] + doors["refused"], "漏户清单"),
                Task("今天还没有报表的网格", len(missing), "收表情况"),
                Task("表里要核对的地方", questions, "冲突与疑问"),
                Task("拿不准是不是同一个人的", undecided(lookups), "人工核对.xlsx"),
                Task("今天退回的文件", held, "收表情况"),
            )
        )


def undecided(lookups: Lookups) -> int:
    """Doubtful pairs that nobody has answered yet."""
    pairs = lookups.results.linked.pairs
    return int((pairs["decision"] == "").sum()) if len(pairs) else 0
