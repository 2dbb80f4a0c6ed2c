"""Where a desk's things lie, and the one sentence when that does not go."""

from __future__ import annotations

from datetime import date

import pytest

from fournets.catalogue.settings import Paths
from fournets.desk.config import SetupFault
from fournets.desk.folders import Folders

DAY = date(2020, 2, 9)


def test_everything_lies_where_the_contract_says(folders) -> None:
    root = folders.root
    assert folders.originals == root / "archive/originals"
    assert folders.duplicates == root / "archive/duplicates"
    assert folders.held(DAY) == root / "inbox/退回/2020-02-09"
    assert folders.day(DAY) == root / "outbox/2020-02-09"
    assert all(folder.is_dir() for folder in (folders.inbox, folders.outbox, folders.originals, folders.duplicates))


def test_the_days_are_the_folders_named_after_a_day(folders) -> None:
    for name in ("2020-02-10", "2020-02-09", "2020-02-31", "旧的", ".stage", "20200209"):
        (folders.outbox / name).mkdir()
    (folders.outbox / "2020-02-11").write_text("不是文件夹")
    assert folders.days() == [date(2020, 2, 9), date(2020, 2, 10)]


def test_a_desk_without_an_outbox_has_no_days(tmp_path) -> None:
    assert Folders(tmp_path, Paths(), tmp_path).days() == []


def test_templates_come_from_the_desk_before_the_project(tmp_path) -> None:
    project, root = tmp_path / "project", tmp_path / "desk"
    for folder, name in (
        (project, "a.docx"),
        (project, "b.docx"),
        (root, "b.docx"),
        (root, "c.docx"),
        (root, "~$c.docx"),
    ):
        place = folder / "templates" / "documents" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("")
    folders = Folders(root, Paths(), project)
    assert folders.template("documents", "a.docx").is_relative_to(project)
    assert folders.template("documents", "b.docx").is_relative_to(root)
    assert [path.name for path in folders.templates("documents", ".docx")] == ["a.docx", "b.docx", "c.docx"]
    assert folders.templates("documents", ".docx")[1].is_relative_to(root)


def test_a_root_that_is_not_there_is_one_sentence(tmp_path) -> None:
    with pytest.raises(SetupFault, match="找不到工作台文件夹"):
        Folders(tmp_path / "没有", Paths(), tmp_path).make()


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (Paths(inbox="表", outbox="表"), "同一个"),
        (Paths(outbox="inbox/出"), "里面"),
        (Paths(inbox="."), "里面"),
        (Paths(archive="./inbox"), "里面"),
    ],
)
def test_folders_within_one_another_are_one_sentence(tmp_path, paths, said) -> None:
    with pytest.raises(SetupFault, match=said):
        Folders(tmp_path, paths, tmp_path).make()


def test_a_file_in_the_place_of_a_folder_is_one_sentence(tmp_path) -> None:
    (tmp_path / "outbox").write_text("")
    with pytest.raises(SetupFault, match="outbox"):
        Folders(tmp_path, Paths(), tmp_path).make()


def test_originals_without_their_ledger_are_one_sentence(folders) -> None:
    (folders.originals / "体温.xlsx").write_text("")
    with pytest.raises(SetupFault, match="备份"):
        folders.make()


def test_making_leaves_nothing_behind(folders) -> None:
    folders.make()
    assert sorted(path.name for path in folders.root.rglob("*")) == [
        "archive",
        "duplicates",
        "inbox",
        "originals",
        "outbox",
    ]
