"""One run at a time, and a dead one is in nobody's way."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import time

import pytest

from fournets.desk import lock
from fournets.desk.config import SetupFault
from fournets.desk.lock import DeskBusy, hold

SPAWN = multiprocessing.get_context("spawn")


def hold_and_wait(folders, ready) -> None:
    with hold(folders):
        ready.set()
        time.sleep(60)


def test_a_second_run_is_told_that_the_desk_is_busy(folders) -> None:
    with hold(folders), pytest.raises(DeskBusy), hold(folders):
        pass
    with hold(folders):
        assert folders.lock.exists()


def test_a_file_that_an_earlier_run_left_is_no_lock(folders) -> None:
    folders.lock.write_text("12345")
    with hold(folders):
        assert folders.lock.exists()


def test_a_killed_holder_blocks_nobody(folders) -> None:
    ready = SPAWN.Event()
    holder = SPAWN.Process(target=hold_and_wait, args=(folders, ready))
    holder.start()
    assert ready.wait(30)
    with pytest.raises(DeskBusy), hold(folders):
        pass
    assert holder.pid
    os.kill(holder.pid, signal.SIGKILL)
    holder.join()
    with hold(folders):
        assert folders.lock.exists()


def test_a_share_without_locks_falls_back_to_this_machine(folders, monkeypatch) -> None:
    acquired = lock._acquired

    def refused(path):
        if path == folders.lock:
            raise OSError(errno.ENOLCK, "no locks available")
        return acquired(path)

    monkeypatch.setattr(lock, "_acquired", refused)
    with hold(folders), pytest.raises(DeskBusy), hold(folders):
        pass


def test_a_lock_that_cannot_be_made_is_one_sentence(folders) -> None:
    folders.lock.mkdir()
    with pytest.raises(SetupFault, match="能不能写入"), hold(folders):
        pass
