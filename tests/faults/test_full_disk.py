"""The disk is full from any moment on: the run ends in the sentence of a full disk, and the next one makes it good."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.desk.small_run import run
from tests.faults.test_crashes import Stage, first_day, second_run

from fournets.command_line import OPERATOR_MUST_ACT, ended
from fournets.desk import effects
from fournets.desk.folders import Folders

NEEDING_ROOM = {"mkdir", "write", "replace"}


class FullDisk(ModuleType):
    """The system's functions on a disk that takes so many more things and then is full; a write goes half-way."""

    def __init__(self, things: int) -> None:
        super().__init__("os")
        self.left = things

    def __getattr__(self, name: str) -> Any:
        value = getattr(os, name)
        if name not in NEEDING_ROOM:
            return value

        def refused(*arguments: Any, **options: Any) -> Any:
            self.left -= 1
            if self.left >= 0:
                return value(*arguments, **options)
            if name == "write" and self.left == -1:
                descriptor, data = arguments
                return os.write(descriptor, bytes(data)[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        return refused


def run_on_a_full_disk(folders: Folders, things: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit status."""
    with monkeypatch.context() as patched:
        patched.setattr(effects, "os", FullDisk(things))
        return ended(lambda: 0 if run(folders) else 1)


@pytest.mark.desk
@pytest.mark.parametrize("scene", [first_day, second_run])
def test_a_full_disk_is_a_sentence_and_loses_nothing(
    tmp_path: Path,
    scene: Callable[[Path], Folders],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stage = Stage(scene, tmp_path)
    statuses = []
    things, status = 0, OPERATOR_MUST_ACT
    while things < 20 or status == OPERATOR_MUST_ACT:
        folders = stage.again(f"{things}")
        status = run_on_a_full_disk(folders, things, monkeypatch)
        said = capsys.readouterr().err
        assert status == 0 or "磁盘空间不够" in said, (things, said)
        statuses.append(status)
        stage.must_end_well(folders, things)
        things += 1
    assert statuses.count(OPERATOR_MUST_ACT) >= 15
