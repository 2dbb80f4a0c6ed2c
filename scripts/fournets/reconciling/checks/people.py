"""Facts about people that cannot all be true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from fournets.model import Address, Finding
from fournets.reconciling.checks.desk import Desk
from fournets.reconciling.paper_items import GENDERS
from fournets.reconciling.view import AT, each
from fournets.values.addresses import format_address
from fournets.values.identity import is_valid_id, sex
from fournets.values.phones import mobiles

YEARS_APART = 2
"""An age may be counted from birth, from New Year or as 虚岁: so many years are no contradiction."""
HOUSEHOLDS_OF_A_PHONE = 3
ID_SIGNS, SEX_SIGN = 18, 16
"""How long an ID number is, and which of its signs is odd for a man."""


def gender_contradicts(desk: Desk) -> Iterator[Finding]:
    """A sex that is not the one of the ID number in the same row."""
    for form in ("households", "returnees"):
        frame = desk.view.records(form)
        frame = frame[frame["gender"].isin(list(GENDERS)) & (frame["id_number"].str.len() == ID_SIGNS)]
        is_male = frame["id_number"].str[SEX_SIGN].isin(list("13579"))
        for record in each(frame[is_male != (frame["gender"] == "male")]):
            if by_number := sex(record["id_number"]):
                words = {"written": GENDERS[record["gender"]], "by_number": GENDERS[by_number]}
                yield desk.at(record, "gender_contradicts", "gender", name=record["name"], **words)


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
        for record in each(frame[frame["extra"].str.contains("年龄|出生", regex=True)]):
            born = _born(record["id_number"])
            said = _year_said(record["extra"], desk.view.day.year) if born else None
            if said is not None and abs(said[0] - born) > said[1]:
                words = {"written": said[2], "born": str(born)}
                yield desk.at(record, "age_contradicts", "id_number", name=record["name"], **words)


def _born(id_number: str) -> int:
    return int(id_number[6:10]) if is_valid_id(id_number) else 0


def _year_said(extra: str, this_year: int) -> tuple[int, int, str] | None:
    """The year of birth that a column 年龄 or 出生日期 comes to, how far it may be off, and what is written there."""
    for heading, cell in json.loads(extra).items():
        written = str(cell).strip()
        if "年龄" in heading and (age := re.fullmatch(r"(\d{1,3})\s*(?:周?岁)?", written)):
            return this_year - int(age[1]), YEARS_APART, f"{age[1]}岁"
        if "出生" in heading and (year := re.match(r"((?:19|20)\d{2})(?!\d{5,})", written)):
            return int(year[1]), 0, written
    return None


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
