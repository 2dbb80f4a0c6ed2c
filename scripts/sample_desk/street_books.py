"""What comes from outside: the street's list to check, with masked numbers, and a coach's passenger list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from sample_desk.columns import lay_out
from sample_desk.hands import HANDS
from sample_desk.office import Desk, single_lines
from sample_desk.plans import Column, Entry, SheetPlan
from sample_desk.spelling import mask, spell_address
from sample_desk.stays import due_date
from sample_desk.world import LAST_DAY, Facts, Person, Stay

BUCKETS = {
    "already_managed": 38,
    "period_over": 20,
    "missed": 16,
    "registered_mismatch": 12,
    "not_here": 18,
    "to_verify": 16,
}
BATCHES = ("20200206第一批", "20200208第二批")
SOURCES = ("公安大数据", "运营商漫游数据", "铁路部门", "外省协查")
ELSEWHERE = ("东营市垦利区孤岛镇胜大花园12号楼2单元301室", "东营市河口区仙河镇海康小区5号楼1单元202室")
FIELDS = ("batch", "name", "id_number", "phone", "address", "from_place", "date", "source", "outcome")
HEADINGS = ("下发批次", "姓名", "身份证号码", "手机号码", "居住地址", "来源地", "入东时间", "数据来源", "核查情况")
NOT_BACK = "人在外地，未返回"


def plan_dispatch(desk: Desk) -> None:
    """About 120 rows that end in every bucket; the truth keeps which."""
    rng = desk.rng("dispatch")
    rows = [entry for bucket, wanted in BUCKETS.items() for entry in _rows(desk, bucket, wanted, rng)]
    rng.shuffle(rows)
    half = (len(rows) + 1) // 2
    for number, batch in enumerate(BATCHES):
        part = rows[number * half : (number + 1) * half]
        for entry in part:
            entry.facts["batch"] = batch
        _book(desk, number, part)


def _book(desk: Desk, number: int, entries: list[Entry]) -> None:
    hand = HANDS[(0, 2)[number]]
    columns = [Column("", "序号"), *(Column(field, name) for field, name in zip(FIELDS, HEADINGS, strict=True))]
    plan = SheetPlan("dispatch", "核查名单", hand, columns, single_lines(entries))
    plan.titles = ["胜利街道下发核查名单"]
    desk.add(f"街道下发/下发核查名单{('一', '二')[number]}", hand, [plan], date(2020, 2, (6, 8)[number]))


def _rows(desk: Desk, bucket: str, wanted: int, rng: Random) -> Iterator[Entry]:
    sources: dict[str, Callable[[Desk, Random], list[Entry]]] = {
        "already_managed": _managed,
        "period_over": _over,
        "missed": _missed,
        "registered_mismatch": _mismatched,
        "not_here": lambda desk, rng: [_away(desk, rng, number) for number in range(wanted)],
        "to_verify": lambda desk, rng: [_unknown(desk, rng) for _ in range(wanted)],
    }
    for entry in sources[bucket](desk, rng)[:wanted]:
        entry.facts["bucket"] = bucket
        entry.facts.setdefault("date", _some_day(rng).isoformat())
        entry.facts["source"] = rng.choice(SOURCES)
        yield entry


def _some_day(rng: Random) -> date:
    return LAST_DAY - timedelta(days=rng.randrange(2, 16))


def _shown(person: Person, stay: Stay | None, way: int) -> Facts:
    """The street's view of somebody: everything, masked numbers, name and phone, or name and flat."""
    facts = {"name": person.name, "from_place": stay.origin if stay else "湖北"}
    if stay:
        facts["date"] = stay.arrived.isoformat()
    if way == 0:
        return {**facts, "id_number": person.id_number, "phone": person.phone, "address": _long(person)}
    if way == 1:
        masked = {"id_number": mask(person.id_number, 4, 4), "phone": mask(person.phone, 3, 4)}
        return {**facts, **masked, "address": "东营市东营区"}
    if way == 2:
        return {**facts, "phone": person.phone}
    return {**facts, "id_number": mask(person.id_number, 4, 4), "address": _long(person)}


