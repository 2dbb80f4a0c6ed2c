"""Writing, renaming and removing: whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os

import pytest

from fournets.desk import effects
from fournets.desk.config import SetupFault

MOMENT = 1_581_200_000_123_456_789


def failing(number):
    def fail(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    return fail


def test_a_written_file_is_whole_and_alone(tmp_path) -> None:
    path = tmp_path / "a.txt"
    effects.write(path, "一".encode())
    effects.write(path, "二".encode())
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text("utf-8") == "二"


def test_a_write_that_fails_leaves_the_old(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("旧")
    monkeypatch.setattr(os, "write", failing(errno.EIO))
    with pytest.raises(OSError, match="error"):
        effects.write(path, b"new")
    assert path.read_text() == "旧"


def test_a_full_disk_is_one_sentence(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(os, "write", failing(errno.ENOSPC))
    with pytest.raises(SetupFault, match="磁盘空间"):
        effects.write(tmp_path / "a.txt", b"x")


def test_a_copy_has_the_bytes_the_moment_and_the_hash(tmp_path) -> None:
    source = tmp_path / "a.bin"
    source.write_bytes(bytes(range(256)) * 9000)
    digest = effects.copy_new(source, tmp_path / "b.bin", MOMENT)
    assert digest == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (tmp_path / "b.bin").read_bytes() == source.read_bytes()
    assert (tmp_path / "b.bin").stat().st_mtime_ns == MOMENT


def test_a_move_over_file_systems_copies_and_then_removes(tmp_path, monkeypatch) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b" / "c.txt"
    source.write_text("甲")
    rename = os.replace

    def crossing(old, new):
        if old == source:
            raise OSError(errno.EXDEV, "cross-device link")
        rename(old, new)

    monkeypatch.setattr(os, "replace", crossing)
    effects.move(source, target, MOMENT)
    assert not source.exists()
    assert target.read_text() == "甲"
    assert target.stat().st_mtime_ns == MOMENT


def test_a_scanner_that_holds_a_file_for_a_moment_is_waited_for(tmp_path, monkeypatch) -> None:
    source = tmp_path / "a.txt"
    source.write_text("甲")
    rename, refusals = os.replace, [PermissionError(), PermissionError()]

    def held(old, new):
        if refusals:
            raise refusals.pop()
        rename(old, new)

    monkeypatch.setattr(os, "replace", held)
    effects.replace(source, tmp_path / "b.txt")
    assert (tmp_path / "b.txt").read_text() == "甲"


def test_a_file_marked_read_only_is_removed_too(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("")
    path.chmod(0o444)
    unlink = os.unlink

    def strict(place):
        if not place.stat().st_mode & 0o200:
            raise PermissionError
        unlink(place)

    monkeypatch.setattr(os, "unlink", strict)
    effects.remove(path)
    assert not path.exists()
    effects.remove(path)


def test_a_folder_with_something_in_it_stays(tmp_path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert not effects.remove_empty(tmp_path / "a")
    assert effects.remove_empty(tmp_path / "a" / "b")
    assert effects.remove_empty(tmp_path / "a")


def test_a_tree_is_removed_without_following_links(tmp_path) -> None:
    outside = tmp_path / "别处"
    outside.mkdir()
    (outside / "要紧.txt").write_text("")
    tree = tmp_path / "tree"
    (tree / "a").mkdir(parents=True)
    (tree / "a" / "x.txt").write_text("")
    (tree / "link").symlink_to(outside)
    effects.remove_tree(tree)
    effects.remove_tree(tree)
    assert not tree.exists()
    assert (outside / "要紧.txt").exists()


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(OSError, match="a"):
        effects.make_folder(tmp_path / "a" / "b")
