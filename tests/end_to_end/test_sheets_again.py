"""A sheet comes again: corrected in its returned copy, grown under another name, on the next day."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from tests.end_to_end.conftest import DAY, Desk

NEXT = "2020-02-10"
HEAD = ["序号", "姓名", "身份证号", "联系电话", "楼号", "单元", "房号", "返回时间", "来源地", "是否武汉"]
ROWS = [
    [1, "张建国", "370599196512231719", "13900001111", "3号楼", "2单元", "501", "2月1日", "武汉", "是"],
    [2, "李红梅", "370599197001012340", "1390000222", "4号楼", "1单元", "101", "2月2日", "孝感", "否"],
    [3, "王小明", "370599198203045612", "13900003333", "5号楼", "1单元", "202", "2.3o", "郑州", "否"],
    [4, "赵爱香", "", "13900004444", "6号楼", "3单元", "302", "2月4日", "武汉", "是"],
    [5, "孙立军", "", "13900005555", "7号楼", "1单元", "402", "2月5日", "武汉", "是"],
]
FIRST = 1_581_200_000


def sheet(path: Path, rows: list[list[object]], modified: int = FIRST) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    made = book.active
    assert made is not None
    made.title = "返回人员"
    for row in [["返回人员登记表"], HEAD, *rows]:
        made.append(row)
    book.save(path)
    os.utime(path, (modified, modified))
    return path


def finished(desk: Desk, day: str = DAY) -> None:
    run = desk.daily(day)
    assert run.returncode == 0, run.stdout + run.stderr


def rows_at(desk: Desk, day: str = DAY) -> dict[str, dict[str, str]]:
    """The returnees by name; nobody stands there twice."""
    rows = desk.data("records/returnees.csv", day)
    assert len({row["name"] for row in rows}) == len(rows)
    return {row["name"]: row for row in rows}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with one sheet, whose folder says the grid and whose name says the compound, after its first run."""
    made = Desk(tmp_path_factory.mktemp("begun") / "desk")
    sheet(made.root / "inbox" / "第12网格" / "惠泽小区返回人员.xlsx", ROWS)
    finished(made)
    return made


@pytest.fixture
def desk(begun: Desk, tmp_path: Path) -> Desk:
    """A copy of that desk."""
    shutil.copytree(begun.root, tmp_path / "desk")
    return Desk(tmp_path / "desk")


def corrected(desk: Desk, place: Path, values: dict[str, str]) -> Path:
    """The returned copy with these cells put right, saved at `place`."""
    book = load_workbook(desk.out() / "回执" / "第12网格" / "惠泽小区返回人员.xlsx")
    marked = {cell.coordinate for row in book["返回人员"].iter_rows() for cell in row if cell.comment}
    assert values.keys() <= marked
    for cell, value in values.items():
        book["返回人员"][cell] = value
    place.parent.mkdir(parents=True, exist_ok=True)
    book.save(place)
    return place


@pytest.mark.parametrize(
    "name", ["惠泽小区返回人员.xlsx", "第12网格/惠泽小区返回人员.xlsx", "第7网格/安居小区（改好）.xlsx"]
)
def test_a_corrected_copy_replaces_its_original(desk: Desk, name: str) -> None:
    before = rows_at(desk)
    assert before["李红梅"]["phone"] in ("", "1390000222") and before["王小明"]["arrive_date"] == ""
    copy = corrected(desk, desk.root / "inbox" / name, {"D4": "13900002222", "H5": "2月3日"})
    finished(desk)
    after = rows_at(desk)
    assert after.keys() == before.keys()
    assert (after["李红梅"]["phone"], after["王小明"]["arrive_date"]) == ("13900002222", "2020-02-03")
    assert {(row["compound"], row["grid"]) for row in after.values()} == {("惠泽小区", "12")}
    assert len({row["file"] for row in after.values()}) == 1
    assert {row["row"] for row in after.values()} == {row["row"] for row in before.values()}
    asked = {
        row["file"] for row in desk.data("findings.csv") if row["form"] == "returnees" and row["severity"] != "note"
    }
    assert asked == set()
    assert list((desk.out() / "回执").rglob("*.xlsx")) == []
    assert desk.tally("returnees", "cumulative") == {"5"}
    assert not copy.exists()


def test_a_copy_corrected_in_two_steps(desk: Desk) -> None:
    inbox = desk.root / "inbox"
    corrected(desk, inbox / "改一处.xlsx", {"D4": "13900002222"})
    finished(desk)
    (again,) = (desk.out() / "回执").rglob("*.xlsx")
    book = load_workbook(again)
    book["返回人员"]["H5"] = "2月3日"
    book.save(inbox / "又改一处.xlsx")
    finished(desk)
    after = rows_at(desk)
    assert (after["李红梅"]["phone"], after["王小明"]["arrive_date"]) == ("13900002222", "2020-02-03")
    assert {(row["compound"], row["grid"], row["file"]) for row in after.values()} == {
        ("惠泽小区", "12", "又改一处.xlsx")
    }


