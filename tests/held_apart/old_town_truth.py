"""What the old town's desk must come to, day by day, reckoned from what was dropped and from nothing else."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tests.held_apart.old_town import Home, Journey, Town, due
from tests.held_apart.old_town_desk import Drop, Entry

Tally = tuple[str, str, str, str]
"""Tally, group, the group's true value (a grid's place in the list), period."""


@dataclass
class State:
    """The current rows of a desk: of two versions of a row the one whose file was saved later."""

    town: Town
    current: dict[tuple[object, ...], tuple[dt.datetime, Drop, Entry]] = field(default_factory=dict)
    signed: dict[str, dt.date] = field(default_factory=dict)
    """By true person: when the notice was signed, by the list of papers."""
    taken: list[Drop] = field(default_factory=list)

    def take(self, drop: Drop) -> None:
        """One file; the same bytes again change nothing."""
        self.taken.append(drop)
        for entry in drop.entries:
            identity = (entry.form, *entry.key)
            known = self.current.get(identity)
            if known is None or known[0] <= drop.saved:
                self.current[identity] = (drop.saved, drop, entry)

    def of(self, form: str) -> list[Entry]:
        """The current rows of a form."""
        return [entry for _, _, entry in self.current.values() if entry.form == form]

    def grid_of(self, key: str) -> str:
        """The grid of a true person."""
        return next((str(person.home.grid) for person in self.town.people if person.key == key), "")


def journeys(state: State, day: dt.date) -> list[Journey]:
    """The returns that the sheets tell of and that have happened."""
    told = {(entry.person, entry.key[1]) for form in ("returnees", "quarantine") for entry in state.of(form)}
    return [each for each in state.town.journeys if (each.person.key, each.arrived) in told and each.arrived <= day]


def status(state: State, journey: Journey, day: dt.date) -> str:
    """A case's status, the first that fits."""
    last = due(state.town, journey.category, journey.left, journey.arrived)
    if last is None:
        return "not_required"
    if journey.transferred:
        return "transferred"
    rows = [e for e in state.of("quarantine") if e.person == journey.person.key and e.key[1] == journey.arrived]
    if any(row.fields["released_date"] and row.fields["released_date"] <= f"{day}" for row in rows):
        return "released"
    if day > last:
        return "to_release"
    paper = state.signed.get(journey.person.key)
    if any(row.fields["notice_signed"] == "yes" for row in rows) or (paper and paper <= day):
        return "in_quarantine"
    return "to_notify"


def coverage(state: State, day: dt.date) -> dict[Home, tuple[str, str]]:
    """Status and last visit of every home of the register."""
    visits: dict[Home, list[tuple[str, str]]] = defaultdict(list)
    for entry in state.of("screening"):
        if entry.fields["date"] <= f"{day}" and entry.home:
            visits[entry.home].append((entry.fields["date"], entry.fields["visit_status"]))
    found = {}
    for home in {entry.home for entry in state.of("households") if entry.home}:
        seen = sorted(visits[home])
        if not seen:
            found[home] = ("never_visited", "")
        else:
            found[home] = ("checked" if any(each[1] == "checked" for each in seen) else seen[-1][1], seen[-1][0])
    return found


def bucket(state: State, entry: Entry, day: dt.date) -> str:
    """The bucket of one dispatched row."""
    kind = entry.fields["bucket"]
    if kind not in ("case", "mismatch"):
        return kind
    if kind == "mismatch":
        return "registered_mismatch"
    own = [each for each in journeys(state, day) if each.person.key == entry.person]
    if not own:
        return "missed"
    return "period_over" if status(state, own[-1], day) in ("to_release", "released") else "already_managed"


def tallies(state: State, day: dt.date, fever: float) -> dict[Tally, int]:
    """Every number that the sheets decide: community and grid."""
    numbers: Counter[Tally] = Counter()
    cases = [(each, status(state, each, day)) for each in journeys(state, day)]
    _people(state, day, numbers)
    _cases(cases, day, numbers)
    _temperatures(state, day, fever, numbers)
    _events(state, day, numbers)
    homes = coverage(state, day)
    for home, (found, _) in homes.items():
        for name in ("households", f"households_{found}"):
            _count(numbers, name, "current", str(home.grid))
    for entry in state.of("dispatch"):
        _count(numbers, f"dispatch_{bucket(state, entry, day)}", "cumulative", "")
        _count(numbers, "dispatch_rows", "cumulative", "")
    return dict(numbers)


def _count(numbers: Counter[Tally], name: str, period: str, grid: str, amount: int = 1) -> None:
    numbers[name, "community", "", period] += amount
    if grid:
        numbers[name, "grid", grid, period] += amount


