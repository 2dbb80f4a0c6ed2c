"""Columns as a clerk sets them up: a heading in the clerk's own words and a way of writing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.held_apart import hands
from tests.held_apart.canvas import Formula
from tests.held_apart.hands import Says
from tests.held_apart.painting import Column, Facts
from tests.held_apart.population import Flat, Journey, Person
from tests.held_apart.truth import Expect, must, ok

GENDERS = {"男": ("男", "male"), "女": ("女", "female"), "": ("",)}
Heading = str | tuple[str, ...]


def person_facts(person: Person) -> dict[str, object]:
    """A row's facts about a person; `block` is the household."""
    return {
        "person": person.key, "name": person.name, "id": person.id_number, "phone": person.phone, "home": person.home,
        "gender": person.gender, "relation": person.relation, "household": person.household, "block": person.household,
        "residence": person.residence, "born": person.born,
    }  # fmt: skip


def journey_facts(journey: Journey) -> dict[str, object]:
    """A row's facts about a returnee."""
    due = journey.arrived + dt.timedelta(days=14)
    return person_facts(journey.person) | {
        "from": journey.from_place, "left": journey.left, "arrived": journey.arrived, "due": due,
        "transport": journey.transport, "trip": journey.trip, "hubei": journey.hubei, "wuhan": journey.wuhan,
        "notice": journey.notice, "pledge": journey.pledge, "released on": journey.released,
        "released": journey.released is not None,
    }  # fmt: skip