def _long(person: Person) -> str:
    return "东营市" + spell_address(person.place, "long", compound=True)


def _entries(desk: Desk, rng: Random, wanted: Callable[[Stay], bool]) -> list[Entry]:
    stays = [stay for stay in desk.community.stays if stay.listed and wanted(stay)]
    rng.shuffle(stays)
    return [Entry(_shown(stay.person, stay, number % 4), stay.person) for number, stay in enumerate(stays)]


def _is_over(stay: Stay) -> bool:
    return stay.released is not None or due_date(stay) < LAST_DAY


def _managed(desk: Desk, rng: Random) -> list[Entry]:
    return _entries(desk, rng, lambda stay: not _is_over(stay) and _is_even(stay))


def _over(desk: Desk, rng: Random) -> list[Entry]:
    return _entries(desk, rng, lambda stay: _is_over(stay) and _is_even(stay))


def _is_even(stay: Stay) -> bool:
    """Parts the stays, so that nobody is on the list in two buckets."""
    return int(stay.person.key[1:]) % 4 > 0


def _missed(desk: Desk, rng: Random) -> list[Entry]:
    """Residents without a case, and strangers at a flat of ours."""
    stayed = {stay.person.home.number for stay in desk.community.stays if stay.person.home}
    homes = [home for home in desk.community.households if home.members and home.number not in stayed]
    entries = []
    for number, home in enumerate(rng.sample(homes, BUCKETS["missed"])):
        person = home.members[0]
        if number % 3 == 2 or not person.phone.isdigit():
            person = _stranger(desk, rng)
            facts = {"name": person.name, "phone": person.phone.split(";")[0], "from_place": "湖北武汉"}
            facts["address"] = "东营市" + spell_address(home.place, "long", compound=True)
            entries.append(Entry(facts, person))
        else:
            entries.append(Entry(_shown(person, None, number % 4), person))
    return entries


def _mismatched(desk: Desk, rng: Random) -> list[Entry]:
    """The number is one of ours, the phone or the name beside it is not."""
    stays = [stay for stay in desk.community.stays if stay.listed and not _is_even(stay)]
    entries = []
    for number, stay in enumerate(rng.sample(stays, min(len(stays), BUCKETS["registered_mismatch"]))):
        facts = _shown(stay.person, stay, 0)
        if number % 2:
            facts["phone"] = desk.settlers.identities.mobile()
        else:
            facts["name"] = stay.person.name[0] + rng.choice("沐芷槿翊")
        entries.append(Entry(facts))
    return entries


def _stranger(desk: Desk, rng: Random) -> Person:
    sex = rng.choice(("male", "female"))
    return desk.settlers.person(sex, rng.randint(20, 60), desk.settlers.names.only(sex))


def _away(desk: Desk, rng: Random, number: int) -> Entry:
    """Somebody who is not here: the outcome says so, or the flat is none of ours."""
    person = _stranger(desk, rng)
    facts = {"name": person.name, "id_number": mask(person.id_number, 4, 4), "from_place": "湖北"}
    facts["phone"] = mask(person.phone.split(";")[0], 3, 4)
    facts |= {"outcome": NOT_BACK} if number % 2 else {"address": rng.choice(ELSEWHERE)}
    return Entry(facts, person)


def _unknown(desk: Desk, rng: Random) -> Entry:
    person = _stranger(desk, rng)
    facts = {"name": person.name, "id_number": mask(person.id_number, 4, 4), "from_place": "湖北武汉"}
    return Entry({**facts, "phone": mask(person.phone.split(";")[0], 3, 4)}, person)


def plan_coach(desk: Desk, entries: list[Entry]) -> None:
    """The passengers of a coach, as its company listed them."""
    hand = HANDS[0]
    fields = ("name", "id_number", "phone", "from_place", "left_date", "arrive_date", "transport")
    plan = SheetPlan("returnees", "返回人员", hand, lay_out("returnees", fields, hand), single_lines(entries))
    plan.titles = ["省际大巴返回人员登记表"]
    desk.add("车站/大巴返回人员登记表", hand, [plan], LAST_DAY)
