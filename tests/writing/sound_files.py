"""What Word insists on in a .docx, as complaints: parts and their ties, numbers that differ, the order of children.

The orders are those of the schema (ECMA-376 part 1, annex A); where they are broken, Word offers to repair the file.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from tests.writing.word_pages import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
}
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tbl": "tblPr"}
TEXTS = {"t", "instrText", "delText", "delInstrText"}
HOLDS = {
    "p": {
        "pPr",
        "r",
        "hyperlink",
        "fldSimple",
        "sdt",
        "bookmarkStart",
        "bookmarkEnd",
        "customXml",
        "dir",
        "bdo",
        "subDoc",
        "commentRangeStart",
        "commentRangeEnd",
    },
    "tr": {"tblPrEx", "trPr", "tc", "sdt", "customXml", "bookmarkStart", "bookmarkEnd"},
    "tbl": {"tblPr", "tblGrid", "tr", "sdt", "customXml", "bookmarkStart", "bookmarkEnd"},
    "tc": {"tcPr", "p", "tbl", "sdt", "customXml", "bookmarkStart", "bookmarkEnd"},
    "body": {"p", "tbl", "sdt", "sectPr", "customXml", "bookmarkStart", "bookmarkEnd"},
}
"""What may stand in an element beside what is of other namespaces."""


def complaints(data: bytes) -> list[str]:
    """Everything that Word would not like; empty for a sound file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        broken = archive.testzip()
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{broken} is damaged"] if broken else []
    found += [f"{name} is there {count} times" for name, count in Counter(names).items() if count > 1]
    trees = {name: etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    found += _untyped(trees["[Content_Types].xml"], parts)
    for name, tree in trees.items():
        if name.endswith(".rels"):
            found += _loose_ends(name, tree, parts)
        elif tree.tag.startswith(W):
            found += [f"{name}: {what}" for what in (*_order(tree), *_numbers(tree), *_places(tree))]
            found += _untied(name, tree, trees)
    return [*found, *_references(trees)]


def _untyped(types: Any, parts: Iterable[str]) -> Iterator[str]:
    own = [node.get("PartName") for node in types.iter("{*}Override")]
    endings = {node.get("Extension").lower() for node in types.iter("{*}Default")}
    yield from (f"{name} has its type twice" for name, count in Counter(own).items() if count > 1)
    yield from (f"{name} has a type and is not there" for name in own if name.lstrip("/") not in parts)
    for name in parts:
        known = f"/{name}" in own or name.rpartition(".")[2].lower() in endings
        if not known and name != "[Content_Types].xml":
            yield f"{name} has no type"


def _loose_ends(name: str, tree: Any, parts: Iterable[str]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    numbers = Counter(node.get("Id") for node in tree)
    yield from (f"{name}: {number} is there {count} times" for number, count in numbers.items() if count > 1)
    for node in tree:
        target = posixpath.normpath(posixpath.join("/", folder, node.get("Target"))).lstrip("/")
        if node.get("TargetMode") != "External" and target not in parts:
            yield f"{name}: {target} is not there"


def _untied(name: str, tree: Any, trees: dict[str, Any]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    relations = trees.get(f"{folder}/_rels/{file}.rels")
    known = {node.get("Id") for node in relations} if relations is not None else set()
    for node in tree.iter(etree.Element):
        for attribute, value in node.attrib.items():
            if attribute.startswith(R) and value and value not in known:
                yield f"{name}: {value} is tied to nothing"


def _order(tree: Any) -> Iterator[str]:
    for kind, order in ORDERS.items():
        places = {W + name: place for place, name in enumerate(order.replace("footerReference", "").split())}
        places[W + "footerReference"] = places.get(W + "headerReference", 0)
        for node in tree.iter(W + kind):
            found = [places[child.tag] for child in node if child.tag in places]
            if found != sorted(found):
                yield f"children of {kind} out of order: {[child.tag.rpartition('}')[2] for child in node]}"
            once = Counter(child.tag for child in node if not child.tag.endswith("Reference"))
            yield from (f"{tag} twice in {kind}" for tag, count in once.items() if count > 1)
    for kind, first in FIRST.items():
        for node in tree.iter(W + kind):
            at = [place for place, child in enumerate(node) if child.tag == W + first]
            if at not in ([], [0]):
                yield f"{first} is not first in {kind}"


def _places(tree: Any) -> Iterator[str]:
    for kind, held in HOLDS.items():
        for node in tree.iter(W + kind):
            for child in node:
                name = child.tag.rpartition("}")[2]
                if child.tag.startswith(W) and name not in held:
                    yield f"{name} in {kind}"
    for node in tree.iter(etree.Element):
        loose = (node.text or "").strip() and node.tag.startswith(W) and node.tag.rpartition("}")[2] not in TEXTS
        if loose or (node.tail or "").strip():
            yield f"loose text at {node.tag}: {(node.text or node.tail)!r}"
    for body in tree.iter(W + "body"):
        if len(body) == 0 or body[-1].tag != W + "sectPr" or sum(child.tag == W + "sectPr" for child in body) > 1:
            yield "the section's properties are not last in the body"
    for cell in tree.iter(W + "tc"):
        if len(cell) == 0 or cell[-1].tag not in (W + "p", W + "sdt"):
            yield "a cell does not end in a paragraph"
    for table in tree.iter(W + "tbl"):
        if [child.tag for child in table[:2]] != [W + "tblPr", W + "tblGrid"] or next(
            table.iter(W + "tr"), None
        ) is None:
            yield "a table without properties, columns or rows"
    depth = Counter(node.get(W + "fldCharType") for node in tree.iter(W + "fldChar"))
    if depth["begin"] != depth["end"]:
        yield f"fields begin {depth['begin']} times and end {depth['end']} times"


def _numbers(tree: Any) -> Iterator[str]:
    starts = list(tree.iter(W + "bookmarkStart"))
    ends = Counter(node.get(W + "id") for node in tree.iter(W + "bookmarkEnd"))
    numbers = Counter(node.get(W + "id") for node in starts)
    groups = {
        "drawing": [node.get("id") for node in tree.iter(DRAWING)],
        "bookmark": [node.get(W + "id") for node in starts],
        "bookmark's name": [node.get(W + "name") for node in starts],
        "control": [node.get(W + "val") for node in tree.iter(W + "id") if node.getparent().tag == W + "sdtPr"],
        "note": [node.get(W + "id") for node in tree.iter(W + "footnote", W + "endnote")],
        "list": [node.get(W + "numId") for node in tree.iter(W + "num")],
    }
    for what, values in groups.items():
        yield from (f"{what} {value} is there {count} times" for value, count in Counter(values).items() if count > 1)
    if numbers != ends:
        yield f"bookmarks begin and do not end, or end only: {numbers - ends}, {ends - numbers}"
    yield from (
        f"bad number {node.get('id')!r}" for node in tree.iter(DRAWING) if not re.fullmatch(r"[1-9]\d*", node.get("id"))
    )


def _references(trees: dict[str, Any]) -> Iterator[str]:
    for kind, part, attribute in (
        ("footnote", "footnotes", "id"),
        ("endnote", "endnotes", "id"),
        ("num", "numbering", "numId"),
    ):
        known = {
            node.get(W + attribute)
            for name, tree in trees.items()
            if name.endswith(f"/{part}.xml")
            for node in tree.iter(W + kind)
        }
        asked = (W + f"{kind}Reference", "id") if kind != "num" else (W + "numId", "val")
        for name, tree in trees.items():
            for node in tree.iter(asked[0]):
                value = node.get(W + asked[1])
                if value not in known and not (kind == "num" and value == "0"):
                    yield f"{name}: {kind} {value} is not there"
