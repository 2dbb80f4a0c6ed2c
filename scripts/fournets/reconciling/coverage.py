"""Which doors of the register were knocked at, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from fournets.model import Address
from fournets.reconciling.records import text_frame
from fournets.reconciling.view import AT, PLACE, View
from fournets.values.addresses import walking_key
from fournets.values.answers import parse_choice

COLUMNS = (*PLACE, "grid", "status", "last_visit", "visits")
ANSWERS = ("outsiders", "travel", "contact", "symptoms", "temperature")
"""Fields of a visit that only somebody who was met can have answered."""


@dataclass
class Register:
    """The addresses of the households' register, in walking order, each with its grid."""

    view: View
    grid_of: dict[Address, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the register; the newest row's grid counts where the grids' register has none."""
        frame = self.view.records("households")
        ranks = [self.view.rank.get(file, 0) for file in frame["file"]]
        rows = zip(*(frame[name] for name in (*AT, "grid")), ranks, strict=True)
        written: dict[Address, str] = {}
        for *parts, grid, _ in sorted(rows, key=lambda row: row[-1]):
            address = Address(*parts)
            if address.building or address.flat:
                written[address] = grid or written.get(address, "")
        grids = self.view.grids
        for address in sorted(written, key=walking_key):
            self.grid_of[address] = grids.grid(address.compound, address.building) or written[address]

    def __contains__(self, address: Address) -> bool:
        """Whether the address is one of ours, as it stands."""
        return address in self.grid_of

    @cached_property
    def _looser(self) -> tuple[Mapping[tuple[str, ...], list[Address]], ...]:
        """Our addresses by compound, building, flat; by building, entrance, flat; by building and flat."""
        keys: tuple[dict[tuple[str, ...], list[Address]], ...] = ({}, {}, {})
        for one in self.grid_of:
            keys[0].setdefault((one.compound, one.building, one.flat), []).append(one)
            keys[1].setdefault((one.building, one.entrance, one.flat), []).append(one)
            keys[2].setdefault((one.building, one.flat), []).append(one)
        return keys

    def find(self, address: Address, grid: str = "") -> Address | None:
        """The one address of the register that is meant, also when compound or entrance is not written; else None."""
        if address in self.grid_of:
            return address
        if not address.flat:
            return None
        candidates = self._fitting(address)
        if grid and len(candidates) > 1:
            candidates = [one for one in candidates if self.grid_of[one] == grid]
        return candidates[0] if len(candidates) == 1 else None

    def _fitting(self, address: Address) -> list[Address]:
        by_place, by_entrance, by_flat = self._looser
        if address.compound:
            near = by_place.get((address.compound, address.building, address.flat), [])
        else:
            near = by_entrance.get((address.building, address.entrance, address.flat), []) or by_flat.get(
                (address.building, address.flat), []
            )
        return [one for one in near if not one.entrance or not address.entrance or one.entrance == address.entrance]


def found_somebody(frame: pd.DataFrame) -> pd.Series[bool]:
    """Visits that met somebody: by their status, or where none is written by answers that were given."""
    answered = (frame["people_count"] != "") & (frame["people_count"] != "0")
    for name in ANSWERS:
        answered |= frame[name] != ""
    return (frame["visit_status"] == "checked") | ((frame["visit_status"] == "") & answered)


def visits(view: View, register: Register) -> pd.DataFrame:
    """The visits up to the day: the records of `screening` with `address`, `found` and `said` (their status).

    A row without an address stands for the register's only address of its person.
    """
    frame = view.records("screening").copy()
    homes = homes_of(view)
    places = list(map(Address, *(frame[name] for name in AT))) if len(frame) else []
    addresses: list[Address | None] = [
        register.find(place, grid) if place.flat else homes.get(person)
        for place, grid, person in zip(places, frame["at_grid"], frame["person_id"], strict=True)
    ]
    frame["address"] = pd.Series(addresses, dtype="object")
    frame["found"] = found_somebody(frame).astype(bool)
    frame["said"] = frame["visit_status"].mask(frame["found"], "checked")
    unsaid = frame["said"] == ""
    frame.loc[unsaid, "said"] = [_unmet(note) for note in frame.loc[unsaid, "note"]]
    return frame


def _unmet(note: str) -> str:
    """What a note says of a visit whose status is left empty, where it met nobody (敲门没人); else nothing."""
    status = parse_choice("visit_status", note).value
    return status if status != "checked" else ""


def homes_of(view: View) -> Mapping[str, Address | None]:
    """Person → the address at which the register has him; None where it has several."""
    frame = view.records("households")
    homes: dict[str, Address | None] = {}
    for person, *parts in zip(frame["person_id"], *(frame[name] for name in AT), strict=True):
        address = Address(*parts)
        if person and (address.building or address.flat):
            homes[person] = address if homes.get(person, address) == address else None
    return homes


def cover(view: View, register: Register, seen: pd.DataFrame) -> pd.DataFrame:
    """One line an address of the register: `seen` are the visits."""
    lines = _lines(view, seen)
    rows: list[Sequence[str]] = []
    for address, grid in register.grid_of.items():
        told = lines.get(address, [])
        last = max(told, default=("", 0, 0, ""))
        status = "checked" if any(said == "checked" for *_, said in told) else last[3] or "never_visited"
        count = len({(day, said) for day, _, _, said in told})
        rows.append((*address, grid, status, last[0], str(count)))
    return text_frame({name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)})


def _lines(view: View, seen: pd.DataFrame) -> Mapping[Address, list[tuple[str, int, int, str]]]:
    """Address → (day, file's rank, row, status) of each visit whose status is known."""
    lines: dict[Address, list[tuple[str, int, int, str]]] = {}
    columns = (seen[name] for name in ("address", "when", "file", "row", "said"))
    for address, day, file, row, said in zip(*columns, strict=True):
        if address is not None and said:
            lines.setdefault(address, []).append((day, view.rank.get(file, 0), row, said))
    return lines
