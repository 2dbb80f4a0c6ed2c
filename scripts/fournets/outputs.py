"""Everything that a run lays on the desk, one line each, as (path below the day's folder, bytes)."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from fournets.catalogue.settings import Settings
from fournets.desk.folders import Folders
from fournets.model import FileAccount, FileRead, Receipt, Results, SourceFile
from fournets.writing.daily_report import TEMPLATE as REPORT_TEMPLATE
from fournets.writing.daily_report import daily_report
from fournets.writing.data_files import Placement, RunRecord, data_files
from fournets.writing.documents import Stationery
from fournets.writing.printing import print_files
from fournets.writing.receipt_sheet import receipt_sheet
from fournets.writing.review_sheet import review_sheet
from fournets.writing.summary_workbook import summary_workbook

Output = tuple[str, bytes]
SAID_VERSIONS = ("openpyxl", "pandas", "python-calamine", "python-docx", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the writers must know beside the results.

    `accounts` are all files of the desk so far, `places` where each accepted one lies below `archive/originals/`,
    `reads` what they gave.
    """

    run_id: str
    accounts: Sequence[FileAccount]
    places: Mapping[str, str]
    reads: Sequence[tuple[SourceFile, FileRead]]
    receipt: Receipt


def stationery_of(folders: Folders, settings: Settings) -> Stationery:
    """The desk's document templates, its own before the project's."""
    return Stationery(lambda name: folders.template("documents", name).read_bytes(), settings)


def every_output(
    folders: Folders, settings: Settings, results: Results, facts: RunFacts, said: Callable[[str], None]
) -> Iterator[Output]:
    """All files of the day's folder, `run.json` last; raises `TemplateFault`."""
    said("文书")
    placements: dict[str, Placement] = {}
    todays = [paper for paper in results.papers if paper.issued_day == results.day]
    for print_file in print_files(todays, stationery_of(folders, settings)):
        placements |= print_file.placements
        yield print_file.path, print_file.data
    said("汇总")
    yield summary_workbook(results, settings, facts.accounts, facts.reads)
    yield review_sheet(results)
    yield receipt_sheet(results)
    said("日报")
    yield daily_report(results, settings, folders.template("reports", REPORT_TEMPLATE).read_bytes())
    said("数据")
    yield from data_files(results, RunRecord(facts.run_id, facts.accounts, facts.receipt, _versions()), placements)


def _versions() -> dict[str, str]:
    return {"python": platform.python_version(), **{name: version(name) for name in SAID_VERSIONS}}
