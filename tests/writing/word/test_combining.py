"""Many documents in one print file: each a section that counts its own pages, nothing shared by mistake."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from tests.writing.word_pages import NAMESPACES, Foot, Grid, Head, Raw, W, body_text, drawn, part

from fournets.writing.word.combining import Combiner
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.prepared import PreparedTemplate

NAMES = ["王芳", "李<强>", "𬭸"]


def combined(*parts: object, odd_sides: bool = False) -> bytes:
    template = PreparedTemplate(drawn(*parts), "x.docx")
    return Combiner(template, odd_sides=odd_sides).combine({"v": name, "names": NAMES} for name in NAMES)


def test_every_document_is_a_section_with_pages_from_one() -> None:
    data = combined("甲{{ v }}", "乙")
    document = Document(BytesIO(data))
    assert [line for line in body_text(data) if line] == ["甲王芳", "乙", "甲李<强>", "乙", "甲𬭸", "乙"]
    kinds = [(section._sectPr.find(W + "type"), section._sectPr.find(W + "pgNumType")) for section in document.sections]
    assert [(kind.get(W + "val"), pages.get(W + "start")) for kind, pages in kinds] == [("nextPage", "1")] * 3


def test_fresh_sheet_for_printing_on_both_sides() -> None:
    sections = Document(BytesIO(combined("{{ v }}", odd_sides=True))).sections
    assert {section._sectPr.find(W + "type").get(W + "val") for section in sections} == {"oddPage"}


@pytest.mark.parametrize("last", [Grid([["{{ v }}"]]), "{%p if v %}"], ids=["table", "block"])
def test_a_document_that_does_not_end_in_a_paragraph(last: object) -> None:
    parts = ("甲", last) if isinstance(last, Grid) else ("甲", last, "{{ v }}", "{%p endif %}")
    sections = Document(BytesIO(combined(*parts))).sections
    assert len(sections) == 3


def test_headers_are_kept_apart_and_equal_ones_are_one_part() -> None:
    data = combined(Head("编号{{ v }}"), Foot("不变"), "正文")
    texts = [section.header.paragraphs[0].text for section in Document(BytesIO(data)).sections]
    assert texts == [f"编号{name}" for name in NAMES]
    same = combined(Head("{{ names|length }}"), "{{ v }}")
    with zipfile.ZipFile(BytesIO(same)) as archive:
        assert sum("header" in name for name in archive.namelist()) == 1


def test_numbers_of_bookmarks_differ() -> None:
    mark = (
        f'<w:p {NAMESPACES}><w:bookmarkStart w:id="0" w:name="a"/><w:r><w:t>{{{{ v }}}}</w:t></w:r>'
        '<w:bookmarkEnd w:id="0"/><w:r><w:instrText>PAGEREF a</w:instrText></w:r></w:p>'
    )
    tree = part(combined(Raw(mark)), "word/document.xml")
    names = [node.get(W + "name") for node in tree.iter(W + "bookmarkStart")]
    assert len(set(names)) == 3
    assert [node.text.split()[1] for node in tree.iter(W + "instrText")] == names


def test_lists_begin_again() -> None:
    document = Document()
    document.add_paragraph("{{ v }}", style="List Number")
    document.add_paragraph("二", style="List Number")
    stream = BytesIO()
    document.save(stream)
    data = Combiner(PreparedTemplate(stream.getvalue(), "x.docx")).combine({"v": name} for name in NAMES)
    numbers = [node.get(W + "val") for node in part(data, "word/document.xml").iter(W + "numId")]
    assert numbers[0::2] == numbers[1::2]
    assert len(set(numbers)) == 3
    known = {node.get(W + "numId") for node in part(data, "word/numbering.xml").iter(W + "num")}
    assert set(numbers) <= known


def test_same_bytes_again_from_the_same_combiner() -> None:
    maker = Combiner(PreparedTemplate(drawn(Head("{{ v }}"), "{{ v }}"), "x.docx"))
    fields = [{"v": name} for name in NAMES]
    assert maker.combine(fields) == maker.combine(fields)


def test_nothing_to_combine() -> None:
    with pytest.raises(ValueError, match="no documents"):
        Combiner(PreparedTemplate(drawn("甲"), "x.docx")).combine([])


def test_one_document_is_its_own_print_file() -> None:
    template = PreparedTemplate(drawn("甲{{ v }}", Grid([["{{ v }}"]])), "x.docx")
    single, alone = template.render({"v": "王"}), Combiner(template).combine([{"v": "王"}])
    assert [block for block in body_text(alone) if block] == [block for block in body_text(single) if block]


def test_a_value_that_is_missing_names_the_template() -> None:
    with pytest.raises(TemplateFault, match=r"x\.docx.*v.*没有值"):
        Combiner(PreparedTemplate(drawn("{{ v }}"), "x.docx")).combine([{"v": None}])
