"""A copy of a template in which a Word comment stands at what has to be put right."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.names import Element, W, nearest
from fournets.writing.word.package import Entry, replaced, unpacked
from fournets.writing.word.prepared import content_types, place_of
from fournets.writing.word.running_text import RunningText
from fournets.writing.word.sections import child
from fournets.writing.word.tags import line_around

_TYPES = "[Content_Types].xml"
_MAIN = ("document.main+xml", "template.main+xml")
_WORD = W[1:-1]
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_BODY = "正文"
_BEFORE_HIGHLIGHT = (
    *(
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
    ),
    *(
        "imprint",
        "noProof",
        "snapToGrid",
        "vanish",
        "webHidden",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
    ),
)
_AUTHOR, _INITIALS = "模板检查", "检"


def marked_copy(template: bytes, fault: TemplateFault) -> bytes | None:
    """The template with the fault's sentence as a comment; None when it is no Word document that can be opened.

    The comment stands at the tag. Word has no comments in headers, footers, notes and text boxes: there the tag itself
    is marked in yellow, and the comment stands at the head of the page, at the note's number, or at the box.
    """
    try:
        parts = unpacked(template)
        types = _tree(parts[_TYPES])
        kinds = content_types(types, parts)
        main = next(name for name, kind in kinds.items() if kind.endswith(_MAIN))
        page = _tree(parts[main])
        body = page.find(W + "body")
        if body is None:
            return None
        comments = _Comments(parts, main, types)
        places = {name: place_of(kind) for name, kind in kinds.items()}
        beside = {name: _tree(parts[name]) for name in parts if places[name] == fault.place not in ("", _BODY)}
        _anchor(body, _spot(body, beside, fault), comments.add(str(fault)))
    except (TemplateFault, StopIteration, KeyError, etree.XMLSyntaxError):
        return None
    pages = {name: _written(tree) for name, tree in ({main: page} | beside).items()}
    return replaced(parts, {**pages, **comments.changed()})


class _Comments:
    """The comments of a document, with those that its writers have left in it."""

    def __init__(self, parts: dict[str, Entry], main: str, types: Element) -> None:
        folder, _, file = main.rpartition("/")
        self._types, self._relations_name = types, f"{folder}/_rels/{file}.rels".lstrip("/")
        relations = parts.get(self._relations_name)
        self._relations = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships")
        if relations is not None:
            self._relations = _tree(relations)
        known = [node for node in self._relations if node.get("Type") == _COMMENTS]
        if known:
            target = str(known[0].get("Target"))
            self._name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            self._root = _tree(parts[self._name])
        else:
            self._name = f"{folder}/comments-of-check.xml".lstrip("/")
            self._root = etree.Element(W + "comments", nsmap={"w": _WORD})
            self._tie_in()

    def _tie_in(self) -> None:
        relation = etree.SubElement(self._relations, f"{{{_PACKAGE}/relationships}}Relationship")
        for name, value in (("Id", "rIdOfCheck"), ("Type", _COMMENTS), ("Target", f"/{self._name}")):
            relation.set(name, value)
        kind = etree.SubElement(self._types, f"{{{_PACKAGE}/content-types}}Override")
        kind.set("PartName", f"/{self._name}")
        kind.set("ContentType", _COMMENTS_TYPE)

    def add(self, sentence: str) -> str:
        """A comment of this text; gives its number."""
        numbers = [int(node.get(W + "id", "0")) for node in self._root]
        comment = etree.SubElement(self._root, W + "comment")
        number = str(max(numbers, default=-1) + 1)
        for name, value in (("id", number), ("author", _AUTHOR), ("initials", _INITIALS)):
            comment.set(W + name, value)
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = sentence
        return number

    def changed(self) -> dict[str, bytes]:
        """The parts that are no longer as they were."""
        return {
            self._name: _written(self._root),
            self._relations_name: _written(self._relations),
            _TYPES: _written(self._types),
        }


def _spot(body: Element, beside: Mapping[str, Element], fault: TemplateFault) -> tuple[Element, Element] | None:
    """The first and last run of the body to be commented on; what cannot be commented on is marked in yellow there."""
    for root in (body,) if fault.place == _BODY else beside.values():
        if fault.tag and (found := _texts_of(root, fault)):
            first, last = (_outermost_run(node) for node in (found[0], found[-1]))
            if root is body and first is found[0].getparent():
                return first, last
            for node in found:
                _mark_in_yellow(node.getparent())
            return (first, last) if root is body else _number_of_note(body, first)
    return None


def _number_of_note(body: Element, run: Element) -> tuple[Element, Element] | None:
    """The run of the body where the note's number stands; None when the run is in no note."""
    for kind in ("footnote", "endnote"):
        note = nearest(run, kind)
        for reference in body.iter(W + f"{kind}Reference") if note is not None else ():
            if reference.get(W + "id") == note.get(W + "id"):
                return reference.getparent(), reference.getparent()
    return None


def _mark_in_yellow(run: Element) -> None:
    look = run.find(W + "rPr")
    if look is None:
        look = etree.Element(W + "rPr")
        run.insert(0, look)
    child(look, "highlight", _BEFORE_HIGHLIGHT).set(W + "val", "yellow")


def _anchor(body: Element, spot: tuple[Element, Element] | None, number: str) -> None:
    """Put the comment's range around these runs, else into the first paragraph."""
    if spot is None:
        paragraph = next(body.iter(W + "p"), None)
        if paragraph is None:
            paragraph = etree.Element(W + "p")
            body.insert(0, paragraph)
        paragraph.extend([_mark("commentRangeStart", number), _mark("commentRangeEnd", number), _reference(number)])
        return
    first, last = spot
    first.addprevious(_mark("commentRangeStart", number))
    last.addnext(_reference(number))
    last.addnext(_mark("commentRangeEnd", number))


def _texts_of(root: Element, fault: TemplateFault) -> list[Element]:
    """The `w:t` that hold the tag; of several like it, those in the line that the fault names."""
    running = RunningText(root)
    text, starts = running.text.replace("\n", " "), []
    at = text.find(fault.tag)
    while at >= 0:
        starts.append(at)
        at = text.find(fault.tag, at + 1)
    if not starts:
        return []
    start = next((place for place in starts if line_around(running.text, place) == fault.around), starts[0])
    return running.nodes_between(start, start + len(fault.tag) - 1)


def _outermost_run(node: Element) -> Element:
    """The run that stands in the page itself, not in a text box."""
    *_, outermost = node.iterancestors(W + "r")
    return outermost


def _mark(name: str, number: str) -> Element:
    node = etree.Element(W + name)
    node.set(W + "id", number)
    return node


def _reference(number: str) -> Element:
    run = etree.Element(W + "r")
    run.append(_mark("commentReference", number))
    return run


def _tree(entry: Entry) -> Element:
    return etree.fromstring(entry.content(), etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))
