"""The street's clerk: lists to be checked, with masked numbers and columns of its own."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.columns import Hand, journey_facts, person_facts
from tests.held_apart.hands import Says
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits
from tests.held_apart.population import Flat, identity_number, person_name, phone_number
from tests.held_apart.truth import ok


def masked_id(number: str) -> str:
    """First four and last four."""
    return number[:4] + "*" * 10 + number[-4:]


def masked_phone(number: str) -> str:
    """First three and last four."""
    return number[:3] + "****" + number[-4:]


def masked_id_cell(facts: Facts) -> Says:
    """The person's ID number as a superior sends it."""
    written = masked_id(str(facts["id"]))
    return Says(written, {"id_number": ok(written)})


def masked_phone_cell(facts: Facts) -> Says:
    """The person's telephone as a superior sends it."""
    written = masked_phone(str(facts["phone"]))
    return Says(written, {"phone": ok(written)})


def dispatch_rows(maker: Maker, hand: Hand) -> list[dict[str, object]]:
    """Rows of a list: ours with a case, ours without one, strangers."""
    rows: list[dict[str, object]] = []
    for journey in hand.rng.sample(maker.community.journeys, 12):
        rows.append(journey_facts(journey) | {"kind": "case"})
    travelled = {journey.person.key for journey in maker.community.journeys}
    others = [person for person in maker.community.people if person.key not in travelled]
    for person in hand.rng.sample(others, 8):
        rows.append(person_facts(person) | {"kind": "missed", "from": "湖北武汉"})
    for _ in range(6):
        gender = hand.rng.choice("男女")
        born = dt.date(hand.rng.randint(1950, 2000), hand.rng.randint(1, 12), hand.rng.randint(1, 28))
        home = Flat("蓝色港湾小区", str(hand.rng.randint(1, 20)), "1", "302", "")
        rows.append({
            "person": "", "name": person_name(hand.rng, gender), "id": identity_number(born, hand.rng.randint(100, 999)), "phone": phone_number(hand.rng),
            "home": home, "from": "湖北荆门", "kind": "stranger",
        })  # fmt: skip
    hand.rng.shuffle(rows)
    return rows


def street_list(maker: Maker) -> None:
    """下发核查名单: masked numbers, batch in a column, the street's own columns, ours left empty."""
    for batch in ("第3批", "2020-02-08-02"):
        hand = maker.hand()
        file = f"街道下发/下发核查名单{batch}.xlsx"
        painter = maker.painter(file, "待核查")

        def address(facts: Facts) -> Says:
            flat = facts["home"]
            assert isinstance(flat, Flat)
            written = f"山东省东营市开发区{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}"
            return Says(written, {"address": ok(written)})

        columns = [
            hand.serial(), hand.text("下发数据批次", "batch", "batch"), hand.text("数据来源", "source", "source"), hand.name("人员姓名"), Column("证件号码", masked_id_cell), Column("联系电话", masked_phone_cell),
            Column("疑似居住地址", address), hand.text("来源地", "from_place", "from"), hand.other("街道备注码", "code"), hand.other("所属派出所", "police"), hand.text("核查结果", "outcome", "outcome"),
        ]  # fmt: skip
        rows = [
            facts
            | {"batch": batch, "source": "公安大数据", "code": f"SL{n:04d}", "police": "胜利派出所", "outcome": ""}
            for n, facts in enumerate(dispatch_rows(maker, hand))
        ]
        painter.canvas.line(1, "胜利街道下发重点人员核查名单", len(columns))
        painter.canvas.line(2, "请于2月9日16时前反馈", len(columns))
        painter.table(3, 1, "dispatch", columns, rows, {}, Habits())
        for record in painter.records:
            record.fields["date"] = ok("", "2020-02-09", "2020-02-08")
        maker.hand_in(file, [painter])


CLERKS = (street_list,)
