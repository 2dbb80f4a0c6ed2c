"""Neighbouring offices write about gates, passes, posts, sprayers, posters, errands, lists, registers and signed papers."""

from __future__ import annotations

import datetime as dt

from tests.held_apart import neighbour_cells as cells
from tests.held_apart.canvas import CellValue
from tests.held_apart.clerks_gate import gate_rows, plate
from tests.held_apart.clerks_nets import COMPANIES, SQUADS, volunteer_rows
from tests.held_apart.clerks_street import dispatch_rows, masked_id_cell, masked_phone_cell
from tests.held_apart.columns import Hand, Heading, journey_facts, person_facts
from tests.held_apart.hands import Says, plate_cell
from tests.held_apart.making import Maker
from tests.held_apart.neighbour_paper import file_away, home, start
from tests.held_apart.neighbours_people import ALL_DAYS, MANY
from tests.held_apart.painting import Column, Facts, Spread
from tests.held_apart.population import phone_number
from tests.held_apart.truth import Expect, ok

LET_IN = {
    "admitted": ("放行", "让进", "可以进", "登记后放行", "准入"),
    "turned_back": ("劝返", "劝回", "没让进", "不让进", "劝离"),
}
LET_IN_YES = {"admitted": ("是", "√"), "turned_back": ("否", "×")}
KINDS = {
    "party": ("党员", "中共党员", "在职党员", "退休党员"),
    "resident": ("群众", "居民", "普通居民"),
    "psychological": ("心理咨询师",),
}
MATERIALS = {
    "announcement": ("公告", "通告", "公告（大）"),
    "leaflet": ("明白纸", "宣传单", "宣传彩页"),
    "banner": ("横幅", "条幅", "标语"),
}
SERVICES = {
    "shopping": ("买菜", "代买", "代买药", "买米面油"),
    "rubbish": ("倒垃圾", "收垃圾", "清运垃圾"),
    "comfort": ("心理疏导", "谈心", "心理安抚"),
}
PAPERS = {"notice": ("隔离告知书", "居家隔离告知书", "告知书"), "pledge": ("保证书", "承诺书")}

DECISIONS = {
    "yes": (("是", "是同一人", "√"), ("yes", "是")), "no": (("否", "不是"), ("no", "否")), "unsure": (("不确定", "说不准"), ("unsure", "不确定", "unknown")),
}  # fmt: skip
"""Decision → how it is written, how the data files may say it."""


def _plates(hand: Hand, heading: Heading) -> Column:
    def write(facts: Facts) -> Says:
        value = str(facts.get("plate", ""))
        if not value:
            return Says(None, {"plate": ok("")})
        style = hand.rng.choice(("plain", "dot", "dash", "space", "lower", "remark", "plain"))
        if style == "remark":
            return Says(f"{value}（{hand.rng.choice(('白色', '轿车', '本地'))}）", {"plate": ok(value)})
        cell, expect = plate_cell(value, style)
        return Says(cell, {"plate": expect})

    return Column(heading, write)


def gate(maker: Maker) -> None:
    """进出登记本."""
    for index in range(MANY):
        paper = start(maker, "gate", index)
        rng = paper.rng
        paper.depth = 1
        point = f"{paper.grid.compound}{rng.choice(('东门', '南大门', '北门', '西门岗'))}"
        paper.plain("rest", "checkpoint", "point")
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.6)
        paper.add("rest", "time", cells.moment, "time", "time")
        paper.who(ids=rng.random() < 0.5)
        paper.add("who", "plate", _plates)
        paper.unknown(rng.randint(0, 2), ("车型", "随车人数", "天气"))
        paper.add("rest", "temperature", cells.reading, "temperature", "temperature", chance=0.85)
        paper.plain("rest", "from_place", "from", 0.5)
        paper.plain("rest", "destination", "to", 0.5)
        paper.plain("rest", "reason", "reason", 0.5)
        heading = paper.word("result")
        yes = heading.startswith(("放行否", "让进没有"))
        paper.columns.append(
            (
                "rest",
                cells.choice(
                    paper.hand, heading, "result", "result", LET_IN_YES if yes and rng.random() < 0.5 else LET_IN
                ),
            )
        )
        rows = [facts | {"point": point, "day": paper.hand.fill} for facts in gate_rows(maker, paper.hand, 12)]
        file_away(paper, rows, index, (".xlsx", ".xls", ".csv"))


