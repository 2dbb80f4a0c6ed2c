"""What the contract's sentences make of the riverside community, in plain Python over the true persons.

Nothing here is the project's code. Where the contract leaves a row to judgement, more than one bucket is allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tests.held_apart.riverside_people import Flat, Person, Stay

OPEN = ("to_notify", "in_quarantine", "to_release")
SEVERITY = ("wuhan", "hubei", "key_area", "other_province", "in_province")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a dispatched list: as written, and what can truly be read from it.

    `digits` and `number` are the visible characters of ID and phone, `*` where nothing can be seen. `place` is
    `flat`, `building`, `compound` (of ours), `abroad` (none of ours), `vague` (says nothing) or empty (not written).
    `name_seen` is the name with `*` for what is masked, `elsewhere` what its outcome says, `why` how it was made.
    """

    name: str
    id_written: str | float = ""
    phone_written: str | float = ""
    address_written: str = ""
    from_place: str = ""
    outcome: str = ""
    name_seen: str = ""
    digits: str = ""
    number: str = ""
    place: str = ""
    flat: Flat = ("", "", "", "")
    elsewhere: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """The buckets that are right for a row, and the person, where one is settled."""

    buckets: frozenset[str]
    person: Person | None = None
    sure: bool = True


def fits(pattern: str, value: str) -> bool:
    """Whether a pattern with `*` can be this value."""
    return len(pattern) == len(value) and all(seen in ("*", true) for seen, true in zip(pattern, value, strict=True))


def fits_any(pattern: str, values: Iterable[str]) -> bool:
    return any(fits(pattern, value) for value in values)


def same_name(seen: str, names: Iterable[str]) -> bool:
    """A masked name fits whoever has the visible characters where they stand; its length may be cut."""
    if "*" not in seen:
        return seen in names
    shown = seen.rstrip("*")
    return any(name.startswith(shown) and len(name) > len(shown) for name in names if shown) or fits_any(seen, names)


def full(pattern: str) -> bool:
    return bool(pattern) and "*" not in pattern


def status(stay: Stay, day: date) -> str:
    """The first that fits, as section 4 orders them."""
    if stay.category == "in_province":
        return "not_required"
    if stay.transferred and stay.transferred <= day:
        return "transferred"
    if stay.released and stay.released <= day:
        return "released"
    if stay.due and day > stay.due:
        return "to_release"
    return "in_quarantine" if stay.signed and stay.signed <= day else "to_notify"


def stays_on(person: Person, day: date) -> list[Stay]:
    """The cases of a person that the day knows of; an arrival yet to come counts in nothing."""
    return [stay for stay in person.stays if stay.told <= day and (stay.arrived is None or stay.arrived <= day)]


def candidates(row: ListRow, people: list[Person]) -> tuple[list[Person], bool]:
    """Who the row can be, by the strongest evidence that finds anybody; whether it is evidence without doubt."""

    def evidence(person: Person) -> dict[str, bool]:
        known, named = person.known, same_name(row.name_seen, person.known.names)
        id_fits, phone_fits = fits_any(row.digits, known.ids), fits_any(row.number, known.phones)
        masked = (row.digits and not full(row.digits)) or (row.number and not full(row.number))
        against = (row.digits and known.ids and not id_fits) or ("*" in row.number and known.phones and not phone_fits)
        return {
            "id": full(row.digits) and id_fits,
            "phone": named and full(row.number) and phone_fits,
            "place": named and row.place == "flat" and row.flat in known.flats,
            "masked": bool(named and masked and (id_fits or phone_fits) and not against),
            "building": named and row.place == "building" and any(row.flat[:2] == flat[:2] for flat in known.flats),
            "compound": named and row.place == "compound" and any(row.flat[0] == flat[0] for flat in known.flats),
        }

    found = [(person, evidence(person)) for person in people]
    several: list[Person] = []
    for kind in ("id", "phone", "place", "masked", "building", "compound"):
        fitting = [person for person, kinds in found if kinds[kind]]
        left = [person for person in fitting if person in several] if several else fitting
        if len(left) == 1:
            clear = kind not in ("building", "compound") and not several and ("*" not in row.name_seen or kind == "id")
            return left, clear
        several = left or several
    if not several and full(row.number):
        alike = [one for one in people if row.number in one.known.phones and _sounds(row.name_seen, one.known.names)]
        return alike, not alike
    return several, not several


def _sounds(seen: str, names: Iterable[str]) -> bool:
    """Whether a name of one surname and length may be one of these, heard and written by somebody else."""
    return any(seen[0] == name[0] and len(seen) == len(name) for name in names)


def contradicts(row: ListRow, person: Person) -> bool:
    known = person.known
    return (
        not same_name(row.name_seen, known.names)
        or bool(full(row.digits) and known.ids and row.digits not in known.ids)
        or bool(full(row.number) and known.phones and row.number not in known.phones)
    )


