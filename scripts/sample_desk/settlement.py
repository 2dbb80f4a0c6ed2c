"""Builds the community: compounds, grids, buildings, households and the people in them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sample_desk.identity_numbers import IdentityMaker
from sample_desk.people_names import OF_MINORITIES, NameMaker
from sample_desk.world import Community, Compound, Grid, Household, Person

COMPOUNDS = (
    ("惠泽小区", "惠泽"),
    ("胜景花园", "胜景"),
    ("安泰家园", "安泰"),
    ("锦湖苑", "锦湖"),
    ("康乐小区", "康乐"),
    ("金湾花园", "金湾"),
    ("和顺家园", "和顺"),
    ("清风苑", "清风"),
    ("泰和小区", "泰和"),
    ("福林小区", "福林"),
    ("明月花园", "明月"),
    ("春晖家园", "春晖"),
    ("丽水苑", "丽水"),
    ("银河公寓", "银河"),
    ("安居小区", "鸿运"),
    ("枫林小区", "鸿运"),
)
GRIDS_OF = (5, 4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1)
"""Grids of the first fourteen compounds; the last two share grid 36."""
TOWERS = ("金湾花园", "明月花园")
LETTERED = ("银河公寓",)
GATES = ("南门", "北门", "东门", "西门")
RESIDENCES = ("山东省东营市东营区", "山东省东营市河口区", "山东东营垦利", "山东省滨州市", "河南省商丘市", "黑龙江大庆")
PASSPORTS = 4
"""Residents from Hong Kong or abroad whose number is no resident ID."""
FLATS_OF_A_GRID = 250


class Settlers:
    """Everything drawn while the community is built comes from here."""

    def __init__(self, seed: int) -> None:
        """The same seed draws the same people."""
        self.rng = Random(f"{seed}/settlement")
        self.names = NameMaker(self.rng)
        self.identities = IdentityMaker(self.rng)
        self._people = 0

    def person(self, sex: str, age: int, name: str = "", surname: str = "") -> Person:
        """Somebody of that age with an identity of his own; children have no telephone."""
        rng = self.rng
        born = date(2019 - age, 1, 1) + timedelta(days=rng.randrange(365))
        self._people += 1
        return Person(
            f"P{self._people:05d}",
            name or self.names.any(sex, surname),
            sex,
            born,
            self.identities.id_number(born, sex),
            self._phone(age),
            rng.choice(RESIDENCES),
        )

    def _phone(self, age: int) -> str:
        if age < 13 or (age > 74 and self.rng.random() < 0.4):
            return ""
        mobile = self.identities.mobile()
        return f"{mobile};{self.identities.landline()}" if age > 50 and self.rng.random() < 0.06 else mobile


def settle(seed: int, scale: float) -> tuple[Community, Settlers]:
    """The community at a scale: 1 has 36 grids and about 9,000 households, 0.022 has 5 and about 200."""
    settlers = Settlers(seed)
    community = Community()
    flats = _grid_count(scale), FLATS_OF_A_GRID * scale * 36 / _grid_count(scale)
    for number, compounds in _chosen(flats[0]):
        _add_grid(community, settlers, number, compounds, math.ceil(flats[1]))
    _name_checkpoints(community)
    _fill(community, settlers)
    return community, settlers


def _grid_count(scale: float) -> int:
    return max(4, min(36, round(36 * math.sqrt(scale))))


def _all_grids() -> Iterator[tuple[int, list[str]]]:
    names = [name for (name, _), count in zip(COMPOUNDS, GRIDS_OF, strict=False) for _ in range(count)]
    for number, name in enumerate(names, start=1):
        yield number, [name]
    yield 36, [name for name, _ in COMPOUNDS[-2:]]


def _chosen(count: int) -> list[tuple[int, list[str]]]:
    grids = list(_all_grids())
    return [grids[round(position * 35 / (count - 1))] for position in range(count)]


def _add_grid(community: Community, settlers: Settlers, number: int, compounds: list[str], flats: int) -> None:
    worker = settlers.names.only(settlers.rng.choice(("male", "female")))
    hand = 2 if len(compounds) > 1 else len(community.grids) % 8
    grid = Grid(number, worker, settlers.identities.mobile(), hand)
    community.grids.append(grid)
    for name in compounds:
        compound = _compound(community, settlers, name)
        _build(settlers.rng, compound, grid, flats // len(compounds))


def _compound(community: Community, settlers: Settlers, name: str) -> Compound:
    for compound in community.compounds:
        if compound.name == name:
            return compound
    company = f"东营{dict(COMPOUNDS)[name]}物业服务有限公司"
    manager = settlers.names.only(settlers.rng.choice(("male", "female")))
    compound = Compound(name, company, manager, settlers.identities.mobile())
    community.compounds.append(compound)
    return compound


def _name_checkpoints(community: Community) -> None:
    for number, compound in enumerate(community.compounds):
        gates = ("东门", "北门") if number == 0 else (GATES[number % 4],)
        compound.checkpoints = [f"{compound.name}{gate}劝返点" for gate in gates]


def _build(rng: Random, compound: Compound, grid: Grid, flats: int) -> None:
    """Whole buildings until the grid has its flats; numbers go on from the compound's other grids."""
    buildings = grid.buildings.setdefault(compound.name, [])
    first = len({household.building for household in compound.households}) + 1
    built: list[Household] = []
    while len(built) < flats:
        building = _building_name(compound.name, first + len(buildings))
        buildings.append(building)
        for entrance, flat in _flats(rng, compound.name):
            if len(built) < flats:
                number = f"{grid.number:02d}{len(grid.households) + len(built) + 1:04d}"
                built.append(Household(compound.name, building, entrance, flat, grid.number, number))
    grid.households += built
    compound.households += built


