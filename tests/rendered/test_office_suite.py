"""LibreOffice as the desk starts it: one process for several files, their pages counted in the PDF."""

from __future__ import annotations

import pytest
from tests.writing.invented import DAY, ROOT, settings, several
from tests.writing.word_pages import drawn

from fournets import office_suite
from fournets.reconciling.papers import issue
from fournets.writing.documents import Stationery
from fournets.writing.printing import print_files

pytestmark = pytest.mark.desk


def test_files_become_pdfs_in_order_and_their_pages_are_counted() -> None:
    short, broken, long = office_suite.pdfs_of(
        office_suite.installed(), [drawn("一"), b"no Word file", drawn(*["一行"] * 200)]
    )
    assert short is not None
    assert long is not None
    assert office_suite.pages_of(short) == 1
    assert office_suite.pages_of(long) > 2
    assert broken is None or office_suite.pages_of(broken) >= 1


@pytest.mark.parametrize(("both_sides", "pages"), [(False, 4), (True, 7)])
def test_printed_on_both_sides_every_document_begins_on_a_fresh_sheet(*, both_sides: bool, pages: int) -> None:
    own = settings()
    own = own.model_copy(update={"printing": own.printing.model_copy(update={"both_sides": both_sides})})
    papers = [paper for paper in issue(several(8), [], own, DAY).papers if paper.kind == "pledge"]
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), own)
    files = [file.data for file in print_files(papers, stationery)]
    made = office_suite.pdfs_of(office_suite.installed(), files, empty_sides=both_sides)
    assert [office_suite.pages_of(pdf or b"") for pdf in made] == [pages, pages]