def passes(maker: Maker) -> None:
    """通行证发放记录."""
    for index in range(MANY - 1):
        paper = start(maker, "passes", index)
        rng = paper.rng
        paper.plain("rest", "pass_number", "number")
        paper.add("rest", "plate", _plates)
        paper.who(ids=False)
        paper.where()
        paper.add("rest", "issued_date", cells.day, "issued_date", "issued", rng.choice(ALL_DAYS), chance=0.8)
        paper.add("rest", "valid_until", cells.day, "valid_until", "until", cells.PLAIN_DAYS, chance=0.8)
        paper.unknown(rng.randint(0, 1), ("车型", "录入人"))
        rows = [
            person_facts(person) | {"number": f"{rng.choice('AB')}{n:03d}", "plate": plate(paper.hand), "issued": paper.hand.fill - dt.timedelta(days=n % 4), "until": dt.date(2020, 3, 31)}
            for n, person in enumerate(rng.sample(maker.community.in_grid(paper.grid.number), 10), 1)
        ]  # fmt: skip
        file_away(paper, rows, index)


def disinfection(maker: Maker) -> None:
    """喷洒消毒记录."""
    for index in range(MANY - 1):
        paper = start(maker, "disinfection", index)
        rng = paper.rng
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.8)
        paper.plain("rest", "compound", "compound")
        paper.plain("rest", "place", "place")
        paper.add("rest", "area_m2", cells.area)
        paper.add(
            "rest", "person_times", cells.amount, "person_times", "people", rng.choice(("人", "人次")), chance=0.8
        )
        paper.add("rest", "times", cells.amount, "times", "times", rng.choice(("次", "遍")), chance=0.5)
        paper.plain("rest", "agent", "agent", 0.7)
        paper.add("rest", "worker", cells.name, "worker", "worker", chance=0.7)
        paper.unknown(rng.randint(0, 1), ("天气", "车型"))
        rows = [
            {"day": paper.hand.fill - dt.timedelta(days=n % 3), "compound": grid.compound, "place": rng.choice(("楼道", "电梯", "垃圾点", "门岗周边")) + str(n), "people": rng.randint(1, 5), "times": rng.randint(1, 3), "agent": "84消毒液1:100", "worker": grid.worker}
            for n, grid in enumerate(maker.community.grids)
        ]  # fmt: skip
        file_away(paper, rows, index)


def _kind(hand: Hand, heading: Heading) -> Column:
    def write(facts: Facts) -> Says:
        code = str(facts["kind"])
        word = hand.rng.choice(KINDS[code])
        return Says(word, {"kind": ok(code), "kind_detail": ok(word)})

    return Column(heading, write)


def _born(hand: Hand, heading: Heading) -> Column:
    def write(facts: Facts) -> Says:
        born = facts["born"]
        assert isinstance(born, dt.date)
        ways: tuple[CellValue, ...] = (
            born.year,
            f"{born.year}年",
            f"{born.year}.{born.month}",
            f"{born:%Y-%m-%d}",
            f"{born.year}年{born.month}月{born.day}日",
        )
        return Says(hand.rng.choice(ways), {"birth_year": ok(born.year)})

    return Column(heading, write)


def volunteers(maker: Maker) -> None:
    """志愿报名表."""
    for index in range(MANY - 1):
        paper = start(maker, "volunteers", index)
        rng = paper.rng
        paper.add("who", "name", cells.name)
        paper.add("who", "gender", cells.gender, chance=0.8)
        paper.add("who", "birth_year", _born, chance=0.7)
        paper.add("who", "phone", cells.phone)
        paper.add("rest", "kind", _kind)
        paper.plain("rest", "branch", "branch", 0.7)
        paper.plain("rest", "squad", "squad", 0.8)
        paper.plain("rest", "employer", "employer", 0.6)
        paper.unknown(rng.randint(0, 2), ("民族", "文化程度", "婚姻状况", "血型"))
        file_away(paper, volunteer_rows(maker, paper.hand, 12), index)


def duty(maker: Maker) -> None:
    """站岗签到."""
    for index in range(MANY - 1):
        paper = start(maker, "duty", index)
        rng = paper.rng
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.6)
        paper.plain("rest", "post", "post")
        paper.plain("rest", "shift", "shift")
        paper.add("who", "name", cells.name)
        paper.add("who", "kind", cells.choice, "kind", "kind", KINDS, chance=0.4)
        paper.plain("who", "branch", "branch", 0.5)
        paper.add("rest", "sign_in", cells.moment, "sign_in", "in", chance=0.8)
        paper.add("rest", "sign_out", cells.moment, "sign_out", "out", chance=0.7)
        shifts = {"白班": ((7, 50), (14, 0)), "夜班": ((19, 55), (23, 30)), "8点-14点": ((7, 55), (14, 10))}
        rows = []
        for n, facts in enumerate(volunteer_rows(maker, paper.hand, 10)):
            shift = rng.choice(tuple(shifts))
            rows.append(
                facts
                | {
                    "day": paper.hand.fill,
                    "post": f"{paper.grid.compound}{'东西南北'[n % 4]}门",
                    "shift": shift,
                    "in": shifts[shift][0],
                    "out": shifts[shift][1],
                }
            )
        file_away(paper, rows, index)


