"""Rows of a recognised table → records in the data files' notation, with a finding for each doubt."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fournets.catalogue.fields import Kind
from fournets.model import Address, Finding, Parsed, Problem, Raw, Scope, Table, TotalRow
from fournets.reading.context import ReadingContext
from fournets.reading.layout import Block, Grid
from fournets.reading.parsing import CHOICES, Clock, parse_column, parser_of
from fournets.reading.recognise import Match, Recognised
from fournets.reading.rows import TableRows
from fournets.reading.scope import fill_scope
from fournets.values import addresses, dates, names, temperatures
from fournets.values.answers import parse_choice, parse_yes_no
from fournets.values.quantities import parse_area, parse_count, unit_factor
from fournets.values.text import clean, is_blank, is_ditto

Values = dict[str, list[str]]
WHERE = ("compound", "building", "entrance", "flat")
MULTIPLE = (Kind.TEMPERATURE, Kind.COUNT)


def column_letter(column: int) -> str:
    """Excel's letter of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(slots=True)
class Extraction:
    """One table on its way to records: a line for each record row, until columns that give several are multiplied."""

    grid: Grid
    block: Block
    reading: Recognised
    rows: TableRows
    context: ReadingContext
    clock: Clock
    values: Values = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    name: str = ""

    @property
    def form(self) -> str:
        """The form's name."""
        return self.reading.form.name

    def complain(self, row: int, column: int, field_name: str, problems: tuple[Problem, ...]) -> None:
        """Add findings about one cell."""
        for problem in problems:
            self.findings.append(
                Finding(
                    problem.code, self.form, self.name, self.grid.sheet.name, row + 1, column_letter(column), field_name,
                    params=dict(problem.params),
                )
            )  # fmt: skip

    def raws(self, column: int) -> list[Raw]:
        """The column's cells by record, merges filled down and 同上 resolved."""
        cells: list[Raw] = []
        for row in self.rows.records:
            raw = self.grid.seen(row, column)
            if cells and is_ditto(raw):
                raw = cells[-1]
            cells.append(raw)
        return cells


def extract(
    grid: Grid,
    block: Block,
    reading: Recognised,
    rows: TableRows,
    scope: Scope,
    context: ReadingContext,
    name: str,
    fill: date | None,
) -> tuple[Table, list[Finding]]:
    """The table's records and findings."""
    work = Extraction(grid, block, reading, rows, context, Clock(fill or context.day, fill), name=name)
    single = {column: match for column, match in reading.matches.items() if not _is_multiple(match)}
    multiple = {column: match for column, match in reading.matches.items() if _is_multiple(match)}
    work.values = {name: [""] * len(rows.records) for name in reading.form.fields}
    _read_single(work, single)
    _derive(work, single)
    fill_scope(work.values, reading.form, scope, rows, fill, context.day)
    extra = _extra(work)
    table = _multiply(work, multiple, single, extra)
    table.scope, table.fill_date = scope, fill.isoformat() if fill else ""
    table.totals = tuple(_totals(work))
    return table, work.findings


def _is_multiple(match: Match) -> bool:
    return bool(match.facts) and match.column.kind in MULTIPLE


def _read_single(work: Extraction, single: Mapping[int, Match]) -> None:
    dated: dict[Kind, int] = {}
    ticked: dict[str, list[int]] = {}
    for column, match in single.items():
        kind = match.column.kind
        if match.ticked:
            ticked.setdefault(match.column.field, []).append(column)
        elif kind in (Kind.YEAR, Kind.MONTH, Kind.DAY):
            dated[kind] = column
        elif kind is Kind.ADDRESS:
            _read_address(work, column)
        elif kind is Kind.TEMPERATURE:
            _read_temperature(work, column, match)
        elif kind in (Kind.BUILDING, Kind.FLAT):
            _read_part(work, column, match, single)
        else:
            _read_plain(work, column, match)
    for field_name, columns in ticked.items():
        _read_ticks(work, field_name, columns, single)
    if Kind.MONTH in dated and Kind.DAY in dated:
        _read_parts(work, dated)