def masked_contradicts(row: ListRow, person: Person) -> bool:
    """Visible digits that speak against a match made otherwise: the contract names full numbers only."""
    known = person.known
    return bool(
        (row.digits and known.ids and not fits_any(row.digits, known.ids))
        or (row.number and known.phones and not fits_any(row.number, known.phones))
    )


def _of_person(row: ListRow, person: Person, day: date) -> set[str]:
    if person.elsewhere and person.elsewhere <= day:
        return {"not_here"}
    stays = stays_on(person, day)
    if not stays:
        return {"missed"}
    if contradicts(row, person):
        return {"registered_mismatch"}
    last = max(stays, key=lambda stay: stay.arrived or date.min)
    if last.category == "in_province":
        return {"already_managed", "period_over"}
    now = status(last, day)
    found = {"period_over"} if now in ("released", "to_release") else {"already_managed"}
    return found | ({"registered_mismatch"} if masked_contradicts(row, person) else set())


def expected(row: ListRow, people: list[Person], day: date, others: Sequence[ListRow] = ()) -> Expected:
    """The bucket of one row, decided in the contract's order.

    `others` are all rows of all lists: one of the same phone and (nearly) the same name may say who is meant.
    """
    if row.outcome == "查无此人":
        found = expected(replace(row, outcome=""), people, day, others)
        return (
            found if found.person and found.sure else replace(found, buckets=found.buckets | {"not_here"}, sure=False)
        )
    alone = _expected(row, people, day)
    for other in others if alone.person is None and full(row.number) else ():
        if fits(other.number, row.number) and (
            same_name(other.name_seen, (row.name,)) or _sounds(row.name, (other.name,))
        ):
            also = _expected(other, people, day).buckets | (
                {"registered_mismatch"} if other.name != row.name else set()
            )
            alone = replace(alone, buckets=alone.buckets | also, sure=False)
    return alone


def _expected(row: ListRow, people: list[Person], day: date) -> Expected:
    if row.elsewhere:
        return Expected(frozenset({"not_here"}))
    several, clear = candidates(row, people)
    without = {"missed"} if row.place in ("flat", "building", "compound") else set()
    if len(several) == 1:
        buckets = _of_person(row, several[0], day)
        if not clear:
            buckets |= without or {"to_verify"}
        return Expected(frozenset(buckets), several[0], clear)
    if several:
        return Expected(
            frozenset(without | {"to_verify"} | ({"not_here"} if row.place == "abroad" else set())), sure=False
        )
    if row.place == "abroad":
        return Expected(frozenset({"not_here"}))
    return Expected(frozenset(without or {"to_verify"}))


@dataclass(slots=True)
class Counted:
    """What the sheets of each day hold, for the tallies that are plain counts of rows."""

    temperatures: Counter[date] = field(default_factory=Counter)
    fevers: Counter[date] = field(default_factory=Counter)
    referrals: Counter[date] = field(default_factory=Counter)
    admitted: Counter[date] = field(default_factory=Counter)
    turned_back: Counter[date] = field(default_factory=Counter)


def tallies(people: list[Person], counted: Counted, day: date) -> dict[tuple[str, str], int]:
    """Community tallies of one day: (tally, period) → value."""
    stays = [(person, stay) for person in people for stay in stays_on(person, day)]
    statuses = Counter(status(stay, day) for _, stay in stays)
    returned = [(person, stay) for person, stay in stays if "returnees" in stay.shown_in]

    def persons(*categories: str) -> int:
        return len({person.key for person, stay in returned if not categories or stay.category in categories})

    values = {
        ("residents", "current"): sum(person.registered for person in people),
        ("households", "current"): len({person.flat for person in people if person.registered}),
        ("returnees", "cumulative"): persons(),
        ("returnees_wuhan", "cumulative"): persons("wuhan"),
        ("returnees_hubei", "cumulative"): persons("wuhan", "hubei"),
        ("returnees_key_area", "cumulative"): persons("key_area"),
        ("cases_open", "current"): sum(statuses[each] for each in OPEN),
        ("temperatures_due", "today"): 2 * sum(statuses[each] for each in OPEN),
        ("notices_signed", "cumulative"): sum(1 for _, stay in stays if stay.signed and stay.signed <= day),
    }
    for each in ("to_notify", "in_quarantine", "to_release", "released"):
        values[(f"cases_{each}", "current")] = statuses[each]
    for tally, counts in {
        "temperatures_taken": counted.temperatures,
        "fever_readings": counted.fevers,
        "fever_referrals": counted.referrals,
        "gate_entries": counted.admitted,
        "persons_turned_back": counted.turned_back,
    }.items():
        values[(tally, "today")] = counts[day]
        values[(tally, "cumulative")] = sum(count for when, count in counts.items() if when <= day)
    return values
