"""Small Word templates drawn from lists of text, and Word files read back as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, each a text or the runs of one paragraph."""

    rows: Sequence[Sequence[object]]


@dataclass(frozen=True)
class Head:
    """The text of the page's header."""

    text: object


@dataclass(frozen=True)
class Foot:
    """The text of the page's footer."""

    text: object


@dataclass(frozen=True)
class Box:
    """A paragraph that holds a text box with these paragraphs."""

    paragraphs: Sequence[str]


@dataclass(frozen=True)
class Raw:
    """A piece of the body's XML as it is."""

    xml: str


def drawn(*parts: object, title: str = "") -> bytes:
    """A .docx of these parts: a text is a paragraph of one run, a list of texts one of several runs."""
    document = Document()
    document.core_properties.title = title
    for part in parts:
        if isinstance(part, Grid):
            _table(document, part)
        elif isinstance(part, Head):
            _runs(document.sections[0].header.paragraphs[0], part.text)
        elif isinstance(part, Foot):
            _runs(document.sections[0].footer.paragraphs[0], part.text)
        elif isinstance(part, Box):
            document.add_paragraph().add_run()._r.append(_box(part))
        elif isinstance(part, Raw):
            document.element.body.insert(len(document.element.body) - 1, parse_xml(part.xml))
        else:
            _runs(document.add_paragraph(), part)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), max(len(row) for row in grid.rows))
    for number, row in enumerate(grid.rows):
        for place, text in enumerate(row):
            _runs(table.cell(number, place).paragraphs[0], text)


def _runs(paragraph, text: object) -> None:
    for number, piece in enumerate([text] if isinstance(text, str) else list(text)):
        paragraph.add_run(piece).bold = True if number % 2 else None


def _box(box: Box):
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in box.paragraphs)
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    picture = OxmlElement("w:pict")
    picture.append(parse_xml(f'<v:shape {NAMESPACES} style="width:200pt"><v:textbox>{content}</v:textbox></v:shape>'))
    return picture


def read_back(data: bytes) -> dict[str, object]:
    """What stands in a .docx: body, header and footer as nested lists of text."""
    document = Document(BytesIO(data))
    section = document.sections[0]
    return {
        "body": list(_blocks(document.element.body)),
        "header": list(_blocks(section.header._element)),
        "footer": list(_blocks(section.footer._element)),
        "title": document.core_properties.title,
    }


def body_text(data: bytes) -> list[object]:
    """The body alone."""
    return read_back(data)["body"]


def _blocks(parent) -> Iterator[object]:
    for node in parent:
        if node.tag == W + "p":
            yield _line(node)
            for box in node.iter(W + "txbxContent"):
                yield {"box": list(_blocks(box))}
        elif node.tag == W + "tbl":
            yield [[_cell(cell) for cell in row.findall(W + "tc")] for row in node.findall(W + "tr")]
        elif node.tag in (W + "sdt", W + "sdtContent"):
            yield from _blocks(node)


def _cell(cell) -> tuple[object, ...]:
    found = {}
    for name, attribute in (("gridSpan", "val"), ("vMerge", "val"), ("shd", "fill")):
        node = cell.find(f"{W}tcPr/{W}{name}")
        if node is not None:
            found[name] = node.get(W + attribute)
    return (*_blocks(cell), *sorted(found.items()))


def _line(paragraph) -> str:
    marks = {W + "tab": "\t", W + "br": "\n"}
    pieces = []
    for node in paragraph.iter(W + "t", *marks):
        above = node.getparent()
        if node.tag == W + "tab" and above.tag == W + "tabs":
            continue
        while above.tag != W + "p":
            above = above.getparent()
        if above is paragraph:
            pieces.append(marks.get(node.tag) or node.text or "")
    return "".join(pieces)


def part(data: bytes, name: str):
    """The tree of one part."""
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))
