"""Compounds by their register's names, and which grid a building belongs to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fournets.model import Address
from fournets.values.addresses import PART_OF_COMPOUND, expand_buildings
from fournets.values.compounds import bare_compound, compounds_in, other_names, split_names

_GENERIC = re.compile(r"(?<=..)(?:小区|社区|生活区)$")
_OTHER_NAME = re.compile(r"曾用|[原旧别俗又老]名|[别旧俗又简]称|也叫|习惯叫法")
"""Headings of the register of compounds below which a compound's other names stand."""
_PART_BEFORE = re.compile(rf"{PART_OF_COMPOUND}(?=.)")
_PART = re.compile(rf"(?<=..){PART_OF_COMPOUND}$")


class Compounds:
    """The compounds that the desk's own registers know.

    Another spelling (惠泽, 东营市胜利街道惠泽小区) is folded into the register's name when exactly one fits.
    """

    def __init__(
        self,
        registered: Iterable[str],
        met: Iterable[str] = (),
        *,
        also: Iterable[str] = (),
        called: Mapping[str, str] | None = None,
    ) -> None:
        """`registered` are the names of the register of compounds, all of them different ones.

        `also` are those of other registers, which may spell one of these with or without 小区; `met` those of
        residents' sheets, where nothing registered fits. `called` maps other names, as that of a former time, to these.
        """
        self.known: list[str] = sorted({name for name in registered if name})
        self._called = {other: name for other, name in (called or {}).items() if name in self.known}
        for name in _longest_first(also):
            if name not in self.known and len(self._same_but_for_kind(name)) != 1 and not self._by_other_name(name):
                self.known.append(name)
        for name in _longest_first(met):
            if not self._fitting(name) and not self._is_part(name):
                self.known.append(name)
        self._folded: dict[str, str] = {"": ""}

    def fold(self, written: str) -> str:
        """The register's name, or what was written when none or several fit."""
        folded = self._folded.get(written)
        if folded is None:
            fitting = self._fitting(written)
            folded = self._folded[written] = fitting[0] if len(fitting) == 1 else written
        return folded

    def knows(self, name: str) -> bool:
        """Whether this is one of our compounds, in any spelling."""
        return self.fold(name) in self._names

    def find(self, text: str) -> str:
        """The one compound that a text (a checkpoint's name, a destination) begins with or mentions, else nothing."""
        spelled = {name: name for name in self.known} | self._called
        written = [name for name in spelled if name in text]
        written = [name for name in written if not any(name != other and name in other for other in written)]
        named = list(dict.fromkeys(spelled[name] for name in written))
        if not named:
            named = [name for name in self.known if (bare := _GENERIC.sub("", name)) and bare in text]
        return named[0] if len(named) == 1 else ""

    def placed(self, written: Address) -> Address:
        """An address with its compound by the register's name."""
        parted = self._parted(written)
        return parted._replace(compound=self.fold(parted.compound))

    def _parted(self, written: Address) -> Address:
        """Compound and building parted where the registers part them.

        东区 may stand in a compound's name (家属院东区, 5) or in its building's (家属院, 东区5), shops be a compound of
        their own (胜利路商铺, 12) or a building of one (胜利路, 商铺, 12): the name that the registers know decides.
        """
        compound, building = written.compound, written.building
        part = _PART_BEFORE.match(building)
        if part and compound + part[0] in self._names:
            return written._replace(compound=compound + part[0], building=building[part.end() :])
        if not compound or compound in self._names:
            return written._replace(building="") if building and compound.endswith(building) else written
        if building and compound + building in self._names:
            return written._replace(compound=compound + building, building="")
        part = _PART.search(compound)
        if part and (whole := compound[: part.start()]) in self._names:
            return written._replace(compound=whole, building=part[0] + building)
        return written

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.known)

    def _fitting(self, written: str) -> list[str]:
        if written in self.known:
            return [written]
        if other := self._by_other_name(written):
            return [other]
        bare = _GENERIC.sub("", written)
        if same := self._same_but_for_kind(written):
            return same
        longer = [name for name in self.known if len(bare) > 1 and name.startswith(bare)]
        return longer or [name for name in self.known if bare.endswith(_GENERIC.sub("", name))]

    def _by_other_name(self, written: str) -> str:
        """The compound of another name (轴承厂家属院, 原轴承厂家属院), also where both stand (石桥里原轴承厂家属院)."""
        if not self._called:
            return ""
        before, formerly, after = written.partition("原")
        names = (written, after if formerly and (not before or before in self.known) else "")
        bare = {_GENERIC.sub("", other): name for other, name in self._called.items()}
        return next((bare[key] for name in names if (key := _GENERIC.sub("", name)) in bare), "")

    def _is_part(self, name: str) -> bool:
        """Whether this is a part (东区) of a compound that is known."""
        part = _PART.search(name)
        return part is not None and name[: part.start()] in self.known

    def _same_but_for_kind(self, written: str) -> list[str]:
        """Known names that differ in 小区 at the end alone."""
        bare = _GENERIC.sub("", written)
        return [name for name in self.known if _GENERIC.sub("", name) == bare]


