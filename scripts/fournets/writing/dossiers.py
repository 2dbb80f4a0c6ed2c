"""`档案/`: one file a person with a case, with all that is known that day and where it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fournets.catalogue.documents import BY_KIND
from fournets.catalogue.findings import message
from fournets.model import Finding, Paper
from fournets.writing.data_files import Placement
from fournets.writing.documents import Stationery
from fournets.writing.lookups import Lookups, Row, rows_of
from fournets.writing.printing import grid_title
from fournets.writing.word_charts import Chart, ChartPlace, with_charts
from fournets.writing.wording import CASE_STATUSES, METHODS, SERVICES, SLOTS, VISIT_STATUSES

FOLDER = "档案"
KIND = "dossier"
FACTS = {
    "name": "姓名",
    "id_number": "身份证号",
    "phone": "电话",
    "phones": "电话",
    "address": "住址",
    "grid": "网格",
    "gender": "性别",
    "registered_residence": "户籍地",
    "birth_year": "出生年",
    "employer": "单位",
}
_FORMS = ("temperatures", "screening", "fever", "errands")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST_NAME = 40
_LOWEST = 35
_ENOUGH_FOR_A_CHART = 4
_GENDERS = {"male": "男", "female": "女"}


class Dossier(NamedTuple):
    """One person's file: the path below the day's folder."""

    path: str
    data: bytes
    number: str

    @property
    def placement(self) -> Placement:
        """Where the document lies."""
        return Placement(self.path, 1, hashlib.sha256(self.data).hexdigest())


def dossiers(lookups: Lookups, stationery: Stationery) -> Iterator[Dossier]:
    """The files of everybody who has one, as things stand on the results' day; raises `TemplateFault`."""
    cabinet = _Cabinet(lookups)
    own: dict[str, Paper] = {}
    for paper in lookups.results.papers:
        if paper.kind == KIND and paper.person_id in cabinet.case_of:
            own.setdefault(paper.person_id, paper)
    for paper in own.values():
        values = stationery.values(paper.fields) | cabinet.contents(paper)
        data = stationery.template(KIND).render(values)
        chart = values["体温图"]
        if isinstance(chart, ChartPlace):
            data = with_charts(data, [chart])
        yield Dossier(_path(paper), data, paper.number)


def _path(paper: Paper) -> str:
    name = _NOT_IN_NAMES.sub("_", paper.name)[:_LONGEST_NAME]
    return f"{FOLDER}/{grid_title(paper.grid)}/{name}_{paper.person_id}.docx"


class _Cabinet:
    """What there is about each person, sorted out once."""

    def __init__(self, lookups: Lookups) -> None:
        results = lookups.results
        self._day = results.day.isoformat()
        self.case_of = lookups.case_of
        self._facts = _by_person(rows_of(results.linked.facts))
        self._records = {form: _by_person(lookups.records(form)) for form in _FORMS}
        self._papers: dict[str, list[Paper]] = {}
        for paper in results.papers:
            self._papers.setdefault(paper.person_id, []).append(paper)
        self._findings: dict[str, list[Finding]] = {}
        for found in results.findings:
            self._findings.setdefault(found.person_id, []).append(found)

    def contents(self, paper: Paper) -> dict[str, object]:
        """The values beside the paper's own items, the day's case before the one of the day of issue."""
        person, case = paper.person_id, self.case_of[paper.person_id]
        readings = self._readings(person)
        return {
            "日期": self._day,
            "状态": CASE_STATUSES.get(case["status"], case["status"]),
            "解除日期": case["released_date"],
            "事实": list(self._said(person)),
            "体温记录": readings,
            "体温图": _chart(readings),
            "走访记录": sorted(self._visits(person), key=lambda visit: visit["日期"]),
            "代办记录": list(self._errands(person)),
            "已发文书": list(self._documents(person, case)),
            "待核事项": list(dict.fromkeys(message(found) for found in self._findings.get(person, ()))),
        }

    def _rows(self, form: str, person: str) -> Iterable[Row]:
        known = (row for row in self._records[form].get(person, ()) if row["date"] <= self._day)
        return sorted(known, key=lambda row: row["date"])

    def _said(self, person: str) -> Iterator[Row]:
        """Every value once, with the first place that says it; masked ones say nothing new, others are marked."""
        seen = set()
        for row in sorted(self._facts.get(person, ()), key=lambda row: row["current"] != "yes"):
            if "*" not in row["value"] and (row["field"], row["value"]) not in seen:
                seen.add((row["field"], row["value"]))
                value = _GENDERS.get(row["value"], row["value"])
                doubt = "" if row["current"] == "yes" else "（另有一说）"
                place = f"{row['file']} {row['sheet']} 第{row['row']}行"
                yield {"项目": FACTS.get(row["field"], row["field"]), "内容": value + doubt, "来源": place}

    def _readings(self, person: str) -> list[dict[str, str]]:
        days: dict[str, dict[str, str]] = {}
        for row in self._rows("temperatures", person):
            day = days.setdefault(row["date"], {"日期": row["date"], "上午": "", "下午": "", "其他": ""})
            slot = SLOTS.get(row["slot"], "")
            if slot in ("上午", "下午"):
                day[slot] = row["temperature"]
            else:
                day["其他"] = "；".join(filter(None, (day["其他"], f"{slot}{row['temperature']}")))
            if row["symptom"]:
                day["其他"] = "；".join(filter(None, (day["其他"], row["symptom"])))
        return list(days.values())

    def _visits(self, person: str) -> Iterator[dict[str, str]]:
        for row in self._rows("screening", person):
            status = VISIT_STATUSES.get(row["visit_status"], row["visit_status"])
            method = METHODS.get(row["method"], "")
            yield {"日期": row["date"], "事项": f"排查{method}", "结果": status, "经办人": row["worker"]}
        for row in self._rows("fever", person):
            readings = "、".join(filter(None, (row["first_reading"], row["second_reading"])))
            result = f"{readings}℃ {row['outcome']}" if readings else row["outcome"]
            yield {"日期": row["date"], "事项": "发热转诊", "结果": result, "经办人": row["receiver"]}

    def _errands(self, person: str) -> Iterator[dict[str, str]]:
        for row in self._rows("errands", person):
            service = SERVICES.get(row["service"], row["service"])
            yield {"日期": row["date"], "服务": service, "内容": row["items"], "次数": row["times"] or "1"}

    def _documents(self, person: str, case: Row) -> Iterator[dict[str, str]]:
        for paper in self._papers.get(person, ()):
            if paper.kind == KIND or paper.issued_day.isoformat() > self._day:
                continue
            kind = BY_KIND[paper.kind]
            signed = "是" if kind.signed and case[kind.signed] == "yes" else ""
            yield {"编号": paper.number, "种类": kind.title, "签发日期": paper.issued_day.isoformat(), "签收": signed}


def _by_person(found: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    sorted_out: dict[str, list[Mapping[str, str]]] = {}
    for row in found:
        sorted_out.setdefault(row["person_id"], []).append(row)
    return sorted_out


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
