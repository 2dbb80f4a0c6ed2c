"""What all books have in common: paths, titles, footers, and the desk that collects them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sample_desk.hands import HANDS, Hand
from sample_desk.plans import Book, Entry, Line, SheetPlan
from sample_desk.settlement import Settlers
from sample_desk.world import LAST_DAY, Community, Grid

COMMUNITY = "胜景社区"
STREET = "东营经济技术开发区胜利街道胜景社区"


@dataclass(slots=True)
class Desk:
    """The community and the books that were planned for it so far."""

    community: Community
    settlers: Settlers
    seed: int
    books: list[Book] = dataclasses.field(default_factory=list)
    silent_grids: list[int] = dataclasses.field(default_factory=list)

    def rng(self, topic: str) -> Random:
        """Chance of its own for a topic, so that one topic's changes do not stir the others."""
        return Random(f"{self.seed}/{topic}")

    def add(self, path: str, hand: Hand, sheets: Sequence[SheetPlan], day: date = LAST_DAY) -> Book:
        """A file; sheets without anything on them are left out."""
        kept = [sheet for sheet in sheets if sheet.lines or sheet.zero or sheet.only_text]
        book = Book(path + hand.suffix, hand, day, kept)
        if kept:
            self.books.append(book)
        return book


def hand_of(grid: Grid) -> Hand:
    """The hand of a grid's worker."""
    return HANDS[grid.hand]


def single_lines(entries: Sequence[Entry]) -> list[Line]:
    """One record a row."""
    return [[entry] for entry in entries]


def subject_of(grid: Grid, hand: Hand) -> str:
    """How a title names the grid."""
    if hand.compound_in == "title" and grid.compound:
        return f"{grid.compound}第{grid.number}网格"
    return f"{COMMUNITY}第{grid.number}网格"


def path_of(grid: Grid, hand: Hand, what: str) -> str:
    """Where a grid worker's file lies in the inbox, without its ending."""
    front = grid.compound if hand.compound_in == "file" else ""
    front += f"第{grid.number}网格" if not hand.folder or hand.number == 2 else ""
    return hand.folder.format(grid=grid.number) + front + what


def dress(plan: SheetPlan, title: str, day: date, signer: str = "") -> SheetPlan:
    """Give a sheet its title rows and footer as its hand does."""
    if plan.hand.title_rows:
        plan.titles = [title]
    if plan.hand.title_rows > 1:
        plan.titles.append(f"填报单位：{STREET}　　　　填报日期：{day.year}年{day.month}月{day.day}日")
        plan.fill_date = day
    if plan.hand.footer and signer:
        plan.footer = f"填表人：{signer}　　　审核人：周晓岚　　　填表日期：{day:%Y-%m-%d}"
        plan.fill_date = day
    return plan


def day_name(day: date, hand: Hand) -> str:
    """A date as the name of a sheet."""
    return {1: f"{day.month}月{day.day}日", 7: f"{day:%m%d}"}.get(hand.number, f"{day:%Y-%m-%d}")


def share(rng: Random, total: int, parts: int, least: int = 1) -> list[int]:
    """`total` in that many whole parts, none below `least`: random, and the sum is exact."""
    weights = [rng.random() + 0.3 for _ in range(parts)]
    spare = total - least * parts
    shares = [least + int(spare * weight / sum(weights)) for weight in weights]
    for index in range(total - sum(shares)):
        shares[index % parts] += 1
    return shares


def hand_at(number: int) -> Hand:
    """The hand of the n-th clerk of any other list."""
    return HANDS[number % len(HANDS)]
