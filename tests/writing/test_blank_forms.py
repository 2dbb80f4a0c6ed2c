"""Blank and filled-in sheets for the grid workers come back as the forms they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.writing import made_results as made

from fournets.catalogue.fields import Kind
from fournets.catalogue.forms import FORMS
from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.source import read_file
from fournets.writing import wording
from fournets.writing.blank_forms import CHOICES, FILLED_ELSEWHERE, TOP, blank_forms, columns_of, filled_forms

WORDS = {
    Kind.YES_NO: wording.YES_NO,
    Kind.ANSWER: wording.YES_NO,
    Kind.GENDER: wording.GENDERS,
    Kind.SLOT: wording.SLOTS,
    Kind.SERVICE: wording.SERVICES,
    Kind.VOLUNTEER_KIND: ("party", "resident", "psychological", "other"),
    Kind.MATERIAL: wording.MATERIALS,
    Kind.METHOD: wording.METHODS,
    Kind.VISIT_STATUS: wording.VISIT_STATUSES,
    Kind.GATE_RESULT: ("admitted", "turned_back"),
    Kind.DECISION: wording.DECISIONS,
}
"""What the data files may say in a column of a kind."""

BLANKS = dict(blank_forms(made.settings()))


def read_back(folder: Path, name: str, data: bytes) -> FileRead:
    path = folder / Path(name).name
    path.write_bytes(data)
    return read_file(path, name, ReadingContext(made.DAY))


def test_every_form_that_people_fill_in_has_its_blank() -> None:
    assert list(BLANKS) == [f"空白表/{form.title}.xlsx" for form in FORMS.values() if form.name not in FILLED_ELSEWHERE]


@pytest.mark.parametrize("name", BLANKS)
def test_a_blank_sheet_is_known_as_its_form_and_holds_no_record(name: str, tmp_path: Path) -> None:
    read = read_back(tmp_path, name, BLANKS[name])
    (sheet,) = read.sheets
    assert not read.held and sheet.records == 0 and not read.findings
    assert [FORMS[form].title for form in sheet.forms] == [Path(name).stem]


@pytest.mark.parametrize(
    "form", [form for form in FORMS.values() if form.name not in FILLED_ELSEWHERE], ids=lambda form: form.name
)
def test_what_is_chosen_from_the_lists_is_understood(form, tmp_path: Path) -> None:
    name = f"空白表/{form.title}.xlsx"
    book = load_workbook(io.BytesIO(BLANKS[name]))
    sheet = book.worksheets[0]
    chosen = dict(enumerate(columns_of(form), 2))
    for index, column in chosen.items():
        example = sheet.cell(TOP + 2, index).value
        sheet.cell(TOP + 3, index).value = CHOICES.get(column.kind, (example,))[-1] or "说明文字"
    stream = io.BytesIO()
    book.save(stream)
    read = read_back(tmp_path, name, stream.getvalue())
    assert read.sheets[0].records == 1 and not read.findings
    (table,) = read.tables
    for column in chosen.values():
        values = table.columns[column.field]
        assert values and all(values), column.field
        assert set(values) <= set(WORDS.get(column.kind, values))


def in_quarantine() -> dict[str, bytes]:
    results = made.results()
    results.cases = results.cases.assign(status="in_quarantine", due_date="2020-02-10")
    return dict(filled_forms(results, made.settings()))


def test_a_grids_households_are_filled_in_for_the_screening(tmp_path: Path) -> None:
    files = in_quarantine()
    name = "预填表/第12网格_周敏/入户摸排表.xlsx"
    (table,) = read_back(tmp_path, name, files[name]).tables
    assert table.form == "screening"
    assert table.columns["flat"] == ["501", "502", "601"] and table.columns["name"] == ["李建国", "王芳", "赵强"]
    assert table.columns["worker"] == ["周敏"] * 3 and set(table.columns["grid"]) == {"12"}


def test_people_in_quarantine_are_filled_in_for_the_temperatures_day_by_day(tmp_path: Path) -> None:
    name = "预填表/第12网格_周敏/体温监测表.xlsx"
    data = in_quarantine()[name]
    assert not read_back(tmp_path, name, data).sheets[0].records
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    days = [cell.value for cell in sheet[TOP + 1] if cell.value and "月" in str(cell.value)]
    assert days == ["2月9日", "2月10日"]
    sheet.cell(TOP + 3, 8).value, sheet.cell(TOP + 3, 11).value = 36.5, 37.4
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_back(tmp_path, name, stream.getvalue()).tables
    facts = zip(*(table.columns[field] for field in ("name", "date", "slot", "temperature")), strict=True)
    assert list(facts) == [
        ("李建国", "2020-02-09", "morning", "36.5"),
        ("李建国", "2020-02-10", "evening", "37.4"),
    ]


def test_nobody_in_quarantine_is_no_sheet_of_temperatures() -> None:
    results = made.results()
    results.cases = results.cases.assign(status="released")
    assert [name for name, _ in filled_forms(results, made.settings())] == ["预填表/第12网格_周敏/入户摸排表.xlsx"]
