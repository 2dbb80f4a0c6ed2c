"""A row's records: one, or one for each filled column that states facts (上午体温), or for each reading in a cell."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import PurePosixPath

from fournets.catalogue.fields import Kind
from fournets.model import Problem, Raw
from fournets.reading.extracting.extract import Extraction, Values
from fournets.reading.extracting.filling import SEVERAL
from fournets.reading.headings.spellings import normalised
from fournets.reading.layout.rosters import OFF_DUTY, TICKS
from fournets.reading.recognising.recognise import Match
from fournets.reading.sheet import column_letters
from fournets.values import dates, temperatures
from fournets.values.answers import parse_choice
from fournets.values.names import parse_names
from fournets.values.numerals import to_arabic
from fournets.values.quantities import parse_area, parse_count, unit_factor
from fournets.values.text import EMPTY_MARKS, as_written, clean, is_blank

Line = dict[str, str]
_READINGS = ("temperature", "first_reading", "second_reading")
_DAY_ONLY = re.compile(r"\d{1,2}[日号]")
_FIRST_DAY = re.compile(r"(?:开始|起始|首日).{0,4}(?:日期|时间)?$|^(?:隔离|观察)(?:日期|时间)$")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月(?!\s*\d)")
_WORDS = {"normal": "正常", "not_taken": "未测"}


def records(work: Extraction, extra: list[str]) -> tuple[Values, list[tuple[int, str]]]:
    """The records' columns, and each record's row (from 0) and column letter."""
    fields = tuple(work.values)
    first = column_letters(work.block.columns[0])
    if not work.multiple() and not work.reading.form.apart:
        for name in _READINGS:
            if name in work.values:
                work.values[name] = ["" if value in _WORDS else value for value in work.values[name]]
        _fill_implied(work)
        return {**{name: work.values[name] for name in fields}, "extra": extra}, [
            (row, first) for row in work.rows.records
        ]
    columns: Values = {name: [] for name in (*fields, "extra")}
    places: list[tuple[int, str]] = []
    cells = {column: work.raws(column) for column in work.multiple()}
    for index, row in enumerate(work.rows.records):
        line = {name: work.values[name][index] for name in fields}
        line["extra"] = extra[index]
        for letter, record in _of_row(work, index, row, line, cells, first):
            places.append((row, letter))
            for name, value in record.items():
                columns[name].append(value)
    return columns, places


def _fill_implied(work: Extraction) -> None:
    for match in work.single().values():
        for name, value in match.column.implies.items():
            cells = zip(work.values[name], work.values[match.column.field], strict=True)
            work.values[name] = [said or (value if filled else "") for said, filled in cells]


def _of_row(
    work: Extraction, index: int, row: int, line: Line, cells: dict[int, list[Raw]], first: str
) -> list[tuple[str, Line]]:
    multiple = work.multiple()
    made = [
        (column_letters(column), record)
        for column, match in multiple.items()
        for record in _of_cell(work, row, column, match, cells[column][index], line)
    ]
    values = {match.column.field for match in multiple.values()}
    plain = any(line[match.column.field] for match in work.single().values() if match.column.field in values)
    if not multiple or plain or _implies_another(work, line):
        made = [(first, record) for record in _apart(work, {**line, **_implied(work, line)})] + made
    return made


def _implied(work: Extraction, line: Line) -> Line:
    """Facts that a filled cell implies and nothing else in the row says (代购物品 was bought)."""
    filled = (match.column.implies for match in work.single().values() if line.get(match.column.field))
    return {name: value for facts in filled for name, value in facts.items() if line[name] in ("", value)}


def _implies_another(work: Extraction, line: Line) -> bool:
    """Whether a row gives a record besides those of its columns, none of which states what the row implies."""
    stated = [match.facts for match in work.multiple().values()]
    return any(all(facts.get(name) != value for facts in stated) for name, value in _implied(work, line).items())


def _of_cell(work: Extraction, row: int, column: int, match: Match, raw: Raw, line: Line) -> list[Line]:
    if is_blank(raw):
        return []
    record = {**line, **{name: value for name, value in match.facts.items() if name != "date"}}
    if "date" in match.facts:
        written = match.facts["date"]
        record["date"] = (
            _counted(work, row, column, written) if written.startswith("第") else _day(work, column, written)
        )
    if match.column.kind is Kind.TEMPERATURE:
        return _taken(work, row, column, match, raw, record)
    if work.reading.form.by_day == "name":
        return _on_duty(work, row, column, match, raw, record)
    if match.column.kind is Kind.VISIT_STATUS:
        visit = parse_choice("visit_status", raw)
        if visit.problems:
            work.complain(row, column, match.column.field, visit.problems)
        return [{**record, match.column.field: visit.value}] if visit.value or visit.problems else []
    if match.column.field == "times" and clean(raw) in TICKS:
        return [{**record, "times": "1"}]
    factor = unit_factor(work.unit(column))
    parsed = (parse_area if match.column.kind is Kind.AREA else parse_count)(raw, factor)
    if parsed.problems:
        work.complain(row, column, match.column.field, parsed.problems)
    return [{**record, match.column.field: parsed.value}] if parsed.value or parsed.problems else []


def _day(work: Extraction, column: int, written: str) -> str:
    """The day of a heading; 6日 is of the month that the words around the table name, if they name one.

    Of which month it is nobody knows otherwise: told once a column.
    """
    if _DAY_ONLY.fullmatch(written):
        texts = (*(text for _, text in work.block.above), work.grid.sheet.name, PurePosixPath(work.file).stem)
        months = next((found for text in texts if (found := set(_MONTH.findall(text)))), set())
        written = f"{months.pop()}月{written}" if len(months) == 1 else written
    day = dates.parse_date(written, near=work.clock.near, fill_date=work.clock.fill_date)
    if day.problems:
        _complain_once(work, work.block.bottom, column, day.problems)
    return day.value


def _complain_once(work: Extraction, row: int, column: int, problems: tuple[Problem, ...]) -> None:
    """Say of a column what is the same for all its cells."""
    said = {(finding.code, finding.column) for finding in work.findings}
    if (problems[0].code, column_letters(column)) not in said:
        work.complain(row, column, "date", problems)


def _counted(work: Extraction, row: int, column: int, written: str) -> str:
    """第3天 is two days after the row's first day; where the row has none it is unknown, told once a column."""
    nth = int(to_arabic(written.strip("第天")))
    for other in work.block.columns:
        if _FIRST_DAY.search(normalised(work.block.headings[other].leaf)) and other not in work.reading.matches:
            raw = work.grid.seen(row, other)
            first = dates.parse_date(raw, near=work.clock.near, fill_date=work.clock.fill_date)
            if first.value and not first.problems and nth:
                return (date.fromisoformat(first.value) + timedelta(days=nth - 1)).isoformat()
    _complain_once(work, row, column, (Problem("day_uncounted", {"written": written}),))
    return ""


