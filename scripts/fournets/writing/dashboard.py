"""`看板.html`: the day's numbers on one page for a browser; no script, nothing from elsewhere, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from fournets.catalogue.settings import Settings
from fournets.catalogue.tallies import PERIOD_WORDS, TALLIES, Net
from fournets.model import FileAccount
from fournets.writing.agenda import Agenda
from fournets.writing.lookups import Lookups
from fournets.writing.page_style import STYLE
from fournets.writing.safe_cells import storable
from fournets.writing.summary.overview import COLOURS, TILES, Series, all_series
from fournets.writing.wording import DELIVERY_STATUSES, NOT_REPORTED, chinese_day, grid_key, grid_name

PATH = "看板.html"
BAR_COLOUR = "#5B8DB8"
GRID_TALLIES = (
    *("households", "households_checked", "households_never_visited", "households_no_answer", "returnees"),
    *("cases_open", "cases_to_notify", "cases_to_release", "fever_readings"),
)


def dashboard(lookups: Lookups, settings: Settings, accounts: Sequence[FileAccount]) -> tuple[str, bytes]:
    """The page as (path below the day's folder, bytes); `accounts` are all files of the desk."""
    day = lookups.results.day
    title = f"{settings.office.community}疫情防控看板"
    body = (
        f"<header><h1>{_text(title)}</h1><p>{_text(settings.office.signature)}　{chinese_day(day)}</p></header>",
        f'<section class="tiles">{"".join(_tiles(lookups))}</section>',
        f'<section class="two">{_agenda(Agenda.of(lookups, accounts))}{_deliveries(lookups)}</section>',
        f'<section class="charts">{"".join(map(_bars, all_series(lookups)))}</section>',
        f'<section class="nets">{"".join(_net(lookups, net) for net in Net)}</section>',
        _grids(lookups),
        "<footer>“未报”是没有人报，“0”是报了没有，“—”是不按这个口径数。各数的来源见同一文件夹里的《汇总》。</footer>",
    )
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_text(title)} {day.isoformat()}</title><style>{STYLE}</style></head><body>\n"
        + "\n".join(part for part in body if part)
        + "\n</body></html>\n"
    )
    return PATH, page.encode()


def _text(written: str) -> str:
    return escape(storable(written))


def _number(value: str | None) -> str:
    """A number as people read it; none is not counted so, an empty one nobody reported."""
    if value is None:
        return '<td class="n faint">—</td>'
    if not value:
        return f'<td class="n faint">{NOT_REPORTED}</td>'
    return f'<td class="n">{_text(_grouped(value))}</td>'


def _grouped(value: str) -> str:
    return f"{int(value):,}" if value.isdecimal() else value


def _tiles(lookups: Lookups) -> Iterable[str]:
    for tile in TILES:
        value = lookups.figure(tile.tally, tile.period)
        shown = _grouped(value) if value else NOT_REPORTED
        yield f'<div class="tile"><span>{tile.label}</span><b style="color:{tile.colour}">{_text(shown)}</b></div>'


def _agenda(agenda: Agenda) -> str:
    lines = "".join(
        f'<tr class="{"" if task.number else "faint"}"><td>{_text(task.text)}</td><td class="n">{task.number:,}</td>'
        f"<td>《{_text(task.where)}》</td></tr>"
        for task in agenda.tasks
    )
    return f"<div><h2>今天要办的事</h2><table>{lines}</table></div>"


def _deliveries(lookups: Lookups) -> str:
    """Who has not sent: grids by name, so that they can be called."""
    frame = lookups.results.deliveries
    status = dict.fromkeys(DELIVERY_STATUSES, 0)
    missing: set[str] = set()
    for grid, found in zip(frame["grid"], frame["status"], strict=True):
        status[found] = status.get(found, 0) + 1
        if found == "missing":
            missing.add(grid)
    counts = "　".join(f"{_text(DELIVERY_STATUSES.get(word, word))} {count}" for word, count in status.items())
    called = "".join(
        f"<tr><td>{_text(grid_name(grid))}</td><td>{_text(worker.name)}</td><td>{_text(worker.phone)}</td></tr>"
        for grid in sorted(missing, key=grid_key)
        for worker in [lookups.worker(grid)]
    )
    listed = f'<div class="short"><table>{called}</table></div>' if called else "<p>都报了。</p>"
    return f"<div><h2>网格报表</h2><p>{counts}</p>{listed}</div>" if len(frame) else ""


def _bars(series: Series) -> str:
    if not series.labels:
        return ""
    most = max(series.numbers) or 1
    lines = "".join(
        f'<tr><td>{_text(label)}</td><td class="bar"><i style="width:{100 * count / most:.1f}%;'
        f'background:{COLOURS.get(label, BAR_COLOUR)}"></i></td><td class="n">{count:,}</td></tr>'
        for label, count in zip(series.labels, series.numbers, strict=True)
    )
    return f'<div class="chart"><h2>{_text(series.title)}</h2><table>{lines}</table></div>'


def _net(lookups: Lookups, net: Net) -> str:
    names = [tally for tally in TALLIES.values() if tally.net is net and lookups.figure(tally.name) is not None]
    if not names:
        return ""
    head = "".join(f"<th>{word}</th>" for word in PERIOD_WORDS.values())
    lines = "".join(
        f"<tr><td>{_text(tally.title)}</td>"
        + "".join(_number(lookups.figures.get((tally.name, "community", "", period))) for period in PERIOD_WORDS)
        + f"<td>{_text(tally.unit)}</td></tr>"
        for tally in names
    )
    return f"<div><h2>{net.value}</h2><table><tr><th>项目</th>{head}<th>单位</th></tr>{lines}</table></div>"


def _grids(lookups: Lookups) -> str:
    grids = {value for _, group, value, _ in lookups.figures if group == "grid"} | set(lookups.workers)
    if not grids:
        return ""
    shown = [name for name in GRID_TALLIES if any((name, "grid") == key[:2] for key in lookups.figures)]
    head = "".join(f"<th>{_text(TALLIES[name].title)}</th>" for name in shown)
    lines = "".join(
        f"<tr><td>{_text(grid_name(grid))}</td><td>{_text(lookups.worker(grid).name)}</td>"
        + "".join(_number(lookups.figure(name, group="grid", value=grid)) for name in shown)
        + "</tr>"
        for grid in sorted(grids, key=grid_key)
    )
    return (
        f'<section><h2>分网格</h2><div class="wide"><table><thead><tr><th>网格</th><th>网格员</th>{head}</tr>'
        f"</thead>{lines}</table></div></section>"
    )