def _read_plain(work: Extraction, column: int, match: Match) -> None:
    parse = parser_of(match.column.kind, work.context, work.clock, work.block.headings[column].text)
    if match.column.kind is Kind.ANSWER and match.column.field in ("symptoms", "symptom"):
        from_symptoms = parse

        def parse(raw: Raw) -> Parsed[str]:
            text = clean(raw).strip("。.")
            return Parsed("no") if text in FINE else from_symptoms(raw)

    if match.column.kind is Kind.GATE_RESULT and "是否劝" in work.block.headings[column].text:
        parse = _turned_back

    target = work.values[match.column.field]
    raws = work.raws(column)
    for index, parsed in enumerate(parse_column(raws, parse)):
        if parsed.problems:
            work.complain(work.rows.records[index], column, match.column.field, parsed.problems)
        if parsed.value and match.column.kind is Kind.PHONE and target[index]:
            target[index] = ";".join(dict.fromkeys(f"{target[index]};{parsed.value}".split(";")))
        elif parsed.value:
            target[index] = parsed.value


def _turned_back(raw: Raw) -> Parsed[str]:
    """Below 是否劝返 a 是 means turned back."""
    words = {"yes": "turned_back", "no": "admitted"}
    answer = parse_yes_no(raw)
    return Parsed(words[answer.value]) if answer.value else parse_choice("gate_result", raw)


FINE = frozenset(
    (
        "正常",
        "良好",
        "无异常",
        "健康",
        "无症状",
        "身体健康",
        "均正常",
        "无不适",
        "身体正常",
        "一切正常",
        "未见异常",
        "身体良好",
    )
)


def _phones_beside(work: Extraction, raws: list[Raw]) -> None:
    """A telephone number written beside the name, where its own column has none."""
    parse = parser_of(Kind.PHONE, work.context, work.clock)
    for index, raw in enumerate(raws):
        beside = names.phone_in_person(raw)
        if beside and not work.values["phone"][index]:
            work.values["phone"][index] = parse(beside).value


def _read_address(work: Extraction, column: int) -> None:
    known: dict[Raw, Parsed[Address]] = {}
    for index, raw in enumerate(work.raws(column)):
        parsed = known.get(raw)
        if parsed is None:
            parsed = known[raw] = addresses.parse_address(raw)
        if parsed.problems:
            work.complain(work.rows.records[index], column, "address", parsed.problems)
        for name, part in zip(WHERE, parsed.value, strict=True):
            if part and not work.values[name][index]:
                work.values[name][index] = part
    if "address" in work.values:
        work.values["address"] = [clean(raw) for raw in work.raws(column)]


def _read_part(work: Extraction, column: int, match: Match, single: Mapping[int, Match]) -> None:
    """A building or a flat; a column of flats holds whole addresses where no other column says the rest."""
    others = {other.column.field for other in single.values()} - {match.column.field}
    whole = not {"building", "entrance", "flat", "address"} & others
    parse = parser_of(match.column.kind, work.context, work.clock)
    for index, raw in enumerate(work.raws(column)):
        found = addresses.split_address(clean(raw)) if whole and clean(raw) else None
        if found and found.flat and (found.entrance or found.building):
            for name, part in zip(WHERE, found, strict=True):
                work.values[name][index] = part or work.values[name][index]
        else:
            work.values[match.column.field][index] = parse(raw).value or work.values[match.column.field][index]


def _read_temperature(work: Extraction, column: int, match: Match) -> None:
    """A column without a time of day; two readings in a cell are a morning's and an evening's where the form has slots."""
    for index, raw in enumerate(work.raws(column)):
        parsed = temperatures.parse_temperatures(raw)
        row = work.rows.records[index]
        if parsed.problems:
            work.complain(row, column, match.column.field, parsed.problems)
        elif len(parsed.value) > 1 and not (
            len(parsed.value) == 2 and "slot" in work.values and not work.values["slot"][index]
        ):
            work.complain(row, column, match.column.field, (Problem("several_temperatures", {"written": clean(raw)}),))
        elif parsed.value:
            work.values[match.column.field][index] = "/".join(parsed.value)


