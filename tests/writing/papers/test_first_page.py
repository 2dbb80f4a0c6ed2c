"""The page to start from: what came in, what to print, what to answer, whom to chase, what was held back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tests.writing.invented import DAY, ROOT, frame, settings, several
from tests.writing.papers.test_daily_report import placed
from tests.writing.word_pages import body_text

from fournets.model import FileAccount, FileState, Finding, Results, SourceFile
from fournets.reconciling.papers import issue
from fournets.writing.lookups import Lookups
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.first_page import first_page
from fournets.writing.papers.printing import print_files
from fournets.writing.superior.forms import FilledForm

SHIPPED = (ROOT / "templates" / "reports" / "先看这里.docx").read_bytes()


def account(name: str, state: FileState, reason: str = "", day=DAY) -> FileAccount:
    return FileAccount(SourceFile(name, "0" * 64, 0, day, state, reason))


def day(missing: int = 2, findings: Sequence[Finding] = ()) -> Results:
    made = several(3)
    made.findings = list(findings)
    made.linked.records["grids"] = frame(placed([{"grid": "2", "worker": "周敏", "phone": "13905460012;13905460013"}]))
    made.deliveries = frame(
        [
            {"grid": str(grid), "worker": "", "phone": "", "form": "screening", "status": "missing", "files": ""}
            for grid in range(1, missing + 1)
        ],
        ("grid", "worker", "phone", "form", "status", "files"),
    )
    made.coverage = frame(
        [{"compound": "甲", "building": "1", "entrance": "", "flat": "1", "grid": "3", "status": "empty"}]
    )
    made.dispatch = frame([], ("bucket",))
    return made


def said(
    made: Results,
    accounts: Sequence[FileAccount] = (),
    *,
    with_print: bool = False,
    returned: int = 0,
    forms: Sequence[FilledForm] = (),
) -> str:
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    papers = issue(made, [], settings(), DAY).papers if with_print else []
    name, data = first_page(
        Lookups(made), settings(), accounts, list(print_files(papers, stationery)), returned, forms, SHIPPED
    )
    assert name == "先看这里.docx"
    return str(body_text(data))


def test_files_of_the_day_add_up() -> None:
    accounts = [
        account("a.xlsx", FileState.ACCEPTED),
        account("b.xlsx", FileState.DUPLICATE),
        account("c.docx", FileState.HELD, "这不是表格，而是 Word 文档。"),
        account("昨天.xlsx", FileState.HELD, "昨天的", DAY - timedelta(days=1)),
    ]
    text = said(day(), accounts)
    assert "当日收到3个文件 = 收下1 + 重复1 + 退回1 + 未动0" in text
    assert "c.docx：这不是表格，而是 Word 文档。" in text
    assert "昨天" not in text


def test_a_long_list_is_cut_and_says_so() -> None:
    text = said(day(40), [account(f"{number}.xlsx", FileState.HELD, "原因") for number in range(60)])
    assert text.count("：原因") + int(text.partition("· 另有")[2].partition("个，见该文件夹")[0]) == 60
    assert text.count("（未登记）") // 2 + text.count("周敏") + int(text.split("另有")[-1].partition("个网格")[0]) == 40


def test_a_reason_is_told_whole_where_there_is_room() -> None:
    reason = "这个文件打不开，可能已损坏。请用 Excel 或 WPS 打开看看，另存为 .xlsx 再放进来。"
    text = said(day(0), [account(f"{number}.xlsx", FileState.HELD, reason) for number in range(7)])
    assert text.count(reason) == 7


def test_a_day_on_which_nothing_came_has_no_empty_table_and_claims_no_completeness() -> None:
    made = day(0)
    made.cases, made.coverage = made.cases.iloc[:0], made.coverage.iloc[:0]
    text = said(made)
    assert "在哪里看" not in text
    assert "签收表" not in text
    assert "当日应报的表都到了" not in text
    assert "请把《网格划分表》放进收件夹" in text


def test_what_to_print() -> None:
    text = said(day(), with_print=True).replace(r"\u3000", "\u3000")
    assert "打印/告知书/\u30002个文件，3份，共3页" in text
    assert "打印/保证书/\u30002个文件，3份（每份打2张），共6页" in text
    assert "当日没有新的文书要打印" in said(day())


def test_whom_to_chase_with_phone() -> None:
    text = said(day())
    assert "('第2网格',), ('周敏',), ('13905460012',), ('入户摸排表',)" in text
    assert "（未登记）" in text
    made = day(1)
    made.deliveries["status"] = "sent"
    assert "当日应报的表都到了" in said(made)


def test_who_got_no_document() -> None:
    held = [
        Finding(
            "paper_held", person_id="P1", grid="1", params={"name": "李强", "paper": paper, "missing": "隔离起始日期"}
        )
        for paper in ("告知书", "保证书")
    ]
    assert said(day(findings=held)).count("李强：缺少隔离起始日期") == 1


def test_returned_copies_are_mentioned() -> None:
    assert "有7张表需要填表人改正" in said(day(), returned=7)


def test_the_superiors_forms_are_told() -> None:
    good = FilledForm("花名册.xlsx", b"x", ("现有在管隔离人员 3 行",))
    asked = FilledForm("台账.xlsx", b"x", told=("上报表《台账.xlsx》没有填的列",))
    bad = FilledForm("旧表.xls", faults=("上报表《旧表.xls》不是 .xlsx",))
    text = said(day(), forms=[good, asked, bad])
    assert "上级要的3张表填在“上报/”，核对后就能报；其中2张有要看的地方：" in text
    assert "· 上报表《台账.xlsx》没有填的列" in text
    assert "填在“上报/”，核对后就能报。" in said(day(), forms=[good])
    assert "上报/" not in said(day())
