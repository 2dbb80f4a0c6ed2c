"""Which rows are one row: natural keys, versions of a sheet, and the current row of each identity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fournets.catalogue.forms import FORMS
from fournets.model import Address
from fournets.reconciling.places import Places
from fournets.reconciling.records import Rows, Stack

Identity = tuple[str, ...]
SAME_SHEET = 0.8
"""A sheet that holds this share of another's identities is a version of it."""


@dataclass(slots=True)
class Settled:
    """Which rows of each form are current, every row's identity, and the current rows that a later version left out.

    `left_out` pairs a row with the file of the version that lacks it.
    """

    identities: dict[str, list[Identity]]
    current: dict[str, list[bool]]
    left_out: list[tuple[str, int, int]]


def settle(
    stack: Stack,
    forms: Sequence[str],
    persons: Mapping[str, Sequence[str]],
    places: Places,
) -> Settled:
    """Give every row its identity and find the current rows. `persons` says who each row is, empty where unlinked."""
    settled = Settled({}, {}, [])
    for form in forms:
        rows = stack.rows[form]
        identities = _identities(stack, rows, persons.get(form) or [""] * len(rows), places)
        current = _current(stack, rows, identities)
        missing = _missing(stack, rows, identities, current)
        for index in missing.completed:
            current[index] = False
        settled.identities[form], settled.current[form] = identities, current
        settled.left_out += [(form, index, source) for index, source in missing.left_out]
    return settled


def _identities(stack: Stack, rows: Rows, persons: Sequence[str], places: Places) -> list[Identity]:
    """The natural key of every row, and which occurrence within its sheet it is."""
    parts = [_key_column(rows, part, persons, places) for part in FORMS[rows.form].key]
    seen: dict[tuple[int, str, Identity], int] = defaultdict(int)
    identities: list[Identity] = []
    for index, key in enumerate(zip(*parts, strict=True)):
        place = (rows.source[index], stack.sheet(rows, index), key)
        seen[place] += 1
        identities.append((*key, str(seen[place])))
    return identities


def _key_column(rows: Rows, part: str, persons: Sequence[str], places: Places) -> Sequence[str]:
    """One part of the natural key for all rows."""
    columns = rows.columns
    if part.startswith("="):
        return columns[part[1:]]
    if "|" in part:
        first, second = (_key_column(rows, one, persons, places) for one in part.split("|"))
        return [one or other for one, other in zip(first, second, strict=True)]
    if part == "address":
        return _flats(rows, places)
    if part == "person":
        written = zip(columns["name"], columns["id_number"], columns["phone"], strict=True)
        return [person or "|".join(who) for person, who in zip(persons, written, strict=True)]
    return [places.compounds.fold(name) for name in columns[part]] if part == "compound" else columns[part]


def _flats(rows: Rows, places: Places) -> list[str]:
    """Flats by the register's name of their compound; a compound alone is no address."""
    cells = zip(*(rows.columns[name] for name in (*Address._fields, "grid")), strict=True)
    flats = (places.place(written) for written in cells)
    return ["|".join(flat) if flat.building or flat.flat else "" for flat in flats]


def _current(stack: Stack, rows: Rows, identities: Sequence[Identity]) -> list[bool]:
    """Of rows with one identity the one of the newest file, there the last one."""
    order = [source.order for source in stack.sources]
    best: dict[Identity, int] = {}
    for index, identity in enumerate(identities):
        other = best.get(identity)
        if other is None or _rank(order, rows, index) > _rank(order, rows, other):
            best[identity] = index
    current = [False] * len(rows)
    for index in best.values():
        current[index] = True
    return current


def _rank(order: Sequence[tuple[int, str, str]], rows: Rows, index: int) -> tuple[tuple[int, str, str], int, int, str]:
    return (order[rows.source[index]], rows.table[index], rows.row[index], rows.letter[index])


@dataclass(slots=True)
class _Missing:
    """Current rows that a later version of their sheet has no more: `left_out` with the file of the version that lacks
    them, and those that it has `completed`.
    """

    left_out: list[tuple[int, int]]
    completed: list[int]


def _missing(stack: Stack, rows: Rows, identities: Sequence[Identity], current: Sequence[bool]) -> _Missing:
    held: dict[int, set[Identity]] = defaultdict(set)
    for index, table in enumerate(rows.table):
        held[table].add(identities[index])
    superseded = _superseded(stack, held)
    missing = _Missing([], [])
    for index, table in enumerate(rows.table):
        later = superseded.get(table)
        if later is None or not current[index] or identities[index] in held[later]:
            continue
        if _is_completed(identities[index], held[later] - held[table]):
            missing.completed.append(index)
        else:
            missing.left_out.append((index, stack.tables[later].source))
    return missing


def _is_completed(identity: Identity, new: Iterable[Identity]) -> bool:
    """Whether just one row that is new in the later version says the same, and the one part that was not known.

    A date that could not be read and was put right gives no second row.
    """
    key = identity[:-1]
    known = [place for place, part in enumerate(key) if part]
    if len(known) != len(key) - 1 or not known:
        return False
    return sum(all(other[:-1]) and all(other[place] == key[place] for place in known) for other in new) == 1


def _superseded(stack: Stack, held: Mapping[int, set[Identity]]) -> dict[int, int]:
    """Tables with the newest later version of each: same sheet name, same headings, most of the identities."""
    carriers: dict[tuple[str, tuple[str, ...], Identity], list[int]] = defaultdict(list)
    for table, identities in held.items():
        of = stack.tables[table]
        for identity in identities:
            carriers[of.name, of.headings, identity].append(table)
    common: dict[int, Counter[int]] = defaultdict(Counter)
    for tables in carriers.values():
        for table in tables if len(tables) > 1 else ():
            common[table].update(tables)
    later: dict[int, int] = {}
    for table, counts in common.items():
        order = stack.sources[stack.tables[table].source].order
        newer = [
            (stack.sources[stack.tables[other].source].order, other)
            for other, count in counts.items()
            if count >= SAME_SHEET * len(held[table]) and stack.sources[stack.tables[other].source].order > order
        ]
        if newer:
            later[table] = max(newer)[1]
    return later