def _building_name(compound: str, number: int) -> str:
    return chr(ord("A") + number - 1) if compound in LETTERED else str(number)


def _flats(rng: Random, compound: str) -> Iterator[tuple[str, str]]:
    tower = compound in TOWERS + LETTERED
    floors, across = (rng.choice((11, 15, 18)), 4) if tower else (rng.choice((5, 6, 6)), 2)
    for entrance in range(1, 2 if tower else rng.randint(3, 5)):
        for floor in range(1, floors + 1):
            for side in range(1, across + 1):
                yield "" if tower else str(entrance), f"{floor}{side:02d}"


def _fill(community: Community, settlers: Settlers) -> None:
    for household in community.households:
        if settlers.rng.random() >= 0.015:
            _move_in(household, settlers)
            community.people += household.members
    adults = [person for person in community.people if person.age() > 30]
    for name, person in zip(OF_MINORITIES, settlers.rng.sample(adults, len(OF_MINORITIES)), strict=True):
        person.name = name
    for person in settlers.rng.sample(adults, PASSPORTS):
        person.id_number = f"E{settlers.rng.randrange(10**8):08d}"


def _move_in(household: Household, settlers: Settlers) -> None:
    rng = settlers.rng
    household.tenants = rng.random() < 0.05
    age = min(86, int(rng.triangular(25, 90, 42)))
    sex = "male" if rng.random() < 0.72 else "female"
    head = _member(household, settlers, sex, age, "租户" if household.tenants else "户主")
    if rng.random() < 0.84:
        other = "female" if sex == "male" else "male"
        _member(household, settlers, other, max(23, age + rng.randint(-4, 3)), "之妻" if sex == "male" else "之夫")
    if age < 66:
        for order in range(rng.choices((0, 1, 2), (17, 58, 25))[0]):
            _child(household, settlers, head, order)
    if rng.random() < 0.16 and 30 < age < 64:
        _member(household, settlers, rng.choice(("male", "female")), age + rng.randint(23, 28), "")


def _child(household: Household, settlers: Settlers, head: Person, order: int) -> None:
    sex = settlers.rng.choice(("male", "female"))
    age = max(0, head.age() - settlers.rng.randint(24, 31) - 4 * order)
    relation = ("长", "次")[order] + ("子" if sex == "male" else "女")
    _member(household, settlers, sex, age, relation, head.name[0])


def _member(household: Household, settlers: Settlers, sex: str, age: int, relation: str, surname: str = "") -> Person:
    person = settlers.person(sex, age, surname=surname)
    while person.name in [member.name for member in household.members]:
        person.name = settlers.names.any(sex, surname)
    person.relation = relation or ("父亲" if sex == "male" else "母亲")
    person.home = household
    if age == 0 and settlers.rng.random() < 0.4:
        person.id_number = ""
    household.members.append(person)
    return person
