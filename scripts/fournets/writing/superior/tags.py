"""The tags that staff type once into a superior's blank form, as in the Word templates: {{ 在隔离人数 }}.

`{{ 名单：在隔离人员 }}` says whose list a table is, `{{ 本列：应解除日期 }}` in a heading what its column wants; any
other tag is replaced by what it names: a number, of a row's or a named group, a day, a word of the office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fournets.catalogue.settings import Settings
from fournets.catalogue.tallies import GROUP_WORDS
from fournets.catalogue.tally_names import nearest_names, number_meant
from fournets.values.addresses import find_grid
from fournets.values.text import clean
from fournets.writing.superior.facts import Above, number_of
from fournets.writing.superior.numbers import UNKNOWN, WHOLE, Groups
from fournets.writing.superior.sheet import FormSheet
from fournets.writing.wording import chinese_day

_TAG = re.compile(r"[{｛]{2}(.*?)[}｝]{2}", re.DOTALL)
_OPEN = re.compile(r"[{｛]{2}")
_LIST, _COLUMN = re.compile(r"名单\s*[:：]\s*(.+)", re.DOTALL), re.compile(r"本列\s*[:：]\s*(.+)", re.DOTALL)
_DAY = "日期"
_KINDS = {word: group for group, word in GROUP_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is written in a cell, and what stands between its braces."""

    row: int
    column: int
    written: str
    inner: str

    @property
    def list_name(self) -> str:
        """The list that a table is to be filled with; empty for other tags."""
        found = _LIST.fullmatch(self.inner)
        return found[1].strip() if found else ""

    @property
    def column_name(self) -> str:
        """What a column is to be filled with; empty for other tags."""
        found = _COLUMN.fullmatch(self.inner)
        return found[1].strip() if found else ""


def tags_of(sheet: FormSheet) -> Iterator[Tag]:
    """Every tag of a sheet in the order of reading."""
    for row, column in sheet.places():
        for found in _TAG.finditer(sheet.text(row, column)):
            yield Tag(row, column, found[0], clean(found[1]))


def unfinished(sheet: FormSheet) -> Iterator[tuple[int, int]]:
    """Cells in which a tag is opened and not closed."""
    for row, column in sheet.places():
        if _OPEN.search(_TAG.sub("", sheet.text(row, column))):
            yield row, column


def remove(sheet: FormSheet, tag: Tag) -> str:
    """Take a tag that only says something to the program out of its cell; nothing can be wrong with that."""
    if sheet.text(tag.row, tag.column).strip() == tag.written:
        sheet.clear(tag.row, tag.column)
    else:
        sheet.replace_text(tag.row, tag.column, tag.written, "")
    return ""


def fill_tag(sheet: FormSheet, tag: Tag, above: Above) -> str:
    """Put what a tag names into its cell; returns what is wrong with it, empty where nothing is.

    A cell that holds nothing else gets a number as a number and the day as a day, where its format shows days.
    """
    alone = sheet.text(tag.row, tag.column).strip() == tag.written
    day = above.lookups.results.day
    if tag.inner == _DAY and alone and sheet.book.shows_days(sheet.style(tag.row, tag.column)):
        sheet.put_day(tag.row, tag.column, day)
        return ""
    words = _office_words(above.settings, day)
    value, is_number, problem = words.get(tag.inner), False, ""
    if value is None:
        value, problem = _number(sheet, tag, above)
        is_number = True
    if alone and is_number and value:
        sheet.put_number(tag.row, tag.column, value)
    elif alone and value:
        sheet.put_text(tag.row, tag.column, value)
    elif alone:
        sheet.clear(tag.row, tag.column)
    else:
        sheet.replace_text(tag.row, tag.column, tag.written, value)
    return problem


def _office_words(settings: Settings, day: date) -> dict[str, str]:
    office = settings.office
    return {
        _DAY: chinese_day(day),
        "年": str(day.year),
        "月": str(day.month),
        "日": str(day.day),
        "社区": office.community,
        "街道": office.subdistrict,
        "区": office.district,
        "市": office.city,
        "省": office.province,
    }


def _number(sheet: FormSheet, tag: Tag, above: Above) -> tuple[str, str]:
    """The number that a tag names, of the group that it names, else of the group that its row names."""
    groups = Groups(above)
    parts = tag.inner.split()
    of, words = WHOLE, list[str]()
    for part in parts:
        kind, _, value = part.rpartition("=")
        named = groups.named(value, _KINDS.get(kind)) if not number_meant(part) else UNKNOWN
        if named is UNKNOWN:
            words.append(part)
        else:
            of = named
    strange = next((word for word in words if find_grid(word) and not number_meant(word)), "")
    if strange and above.lookups.figures:
        return "", f"里的“{strange}”在网格划分表里没有，请检查是不是写对了"
    asked = number_meant("".join(words))
    if asked is None and not above.lookups.figures and any(map(number_meant, words)):
        return "", ""
    if asked is None:
        return "", f"程序不认识，名字最接近的有：{nearest_names(tag.inner)}。请改成其中一个，前面可以写今日、累计或现有"
    if of is WHOLE and len(words) == len(parts):
        labels = (groups.named(sheet.text(tag.row, column)) for column in range(1, tag.column))
        of = next((label for label in labels if label not in (UNKNOWN, WHOLE)), WHOLE)
    return number_of(above, asked, of), ""
