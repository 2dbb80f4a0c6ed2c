"""Tries the reports' templates on a day on which nothing happened, before a run begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from fournets.catalogue.settings import Settings
from fournets.model import FileAccount, FileState, Finding, Linked, Results, SourceFile
from fournets.writing.data_files import CASES, COVERAGE, DISPATCH, LINKS, PEOPLE, TALLIES
from fournets.writing.lookups import Lookups
from fournets.writing.papers import daily_report, first_page
from fournets.writing.papers.printing import PrintFile
from fournets.writing.superior.forms import FilledForm
from fournets.writing.word.faults import TemplateFault

DAY = date(2020, 2, 9)
"""The day of everything that is made up for trial."""
HELD = FileAccount(SourceFile("a.xlsx", "", 0, DAY, FileState.HELD))
PRINTED = PrintFile(DAY, "", "notice", "1", 1, (), b"")
FORM = FilledForm("a.xlsx", b"a", ("1",), ("1",))
_DELIVERIES = ("grid", "worker", "phone", "form", "status", "files")
_LISTS: Mapping[str, Sequence[str]] = {
    "groups": ("file", "sheet", "row", "column", "group", "purpose", "members"),
    "volunteers": ("file", "sheet", "row", "column", "person_id", "name", "squad", "birth_year"),
}


def report_faults(settings: Settings, template_file: Callable[[str], bytes]) -> Iterator[TemplateFault]:
    """What has to be put right in the templates of `templates/reports/`; `template_file` gives one by its name."""
    for name, write in ((daily_report.TEMPLATE, _report), (first_page.NAME, _page)):
        try:
            for results in (made_up_day(filled=False), made_up_day(filled=True)):
                write(Lookups(results), settings, template_file(name))
        except TemplateFault as fault:
            yield fault
        except OSError:
            yield TemplateFault("找不到或打不开，请从安装包里再拷一份，放回 templates/reports 文件夹", template=name)


def _report(lookups: Lookups, settings: Settings, template: bytes) -> None:
    daily_report.daily_report(lookups, settings, template)


def _page(lookups: Lookups, settings: Settings, template: bytes) -> None:
    filled = bool(len(lookups.results.deliveries))
    first_page.first_page(
        lookups, settings, [HELD] * filled, [PRINTED] * filled, int(filled), [FORM] * filled, template
    )


def made_up_day(*, filled: bool) -> Results:
    """A day on which nothing happened, or one thing of everything that the reports tell of."""

    def frame(columns: Sequence[str], **values: object) -> pd.DataFrame:
        row = {name: values.get(name, 1 if name == "row" else "") for name in columns}
        return pd.DataFrame([row] if filled else [], columns=list(columns))

    linked = Linked(
        records={form: frame(columns, squad="一队", group="一群") for form, columns in _LISTS.items()},
        people=frame(PEOPLE),
        links=frame(LINKS),
        facts=pd.DataFrame(),
        households=pd.DataFrame(),
        pairs=frame(("pair_id", "decision")),
        findings=[],
        grid_of={},
    )
    return Results(
        day=DAY,
        linked=linked,
        findings=[Finding("paper_held", params={"name": "1", "missing": "1", "paper": "1"})] * filled,
        cases=frame(CASES, status="to_notify", arrive_date=DAY.isoformat()),
        coverage=frame(COVERAGE, status="empty"),
        dispatch=frame(DISPATCH),
        tallies=frame(TALLIES),
        deliveries=frame(_DELIVERIES, status="missing", grid="1"),
    )
