"""Many rendered documents in one print file, each a section of its own.

A section brings its own headers and page numbers from 1. Drawings, bookmarks, notes and lists get numbers of their own
in every copy, so that Word takes the file as sound and lists start again with each document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from posixpath import normpath

from lxml import etree

from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.lists import Lists
from fournets.writing.word.marks import Marks
from fournets.writing.word.names import Element, W
from fournets.writing.word.package import Deflater, deflated, packed
from fournets.writing.word.prepared import CONTENT_TYPES, XML_HEAD, Page, PreparedTemplate, content_types
from fournets.writing.word.sections import count_own_pages, end_in_paragraph, sections_of, start_afresh
from fournets.writing.word.tags import TOKEN, Tag, token

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
_RELATION = _RELATIONS.removesuffix("s")
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_NOTE = re.compile(r"<w:(footnote|endnote)(?: [^>]*)?>.*?</w:\1>", re.DOTALL)


class Combiner:
    """A prepared template made ready to be repeated; use it for as many print files as wanted."""

    def __init__(self, template: PreparedTemplate, *, odd_sides: bool = False) -> None:
        """`odd_sides`: every document starts on a fresh sheet, for printing on both sides."""
        self.template = template
        self.relations = Relations(template)
        self.lists = Lists(template.parts, self.relations.part_of("numbering"), self.relations.part_of("styles"))
        tags, trees = list(template.tags), {name: deepcopy(tree) for name, tree in template.trees.items()}
        self.notes = [name for name in trees if trees[name].tag in (W + "footnotes", W + "endnotes")]
        self.headers = [name for name in trees if _has_tags(trees[name]) and trees[name].tag in (W + "hdr", W + "ftr")]
        try:
            self._repeat(trees, tags, odd_sides=odd_sides)
            self.pages = {name: Page(name, tree, tags, None) for name, tree in trees.items()}
        except TemplateFault as fault:
            raise fault.named(template.name) from fault.__cause__

    def _repeat(self, trees: dict[str, Element], tags: list[Tag], *, odd_sides: bool) -> None:
        """Have everything that must differ from copy to copy ask for its own number."""

        def ask(expression: str) -> str:
            tags.append(Tag("{{", expression, "", "", "", "", flat=True))
            return token(len(tags) - 1)

        body = trees[self.template.main].find(W + "body")
        sections = sections_of(body)
        start_afresh(sections[0], odd_sides=odd_sides)
        if len(sections) == 1:
            count_own_pages(trees.values())
        for reference in [reference for section in sections for reference in section if reference.get(_R_ID)]:
            if self.relations.targets.get(reference.get(_R_ID)) in self.headers:
                reference.set(_R_ID, ask(f"_headers['{reference.get(_R_ID)}']"))
        self.lists.repeat(body, ask)
        for name in (self.template.main, *self.notes):
            _number_notes(trees[name], ask)
        end_in_paragraph(body, sections[-1], tags)

    def combine(self, documents: Iterable[Mapping[str, object]]) -> bytes:
        """One .docx of all documents in their order; raises `TemplateFault`, or ValueError when there is none."""
        try:
            return _PrintFile(self).of(documents)
        except TemplateFault as fault:
            raise fault.named(self.template.name) from fault.__cause__


class Relations:
    """What the template's main part is tied to."""

    def __init__(self, template: PreparedTemplate) -> None:
        """Reads the main part's relations."""
        self.folder, _, file = template.main.rpartition("/")
        self.name = f"{self.folder}/_rels/{file}.rels".lstrip("/")
        known = template.parts.get(self.name)
        self.root = etree.fromstring(known.content()) if known else etree.Element(_RELATIONS)
        self.targets = {node.get("Id"): self._part(node) for node in self.root.iter(_RELATION)}

    def _part(self, node: Element) -> str:
        target = str(node.get("Target"))
        return normpath(target if target.startswith("/") else f"/{self.folder}/{target}").lstrip("/")

    def part_of(self, kind: str) -> str:
        """The part that is the document's `numbering` or `styles`; empty if none."""
        found = (node for node in self.root.iter(_RELATION) if node.get("Type", "").endswith("/" + kind))
        return next((self._part(node) for node in found), "")

    def with_copies(self, copies: Mapping[str, tuple[str, str]]) -> bytes:
        """The relations with more parts: new id → (the id it is like, the part)."""
        root = deepcopy(self.root)
        like = {node.get("Id"): node for node in root.iter(_RELATION)}
        for number, (model, part) in copies.items():
            node = deepcopy(like[model])
            node.set("Id", number)
            node.set("Target", "/" + part)
            root.append(node)
        return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


