"""The sheet 名单比对: the lists that were sent down, in their own columns and order, and what we say to each row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.utils import column_index_from_string

from fournets.catalogue.forms import FORMS
from fournets.model import Table
from fournets.writing.lookups import Lookups, Row, rows_of
from fournets.writing.wording import BUCKETS, chinese_day, field_title
from fournets.writing.workbooks.new_workbook import (
    AMBER,
    GREEN,
    GREY,
    RED,
    Column,
    Layout,
    NewWorkbook,
    number,
    write_table,
)

FIELDS = FORMS["dispatch"].fields
BUCKET_COLOURS = {
    BUCKETS["missed"]: RED,
    BUCKETS["to_verify"]: AMBER,
    BUCKETS["registered_mismatch"]: AMBER,
    BUCKETS["already_managed"]: GREEN,
    BUCKETS["period_over"]: GREEN,
    BUCKETS["not_here"]: GREY,
}
OURS = (
    Column("比对结果", widest=18, colours=BUCKET_COLOURS),
    Column("依据", widest=44),
    Column("核查人", widest=12),
    Column("核查时间", widest=12, centred=True),
)
SOURCE = (Column("名单文件", widest=28), Column("工作表", widest=14), number("行", ""))
_ACCIDENTAL = re.compile(r"[(（\[【].*?[)）\]】]|^\d+[.、．]|[\W_]")


def add_dispatch(book: NewWorkbook, lookups: Lookups, tables: Iterable[Table]) -> None:
    """Every row of every list; `tables` are all tables that were read, in order of acceptance."""
    records = lookups.records("dispatch")
    extras = [extra_of(record) for record in records]
    titles = own_columns(records, extras, [table for table in tables if table.form == "dispatch"])
    columns = (*(Column(title, widest=26) for title in titles.values()), *OURS, *SOURCE)
    verdicts = {(row["file"], row["sheet"], row["row"]): row for row in rows_of(lookups.results.dispatch)}
    visits = _visits(lookups)
    rows = []
    for record, extra in zip(records, extras, strict=True):
        theirs = [record.get(name, "") if name in FIELDS else extra.get(name, "") for name in titles]
        place = (record["file"], record["sheet"], record["row"])
        rows.append((*theirs, *_answer(verdicts.get(place, {}), visits), *place))
    subtitle = f"截至{chinese_day(lookups.results.day)}；左边是名单原来的列，右边是比对结果；每一行只有一个结果。"
    sheet = book.sheet("名单比对", "下发名单比对", subtitle, colour="#7F5FA8")
    write_table(book, sheet, columns, rows, Layout(frozen=1), "还没有收到下发的核查名单。")


def extra_of(record: Row) -> Mapping[str, str]:
    """The columns of a row that no field took, by heading."""
    return json.loads(record["extra"]) if record.get("extra") else {}


def own_columns(records: Sequence[Row], extras: Sequence[Mapping[str, str]], tables: Sequence[Table]) -> dict[str, str]:
    """The lists' columns in their own order: field or heading → title. Several lists are laid over each other."""
    unknown = {heading: None for extra in extras for heading in extra}
    titles: dict[str, str] = {}
    for table in tables:
        for name, title in _columns_of(table, {_bare(heading): heading for heading in unknown}):
            titles.setdefault(name, title)
    filled = [name for name in FIELDS if any(record.get(name) for record in records)]
    for name in [*filled, *unknown]:
        titles.setdefault(name, field_title("dispatch", name) if name in FIELDS else name)
    return titles


def _columns_of(table: Table, unknown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A list's columns by position: which field takes each, or its own heading."""
    if not table.letters:
        return
    first = column_index_from_string(table.letters[0])
    fields = {column_index_from_string(letter) - first: name for name, letter in table.letter_of.items()}
    for position, heading in enumerate(table.headings):
        if position in fields:
            yield fields[position], heading
        elif heading:
            name = unknown.get(_bare(heading), heading)
            yield name, name


def _bare(heading: str) -> str:
    return _ACCIDENTAL.sub("", heading).lower() or heading


def _visits(lookups: Lookups) -> Mapping[str, tuple[str, str]]:
    """By person: who looked into it, and when; the newest visit or registration counts."""
    found: dict[str, tuple[str, str]] = {}
    for form in ("returnees", "screening"):
        for record in lookups.records(form):
            seen = (record["worker"], record["date"])
            if record["person_id"] and record["date"] >= found.get(record["person_id"], ("", ""))[1]:
                found[record["person_id"]] = seen
    return found


def _answer(verdict: Row, visits: Mapping[str, tuple[str, str]]) -> tuple[str, str, str, str]:
    bucket = verdict.get("bucket", "")
    seen = visits.get(verdict.get("person_id", ""), ("", ""))
    return (BUCKETS.get(bucket, bucket), verdict.get("evidence", ""), *seen)
