"""Addresses of a row: one cell, or a building, an entrance and a flat in columns of their own."""

from __future__ import annotations

import re

from fournets.catalogue.fields import Kind
from fournets.model import Address, Parsed, Problem, Raw
from fournets.reading.extracting.extract import Extraction
from fournets.reading.headings.spellings import normalised
from fournets.reading.parsing import parse_column, parser_of
from fournets.reading.recognising.recognise import Match
from fournets.values import addresses
from fournets.values.low_rise import is_house_number
from fournets.values.text import EMPTY_MARKS, clean

WHERE = ("compound", "building", "entrance", "flat")
_A_DAY = re.compile(r"20\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?")
"""A cell that Excel has turned into a day (3-2), or a day in the wrong column: nobody knows which flat was meant."""
_PAIR = re.compile(r"(\d{1,2}|[一二三四五六七八九十]+)\s*(?:-|单元\s*-?)\s*(\d{3,4})\s*[室号户]?")
_PLACES = ("building", "entrance", "flat")


def read_address(work: Extraction, column: int) -> None:
    """A cell with a whole address; what other columns say of its parts stands."""
    raws = work.raws(column)
    if "address" in work.values:
        work.values["address"] = [clean(raw) for raw in raws]
        return
    heading = normalised(work.block.headings[column].text)
    cells = parse_column(raws, lambda raw: _as_headed(addresses.parse_address(raw), raw, heading))
    for index, parsed in enumerate(cells):
        if compound := work.values["compound"][index]:
            parsed = _inside(compound, raws[index], parsed)
        if parsed.problems:
            work.complain(work.rows.records[index], column, "address", parsed.problems)
        for name, part in zip(WHERE, parsed.value, strict=True):
            if part and not work.values[name][index]:
                work.values[name][index] = part


def _inside(compound: str, raw: Raw, parsed: Parsed[Address]) -> Parsed[Address]:
    """What an address says in the row's compound: 义勇街38号 or 12号 in a village, 西区2号楼 in a yard."""
    said = parsed.value
    if re.fullmatch(addresses.PART_OF_COMPOUND, said.compound):
        return Parsed(said._replace(compound="", building=said.compound + said.building), parsed.problems)
    if said.flat or not isinstance(raw, str):
        return parsed
    found = addresses.split_address(clean(compound + raw))
    if not found or not found.flat:
        return parsed
    if found.compound + found.building == compound:
        return Parsed(found._replace(compound=compound, building=""))
    return Parsed(found) if found.compound == compound else parsed


def _as_headed(parsed: Parsed[Address], raw: Raw, heading: str) -> Parsed[Address]:
    """Below 单元房号 the pair 4-601 is an entrance and a flat; below 楼号房号 and others a building and a flat."""
    found = parsed.value
    if "单元" not in heading or "楼" in heading or "栋" in heading or "小区" in heading or found.entrance:
        return parsed
    if found.building and found.flat and "-" in clean(raw).translate(addresses.DASHES):
        return Parsed(found._replace(building="", entrance=found.building))
    return parsed


def read_part(work: Extraction, column: int, match: Match) -> None:
    """A building or a flat; such a column may hold whole addresses where no other column says the rest."""
    others = {other.column.field for other in work.single().values()} - {match.column.field}
    whole = not {*_PLACES, "address"} & others
    field_name = match.column.field
    parse = parser_of(match.column.kind, work.context, work.clock)

    def split(raw: Raw) -> dict[str, str]:
        text = clean(raw)
        pair = _entrance_and_flat(text) if match.column.kind is Kind.FLAT else None
        parts = pair or (None if text.isdecimal() else _whole(text, whole))
        said = parts._asdict() if parts else {field_name: parse(raw).value}
        return {name: part for name, part in said.items() if part}

    raws = work.raws(column)
    for index, said in enumerate(parse_column(raws, split)):
        day = _A_DAY.fullmatch(clean(raws[index])) is not None
        otherwise = {name for name in said if name in others and work.values[name][index] not in ("", said[name])}
        if day or otherwise:
            problem = Problem("address_unreadable", {"written": clean(raws[index])})
            work.complain(work.rows.records[index], column, "address", (problem,))
        for name in () if day else said.keys() - otherwise:
            work.values[name][index] = said[name]


def _entrance_and_flat(text: str) -> Address | None:
    """2-501 or 2单元501 below 房号."""
    found = _PAIR.fullmatch(text.translate(addresses.DASHES))
    return Address(entrance=addresses.number_or_name(found[1]), flat=found[2]) if found else None


def _whole(text: str, alone: bool) -> Address | None:
    """What a cell below 房号 or 楼号 says where it is a whole address (3-2-501); alone it need not say everything."""
    found = addresses.split_address(text) if text not in EMPTY_MARKS else None
    if not found or not found.flat or not found.building:
        return found if found and alone and found.building else None
    return found if found.entrance or alone else None


def same_household(work: Extraction, serials: list[int]) -> None:
    """Only the first row of a household carries its address.

    In a register a person without any address lives with the one above. On other sheets only where the row has no
    serial number of its own while others have.
    """
    values = work.values
    if "building" not in values or "name" not in values:
        return
    cells = [work.grid.text(row, serials[0]) for row in work.rows.records] if serials else []
    numbered = sum(map(bool, cells)) >= 2
    for index, (entrance, flat) in enumerate(zip(values["entrance"], values["flat"], strict=True)):
        if index == 0 or entrance or flat or not _is_somebody(work, index):
            continue
        if work.form == "households":
            if values["household_number"][index] or values["relation"][index] in ("户主", "本人"):
                continue
        elif not numbered or cells[index]:
            continue
        for name in (*WHERE, "household_number") if work.form == "households" else WHERE:
            values[name][index] = values[name][index] or values[name][index - 1]


def _is_somebody(work: Extraction, index: int) -> bool:
    return any(work.values[name][index] for name in ("name", "id_number", "relation") if name in work.values)


def complain_of_incomplete(work: Extraction) -> None:
    """A flat without a building is no address yet; a house's number is one."""
    if "building" not in work.values or "flat" not in work.values:
        return
    by_field = {match.column.field: column for column, match in work.single().items()}
    column = by_field.get("address", by_field.get("flat", by_field.get("entrance")))
    if column is None:
        return
    raws = work.raws(column)
    doors = zip(*(work.values[name] for name in ("compound", "building", "flat")), strict=True)
    for index, (compound, building, flat) in enumerate(doors):
        if flat and not building and not (compound and is_house_number(compound, flat)):
            problem = Problem("address_incomplete", {"written": clean(raws[index])})
            work.complain(work.rows.records[index], column, "address", (problem,))
