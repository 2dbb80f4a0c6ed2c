"""A clerk drops the wrong sheet: it is held, or it can be taken out again; our own papers never count twice."""

from __future__ import annotations

import shutil

from openpyxl import Workbook, load_workbook
from tests.end_to_end.conftest import DAY, Desk

PEOPLE = [
    [name, f"1390000111{n}", f"惠泽小区{n}号楼1单元101"] for n, name in enumerate(("张建国", "李红梅", "王小明"), 1)
]


def drop(desk: Desk, name: str, *rows: list[object]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(desk.root / "inbox" / name)


def run(desk: Desk) -> None:
    done = desk.daily(DAY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_sheet_taken_in_doubt_is_taken_out_by_emptying_its_returned_copy(desk: Desk) -> None:
    drop(desk, "Book1.xlsx", ["姓名", "联系电话", "住址"], *PEOPLE)
    run(desk)
    assert [row["code"] for row in desk.data("findings.csv", DAY)].count("weak_form") == 1
    assert len(desk.data("records/households.csv", DAY)) == 3

    (copy,) = (desk.out() / "回执").iterdir()
    book = load_workbook(copy)
    for row in (2, 3, 4):
        for column in "ABC":
            book.worksheets[1][f"{column}{row}"] = None
    book.save(desk.root / "inbox" / "清空的回执.xlsx")
    run(desk)
    assert desk.data("records/households.csv", DAY) == []
    assert "weak_form" not in {row["code"] for row in desk.data("findings.csv", DAY)}


def test_a_title_makes_a_held_sheet_one_of_ours(desk: Desk) -> None:
    rows = [["姓名", "联系电话", "住址", "押金"], *([*row, 20] for row in PEOPLE)]
    drop(desk, "1.xlsx", *rows)
    run(desk)
    (reason,) = (desk.root / "inbox" / "退回").rglob("*.原因.txt")
    assert "第一行写上表名“居民底册”" in reason.read_text("utf-8-sig")
    assert desk.data("records/households.csv", DAY) == []

    drop(desk, "2.xlsx", ["居民底册"], *rows)
    run(desk)
    assert len(desk.data("records/households.csv", DAY)) == 3


def test_what_the_desk_wrote_is_not_counted_again(desk: Desk) -> None:
    returned = [["张建国", "13900001111", "惠泽小区1号楼1单元101", "湖北武汉", "2020-02-01"]]
    drop(desk, "返回人员登记表.xlsx", ["姓名", "联系电话", "住址", "来源地", "返回时间"], *returned)
    run(desk)
    before = desk.data("tallies.csv", DAY)
    papers = [
        desk.out() / f"汇总_{DAY}.xlsx",
        *(desk.out() / "工作单").iterdir(),
        *(desk.out() / "数据").rglob("*.csv"),
    ]
    for number, paper in enumerate(papers):
        shutil.copy(paper, desk.root / "inbox" / f"{number}{paper.suffix}")
    run(desk)
    states = {file["file"]: file["state"] for file in desk.run_record()["files"]}
    assert {states[f"{number}{paper.suffix}"] for number, paper in enumerate(papers)} == {"held"}
    assert desk.data("tallies.csv", DAY) == before
