"""Answer sheets make their round: printed by a run, filled in by hand, taken in by the next run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.end_to_end.conftest import Desk
from tests.end_to_end.test_bad_input import workbook

REVIEW, SIGNED = "人工核对.xlsx", "签收表_2020-02-09.xlsx"
HOUSEHOLDS = [
    ["户主姓名", "身份证号", "联系电话", "小区", "楼号", "单元", "房号", "与户主关系"],
    ["张建国", "", "13900001112", "惠泽小区", "3号楼", "2单元", "501", "本人"],
    ["李红梅", "370599197001012340", "13900002222", "惠泽小区", "4号楼", "1单元", "101", "本人"],
]
RETURNEES = [
    ["姓名", "身份证号", "联系电话", "返回时间", "来源地", "是否武汉"],
    ["张建国", "", "13900001111", "2月1日", "武汉", "是"],
    ["王小明", "", "13900003333", "2月2日", "湖北孝感", "否"],
]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk of two sheets after its first run; not to be changed."""
    made = Desk(tmp_path_factory.mktemp("begun") / "desk")
    workbook(made.root / "inbox" / "第12网格" / "底册.xlsx", HOUSEHOLDS)
    workbook(made.root / "inbox" / "第12网格" / "返回.xlsx", RETURNEES)
    finished(made)
    return made


@pytest.fixture
def desk(begun: Desk, tmp_path: Path) -> Desk:
    """A copy of that desk."""
    shutil.copytree(begun.root, tmp_path / "desk")
    return Desk(tmp_path / "desk")


def finished(desk: Desk) -> None:
    run = desk.daily()
    assert run.returncode == 0, run.stdout + run.stderr


def questions(desk: Desk, sheet: str = "人工核对") -> list[str]:
    """The numbers of the pairs on a sheet of the review workbook."""
    book = load_workbook(desk.out() / REVIEW)
    if sheet not in book.sheetnames:
        return []
    return [str(row[0]) for row in book[sheet].iter_rows(min_row=4, values_only=True) if row[1:2] and row[3]]


def answered(desk: Desk, answer: str, place: Path) -> Path:
    """The one question of the review workbook, answered and saved at `place`."""
    book = load_workbook(desk.out() / REVIEW)
    sheet = next(sheet for sheet in book if sheet.cell(4, 4).value)
    sheet.cell(4, 2, answer)
    sheet.cell(4, 3, "王主任")
    place.parent.mkdir(parents=True, exist_ok=True)
    book.save(place)
    return place


def persons_called(desk: Desk, name: str) -> set[str]:
    return {row["person_id"] for row in desk.data("people.csv") if row["name"] == name}


def data_without_answers(desk: Desk) -> dict[str, bytes]:
    folder = desk.out() / "数据"
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("run.json", "review.csv")
    }


def test_the_pair_is_asked(begun: Desk) -> None:
    assert len(questions(begun)) == 1
    assert len(persons_called(begun, "张建国")) == 2


@pytest.mark.parametrize("where", ["inbox", "in place"])
def test_yes_merges_and_no_undoes_it(desk: Desk, where: str) -> None:
    before = data_without_answers(desk)

    def answer(word: str) -> None:
        place = desk.out() / REVIEW if where == "in place" else desk.root / "inbox" / f"核对好的{word}.xlsx"
        answered(desk, word, place)
        finished(desk)

    answer("是")
    assert len(persons_called(desk, "张建国")) == 1
    assert questions(desk) == []
    assert len(questions(desk, "答过的")) == 1
    assert [row["decision"] for row in desk.data("records/review.csv")] == ["yes"]
    answer("否")
    assert data_without_answers(desk) == before
    assert questions(desk) == []
    assert list((desk.root / "inbox").rglob("*.xlsx")) == []
    assert list(desk.out().glob("*人工改过*")) == []


def test_unsure_stays_open_and_unasked_until_there_is_something_new(desk: Desk) -> None:
    before = data_without_answers(desk)
    answered(desk, "不确定", desk.root / "inbox" / REVIEW)
    finished(desk)
    assert data_without_answers(desk) == before
    assert questions(desk) == []
    finished(desk)
    assert questions(desk) == []
    visits = [["姓名", "身份证号", "联系电话", "小区", "楼号", "单元", "房号", "排查日期", "排查情况"]]
    visits.append([*HOUSEHOLDS[1][:2], "13900004444", *HOUSEHOLDS[1][3:7], "2月8日", "已入户"])
    workbook(desk.root / "inbox" / "第12网格" / "摸排.xlsx", visits)
    finished(desk)
    assert len(questions(desk)) == 1


def signatures(desk: Desk, place: Path) -> int:
    """Sign everything on the sheet of signatures."""
    book = load_workbook(desk.out() / SIGNED)
    sheet = book.worksheets[0]
    rows = [row for row in range(4, sheet.max_row + 1) if sheet.cell(row, 3).value]
    for row in rows:
        sheet.cell(row, 7, "2020-02-09")
        sheet.cell(row, 8, "本人签收")
    book.save(place)
    return len(rows)


def test_signatures_are_recorded_once_however_often_they_come(desk: Desk, tmp_path: Path) -> None:
    cases = desk.data("cases.csv")
    assert {case["status"] for case in cases} == {"to_notify"}
    assert desk.tally("notices_signed", "current") | desk.tally("notices_signed", "cumulative") == {"0"}
    filled = tmp_path / SIGNED
    assert signatures(desk, filled) == 2 * len(cases)
    for times in (1, 2):
        shutil.copy(filled, desk.root / "inbox" / SIGNED)
        finished(desk)
        cases = desk.data("cases.csv")
        assert {(case["notice_signed"], case["pledge_signed"], case["status"]) for case in cases} == {
            ("yes", "yes", "in_quarantine")
        }
        assert desk.tally("notices_signed", "cumulative") == {str(len(cases))}
        assert desk.tally("pledges_signed", "cumulative") == {str(len(cases))}
        assert desk.run_record()["totals"]["duplicate"] == 0
        assert desk.run_record()["totals"]["accepted"] == 2 + times
        assert len(desk.data("records/receipts.csv")) == 2 * len(cases)
    assert len(list((desk.root / "archive" / "originals").glob("签收表*"))) == 2


def test_signatures_given_where_the_sheet_lies(desk: Desk) -> None:
    signatures(desk, desk.out() / SIGNED)
    finished(desk)
    assert {case["status"] for case in desk.data("cases.csv")} == {"in_quarantine"}
    assert load_workbook(desk.out() / SIGNED).worksheets[0].cell(4, 3).value is None
