"""The people of an invented community by the river: who they are, where they live, what happened to them.

Truth first: every sheet and every dispatched list of this author is written from these persons, and
`riverside_oracle` says from the contract's sentences alone what must come of it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

Flat = tuple[str, str, str, str]
"""Compound, building, entrance, flat, as the data files write them."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "建国玉兰志强秀英德海春梅永福桂芳庆林淑珍长河凤霞立新红艳金宝雪松晓东文博瑞雨泽宇涵思远子轩佳怡"
COMPOUNDS = ("河畔人家", "柳堤小区", "安澜苑", "东渡花园", "石桥里", "清漪园")
FORMER = {"石桥里": "轴承厂家属院"}
PERIOD = timedelta(days=14)


def with_check_digit(seventeen: str) -> str:
    """A resident ID number from its first seventeen digits (GB 11643-1999)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    remainder = sum(int(digit) * weight for digit, weight in zip(seventeen, weights, strict=True)) % 11
    return seventeen + "10X98765432"[remainder]


@dataclass(slots=True)
class Stay:
    """One return and its quarantine. Dates are true; `told` is the first day on which a sheet of ours says so."""

    place: str
    category: str
    arrived: date | None
    told: date
    shown_in: frozenset[str] = frozenset({"returnees"})
    flags: tuple[str, str] = ("", "")
    signed: date | None = None
    released: date | None = None
    transferred: date | None = None
    note: str = ""
    measure: str = ""

    @property
    def due(self) -> date | None:
        """The last day of the period, where one is required and can be counted."""
        return self.arrived + PERIOD if self.arrived and self.category != "in_province" else None


@dataclass(slots=True)
class Known:
    """What our own sheets have said of a person so far: the other side of every comparison."""

    names: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    flats: set[Flat] = field(default_factory=set)


@dataclass(slots=True)
class Person:
    """One true person. `elsewhere` is the day on which a screening record says that the person is away.

    `slipped` is his telephone with a wrong digit, as the ledger has it, beside a building without its flat: whether he
    is the returnee of that name must be asked. `has_papers` says whether the returnees' sheet has his ID number.
    """

    key: int
    name: str
    gender: str
    id_number: str
    phone: str
    flat: Flat
    grid: str
    registered: bool = True
    phone_in_register: bool = True
    stays: list[Stay] = field(default_factory=list)
    elsewhere: date | None = None
    slipped: str = ""
    has_papers: bool = True
    known: Known = field(default_factory=Known)


class Population:
    """Draws persons, homes and numbers; nothing is drawn twice unless it is asked for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.people: list[Person] = []
        self._names: set[str] = set()
        self._phones: set[str] = set()
        self.grid_of: dict[tuple[str, str], str] = {}
        for index, compound in enumerate(COMPOUNDS):
            for building in range(1, 5):
                self.grid_of[(compound, str(building))] = str(2 * index + (building + 1) // 2)
        self._flats = iter(self._all_flats())

    def _all_flats(self) -> list[Flat]:
        flats = [
            (compound, building, str(entrance), f"{floor}0{door}")
            for compound, building in self.grid_of
            for entrance in (1, 2)
            for floor in range(1, 6)
            for door in (1, 2)
        ]
        self.chance.shuffle(flats)
        return flats

    def flat(self) -> Flat:
        """A flat that nobody has been given yet."""
        return next(self._flats)

    def name(self, surname: str = "") -> str:
        """A name of two or three characters that nobody bears yet."""
        while True:
            given = "".join(self.chance.sample(GIVEN, self.chance.choice((1, 2, 2, 2))))
            name = (surname or self.chance.choice(SURNAMES)) + given
            if name not in self._names:
                self._names.add(name)
                return name

    def phone(self) -> str:
        """A mobile number that nobody has yet."""
        while True:
            number = f"1{self.chance.choice('3578')}{self.chance.randrange(10**9):09d}"
            if number not in self._phones:
                self._phones.add(number)
                return number

    def id_number(self, gender: str, years: tuple[int, int] = (1948, 1996)) -> str:
        """A valid invented number; odd sequence for a man."""
        born = date(self.chance.randint(*years), 1, 1) + timedelta(days=self.chance.randrange(365))
        sequence = 2 * self.chance.randrange(5, 499) + (gender == "男")
        return with_check_digit(f"370599{born:%Y%m%d}{sequence:03d}")

    def person(self, flat: Flat, *, name: str = "", child_of: Person | None = None) -> Person:
        """A new person in a flat; a child has a parent's phone and surname."""
        gender = self.chance.choice("男女")
        years = (2005, 2014) if child_of else (1948, 1996)
        person = Person(
            key=len(self.people),
            name=name or self.name(child_of.name[0] if child_of else ""),
            gender=gender,
            id_number=self.id_number(gender, years),
            phone=child_of.phone if child_of else self.phone(),
            flat=flat,
            grid=self.grid_of[flat[:2]],
            phone_in_register=self.chance.random() < 0.8,
        )
        self.people.append(person)
        return person

    def household(self) -> list[Person]:
        """A couple, a single person or a family in a flat of their own."""
        flat = self.flat()
        first = self.person(flat)
        members = [first]
        if self.chance.random() < 0.7:
            members.append(self.person(flat))
            members[-1].gender = "女" if first.gender == "男" else "男"
            members[-1].id_number = self.id_number(members[-1].gender)
        if self.chance.random() < 0.4:
            members.append(self.person(flat, child_of=first))
        return members

    def one_digit_off(self, phone: str) -> str:
        """A telephone that nobody has and that differs from this one in a digit."""
        while True:
            place = self.chance.randrange(4, 11)
            other = phone[:place] + str(self.chance.randrange(10)) + phone[place + 1 :]
            if other not in self._phones:
                self._phones.add(other)
                return other

    def alike_number(self, person: Person) -> str:
        """Another person's number with the same first six and last four characters."""
        while True:
            number = self.id_number(person.gender)
            if number[-4:] == person.id_number[-4:] and number != person.id_number:
                return number
