"""The ledger's file: opening it, its tables, and one plain sentence for whatever is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fournets.desk.config import SetupFault

APPLICATION = 0x464E4554
SCHEMA = 2
PATIENCE_SECONDS = 30.0
TABLES = (
    """CREATE TABLE files (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, modified_ns INTEGER NOT NULL,
        day TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, sequence INTEGER NOT NULL,
        place TEXT NOT NULL, sheets BLOB)""",
    "CREATE UNIQUE INDEX accepted_paths ON files (path) WHERE state = 'accepted'",
    "CREATE UNIQUE INDEX acceptances ON files (sequence) WHERE state = 'accepted'",
    "CREATE TABLE reads (path TEXT PRIMARY KEY, reader TEXT NOT NULL, shape TEXT NOT NULL, read BLOB NOT NULL)",
    "CREATE TABLE persons (evidence TEXT PRIMARY KEY, person_id TEXT NOT NULL)",
    "CREATE TABLE cases (period TEXT PRIMARY KEY, case_id TEXT NOT NULL)",
    "CREATE TABLE papers (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, paper BLOB NOT NULL)",
    "CREATE TABLE clearings (id INTEGER PRIMARY KEY, clearing BLOB NOT NULL)",
    """CREATE TABLE outputs (
        id INTEGER PRIMARY KEY, day TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
        planned INTEGER NOT NULL)""",
    "CREATE INDEX outputs_of_a_day ON outputs (day)",
    "CREATE TABLE runs (id INTEGER PRIMARY KEY, run_id TEXT NOT NULL, day TEXT NOT NULL, standing BLOB)",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {SCHEMA}",
)
UPGRADES = {1: ("ALTER TABLE runs ADD COLUMN standing BLOB", "PRAGMA user_version = 2")}
"""What makes a ledger of an earlier program's shape one of the next."""
SENTENCES = (
    ("locked", "账本 {name} 正被别的程序打开（例如同步软件或数据库工具），请关闭后再运行。"),
    ("full", "磁盘空间不够了，请清理一些再运行；已经收下的表不会丢。"),
    ("readonly", "账本 {name} 不能写入，请检查文件夹权限。"),
    ("unable to open", "账本 {name} 打不开，请检查存档文件夹的权限。"),
    ("", "账本 {name} 已损坏或不是本程序的账本，请从备份里恢复存档文件夹后再运行。"),
)


class Database:
    """An open database file with our tables; raises `SetupFault` for whatever SQLite complains of."""

    def __init__(self, path: Path) -> None:
        """Open the file, and make its tables where there are none."""
        self.path = path
        with self._in_words():
            self._connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
            self._connection.text_factory = as_text
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, statement: str, *values: object) -> list[Any]:
        """What a query gives."""
        with self._in_words():
            return self._connection.execute(statement, values).fetchall()

    def run(self, statement: str, *values: object) -> None:
        """Carry out one statement; only within `transaction`."""
        self._connection.execute(statement, values)

    def run_each(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Carry out one statement for every row; only within `transaction`."""
        self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        with self._in_words():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.execute("COMMIT")

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.execute("PRAGMA synchronous = FULL")
        ((version,),) = self.rows("PRAGMA user_version")
        ((application,),) = self.rows("PRAGMA application_id")
        ((tables,),) = self.rows("SELECT count(*) FROM sqlite_master")
        if not tables:
            with self.transaction():
                for statement in TABLES:
                    self.run(statement)
        elif application != APPLICATION:
            raise SetupFault(SENTENCES[-1][1].format(name=self.path.name))
        elif version > SCHEMA:
            raise SetupFault(f"账本 {self.path.name} 是更新版本的程序写的，请换用新版本的程序再运行。")
        else:
            self._upgrade(version)

    def _upgrade(self, version: int) -> None:
        for earlier in range(version, SCHEMA):
            with self.transaction():
                for statement in UPGRADES[earlier]:
                    self.run(statement)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as cause:
            if isinstance(cause, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            said = str(cause).lower()
            sentence = next(sentence for sign, sentence in SENTENCES if sign in said)
            raise SetupFault(sentence.format(name=self.path.name)) from cause


def as_text(raw: bytes) -> str:
    """Text from the database; what a cell held may not be proper Unicode."""
    return raw.decode("utf-8", "surrogatepass")


def as_bytes(text: str) -> bytes:
    """Text for `CAST(? AS TEXT)`, whatever a cell held."""
    return text.encode("utf-8", "surrogatepass")
