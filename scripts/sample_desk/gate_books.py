"""At the gates: who came, who was turned back, and the passes for the residents' cars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from random import Random

from sample_desk.columns import lay_out
from sample_desk.hands import Hand
from sample_desk.office import Desk, day_name, dress, hand_at, single_lines
from sample_desk.plans import Column, Entry, Line, SheetPlan
from sample_desk.spelling import Cell, spell_address
from sample_desk.stays import is_quarantined
from sample_desk.world import LAST_DAY, Compound, Household, Person

GATE_START = date(2020, 1, 28)
GATE_DAYS = 13
FIELDS = (
    ("time", "name", "phone", "plate", "temperature", "from_place", "destination", "reason", "result"),
    ("time", "plate", "name", "phone", "temperature", "destination", "result"),
    ("date", "time", "checkpoint", "name", "id_number", "phone", "plate", "temperature", "result"),
    ("checkpoint", "date", "time", "name", "phone", "plate", "from_place", "destination", "temperature", "result"),
)
ERRANDS = ("买菜", "上班", "取快递", "看病", "倒垃圾", "回家")
ELSEWHERE = ("河口区", "垦利区", "滨州", "济南", "潍坊", "河南商丘", "江苏徐州", "淄博")
ISSUED = date(2020, 2, 1)
VALID_UNTIL = "2020-03-31"
CAR_OWNERS = 0.34
SIDE_BY_SIDE = 4
PASS_FIELDS = ("pass_number", "plate", "name", "phone", "address", "issued_date", "valid_until")
MINUTES_OF_A_SHIFT = 12 * 60


def plan_gates(desk: Desk) -> None:
    """One workbook a checkpoint, one list of passes a compound."""
    number = 0
    for position, compound in enumerate(desk.community.compounds):
        rng = desk.rng(f"gate/{compound.name}")
        owners = _plan_passes(desk, compound, position, rng)
        for checkpoint in compound.checkpoints:
            _plan_gate(desk, compound, checkpoint, owners, hand_at(number), rng)
            number += 1


def _plan_passes(desk: Desk, compound: Compound, position: int, rng: Random) -> list[tuple[Person, str]]:
    hand = hand_at(position + 1)
    owners = [
        (household.members[0], desk.settlers.identities.plate())
        for household in compound.households
        if household.members and household.members[0].phone and rng.random() < CAR_OWNERS
    ]
    entries = [_pass(owner, plate, order, compound) for order, (owner, plate) in enumerate(owners, start=1)]
    fields = (*PASS_FIELDS, "grid") if hand.number in (0, 5, 6) else PASS_FIELDS
    columns, lines = lay_out("passes", fields, hand), single_lines(entries)
    if hand.number == SIDE_BY_SIDE:
        columns, lines = _side_by_side(columns, entries)
    plan = SheetPlan("passes", "出入证", hand, columns, lines)
    dress(plan, f"{compound.name}车辆出入证登记表", LAST_DAY, compound.manager)
    desk.add(f"{compound.name}/{compound.name}车辆出入证登记", hand, [plan])
    return owners


def _pass(owner: Person, plate: str, order: int, compound: Compound) -> Entry:
    issued = ISSUED + timedelta(days=order % 6)
    facts = {**owner.who, **owner.place, "plate": plate, "issued_date": issued.isoformat(), "valid_until": VALID_UNTIL}
    facts["pass_number"] = f"{compound.name[:2]}-{order:03d}"
    return Entry(facts, owner, {"valid_until": "2020年3月31日"})


def _side_by_side(columns: Sequence[Column], entries: Sequence[Entry]) -> tuple[list[Column], list[Line]]:
    """Two tables on one sheet, an empty column between them."""
    left = [column for column in columns if column.field]
    right = [Column(column.field, column.heading, column.group, block=1) for column in left]
    half = (len(entries) + 1) // 2
    lines = [[entries[row], *entries[half + row : half + row + 1]] for row in range(half)]
    return [*left, Column("", ""), *right], lines


def _plan_gate(
    desk: Desk, compound: Compound, checkpoint: str, owners: Sequence[tuple[Person, str]], hand: Hand, rng: Random
) -> None:
    residents = [
        person
        for household in compound.households
        for person in household.members
        if person.age() > 17 and person.phone
    ]
    days = [GATE_START + timedelta(days=offset) for offset in range(GATE_DAYS)]
    entries = [entry for day in days for entry in _one_day(desk, compound, checkpoint, day, rng, residents, owners)]
    fields = FIELDS[hand.number % len(FIELDS)]
    by_day = hand.split_by == "date" or "date" not in fields
    groups = groupby(entries, lambda entry: entry.facts["date"] if by_day and not hand.is_text else "")
    if by_day and hand.is_text:
        fields = ("date", *fields)
    sheets = [_sheet(hand, checkpoint, fields, day, list(group)) for day, group in groups]
    desk.add(f"劝返点/{checkpoint}登记", hand, sheets)


def _sheet(hand: Hand, checkpoint: str, fields: Sequence[str], day: str, entries: Sequence[Entry]) -> SheetPlan:
    kept = [field for field in fields if field != "date" or not day]
    as_of = date.fromisoformat(day) if day else LAST_DAY
    name = day_name(as_of, hand) if day else "登记"
    plan = SheetPlan("gate", name, hand, lay_out("gate", kept, hand), single_lines(entries))
    plan.fill_date = as_of if day else None
    return dress(plan, f"{checkpoint}出入登记表", as_of, "值班员")


def _one_day(
    desk: Desk,
    compound: Compound,
    checkpoint: str,
    day: date,
    rng: Random,
    residents: Sequence[Person],
    owners: Sequence[tuple[Person, str]],
) -> Iterator[Entry]:
    minutes = sorted(rng.sample(range(0, MINUTES_OF_A_SHIFT, 5), rng.randint(10, 16)))
    for minute in minutes:
        written = f"{7 + minute // 60:02d}:{minute % 60:02d}"
        facts = {"checkpoint": checkpoint, "date": day.isoformat(), "time": written}
        facts["temperature"] = f"{rng.randint(358, 368) / 10:.1f}"
        if rng.random() < 0.72:
            person, plate = rng.choice(owners) if rng.random() < 0.4 else (rng.choice(residents), "")
            if not is_quarantined(desk.community.stays, person, day):
                yield _homecomer(facts, person, plate, rng)
        else:
            yield _stranger(desk, facts, compound, rng)


def _homecomer(facts: dict[str, str], person: Person, plate: str, rng: Random) -> Entry:
    phone = person.phone.split(";")[0]
    facts |= {"name": person.name, "phone": phone, "id_number": person.id_number, "plate": plate}
    facts |= {"from_place": "市内", "reason": rng.choice(ERRANDS), "result": "admitted"}
    facts["destination"] = spell_address(person.place, "dash")
    return Entry(facts, person)


def _stranger(desk: Desk, facts: dict[str, str], compound: Compound, rng: Random) -> Entry:
    """Somebody from elsewhere: on foot or by car, mostly turned back."""
    host: Household = rng.choice(compound.households)
    facts |= {"from_place": rng.choice(ELSEWHERE), "reason": "走亲访友", "result": "turned_back"}
    facts["destination"] = spell_address(host.place, "dash")
    if rng.random() < 0.5:
        facts["plate"] = desk.settlers.identities.plate(rng.choice(("鲁M", "鲁C", "鲁A", "苏C", "豫N", "鲁E", "鲁E")))
        if rng.random() < 0.5:
            facts["temperature"] = ""
            return Entry(facts)
    visitor = desk.settlers.person(
        rng.choice(("male", "female")), rng.randint(20, 60), desk.settlers.names.only("male")
    )
    facts |= {"name": visitor.name, "phone": visitor.phone.split(";")[0], "id_number": visitor.id_number}
    vague: dict[str, Cell] = {"plate": "外地"} if not facts.get("plate") and rng.random() < 0.1 else {}
    return Entry(facts, visitor, vague)
