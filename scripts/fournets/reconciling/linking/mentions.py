"""Mentions: each distinct way in which a row names somebody, with all that it says about him."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from fournets.catalogue.forms import FORMS
from fournets.model import Address
from fournets.reconciling.linking.likeness import is_full_id
from fournets.reconciling.places import Places
from fournets.reconciling.records import Rows, Stack
from fournets.values.addresses import is_whole, split_address
from fournets.values.identity import is_valid_id, seen_of_last_digits
from fournets.values.names import name_key
from fournets.values.text import clean

NAMED_FORMS = tuple(form.name for form in FORMS.values() if "name" in form.fields)
TEAM_FORMS = ("volunteers", "duty")
CASE_FORMS = ("returnees", "quarantine")
LISTING_FORMS = ("households", "screening", "volunteers", *CASE_FORMS)
"""Forms that list everybody once: two names on one sheet are two people, however alike."""
LIST_FORM = "dispatch"
REMEMBERED = 2**18

_key = lru_cache(REMEMBERED)(name_key)
_is_full = lru_cache(REMEMBERED)(is_full_id)
_is_valid = lru_cache(REMEMBERED)(is_valid_id)


class Said(NamedTuple):
    """What a row says about the person it names.

    `place` has its compound by the register's name; `grid` is the register's for that place, else the row's. `team` is
    a branch or squad, `visits` the flat that somebody at a gate says he goes to, `paper` a document's number, `alone`
    the sheet of a name with nothing beside it, `seen` what is left of a damaged ID number.
    """

    form: str
    name: str
    id_number: str = ""
    phones: str = ""
    place: Address = Address()
    grid: str = ""
    team: str = ""
    plate: str = ""
    visits: Address = Address()
    paper: str = ""
    alone: str = ""
    seen: str = ""


@dataclass(slots=True, eq=False)
class Mention:
    """What a row says, and what of it identifies somebody.

    `key` is the name without dots and blanks, `id_number` what is written or left of his number, `full_id` the number
    of his papers when it is whole, `valid_id` a
    resident's number whose check digit is right, `full_phones` whole telephone numbers, `full_place` the flat when
    compound, building and flat are known.
    """

    said: Said
    form: str = field(init=False)
    name: str = field(init=False)
    key: str = field(init=False)
    id_number: str = field(init=False)
    full_id: str = field(init=False)
    valid_id: str = field(init=False)
    full_phones: tuple[str, ...] = field(init=False)
    full_place: Address | None = field(init=False)
    is_masked: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what is asked often."""
        said = self.said
        self.form, self.name, self.id_number = said.form, said.name, said.id_number or said.seen
        self.key = _key(said.name)
        self.full_id = said.id_number if said.id_number and _is_full(said.id_number) else ""
        self.valid_id = said.id_number if said.id_number and _is_valid(said.id_number) else ""
        self.full_phones = tuple(phone for phone in said.phones.split(";") if len(phone) == 11 and phone.isdigit())
        self.full_place = said.place if is_whole(said.place) else None
        self.is_masked = "*" in self.id_number or "*" in said.phones

    @property
    def place(self) -> Address:
        """The address as far as it is known."""
        return self.said.place

    @property
    def grid(self) -> str:
        """The grid of the place, else of the row."""
        return self.said.grid

    @property
    def phones(self) -> str:
        """Every number, also masked ones."""
        return self.said.phones


@dataclass(slots=True)
class Mentions:
    """The distinct mentions in the order of what they say, and which one each row is (-1: names nobody).

    `sheets` are the tables of the listing forms in which a mention stands.
    """

    items: list[Mention]
    of_row: dict[str, list[int]] = field(default_factory=dict)
    sheets: dict[int, frozenset[int]] = field(default_factory=dict)


