"""Section 3 and what is forbidden everywhere: the day's files, their names, and cells that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook
from tests.acceptance.desk_folder import Check, DeskFolder, Violation

PATHS = (
    "先看这里.docx",
    "日报_{day}.docx",
    "汇总_{day}.xlsx",
    "打印",
    "档案",
    "工作单",
    "人工核对.xlsx",
    "看板.html",
    "数据",
)
SHEETS = [
    "总览",
    "四张网",
    "分网格",
    "分小区",
    "返回人员",
    "隔离台账",
    "漏户清单",
    "名单比对",
    "冲突与疑问",
    "收表情况",
    "数据来源",
]
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?")
RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
LONGEST = 200


def paths_are_there(desk: DeskFolder) -> Iterator[Violation]:
    """What staff look for has its name."""
    papers = {"打印": desk.data("documents.csv"), "档案": desk.data("cases.csv"), "工作单": desk.records("grids")}
    for name in PATHS:
        if papers.get(name, True) and not (desk.out / name.format(day=desk.day)).exists():
            yield Violation("the day's files are there", name, "")
    summary = desk.out / f"汇总_{desk.day}.xlsx"
    if summary.exists() and opened(summary).sheetnames != SHEETS:
        yield Violation("sheets of the summary", summary.name, str(opened(summary).sheetnames))
    board = desk.out / "看板.html"
    if board.exists() and re.search(r"""(src|href)\s*=\s*["']?(https?:)?//""", board.read_text("utf-8")):
        yield Violation("the dashboard is offline", board.name, "")


def names_are_valid_on_windows(desk: DeskFolder) -> Iterator[Violation]:
    """No name that Windows refuses, and no two that differ in case alone."""
    seen: dict[str, Path] = {}
    for path in desk.out.rglob("*"):
        name = path.relative_to(desk.out).as_posix()
        if FORBIDDEN.search(path.name) or RESERVED.search(path.name) or len(name) > LONGEST:
            yield Violation("names are valid on Windows", name, "")
        if name.casefold() in seen:
            yield Violation("names differ in more than case", name, str(seen[name.casefold()]))
        seen[name.casefold()] = path


def opened(path: Path) -> Workbook:
    """A workbook of the outbox; formulas as they are written."""
    return _opened(path, path.stat().st_mtime_ns)


@cache
def _opened(path: Path, _: int) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(path.read_bytes()))


def would_run(text: str) -> bool:
    """Whether a spreadsheet takes a typed text for a formula."""
    plain = unicodedata.normalize("NFKC", text)
    return plain.startswith(RUNS) and plain != "-" and not NUMBER.fullmatch(plain)


def nothing_typed_runs(desk: DeskFolder) -> Iterator[Violation]:
    """No field of a CSV and no cell of a workbook begins as a formula does, but our own calculations."""
    for path in sorted(desk.out.rglob("*.csv")):
        for number, line in enumerate(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")), 1):
            for field in line:
                if would_run(field):
                    yield Violation(
                        "no CSV field runs", f"{path.relative_to(desk.out)} line {number}", repr(field)[:120]
                    )
    for path in sorted(desk.out.rglob("*.xlsx")):
        name = path.relative_to(desk.out).as_posix()
        try:
            yield from _running_cells(name, opened(path), is_copy=name.startswith("回执/"))
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as fault:
            yield Violation("a workbook of the outbox opens", name, repr(fault))


def _running_cells(name: str, book: Workbook, *, is_copy: bool) -> Iterator[Violation]:
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            for cell in line:
                where = f"{name}[{sheet.title}]{cell.coordinate}"
                if cell.data_type == "f":
                    if is_copy and not str(cell.value).upper().startswith("=HYPERLINK("):
                        yield Violation("a sender's formulas are values", where, str(cell.value)[:120])
                    elif re.search(r"(?i)cmd|dde|webservice|https?:|\|", str(cell.value)):
                        yield Violation("our own formulas are harmless", where, str(cell.value)[:120])
                elif isinstance(cell.value, str) and would_run(cell.value):
                    yield Violation("no cell runs", where, repr(cell.value)[:120])


def workbooks_are_whole(desk: DeskFolder) -> Iterator[Violation]:
    """Every package of the outbox opens, carries no macro and no link to another file."""
    for path in sorted((*desk.out.rglob("*.xlsx"), *desk.out.rglob("*.docx"))):
        name = path.relative_to(desk.out).as_posix()
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
        if len(set(names)) != len(names):
            yield Violation("a package has each part once", name, "")
        if any("vbaProject" in part or "externalLink" in part for part in names):
            yield Violation("no macro and no link to other files", name, str(names)[:200])


CHECKS: tuple[Check, ...] = (paths_are_there, names_are_valid_on_windows, nothing_typed_runs, workbooks_are_whole)
