"""Names in rare and private characters come from the sheet to the printed page; what no page can show is left out and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from tests.end_to_end.conftest import Desk

RARE = {"王䶮": "13900000001", "李㛃": "13900000002", "赵𬭸": "13900000003", "孙\ue123": "13900000004"}
HEAD = ["姓名", "性别", "身份证号", "联系电话", "现住址", "来源地", "返回时间"]


def row(name: str, phone: str) -> list[str]:
    return [name, "男", "", phone, f"惠泽小区{phone[-1]}号楼1单元101", "武汉", "2020-02-08"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that was sent two such names in a workbook, two in a text file, and control characters."""
    made = Desk(tmp_path_factory.mktemp("rare") / "desk")
    inbox = made.root / "inbox" / "第12网格"
    inbox.mkdir(parents=True)
    first, *others = RARE.items()
    book = Workbook()
    for cells in (HEAD, row(*first), row(*others[0])):
        book.active.append(cells)
    book.save(inbox / "返乡人员登记.xlsx")
    lines = [HEAD, *(row(*each) for each in others[1:]), row("钱\x00七\x1b", "13900000005")]
    (inbox / "返乡人员.csv").write_text("\n".join(",".join(cells) for cells in lines), "gb18030")
    run = made.daily()
    assert run.returncode == 0, run.stdout + run.stderr
    return made


def printed(desk: Desk) -> str:
    texts = []
    for path in sorted((desk.out() / "打印").rglob("*.docx")):
        pieces = Document(str(path)).element.body.iter()
        texts.append("".join(piece.text or "" for piece in pieces if piece.tag.endswith("}t")))
    return "".join(texts)


def test_rare_names_are_read_joined_to_a_case_and_printed(desk: Desk) -> None:
    assert {line["name"] for line in desk.data("people.csv")} == {*RARE, "钱七"}
    assert len(desk.data("cases.csv")) == len(RARE) + 1
    page = printed(desk)
    assert [name for name in RARE if name not in page] == []


def test_control_characters_are_left_out_and_told_at_their_cell(desk: Desk) -> None:
    told = [line for line in desk.data("findings.csv") if line["code"] == "odd_characters"]
    assert [(line["file"], line["row"], line["column"]) for line in told] == [("第12网格/返乡人员.csv", "4", "A")]
    for path in sorted(Path(desk.out()).rglob("*.csv")):
        text = path.read_text("utf-8-sig")
        assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in text), path
