"""What must come of a desk: cases, buckets of the dispatched list, coverage, numbers; from the true records alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

from tests.held_apart.population import DAY, FAR_PLACES, HUBEI_PLACES, PROVINCE_PLACES, Community, Journey
from tests.held_apart.truth import MUST, TrueDesk, TrueRecord

KEY_PLACES = ("河南信阳", "浙江温州", "广东深圳", "安徽合肥")
"""Of the places used, those in the project's own list of key areas."""

SEVERITY = ("wuhan", "hubei", "key_area", "other_province", "in_province")
Fact = dict[str, str]


def said(record: TrueRecord, name: str) -> str:
    """The value that the record's cell says (the first where several are right)."""
    expect = record.fields.get(name)
    return expect.values[0] if expect else ""


def category_of(place: str) -> str:
    """The category that a place of origin gives."""
    if "武汉" in place:
        return "wuhan"
    if place in HUBEI_PLACES:
        return "hubei"
    if place in KEY_PLACES:
        return "key_area"
    return "other_province" if place in FAR_PLACES else "in_province" if place in PROVINCE_PLACES else ""


def _records_by_person(desk: TrueDesk, forms: Iterable[str]) -> dict[str, list[TrueRecord]]:
    grouped: dict[str, list[TrueRecord]] = defaultdict(list)
    wanted = set(forms)
    for record in desk.records:
        if record.form in wanted and record.person and not record.optional:
            grouped[record.person].append(record)
    return grouped


def _category(records: list[TrueRecord]) -> str:
    found = {category_of(said(record, "from_place")) for record in records}
    found |= {"wuhan" for record in records if said(record, "wuhan") == "yes"}
    found |= {"hubei" for record in records if said(record, "hubei") == "yes"}
    return next((each for each in SEVERITY if each in found), "")


def _status(records: list[TrueRecord], category: str, arrived: dt.date) -> str:
    if category == "in_province":
        return "not_required"
    if any(said(record, "released_date") or said(record, "released") == "yes" for record in records):
        return "released"
    if arrived + dt.timedelta(days=14) < DAY:
        return "to_release"
    return "in_quarantine" if any(said(record, "notice_signed") == "yes" for record in records) else "to_notify"


def cases(desk: TrueDesk, community: Community) -> list[Fact]:
    """One case for each person of a returnees or quarantine record; several answers joined by `|`.

    Lists of several clerks hold the same identity (person, arrival): the newest row alone is current, so that what only
    another list says (the place, a release) may or may not count.
    """
    journeys = {journey.person.key: journey for journey in community.journeys}
    facts = []
    for person, records in _records_by_person(desk, ("returnees", "quarantine")).items():
        arrived = journeys[person].arrived
        single = [_category([record]) for record in records if record.form == "returnees"] or [""]
        categories = sorted({_category(records), *single})
        shares = [records, *([record] for record in records if record.form == "quarantine")]
        dues = {"" if each == "in_province" else str(arrived + dt.timedelta(days=14)) for each in categories}
        facts.append({
            "person": person, "category": "|".join(categories), "arrive_date": str(arrived), "due_date": "|".join(sorted(dues)),
            "status": "|".join(sorted({_status(some, each, arrived) for each in categories for some in shares})),
        })  # fmt: skip
    return facts


def _doubtful_id(records: list[TrueRecord]) -> bool:
    return any(record.fields["id_number"].finding == MUST for record in records if "id_number" in record.fields)


def _identity(record: TrueRecord) -> tuple[str, ...]:
    return tuple(said(record, name) for name in KEYS["dispatch"])


def _said_once(records: list[TrueRecord]) -> list[TrueRecord]:
    """The rows of the lists whose identity no other row has: of those that share one, which is current is left open."""
    counts = Counter(_identity(record) for record in records)
    return [record for record in records if counts[_identity(record)] == 1]


def dispatch(desk: TrueDesk, community: Community) -> list[Fact]:
    """The bucket of each dispatched row; several joined by `|` where the rules leave it open."""
    journeys: dict[str, Journey] = {journey.person.key: journey for journey in community.journeys}
    everywhere = _records_by_person(desk, {record.form for record in desk.records} - {"dispatch"})
    status = {fact["person"]: fact["status"].split("|") for fact in cases(desk, community)}
    facts = []
    for record in _said_once([each for each in desk.records if each.form == "dispatch"]):
        person = record.person
        if not person:
            buckets = ["not_here"]
        elif person in status:
            over = (
                status[person] in ("released", "to_release") or journeys[person].arrived + dt.timedelta(days=14) < DAY
            )
            buckets = ["period_over" if over else "already_managed"]
            if _doubtful_id(everywhere[person]):
                buckets.append("registered_mismatch")
            if "not_required" in status[person]:
                buckets = ["period_over", "already_managed", *buckets]
        else:
            buckets = ["missed"] if everywhere.get(person) else ["missed", "to_verify"]
        facts.append({"file": record.file, "sheet": record.sheet, "row": str(record.row), "bucket": "|".join(buckets)})
    return facts


