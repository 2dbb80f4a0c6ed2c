"""Comments on cells of a sender's own sheet: beside those that are there, in both places where a workbook keeps them.

A comment's text lies in the comments part, its box in a VML drawing (ECMA-376 part 4, 8.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from lxml import etree

from fournets.writing.wording import SEVERITIES
from fournets.writing.workbooks.package import (
    COMMENTS_TYPE,
    CONTENT_TYPES,
    OFFICE,
    VML_TYPE,
    Element,
    WorkbookPackage,
    tag,
    written,
)

AUTHOR = "社区工作台"
BETWEEN = "\n————————\n"
_HEADED = "【{}】"
_OURS = tuple(map(_HEADED.format, SEVERITIES.values()))
"""What comments of ours begin with."""
FIRST_SHAPE = 40_961
"""Numbers of our boxes begin here, out of the way of the sender's own."""

_AFTER_LEGACY_DRAWING = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"),
)
_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="40"/>'
    "</o:shapelayout>"
)
_KIND = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
_END = re.compile(rb"</(?:\w+:)?xml>\s*$")


def add_comments(package: WorkbookPackage, path: str, sheet: Element, texts: Mapping[tuple[int, int], str]) -> None:
    """Comment on cells (row and column from 1) of the sheet whose part is `path` and whose tree is `sheet`."""
    comments, where = _comments_of(package, path)
    author = _author(comments)
    listed = comments.find(tag("commentList"))
    existing = {comment.get("ref"): comment for comment in listed}
    boxes: list[tuple[int, int, str]] = []
    for (row, column), text in sorted(texts.items()):
        reference = cell_name(row, column)
        if reference in existing:
            _append(existing[reference], BETWEEN + text)
        else:
            comment = etree.SubElement(listed, tag("comment"), {"ref": reference, "authorId": str(author)})
            etree.SubElement(comment, tag("text"))
            _append(comment, text)
            boxes.append((row, column, text))
    if where in package.parts:
        package.changed[where] = comments
    else:
        package.relate(path, "comments", where)
        package.add(where, written(comments), COMMENTS_TYPE)
    _draw(package, path, sheet, boxes)


def headed(severity: str, text: str) -> str:
    """What a comment of ours begins with, and says."""
    return _HEADED.format(severity) + text


def forget_comments(package: WorkbookPackage, path: str) -> None:
    """Take away what an earlier returned copy said in this sheet; spreadsheets that save it drop our name from it."""
    comments, where = _comments_of(package, path)
    if where not in package.parts:
        return
    authors = [author.text for author in comments.iter(tag("author"))]
    listed = comments.find(tag("commentList"))
    gone = set()
    for comment in list(listed):
        number = int(comment.get("authorId") or 0)
        said = "".join(run.text or "" for run in comment.iter(tag("t")))
        if said.startswith(_OURS) or (number < len(authors) and authors[number] == AUTHOR):
            listed.remove(comment)
            gone.add(comment.get("ref"))
        else:
            for run in comment.iter(tag("t")):
                run.text = (run.text or "").split(BETWEEN)[0] if BETWEEN in (run.text or "") else run.text

    _undraw(package, path, gone)


def _undraw(package: WorkbookPackage, path: str, gone: Set[str]) -> None:
    """The boxes of comments that are no more."""

    def kept(shape: re.Match[bytes]) -> bytes:
        row, column = (re.search(rb"<x:%s>(\d+)</x:%s>" % (name, name), shape[0]) for name in (b"Row", b"Column"))
        return b"" if row and column and cell_name(int(row[1]) + 1, int(column[1]) + 1) in gone else shape[0]

    for kind, target in package.relations(path):
        if kind.endswith("/vmlDrawing") and target in package.parts:
            package.added[target] = _BOX.sub(kept, package.content(target))


def cell_name(row: int, column: int) -> str:
    """B5 for row 5, column 2."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _comments_of(package: WorkbookPackage, path: str) -> tuple[Element, str]:
    for kind, target in package.relations(path):
        if kind.endswith("/comments") and target in package.parts:
            root = package.tree(target)
            for name in ("authors", "commentList"):
                if root.find(tag(name)) is None:
                    etree.SubElement(root, tag(name))
            return root, target
    root = etree.Element(tag("comments"), nsmap={None: tag("")[1:-1]})
    etree.SubElement(root, tag("authors"))
    etree.SubElement(root, tag("commentList"))
    return root, package.free_path("xl/comments_returned", ".xml")


def _author(comments: Element) -> int:
    authors = comments.find(tag("authors"))
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _append(comment: Element, text: str) -> None:
    run = etree.SubElement(comment.find(tag("text")), tag("r"))
    words = etree.SubElement(run, tag("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(package: WorkbookPackage, path: str, sheet: Element, boxes: list[tuple[int, int, str]]) -> None:
    """The boxes of new comments: appended to the sheet's drawing of comments, or in a new one."""
    shapes = "".join(_shape(FIRST_SHAPE + index, *box) for index, box in enumerate(boxes))
    for kind, target in package.relations(path):
        if kind.endswith("/vmlDrawing") and target in package.parts and sheet.find(tag("legacyDrawing")) is not None:
            old = package.added.get(target) or package.content(target)
            if end := _END.search(old):
                package.added[target] = old[: end.start()] + _self_contained(shapes).encode() + old[end.start() :]
                return
    where = package.free_path("xl/drawings/vmlDrawing_returned", ".vml")
    package.added[where] = f"{_HEAD}{_KIND}{shapes}</xml>".encode()
    _declare_vml(package)
    element = etree.Element(tag("legacyDrawing"), {f"{{{OFFICE}}}id": package.relate(path, "vmlDrawing", where)})
    old_element = sheet.find(tag("legacyDrawing"))
    if old_element is not None:
        sheet.replace(old_element, element)
        return
    later = [child for child in sheet if etree.QName(child).localname in _AFTER_LEGACY_DRAWING]
    if later:
        later[0].addprevious(element)
    else:
        sheet.append(element)


def _self_contained(shapes: str) -> str:
    """Shapes that bring their own names of spaces, whatever the drawing around them calls them."""
    spaces = re.search(r"<xml ([^>]*)>", _HEAD)
    names = spaces[1] if spaces else ""
    return shapes.replace("<v:shape ", f"<v:shape {names} ")


def _declare_vml(package: WorkbookPackage) -> None:
    types = package.tree("[Content_Types].xml")
    name = f"{{{CONTENT_TYPES}}}Default"
    if not any(default.get("Extension", "").lower() == "vml" for default in types.iter(name)):
        types.insert(0, etree.Element(name, {"Extension": "vml", "ContentType": VML_TYPE}))


def _shape(number: int, row: int, column: int, text: str) -> str:
    lines = 2 + sum(1 + len(line) // 18 for line in text.split("\n"))
    anchor = f"{column}, 12, {max(row - 2, 0)}, 4, {column + 4}, 20, {max(row - 2, 0) + lines}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" '
        f'style="position:absolute;margin-left:80pt;width:220pt;height:{lines * 15}pt;visibility:hidden">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row>"
        f"<x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