def called(registered: Iterable[str], extras: Iterable[str]) -> dict[str, str]:
    """Other name → compound, by the register's rows: a column of former names, or brackets behind the name itself.

    A name that a compound of its own bears, or that two are called by, is left out.
    """
    rows = [(name, extra) for name, extra in zip(registered, extras, strict=True) if name]
    own = {name for name, _ in rows}
    found: dict[str, set[str]] = {}
    for name, extra in rows:
        for other in _others(extra):
            found.setdefault(other, set()).add(name)
    return {other: names.pop() for other, names in found.items() if len(names) == 1 and other not in own}


def _others(extra: str) -> Iterator[str]:
    for heading, written in json.loads(extra).items() if extra else ():
        if _OTHER_NAME.search(heading):
            yield from (name for part in split_names(written) if len(name := bare_compound(part)) > 1)
        yield from other_names(written)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted({name for name in names if name}, key=lambda name: (-len(name), name))


def of_grids(compounds: Iterable[str], buildings: Iterable[str]) -> set[str]:
    """The compounds of a register of grids: of their own column, and those named among its buildings."""
    return {*compounds, *(name for text in set(buildings) for name in compounds_in(text))}


@dataclass(frozen=True, slots=True)
class GridRegister:
    """`grid_of` maps (compound, building) to its grid; building "" where the whole compound is one grid's."""

    grid_of: Mapping[tuple[str, str], str]
    compounds_of: Mapping[str, tuple[str, ...]]

    def grid(self, compound: str, building: str) -> str:
        """The grid that the register gives an address, else nothing."""
        return (self.grid_of.get((compound, building)) or self.grid_of.get((compound, ""), "")) if compound else ""

    def compound(self, grid: str, building: str) -> str:
        """The compound that is meant in a sheet of this grid, when only one can be."""
        compounds = self.compounds_of.get(grid, ())
        if len(compounds) > 1:
            compounds = tuple(name for name in compounds if self.grid_of.get((name, building)) == grid)
        return compounds[0] if len(compounds) == 1 else ""


def register_grids(rows: Iterable[tuple[str, str, str]], compounds: Compounds) -> GridRegister:
    """From (grid, compound, buildings) in order of their files: a later claim on a building replaces an earlier one."""
    grid_of: dict[tuple[str, str], str] = {}
    compounds_of: dict[str, dict[str, None]] = {}
    for grid, compound, buildings in rows:
        for name, stretch in _stretches(compounds.fold(compound), buildings, compounds):
            if grid and name:
                compounds_of.setdefault(grid, {})[name] = None
                grid_of |= {(name, building): grid for building in expand_buildings(stretch) or ("",)}
    return GridRegister(grid_of, {grid: tuple(names) for grid, names in compounds_of.items()})


def _stretches(compound: str, buildings: str, compounds: Compounds) -> list[tuple[str, str]]:
    """The compounds that a cell of buildings names itself (惠泽1-3号楼、康乐5号楼), else the row's compound."""
    names = "|".join(
        re.escape(name)
        for known in sorted(compounds.known, key=len, reverse=True)
        for name in (known, _GENERIC.sub("", known))
    )
    parts = re.split(f"({names})", buildings) if names else [buildings]
    pairs = [
        (compounds.fold(name), stretch.strip(" :：、,，;；"))
        for name, stretch in zip(parts[1::2], parts[2::2], strict=True)
    ]
    return pairs or [(compound, buildings)]


def place_of(compounds: Compounds, grids: GridRegister, written: Address, grid: str) -> Address:
    """An address with its compound by the register's name; a missing compound follows from the sheet's grid."""
    placed = compounds.placed(written)
    if not placed.compound and (placed.building or placed.flat):
        return placed._replace(compound=grids.compound(grid, placed.building))
    return placed


class Places:
    """Addresses as the registers name them; each distinct one is worked out once."""

    def __init__(self, compounds: Compounds, grids: GridRegister) -> None:
        """By these registers."""
        self.compounds, self.grids = compounds, grids
        self._known: dict[tuple[str, ...], tuple[Address, str]] = {}

    def place(self, cells: tuple[str, ...]) -> Address:
        """The address of (compound, building, entrance, flat, grid) as a row writes them."""
        return self._both(cells)[0]

    def grid(self, cells: tuple[str, ...]) -> str:
        """The register's grid for the row's address, else the one that the row writes."""
        return self._both(cells)[1] or cells[4]

    def _both(self, cells: tuple[str, ...]) -> tuple[Address, str]:
        known = self._known.get(cells)
        if known is None:
            place = place_of(self.compounds, self.grids, Address(*cells[:4]), cells[4])
            known = self._known[cells] = (place, self.grids.grid(place.compound, place.building))
        return known
