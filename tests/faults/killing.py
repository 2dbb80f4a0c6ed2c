"""Ends a run as a power cut or the task manager would: at any point where something changes, with no tidying up."""

from __future__ import annotations

import functools
import os
import sqlite3
from collections.abc import Callable
from types import ModuleType
from typing import Any

from fournets.desk import database, effects

KILLED = 77


class Countdown:
    """Ends the process, without any tidying up, at the n-th point that is passed."""

    def __init__(self, points: int) -> None:
        self.left = points

    def __call__(self) -> None:
        self.left -= 1
        if self.left <= 0:
            os._exit(KILLED)


CHANGING = {"mkdir", "open", "write", "utime", "replace", "unlink", "rmdir", "chmod"}


class CountedOs(ModuleType):
    """The system's functions, with a point before each that changes anything; a write may also stop half-way."""

    def __init__(self, point: Countdown) -> None:
        super().__init__("os")
        self.point = point

    def __getattr__(self, name: str) -> Any:
        value = getattr(os, name)
        if name not in CHANGING:
            return value

        def counted(*arguments: Any, **options: Any) -> Any:
            self.point()
            if name == "write":
                descriptor, data = arguments
                os.write(descriptor, bytes(data)[: len(data) // 2])
                self.point()
                return len(data) // 2 + os.write(descriptor, bytes(data)[len(data) // 2 :])
            return value(*arguments, **options)

        return counted


class UnsyncedConnection(sqlite3.Connection):
    """What a killed process wrote is there for the next one without waiting for the disk."""

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return super().execute(statement.replace("synchronous = FULL", "synchronous = OFF"), *values)


def counted_connection(point: Countdown) -> type[sqlite3.Connection]:
    class CountedConnection(UnsyncedConnection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            point()
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            point()
            return super().executemany(*arguments)

    return CountedConnection


def is_killed(action: Callable[[], object], at: int) -> bool:
    """Run it in a process of its own that is killed at the point; whether the point was reached at all."""
    child = os.fork()
    if child == 0:
        point = Countdown(at)
        effects.os = CountedOs(point)
        database.sqlite3.connect = functools.partial(sqlite3.connect, factory=counted_connection(point))
        try:
            action()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED
