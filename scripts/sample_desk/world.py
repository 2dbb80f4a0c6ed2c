"""The invented community's nouns, as they truly are before any clerk writes them down."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

FIRST_DAY = date(2020, 1, 20)
LAST_DAY = date(2020, 2, 9)

Facts = dict[str, str]
"""One record's true fields, in the data files' notation."""


@dataclass(slots=True, eq=False)
class Household:
    """A flat of the register and who lives there; nobody in an uninhabited one."""

    compound: str
    building: str
    entrance: str
    flat: str
    grid: int
    number: str
    members: list[Person] = dataclasses.field(default_factory=list)
    tenants: bool = False

    @property
    def place(self) -> Facts:
        """The fields of `where`."""
        return {
            "compound": self.compound,
            "building": self.building,
            "entrance": self.entrance,
            "flat": self.flat,
            "grid": str(self.grid),
        }


@dataclass(slots=True, eq=False)
class Person:
    """Somebody. `key` is the truth that linking is measured against."""

    key: str
    name: str
    sex: str
    born: date
    id_number: str
    phone: str
    residence: str = ""
    relation: str = ""
    home: Household | None = None

    @property
    def who(self) -> Facts:
        """The fields of `who`."""
        return {"name": self.name, "id_number": self.id_number, "phone": self.phone}

    @property
    def place(self) -> Facts:
        """Where the person lives."""
        return self.home.place if self.home else {}

    def age(self) -> int:
        """Years by the end of 2019."""
        return 2019 - self.born.year


@dataclass(slots=True, eq=False)
class Compound:
    """A housing estate with its managing company."""

    name: str
    company: str
    manager: str
    phone: str
    checkpoints: list[str] = dataclasses.field(default_factory=list)
    households: list[Household] = dataclasses.field(default_factory=list)


@dataclass(slots=True, eq=False)
class Grid:
    """A grid worker's beat: whole buildings of one compound, or of two."""

    number: int
    worker: str
    phone: str
    hand: int
    buildings: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    households: list[Household] = dataclasses.field(default_factory=list)

    @property
    def compound(self) -> str:
        """Its compound, empty where there are several."""
        return next(iter(self.buildings)) if len(self.buildings) == 1 else ""


@dataclass(slots=True, eq=False)
class Volunteer:
    """Somebody of the rosters."""

    person: Person
    kind: str
    detail: str
    branch: str
    squad: str
    employer: str


@dataclass(slots=True, eq=False)
class Stay:
    """A returnee, from the place of origin to the release."""

    person: Person
    category: str
    origin: str
    left: date
    arrived: date
    transport: str
    trip: str
    released: date | None = None
    notice: str = ""
    pledge: str = ""
    listed: bool = True
    companions: str = ""

    @property
    def in_quarantine(self) -> bool:
        """Whether the category's rule asks for one."""
        return self.category != "in_province"


@dataclass(slots=True, eq=False)
class Community:
    """Everybody and every place."""

    compounds: list[Compound] = dataclasses.field(default_factory=list)
    grids: list[Grid] = dataclasses.field(default_factory=list)
    people: list[Person] = dataclasses.field(default_factory=list)
    volunteers: list[Volunteer] = dataclasses.field(default_factory=list)
    stays: list[Stay] = dataclasses.field(default_factory=list)

    @property
    def households(self) -> list[Household]:
        """Every flat of the register, grid by grid."""
        return [household for grid in self.grids for household in grid.households]
