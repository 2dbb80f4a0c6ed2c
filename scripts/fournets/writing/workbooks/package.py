"""An .xlsx as its parts: which sheet lies where, how parts point to each other, changed without touching the rest.

Parts that nobody changes stay the compressed bytes that they came in, so a sender's own look survives whole and
hundreds of workbooks take seconds. (ECMA-376 part 1, 8–12: packaging, SpreadsheetML, relationships.)
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.package import Entry, replaced, unpacked

Element = Any
"""An lxml element; lxml comes without types."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
MOST_BYTES = 200_000_000
"""A part that unpacks to more is not edited in place."""


class CannotEdit(Exception):
    """The file is no workbook that can be changed in place: it is to be written anew from its cells."""


def tag(name: str) -> str:
    """A SpreadsheetML element's full name."""
    return f"{{{MAIN}}}{name}"


def parsed(content: bytes) -> Element:
    """A part as a tree; raises `CannotEdit`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as cause:
        raise CannotEdit(str(cause)) from cause


def written(root: Element) -> bytes:
    """A tree as a part."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


@dataclass(slots=True)
class WorkbookPackage:
    """A workbook's parts. `changed` are trees that are written back, `added` new parts, `dropped` parts that go."""

    parts: dict[str, Entry]
    workbook_path: str
    changed: dict[str, Element] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    @classmethod
    def opened(cls, data: bytes) -> WorkbookPackage:
        """The parts of an .xlsx or .xlsm; raises `CannotEdit` for anything else."""
        try:
            parts = unpacked(data)
        except TemplateFault as cause:
            raise CannotEdit(str(cause)) from cause
        package = cls(parts, "")
        package.workbook_path = next(
            (path for kind, path in package.relations("") if kind.endswith("/officeDocument")), ""
        )
        if package.workbook_path not in parts or package.tree(package.workbook_path).tag != tag("workbook"):
            raise CannotEdit("no workbook of the transitional kind")
        return package

    def tree(self, path: str) -> Element:
        """A part's tree, to be changed in place; raises `CannotEdit` when it is not there or damaged."""
        if path not in self.changed:
            self.changed[path] = parsed(self.content(path))
        return self.changed[path]

    def content(self, path: str) -> bytes:
        """A part's bytes as they came; raises `CannotEdit`."""
        entry = self.parts.get(path)
        if entry is None or entry.size > MOST_BYTES:
            raise CannotEdit(f"{path} is missing or too large")
        try:
            return entry.content()
        except zlib.error as cause:
            raise CannotEdit(path) from cause

    def relations_path(self, path: str) -> str:
        """Where a part's relationships lie."""
        folder, name = posixpath.split(path)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def relations(self, path: str) -> Iterator[tuple[str, str]]:
        """Kind and target of every inner relationship of a part; of the whole package for an empty path."""
        for relation in self.relation_elements(path):
            if relation.get("TargetMode") != "External":
                yield relation.get("Type", ""), self.target(path, relation)

    def relation_elements(self, path: str) -> list[Element]:
        """A part's relationships as elements."""
        where = self.relations_path(path)
        if where not in self.parts and where not in self.changed:
            return []
        return list(self.tree(where))

    def target(self, path: str, relation: Element) -> str:
        """The part that a relationship points to."""
        written_target: str = relation.get("Target", "")
        if written_target.startswith("/"):
            return posixpath.normpath(written_target)[1:]
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), written_target))

    def relate(self, path: str, kind: str, target: str) -> str:
        """A new relationship from a part to another; returns its identifier."""
        where = self.relations_path(path)
        if where not in self.parts and where not in self.changed:
            self.changed[where] = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
        root = self.tree(where)
        taken = {relation.get("Id") for relation in root}
        identifier = next(name for number in range(1, len(taken) + 2) if (name := f"rIdF{number}") not in taken)
        facts = {"Id": identifier, "Type": f"{OFFICE}/{kind}", "Target": f"/{target}"}
        etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", facts)
        return identifier

    def unrelate(self, path: str, *endings: str) -> None:
        """Drop the relationships of these kinds, and the parts that they point to."""
        for relation in self.relation_elements(path):
            if relation.get("Type", "").endswith(endings):
                if relation.get("TargetMode") != "External":
                    self.drop(self.target(path, relation))
                relation.getparent().remove(relation)

    def drop(self, path: str) -> None:
        """A part goes, with its relationships."""
        self.dropped |= {path, self.relations_path(path)}

    def add(self, path: str, content: bytes, content_type: str) -> None:
        """A new part with its content type."""
        self.added[path] = content
        override = {"PartName": f"/{path}", "ContentType": content_type}
        etree.SubElement(self.tree("[Content_Types].xml"), f"{{{CONTENT_TYPES}}}Override", override)

    def free_path(self, start: str, ending: str) -> str:
        """A part's name that is not taken."""
        number = 1
        while (path := f"{start}{number}{ending}") in self.parts or path in self.added:
            number += 1
        return path

    def sheets(self) -> dict[str, str]:
        """The sheets' parts by name, in order."""
        targets = {
            relation.get("Id"): self.target(self.workbook_path, relation)
            for relation in self.relation_elements(self.workbook_path)
        }
        found = {
            sheet.get("name"): targets.get(sheet.get(f"{{{OFFICE}}}id"), "")
            for sheet in self.tree(self.workbook_path).iter(tag("sheet"))
        }
        if not found or not all(path in self.parts for path in found.values()):
            raise CannotEdit("a sheet's part is missing")
        return found

    def packed(self) -> bytes:
        """The workbook with its changes; the same changes give the same bytes."""
        types = self.tree("[Content_Types].xml")
        for override in list(types):
            if override.get("PartName", "")[1:] in self.dropped:
                types.remove(override)
        kept = {path: entry for path, entry in self.parts.items() if path not in self.dropped}
        changes = {path: written(tree) for path, tree in self.changed.items() if path not in self.dropped}
        return replaced(kept, {**changes, **self.added})
