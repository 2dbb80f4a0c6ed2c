"""Section 4, records: each points at a cell of the archived original, and what is simple can be read there again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.acceptance.desk_folder import Check, DeskFolder, Row, Violation, squeezed
from tests.acceptance.notation import FIELDS
from tests.acceptance.originals import Original, sheets_of

NAMELESS = {"review", "receipts"}


def records_point_at_cells(desk: DeskFolder) -> Iterator[Violation]:
    """File, sheet, row and column of every record lead to a cell that is not empty; name and numbers stand there."""
    by_file: dict[str, list[tuple[str, Row]]] = {}
    for form in desk.forms:
        for record in desk.records(form):
            by_file.setdefault(record["file"], []).append((form, record))
    for file, records in by_file.items():
        sheets = sheets_of(desk.originals / file) if (desk.originals / file).is_file() else {}
        for form, record in records:
            if sheets:
                yield from _against(sheets, form, record)


def _against(sheets: dict[str, Original], form: str, record: Row) -> Iterator[Violation]:
    sheet = sheets.get(record["sheet"])
    where = f"{form} {record['file']}[{record['sheet']}]{record['column']}{record['row']}"
    if sheet is None:
        yield Violation("the record's sheet is there", where, str(list(sheets)))
        return
    row = int(record["row"])
    if not sheet.is_filled_from(row, record["column"]):
        yield Violation("the record's cells are not empty", where, sheet.row_text(row)[:120])
    text, whole = sheet.row_text(row), ""
    for field in ("name", "id_number", "phone", "plate"):
        value = record.get(field, "")
        missing = [part for part in value.split(";") if part and not _stands_in(field, part, text)]
        if missing:
            whole = whole or sheet.text() + squeezed(record["file"] + record["sheet"])
        if any(not _stands_in(field, part, whole) for part in missing):
            yield Violation(f"the record's {field} stands in its sheet", where, f"{value!r} {text[:160]}")


def _stands_in(field: str, value: str, text: str) -> bool:
    wanted = squeezed(value)
    if wanted in text:
        return True
    bare = re.sub(r"[^0-9A-Z*一-鿿㐀-鿿]", "", text)
    if field == "name":
        return wanted in re.sub(r"[0-9A-Z·.]", "", bare) or re.sub(r"[^A-Z一-鿿㐀-䶿]", "", wanted) in bare
    if field == "id_number" and len(wanted) == 18:
        return wanted in bare or wanted[:6] + wanted[8:17] in bare
    if field == "phone":
        return wanted in bare or re.sub(r"^0\d{2,3}(?=\d{7,8}$)", "", wanted) in bare
    if field == "plate":
        return wanted in bare or wanted[1:] in bare
    return wanted in bare


def every_record_says_something(desk: DeskFolder) -> Iterator[Violation]:
    """A record without any field is no record."""
    for form in desk.forms:
        fields = FIELDS[form].split(",")
        for record in desk.records(form):
            if not any(record[field] for field in fields) and not record["extra"]:
                yield Violation("a record says something", f"{form} {record['file']} {record['row']}", "")


def rows_are_the_sheets(desk: DeskFolder) -> Iterator[Violation]:
    """`rows` is the last row with content, and every sheet of the workbook is accounted for."""
    for name, file in desk.accepted.items():
        sheets = sheets_of(desk.originals / name) if (desk.originals / name).is_file() else {}
        counted = {sheet["sheet"]: sheet["rows"] for sheet in file["sheets"]}
        for title, sheet in sheets.items():
            if title not in counted:
                yield Violation("every sheet is accounted for", f"{name}[{title}]", str(list(counted)))
            elif counted[title] != sheet.last_row:
                yield Violation(
                    "rows is the last row with content", f"{name}[{title}]", f"{counted[title]} {sheet.last_row}"
                )


CHECKS: tuple[Check, ...] = (
    records_point_at_cells,
    every_record_says_something,
    rows_are_the_sheets,
)
