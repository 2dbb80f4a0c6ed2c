"""Who lives with somebody in quarantine, or came along with him, and is on no list himself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fournets.model import Address, Finding
from fournets.reconciling.cases import Case
from fournets.reconciling.checks.desk import MANY, Desk, day_words
from fournets.reconciling.view import AT, each

SEVERE = ("wuhan", "hubei")
SHOWN_NAMES = 3
_NAMES = re.compile(r"[、,，;；/\s和及]+")
_APART = re.compile(
    r"独居|独住|独自|一人居住|单独(?:居住|隔离)|分开(?:居住|住)|(?:家人|家属|其他人).{0,6}(?:搬|另住|不在|外)"
)


def companion_without_case(desk: Desk) -> Iterator[Finding]:
    """Somebody who came along, lives in the same flat and is on no list of returnees."""
    for case in desk.cases.cases:
        for event in case.stay.of("returnees"):
            members = desk.homes.get(Address(*(event.says(name) for name in AT)), {})
            for companion in _NAMES.split(event.says("companions")) if case.period.needs_quarantine else ():
                if members.get(companion, "") not in ("", *desk.of_person):
                    yield desk.on(case, event, "companion_without_case", "companions", companion=companion)


def cohabitant_not_quarantined(desk: Desk) -> Iterator[Finding]:
    """Registered housemates of an open case from Wuhan or Hubei who are not on the ledger themselves.

    Not where the desk leaves most housemates off: what is asked of them is the office's to decide.
    """
    flats: dict[tuple[Address, ...], Case] = {}
    for case in _severe(desk):
        flats.setdefault(tuple(sorted(_flats(case))), case)
    free = {key: names for key, case in flats.items() if (names := _free(desk, case))}
    shared = [key for key, case in flats.items() if _housemates(desk, case)]
    if len(free) >= MANY and 2 * len(free) > len(shared):
        return
    for key, names in free.items():
        event = flats[key].stay.events[-1]
        yield desk.on(flats[key], event, "cohabitant_not_quarantined", "name", others="、".join(names[:SHOWN_NAMES]))


def _severe(desk: Desk) -> Iterator[Case]:
    for case in desk.cases.cases:
        if case.is_open and case.values["category"] in SEVERE and case.stay.arrived:
            yield case


def _flats(case: Case) -> set[Address]:
    return {place for event in case.stay.events if (place := Address(*(event.says(name) for name in AT))).flat}


def _housemates(desk: Desk, case: Case) -> Mapping[str, str]:
    """Person → name of those whom the register has in the flat beside the case."""
    names = {person: name for place in _flats(case) for name, person in desk.homes.get(place, {}).items()}
    return {person: name for person, name in names.items() if person != case.stay.person_id}


def _free(desk: Desk, case: Case) -> list[str]:
    """The housemates without a case of their own; none where the rows say that he lives apart from them."""
    if any(_APART.search(event.says(name)) for event in case.stay.events for name in ("note", "measure", "extra")):
        return []
    return [name for person, name in _housemates(desk, case).items() if person not in desk.of_person]


def cohabitant_on_duty(desk: Desk) -> Iterator[Finding]:
    """Somebody at a post who lives with an open case from Wuhan or Hubei."""
    housemates: dict[str, Case] = {}
    for case in _severe(desk):
        housemates |= dict.fromkeys(_housemates(desk, case), case)
    duty = desk.view.records("duty")
    turns = duty[duty["person_id"].isin(housemates.keys())].sort_values("when", kind="stable")
    for record in each(turns.drop_duplicates("person_id", keep="last")):
        case = housemates[record["person_id"]]
        if record["when"] > case.stay.arrived:
            about = desk.name(case.stay.person_id)
            words = {"case": about, "day": day_words(record["when"]), "post": record["post"]}
            yield desk.at(record, "cohabitant_on_duty", "name", name=record["name"], **words)
