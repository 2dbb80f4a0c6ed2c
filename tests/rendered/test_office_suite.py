"""LibreOffice as the desk starts it: one process for several files, their pages counted in the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.conftest import Desk
from tests.writing.invented import DAY, ROOT, settings, several
from tests.writing.word_pages import drawn

from fournets import office_suite
from fournets.reconciling.papers import issue
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.printing import print_files

pytestmark = pytest.mark.desk
RETURNED = "姓名,身份证号,联系电话,小区,楼号,单元,房号,从何处返回,返回日期,网格\n王芳,,13800000001,惠泽小区,3,2,501,湖北武汉,2020-02-08,12\n"


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


def test_a_desk_that_asks_for_pdfs_gets_them_and_the_same_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "返乡人员登记表.csv").write_text(RETURNED, "utf-8-sig")
    (tmp_path / "config.yaml").write_text(
        (ROOT / "config.yaml").read_text("utf-8").replace("pdf: false", "pdf: true"), "utf-8"
    )
    assert desk.daily().returncode == 0
    papers = [path for path in desk.out().rglob("*.docx") if path.relative_to(desk.out()).parts[0] != "档案"]
    made = {path: path.read_bytes() for path in desk.out().rglob("*.pdf")}
    assert {*made} == {path.with_suffix(".pdf") for path in papers}
    assert len(made) == 5
    assert desk.daily().returncode == 0
    same = {path: path.read_bytes() for path in made}
    kept = [path for path in made if "打印" in path.parts]
    assert [same[path] for path in kept] == [made[path] for path in kept]
