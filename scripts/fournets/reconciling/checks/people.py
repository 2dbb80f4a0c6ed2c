"""Facts about people that cannot all be true, and people whom the lists forget."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from fournets.model import Address, Finding
from fournets.reconciling.cases import Case
from fournets.reconciling.checks.desk import Desk, day_words
from fournets.reconciling.view import AT, each
from fournets.values.addresses import format_address
from fournets.values.identity import is_valid_id, sex
from fournets.values.phones import mobiles

YEARS_APART = 2
"""An age may be counted from birth, from New Year or as 虚岁: so many years are no contradiction."""
HOUSEHOLDS_OF_A_PHONE = 3
ID_SIGNS, SEX_SIGN = 18, 16
"""How long an ID number is, and which of its signs is odd for a man."""
SEVERE = ("wuhan", "hubei")
POSITIVE_CONTACT = re.compile(r"^(?!no$|无|没|未|否|不)(?:yes$|.*(?:接触|密接|同行|同乘|有).*)")
_NAMES = re.compile(r"[、,，;；/\s和及]+")


def gender_contradicts(desk: Desk) -> Iterator[Finding]:
    """A sex that is not the one of the ID number in the same row."""
    for form in ("households", "returnees"):
        frame = desk.view.records(form)
        frame = frame[frame["gender"].isin(["male", "female"]) & (frame["id_number"].str.len() == ID_SIGNS)]
        is_male = frame["id_number"].str[SEX_SIGN].isin(list("13579"))
        for record in each(frame[is_male != (frame["gender"] == "male")]):
            if sex(record["id_number"]):
                yield desk.at(record, "gender_contradicts", "gender", name=record["name"])


def age_contradicts(desk: Desk) -> Iterator[Finding]:
    """A year of birth or an age that is far from the ID number's."""
    ids = dict(zip(desk.view.linked.people["person_id"], desk.view.linked.people["id_number"], strict=True))
    volunteers = desk.view.records("volunteers")
    for record in each(volunteers[volunteers["birth_year"] != ""]):
        born = _born(ids.get(record["person_id"], ""))
        if born and abs(int(record["birth_year"]) - born) >= YEARS_APART:
            words = {"written": record["birth_year"], "born": str(born)}
            yield desk.at(record, "age_contradicts", "birth_year", name=record["name"], **words)
    for form in ("households", "returnees", "quarantine", "screening"):
        frame = desk.view.records(form)
        for record in each(frame[frame["extra"].str.contains("年龄", regex=False)]):
            age, born = _age(record["extra"]), _born(record["id_number"])
            if age is not None and born and abs(desk.view.day.year - age - born) > YEARS_APART:
                yield desk.at(
                    record, "age_contradicts", "id_number", name=record["name"], written=f"{age}岁", born=str(born)
                )


def _born(id_number: str) -> int:
    return int(id_number[6:10]) if is_valid_id(id_number) else 0


def _age(extra: str) -> int | None:
    written = next((value for heading, value in json.loads(extra).items() if "年龄" in heading), "")
    found = re.fullmatch(r"(\d{1,3})\s*(?:周?岁)?", str(written).strip())
    return int(found[1]) if found else None


def phone_shared(desk: Desk) -> Iterator[Finding]:
    """A mobile that the register gives to three households or more."""
    frame = desk.view.records("households")
    several = frame["phone"].str.contains(";", regex=False) | frame["phone"].duplicated(keep=False)
    frame = frame[several & (frame["phone"] != "") & (frame["at_flat"] != "")]
    homes: dict[str, dict[Address, int]] = {}
    for place, (phone, *parts) in enumerate(zip(frame["phone"], *(frame[name] for name in AT), strict=True)):
        for number in mobiles(phone):
            homes.setdefault(number, {}).setdefault(Address(*parts), place)
    for number, places in homes.items():
        if len(places) >= HOUSEHOLDS_OF_A_PHONE:
            record = frame.iloc[min(places.values())].to_dict()
            addresses = "、".join(format_address(address) for address in list(places)[:HOUSEHOLDS_OF_A_PHONE])
            words = {"phone": number, "count": str(len(places)), "addresses": addresses}
            yield desk.at(record, "phone_shared", "phone", **words)


def not_in_register(desk: Desk) -> Iterator[Finding]:
    """Somebody was met in a flat that the register of that compound does not have."""
    registered = {address.compound for address in desk.register.grid_of}
    frame = desk.seen
    met = frame["found"] & frame["address"].isna() & (frame["at_flat"] != "") & frame["at_compound"].isin(registered)
    for record in each(frame[met].drop_duplicates(list(AT))):
        address = format_address(Address(*(record[name] for name in AT)))
        yield desk.at(record, "not_in_register", "flat", address=address)


def new_contact(desk: Desk) -> Iterator[Finding]:
    """A contact with somebody infected that was written down after the arrival, while the case is open."""
    frame = desk.view.records("screening")
    frame = frame[frame["person_id"].isin(desk.of_person.keys()) & frame["contact"].str.match(POSITIVE_CONTACT)]
    for record in each(frame):
        case = desk.of_person[record["person_id"]][-1]
        is_counted = any(
            change.record["row"] == record["row"] and change.record["file"] == record["file"] for change in case.changes
        )
        if case.is_open and record["when"] > case.stay.arrived and not is_counted:
            written = "是" if record["contact"] == "yes" else record["contact"]
            words = {"day": day_words(record["when"]), "written": written}
            yield desk.at(record, "new_contact", "contact", name=record["name"], **words)


def companion_without_case(desk: Desk) -> Iterator[Finding]:
    """Somebody who came along, lives in the same flat and is on no list of returnees."""
    for case in desk.cases.cases:
        for event in case.stay.of("returnees"):
            members = desk.homes.get(Address(*(event.says(name) for name in AT)), {})
            for companion in _NAMES.split(event.says("companions")) if case.period.needs_quarantine else ():
                if members.get(companion, "") not in ("", *desk.of_person):
                    yield desk.on(case, event, "companion_without_case", "companions", companion=companion)


def cohabitant_on_duty(desk: Desk) -> Iterator[Finding]:
    """Somebody at a post who lives with an open case from Wuhan or Hubei."""
    housemates: dict[str, Case] = {}
    for case in desk.cases.cases:
        if case.is_open and case.values["category"] in SEVERE and case.stay.arrived:
            places = {Address(*(event.says(name) for name in AT)) for event in case.stay.events}
            others = {person for place in places for person in desk.homes.get(place, {}).values()}
            housemates |= dict.fromkeys(others - {case.stay.person_id}, case)
    duty = desk.view.records("duty")
    turns = duty[duty["person_id"].isin(housemates.keys())].sort_values("when", kind="stable")
    for record in each(turns.drop_duplicates("person_id", keep="last")):
        case = housemates[record["person_id"]]
        if record["when"] > case.stay.arrived:
            about = desk.name(case.stay.person_id)
            words = {"case": about, "day": day_words(record["when"]), "post": record["post"]}
            yield desk.at(record, "cohabitant_on_duty", "name", name=record["name"], **words)