def _taken(work: Extraction, row: int, column: int, match: Match, raw: Raw, record: Line) -> list[Line]:
    """The records of one cell with readings."""
    labelled = temperatures.labelled_temperatures(raw)
    if labelled and not record["slot"]:
        record["temperature"] = "/".join(f"{slot}={reading}" for slot, reading in labelled)
        return _readings(record)
    parsed = temperatures.parse_temperatures(raw)
    work.complain(row, column, match.column.field, parsed.problems)
    if not parsed.value:
        return [{**record, match.column.field: ""}] if parsed.problems else []
    if len(parsed.value) > 2 or (len(parsed.value) == 2 and record["slot"]):
        work.complain(row, column, match.column.field, (Problem("several_temperatures", {"written": clean(raw)}),))
        return [{**record, match.column.field: ""}]
    record["temperature"] = "/".join(parsed.value)
    return _readings(record)


def _on_duty(work: Extraction, row: int, column: int, match: Match, raw: Raw, record: Line) -> list[Line]:
    """The records of one cell of a roster: each name of it, or the shift that the row's people serve."""
    text = clean(raw)
    if text in OFF_DUTY or text in EMPTY_MARKS:
        return []
    if match.column.kind is not Kind.NAME:
        return _apart(work, {**record, match.column.field: "" if text in TICKS else as_written(raw)})
    found = parse_names(raw)
    if found.problems:
        work.complain(row, column, "name", found.problems)
        return [record]
    return [{**record, "name": name} for name in found.value]


def _apart(work: Extraction, line: Line) -> list[Line]:
    """The records of a row whose one cell may hold several values, each of them a record."""
    match work.reading.form.apart:
        case "temperature":
            return _readings(line)
        case "name":
            return [{**line, "name": name} for name in line["name"].split(SEVERAL)]
    return [line]


def _readings(line: Line) -> list[Line]:
    """36.5/36.7 in a cell without a time of day are two records; 正常 and 未测 go into the note."""
    readings = [reading.rpartition("=") for reading in line["temperature"].split("/")]
    usual = ("morning", "evening") if len(readings) == 2 else (line["slot"],)
    return [
        _noted({**line, "slot": slot or usual[min(index, len(usual) - 1)], "temperature": reading})
        for index, (slot, _, reading) in enumerate(readings)
    ]


def _noted(line: Line) -> Line:
    reading = line["temperature"]
    if reading not in _WORDS:
        return line
    note = line["note"] if line["note"] not in ("", "无") else ""
    return {**line, "temperature": "", "note": f"{_WORDS[reading]}；{note}" if note else _WORDS[reading]}
