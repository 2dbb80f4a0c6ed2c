"""One pass over a day's folder: what is ours is replaced, what a person made is kept, what is open stays."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from fournets.desk.outbox import ANSWER_SHEET
from fournets.desk.placing import Placing

Place = Callable[..., Placing]


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "2020-02-09"
    folder.mkdir()
    return folder


@pytest.fixture
def place(target: Path, tmp_path: Path) -> Place:
    """Lays `files` on the stage and puts them; `ours` are texts of ours that lie, or lay, in the folder."""

    def call(files: Mapping[str, str], ours: Mapping[str, str], staged: bool = True) -> Placing:
        stage = tmp_path / "stage"
        for path, text in files.items() if staged else ():
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_text(text, "utf-8")
        one = Placing(target, stage, {path: frozenset({sha(text)}) for path, text in ours.items()}, ANSWER_SHEET)
        one.put_all({path: sha(text) for path, text in files.items()})
        return one

    return call


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_a_file_of_ours_is_replaced_and_one_no_longer_wanted_goes_with_its_folder(target: Path, place: Place) -> None:
    (target / "打印").mkdir()
    (target / "打印" / "旧.docx").write_text("旧", "utf-8")
    (target / "看板.html").write_text("一", "utf-8")
    done = place({"看板.html": "二", "数据/run.json": "{}"}, {"打印/旧.docx": "旧", "看板.html": "一"})
    assert texts(target) == {"看板.html": "二", "数据/run.json": "{}"} and not (target / "打印").exists()
    assert done.lying == {("看板.html", sha("二")), ("数据/run.json", sha("{}"))} and not done.messages


def test_what_a_person_changed_is_kept_beside_under_a_free_name(target: Path, place: Place) -> None:
    (target / "看板.html").write_text("改", "utf-8")
    (target / "看板（人工改过）.html").write_text("早先改的", "utf-8")
    done = place({"看板.html": "二", "数据/run.json": "{}"}, {"看板.html": "一"})
    assert texts(target) == {
        "看板.html": "二",
        "看板（人工改过）.html": "早先改的",
        "看板（人工改过2）.html": "改",
        "数据/run.json": "{}",
    }
    assert "看板（人工改过2）.html" in done.messages[0]


def test_a_changed_file_that_is_no_longer_wanted_stays(target: Path, place: Place) -> None:
    (target / "旧.docx").write_text("改", "utf-8")
    place({"数据/run.json": "{}"}, {"旧.docx": "旧"})
    assert texts(target)["旧.docx"] == "改"


def test_an_answer_sheet_that_was_just_changed_waits_for_the_next_run(target: Path, place: Place) -> None:
    (target / "人工核对.xlsx").write_text("答了", "utf-8")
    done = place({"人工核对.xlsx": "新", "数据/run.json": "{}"}, {"人工核对.xlsx": "问"})
    assert texts(target)["人工核对.xlsx"] == "答了" and "下次运行时再收" in done.messages[0]


def test_a_file_where_a_folder_has_to_be_is_a_persons(target: Path, place: Place) -> None:
    (target / "打印").write_text("便条", "utf-8")
    place({"打印/告知书.docx": "告", "数据/run.json": "{}"}, {})
    assert texts(target) == {"打印（人工改过）": "便条", "打印/告知书.docx": "告", "数据/run.json": "{}"}


def test_an_open_file_gets_the_new_one_beside_it(target: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    (target / "看板.html").write_text("一", "utf-8")
    rename = os.replace

    def replace(source: Path, into: Path) -> None:
        if into == target / "看板.html":
            raise PermissionError(13, "in use", str(into))
        rename(source, into)

    monkeypatch.setattr(os, "replace", replace)
    done = place({"看板.html": "二", "数据/run.json": "{}"}, {"看板.html": "一"})
    assert texts(target) == {"看板.html": "一", "看板（新）.html": "二", "数据/run.json": "{}"}
    assert done.lying >= {("看板.html", sha("一")), ("看板（新）.html", sha("二"))}


def test_a_pass_that_was_broken_off_is_found_done(target: Path, place: Place) -> None:
    files = {"看板.html": "二", "数据/run.json": "{}"}
    place(files, {})
    again = place(files, files, staged=False)
    assert texts(target) == files
    assert again.lying == {(path, sha(text)) for path, text in files.items()} and not again.messages
