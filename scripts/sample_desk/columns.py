"""Lays out a form's columns in a hand, and writes one entry's value into one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sample_desk.hands import Hand
from sample_desk.headings import heading_of
from sample_desk.plans import Column, Entry
from sample_desk.spelling import (
    Cell,
    spell_address,
    spell_area,
    spell_building,
    spell_count,
    spell_date,
    spell_identity,
    spell_name,
    spell_phones,
    spell_plate,
    spell_temperature,
    spell_time,
)
from sample_desk.world import Facts

WHO = ("name", "id_number", "phone")
DATES = {"date", "left_date", "arrive_date", "start_date", "due_date", "released_date", "issued_date", "valid_until"}
YES_NO = {"hubei", "wuhan", "released", "notice_signed", "pledge_signed"}
ANSWERS = {"outsiders", "travel", "contact"}
TIMES = {"time", "sign_in", "sign_out"}
READINGS = {"temperature", "first_reading", "second_reading"}
COUNTS = {"people_count": "人", "person_times": "人次", "quantity": "份", "times": "次", "members": "人"}
PLACE = ("building", "entrance", "flat")
GENDERS = {"male": "男", "female": "女"}
_DATE_STYLES = {
    (2, "released_date"): "hao",
    (2, "due_date"): "serial",
    (3, "left_date"): "short",
    (5, "due_date"): "full_dot",
    (6, "arrive_date"): "lunar",
}
"""Clerks do not write every date in the same way."""
SLOTS = {"morning": 0, "evening": 1}
GROUPS = {"name": "基本信息", "id_number": "基本信息", "gender": "基本信息", "phone": "基本信息"}
GROUPS |= dict.fromkeys(("compound", *PLACE), "居住地址")


def fields(names: str) -> tuple[str, ...]:
    """Field names separated by commas."""
    return tuple(names.split(","))


def lay_out(form: str, wanted: Sequence[str], hand: Hand, *, several_compounds: bool = False) -> list[Column]:
    """The columns for these fields; `address` becomes the hand's own way of stating a flat."""
    columns = [Column("", heading_of(form, "serial", hand.number))] if hand.serial else []
    for field in wanted:
        if field == "address":
            columns += [_column(form, part, hand) for part in _address_fields(hand, several_compounds)]
        else:
            columns.append(_column(form, field, hand))
    if hand.extra_column:
        columns.append(Column("", hand.extra_column, hidden=hand.hidden_column))
    return _without_lonely_groups(columns)


def _without_lonely_groups(columns: Sequence[Column]) -> list[Column]:
    """A group heading stands above two columns at least."""
    groups = ["", *(column.group for column in columns), ""]
    return [
        column if column.group in (groups[index], groups[index + 2]) else replace(column, group="")
        for index, column in enumerate(columns)
    ]


def _address_fields(hand: Hand, several_compounds: bool) -> list[str]:
    parts = list(PLACE) if hand.addresses == "split" else ["address"]
    if hand.compound_in == "column" or (several_compounds and hand.compound_in != "address"):
        parts.insert(0, "compound")
    return parts


def _column(form: str, field: str, hand: Hand) -> Column:
    return Column(field, heading_of(form, field, hand.number), GROUPS.get(field, ""))


def fixed(field: str, heading: str, group: str = "", **facts: str) -> Column:
    """A column whose heading states facts."""
    return Column(field, heading, group, facts)


def write(form: str, column: Column, entry: Entry, hand: Hand) -> tuple[Cell, Facts]:
    """What stands in the cell, and which true facts it says."""
    if column.field == "address" and form != "dispatch":
        cell, said = _write_address(form, entry.facts, hand)
    elif "/" in column.field:
        cell, said = _write_part(column.field, entry.facts)
    else:
        cell, said = _write_field(form, column.field, entry, hand)
    if column.field in entry.written:
        cell = entry.written[column.field]
    if form == "temperatures" and column.field == "temperature":
        said = {**said, "note": entry.facts.get("note", "")}
    if form == "volunteers" and column.field == "kind":
        said = {**said, "kind_detail": entry.facts["kind_detail"]}
    return cell, said


