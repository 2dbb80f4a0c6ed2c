"""Which form a table is, and which of its columns is which field; decided by scores that can be printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fournets.catalogue.fields import Form
from fournets.model import Scope
from fournets.reading.context import ReadingContext
from fournets.reading.headings.spellings import normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block
from fournets.reading.recognising.agreement import LISTED, Look
from fournets.reading.recognising.announced import Announced, Header, has_needed, header_of, own_headings
from fournets.reading.recognising.assigning import Match, assign
from fournets.reading.recognising.evidence import NO_EVIDENCE, Evidence, Titles, evidence_for, telling_fields
from fournets.values.names import name_of_sheet
from fournets.values.text import clean

__all__ = ["LISTED", "Match", "Recognised", "explain", "recognise", "tied"]

HINT_WEIGHTS = {"title": 1.6, "sheet": 1.0, "stem": 1.2, "folder": 0.4}
TIE = 0.12
WHOLE = 0.4
"""What speaks for a form of which all telling columns are there: temperatures and symptoms alone are no screening."""
MASKED = 2.0
"""What starred-out numbers speak for the form of those who send them; about two headings' worth."""
_ADDRESSED = re.compile(r"(?:住址|地址|房号|门牌号?)\s*:\s*\S*\d")
"""The words above a household's table say where it lives."""
_NAMED = re.compile(r"(?:^|\s)[^\s:]{0,6}(?:姓名|隔离人员?|观察人员?|户主)\s*:\s*[\u4e00-\u9fff]{2,4}")


@dataclass(frozen=True, slots=True)
class Recognised:
    """One reading of a table: the form, its columns by the sheet's column number, the score, the look it rests on.

    The score says which form fits best, the evidence whether it may be taken for that at all.
    """

    form: Form
    matches: Mapping[int, Match]
    score: float
    look: Look
    evidence: Evidence = NO_EVIDENCE


def recognise(grid: Grid, block: Block, scope: Scope, context: ReadingContext) -> list[Recognised]:
    """The forms whose needed fields the table has, best first, however little speaks for them.

    Where the words around it do not name the best of them, they may name another: a 下发核查名单 of names, numbers and
    addresses is no register of households.
    """
    look = Look.at(grid, block, context)
    masked = look.masked()
    around = _Around.of(scope)
    header = header_of(tuple(map(block.headings.__getitem__, block.columns)), own_headings(context.headings))
    readings = _readings(header, block, look, around, masked)
    called = bool(readings) and around.titles.call_it(readings[0].form)
    if not called and any(around.may_decide_for(told.form) for told in header.forms):
        readings = _readings(header, block, look, replace(around, decide=True), masked) or readings
    return readings


def _readings(header: Header, block: Block, look: Look, around: _Around, masked: bool) -> list[Recognised]:
    found = (_as_form(told, header, block, look, around, masked) for told in header.forms)
    return sorted((reading for reading in found if reading is not None), key=lambda reading: -reading.score)


def tied(readings: Sequence[Recognised]) -> bool:
    """Whether the two best readings fit equally."""
    return len(readings) > 1 and readings[0].score - readings[1].score < TIE


def explain(block: Block, readings: Sequence[Recognised]) -> list[str]:
    """For a person: the forms with their scores, how much speaks for the best one, the columns with their scores."""
    if not readings:
        return ["  没有一种表对得上这些表头：" + "、".join(block.headings[column].text for column in block.columns)]
    lines = ["  " + "；".join(f"《{reading.form.title}》{reading.score:.2f}" for reading in readings[:3])]
    best = readings[0]
    lines.append(f"    凭据 {best.evidence.weight:.2f}：{'够' if best.evidence.enough else '不够，没有采用'}")
    for column in block.columns:
        match = best.matches.get(column)
        heading = block.headings[column].text
        lines.append(
            f"    “{heading}” → {match.column.field}（{match.score:.2f}）"
            if match
            else f"    “{heading}” → 另存（extra）"
        )
    return lines


def _as_form(
    told: Announced, header: Header, block: Block, look: Look, around: _Around, masked: bool
) -> Recognised | None:
    form = told.form
    said, needs = around.says(form), around.needs(form)
    if told.lacking and not has_needed([group for group in told.lacking if group in needs], said):
        return None
    matches = assign(told, block, look)
    fields = {field for match in matches.values() for field in match.fields}
    if not (fields and has_needed(needs, fields | said)):
        return None
    weights = dict(zip(block.columns, header.weights, strict=True))
    score = sum(match.score * weights[column] for column, match in matches.items())
    numbered = zip(block.columns, header.serial, strict=True)
    unknown = sum(column not in matches and not serial for column, serial in numbered)
    hints = around.hints(form) + (MASKED if masked and form.masked else 0.0)
    evidence = evidence_for(form, matches, block, look, around.titles, masked)
    telling = telling_fields(form.name)
    whole = WHOLE * len(fields & telling) / len(telling)
    return Recognised(form, matches, score - 0.12 * unknown + hints + whole, look, evidence)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the words around a table say: of a person, of an address, and each place's words with their weight.

    They `decide` where a form that they name needs fewer groups of fields (`Form.by_title`).
    """

    person: bool
    called_after_person: bool
    address: bool
    words: tuple[tuple[float, str], ...]
    titles: Titles
    decide: bool = False

    @classmethod
    def of(cls, scope: Scope) -> _Around:
        """What the scope of a table says: its title, its sheet's, file's and folders' names."""
        title = scope.title
        texts = {"title": clean(title).replace(" ", ""), "sheet": normalised(scope.sheet)}
        texts |= {"stem": normalised(scope.stem), "folder": normalised(" ".join(scope.folders))}
        words = tuple((HINT_WEIGHTS[place], text) for place, text in texts.items() if text)
        after_person = bool(name_of_sheet(scope.sheet))
        return cls(_names_person(title), after_person, _ADDRESSED.search(title) is not None, words, Titles.of(scope))

    def says(self, form: Form) -> set[str]:
        """Fields that need no column because the words above the table say them."""
        person = self.person or (self.called_after_person and form.of_person)
        told = {"name"} if person and "name" in form.fields else set()
        return told | {"address"} if self.address and "flat" in form.fields else told

    def needs(self, form: Form) -> tuple[tuple[str, ...], ...]:
        """The groups of fields of which the table must have one each: fewer where the words decide for the form."""
        return form.needs[: form.by_title] if self.decide and self.may_decide_for(form) else form.needs

    def may_decide_for(self, form: Form) -> bool:
        """Whether the words name the form, and it needs fewer fields where they do."""
        return form.by_title > 0 and self.titles.call_it(form)

    def hints(self, form: Form) -> float:
        """How much the words speak for the form."""
        total = 0.0
        for weight, text in self.words:
            longest = max((len(hint) for hint in (*form.hints, form.title) if hint in text), default=0)
            total += weight * min(longest, 6) / 4
        return total


def _names_person(title: str) -> bool:
    """Whether the words above say whose sheet it is (姓名：张三)."""
    return _NAMED.search(title) is not None
