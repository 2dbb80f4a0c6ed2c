"""Section 4, cases: which stays there are, their arithmetic, and the first status that fits."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.acceptance.desk_folder import Check, DeskFolder, Row, Violation, place_of, squeezed

CATEGORIES = ("in_province", "other_province", "key_area", "hubei", "wuhan")
STATUSES = ("not_required", "transferred", "released", "to_release", "in_quarantine", "to_notify")
WITHIN = dt.timedelta(days=14)
LONGER = re.compile(r"重新|再次|延长|延期|顺延|延至|延到|续隔|加隔|重隔离|接触")
TAKEN_AWAY = re.compile(r"医院|集中|转|收治|送|住院|定点|治疗")


class Stay(NamedTuple):
    """One person's records of one time at home."""

    arrivals: Sequence[str]
    returnees: list[Row]
    ledger: list[Row]

    @property
    def rows(self) -> list[Row]:
        """All of them."""
        return [*self.returnees, *self.ledger]


def stays_of(desk: DeskFolder) -> dict[str, list[Stay]]:
    """The stays up to the day: arrivals of a person within 14 days of each other, with the ledger's rows near them."""
    rows: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for place, (form, day) in enumerate((("returnees", "arrive_date"), ("quarantine", "start_date"))):
        for record in desk.records(form):
            person = desk.person(record)
            if person and record[day] <= desk.day:
                rows[person][place].append(record)
    return {person: _parted(*both) for person, both in rows.items()}


def _parted(returnees: Sequence[Row], ledger: Sequence[Row]) -> list[Stay]:
    dated = sorted({row["arrive_date"] for row in returnees} - {""})
    groups = [set(group) for group in _chains(dated)]
    alone = sorted({row["start_date"] for row in ledger if row["start_date"] and not _near(row["start_date"], dated)})
    groups += [set(group) for group in _chains(alone)]
    groups.sort(key=max)
    groups = groups or [set()]
    stays = [Stay(sorted(group), [], []) for group in groups]
    for row in returnees:
        _of(stays, row["arrive_date"]).returnees.append(row)
    for row in ledger:
        _of(stays, row["start_date"]).ledger.append(row)
    return stays


def _of(stays: Sequence[Stay], day: str) -> Stay:
    return min(stays, key=lambda stay: _distance(day, stay.arrivals)) if day else stays[-1]


def _distance(day: str, days: Sequence[str]) -> dt.timedelta:
    return min(abs(_date(day) - _date(each)) for each in days)


def _near(day: str, days: Sequence[str]) -> bool:
    return bool(days) and _distance(day, days) <= WITHIN


