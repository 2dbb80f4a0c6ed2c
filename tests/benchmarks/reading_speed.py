"""Opening and reading beside bare python-calamine and openpyxl, in one run: `python tests/benchmarks/reading_speed.py`.

Prints seconds, each the best of several, and the ratios. Nothing here is an assertion.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from fournets.catalogue.settings import Limits  # noqa: E402
from fournets.reading.context import ReadingContext  # noqa: E402
from fournets.reading.pool import Job, read_all  # noqa: E402
from fournets.reading.source import read_file  # noqa: E402
from fournets.reading.workbook import open_workbook  # noqa: E402

HEADINGS = [
    "序号",
    "姓名",
    "身份证号",
    "联系电话",
    "小区",
    "楼号",
    "单元",
    "房号",
    "排查日期",
    "排查情况",
    "家庭人数",
    "体温",
    "症状",
    "排查人",
    "备注",
]
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
LIMITS = Limits(seconds=600, memory_mb=4096)
CONTEXT = ReadingContext(day=date(2020, 2, 9), limits=LIMITS)


def id_number(number: int) -> str:
    """An invented ID number with its check digit, area 370599."""
    first = f"370599{1950 + number % 60}{number // 60 % 12 + 1:02}{number // 720 % 28 + 1:02}{number % 1000:03}"
    return first + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True)) % 11]


def write_screening(path: Path, rows: int) -> None:
    """A screening sheet as a grid worker would fill it."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("排查")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS)
        for n in range(1, rows + 1):
            name = (
                "王李张刘陈杨黄赵吴周"[n % 10]
                + "伟芳娜敏静丽强磊军洋勇艳"[n // 10 % 12]
                + "杰娟涛明超秀霞平"[n // 120 % 8]
            )
            flat = [n % 40 + 1, n % 4 + 1, n % 30 + 101]
            sheet.write_row(n, 0, [n, name, id_number(n), f"138{n:08}", "惠泽小区", *flat])
            sheet.write_number(n, 8, 43869, day)
            sheet.write_row(n, 9, ["已入户", 3, 36.5, "无", "张三"])


def with_calamine(path: Path) -> None:
    """What the fastest reader does at least: every sheet as lists."""
    book = CalamineWorkbook.from_path(str(path))
    for number in range(len(book.sheet_names)):
        book.get_sheet_by_index(number).to_python()


def with_openpyxl(path: Path) -> None:
    """The usual way, in its faster mode."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        list(sheet.iter_rows(values_only=True))
    book.close()


def best(work: Callable[[], object], times: int) -> float:
    """The least seconds of several goes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def compare(folder: Path, rows: int, times: int) -> None:
    """One line of figures for a sheet of so many rows."""
    path = folder / f"{rows}.xlsx"
    write_screening(path, rows)
    calamine = best(lambda: with_calamine(path), times)
    opened = best(lambda: open_workbook(path, "x", LIMITS), times)
    other = best(lambda: with_openpyxl(path), 1)
    understood = best(lambda: read_file(path, path.name, CONTEXT), 1)
    pooled = best(lambda: list(read_all([Job(path, path.name, CONTEXT)], LIMITS)), 1)
    sys.stdout.write(
        f"{rows:>7} rows: calamine {calamine:.4f} s, opening {opened:.4f} s ({opened / calamine:.2f}x), "
        f"openpyxl {other:.3f} s ({other / opened:.1f}x of opening); "
        f"read into records {understood:.3f} s ({understood / calamine:.1f}x), in a fresh worker {pooled:.3f} s\n"
    )


def compare_many(folder: Path, files: int) -> None:
    """Many small files through the workers: what one of them costs."""
    path = folder / "30.xlsx"
    write_screening(path, 30)
    jobs = [Job(path, f"{number}.xlsx", CONTEXT) for number in range(files)]
    taken = best(lambda: list(read_all(jobs, LIMITS)), 1)
    bare = best(lambda: with_calamine(path), 20)
    other = best(lambda: with_openpyxl(path), 5)
    sys.stdout.write(
        f"{files} small files through the workers: {taken / files * 1000:.2f} ms each; "
        f"calamine {bare * 1000:.2f} ms, openpyxl {other * 1000:.2f} ms\n"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for rows, times in ((30, 20), (1_000, 5), (100_000, 2)):
            compare(Path(name), rows, times)
        compare_many(Path(name), 400)
