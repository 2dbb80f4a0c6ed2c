"""Who and what passed a gate that should not have, and passes of people whom nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from fournets.model import Address, Finding
from fournets.reconciling.case_rules import chinese_day
from fournets.reconciling.cases import Case
from fournets.reconciling.checks.desk import Desk, Record, day_words
from fournets.reconciling.view import AT, each
from fournets.values.addresses import format_address
from fournets.values.plates import is_local

OVERLAP_MINUTES = 30
"""Two turns of duty that overlap for longer cannot be one person's."""
A_DAY_OF_MINUTES = 24 * 60


def quarantined_at_gate(desk: Desk) -> Iterator[Finding]:
    """Somebody in quarantine on a gate's list, from the day after the arrival until the period or the release."""
    frame = desk.view.records("gate")
    frame = frame[frame["person_id"].isin(desk.of_person.keys())]
    for record in each(frame):
        case = next((one for one in desk.of_person[record["person_id"]] if _has_to_stay(one, record["when"])), None)
        if case is not None:
            words = {"checkpoint": record["checkpoint"], "day": day_words(record["when"])}
            period = f"{chinese_day(case.stay.arrived)}至{chinese_day(case.period.due)}"
            yield desk.at(record, "quarantined_at_gate", "name", name=record["name"], period=period, **words)


def _has_to_stay(case: Case, day: str) -> bool:
    if not case.period.due or case.transferred or not day:
        return False
    released = case.values["released_date"] or "9999"
    return case.stay.arrived < day <= case.period.due and day < released


def plate_admitted(desk: Desk) -> Iterator[Finding]:
    """A car from elsewhere that was let in without a pass."""
    frame = desk.view.records("gate")
    passes = set(desk.view.records("passes")["plate"])
    frame = frame[(frame["result"] == "admitted") & (frame["plate"] != "") & ~frame["plate"].isin(passes)]
    prefix = desk.view.settings.local_plate_prefix
    for record in each(frame[[not is_local(plate, prefix) for plate in frame["plate"]]]):
        yield desk.at(record, "plate_admitted", "plate", plate=record["plate"])


def pass_without_resident(desk: Desk) -> Iterator[Finding]:
    """A pass whose holder and whose flat are not in the register of a compound that has a whole one."""
    frame = desk.view.records("passes")
    registered = {address.compound for address in desk.register.grid_of} - desk.partial_registers.keys()
    frame = frame[frame["at_compound"].isin(registered) & (frame["at_flat"] != "")]
    for record in each(frame[~frame["person_id"].isin(desk.residents)]):
        address = _address(record)
        if desk.register.find(address) is None:
            words = {"plate": record["plate"], "address": format_address(address)}
            yield desk.at(record, "pass_without_resident", "plate", name=record["name"] or "持证人", **words)


def _address(record: Record) -> Address:
    return Address(*(str(record[name]) for name in AT))


def two_posts(desk: Desk) -> Iterator[Finding]:
    """One person's turns of duty at different posts that overlap."""
    frame = desk.view.records("duty")
    frame = frame[(frame["person_id"] != "") & (frame["when"] != "") & (frame["post"] != "")]
    frame = frame.assign(who=_who_stands(desk, frame))
    posts = frame.groupby(["who", "when"])["post"].transform("nunique")
    for _, rows in frame[posts > 1].groupby(["who", "when"]):
        for one, other in combinations(each(rows), 2):
            if one["post"] != other["post"] and _overlap(one, other):
                words = {"day": day_words(other["when"]), "posts": f"{one['post']}、{other['post']}"}
                yield desk.at(other, "two_posts", "post", name=other["name"], **words)


def _who_stands(desk: Desk, frame: pd.DataFrame) -> list[str]:
    """The person of each turn; of those known by this sheet's mere name, the name, unless several people bear it."""
    links = desk.view.linked.links
    lone = set(links["person_id"][links["rule"] == "name_alone"])
    bearers: Counter[str] = Counter()
    people = desk.view.linked.people
    for name, person in zip(people["name"], people["person_id"], strict=True):
        bearers[name] += person not in lone
    return [
        name if person in lone and bearers[name] <= 1 else person
        for name, person in zip(frame["name"], frame["person_id"], strict=True)
    ]


def _overlap(one: Record, other: Record) -> bool:
    """By the times of signing in and out; where one is missing, by the same turn."""
    times = [_minutes(str(turn[name])) for turn in (one, other) for name in ("sign_in", "sign_out")]
    if None in times:
        return bool(one["shift"]) and one["shift"] == other["shift"]
    first_in, first_out, second_in, second_out = (time or 0 for time in times)
    first_out += A_DAY_OF_MINUTES if first_out < first_in else 0
    second_out += A_DAY_OF_MINUTES if second_out < second_in else 0
    return min(first_out, second_out) - max(first_in, second_in) > OVERLAP_MINUTES


def _minutes(clock: str) -> int | None:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdecimal() and minutes.isdecimal() else None
