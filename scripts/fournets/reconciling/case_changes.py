"""What sheets say in words about a stay's count: until a later day, some days longer, or from the beginning again.

The rule's arithmetic holds for everybody (contract, section 4); only explicit words move its end, only to a later
day, and both ways of counting stay written (domain, section 3: a new contact restarts the count, history is kept).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fournets.reconciling.case_events import Stay
from fournets.reconciling.case_rules import Period, chinese_day
from fournets.reconciling.wording import about_others, measures_in_extra

LONGEST_DAYS = 60
"""No count written by hand ends later than this after the arrival: it would be a slip of the pen."""
_CLAUSES = re.compile(r"[,，;；。\n]")
_SENTENCES = re.compile(r"[。;；\n]")
_DATE = re.compile(
    r"(?<![\d./-])(?:(20\d\d)[年./-])?(\d{1,2})(?:月(\d{1,2})[日号]?|[./-](\d{1,2})[日号]?)(?![\d./:：℃度次天-])"
)
_UNTIL = re.compile(r"(?:至|到|止于)\s*$")
_SINCE = re.compile(r"^\s*(?:起|开始|再次|又|与|接触)")
_AGAIN = re.compile(r"重新(?:开始)?(?:居家|集中)?(?:隔离|观察|医学观察|计算|计时|计日|起算|算)|再(?:次)?隔离|重隔离")
_LONGER = re.compile(r"延长|延期|顺延|延至|延到|(?<!继)续隔|加隔")
_DAYS = re.compile(r"(\d{1,2})\s*(?:天|日(?!\d))")
_CONTACT = re.compile(r"接触")
_INFECTED = re.compile(r"确诊|疑似|病例|患者|阳性|感染者|密接|密切接触")
_NOT_SO = re.compile(r"未|没有?|无|不|如|若|建议|拟|申请|请|应|待|否|是否|排除")


@dataclass(frozen=True, slots=True)
class Change:
    """Words in one cell that move the end of a count: to `until`, or by counting again from `since`.

    Both are empty where the words are there and the day is not.
    """

    record: dict[str, Any]
    field: str
    written: str
    since: str = ""
    until: str = ""
    longer: int = 0

    @property
    def is_clear(self) -> bool:
        """Whether it says how long."""
        return bool(self.since or self.until or self.longer)


def changed(stay: Stay, period: Period, met: Iterable[dict[str, Any]], today: str) -> tuple[Period, list[Change]]:
    """The period as the words move it, and the words that did or that are not clear. `met` are visits to the person."""
    if not period.due or not stay.arrived:
        return period, []
    told: list[Change] = []
    for change in _changes(stay, met):
        due = _due(change, period) if change.is_clear and change.since <= today else ""
        if due > period.due and due <= _plus(stay.arrived, LONGEST_DAYS):
            words = f"{chinese_day(change.since)}起重新计算" if change.since else f"表上写“{change.written}”"
            text = f"{period.arithmetic}；{words}，至{chinese_day(due)}24时"
            period = dataclasses.replace(period, due=due, arithmetic=text)
            told.append(change)
        elif not change.is_clear:
            told.append(change)
    return period, told


def _due(change: Change, period: Period) -> str:
    if change.since:
        return _plus(change.since, period.days)
    return change.until or _plus(period.due, change.longer)


def _plus(iso: str, days: int) -> str:
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def _changes(stay: Stay, met: Iterable[dict[str, Any]]) -> Iterator[Change]:
    """What each cell says, older rows first; the same words count once."""
    seen: set[str] = set()
    cells = [(event.record, name) for event in stay.events for name in ("contact", "measure", "note", "extra")]
    cells += [(record, name) for record in met for name in ("contact", "note")]
    for record, name in cells:
        text = str(record.get(name, ""))
        for sentence in _SENTENCES.split(measures_in_extra(text) if name == "extra" else text):
            if sentence and sentence not in seen:
                seen.add(sentence)
                if change := read_change(sentence.strip(), stay.arrived):
                    yield dataclasses.replace(change, record=record, field=name)


def read_change(text: str, arrived: str) -> Change | None:
    """What one sentence says about the count of somebody who arrived then; a day before the arrival is none."""
    again, longer = bool(_AGAIN.search(text)), bool(_LONGER.search(text))
    contact = bool(_CONTACT.search(text) and _INFECTED.search(text))
    if not (again or longer or contact) or _NOT_SO.search(text) or about_others(text):
        return None
    found = Change({}, "", text)
    dates = [(day, match) for match in _DATE.finditer(text) if (day := _day(match, arrived)) > arrived]
    until = [day for day, match in dates if _UNTIL.search(text[: match.start()])]
    since = [day for day, match in dates if day not in until]
    if len(until) == 1 and (longer or (again and not since)):
        return dataclasses.replace(found, until=until[0])
    if longer and not dates and len(days := _DAYS.findall(text)) == 1:
        return dataclasses.replace(found, longer=int(days[0]))
    if (again or contact) and since:
        marked = [day for day, match in dates if day in since and _SINCE.search(text[match.end() :])]
        days_told = sorted({*marked} or {*since})
        return dataclasses.replace(found, since=days_told[0]) if len(days_told) == 1 else found
    return found if again or longer else None


def until(text: str, arrived: str, today: str) -> str:
    """What words say up to a day: without the clauses of a later date, but for the end of a stretch (至2月17日).

    `arrived` gives dates their year.
    """
    return "，".join(clause for clause in _CLAUSES.split(text) if not _is_later(clause, arrived or today, today))


def latest_day(text: str, arrived: str) -> str:
    """The latest day that words name; empty where they name none, or `arrived`, which gives it its year, is unknown."""
    return max((_day(match, arrived) for match in _DATE.finditer(text)), default="") if arrived else ""


def _is_later(clause: str, near: str, today: str) -> bool:
    begun = [match for match in _DATE.finditer(clause) if not _UNTIL.search(clause[: match.start()])]
    return bool(begun) and all(_day(match, near) > today for match in begun)


def _day(match: re.Match[str], arrived: str) -> str:
    """A date in words; a missing year is the one that lies nearest to the arrival. Empty where there is no such day."""
    near = date.fromisoformat(arrived)
    years = [int(match[1])] if match[1] else [near.year - 1, near.year, near.year + 1]
    found = []
    for year in years:
        try:
            found.append(date(year, int(match[2]), int(match[3] or match[4])))
        except ValueError:
            continue
    return min(found, key=lambda day: abs(day - near)).isoformat() if found else ""
