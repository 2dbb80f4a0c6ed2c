"""What goes wrong at a desk: one plain sentence each, nothing lost, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from tests.end_to_end.conftest import DAY, PROJECT, Desk

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
ROWS = [
    ["姓名", "身份证号", "联系电话", "返回时间", "来源地", "是否武汉"],
    ["张三丰", "", "13900001111", "2月1日", "武汉", "是"],
]


def workbook(path: Path, rows: list[list[str]] = ROWS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = xlsxwriter.Workbook(str(path))
    sheet = made.add_worksheet("返回人员")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    made.close()
    return path


def plain_sentence(run: subprocess.CompletedProcess[str], status: int) -> str:
    said = run.stdout + run.stderr
    assert run.returncode == status, said
    assert "Traceback" not in said
    return said


def own_config(desk: Desk, old: str, new: str) -> None:
    text = (PROJECT / "config.yaml").read_text("utf-8")
    assert old in text
    (desk.root / "config.yaml").write_text(text.replace(old, new, 1), "utf-8")


def test_broken_yaml_names_the_line(desk: Desk) -> None:
    own_config(desk, "area_code: ", "area_code ")
    said = plain_sentence(desk.daily(), 2)
    assert "config.yaml" in said and "行" in said


def test_unknown_key_is_named(desk: Desk) -> None:
    own_config(desk, "area_code:", "aera_code:")
    assert "aera_code" in plain_sentence(desk.daily(), 2)


def test_empty_config(desk: Desk) -> None:
    (desk.root / "config.yaml").write_text("", "utf-8")
    assert "config.yaml" in plain_sentence(desk.daily(), 2)


@pytest.mark.parametrize("script", ["daily", "check_setup"])
def test_template_with_an_unknown_tag(desk: Desk, script: str) -> None:
    shutil.copytree(PROJECT / "templates", desk.root / "templates")
    path = desk.root / "templates" / "documents" / "隔离告知书.docx"
    document = Document(str(path))
    document.add_paragraph("请联系 {{ 不认识的名字 }}")
    document.save(str(path))
    said = plain_sentence(desk.run(script), 2)
    assert "不认识的名字" in said and "隔离告知书" in said
    assert list((desk.root / "outbox").glob("2*")) == []
    copy = desk.root / "outbox" / "模板问题" / "隔离告知书.docx"
    assert "outbox/模板问题/隔离告知书.docx" in said
    assert "不认识的名字" in next(comment.text for comment in Document(str(copy)).comments)


def test_marked_copy_that_somebody_works_in_is_left_alone(desk: Desk) -> None:
    shutil.copytree(PROJECT / "templates", desk.root / "templates")
    path = desk.root / "templates" / "documents" / "隔离告知书.docx"
    document = Document(str(path))
    document.add_paragraph("请联系 {{ 不认识的名字 }}")
    document.save(str(path))
    copies = desk.root / "outbox" / "模板问题"
    desk.daily(DAY, "--dry-run")
    assert not copies.exists()
    for _ in range(2):
        desk.run("check_setup")
        assert [copy.name for copy in copies.iterdir()] == ["隔离告知书.docx"]
    (copies / "隔离告知书.docx").write_bytes(b"changed")
    assert "隔离告知书（2）.docx" in plain_sentence(desk.run("check_setup"), 2)
    assert (copies / "隔离告知书.docx").read_bytes() == b"changed"


def test_broken_template(desk: Desk) -> None:
    shutil.copytree(PROJECT / "templates", desk.root / "templates")
    (desk.root / "templates" / "documents" / "保证书.docx").write_bytes(b"no zip at all")
    workbook(desk.root / "inbox" / "返回.xlsx")
    assert "保证书" in plain_sentence(desk.daily(), 2)
    assert (desk.root / "inbox" / "返回.xlsx").is_file()


def test_desk_folder_that_is_none(tmp_path: Path) -> None:
    missing = Desk(tmp_path / "没有这个文件夹")
    plain_sentence(missing.daily(), 2)
    assert not missing.root.exists()


def test_empty_inbox(desk: Desk) -> None:
    plain_sentence(desk.daily(), 0)
    assert desk.run_record()["totals"]["received"] == 0
    assert (desk.out() / "先看这里.docx").is_file()


UNREADABLE = {
    "空.xlsx": (b"", "空"),
    "照片.xlsx": (PICTURE, "图片"),
    "坏.xls": (b"\xd0\xcf\x11\xe0 not a workbook", ""),
}


def test_what_cannot_be_read_goes_back_with_the_reason(desk: Desk) -> None:
    for name, (content, _) in UNREADABLE.items():
        (desk.root / "inbox" / name).write_bytes(content)
    workbook(desk.root / "inbox" / "返回.xlsx")
    plain_sentence(desk.daily(), 0)
    back = desk.root / "inbox" / "退回" / DAY
    for name, (content, word) in UNREADABLE.items():
        assert (back / name).read_bytes() == content
        assert word in (back / f"{name}.原因.txt").read_text("utf-8-sig")
    totals = desk.run_record()["totals"]
    assert (totals["received"], totals["accepted"], totals["held"]) == (4, 1, 3)
    assert len(desk.data("records/returnees.csv")) == 1


def test_a_file_that_grows_stays_and_is_taken_later(desk: Desk) -> None:
    whole = workbook(desk.root / "elsewhere.xlsx").read_bytes()
    path = desk.root / "inbox" / "返回.xlsx"
    path.write_bytes(whole[:1000])
    done = threading.Event()

    def grow() -> None:
        with path.open("ab") as stream:
            while not done.is_set():
                stream.write(b"\0")
                stream.flush()
                os.fsync(stream.fileno())
                time.sleep(0.02)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        plain_sentence(desk.daily(), 0)
    finally:
        done.set()
        writer.join()
    assert path.is_file()
    assert desk.run_record()["totals"]["ignored"] == 1
    path.write_bytes(whole)
    plain_sentence(desk.daily(), 0)
    assert not path.exists()
    assert len(desk.data("records/returnees.csv")) == 1


def test_dry_run_changes_nothing(desk: Desk) -> None:
    workbook(desk.root / "inbox" / "返回.xlsx")
    before = sorted(desk.root.rglob("*"))
    plain_sentence(desk.daily(DAY, "--dry-run"), 0)
    assert sorted(desk.root.rglob("*")) == before


def test_explain(desk: Desk) -> None:
    path = workbook(desk.root / "返回.xlsx")
    said = plain_sentence(desk.daily(DAY, "--explain", path), 0)
    assert "返回人员登记表" in said and "arrive_date" in said


def test_explain_a_file_as_the_receipt_names_it(desk: Desk) -> None:
    workbook(desk.root / "inbox" / "第12网格" / "返回.xlsx")
    assert "文件：第12网格/返回.xlsx" in plain_sentence(desk.daily(DAY, "--explain", "第12网格/返回.xlsx"), 0)


def test_explain_a_file_that_is_not_there(desk: Desk) -> None:
    plain_sentence(desk.daily(DAY, "--explain", desk.root / "没有.xlsx"), 2)
