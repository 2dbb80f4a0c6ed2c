"""`数据/`: what other programs read. Names, columns and notation are fixed by the contract (its section 4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from fournets.catalogue.documents import series_of
from fournets.catalogue.findings import message, severity
from fournets.catalogue.forms import FORMS
from fournets.model import FileAccount, FileState, Finding, Paper, Receipt, Results, SourceFile
from fournets.values.addresses import walking_key
from fournets.writing.safe_cells import CsvFields, storable
from fournets.writing.source_order import address_of, place_key, row_order

if TYPE_CHECKING:
    from fournets.model import SheetRead

FOLDER = "数据"
PLACE = ("file", "sheet", "row", "column")
FINDINGS = (*("code", "severity", "form", "file", "sheet", "row", "column", "field", "grid", "person_id", "message"),)
PEOPLE = ("person_id", "name", "id_number", "phones", "compound", "building", "entrance", "flat", "grid")
LINKS = ("person_id", "form", *PLACE, "rule", "score", "evidence")
CASES = (
    *("case_id", "person_id", "category", "from_place", "left_date", "arrive_date", "rule", "start_date", "due_date"),
    *("status", "released_date", "notice_number", "notice_signed", "pledge_signed", "grid"),
)
COVERAGE = ("compound", "building", "entrance", "flat", "grid", "status", "last_visit", "visits")
DISPATCH = ("file", "sheet", "row", "name", "bucket", "person_id", "evidence")
TALLIES = ("tally", "group", "group_value", "period", "value")
DOCUMENTS = (
    *("number", "kind", "person_id", "case_id", "version", "file", "position", "sha256", "issued_day", "replaces"),
)


class Placement(NamedTuple):
    """Where a document lies: the file below the day's folder, its place in it (from 1), and the file's sha256."""

    file: str
    position: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What `run.json` says beyond the results: `accounts` are all files of the desk so far."""

    run_id: str
    accounts: Sequence[FileAccount]
    receipt: Receipt
    versions: Mapping[str, str]


def data_files(results: Results, placements: Mapping[str, Placement]) -> Iterator[tuple[str, bytes]]:
    """All files of `数据/` but the run's own record, as (path in the day folder, bytes); `placements` by document."""
    linked = results.linked
    for form, definition in FORMS.items():
        columns = (*PLACE, *definition.fields, "extra")
        yield f"{FOLDER}/records/{form}.csv", _csv(columns, _in_place(linked.records.get(form), columns))
    yield f"{FOLDER}/findings.csv", _csv(FINDINGS, _findings(results.findings))
    yield f"{FOLDER}/people.csv", _csv(PEOPLE, _people(linked.people))
    yield f"{FOLDER}/links.csv", _csv(LINKS, _in_place(linked.links, LINKS))
    yield f"{FOLDER}/cases.csv", _csv(CASES, _ordered(results.cases, CASES, "case_id"))
    yield f"{FOLDER}/coverage.csv", _csv(COVERAGE, _walked(results.coverage))
    yield f"{FOLDER}/dispatch.csv", _csv(DISPATCH, _in_place(results.dispatch, DISPATCH))
    yield f"{FOLDER}/tallies.csv", _csv(TALLIES, _columns(results.tallies, TALLIES))
    yield f"{FOLDER}/documents.csv", _csv(DOCUMENTS, _documents(results.papers, placements))


def _csv(header: Sequence[str], columns: Sequence[Sequence[str]]) -> bytes:
    fields = CsvFields()
    quoted = [map(fields.__getitem__, column) for column in columns]
    lines = [",".join(header), *map(",".join, zip(*quoted, strict=True)), ""]
    return "\n".join(lines).encode("utf-8-sig")


def _in_place(frame: pd.DataFrame | None, columns: Sequence[str]) -> list[list[str]]:
    """The columns as text, in the order of file, sheet, row, column."""
    if frame is None or frame.empty:
        return [[] for _ in columns]
    return _columns(frame.take(row_order(frame)), columns)


def _ordered(frame: pd.DataFrame, columns: Sequence[str], by: str) -> list[list[str]]:
    return _columns(frame.sort_values(by, kind="stable") if len(frame) else frame, columns)


