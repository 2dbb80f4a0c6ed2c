"""What a run decided is kept whole; what can be derived can be forgotten."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import pytest

from fournets.desk.change import Change, Clearing, Decided, Standing, Taken
from fournets.desk.ledger import Ledger, copy_of
from fournets.model import Address, FileRead, FileState, Identifiers, Paper, Scope, SheetRead, SourceFile, Table

DAY = date(2020, 2, 9)


@pytest.fixture
def ledger(folders):
    with Ledger(folders.ledger) as opened:
        yield opened


def source(path: str, sequence: int, state: FileState = FileState.ACCEPTED) -> SourceFile:
    return SourceFile(path, f"{path:0<64}", 1_581_200_000_123_456_789, DAY, state, "原因", sequence)


def read_of(name: str) -> FileRead:
    table = Table("fever", "表", [2], ["A"], {"name": [name]}, {"name": "A"}, ("姓名",), Scope(sheet="表"))
    return FileRead([SheetRead("表", False, ["fever"], 2, 1, heading=1)], [table])


def paper(number: int) -> Paper:
    return Paper(f"{number}号", "notice", number, "p1", "c1", "12", "张三", Address("惠泽"), {"姓名": "张三"}, "f", DAY)


def change(*files: Decided, **more) -> Change:
    return Change("r", DAY, more.pop("identifiers", Identifiers()), files=list(files), **more)


def test_files_come_back_in_the_order_of_their_acceptance(ledger) -> None:
    ledger.commit(change(Decided(source("乙", 1), read_of("张三"), "乙"), Decided(source("坏", 0, FileState.HELD))))
    ledger.commit(change(Decided(source("甲", 2), read_of("李四"), "甲~1")))
    assert ledger.sources() == [source("乙", 1), source("坏", 0, FileState.HELD), source("甲", 2)]
    assert ledger.reads() == [(source("乙", 1), read_of("张三")), (source("甲", 2), read_of("李四"))]
    assert ledger.places() == {"乙": "乙", "甲": "甲~1"}
    assert ledger.next_sequence() == 3


def test_every_file_has_its_account(ledger) -> None:
    held = FileRead([SheetRead("表", False, [], 5, held=5)], held="no_form")
    ledger.commit(change(Decided(source("甲", 1), read_of("张三")), Decided(source("坏", 0, FileState.HELD), held)))
    ledger.commit(change(Decided(source("甲", 0, FileState.DUPLICATE))))
    assert [account.sheets for account in ledger.accounts()] == [
        (SheetRead("表", False, ["fever"], 2, 1, heading=1),),
        (SheetRead("表", False, [], 5, held=5),),
        (),
    ]


def test_reads_by_another_reader_are_read_again(ledger) -> None:
    ledger.commit(change(Decided(source("甲", 1), read_of("张三"), "甲"), reader="旧"))
    assert ledger.reads("新") == []
    assert ledger.unread("新") == [(source("甲", 1), "甲")]
    ledger.keep_reads({"甲": read_of("李四")}, "新")
    assert ledger.reads("新") == [(source("甲", 1), read_of("李四"))]
    assert ledger.unread("新") == []


def test_reads_can_be_forgotten_and_nothing_else_is(ledger) -> None:
    identifiers = Identifiers({"id:1": "p1"}, {"p1|2020-02-01": "c1"}, [paper(1)])
    ledger.commit(change(Decided(source("甲", 1), read_of("张三"), "甲"), identifiers=identifiers))
    ledger.forget_reads()
    assert ledger.reads() == []
    assert ledger.unread() == [(source("甲", 1), "甲")]
    assert ledger.identifiers() == identifiers
    assert ledger.last_day() == DAY


def test_what_was_issued_is_kept_and_never_changed(ledger) -> None:
    ledger.commit(change(identifiers=Identifiers({"id:1": "p1", "坏\ud800": "p2"}, {"p1|x": "c1"}, [paper(1)])))
    ledger.commit(change(identifiers=Identifiers({"id:1": "p9", "id:3": "p3"}, {}, [paper(1), paper(2)])))
    kept = ledger.identifiers()
    assert kept.persons == {"id:1": "p1", "坏\ud800": "p2", "id:3": "p3"}
    assert kept.cases == {"p1|x": "c1"}
    assert [item.number for item in kept.papers] == ["1号", "2号"]


def test_a_change_is_kept_whole_or_not_at_all(ledger) -> None:
    ledger.commit(change(Decided(source("甲", 1), read_of("张三"))))
    clash = change(
        Decided(source("乙", 2), read_of("李四")),
        Decided(source("甲", 3), read_of("王五")),
        identifiers=Identifiers({"id:1": "p1"}),
        clearings=[Clearing("乙", 1, 1, "x", FileState.ACCEPTED)],
    )
    with pytest.raises(sqlite3.IntegrityError):
        ledger.commit(clash)
    assert ledger.sources() == [source("甲", 1)]
    assert ledger.identifiers() == Identifiers()
    assert ledger.pending() == []


def test_what_is_to_leave_the_inbox_is_remembered_until_it_left(ledger) -> None:
    left = Clearing(
        "第1网格/\udcff.xlsx", 3, 1_581_200_000_123_456_789, "x", FileState.HELD, "2020-02-09/a.xlsx", "原因"
    )
    done = Clearing("乙.xlsx", 3, 1, "y", FileState.DUPLICATE, "乙.xlsx")
    ledger.commit(change(clearings=[done, left]))
    ledger.cleared([done])
    assert ledger.pending() == [left]


def test_planned_bytes_are_ours_beside_the_published_ones(ledger) -> None:
    ledger.settle(DAY, {("a.docx", "1"), ("b.docx", "2")})
    ledger.plan(DAY, {"b.docx": "3", "c.docx": "4"})
    assert ledger.planned() == {DAY: {"b.docx": "3", "c.docx": "4"}}
    assert ledger.published(DAY) == {"a.docx": frozenset("1"), "b.docx": frozenset("23"), "c.docx": frozenset("4")}
    ledger.settle(DAY, {("b.docx", "3")})
    assert ledger.planned() == {}
    assert ledger.published(DAY) == {"b.docx": frozenset("3")}
    assert ledger.published(DAY + timedelta(1)) == {}


def test_a_plan_keeps_its_order(ledger) -> None:
    plan = {"乙": "1", "甲": "2", "数据/run.json": "3"}
    ledger.plan(DAY, plan)
    assert list(ledger.planned()[DAY]) == list(plan)


def test_an_answer_sheet_that_was_taken_in_is_ours_again(ledger) -> None:
    ledger.settle(DAY, {("人工核对.xlsx", "1")})
    ledger.commit(change(taken=[Taken(DAY, "人工核对.xlsx", "2")]))
    assert ledger.published(DAY) == {"人工核对.xlsx": frozenset("2")}


def test_before_the_first_run_there_is_nothing(ledger) -> None:
    assert ledger.last_day() is None
    assert ledger.next_sequence() == 1
    assert ledger.accounts() == []


def test_the_last_day_is_the_latest_run_s(ledger) -> None:
    for day in (DAY, DAY - timedelta(3)):
        ledger.commit(Change("r", day, Identifiers()))
    assert ledger.last_day() == DAY - timedelta(3)


def test_a_copy_can_be_tried_on_without_touching_the_ledger(folders, ledger) -> None:
    ledger.commit(change(Decided(source("甲", 1), read_of("张三"))))
    before = folders.ledger.read_bytes()
    with copy_of(folders.ledger) as copy:
        copy.commit(change(Decided(source("乙", 2), read_of("李四"))))
        assert len(copy.sources()) == 2
    assert folders.ledger.read_bytes() == before


def test_a_copy_of_no_ledger_is_an_empty_one(tmp_path) -> None:
    with copy_of(tmp_path / "desk.sqlite3") as copy:
        assert copy.sources() == []
    assert list(tmp_path.iterdir()) == []


def test_only_the_latest_run_says_how_the_desk_stands(ledger) -> None:
    assert ledger.standing() is None
    ledger.commit(change())
    assert ledger.standing() is None
    ledger.stand(Standing("记号", ("没有填的列：备注",)))
    assert ledger.standing() == Standing("记号", ("没有填的列：备注",))
    ledger.commit(change())
    assert ledger.standing() is None
