"""Sheets of numbers: 四张网, 分网格, 分小区."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from fournets.catalogue.tallies import PERIOD_WORDS, TALLIES, Net
from fournets.writing.lookups import Lookups
from fournets.writing.wording import NOT_REPORTED, chinese_day, form_title, grid_key, grid_name
from fournets.writing.workbooks.new_workbook import (
    AMBER,
    BAND,
    GREEN,
    RED,
    Column,
    Layout,
    NewWorkbook,
    number,
    write_table,
)

NET_COLOURS = dict(zip((net.value for net in Net), (BAND, AMBER, GREEN, RED), strict=True))
NOT_COUNTED = "—"
LEADS_TO = (
    ("returnees", "返回人员"),
    ("cases_", "隔离台账"),
    ("notices_", "隔离台账"),
    ("pledges_", "隔离台账"),
    ("temperatures_", "隔离台账"),
    ("households_", "漏户清单"),
    ("dispatch_", "名单比对"),
    ("grids", "分网格"),
    ("grid_workers", "分网格"),
    ("compounds", "分小区"),
    ("property_companies", "分小区"),
)
OF_GRIDS = (
    *("households", "households_checked", "households_empty", "households_no_answer", "households_refused"),
    *("households_never_visited", "persons_screened", "returnees", "returnees_wuhan", "returnees_hubei"),
    *("returnees_key_area", "cases_open", "cases_to_notify", "cases_in_quarantine", "cases_to_release"),
    *("cases_released", "temperatures_due", "temperatures_taken", "fever_readings", "dispatch_missed"),
)
OF_COMPOUNDS = (
    *("households", "residents", "households_checked", "households_never_visited", "households_no_answer"),
    *("returnees", "returnees_wuhan", "returnees_hubei", "cases_open", "cases_to_notify", "cases_to_release"),
    *("gate_entries", "vehicles_turned_back", "persons_turned_back", "passes_issued"),
    *("disinfected_m2", "disinfection_person_times", "shopping_errands", "rubbish_collections"),
)


def leads_to(tally: str) -> str:
    """The sheet that shows the rows behind a number; empty where none does."""
    return next((sheet for start, sheet in LEADS_TO if tally.startswith(start)), "")


def link(sheet: Worksheet, row: int, column: int, to: str) -> None:
    """Make a cell lead to another sheet; what is written there afterwards stays as it is."""
    sheet.write_url(row, column, f"internal:'{to}'!A1", tip=f"看《{to}》里的各行")


def add_nets(book: NewWorkbook, lookups: Lookups) -> None:
    """Every number of the community by net: today, cumulative, current, and what it counts."""
    columns = (
        *(Column("四张网", widest=18, colours=NET_COLOURS), Column("项目", widest=26)),
        *(number(title, NOT_COUNTED) for title in PERIOD_WORDS.values()),
        *(Column("单位", widest=8, centred=True), Column("出自哪些表", widest=44), Column("各行见", widest=12)),
    )
    names = [(net.value, tally.name) for net in Net for tally in TALLIES.values() if tally.net is net]
    names = [(net, tally) for net, tally in names if lookups.figure(tally) is not None]
    rows = [
        (net, title_of(tally), *_periods(lookups, tally), TALLIES[tally].unit, forms_of(tally), leads_to(tally))
        for net, tally in names
    ]
    subtitle = f"截至{chinese_day(lookups.results.day)}。“未报”是没有人报，“0”是报了没有，“—”是不按这个口径数。"
    sheet = book.sheet("四张网", "四张网工作汇总", subtitle)
    write_table(book, sheet, columns, rows, nothing="还没有数字。")
    for row, (_, tally) in enumerate(names, 3):
        if to := leads_to(tally):
            link(sheet, row, 7, to)
            sheet.write_string(
                row, 7, to, book.style(border=1, border_color="#C9D3DE", font_color="#1F5FBF", underline=1)
            )


def title_of(tally: str) -> str:
    """A tally's Chinese name."""
    return TALLIES[tally].title


