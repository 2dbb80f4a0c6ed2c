"""What the words around a table say about all its rows: grid, compound, day, post …; nearest words first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from fournets.catalogue.fields import Column, Form, Kind
from fournets.model import Scope
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.rows import TableRows
from fournets.reading.headings.spellings import known_headings, normalised, spellings
from fournets.reading.parsing import Clock, parser_of
from fournets.values.addresses import find_building, find_grid, parse_address, parse_entrance
from fournets.values.compounds import find_compound
from fournets.values.dates import find_date, parse_date
from fournets.values.names import name_of_sheet
from fournets.values.text import clean

_DAY = (
    r"(?:\d{2,4}\s*[年./\-]\s*)?\d{1,2}\s*[月./\-]\s*\d{1,2}\s*[日号]?|\d{8}"
    r"|[二〇零一三四五六七八九十]+[年月][二〇零一三四五六七八九十年月日号]+"
)
_FILLED_ON = re.compile(
    r"(?:填[表报写]|上?报[送表]?|制表|登记|统计|调查|更新|汇总|摸排|排查|截[止至]|数据)?"
    rf"\s*(?:日期|时间|年月日|截[止至]|于)[^\d:：]{{0,4}}[:：]?\s*({_DAY})"
)
_DATED_SIGNATURE = re.compile(rf"(?:填[表报]|制表|审核|签字|盖章).*?({_DAY})\s*$")
_GATE = r"(?:[东南西北正后侧大偏][东南西北侧边大]?门|[一二三四五六七八九十\d]+号门)"
_POST_WORD = r"(?:劝返点|门岗|卡口|检查点|值守点|执勤点|检测点|岗亭)"
_POST = re.compile(rf"([\u4e00-\u9fffA-Za-z]{{0,12}}?(?:{_GATE}{_POST_WORD}?|[\u4e00-\u9fffA-Za-z]{_POST_WORD}))")
_SQUAD = re.compile(r"([\u4e00-\u9fff\d]{1,10}?(?:宣传小分队|小分队|先锋队|宣传分队|分队|宣传队|服务队|突击队))")
_CAME_FROM = re.compile(r"(?<![及和、或与/(（非除汉市])((?:湖北省?)?武汉市?|湖北省?)(?:返|回|来|归)")
"""武汉返回人员 says where all came from; 湖北、武汉等地返回 and 湖北籍 do not."""
_TURNED_BACK = re.compile(r"劝返(?!点)(?!情况)(?:人员|车辆|外来)*(?:登记|记录|台账|名单|统计|明细)")
"""A book of those turned back; one of a turn-back point says of nobody what became of him."""
_BATCH = re.compile(r"((?:20\d{6})?第[一二三四五六七八九十\d]+批次?)")
_KINDS_OF_PEOPLE = (
    ("party", re.compile(r"党员|双报到")),
    ("resident", re.compile(r"群众|居民志愿|居民报名")),
    ("psychological", re.compile(r"心理")),
)
_ENTRANCE = re.compile(r"(?:(?<=[楼栋幢#座])|^)\s*((?:\d{1,2}|[一二三四五六七八九十]+)\s*单元)(?!\s*\d)")
_PLACE_WORDS = re.compile(r"胜利街道|[\u4e00-\u9fff]{2,4}社区(?=[\u4e00-\u9fff]{2,})|[\u4e00-\u9fff]{2,4}街道")
_SECOND_WORD = rf"[ ](?!(?:{_DAY})(?!\d))[^\s:：]+(?![:：\u4e00-\u9fff])"
_LABELLED = re.compile(rf"([\u4e00-\u9fff]{{1,12}}?)\s*[:：]\s*([^\s:：]+(?:{_SECOND_WORD})?)(?=\s|$)")
"""A label and its value, which may be of two words (李四 13854600001); a day after it is no part of it."""
ABOUT_THEMSELVES = ("groups", "receipts")
"""Forms whose rows are no part of the place or day that the words around them name."""
LABELLED_KINDS = (Kind.PERSON, Kind.COMPOUND, Kind.GRID, Kind.BUILDING, Kind.ENTRANCE, Kind.FLAT, Kind.DATE, Kind.SLOT)
PERSON_KINDS = (Kind.NAME, Kind.ID_NUMBER, Kind.PHONE)
_OF_A_PERSON = ("name", "id_number", "phone", "compound", "building", "entrance", "flat")
STATED_FIELDS = ("service", "material", "kind", "result")
"""What titles say as headings do; where a column of its own says it, it says it of the whole table."""
LABELLED_FIELDS = ("checkpoint", "post", "squad", "branch", "batch", "source", "property_company", "place", "shift")


def nearest(scope: Scope) -> Iterator[str]:
    """Title, sheet name, file name, folders from the inside out."""
    yield from (text for text in (scope.title, scope.sheet, scope.stem, *reversed(scope.folders)) if text)


def fill_date_of(texts: list[str], footers: list[str], scope: Scope, near: date) -> date | None:
    """The day on which a sheet was filled in: said beside 填表日期, else in its title, sheet name or file name."""
    for pattern in (_FILLED_ON, _DATED_SIGNATURE):
        for text in (*texts, *footers):
            for found in pattern.finditer(text):
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
    values: dict[str, list[str]],
    form: Form,
    scope: Scope,
    rows: TableRows,
    clock: Clock,
    context: ReadingContext,
    doubtful: frozenset[tuple[int, str]],
    beside: str = "",
    person: bool = False,
) -> None:
    """Fill a field that a row leaves empty from its section row, then from the words around the table.

    `doubtful` are the rows and fields with a finding: a date that cannot be read is not the sheet's date instead.
    `beside` are the words over neighbouring tables, heard last; `person` as in `labelled`.
    """
    if form.name in ABOUT_THEMSELVES:
        return
    said = said_by(form, scope, clock, context, beside, person=person)
    for field in form.fields:
        cells, around = values[field], said.get(field, "")
        if not (around or rows.sections) or (field in STATED_FIELDS and any(cells)):
            continue
        for index, row in enumerate(rows.records):
            if cells[index] or (row, field) in doubtful:
                continue
            section = rows.sections.get(row)
            cells[index] = (section.get(field, "") if section else "") or around


def said_by(
    form: Form, scope: Scope, clock: Clock, context: ReadingContext, beside: str = "", *, person: bool = False
) -> dict[str, str]:
    """The fields that the words around the table fill, by the nearest word that names each."""
    said = labelled(form, scope.title, clock, context, person=person)
    for field, finder in _finders(form).items():
        if field not in said and field in form.fields:
            said[field] = next((found for text in (*nearest(scope), beside) if (found := finder(text))), "")
    if person and form.of_person and not said.get("name"):
        said["name"] = name_of_sheet(scope.sheet)
    if clock.fill_date and "date" in form.fields and not said.get("date"):
        said["date"] = clock.fill_date.isoformat()
    return said


def labelled(form: Form, title: str, clock: Clock, context: ReadingContext, *, person: bool = False) -> dict[str, str]:
    """Values beside their labels in the words above a table (网格员：李四); the label is a heading of the form.

    `person` says that the table has no column of names, so that 姓名：张三 above it is whose sheet it is.
    """
    columns = _by_label(form.name)
    said: dict[str, str] = {}
    for found in _LABELLED.finditer(title):
        column = columns.get(normalised(found[1]))
        if column is None or column.field in said:
            continue
        value = _without_next_label(found[2])
        if column.kind is Kind.ADDRESS:
            address = parse_address(value).value
            said |= {
                name: part for name, part in zip(address._fields, address, strict=True) if part and name not in said
            }
            continue
        about_person = person and column.kind in PERSON_KINDS
        if column.kind not in LABELLED_KINDS and column.field not in LABELLED_FIELDS and not about_person:
            continue
        if column.field == "shift" and find_date(value, clock.near):
            continue  # 值班时间：2月8日 is the day, no shift
        parsed = parser_of(column.kind, context, clock)(value)
        if parsed.value and not parsed.problems:
            said[column.field] = parsed.value
    if person and len(people_above(form, title)) > 1:
        return {field: word for field, word in said.items() if field not in _OF_A_PERSON}
    return (
        said if "name" in said else {field: word for field, word in said.items() if field not in ("id_number", "phone")}
    )


def _without_next_label(value: str) -> str:
    """A label with nothing beside it is no second word of the value before it."""
    first, _, second = value.partition(" ")
    return first if normalised(second) in known_headings() else value


@cache
def _by_label(form: str) -> Mapping[str, Column]:
    """The form's columns by the headings that may stand as labels."""
    return {text: column for column, texts in spellings(form) for text in reversed(texts) if not column.fixed}


