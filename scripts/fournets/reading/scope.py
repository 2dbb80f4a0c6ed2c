"""What the words around a table say about all its rows: grid, compound, day, post; nearest words first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from fournets.catalogue.fields import Form
from fournets.model import Scope
from fournets.reading.rows import TableRows
from fournets.values.addresses import find_compound, find_grid, parse_building
from fournets.values.dates import find_date, parse_date
from fournets.values.text import clean

_FILLED_ON = re.compile(
    r"(?:填[表报写]|上?报送?|制表|登记|统计|调查|更新|截[止至]|日期|时间)[^\d:：]{0,6}[:：]\s*(\S.{3,18})"
)
_POST = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9]{2,12}?(?:劝返点|门岗|卡口|大门|[东南西北][侧边]?门|[一二三四五六七八九十\d]+号门))"
)
_SQUAD = re.compile(r"([\u4e00-\u9fff\d]{1,10}(?:小分队|先锋队|分队|宣传队|服务队|突击队))")
_BATCH = re.compile(r"(第[一二三四五六七八九十\d]+批)")
_BUILDING = re.compile(r"(?<![\d-])((?:[A-Za-z]?\d{1,3}|[一二三四五六七八九十]+)\s*(?:号楼|栋|幢|#楼?|楼))(?![\d-])")


def nearest(scope: Scope) -> Iterator[str]:
    """Title, sheet name, file name, folders from the inside out."""
    yield from (text for text in (scope.title, scope.sheet, scope.stem, *reversed(scope.folders)) if text)


def fill_date_of(texts: list[str], footers: list[str], scope: Scope, near: date) -> date | None:
    """The day on which a sheet was filled in: said beside 填表日期, else in its title, sheet name or file name."""
    for text in (*texts, *footers):
        for found in _FILLED_ON.finditer(text):
            if day := find_date(found[1], near) or _whole(found[1], near):
                return day
    for text in nearest(scope):
        if day := find_date(text, near):
            return day
    return None


def _whole(text: str, near: date) -> date | None:
    parsed = parse_date(text, near=near)
    return date.fromisoformat(parsed.value) if parsed.value else None


def fill_scope(
    values: dict[str, list[str]], form: Form, scope: Scope, rows: TableRows, fill: date | None, day: date
) -> None:
    """Fill a field that a row leaves empty from its section row, then from the words around the table."""
    finders: dict[str, Callable[[str], str]] = {
        "grid": find_grid,
        "compound": find_compound,
        "checkpoint": _first(_POST),
        "post": _first(_POST),
        "squad": _first(_SQUAD),
        "batch": _first(_BATCH),
    }
    if form.name == "households":
        finders["building"] = lambda text: parse_building(_first(_BUILDING)(text)).value
    for field in form.fields:
        whole = (
            next((found for text in nearest(scope) if (found := finders[field](text))), "") if field in finders else ""
        )
        if field == "date" and fill:
            whole = fill.isoformat()
        for index, row in enumerate(rows.records):
            said = rows.sections.get(row, {}).get(field, "") or whole
            if said and not values[field][index] and _may_fill(form.name, field):
                values[field][index] = said


def _may_fill(form: str, field: str) -> bool:
    """A list from above says where its people live, not whose sheet it is."""
    return not (form == "dispatch" and field in ("grid", "compound")) and not (form == "groups")


def _first(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def find(text: str) -> str:
        found = pattern.search(clean(text))
        return found[1] if found else ""

    return find
