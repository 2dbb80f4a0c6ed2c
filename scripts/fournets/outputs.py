"""Everything that a run lays on the desk, one line each, as (path below the day's folder, bytes)."""

from __future__ import annotations

import itertools
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from fournets.catalogue.findings import message
from fournets.catalogue.local_words import headings_here
from fournets.catalogue.settings import Settings
from fournets.desk import effects
from fournets.desk.folders import Folders
from fournets.model import FileAccount, FileRead, Finding, Results, SourceFile
from fournets.reading.blank_form import Unreadable, headed_tables
from fournets.reading.formats.workbook import open_workbook
from fournets.reading.sheet import Sheet
from fournets.writing.dashboard import dashboard
from fournets.writing.data_files import RunRecord, data_files, own_record
from fournets.writing.lookups import Lookups
from fournets.writing.papers.daily_report import TEMPLATE as REPORT
from fournets.writing.papers.daily_report import daily_report
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.dossiers import dossiers
from fournets.writing.papers.first_page import NAME as FIRST_PAGE
from fournets.writing.papers.first_page import first_page
from fournets.writing.papers.printing import PrintFile, earlier_placements, print_files
from fournets.writing.papers.report_trial import report_faults
from fournets.writing.receipt_sheet import receipt_sheet
from fournets.writing.returned.copies import questioned, returned_copies
from fournets.writing.review_sheet import review_sheet
from fournets.writing.summary.workbook import summary_workbook
from fournets.writing.superior.facts import Above, Behind
from fournets.writing.superior.forms import ENDING, KIND, NO_FORMS, FilledForm, fill_form, unusable
from fournets.writing.word.fault_copies import marked_copy
from fournets.writing.word.faults import TemplateFault
from fournets.writing.worksheets import worksheets

FAULTS = "模板问题"
"""The outbox's folder of templates that have to be put right."""
Output = tuple[str, bytes]
SAID_VERSIONS = ("openpyxl", "pandas", "python-calamine", "python-docx", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the writers must know beside the results.

    `record` is what it says of itself, `places` where each accepted one lies below `archive/originals/`,
    `reads` what they gave; `behind` gives the records behind a number, `published` the files (path → hashes) that were
    put into a day's folder. `told` becomes what a person should know that stays true as long as nothing changes.
    """

    record: RunRecord
    places: Mapping[str, str]
    reads: Sequence[tuple[SourceFile, FileRead]]
    behind: Behind
    published: Callable[[date], Mapping[str, frozenset[str]]]
    told: list[str]

    @property
    def accounts(self) -> Sequence[FileAccount]:
        """All files of the desk so far."""
        return self.record.accounts


def stationery_of(folders: Folders, settings: Settings) -> Stationery:
    """The desk's document templates, its own before the project's."""
    return Stationery(lambda name: folders.template("documents", name).read_bytes(), settings)


def template_faults(folders: Folders, settings: Settings) -> Iterator[TemplateFault]:
    """What has to be put right in the desk's templates, tried on made-up days."""
    yield from stationery_of(folders, settings).faults()
    yield from report_faults(settings, lambda name: folders.template("reports", name).read_bytes())


def with_marked_copy(folders: Folders, fault: TemplateFault) -> TemplateFault:
    """The fault, after a copy of its template with a comment at the spot was laid into the outbox.

    What lies there already may be under repair and is never written over; the same copy is not laid there twice.
    """
    paths = (folders.template(kind, fault.template) for kind in ("documents", "reports"))
    template = next((path for path in paths if path.is_file()), None)
    data = marked_copy(template.read_bytes(), fault) if template else None
    if template is None or data is None:
        return fault
    place = next(_free_or_same(folders.outbox / FAULTS, template, data))
    if not place.exists():
        effects.make_folder(place.parent)
        effects.write(place, data)
    return fault.marked_in(place.relative_to(folders.root).as_posix())


def _free_or_same(folder: Path, template: Path, data: bytes) -> Iterator[Path]:
    for number in itertools.count(1):
        again = f"（{number}）" if number > 1 else ""
        path = folder / f"{template.stem}{again}{template.suffix}"
        if not path.exists() or path.read_bytes() == data:
            yield path


def every_output(
    folders: Folders, settings: Settings, results: Results, facts: RunFacts, said: Callable[[str], None]
) -> Iterator[Output]:
    """All files of the day's folder, `run.json` last; raises `TemplateFault`."""
    said("文书")
    stationery = stationery_of(folders, settings)
    lookups = Lookups(results)
    placements = earlier_placements(results.papers, results.day, facts.published)
    printed: list[PrintFile] = []
    for print_file in print_files([paper for paper in results.papers if paper.issued_day == results.day], stationery):
        placements |= print_file.placements
        printed.append(print_file)
        yield print_file.path, print_file.data
    for dossier in dossiers(lookups, stationery):
        placements[dossier.number] = dossier.placement
        yield dossier.path, dossier.data
    said("回执")
    yield from _returned_copies(folders, settings, results, facts)
    said("上报表")
    forms = list(superior_forms(folders, settings, Above(lookups, settings, facts.behind)))
    yield from ((form.path, form.data) for form in forms if form.data)
    facts.record.receipt.messages += [text for form in forms for text in form.faults]
    facts.told.extend(text for form in forms for text in form.told)
    said("汇总和工作单")
    yield summary_workbook(lookups, settings, facts.accounts, facts.reads)
    yield review_sheet(lookups)
    yield receipt_sheet(lookups)
    yield from worksheets(lookups)
    yield dashboard(lookups, settings, facts.accounts)
    said("日报")
    yield daily_report(lookups, settings, folders.template("reports", REPORT).read_bytes())
    page = folders.template("reports", FIRST_PAGE).read_bytes()
    returned = questioned(results.findings, facts.accounts)
    yield first_page(lookups, settings, facts.accounts, printed, returned, forms, page)
    said("数据")
    yield from data_files(results, placements)
    yield own_record(facts.record)


def superior_forms(folders: Folders, settings: Settings, above: Above) -> Iterator[FilledForm]:
    """The superior's blanks in `templates/superior/`, filled; one that cannot be read says why."""
    for path in folders.templates(KIND, ""):
        if not path.is_file() or path.suffix.lower() in NO_FORMS:
            continue
        if path.suffix.lower() != ENDING:
            yield unusable(path.name)
            continue
        try:
            tables = headed_tables(path, headings_here(settings))
            data = path.read_bytes()
        except (Unreadable, OSError) as reason:
            yield unusable(path.name, _why(reason))
        else:
            yield fill_form(path.name, data, tables, above)


def _why(reason: Exception) -> str:
    if isinstance(reason, Unreadable):
        return f"填不了：{message(Finding(reason.code, params=reason.params))}"
    return "打不开，可能正开着，请关闭后再运行一次。"


def _returned_copies(folders: Folders, settings: Settings, results: Results, facts: RunFacts) -> Iterator[Output]:
    def place(source: SourceFile) -> Path:
        return folders.originals / facts.places[source.path]

    def cells(source: SourceFile) -> list[Sheet]:
        return open_workbook(place(source), PurePosixPath(source.path).stem, settings.limits)

    answers = {source.path: read.answers_hash for source, read in facts.reads if read.answers_hash}
    return returned_copies(results, facts.accounts, lambda source: place(source).read_bytes(), cells, answers)


def versions() -> dict[str, str]:
    """What the outputs were made with."""
    return {"python": platform.python_version(), **{name: version(name) for name in SAID_VERSIONS}}
