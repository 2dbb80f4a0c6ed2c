"""What the program writes for people to read is not read again; what they fill in for it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.writing import made_results as made
from tests.writing.test_data_files import written

from fournets.catalogue.findings import HELD
from fournets.reading.context import ReadingContext
from fournets.reading.formats.workbook import open_workbook
from fournets.reading.source import read_file, read_sheets
from fournets.writing.lookups import Lookups
from fournets.writing.summary.workbook import summary_workbook
from fournets.writing.worksheets import worksheets

CONTEXT = ReadingContext(date(2020, 2, 9))


def papers() -> Iterator[tuple[str, bytes]]:
    yield summary_workbook(Lookups(made.results()), made.settings(), made.accounts())
    yield from worksheets(Lookups(made.results()))
    yield from ((name, data) for name, data in written().items() if name.endswith(".csv"))


@pytest.fixture(params=list(papers()), ids=lambda paper: paper[0])
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name, data = request.param
    path = tmp_path / Path(name).name
    path.write_bytes(data)
    return path


def test_it_is_held_and_the_reason_says_whose_it_is(paper: Path) -> None:
    read = read_file(paper, paper.name, CONTEXT)
    assert (read.held, read.tables) == ("own_paper", [])
    assert "本程序出的" in HELD[read.held].template.format_map(read.held_params)


def test_a_sheet_copied_out_of_it_is_known_too(tmp_path: Path) -> None:
    path = tmp_path / "汇总.xlsx"
    path.write_bytes(summary_workbook(Lookups(made.results()), made.settings(), made.accounts())[1])
    for sheet in open_workbook(path, "汇总", CONTEXT.limits):
        read = read_sheets([sheet], "抄出来的.xlsx", CONTEXT)
        assert read.held and not read.tables, sheet.name
