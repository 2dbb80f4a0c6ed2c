"""Fevers that nobody followed up, readings that are missing, readings that were copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pandas as pd

from fournets.model import Finding
from fournets.reconciling.case_events import days_between
from fournets.reconciling.checks.desk import Desk, Record, day_words
from fournets.reconciling.temperature_days import A_DAY, days_from, is_fever, name_gaps
from fournets.reconciling.view import each
from fournets.reconciling.wording import has_fever

REFERRED_WITHIN = 2
"""A referral belongs to a fever of the same day or of up to two days before."""
COPIED_DAYS = 5
UNMEASURED_DAYS = 2
MEASURED = {
    "temperatures": ("temperature", "symptom"),
    "screening": ("temperature", "symptoms"),
    "gate": ("temperature", ""),
}


def fever_without_referral(desk: Desk) -> Iterator[Finding]:
    """A reading at or above the threshold, or a fever in words, of somebody who was not referred or measured again."""
    referred, cooled = _referrals(desk), _rechecks(desk)
    for form, (reading, words) in MEASURED.items():
        for record, field in _fevers(desk, form, reading, words):
            person, day = record["person_id"], record["when"]
            if not _is_settled(day, referred.get(person, ())) and (person, day) not in cooled:
                shown = {"day": day_words(day), "reading": f"{record[reading]}℃" if record[reading] else "未记"}
                yield desk.at(record, "fever_without_referral", field, name=record["name"], **shown)


def _fevers(desk: Desk, form: str, reading: str, words: str) -> Iterator[tuple[Record, str]]:
    frame = desk.view.records(form)
    frame = frame[frame["person_id"] != ""]
    hot = is_fever(frame, desk.view.settings.fever_threshold, reading)
    for record in each(frame[hot]):
        yield record, reading
    if words:
        for record in each(frame[~hot & frame[words].map(has_fever).astype(bool)]):
            yield record, words


def _referrals(desk: Desk) -> Mapping[str, list[str]]:
    frame = desk.view.records("fever")
    days: dict[str, list[str]] = {}
    for person, day in zip(frame["person_id"], frame["date"], strict=True):
        days.setdefault(person, []).append(day)
    return days


def _rechecks(desk: Desk) -> frozenset[tuple[str, str]]:
    """Person and day where a second measurement showed no fever."""
    frame = desk.view.records("temperatures")
    again = frame[(frame["slot"] == "recheck") & (frame["temperature"] != "")]
    cool = again[~is_fever(again, desk.view.settings.fever_threshold)]
    return frozenset(zip(cool["person_id"], cool["date"], strict=True))


def _is_settled(day: str, referred: list[str] | tuple[str, ...]) -> bool:
    if not day or "" in referred:
        return bool(referred)
    last = (date.fromisoformat(day) + timedelta(days=REFERRED_WITHIN)).isoformat()
    return any(day <= one <= last for one in referred)


def temperature_missing(desk: Desk) -> Iterator[Finding]:
    """Open cases without two readings on every day from the day after the arrival to the day before the report."""
    yesterday = (desk.view.day - timedelta(days=1)).isoformat()
    rows = _rows_of_each(desk)
    for case in desk.cases.cases:
        person = case.stay.person_id
        if case.is_open and case.stay.arrived and person in rows:
            first = (date.fromisoformat(case.stay.arrived) + timedelta(days=1)).isoformat()
            gaps = desk.readings.missing(person, days_from(first, min(yesterday, case.period.due)))
            if gaps:
                place = _place_of(gaps[0], rows[person])
                yield desk.at(place, "temperature_missing", "temperature", name=desk.name(person), gaps=name_gaps(gaps))


def never_measured(desk: Desk) -> Iterator[Finding]:
    """Open cases, two days after the arrival, without any reading though their grid keeps temperatures."""
    kept = set(desk.view.records("temperatures")["at_grid"]) - {""}
    for case in desk.cases.cases:
        person, arrived = case.stay.person_id, case.stay.arrived
        is_due = case.is_open and arrived and days_between(arrived, desk.view.today) > UNMEASURED_DAYS
        if is_due and case.values["grid"] in kept and not desk.readings.are_kept(person):
            yield desk.on(case, case.stay.events[-1], "never_measured", "name", arrived=day_words(arrived))


def _rows_of_each(desk: Desk) -> Mapping[str, pd.DataFrame]:
    """Each person's rows of the temperatures, the newest last."""
    frame = desk.view.records("temperatures").sort_values(["when", "row"], kind="stable")
    return {str(person): rows for person, rows in frame.groupby("person_id", sort=False) if person}


def _place_of(gap: tuple[str, str], rows: pd.DataFrame) -> Record:
    """Where somebody would write the missing reading: the row of that day and slot, of that day, else the newest."""
    day, slot = gap
    of_the_day = rows[rows["date"] == day]
    of_the_slot = of_the_day[of_the_day["slot"] == slot]
    nearest = next(found for found in (of_the_slot, of_the_day, rows) if len(found))
    return nearest.iloc[-1].to_dict()


def temperature_copied(desk: Desk) -> Iterator[Finding]:
    """The same reading every time, at least twice a day on the last five days or more."""
    frame = desk.view.records("temperatures")
    frame = frame[(frame["temperature"] != "") & (frame["person_id"] != "") & (frame["when"] != "")]
    frame = frame.sort_values(["person_id", "when"], kind="stable")
    for _, rows in frame.groupby("person_id", sort=False):
        tail = _same_at_the_end(rows)
        if tail["when"].nunique() >= COPIED_DAYS and len(tail) >= A_DAY * tail["when"].nunique():
            record = tail.iloc[-1].to_dict()
            words = {"first": day_words(tail["when"].iloc[0]), "last": day_words(record["when"])}
            name, reading = record["name"], record["temperature"]
            yield desk.at(record, "temperature_copied", "temperature", name=name, reading=reading, **words)


def _same_at_the_end(rows: pd.DataFrame) -> pd.DataFrame:
    """The stretch of one person's last rows that all have the last reading."""
    values = list(rows["temperature"])
    count = next((place for place, value in enumerate(reversed(values)) if value != values[-1]), len(values))
    return rows.iloc[len(values) - count :]
