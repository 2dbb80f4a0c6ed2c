"""The printed page measured in millimetres and points: GB/T 9704-2012 for the report, 80 × 120 mm for a pass."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree
from tests.rendered.test_papers import LONGEST
from tests.writing.invented import DAY, ROOT, results, settings
from tests.writing.papers.test_daily_report import SHIPPED as REPORT
from tests.writing.papers.test_daily_report import day_of_the_article

from fournets.reconciling.papers import issue
from fournets.writing.lookups import Lookups
from fournets.writing.papers.daily_report import daily_report
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.printing import print_files
from fournets.writing.word.package import replaced, unpacked

pytestmark = pytest.mark.desk
MM = 72 / 25.4
MAIN = "word/document.xml"
PARAGRAPH = (
    '<w:p><w:pPr><w:pStyle w:val="BodyIndent"/></w:pPr><w:r><w:t>'
    + "国家机关公文用纸采用型纸其成品幅面尺寸" * 80
    + "</w:t></w:r></w:p>"
)


def long_report() -> bytes:
    """A report whose text begins with a paragraph of more than a page, without punctuation that might hang."""
    parts = unpacked(REPORT)
    page = parts[MAIN].content().decode()
    at = page.index("<w:p>", page.index("（{{ 日期 | 日期 }}）"))
    longer = replaced(parts, {MAIN: (page[:at] + PARAGRAPH + page[at:]).encode()})
    return daily_report(Lookups(day_of_the_article()), settings(), longer)[1]


def lines_of(page: etree._Element) -> list[tuple[float, float, float, str]]:
    """Left, right and lower edge of every line, and what it says, from top to bottom."""
    found = []
    for line in page.iter("{*}line"):
        words = list(line.iter("{*}word"))
        edges = [float(line.get(name)) for name in ("xMin", "xMax", "yMax")]
        found.append((*edges, "".join(word.text or "" for word in words)))
    return sorted(found, key=lambda line: line[2])


def test_report_has_22_lines_of_28_characters_in_the_text_block(boxes) -> None:
    first, second, *_ = boxes(long_report())
    assert (float(first.get("width")) / MM, float(first.get("height")) / MM) == pytest.approx((210, 297), abs=0.2)
    *text, number = lines_of(second)
    assert number[3] == "—2—"
    assert len(text) == 22
    assert {len(line[3]) for line in text} == {28}
    assert [line[0] / MM for line in text] == pytest.approx([28] * 22, abs=0.2)
    assert [line[1] / MM for line in text] == pytest.approx([210 - 26] * 22, abs=0.7)
    assert [lower[2] - upper[2] for upper, lower in pairwise(text)] == pytest.approx([29] * 21, abs=0.1)
    assert 37 < text[0][2] / MM < 37 + 29 / MM
    assert text[-1][2] / MM < 297 - 34.8


def test_signature_stands_centred_over_its_date_four_characters_from_the_edge(boxes) -> None:
    last = boxes(daily_report(Lookups(day_of_the_article()), settings(), REPORT)[1])[-1]
    *_, text, office, day, _ = lines_of(last)
    assert office[3] == settings().office.signature
    assert day[3] == f"{DAY.year}年{DAY.month}月{DAY.day}日"
    assert (office[0] + office[1]) / 2 == pytest.approx((day[0] + day[1]) / 2, abs=5)
    assert (210 - 26) * MM - day[1] == pytest.approx(4 * 16, abs=1)
    assert text[2] < office[2]


def test_passes_are_80_by_120_mm_in_the_middle_of_the_sheet(shades) -> None:
    place = {part: LONGEST[part] for part in ("compound", "building", "entrance", "flat", "grid")}
    car = {**place, "name": "王芳", "phone": "13800000001", "pass_number": "", "issued_date": "", "valid_until": ""}
    cars = [{**car, "plate": f"鲁E1234{number}"} for number in range(4)]
    papers = issue(results([], records={"passes": cars}), [], settings(), DAY).papers
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    (file,) = print_files(papers, stationery)
    (page,) = shades(file.data)
    painted = [(x, y) for y, row in enumerate(page) for x, shade in enumerate(row) if shade < 250]
    left, right = min(x for x, _ in painted), max(x for x, _ in painted)
    top, bottom = min(y for _, y in painted), max(y for _, y in painted)
    assert right - left == pytest.approx(2 * 80 * 4, abs=4)
    assert bottom - top == pytest.approx(2 * 120 * 4, abs=4)
    assert left == pytest.approx(25 * 4, abs=4)
