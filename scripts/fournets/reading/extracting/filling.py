"""The columns that fill one field of a row: plain cells, days over three columns, one question over several columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import partial
from itertools import pairwise

from fournets.catalogue.fields import Kind
from fournets.model import Parsed, Problem, Raw
from fournets.reading.extracting.extract import Extraction
from fournets.reading.extracting.flats import read_address, read_part
from fournets.reading.headings.everyday import said_formally
from fournets.reading.headings.spellings import normalised
from fournets.reading.parsing import CHOICES, Clock, Parser, is_loose, parse_column, parser_of
from fournets.reading.recognising.recognise import Match
from fournets.values import dates, identity, names, quantities, temperatures
from fournets.values.answers import parse_choice, parse_yes_no
from fournets.values.text import clean, is_blank

SEVERAL = ";"
"""Between the names of one cell until each is a record of its own."""
_YES_OR_NO = frozenset(("是", "否", "√", "×", "Y", "N", "1", "0", "有", "无", "对", "不是"))

_COUNTED = re.compile(r"\d+余?[份张条次幅册本个]")
_DAYS_LONG = re.compile(r"\d+天")
_UNTIL = re.compile(r"^(?:有效期?)?截?[至到止]\s*|止$")
_DAY_AND_HOUR = re.compile(r"\d\s*[日号].*\d|\d[-/.]\d{1,2}[T ]+\d{1,2}\s*[:：点时]")


def fill(work: Extraction) -> None:
    """Read every single column into the lines."""
    single = work.single()
    dated: dict[str, dict[Kind, int]] = {}
    ticked: dict[str, list[int]] = {}
    compounds_first = sorted(single.items(), key=lambda item: item[1].column.kind is not Kind.COMPOUND)
    for column, match in compounds_first:
        kind = match.column.kind
        if match.ticked:
            ticked.setdefault(match.column.field, []).append(column)
        elif kind in (Kind.YEAR, Kind.MONTH, Kind.DAY):
            dated.setdefault(match.column.field, {})[kind] = column
        elif kind is Kind.ADDRESS:
            read_address(work, column)
        elif kind is Kind.TEMPERATURE:
            _read_temperature(work, column, match)
        elif kind in (Kind.BUILDING, Kind.FLAT):
            read_part(work, column, match)
        else:
            _read_plain(work, column, match)
    for field_name, columns in ticked.items():
        _read_ticks(work, field_name, columns, single)
    for field_name, parts in dated.items():
        _read_three(work, field_name, parts)
    _beside(work, single)


def _parser(work: Extraction, column: int, match: Match, raws: list[Raw]) -> Parser:
    heading = work.block.headings[column].text
    kind = match.column.kind
    if kind is Kind.GATE_RESULT and _is_a_question(heading):
        yes_and_no = ("turned_back", "admitted") if "劝" in heading else ("admitted", "turned_back")
        return partial(_asked, "gate_result", *yes_and_no)
    if kind is Kind.VOLUNTEER_KIND and "党员" in heading and _is_a_question(heading):
        return partial(_asked, "volunteer_kind", "party", "resident")
    if kind is Kind.NAME and work.reading.form.apart == match.column.field:
        return _names_together
    clock = work.clock
    if clock.loose and kind is Kind.DATE and not is_loose(raws):
        clock = Clock(clock.near, clock.fill_date)
    parse = parser_of(kind, work.context, clock, work.unit(column), match.column.field)
    of_period = {"start_date": _first_day, "valid_until": _day_until}.get(match.column.field)
    return partial(of_period, parse, clock) if of_period else parse


def _first_day(parse: Parser, clock: Clock, raw: Raw) -> Parsed[str]:
    """Where the quarantine's whole period stands in one cell, its first day; 14天 is no day."""
    parsed = parse(raw)
    if not parsed.problems or _DAYS_LONG.fullmatch(clean(raw)):
        return Parsed(parsed.value)
    period = dates.parse_period(raw, near=clock.near, fill_date=clock.fill_date)
    return Parsed(period[0]) if period else parsed


def _day_until(parse: Parser, clock: Clock, raw: Raw) -> Parsed[str]:
    """至3月1日 is that day; of a whole period the last day counts."""
    parsed = parse(raw)
    if not parsed.problems:
        return parsed
    period = dates.parse_period(raw, near=clock.near, fill_date=clock.fill_date)
    until = Parsed(period[1]) if period else parse(_UNTIL.sub("", clean(raw)))
    return parsed if until.problems else until


def _names_together(raw: Raw) -> Parsed[str]:
    found = names.parse_names(raw)
    return Parsed(SEVERAL.join(found.value), found.problems)