def _read_ticks(work: Extraction, field_name: str, columns: list[int], single: Mapping[int, Match]) -> None:
    """One question over several columns: the ticked one answers it."""
    cells = {column: work.raws(column) for column in columns}
    for index, row in enumerate(work.rows.records):
        chosen = [column for column in columns if _is_tick(cells[column][index])]
        if len(chosen) > 1:
            words = "、".join(single[column].ticked for column in chosen)
            work.complain(row, chosen[0], field_name, (Problem("choice_unreadable", {"written": words}),))
        elif chosen:
            match = single[chosen[0]]
            kind = match.column.kind
            word = match.ticked
            value = parse_choice(CHOICES[kind], word).value if kind in CHOICES else parse_yes_no(word).value
            work.values[field_name][index] = value


def _is_tick(raw: Raw) -> bool:
    return not is_blank(raw) and parse_yes_no(raw).value != "no"


def _read_parts(work: Extraction, dated: Mapping[Kind, int]) -> None:
    years = work.raws(dated[Kind.YEAR]) if Kind.YEAR in dated else [None] * len(work.rows.records)
    months, days = work.raws(dated[Kind.MONTH]), work.raws(dated[Kind.DAY])
    field_name = next(match.column.field for match in work.reading.matches.values() if match.column.kind is Kind.MONTH)
    for index, parts in enumerate(zip(years, months, days, strict=True)):
        parsed = dates.join_date(*parts, near=work.clock.near)
        if parsed.problems:
            work.complain(work.rows.records[index], dated[Kind.DAY], field_name, parsed.problems)
        work.values[field_name][index] = parsed.value


def _derive(work: Extraction, single: Mapping[int, Match]) -> None:
    """What one cell says about two fields."""
    by_field = {match.column.field: column for column, match in single.items()}
    for person in ("worker", "manager"):
        if work.form in ("grids", "compounds") and person in by_field:
            _phones_beside(work, work.raws(by_field[person]))
    if work.form == "quarantine" and "released" in by_field:
        cells = work.raws(by_field["released"])
        for index, raw in enumerate(cells):
            if work.values["released"][index] == "yes" and not work.values["released_date"][index]:
                day = dates.parse_date(raw, near=work.clock.near, fill_date=work.clock.fill_date)
                work.values["released_date"][index] = day.value
    if work.form == "volunteers" or work.form == "duty":
        _kind_detail(work, by_field)
    if work.form == "households":
        _same_household(work)


def _kind_detail(work: Extraction, by_field: Mapping[str, int]) -> None:
    if "kind_detail" in work.values and "kind" in by_field:
        work.values["kind_detail"] = [clean(raw) for raw in work.raws(by_field["kind"])]


def _same_household(work: Extraction) -> None:
    """In a register a person without any address lives with the one above: only the first row of a household carries it."""
    values = work.values
    for index in range(1, len(work.rows.records)):
        if (
            any(values[name][index] for name in ("building", "entrance", "flat", "household_number"))
            or not values["name"][index]
        ):
            continue
        if values["relation"][index] in ("户主", "本人"):
            continue
        for name in (*WHERE, "household_number"):
            values[name][index] = values[name][index - 1]


def _extra(work: Extraction) -> list[str]:
    """The columns that no field takes, with their headings, as JSON."""
    unknown = [column for column in work.block.columns if column not in work.reading.matches]
    cells = {column: work.raws(column) for column in unknown}
    lines: list[str] = []
    for index in range(len(work.rows.records)):
        kept = {
            work.block.headings[column].text: clean(cells[column][index])
            for column in unknown
            if clean(cells[column][index])
        }
        lines.append(json.dumps(kept, ensure_ascii=False) if kept else "")
    return lines


def _multiply(work: Extraction, multiple: Mapping[int, Match], single: Mapping[int, Match], extra: list[str]) -> Table:
    """The records: one a row, or one for each filled column that states facts."""
    fields = work.reading.form.fields
    columns: Values = {name: [] for name in (*fields, "extra")}
    rows: list[int] = []
    letters: list[str] = []
    cells = {column: work.raws(column) for column in multiple}
    first = column_letter(work.block.columns[0])
    plain_value = any(match.column.field in {m.column.field for m in multiple.values()} for match in single.values())
    for index, row in enumerate(work.rows.records):
        line = {name: work.values[name][index] for name in fields}
        line["extra"] = extra[index]
        made = [
            (column_letter(column), record)
            for column, match in multiple.items()
            for record in _records_of(work, row, column, match, cells[column][index], line)
        ]
        if not multiple or (
            plain_value and any(line[match.column.field] for match in single.values() if match.column.kind in MULTIPLE)
        ):
            made = [(first, record) for record in _split_readings(work, line)] + made
        for letter, record in made:
            rows.append(row + 1)
            letters.append(letter)
            for name, value in record.items():
                columns[name].append(value)
    letter_of = {match.column.field: column_letter(column) for column, match in work.reading.matches.items()}
    headings = work.block.signature
    return Table(work.form, work.grid.sheet.name, rows, letters, columns, letter_of, headings, Scope())


