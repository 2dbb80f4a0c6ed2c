"""A whole desk of other hands: `inbox/` as clerks unlike each other fill it, `truth/` what it says."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.held_apart import (
    clerks_cards,
    clerks_gate,
    clerks_health,
    clerks_nets,
    clerks_odd,
    clerks_people,
    clerks_random,
    clerks_street,
    clerks_township,
    east_gate,
    neighbours_nets,
    neighbours_people,
    outcomes,
)
from tests.held_apart.making import Maker
from tests.held_apart.population import Community, build_community
from tests.held_apart.truth import TrueDesk

CLERKS = (
    *clerks_cards.CLERKS,
    *clerks_odd.CLERKS,
    *clerks_people.CLERKS,
    *clerks_health.CLERKS,
    *clerks_gate.CLERKS,
    *clerks_nets.CLERKS,
    *clerks_street.CLERKS,
    *clerks_township.CLERKS,
    *clerks_random.CLERKS,
)
NEIGHBOURS = (*neighbours_people.CLERKS, *neighbours_nets.CLERKS)
OFFICES = {"own": CLERKS, "neighbours": NEIGHBOURS, "east_gate": east_gate.CLERKS}
"""Whose clerks fill the inbox."""


def build(directory: Path, seed: int, size: int = 600, office: str = "own") -> TrueDesk:
    """Write `inbox/` and `truth/` below `directory` for a community of about `size` people; the same for a seed."""
    return build_with_community(directory, seed, size, office)[0]


def build_with_community(
    directory: Path, seed: int, size: int = 600, office: str = "own"
) -> tuple[TrueDesk, Community]:
    """As `build`, with the people that the desk is about."""
    rng = random.Random(seed)
    maker = Maker(build_community(rng, size), rng)
    for clerk in OFFICES[office]:
        maker.rng = random.Random(f"{seed} {clerk.__name__}")
        clerk(maker)
    for part in ("inbox", "outbox", "archive", "truth"):
        shutil.rmtree(directory / part, ignore_errors=True)
    for book in maker.books:
        book.save(directory / "inbox")
    desk, community = maker.desk, maker.community
    desk.facts = {
        "people": [
            {"person": p.key, "name": p.name, "id_number": p.id_number, "phone": p.phone} for p in community.people
        ],
        "cases": outcomes.cases(desk, community),
        "dispatch": outcomes.dispatch(desk, community),
        "coverage": outcomes.coverage(desk),
        "tallies": outcomes.tallies(desk),
    }
    desk.save(directory / "truth")
    return desk, community
