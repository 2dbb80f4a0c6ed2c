"""A run is killed at every single effect on the disk and every statement of the ledger; the next run makes it good.

The end must be the same as if nothing had happened: every file in exactly one place, nothing lost, nothing double.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.small_run import change, drop, new_desk, run, sources, texts_below
from tests.faults.killing import is_killed

from fournets.desk import effects
from fournets.desk.folders import Folders


def first_day(root: Path) -> Folders:
    folders = new_desk(root)
    drop(folders, "第1网格/发热.txt", "张三")
    drop(folders, "发热.txt", "李四", age=1)
    drop(folders, "又一份.txt", "张三", age=2)
    drop(folders, "坏表.txt", "坏了", age=3)
    drop(folders, "~$发热.txt", "临时", age=4)
    return folders


def second_run(root: Path) -> Folders:
    """An earlier run's folder, in which a person changed things, and new files."""
    folders = first_day(root)
    run(folders)
    day = folders.day(day=sources(folders)[0].day)
    change(day / "先看这里.docx", "改过")
    change(day / "人工核对.xlsx", "答：是")
    change(day / "自己的.txt", "自己的")
    drop(folders, "发热.txt", "王五", age=5)
    drop(folders, "第2网格/发热.txt", "赵六", age=6)
    drop(folders, "第3网格/坏表.txt", "坏透了", age=7)
    drop(folders, "再一份.txt", "李四", age=8)
    return folders


OPEN_ELSEWHERE = "汇总_2020-02-09.xlsx"


def while_a_file_is_open(root: Path) -> Folders:
    """An earlier run's folder, in which a file is open and cannot be replaced (see `refuse_open_files`)."""
    folders = second_run(root)
    folders.archive.joinpath("open").write_text("")
    return folders


@pytest.fixture(autouse=True)
def refuse_open_files(monkeypatch) -> None:
    """As Windows does, as long as the desk is marked so."""
    rename = os.replace

    def replace(source, target):
        marked_open = target.name == OPEN_ELSEWHERE and target.parents[2].joinpath("archive", "open").exists()
        if marked_open and "stage" not in str(target):
            raise PermissionError(13, "in use", str(target))
        rename(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(effects, "BREATH", 0)


class Stage:
    """A scene to be played again and again, and how it ends when nothing happens; open files are closed last."""

    def __init__(self, scene: Callable[[Path], Folders], root: Path) -> None:
        self.root = root
        self.beginning = scene(root / "beginning")
        ending = self.again("ending")
        self.texts, self.closed_texts = self.texts_of_last_runs(ending)
        self.decided = sources(ending)

    def again(self, name: str) -> Folders:
        shutil.copytree(self.beginning.root, self.root / name)
        return Folders(self.root / name, self.beginning.paths, self.beginning.project)

    def texts_of_last_runs(self, folders: Folders) -> tuple[dict[str, str], dict[str, str]]:
        run(folders)
        texts = texts_below(folders.root)
        if folders.archive.joinpath("open").exists():
            folders.archive.joinpath("open").unlink()
            run(folders)
        return texts, texts_below(folders.root)

    def must_end_well(self, folders: Folders, points: object) -> None:
        assert self.texts_of_last_runs(folders) == (self.texts, self.closed_texts), f"killed at {points}"
        assert sources(folders) == self.decided, f"killed at {points}"
        shutil.rmtree(folders.root)


@pytest.mark.desk
@pytest.mark.parametrize("scene", [first_day, second_run, while_a_file_is_open])
def test_killed_anywhere_and_run_again_is_as_if_nothing_had_happened(tmp_path: Path, scene) -> None:
    stage = Stage(scene, tmp_path)
    at, reached = 0, True
    while reached:
        at += 1
        folders = stage.again(f"{at}")
        reached = is_killed(lambda folders=folders: run(folders), at)
        stage.must_end_well(folders, at)
    assert at > 100


@pytest.mark.desk
def test_killed_twice_in_a_row(tmp_path: Path) -> None:
    stage = Stage(while_a_file_is_open, tmp_path)
    for at in range(1, 300, 7):
        folders = stage.again(f"{at}")
        is_killed(lambda folders=folders: run(folders), at)
        is_killed(lambda folders=folders: run(folders), at // 2 + 7)
        stage.must_end_well(folders, (at, at // 2 + 7))
