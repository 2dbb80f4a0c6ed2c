"""The sheet 总览: the day's main numbers, what is to be done, and charts, on one printed page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from fournets.catalogue.settings import Settings
from fournets.writing.agenda import Agenda
from fournets.writing.lookups import Lookups
from fournets.writing.summary.places import leads_to, link
from fournets.writing.wording import CASE_STATUSES, CATEGORIES, NOT_REPORTED, VISIT_STATUSES, chinese_day, grid_name
from fournets.writing.workbooks.new_workbook import BAND, FAINT, FONT, HEAD, INK, LINE, NewWorkbook

NAME = "总览"
COLUMNS, TILE = 16, 2
CHARTS_ROW, CHARTS_HEIGHT = 19, 380
"""Below the tasks, from this row on (counted from 0), stand all charts but the first, so many pixels high."""
BESIDE_TASKS = (6, 8, 8, 268)
"""Row, column, columns and pixels of the first chart."""
BELOW_TASKS, BELOW_CHARTS = 20, 39
"""From which row on stand the numbers that the charts draw: one chart, or several."""


class Tile(NamedTuple):
    """One main number: its label, tally, period and colour."""

    label: str
    tally: str
    period: str
    colour: str


TILES = (
    Tile("底册户数", "households", "", HEAD),
    Tile("已排查户", "households_checked", "", "#2E8B57"),
    Tile("未上门户", "households_never_visited", "", "#C0392B"),
    Tile("返回人员", "returnees", "", HEAD),
    Tile("其中湖北", "returnees_hubei", "", "#C0392B"),
    Tile("在管隔离", "cases_open", "", "#D9822B"),
    Tile("待解除", "cases_to_release", "", "#2E8B57"),
    Tile("今日发热", "fever_readings", "today", "#C0392B"),
)


class Series(NamedTuple):
    """Labels with numbers, to be drawn."""

    title: str
    labels: tuple[str, ...]
    numbers: tuple[int, ...]


KINDS = ("bar", "pie", "pie", "bar")
"""How each of `all_series` is drawn."""
COLOURS = {
    CATEGORIES["wuhan"]: "#C0392B",
    CATEGORIES["hubei"]: "#E08E0B",
    CATEGORIES["key_area"]: "#7F5FA8",
    CATEGORIES["other_province"]: "#5B8DB8",
    CATEGORIES["in_province"]: "#95A5A6",
    CATEGORIES[""]: "#34495E",
    VISIT_STATUSES["checked"]: "#2E8B57",
    VISIT_STATUSES["empty"]: "#95A5A6",
    VISIT_STATUSES["no_answer"]: "#E08E0B",
    VISIT_STATUSES["refused"]: "#34495E",
    VISIT_STATUSES["never_visited"]: "#C0392B",
}


def add_overview(book: NewWorkbook, lookups: Lookups, settings: Settings, agenda: Agenda) -> None:
    """The first sheet."""
    title = f"{settings.office.community}疫情防控每日汇总"
    subtitle = f"{settings.office.signature}　{chinese_day(lookups.results.day)}　“未报”是没有人报，“0”是报了没有。"
    sheet = book.sheet(NAME, title, subtitle)
    sheet.set_column(0, COLUMNS - 1, 9)
    sheet.fit_to_pages(1, 1)
    for index, tile in enumerate(TILES):
        _tile(book, sheet, lookups, tile, index * TILE)
    _agenda(book, sheet, agenda)
    _charts(book, sheet, [drawn for drawn in zip(KINDS, all_series(lookups), strict=True) if drawn[1].labels])
    sheet.activate()


def _tile(book: NewWorkbook, sheet: Worksheet, lookups: Lookups, tile: Tile, column: int) -> None:
    box = {"align": "center", "bg_color": BAND, "border_color": "#FFFFFF", "left": 5, "right": 5}
    label = book.style(**box, font_color=FAINT, font_size=10)
    figure = book.style(**box, font_color=tile.colour, font_size=20, bold=True, num_format="#,##0")
    sheet.set_row(3, 20)
    sheet.set_row(4, 36)
    sheet.merge_range(3, column, 3, column + TILE - 1, tile.label, label)
    sheet.merge_range(4, column, 4, column + TILE - 1, "", figure)
    value = lookups.figure(tile.tally, tile.period)
    if to := leads_to(tile.tally):
        link(sheet, 4, column, to)
    if value:
        sheet.write_number(4, column, float(value), figure)
    else:
        sheet.write_string(4, column, NOT_REPORTED, figure)


def _agenda(book: NewWorkbook, sheet: Worksheet, agenda: Agenda) -> None:
    head = book.style(bold=True, font_size=12, font_color=HEAD, bottom=2, bottom_color=HEAD)
    sheet.merge_range(6, 0, 6, 7, "今天要办的事", head)
    text = book.style(bottom=1, bottom_color=LINE)
    for row, task in enumerate(agenda.tasks, 7):
        sheet.set_row(row, 21)
        number = book.style(bottom=1, bottom_color=LINE, bold=task.number > 0, align="right", num_format="#,##0")
        sheet.merge_range(row, 0, row, 3, task.text, text)
        sheet.write_number(row, 4, task.number, number)
        where = book.style(bottom=1, bottom_color=LINE, font_color="#1F5FBF" if task.number else FAINT)
        sheet.merge_range(row, 5, row, 7, f"　见《{task.where}》", where)
        if not task.where.endswith(".xlsx"):
            link(sheet, row, 5, task.where)
            sheet.write_string(row, 5, f"　见《{task.where}》", where)


def all_series(lookups: Lookups) -> Sequence[Series]:
    """What the charts show: cases by status and by category, doors by status, grids with most doors unopened."""
    cases = Counter(case["status"] for case in lookups.cases)
    categories = Counter(case["category"] for case in lookups.cases)
    doors = Counter(door["status"] for door in lookups.coverage)
    shut = Counter(grid_name(door["grid"]) for door in lookups.coverage if door["status"] not in ("checked", "empty"))
    most = sorted(shut.items(), key=lambda item: (-item[1], item[0]))[:10]
    return (
        _series("隔离人员（人）", CASE_STATUSES, cases),
        _series("从哪里返回（人）", CATEGORIES, categories),
        _series("入户排查（户）", VISIT_STATUSES, doors),
        Series("未见到人的户最多的网格", tuple(name for name, _ in most), tuple(count for _, count in most)),
    )


def _series(title: str, words: dict[str, str], counts: Counter[str]) -> Series:
    shown = {label: counts[word] for word, label in words.items() if counts[word]}
    return Series(title, tuple(shown), tuple(shown.values()))


def _charts(book: NewWorkbook, sheet: Worksheet, drawn: Sequence[tuple[str, Series]]) -> None:
    """The charts that have something to show, the first beside the tasks, each with its numbers below: a chart must
    draw from cells."""
    row = BELOW_CHARTS if len(drawn) > 1 else BELOW_TASKS
    wide = min(8, COLUMNS // max(1, len(drawn) - 1))
    for index, (kind, series) in enumerate(drawn):
        _numbers(book, sheet, series, row, index * 4)
        place = (CHARTS_ROW, (index - 1) * wide, wide, CHARTS_HEIGHT) if index else BESIDE_TASKS
        _chart(book, sheet, series, (row + 1, index * 4), kind, place)


def _numbers(book: NewWorkbook, sheet: Worksheet, series: Series, top: int, column: int) -> None:
    small = {"font_size": 9, "bottom": 1, "bottom_color": LINE}
    head = book.style(**small, bold=True, font_color=HEAD)
    sheet.merge_range(top, column, top, column + 2, series.title, head)
    for row, (label, count) in enumerate(zip(series.labels, series.numbers, strict=True), top + 1):
        sheet.merge_range(row, column, row, column + 1, label, book.style(**small))
        sheet.write_number(row, column + 2, count, book.style(**small, align="right", num_format="#,##0"))


def _chart(
    book: NewWorkbook,
    sheet: Worksheet,
    series: Series,
    numbers: tuple[int, int],
    kind: str,
    place: tuple[int, int, int, int],
) -> None:
    """`numbers` are row and column of the first label, `place` the chart's row, column, columns and pixels high."""
    row, left, wide, height = place
    first, column = numbers
    last = first + len(series.labels) - 1
    chart = book.book.add_chart({"type": kind})
    font = {"name": FONT, "size": 9, "color": INK}
    chart.add_series(
        {
            "name": series.title,
            "categories": [NAME, first, column, last, column],
            "values": [NAME, first, column + 2, last, column + 2],
            "data_labels": {"value": True, "font": font, "position": "outside_end"},
            "points": [{"fill": {"color": COLOURS[label]}} for label in series.labels] if kind == "pie" else None,
            "fill": {"color": "#5B8DB8"},
            "gap": 60,
        }
    )
    chart.set_title({"name": series.title, "name_font": {**font, "size": 11, "bold": True, "color": HEAD}})
    if kind == "bar":
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": LINE}})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    else:
        chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": 68 * wide - 8, "height": height})
    sheet.insert_chart(row, left, chart, {"x_offset": 4, "y_offset": 2})
