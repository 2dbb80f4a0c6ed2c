"""The numbers of a day under the names that the report's template asks for: `{{ 累计.代购 }}`, `{{ 今日.发热 }}`."""

from __future__ import annotations

from collections.abc import Mapping

from fournets.catalogue.tally_names import NAMES
from fournets.writing.lookups import Lookups
from fournets.writing.word.filters import Blank
from fournets.writing.wording import NOT_REPORTED

PERIODS: Mapping[str, tuple[str, ...]] = {
    "今日": ("today",),
    "累计": ("cumulative", "current"),
    "目前": ("current", "cumulative"),
}
"""The template's word → the period, and the one that says the same where a tally has no such period."""


def figures(lookups: Lookups) -> dict[str, dict[str, object]]:
    """Every number of the community by period and word; 未报, and false in conditions, where nobody reported it."""
    return {
        period: {called.in_reports: _figure(lookups, tally, names) for tally, called in NAMES.items()}
        for period, names in PERIODS.items()
    }


def _figure(lookups: Lookups, tally: str, periods: tuple[str, ...]) -> object:
    found = (lookups.figure(tally, period) for period in periods)
    written = next((text for text in found if text), "")
    if not written:
        return Blank(NOT_REPORTED)
    number = float(written)
    return int(number) if number.is_integer() else number