def publicity(maker: Maker) -> None:
    """宣传品张贴登记."""
    for index in range(MANY - 1):
        paper = start(maker, "publicity", index)
        rng = paper.rng
        wide = index % 3 == 2
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=1.0 if wide else 0.8)
        paper.plain("rest", "squad", "squad")
        paper.plain("rest", "place", "place")
        paper.plain("rest", "place_kind", "place kind", 0.3)
        rows: list[dict[str, object]] = [
            {"day": paper.hand.fill - dt.timedelta(days=n % 2), "squad": SQUADS[n % 4], "place": f"{grid.compound}{n + 1}号楼单元门", "place kind": "小区", "material": list(MATERIALS)[n % 3], "quantity": rng.randint(2, 80)}
            for n, grid in enumerate(maker.community.grids)
        ]  # fmt: skip
        if wide:
            for code, words in {
                "announcement": ("公告（张）", "通告张数"),
                "leaflet": ("明白纸（份）", "发宣传单"),
                "banner": ("挂横幅（条）", "条幅数"),
            }.items():
                paper.spreads.append(_pieces(paper.hand, code, rng.choice(words)))
            rows = [facts | {code: rng.randint(1, 50) for code in MATERIALS} for facts in rows]
        else:
            paper.add("rest", "material", cells.choice, "material", "material", MATERIALS)
            paper.add("rest", "quantity", cells.amount, "quantity", "quantity", rng.choice(("份", "张", "")))
        file_away(paper, rows, index)


def _pieces(hand: Hand, code: str, heading: str) -> Spread:
    def cell(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool]:
        number = int(str(facts[code]))
        return (
            hand.rng.choice((number, f"{number}张", f"约{number}")),
            {"material": ok(code), "quantity": ok(number)},
            False,
        )

    return Spread((heading,), cell)


def errands(maker: Maker) -> None:
    """跑腿服务登记."""
    for index in range(MANY - 1):
        paper = start(maker, "errands", index)
        rng = paper.rng
        paper.add("rest", "date", cells.day, "date", "day", rng.choice(ALL_DAYS), chance=0.8)
        paper.add("who", "name", cells.name)
        paper.where()
        paper.add("rest", "service", cells.choice, "service", "service", SERVICES)
        paper.plain("rest", "items", "items", 0.7)
        if not paper.add("rest", "times", cells.amount, "times", "times", rng.choice(("次", "趟")), chance=0.7):
            paper.fixed["times"] = ok("1", "")
        paper.add("rest", "volunteer", cells.name, "volunteer", "helper", chance=0.8)
        rows = []
        for journey in maker.community.journeys_in(paper.grid.number):
            service = rng.choice(tuple(SERVICES))
            rows.append(
                person_facts(journey.person)
                | {
                    "day": paper.hand.fill,
                    "service": service,
                    "items": "白菜2斤、鸡蛋" if service == "shopping" else "",
                    "times": rng.randint(1, 3),
                    "helper": "孙志强",
                }
            )
        file_away(paper, rows, index)


def dispatch(maker: Maker) -> None:
    """街道推送待核查名单."""
    for index in range(MANY - 2):
        paper = start(maker, "dispatch", index)
        rng = paper.rng

        def whole(facts: Facts) -> Says:
            flat = home(facts)
            written = f"{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}"
            return Says(written, {"address": ok(written)})

        paper.plain("rest", "batch", "batch")
        paper.plain("rest", "source", "source", 0.8)
        paper.add("who", "name", cells.name)
        paper.columns.append(("who", Column(paper.word("id_number"), masked_id_cell)))
        paper.columns.append(("who", Column(paper.word("phone"), masked_phone_cell)))
        paper.columns.append(("rest", Column(paper.word("address"), whole)))
        paper.plain("rest", "from_place", "from", 0.7)
        paper.plain("rest", "outcome", "outcome", 0.9)
        paper.unknown(1, ("民族", "文化程度"))
        rows = [
            facts
            | {
                "batch": f"第{index + 4}批",
                "source": rng.choice(("公安", "通信管理局")),
                "outcome": rng.choice(("", "", "已居家隔离")),
            }
            for facts in dispatch_rows(maker, paper.hand)
        ]
        file_away(paper, rows, index)


