"""The ledger's file: made once, all or nothing, and one sentence for whatever is wrong with it."""

from __future__ import annotations

import sqlite3

import pytest

from fournets.desk import database
from fournets.desk.config import SetupFault
from fournets.desk.database import Database


@pytest.fixture
def path(tmp_path):
    return tmp_path / "desk.sqlite3"


def papers(path) -> list[str]:
    opened = Database(path)
    numbers = [row[0] for row in opened.rows("SELECT number FROM papers")]
    opened.close()
    return numbers


def insert(opened: Database, number: str) -> None:
    opened.run("INSERT INTO papers (number, paper) VALUES (?, x'')", number)


def test_what_a_transaction_kept_is_there_when_opened_again(path) -> None:
    opened = Database(path)
    with opened.transaction():
        insert(opened, "1号")
    opened.close()
    assert papers(path) == ["1号"]
    assert not path.with_name("desk.sqlite3-wal").exists()


def test_a_transaction_that_fails_keeps_nothing(path) -> None:
    opened = Database(path)
    with pytest.raises(sqlite3.IntegrityError), opened.transaction():
        insert(opened, "1号")
        insert(opened, "1号")
    opened.close()
    assert papers(path) == []


def test_rollback_journal_and_full_synchronisation(path) -> None:
    opened = Database(path)
    assert opened.rows("PRAGMA journal_mode") == [("delete",)]
    assert opened.rows("PRAGMA synchronous") == [(2,)]
    opened.close()


def test_a_file_that_is_no_database_is_one_sentence(path) -> None:
    path.write_text("不是数据库，只是一些文字而已，写得长一点" * 100, "utf-8")
    with pytest.raises(SetupFault, match="备份"):
        Database(path)


def test_another_program_s_database_is_one_sentence(path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(SetupFault, match="不是本程序"):
        Database(path)


def test_a_newer_program_s_ledger_is_one_sentence(path) -> None:
    Database(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(SetupFault, match="更新版本"):
        Database(path)


def test_a_ledger_that_somebody_else_writes_is_one_sentence(path, monkeypatch) -> None:
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0.05)
    opened = Database(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SetupFault, match="正被别的程序打开"), opened.transaction():
        insert(opened, "1号")
    other.rollback()
    other.close()
    opened.close()


def test_a_place_that_cannot_be_is_one_sentence(tmp_path) -> None:
    with pytest.raises(SetupFault, match="打不开"):
        Database(tmp_path / "没有" / "desk.sqlite3")


def test_a_cut_off_ledger_is_one_sentence(path) -> None:
    Database(path).close()
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(SetupFault, match="已损坏"):
        Database(path).rows("SELECT count(*) FROM papers, files, reads, persons, cases, clearings, outputs, runs")


def test_text_of_any_cell_comes_back(path) -> None:
    opened = Database(path)
    ((back,),) = opened.rows("SELECT CAST(? AS TEXT)", database.as_bytes("坏\ud800"))
    assert back == "坏\ud800"
    opened.close()


def test_an_earlier_program_s_ledger_is_brought_up_to_date(path) -> None:
    Database(path).close()
    with sqlite3.connect(path) as earlier:
        earlier.execute("ALTER TABLE runs DROP COLUMN standing")
        earlier.execute("INSERT INTO runs (run_id, day) VALUES ('r', '2020-02-09')")
        earlier.execute("PRAGMA user_version = 1")
    earlier.close()
    for _ in range(2):
        opened = Database(path)
        assert opened.rows("SELECT run_id, standing FROM runs") == [("r", None)]
        opened.close()