def test_a_row_deleted_in_the_copy_is_gone(desk: Desk) -> None:
    place = corrected(desk, desk.root / "inbox" / "改好.xlsx", {"D4": "13900002222", "H5": "2月3日"})
    book = load_workbook(place)
    book["返回人员"].delete_rows(7)
    book.save(place)
    finished(desk)
    assert rows_at(desk).keys() == {row[1] for row in ROWS[:4]}


def test_a_longer_version_under_another_name(desk: Desk) -> None:
    longer = [row[:] for row in ROWS]
    longer[0][3] = "13900009999"
    del longer[4]
    longer.append([6, "周志强", "", "13900006666", "8号楼", "1单元", "502", "2月6日", "武汉", "是"])
    sheet(desk.root / "inbox" / "第12网格" / "惠泽小区最新.xlsx", longer, FIRST + 60)
    finished(desk)
    after = rows_at(desk)
    assert after.keys() == {row[1] for row in ROWS} | {"周志强"}
    assert after["张建国"]["phone"] == "13900009999"
    assert after["孙立军"]["file"] == "第12网格/惠泽小区返回人员.xlsx"
    vanished = [row for row in desk.data("findings.csv") if row["code"] == "row_vanished"]
    assert [(row["file"], row["row"]) for row in vanished] == [("第12网格/惠泽小区返回人员.xlsx", "7")]
    assert desk.tally("returnees", "cumulative") == {"6"}


def test_versions_may_come_in_any_order(tmp_path: Path) -> None:
    told = []
    for order in ("old first", "new first", "together"):
        desk = Desk(tmp_path / order)
        versions = [("旧.xlsx", ROWS, FIRST), ("新.xlsx", [*ROWS[:3], [4, "赵爱香", "", "", *ROWS[3][4:]]], FIRST + 60)]
        for name, rows, modified in versions if order != "new first" else versions[::-1]:
            sheet(desk.root / "inbox" / "第12网格" / name, rows, modified)
            if order != "together":
                finished(desk)
        finished(desk)
        folder = desk.out() / "数据"
        told.append((folder / "records" / "returnees.csv").read_bytes())
        assert rows_at(desk)["赵爱香"]["phone"] == ""
    assert len(set(told)) == 1


def untouched(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_next_day(desk: Desk) -> None:
    yesterday = untouched(desk.out())
    old = {row["number"]: row for row in desk.data("documents.csv")}
    sheet(
        desk.root / "inbox" / "第12网格" / "惠泽小区返回人员.xlsx",
        [*ROWS, [6, "周志强", "", "13900006666", "8号楼", "1单元", "502", "2月6日", "武汉", "是"]],
        FIRST + 86_400,
    )
    finished(desk, NEXT)
    assert untouched(desk.out()) == yesterday
    assert rows_at(desk, NEXT).keys() == {row[1] for row in ROWS} | {"周志强"}
    new = {row["number"]: row for row in desk.data("documents.csv", NEXT)}
    assert old.keys() < new.keys()
    fresh = [row for number, row in new.items() if number not in old]
    assert {row["issued_day"] for row in fresh} == {NEXT}
    assert len({row["case_id"] for row in fresh}) == 1 and {row["replaces"] for row in fresh} == {""}
    for kind in {row["kind"] for row in new.values()}:
        numbers = sorted(int(row["number"].split("〕")[1].rstrip("号")) for row in new.values() if row["kind"] == kind)
        assert numbers == list(range(1, len(numbers) + 1)), kind
    printed = {path.name for path in (desk.out(NEXT) / "打印").rglob("*.docx")}
    assert printed and all("_1份" in name for name in printed), printed
    assert len(list((desk.out(NEXT) / "档案").rglob("*.docx"))) == sum(row["kind"] == "dossier" for row in new.values())
    said = {
        (row["tally"], row["period"]): row["value"]
        for row in desk.data("tallies.csv", NEXT)
        if row["group"] == "community"
    }
    assert said["notices_issued", "today"] == "1"
    assert int(said["notices_issued", "cumulative"]) == sum(row["kind"] == "notice" for row in new.values())
    record = json.loads((desk.out(NEXT) / "数据" / "run.json").read_text("utf-8"))
    assert [file["file"].startswith("第12网格/惠泽小区返回人员.xlsx") for file in record["files"]] == [True, True]
    settled = desk.fingerprints(NEXT)
    finished(desk, NEXT)
    assert desk.fingerprints(NEXT) == settled
    assert untouched(desk.out()) == yesterday


def test_yesterdays_signatures_come_today(desk: Desk) -> None:
    name = f"签收表_{DAY}.xlsx"
    yesterday = {path: facts for path, facts in untouched(desk.out()).items() if path != name}
    book = load_workbook(desk.out() / name)
    for row in range(4, book.worksheets[0].max_row + 1):
        book.worksheets[0].cell(row, 7, "2月9日")
    book.save(desk.out() / name)
    finished(desk, NEXT)
    assert {path: facts for path, facts in untouched(desk.out()).items() if path != name} == yesterday
    noticed = [case for case in desk.data("cases.csv", NEXT) if case["notice_number"]]
    assert noticed and {case["notice_signed"] for case in noticed} == {"yes"}
    assert len(desk.data("documents.csv", NEXT)) == len(desk.data("documents.csv"))
