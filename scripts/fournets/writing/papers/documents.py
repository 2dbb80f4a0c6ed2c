"""Templates of documents made ready, and what they are filled in with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from fournets.catalogue.document_items import CARDS, LISTS, LIVING_ITEMS, LIVING_LISTS, blanks
from fournets.catalogue.documents import BY_KIND, DOCUMENTS
from fournets.catalogue.settings import Settings
from fournets.model import Paper
from fournets.writing.word.combining import Combiner
from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.filters import Blank
from fournets.writing.word.prepared import PreparedTemplate, prepared

TemplateFile = Callable[[str], bytes]
"""Gives the bytes of a document's template by its file name; OSError when there is none."""

_DAYS = "隔离日"
_ALL_LISTS = {**LISTS, **LIVING_LISTS}


class Stationery:
    """The office's templates, each prepared when first used."""

    def __init__(self, template_file: TemplateFile, settings: Settings) -> None:
        """`settings` give the names that templates may ask for."""
        self._file = template_file
        self._odd_sides = settings.printing.both_sides
        self._blanks = {name: Blank(line) for name, line in blanks(settings).items()}
        self._known = frozenset((*self._blanks, *LIVING_ITEMS, *_ALL_LISTS, CARDS))
        self._prepared: dict[str, PreparedTemplate] = {}
        self._combiners: dict[str, Combiner] = {}

    def template(self, kind: str) -> PreparedTemplate:
        """The template of a kind; raises `TemplateFault`."""
        if kind not in self._prepared:
            name = BY_KIND[kind].template
            try:
                data = self._file(name)
            except OSError as cause:
                problem = "找不到或打不开，请从安装包里再拷一份，放回 templates/documents 文件夹"
                raise TemplateFault(problem, template=name) from cause
            self._prepared[kind] = prepared(data, name, self._known)
        return self._prepared[kind]

    def combiner(self, kind: str) -> Combiner:
        """The same for print files."""
        if kind not in self._combiners:
            self._combiners[kind] = Combiner(self.template(kind), odd_sides=self._odd_sides)
        return self._combiners[kind]

    def values(self, fields: Mapping[str, str]) -> dict[str, object]:
        """What the template is filled in with: a line to write on for what nobody knows."""
        known = {name: fields[name] for name in self._blanks if fields.get(name)}
        lists = {name: _lines(fields.get(name, ""), columns) for name, columns in LISTS.items()}
        living: dict[str, object] = {**dict.fromkeys(LIVING_ITEMS, ""), **dict.fromkeys(LIVING_LISTS, ())}
        items = {**self._blanks, **known}
        return {**living, **items, **lists, _DAYS: _days(fields), CARDS: [{"左": items, "右": {}}]}

    def sheets(self, kind: str, papers: Sequence[Paper]) -> Iterator[dict[str, object]]:
        """What the pages of a print file are filled in with: one paper each, or a sheet of cards, two in a row."""
        each = BY_KIND[kind].cards
        for start in range(0, len(papers), each):
            values = [self.values(paper.fields) for paper in papers[start : start + each]]
            nothing: dict[str, object] = {}
            pairs = zip_longest(values[::2], values[1::2], fillvalue=nothing)
            yield values[0] if each == 1 else {**values[0], CARDS: [{"左": one, "右": other} for one, other in pairs]}

    def one(self, paper: Paper) -> bytes:
        """One document as a file of its own."""
        return self.template(paper.kind).render(self.values(paper.fields))

    def faults(self) -> Iterator[TemplateFault]:
        """What has to be put right in the templates before anything runs: each is tried full and empty."""
        line = {name: [dict.fromkeys(parts, "1")] if parts else ["1"] for name, parts in _ALL_LISTS.items()}
        full = {**self.values(dict.fromkeys(self._blanks, "1")), **line}
        full[CARDS] = [{"左": dict(full), "右": dict(full)}]
        for document in DOCUMENTS:
            try:
                for values in (self.values({}), full):
                    self.template(document.kind).render(values)
            except TemplateFault as fault:
                yield fault


def _lines(kept: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """A list that a document keeps, line by line with the names of its columns."""
    return [dict(zip(columns, line, strict=True)) for line in json.loads(kept or "[]")]


def _days(fields: Mapping[str, str]) -> list[str]:
    """Every day of the period from the first to the last, ISO; none when the period is not known."""
    try:
        first, last = (date.fromisoformat(fields.get(name, "")) for name in ("隔离起始日期", "隔离解除日期"))
    except ValueError:
        return []
    return [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]
