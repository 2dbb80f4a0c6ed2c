"""`签收表_<day>.xlsx`: documents still to be signed, in walking order; dropped back, it records the signatures."""

from __future__ import annotations

from fournets.catalogue.documents import BY_KIND, plain_number
from fournets.model import Paper
from fournets.values.addresses import format_address, walking_key
from fournets.writing.lookups import Lookups, Row
from fournets.writing.wording import grid_key, grid_name, phones_shown
from fournets.writing.workbooks.new_workbook import AMBER, Column, Layout, NewWorkbook, Shown, write_table

HOW_TO = "怎么填：签了字的填签收日期、签收方式和签收人（代签的写代签人），没签的空着；存盘后放回 inbox。"
METHODS = ("本人签收", "家属代签", "拒签", "邮寄", "电子送达")
COLUMNS = (
    Column("文书编号", widest=26),
    Column("文书种类", widest=12),
    Column("姓名", widest=14),
    Column("网格", widest=11),
    Column("住址", widest=30),
    Column("联系电话", widest=15),
    Column("签收日期", Shown.DATE, centred=True, colours={"": AMBER}, least=14),
    Column("签收方式", centred=True, colours={"": AMBER}, least=14),
    Column("签收人", colours={"": AMBER}, least=14),
)
DATE, METHOD = 6, 7


def receipt_sheet(lookups: Lookups) -> tuple[str, bytes]:
    """The workbook as (path below the day's folder, bytes)."""
    day = lookups.results.day
    papers = unsigned(lookups)
    rows = [
        (
            paper.number,
            BY_KIND[paper.kind].title,
            paper.name,
            grid_name(paper.grid),
            format_address(paper.address),
            phones_shown(lookups.person(paper.person_id).get("phones", "")),
            *("", "", ""),
        )
        for paper in papers
    ]
    book = NewWorkbook()
    sheet = book.sheet("签收表", "文书签收表", HOW_TO, colour="#2E8B57")
    write_table(book, sheet, COLUMNS, rows, Layout(frozen=3, height=24), "没有要签收的文书。")
    if rows:
        last = 2 + len(rows)
        earliest = day.replace(month=1, day=1)
        sheet.data_validation(
            *(3, DATE, last, DATE),
            {
                "validate": "date",
                "criteria": ">=",
                "value": earliest,
                "ignore_blank": True,
                "error_title": "请填日期",
                "error_message": "请写成 2020-02-09 这样的日期",
            },
        )
        sheet.data_validation(3, METHOD, last, METHOD, {"validate": "list", "source": list(METHODS)})
    return f"签收表_{day.isoformat()}.xlsx", book.finished()


def unsigned(lookups: Lookups) -> list[Paper]:
    """Documents still to be signed: each one's newest version, of cases that are not over, in walking order."""
    papers = lookups.results.papers
    replaced = {paper.replaces for paper in papers if paper.replaces}
    cases = {case["case_id"]: case for case in lookups.cases}
    again = _to_sign_again(lookups)
    waiting = [
        paper
        for paper in papers
        if paper.number not in replaced and _is_waiting(paper, cases.get(paper.case_id), paper.number in again)
    ]
    order = {kind: place for place, kind in enumerate(BY_KIND)}
    return sorted(
        waiting, key=lambda paper: (grid_key(paper.grid), walking_key(paper.address), paper.name, order[paper.kind])
    )


def _is_waiting(paper: Paper, case: Row | None, is_again: bool) -> bool:
    column = BY_KIND[paper.kind].signed if paper.kind in BY_KIND else ""
    if case is None or not column:
        return False
    return (case[column] != "yes" or is_again) and case["status"] in ("to_notify", "in_quarantine")


def _to_sign_again(lookups: Lookups) -> set[str]:
    """Numbers of papers that came after one that had been signed, and are not signed themselves."""
    receipts = lookups.records("receipts")
    signed = {plain_number(row["number"]) for row in receipts if row["signed_date"] or row["signer"]}
    again: set[str] = set()
    for paper in sorted(lookups.results.papers, key=lambda paper: paper.version):
        is_after = paper.replaces and (paper.replaces in again or plain_number(paper.replaces) in signed)
        if is_after and plain_number(paper.number) not in signed:
            again.add(paper.number)
    return again
