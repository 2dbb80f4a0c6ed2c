"""`回执/`: for every accepted file with findings, the sender's own sheet with the cells marked.

What must be put right stands first and is coloured strongly; what was only understood or told follows, softly.

Workbooks are marked in place (`marking`); what cannot be is written anew as .xlsx from the cells that were
read, with the same sheet names, rows and columns, so that a corrected copy can simply be dropped back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Protocol

import xlsxwriter
from xlsxwriter.format import Format

from fournets.catalogue.findings import message, severity
from fournets.model import FileAccount, FileState, Finding, Raw, Results, Severity, SourceFile
from fournets.writing.returned.marking import mark_workbook
from fournets.writing.returned.notice import EXPLAINED, HEADINGS, WIDTHS, Mark, Notice
from fournets.writing.returned.styles import FILLS, gravest
from fournets.writing.safe_cells import safe, storable
from fournets.writing.source_order import place_key
from fournets.writing.wording import SEVERITIES
from fournets.writing.workbooks.cells import column_number
from fournets.writing.workbooks.comments import headed
from fournets.writing.workbooks.new_workbook import MOST_CHARACTERS, NewWorkbook, display_width
from fournets.writing.workbooks.package import CannotEdit

FOLDER = "回执"
NOTHING_TO_DO = "没有要改的地方，这份不用交回；看一看程序理解得对不对，不对的请告诉社区工作人员。"
HOW_TO = (
    "怎么办：下面一行说一处。点“在哪里”就到那个格子，格子标了颜色，鼠标放上去能看到批注；"
    "改好后存盘，直接把这个文件放回 inbox，不用删除本页，也不要增删行。"
)
_HASHED = re.compile(r"#([0-9a-f]{8})$")
_WORKBOOKS = (b"PK\x03\x04",)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 days are counted from here in every sheet


class SheetCells(Protocol):
    """A sheet as it was read: `cells` row by row from A1, `merges` as first row and column, last row and column."""

    @property
    def name(self) -> str:
        """The sheet's name."""

    @property
    def cells(self) -> Sequence[Sequence[Raw]]:
        """Row by row."""

    @property
    def merges(self) -> Sequence[tuple[int, int, int, int]]:
        """From 0, inclusive."""


Original = Callable[[SourceFile], bytes]
Cells = Callable[[SourceFile], Sequence[SheetCells]]


def returned_copies(
    results: Results,
    accounts: Sequence[FileAccount],
    original: Original,
    cells: Cells,
    answers: Mapping[str, str],
) -> Iterator[tuple[str, bytes]]:
    """The copies as (path below the day's folder, bytes).

    `original` gives a file's bytes, `cells` its sheets as the reader saw them; `answers` tells of files that are
    returned copies themselves which original they answer (path → sha256): what they are returned with again names
    that original, whose folders and name speak for the rows.
    """
    asked: dict[str, list[Finding]] = defaultdict(list)
    for found in results.findings:
        if found.file:
            asked[found.file].append(found)
    accepted = [account.source for account in accounts if account.source.state is FileState.ACCEPTED]
    sources = [source for source in accepted if source.path in asked]
    path_of = {source.sha256: source.path for source in reversed(accepted)}
    for source, path in zip(sources, copy_paths([source.path for source in sources]), strict=True):
        digest = answers.get(source.path) or source.sha256
        notice = notice_of(path_of.get(digest, source.path), asked[source.path], digest)
        yield path, _copy(source, notice, original, cells)


def questioned(findings: Sequence[Finding], accounts: Sequence[FileAccount]) -> int:
    """How many accepted files have something that their senders must put right."""
    accepted = {account.source.path for account in accounts if account.source.state is FileState.ACCEPTED}
    return len({found.file for found in findings if severity(found) is not Severity.NOTE} & accepted)


def notice_of(original: str, findings: Sequence[Finding], digest: str) -> Notice:
    """What a copy says. The digest is the original's, as the path is: by them the corrected copy is known again."""
    lines = (
        f"原文件：{original}",
        f"回执编号：{digest}",
        *_summed_up(findings),
    )
    gravity = list(FILLS).index
    ordered = sorted(
        findings, key=lambda found: (gravity(severity(found)) >= gravity(Severity.NOTE), place_key(found), found.code)
    )
    marks = [
        Mark(found.sheet, found.row, column_number(found.column), severity(found), _words(found)) for found in ordered
    ]
    return Notice(lines, marks)


def _summed_up(findings: Sequence[Finding]) -> tuple[str, str]:
    """How many places there are of each sort, and what to do about them."""
    asked = sum(severity(found) is not Severity.NOTE for found in findings)
    told = len(findings) - asked
    if not asked:
        return f"这个表已采用，有 {told} 处说明。", NOTHING_TO_DO
    return f"这个表里有 {asked} 处要请您核对" + (f"，另有 {told} 处只是告诉您。" if told else "。"), HOW_TO


def _words(found: Finding) -> str:
    return headed(SEVERITIES[severity(found)], message(found))


def copy_paths(paths: Sequence[str]) -> list[str]:
    """Where the copies lie: the originals' names below `回执/`, ending .xlsx, each only once whatever the case."""
    taken: set[str] = set()
    found: list[str] = []
    for path in paths:
        digest = _HASHED.search(path)
        place = PurePosixPath(_HASHED.sub("", path))
        stem = str(place.with_suffix("")) + (f"（{digest[1]}）" if digest else "")
        more = (f"{stem}（{number}）.xlsx" for number in count(2))
        names = chain((f"{stem}.xlsx", f"{stem}（{place.suffix[1:]}）.xlsx"), more)
        name = next(name for name in names if name.lower() not in taken)
        taken.add(name.lower())
        found.append(f"{FOLDER}/{storable(name)}")
    return found


