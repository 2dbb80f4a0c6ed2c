"""How entry points end: the contract's exit statuses, a sentence for staff, nothing personal."""

from __future__ import annotations

import errno
from collections.abc import Callable

import pytest

from fournets.command_line import add_day, arguments_of, ended
from fournets.desk.config import SetupFault
from fournets.desk.lock import DeskBusy
from fournets.writing.word.faults import TemplateFault


def raising(fault: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise fault

    return action


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (SetupFault("设置文件第 3 行不对。"), 2, "设置文件第 3 行不对。"),
        (TemplateFault("里有不认识的名字", template="隔离告知书.docx"), 2, "隔离告知书.docx"),
        (DeskBusy(), 4, "正有另一次处理"),
        (KeyboardInterrupt(), 2, "已停止"),
        (OSError(errno.ENOSPC, "No space left on device"), 2, "磁盘空间不够"),
        (OSError(errno.EIO, "Input/output error"), 3, "维护人员"),
        (KeyError("张三丰"), 3, "维护人员"),
    ],
)
def test_status_and_sentence(fault: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(raising(fault)) == status
    written = capsys.readouterr().err
    assert said in written
    assert "Traceback" not in written


def test_a_defect_names_its_place_and_no_person(capsys: pytest.CaptureFixture[str]) -> None:
    ended(raising(KeyError("张三丰")))
    written = capsys.readouterr().err
    assert "张三丰" not in written
    assert "test_command_line.py" in written and "KeyError" in written


def test_a_run_that_finished_keeps_its_status() -> None:
    assert ended(lambda: 0) == 0


@pytest.mark.parametrize("written", [["--day", "2020-02-31"], ["--day"], ["--when"]])
def test_a_command_that_is_not_well_written_gets_one_sentence(
    written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    parser = arguments_of("试", "try")
    add_day(parser)
    with pytest.raises(SystemExit) as ended_so:
        parser.parse_args(written)
    said = capsys.readouterr().err
    assert ended_so.value.code == 2 and said.count("\n") == 1 and said.startswith("命令没有写对")
