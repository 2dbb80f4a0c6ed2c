"""Slips of the pen: single cells written so that they cannot be read, or not be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from sample_desk.identity_numbers import CHECKS, is_right
from sample_desk.office import Desk
from sample_desk.plans import Entry, SheetPlan
from sample_desk.spelling import Cell

WORKBOOKS = (".xlsx", ".xls")
ANY = (".xlsx", ".xls", ".csv")
AMBIGUOUS = {"2020-02-01": 2.1, "2020-01-20": 1.2, "2020-01-30": 1.3}
"""The number 2.1 is the first of February or the tenth with its zero eaten."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One kind: where it happens, how often, and what is written instead of the true value.

    `write` gives None where the value does not lend itself to it. `once` takes only people who stand on one sheet, so
    that no other sheet contradicts.
    """

    code: str
    form: str
    field: str
    count: int
    why: str
    write: Callable[[str, Random], Cell]
    suffixes: tuple[str, ...] = ANY
    once: bool = False


def _damaged(true: str, _: Random) -> Cell:
    return float(int(true[:15]) * 1000) if true.isdigit() else None


def _scientific(true: str, _: Random) -> Cell:
    return f"{float(true):.5E}" if true.isdigit() else None


def _wrong_check(true: str, rng: Random) -> Cell:
    return true[:17] + rng.choice([check for check in CHECKS if check != true[17]])


def _transposed(true: str, _: Random) -> Cell:
    """Two neighbours of the sequence or the day change places."""
    for place in (15, 14, 12, 13):
        if true[place] != true[place + 1]:
            return true[:place] + true[place + 1] + true[place] + true[place + 2 :]
    return None


def _shortened(true: str, rng: Random) -> Cell:
    place = rng.randrange(7, 16)
    return true[:place] + true[place + 1 :]


def _phone_short(true: str, rng: Random) -> Cell:
    place = rng.randrange(3, 11)
    return true[:place] + true[place + 1 :] if len(true) == 11 else None


def _phone_scientific(true: str, _: Random) -> Cell:
    return f"{float(true):.2E}" if len(true) == 11 else None


def _from_to(true: str, _: Random) -> Cell:
    month, day = int(true[5:7]), int(true[8:])
    return f"{month}.{day}-{month}.{day + 2}" if day <= 26 else None


def _always(*choices: Cell) -> Callable[[str, Random], Cell]:
    return lambda _, rng: rng.choice(choices)


SLIPS = (
    Slip("id_damaged", "households", "id_number", 6, "身份证号成了数字，后三位已丢失", _damaged, WORKBOOKS, once=True),
    Slip("id_damaged", "households", "id_number", 4, "身份证号成了科学计数的文本", _scientific, (".csv",), once=True),
    Slip("id_checksum", "households", "id_number", 10, "校验位写错", _wrong_check, once=True),
    Slip("id_checksum", "households", "id_number", 8, "相邻两位写颠倒", _transposed, once=True),
    Slip("id_unreadable", "households", "id_number", 5, "身份证号少一位", _shortened, once=True),
    Slip("phone_length", "households", "phone", 8, "手机号少一位", _phone_short, once=True),
    Slip("phone_damaged", "households", "phone", 4, "手机号成了科学计数", _phone_scientific, once=True),
    Slip("name_unreadable", "households", "name", 3, "姓名看不清", _always("？？"), once=True),
    Slip(
        "date_ambiguous",
        "returnees",
        "arrive_date",
        6,
        "数字 2.1 有两种读法",
        lambda true, _: AMBIGUOUS.get(true),
        WORKBOOKS,
    ),
    Slip("date_range", "returnees", "arrive_date", 3, "写的是一段时间", _from_to),
    Slip("date_unreadable", "returnees", "left_date", 4, "没有这一天", _always("2月30日", "1月32日")),
    Slip("time_unreadable", "gate", "time", 3, "没有这个时刻", _always("25:70", "8点90")),
    Slip("choice_unreadable", "gate", "result", 3, "看不出放行还是劝返", _always("待请示", "再核实")),
    Slip("plate_unreadable", "gate", "plate", 2, "车牌不全", _always("鲁E1", "鲁E?23")),
    Slip("plate_unreadable", "passes", "plate", 3, "车牌不全", _always("鲁E12", "鲁E·A1")),
    Slip("address_unreadable", "screening", "address", 4, "看不出楼号单元房号", _always("北边那栋一楼东户", "西头楼")),
    Slip("count_unreadable", "screening", "people_count", 4, "看不出人数", _always("若干", "不少")),
    Slip(
        "several_names", "screening", "name", 4, "一格两个姓名", lambda true, rng: f"{true}、李{rng.choice('梅兰芳')}"
    ),
    Slip("answer_unreadable", "quarantine", "pledge_signed", 5, "看不出签了没有", _always("再说", "见备注")),
    Slip("temperature_unreadable", "temperatures", "temperature", 4, "体温看不懂", _always("偏高", "36.?")),
    Slip("temperature_implausible", "temperatures", "temperature", 5, "体温不可能", _always("63.5", "26.4", "46.5")),
    Slip("several_temperatures", "temperatures", "temperature", 4, "一格两个体温", _always("36.4/36.8", "36.5、36.9")),
)


def make_slips(desk: Desk, share: float) -> None:
    """Plant every kind, each as often as its count at this share of the whole, at least once."""
    sheets_of = Counter(entry.person.key for _, _, entry in _all_entries(desk) if entry.person)
    for number, slip in enumerate(SLIPS):
        rng = desk.rng(f"slips/{number}")
        candidates = list(_candidates(desk, slip, sheets_of))
        rng.shuffle(candidates)
        _plant(slip, candidates, max(1, round(slip.count * share)), rng)


def _plant(slip: Slip, candidates: list[Entry], wanted: int, rng: Random) -> None:
    for entry in candidates:
        cell = slip.write(entry.facts[slip.field], rng)
        if wanted and cell is not None and not entry.mistakes:
            entry.written[slip.field] = cell
            entry.plant(slip.code, slip.field, slip.why)
            wanted -= 1


def _all_entries(desk: Desk) -> Iterator[tuple[str, SheetPlan, Entry]]:
    for book in desk.books:
        for plan in book.sheets if not book.superseded else ():
            for entry in plan.entries:
                yield book.hand.suffix, plan, entry


def _candidates(desk: Desk, slip: Slip, sheets_of: Counter[str]) -> Iterator[Entry]:
    for suffix, plan, entry in _all_entries(desk):
        if slip.field == "id_number" and not is_right(entry.facts.get("id_number", "")):
            continue
        fits = plan.form == slip.form and suffix in slip.suffixes and _can_write(plan, slip.field)
        alone = entry.person is not None and sheets_of[entry.person.key] == 1
        if fits and entry.facts.get(slip.field) and (alone or not slip.once):
            yield entry


def _can_write(plan: SheetPlan, field: str) -> bool:
    """A cell of its own: not one of three columns, not a cell that two readings share."""
    if plan.form == "temperatures" and any(set(column.fixed) == {"date"} for column in plan.columns):
        return False
    return plan.has(field)
