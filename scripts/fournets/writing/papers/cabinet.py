"""What is known of each person on the results' day, as the files in `档案/` tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fournets.catalogue.documents import BY_KIND
from fournets.catalogue.findings import message
from fournets.model import Finding, Paper
from fournets.writing.lookups import Lookups, Row, place_text, rows_of
from fournets.writing.wording import CASE_STATUSES, GENDERS, METHODS, SERVICES, SLOTS, VISIT_STATUSES

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


class Cabinet:
    """What there is about each person, sorted out once. `case_of` gives a person's newest case."""

    def __init__(self, lookups: Lookups) -> None:
        """Sort out what the results say by person."""
        results = lookups.results
        self.day = results.day.isoformat()
        self.lookups = lookups
        self.case_of = lookups.case_of
        facts = results.linked.facts
        self._facts = _by_person(rows_of(facts[facts["person_id"].isin(list(self.case_of))]))
        self._records = {form: _by_person(lookups.records(form)) for form in _FORMS}
        self._papers: dict[str, list[Paper]] = {}
        for paper in results.papers:
            self._papers.setdefault(paper.person_id, []).append(paper)
        self._findings: dict[str, list[Finding]] = {}
        for found in results.findings:
            self._findings.setdefault(found.person_id, []).append(found)

    def status(self, person: str) -> str:
        """In words how a person's newest case stands; empty without a case."""
        status = self.case_of[person]["status"] if person in self.case_of else ""
        return CASE_STATUSES.get(status, status)

    def said(self, person: str) -> Iterator[Row]:
        """Every value once, with the first place that says it; masked ones say nothing new, others are marked."""
        seen = set()
        for row in sorted(self._facts.get(person, ()), key=lambda row: row["current"] != "yes"):
            if "*" not in row["value"] and (row["field"], row["value"]) not in seen:
                seen.add((row["field"], row["value"]))
                value = GENDERS.get(row["value"], row["value"])
                doubt = "" if row["current"] == "yes" else "（另有一说）"
                yield {"项目": FACTS.get(row["field"], row["field"]), "内容": value + doubt, "来源": place_text(row)}

    def readings(self, person: str) -> list[dict[str, str]]:
        """A line a day: morning, evening, and what else was measured or felt."""
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

    def visits(self, persons: Iterable[str]) -> list[dict[str, str]]:
        """When somebody came to see them or took them to a doctor, by day; the same visit to several once."""
        found = [visit for person in persons for visit in self._visits(person)]
        return sorted(_each_once(found), key=lambda visit: visit["日期"])

    def errands(self, persons: Iterable[str]) -> list[dict[str, str]]:
        """What was done for them, by day."""
        found: list[dict[str, str]] = []
        for row in (row for person in persons for row in self._rows("errands", person)):
            service = SERVICES.get(row["service"], row["service"])
            found.append({"日期": row["date"], "服务": service, "内容": row["items"], "次数": row["times"] or "1"})
        return sorted(found, key=lambda errand: errand["日期"])

    def documents(self, person: str) -> Iterator[dict[str, str]]:
        """What was put on paper for a person up to the day; files like the one that asks are not among them."""
        case = self.case_of.get(person, {})
        for paper in self._papers.get(person, ()):
            kind = BY_KIND[paper.kind]
            if kind.living or paper.issued_day.isoformat() > self.day:
                continue
            signed = "是" if kind.signed and case.get(kind.signed) == "yes" else ""
            day = paper.issued_day.isoformat()
            yield {"姓名": paper.name, "编号": paper.number, "种类": kind.title, "签发日期": day, "签收": signed}

    def doubts(self, persons: Iterable[str]) -> list[str]:
        """The sentences of all findings about them, each once."""
        return list(dict.fromkeys(message(found) for person in persons for found in self._findings.get(person, ())))

    def _rows(self, form: str, person: str) -> Iterable[Row]:
        known = (row for row in self._records[form].get(person, ()) if row["date"] <= self.day)
        return sorted(known, key=lambda row: row["date"])

    def _visits(self, person: str) -> Iterator[dict[str, str]]:
        for row in self._rows("screening", person):
            status = VISIT_STATUSES.get(row["visit_status"], row["visit_status"])
            method = METHODS.get(row["method"], "")
            yield {"日期": row["date"], "事项": f"排查{method}", "结果": status, "经办人": row["worker"]}
        for row in self._rows("fever", person):
            readings = "、".join(filter(None, (row["first_reading"], row["second_reading"])))
            result = f"{readings}℃ {row['outcome']}" if readings else row["outcome"]
            yield {"日期": row["date"], "事项": "发热转诊", "结果": result, "经办人": row["receiver"]}


def _each_once(lines: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return list({tuple(line.items()): line for line in lines}.values())


def _by_person(found: Iterable[Mapping[str, str]]) -> dict[str, list[Mapping[str, str]]]:
    sorted_out: dict[str, list[Mapping[str, str]]] = {}
    for row in found:
        sorted_out.setdefault(row["person_id"], []).append(row)
    return sorted_out
