"""Killed processes leave what they wrote: no test here waits for the disk."""

from __future__ import annotations

import functools
import os
import sqlite3

import pytest
from tests.faults.killing import UnsyncedConnection

from fournets.desk import database


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    connect = functools.partial(sqlite3.connect, factory=UnsyncedConnection)
    monkeypatch.setattr(database.sqlite3, "connect", connect)
