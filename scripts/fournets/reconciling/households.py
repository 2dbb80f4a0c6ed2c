"""Who lives in which flat: by the register, and found there by others' sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from fournets.model import Address
from fournets.reconciling.places import Places
from fournets.reconciling.records import Stack, text_frame

COLUMNS = (*Address._fields, "grid", "person_id", "relation", "source", "file", "sheet")
FOUND_IN = ("screening", "returnees", "quarantine")


def households_frame(
    stack: Stack,
    current: Mapping[str, Iterable[int]],
    persons: Mapping[str, list[str]],
    places: Places,
) -> pd.DataFrame:
    """One line a resident and flat: `register` for the register's rows (empty flats too), `found` for others."""
    columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
    numbers: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for form in ("households", *FOUND_IN):
        rows = stack.rows[form]
        cells = [rows.columns[name] for name in (*Address._fields, "grid")]
        for index in current[form]:
            written = tuple(values[index] for values in cells)
            place = places.place(written)
            who = (*place, persons[form][index])
            if not place.flat or (form != "households" and (not who[-1] or who in seen)):
                continue
            seen.add(who)
            line = {
                **place._asdict(),
                "grid": places.grid(written),
                "person_id": who[-1],
                "relation": rows.columns["relation"][index] if form == "households" else "",
                "source": "register" if form == "households" else "found",
                "file": stack.path(rows, index),
                "sheet": stack.sheet(rows, index),
            }
            for name, value in line.items():
                columns[name].append(value)
            numbers.append(rows.row[index])
    frame = text_frame(columns)
    frame["row"] = pd.Series(numbers, dtype="int64")
    return frame
