"""Clerks of the other nets: registers, volunteers, duty, disinfection, publicity, errands; and those who report zero."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue
from tests.held_apart.columns import Hand, person_facts
from tests.held_apart.hands import Says
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits, Spread
from tests.held_apart.population import phone_number
from tests.held_apart.truth import Expect, ok

COMPANIES = ("胜大物业", "恒信物业公司", "万家物业", "方圆物业")
SQUADS = ("惠泽老兵先锋队", "第一小分队", "巾帼小分队", "夜巡小分队")
KIND_WORDS = {
    "party": ("中共党员", "党员", "双报到党员", "离退休党员"),
    "resident": ("群众", "居民志愿者"),
    "psychological": ("心理咨询师",),
}


def several_registers(maker: Maker) -> None:
    """Registers of the desk in one workbook: grids, compounds and, below each other on one sheet, gates and groups."""
    hand = maker.hand()
    file = "社区基本情况.xlsx"
    community = maker.community
    sheet = maker.painter(file, "网格划分")
    columns = [
        hand.text("网格编号", "grid", "grid"), hand.name("网格员姓名", field="worker", key="worker"), hand.phone("网格员电话", ("plain", "integer")),
        hand.text("所辖小区", "compound", "compound"), hand.text("所辖楼栋", "buildings", "buildings"), hand.count("户数", "households", "households", "{}户"),
    ]  # fmt: skip
    rows = [
        {"grid": each.number, "worker": each.worker, "phone": each.phone, "compound": each.compound, "buildings": "、".join(each.buildings), "households": hand.rng.randint(80, 200)}
        for each in community.grids
    ]  # fmt: skip
    sheet.canvas.line(1, "胜景社区网格划分一览表", len(columns))
    sheet.table(2, 1, "grids", columns, rows)
    second = maker.painter(file, "小区物业")
    names = list(dict.fromkeys(each.compound for each in community.grids))
    columns = [
        hand.serial(), hand.text("小区名称", "compound", "compound"), hand.text("物业服务企业", "property_company", "company"),
        hand.name("项目经理", field="manager", key="manager"), hand.phone("联系电话"), hand.count("总户数", "households", "households"),
    ]  # fmt: skip
    managers = {
        name: (hand.rng.choice(COMPANIES), f"{hand.rng.choice('赵钱孙李')}经理", phone_number(hand.rng))
        for name in names
    }
    rows = [
        {
            "compound": n,
            "company": managers[n][0],
            "manager": managers[n][1],
            "phone": managers[n][2],
            "households": 300,
        }
        for n in names
    ]
    second.canvas.line(1, "小区及物业公司一览表", len(columns))
    second.table(2, 1, "compounds", columns, rows)
    third = maker.painter(file, "劝返点和微信群")
    columns = [
        hand.serial(),
        hand.text("劝返点名称", "checkpoint", "point"),
        hand.text("所在小区", "compound", "compound"),
        hand.text("负责物业", "property_company", "company"),
    ]
    points = [
        {"point": f"{name}{gate}", "compound": name, "company": managers[name][0]}
        for name in names
        for gate in ("南门", "北门")
    ]
    third.canvas.line(1, "劝返点设置一览表", 4)
    below = third.table(2, 1, "checkpoints", columns, points)
    columns = [
        hand.text("微信群名称", "group", "group"),
        hand.text("用途", "purpose", "purpose"),
        hand.count("群成员数", "members", "members", "{}人"),
        hand.name("群主", field="owner", key="owner"),
    ]
    groups = [
        {
            "group": f"{name}业主群",
            "purpose": "防疫通知",
            "members": hand.rng.randint(100, 499),
            "owner": managers[name][1],
        }
        for name in names
    ]
    third.canvas.line(below + 1, "微信群一览表", 4)
    third.table(below + 2, 1, "groups", columns, groups)
    maker.hand_in(file, [sheet, second, third])


def volunteer_rows(maker: Maker, hand: Hand, many: int) -> list[dict[str, object]]:
    """Volunteers among the grown-ups."""
    adults = [each for each in maker.community.people if each.born.year < 2001]
    rows = []
    for person in hand.rng.sample(adults, many):
        kind = hand.rng.choice(("party", "party", "resident", "psychological"))
        rows.append(person_facts(person) | {
            "kind": kind, "word": hand.rng.choice(KIND_WORDS[kind]), "branch": f"第{hand.rng.choice('一二三四')}党支部" if kind == "party" else "",
            "squad": hand.rng.choice(SQUADS), "employer": hand.rng.choice(("", "胜利油田", "市直机关")), "year": person.born.year,
        })  # fmt: skip
    return rows


def volunteers_roll(maker: Maker) -> None:
    """疫情防控志愿者名册: politics, branch, squad, year of birth in words."""
    hand = maker.hand()
    file = "志愿服务/疫情防控志愿者名册.xls"
    painter = maker.painter(file, "志愿者")

    def kind(facts: Facts) -> Says:
        word = str(facts["word"])
        return Says(word, {"kind": ok(facts["kind"]), "kind_detail": ok(word)})

    def year(facts: Facts) -> Says:
        born = facts["born"]
        assert isinstance(born, dt.date)
        styles: tuple[CellValue, ...] = (
            f"{born.year}.{born.month:02d}",
            f"{born.year}年{born.month}月",
            born.year,
            f"{born:%Y-%m}",
        )
        return Says(hand.rng.choice(styles), {"birth_year": ok(born.year)})

    columns = [
        hand.serial(), hand.name("姓名", ("plain", "padded", "spaced")), hand.gender(), Column("出生年月", year), Column("政治面貌", kind),
        hand.text("所在支部", "branch", "branch"), hand.text("所在小分队", "squad", "squad"), hand.phone("手机", ("plain", "integer", "float")), hand.text("工作单位", "employer", "employer"),
    ]  # fmt: skip
    columns[6].ditto = "同上"
    painter.canvas.line(1, "疫情防控志愿者名册", len(columns))
    painter.table(
        2, 1, "volunteers", columns, sorted(volunteer_rows(maker, hand, 24), key=lambda facts: str(facts["squad"]))
    )
    maker.hand_in(file, [painter])


def duty_roll(maker: Maker) -> None:
    """值班值守签到: a sheet a day, posts merged downwards."""
    hand = maker.hand()
    file = "值班签到表.xlsx"
    painters = []
    for back in (1, 0):
        day = maker.community.day - dt.timedelta(days=back)
        painter = maker.painter(file, f"{day.month}月{day.day}日")
        columns = [
            hand.text("值勤点", "post", "post"), hand.text("班次", "shift", "shift"), hand.name("值勤人员"), hand.text("所属支部", "branch", "branch"),
            hand.time("签到时间", "sign_in", "in", ("colon", "cell", "dian")), hand.time("签退时间", "sign_out", "out", ("colon", "cell", "wide colon")),
        ]  # fmt: skip
        columns[0].down = True
        rows: list[dict[str, object]] = []
        people = volunteer_rows(maker, hand, 12)
        before: object = None
        for index, facts in enumerate(people):
            post = f"{maker.community.grids[index // 4].compound}南门"
            early = index % 2 == 0
            rows.append(facts | {
                "post": post, "block": post, "block before": before, "shift": "8:00-14:00" if early else "14:00-20:00",
                "in": (7, 50) if early else (13, 55), "out": (14, 5) if early else (20, 0),
            })  # fmt: skip
            before = post
        painter.canvas.line(1, f"疫情防控值班值守签到表（{day.month}月{day.day}日）", len(columns))
        painter.table(2, 1, "duty", columns, rows, {"date": ok(day)})
        painters.append(painter)
    maker.hand_in(file, painters)


def disinfection_book(maker: Maker) -> None:
    """消杀作业记录: areas in every unit, total below."""
    hand = maker.hand()
    file = "消杀/公共区域消杀作业记录.xlsx"
    painter = maker.painter(file, "消杀记录")
    areas: tuple[tuple[CellValue, str], ...] = (
        ("1.2万平", "12000"), ("约2000㎡", "2000"), (3500, "3500"), ("800平方米", "800"), ("5000余平米", "5000"), ("0.5万㎡", "5000"), ("1,500", "1500"), ("三千", "3000"),
    )  # fmt: skip

    def area(facts: Facts) -> Says:
        written, value = areas[int(str(facts["area"]))]
        return Says(written, {"area_m2": Expect((value,))})

    columns = [
        hand.date("作业日期", "date", "day", ("month day", "cell", "slash text")), hand.text("小区", "compound", "compound"), hand.text("消杀部位", "place", "place"), Column("消杀面积（㎡）", area),
        hand.count("出动人员（人次）", "person_times", "people", "{}人"), hand.count("消毒次数", "times", "times", "{}次"), hand.text("消毒药剂", "agent", "agent"), hand.name("作业人员", field="worker", key="worker"),
    ]  # fmt: skip
    columns[0].ditto = "〃"
    rows = []
    for back in (2, 1, 0):
        for grid in maker.community.grids[::2]:
            rows.append({
                "day": maker.community.day - dt.timedelta(days=back), "compound": grid.compound, "place": hand.rng.choice(("楼道", "电梯间", "垃圾桶周边")), "area": hand.rng.randrange(len(areas)),
                "people": hand.rng.randint(1, 6), "times": hand.rng.randint(1, 3), "agent": "84消毒液", "worker": grid.worker,
            })  # fmt: skip
    painter.canvas.line(1, "公共区域消杀作业记录表", len(columns))
    painter.table(2, 1, "disinfection", columns, rows)
    maker.hand_in(file, [painter])


def publicity_long(maker: Maker) -> None:
    """宣传工作记录: material in words, quantity with its unit."""
    hand = maker.hand()
    file = "宣传报表.xlsx"
    words = {"announcement": "公告", "leaflet": "宣传单", "wechat": "微信倡议书", "banner": "条幅"}
    long = maker.painter(file, "宣传")
    columns = [
        hand.date("日期", "date", "day", ("month day", "dots")), hand.text("宣传小分队", "squad", "squad"), hand.text("张贴（发放）地点", "place", "place"),
        hand.coded("宣传形式", "material", "material", {code: (word,) for code, word in words.items()}), hand.count("数量", "quantity", "quantity", "{}余份"),
    ]  # fmt: skip
    rows = [
        {"day": maker.community.day - dt.timedelta(days=n % 3), "squad": SQUADS[n % 4], "place": f"{grid.compound}单元门", "material": list(words)[n % 4], "quantity": hand.rng.randint(2, 90)}
        for n, grid in enumerate(maker.community.grids)
    ]  # fmt: skip
    long.table(1, 1, "publicity", columns, rows)
    wide = maker.painter(file, "2月9日汇总")
    columns = [hand.serial(), hand.text("宣传队伍", "squad", "squad"), hand.text("宣传地点", "place", "place")]

    def spread(code: str, heading: str, unit: str) -> Spread:
        def cell(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool]:
            number = int(str(facts[code]))
            return f"{number}{unit}" if unit else number, {"material": ok(code), "quantity": ok(number)}, number == 0

        return Spread(("宣传形式及数量", heading), cell)

    spreads = [
        spread("announcement", "张贴公告", ""),
        spread("leaflet", "发放宣传知识", "份"),
        spread("wechat", "转发倡议书(微信)", "余次"),
        spread("banner", "悬挂标语横幅", "条"),
    ]
    rows = [
        {
            "squad": squad,
            "place": f"{maker.community.grids[n].compound}",
            **{code: hand.rng.randint(0, 60) for code in words},
        }
        for n, squad in enumerate(SQUADS)
    ]
    wide.canvas.line(1, "宣传工作情况统计（2020年2月9日）", 7)
    wide.table(2, 1, "publicity", columns, rows, {"date": ok("2020-02-09")}, Habits(total="合计"), spreads)
    maker.hand_in(file, [long, wide])


def errands_books(maker: Maker) -> None:
    """为隔离户代办: a long list with free words, and a wide one by kind of service."""
    hand = maker.hand()
    file = "后勤/隔离户服务台账.xlsx"
    long = maker.painter(file, "代购登记")
    columns = [
        hand.date("服务日期", "date", "day", ("month day", "iso")), hand.name("服务对象"), hand.address("住址", ("full", "dashes", "hash"), "{compound}"),
        hand.text("代购物品", "items", "items"), hand.count("代购次数", "times", "times", "{}次"), hand.name("志愿者", field="volunteer", key="volunteer"), hand.text("备注", "note", "note"),
    ]  # fmt: skip
    rows: list[dict[str, object]] = []
    for journey in hand.rng.sample(maker.community.journeys, 12):
        items = hand.rng.choice(("蔬菜、馒头", "大米10斤，鸡蛋2板", "降压药1盒", "奶粉2罐"))
        rows.append(
            person_facts(journey.person)
            | {
                "day": maker.community.day - dt.timedelta(days=hand.rng.randint(0, 3)),
                "items": items,
                "times": hand.rng.randint(1, 3),
                "volunteer": "刘志愿",
            }
        )
    long.canvas.line(1, "隔离户代购登记表", len(columns))
    long.table(2, 1, "errands", columns, rows, {"service": ok("shopping")})
    wide = maker.painter(file, "服务汇总")
    columns = [hand.part("小区", "compound"), hand.address("楼号房号", ("dashes",)), hand.name("隔离人员姓名")]

    def spread(code: str, heading: str) -> Spread:
        def cell(_facts: Facts) -> tuple[CellValue, dict[str, Expect], bool] | None:
            number = hand.rng.choice((0, 1, 2, 3, None))
            return None if number is None else (number, {"service": ok(code), "times": ok(number)}, number == 0)

        return Spread(("服务次数", heading), cell)

    spreads = [spread("shopping", "代购"), spread("rubbish", "垃圾清运"), spread("comfort", "心理疏导")]
    wide.canvas.line(1, "隔离户服务情况汇总表（2月8日）", 6)
    wide.table(
        2,
        1,
        "errands",
        columns,
        [person_facts(j.person) for j in hand.rng.sample(maker.community.journeys, 10)],
        {"date": ok("2020-02-08")},
        Habits(),
        spreads,
    )
    maker.hand_in(file, [long, wide])


def zero_reports(maker: Maker) -> None:
    """Headings with 无 below, or nothing: zero reports, accepted without a record."""
    for number, word in (("1", "无"), ("2", ""), ("3", "零报告"), ("4", "今日无新增")):
        hand = maker.hand()
        file = f"零报告/第{number}网格返回人员2月9日.xlsx"
        painter = maker.painter(file, "Sheet1")
        columns = [
            hand.serial(), hand.name("姓名"), hand.id_number("身份证号"), hand.phone("联系电话"), hand.address("现住址", ("full",)),
            hand.text("来源地", "from_place", "from"), hand.date("返回日期", "arrive_date", "arrived", ("iso",)),
        ]  # fmt: skip
        painter.canvas.line(1, "返回人员登记表", len(columns))
        below = painter.table(2, 1, "returnees", columns, [])
        painter.canvas.put(below, 2 if number == "1" else 1, word or None, "note")
        maker.hand_in(file, [painter])


CLERKS = (several_registers, volunteers_roll, duty_roll, disinfection_book, publicity_long, errands_books, zero_reports)