def _is_a_question(heading: str) -> bool:
    """Whether a yes or no is asked: 是否放行, 放行没有."""
    return "是否" in heading or any("是否" in words for words in said_formally(normalised(heading)))


def _read_plain(work: Extraction, column: int, match: Match) -> None:
    field_name = match.column.field
    raws = work.raws(column)
    if match.column.kind is Kind.DATE and field_name == "date":
        raws = _written_once(raws)
    cells = parse_column(raws, _parser(work, column, match, raws))
    for row, parsed in zip(work.rows.records, cells, strict=True):
        if parsed.problems:
            work.complain(row, column, field_name, parsed.problems)
    if match.column.kind is Kind.ID_NUMBER:
        _keep_what_is_seen(work, raws)
    values = [parsed.value for parsed in cells]
    before = work.values[field_name]
    if any(before):
        join = _both_phones if match.column.kind is Kind.PHONE else _later
        values = [join(old, new) for old, new in zip(before, values, strict=True)]
    work.values[field_name] = values


def _keep_what_is_seen(work: Extraction, raws: list[Raw]) -> None:
    """Beside the empty value of a number that Excel damaged the digits that are left of it."""
    seen = parse_column(raws, identity.seen_of_damaged)
    if any(seen):
        work.values["id_seen"] = seen


def _both_phones(old: str, new: str) -> str:
    return ";".join(dict.fromkeys(f"{old};{new}".split(";"))) if old and new else old or new


def _written_once(raws: list[Raw]) -> list[Raw]:
    """Days that a book names at their first rows only: the blanks below are that day's.

    Such a book has more blanks than days and never writes a day twice running; other blanks stay what they are.
    """
    filled = [clean(raw) for raw in raws if not is_blank(raw)]
    once = all(day != following for day, following in pairwise(filled))
    if not filled or is_blank(raws[0]) or not once or len(raws) < 2 * len(filled):
        return raws
    days: list[Raw] = []
    for raw in raws:
        days.append(days[-1] if is_blank(raw) else raw)
    return days


def _later(old: str, new: str) -> str:
    return new or old


def _asked(kind: str, yes: str, no: str, raw: Raw) -> Parsed[str]:
    """What a 是 and a 否 mean below a question (是否劝返, 是否党员); other words are a choice of that kind."""
    answer = parse_yes_no(raw).value if clean(raw).upper() in _YES_OR_NO else ""
    meant = {"yes": yes, "no": no}.get(answer)
    return Parsed(meant) if meant else parse_choice(kind, raw)


def _read_temperature(work: Extraction, column: int, match: Match) -> None:
    """A column without a time of day; two readings in a cell are morning and evening where the form has slots."""
    field_name = match.column.field
    slots = work.values.get("slot")
    raws = work.raws(column)
    for index, (raw, parsed) in enumerate(zip(raws, parse_column(raws, temperatures.parse_temperatures), strict=True)):
        labelled = temperatures.labelled_temperatures(raw) if slots is not None and isinstance(raw, str) else ()
        if labelled:
            work.values[field_name][index] = "/".join(f"{slot}={reading}" for slot, reading in labelled)
            continue
        row = work.rows.records[index]
        work.complain(row, column, field_name, parsed.problems)
        if len(parsed.value) > 2 or (len(parsed.value) == 2 and (slots is None or _has_slot(work, index))):
            work.complain(row, column, field_name, (Problem("several_temperatures", {"written": clean(raw)}),))
        elif parsed.value:
            work.values[field_name][index] = "/".join(parsed.value)


def _has_slot(work: Extraction, index: int) -> bool:
    column = next((column for column, match in work.single().items() if match.column.kind is Kind.SLOT), None)
    return column is not None and not is_blank(work.grid.seen(work.rows.records[index], column))


def _read_ticks(work: Extraction, field_name: str, columns: list[int], single: Mapping[int, Match]) -> None:
    """One question over several columns: the ticked one answers it."""
    cells = {column: work.raws(column) for column in columns}
    for index, row in enumerate(work.rows.records):
        chosen = [column for column in columns if _is_tick(cells[column][index])]
        if len(chosen) > 1:
            words = "、".join(single[column].ticked for column in chosen)
            work.complain(row, chosen[0], field_name, (Problem("choice_unreadable", {"written": words}),))
        elif chosen:
            match = single[chosen[0]]
            kind = match.column.kind
            word = match.ticked
            if kind is Kind.TEXT:
                work.values[field_name][index] = word
            else:
                value = parse_choice(CHOICES[kind], word).value if kind in CHOICES else parse_yes_no(word).value
                work.values[field_name][index] = value


