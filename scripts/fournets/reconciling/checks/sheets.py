"""Sheets as a whole: totals written by hand, days that had not come yet, sheets that nobody sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fournets.catalogue.forms import FORMS
from fournets.model import Finding, Table
from fournets.reconciling.case_rules import chinese_day
from fournets.reconciling.checks.desk import Desk, title
from fournets.reconciling.deliveries import grids_of
from fournets.reconciling.view import EVENT_DAY, Sent, each

EXACT = 1e-6
"""Sums of areas in 万㎡ may differ by a rounding, no more."""
MORE_DAYS: Mapping[str, tuple[str, ...]] = {"returnees": ("left_date", "date")}


def wrong_total(desk: Desk) -> Iterator[Finding]:
    """A total that is not the sum of the rows above it. Superseded versions of a sheet are left alone."""
    for form, several in desk.view.tables.items():
        frame = desk.view.linked.records[form]
        current = set(zip(frame["file"], frame["sheet"], strict=True))
        parts: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Table]] = {}
        for sent in several:
            place = (sent.source.path, sent.table.sheet)
            if place in current and sent.table.totals:
                parts.setdefault((*place, tuple(sorted(sent.table.letter_of.items()))), [])
        for sent in several:
            columns = tuple(sorted(sent.table.letter_of.items()))
            if (sent.source.path, sent.table.sheet, columns) in parts:
                parts[(sent.source.path, sent.table.sheet, columns)].append(sent.table)
        for (file, sheet, _), tables in parts.items():
            yield from _wrong_totals(desk, file, sheet, tables)


def _wrong_totals(desk: Desk, file: str, sheet: str, tables: Sequence[Table]) -> Iterator[Finding]:
    """The totals of one table, which a repeated header may have cut into several."""
    totals = sorted((total for table in tables for total in table.totals), key=lambda total: total.row)
    before = 0
    for total in totals:
        for key, written in total.numbers.items():
            field, *facts = key.split("|")
            numbers = _numbers(desk, file, tables, field, facts)
            starts = {before + 1, 1} if len(tables) > 1 else {total.first}
            sums = [_sum(numbers, start, total.row) for start in starts]
            told = [found for found in sums if found is not None]
            if len(told) == len(sums) and told and all(abs(found - written) > _allowed(found) for found in told):
                computed = min(told, key=lambda found: abs(found - written))
                words = {"written": f"{written:.0f}", "computed": f"{computed:.0f}"}
                place = (file, sheet, total.row, total.columns.get(key, ""))
                yield Finding("wrong_total", tables[0].form, *place, field, _grid_of(desk, file, tables), params=words)
        before = total.row


def _grid_of(desk: Desk, file: str, tables: Sequence[Table]) -> str:
    """The one grid that the sheet speaks for, else nothing."""
    source = next(source for source, _ in desk.view.reads if source.path == file)
    grids = grids_of(desk.view, Sent(source, tables[0]))
    return next(iter(grids)) if len(grids) == 1 else ""


def _allowed(computed: float) -> float:
    return max(0.5, EXACT * computed)


def _numbers(
    desk: Desk, file: str, tables: Sequence[Table], field: str, facts: Sequence[str]
) -> list[tuple[int, float | None]]:
    """Row and number of every record that a total may stand for; None for a cell that could not be read."""
    found: list[tuple[int, float | None]] = []
    for table in tables:
        for place, (row, value) in enumerate(zip(table.rows, table.columns[field], strict=True)):
            if set(facts) <= _facts(table, place):
                is_told = (file, table.sheet, row, field) in desk.view.told
                found += [(row, None if is_told else float(value))] if value or is_told else []
    return found


def _sum(numbers: Sequence[tuple[int, float | None]], first: int, total: int) -> float | None:
    """The sum of the rows above the total; None where one could not be read, or none says a number."""
    own = [number for row, number in numbers if first <= row < total]
    return sum(number for number in own if number is not None) if own and None not in own else None


def _facts(table: Table, place: int) -> set[str]:
    """What the heading of a wide table says of one record."""
    return {table.columns[name][place] for name in FORMS[table.form].heading_facts}


def nothing_sent(desk: Desk) -> Iterator[Finding]:
    """Grids whose expected sheet did not come; a zero report has come."""
    lines = desk.deliveries[desk.deliveries["status"] == "missing"]
    for grid, form in zip(lines["grid"], lines["form"], strict=True):
        words = {"grid": grid, "day": chinese_day(desk.view.today), "title": title(form)}
        yield Finding("nothing_sent", form, grid=grid, params=words)


def date_in_future(desk: Desk) -> Iterator[Finding]:
    """An event that is dated after the day on which its sheet was accepted."""
    accepted = {source.path: source.day.isoformat() for source, _ in desk.view.reads}
    for form, first in EVENT_DAY.items():
        frame = desk.view.linked.records[form]
        arrived = frame["file"].map(lambda file: accepted.get(file, "9999"))
        for field in (first, *MORE_DAYS.get(form, ())):
            late = frame[frame[field] > arrived]
            for record in each(late.assign(form=form)):
                words = {"written": record[field], "day": chinese_day(accepted[record["file"]])}
                yield desk.at(record, "date_in_future", field, **words)
