"""The receipt in the terminal: what came in, what became of it and why, and where to look next."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from fournets.model import FileState, Receipt, SourceFile
from fournets.writing.safe_cells import storable

TITLES = {
    FileState.HELD: "退回",
    FileState.DUPLICATE: "重复",
    FileState.IGNORED: "未动",
    FileState.ACCEPTED: "收下",
}
MOST_SHOWN = {FileState.HELD: 60, FileState.DUPLICATE: 10, FileState.IGNORED: 10, FileState.ACCEPTED: 15}
COLOURS = {FileState.HELD: "red", FileState.DUPLICATE: "yellow", FileState.IGNORED: "dim", FileState.ACCEPTED: "green"}
PLAIN_WIDTH = 100
SECONDS_BETWEEN_COUNTS = 5.0
START_HERE = "先看这里.docx"


class Progress:
    """Says which step a run is at: a moving line on a terminal, plain lines elsewhere (a log, a pipe).

    A step that only counts on (读表 3/250) is a new plain line every few seconds, not every time.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """Speaks on `stream`, by default standard error, so that what a script prints stays clean."""
        self._console = Console(file=stream or sys.stderr, highlight=False, markup=False)
        self._status: Status | None = None
        self._started = time.monotonic()
        self._said, self._said_at = "", -SECONDS_BETWEEN_COUNTS

    def __enter__(self) -> Progress:
        """Begin."""
        if self._console.is_terminal:
            self._status = self._console.status("开始……")
            self._status.start()
        return self

    def step(self, text: str) -> None:
        """The run is now at this step."""
        if self._status:
            self._status.update(f"{_one_line(text)}……")
            return
        passed = time.monotonic() - self._started
        name = text.rstrip("0123456789/ ")
        if name != self._said or passed - self._said_at >= SECONDS_BETWEEN_COUNTS:
            self._said, self._said_at = name, passed
            self._console.print(f"[{passed:6.1f} 秒] {_one_line(text)}", soft_wrap=True)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The moving line disappears; errors pass through."""
        if self._status:
            self._status.stop()


def print_receipt(receipt: Receipt, stream: TextIO | None = None) -> None:
    """Print the receipt on `stream`, by default standard output."""
    console = Console(file=stream or sys.stdout, highlight=False, markup=False)
    if not console.is_terminal:
        console.width = PLAIN_WIDTH
    day = receipt.day
    console.print(f"报表日：{day.year}年{day.month}月{day.day}日", style="bold")
    if receipt.received:
        console.print(_table(receipt.received))
        console.print(sum_line(receipt.received), style="bold")
    else:
        console.print("收件夹里没有新的表。")
    for message in receipt.messages:
        console.print(f"· {_one_line(message)}")
    if receipt.defects:
        console.print(f"有 {receipt.defects} 个文件碰到了程序的毛病，已退回；其余照常。请把这些文件交给维护人员。")
    for line in _whereto(receipt):
        console.print(line, soft_wrap=True)


def sum_line(received: Sequence[SourceFile]) -> str:
    """The sum that must add up: 收到 12 个 = 收下 9 + 重复 1 + 退回 2 + 未动 0."""
    counts = {state: sum(source.state is state for source in received) for state in TITLES}
    parts = " + ".join(
        f"{TITLES[state]} {counts[state]}"
        for state in (FileState.ACCEPTED, FileState.DUPLICATE, FileState.HELD, FileState.IGNORED)
    )
    return f"收到 {len(received)} 个 = {parts}"


def _table(received: Sequence[SourceFile]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("文件", overflow="fold", ratio=2)
    table.add_column("结果", no_wrap=True)
    table.add_column("说明", overflow="fold", ratio=3)
    for state, title in TITLES.items():
        sources = sorted((source for source in received if source.state is state), key=lambda source: source.path)
        shown = sources[: MOST_SHOWN[state]]
        for source in shown:
            table.add_row(_one_line(source.path), Text(title, style=COLOURS[state]), _one_line(source.reason))
        if len(sources) > len(shown):
            table.add_row(
                "……", Text(title, style=COLOURS[state]), f"另有 {len(sources) - len(shown)} 个，见《收表情况》"
            )
    return table


def _whereto(receipt: Receipt) -> list[str]:
    lines = [f"请先打开：{path}" for path in receipt.outputs if path.endswith(START_HERE)]
    if any(source.state is FileState.HELD for source in receipt.received):
        lines.append(f"退回的文件在 inbox/退回/{receipt.day.isoformat()}/，旁边的“原因.txt”写着怎么办。")
    if receipt.seconds:
        lines.append(f"用时 {sum(receipt.seconds.values()):.1f} 秒。")
    return lines


def _one_line(text: str) -> str:
    """For a terminal: no line breaks, and nothing that a terminal would obey."""
    return " ".join(storable(text).split())
