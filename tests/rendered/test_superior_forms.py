"""The superior's forms that ship, filled and turned into pages: everything is on the page, nothing is cut off."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rendered.conftest import told
from tests.writing.invented import ROOT, frame
from tests.writing.superior_forms import PLACE, above, people, tally

from fournets.reading.blank_form import headed_tables
from fournets.writing.superior.forms import FilledForm, fill_form

LIST, NUMBERS = "居家隔离人员花名册.xlsx", "疫情防控工作日报表（分网格）.xlsx"


@pytest.fixture
def words(tmp_path: Path, profile: Path) -> Callable[[FilledForm], list[str]]:
    """Turns a filled form into the text of its pages."""

    def turn(form: FilledForm) -> list[str]:
        path = tmp_path / form.name
        path.write_bytes(form.data)
        own = f"-env:UserInstallation=file://{profile}"
        command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return told("pdftotext", "-layout", path.with_suffix(".pdf"), "-").decode().split("\f")[:-1]

    return turn


def filled(name: str, count: int) -> FilledForm:
    made = people(count)
    grids = [{**PLACE, "row": str(n), "grid": str(n), "worker": f"赵{n}", "phone": ""} for n in range(1, count + 1)]
    made.linked.records["grids"] = frame(grids)
    own = [tally("cases_open", str(100 + n), group="grid", of=str(n)) for n in range(1, count + 1)]
    made.tallies = frame([*made.tallies.to_dict("records")[:2], *own])
    path = ROOT / "templates" / "superior" / name
    return fill_form(name, path.read_bytes(), headed_tables(path, {}), above(made))


def test_a_short_list_is_one_page_with_its_signatures(words: Callable[[FilledForm], list[str]]) -> None:
    (page,) = words(filled(LIST, 3))
    assert "王3" in page and "370599198001010041" in page and "单位负责人" in page and "胜景社区" in page


def test_a_long_list_repeats_its_heading(words: Callable[[FilledForm], list[str]]) -> None:
    pages = words(filled(LIST, 60))
    assert len(pages) > 1 and all("身份证号码" in page for page in pages)
    assert "王60" in pages[-1] and "单位负责人" in pages[-1]


def test_every_grid_has_its_row(words: Callable[[FilledForm], list[str]]) -> None:
    text = "\n".join(words(filled(NUMBERS, 36)))
    assert all(f"第{number}网格" in text and f"{100 + number}" in text for number in range(1, 37))
    assert "合计" in text and "单位负责人" in text
