"""What can only be put right in a rendered part: empty tables and cells, columns that a loop made, new paragraphs."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.names import Element, W
from fournets.writing.word.page_source import Source
from fournets.writing.word.tags import Tag

_CELL_STATEMENTS = ("vm", "hm", "colspan")
_TAG_IN_LOOKS = ("tc", "tr", "p")


class Settling:
    """Knows from a part's tags what its renderings may need; most need nothing."""

    def __init__(self, source: Source) -> None:
        """`source` is the part's template text."""
        self._columns = any(tag.whole == "tc" or _shapes_cells(tag) for tag in source.lines)
        self._emptied = any(tag.whole in _TAG_IN_LOOKS for tag in source.lines)
        self._check = source.free

    def settle(self, text: str) -> str:
        """The part's XML as Word and LibreOffice want it."""
        new_paragraphs = "\x07" in text or "\x0c" in text
        if not (self._columns or self._emptied or self._check or new_paragraphs):
            return text
        if new_paragraphs:
            text = _split_paragraphs(text)
        try:
            root = etree.fromstring(text.encode())
        except etree.XMLSyntaxError as cause:
            raise TemplateFault("里用 set、macro 等拼出的内容放错了地方，请简化后再试") from cause
        _drop_empty_tables(root)
        _fill_empty_cells(root)
        if self._columns:
            _count_columns(root)
        return str(etree.tostring(root, encoding="unicode"))


def _shapes_cells(tag: Tag) -> bool:
    return any(f"{{% {word}" in tag.written or f"{{%{word}" in tag.written for word in _CELL_STATEMENTS)


def _split_paragraphs(text: str) -> str:
    """A bell in a value begins a new paragraph of the same look, a form feed a new page before it."""
    return re.sub(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", _split_paragraph, text, flags=re.DOTALL)


def _split_paragraph(match: re.Match[str]) -> str:
    paragraph = match.group()
    if "\x07" not in paragraph and "\x0c" not in paragraph:
        return paragraph
    found = re.search(r"<w:pPr>.*?</w:pPr>", paragraph, re.DOTALL)
    look = re.sub(r"<w:sectPr.*?</w:sectPr>", "", found.group(), flags=re.DOTALL) if found else ""

    def split_run(run: re.Match[str]) -> str:
        """A run with its marks made the ends of paragraphs; what follows keeps the run's look."""
        own = re.search(r"<w:rPr>.*?</w:rPr>", run.group(), re.DOTALL)
        again = f'<w:p>{look}<w:r>{own.group() if own else ""}<w:t xml:space="preserve">'
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        end = "</w:t></w:r></w:p>"
        return run.group().replace("\x07", end + again).replace("\x0c", end + page + again)

    return re.sub(r"<w:r(?: [^>]*)?>.*?</w:r>", split_run, paragraph, flags=re.DOTALL)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(W + "tr")):
        if row.find(W + "tc") is None and row.find(W + "sdt") is None:
            row.getparent().remove(row)
    for table in list(root.iter(W + "tbl")):
        if next(table.iter(W + "tr"), None) is None:
            table.getparent().remove(table)


def _fill_empty_cells(root: Element) -> None:
    """A cell, header, footer or text box must end in a paragraph."""
    for name in ("tc", "hdr", "ftr", "txbxContent"):
        for box in root.iter(W + name):
            content = [child for child in box if child.tag in (W + "p", W + "tbl", W + "sdt")]
            if not content or (name == "tc" and content[-1].tag == W + "tbl"):
                box.append(etree.Element(W + "p"))


def _count_columns(root: Element) -> None:
    """Make a table's grid as wide as its widest row; the table keeps its width."""
    for table in root.iter(W + "tbl"):
        grid = table.find(W + "tblGrid")
        widest = max((sum(_span(cell) for cell in row.findall(W + "tc")) for row in table.findall(W + "tr")), default=0)
        if grid is None or not widest or len(grid) == widest:
            continue
        total = sum(int(float(column.get(W + "w") or 0)) for column in grid)
        for column in list(grid)[1:]:
            grid.remove(column)
        grid[0].set(W + "w", str(total // widest))
        for _ in range(widest - 1):
            grid.append(deepcopy(grid[0]))


def _span(cell: Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(found.get(W + "val") or 1) if found is not None else 1
