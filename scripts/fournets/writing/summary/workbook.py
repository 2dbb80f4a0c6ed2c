"""`汇总_<day>.xlsx`: the consolidated tallies and the lists behind them, one sheet each, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence

from fournets.catalogue.settings import Settings
from fournets.model import FileAccount, FileRead, SourceFile
from fournets.writing.agenda import Agenda
from fournets.writing.lookups import Lookups
from fournets.writing.summary.lists import add_dispatch
from fournets.writing.summary.overview import add_overview
from fournets.writing.summary.people import add_missed, add_quarantine, add_returnees
from fournets.writing.summary.places import add_compounds, add_grids, add_nets
from fournets.writing.summary.questions import add_deliveries, add_questions, add_sources
from fournets.writing.workbooks.new_workbook import NewWorkbook

Reads = Sequence[tuple[SourceFile, FileRead]]


def summary_workbook(
    lookups: Lookups, settings: Settings, accounts: Sequence[FileAccount], reads: Reads = ()
) -> tuple[str, bytes]:
    """The workbook as (path below the day's folder, bytes); `reads` give the order of the street's own columns."""
    book = NewWorkbook()
    add_overview(book, lookups, settings, Agenda.of(lookups, accounts))
    add_nets(book, lookups)
    add_grids(book, lookups)
    add_compounds(book, lookups)
    add_returnees(book, lookups)
    add_quarantine(book, lookups)
    add_missed(book, lookups)
    add_dispatch(book, lookups, [table for _, read in reads for table in read.tables])
    add_questions(book, lookups)
    add_deliveries(book, lookups, accounts)
    add_sources(book, accounts)
    return f"汇总_{lookups.results.day.isoformat()}.xlsx", book.finished()
