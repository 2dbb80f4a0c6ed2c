"""Section 4, tallies: every number computed again from the data files by the contract's table of definitions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.acceptance.desk_folder import Check, DeskFolder, Row, Violation
from tests.acceptance.doors_and_lists import BUCKETS, found_somebody

OPEN = ("to_notify", "in_quarantine", "to_release")
STATUSES = ("to_notify", "in_quarantine", "to_release", "released", "transferred", "not_required")
NAMES = [
    "households",
    "residents",
    "households_checked",
    "households_never_visited",
    "households_no_answer",
    "persons_screened",
    "returnees",
    "returnees_wuhan",
    "returnees_hubei",
    "returnees_key_area",
    "cases_open",
    "cases_to_notify",
    "cases_in_quarantine",
    "cases_to_release",
    "cases_released",
    "notices_issued",
    "notices_signed",
    "pledges_signed",
    "temperatures_due",
    "temperatures_taken",
    "fever_readings",
    "fever_referrals",
    "gate_entries",
    "vehicles_turned_back",
    "persons_turned_back",
    "passes_issued",
    "duty_shifts",
    "people_on_duty",
    "comfort_visits",
    "dispatch_rows",
    "grids",
    "grid_workers",
    "branches",
    "property_companies",
    "compounds",
    "checkpoints",
    "volunteers_party",
    "volunteers_resident",
    "disinfected_m2",
    "disinfection_person_times",
    "publicity_squads",
    "announcements",
    "leaflets",
    "wechat_proposals",
    "banners",
    "shopping_errands",
    "rubbish_collections",
] + [f"dispatch_{bucket}" for bucket in BUCKETS]
GROUPS = ("community", "grid", "compound", "branch", "squad", "checkpoint")
PERIODS = ("today", "cumulative", "current")


class Counted(NamedTuple):
    """One thing that counts: what it is (each counts once), how much it comes to, its day, its form and record."""

    what: object
    amount: float
    day: str
    form: str
    row: Row


def numbers(desk: DeskFolder) -> Mapping[str, list[Counted]]:
    """Tally → what it counts, up to the day."""
    found: dict[str, list[Counted]] = {}
    for source in (_registers, _residents, _returnees, _cases, _readings, _gates, _works, _services, _lists):
        found.update({name: list(rows) for name, rows in source(desk)})
    return found


Source = Iterator[tuple[str, Iterable[Counted]]]


def every(_: Row) -> bool:
    """Each record counts."""
    return True


def _rows(desk: DeskFolder, form: str, day: str = "date") -> Iterator[tuple[int, Row]]:
    """The form's records up to the day, numbered."""
    return ((number, row) for number, row in enumerate(desk.records(form)) if row.get(day, "") <= desk.day)


def _count(
    desk: DeskFolder, form: str, where: Callable[[Row], object], day: str = "date", what: str = "", amount: str = ""
) -> Iterator[Counted]:
    """Records that count: each, or each person (`what` is person) or each text of a column once."""
    for number, row in _rows(desk, form, day):
        unit = desk.person(row) if what == "person" else row[what] if what else number
        if where(row) and unit != "" and (not amount or row[amount]):
            yield Counted(unit, float(row[amount]) if amount else 1, row.get(day, ""), form, row)


def _registers(desk: DeskFolder) -> Source:
    for name, form, column in (
        ("grids", "grids", "grid"),
        ("compounds", "compounds", "compound"),
        ("checkpoints", "checkpoints", "checkpoint"),
        ("branches", "volunteers", "branch"),
        ("property_companies", "compounds", "property_company"),
    ):
        yield name, _count(desk, form, every, "", column)
    phones = {row["worker"]: row["phone"] for row in desk.records("grids") if row["phone"]}
    yield (
        "grid_workers",
        (
            Counted((row["worker"], row["phone"] or phones.get(row["worker"])), 1, "", "grids", row)
            for row in desk.records("grids")
            if row["worker"]
        ),
    )
    for kind in ("party", "resident"):
        own = [row for row in desk.records("volunteers") if row["kind"] == kind]
        yield (
            f"volunteers_{kind}",
            [Counted(desk.person(row), 1, "", "volunteers", row) for row in own if row["name"]],
        )


def _residents(desk: DeskFolder) -> Source:
    lines = [Counted(number, 1, "", "coverage", row) for number, row in enumerate(desk.data("coverage.csv"))]
    yield "households", lines
    for status in ("checked", "never_visited", "no_answer", "empty", "refused"):
        yield f"households_{status}", [line for line in lines if line.row["status"] == status]
    yield "residents", _count(desk, "households", lambda row: row["building"] or row["flat"], "", "person")
    yield "persons_screened", _count(desk, "screening", found_somebody, "date", "person")


def _returnees(desk: DeskFolder) -> Source:
    came = list(_count(desk, "returnees", every, "arrive_date", "person"))
    yield "returnees", came
    categories: dict[object, set[str]] = defaultdict(set)
    for case in desk.data("cases.csv"):
        categories[case["person_id"]].add(case["category"])
    for name, wanted in (("wuhan", {"wuhan"}), ("hubei", {"wuhan", "hubei"}), ("key_area", {"key_area"})):
        yield f"returnees_{name}", [one for one in came if categories[one.what] & wanted]