def _is_tick(raw: Raw) -> bool:
    return not is_blank(raw) and clean(raw) not in ("/", "-", "—") and parse_yes_no(raw).value != "no"


def _read_three(work: Extraction, field_name: str, parts: Mapping[Kind, int]) -> None:
    """A day over the columns 年, 月, 日; without a column of days it is no day."""
    if Kind.MONTH not in parts or Kind.DAY not in parts:
        return
    years = work.raws(parts[Kind.YEAR]) if Kind.YEAR in parts else [None] * len(work.rows.records)
    months, days = work.raws(parts[Kind.MONTH]), work.raws(parts[Kind.DAY])
    for index, written in enumerate(zip(years, months, days, strict=True)):
        parsed = dates.join_date(*written, near=work.clock.near)
        if parsed.problems:
            work.complain(work.rows.records[index], parts[Kind.DAY], field_name, parsed.problems)
        work.values[field_name][index] = parsed.value


def _beside(work: Extraction, single: Mapping[int, Match]) -> None:
    """What one cell says about a second field."""
    by_field = {match.column.field: column for column, match in single.items() if not match.ticked}
    owners = ("worker", "manager") if work.form in ("grids", "compounds") else ("name",)
    for owner in owners:
        if owner in by_field and "phone" in work.values:
            _phones_beside(work, by_field[owner])
    if "start_date" in by_field and "due_date" not in by_field:
        _last_day(work, work.raws(by_field["start_date"]))
    if work.form == "quarantine" and "released" in by_field:
        _release_day(work, work.raws(by_field["released"]))
    if "kind_detail" in work.values and "kind" in by_field:
        work.values["kind_detail"] = [clean(raw) for raw in work.raws(by_field["kind"])]
    if "date" in work.values and "time" in by_field and "date" not in by_field:
        _day_of_time(work, work.raws(by_field["time"]))
    if work.form == "publicity" and "quantity" not in by_field and "material" in by_field:
        _counted_beside(work, by_field["material"])
    if "slot" in work.values and "date" in by_field:
        _slot_of_date(work, work.raws(by_field["date"]))


def _phones_beside(work: Extraction, column: int) -> None:
    """Telephone numbers written beside the name, where their own column has none."""
    parse = parser_of(Kind.PHONE, work.context, work.clock)
    for index, beside in enumerate(parse_column(work.raws(column), names.phone_in_person)):
        if beside and not work.values["phone"][index]:
            parsed = parse(beside)
            work.values["phone"][index] = parsed.value
            work.complain(work.rows.records[index], column, "phone", parsed.problems)


def _last_day(work: Extraction, raws: list[Raw]) -> None:
    """A period in the column of first days says the last one as well."""
    parse = partial(dates.parse_period, near=work.clock.near, fill_date=work.clock.fill_date)
    work.values["due_date"] = [period[1] if period else "" for period in parse_column(raws, parse)]


def _release_day(work: Extraction, raws: list[Raw]) -> None:
    """是否解除 answered with a day says on which."""
    for index, raw in enumerate(raws):
        if work.values["released"][index] == "yes" and not work.values["released_date"][index]:
            day = dates.parse_date(raw, near=work.clock.near, fill_date=work.clock.fill_date)
            work.values["released_date"][index] = day.value


def _counted_beside(work: Extraction, column: int) -> None:
    """公告3份 says how many as well, where no column of its own does; of several kinds it is not known of which."""
    doubtful = {finding.row for finding in work.findings if finding.field == "material"}
    for index, (row, raw) in enumerate(zip(work.rows.records, work.raws(column), strict=True)):
        found = _COUNTED.findall(clean(raw))
        if len(found) == 1 and work.values["material"][index] and row + 1 not in doubtful:
            work.values["quantity"][index] = quantities.parse_count(found[0]).value


def _day_of_time(work: Extraction, raws: list[Raw]) -> None:
    """2月8日 14:30 below 登记时间 says the day as well, where no column of its own does."""
    for index, raw in enumerate(raws):
        told = _DAY_AND_HOUR.search(raw) if isinstance(raw, str) else raw is not None and not isinstance(raw, time)
        if work.values["time"][index] and told:
            day = dates.parse_date(raw, near=work.clock.near, fill_date=work.clock.fill_date)
            work.values["date"][index] = "" if day.problems else day.value


def _slot_of_date(work: Extraction, raws: list[Raw]) -> None:
    """2月8日上午 in the column of days names the time of day as well."""
    for index, raw in enumerate(raws):
        if not work.values["slot"][index] and isinstance(raw, str):
            found = next((word for word in ("上午", "中午", "下午", "早", "晚") if word in raw), "")
            work.values["slot"][index] = parse_choice("slot", found).value