def people_above(form: Form, title: str) -> list[str]:
    """The different names that stand beside labels in the words above a table."""
    names = {text for column, texts in spellings(form.name) if column.kind is Kind.NAME for text in texts}
    return list(
        dict.fromkeys(
            _without_next_label(found[2]) for found in _LABELLED.finditer(title) if normalised(found[1]) in names
        )
    )


def _finders(form: Form) -> Mapping[str, Callable[[str], str]]:
    return {
        "grid": find_grid,
        "compound": find_compound,
        "building": find_building,
        "entrance": lambda text: parse_entrance(_only(_ENTRANCE, text)).value,
        "checkpoint": _post,
        "post": _post,
        "squad": _first(_SQUAD) if form.name in ("publicity", "volunteers", "duty") else lambda _: "",
        "batch": _first(_BATCH),
        "from_place": _first(_CAME_FROM) if form.name == "returnees" else lambda _: "",
        "result": lambda text: "turned_back" if _TURNED_BACK.search(text) else "",
        **{name: _stated(form, name) for name in STATED_FIELDS if name in form.heading_facts},
        **({"kind": _kind_of_people} if form.name == "volunteers" else {}),
    }


def _stated(form: Form, name: str) -> Callable[[str], str]:
    """The one fact of this name that words state as headings do: 垃圾清运登记 is of rubbish."""
    stating = [(column.fixed[name], re.compile(column.like)) for column in form.columns if name in column.fixed]

    def find(text: str) -> str:
        bare = clean(text).replace(form.title, "")
        found = {value for value, words in stating if words.search(bare)}
        return found.pop() if len(found) == 1 else ""

    return find


def _kind_of_people(text: str) -> str:
    """The one kind of volunteers that words name: 党员双报到登记 is of party members."""
    found = {kind for kind, words in _KINDS_OF_PEOPLE if words.search(text)}
    return found.pop() if len(found) == 1 else ""


def _post(text: str) -> str:
    bare = re.sub(r"第?\s*[\d一二三四五六七八九十]+\s*号?网格|\d+月\d+[日号]|\d{4,8}|[\d.\-]{3,}", " ", clean(text))
    return _first(_POST)(_PLACE_WORDS.sub("", bare))


def _only(pattern: re.Pattern[str], text: str) -> str:
    """What the pattern finds, where it finds one thing only: 1号楼至5号楼 names no building."""
    found = set(pattern.findall(clean(text)))
    return str(found.pop()) if len(found) == 1 and not re.search(r"[至到—~～-]\s*\d+\s*号?[楼栋]", text) else ""


def _first(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def find(text: str) -> str:
        found = pattern.search(clean(text))
        return found[1] if found else ""

    return find