def _address(record: TrueRecord) -> tuple[str, ...]:
    parts = [record.fields.get(name) for name in ("compound", "building", "entrance", "flat")]
    if any(part is None or "" in part.values or part.finding == MUST for part in parts):
        return ()
    return tuple(part.values[0] for part in parts if part)


def _maybe_at(record: TrueRecord) -> tuple[str, ...]:
    """Building, entrance and flat of a record whose compound may or may not be known."""
    return () if _address(record) else tuple(said(record, name) for name in ("building", "entrance", "flat"))


def coverage(desk: TrueDesk) -> list[Fact]:
    """The state of each address of the register after the visits."""
    register = {_address(record) for record in desk.records if record.form == "households"} - {()}
    visits: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for record in desk.records:
        if record.form == "screening" and _address(record):
            visits[_address(record)].append((said(record, "date"), said(record, "visit_status")))
    open_doors = {_maybe_at(record) for record in desk.records if record.form == "screening"} - {()}
    facts = []
    for address in sorted(register):
        if address[1:] in open_doors:
            continue
        states = {status for _, status in visits[address]}
        last = max((day for day, _ in visits[address]), default="")
        status = (
            "checked"
            if "checked" in states
            else "|".join(sorted({s for d, s in visits[address] if d == last})) or "never_visited"
        )
        facts.append(
            dict(zip(("compound", "building", "entrance", "flat"), address, strict=True))
            | {"status": status, "last_visit": last}
        )
    return facts


def _sum(records: Iterable[TrueRecord], name: str) -> str:
    return str(sum(int(said(record, name) or 0) for record in records))


KEYS = {
    "publicity": ("date", "squad", "place", "material"), "disinfection": ("date", "compound", "place"), "errands": ("date", "name", "service", "items"),
    "duty": ("date", "post", "shift", "name"), "fever": ("name", "date"), "dispatch": ("batch", "name", "id_number", "phone", "address"), "volunteers": ("name", "phone"),
}  # fmt: skip
TALLIES_OF = {
    "publicity": ("announcements", "leaflets", "wechat_proposals", "banners"), "disinfection": ("disinfected_m2", "disinfection_person_times"),
    "errands": ("shopping_errands", "rubbish_collections", "comfort_visits"), "duty": ("duty_shifts",), "fever": ("fever_referrals",),
    "dispatch": ("dispatch_rows",), "volunteers": ("volunteers_party", "volunteers_resident"),
}  # fmt: skip


def _clash(records: list[TrueRecord], key: tuple[str, ...]) -> bool:
    """Whether records share an identity: one of them alone is current, and the sum depends on which."""
    identities = [tuple(said(record, name) for name in key) for record in records if not record.optional]
    return len(set(identities)) < len(identities)


def tallies(desk: TrueDesk) -> list[Fact]:
    """Cumulative numbers of the community that the sheets add up to."""
    of: dict[str, list[TrueRecord]] = defaultdict(list)
    for record in desk.records:
        of[record.form].append(record)
    kinds = {kind: [r for r in of["volunteers"] if said(r, "kind") == kind] for kind in ("party", "resident")}
    material = {
        code: [r for r in of["publicity"] if said(r, "material") == code]
        for code in ("announcement", "leaflet", "wechat", "banner")
    }
    service = {
        code: [r for r in of["errands"] if said(r, "service") == code] for code in ("shopping", "rubbish", "comfort")
    }
    numbers = {
        "grids": len({said(r, "grid") for r in of["grids"]}), "compounds": len(of["compounds"]), "checkpoints": len(of["checkpoints"]),
        "grid_workers": len({said(r, "worker") for r in of["grids"]}), "volunteers_party": len(kinds["party"]), "volunteers_resident": len(kinds["resident"]),
        "branches": len({said(r, "branch") for r in of["volunteers"]} - {""}), "property_companies": len({said(r, "property_company") for r in of["compounds"]}),
        "disinfection_person_times": _sum(of["disinfection"], "person_times"), "disinfected_m2": _sum(of["disinfection"], "area_m2"),
        "announcements": _sum(material["announcement"], "quantity"), "leaflets": _sum(material["leaflet"], "quantity"),
        "wechat_proposals": _sum(material["wechat"], "quantity"), "banners": _sum(material["banner"], "quantity"),
        "shopping_errands": _sum(service["shopping"], "times"), "rubbish_collections": _sum(service["rubbish"], "times"), "comfort_visits": _sum(service["comfort"], "times"),
        "duty_shifts": len(of["duty"]), "dispatch_rows": len(of["dispatch"]), "fever_referrals": len(of["fever"]),
    }  # fmt: skip
    unsure = {tally for form, tallies in TALLIES_OF.items() if _clash(of[form], KEYS[form]) for tally in tallies}
    return [{"tally": name, "value": str(value)} for name, value in numbers.items() if name not in unsure]