def collect(stack: Stack, kept: Mapping[str, list[bool]], places: Places) -> Mentions:
    """Every distinct mention in the rows that are kept. The order does not depend on the order of files."""
    found: dict[Said, int] = {}
    of_row: dict[str, list[int]] = {}
    for form in NAMED_FORMS:
        rows = stack.rows[form]
        of_row[form] = [-1] * len(rows)
        fields, read = _fields(form), READERS.get(form, _plain)
        known: dict[tuple[str, ...], int] = {}
        for index, cells in _cells(rows, kept[form]):
            number = known.get(cells)
            if number is None:
                said = read(form, dict(zip(fields, cells, strict=True)), places)
                if any(said[2:]):
                    number = known[cells] = found.setdefault(said, len(found))
                else:
                    said = said._replace(alone=f"{stack.path(rows, index)}|{stack.sheet(rows, index)}")
                    number = found.setdefault(said, len(found))
            of_row[form][index] = number
    items = sorted(found)
    rank = {found[said]: position for position, said in enumerate(items)}
    rank[-1] = -1
    ranked = {form: [rank[number] for number in numbers] for form, numbers in of_row.items()}
    return Mentions([Mention(said) for said in items], ranked, _sheets(stack, ranked))


def _sheets(stack: Stack, of_row: Mapping[str, list[int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for form in LISTING_FORMS:
        for number, table in zip(of_row[form], stack.rows[form].table, strict=True):
            found[number].add(table)
    return {number: frozenset(tables) for number, tables in found.items()}


USED = (
    "name", "id_number", "phone", "compound", "building", "entrance", "flat", "grid",
    "branch", "squad", "post", "plate", "checkpoint", "destination", "address", "number",
)  # fmt: skip


def _fields(form: str) -> tuple[str, ...]:
    fields = FORMS[form].fields
    return tuple(name for name in USED if name in fields) + (("id_seen",) if "id_number" in fields else ())


def _cells(rows: Rows, kept: list[bool]) -> Iterator[tuple[int, tuple[str, ...]]]:
    names = rows.columns["name"]
    columns = [rows.columns[name] for name in _fields(rows.form)]
    for index, cells in enumerate(zip(*columns, strict=True)):
        if names[index] and kept[index]:
            yield index, cells


Reader = Callable[[str, Mapping[str, str], Places], Said]


def _plain(form: str, cells: Mapping[str, str], places: Places) -> Said:
    written = tuple(cells.get(part, "") for part in (*Address._fields, "grid"))
    return Said(
        form, cells["name"], cells.get("id_number", ""), cells.get("phone", ""), places.place(written),
        places.grid(written), plate=cells.get("plate", ""), seen=cells.get("id_seen", ""),
    )  # fmt: skip


def _gate(form: str, cells: Mapping[str, str], places: Places) -> Said:
    said = _plain(form, cells, places)
    compound = places.compounds.find(cells["checkpoint"])
    visits = split_address(clean(cells["destination"])) if cells["destination"] else None
    if visits and visits.flat:
        visits = places.compounds.placed(visits)
        visits = visits if visits.compound else visits._replace(compound=compound)
    return said._replace(place=Address(compound), visits=visits if visits and visits.flat else Address())


def _dispatch(form: str, cells: Mapping[str, str], places: Places) -> Said:
    """The list's address counts where it lies in a compound of ours; of an ID number it may give the end alone."""
    said = _plain(form, cells, places)
    if last := seen_of_last_digits(said.id_number):
        said = said._replace(id_number="", seen=last)
    place = split_address(clean(cells["address"])) if cells["address"] else None
    place = places.compounds.placed(place) if place else Address()
    if not places.compounds.knows(place.compound):
        return said
    return said._replace(place=place, grid=places.grids.grid(place.compound, place.building))


def _team(form: str, cells: Mapping[str, str], places: Places) -> Said:
    team = "|".join((cells["branch"], cells["squad"]))
    post = cells.get("post", "") if team == "|" else ""
    said = _plain(form, cells, places)
    return said._replace(team="" if team == "|" else team, place=Address(places.compounds.find(post) or post))


def _receipt(form: str, cells: Mapping[str, str], places: Places) -> Said:
    return _plain(form, cells, places)._replace(paper=cells["number"])


READERS: dict[str, Reader] = {
    "gate": _gate, "dispatch": _dispatch, "volunteers": _team, "duty": _team, "receipts": _receipt,
}  # fmt: skip
