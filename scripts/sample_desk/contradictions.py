"""Mistakes that no single cell shows: two sheets that contradict each other, papers unsigned, sheets not sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from sample_desk import expected
from sample_desk.office import Desk
from sample_desk.plans import Entry, SheetPlan
from sample_desk.stays import due_date
from sample_desk.street_books import plan_coach
from sample_desk.world import LAST_DAY, Person, Stay

COUNTS = {
    "unsigned": 10,
    "released_without_date": 3,
    "origin_missing": 5,
    "two_arrivals": 4,
    "two_grids": 5,
    "at_gate": 5,
    "wrong_grid": 4,
    "two_phones": 4,
    "wrong_total": 4,
    "new_passengers": 6,
}
SIGNED_BY = timedelta(days=2)


class Contradictions:
    """Plants them; nobody gets two of them."""

    def __init__(self, desk: Desk, share: float) -> None:
        """`share` of the full counts is planted."""
        self._desk = desk
        self._share = share
        self._taken: set[str] = set()
        self._stays = {stay.person.key: stay for stay in desk.community.stays}

    def plant(self) -> None:
        """All kinds, in a fixed order."""
        self._unsigned()
        self._released_without_date()
        self._without_origin()
        self._two_phones()
        self._coach()
        self._two_grids()
        self._at_gate()
        self._wrong_grid()
        self._wrong_totals()

    def _pick(self, kind: str, form: str, fits: Callable[[SheetPlan, Entry], bool]) -> Iterator[Entry]:
        entries = [entry for plan in self._plans(form) for entry in plan.entries if fits(plan, entry)]
        rng = self._desk.rng(f"contradictions/{kind}")
        rng.shuffle(entries)
        wanted = self._count(kind)
        for entry in entries:
            key = entry.person.key if entry.person else ""
            if wanted and not entry.mistakes and (not key or key not in self._taken):
                self._taken.add(key)
                wanted -= 1
                yield entry

    def _count(self, kind: str) -> int:
        return max(1, round(COUNTS[kind] * self._share))

    def _plans(self, form: str) -> list[SheetPlan]:
        books = [book for book in self._desk.books if not book.superseded]
        return [plan for book in books for plan in book.sheets if plan.form == form]

    def _stay(self, entry: Entry) -> Stay | None:
        return self._stays.get(entry.person.key) if entry.person else None

    def _unsigned(self) -> None:
        for entry in self._pick("unsigned", "quarantine", lambda _, entry: self._is_open(entry)):
            entry.facts |= {"notice_signed": "no", "pledge_signed": "no"}
            entry.written.pop("notice_signed", None)
            entry.plant(expected.UNSIGNED, "notice_signed", "到达两天以上，告知书还没有签")

    def _is_open(self, entry: Entry) -> bool:
        stay = self._stay(entry)
        if stay is None or stay.released or stay.notice != "yes":
            return False
        return stay.arrived + SIGNED_BY < LAST_DAY <= due_date(stay)

    def _released_without_date(self) -> None:
        def fits(plan: SheetPlan, entry: Entry) -> bool:
            return plan.has("released") and entry.facts["released"] == "yes"

        for entry in self._pick("released_without_date", "quarantine", fits):
            entry.facts["released_date"] = ""
            entry.plant(expected.RELEASED_WITHOUT_DATE, "released_date", "写了已解除，没有写日期")

    def _without_origin(self) -> None:
        def fits(_: SheetPlan, entry: Entry) -> bool:
            stay = self._stay(entry)
            return stay is not None and stay.listed

        for entry in self._pick("origin_missing", "returnees", fits):
            entry.facts |= {"from_place": "", "hubei": "", "wuhan": ""}
            entry.plant(expected.ORIGIN_MISSING, "from_place", "没有写来源地")

    def _two_phones(self) -> None:
        def fits(plan: SheetPlan, entry: Entry) -> bool:
            is_registered = entry.person is not None and bool(entry.person.relation)
            return plan.has("phone") and plan.has("id_number") and is_registered

        for entry in self._pick("two_phones", "returnees", fits):
            entry.facts["phone"] = self._desk.settlers.identities.mobile()
            entry.plant(expected.TWO_PHONES, "phone", "与底册上的电话不同")

    def _coach(self) -> None:
        """Some passengers are new; some are on a grid's list with another day of arrival."""
        entries = [self._passenger(person) for person in self._newcomers()]
        for entry in list(self._pick("two_arrivals", "returnees", lambda _, entry: self._is_managed(entry))):
            again = self._passenger(entry.person) if entry.person else entry
            arrived = date.fromisoformat(entry.facts["arrive_date"]) + timedelta(days=2)
            again.facts |= {"arrive_date": arrived.isoformat(), "left_date": arrived.isoformat()}
            again.facts["from_place"] = entry.facts["from_place"]
            again.plant(expected.TWO_ARRIVALS, "arrive_date", "与网格登记的到达日期不同")
            entries.append(again)
        plan_coach(self._desk, entries)

    def _is_managed(self, entry: Entry) -> bool:
        stay = self._stay(entry)
        return (
            stay is not None
            and stay.listed
            and stay.arrived <= LAST_DAY - timedelta(days=4)
            and due_date(stay) >= LAST_DAY
        )

    def _newcomers(self) -> list[Person]:
        """Residents who stand in the register only, so that no other sheet is contradicted."""
        seen = Counter(entry.person.key for entry in self._everything() if entry.person)
        people = [one for one in self._desk.community.people if seen[one.key] == 1 and one.age() > 17]
        chosen = self._desk.rng("coach").sample(people, self._count("new_passengers"))
        self._taken |= {person.key for person in chosen}
        return chosen

    def _everything(self) -> Iterator[Entry]:
        for book in self._desk.books:
            for plan in book.sheets:
                yield from plan.entries

    def _passenger(self, person: Person) -> Entry:
        facts = {**person.who, "phone": person.phone.split(";")[0], "from_place": "江苏南京", "transport": "大巴"}
        yesterday = (LAST_DAY - timedelta(days=1)).isoformat()
        return Entry({**facts, "left_date": yesterday, "arrive_date": yesterday}, person)

    def _two_grids(self) -> None:
        plans = self._plans("households")

        def fits(_: SheetPlan, entry: Entry) -> bool:
            return entry.person is not None and entry.person.key not in self._stays

        for number, entry in enumerate(list(self._pick("two_grids", "households", fits))):
            others = [plan for plan in plans if _grid_of(plan) != entry.facts["grid"]]
            plan = others[(number * 7 + 3) % len(others)]
            self._register_again(entry, plan)

    def _register_again(self, entry: Entry, plan: SheetPlan) -> None:
        """The person once more, in another grid's register, at the end of a household there."""
        last = next(one for one in reversed(plan.entries) if one.person is not None)
        place = {field: last.facts[field] for field in ("compound", "building", "entrance", "flat", "grid")}
        again = Entry({**entry.facts, **place, "household_number": last.facts["household_number"]}, entry.person)
        again.facts["relation"] = "亲属"
        again.plant(expected.TWO_GRIDS, "grid", f"第{entry.facts['grid']}网格也登记了此人")
        plan.lines.insert(next(row for row, line in enumerate(plan.lines) if line[0] is last) + 1, [again])

    def _at_gate(self) -> None:
        """A quarantined person passes the gate of his compound."""
        free = [stay for stay in self._desk.community.stays if stay.listed and stay.person.key not in self._taken]
        self._desk.rng("at_gate").shuffle(free)

        def fits(plan: SheetPlan, entry: Entry) -> bool:
            return plan.has("phone") and entry.person is not None and bool(entry.person.relation)

        for entry in self._pick("at_gate", "gate", fits):
            day = date.fromisoformat(entry.facts["date"])
            stay = next(
                (one for one in free if one.arrived < day <= min(due_date(one), one.released or LAST_DAY)), None
            )
            if stay is not None:
                free.remove(stay)
                entry.person = stay.person
                entry.facts |= {**stay.person.who, "plate": ""}
                entry.plant(expected.QUARANTINED_AT_GATE, "name", "隔离期内出现在门岗")

    def _wrong_grid(self) -> None:
        numbers = [str(grid.number) for grid in self._desk.community.grids]
        for entry in self._pick("wrong_grid", "passes", lambda plan, _: plan.has("grid")):
            entry.facts["grid"] = next(number for number in numbers if number != entry.facts["grid"])
            entry.plant(expected.GRID_DISAGREES, "grid", "与网格划分表不一致")

    def _wrong_totals(self) -> None:
        plans = [plan for form in ("disinfection", "errands", "publicity") for plan in self._plans(form) if plan.totals]
        rng = self._desk.rng("wrong totals")
        for plan in rng.sample(plans, min(len(plans), self._count("wrong_total"))):
            plan.wrong_total = rng.choice((1, 2, 10))


def _grid_of(plan: SheetPlan) -> str:
    return plan.entries[0].facts["grid"]