def _copy(source: SourceFile, notice: Notice, original: Original, cells: Cells) -> bytes:
    data = original(source)
    if data.startswith(_WORKBOOKS):
        try:
            return mark_workbook(data, notice)
        except CannotEdit:
            return written_anew(cells(source), notice)
    return written_anew(cells(source), notice)


def written_anew(sheets: Sequence[SheetCells], notice: Notice) -> bytes:
    """A new workbook with the same cells in the same places."""
    book = NewWorkbook()
    names = _sheet_names([sheet.name for sheet in sheets])
    _explain(book, notice, dict(zip([sheet.name for sheet in sheets], names, strict=True)))
    for sheet, name in zip(sheets, names, strict=True):
        if sheet.name != EXPLAINED:
            _sheet(book, sheet, name, [mark for mark in notice.marks if mark.sheet == sheet.name and mark.row])
    return book.finished()


def _sheet_names(written: Sequence[str]) -> list[str]:
    """Names that a workbook allows: at most 31 characters, none of []:*?/\\ ; a text file's may be longer."""
    names: list[str] = []
    for name in written:
        short = re.sub(r"[\[\]:*?/\\]", "_", storable(name)).strip("'")[:31] or "Sheet"
        while short.lower() in {other.lower() for other in names} or (short == EXPLAINED and name != EXPLAINED):
            short = f"{short[:28]}_{len(names)}"
        names.append(short)
    return names


def _explain(book: NewWorkbook, notice: Notice, names: Mapping[str, str]) -> None:
    sheet = book.book.add_worksheet(EXPLAINED)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, EXPLAINED, book.style(bold=True, font_size=16))
    for row, line in enumerate(notice.lines, 1):
        sheet.write_string(row, 0, safe(line), book.style(font_size=12))
    top = len(notice.lines) + 2
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(top, column, heading, book.style(bold=True))
    link = book.style(font_color="#1F5FBF", text_wrap=True, valign="top")
    for row, (serial, mark) in enumerate(notice.listed(), top + 1):
        if isinstance(mark, str):
            sheet.write_string(row, 1, mark, book.style(bold=True))
            continue
        if mark.sheet in names:
            target = names[mark.sheet].replace("'", "''")
            sheet.write_url(row, 1, f"internal:'{target}'!{mark.cell}", link, safe(mark.where))
        else:
            sheet.write_string(row, 1, safe(mark.where), link)
        sheet.set_row(row, mark.height)
        sheet.write_number(row, 0, serial, book.style(valign="top"))
        colour = f"#{FILLS[mark.severity][2:]}" if mark.severity in FILLS else "#FFFFFF"
        sheet.write_string(row, 2, safe(mark.text), book.style(bg_color=colour, text_wrap=True, valign="top"))


def _sheet(book: NewWorkbook, sheet: SheetCells, name: str, marks: Sequence[Mark]) -> None:
    made = book.book.add_worksheet(name)
    anchors = {
        (row, column): (top, left)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    said: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        place = mark.row - 1, max(mark.column - 1, 0)
        said[anchors.get(place, place)].append(mark)
    widths: dict[int, int] = {}
    for top, left, bottom, right in sheet.merges:
        if (top, left) != (bottom, right):
            made.merge_range(top, left, bottom, right, "", book.style(align="center"))
    for row, cells in enumerate(sheet.cells):
        for column, raw in enumerate(cells):
            if raw is not None and anchors.get((row, column), (row, column)) == (row, column):
                _write(book, made, row, column, raw, "")
                if isinstance(raw, str) and len(raw) < 60:
                    widths[column] = max(widths.get(column, 8), min(display_width(raw) + 2, 40))
    for (row, column), several in said.items():
        worst = gravest(mark.severity for mark in several)
        raw = sheet.cells[row][column] if row < len(sheet.cells) and column < len(sheet.cells[row]) else None
        _write(book, made, row, column, raw, f"#{FILLS[worst][2:]}")
        text = "\n".join(dict.fromkeys(mark.text for mark in several))
        made.write_comment(row, column, text, {"author": "社区工作台", "x_scale": 2, "y_scale": 1.2})
    for column, width in widths.items():
        made.set_column(column, column, width)


def _write(
    book: NewWorkbook, made: xlsxwriter.worksheet.Worksheet, row: int, column: int, raw: Raw, colour: str
) -> None:
    """One cell as it was read, with our colour where there is one."""
    if raw is None:
        made.write_blank(row, column, None, _look(book, colour, "General"))
    elif isinstance(raw, bool):
        made.write_boolean(row, column, raw, _look(book, colour, "General"))
    elif isinstance(raw, str):
        made.write_string(row, column, safe(raw)[:MOST_CHARACTERS], _look(book, colour, "@"))
    else:
        figure, form = _figure(raw)
        made.write_number(row, column, figure, _look(book, colour, form))


def _look(book: NewWorkbook, colour: str, form: str) -> Format:
    return book.style(bg_color=colour, num_format=form) if colour else book.style(num_format=form)


def _figure(raw: float | datetime | date | time | timedelta) -> tuple[float, str]:
    """The number that a spreadsheet keeps, and how it shows it."""
    if isinstance(raw, datetime):
        form = "yyyy-mm-dd" if raw.time() == time(0) else "yyyy-mm-dd hh:mm"
        return (raw - _EPOCH) / timedelta(days=1), form
    if isinstance(raw, date):
        return (raw - _EPOCH.date()).days, "yyyy-mm-dd"
    if isinstance(raw, time):
        return (raw.hour * 3600 + raw.minute * 60 + raw.second) / 86400, "hh:mm"
    if isinstance(raw, timedelta):
        return raw / timedelta(days=1), "[h]:mm"
    return raw, "General"
