"""All workbooks of strangers and near-strangers of one seed, and how one was taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.hostile.strangers.borrowed_words import BORROWED_WORDS
from tests.hostile.strangers.drawing import Book, Outcome, draw
from tests.hostile.strangers.near_ours import OURS
from tests.hostile.strangers.odd_shapes import SHAPES, drawn
from tests.hostile.strangers.people import PEOPLE
from tests.hostile.strangers.second_hand import SECOND_HAND
from tests.hostile.strangers.things import THINGS

from fournets.model import FileRead
from fournets.reading.context import ReadingContext
from fournets.reading.sheet import Sheet
from fournets.reading.source import read_sheets

DAY = date(2020, 2, 9)
DOUBTS = frozenset({"weak_form", "ambiguous_form"})


def second_hand(seed: int) -> Iterator[Book]:
    """One workbook of every kind of the second hand, and of those with borrowed words."""
    return (draw(kind, seed) for kind in (*SECOND_HAND, *BORROWED_WORDS))


def books(seed: int) -> Iterator[Book]:
    """One workbook of every kind of the first hand."""
    for kind in (*THINGS, *PEOPLE, *OURS):
        yield draw(kind, seed)
    for kind, drawer in SHAPES:
        yield drawn(kind, drawer, seed)


def taken(book: Book) -> FileRead:
    """The workbook as the readers understand it."""
    sheets = [Sheet(name, False, [list(row) for row in rows]) for name, rows in book.sheets]
    return read_sheets(sheets, book.file, ReadingContext(DAY))


def forms(read: FileRead) -> set[str]:
    """The forms that the workbook was accepted as; empty where it was held."""
    return set() if read.held else {form for sheet in read.sheets for form in sheet.forms}


def doubted(read: FileRead) -> bool:
    """Whether somebody is asked to look at what the sheet is."""
    return any(finding.code in DOUBTS for finding in read.findings)


def wrong(book: Book, read: FileRead) -> str:
    """What is wrong about how the workbook was taken; empty where nothing is."""
    found = forms(read)
    if book.kind.outcome is Outcome.OURS:
        if not found:
            return "ours refused"
        return "" if found <= book.kind.forms else "ours as another form"
    if not found:
        return ""
    if book.kind.outcome is Outcome.HELD:
        return "stranger accepted, doubted" if doubted(read) else "stranger accepted in silence"
    return "" if doubted(read) else "doubtful accepted in silence"
