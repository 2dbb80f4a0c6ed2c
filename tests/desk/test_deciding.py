"""Accepted, duplicate, held or ignored: every file is exactly one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fournets.desk import deciding
from fournets.desk.inbox import Arrival
from fournets.model import FileRead, FileState, Finding, Scope, SourceFile, Table

DAY = date(2020, 2, 9)


def arrival(name: str, sha256: str = "", **more: str) -> Arrival:
    return Arrival(name, Path(name), 1, 1, sha256 or f"{name:0<64}", **more)


def accepted(path: str, sha256: str) -> SourceFile:
    return SourceFile(path, sha256, 1, DAY, FileState.ACCEPTED, sequence=1)


def read_of(*forms: str) -> FileRead:
    tables = [Table(form, "表", [], [], {}, {}, (), Scope()) for form in forms]
    return FileRead(tables=tables, findings=[Finding("name_unreadable", file="旧路径")])


def decide(arrivals, reads, before=(), answer_hashes=()):
    found = deciding.candidates(arrivals, before, answer_hashes)
    given = {candidate.path: reads[candidate.path] for candidate in found if candidate.to_read}
    return [item for _, item in deciding.decide(found, given, DAY, 7)]


def summary(decided):
    return [(item.source.path, item.source.state.value, item.source.sequence) for item in decided]


def test_what_is_readable_is_accepted_in_order() -> None:
    decided = decide([arrival("a"), arrival("b")], {"a": read_of("fever"), "b": read_of("gate")})
    assert summary(decided) == [("a", "accepted", 7), ("b", "accepted", 8)]


def test_a_path_used_before_gets_its_hash() -> None:
    decided = decide([arrival("a", "b" * 64)], {"a#bbbbbbbb": read_of("fever")}, [accepted("a", "a" * 64)])
    assert summary(decided) == [("a#bbbbbbbb", "accepted", 7)]


def test_the_same_bytes_again_are_a_duplicate_and_are_not_read() -> None:
    (item,) = decide([arrival("新名", "a" * 64)], {}, [accepted("a", "a" * 64)])
    assert summary([item]) == [("新名", "duplicate", 0)]
    assert "“a”" in item.source.reason


def test_the_same_bytes_twice_in_one_run_are_read_once() -> None:
    decided = decide([arrival("a", "x" * 64), arrival("b", "x" * 64)], {"a": read_of("fever")})
    assert summary(decided) == [("a", "accepted", 7), ("b", "duplicate", 0)]


def test_an_answer_sheet_is_applied_each_time() -> None:
    arrivals = [arrival("人工核对.xlsx", "x" * 64), arrival("甲/人工核对.xlsx", "x" * 64)]
    before = [accepted("人工核对.xlsx", "x" * 64)]
    decided = decide(arrivals, {"人工核对.xlsx#xxxxxxxx": read_of("review")}, before, ["x" * 64])
    assert summary(decided) == [("人工核对.xlsx#xxxxxxxx", "accepted", 7), ("甲/人工核对.xlsx", "accepted", 8)]
    assert decided[1].read and decided[1].read.findings[0].file == "甲/人工核对.xlsx"


def test_answers_beside_other_tables_are_no_answer_sheet() -> None:
    assert deciding.is_answer_sheet(read_of("review", "receipts"))
    assert not deciding.is_answer_sheet(read_of("review", "fever"))
    assert not deciding.is_answer_sheet(FileRead())


def test_what_gave_nothing_is_held_with_its_reason_and_so_is_its_twin() -> None:
    held = FileRead(held="timeout", held_params={"limit": "60"})
    decided = decide([arrival("a", "x" * 64), arrival("b", "x" * 64)], {"a": held})
    assert summary(decided) == [("a", "held", 0), ("b", "held", 0)]
    assert "60 秒" in decided[1].source.reason


def test_what_could_not_be_opened_is_held_and_is_nobodys_twin() -> None:
    closed = [Arrival(name, Path(name), fault="no_access") for name in ("a", "b")]
    decided = decide(closed, {})
    assert summary(decided) == [("a", "held", 0), ("b", "held", 0)]
    assert "权限" in decided[0].source.reason


def test_a_held_file_does_not_use_its_path_up() -> None:
    decided = decide([arrival("a")], {"a": FileRead(held="no_form")})
    assert decided[0].source.path == "a"
    assert deciding.candidates([arrival("a", "y" * 64)], [], [])[0].path == "a"


def test_what_is_left_alone_is_told_with_its_reason() -> None:
    lying = [arrival("a"), Arrival("~$a", Path("~$a"), ignored="临时文件")]
    assert deciding.candidates(lying, [], [])[0].arrival is lying[0]
    assert [(source.path, source.state, source.reason) for source in deciding.ignored(lying, DAY)] == [
        ("~$a", FileState.IGNORED, "临时文件")
    ]
