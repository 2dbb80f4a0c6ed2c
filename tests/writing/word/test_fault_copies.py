"""The marked copy of a template: one comment, at the tag that the fault is about."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from tests.writing.saved_pages import BOX, p, saved, tbl, tc, tr
from tests.writing.saved_pages import part as saved_part
from tests.writing.sound_files import complaints
from tests.writing.word_pages import Box, Foot, Grid, W, drawn, part

from fournets.writing.word.fault_copies import marked_copy
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.prepared import PreparedTemplate


def fault_of(template: bytes) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        PreparedTemplate(template, "告知书.docx", {"姓名"}).render({"姓名": "王芳"})
    return caught.value


def commented(data: bytes) -> str:
    """The text between the ends of the comment's range."""
    inside, found = False, []
    for node in part(data, "word/document.xml").iter():
        if node.tag in (W + "commentRangeStart", W + "commentRangeEnd"):
            inside = node.tag == W + "commentRangeStart"
        elif inside and node.tag == W + "t":
            found.append(node.text or "")
    return "".join(found)


@pytest.mark.parametrize(
    ("parts", "marked"),
    [
        (("甲", ["经办人：", "{{ 姓民 }}", "。"]), "{{ 姓民 }}"),
        ((["您好", "{{ 姓", "民 }}", "乙"],), "{{ 姓民 }}"),
        (("甲", Grid([["乙", "{{ 姓民 }}"]])), "{{ 姓民 }}"),
        (("甲", Box(["丙{{ 姓民 }}"]), "乙"), "丙{{ 姓民 }}"),
        (("您好{{ 姓名",), "您好{{ 姓名"),
        (("甲", "{% if 姓名 %}", "乙"), "{% if 姓名 %}"),
        ((Foot("{{ 姓民 }}"), "甲"), ""),
    ],
)
def test_comment_stands_at_the_tag(parts: tuple[object, ...], marked: str) -> None:
    template = drawn(*parts)
    fault = fault_of(template)
    copy = marked_copy(template, fault)
    assert copy is not None
    assert commented(copy) == marked
    assert [comment.text for comment in Document(BytesIO(copy)).comments] == [str(fault)]
    assert len(list(part(copy, "word/document.xml").iter(W + "commentReference"))) == 1


def test_of_several_alike_the_one_in_the_sentence_that_the_fault_names() -> None:
    template = drawn("{% raw %}甲{{ 姓民 }}{% endraw %}", "乙{{ 姓民 }}")
    copy = marked_copy(template, fault_of(template))
    assert copy is not None
    assert commented(copy) == "乙{{ 姓民 }}"


def yellow(data: bytes, name: str) -> str:
    """The text that is marked in a part."""
    runs = [run for run in part(data, name).iter(W + "r") if run.find(f"{W}rPr/{W}highlight") is not None]
    return "".join(node.text or "" for run in runs for node in run.iter(W + "t"))


NOTE = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'
NOTES = "".join(
    f'<w:footnote w:id="{number}">{p(text)}</w:footnote>' for number, text in ((2, "甲"), (3, "见{{ 姓民 }}"))
)
ELSEWHERE = {
    "header": (
        saved(p("甲"), {"header1.xml": ("header", saved_part("hdr", tbl(tr("乙", tc(p("编号", "{{ 姓", "民 }}"))))))}),
        "word/header1.xml",
        "{{ 姓民 }}",
        "页眉里的标签 {{ 姓民 }}",
    ),
    "footer": (
        saved(p("甲"), {"footer1.xml": ("footer", saved_part("ftr", p("第{{ 姓民 }}页")))}),
        "word/footer1.xml",
        "第{{ 姓民 }}页",
        "页脚里的标签",
    ),
    "text box": (saved(p("甲", BOX.format(p("乙", "{{ 姓民 }}")))), "word/document.xml", "{{ 姓民 }}", "正文里的标签"),
    "footnote": (
        saved(
            p("甲", NOTE.format(2), "乙", NOTE.format(3)),
            {"footnotes.xml": ("footnotes", saved_part("footnotes", NOTES))},
        ),
        "word/footnotes.xml",
        "见{{ 姓民 }}",
        "脚注里的标签",
    ),
}


@pytest.mark.parametrize(("template", "name", "marked", "told"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_where_word_has_no_comments_the_tag_is_yellow(template: bytes, name: str, marked: str, told: str) -> None:
    fault = fault_of(template)
    assert told in str(fault)
    copy = marked_copy(template, fault)
    assert copy is not None
    assert yellow(copy, name) == marked
    assert complaints(copy) == complaints(template)
    assert [comment.text for comment in Document(BytesIO(copy)).comments] == [str(fault)]


def test_the_comment_on_a_note_stands_at_its_number() -> None:
    template = ELSEWHERE["footnote"][0]
    body = part(marked_copy(template, fault_of(template)) or b"", "word/document.xml")
    start = next(body.iter(W + "commentRangeStart"))
    assert [node.get(W + "id") for node in start.getnext().iter(W + "footnoteReference")] == ["3"]


def test_a_fault_of_no_place_has_its_comment_too() -> None:
    copy = marked_copy(drawn("甲"), TemplateFault("算不出来", template="告知书.docx"))
    assert copy is not None
    assert len(list(Document(BytesIO(copy)).comments)) == 1


def test_comments_of_the_office_stay() -> None:
    document = Document()
    document.add_comment(document.add_paragraph("{{ 姓民 }}").runs, text="请核对", author="王芳")
    stream = BytesIO()
    document.save(stream)
    copy = marked_copy(stream.getvalue(), fault_of(stream.getvalue()))
    assert copy is not None
    comments = list(Document(BytesIO(copy)).comments)
    assert [comment.author for comment in comments] == ["王芳", "模板检查"]
    assert len({comment.comment_id for comment in comments}) == 2


def test_all_else_is_as_it_was_and_the_same_fault_gives_the_same_bytes() -> None:
    template = drawn("甲{{ 姓民 }}")
    fault = fault_of(template)
    copy = marked_copy(template, fault)
    assert copy == marked_copy(template, fault)
    assert [line.text for line in Document(BytesIO(copy or b"")).paragraphs] == ["甲{{ 姓民 }}"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>"])
def test_what_is_no_word_document_has_no_copy(data: bytes) -> None:
    assert marked_copy(data, TemplateFault("打不开", template="告知书.docx")) is None