def _cases(desk: DeskFolder) -> Source:
    cases = desk.data("cases.csv")
    issued = {row["number"]: row["issued_day"] for row in desk.data("documents.csv")}
    open_ = [case for case in cases if case["status"] in OPEN]
    groups = {f"cases_{status}": [case for case in cases if case["status"] == status] for status in STATUSES}
    groups["cases_open"] = open_
    for paper in ("notice", "pledge"):
        groups[f"{paper}s_signed"] = [case for case in cases if case[f"{paper}_signed"] == "yes"]
    for name, rows in groups.items():
        yield name, [Counted(row["case_id"], 1, row["released_date"], "cases", row) for row in rows]
    yield (
        "notices_issued",
        [
            Counted(case["case_id"], 1, issued.get(case["notice_number"], ""), "cases", case)
            for case in cases
            if case["notice_number"]
        ],
    )
    yield "temperatures_due", [Counted(case["case_id"], 2, desk.day, "cases", case) for case in open_]


def _readings(desk: DeskFolder) -> Source:
    taken = list(_count(desk, "temperatures", is_taken))
    threshold = float(desk.settings["fever_threshold"])
    yield "temperatures_taken", taken
    hot = [each for each in taken if each.row["temperature"] and float(each.row["temperature"]) >= threshold]
    yield "fever_readings", hot
    yield "fever_referrals", _count(desk, "fever", every)


def is_taken(row: Row) -> bool:
    """A reading, or 正常 in its stead."""
    return bool(row["temperature"]) or "正常" in row["note"] + row["symptom"] + row["extra"]


def _gates(desk: DeskFolder) -> Source:
    yield "gate_entries", _count(desk, "gate", lambda row: row["result"] == "admitted")
    for name, field in (("vehicles_turned_back", "plate"), ("persons_turned_back", "name")):
        turned = [each for each in _count(desk, "gate", lambda row: row["result"] == "turned_back") if each.row[field]]
        yield name, turned
    yield "passes_issued", _count(desk, "passes", every, "issued_date")


def _works(desk: DeskFolder) -> Source:
    yield "duty_shifts", _count(desk, "duty", every)
    yield "people_on_duty", _count(desk, "duty", lambda row: row["name"], "date", "person")
    for name, amount in (("disinfected_m2", "area_m2"), ("disinfection_person_times", "person_times")):
        yield name, _count(desk, "disinfection", every, amount=amount)
    yield "publicity_squads", _count(desk, "publicity", every, what="squad")
    for name, material in (
        ("announcements", "announcement"),
        ("leaflets", "leaflet"),
        ("wechat_proposals", "wechat"),
        ("banners", "banner"),
    ):
        own = _count(desk, "publicity", lambda row, own=material: row["material"] == own, amount="quantity")
        yield name, list(own)


def _services(desk: DeskFolder) -> Source:
    for name, service in (
        ("shopping_errands", "shopping"),
        ("rubbish_collections", "rubbish"),
        ("comfort_visits", "comfort"),
    ):
        rows = [(number, row) for number, row in _rows(desk, "errands") if row["service"] == service]
        yield name, [Counted(n, float(row["times"] or 1), row["date"], "errands", row) for n, row in rows]


def _lists(desk: DeskFolder) -> Source:
    lines = [Counted(number, 1, "", "dispatch", row) for number, row in enumerate(desk.data("dispatch.csv"))]
    yield "dispatch_rows", lines
    for bucket in BUCKETS:
        yield f"dispatch_{bucket}", [line for line in lines if line.row["bucket"] == bucket]


def total(rows: Iterable[Counted]) -> float:
    """What rows come to, each thing once."""
    return sum({each.what: each.amount for each in rows}.values())


def communitys_numbers_are_right(desk: DeskFolder) -> Iterator[Violation]:
    """Every tally of the contract in every period, for the whole community."""
    found = numbers(desk)
    reported = {form for file in desk.accepted.values() for sheet in file["sheets"] for form in sheet["forms"]}
    for line in desk.data("tallies.csv"):
        if line["group"] != "community" or line["tally"] not in found:
            continue
        rows = found[line["tally"]]
        wanted = total(each for each in rows if line["period"] != "today" or each.day == desk.day)
        where = f"{line['tally']} {line['period']}"
        if line["value"] and abs(float(line["value"]) - wanted) > 0.005:
            yield Violation("a number is its records'", where, f"{line['value']} {wanted:g}")
        if not line["value"] and wanted:
            yield Violation("a reported number is not empty", where, f"{wanted:g}")
        if line["value"] == "0" and not reported:
            yield Violation("a number that nobody reported is empty", where, "")


def lines_are_complete(desk: DeskFolder) -> Iterator[Violation]:
    """Every tally is there once a group, value and period, in the contract's words."""
    lines = desk.data("tallies.csv")
    keys = [(row["tally"], row["group"], row["group_value"], row["period"]) for row in lines]
    if len(set(keys)) != len(keys):
        yield Violation("a number stands once", "tallies.csv", "")
    for name in set(NAMES) - {key[0] for key in keys if key[1] == "community"}:
        yield Violation("every tally is there", name, "")
    for row in lines:
        is_number = not row["value"] or (row["value"].replace(".", "", 1).isdigit() and not row["value"].endswith(".0"))
        if row["group"] not in GROUPS or row["period"] not in PERIODS or not is_number:
            yield Violation("groups, periods and values", str(row), "")
        if (row["group"] == "community") != (not row["group_value"]):
            yield Violation("the community's group value is empty", str(row), "")


CHECKS: tuple[Check, ...] = (communitys_numbers_are_right, lines_are_complete)
