"""Which of our people a row of a dispatched list means: full ID, name + phone, name + masked digits, name + address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from fournets.model import Address
from fournets.reconciling.coverage import Register
from fournets.reconciling.view import AT, View
from fournets.values.addresses import format_address, split_address
from fournets.values.identity import matches_masked
from fournets.values.names import is_masked_name, matches_masked_name, name_key
from fournets.values.phones import matches_masked_phone

OURS = ("households", "screening", "returnees", "quarantine", "temperatures", "passes", "fever", "errands")
"""Forms whose people live or stay here; who only passed a gate or stood at a post does not."""
FULL = 18
MASKS = "*"


@dataclass(slots=True)
class Known:
    """Everything that our sheets say of one person."""

    names: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    addresses: set[Address] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of the list, cleaned. `address` is the flat that its address names, as far as it does."""

    name: str
    id_number: str
    phones: tuple[str, ...]
    address: Address
    written: str

    @property
    def full_id(self) -> str:
        """The ID number where no digit is masked."""
        return self.id_number if len(self.id_number) == FULL and MASKS not in self.id_number else ""

    @property
    def full_phones(self) -> tuple[str, ...]:
        """The numbers without masked digits."""
        return tuple(phone for phone in self.phones if phone.isdecimal())


@dataclass(frozen=True, slots=True)
class Meeting:
    """The person who is meant, why, and which identity facts contradict ours (Chinese)."""

    person_id: str
    reason: str
    contradictions: tuple[str, ...] = ()


