"""What the desk should find: every record as it truly is, the planted mistakes, and who is who."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from fournets.catalogue.forms import FORMS
from sample_desk import expected
from sample_desk.drawing import DrawnRecord, DrawnSheet
from sample_desk.plans import Book, SheetPlan
from sample_desk.true_cases import CASE_FIELDS

PLACE = ("file", "sheet", "row", "column")
PLANTED = ("code", "form", "file", "sheet", "row", "column", "field", "grid", "explanation")
PEOPLE = (*PLACE, "form", "person", "name")

BUCKETS = ("file", "sheet", "row", "name", "bucket")


class Truth:
    """Collects while the books are written.

    `records/<form>.csv` every current record as row and scope say it · `planted.csv` the mistakes · `people.csv` who
    each record truly is · `dispatch.csv` the bucket that each row of the street's list belongs in · `cases.csv` how
    each case stands on the last day.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.records: dict[str, list[Sequence[object]]] = {name: [] for name in FORMS}
        self.planted: list[Sequence[object]] = []
        self.people: list[Sequence[object]] = []
        self.buckets: list[Sequence[object]] = []
        self.cases: Sequence[Sequence[object]] = []

    def add(self, book: Book, plan: SheetPlan, sheet: DrawnSheet) -> None:
        """One drawn sheet."""
        name = book.stem if book.hand.is_text else sheet.name
        for record in sheet.records:
            self._add_record(book, plan, name, record)
        if plan.wrong_total:
            why = f"手写合计比上面各行之和多 {plan.wrong_total}"
            self.planted.append(
                (expected.WRONG_TOTAL, plan.form, book.path, name, sheet.total_rows[-1], "", "", "", why)
            )

    def _add_record(self, book: Book, plan: SheetPlan, sheet: str, record: DrawnRecord) -> None:
        place = (book.path, sheet, record.row, record.column)
        entry = record.entry
        if not book.superseded:
            self.records[plan.form].append((*place, *record.facts.values()))
            if plan.form == "dispatch":
                self.buckets.append((*place[:3], record.facts["name"], entry.facts["bucket"]))
            if entry.person is not None and record.facts.get("name"):
                self.people.append((*place, plan.form, entry.person.key, entry.person.name))
        for mistake in entry.mistakes if not book.superseded else ():
            column = record.letters.get(mistake.field) or record.letters.get("address", "")
            grid = record.facts.get("grid", "")
            where = (plan.form, book.path, sheet, record.row, column, mistake.field, grid)
            self.planted.append((mistake.code, *where, mistake.why))

    def add_missing_delivery(self, form: str, grid: int) -> None:
        """A grid that sends nothing on the reporting day."""
        why = f"第{grid}网格当日没有报送"
        self.planted.append((expected.NOTHING_SENT, form, "", "", "", "", "", grid, why))

    def save(self, folder: Path) -> None:
        """Write everything below `folder`."""
        (folder / "records").mkdir(parents=True, exist_ok=True)
        for name, rows in self.records.items():
            _write(folder / "records" / f"{name}.csv", (*PLACE, *FORMS[name].fields), rows)
        _write(folder / "planted.csv", PLANTED, self.planted)
        _write(folder / "people.csv", PEOPLE, self.people)
        _write(folder / "dispatch.csv", BUCKETS, self.buckets)
        _write(folder / "cases.csv", CASE_FIELDS, self.cases)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
