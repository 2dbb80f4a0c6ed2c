"""What lies in the inbox: whole, still being written, in use, not dropped by a person, not to be followed."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.desk.small_run import drop, no_pause

from fournets.desk import inbox
from fournets.desk.inbox import look
from fournets.model import FileState


def names(arrivals) -> list[str]:
    return [arrival.name for arrival in arrivals if not arrival.ignored]


def reasons(arrivals) -> dict[str, str]:
    return {arrival.name: arrival.ignored for arrival in arrivals if arrival.ignored}


def test_files_come_with_hash_and_moment_in_order_of_modification(folders) -> None:
    drop(folders, "乙.xlsx", "二", age=1)
    drop(folders, "第12网格/返乡.xlsx", "一", age=2)
    path = drop(folders, "甲.xlsx", "三", age=1)
    arrivals = look(folders, no_pause)
    assert names(arrivals) == ["乙.xlsx", "甲.xlsx", "第12网格/返乡.xlsx"]
    assert arrivals[1].sha256 == hashlib.sha256("三".encode()).hexdigest()
    assert arrivals[1].modified_ns == path.stat().st_mtime_ns
    assert arrivals[1].state is None


def test_what_was_returned_is_never_looked_at(folders) -> None:
    drop(folders, "退回/2020-02-08/坏.xlsx", "坏")
    drop(folders, "第3网格/退回/好.xlsx", "好")
    assert names(look(folders, no_pause)) == ["第3网格/退回/好.xlsx"]


@pytest.mark.parametrize(
    "name",
    [
        "~$体温.xlsx",
        ".~lock.体温.xlsx#",
        ".~体温.xlsx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        "._体温.xlsx",
        ".gitkeep",
        "~WRL0001.tmp",
        "体温.xlsx.part",
        "未确认 123456.crdownload",
        "体温.xlsx.download",
        "5D1B8A00",
        "体温.tmp",
        "体温.xlsx.td",
        "体温.xlsx.filepart",
    ],
)
def test_what_no_person_dropped_is_left_alone(folders, name) -> None:
    drop(folders, f"第1网格/{name}", "x")
    arrivals = look(folders, no_pause)
    assert list(reasons(arrivals)) == [f"第1网格/{name}"]
    assert arrivals[0].state is FileState.IGNORED
    assert folders.inbox.joinpath("第1网格", name).exists()


@pytest.mark.parametrize(
    "name", ["体温", "12345678.xlsx", "a.part.xlsx", "空.xlsx", "图片.jpg", "~体温.xlsx", "1", "20200209", "deadbeef"]
)
def test_what_a_person_dropped_is_taken_whatever_it_is(folders, name) -> None:
    drop(folders, name, "")
    assert names(look(folders, no_pause)) == [name]


def test_a_download_folder_of_a_browser_is_left_alone(folders) -> None:
    drop(folders, "体温.xlsx.download/体温.xlsx", "x")
    drop(folders, "__MACOSX/体温.xlsx", "x")
    drop(folders, ".Trash/体温.xlsx", "x")
    assert look(folders, no_pause) == []


def test_a_growing_file_stays_for_the_next_run(folders) -> None:
    path = drop(folders, "大.xlsx", "一半")
    drop(folders, "小.xlsx", "全部")

    def meanwhile() -> None:
        with path.open("a") as stream:
            stream.write("还有一半")

    arrivals = look(folders, meanwhile)
    assert names(arrivals) == ["小.xlsx"]
    assert reasons(arrivals) == {"大.xlsx": inbox.STILL_WRITTEN}
    assert len(names(look(folders, no_pause))) == 2


def test_a_file_rewritten_at_the_same_length_has_changed_too(folders) -> None:
    path = drop(folders, "表.xlsx", "一")
    assert reasons(look(folders, lambda: path.write_text("二", "utf-8") and None)) == {"表.xlsx": inbox.STILL_WRITTEN}


def test_a_file_that_goes_between_the_looks_is_no_crash(folders) -> None:
    path = drop(folders, "表.xlsx", "一")
    assert names(look(folders, path.unlink)) == []


def test_there_is_one_pause_for_all_and_none_for_nothing(folders) -> None:
    pauses: list[int] = []
    drop(folders, "~$表.xlsx", "x")
    look(folders, lambda: pauses.append(1))
    assert pauses == []
    for count in range(5):
        drop(folders, f"{count}.xlsx", "x")
    look(folders, lambda: pauses.append(1))
    assert pauses == [1]


HOLDER = """
import fcntl, sys
with open(sys.argv[1], "r+b") as stream:
    getattr(fcntl, sys.argv[2])(stream, fcntl.LOCK_EX)
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("lock", ["flock", "lockf"])
def test_a_file_that_another_program_has_locked_stays(folders, lock) -> None:
    path = drop(folders, "表.xlsx", "一")
    command = [sys.executable, "-c", HOLDER, str(path), lock]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"locked\n"
        assert reasons(look(folders, no_pause)) == {"表.xlsx": inbox.IN_USE}
        holder.communicate()
    assert names(look(folders, no_pause)) == ["表.xlsx"]


