"""What the configured rules ask of a case: how long, from when, shown as arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fournets.catalogue.settings import QuarantineRule, Settings
from fournets.reconciling.case_events import Event, Stay
from fournets.reconciling.wording import origin_in_extra, passed_through
from fournets.values.places import category_of, most_severe

UNKNOWN_COUNTS_AS = "other_province"
"""Whose origin nobody wrote down is quarantined like somebody from another province, until it is known."""


@dataclass(frozen=True, slots=True)
class Period:
    """The rule that holds and what it comes to. `due` is the last day, whole day included; empty = unknown."""

    rule: str = ""
    needs_quarantine: bool = True
    due: str = ""
    arithmetic: str = ""
    days: int = 0


def chinese_day(iso: str) -> str:
    """2020-02-08 → 2月8日."""
    day = date.fromisoformat(iso)
    return f"{day.month}月{day.day}日"


def category_of_event(event: Event, settings: Settings) -> str:
    """The most severe category that one row gives by its flags, its place and 途经; empty when none does."""
    flags = ["wuhan" if event.says("wuhan") == "yes" else "", "hubei" if event.says("hubei") == "yes" else ""]
    places = [
        event.says("from_place"),
        *origin_in_extra(event.says("extra")),
        *(passed_through(event.says(name)) for name in ("transport", "trip_number", "note")),
    ]
    found = [category_of(place, settings.key_areas, settings.office.province) for place in places if place]
    return most_severe([*flags, *found])


def category_of_stay(stay: Stay, settings: Settings) -> str:
    """The most severe category of all its rows."""
    return most_severe([category_of_event(event, settings) for event in stay.events])


def origin_of(stay: Stay, category: str, settings: Settings) -> str:
    """The place as written in the newest row that gives the category, else in any row."""
    written = [event for event in reversed(stay.events) if event.says("from_place")]
    severe = [event for event in written if category_of_event(event, settings) == category]
    return next((event.says("from_place") for event in (*severe, *written)), "")


def rule_for(rules: Sequence[QuarantineRule], category: str, day: date) -> QuarantineRule | None:
    """The rule that is in force on that day; before the first rule of a category the first one."""
    own = [rule for rule in rules if (category or UNKNOWN_COUNTS_AS) in rule.categories]
    own.sort(key=lambda rule: rule.effective_from)
    begun = [rule for rule in own if rule.effective_from <= day]
    in_force = [rule for rule in begun if rule.effective_to is None or day <= rule.effective_to]
    return next(iter(in_force[::-1] or begun[::-1] or own), None)


def period_of(stay: Stay, category: str, left: str, settings: Settings, day: date) -> Period:
    """The period of a stay; without any day there is a rule but no due date."""
    rule = rule_for(settings.rules, category, date.fromisoformat(stay.arrived) if stay.arrived else day)
    if rule is None:
        return Period(arithmetic="没有适用的隔离规则，请在设置里补上。")
    if not rule.days:
        return Period(rule.id, needs_quarantine=False, arithmetic=f"按规则“{rule.id}”不要求隔离")
    first, words = _counted_from(stay, rule, left)
    if not first:
        return Period(rule.id, arithmetic=f"到达日期不明，隔离{rule.days}天，期满日期待定")
    due = (date.fromisoformat(first) + timedelta(days=rule.days)).isoformat()
    arithmetic = f"{chinese_day(first)}{words}，隔离{rule.days}天，至{chinese_day(due)}24时"
    return Period(rule.id, due=due, arithmetic=arithmetic, days=rule.days)


def _counted_from(stay: Stay, rule: QuarantineRule, left: str) -> tuple[str, str]:
    """Day 0 and its words: the rule's day, else the arrival, else the ledger's first day."""
    if rule.count_from == "left_date" and left:
        return left, "离开当地"
    if stay.arrivals:
        return stay.arrived, "到达"
    return stay.arrived, "开始隔离"
