"""One recognised table read: its rows judged, its cells parsed, the words around it heard."""

from __future__ import annotations

from pathlib import PurePosixPath

from fournets.catalogue.contradictions import speaks_against
from fournets.catalogue.fields import Kind
from fournets.model import Finding, Problem, RowKind, Scope, Table
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.extract import begin, extra_columns, finished
from fournets.reading.extracting.filling import fill
from fournets.reading.extracting.flats import complain_of_incomplete, same_household
from fournets.reading.extracting.multiply import records
from fournets.reading.extracting.rows import classify
from fournets.reading.extracting.scope import fill_date_of, fill_scope, people_above
from fournets.reading.extracting.totals import totals
from fournets.reading.headings.spellings import SERIALS, known_headings, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block
from fournets.reading.parsing import Clock
from fournets.reading.recognising.agreement import MOST
from fournets.reading.recognising.recognise import Recognised

TEXT_FILES = (".csv", ".txt", ".tsv", ".tab")
"""Files whose cells are text only: a number in them may have lost a zero."""


def scope_of(grid: Grid, block: Block, name: str) -> Scope:
    """The words around the table: above it, its sheet's name, its file's, its folders'."""
    place = PurePosixPath(name)
    return Scope(_title(block), grid.sheet.name, place.stem, place.parts[:-1])


def _title(block: Block) -> str:
    """The words above a table in one line; a label and the value in the next cell read label:value."""
    words: list[str] = []
    for row, text in block.above:
        last = words[-1] if words else ""
        if last and block.above[len(words) - 1][0] == row and _is_label(last) and not _is_label(text):
            words[-1] = last.rstrip(":")
            words.append(f":{text}")
        else:
            words.append(text)
    return "".join(word if word.startswith(":") or not index else f" {word}" for index, word in enumerate(words))


def _is_label(text: str) -> bool:
    return ":" not in text.rstrip(":") and normalised(text) in known_headings()


def _has_other_days(block: Block, reading: Recognised) -> bool:
    """Whether days stand in a column that was not understood and may be the rows' own: no day around them is theirs."""
    day = next((column for column in reading.form.columns if column.field == "date"), None)
    if day is None or any(match.column.field == "date" for match in reading.matches.values()):
        return False
    names = {column: normalised(block.headings[column].leaf) for column in block.columns}
    untold = [
        column
        for column, text in names.items()
        if column not in reading.matches
        and text.endswith(("时间", "日期", "日", "天", "日子"))
        and not speaks_against(day, text)
    ]
    return any(reading.look.share(Kind.DATE, column, MOST) >= MOST for column in untold)


_ORIGIN = frozenset(("from_place", "hubei", "wuhan"))


def read_table(
    grid: Grid, block: Block, reading: Recognised, context: ReadingContext, name: str
) -> tuple[Table, list[Finding], dict[int, RowKind]]:
    """The table's records, its findings, and what each of its rows is."""
    spoken_for = context.original or name
    scope = scope_of(grid, block, spoken_for)
    rows = classify(grid, block, reading)
    day = fill_date_of([text for _, text in block.above], rows.footers, scope, context.day)
    clock = Clock(day or context.day, day, PurePosixPath(spoken_for).suffix.lower() in TEXT_FILES)
    work = begin(grid, block, reading, rows, context, clock, name)
    fill(work)
    serials = [column for column in block.columns if normalised(block.headings[column].leaf) in SERIALS]
    same_household(work, serials)
    doubtful = frozenset((finding.row - 1, finding.field) for finding in work.findings)
    if _has_other_days(block, reading):
        doubtful |= {(row, "date") for row in rows.records}
    if any(match.column.field in _ORIGIN for match in reading.matches.values()):
        doubtful |= {(row, "from_place") for row in rows.records}
    beside = " ".join(text for _, text in block.beside)
    person = not any(match.column.field == "name" for match in reading.matches.values())
    fill_scope(work.values, reading.form, scope, rows, clock, context, doubtful, beside, person)
    if person and len(people := people_above(reading.form, scope.title)) > 1:
        problem = Problem("several_names", {"written": "、".join(people)})
        work.complain(block.bottom, block.columns[0], "name", (problem,))
    complain_of_incomplete(work)
    columns, places = records(work, extra_columns(work))
    table = finished(work, columns, places, scope, day)
    table.totals = tuple(totals(work))
    giving = {row for row, _ in places}
    for row in rows.records:
        if row not in giving:
            rows.kinds[row] = RowKind.NOTE
    return table, work.findings, rows.kinds
