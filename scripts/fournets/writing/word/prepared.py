"""A Word template, prepared once and rendered thousands of times.

Preparing finds every tag, checks names and blocks, and keeps the parts that never change as the compressed bytes they
came in. Rendering fills in one document's values and compresses only the parts that have tags.
"""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateError
from lxml import etree

from fournets.writing.word.cleaning import clean
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.marks import Marks, number_marks
from fournets.writing.word.names import Element, W
from fournets.writing.word.package import Entry, Packer, deflated, unpacked
from fournets.writing.word.page_source import Source, guarded_names, parsed, source_of, unknown_name
from fournets.writing.word.settling import Settling
from fournets.writing.word.structure import shape
from fournets.writing.word.tags import Tag
from fournets.writing.word.template_language import environment

CONTENT_TYPES = "[Content_Types].xml"
_TYPE_PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PLACES = {
    "document.main+xml": "正文",
    "template.main+xml": "正文",
    "header+xml": "页眉",
    "footer+xml": "页脚",
    "footnotes+xml": "脚注",
    "endnotes+xml": "尾注",
}
_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RENDERING = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)

ENVIRONMENT = environment()


class Page:
    """One part of a template: its text with tags, compiled."""

    def __init__(self, name: str, root: Element, tags: list[Tag], known: Collection[str] | None) -> None:
        """`known` are the names that documents of this kind have; None leaves names to the rendering."""
        self.name = name
        self.source: Source = source_of(root, tags)
        tree, names = parsed(self.source, ENVIRONMENT)
        self.names = names - set(ENVIRONMENT.globals) - {"_mark"}
        unknown = self.names - guarded_names(tree) - set(known if known is not None else self.names)
        if unknown:
            raise unknown_name(self.source, tree, unknown, known or ())
        self._template: Template = ENVIRONMENT.from_string(tree)
        self._settling = Settling(self.source)

    def render(self, fields: Mapping[str, object]) -> str:
        """The part's XML, without the XML declaration; raises `TemplateFault` naming the tag."""
        try:
            text = self._template.render(fields)
        except _RENDERING as cause:
            raise self._fault(cause) from cause
        return self._settling.settle(text)

    def _fault(self, cause: Exception) -> TemplateFault:
        lines = [frame.lineno for frame in traceback.extract_tb(cause.__traceback__) if frame.filename == "<template>"]
        tag = self.source.tag_at(lines[-1] if lines else None)
        problem = "算不出来，可能是有一项没有值，或者用错了格式，请检查"
        return tag.fault(problem) if tag else TemplateFault(problem)


class PreparedTemplate:
    """A template ready to be filled in. `names` are all the names that it asks for."""

    def __init__(self, data: bytes, name: str, known: Collection[str] | None = None) -> None:
        """`data` is the .docx; `name` is what messages call it. Raises `TemplateFault` for anything to be put right."""
        self.name = name
        try:
            self._prepare(data, known)
        except TemplateFault as fault:
            raise fault.named(name) from fault.__cause__

    def _prepare(self, data: bytes, known: Collection[str] | None) -> None:
        self.parts = unpacked(data)
        self.tags: list[Tag] = []
        self.trees: dict[str, Element] = {}
        self.known = known
        for name, place in self._places().items():
            tree = _tree(self.parts[name], place)
            clean(tree)
            shape(tree, place, self.tags)
            number_marks(tree, self.tags)
            self.trees[name] = tree
        self.pages = [Page(name, tree, self.tags, known) for name, tree in self.trees.items()]
        self.names = frozenset().union(*(page.names for page in self.pages))
        fixed = [page for page in self.pages if not page.source.lines and page.name != self.main]
        for page in fixed:
            if b"{" in self.parts[page.name].content():
                text = XML_HEAD + page.render({"_mark": Marks()})
                self.parts[page.name] = deflated(page.name, text.encode())
        self.pages = [page for page in self.pages if page not in fixed]
        changing = {page.name for page in self.pages}
        self._packer = Packer(entry for name, entry in _ordered(self.parts) if name not in changing)

    def _places(self) -> dict[str, str]:
        """The parts that may hold tags, and what people call them; finds the main part on the way."""
        types = _tree(self.parts[CONTENT_TYPES], "文件目录")
        places = {}
        self.main, start = "", _start_part(self.parts)
        for name, kind in content_types(types, self.parts).items():
            place = place_of(kind)
            if place and (place != "正文" or name == start):
                places[name] = place
            if place == "正文" and name == start:
                self.main = name
        if self.main not in self.parts:
            raise TemplateFault("不是 Word 文档，请在 Word 里另存为 .docx 后放回原处")
        return places

    def render(self, fields: Mapping[str, object]) -> bytes:
        """One document as a .docx: the same fields give the same bytes."""
        values = {**fields, "_mark": Marks()}
        try:
            changed = [deflated(page.name, (XML_HEAD + page.render(values)).encode()) for page in self.pages]
        except TemplateFault as fault:
            raise fault.named(self.name) from fault.__cause__
        return self._packer.pack(changed)


@lru_cache(maxsize=32)
def prepared(data: bytes, name: str, known: frozenset[str]) -> PreparedTemplate:
    """The template ready to be filled in, made once: the trial before a run and the run itself use the same."""
    return PreparedTemplate(data, name, known)


def place_of(kind: str) -> str:
    """What people call a part of this content type; empty for one that holds no text of the page."""
    return "文件属性" if kind == _PROPERTIES else _PLACES.get(kind.removeprefix(_TYPE_PREFIX), "")


def _start_part(parts: Mapping[str, Entry]) -> str:
    """The part that Word opens first."""
    relations = _tree(parts["_rels/.rels"], "文件目录") if "_rels/.rels" in parts else ()
    found = (node.get("Target", "") for node in relations if node.get("Type", "").endswith("/officeDocument"))
    return next(found, "").lstrip("/")


def content_types(types: Element, names: Iterable[str]) -> dict[str, str]:
    """What each part of the package is: said of the part itself, else of all parts with its ending."""
    own = {node.get("PartName", "").lstrip("/"): node.get("ContentType", "") for node in types.iter("{*}Override")}
    common = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in types.iter("{*}Default")}
    return {name: own.get(name) or common.get(name.rpartition(".")[2].lower(), "") for name in names}


def _ordered(parts: Mapping[str, Entry]) -> list[tuple[str, Entry]]:
    return sorted(parts.items(), key=lambda item: (item[0] != CONTENT_TYPES, item[0]))


def _tree(entry: Entry, place: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root: Any = etree.fromstring(entry.content(), parser)
    except etree.XMLSyntaxError as cause:
        raise TemplateFault(f"的{place}已损坏，请在 Word 里打开后重新保存") from cause
    if place == "正文" and root.tag != W + "document":
        raise TemplateFault("存成了少见的 Word 格式（严格 Open XML），请在 Word 里另存为普通 .docx")
    return root