def _records_of(
    work: Extraction, row: int, column: int, match: Match, raw: Raw, line: Mapping[str, str]
) -> list[dict[str, str]]:
    if is_blank(raw):
        return []
    record = {**line, **{name: value for name, value in match.facts.items() if name != "date"}}
    if "date" in match.facts:
        record["date"] = dates.parse_date(
            match.facts["date"], near=work.clock.near, fill_date=work.clock.fill_date
        ).value
    if match.column.kind is Kind.TEMPERATURE:
        parsed = temperatures.parse_temperatures(raw)
        if parsed.problems:
            work.complain(row, column, match.column.field, parsed.problems)
            return [record]
        if not parsed.value:
            return []
        if len(parsed.value) > 1 and not (len(parsed.value) == 2 and not record["slot"]):
            work.complain(row, column, match.column.field, (Problem("several_temperatures", {"written": clean(raw)}),))
            return [record]
        record["temperature"] = "/".join(parsed.value)
        return _split_readings(work, record)
    parsed_count = parse_count(raw)
    if parsed_count.problems:
        work.complain(row, column, match.column.field, parsed_count.problems)
    return [{**record, match.column.field: parsed_count.value}] if parsed_count.value or parsed_count.problems else []


def _split_readings(work: Extraction, line: dict[str, str]) -> list[dict[str, str]]:
    """36.5/36.7 in a cell without a time of day are two records; 正常 and 未测 go into the note."""
    if work.form != "temperatures":
        for name in ("temperature", "first_reading", "second_reading"):
            if line.get(name) in ("normal", "not_taken"):
                line = {**line, name: ""}
        return [line]
    readings = line["temperature"].split("/")
    slots = ("morning", "evening") if len(readings) == 2 else (line["slot"],)
    return [
        _noted({**line, "slot": slot, "temperature": reading}) for slot, reading in zip(slots, readings, strict=True)
    ]


def _noted(line: dict[str, str]) -> dict[str, str]:
    words = {"normal": "正常", "not_taken": "未测"}
    reading = line["temperature"]
    if reading not in words:
        return line
    note = line["note"] if line["note"] not in ("", "无") else ""
    return {**line, "temperature": "", "note": f"{words[reading]}；{note}" if note else words[reading]}


def _totals(work: Extraction) -> list[TotalRow]:
    """Totals written by hand with the rows that they stand for."""
    counted = {
        column: match for column, match in work.reading.matches.items() if match.column.kind in (Kind.COUNT, Kind.AREA)
    }
    totals: list[TotalRow] = []
    start = work.block.bottom + 1
    for row in work.rows.totals:
        label = "".join(clean(work.grid.own(row, column)) for column in work.block.columns[:3])
        grand = bool(re.search(r"合\s*计|总\s*计|共\s*计|累\s*计", label)) and "本页" not in label
        first = work.block.bottom + 1 if grand else start
        numbers: dict[str, float] = {}
        places: dict[str, str] = {}
        for column, match in counted.items():
            raw = work.grid.own(row, column)
            parsed = (
                parse_area(raw, unit_factor(work.block.headings[column].text))
                if match.column.kind is Kind.AREA
                else parse_count(raw)
            )
            if parsed.value and not is_blank(raw):
                key = match.column.field + "".join(f"|{value}" for value in match.facts.values())
                numbers[key], places[key] = float(parsed.value), column_letter(column)
        if numbers:
            totals.append(TotalRow(row + 1, first + 1, row, numbers, places))
        start = row + 1
    return totals
