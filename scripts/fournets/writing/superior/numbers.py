"""The numbers of a superior's form: tables of grids or compounds by numbers, and labels with their numbers beside.

Every number is that of `tallies.csv`. 0 is written as 0; what nobody reported stays empty.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fournets.catalogue.fields import Kind
from fournets.catalogue.superior import Announced, HeadedTable
from fournets.catalogue.tallies import GROUP_WORDS, TALLIES, Group
from fournets.catalogue.tally_names import NumberAsked, number_meant
from fournets.values.addresses import find_grid
from fournets.values.compounds import find_compound
from fournets.values.text import clean
from fournets.writing.superior.body import NO_RECORD, Filled, is_serial
from fournets.writing.superior.facts import Above, number_of
from fournets.writing.superior.sheet import FormSheet

Of = tuple[Group, str]
"""Whose number it is."""
WHOLE: Of = (Group.COMMUNITY, "")
UNKNOWN: Of = (Group.COMMUNITY, "?")
"""Nobody's whom the desk knows."""
_WHOLE = re.compile(r"(?:合|总|共)\s*计|全社区|本社区|社区(?:合计|总数)")
_LABELS: Mapping[str, Group] = {
    "grid": Group.GRID,
    "compound": Group.COMPOUND,
    "checkpoint": Group.CHECKPOINT,
    "branch": Group.BRANCH,
    "squad": Group.SQUAD,
}
_PERSONS = (Kind.PERSON, Kind.PHONE, Kind.ID_NUMBER)
_JUST_A_NUMBER = re.compile(r"数量?|人数|户数|数值|数据|合计|统计数|(?:数量?|人数|户数)[(（].{1,4}[)）]")
_LEAST_LABELS = 2
"""So many labels that name numbers make a sheet without headings one of numbers."""


def number_asked(one: Announced) -> NumberAsked | None:
    """The number that a heading, alone or with the groups above it, names; None for a heading of labels."""
    if label_of(one) or any(wanted.listed and wanted.kind in _PERSONS for wanted in one.wanted):
        return None
    groups = [*itertools.accumulate(reversed(one.groups), lambda below, above: above + below)]
    texts = (one.leaf, *(text for group in groups for text in (group + one.leaf, one.leaf + group)))
    return next((number for text in texts if (number := number_meant(text))), None)


def label_of(one: Announced) -> Group | None:
    """What kind of group the cells below a heading name."""
    return next((_LABELS[wanted.field] for wanted in one.wanted if wanted.listed and wanted.field in _LABELS), None)


def names_persons(table: HeadedTable) -> bool:
    """Whether a table has a column of persons' names or identity numbers."""
    named = (one for one in table.columns if not one.of_another and number_asked(one) is None)
    return any(found.listed and found.field in ("name", "id_number") for one in named for found in one.wanted)


def is_of_numbers(table: HeadedTable) -> bool:
    """Whether a table asks for numbers, and not for people by their names."""
    numbers = sum(number_asked(one) is not None for one in table.columns)
    labelled = any(label_of(one) is not None for one in table.columns)
    return not names_persons(table) and numbers > 0 and numbers + labelled > 1


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that the desk counts by."""

    above: Above

    def named(self, text: str, kind: Group | None = None) -> Of:
        """Which one a label names: 第12网格, 惠泽小区, 合计, else `UNKNOWN`; `kind` is what its heading says it is."""
        bare, office = clean(text), self.above.settings.office
        if _WHOLE.fullmatch(bare) or bare in (office.community, office.short_name):
            return WHOLE
        grid = find_grid(bare) or (bare if kind is Group.GRID else "")
        for group, value in (
            (Group.GRID, grid),
            (Group.COMPOUND, bare),
            (Group.COMPOUND, find_compound(bare)),
            (Group.CHECKPOINT, bare),
            (Group.BRANCH, bare),
            (Group.SQUAD, bare),
        ):
            if value and value in self._values(group) and (kind is None or group is kind):
                return group, value
        short = [name for name in self._values(Group.COMPOUND) if kind is Group.COMPOUND and name.startswith(bare)]
        return (Group.COMPOUND, short[0]) if len(short) == 1 and len(bare) > 1 else UNKNOWN

    def _values(self, group: Group) -> frozenset[str]:
        return self.above.groups.get(group, frozenset())


def fill_numbers(sheet: FormSheet, table: HeadedTable, above: Above) -> Filled:
    """Fill every row whose label is known; in a table without such rows the first row is the community's."""
    groups = Groups(above)
    numbers = {one.column: number for one in table.columns if (number := number_asked(one))}
    labels = [one for one in table.columns if one.column not in numbers]
    words = [one for one in labels if not is_serial(one)]
    filled, told, strange = 0, list[str](), list[str]()
    rows = range(table.bottom + 1, table.end or max(sheet.last_row, table.bottom + 1) + 1)
    known = {row: of for row in rows if (of := _label(sheet, row, labels, groups)) is not UNKNOWN}
    if not known:
        known = {row: WHOLE for row in rows[:1] if not any(_seen(sheet, row, one.column) for one in words)}
    for row in rows:
        if row in known:
            filled += _row(sheet, row, numbers, known[row], above)
        elif above.lookups.figures and (word := _unknown_label(sheet, row, labels)):
            strange.append(word)
    if strange:
        told.append(f"{_kinds(table)}里没有这些，没有填：{'、'.join(dict.fromkeys(strange))}")
    alone = [f"“{TALLIES[number.tally].title}”" for number in numbers.values() if not _is_split(number, table)]
    if alone:
        told.append(f"{'、'.join(alone)}没有按{_kinds(table)}分开的数，只填合计")
    return Filled(f"{len(numbers)} 项数字，{filled} 格", tuple(told))


