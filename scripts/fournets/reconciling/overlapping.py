"""Lists from several sides that hold the same rows: what the newest list never asked, an older one may have answered.

Of rows with one identity the newest is the record. A cell that it leaves empty is empty; a column that its sheet does
not have at all says nothing, and there the newest of the other lists that has the column is heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fournets.model import Table
from fournets.reconciling.view import EVENT_DAY, View, each
from fournets.values.names import name_key

HEARD: Mapping[str, tuple[str, ...]] = {
    "returnees": (
        "from_place",
        "left_date",
        "transport",
        "trip_number",
        "hubei",
        "wuhan",
        "contact",
        "symptoms",
        "companions",
        "measure",
        "note",
    ),
    "quarantine": ("due_date", "released_date", "released", "notice_signed", "pledge_signed", "responsible", "note"),
}
"""What a list may say of a stay; who and when it is about is the record's own."""
WHO = ("id_number", "phone", "flat")
FULL = 18


@dataclass(frozen=True, slots=True)
class Overruled:
    """A row that a newer one of the same identity replaced. `age` orders rows, newer ones last."""

    file: str
    table: Table
    place: int
    age: tuple[int, int]

    def says(self, name: str) -> str:
        """A field's value."""
        return self.table.columns[name][self.place]

    @property
    def record(self) -> dict[str, Any]:
        """The row's fields."""
        return {name: values[self.place] for name, values in self.table.columns.items()}

    @property
    def row(self) -> int:
        """The row's number in Excel."""
        return self.table.rows[self.place]


def completed(view: View, form: str) -> list[dict[str, Any]]:
    """The current records of the returnees or the ledger, with what only older lists of other columns say."""
    records = each(view.records(form))
    older = overruled(view, form)
    if not older:
        return records
    for record, row in _meant(form, records, older):
        _hear(view, form, record, row)
    return records


def replaced(view: View, form: str, records: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Overruled]]:
    """The records that took the place of a row of another sheet, with that row; the newest rows first."""
    return _meant(form, records, overruled(view, form))


def _meant(
    form: str, records: Sequence[dict[str, Any]], older: Sequence[Overruled]
) -> Iterator[tuple[dict[str, Any], Overruled]]:
    named: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for record in records:
        named.setdefault((record[EVENT_DAY[form]], name_key(record["name"])), []).append(record)
    for row in sorted(older, key=lambda row: row.age, reverse=True):
        same = named.get((row.says(EVENT_DAY[form]), name_key(row.says("name"))), [])
        if (meant := the_one(row, same)) is not None:
            yield meant, row


def is_version(view: View, record: Mapping[str, Any], row: Overruled) -> bool:
    """Whether the record's table is laid out and named like the row's, so that the newer one corrects the older."""
    table = view.table_at(row.table.form, record["file"], record["sheet"], record["column"])
    return table is None or (table.headings, table.sheet) == (row.table.headings, row.table.sheet)


def overruled(view: View, form: str) -> Sequence[Overruled]:
    """The rows with a name that are not current."""
    frame = view.linked.records[form]
    current = set(zip(*(frame[name].tolist() for name in ("file", "sheet", "row", "column")), strict=True))
    return [
        Overruled(sent.source.path, sent.table, place, (view.rank.get(sent.source.path, 0), row))
        for sent in view.tables[form]
        for place, (row, letter) in enumerate(zip(sent.table.rows, sent.table.letters, strict=True))
        if sent.table.columns["name"][place] and (sent.source.path, sent.table.sheet, row, letter) not in current
    ]


def the_one(row: Overruled, same: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The record of that name and day whom the row means; None where several can be."""
    number = row.says("id_number")
    fitting = [
        record
        for record in same
        if not (len(number) == len(record["id_number"]) == FULL and number != record["id_number"])
    ]
    if len(fitting) > 1:
        fitting = [record for record in fitting if any(row.says(name) == record[name] != "" for name in WHO)]
    return fitting[0] if len(fitting) == 1 else None


def _hear(view: View, form: str, record: dict[str, Any], row: Overruled) -> None:
    """Fill what the record's sheet has no column for; a version of that very sheet is not heard."""
    table = view.table_at(form, record["file"], record["sheet"], record["column"])
    if table is None or table.headings == row.table.headings:
        return
    for name in HEARD[form]:
        if not record[name] and name not in table.letter_of:
            record[name] = row.says(name)
