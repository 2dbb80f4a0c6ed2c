"""Into the archive unchanged, out of the inbox, and never over anything that is there."""

from __future__ import annotations

import os

import pytest
from tests.desk.small_run import DAY, MODIFIED_NS, drop, no_pause, run, states, texts_below

from fournets.desk import archive, effects, inbox
from fournets.desk.change import Decided
from fournets.desk.ledger import Ledger
from fournets.model import FileState, SourceFile


def decided(folders, state=FileState.ACCEPTED, reason=""):
    return [
        (arrival, Decided(SourceFile(arrival.title, arrival.sha256, arrival.modified_ns, DAY, state, reason)))
        for arrival in inbox.look(folders, no_pause)
        if not arrival.ignored
    ]


def cleared(folders, state, reason=""):
    return archive.clear(folders, archive.clearings(folders, decided(folders, state, reason), DAY))


def test_an_accepted_file_is_copied_with_its_moment(folders) -> None:
    drop(folders, "第12网格/返乡.xlsx", "一")
    stored = archive.store(folders, decided(folders))
    place = folders.originals / "第12网格/返乡.xlsx"
    assert [item.place for _, item in stored.decided] == ["第12网格/返乡.xlsx"]
    assert place.read_text("utf-8") == "一"
    assert place.stat().st_mtime_ns == MODIFIED_NS
    assert (folders.inbox / "第12网格/返乡.xlsx").exists()


def test_a_file_that_changed_since_it_was_hashed_waits_with_its_twins(folders) -> None:
    path = drop(folders, "a.xlsx", "一")
    drop(folders, "b.xlsx", "一", age=1)
    drop(folders, "c.xlsx", "二", age=2)
    found = decided(folders)
    path.write_text("改了", "utf-8")
    stored = archive.store(folders, found[:1] + found[2:] + [(found[1][0], found[1][1])])
    assert [arrival.name for arrival, _ in stored.decided] == ["c.xlsx"]
    assert [(arrival.name, arrival.ignored) for arrival in stored.changed] == [
        ("a.xlsx", inbox.STILL_WRITTEN),
        ("b.xlsx", inbox.STILL_WRITTEN),
    ]


def test_a_file_that_went_since_it_was_hashed_waits(folders) -> None:
    path = drop(folders, "a.xlsx", "一")
    found = decided(folders)
    path.unlink()
    assert archive.store(folders, found).decided == []
    assert texts_below(folders.originals) == {}


def test_a_copy_left_by_a_crash_is_used_and_other_bytes_are_never_overwritten(folders) -> None:
    drop(folders, "a.xlsx", "一")
    (folders.originals / "a.xlsx").write_text("别的", "utf-8")
    ((_, item),) = archive.store(folders, decided(folders)).decided
    assert item.place.startswith("a~")
    assert item.place.endswith(".xlsx")
    ((_, again),) = archive.store(folders, decided(folders)).decided
    assert again.place == item.place
    assert sorted(texts_below(folders.originals).values()) == ["一", "别的"]


def test_a_file_in_the_way_of_a_folder_is_gone_around(folders) -> None:
    (folders.originals / "第12网格").write_text("没有扩展名的表", "utf-8")
    drop(folders, "第12网格/返乡.xlsx", "一")
    ((arrival, item),) = archive.store(folders, decided(folders)).decided
    assert item.place == f"{arrival.sha256}.xlsx"
    assert (folders.originals / item.place).read_text("utf-8") == "一"


def test_a_held_file_goes_back_with_its_reason(folders) -> None:
    drop(folders, "第12网格/返乡.xlsx", "坏")
    cleared(folders, FileState.HELD, "看不出是哪种表，请写明表名。")
    note = folders.held(DAY) / "返乡.xlsx.原因.txt"
    assert (folders.held(DAY) / "返乡.xlsx").read_text("utf-8") == "坏"
    assert note.read_bytes().startswith(b"\xef\xbb\xbf")
    text = note.read_text("utf-8-sig")
    assert "看不出是哪种表" in text
    assert "“第12网格”文件夹" in text
    assert not (folders.inbox / "第12网格/返乡.xlsx").exists()


def test_names_that_clash_get_a_count(folders) -> None:
    for round_ in (1, 2):
        drop(folders, "甲/表.xlsx", f"甲{round_}")
        drop(folders, "乙/表.XLSX", f"乙{round_}", age=1)
        cleared(folders, FileState.HELD, "坏")
    texts = texts_below(folders.held(DAY))
    tables = {name: text for name, text in texts.items() if not name.endswith(archive.REASON_ENDING)}
    assert sorted(tables.values()) == ["乙1", "乙2", "甲1", "甲2"]
    assert {f"{name}{archive.REASON_ENDING}" for name in tables} == texts.keys() - tables.keys()


def test_duplicates_are_kept_apart_too(folders) -> None:
    for _ in range(2):
        drop(folders, "甲/表.xlsx", "一")
        cleared(folders, FileState.DUPLICATE)
    assert texts_below(folders.duplicates) == {"甲/表.xlsx": "一", "甲/表 (2).xlsx": "一"}


@pytest.mark.parametrize("state", [FileState.ACCEPTED, FileState.DUPLICATE, FileState.HELD])
def test_a_file_changed_since_the_decision_is_a_new_one_and_stays(folders, state) -> None:
    path = drop(folders, "表.xlsx", "一")
    plan = archive.clearings(folders, decided(folders, state), DAY)
    drop(folders, "表.xlsx", "另外写的", age=9)
    assert archive.clear(folders, plan).done == plan
    assert path.read_text("utf-8") == "另外写的"


def test_a_file_only_touched_since_is_the_same(folders) -> None:
    path = drop(folders, "表.xlsx", "一")
    plan = archive.clearings(folders, decided(folders), DAY)
    path.touch()
    archive.clear(folders, plan)
    assert not path.exists()


def test_what_is_open_is_left_and_moved_later(folders, monkeypatch) -> None:
    path = drop(folders, "表.xlsx", "一")

    def refused(_):
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(effects, "remove", refused)
        run(folders)
        run(folders)
        assert path.exists()
    assert states(folders) == [("表.xlsx", "accepted")]
    run(folders)
    assert not path.exists()
    assert states(folders) == [("表.xlsx", "accepted")]
    with Ledger(folders.ledger) as ledger:
        assert ledger.pending() == []


def test_very_long_names_are_no_crash(folders) -> None:
    drop(folders, "长" * 82 + "甲.txt", "一")
    drop(folders, "长" * 82 + "乙.txt", "坏", age=1)
    drop(folders, "长" * 82 + "丙.txt", "一", age=2)
    drop(folders, "/".join(["夹"] * 300) + "/深.txt", "坏坏", age=3)
    run(folders)
    drop(folders, "长" * 82 + "甲.txt", "二")
    run(folders)
    assert len(texts_below(folders.originals)) == 2
    assert len(texts_below(folders.duplicates)) == 1
    assert len(texts_below(folders.held(DAY))) == 4
    assert {arrival.name for arrival in inbox.look(folders, no_pause)} == set()


def test_names_of_any_bytes_are_archived_and_returned(folders) -> None:
    for raw, text in ((b"\xcc\xe5\xce\xc2.txt", "一"), (b"\xff\xfe.txt", "坏"), ("换\n行.txt".encode(), "二")):
        (folders.inbox / os.fsdecode(raw)).write_text(text, "utf-8")
    run(folders)
    assert texts_below(folders.originals) == {"体温.txt": "一", "换_行.txt": "二"}
    assert "\ufffd\ufffd.txt" in texts_below(folders.held(DAY))
    assert inbox.look(folders, no_pause) == []
