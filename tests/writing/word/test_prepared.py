"""One document from a template: values stay text, the file stays sound, the same fields give the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from tests.writing.word_pages import Box, Foot, Grid, Raw, W, body_text, drawn, part

from fournets.writing.word.filters import Blank
from fournets.writing.word.prepared import PreparedTemplate

NASTY = {
    "tags": "{{ 姓名 }}{% if 1 %}{# x #}",
    "xml": "</w:t></w:r> & < > \" ' &amp; <w:br/>",
    "rare": "𬭸䶮㛃",
    "long": "阿" * 40,
    "control": "甲\x00\x01\x08\x0b乙\x1f\x7f丙\ufffe\ufdd0丁\ud800",
    "newline": "甲\r\n乙\r丙\u2028丁",
    "tab": "甲\t乙",
    "spaces": "  甲  ",
    "template marks": "\ufdd2= 7*7 =\ufdd3",
    "token": "\ufdd00\ufdd1",
    "formula": "=cmd|' /C calc'!A0",
}
AS_READ = {
    "control": "甲\n乙丙丁",
    "newline": "甲\n乙\n丙\n丁",
    "template marks": "= 7*7 =",
    "token": "0",
}


@pytest.mark.parametrize("kind", NASTY)
@pytest.mark.parametrize("place", ["paragraph", "cell", "box", "footer", "loop"])
def test_values_stay_text(kind: str, place: str) -> None:
    pages = {
        "paragraph": ("[{{ v }}]",),
        "cell": (Grid([["[{{ v }}]"]]),),
        "box": (Box(["[{{ v }}]"]),),
        "footer": (Foot("[{{ v }}]"),),
        "loop": ("{%p for x in [v] %}", "[{{ x }}]", "{%p endfor %}"),
    }
    data = PreparedTemplate(drawn(*pages[place]), "x.docx").render({"v": NASTY[kind]})
    Document(BytesIO(data))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
    name = "word/footer1.xml" if place == "footer" else "word/document.xml"
    marks = {W + "br": "\n", W + "tab": "\t"}
    found = "".join(
        marks.get(node.tag) or node.text or ""
        for node in part(data, name).iter(W + "t", *marks)
        if not node.get(W + "val")
    )
    assert found == f"[{AS_READ.get(kind, NASTY[kind])}]"


def test_new_paragraphs_and_pages_in_a_value() -> None:
    data = PreparedTemplate(drawn("甲{{ v }}丁"), "x.docx").render({"v": "1\a2\f3"})
    assert body_text(data) == ["甲1", "2", "\n", "3丁"]


def test_same_fields_same_bytes_and_fixed_times() -> None:
    data = drawn("{{ v }}", Foot("{{ v }}"))
    first, second = (PreparedTemplate(data, "x.docx").render({"v": "甲"}) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_blank_is_printed_as_a_line_and_counts_as_nothing() -> None:
    page = drawn("{{ v }}|{{ v|日期 }}|{% if v %}有{% else %}无{% endif %}|{{ v|default('缺', true) }}")
    assert body_text(PreparedTemplate(page, "x.docx").render({"v": Blank("＿＿")})) == [
        "＿＿|＿＿＿＿年＿＿月＿＿日|无|缺"
    ]


def test_remarks_and_tracked_changes_are_settled() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    page = drawn(
        Raw(
            f'<w:p {space}><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
            '<w:ins w:id="2"><w:r><w:t>{{ </w:t></w:r></w:ins><w:r><w:t>v }}</w:t></w:r></w:p>'
        )
    )
    data = PreparedTemplate(page, "x.docx").render({"v": "新"})
    assert body_text(data) == ["新"]
    assert not list(part(data, "word/document.xml").iter(W + "ins", W + "del"))


def test_drawings_and_bookmarks_in_a_loop_get_numbers_of_their_own() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mark = Raw(
        f'<w:p {space}><w:bookmarkStart w:id="3" w:name="起"/><w:r><w:t>{{{{ x }}}}</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
    )
    data = PreparedTemplate(drawn("{%p for x in names %}", mark, "{%p endfor %}"), "x.docx").render({"names": "甲乙丙"})
    starts = list(part(data, "word/document.xml").iter(W + "bookmarkStart"))
    ends = list(part(data, "word/document.xml").iter(W + "bookmarkEnd"))
    assert len({start.get(W + "name") for start in starts}) == 3
    assert [start.get(W + "id") for start in starts] == [end.get(W + "id") for end in ends] == ["1", "2", "3"]


def test_a_cell_or_table_emptied_by_its_tags_stays_sound() -> None:
    page = drawn(Grid([["{%p if no %}"]]), "间", Grid([["{%tr if no %}"], ["甲"], ["{%tr endif %}"]]), "后")
    with pytest.raises(Exception, match="endif"):
        PreparedTemplate(page, "x.docx")
    page = drawn("间", Grid([["{%tr if no %}"], ["甲"], ["{%tr endif %}"]]), "后")
    assert body_text(PreparedTemplate(page, "x.docx").render({"no": False})) == ["间", "后"]
