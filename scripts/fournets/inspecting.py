"""Questions that a person asks of a desk: how is this sheet understood, what is behind this number, is all in order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fournets import office_suite
from fournets.catalogue.findings import message
from fournets.catalogue.forms import FORMS
from fournets.catalogue.tallies import GROUP_WORDS, PERIOD_WORDS, TALLIES, Group, Period
from fournets.desk import effects, inbox
from fournets.desk.config import SetupFault
from fournets.desk.ledger import Ledger
from fournets.desk.lock import hold
from fournets.intake import all_reads, reading_context
from fournets.model import Finding, Results
from fournets.outputs import stationery_of, superior_forms, template_faults, with_marked_copy
from fournets.reading.processes.pool import Job, read_all
from fournets.reconciling.asked_number import NoSuchNumber, group_meant, made_of, tally_meant
from fournets.reconciling.day import reconcile
from fournets.reconciling.linking import link
from fournets.reconciling.tracing import behind, records_behind
from fournets.run import Desk, without_collection
from fournets.writing.blank_forms import blank_forms, filled_forms
from fournets.writing.lookups import Lookups, Row
from fournets.writing.papers.first_page import NAME as FIRST_PAGE
from fournets.writing.papers.page_trial import first_page_trials, judged, page_trials
from fournets.writing.papers.report_trial import made_up_day
from fournets.writing.superior.facts import Above

BLANK_FORMS = "空白表"
_PAGES_NOT_COUNTED = (
    "这台电脑没有装 LibreOffice，没有数印出来是几页；只试填了每个模板，标签都认得。"
    "改过字号、行距或加过话的模板，请用姓名、住址最长的一份打印一张，看看有没有多出一页。"
)


def explain(desk: Desk, path: Path, day: date) -> Iterator[str]:
    """How one workbook is understood: forms and columns with their scores, rows, doubts; raises `SetupFault`.

    `path` may be written as from below the inbox, as the receipt names files.
    """
    if not path.is_file() and (desk.folders.inbox / path).is_file():
        path = desk.folders.inbox / path
    if not path.is_file():
        raise SetupFault(f"找不到文件“{path}”，请检查路径是不是写对了。")
    name = str(path.resolve().relative_to(desk.folders.inbox.resolve())) if _in_inbox(desk, path) else path.name
    ((_, read),) = read_all([Job(path, name, reading_context(desk.settings, day))], desk.settings.limits)
    yield f"文件：{name}"
    if read.held:
        yield f"读不了：{message(Finding(read.held, params=read.held_params))}"
    yield from read.explanation
    for sheet in read.sheets:
        titles = "、".join(f"《{FORMS[form].title}》" for form in sheet.forms) or "不是表"
        yield (
            f"工作表“{sheet.sheet}”：{titles}；共 {sheet.rows} 行 = 记录 {sheet.records} + 空行 {sheet.blank} + "
            f"表头 {sheet.heading} + 合计 {sheet.total} + 说明 {sheet.note} + 没有采用 {sheet.held}"
        )
    for finding in read.findings:
        place = f"{finding.sheet} {finding.column}{finding.row or ''}".strip()
        yield f"  {place}：{message(finding)}"


def _in_inbox(desk: Desk, path: Path) -> bool:
    return path.resolve().is_relative_to(desk.folders.inbox.resolve())


def trace(desk: Desk, tally: str, group: str, day: date | None) -> Iterator[str]:
    """The rows behind one number. Raises `SetupFault`.

    `tally` is its name or Chinese title; `group` is empty for the community, or like `grid=12`, 网格=12, 惠泽小区.
    """
    results = _results(desk, day)
    if results is None:
        raise SetupFault("这个工作台还没有运行过，没有数字可查。请先运行一次主任务。")
    try:
        tally = tally_meant(tally)
        lines = results.tallies[results.tallies["tally"] == tally]
        kind, value = group_meant(lines, TALLIES[tally], group)
    except NoSuchNumber as unknown:
        raise SetupFault(str(unknown)) from unknown
    lines = lines[(lines["group"] == kind) & (lines["group_value"] == value)]
    what, place = TALLIES[tally], f"{GROUP_WORDS[Group(kind)]}“{value}”" if value else "全社区"
    yield f"{what.title}（{tally}），{place}，报表日 {results.day.isoformat()}："
    for period, number in zip(lines["period"], lines["value"], strict=True):
        yield f"  {PERIOD_WORDS[Period(period)]} {number + ' ' + what.unit if number else '没有人报过，不是 0'}"
    rows = behind(results, desk.settings, tally, kind, value)
    yield made_of(what, rows)
    for row in rows.to_dict("records"):
        yield f"{row.get('file', '')}\t{row.get('sheet', '')}\t第 {row.get('row', '')} 行\t{row.get('name', '')}"


def make_blank_forms(desk: Desk, day: date) -> Path:
    """Blank workbooks, and those filled in with what is known of each grid, in a new folder of the outbox."""
    results = _results(desk, day)
    filled = filled_forms(results, desk.settings) if results else ()
    above = desk.folders.outbox / BLANK_FORMS
    folder = next(place for place in _names(above, day) if not place.exists())
    for path, data in (*blank_forms(desk.settings), *filled):
        effects.make_folder((folder / path).parent)
        effects.write(folder / path, data)
    return folder


def _names(above: Path, day: date) -> Iterator[Path]:
    """One folder a time it is asked for: what somebody filled in there is never written over."""
    yield above / day.isoformat()
    yield from (above / f"{day.isoformat()}（{number}）" for number in itertools.count(2))


def _results(desk: Desk, day: date | None) -> Results | None:
    """What the kept reads come to on a day, by default the latest run's; None before the first run."""
    desk.folders.make()
    with hold(desk.folders), Ledger(desk.folders.ledger) as ledger:
        latest = ledger.last_day()
        identifiers = ledger.identifiers()
        if latest is None:
            return None
        reads = all_reads(desk.folders, ledger, desk.settings, _unsaid)
    with without_collection():
        linked = link(reads, identifiers, desk.settings, day or latest)
        return reconcile(linked, reads, identifiers, desk.settings, day or latest)


