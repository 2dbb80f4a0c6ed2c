"""Clerks at the gates: who and what came in, vehicle passes."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.columns import Hand, person_facts
from tests.held_apart.hands import compound_around
from tests.held_apart.making import Maker
from tests.held_apart.painting import Habits
from tests.held_apart.truth import ok

TIMES = ("colon", "wide colon", "cell", "dian", "shi", "half day", "half day words", "seconds", "fraction")
PLATES = ("plain", "dot", "dash", "space", "lower", "dropped")
RESULTS = {"admitted": ("放行", "准予进入", "进"), "turned_back": ("劝返", "已劝返", "不准进入")}


def plate(hand: Hand) -> str:
    """A plate; one in four from elsewhere."""
    head = hand.rng.choice(("鲁E", "鲁E", "鲁E", hand.rng.choice(("鲁C", "京A", "鄂A", "苏B"))))
    return head + "".join(hand.rng.choice("0123456789ABCDEFGHJK") for _ in range(4)) + hand.rng.choice("0123456789")


def gate_rows(maker: Maker, hand: Hand, many: int) -> list[dict[str, object]]:
    """People and cars at one gate on one day, in order of time."""
    rows: list[dict[str, object]] = []
    minutes = sorted(hand.rng.sample(range(6 * 60, 22 * 60), many))
    for minute, person in zip(minutes, hand.rng.sample(maker.community.people, many), strict=True):
        rows.append(person_facts(person) | {
            "time": divmod(minute, 60), "plate": plate(hand) if hand.rng.random() < 0.5 else "", "temperature": round(hand.rng.uniform(35.8, 37.1), 1),
            "result": "admitted" if hand.rng.random() < 0.85 else "turned_back", "from": hand.rng.choice(("河口", "利津", "本市", "滨州")),
            "reason": hand.rng.choice(("回家", "购物", "探亲", "上班")), "to": f"{person.home.building}号楼",
        })  # fmt: skip
    return rows


def gate_book(maker: Maker) -> None:
    """小区出入人员登记: a sheet a day, the gate in the title, time in every style."""
    for grid, side in zip(maker.grids(2), "南北", strict=True):
        hand = maker.hand()
        gate = f"{grid.compound}{side}门"
        file = f"门岗/{gate}出入登记.xlsx"
        painters = []
        for back in (1, 0):
            day = maker.community.day - dt.timedelta(days=back)
            painter = maker.painter(file, f"{day.month}月{day.day}日")
            columns = [
                hand.serial("序号"), hand.time("时间", "time", "time", TIMES), hand.name("来访人姓名", ("plain", "padded")), hand.id_number("身份证号", ("plain", "wrong check", "none", "plain")),
                hand.phone("电话", ("plain", "integer", "ten")), hand.plate("车牌号码", PLATES), hand.temperature("体温℃", "temperature", "temperature", ("plain", "text", "circle stop", "no point", "normal")),
                hand.text("从何处来", "from_place", "from"), hand.text("到哪一户", "destination", "to"), hand.text("来访事由", "reason", "reason"),
                hand.coded("处置情况", "result", "result", RESULTS),
            ]  # fmt: skip
            painter.canvas.line(1, f"{gate}出入人员车辆登记表", len(columns))
            painter.canvas.line(
                2,
                f"卡口名称：{gate}        日期：{day.year}年{day.month}月{day.day}日        值班人员：赵卫东",
                len(columns),
            )
            fixed = {"checkpoint": ok(gate), "date": ok(day)}
            painter.table(
                3,
                1,
                "gate",
                columns,
                gate_rows(maker, hand, 14),
                fixed,
                Habits(repeat_header=10, footer=("带班领导签字：",)),
            )
            painters.append(painter)
        maker.hand_in(file, painters)


def vehicles_beside(maker: Maker) -> None:
    """Two halves of one list side by side to save paper: turned-back vehicles of a checkpoint."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    point = f"{grid.compound}劝返点"
    file = f"{point}外地车辆劝返登记.xls"
    painter = maker.painter(file, "登记")
    rows = [
        facts | {"plate": facts["plate"] or plate(hand), "day": maker.community.day}
        for facts in gate_rows(maker, hand, 20)
    ]
    for left, part in ((1, rows[:10]), (9, rows[10:])):
        columns = [
            hand.serial(), hand.date("检查日期", "date", "day", ("month day", "text")), hand.time("检查时间", "time", "time", ("colon", "dian", "dian bare")),
            hand.plate("车辆号牌", PLATES), hand.name("驾驶人"), hand.phone("联系电话", ("plain", "spaced")), hand.yes_no("是否劝返", "result", "turned", "word"),
        ]  # fmt: skip
        turned = [facts | {"turned": facts["result"] == "turned_back"} for facts in part]
        painter.table(3, left, "gate", columns, turned, {"checkpoint": ok(point)})
    for record in painter.records:
        said = record.fields["result"]
        record.fields["result"] = type(said)(
            ("turned_back",) if said.values == ("yes",) else ("admitted", ""), said.finding, said.written, said.column
        )
    painter.canvas.line(1, f"{point}外地车辆检查劝返登记表", 15)
    maker.hand_in(file, [painter])


def passes_book(maker: Maker) -> None:
    """车辆通行证发放: number, plate, owner, door; valid until a day."""
    for grid in maker.grids(2):
        hand = maker.hand()
        file = f"{grid.compound}/车辆通行证发放登记（{grid.number}）.xlsx"
        painter = maker.painter(file, "Sheet1")
        columns = [
            hand.text("证号", "pass_number", "number"), hand.plate("车牌", ("plain", "dot", "space", "lower")), hand.name("车主姓名"), hand.phone("联系方式", ("plain", "integer", "hyphens")),
            hand.part("楼号", "building", "number"), hand.part("单元号", "entrance", "number"), hand.part("房号", "flat", "number"),
            hand.date("发放日期", "issued_date", "issued", ("text", "month day", "cell")), hand.date("有效期至", "valid_until", "until", ("words", "dots", "cell")),
        ]  # fmt: skip
        rows = []
        for number, person in enumerate(hand.rng.sample(maker.community.in_grid(grid.number), 12), 1):
            rows.append(person_facts(person) | {
                "number": f"{grid.compound[:2]}-{number:03d}", "plate": plate(hand), "issued": maker.community.day - dt.timedelta(days=hand.rng.randint(0, 6)),
                "until": dt.date(2020, 3, 31),
            })  # fmt: skip
        painter.canvas.line(1, f"{grid.compound}车辆通行证发放登记表", len(columns))
        painter.table(
            2, 1, "passes", columns, rows, {"compound": compound_around(grid.compound), "grid": ok("", grid.number)}
        )
        maker.hand_in(file, [painter])


CLERKS = (gate_book, vehicles_beside, passes_book)
