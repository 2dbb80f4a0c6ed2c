"""Builds the sample desk: settle the community, plan the books, plant the mistakes, write everything down."""

from __future__ import annotations

from pathlib import Path

from sample_desk.care_books import plan_care
from sample_desk.contradictions import Contradictions
from sample_desk.drawing import draw
from sample_desk.files import save
from sample_desk.gate_books import plan_gates
from sample_desk.net_books import plan_nets
from sample_desk.office import Desk
from sample_desk.register_books import plan_registers
from sample_desk.rosters import add_volunteers
from sample_desk.screening_books import plan_screening
from sample_desk.settlement import settle
from sample_desk.slips import make_slips
from sample_desk.stay_books import plan_stays
from sample_desk.stays import add_stays
from sample_desk.street_books import plan_dispatch
from sample_desk.true_cases import true_cases
from sample_desk.truth import Truth

SEED = 20200209


def build(directory: Path, seed: int = SEED, scale: float = 1.0) -> int:
    """Write the desk below `directory` (inbox and truth) and give the number of files.

    Scale 1 is the whole community of about 9,000 households in 36 grids; 0.022 is about 200 households in five. The
    same seed and scale give the same bytes and the same file times.
    """
    desk = plan(seed, scale)
    truth = Truth()
    for book in desk.books:
        sheets = [draw(sheet, book) for sheet in book.sheets]
        for sheet_plan, sheet in zip(book.sheets, sheets, strict=True):
            truth.add(book, sheet_plan, sheet)
        save(book, sheets, directory / "inbox")
    for grid in desk.silent_grids:
        truth.add_missing_delivery("screening", grid)
    truth.cases = true_cases(desk)
    truth.save(directory / "truth")
    return len(desk.books)


def plan(seed: int, scale: float) -> Desk:
    """Every book of the desk with its mistakes, before anything is written."""
    community, settlers = settle(seed, scale)
    desk = Desk(community, settlers, seed)
    add_volunteers(community, settlers, desk.rng("volunteers"))
    add_stays(community, settlers, desk.rng("stays"), scale)
    for plan_books in (plan_registers, plan_screening, plan_stays, plan_gates, plan_nets, plan_care, plan_dispatch):
        plan_books(desk)
    share = min(1.0, max(scale, 0.2))
    Contradictions(desk, share).plant()
    make_slips(desk, share)
    return desk