@dataclass
class Hand:
    """One clerk's hand: its own randomness and the fill date that relative dates count from."""

    rng: random.Random
    fill: dt.date

    def serial(self, heading: Heading = "序号") -> Column:
        """A running number, which no field takes and which is not worth keeping."""
        counter = iter(range(1, 100_000))
        return Column(heading, lambda _: Says(next(counter), {}))

    def name(
        self, heading: Heading = "姓名", styles: Sequence[str] = ("plain",), field: str = "name", key: str = "name"
    ) -> Column:
        def write(facts: Facts) -> Says:
            cell, expect = hands.name_cell(self.rng, str(facts.get(key, "")), self.rng.choice(styles))
            return Says(cell, {field: expect})

        return Column(heading, write)

    def id_number(self, heading: Heading, styles: Sequence[str] = ("plain",)) -> Column:
        def write(facts: Facts) -> Says:
            cell, expect = hands.id_cell(self.rng, str(facts["id"]), self.rng.choice(styles))
            return Says(cell, {"id_number": expect})

        return Column(heading, write)

    def phone(self, heading: Heading, styles: Sequence[str] = ("plain",), key: str = "phone") -> Column:
        def write(facts: Facts) -> Says:
            cell, expect = hands.phone_cell(self.rng, str(facts[key]), self.rng.choice(styles))
            return Says(cell, {"phone": expect})

        return Column(heading, write)

    def date(self, heading: Heading, field: str, key: str, styles: tuple[str, ...], bad: float = 0.0) -> Column:
        def write(facts: Facts) -> Says:
            if bad and self.rng.random() < bad:
                return Says(self.rng.choice(hands.BAD_DATES), {field: must()})
            day = facts.get(key)
            cell, expect = hands.date_cell(self.rng, day if isinstance(day, dt.date) else None, styles, self.fill)
            return Says(cell, {field: expect})

        return Column(heading, write)

    def three_dates(self, headings: Sequence[Heading], field: str, key: str) -> list[Column]:
        """Year, month and day in three columns; the day's column stands for the date."""

        def part(name: str, last: bool) -> Callable[[Facts], Says]:
            def write(facts: Facts) -> Says:
                day = facts[key]
                assert isinstance(day, dt.date)
                return Says(getattr(day, name), {field: ok(day)} if last else {})

            return write

        parts = ("year", "month", "day")
        return [Column(heading, part(name, name == "day")) for heading, name in zip(headings, parts, strict=True)]

    def address(self, heading: Heading, styles: Sequence[str], prefix: str = "", bad: float = 0.0) -> Column:
        def write(facts: Facts) -> Says:
            if bad and self.rng.random() < bad:
                empty = {name: Expect(("",)) for name in ("building", "entrance", "flat")}
                return Says(self.rng.choice(hands.BAD_ADDRESSES), empty)
            flat = facts["home"]
            assert isinstance(flat, Flat)
            return Says(*hands.address_cell(flat, self.rng.choice(styles), prefix))

        return Column(heading, write)

    def part(self, heading: Heading, part: str, style: str = "") -> Column:
        """One part of an address in a column of its own; style `{}号楼`, or a style of `building_words`."""

        def write(facts: Facts) -> Says:
            flat = facts["home"]
            value = str(getattr(flat, part))
            expect = ok(*hands.compound_names(value)) if part == "compound" else ok(value)
            if part == "building" and "{}" not in style and style:
                return Says(hands.building_words(self.rng, value, style), {part: expect})
            if style == "number":
                return Says(int(value), {part: expect})
            return Says(style.replace("{}", value) if "{}" in style else value, {part: expect})

        return Column(heading, write)

    def gender(self, heading: Heading = "性别") -> Column:
        """男/女; how the data files write it is open."""

        def write(facts: Facts) -> Says:
            value = str(facts.get("gender", ""))
            return Says(value or None, {"gender": ok(*GENDERS[value])})

        return Column(heading, write)

    def yes_no(self, heading: Heading, field: str, key: str, style: str = "word") -> Column:
        def write(facts: Facts) -> Says:
            value = facts.get(key)
            cell, expect = hands.yes_no_cell(value if isinstance(value, bool) else None, style)
            return Says(cell, {field: expect})

        return Column(heading, write)

    def answer(self, heading: Heading, field: str, key: str, yes: str = "有", no: str = "无") -> Column:
        """有/无 with words: `yes` or `no`, or the text as written."""

        def write(facts: Facts) -> Says:
            said = facts.get(key)
            if said is None:
                return Says(None, {field: ok("")})
            if said is False:
                return Says(no, {field: ok("no", no)})
            text = yes if said is True else str(said)
            return Says(text, {field: ok("yes", text)})

        return Column(heading, write)

    def text(self, heading: Heading, field: str, key: str, *alternatives: str) -> Column:
        def write(facts: Facts) -> Says:
            value = facts.get(key)
            return (
                Says(None, {field: ok("")})
                if value in (None, "")
                else Says(str(value), {field: ok(value, *alternatives)})
            )

        return Column(heading, write)

    def coded(self, heading: Heading, field: str, key: str, words: Mapping[str, Sequence[str]]) -> Column:
        """A code of the contract in the clerk's words: code → words."""

        def write(facts: Facts) -> Says:
            code = str(facts.get(key, ""))
            return (
                Says(self.rng.choice(list(words[code])), {field: ok(code)})
                if code in words
                else Says(None, {field: ok("")})
            )

        return Column(heading, write)

    def count(self, heading: Heading, field: str, key: str, style: str = "") -> Column:
        def write(facts: Facts) -> Says:
            value = facts.get(key)
            if not isinstance(value, int):
                return Says(None, {field: ok("")})
            cell, expect = hands.count_cell(value, style)
            return Says(cell, {field: expect})

        return Column(heading, write)

    def temperature(self, heading: Heading, field: str, key: str, styles: Sequence[str]) -> Column:
        def write(facts: Facts) -> Says:
            value = facts.get(key)
            if not isinstance(value, float):
                return Says(None, {field: ok("")})
            style = self.rng.choice(styles)
            cell, expect = hands.temperature_cell(self.rng, value, style)
            remark = (
                {"note": ok("", *hands.SAID_INSTEAD)}
                if style in ("normal", "missing") and field == "temperature"
                else {}
            )
            return Says(cell, remark | {field: expect})

        return Column(heading, write)

    def time(self, heading: Heading, field: str, key: str, styles: Sequence[str]) -> Column:
        def write(facts: Facts) -> Says:
            moment = facts.get(key)
            if not isinstance(moment, tuple):
                return Says(None, {field: ok("")})
            cell, expect = hands.time_cell(moment[0], moment[1], self.rng.choice(styles))
            return Says(cell, {field: expect})

        return Column(heading, write)

    def plate(self, heading: Heading, styles: Sequence[str] = ("plain",)) -> Column:
        def write(facts: Facts) -> Says:
            value = str(facts.get("plate", ""))
            if not value:
                return Says(None, {"plate": ok("")})
            style = self.rng.choice(styles)
            cell, expect = hands.plate_cell(
                value, "plain" if style == "dropped" and not value.startswith("鲁") else style
            )
            return Says(cell, {"plate": expect})

        return Column(heading, write)

    def other(self, heading: Heading, key: str) -> Column:
        """A column that no field takes: kept as `extra`."""

        def write(facts: Facts) -> Says:
            value = facts.get(key)
            return Says(None if value is None else str(value), {})

        return Column(heading, write, extra=True)

    def grid(self, heading: Heading, style: str = "{}") -> Column:
        def write(facts: Facts) -> Says:
            flat = facts["home"]
            assert isinstance(flat, Flat)
            text = style.replace("{numeral}", hands.numeral(int(flat.grid))).replace("{}", flat.grid)
            return Says(text, {"grid": ok(flat.grid)})

        return Column(heading, write)

    def entrance_flat(self, heading: Heading, style: str = "{entrance}-{flat}") -> Column:
        """Entrance and flat in one column, the building in another."""

        def write(facts: Facts) -> Says:
            flat = facts["home"]
            assert isinstance(flat, Flat)
            text = style.format(entrance=flat.entrance, flat=flat.flat)
            return Says(text, {"entrance": ok(flat.entrance), "flat": ok(flat.flat)})

        return Column(heading, write)

    def formula(self, heading: Heading, field: str, key: str, written: str) -> Column:
        """A formula with its cached value, as when the due date is reckoned from the arrival."""

        def write(facts: Facts) -> Says:
            day = facts[key]
            assert isinstance(day, dt.date)
            return Says(Formula(written, (day - dt.date(1899, 12, 30)).days), {field: ok(day)})

        return Column(heading, write)
