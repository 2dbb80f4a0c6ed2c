"""Who has to stay at home, since when, until when, and how that stands at the end of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from fournets.catalogue.documents import plain_number
from fournets.model import Identifiers, Paper
from fournets.reconciling.case_changes import Change, changed, latest_day, until
from fournets.reconciling.case_events import Event, Stay, gather
from fournets.reconciling.case_numbers import followed, identify
from fournets.reconciling.case_rules import Period, category_of_stay, chinese_day, origin_of, period_of
from fournets.reconciling.records import text_frame
from fournets.reconciling.temperature_days import Readings, days_from, name_gaps
from fournets.reconciling.view import View
from fournets.reconciling.wording import has_fever, is_home_measure, measures_in_extra, signed_in_extra, taken_away

COLUMNS = (
    "case_id",
    "person_id",
    "category",
    "from_place",
    "left_date",
    "arrive_date",
    "rule",
    "start_date",
    "due_date",
    "status",
    "released_date",
    "notice_number",
    "notice_signed",
    "pledge_signed",
    "grid",
    "arithmetic",
    "release_missing",
)
OPEN = ("to_notify", "in_quarantine", "to_release")
REFUSED = ("拒签", "拒绝", "未签")
PAPER_WORDS = {"notice": ("告知书",), "pledge": ("保证书", "承诺书")}


@dataclass(slots=True)
class Case:
    """A stay with what was decided about it. `by_rule` is its period before `changes` by hand."""

    stay: Stay
    values: dict[str, str]
    period: Period
    by_rule: Period
    changes: list[Change]
    released: bool = False
    transferred: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to stay in."""
        return self.values["status"] in OPEN


@dataclass(slots=True)
class Cases:
    """All cases of the day; `frame` has the columns of `cases.csv` and two more.

    `case_of` maps every case to the one that goes on for it (another, where two became one), and to whose that is.
    """

    cases: list[Case]
    frame: pd.DataFrame
    case_of: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def of_person(self) -> Mapping[str, list[Case]]:
        """Each person's cases in order of time."""
        found: dict[str, list[Case]] = {}
        for case in self.cases:
            found.setdefault(case.stay.person_id, []).append(case)
        return found


def build_cases(view: View, identifiers: Identifiers) -> Cases:
    """The cases up to the day; new identifiers are put into `identifiers.cases`."""
    moved = _fever_outcomes(view)
    readings = Readings(view)
    stays = gather(view)
    numbers, case_of = identify(stays, identifiers.cases, view.linked.known_as)
    papers = followed(identifiers.papers, view.linked.known_as, case_of)
    signed = signatures(view, papers)
    cases = []
    for stay, case_id in zip(stays, numbers, strict=True):
        case = _decide(view, stay, case_id, signed, moved.get(stay.person_id, []))
        case.values["release_missing"] = "；".join(release_missing(case, readings, view))
        cases.append(case)
    frame = text_frame({name: [case.values[name] for case in cases] for name in COLUMNS})
    return Cases(cases, number_notices(frame, papers, view.day), case_of)


def number_notices(frame: pd.DataFrame, papers: Iterable[Paper], day: date) -> pd.DataFrame:
    """The cases with the number of their notice that was issued up to the day: of several that were not replaced, as
    where two cases became one, the one that says the case's period, else the newest.
    """
    issued = [paper for paper in papers if paper.kind == "notice" and paper.issued_day <= day]
    replaced = {paper.replaces for paper in issued}
    due = dict(zip(frame["case_id"], frame["due_date"], strict=True))
    standing = [
        (paper.fields.get("隔离解除日期") == due.get(paper.case_id), paper.issued_day, paper.version, paper)
        for paper in issued
        if paper.number not in replaced
    ]
    newest = {
        paper.case_id: paper.number for *_, paper in sorted(standing, key=lambda line: (*line[:3], line[3].sequence))
    }
    return frame.assign(notice_number=pd.Series([newest.get(one, "") for one in frame["case_id"]], dtype="str"))


@dataclass(slots=True)
class Signatures:
    """Case → day of signing, by kind of paper, from the receipts that came back; and the receipts nobody knows."""

    by_kind: dict[str, dict[str, str]]
    unknown: list[int] = field(default_factory=list)


def signatures(view: View, papers: Iterable[Paper]) -> Signatures:
    """What the receipts say: number → paper → case."""
    numbered = {plain_number(paper.number): paper for paper in papers}
    signed = Signatures({kind: {} for kind in PAPER_WORDS})
    frame = view.records("receipts")
    columns = [frame[name] for name in ("number", "signed_date", "signer", "method")]
    for place, (number, day, signer, method) in enumerate(zip(*columns, strict=True)):
        paper = numbered.get(plain_number(number))
        is_signed = bool(day or signer) and not any(word in method for word in REFUSED)
        if paper is None:
            signed.unknown += [place] if is_signed else []
        elif is_signed and paper.kind in signed.by_kind:
            signed.by_kind[paper.kind].setdefault(paper.case_id, day)
    return signed


Statement = tuple[str, str, bool]
"""When (ISO, empty = unknown), what was said, and whether a hospital's mere name is enough."""


def _fever_outcomes(view: View) -> Mapping[str, list[Statement]]:
    """What the list of fevers says became of a person."""
    frame = view.records("fever")
    found: dict[str, list[Statement]] = {}
    for person, day, outcome in zip(frame["person_id"], frame["date"], frame["outcome"], strict=True):
        found.setdefault(person, []).append((day, outcome, True))
    return found


