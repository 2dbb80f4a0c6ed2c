"""Rows of a recognised table → records in the data files' notation, with a finding for each doubt."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from fournets.catalogue.fields import Kind
from fournets.model import Finding, Problem, Raw, RowKind, Scope, Table
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.rows import TableRows
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block
from fournets.reading.parsing import Clock, parse_column
from fournets.reading.recognising.recognise import Match, Recognised
from fournets.reading.sheet import column_letters
from fournets.values.answers import names_a_day, says_more
from fournets.values.compounds import other_names
from fournets.values.text import DITTO, is_ditto

Values = dict[str, list[str]]
SIGNED = ("notice_signed", "pledge_signed")
_AS_JSON = json.JSONEncoder(ensure_ascii=False)
_AS_JSON_LINES = json.JSONEncoder(ensure_ascii=False, separators=("\n", ""))


@dataclass(slots=True)
class Extraction:
    """One table on its way to records: a line for each record row, until columns that give several are multiplied."""

    grid: Grid
    block: Block
    reading: Recognised
    rows: TableRows
    context: ReadingContext
    clock: Clock
    file: str
    values: Values = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def form(self) -> str:
        """The form's name."""
        return self.reading.form.name

    def complain(self, row: int, column: int, field_name: str, problems: tuple[Problem, ...]) -> None:
        """Add findings about one cell; a cell that is merged over several rows is complained of once."""
        above = self.grid.anchors.get((row, column), (row, column))[0]
        if above != row and self.rows.kinds.get(above) is RowKind.RECORD:
            return
        for problem in problems:
            self.findings.append(
                Finding(
                    problem.code,
                    self.form,
                    self.file,
                    self.grid.sheet.name,
                    row + 1,
                    column_letters(column),
                    field_name,
                    params=dict(problem.params),
                )
            )

    def raws(self, column: int) -> list[Raw]:
        """The column's cells by record, merges filled down and 同上 resolved."""
        cells = self.grid.column_cells(self.rows.records, column)
        if not DITTO.isdisjoint(self.grid.column_texts(self.rows.records, column)):
            for index in range(1, len(cells)):
                if is_ditto(cells[index]):
                    cells[index] = cells[index - 1]
        return cells

    def unit(self, column: int) -> str:
        """The words that may name a column's unit: its heading, and 单位：万㎡ above the table for an area."""
        heading = self.block.headings[column].text
        above = next((text for _, text in self.block.above if "单位" in text and "万" in text), "")
        return heading + above if self.reading.matches[column].column.kind is Kind.AREA else heading

    def single(self) -> Mapping[int, Match]:
        """The columns that fill one field of a row's one record."""
        return {column: match for column, match in self.reading.matches.items() if not match.multiplies}

    def multiple(self) -> Mapping[int, Match]:
        """The columns of which each filled cell is a record of its own (上午体温, 横幅)."""
        return {column: match for column, match in self.reading.matches.items() if match.multiplies}


def begin(
    grid: Grid,
    block: Block,
    reading: Recognised,
    rows: TableRows,
    context: ReadingContext,
    clock: Clock,
    file: str,
) -> Extraction:
    """An extraction whose lines are still empty."""
    work = Extraction(grid, block, reading, rows, context, clock, file)
    work.values = {name: [""] * len(rows.records) for name in reading.form.fields}
    return work


def _outcomes(work: Extraction) -> Iterator[tuple[str, list[str]]]:
    """Columns with the cells that say more than is read: a visit's outcome, a signature's day, another name."""
    for column, match in work.reading.matches.items():
        heading, texts = work.block.headings[column].text, work.grid.column_texts(work.rows.records, column)
        if match.column.kind is Kind.VISIT_STATUS and not match.ticked:
            more = parse_column(texts, partial(says_more, "visit_status"))
            yield heading, [text if said else "" for text, said in zip(texts, more, strict=True)]
        elif match.column.field in SIGNED:
            yield heading, [text if names_a_day(text) else "" for text in texts]
        elif match.column.kind is Kind.COMPOUND and work.form == "compounds":
            yield heading, [text if other_names(text) else "" for text in texts]


def extra_columns(work: Extraction) -> list[str]:
    """The columns that no field takes, with their headings, as JSON; and what other columns say in more words."""
    others = {
        column: work.block.headings[column].text for column in work.block.columns if column not in work.reading.matches
    }
    columns = [(heading, work.grid.column_texts(work.rows.records, column)) for column, heading in others.items()]
    columns += _outcomes(work)
    columns = [(heading, texts) for heading, texts in columns if any(texts)]
    if len(columns) == 1:
        return _one_extra(*columns[0])
    lines: list[dict[str, str]] = [{} for _ in work.rows.records]
    for heading, texts in columns:
        for line, text in zip(lines, texts, strict=True):
            if text:
                line[heading] = f"{line[heading]}；{text}" if heading in line else text
    return [_AS_JSON.encode(line) if line else "" for line in lines]


def _one_extra(heading: str, texts: list[str]) -> list[str]:
    """The lines of one column that is kept beside the records, mostly the serial numbers: all at one go.

    An encoded text holds no line break, so that the lines of the encoded list are its texts.
    """
    key = _AS_JSON.encode(heading)
    encoded = _AS_JSON_LINES.encode(texts)[1:-1].split("\n")
    return [f"{{{key}: {value}}}" if text else "" for text, value in zip(texts, encoded, strict=True)]


def finished(
    work: Extraction, columns: Values, places: list[tuple[int, str]], scope: Scope, fill: date | None
) -> Table:
    """The table of the records that were made."""
    letter_of = {
        match.column.field: column_letters(column) for column, match in reversed(list(work.reading.matches.items()))
    }
    return Table(
        work.form,
        work.grid.sheet.name,
        [row + 1 for row, _ in places],
        [letter for _, letter in places],
        columns,
        letter_of,
        work.block.signature,
        scope,
        fill.isoformat() if fill else "",
    )
