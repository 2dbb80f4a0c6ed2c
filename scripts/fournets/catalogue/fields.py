"""The vocabulary a form is declared in: kinds of values, columns, forms."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the cells of a column hold; decides their parser."""

    NAME = "name"
    PERSON = "person"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    ADDRESS = "address"
    COMPOUND = "compound"
    BUILDING = "building"
    ENTRANCE = "entrance"
    FLAT = "flat"
    GRID = "grid"
    DATE = "date"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    YES_NO = "yes_no"
    ANSWER = "answer"
    TEMPERATURE = "temperature"
    PLATE = "plate"
    COUNT = "count"
    AREA = "area"
    GENDER = "gender"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    SLOT = "slot"
    SERVICE = "service"
    VOLUNTEER_KIND = "volunteer_kind"
    MATERIAL = "material"
    VISIT_STATUS = "visit_status"
    METHOD = "method"
    GATE_RESULT = "gate_result"
    DECISION = "decision"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that a heading can announce.

    `field` is the field it fills (`address` fills compound, building, entrance, flat). `headings` are spellings met
    in the wild, the first one is printed on our own forms. `fixed` are facts that the heading itself states: the
    column 上午体温 fills `temperature` and says slot=morning; a row then gives one record for each such column.
    `like` is a regular expression that headings in yet other words match (searched in the normalised heading).
    `implies` are facts of a row whose cell is filled, where nothing else says them (代购物品: it was bought).
    """

    field: str
    kind: Kind
    headings: tuple[str, ...]
    fixed: Mapping[str, str] = dataclasses.field(default_factory=dict)
    like: str = ""
    implies: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def title(self) -> str:
        """What staff call it."""
        return self.headings[0]


@dataclass(frozen=True, slots=True)
class Form:
    """One of the desk's sheets.

    `fields` are the data file's columns in order; `columns` what a sheet of this form may carry; `key` the natural
    key, where `person` is the linked person, `address` the flat, and `a|b` the first of the two that is filled.
    `needs` lists groups of fields, one of each must be found before a sheet is taken for this form; `hints` are
    words of titles, sheet names and file names that speak for it. `answers` marks forms that people fill in for us,
    `masked` those whose senders star out the middle of numbers, as nobody does in his own sheets. `by_title`: of
    lists of persons or cars that a title makes what they are, how many of the groups they need where it names them.
    `by_day` is the field whose columns may stand below days, a record a cell; `apart` the field of which each of
    several values in one cell is a record of its own (36.5/36.7, 张三、李四). Without `counted_by` a record counts
    in no number: where no record says it, the numbers are unknown, and a sheet without that column is told of it.
    `of_person`: a sheet may be one person's and be called after him.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]
    hints: tuple[str, ...]
    heading_facts: tuple[str, ...] = ()
    by_day: str = ""
    apart: str = ""
    counted_by: str = ""
    of_person: bool = False
    answers: bool = False
    masked: bool = False
    by_title: int = 0
