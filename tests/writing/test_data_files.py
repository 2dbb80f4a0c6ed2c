"""`数据/` as other programs read it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pandas as pd
from tests.writing import made_results as made

from fournets.catalogue.forms import FORMS
from fournets.model import Address, Paper
from fournets.writing.data_files import Placement, RunRecord, as_text, data_files, own_record


def written(**more: object) -> dict[str, bytes]:
    run = RunRecord("r1", made.accounts(), made.receipt(), {"fournets": "1.0.0"})
    paper = Paper(
        "胜景隔告〔2020〕1号", "notice", 1, "P000001", "C0001", "12", "李建国", Address(), {}, "f", date(2020, 2, 9)
    )
    placements = {paper.number: Placement("打印/告知书/第12网格.docx", 3, "cd" * 32)}
    return dict([*data_files(made.results(papers=(paper,), **more), placements), own_record(run)])


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf") and b"\r" not in data
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_form_has_its_file_with_the_columns_in_order() -> None:
    files = written()
    for form, definition in FORMS.items():
        header = files[f"数据/records/{form}.csv"].decode("utf-8-sig").split("\n")[0]
        assert header == ",".join(("file", "sheet", "row", "column", *definition.fields, "extra"))


def test_records_lie_in_the_order_of_their_places() -> None:
    disordered = made.records(
        "gate",
        {"row": 10, "column": "A", "name": "丙"},
        {"row": 9, "column": "AA", "name": "乙"},
        {"row": 9, "column": "B", "name": "甲"},
    )
    linked = made.linked(records={"gate": disordered})
    assert [row["name"] for row in rows(written(linked=linked)["数据/records/gate.csv"])] == ["甲", "乙", "丙"]


def test_a_starred_out_phone_is_no_phone_of_a_person() -> None:
    linked = made.linked()
    linked.people["phones"] = ["138****0001", "13805460002;138****0009", ""]
    assert [row["phones"] for row in rows(written(linked=linked)["数据/people.csv"])] == ["", "13805460002", ""]


def test_the_streets_own_columns_come_back_as_json() -> None:
    row = rows(written()["数据/records/dispatch.csv"])[0]
    assert json.loads(row["extra"]) == {"航班日期": "1月25日", "备注（街道）": "=HYPERLINK(1)"}


def test_findings_say_severity_and_words_and_lie_in_order() -> None:
    found = rows(written()["数据/findings.csv"])
    assert [(row["code"], row["severity"], row["row"]) for row in found] == [
        ("id_checksum", "confirm", "4"),
        ("phone_length", "confirm", "5"),
    ]
    assert "37059919900101001X" in found[0]["message"]


def test_what_a_person_typed_never_runs() -> None:
    linked = made.linked(records={"errands": made.records("errands", {"items": "=1+1", "name": "@李", "times": "-1"})})
    row = rows(written(linked=linked)["数据/records/errands.csv"])[0]
    assert (row["items"], row["name"], row["times"]) == ("'=1+1", "'@李", "-1")


def test_documents_say_where_they_lie() -> None:
    (row,) = rows(written()["数据/documents.csv"])
    assert (row["number"], row["file"], row["position"], row["issued_day"], row["replaces"]) == (
        "胜景隔告〔2020〕1号",
        "打印/告知书/第12网格.docx",
        "3",
        "2020-02-09",
        "",
    )


def test_tallies_keep_nought_and_not_reported_apart() -> None:
    values = {row["tally"]: row["value"] for row in rows(written()["数据/tallies.csv"])}
    assert values["gate_entries"] == "0" and values["disinfected_m2"] == ""


def test_run_json_adds_up() -> None:
    run = json.loads(written()["数据/run.json"])
    assert run["totals"] == {"received": 2, "accepted": 1, "duplicate": 0, "held": 1, "ignored": 0}
    (sheet,) = run["files"][0]["sheets"]
    assert sheet["rows"] == sum(sheet[kind] for kind in ("records", "blank", "heading", "total", "note", "held"))
    assert list(sheet) == [
        *("sheet", "hidden", "forms", "rows", "records", "blank", "heading", "total", "note", "held"),
    ]


def test_columns_become_text_in_the_files_notation() -> None:
    assert as_text(pd.Series([1, 2])) == ["1", "2"]
    assert as_text(pd.Series([1.0, 0.5, float("nan")])) == ["1", "0.50", ""]
    assert as_text(pd.Series(["a", None, True], dtype=object)) == ["a", "", "yes"]


def test_the_same_results_are_the_same_bytes() -> None:
    assert written() == written()
