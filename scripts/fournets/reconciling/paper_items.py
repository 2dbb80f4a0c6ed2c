"""What is to be printed about a case, item by item, under the names that templates ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import pandas as pd

from fournets.catalogue.document_items import common_items
from fournets.catalogue.settings import Settings
from fournets.model import Address, Linked, Results
from fournets.values.addresses import format_address, is_whole

GENDERS = {"male": "男", "female": "女"}
CATEGORIES = {
    "wuhan": "武汉返回",
    "hubei": "湖北返回",
    "key_area": "重点地区返回",
    "other_province": "外省返回",
    "in_province": "省内返回",
}

Row = Mapping[str, str]


class CaseFacts(NamedTuple):
    """Where a case lives, and the items for the templates."""

    address: Address
    items: dict[str, str]


class ItemSource:
    """Looks up what documents say about cases; made once a run. `common` are the items that all documents share."""

    def __init__(self, results: Results, settings: Settings, day: date) -> None:
        """Index the frames by what they are asked for."""
        linked = results.linked
        self._people = {row["person_id"]: row for row in rows(linked.people)}
        self._travel = {row["person_id"]: row for row in rows(linked.records.get("returnees"))}
        self._residences = _current(linked.facts, "registered_residence")
        self._workers = grid_workers(linked)
        self._housemates = _housemates(linked)
        self._days = {rule.id: str(rule.days) for rule in settings.rules}
        self.common = common_items(settings, day)

    def facts(self, case: Row) -> CaseFacts:
        """Everything about one case; what nobody knows is an empty text."""
        person = self._people.get(case["person_id"], {})
        address = Address(*(person.get(part, "") for part in Address._fields))
        worker, phone = self._workers.get(case.get("grid", ""), ("", ""))
        items = self.common | self._of_person(person, address) | self._of_case(case)
        items |= {
            "网格": case.get("grid", ""),
            "网格员": worker,
            "网格员电话": phone,
            "同住人员": "、".join(self._others(case["person_id"], address)),
        }
        return CaseFacts(address, items)

    def _of_person(self, person: Row, address: Address) -> dict[str, str]:
        return {
            "姓名": person.get("name", ""),
            "性别": GENDERS.get(person.get("gender", ""), ""),
            "年龄": person.get("age", ""),
            "身份证号": person.get("id_number", ""),
            "电话": person.get("phones", ""),
            "住址": format_address(address),
            **dict(zip(("小区", "楼号", "单元", "房号"), address, strict=True)),
        }

    def _of_case(self, case: Row) -> dict[str, str]:
        travel = self._travel.get(case["person_id"], {})
        return {
            "户籍地": self._residences.get(case["person_id"], ""),
            "人员类别": CATEGORIES.get(case.get("category", ""), ""),
            "来源地": case.get("from_place", ""),
            "离开日期": case.get("left_date", ""),
            "到达日期": case.get("arrive_date", ""),
            "交通工具": travel.get("transport", ""),
            "车次": travel.get("trip_number", ""),
            "隔离起始日期": case.get("start_date", ""),
            "隔离解除日期": case.get("due_date", ""),
            "隔离天数": self._days.get(case.get("rule", ""), ""),
            "隔离算法": case.get("arithmetic", ""),
            "尚缺": case.get("release_missing", ""),
        }

    def _others(self, person_id: str, address: Address) -> Iterable[str]:
        """The names of those who live in the same flat; a flat that is not fully known tells nothing."""
        if not is_whole(address):
            return ()
        found = self._housemates.get(address, {})
        return [name for other, name in found.items() if other != person_id and name]


def rows(frame: pd.DataFrame | None) -> list[dict[str, str]]:
    """A frame's rows as mappings; none for a frame that is not there."""
    if frame is None or frame.empty:
        return []
    columns = [frame[name].tolist() for name in frame.columns]
    return [dict(zip(map(str, frame.columns), row, strict=True)) for row in zip(*columns, strict=True)]


def _current(facts: pd.DataFrame, field: str) -> dict[str, str]:
    """Person → what is held true of one thing."""
    wanted = facts[(facts["field"] == field) & (facts["current"] == "yes")]
    return dict(zip(wanted["person_id"].tolist(), wanted["value"].tolist(), strict=True))


def grid_workers(linked: Linked) -> dict[str, tuple[str, str]]:
    """Grid → its worker and phone, out of the register of grids; the first that is named counts."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows(linked.records.get("grids")):
        known = found.get(row["grid"], ("", ""))
        found[row["grid"]] = known if all(known) else (known[0] or row["worker"], known[1] or row["phone"])
    return found


def _housemates(linked: Linked) -> dict[Address, dict[str, str]]:
    """Flat → the persons in it, with their names."""
    names = dict(zip(linked.people["person_id"].tolist(), linked.people["name"].tolist(), strict=True))
    columns = [linked.households[part].tolist() for part in (*Address._fields, "person_id")]
    found: dict[Address, dict[str, str]] = {}
    for *place, person_id in zip(*columns, strict=True):
        if person_id in names:
            found.setdefault(Address(*place), {})[person_id] = names[person_id]
    return found
