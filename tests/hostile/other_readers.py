"""What other readers see in a workbook, each on its own: how many cells of each sheet hold something.

By hand only, beside `measure_foreign`. Every file is looked at in a process of its own with a limit on its time, since
none of the readers is safe with such files. xlrd is asked where it is installed; the project does not need it.
"""

from __future__ import annotations

import importlib
import importlib.util
import multiprocessing
import multiprocessing.pool
import warnings
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from fournets.catalogue.limits import Limits
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.formats.workbook import open_workbook

Counts = dict[str, int]
"""Cells that hold something, by sheet."""
Answer = Counts | str
"""Or why the reader gave nothing."""

LIMITS = Limits(seconds=60, memory_mb=2048, file_mb=50, inflated_mb=512, workers=2)
_SECONDS = 40
_AT_ONCE = 2
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam")


def everybody_on(paths: Iterable[Path]) -> Iterator[tuple[Path, dict[str, Answer]]]:
    """Each file with what each reader says of it, `ours` among them."""
    with multiprocessing.pool.ThreadPool(_AT_ONCE) as pool:
        yield from pool.imap(_asked, paths)


def _asked(path: Path) -> tuple[Path, dict[str, Answer]]:
    context = multiprocessing.get_context("fork")
    answers: dict[str, Answer] = {}
    for name, reader in _readers(path):
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_answer, args=(reader, path, there))
        process.start()
        there.close()
        try:
            answers[name] = here.recv() if here.poll(_SECONDS) else "late"
        except EOFError:
            answers[name] = "died"
        process.kill()
        process.join()
        here.close()
    return path, answers


def _answer(reader: Callable[[Path], Counts], path: Path, there: Connection) -> None:
    """In the child: whatever goes wrong is an answer."""
    warnings.simplefilter("ignore")
    try:
        there.send(reader(path))
    except BaseException as failed:  # noqa: BLE001  readers panic, and the answer is what is measured
        there.send(f"{type(failed).__name__}: {getattr(failed, 'code', failed)!s:.80}")


def _readers(path: Path) -> Iterator[tuple[str, Callable[[Path], Counts]]]:
    yield "ours", _ours
    ending = path.suffix.lower()
    if ending in (*_WORKBOOKS, ".xls", ".xlsb", ".ods", ".et"):
        yield "calamine", _calamine
    if ending in _WORKBOOKS:
        yield "openpyxl", _openpyxl
    if ending in (".xls", ".et") and importlib.util.find_spec("xlrd"):
        yield "xlrd", _xlrd


def _ours(path: Path) -> Counts:
    counts: Counts = {}
    for sheet in open_workbook(path, path.stem, LIMITS):
        if sheet.unread and sheet.unread not in ("blank_workbook",):
            raise Unreadable(f"sheet {sheet.name}: {sheet.unread}")
        counts[sheet.name] = sum(cell is not None for row in sheet.cells for cell in row)
    return counts


def _calamine(path: Path) -> Counts:
    from python_calamine import CalamineWorkbook

    with path.open("rb") as source:
        workbook: Any = CalamineWorkbook.from_filelike(source)
        return {
            name: sum(cell != "" for row in workbook.get_sheet_by_name(name).to_python() for cell in row)
            for name in workbook.sheet_names
        }


def _openpyxl(path: Path) -> Counts:
    import openpyxl

    with path.open("rb") as source:
        workbook = openpyxl.load_workbook(source, data_only=True, keep_links=False)
    return {
        sheet.title: sum(cell not in (None, "") for row in sheet.iter_rows(values_only=True) for cell in row)
        for sheet in workbook.worksheets
    }


def _xlrd(path: Path) -> Counts:
    xlrd = importlib.import_module("xlrd")
    workbook = xlrd.open_workbook(str(path), on_demand=True, logfile=open("/dev/null", "w"))  # noqa: SIM115, PTH123
    return {
        sheet.name: sum(cell.value != "" for row in sheet.get_rows() for cell in row) for sheet in workbook.sheets()
    }
