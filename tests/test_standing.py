"""A desk has the same mark as long as nothing was touched that its outputs depend on."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.desk.small_run import PROJECT, new_desk

from fournets.catalogue.settings import Paths
from fournets.desk.folders import Folders
from fournets.desk.outbox import RECORD
from fournets.model import FileState, SourceFile
from fournets.standing import mark_of

DAY = date(2020, 2, 9)
OURS = ("先看这里.docx", "档案/张三.docx", RECORD)
LEFT = [SourceFile("还在写.xlsx", "", 1, DAY, FileState.IGNORED, "还在写入")]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = new_desk(tmp_path / "台")
    for path in (*(made.day(DAY) / name for name in OURS), made.root / "config.yaml", own_template(made)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("原样", "utf-8")
    return made


def own_template(folders: Folders) -> Path:
    return folders.root / "templates" / "superior" / "日报表.xlsx"


def mark(folders: Folders, day: date = DAY, left: list[SourceFile] = LEFT) -> str:
    return mark_of(folders, day, OURS, left)


def test_nothing_touched(folders: Folders) -> None:
    before = mark(folders)
    (folders.day(DAY) / "自己放的.txt").write_text("自己的", "utf-8")
    (folders.day(DAY) / RECORD).write_text("又一次运行的记录", "utf-8")
    assert mark(folders) == before


def later(path: Path) -> None:
    moment = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(moment, moment))


def longer(path: Path) -> None:
    status = path.stat()
    path.write_text("改过了", "utf-8")
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("touched", [later, longer, Path.unlink])
@pytest.mark.parametrize(
    "place",
    [
        lambda folders: folders.day(DAY) / "档案/张三.docx",
        lambda folders: folders.root / "config.yaml",
        own_template,
    ],
)
def test_something_touched(folders: Folders, touched: Callable[[Path], None], place: Callable[[Folders], Path]) -> None:
    before = mark(folders)
    touched(place(folders))
    assert mark(folders) != before


def test_another_day_another_file_left_another_form_added(folders: Folders) -> None:
    marks = {mark(folders), mark(folders, day=date(2020, 2, 10)), mark(folders, left=[])}
    (own_template(folders).parent / "新表.xlsx").write_text("新", "utf-8")
    assert len({*marks, mark(folders)}) == 4


def test_another_program(folders: Folders, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = mark(folders)
    (tmp_path / "names.py").write_text("NAMES = ()\n")
    monkeypatch.setattr("fournets.standing.PROGRAM", tmp_path)
    assert mark(folders) != before
    assert mark(Folders(folders.root, Paths(), PROJECT / "templates")) != mark(folders)
