"""The two workbooks that people fill in for us are read back by our own reader."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from tests.writing import made_results as made

from fournets.model import Address, FileRead, Paper
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file
from fournets.writing.lookups import Lookups
from fournets.writing.receipt_sheet import receipt_sheet
from fournets.writing.review_sheet import review_sheet


def read_back(folder: Path, name: str, data: bytes) -> FileRead:
    path = folder / name
    path.write_bytes(data)
    read = read_file(path, name, ReadingContext(made.DAY))
    assert not read.held and not read.findings
    return read


def filled(data: bytes, **cells: object) -> bytes:
    """The workbook as a person gives it back."""
    book = load_workbook(io.BytesIO(data))
    for place, value in cells.items():
        book.worksheets[0][place] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def paper(number: str, kind: str, **more: object) -> Paper:
    facts: dict[str, object] = {
        "number": number,
        "kind": kind,
        "sequence": 1,
        "person_id": "P000001",
        "case_id": "C0001",
        "grid": "12",
        "name": "李建国",
        "address": Address("惠泽小区", "3", "2", "501"),
        "fields": {},
        "fingerprint": "f",
        "issued_day": made.DAY,
    }
    return Paper(**{**facts, **more})  # type: ignore[arg-type]


def test_answers_of_the_review_come_back(tmp_path: Path) -> None:
    name, data = review_sheet(Lookups(made.results()))
    read = read_back(tmp_path, name, filled(data, B4="是", C4="周敏", B5="不确定"))
    (table,) = read.tables
    assert table.form == "review"
    assert table.columns["pair_id"] == ["H0002", "H0003"]
    assert table.columns["decision"] == ["yes", "unsure"]
    assert table.columns["decided_by"] == ["周敏", ""]


def test_a_pair_with_somebody_in_quarantine_comes_first_and_what_a_person_typed_never_runs() -> None:
    _, data = review_sheet(Lookups(made.results()))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet["A4"].value, sheet["A5"].value] == ["H0002", "H0003"]
    assert "姓名：'=王芳" in sheet["E5"].value
    assert "李建国" in sheet["D4"].value and "武汉 2020-01-25" in sheet["D4"].value


def test_pairs_that_were_answered_can_be_answered_otherwise(tmp_path: Path) -> None:
    linked = made.linked()
    linked.pairs["decision"] = ["yes", ""]
    linked.pairs["decided_by"], linked.pairs["decided_day"] = ["周敏", ""], ["2020-02-08", ""]
    name, data = review_sheet(Lookups(made.results(linked=linked)))
    read = read_back(tmp_path, name, data)
    assert [table.columns["pair_id"] for table in read.tables] == [["H0003"], ["H0002"]]
    assert read.tables[1].columns["decision"] == ["yes"]
    assert read.tables[1].columns["decided_by"] == ["周敏"]
    (extra,) = read.tables[1].columns["extra"]
    assert json.loads(extra)["上次的答案"] == "是(2020年2月8日,周敏)"


def test_no_pair_is_still_a_readable_sheet(tmp_path: Path) -> None:
    linked = made.linked(pairs=made.linked().pairs.iloc[:0])
    name, data = review_sheet(Lookups(made.results(linked=linked)))
    read = read_back(tmp_path, name, data)
    assert read.sheets[0].forms == ["review"] and read.sheets[0].records == 0


def signing(**case: str) -> tuple[str, bytes]:
    results = made.results()
    results.cases = results.cases.assign(**{"status": "in_quarantine", "notice_signed": "no", **case})
    results.papers = (
        paper("胜景隔告〔2020〕1号", "notice"),
        paper("胜景隔告〔2020〕2号", "notice", version=2, replaces="胜景隔告〔2020〕1号"),
        paper("胜景隔保〔2020〕1号", "pledge"),
    )
    return receipt_sheet(Lookups(results))


def test_signatures_come_back(tmp_path: Path) -> None:
    name, data = signing()
    read = read_back(tmp_path, name, filled(data, G4=date(2020, 2, 9), H4="本人签收", I4="李建国"))
    (table,) = read.tables
    assert table.form == "receipts"
    assert table.columns["number"] == ["胜景隔告〔2020〕2号", "胜景隔保〔2020〕1号"]
    assert table.columns["signed_date"] == ["2020-02-09", ""]
    assert table.columns["signer"] == ["李建国", ""]


def test_what_is_signed_or_over_is_not_asked_again(tmp_path: Path) -> None:
    name, data = signing(notice_signed="yes")
    (table,) = read_back(tmp_path, name, data).tables
    assert table.columns["number"] == ["胜景隔保〔2020〕1号"]
    name, data = signing(status="released")
    assert read_back(tmp_path, name, data).sheets[0].records == 0


def test_a_paper_that_came_after_a_signed_one_is_to_be_signed_itself() -> None:
    def asked(*signed: str) -> list[str]:
        results = made.results()
        results.cases = results.cases.assign(status="in_quarantine", notice_signed="yes", pledge_signed="yes")
        results.papers = (
            paper("胜景隔告〔2020〕1号", "notice"),
            paper("胜景隔告〔2020〕2号", "notice", version=2, replaces="胜景隔告〔2020〕1号"),
            paper("胜景隔保〔2020〕1号", "pledge"),
        )
        receipts = [{"number": number, "signed_date": "2020-02-09"} for number in signed]
        results.linked.records["receipts"] = made.records("receipts", *receipts)
        sheet = load_workbook(io.BytesIO(receipt_sheet(Lookups(results))[1])).worksheets[0]
        return [str(row[0]) for row in sheet.iter_rows(min_row=4, values_only=True) if "号" in str(row[0])]

    assert asked() == []
    assert asked("胜景隔告[2020]1号") == ["胜景隔告〔2020〕2号"]
    assert asked("胜景隔告[2020]1号", "胜景隔告〔2020〕2号") == []


def test_the_same_results_are_the_same_bytes() -> None:
    assert review_sheet(Lookups(made.results())) == review_sheet(Lookups(made.results()))
    assert signing() == signing()