def _unknown_label(sheet: FormSheet, row: int, labels: Sequence[Announced]) -> str:
    """The word under a heading of labels that names no group of ours; not that of a remark or signature."""
    words = [clean(sheet.text(row, one.column)) for one in labels if label_of(one)]
    return next((word for word in words if word and not NO_RECORD.search(word)), "")


def _kinds(table: HeadedTable) -> str:
    return "、".join(dict.fromkeys(GROUP_WORDS[label] for one in table.columns if (label := label_of(one))))


def is_card(sheet: FormSheet, table: HeadedTable) -> bool:
    """Whether what looks like a heading is the first line of labels with empty cells beside them."""
    labels = [one.column for one in table.columns if label_of(one) is None]
    if any(number_meant(sheet.text(table.bottom + 1, column)) for column in labels):
        return True
    head = range(table.top, table.bottom + 1)
    named = [column for column in labels if any(number_meant(sheet.text(row, column)) for row in head)]
    beside = (all(not _seen(sheet, row, column + 1) for row in head) for column in named)
    return sum(beside) >= _LEAST_LABELS


def _is_split(number: NumberAsked, table: HeadedTable) -> bool:
    kinds = {label for one in table.columns if (label := label_of(one))}
    return not kinds or bool(kinds & set(TALLIES[number.tally].groups))


def _label(sheet: FormSheet, row: int, labels: Sequence[Announced], groups: Groups) -> Of:
    """The group that a row's cells name; of several the first, `UNKNOWN` where they name none."""
    for one in labels:
        text = _seen(sheet, row, one.column)
        if text and (of := groups.named(text, label_of(one))) is not UNKNOWN:
            return of
    return UNKNOWN


def _seen(sheet: FormSheet, row: int, column: int) -> str:
    return clean(sheet.text(*sheet.anchors.get((row, column), (row, column))))


def _row(sheet: FormSheet, row: int, numbers: Mapping[int, NumberAsked], of: Of, above: Above) -> int:
    return sum(put_number(sheet, row, column, number_of(above, number, of)) for column, number in numbers.items())


def put_number(sheet: FormSheet, row: int, column: int, value: str | None) -> bool:
    """Put a number into a cell that is still empty; says whether it did."""
    if not value or sheet.has_formula(row, column) or sheet.is_covered(row, column) or sheet.text(row, column):
        return False
    sheet.put_number(row, column, value)
    return True


def fill_labelled(sheet: FormSheet, above: Above, first: int = 1, last: int = 0) -> Filled:
    """Fill the empty cells right of labels that name numbers, as the words above them ask (今日, 累计, a grid).

    Labels are looked for from row `first` to `last`, by default to the end. Of fewer than two nothing is made.
    """
    places = [place for place in sheet.places() if first <= place[0] <= (last or place[0])]
    labels = {place: text for place in places if (text := sheet.text(*place)) and number_meant(text)}
    if len(labels) < _LEAST_LABELS:
        return Filled()
    groups = Groups(above)
    asked = [
        (row, beside, *_asked_at(sheet, row, beside, label, groups))
        for (row, column), label in labels.items()
        for beside in _beside(sheet, row, column)
    ]
    known = [(row, column, number, of) for row, column, number, of in asked if number]
    values = [(row, column, number_of(above, number, of)) for row, column, number, of in known]
    filled = sum(put_number(sheet, *value) for value in values)
    return Filled(f"{len(labels)} 项数字，{filled} 格" if known else "")


def _beside(sheet: FormSheet, row: int, column: int) -> Iterator[int]:
    """The empty cells to the right, up to the next word."""
    last = max((other for number, other in sheet.places() if number == row), default=column)
    for other in range(column + 1, last + 1):
        if sheet.text(row, other):
            return
        if not sheet.is_covered(row, other):
            yield other


def _asked_at(sheet: FormSheet, row: int, column: int, label: str, groups: Groups) -> tuple[NumberAsked | None, Of]:
    """What a cell asks by its label and by the nearest word above it."""
    above = next((text for other in range(row - 1, 0, -1) if (text := _seen(sheet, other, column))), "")
    if above and not number_meant(above) and (number := number_meant(f"{above}{label}")):
        return number, WHOLE
    of = groups.named(above) if above else UNKNOWN
    if of is not UNKNOWN:
        return number_meant(label), of
    plain = not above or _JUST_A_NUMBER.fullmatch(above) or number_meant(above) or _is_title(sheet, row, column, above)
    return (number_meant(label) if plain else None), WHOLE


def _is_title(sheet: FormSheet, row: int, column: int, above: str) -> bool:
    """Whether the word above is no heading of the column: it stretches over the label's column too."""
    for other in range(row - 1, 0, -1):
        if _seen(sheet, other, column) == above:
            return sheet.anchors.get((other, column), (other, column))[1] < column
    return False
