"""What visits show: flats that no register has, contacts after the arrival, people met before they came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fournets.model import Address, Finding
from fournets.reconciling.case_events import WITHIN_DAYS, days_between
from fournets.reconciling.cases import Case
from fournets.reconciling.checks.desk import Desk, Record, day_words
from fournets.reconciling.view import AT, PLACE, each
from fournets.values.addresses import format_address, walking_key

SHOWN_FLATS = 3
POSITIVE_CONTACT = re.compile(r"^(?!no$|无|没|未|否|不)(?:yes$|.*(?:接触|密接|同行|同乘|有).*)")


def not_in_register(desk: Desk) -> Iterator[Finding]:
    """Somebody was met in a flat that the register of that compound, a whole one, does not have."""
    registered = {address.compound for address in desk.register.grid_of} - desk.partial_registers.keys()
    frame = desk.seen
    met = frame["found"] & frame["address"].isna() & (frame["at_flat"] != "") & frame["at_compound"].isin(registered)
    for record in each(frame[met].drop_duplicates(list(AT))):
        address = format_address(Address(*(record[name] for name in AT)))
        yield desk.at(record, "not_in_register", "flat", address=address)


def register_incomplete(desk: Desk) -> Iterator[Finding]:
    """A compound whose register lacks so many flats that it is the register that is asked for, not each of them."""
    for compound, flats in sorted(desk.partial_registers.items()):
        shown = "、".join(format_address(address._replace(compound="")) for address in flats[:SHOWN_FLATS])
        yield Finding("register_incomplete", "households", params={
            "compound": compound, "count": str(len(flats)), "addresses": shown,
        })  # fmt: skip


def building_without_grid(desk: Desk) -> Iterator[Finding]:
    """A building with homes of no grid in a compound that the register of grids divides: the register lacks it."""
    divided = {compound for compound, _ in desk.view.linked.grid_of}
    homes = [
        (Address(*place), grid) for *place, grid in desk.view.linked.people[[*PLACE, "grid"]].itertuples(index=False)
    ]
    lacking: dict[Address, set[Address]] = {}
    for address, grid in (*homes, *desk.register.grid_of.items()):
        if not grid and address.building and address.compound in divided:
            lacking.setdefault(Address(address.compound, address.building), set()).add(address)
    for building, flats in sorted(lacking.items(), key=lambda pair: walking_key(pair[0])):
        words = {"building": format_address(building), "count": str(len(flats))}
        yield Finding("building_without_grid", "grids", params=words)


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


def met_before_arrival(desk: Desk) -> Iterator[Finding]:
    """A visit that met somebody, or a temperature, dated when he had not arrived yet.

    A visit to a flat where others live may have met these, a call may have reached him on his way.
    """
    for form in ("temperatures", "screening"):
        frame = desk.view.records(form) if form == "temperatures" else desk.seen
        for record in each(frame[frame["person_id"].isin(desk.of_person.keys()) & (frame["when"] != "")]):
            case = _coming(desk.of_person[record["person_id"]], record["when"])
            if case is not None and _is_of_him(desk, record, form):
                words = {"day": day_words(record["when"]), "arrived": day_words(case.stay.arrivals[0])}
                yield desk.at(record, "met_before_arrival", "date", name=record["name"], **words)


def _coming(cases: list[Case], day: str) -> Case | None:
    """The stay that began less than 14 days after the day, where he was away for sure: he had left, or nobody knows."""
    for case in cases:
        first = case.stay.arrivals[0] if case.stay.arrivals else ""
        left = case.values["left_date"]
        if day < first and days_between(day, first) <= WITHIN_DAYS:
            is_here = any(one.stay.arrived and one.stay.arrived <= day for one in cases) or (left and day < left)
            return None if is_here else case
    return None


def _is_of_him(desk: Desk, record: Record, form: str) -> bool:
    """Whether the row can be about nobody but him."""
    if form == "temperatures":
        return bool(record["temperature"])
    others = desk.homes.get(record["address"] or Address(*(record[name] for name in AT)), {})
    is_alone = not set(others.values()) - {record["person_id"]} and record["people_count"] in ("", "1")
    return is_alone and bool(record["found"]) and str(record["method"]) != "phone"
