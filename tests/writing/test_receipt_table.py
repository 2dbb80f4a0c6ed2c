"""What the terminal says after a run."""

from __future__ import annotations

import io

from tests.writing import made_results as made

from fournets.model import FileState, Receipt
from fournets.writing.receipt_table import Progress, print_receipt, sum_line


def said(receipt: Receipt) -> str:
    stream = io.StringIO()
    print_receipt(receipt, stream)
    return stream.getvalue()


def test_files_with_state_and_reason_and_a_sum_that_adds_up() -> None:
    text = said(made.receipt())
    assert "截图.xlsx" in text and "这不是表格，而是一张图片。" in text
    assert "收到 2 个 = 收下 1 + 重复 0 + 退回 1 + 未动 0" in text
    assert "请先打开：outbox/2020-02-09/先看这里.docx" in text


def test_many_files_are_summarised_but_those_held_are_all_shown() -> None:
    received = [made.source(f"{index:03}.xlsx") for index in range(200)]
    received += [made.source(f"坏{index:02}.xlsx", FileState.HELD, "空的") for index in range(30)]
    text = said(Receipt(made.DAY, received, {}))
    assert "另有 185 个" in text and text.count("坏") == 30
    assert sum_line(received) == "收到 230 个 = 收下 200 + 重复 0 + 退回 30 + 未动 0"


def test_a_file_name_cannot_command_the_terminal() -> None:
    text = said(Receipt(made.DAY, [made.source("[red]坏\x1b[2J\n名.xlsx")], {}))
    assert "\x1b" not in text and "[red]坏[2J 名.xlsx" in text


def test_nothing_received_and_a_defect_are_said() -> None:
    text = said(Receipt(made.DAY, [], {}, messages=["《日报》正打开着，新的一份放在旁边。"], defects=1))
    assert "没有新的表" in text and "新的一份放在旁边" in text and "1 个文件碰到了程序的毛病" in text


def test_progress_is_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.step("收表")
        for number in range(1, 101):
            progress.step(f"读表 {number}/100")
    said_lines = [line.split("] ")[1] for line in stream.getvalue().splitlines()]
    assert said_lines[:2] == ["收表", "读表 1/100"] and len(said_lines) < 10
