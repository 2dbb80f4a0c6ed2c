"""Opening and reading beside bare python-calamine, openpyxl and pandas: `python tests/benchmarks/reading_speed.py`.

All ways take turns on the same files: many small ones (30 rows of 15 columns), and one of 100,000 rows of 12 columns.
Ours go through the real workers, whose start is counted; once more with the start in the pause in which a run waits
between its two looks at the inbox; and once without it: what each further file costs. Prints the median of the seconds
by the clock and of processor time (workers included), and the medians of their ratios. Nothing here is an assertion.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from statistics import median

import openpyxl
import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT / "scripts"))

from fournets.catalogue.limits import Limits  # noqa: E402
from fournets.intake import LOOKS_APART_SECONDS  # noqa: E402
from fournets.reading.context import ReadingContext  # noqa: E402
from fournets.reading.processes import pool  # noqa: E402
from fournets.reading.processes.pool import Job, Readers  # noqa: E402

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
READING = pool._WORKER
OPENING = """
import gc
gc.disable()
from fournets.model import FileRead
from fournets.reading.processes import worker
from fournets.reading.formats.workbook import open_workbook
def opened(path, name, context):
    open_workbook(path, name, context.limits)
    return FileRead()
worker.main(opened)
"""
"""A worker that stops when the cells of every sheet are in its hands."""
BESIDE = ("calamine", "openpyxl", "openpyxl read-only")
Work = Callable[[], object]
MANY = 5
"""So many times the files: the difference is what each further file costs."""
CONTEXT = ReadingContext(day=date(2020, 2, 9), limits=LIMITS)


def id_number(number: int) -> str:
    """An invented ID number with its check digit, area 370599."""
    first = f"370599{1950 + number % 60}{number // 60 % 12 + 1:02}{number // 720 % 28 + 1:02}{number % 1000:03}"
    return first + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True)) % 11]


def write_screening(path: Path, rows: int, columns: int) -> None:
    """The first columns of a screening sheet as a grid worker would fill it: texts, numbers and days."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("排查")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS[:columns])
        for n in range(1, rows + 1):
            name = (
                "王李张刘陈杨黄赵吴周"[n % 10]
                + "伟芳娜敏静丽强磊军洋勇艳"[n // 10 % 12]
                + "杰娟涛明超秀霞平"[n // 120 % 8]
            )
            flat = [n % 40 + 1, n % 4 + 1, n % 30 + 101]
            sheet.write_row(n, 0, [n, name, id_number(n), f"138{n:08}", "惠泽小区", *flat])
            sheet.write_number(n, 8, 43869, day)
            sheet.write_row(n, 9, ["已入户", 3, 36.5, "无", "张三"][: columns - 9])


def with_calamine(path: Path) -> None:
    """What the fastest reader does at least: every sheet as lists."""
    book = CalamineWorkbook.from_path(str(path))
    for number in range(len(book.sheet_names)):
        book.get_sheet_by_index(number).to_python()


def with_openpyxl(path: Path, *, read_only: bool) -> None:
    """Every row of every sheet, in the usual mode or in the faster one."""
    book = openpyxl.load_workbook(path, read_only=read_only, data_only=True)
    for sheet in book.worksheets:
        list(sheet.iter_rows(values_only=True))
    book.close()


@contextmanager
def with_workers(paths: Sequence[Path], worker: str, *, early: bool = False) -> Iterator[Work]:
    """Ours: through the workers, every answer back in this process; `early` as in a run, which starts them beforehand."""
    pool._WORKER = worker
    jobs = [Job(path, f"{number}.xlsx", CONTEXT) for number, path in enumerate(paths)]
    readers = Readers(LIMITS)
    if early:
        readers.prepare()
        time.sleep(LOOKS_APART_SECONDS)

    def work() -> None:
        with readers:
            for job, read in readers.read_all(jobs):
                if read.held:
                    raise SystemExit(f"{job.name} was not read: {read.held}")

    yield work


def ways_of(paths: Sequence[Path]) -> dict[str, Callable[[], AbstractContextManager[Work]]]:
    """Every way of reading all the files, made ready and then to be called."""
    return {
        "calamine": lambda: nullcontext(lambda: [with_calamine(path) for path in paths]),
        "openpyxl": lambda: nullcontext(lambda: [with_openpyxl(path, read_only=False) for path in paths]),
        "openpyxl read-only": lambda: nullcontext(lambda: [with_openpyxl(path, read_only=True) for path in paths]),
        "pandas with openpyxl": lambda: nullcontext(
            lambda: [pd.read_excel(path, sheet_name=None, engine="openpyxl") for path in paths]
        ),
        "ours, opened": lambda: with_workers(paths, OPENING),
        "ours, started before": lambda: with_workers(paths, OPENING, early=True),
        "ours, into records": lambda: with_workers(paths, READING),
    }


def spent() -> tuple[float, float]:
    """Processor time of this process and of its ended workers, and the clock."""
    times = os.times()
    return sum(times[:4]), time.perf_counter()


def ratio(some: Sequence[float], others: Sequence[float]) -> float:
    """The median of how many times as long the one took as the other in the same turn."""
    return median(one / other for one, other in zip(some, others, strict=True))


def compare(title: str, paths: Sequence[Path], repeats: int) -> dict[str, float]:
    """One line a way, and the processor time of each: they take turns, so that a busy machine slows all of them."""
    ways = ways_of(paths)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            with way() as work:
                before = spent()
                work()
                after = spent()
            taken[name].append((after[0] - before[0], after[1] - before[1]))
    sys.stdout.write(f"{title}\n")
    for name in taken:
        sys.stdout.write(f"  {name:21}")
        for what, place in (("clock", 1), ("processor", 0)):
            own, calamine, slow, lean = ([go[place] for go in taken[way]] for way in (name, *BESIDE))
            sys.stdout.write(
                f" {what} {median(own):7.3f} s {ratio(own, calamine):6.2f} x calamine, "
                f"openpyxl / it {ratio(slow, own):6.2f} (read-only {ratio(lean, own):6.2f});"
            )
        sys.stdout.write("\n")
    return {name: median(processor for processor, _ in goes) for name, goes in taken.items()}


def compare_further(path: Path, few: int, many: int, repeats: int) -> None:
    """What each further small file costs where many come at once, without what is paid once for all of them."""
    fewer = compare(f"{few} files of 30 rows, all of them", [path] * few, repeats)
    more = compare(f"{many} files of 30 rows, all of them", [path] * many, repeats)
    sys.stdout.write("each further file of 30 rows\n")
    each = {name: (more[name] - fewer[name]) / (many - few) for name in more}
    for name, seconds in each.items():
        beside = f"{seconds / each['calamine']:6.2f} x calamine, openpyxl / it {each['openpyxl'] / seconds:6.2f}"
        sys.stdout.write(f"  {name:21} {seconds * 1000:8.3f} ms processor: {beside}\n")


def main() -> None:
    """Both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200, help="small files in the batch")
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the large file")
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name) / "30.xlsx", Path(name) / "large.xlsx"
        write_screening(small, 30, 15)
        write_screening(large, options.rows, 12)
        compare_further(small, options.files, options.files * MANY, options.repeats)
        compare(f"one file of {options.rows} rows", [large], options.repeats)


if __name__ == "__main__":
    main()
