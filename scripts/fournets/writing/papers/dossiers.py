"""`档案/`: one file a person with a case, one a household of several, with all that is known that day and whence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fournets.model import Paper
from fournets.writing.data_files import Placement
from fournets.writing.lookups import Lookups, Row, place_text
from fournets.writing.papers.cabinet import Cabinet
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.printing import grid_title
from fournets.writing.word.charts import Chart, ChartPlace, with_charts

FOLDER = "档案"
PERSON, HOUSEHOLD = "dossier", "household_dossier"
_SOURCES = {"register": "居民底册", "found": "其他表里登记"}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 40
_LOWEST = 35
_ENOUGH_FOR_A_CHART = 4


class Dossier(NamedTuple):
    """One file: the path below the day's folder."""

    path: str
    data: bytes
    number: str

    @property
    def placement(self) -> Placement:
        """Where the document lies."""
        return Placement(self.path, 1, hashlib.sha256(self.data).hexdigest())


def dossiers(lookups: Lookups, stationery: Stationery) -> Iterator[Dossier]:
    """The files of everybody who has one, as things stand on the results' day; raises `TemplateFault`."""
    cabinet, papers = Cabinet(lookups), lookups.results.papers
    for paper in _current(papers, PERSON):
        if paper.person_id in cabinet.case_of:
            yield _file(
                paper, f"{_in_names(paper.name)}_{paper.person_id}", _of_person(cabinet, paper.person_id), stationery
            )
    for paper in _current(papers, HOUSEHOLD):
        members = _members(lookups.residents.get(paper.address, ()))
        if not cabinet.case_of.keys().isdisjoint(members):
            yield _file(paper, f"户_{_in_names(paper.name)}", _of_household(cabinet, members), stationery)


def _current(papers: Iterable[Paper], kind: str) -> Iterable[Paper]:
    """The first file opened about each person or household: where two persons became one, it is kept."""
    own: dict[str, Paper] = {}
    for paper in papers:
        if paper.kind == kind:
            own.setdefault(paper.person_id or paper.name, paper)
    return own.values()


def _file(paper: Paper, name: str, contents: Mapping[str, object], stationery: Stationery) -> Dossier:
    data = stationery.template(paper.kind).render({**stationery.values(paper.fields), **contents})
    chart = contents.get("体温图")
    if isinstance(chart, ChartPlace):
        data = with_charts(data, [chart])
    return Dossier(f"{FOLDER}/{grid_title(paper.grid)}/{name}.docx", data, paper.number)


def _in_names(text: str) -> str:
    return _NOT_IN_NAMES.sub("_", text)[:_LONGEST_NAME]


def _of_person(cabinet: Cabinet, person: str) -> dict[str, object]:
    """The values beside the paper's own items, the day's case before the one of the day of issue."""
    readings = cabinet.readings(person)
    return {
        "日期": cabinet.day,
        "状态": cabinet.status(person),
        "解除日期": cabinet.case_of[person]["released_date"],
        "事实": list(cabinet.said(person)),
        "体温记录": readings,
        "体温图": _chart(readings),
        "走访记录": cabinet.visits([person]),
        "代办记录": cabinet.errands([person]),
        "已发文书": list(cabinet.documents(person)),
        "待核事项": cabinet.doubts([person]),
    }


def _members(rows: Iterable[Row]) -> dict[str, Row]:
    """Who lives in a flat, each by the first row that says so: the register's before others'."""
    found: dict[str, Row] = {}
    for row in rows:
        if row["person_id"]:
            found.setdefault(row["person_id"], row)
    return found


def _of_household(cabinet: Cabinet, members: Mapping[str, Row]) -> dict[str, object]:
    """Who lives there and how we know, and what concerns any of them."""
    return {
        "日期": cabinet.day,
        "户内人员": [_member(cabinet, person, row) for person, row in members.items()],
        "事实": [
            {"项目": row["name"], "内容": _SOURCES[row["source"]], "来源": place_text(row)} for row in members.values()
        ],
        "走访记录": cabinet.visits(members),
        "代办记录": cabinet.errands(members),
        "已发文书": [line for person in members for line in cabinet.documents(person)],
        "待核事项": cabinet.doubts(members),
    }


def _member(cabinet: Cabinet, person: str, row: Row) -> dict[str, str]:
    return {
        "姓名": row["name"],
        "关系": row["relation"],
        "身份证号": row["id_number"],
        "电话": row["phones"],
        "状态": cabinet.status(person) or "同住",
        "期满": cabinet.case_of[person]["due_date"] if person in cabinet.case_of else "",
    }


def _chart(readings: Iterable[Mapping[str, str]]) -> ChartPlace | str:
    """Mornings and evenings as lines; nothing where there are too few numbers."""
    days = list(readings)
    series = {slot: [_number(day[slot]) for day in days] for slot in ("上午", "下午")}
    if sum(value is not None for values in series.values() for value in values) < _ENOUGH_FOR_A_CHART:
        return ""
    names = [f"{int(day['日期'][5:7])}.{int(day['日期'][8:])}" if day["日期"] else "" for day in days]
    return ChartPlace(1, Chart("体温（℃）", names, series, lines=True, lowest=_LOWEST))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