def _chains(days: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for day in days:
        if group and _date(day) - _date(group[-1]) > WITHIN:
            yield group
            group = []
        group.append(day)
    if group:
        yield group


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def every_stay_is_one_case(desk: DeskFolder) -> Iterator[Violation]:
    """A case comes from a returnees or quarantine record, and arrivals within 14 days are one case."""
    found: dict[str, list[Row]] = defaultdict(list)
    for case in desk.data("cases.csv"):
        found[case["person_id"]].append(case)
    stays = stays_of(desk)
    for person in {*found, *stays}:
        wanted = [list(stay.arrivals) for stay in stays.get(person, [])]
        got = [case["arrive_date"] for case in found[person]]
        if len(wanted) != len(got) or any(
            day not in (group or [""]) for day, group in zip(sorted(got), wanted, strict=True)
        ):
            yield Violation("a stay is one case", person, f"{wanted} {got}")
    numbers = [case["case_id"] for case in desk.data("cases.csv")]
    if len(set(numbers)) != len(numbers):
        yield Violation("case identifiers are unique", "cases.csv", "")


def paired(desk: DeskFolder) -> Iterator[tuple[Row, Stay]]:
    """Every case with the records that it comes from."""
    stays = stays_of(desk)
    for case in desk.data("cases.csv"):
        own = [stay for stay in stays.get(case["person_id"], []) if case["arrive_date"] in (stay.arrivals or [""])]
        if own:
            yield case, own[0]


def categories_are_the_most_severe(desk: DeskFolder) -> Iterator[Violation]:
    """From flag columns and places, never from the registered residence."""
    for case, stay in paired(desk):
        least = max((_rank(desk, row) for row in stay.rows), default=-1)
        if case["category"] and case["category"] not in CATEGORIES:
            yield Violation("categories are the five", case["case_id"], case["category"])
        elif least > (CATEGORIES.index(case["category"]) if case["category"] else -1):
            yield Violation(
                "the most severe category counts", case["case_id"], f"{case['category']} {CATEGORIES[least]}"
            )
        elif not case["category"] and not _finding_about(desk, case, stay):
            yield Violation("an unknown category has a finding", case["case_id"], str(case))


def _rank(desk: DeskFolder, row: Row) -> int:
    """The category that a flag or a plainly named place gives at least; -1 where neither says."""
    place = squeezed(row.get("from_place", ""))
    signs = (
        (row.get("wuhan") == "yes" or "武汉" in place, "wuhan"),
        (row.get("hubei") == "yes" or "湖北" in place, "hubei"),
        (any(area in place for area in desk.settings["key_areas"]), "key_area"),
    )
    denied = re.search(r"未|没|非|不|无|除", place)
    return next((CATEGORIES.index(name) for sign, name in signs if sign and not denied), -1)


def _finding_about(desk: DeskFolder, case: Row, stay: Stay) -> bool:
    rows = {(row["file"], row["sheet"], row["row"]) for row in stay.rows}
    return any(
        finding["person_id"] == case["person_id"] or (finding["file"], finding["sheet"], finding["row"]) in rows
        for finding in desk.data("findings.csv")
    )


def periods_are_the_rules_arithmetic(desk: DeskFolder) -> Iterator[Violation]:
    """`rule` is a configured one for the category, and the due date is its day 0 plus its days; words may add days."""
    rules = {rule["id"]: rule for rule in desk.settings["rules"]}
    for case, stay in paired(desk):
        rule = rules.get(case["rule"])
        if rule is None or (case["category"] or "other_province") not in rule["categories"]:
            yield Violation("a case has a rule of its category", case["case_id"], f"{case['rule']} {case['category']}")
            continue
        first = case["left_date"] if rule["count_from"] == "left_date" and case["left_date"] else case["arrive_date"]
        wanted = f"{_date(first) + dt.timedelta(days=rule['days'])}" if first and rule["days"] else ""
        if case["due_date"] != wanted and not (case["due_date"] > wanted != "" and _says_longer(desk, case, stay)):
            yield Violation("the due date is the rule's arithmetic", case["case_id"], f"{case['due_date']} {wanted}")


def _says_longer(desk: DeskFolder, case: Row, stay: Stay) -> bool:
    visits = [row for row in desk.records("screening") if desk.person(row) == case["person_id"]]
    return any(LONGER.search(" ".join(row.values())) for row in (*stay.rows, *visits))


def statuses_are_the_first_that_fits(desk: DeskFolder) -> Iterator[Violation]:
    """The contract's order over the case's own facts and the records'."""
    rules = {rule["id"]: rule for rule in desk.settings["rules"]}
    for case, stay in paired(desk):
        status, wanted = case["status"], _status(case, stay, rules[case["rule"]]["days"], desk.day)
        if status == "transferred" and wanted != "not_required":
            if not TAKEN_AWAY.search(" ".join(" ".join(row.values()) for row in (*stay.rows, *desk.records("fever")))):
                yield Violation("transferred is said somewhere", case["case_id"], str(case))
        elif status not in (wanted, "transferred") and not (status == "released" and overruled_rows(desk)):
            yield Violation("the first status that fits", case["case_id"], f"{status} {wanted} {case}")


def _status(case: Row, stay: Stay, days: int, today: str) -> str:
    if not days:
        return "not_required"
    if any(_is_release(row, case["arrive_date"], today) for row in stay.ledger):
        return "released"
    if case["due_date"] and today > case["due_date"]:
        return "to_release"
    return "in_quarantine" if case["notice_signed"] == "yes" else "to_notify"


def _is_release(row: Row, arrived: str, today: str) -> bool:
    day = row["released_date"]
    return arrived <= day <= today if day else row["released"] == "yes"


def overruled_rows(desk: DeskFolder) -> int:
    """How many rows of ledgers are not current: what they say of a release or a signature no data file shows."""
    current = {place_of(row)[:3] for row in desk.records("quarantine")}
    ledgers = [
        (name, sheet["sheet"], sheet["records"])
        for name, file in desk.accepted.items()
        for sheet in file["sheets"]
        if sheet["forms"] == ["quarantine"]
    ]
    return sum(rows - sum(place[:2] == (name, title) for place in current) for name, title, rows in ledgers)


def releases_are_recorded(desk: DeskFolder) -> Iterator[Violation]:
    """The program itself never releases, and a later release has not happened yet."""
    for case, stay in paired(desk):
        day = case["released_date"]
        is_said = day in {row["released_date"] for row in stay.ledger} or overruled_rows(desk)
        if day and (day > desk.day or not is_said):
            yield Violation("a release is recorded", case["case_id"], str(case))


def signatures_are_recorded(desk: DeskFolder) -> Iterator[Violation]:
    """A paper is signed where the ledger or a receipt says so."""
    papers = {row["number"]: row for row in desk.data("documents.csv")}
    signed = {
        (papers[row["number"]]["case_id"], papers[row["number"]]["kind"])
        for row in desk.records("receipts")
        if row["number"] in papers
        and row["signed_date"]
        and row["signed_date"] <= desk.day
        and "拒" not in row["method"]
    }
    for case, stay in paired(desk):
        for kind in ("notice", "pledge"):
            said = {row[f"{kind}_signed"] for row in stay.ledger}
            by_receipt = (case["case_id"], kind) in signed
            value = case[f"{kind}_signed"]
            if by_receipt and value != "yes":
                yield Violation("a receipt signs a paper", f"{case['case_id']} {kind}", value)
            is_said = "yes" in said or by_receipt or _has_receipt(desk, papers, case, kind) or overruled_rows(desk)
            if value == "yes" and not is_said:
                yield Violation("a signature is recorded", f"{case['case_id']} {kind}", str(said))


def _has_receipt(desk: DeskFolder, papers: dict[str, dict[str, str]], case: Row, kind: str) -> bool:
    """Whether a receipt of the person's papers of this kind is there, as where two cases became one."""
    own = {number for number, row in papers.items() if row["kind"] == kind and row["person_id"] == case["person_id"]}
    return any(row["number"] in own for row in desk.records("receipts"))


def notices_are_the_cases(desk: DeskFolder) -> Iterator[Violation]:
    """`notice_number` is a notice of documents.csv for this person that no other replaces."""
    papers = {row["number"]: row for row in desk.data("documents.csv")}
    replaced = {row["replaces"] for row in papers.values()}
    for case in desk.data("cases.csv"):
        number = case["notice_number"]
        paper = papers.get(number)
        if number and (paper is None or paper["kind"] != "notice" or number in replaced):
            yield Violation("the notice of a case is issued", case["case_id"], number)
        elif paper and paper["case_id"] != case["case_id"]:
            yield Violation("the notice is the case's own", case["case_id"], str(paper))


def grids_are_the_persons(desk: DeskFolder) -> Iterator[Violation]:
    """A case lies in its person's grid."""
    grid_of = {row["person_id"]: row["grid"] for row in desk.data("people.csv")}
    for case in desk.data("cases.csv"):
        if case["person_id"] not in grid_of or (grid_of[case["person_id"]] or case["grid"]) != case["grid"]:
            yield Violation("a case lies in its person's grid", case["case_id"], str(case))


CHECKS: tuple[Check, ...] = (
    every_stay_is_one_case,
    categories_are_the_most_severe,
    periods_are_the_rules_arithmetic,
    statuses_are_the_first_that_fits,
    releases_are_recorded,
    signatures_are_recorded,
    notices_are_the_cases,
    grids_are_the_persons,
)