def _people(state: State, day: dt.date, numbers: Counter[Tally]) -> None:
    numbers["grids", "community", "", "current"] = len({entry.key[0] for entry in state.of("grids")})
    numbers["grid_workers", "community", "", "current"] = len({entry.fields["worker"] for entry in state.of("grids")})
    numbers["compounds", "community", "", "current"] = len(state.of("compounds"))
    companies = {entry.fields["property_company"] for entry in state.of("compounds")} - {""}
    numbers["property_companies", "community", "", "current"] = len(companies)
    numbers["checkpoints", "community", "", "current"] = len(state.of("checkpoints"))
    numbers["branches", "community", "", "current"] = len({e.fields["branch"] for e in state.of("volunteers")})
    for kind in ("party", "resident"):
        many = sum(entry.fields["kind"] == kind for entry in state.of("volunteers"))
        numbers[f"volunteers_{kind}", "community", "", "current"] = many
    for key in {entry.person for entry in state.of("households")}:
        _count(numbers, "residents", "current", state.grid_of(key))
    screened: dict[str, set[str]] = defaultdict(set)
    for entry in state.of("screening"):
        if entry.fields["visit_status"] == "checked" and entry.fields["date"] <= f"{day}":
            screened["cumulative"].add(entry.person)
            if entry.fields["date"] == f"{day}":
                screened["today"].add(entry.person)
    for period, keys in screened.items():
        for key in keys:
            _count(numbers, "persons_screened", period, state.grid_of(key))


def _cases(cases: list[tuple[Journey, str]], day: dt.date, numbers: Counter[Tally]) -> None:
    for journey, found in cases:
        grid = str(journey.person.home.grid)
        names = ["returnees"]
        if journey.category in ("wuhan", "hubei"):
            names.append("returnees_hubei")
        if journey.category in ("wuhan", "key_area"):
            names.append(f"returnees_{journey.category}")
        for name in names:
            _count(numbers, name, "cumulative", grid)
            if journey.arrived == day:
                _count(numbers, name, "today", grid)
        if found in ("to_notify", "in_quarantine", "to_release"):
            _count(numbers, "cases_open", "current", grid)
            _count(numbers, "temperatures_due", "today", grid, 2)
        _count(numbers, f"cases_{found}", "current", grid)


def _temperatures(state: State, day: dt.date, fever: float, numbers: Counter[Tally]) -> None:
    for entry in state.of("temperatures"):
        if entry.fields["date"] > f"{day}":
            continue
        for period in ("cumulative", "today") if entry.fields["date"] == f"{day}" else ("cumulative",):
            grid = state.grid_of(entry.person)
            _count(numbers, "temperatures_taken", period, grid)
            if entry.fields["temperature"] and float(entry.fields["temperature"]) >= fever:
                _count(numbers, "fever_readings", period, grid)


def _events(state: State, day: dt.date, numbers: Counter[Tally]) -> None:
    materials = {"announcement": "announcements", "leaflet": "leaflets", "banner": "banners"}
    services = {"shopping": "shopping_errands", "rubbish": "rubbish_collections", "comfort": "comfort_visits"}
    people: dict[str, set[str]] = defaultdict(set)
    for form in ("gate", "duty", "disinfection", "publicity", "errands", "fever", "passes"):
        for entry in state.of(form):
            said = entry.fields
            date = said.get("date") or said.get("issued_date", "")
            if date > f"{day}":
                continue
            for period in ("cumulative", "today") if date == f"{day}" else ("cumulative",):
                if form == "gate":
                    if said["result"] == "admitted":
                        _count(numbers, "gate_entries", period, "")
                    elif said["plate"]:
                        _count(numbers, "vehicles_turned_back", period, "")
                    if said["result"] == "turned_back":
                        _count(numbers, "persons_turned_back", period, "")
                elif form == "duty":
                    _count(numbers, "duty_shifts", period, "")
                    people[period].add(entry.person)
                elif form == "disinfection":
                    _count(numbers, "disinfected_m2", period, "", int(said["area_m2"]))
                    _count(numbers, "disinfection_person_times", period, "", int(said["person_times"]))
                elif form == "publicity":
                    _count(numbers, materials[said["material"]], period, "", int(said["quantity"]))
                elif form == "errands":
                    _count(
                        numbers,
                        services[said["service"]],
                        period,
                        str(entry.home.grid) if entry.home else "",
                        int(said["times"]),
                    )
                elif form == "fever":
                    _count(numbers, "fever_referrals", period, state.grid_of(entry.person))
                elif form == "passes":
                    _count(numbers, "passes_issued", period, "")
    for period, keys in people.items():
        numbers["people_on_duty", "community", "", period] = len(keys)