def forms_of(tally: str) -> str:
    """The sheets that report a tally."""
    return "、".join(f"《{form_title(form)}》" for form in TALLIES[tally].reported_by)


def _periods(lookups: Lookups, tally: str) -> list[str]:
    found = (lookups.figures.get((tally, "community", "", period)) for period in PERIOD_WORDS)
    return ["" if value is None else value or NOT_REPORTED for value in found]


def add_grids(book: NewWorkbook, lookups: Lookups) -> None:
    """One line a grid."""
    grids = sorted(_values(lookups, "grid") | {grid for grid in lookups.workers if grid}, key=grid_key)
    leading = (Column("网格", widest=12), Column("网格员", widest=12), Column("电话", widest=15))
    lines = [(grid_name(grid), *lookups.worker(grid)) for grid in grids]
    subtitle = (
        f"截至{chinese_day(lookups.results.day)}；体温是当天的，其余是累计或目前的数。合计取全社区的数，不是各行相加。"
    )
    sheet = book.sheet("分网格", "分网格汇总", subtitle)
    _matrix(book, sheet, lookups, "grid", grids, leading, lines, OF_GRIDS)


def add_compounds(book: NewWorkbook, lookups: Lookups) -> None:
    """One line a compound."""
    register = {row["compound"]: row for row in lookups.records("compounds")}
    compounds = sorted(_values(lookups, "compound") | set(register))
    leading = (Column("小区", widest=18), Column("物业公司", widest=26), Column("物业负责人", widest=12))
    lines = [
        (name or "小区不明", *(register.get(name, {}).get(field, "") for field in ("property_company", "manager")))
        for name in compounds
    ]
    subtitle = f"截至{chinese_day(lookups.results.day)}；累计或目前的数。合计取全社区的数，不是各行相加。"
    sheet = book.sheet("分小区", "分小区汇总", subtitle)
    _matrix(book, sheet, lookups, "compound", compounds, leading, lines, OF_COMPOUNDS)


def _values(lookups: Lookups, group: str) -> set[str]:
    return {value for _, kind, value, _ in lookups.figures if kind == group}


def _matrix(
    book: NewWorkbook,
    sheet: Worksheet,
    lookups: Lookups,
    group: str,
    values: Sequence[str],
    leading: Sequence[Column],
    lines: Sequence[tuple[str, ...]],
    wanted: Iterable[str],
) -> None:
    """Tallies as columns, the group's values as rows, the community's own numbers below."""
    tallies = [tally for tally in wanted if any((tally, group) == key[:2] for key in lookups.figures)]
    columns = (*leading, *(number(title_of(tally), NOT_COUNTED) for tally in tallies))
    rows = [
        (*line, *(_shown(_figure(lookups, tally, group, value)) for tally in tallies))
        for line, value in zip(lines, values, strict=True)
    ]
    below = write_table(book, sheet, columns, rows, Layout(frozen=1), "还没有数字。")
    if not tallies:
        return
    total = {"bold": True, "bg_color": BAND, "border": 1, "border_color": "#C9D3DE"}
    for column, text in enumerate(("全社区", *[""] * (len(leading) - 1))):
        sheet.write_string(below, column, text, book.style(**total))
    style = book.style(**total, num_format="#,##0", align="right")
    for column, tally in enumerate(tallies, len(leading)):
        value = _shown(_figure(lookups, tally, "community", ""))
        if value.isdecimal():
            sheet.write_number(below, column, int(value), style)
        else:
            sheet.write_string(below, column, value, style)


def _figure(lookups: Lookups, tally: str, group: str, value: str) -> str | None:
    period = "today" if tally.startswith(("temperatures_", "fever_readings")) else ""
    return lookups.figure(tally, period, group, value)


def _shown(value: str | None) -> str:
    return "" if value is None else value or NOT_REPORTED