def _people(people: pd.DataFrame) -> list[list[str]]:
    """One line a person. A number that its sender starred out is no number to call: other programs read digits only."""
    columns = _ordered(people, PEOPLE, "person_id")
    phones = PEOPLE.index("phones")
    columns[phones] = [";".join(one for one in text.split(";") if one.isdecimal()) for text in columns[phones]]
    return columns


def _walked(coverage: pd.DataFrame) -> list[list[str]]:
    keys = [walking_key(address) for address in address_of(coverage)]
    return _columns(coverage.take(sorted(range(len(keys)), key=keys.__getitem__)), COVERAGE)


def _columns(frame: pd.DataFrame, columns: Sequence[str]) -> list[list[str]]:
    return [as_text(frame[name]) if name in frame else [""] * len(frame) for name in columns]


def as_text(column: pd.Series) -> list[str]:
    """A column in the data files' notation: missing is empty, whole numbers have no point, others two decimals."""
    if pd.api.types.is_integer_dtype(column.dtype):
        return [str(number) for number in column.tolist()]
    if pd.api.types.is_float_dtype(column.dtype):
        return ["" if number != number else _number(number) for number in column.tolist()]
    return [value if isinstance(value, str) else _scalar(value) for value in column.tolist()]


def _number(number: float) -> str:
    return str(int(number)) if number.is_integer() else f"{number:.2f}"


def _scalar(value: object) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _number(value) if isinstance(value, float) else str(value)


def _findings(findings: Iterable[Finding]) -> list[list[str]]:
    ordered = sorted(findings, key=lambda found: (*place_key(found), found.code, found.person_id, found.grid))
    facts: Sequence[Callable[[Finding], str]] = (
        lambda found: found.code,
        lambda found: severity(found).value,
        lambda found: found.form,
        lambda found: found.file,
        lambda found: found.sheet,
        lambda found: str(found.row) if found.row else "",
        lambda found: found.column,
        lambda found: found.field,
        lambda found: found.grid,
        lambda found: found.person_id,
        message,
    )
    return [[fact(found) for found in ordered] for fact in facts]


def _documents(papers: Sequence[Paper], placements: Mapping[str, Placement]) -> list[list[str]]:
    lines = []
    for paper in papers:
        file, position, digest = placements.get(paper.number, Placement("", 0, ""))
        place = (file, str(position) if position else "", digest)
        issued = paper.issued_day.isoformat()
        facts = (paper.number, series_of(paper.kind), paper.person_id, paper.case_id, str(paper.version))
        lines.append((*facts, *place, issued, paper.replaces))
    return [list(column) for column in zip(*lines, strict=True)] or [[] for _ in DOCUMENTS]


def own_record(run: RunRecord) -> tuple[str, bytes]:
    """`run.json`: what came of every file of the desk so far, sums, seconds by step, versions."""
    sources = [account.source for account in run.accounts]
    record = {
        "run_id": run.run_id,
        "day": run.receipt.day.isoformat(),
        "files": [_account(account) for account in run.accounts],
        "totals": totals(sources),
        "totals_this_run": totals(run.receipt.received),
        "seconds": {step: round(seconds, 3) for step, seconds in run.receipt.seconds.items()},
        "versions": dict(run.versions),
    }
    return f"{FOLDER}/run.json", storable_json(record).encode()


def storable_json(record: object) -> str:
    """JSON for people and programs: readable, with every character that UTF-8 has."""
    return "\n".join(storable(line) for line in json.dumps(record, ensure_ascii=False, indent=1).split("\n")) + "\n"


def totals(sources: Iterable[SourceFile]) -> dict[str, int]:
    """Files by state: received = accepted + duplicate + held + ignored."""
    counts = dict.fromkeys((state.value for state in FileState), 0)
    for source in sources:
        counts[source.state.value] += 1
    return {"received": sum(counts.values()), **counts}


def _account(account: FileAccount) -> dict[str, object]:
    source = account.source
    return {
        "file": source.path,
        "state": source.state.value,
        "reason": source.reason,
        "sha256": source.sha256,
        "sheets": [_sheet(sheet) for sheet in account.sheets],
    }


def _sheet(sheet: SheetRead) -> dict[str, object]:
    return {
        "sheet": sheet.sheet,
        "hidden": sheet.hidden,
        "forms": list(sheet.forms),
        "rows": sheet.rows,
        "records": sheet.records,
        "blank": sheet.blank,
        "heading": sheet.heading,
        "total": sheet.total,
        "note": sheet.note,
        "held": sheet.held,
    }
