"""Blank forms as the street sends them, drawn in a few words, and a day to fill them from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet
from tests.writing.invented import CASE, PERSON, results, settings

from fournets.model import Results
from fournets.reading.blank_form import headed_tables
from fournets.writing.lookups import Lookups
from fournets.writing.superior.facts import Above, Row
from fournets.writing.superior.forms import FilledForm, fill_form

LINED = Border(*(Side(style="thin") for _ in range(4)))
PLACE = {"file": "返乡.xlsx", "sheet": "Sheet1", "column": "A"}
RETURNEE = {
    **PLACE,
    **dict.fromkeys(("transport", "trip_number", "contact", "symptoms", "note", "registered_residence", "worker"), ""),
    "row": "3",
    "person_id": "P000001",
    "name": "王芳",
    "arrive_date": "2020-02-08",
    "date": "2020-02-08",
    "extra": '{"民族": "汉族"}',
}


def tally(name: str, value: str, period: str = "current", group: str = "community", of: str = "") -> Mapping[str, str]:
    """A line of tallies.csv."""
    return {"tally": name, "group": group, "group_value": of, "period": period, "value": value}


def people(count: int) -> Results:
    """So many persons in quarantine, each with a record of the return and a case."""
    persons, cases, records = [], [], []
    for number in range(1, count + 1):
        own = {"person_id": f"P{number:06d}"}
        persons.append({**PERSON, **own, "name": f"王{number}", "flat": f"{number}01"})
        cases.append({**CASE, **own, "case_id": f"C{number:04d}"})
        records.append({**RETURNEE, **own, "name": f"王{number}", "row": str(number + 2)})
    numbers = [
        tally("cases_open", str(count)),
        tally("returnees", str(count), "cumulative"),
        tally("returnees", "0", "today"),
        tally("fever_readings", "", "today"),
        tally("cases_open", "2", group="grid", of="1"),
        tally("cases_open", "0", group="grid", of="12"),
        tally("cases_open", "5", group="compound", of="惠泽小区"),
    ]
    return results(cases, persons, {"returnees": records}, numbers)


def above(made: Results) -> Above:
    """What forms are filled from: behind the number of grids their register, behind any other all the persons."""
    cases = {case["person_id"]: case["case_id"] for case in made.cases.to_dict("records")}
    lookups = Lookups(made)

    def behind(number: str, _period: str) -> list[Row]:
        if number == "grids":
            return [{**row, "form": "grids", "unit": row["grid"]} for row in lookups.records("grids")]
        records = lookups.records("returnees")
        return [{**row, "form": "returnees", "unit": cases[row["person_id"]]} for row in records]

    return Above(lookups, settings(), behind)


def drawn(rows: Sequence[Sequence[object]], *, lined: range = range(0), name: str = "Sheet1") -> Workbook:
    """A workbook of one sheet with these cells; the rows `lined` have borders as wide as the widest row."""
    book = Workbook()
    sheet: Worksheet = book.active  # type: ignore[assignment]
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for number in lined:
        for column in range(1, max(map(len, rows)) + 1):
            sheet.cell(number, column).border = LINED
    return book


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


Fill = Callable[[Workbook], FilledForm]


def filler(folder: Path, made: Results, name: str = "报表.xlsx") -> Fill:
    """Fills blanks that are saved in the folder, with what the day knows."""

    def fill(book: Workbook) -> FilledForm:
        data = saved(book)
        (folder / name).write_bytes(data)
        return fill_form(name, data, headed_tables(folder / name, {}), above(made))

    return fill


def cells(form: FilledForm, sheet: str = "") -> list[list[object]]:
    """What stands in the filled form, formulas as such."""
    book = load_workbook(BytesIO(form.data))
    return [[cell.value for cell in row] for row in (book[sheet] if sheet else book.worksheets[0]).iter_rows()]