def test_a_file_without_permission_is_for_holding(folders, monkeypatch) -> None:
    path = drop(folders, "表.xlsx", "一")
    drop(folders, "另一张.xlsx", "二", age=1)
    opened = Path.open

    def denied(self, *arguments, **options):
        if self == path:
            raise PermissionError(13, "denied", str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", denied)
    closed, open_one = look(folders, no_pause)
    assert (closed.fault, closed.sha256, closed.ignored) == (inbox.NO_ACCESS, "", "")
    assert open_one.sha256


def test_a_folder_without_permission_is_said(folders, monkeypatch) -> None:
    drop(folders, "第1网格/表.xlsx", "一")
    drop(folders, "第2网格/表.xlsx", "二")
    scan = os.scandir

    def denied(place):
        if place == folders.inbox / "第1网格":
            raise PermissionError
        return scan(place)

    monkeypatch.setattr(os, "scandir", denied)
    arrivals = look(folders, no_pause)
    assert names(arrivals) == ["第2网格/表.xlsx"]
    assert reasons(arrivals) == {"第1网格/": inbox.CLOSED_FOLDER}


def test_a_file_of_which_nothing_can_be_told_stays(folders, monkeypatch) -> None:
    drop(folders, "表.xlsx", "一")

    def refused(_):
        raise OSError(5, "input/output error")

    monkeypatch.setattr(inbox, "_is_folder", refused)
    assert reasons(look(folders, no_pause)) == {"表.xlsx": inbox.IN_USE}


def test_links_are_not_followed(folders, tmp_path) -> None:
    outside = tmp_path / "别处"
    outside.mkdir()
    (outside / "机密.xlsx").write_text("x")
    (folders.inbox / "链接.xlsx").symlink_to(outside / "机密.xlsx")
    (folders.inbox / "链接夹").symlink_to(outside)
    (folders.inbox / "断了.xlsx").symlink_to(outside / "没有")
    drop(folders, "a/表.xlsx", "x")
    (folders.inbox / "a" / "圈").symlink_to(folders.inbox)
    arrivals = look(folders, no_pause)
    assert names(arrivals) == ["a/表.xlsx"]
    assert reasons(arrivals) == dict.fromkeys(("链接.xlsx", "链接夹", "断了.xlsx", "a/圈"), inbox.LINK)


def test_pipes_and_sockets_are_left_alone(folders, monkeypatch) -> None:
    os.mkfifo(folders.inbox / "管道.xlsx")
    monkeypatch.chdir(folders.inbox)
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("s.xlsx")
        assert reasons(look(folders, no_pause)) == dict.fromkeys(("管道.xlsx", "s.xlsx"), inbox.NO_FILE)


def test_names_of_any_bytes_are_told_and_found(folders) -> None:
    for raw in (b"\xcc\xe5\xce\xc2.xlsx", b"\xff\xfe.xlsx", "换\n行.xlsx".encode(), b"\x1b[31m.xlsx"):
        (folders.inbox / os.fsdecode(raw)).write_bytes(raw)
    arrivals = look(folders, no_pause)
    assert {arrival.title for arrival in arrivals} == {"体温.xlsx", "\ufffd\ufffd.xlsx", "换_行.xlsx", "_[31m.xlsx"}
    assert all(arrival.place.read_bytes() for arrival in arrivals)


def test_what_an_earlier_run_could_not_move_away_is_not_taken_again(folders) -> None:
    drop(folders, "表.xlsx", "一")
    assert reasons(look(folders, no_pause, waiting={"表.xlsx"})) == {"表.xlsx": inbox.NOT_MOVED_YET}


def test_the_listing_names_what_a_person_dropped(folders) -> None:
    path = drop(folders, "第1网格/表.xlsx", "一")
    drop(folders, "~$表.xlsx", "x")
    drop(folders, "退回/2020-02-09/表.xlsx", "x")
    assert inbox.listing(folders) == {("第1网格/表.xlsx", 3, path.stat().st_mtime_ns)}


def test_an_inbox_that_is_not_there_is_empty(folders) -> None:
    folders.inbox.rmdir()
    assert look(folders, no_pause) == []
    assert inbox.listing(folders) == frozenset()


def test_very_deep_folders_are_read(folders) -> None:
    deep = "/".join(["深"] * 200)
    drop(folders, f"{deep}/表.xlsx", "一")
    assert names(look(folders, no_pause)) == [f"{deep}/表.xlsx"]
