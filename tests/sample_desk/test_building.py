"""Same seed, same desk; what is planned at full size; every record stands where the truth says."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import load_workbook
from tests.sample_desk.conftest import LITTLE, SEED

from fournets.catalogue.forms import FORMS
from sample_desk import build
from sample_desk.building import plan
from sample_desk.identity_numbers import AREA, is_right

Truth = Callable[[str], list[dict[str, str]]]
PASSPORT = "E"
ANSWERED_BY_STAFF = {"review", "receipts"}


def fingerprints(directory: Path) -> dict[str, tuple[str, float]]:
    files = [path for path in directory.rglob("*") if path.is_file()]
    return {
        str(path.relative_to(directory)): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime if "inbox" in path.parts else 0.0,
        )
        for path in files
    }


def test_the_same_seed_gives_the_same_bytes_and_times(little_desk: Path, tmp_path: Path) -> None:
    build(tmp_path, SEED, LITTLE)
    assert fingerprints(tmp_path) == fingerprints(little_desk)


def test_another_seed_gives_other_people(little_desk: Path, tmp_path: Path) -> None:
    build(tmp_path, SEED + 1, LITTLE)
    assert (tmp_path / "truth/people.csv").read_bytes() != (little_desk / "truth/people.csv").read_bytes()


def test_every_form_but_the_answers_is_there(truth: Truth) -> None:
    assert {form for form in FORMS if truth(f"records/{form}.csv")} == set(FORMS) - ANSWERED_BY_STAFF


def test_identity_numbers_are_invented_and_right(truth: Truth) -> None:
    for form in ("households", "returnees", "quarantine", "gate", "fever"):
        numbers = {row["id_number"] for row in truth(f"records/{form}.csv")} - {""}
        assert numbers
        resident = {number for number in numbers if not number.startswith(PASSPORT)}
        assert resident
        assert all(number.startswith(AREA) and is_right(number) for number in resident)


def test_the_whole_community_has_its_size() -> None:
    desk = plan(SEED, 1.0)
    assert len(desk.community.grids) == 36
    assert len(desk.community.compounds) == 16
    assert len({compound.company for compound in desk.community.compounds}) == 15
    assert sum(len(compound.checkpoints) for compound in desk.community.compounds) == 17
    assert len(desk.community.households) == pytest.approx(9_000, rel=0.02)
    assert len(desk.community.people) == pytest.approx(25_000, rel=0.03)
    assert len(desk.community.stays) == 300
    assert len(desk.books) == pytest.approx(265, abs=35)
    mistakes = [
        one for book in desk.books for sheet in book.sheets for entry in sheet.entries for one in entry.mistakes
    ]
    assert len(mistakes) == pytest.approx(150, abs=15)
    assert len({one.code for one in mistakes}) >= 20


def cells_of(path: Path) -> dict[str, list[list[str]]]:
    """The raw cells of a file by sheet, rows from Excel's first."""
    if path.suffix == ".csv":
        for encoding in ("utf-8-sig", "gbk"):
            try:
                text = path.read_text(encoding)
            except UnicodeDecodeError:
                continue
            return {path.stem: list(csv.reader(text.splitlines()))}
    workbook = load_workbook(str(path))
    return {
        name: [[str(cell) for cell in row] for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in workbook.sheet_names
    }


def plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("form", sorted(set(FORMS) - ANSWERED_BY_STAFF))
def test_every_record_stands_on_its_row(form: str, little_desk: Path, truth: Truth) -> None:
    planted = {(row["file"], row["sheet"], row["row"]) for row in truth("planted.csv")}
    files: dict[str, dict[str, list[list[str]]]] = {}
    for record in truth(f"records/{form}.csv"):
        if (record["file"], record["sheet"], record["row"]) in planted:
            continue
        sheets = files.setdefault(record["file"], cells_of(little_desk / "inbox" / record["file"]))
        row = plain("|".join(sheets[record["sheet"]][int(record["row"]) - 1]))
        for field in ("name", "worker", "place", "pass_number", "origin", "group", "destination", "trip_number"):
            assert plain(record.get(field, "")) in row
