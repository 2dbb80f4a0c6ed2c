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
    clerks_street,
)
from tests.held_apart.making import Maker
from tests.held_apart.population import build_community
from tests.held_apart.truth import TrueDesk

CLERKS = (
    *clerks_cards.CLERKS,
    *clerks_odd.CLERKS,
    *clerks_people.CLERKS,
    *clerks_health.CLERKS,
    *clerks_gate.CLERKS,
    *clerks_nets.CLERKS,
    *clerks_street.CLERKS,
)


def build(directory: Path, seed: int, size: int = 600) -> TrueDesk:
    """Write `inbox/` and `truth/` below `directory` for a community of about `size` people; the same for a seed."""
    rng = random.Random(seed)
    maker = Maker(build_community(rng, size), rng)
    for clerk in CLERKS:
        maker.rng = random.Random(f"{seed} {clerk.__name__}")
        clerk(maker)
    for part in ("inbox", "truth"):
        shutil.rmtree(directory / part, ignore_errors=True)
    for book in maker.books:
        book.save(directory / "inbox")
    maker.desk.facts["people"] = [
        {"person": each.key, "name": each.name, "id_number": each.id_number, "phone": each.phone}
        for each in maker.community.people
    ]
    maker.desk.save(directory / "truth")
    return maker.desk
