"""`日报_<day>.docx`: the day in the sentences of an office bulletin, with charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from fournets.catalogue.document_items import office_items
from fournets.catalogue.findings import severity
from fournets.catalogue.settings import Settings
from fournets.model import Results, Severity
from fournets.writing.agenda import undecided
from fournets.writing.lookups import Lookups
from fournets.writing.papers.report_figures import figures
from fournets.writing.word.charts import Chart, ChartPlace, with_charts
from fournets.writing.word.prepared import prepared
from fournets.writing.wording import CASE_STATUSES, VISIT_STATUSES, grid_key, grid_name

TEMPLATE = "日报.docx"
_TREND_DAYS = 14
_MOST_NAMED = 12
_FROM_HUBEI = ("wuhan", "hubei")
_LOW = 36
"""A chart of one series, in mm: with the space around it as high as four lines of text."""


def daily_report(lookups: Lookups, settings: Settings, template: bytes) -> tuple[str, bytes]:
    """The report of the results' day as (path below the day's folder, bytes); raises `TemplateFault`."""
    charts = _charts(lookups)
    values = _values(lookups, settings, charts)
    document = prepared(template, TEMPLATE, frozenset(values)).render(values)
    places = [place for place in charts.values() if isinstance(place, ChartPlace)]
    return f"日报_{lookups.results.day.isoformat()}.docx", with_charts(document, places)


def _values(lookups: Lookups, settings: Settings, charts: Mapping[str, object]) -> dict[str, object]:
    results = lookups.results
    silent = silent_grids(results)
    return {
        **figures(lookups),
        "日期": results.day.isoformat(),
        "截止": f"{settings.cutoff:%H:%M}".lstrip("0"),
        **office_items(settings, results.day),
        "微信群": list(_groups(lookups)),
        "小分队": _squads(lookups),
        "未报网格": _named([grid_name(grid) for grid in silent]),
        "未报网格数": len(silent),
        "应报网格数": results.deliveries["grid"].nunique(),
        "待核对": sum(severity(found) is not Severity.NOTE for found in results.findings),
        "待答": undecided(lookups),
        "图": charts,
    }


def silent_grids(results: Results) -> list[str]:
    """The grids of which something expected has not come, in order."""
    deliveries = results.deliveries
    return sorted(set(deliveries.loc[deliveries["status"] == "missing", "grid"].tolist()), key=grid_key)


def _named(names: Sequence[str]) -> str:
    more = f"等{len(names)}个" if len(names) > _MOST_NAMED else ""
    return "、".join(names[:_MOST_NAMED]) + more


def _groups(lookups: Lookups) -> Iterator[dict[str, str]]:
    for row in lookups.records("groups")[:_MOST_NAMED]:
        yield {"名称": row["group"], "人数": row["members"] or "未报", "用途": row["purpose"]}


def _squads(lookups: Lookups) -> list[dict[str, object]]:
    """Every squad of volunteers with its decades of birth, those with the greatest share of elders first."""
    members: dict[str, dict[str, str]] = {}
    for row in lookups.records("volunteers"):
        if row["squad"]:
            members.setdefault(row["squad"], {})[row["person_id"] or row["name"]] = row["birth_year"]
    squads = [(_decades(years.values()), name, len(years)) for name, years in members.items()]
    squads.sort(key=lambda squad: (-sum(squad[0][:2]) / squad[2], squad[1]))
    return [
        {"名称": name, "人数": count, "年长": elders[0] + elders[1], "年代": _decades_said(elders)}
        for elders, name, count in squads[:_MOST_NAMED]
    ]


def _decades(years: Iterable[str]) -> list[int]:
    """How many were born in the fifties, sixties, seventies, eighties and nineties."""
    counts = Counter(year[:3] for year in years)
    return [counts[decade] for decade in ("195", "196", "197", "198", "199")]


def _decades_said(counts: Sequence[int]) -> str:
    """50后、60后20人，90后4人."""
    fifties, sixties, seventies, eighties, nineties = counts
    names = [name for name, count in (("50后", fifties), ("60后", sixties)) if count]
    others = (("70后", seventies), ("80后", eighties), ("90后", nineties))
    said = [f"{'、'.join(names)}{fifties + sixties}人"] if names else []
    return "，".join(said + [f"{name}{count}人" for name, count in others if count])


def _charts(lookups: Lookups) -> dict[str, ChartPlace | str]:
    """The report's charts by name; empty, so that a template can leave it out, where there is nothing to show."""
    charts = {"返回人员": _arrivals(lookups), "入户排查": _doors(lookups), "隔离管理": _cases(lookups)}
    return {
        name: ChartPlace(number, chart) if any(map(any, chart.series.values())) else ""
        for number, (name, chart) in enumerate(charts.items(), 1)
    }


def _arrivals(lookups: Lookups) -> Chart:
    last: date = lookups.results.day
    days = [(last - timedelta(days=ago)).isoformat() for ago in reversed(range(_TREND_DAYS))]
    hubei, others = Counter[str](), Counter[str]()
    for case in lookups.cases:
        (hubei if case["category"] in _FROM_HUBEI else others)[case["arrive_date"]] += 1
    names = [f"{int(day[5:7])}.{int(day[8:])}" for day in days]
    series = {"湖北（含武汉）": [hubei[day] for day in days], "其他地区": [others[day] for day in days]}
    return Chart("近14日返回人员（按到达日期，人）", names, series)


def _doors(lookups: Lookups) -> Chart:
    counts = Counter(door["status"] for door in lookups.coverage)
    return Chart(
        "入户排查（户）", list(VISIT_STATUSES.values()), {"户": [counts[name] for name in VISIT_STATUSES]}, height=_LOW
    )


def _cases(lookups: Lookups) -> Chart:
    counts = Counter(case["status"] for case in lookups.cases)
    return Chart(
        "隔离管理（人）", list(CASE_STATUSES.values()), {"人": [counts[name] for name in CASE_STATUSES]}, height=_LOW
    )