class _PrintFile:
    """One print file in the making."""

    def __init__(self, combiner: Combiner) -> None:
        self._all = combiner
        self._main = combiner.template.main
        self._marks = Marks()
        self._texts: dict[tuple[str, str], str] = {}
        self._copies: dict[str, tuple[str, str]] = {}
        self._parts: dict[str, str] = {}
        self._notes: dict[str, list[str]] = {name: [] for name in combiner.notes}

    def of(self, documents: Iterable[Mapping[str, object]]) -> bytes:
        """The package of all these documents, each given by its values; ValueError for none."""
        self._all.lists.start_over()
        body = Deflater(self._main)
        front = held = back = ""
        first: Mapping[str, object] = {}
        for copy, fields in enumerate(documents):
            text = self._document(copy, fields)
            start, end = text.index(">", text.index("<w:body")) + 1, text.rindex("</w:body>")
            if copy == 0:
                first, front, back = fields, XML_HEAD + text[:start], text[end:]
            body.add((front if copy == 0 else held).encode())
            held = text[start:end]
        if not front:
            raise ValueError("no documents to combine")
        body.add((_ending_in_section(held) + back).encode())
        return self._packed(body, first)

    def _document(self, copy: int, fields: Mapping[str, object]) -> str:
        if copy:
            self._marks.next_copy()
        values = {**fields, "_mark": self._marks, "_lists": self._all.lists.of_copy(copy)}
        values["_headers"] = {
            number: self._header(number, part, self._all.pages[part].render(values))
            for number, part in self._all.relations.targets.items()
            if part in self._all.headers
        }
        for name in self._notes:
            notes = self._all.pages[name].render(values)
            self._notes[name] += (
                [notes] if copy == 0 else [m.group() for m in _NOTE.finditer(notes) if "w:type=" not in m.group()]
            )
        return self._all.pages[self._main].render(values)

    def _header(self, number: str, part: str, text: str) -> str:
        """The relation to a header with this text; the same text is the same part."""
        known = self._texts.get((part, text))
        if known is not None:
            return known
        if part not in self._parts:
            own, name = number, part
        else:
            stem, _, ending = part.rpartition(".")
            own, name = f"rIdCopy{len(self._copies)}", f"{stem}_{len(self._copies)}.{ending}"
            self._copies[own] = (number, name)
        self._parts[name] = text
        self._texts[part, text] = own
        return own

    def _packed(self, body: Deflater, first: Mapping[str, object]) -> bytes:
        template = self._all.template
        changed = {name: XML_HEAD + text for name, text in self._parts.items()}
        for name, notes in self._notes.items():
            end = notes[0].rindex("</w:")
            changed[name] = XML_HEAD + notes[0][:end] + "".join(notes[1:]) + notes[0][end:]
        for page in template.pages:
            if page.name not in changed and page.name != self._main:
                changed[page.name] = XML_HEAD + page.render({**first, "_mark": Marks()})
        entries = {**template.parts, **{name: deflated(name, text.encode()) for name, text in changed.items()}}
        for name, content in self._bookkeeping().items():
            entries[name] = deflated(name, content)
        entries[self._main] = body.entry()
        return packed(entries[name] for name in sorted(entries, key=lambda name: (name != CONTENT_TYPES, name)))

    def _bookkeeping(self) -> dict[str, bytes]:
        """Content types, relations and lists, where the copies changed them."""
        template, changed = self._all.template, {}
        numbering = self._all.lists.content()
        if numbering is not None:
            changed[self._all.lists.part] = numbering
        if self._copies:
            changed[self._all.relations.name] = self._all.relations.with_copies(self._copies)
            types = etree.fromstring(template.parts[CONTENT_TYPES].content())
            kinds = content_types(types, template.parts)
            for number, part in self._copies.values():
                model = self._all.relations.targets[number]
                etree.SubElement(types, _OVERRIDE, PartName="/" + part, ContentType=kinds[model])
                changed.update(_own_relations(template, model, part))
            changed[CONTENT_TYPES] = etree.tostring(types, encoding="UTF-8", standalone=True)
        return changed


def _own_relations(template: PreparedTemplate, model: str, part: str) -> dict[str, bytes]:
    def beside(name: str) -> str:
        folder, _, file = name.rpartition("/")
        return f"{folder}/_rels/{file}.rels"

    entry = template.parts.get(beside(model))
    return {beside(part): entry.content()} if entry else {}


def _has_tags(tree: Element) -> bool:
    return bool(TOKEN.search(etree.tostring(tree, encoding="unicode")))


def _number_notes(root: Element, ask: Callable[[str], str]) -> None:
    for name in ("footnote", "endnote", "footnoteReference", "endnoteReference"):
        for node in root.iter(W + name):
            if node.get(W + "type") is None:
                node.set(W + "id", ask(f"_mark.note({int(node.get(W + 'id'))})"))


def _ending_in_section(text: str) -> str:
    """The last document's section properties belong to the body, not to its last paragraph."""
    start = text.rindex("<w:sectPr")
    end = text.index("</w:sectPr>", start) + len("</w:sectPr>")
    return text[:start] + text[end:] + text[start:end]
