"""Errands for those who stay in, and fevers with their referrals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from random import Random

from sample_desk import expected
from sample_desk.columns import fields, fixed, lay_out
from sample_desk.hands import HANDS, Hand
from sample_desk.office import Desk, dress, hand_at, single_lines
from sample_desk.plans import Entry, SheetPlan
from sample_desk.stays import due_date
from sample_desk.world import LAST_DAY, Household, Person

TIMES = {"shopping": 300, "rubbish": 350, "comfort": 64}
WORDS = {"shopping": "代购", "rubbish": "垃圾清运", "comfort": "心理疏导"}
HEADINGS = {"shopping": "代购次数", "rubbish": "垃圾清运次数", "comfort": "心理疏导"}
ITEMS = ("米面油", "蔬菜、鸡蛋", "感冒药", "牛奶、水果", "日用品", "肉、蔬菜")
LONG_FIELDS = ("date", "name", "address", "service", "times", "items", "volunteer")
SHORT_FIELDS = ("date", "name", "address", "service", "items", "volunteer")
WIDE_FIELDS = ("date", "name", "address")
WITHOUT_TIMES = 6
"""This hand writes one row an errand and has no column for a number."""
WIDE = (0, 4, 7)
FEVERS, REFERRED = 8, 5
FEVER_FIELDS = fields("name,id_number,phone,address,date,time,first_reading,second_reading,receiver,outcome")
OUTCOMES = ("居家观察", "送胜利医院发热门诊，排除后返回", "居家观察，加测体温")


def plan_care(desk: Desk) -> None:
    """Errands compound by compound; one list of fevers by the health centre."""
    hands = {compound.name: hand_at(number + 2) for number, compound in enumerate(desk.community.compounds)}
    rng = desk.rng("errands")
    entries = [entry for service in TIMES for entry in _errands(desk, service, hands, rng)]
    for compound, hand in hands.items():
        _errand_book(desk, compound, hand, [entry for entry in entries if entry.facts["compound"] == compound])
    _plan_fevers(desk)


def _errands(desk: Desk, service: str, hands: dict[str, Hand], rng: Random) -> list[Entry]:
    """Rows whose times come to the total exactly; what is left over goes to rows that can say more than one."""
    left, entries = TIMES[service], []
    chances = _chances(desk)
    rng.shuffle(chances)
    for home, name, day in chances:
        if not left:
            break
        is_single = hands[home.compound].number == WITHOUT_TIMES
        times = 1 if is_single else min(left, rng.choice((1, 1, 1, 2)))
        left -= times
        facts = {**home.place, "name": name, "date": day.isoformat(), "service": service}
        facts |= {"times": "" if is_single else str(times), "volunteer": _volunteer(desk, rng)}
        facts |= {"items": rng.choice(ITEMS) if service == "shopping" else ""}
        entries.append(Entry(facts, _resident(desk, home, name), {"service": WORDS[service]}))
    able = [entry for entry in entries if entry.facts["times"]]
    for number in range(left):
        entry = able[number % len(able)]
        entry.facts["times"] = str(int(entry.facts["times"]) + 1)
    return sorted(entries, key=_order)


def _chances(desk: Desk) -> list[tuple[Household, str, date]]:
    """Every household and day on which somebody had to stay in."""
    days: dict[tuple[str, date], tuple[Household, str, date]] = {}
    for stay in desk.community.stays:
        if stay.listed and stay.person.home is not None:
            for offset in range(1, (min(LAST_DAY, due_date(stay)) - stay.arrived).days + 1):
                day = stay.arrived + timedelta(days=offset)
                home = stay.person.home
                days.setdefault((home.number, day), (home, stay.person.name, day))
    return list(days.values())


def _resident(desk: Desk, home: Household, name: str) -> Person | None:
    for stay in desk.community.stays:
        if stay.person.home is home and stay.person.name == name:
            return stay.person
    return None


def _volunteer(desk: Desk, rng: Random) -> str:
    return rng.choice(desk.community.volunteers).person.name


def _order(entry: Entry) -> tuple[str, ...]:
    return tuple(entry.facts[field] for field in ("date", "building", "entrance", "flat", "name"))


def _errand_book(desk: Desk, compound: str, hand: Hand, entries: list[Entry]) -> None:
    entries.sort(key=_order)
    wanted = SHORT_FIELDS if hand.number == WITHOUT_TIMES else WIDE_FIELDS if hand.number in WIDE else LONG_FIELDS
    columns = lay_out("errands", wanted, hand)
    lines = single_lines(entries)
    if hand.number in WIDE:
        columns += [fixed("times", heading, service=service) for service, heading in HEADINGS.items()]
        lines = [list(group) for _, group in groupby(entries, _order)]
    plan = SheetPlan("errands", "代购代办", hand, columns, lines)
    plan.totals = ("times",) if hand.number in (0, 4, 5) and entries else ()
    plan.subtotal_by = "date" if hand.subtotals else ""
    desk.add(f"{compound}/{compound}代购代办登记", hand, [dress(plan, f"{compound}代购代办登记表", LAST_DAY, "代办员")])


def _plan_fevers(desk: Desk) -> None:
    """Some readings become fevers; most of these went to the health centre."""
    rng, hand = desk.rng("fevers"), HANDS[0]
    chosen: dict[str, Entry] = {}
    for entry in rng.sample(_readings(desk), min(60, len(_readings(desk)))):
        if entry.person and len(chosen) < FEVERS:
            chosen.setdefault(entry.person.key, entry)
    entries = []
    for number, entry in enumerate(chosen.values()):
        entry.facts["temperature"] = f"{rng.randint(373, 386) / 10:.1f}"
        if number < min(REFERRED, len(chosen) - 1):
            entries.append(_referral(entry, rng))
        else:
            entry.plant(expected.FEVER_WITHOUT_REFERRAL, "temperature", "发热，没有转诊记录")
    plan = SheetPlan("fever", "发热转诊", hand, lay_out("fever", FEVER_FIELDS, hand), single_lines(entries))
    desk.add("卫生服务中心/发热转诊登记表", hand, [dress(plan, "胜景社区发热转诊登记表", LAST_DAY, "许文静")])


def _readings(desk: Desk) -> Sequence[Entry]:
    plans = [plan for book in desk.books for plan in book.sheets if plan.form == "temperatures"]
    return [entry for plan in plans for entry in plan.entries if entry.facts.get("temperature")]


def _referral(fever: Entry, rng: Random) -> Entry:
    first = fever.facts["temperature"]
    facts = {**fever.facts, "first_reading": first, "second_reading": f"{float(first) - 0.2:.1f}"}
    facts |= {"time": f"{8 if fever.facts['slot'] == 'morning' else 18}:30".zfill(5), "receiver": "许文静"}
    return Entry({**facts, "outcome": rng.choice(OUTCOMES)}, fever.person)
