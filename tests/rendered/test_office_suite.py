"""LibreOffice as the desk starts it: one process for several files, their pages counted in the PDF."""

from __future__ import annotations

import pytest
from tests.writing.word_pages import drawn

from fournets import office_suite

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