def _unsaid(_: str) -> None:
    """Progress of what takes a moment only."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What has to be put right, and what else is worth knowing; one Chinese sentence each."""

    faults: list[str]
    remarks: list[str]


def check_setup(desk: Desk) -> Checked:
    """Looks at folders and templates, and at the pages these come to; the settings are loaded already."""
    faults = list(desk.folders.faults())
    if not faults:
        wrong = template_faults(desk.folders, desk.settings)
        faults = [str(with_marked_copy(desk.folders, fault)) for fault in wrong]
    if faults:
        return Checked(faults, [])
    forms, pages = _forms(desk), _pages(desk)
    return Checked(pages.faults + forms.faults, pages.remarks + forms.remarks)


def _forms(desk: Desk) -> Checked:
    """The superior's blank forms, filled with what the desk knows by now, or with nothing before the first run."""
    results = _results(desk, None)
    day = results or made_up_day(filled=False)
    above = Above(Lookups(day), desk.settings, records_behind(day, desk.settings) if results else _nothing_behind)
    forms = list(superior_forms(desk.folders, desk.settings, above))
    return Checked([text for form in forms for text in form.faults], [text for form in forms for text in form.told])


def _nothing_behind(_tally: str, _period: str) -> list[Row]:
    return []


def _pages(desk: Desk) -> Checked:
    """Every document that has its number of pages, printed with an ordinary record and one of the longest."""
    program = office_suite.installed()
    if not program:
        return Checked([], [_PAGES_NOT_COUNTED])
    page = desk.folders.template("reports", FIRST_PAGE).read_bytes()
    trials = [
        *page_trials(stationery_of(desk.folders, desk.settings), desk.settings),
        *first_page_trials(desk.settings, page),
    ]
    made = office_suite.pdfs_of(program, [trial.data for trial in trials])
    return Checked(*judged(trials, [office_suite.pages_of(pdf) if pdf else 0 for pdf in made]))


def unlisted_headings(desk: Desk) -> list[str]:
    """The headings that were understood by likeness only, as lines that can be pasted below `headings:`; or nothing."""
    if not desk.folders.ledger.exists():
        return []
    with hold(desk.folders), Ledger(desk.folders.ledger) as ledger:
        reads = all_reads(desk.folders, ledger, desk.settings, _unsaid)
    told = [found for _, read in reads for found in read.findings if found.code == "heading_by_likeness"]
    if not told:
        return []
    lines: dict[tuple[str, str], dict[str, None]] = {}
    for found in told:
        lines.setdefault((found.form, found.field), {})[found.params["quoted"]] = None
    pasted = [f"  {form}: {{{field}: [{', '.join(quoted)}]}}" for (form, field), quoted in sorted(lines.items())]
    return [
        "下面的表头没有登记过，是按相像采用的。核对无误后，把这几行原样加到 config.yaml 的 headings: 下面：",
        *pasted,
    ]


def inbox_listing(desk: Desk) -> frozenset[tuple[str, int, int]]:
    """What lies in the inbox: name, size and modification time."""
    return inbox.listing(desk.folders)