def registers(maker: Maker) -> None:
    """The desk's own registers, each a workbook of its own, in two hands."""
    names = list(dict.fromkeys(grid.compound for grid in maker.community.grids))
    for index in range(2):
        paper = start(maker, "grids", index)
        paper.plain("rest", "grid", "grid")
        paper.add("who", "worker", cells.name, "worker", "worker")
        paper.add("who", "phone", cells.phone)
        paper.plain("rest", "compound", "compound")
        paper.plain("rest", "buildings", "buildings")
        paper.add("rest", "households", cells.amount, "households", "households", "户", chance=0.8)
        file_away(paper, [
            {"grid": each.number, "worker": each.worker, "phone": each.phone, "compound": each.compound, "buildings": "、".join(each.buildings), "households": paper.rng.randint(80, 200)}
            for each in maker.community.grids
        ], index)  # fmt: skip
        paper = start(maker, "compounds", index)
        paper.plain("rest", "compound", "compound")
        paper.plain("rest", "property_company", "company")
        paper.add("who", "manager", cells.name, "manager", "manager")
        paper.add("who", "phone", cells.phone)
        paper.add("rest", "households", cells.amount, "households", "households", "户")
        file_away(
            paper,
            [
                {
                    "compound": name,
                    "company": paper.rng.choice(COMPANIES),
                    "manager": paper.rng.choice(("赵国栋", "钱立新")),
                    "phone": phone_number(paper.rng),
                    "households": 300,
                }
                for name in names
            ],
            index,
        )
        paper = start(maker, "checkpoints", index)
        paper.plain("rest", "checkpoint", "point")
        paper.plain("rest", "compound", "compound")
        paper.plain("rest", "property_company", "company")
        file_away(
            paper,
            [
                {"point": f"{name}{side}", "compound": name, "company": paper.rng.choice(COMPANIES)}
                for name in names
                for side in ("东门", "西门")
            ],
            index,
        )
        paper = start(maker, "groups", index)
        paper.plain("rest", "group", "group")
        paper.plain("rest", "purpose", "purpose")
        paper.add("rest", "members", cells.amount, "members", "members", "人")
        paper.add("rest", "owner", cells.name, "owner", "owner")
        file_away(
            paper,
            [
                {
                    "group": f"{name}邻里群",
                    "purpose": "通知防疫事项",
                    "members": paper.rng.randint(90, 499),
                    "owner": paper.rng.choice(("王秀英", "李建军")),
                }
                for name in names
            ],
            index,
        )


def _papers(hand: Hand, heading: Heading) -> Column:
    def write(facts: Facts) -> Says:
        code = str(facts["paper"])
        word = hand.rng.choice(PAPERS[code])
        return Says(word, {"kind": ok(code, word)})

    return Column(heading, write)


def _decision(hand: Hand, heading: Heading) -> Column:
    def write(facts: Facts) -> Says:
        said = str(facts["decision"])
        return Says(hand.rng.choice(DECISIONS[said][0]), {"decision": ok(*DECISIONS[said][1])})

    return Column(heading, write)


def answers(maker: Maker) -> None:
    """文书签收登记 and 人工核对结果 as an office copied them out by hand."""
    for index in range(3):
        paper = start(maker, "receipts", index)
        rng = paper.rng
        paper.plain("rest", "number", "number")
        paper.add("rest", "kind", _papers)
        paper.add("rest", "name", cells.name)
        paper.add("rest", "signed_date", cells.day, "signed_date", "signed", ALL_DAYS[0])
        paper.plain("rest", "method", "method", 0.7)
        paper.add("rest", "signer", cells.name, "signer", "signer", chance=0.8)
        journeys = maker.community.journeys_in(paper.grid.number)
        file_away(paper, [
            journey_facts(journey) | {"number": f"胜景告〔2020〕{n}号", "paper": rng.choice(tuple(PAPERS)), "signed": paper.hand.fill - dt.timedelta(days=n % 3), "method": rng.choice(("当面", "微信", "代签")), "signer": journey.person.name}
            for n, journey in enumerate(journeys, 1)
        ], index)  # fmt: skip
        paper = start(maker, "review", index)
        paper.depth = 1
        paper.plain("rest", "pair_id", "pair")
        paper.add("rest", "decision", _decision)
        paper.add("rest", "decided_by", cells.name, "decided_by", "by")
        file_away(
            paper,
            [{"pair": f"D{n:04d}", "decision": rng.choice(tuple(DECISIONS)), "by": "李红梅"} for n in range(1, 7)],
            index,
        )


CLERKS = (gate, passes, disinfection, volunteers, duty, publicity, errands, dispatch, registers, answers)
