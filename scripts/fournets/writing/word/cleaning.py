"""What Word leaves in a file that has no place on paper: marks of checking, editing and remarks."""

from __future__ import annotations

import re

from lxml import etree

from fournets.writing.word.names import Element, W
from fournets.writing.word.structure import drop

_NOISE = (
    *("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"),
    *("commentRangeStart", "commentRangeEnd", "commentReference"),
    *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
    *("tblGridChange", "numberingChange"),
)
_WRAPPERS = ("ins", "moveTo", "smartTag")
_WORD_2012 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TIES = (W + "dataBinding", _WORD_2012 + "dataBinding", W + "showingPlcHdr", W + "placeholder", W + "id")
_LOOSE = re.compile(r"\}(rsid\w*|paraId|textId)$")


def clean(root: Element) -> None:
    """Accept tracked changes; drop remarks, spelling marks, editing sessions' ids and white space between elements.

    Content controls stay, but not what ties them to data elsewhere: Word would put that back over what we fill in.
    """
    for row in list(root.iter(W + "tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            drop(row)
    for name in _NOISE:
        for node in list(root.iter(W + name)):
            drop(node)
    for name in _WRAPPERS:
        for node in list(root.iter(W + name)):
            _unwrap(node)
    for properties in root.iter(W + "sdtPr"):
        for node in [child for child in properties if child.tag in _TIES]:
            drop(node)
    for mark in list(root.iter(W + "bookmarkStart")):
        if mark.get(W + "name") == "_GoBack":
            _drop_bookmark(root, mark)
    for node in root.iter(etree.Element):
        _tidy(node)


def _unwrap(node: Element) -> None:
    for child in list(node):
        node.addprevious(child)
    drop(node)


def _drop_bookmark(root: Element, mark: Element) -> None:
    for end in list(root.iter(W + "bookmarkEnd")):
        if end.get(W + "id") == mark.get(W + "id"):
            drop(end)
    drop(mark)


def _tidy(node: Element) -> None:
    for name in [name for name in node.attrib if _LOOSE.search(name)]:
        del node.attrib[name]
    if len(node) and node.text and not node.text.strip():
        node.text = None
    if node.tail and not node.tail.strip():
        node.tail = None
