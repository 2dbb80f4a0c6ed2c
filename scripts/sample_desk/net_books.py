"""Disinfection, publicity, rosters and duty: the rows behind the article's sums."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from random import Random

from sample_desk.columns import fixed, lay_out
from sample_desk.hands import Hand
from sample_desk.office import COMMUNITY, Desk, day_name, dress, hand_at, share, single_lines
from sample_desk.plans import Column, Entry, SheetPlan
from sample_desk.rosters import BRANCHES, SQUADS, VETERANS
from sample_desk.spelling import Cell
from sample_desk.world import LAST_DAY, Volunteer

DISINFECTED_M2, PERSON_TIMES = 4_000_000, 1_800
MATERIALS = {"announcement": 83, "leaflet": 1645, "wechat": 1000, "banner": 31}
MATERIAL_WORDS = {"announcement": "公告", "leaflet": "宣传单", "wechat": "微信倡议书", "banner": "横幅"}
MATERIAL_HEADINGS = {"announcement": "公告", "leaflet": "宣传知识", "wechat": "倡议书(微信)", "banner": "标语横幅"}
UNITS = {"announcement": "余份", "leaflet": "份", "wechat": "余次", "banner": "条"}
ROWS_OF_MATERIAL = {"announcement": 5, "leaflet": 8, "wechat": 2, "banner": 3}
SQUAD_NAMES = tuple(f"第{number}宣传小分队" for number in "一二三四五六七")
PUBLIC_PLACES = (("胜利市场", "市场"), ("便民超市", "商店"), ("社区广场", "重点场所"), ("卫生服务中心", "重点场所"))
START = date(2020, 1, 24)
DUTY_START = date(2020, 1, 27)
PEOPLE_ON_DUTY = 186
SPOTS = ("楼道及电梯", "大门口", "垃圾收集点", "小区道路", "活动广场", "地下车库")
AGENTS = ("84消毒液", "含氯消毒粉", "过氧乙酸")
KIND_WORDS = {"party": "党员", "resident": "群众", "psychological": "心理"}
SHIFTS = (("8:00-14:00", "07:55", "14:00"), ("14:00-20:00", "13:50", "20:00"))


def plan_nets(desk: Desk) -> None:
    """All of them."""
    _plan_disinfection(desk)
    _plan_publicity(desk)
    _plan_rosters(desk)
    _plan_duty(desk)


def _days(start: date) -> list[date]:
    return [start + timedelta(days=offset) for offset in range((LAST_DAY - start).days + 1)]


def _plan_disinfection(desk: Desk) -> None:
    rng = desk.rng("disinfection")
    compounds, days = desk.community.compounds, _days(START)
    places = [(compound, day, spot) for compound in compounds for day in days for spot in _spots(rng)]
    areas = share(rng, DISINFECTED_M2 // 100, len(places), 20)
    people = share(rng, PERSON_TIMES, len(places))
    entries: dict[str, list[Entry]] = {}
    for (compound, day, spot), area, number in zip(places, areas, people, strict=True):
        facts = {"date": day.isoformat(), "compound": compound.name, "place": spot, "area_m2": str(area * 100)}
        facts |= {"person_times": str(number), "times": str(rng.randint(1, 3)), "agent": rng.choice(AGENTS)}
        entries.setdefault(compound.company, []).append(Entry({**facts, "worker": compound.manager}))
    for number, (company, rows) in enumerate(entries.items()):
        _disinfection_book(desk, company, rows, hand_at(number))


def _spots(rng: Random) -> list[str]:
    return rng.sample(SPOTS, rng.choice((1, 1, 2)))


def _disinfection_book(desk: Desk, company: str, rows: list[Entry], hand: Hand) -> None:
    fields = ["date", "compound", "place", "area_m2", "person_times", "times", "agent", "worker"]
    columns = lay_out("disinfection", fields, hand)
    if hand.number == 0:
        columns = [_in_ten_thousands(column) for column in columns]
        for entry in rows:
            entry.written["area_m2"] = int(entry.facts["area_m2"]) / 10000
    plan = SheetPlan("disinfection", "消毒记录", hand, columns, single_lines(rows))
    plan.totals = () if hand.number == 0 or hand.is_text else ("area_m2", "person_times")
    plan.subtotal_by = "date" if hand.subtotals else ""
    desk.add(f"物业/{company}消毒记录", hand, [dress(plan, f"{company}消毒记录表", LAST_DAY, rows[0].facts["worker"])])


def _in_ten_thousands(column: Column) -> Column:
    return Column("area_m2", "消毒面积(万㎡)") if column.field == "area_m2" else column


def _plan_publicity(desk: Desk) -> None:
    rng = desk.rng("publicity")
    by_squad: dict[str, list[Entry]] = {squad: [] for squad in SQUAD_NAMES}
    for material, total in MATERIALS.items():
        rows = ROWS_OF_MATERIAL[material]
        amounts = iter(share(rng, total, rows * len(SQUAD_NAMES)))
        for squad in SQUAD_NAMES:
            for day, (place, kind) in _occasions(desk, rng, rows, material):
                facts = {"date": day.isoformat(), "squad": squad, "place": place, "place_kind": kind}
                facts |= {"material": material, "quantity": str(next(amounts))}
                by_squad[squad].append(Entry(facts, written={"material": MATERIAL_WORDS[material]}))
    for number, (squad, entries) in enumerate(by_squad.items()):
        for entry in entries if hand_at(number + 1).quantities == "unit" else ():
            entry.written["quantity"] = entry.facts["quantity"] + UNITS[entry.facts["material"]]
        _publicity_book(desk, squad, entries, hand_at(number + 1))


def _occasions(desk: Desk, rng: Random, rows: int, material: str) -> list[tuple[date, tuple[str, str]]]:
    places = [(f"{compound.name}公告栏", "小区") for compound in desk.community.compounds] + list(PUBLIC_PLACES)
    if material == "wechat":
        places = [("爱连万家群", "微信群"), ("业主群", "微信群")]
    pairs = [(day, place) for day in _days(DUTY_START) for place in places]
    return sorted(rng.sample(pairs, rows))


def _publicity_book(desk: Desk, squad: str, entries: list[Entry], hand: Hand) -> None:
    entries.sort(key=_occasion)
    lines = single_lines(entries)
    columns = lay_out("publicity", ("date", "squad", "place", "place_kind", "material", "quantity"), hand)
    if hand.number in (2, 4, 7):
        columns = lay_out("publicity", ("date", "place", "place_kind"), hand)
        columns += [fixed("quantity", heading, material=material) for material, heading in MATERIAL_HEADINGS.items()]
        lines = [list(group) for _, group in groupby(entries, _occasion)]
    plan = SheetPlan("publicity", "宣传记录", hand, columns, lines)
    plan.totals = ("quantity",) if hand.number in (2, 4) else ()
    desk.add(
        f"宣传/{squad}宣传记录", hand, [dress(plan, f"{squad}宣传记录表", LAST_DAY, desk.community.grids[0].worker)]
    )


def _occasion(entry: Entry) -> tuple[str, str]:
    return entry.facts["date"], entry.facts["place"]


def _plan_rosters(desk: Desk) -> None:
    volunteers = desk.community.volunteers
    rosters = [(f"{branch}党员志愿者花名册", [one for one in volunteers if _is_of(one, branch)]) for branch in BRANCHES]
    rosters.append((f"{VETERANS}花名册", [one for one in volunteers if one.squad == VETERANS]))
    rosters.append(("居民志愿者花名册", [one for one in volunteers if one.kind != "party"]))
    for number, (title, members) in enumerate(rosters):
        _roster_book(desk, title, members, hand_at(number + 2))


def _is_of(volunteer: Volunteer, branch: str) -> bool:
    return volunteer.branch == branch and volunteer.squad != VETERANS


def _roster_book(desk: Desk, title: str, members: Sequence[Volunteer], hand: Hand) -> None:
    fields = ("name", "gender", "birth_year", "phone", "kind", "branch", "squad", "employer")
    columns = lay_out("volunteers", fields, hand)
    entries = [_member(member, hand) for member in members]
    plan = SheetPlan("volunteers", "花名册", hand, columns, single_lines(entries))
    desk.add(f"志愿者/{title}", hand, [dress(plan, f"{COMMUNITY}{title}", LAST_DAY - timedelta(days=1), "周晓岚")])


def _member(member: Volunteer, hand: Hand) -> Entry:
    person = member.person
    facts = {**person.who, "gender": person.sex, "birth_year": str(person.born.year), "kind": member.kind}
    facts |= {"kind_detail": member.detail, "branch": member.branch, "squad": member.squad, "employer": member.employer}
    month, age, year = f"{person.born.year}.{person.born.month:02d}", 2020 - person.born.year, f"{person.born.year}年"
    born: Cell = (month, age, year)[hand.number % 3]
    return Entry(facts, person, {"kind": member.detail, "birth_year": born})


def _plan_duty(desk: Desk) -> None:
    rng = desk.rng("duty")
    volunteers = [one for one in desk.community.volunteers if one.kind != "psychological"][:PEOPLE_ON_DUTY]
    posts = [name for compound in desk.community.compounds for name in compound.checkpoints]
    teams = [*BRANCHES, *SQUADS]
    for number, team in enumerate(teams):
        members = [one for one in volunteers if team in (one.branch, one.squad if not one.branch else "")]
        entries = [entry for member in members for entry in _shifts(member, posts, rng)]
        entries.sort(key=lambda entry: (entry.facts["date"], entry.facts["post"], entry.facts["shift"]))
        _duty_book(desk, team, entries, hand_at(number + 3))


def _shifts(member: Volunteer, posts: Sequence[str], rng: Random) -> list[Entry]:
    days = rng.sample(_days(DUTY_START), rng.randint(4, 8))
    post = rng.choice([*posts, "小区巡逻"])
    return [_shift(member, day, post, rng) for day in days]


def _shift(member: Volunteer, day: date, post: str, rng: Random) -> Entry:
    shift, sign_in, sign_out = rng.choice(SHIFTS)
    facts = {"date": day.isoformat(), "post": post, "shift": shift, "name": member.person.name, "kind": member.kind}
    facts |= {"branch": member.branch, "squad": member.squad, "sign_in": sign_in, "sign_out": sign_out}
    return Entry(facts, member.person, {"kind": KIND_WORDS[member.kind]})


def _duty_book(desk: Desk, team: str, entries: Sequence[Entry], hand: Hand) -> None:
    fields = ["date", "post", "shift", "name", "kind", "branch", "squad", "sign_in", "sign_out"]
    by_day = hand.split_by == "date"
    groups = groupby(entries, lambda entry: entry.facts["date"] if by_day else "")
    sheets = []
    for day, group in groups:
        columns = lay_out("duty", [field for field in fields if field != "date" or not by_day], hand)
        as_of = date.fromisoformat(day) if day else LAST_DAY
        name = day_name(as_of, hand) if day else "执勤签到"
        plan = SheetPlan("duty", name, hand, columns, single_lines(list(group)), fill_date=as_of if day else None)
        sheets.append(dress(plan, f"{team}执勤签到表", as_of, "值班员"))
    desk.add(f"执勤/{team}执勤签到", hand, sheets)
