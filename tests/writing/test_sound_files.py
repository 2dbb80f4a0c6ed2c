"""What we write is what Word takes without repair: alone and many in a print file, from our templates and others'."""

from __future__ import annotations

import zipfile
from base64 import b64decode
from io import BytesIO

import pytest
from docx import Document
from tests.writing.invented import DAY, ROOT, settings, several
from tests.writing.saved_pages import A4, field, p, part, saved, sdt, tbl, tc, tr
from tests.writing.sound_files import complaints
from tests.writing.test_like_docxtpl import FIELDS
from tests.writing.test_saved_by_others import BETTER, SAME, rendered

from fournets.catalogue.documents import DOCUMENTS
from fournets.reconciling.papers import issue
from fournets.writing.papers.documents import Stationery
from fournets.writing.word.combining import Combiner
from fournets.writing.word.prepared import PreparedTemplate

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+M8AAAMBAQDJ/pLvAAAAAElFTkSuQmCC")
CHART = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea/></c:chart></c:chartSpace>'
KINDS = [document.kind for document in DOCUMENTS]


def drawing(uri: str, content: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="图 1"/><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{content}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


SEAL = drawing(
    "picture",
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="章"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image1"/>'
    "</pic:blipFill><pic:spPr/></pic:pic>",
)


def everything_at_once() -> bytes:
    """As WPS saves it: pictures, a chart, a font, remarks, notes, lists, data of its own, two sections, a table of contents."""
    mark = '<w:bookmarkStart w:id="9" w:name="_Toc1"/>'
    body = (
        p(mark, "{{ 姓名 }}", '<w:bookmarkEnd w:id="9"/>', SEAL, look='<w:pPr><w:pStyle w:val="a"/></w:pPr>')
        + p("一", look='<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
        + p("注", '<w:r><w:footnoteReference w:id="2"/></w:r>', field(" PAGEREF _Toc1 ", shown="1"))
        + p("图", drawing("chart", '<c:chart r:id="chart1"/>'))
        + p(sdt("<w:r><w:t>{{ n }}</w:t></w:r>", '<w:id w:val="5"/><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/>'))
        + p("", look=f"<w:pPr><w:sectPr>{A4}</w:sectPr></w:pPr>")
        + tbl(tr("{%tr for n in names %}", ""), tr(tc("{{ n }}"), tc(p(SEAL))), tr("{%tr endfor %}", ""))
        + "<w:sdt><w:sdtPr><wpsCustomData:docfieldStart/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    remark = f'<w:comment w:id="0" w:author="王">{p("{{ 别动 }}")}</w:comment>'
    note = f'<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{p("{{ 住址 }}")}</w:footnote>'
    parts = {
        "header1.xml": ("header", part("hdr", p("{{ 姓名 }}") + p(drawing("chart", "")))),
        "footer1.xml": ("footer", part("ftr", p(field(" NUMPAGES ", shown="1")))),
        "footnotes.xml": ("footnotes", part("footnotes", note)),
        "comments.xml": ("comments", part("comments", remark)),
        "numbering.xml": ("numbering", part("numbering", numbering)),
        "fontTable.xml": ("fontTable", part("fonts", '<w:font w:name="仿宋_GB2312"/>')),
        "styles.xml": (
            "styles",
            part("styles", '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style>'),
        ),
        "chart1.xml": ("chart", CHART),
    }
    section = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    data = saved(body, parts, section, {"word/media/image1.png": PICTURE, "customXml/item1.xml": b"<x>{{ x }}</x>"})
    return _with_relation(
        data,
        '<Relationship Id="image1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>',
    )


def _with_relation(data: bytes, relation: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w") as again:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith("document.xml.rels"):
                content = content.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            again.writestr(name, content)
    return stream.getvalue()


def test_the_complaints_are_heard() -> None:
    twice = p('<w:bookmarkStart w:id="1" w:name="a"/>') * 2 + "<w:p><w:r/><w:pPr/></w:p>" + tbl(tr(tc(tbl(tr("甲")))))
    found = " ".join(complaints(saved(twice + p('<w:hyperlink r:id="rId9"/>'))))
    for words in (
        "bookmark 1",
        "name a",
        "do not end",
        "pPr is not first",
        "end in a paragraph",
        "rId9 is tied to nothing",
    ):
        assert words in found


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_papers(kind: str) -> None:
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    papers = [paper for paper in issue(several(4), [], settings(), DAY).papers if paper.kind == kind]
    values = [stationery.values(paper.fields) for paper in papers] or [stationery.values({})]
    assert complaints(stationery.template(kind).render(values[0])) == []
    assert complaints(stationery.combiner(kind).combine(values * 3)) == []


@pytest.mark.parametrize("body", [*SAME.values(), *(body for body, _ in BETTER.values())], ids=[*SAME, *BETTER])
def test_papers_of_others(body: str) -> None:
    template = rendered(saved(body))
    assert complaints(template.render(FIELDS)) == []
    assert complaints(Combiner(template).combine([FIELDS] * 3)) == []


def test_a_template_with_everything_in_it() -> None:
    data = everything_at_once()
    template = PreparedTemplate(data, "x.docx", FIELDS)
    single = template.render(FIELDS)
    joined = Combiner(template).combine([{**FIELDS, "姓名": name} for name in ("王芳", "李强", "赵六")])
    for made, copies in ((single, 1), (joined, 3)):
        assert complaints(made) == []
        document = Document(BytesIO(made))
        assert len(document.sections) == 2 * copies
        assert len(document.inline_shapes) == copies * (2 + len(FIELDS["names"]))
        with zipfile.ZipFile(BytesIO(made)) as archive:
            assert archive.read("customXml/item1.xml") == b"<x>{{ x }}</x>"
            assert archive.read("word/media/image1.png") == PICTURE
