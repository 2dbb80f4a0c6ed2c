"""A whole desk against the contract as other programs read it, and each check against what it must not let pass."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.acceptance import (
    cases,
    documents,
    doors_and_lists,
    files,
    findings,
    notation,
    outbox,
    people,
    sources,
    tallies,
    tallies_by_group,
)
from tests.acceptance import returned_copies as copies
from tests.acceptance.desk_folder import DeskFolder
from tests.acceptance.measure_desk import violations
from tests.end_to_end.conftest import DAY, Desk

pytestmark = pytest.mark.desk
Plant = Callable[[DeskFolder], object]


def first(desk: DeskFolder, name: str, /, **wanted: str) -> dict[str, str]:
    """The first line of a data file that says so; `…` stands for anything."""
    return next(
        row
        for row in desk.data(name)
        if all(row[field] == value or (value == "…" and row[field]) for field, value in wanted.items())
    )


def put(name: str, value: dict[str, str], /, **wanted: str) -> Plant:
    """Write into the first line that fits."""
    return lambda desk: first(desk, name, **wanted).update(value)


def lose(name: str, /, **wanted: str) -> Plant:
    """Take the first line that fits away."""
    return lambda desk: desk.data(name).remove(first(desk, name, **wanted))


def double(name: str, /, **wanted: str) -> Plant:
    """The first line that fits once more."""
    return lambda desk: desk.data(name).append(dict(first(desk, name, **wanted)))


def accepted(desk: DeskFolder) -> dict:
    return next(file for file in desk.run["files"] if file["state"] == "accepted")


def more(number: str) -> Plant:
    """One more of a tally, in the first line of a group that has some."""
    community, group = number.split("|")

    def plant(desk: DeskFolder) -> None:
        row = first(desk, "tallies.csv", tally=community, group=group, value="…", period="cumulative")
        row["value"] = str(int(row["value"]) + 1)

    return plant


def asked_elsewhere(desk: DeskFolder) -> None:
    """A finding about a cell that nobody marked."""
    row = first(desk, "findings.csv", file="…", column="…", row="…")
    desk.data("findings.csv").append({**row, "column": "ZZ"})


PLANTED: dict[str, tuple[object, Plant]] = {
    "the receipt adds up": (files, lambda desk: desk.run["totals"].update(received=1)),
    "the totals are the files": (files, lambda desk: desk.run["files"].pop()),
    "accepted files are archived unchanged": (files, lambda desk: accepted(desk).update(sha256="0")),
    "the archive holds what is listed": (files, lambda desk: accepted(desk).update(file="另一个.xlsx")),
    "rows add up": (files, lambda desk: accepted(desk)["sheets"][0].update(rows=999)),
    "without a form a file is held": (files, lambda desk: [s.update(forms=[]) for s in accepted(desk)["sheets"]]),
    "record rows are counted": (files, put("records/households.csv", {"row": "99999"})),
    "notation of a date": (notation, put("records/screening.csv", {"date": "2020/2/8"})),
    "notation of a phone": (notation, put("people.csv", {"phones": "138****0001"})),
    "notation of temperature": (notation, put("records/temperatures.csv", {"temperature": "36.55"}, temperature="…")),
    "notation of plate": (notation, put("records/gate.csv", {"plate": "鲁E·A12B3"}, plate="…")),
    "notation of an address part": (notation, put("records/households.csv", {"building": "3号楼"}, building="…")),
    "notation of a choice": (notation, put("coverage.csv", {"status": "seen"})),
    "the record's name stands in its sheet": (sources, put("records/households.csv", {"name": "尉迟无此"}, name="…")),
    "the record's id_number stands in its sheet": (sources, put("records/households.csv", {"id_number": "1" * 18}, name="…")),
    "one finding per cell and cause": (findings, double("findings.csv", column="…")),
    "a message is a Chinese sentence": (findings, put("findings.csv", {"message": "bad value"})),
    "a message says what to do": (findings, put("findings.csv", {"message": "这一格不好。"}, severity="confirm")),
    "a finding's person is in people.csv": (findings, put("findings.csv", {"person_id": "P999999"})),
    "every named record has one link": (people, lose("links.csv")),
    "a person stands once and has links": (people, put("people.csv", {"person_id": "P999999"})),
    "same name and same evidence are one person": (people, put("links.csv", {"person_id": "P999999"}, rule="name_id")),
    "a full ID number is kept": (people, put("people.csv", {"id_number": ""}, id_number="…")),
    "the grid comes from the register": (people, put("coverage.csv", {"grid": "99"})),
    "a stay is one case": (cases, lose("cases.csv")),
    "the most severe category counts": (cases, put("cases.csv", {"category": "in_province"}, category="wuhan")),
    "the due date is the rule's arithmetic": (cases, put("cases.csv", {"due_date": "2020-01-01"}, due_date="…")),
    "the first status that fits": (cases, put("cases.csv", {"status": "to_release"}, status="in_quarantine")),
    "a release is recorded": (cases, put("cases.csv", {"released_date": "2020-12-31"}, status="to_notify")),
    "the notice of a case is issued": (cases, put("cases.csv", {"notice_number": "〔2020〕0号"})),
    "every address of the register is covered": (doors_and_lists, lose("coverage.csv")),
    "checked if any visit found somebody": (doors_and_lists, lambda desk: [
        row.update(status="refused") for row in desk.data("coverage.csv") if row["status"] == "checked"]),
    "every row of a list is in one bucket": (doors_and_lists, lose("dispatch.csv")),
    "managed rows have a case": (doors_and_lists, put("dispatch.csv", {"bucket": "period_over"}, bucket="missed")),
    "missed has no case": (doors_and_lists, put("dispatch.csv", {"bucket": "missed"}, bucket="already_managed")),
    "a number is its records'": (tallies, more("returnees|community")),
    "every tally is there": (tallies, lambda desk: [row.update(tally="x") for row in desk.data("tallies.csv")]),
    "a group's number is its records'": (tallies_by_group, more("residents|grid")),
    "a number is one document's": (documents, double("documents.csv")),
    "a document's file is unchanged": (documents, put("documents.csv", {"sha256": "0"})),
    "a document bears its number": (documents, put("documents.csv", {"number": "〔2020〕0号"})),
    "positions have no gap": (documents, put("documents.csv", {"position": "999"})),
    "version + 1": (documents, put("documents.csv", {"version": "7"})),
    "cells with findings are marked": (copies, asked_elsewhere),
    "a copy for every file with findings": (copies, lambda desk: [
        row.update(file="") for row in desk.data("findings.csv")]),
}  # fmt: skip


def test_a_desk_keeps_the_contract(little: Desk) -> None:
    assert list(violations(little.root, DAY)) == []


@pytest.mark.parametrize("sentence", PLANTED)
def test_what_does_not_hold_is_seen(little: Desk, sentence: str) -> None:
    section, plant = PLANTED[sentence]
    desk = DeskFolder(little.root, DAY)
    plant(desk)
    found = (each for check in section.CHECKS for each in check(desk))  # type: ignore[attr-defined]
    assert any(each.sentence == sentence for each in found)


def test_what_a_spreadsheet_would_run_and_what_windows_refuses_is_seen(tmp_path: Path) -> None:
    desk = DeskFolder(tmp_path, DAY)
    (desk.out / "回执").mkdir(parents=True)
    (desk.out / "con.txt").write_text("")
    with (desk.out / "数.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([["＝1+1", "-", "-3.5", "'=1"]])
    book = openpyxl.Workbook()
    book.active.append(["=1+1"])
    book.save(desk.out / "回执" / "表.xlsx")
    found = {each.sentence for check in outbox.CHECKS for each in check(desk)}
    assert {"no CSV field runs", "a sender's formulas are values", "names are valid on Windows"} <= found
    assert "the day's files are there" in found