def _write_address(form: str, facts: Facts, hand: Hand) -> tuple[Cell, Facts]:
    if not facts.get("building"):
        return None, {}
    with_compound = hand.compound_in == "address"
    style = "emdash" if hand.addresses == "dash" and form in ("passes", "errands") else hand.addresses
    parts = (*PLACE, "compound") if with_compound else PLACE
    return spell_address(facts, style, with_compound), {part: facts[part] for part in parts}


def _write_part(field: str, facts: Facts) -> tuple[Cell, Facts]:
    """One of three columns for a date: 年, 月, 日."""
    field, _, part = field.partition("/")
    true = facts[field]
    numbers = dict(zip("年月日", (int(number) for number in true.split("-")), strict=True))
    return numbers[part], {field: true}


def _write_field(form: str, field: str, entry: Entry, hand: Hand) -> tuple[Cell, Facts]:
    true = entry.facts.get(field, "")
    if not true:
        return None, {field: ""}
    spell = _SPELLERS.get(field)
    if spell is not None:
        return spell(true, hand), {field: true}
    if field == "name":
        is_head = form in ("households", "screening") and getattr(entry.person, "relation", "") == "户主"
        return spell_name(true, hand.names, is_head), {field: true}
    return _plain(true), {field: true}


def _plain(text: str) -> Cell:
    return text


def _date(field: str) -> Callable[[str, Hand], Cell]:
    return lambda true, hand: spell_date(date.fromisoformat(true), _DATE_STYLES.get((hand.number, field), hand.dates))


def _yes_no(true: str, hand: Hand) -> Cell:
    words = ("是", "否") if hand.yes_no[0] == "有" else hand.yes_no
    return words[true == "no"]


def _answer(true: str, hand: Hand) -> Cell:
    words = ("有", "无") if hand.yes_no[0] == "√" else hand.yes_no
    return words[true == "no"] if true in ("yes", "no") else true


def _symptoms(true: str, hand: Hand) -> Cell:
    return hand.fine if true == "no" else true


def _signed(true: str, hand: Hand) -> Cell:
    words = {2: ("已签", "未签"), 5: ("已签订", "未签")}.get(hand.number, hand.yes_no)
    return _yes_no(true, hand) if words[0] == "有" else words[true == "no"]


def _result(true: str, hand: Hand) -> Cell:
    if hand.number == 3:
        return "是" if true == "turned_back" else "否"
    return {"admitted": "放行", "turned_back": "劝返"}[true]


def _time(true: str, hand: Hand) -> Cell:
    return spell_time(true, "colon" if hand.is_text and hand.times == "fraction" else hand.times)


def _count(field: str) -> Callable[[str, Hand], Cell]:
    return lambda true, hand: spell_count(true, COUNTS[field], hand.quantities)


def _part(suffix: str) -> Callable[[str, Hand], Cell]:
    return lambda true, hand: int(true) if hand.number % 2 else true + suffix


_SPELLERS: Mapping[str, Callable[[str, Hand], Cell]] = {
    **{field: _date(field) for field in DATES},
    **dict.fromkeys(YES_NO - {"notice_signed", "pledge_signed"}, _yes_no),
    **dict.fromkeys(("notice_signed", "pledge_signed"), _signed),
    **dict.fromkeys(ANSWERS, _answer),
    **dict.fromkeys(("symptoms", "symptom"), _symptoms),
    **dict.fromkeys(TIMES, _time),
    **dict.fromkeys(READINGS, lambda true, hand: spell_temperature(true, hand.temperatures)),
    **{field: _count(field) for field in COUNTS},
    "households": lambda true, _: int(true),
    "id_number": lambda true, hand: spell_identity(true, hand.identities),
    "phone": lambda true, hand: spell_phones(true, hand.phones),
    "gender": lambda true, _: GENDERS[true],
    "area_m2": lambda true, hand: spell_area(true, hand.quantities),
    "plate": lambda true, hand: spell_plate(true, hand.number),
    "building": lambda true, hand: spell_building(true, hand.number),
    "entrance": _part("单元"),
    "flat": _part("室"),
    "grid": lambda true, hand: f"第{true}网格" if hand.number % 2 else int(true),
    "slot": lambda true, hand: hand.slots[SLOTS[true]],
    "result": _result,
}
