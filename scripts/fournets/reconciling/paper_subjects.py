"""What documents are about (a case, a person, a household, a compound, a checkpoint), with what is to be printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from fournets.catalogue.documents import DocumentKind
from fournets.model import Address, Results
from fournets.reconciling.paper_items import ItemSource, Row, rows
from fournets.reconciling.places import Compounds, called
from fournets.values.addresses import format_address, is_whole, walking_key
from fournets.values.plates import is_local

LOCAL_COLOUR, OTHER_COLOUR = "E2F0D9", "FFF2CC"
"""Passes of cars of this town are green, those of other cars yellow: a guard sees it from afar."""
_OF_FLAT = ("住址", "小区", "楼号", "单元", "房号", "网格", "网格员", "网格员电话")
QUARANTINED = ("to_notify", "in_quarantine")


class Topic(NamedTuple):
    """One thing that documents are about. `key` stays the same from day to day, `case` is empty without one."""

    key: str
    name: str
    grid: str
    address: Address
    items: Mapping[str, str]
    case: Row
    person_id: str = ""


class Topics:
    """All things that documents can be about, each kind worked out when first asked for."""

    def __init__(self, results: Results, source: ItemSource, local_prefix: str) -> None:
        """`source` says what is printed about a case, `local_prefix` how the plates of this town begin."""
        self._results, self._source, self._local_prefix = results, source, local_prefix
        self._known: dict[str, list[Topic]] = {}

    def of(self, document: DocumentKind) -> Iterator[Topic]:
        """What a kind of document is about today."""
        if document.subject not in self._known:
            makers: dict[str, Callable[[], Iterable[Topic]]] = {
                "case": lambda: self._known_cases,
                "person": self._persons,
                "household": self._households,
                "compound": self._compounds,
                "checkpoint": self._checkpoints,
                "vehicle": self._vehicles,
            }
            self._known[document.subject] = list(makers[document.subject]())
        for topic in self._known[document.subject]:
            if _called_for(document, topic.case):
                yield topic

    def _cases(self) -> Iterator[Topic]:
        for case in rows(self._results.cases):
            address, items = self._source.facts(case)
            yield Topic(case["case_id"], items["姓名"], case["grid"], address, items, case, case["person_id"])

    def _persons(self) -> Iterator[Topic]:
        """Every person with a case, by the newest one."""
        newest: dict[str, Topic] = {}
        for topic in sorted(self._known_cases, key=lambda topic: (topic.case["start_date"], topic.key)):
            newest[topic.person_id] = topic._replace(key=topic.person_id)
        yield from newest.values()

    def _households(self) -> Iterator[Topic]:
        """Every flat, known to the door, where somebody with a case lives and somebody else as well."""
        found: dict[Address, Topic] = {}
        for topic in self._persons():
            home = topic.address
            if is_whole(home) and topic.items["同住人员"]:
                found.setdefault(home, topic)
        for home, topic in found.items():
            told = {item: topic.items[item] for item in _OF_FLAT}
            name = format_address(home)
            yield Topic(name, name, topic.grid, home, self._source.common | told, {})

    def _compounds(self) -> Iterator[Topic]:
        for row in _each(rows(self._results.linked.records.get("compounds")), "compound"):
            items = self._source.common | {"小区": row["compound"], "物业公司": row["property_company"]}
            yield Topic(row["compound"], row["compound"], "", Address(row["compound"]), items, {})

    def _checkpoints(self) -> Iterator[Topic]:
        for row in _each(rows(self._results.linked.records.get("checkpoints")), "checkpoint"):
            compound = self._folded.fold(row["compound"]) or self._folded.find(row["checkpoint"])
            items = self._source.common | {"劝返点": row["checkpoint"], "小区": compound}
            items |= {"物业公司": row["property_company"], **self._gate_lists(compound)}
            yield Topic(row["checkpoint"], row["checkpoint"], "", Address(compound), items, {})

    def _vehicles(self) -> Iterator[Topic]:
        """Every car whose pass nobody has written yet: no number, not handed out before today, not run out."""
        day = self._results.day.isoformat()
        cars: dict[str, list[Row]] = {}
        for row in rows(self._results.linked.records.get("passes")):
            if row["plate"]:
                cars.setdefault(f"{row['plate']} {row['compound']}".strip(), []).append(row)
        for name, several in cars.items():
            newest = several[-1]
            has_one = any(each["pass_number"] or "" < each["issued_date"] < day for each in several)
            if not has_one and not "" < newest["valid_until"] < day:
                yield Topic(name, name, "", _address(newest), self._source.common | self._of_vehicle(newest), {})

    def _of_vehicle(self, row: Row) -> dict[str, str]:
        local = is_local(row["plate"], self._local_prefix)
        return {
            "车牌": row["plate"],
            "车主": row["name"],
            "电话": row["phone"],
            "小区": row["compound"],
            "住址": _flat(row),
            "有效期": row["valid_until"],
            "证类": "居民车辆" if local else "外地车辆",
            "底色": LOCAL_COLOUR if local else OTHER_COLOUR,
        }

    def _gate_lists(self, compound: str) -> dict[str, str]:
        """What the guard of a compound's gate must know, and no more: no numbers of papers, no phones."""
        day = self._results.day.isoformat()
        cases = [topic for topic in self._known_cases if compound == self._folded.fold(topic.address.compound) != ""]
        passes = self._passes.get(compound, [])
        valid = [row for row in passes if not row["valid_until"] or row["valid_until"] >= day]
        expired = [row for row in passes if row["valid_until"] and row["valid_until"] < day]
        return {
            "隔离住户": _flats(topic for topic in cases if topic.case["status"] in QUARANTINED),
            "待解除住户": _flats(topic for topic in cases if topic.case["status"] == "to_release"),
            "有效证": _plates(valid),
            "过期证": _plates(expired),
        }

    @cached_property
    def _known_cases(self) -> list[Topic]:
        return list(self._cases())

    @cached_property
    def _passes(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in rows(self._results.linked.records.get("passes")):
            found.setdefault(self._folded.fold(row["compound"]), []).append(row)
        return found

    @cached_property
    def _folded(self) -> Compounds:
        registered = list(rows(self._results.linked.records.get("compounds")))
        names = [row["compound"] for row in registered]
        return Compounds(names, called=called(names, [row.get("extra", "") for row in registered]))


def is_signed(document: DocumentKind, case: Row) -> bool:
    """Whether the case has this paper signed."""
    return bool(document.signed) and case[document.signed] == "yes"


def _called_for(document: DocumentKind, case: Row) -> bool:
    statuses = QUARANTINED if is_signed(document, case) else document.statuses
    return not statuses or case["status"] in statuses


def _each(found: Iterable[Row], column: str) -> Iterator[Row]:
    """The first row of each name."""
    first: dict[str, Row] = {}
    for row in found:
        first.setdefault(row[column], row)
    return (row for name, row in first.items() if name)


def _flats(topics: Iterable[Topic]) -> str:
    walked = sorted(topics, key=lambda topic: (walking_key(topic.address), topic.name))
    return _listed([topic.items["住址"], topic.name, topic.items["隔离解除日期"]] for topic in walked)


def _plates(passes: Iterable[Row]) -> str:
    lines = {row["plate"]: [row["plate"], _flat(row), row["valid_until"]] for row in passes if row["plate"]}
    return _listed(lines[plate] for plate in sorted(lines))


def _flat(row: Row) -> str:
    return format_address(_address(row)._replace(compound=""))


def _address(row: Row) -> Address:
    return Address(row["compound"], row["building"], row["entrance"], row["flat"])


def _listed(lines: Iterable[list[str]]) -> str:
    """A list as a document keeps it: JSON, a line each."""
    return json.dumps(list(lines), ensure_ascii=False)