@dataclass
class Directory:
    """Our people by what identifies them, as far as the list asks for them: by name, ID number or linked person."""

    view: View
    register: Register
    names: frozenset[str]
    ids: frozenset[str]
    persons: frozenset[str]

    @cached_property
    def people(self) -> Mapping[str, Known]:
        """Person → what all our sheets say of him."""
        asked_for = self._asked_for()
        known: dict[str, Known] = {}
        for form in OURS:
            frame = self.view.records(form)
            frame = frame[frame["person_id"].isin(asked_for)]
            ids = frame["id_number"] if "id_number" in frame.columns else [""] * len(frame)
            phones = frame["phone"] if "phone" in frame.columns else [""] * len(frame)
            places = zip(*(frame[name] for name in AT), strict=True)
            for person, name, id_number, phone, place in zip(
                frame["person_id"], frame["name"], ids, phones, places, strict=True
            ):
                one = known.setdefault(person, Known())
                one.names.add(name_key(name))
                one.ids |= {id_number} - {""}
                one.phones.update(number for number in phone.split(";") if number)
                if place[3]:
                    one.addresses.add(self.register.find(Address(*place)) or Address(*place))
        return known

    def _asked_for(self) -> set[str]:
        found = set(self.persons)
        for form in OURS:
            frame = self.view.records(form)
            found.update(frame["person_id"][frame["name"].map(self._is_named)])
            if "id_number" in frame.columns:
                found.update(frame["person_id"][frame["id_number"].isin(self.ids)])
        return found - {""}

    def _is_named(self, name: str) -> bool:
        key = name_key(name)
        return key in self.names or any(matches_masked_name(written, key) for written in self._starred)

    @cached_property
    def _starred(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if is_masked_name(name))

    def _index(self, kind: str) -> Mapping[str, list[str]]:
        index: dict[str, list[str]] = {}
        for person, known in self.people.items():
            for value in getattr(known, kind):
                index.setdefault(value, []).append(person)
        return index

    @cached_property
    def by_id(self) -> Mapping[str, list[str]]:
        """ID number → persons."""
        return self._index("ids")

    @cached_property
    def by_name(self) -> Mapping[str, list[str]]:
        """Name → persons."""
        return self._index("names")

    def meet(self, asked: Asked, linked: str) -> Meeting | None:
        """The only person who fits the strongest evidence; else the one whom linking (or a person) decided on."""
        several: Sequence[str] = ()
        for candidates, reason in self._ways(asked):
            left = [one for one in candidates if one in several] if several else candidates
            if len(left) == 1:
                return self._meeting(left[0], reason, asked)
            several = left or several
        return self._meeting(linked, "已并为同一人", asked) if linked in self.people else None

    def _meeting(self, person: str, reason: str, asked: Asked) -> Meeting:
        return Meeting(person, reason, tuple(self._contradictions(asked, self.people[person])))

    def _ways(self, asked: Asked) -> Iterator[tuple[list[str], str]]:
        if asked.full_id:
            yield self._narrowed(asked, self.by_id.get(asked.full_id, [])), "身份证号相同"
        same_name = self._named(asked.name) if asked.name else []
        yield [one for one in same_name if set(asked.full_phones) & self.people[one].phones], "姓名、电话相同"
        if MASKS in asked.id_number or any(MASKS in phone for phone in asked.phones):
            yield (
                [one for one in same_name if self._fits_masks(asked, self.people[one])],
                "姓名相同，未隐去的号码位数相符",
            )
        if asked.address.flat:
            yield [one for one in same_name if asked.address in self.people[one].addresses], "姓名、住址相同"

    def _named(self, name: str) -> list[str]:
        if not is_masked_name(name):
            return self.by_name.get(name_key(name), [])
        found = (persons for own, persons in self.by_name.items() if matches_masked_name(name_key(name), own))
        return list(dict.fromkeys(person for persons in found for person in persons))

    def _narrowed(self, asked: Asked, candidates: list[str]) -> list[str]:
        """Of several people under one ID number those of the row's name, if there are any."""
        named = [one for one in candidates if name_key(asked.name) in self.people[one].names]
        return named if len(candidates) > 1 and named else candidates

    def _fits_masks(self, asked: Asked, known: Known) -> bool:
        """The masked ID number fits; where it cannot be compared, a masked phone does."""
        if MASKS in asked.id_number and known.ids:
            return any(matches_masked(asked.id_number, own) for own in known.ids)
        masked = [phone for phone in asked.phones if MASKS in phone]
        return any(matches_masked_phone(phone, own) for phone in masked for own in known.phones)

    def _contradictions(self, asked: Asked, known: Known) -> Iterator[str]:
        """Identity facts that both sides have and that differ."""
        if (
            asked.name
            and known.names
            and not any(matches_masked_name(name_key(asked.name), own) for own in known.names)
        ):
            yield f"姓名不同（名单为{asked.name}）"
        own_ids = {one for one in known.ids if len(one) == FULL}
        if asked.full_id and own_ids and asked.full_id not in own_ids:
            yield "身份证号不同"
        fits = [
            phone in known.phones or any(matches_masked_phone(phone, own) for own in known.phones)
            for phone in asked.phones
        ]
        if fits and known.phones and not any(fits):
            yield "电话不同"


def address_of(written: str, view: View, register: Register) -> Address:
    """The flat or compound of ours that an address names; the parts that it says where it names none of ours."""
    found = split_address(written) or Address()
    office = view.settings.office
    is_office = found.compound in (office.community, office.subdistrict, office.district)
    found = found._replace(compound="") if is_office else view.compounds.placed(found)
    compound = found.compound
    if not view.compounds.knows(compound):
        compound = view.compounds.find(without_office(written, view)) or compound
    placed = found._replace(compound=compound)
    return register.find(placed) or placed


def without_office(written: str, view: View) -> str:
    """An address without our own province, city, district, street and community, which name no compound."""
    office = view.settings.office
    for own in (office.community, office.subdistrict, office.district, office.city, office.province):
        written = written.replace(own, "") if own else written
    for own in (office.province.removesuffix("省"), office.city.removesuffix("市")):
        written = written.removeprefix(own)
    return written


def shown(address: Address) -> str:
    """An address for an evidence sentence."""
    return format_address(address)