def _decide(view: View, stay: Stay, case_id: str, signed: Signatures, fevers: Sequence[Statement]) -> Case:
    settings = view.settings
    category = category_of_stay(stay, settings)
    left = _left_date(stay)
    by_rule = period_of(stay, category, left, settings, view.day)
    period, changes = changed(stay, by_rule, view.visits_of.get(stay.person_id, ()), view.today)
    releases = _releases(stay, view.today)
    values = {
        "case_id": case_id,
        "person_id": stay.person_id,
        "category": category,
        "from_place": origin_of(stay, category, settings),
        "left_date": left,
        "arrive_date": stay.arrived,
        "rule": period.rule,
        "start_date": stay.starts[-1] if stay.starts else stay.arrived,
        "due_date": period.due,
        "released_date": releases[-1] if releases else "",
        "notice_number": "",
        "notice_signed": _signed(stay, "notice", signed.by_kind["notice"].get(case_id), view.today),
        "pledge_signed": _signed(stay, "pledge", signed.by_kind["pledge"].get(case_id), view.today),
        "grid": view.grid_of_person.get(stay.person_id, "") or stay.newest("returnees", "grid"),
        "arithmetic": period.arithmetic + _written_due(stay, period),
        "release_missing": "",
    }
    case = Case(stay, values, period, by_rule, changes, bool(releases), _is_transferred(stay, fevers, view.today))
    values["status"] = _status(case, view.today)
    return case


def _written_due(stay: Stay, period: Period) -> str:
    """The ledger's own last day, where it is not ours: the history stays beside the arithmetic."""
    written = stay.newest("quarantine", "due_date")
    return f"；台账写的期满日期是{chinese_day(written)}" if period.due and written not in ("", period.due) else ""


def _left_date(stay: Stay) -> str:
    """The departure that belongs to the arrival that counts, else the latest that is written."""
    rows = stay.of("returnees")
    own = [event.says("left_date") for event in rows if event.arrived == stay.arrived]
    return max([day for day in own if day] or [event.says("left_date") for event in rows], default="")


def _releases(stay: Stay, today: str) -> list[str]:
    """The recorded days of release up to the day, in order; an empty one where it is only said that he was released.

    A release before the arrival that counts is none of this period's.
    """
    found = []
    for event in stay.of("quarantine"):
        day = event.says("released_date")
        if stay.arrived <= day <= today if day else event.says("released") == "yes":
            found.append(day)
    return sorted(found)


def _signed(stay: Stay, kind: str, receipt: str | None, today: str) -> str:
    """`yes` when a receipt or any row of the ledger says so, `no` when rows deny it, empty when nobody says.

    A ledger that gives the day of signing says so from that day on.
    """
    said = {event.says(f"{kind}_signed") for event in stay.of("quarantine") if not _is_to_sign(event, kind, today)}
    if receipt is not None or "yes" in said:
        return "yes"
    return "no" if "no" in said else ""


def _is_to_sign(event: Event, kind: str, today: str) -> bool:
    """Whether the row says that the paper is signed on a day that has not come."""
    day = signed_in_extra(event.says("extra"), PAPER_WORDS[kind])
    return bool(day) and not until(day, event.started, today)


def _is_transferred(stay: Stay, fevers: Sequence[Statement], today: str) -> bool:
    """The latest statement decides, by its row's day, else by the day that it names; an undated one comes first.

    Words that name a later day than today are not true yet. 居家隔离 as the measure of a returnee is how it began: it
    takes nothing back that another row says, unless it is dated after that.
    """
    statements: list[Statement] = []
    at_home = ""
    for event in stay.events:
        day = event.says("date")
        for measure in (event.says("measure"), measures_in_extra(event.says("extra"))):
            if is_home_measure(measure):
                at_home = max(at_home, day)
            else:
                statements.append((day, measure, True))
        statements.append((day, event.says("note"), False))
    first = stay.anchors[0] if stay.anchors else ""
    statements += [statement for statement in fevers if not statement[0] or statement[0] >= first]
    said: list[tuple[str, int, bool]] = []
    for day, words, bare in statements:
        true = until(words, stay.arrived, today)
        if (answer := taken_away(true, bare=bare)) is not None:
            said.append((day or latest_day(true, stay.arrived), len(said), answer))
    last, _, answer = max(said, default=("", 0, False))
    return answer and not (last and last < at_home)


def _status(case: Case, today: str) -> str:
    """The first status that fits (contract, section 4)."""
    if not case.period.needs_quarantine:
        return "not_required"
    if case.transferred:
        return "transferred"
    if case.released:
        return "released"
    if case.period.due and today > case.period.due:
        return "to_release"
    return "in_quarantine" if case.values["notice_signed"] == "yes" else "to_notify"


def release_missing(case: Case, readings: Readings, view: View) -> list[str]:
    """What a release still lacks, in Chinese; nothing for a case that is not open."""
    if not case.is_open:
        return []
    person, due = case.stay.person_id, case.period.due
    missing = []
    if not due:
        return ["到达日期不明，算不出期满日期"]
    if view.today <= due:
        missing.append("隔离期未满")
    first = (date.fromisoformat(case.stay.arrived) + timedelta(days=1)).isoformat()
    last = min(due, (view.day - timedelta(days=1)).isoformat())
    gaps = readings.missing(person, days_from(first, last))
    if not readings.are_kept(person):
        missing.append("没有体温记录")
    elif gaps:
        missing.append(f"缺体温：{name_gaps(gaps)}")
    if readings.fevers(person, case.stay.arrived, view.today) or any(
        has_fever(event.says("symptoms")) for event in case.stay.events
    ):
        missing.append("有发热记录，须确认已排除")
    return [*missing, "须有负责人确认"]
