"""Mentions: each distinct way in which a row names somebody, with all that it says about him."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from fournets.catalogue.forms import FORMS
from fournets.model import Address
from fournets.reconciling.linking.likeness import is_full_id
from fournets.reconciling.places import Compounds, GridRegister, place_of
from fournets.reconciling.records import Rows, Stack
from fournets.values.addresses import split_address
from fournets.values.identity import is_valid_id
from fournets.values.names import name_key
from fournets.values.text import clean

NAMED_FORMS = tuple(form.name for form in FORMS.values() if "name" in form.fields)
TEAM_FORMS = ("volunteers", "duty")
CASE_FORMS = ("returnees", "quarantine")
CARE_FORMS = ("temperatures", "errands", "fever")
REMEMBERED = 2**18

_key = lru_cache(REMEMBERED)(name_key)
_is_full = lru_cache(REMEMBERED)(is_full_id)
_is_valid = lru_cache(REMEMBERED)(is_valid_id)


class Mention(NamedTuple):
    """What a row says about the person it names.

    `place` has its compound by the register's name; `grid` is the register's for that place, else the row's. `team` is
    a branch or squad, `visits` the flat that somebody at a gate says he goes to, `paper` a document's number.
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

    @property
    def key(self) -> str:
        """The name without dots and blanks."""
        return _key(self.name)

    @property
    def full_id(self) -> str:
        """The number of his papers when it is whole."""
        return self.id_number if self.id_number and _is_full(self.id_number) else ""

    @property
    def valid_id(self) -> str:
        """A resident's number whose check digit is right."""
        return self.id_number if self.id_number and _is_valid(self.id_number) else ""

    @property
    def full_phones(self) -> tuple[str, ...]:
        """Whole telephone numbers."""
        return tuple(number for number in self.phones.split(";") if len(number) == 11 and number.isdigit())

    @property
    def full_place(self) -> Address | None:
        """The flat, when compound, building and flat are known."""
        place = self.place
        return place if place.compound and place.building and place.flat else None

    @property
    def is_masked(self) -> bool:
        """Whether a number has stars in it."""
        return "*" in self.id_number or "*" in self.phones


@dataclass(slots=True)
class Mentions:
    """The distinct mentions in the order of what they say, and which one each row is (-1: names nobody)."""

    items: list[Mention]
    of_row: dict[str, list[int]] = field(default_factory=dict)


def collect(stack: Stack, kept: Mapping[str, list[bool]], compounds: Compounds, grids: GridRegister) -> Mentions:
    """Every distinct mention in the rows that are kept. The order does not depend on the order of files."""
    found: dict[Mention, int] = {}
    of_row: dict[str, list[int]] = {}
    for form in NAMED_FORMS:
        rows = stack.rows[form]
        of_row[form] = [-1] * len(rows)
        known: dict[tuple[str, ...], int] = {}
        for index, cells in _cells(rows, kept[form]):
            number = known.get(cells)
            if number is None:
                mention = READERS.get(form, _plain)(
                    form, dict(zip(_fields(form), cells, strict=True)), compounds, grids
                )
                if not _says_more(mention):
                    mention = mention._replace(alone=_sheet_key(stack, rows, index))
                    number = found.setdefault(mention, len(found))
                else:
                    number = known[cells] = found.setdefault(mention, len(found))
            of_row[form][index] = number
    items = sorted(found)
    rank = {found[mention]: position for position, mention in enumerate(items)}
    rank[-1] = -1
    return Mentions(items, {form: [rank[number] for number in numbers] for form, numbers in of_row.items()})


USED = (
    "name", "id_number", "phone", "compound", "building", "entrance", "flat", "grid",
    "branch", "squad", "post", "plate", "checkpoint", "destination", "address", "number",
)  # fmt: skip


def _fields(form: str) -> tuple[str, ...]:
    return tuple(name for name in USED if name in FORMS[form].fields)


def _cells(rows: Rows, kept: list[bool]) -> Iterator[tuple[int, tuple[str, ...]]]:
    names = rows.columns["name"]
    columns = [rows.columns[name] for name in _fields(rows.form)]
    for index, cells in enumerate(zip(*columns, strict=True)):
        if names[index] and kept[index]:
            yield index, cells


def _says_more(mention: Mention) -> bool:
    return any(mention[2:])


def _sheet_key(stack: Stack, rows: Rows, index: int) -> str:
    """A name with nothing beside it is known within its sheet only."""
    return f"{stack.path(rows, index)}|{stack.sheet(rows, index)}"


Reader = Callable[[str, Mapping[str, str], Compounds, GridRegister], Mention]


def _plain(form: str, cells: Mapping[str, str], compounds: Compounds, grids: GridRegister) -> Mention:
    written = Address(*(cells.get(part, "") for part in Address._fields))
    place = place_of(compounds, grids, written, cells.get("grid", ""))
    return Mention(
        form, cells["name"], cells.get("id_number", ""), cells.get("phone", ""), place,
        grids.grid(place.compound, place.building) or cells.get("grid", ""), plate=cells.get("plate", ""),
    )  # fmt: skip


def _gate(form: str, cells: Mapping[str, str], compounds: Compounds, grids: GridRegister) -> Mention:
    mention = _plain(form, cells, compounds, grids)
    compound = compounds.find(cells["checkpoint"])
    visits = split_address(clean(cells["destination"])) if cells["destination"] else None
    if visits and visits.flat:
        visits = visits._replace(compound=compounds.fold(visits.compound) or compound)
    return mention._replace(place=Address(compound), visits=visits if visits and visits.flat else Address())


def _dispatch(form: str, cells: Mapping[str, str], compounds: Compounds, grids: GridRegister) -> Mention:
    """The list's address counts where it lies in a compound of ours."""
    mention = _plain(form, cells, compounds, grids)
    place = split_address(clean(cells["address"])) if cells["address"] else None
    if place is None or not compounds.knows(place.compound):
        return mention
    place = place._replace(compound=compounds.fold(place.compound))
    return mention._replace(place=place, grid=grids.grid(place.compound, place.building))


def _team(form: str, cells: Mapping[str, str], compounds: Compounds, grids: GridRegister) -> Mention:
    team = "|".join((cells["branch"], cells["squad"]))
    post = cells.get("post", "") if team == "|" else ""
    mention = _plain(form, cells, compounds, grids)
    return mention._replace(team="" if team == "|" else team, place=Address(compounds.find(post) or post))


def _receipt(form: str, cells: Mapping[str, str], compounds: Compounds, grids: GridRegister) -> Mention:
    return _plain(form, cells, compounds, grids)._replace(paper=cells["number"])


READERS: dict[str, Reader] = {
    "gate": _gate, "dispatch": _dispatch, "volunteers": _team, "duty": _team, "receipts": _receipt,
}  # fmt: skip
