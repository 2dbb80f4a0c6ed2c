"""Sections of a Word document: where each ends, how it starts, in the order of children that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from fournets.writing.word.names import Element, W
from fournets.writing.word.tags import TOKEN, Tag

_BEFORE_TYPE = ("headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_NUMBERS = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")
_PAGES_OF_FILE = re.compile(r"\bNUMPAGES\b")


def child(parent: Element, name: str, before: Iterable[str]) -> Element:
    """A child element, made behind those named in `before` if there is none."""
    found = parent.find(W + name)
    if found is not None:
        return found
    earlier = {W + other for other in before}
    made = etree.Element(W + name)
    parent.insert(sum(other.tag in earlier for other in parent), made)
    return made


def sections_of(body: Element) -> list[Element]:
    """The section properties of a document in order; a last one is made if it has none."""
    if body.find(W + "sectPr") is None:
        etree.SubElement(body, W + "sectPr")
    return list(body.iter(W + "sectPr"))


def start_afresh(section: Element, *, odd_sides: bool) -> None:
    """The section starts on a new page (of a new sheet) and counts its pages from 1."""
    child(section, "type", _BEFORE_TYPE).set(W + "val", "oddPage" if odd_sides else "nextPage")
    child(section, "pgNumType", _BEFORE_NUMBERS).set(W + "start", "1")


def count_own_pages(roots: Iterable[Element]) -> None:
    """Have the number of pages in all mean those of the section, not of the whole print file."""
    for root in roots:
        for node in (*root.iter(W + "instrText"), *root.iter(W + "fldSimple")):
            if node.text:
                node.text = _PAGES_OF_FILE.sub("SECTIONPAGES", node.text)
            if node.get(W + "instr"):
                node.set(W + "instr", _PAGES_OF_FILE.sub("SECTIONPAGES", node.get(W + "instr")))


def end_in_paragraph(body: Element, section: Element, tags: list[Tag]) -> None:
    """Move the last section's properties into the last paragraph, where another section can follow.

    Where the document does not surely end in a paragraph (a table, a block of the template), one of no height is made.
    """
    body.remove(section)
    last = next((node for node in reversed(body) if node.tag in (W + "p", W + "tbl", W + "sdt")), None)
    if last is None or last.tag != W + "p" or last.find(f"{W}pPr/{W}sectPr") is not None or _in_block(last, body, tags):
        last = _flat_paragraph(body)
    child(last, "pPr", ()).append(section)


def _in_block(paragraph: Element, body: Element, tags: list[Tag]) -> bool:
    after = (paragraph.tail or "") + "".join(node.tail or "" for node in paragraph.itersiblings())
    before = (body.text or "") + "".join(
        str(etree.tostring(node, encoding="unicode")) for node in paragraph.itersiblings(preceding=True)
    )
    return bool(TOKEN.search(after)) or _open_blocks(before, tags) > 0


def _open_blocks(page: str, tags: list[Tag]) -> int:
    words = [tags[int(number)].keyword for number in TOKEN.findall(page)]
    return sum(word in ("if", "for") for word in words) - sum(word in ("endif", "endfor") for word in words)


def _flat_paragraph(body: Element) -> Element:
    paragraph = etree.SubElement(body, W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    spacing = etree.SubElement(properties, W + "spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(W + name, value)
    return paragraph
