"""What every clerk needs: the community, its own randomness, and a place to hand in files with their truth."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field

from tests.held_apart.canvas import Book, Canvas
from tests.held_apart.columns import Hand
from tests.held_apart.painting import Painter
from tests.held_apart.population import Community, Grid
from tests.held_apart.truth import TrueDesk, TrueSheet


@dataclass
class Maker:
    """Collects the files of a desk and what they say."""

    community: Community
    rng: random.Random
    desk: TrueDesk = field(default_factory=TrueDesk)
    books: list[Book] = field(default_factory=list)

    def hand(self, fill: dt.date | None = None) -> Hand:
        """A new clerk's hand."""
        return Hand(random.Random(self.rng.random()), fill or self.community.day)

    def painter(self, file: str, sheet: str) -> Painter:
        """A new sheet of a file."""
        return Painter(random.Random(self.rng.random()), Canvas(sheet), file)

    def hand_in(self, file: str, painters: list[Painter], encoding: str = "utf-8-sig") -> Book:
        """File the sheets: their records and the account of their rows become truth; a path is one book's alone."""
        if any(book.path == file for book in self.books):
            raise ValueError(f"two books of one path: {file}")
        book = Book(file, [painter.canvas for painter in painters], encoding)
        self.books.append(book)
        for painter in painters:
            canvas = painter.canvas
            filled = {row for row, _ in canvas.cells}
            kinds = {
                row: canvas.kinds.get(row, "note") if row in filled else "blank"
                for row in range(1, canvas.last_row + 1)
            }
            self.desk.records += painter.records
            self.desk.sheets.append(TrueSheet(file, canvas.name, canvas.forms, kinds))
        return book

    def grids(self, many: int) -> list[Grid]:
        """Some of the grids."""
        return self.rng.sample(self.community.grids, min(many, len(self.community.grids)))
