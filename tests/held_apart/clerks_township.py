"""Clerks of another township: headings of three rows with instructions, answers as ticks, household sheets, cards in one cell."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue, letter
from tests.held_apart.clerks_gate import RESULTS, gate_rows, plate
from tests.held_apart.clerks_health import TEMPERATURES, slot_of, wide_spread
from tests.held_apart.clerks_nets import KIND_WORDS, SQUADS, volunteer_rows
from tests.held_apart.clerks_people import (
    GOOD_IDS,
    GOOD_PHONES,
    ODD_ADDRESSES,
    PLAIN_ADDRESSES,
    STATUS_WORDS,
    screening_rows,
)
from tests.held_apart.columns import Hand, journey_facts, person_facts
from tests.held_apart.hands import Says, address_cell, compound_around
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits, Painter, blocks
from tests.held_apart.population import Flat, Journey, Person
from tests.held_apart.truth import Expect, TrueRecord, fields_of, ok


def ticked(levels: tuple[str, ...], field: str, key: str, value: bool, said: str, mark: str = "√") -> Column:
    """One of two columns 是/否 under a question: ticked where its answer applies."""

    def write(facts: Facts) -> Says:
        return Says(mark, {field: ok(said)}) if facts.get(key) is value else Says(None, {})

    return Column(levels, write)


def yes_or_no(levels: tuple[str, ...], field: str, key: str, words: tuple[str, str] = ("是", "否")) -> list[Column]:
    """Both columns of a question."""
    return [
        ticked((*levels, words[0]), field, key, True, "yes"),
        ticked((*levels, words[1]), field, key, False, "no"),
    ]


def month_and_day(levels: tuple[str, ...], field: str, key: str) -> list[Column]:
    """月 and 日 in columns of their own; the year is not written."""

    def month(facts: Facts) -> Says:
        day = facts[key]
        assert isinstance(day, dt.date)
        return Says(day.month, {})

    def day_of(facts: Facts) -> Says:
        day = facts[key]
        assert isinstance(day, dt.date)
        return Says(day.day, {field: ok(day)})

    return [Column((*levels, "月"), month), Column((*levels, "日"), day_of)]


def three_levels(maker: Maker) -> None:
    """外来返乡人员排查登记表: three rows of headings merged both ways, how to fill in above and in them, an example row."""
    for grid in maker.grids(2):
        hand = maker.hand()
        file = f"网格{grid.number}报/外来返乡人员排查登记表.xlsx"
        painter = maker.painter(file, "登记表")
        who, trip, health, care = "返乡人员基本情况", "返乡情况", "健康状况", "管控情况"
        columns = [
            hand.serial("序\n号"), hand.name((who, "姓名（按身份证填写）"), ("plain", "padded")), hand.gender((who, "性别")), hand.other((who, "年龄"), "age"),
            hand.id_number((who, "身份证号码（18位，末位X大写）"), GOOD_IDS), hand.phone((who, "手机号（11位）"), GOOD_PHONES),
            hand.address((who, "居住地址", "（如：3号楼2单元501）"), ("full", "dashes")), hand.text((trip, "始发地", "（具体到县区）"), "from_place", "from"),
            *month_and_day((trip, "返乡时间"), "arrive_date", "arrived"), hand.text((trip, "乘坐何种交通工具", "（自驾填车牌）"), "transport", "transport"),
            *yes_or_no((trip, "是否途经武汉"), "wuhan", "wuhan"), hand.answer((health, "有无发热、咳嗽、乏力、腹泻等症状（有的填具体症状，没有填“无”）"), "symptoms", "symptoms"),
            hand.text((care, "采取的管控措施"), "measure", "measure"), hand.name((care, "包保责任人", "姓名"), field="worker", key="worker"),
            hand.other((care, "包保责任人", "电话"), "worker phone"), hand.text("备注", "note", "note"),
        ]  # fmt: skip
        rows = [
            journey_facts(j)
            | {"age": 2020 - j.person.born.year, "symptoms": False, "measure": "居家隔离14天", "worker": grid.worker, "worker phone": grid.phone}
            for j in maker.community.journeys_in(grid.number)
        ]  # fmt: skip
        width = len(columns)
        painter.canvas.line(1, "附件1：", 1, merged=False)
        painter.canvas.line(2, f"{grid.compound}外来返乡人员排查登记表", width)
        painter.canvas.line(
            3, "填表说明：1.本表由网格员逐户填写；2.日期填月、日；3.无相关情况填“无”，不得空项。", width
        )
        painter.canvas.line(4, f"填报单位：胜景社区　　　　填报人：{grid.worker}　　　　填报日期：2020年2月9日", width)
        example = ("例", "张三", "男", 35, "37052219850101××××", "138××××××××", "3号楼2单元501", "湖北省孝感市", 1, 20, "自驾鲁E12345", "√", None, "无", "居家隔离", "李四")  # fmt: skip
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number), "date": ok("2020-02-09")}
        habits = Habits(example=example, total="合计", footer=("注：1.同一住户多人返乡的逐人填写。2.本表一式两份。",))
        painter.table(5, 1, "returnees", columns, rows, fixed, habits)
        maker.hand_in(file, [painter])


def _household_sheet(painter: Painter, hand: Hand, people: list[Person]) -> None:
    head, home = people[0], people[0].home
    address, parts = address_cell(home, "room", "{compound}")
    canvas = painter.canvas
    canvas.line(1, "疫情防控住户信息登记表（一户一表）", 6)
    for row, line in enumerate(
        (
            (("户主姓名", head.name), ("联系电话", head.phone), ("家庭人口", len(people))),
            (("家庭住址", address), ("所属网格", f"第{home.grid}网格")),
        ),
        2,
    ):
        for index, (label, value) in enumerate(line):
            canvas.put(row, index * 2 + 1, label, "records|heading|note")
            canvas.put(row, index * 2 + 2, value)
    columns = [
        hand.serial(), hand.name("家庭成员姓名"), hand.text("与户主关系", "relation", "relation"), hand.id_number("身份证号码", ("plain",)),
        hand.text("户籍地", "registered_residence", "residence"), hand.text("备注", "note", "note"),
    ]  # fmt: skip
    fixed = parts | {"grid": ok(home.grid), "phone": ok("", head.phone)}
    painter.table(4, 1, "households", columns, [person_facts(person) for person in people], fixed)


def household_sheets(maker: Maker) -> None:
    """一户一表: a sheet a household, its head and address as labels, its people in a table below."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    households: dict[Flat, list[Person]] = {}
    for person in maker.community.in_grid(grid.number):
        households.setdefault(person.home, []).append(person)
    file = f"住户登记（{grid.number}网格）.xlsx"
    painters = []
    for home, people in hand.rng.sample([each for each in households.items() if len(each[1]) > 1], 4):
        painter = maker.painter(file, f"{home.building}-{home.entrance}-{home.flat}")
        _household_sheet(painter, hand, people)
        painters.append(painter)
    maker.hand_in(file, painters)


def _colon_card(painter: Painter, top: int, journey: Journey) -> int:
    """A card whose cells say label and value at once; the first free row."""
    person = journey.person
    address, parts = address_cell(person.home, "full", "{compound}")
    arrived, due = journey.arrived, journey.arrived + dt.timedelta(days=14)
    lines: list[list[tuple[str, CellValue, dict[str, Expect]]]] = [
        [("姓名", person.name, {"name": ok(person.name)}), ("性别", person.gender, {}), ("联系电话", person.phone, {"phone": ok(person.phone)})],
        [("身份证号", person.id_number, {"id_number": ok(person.id_number)})],
        [("隔离地址", address, parts)],
        [("开始隔离时间", f"{arrived.month}月{arrived.day}日", {"start_date": ok(arrived)}), ("预计解除时间", f"{due.month}月{due.day}日", {"due_date": ok(due)})],
        [("是否签订告知书", "是" if journey.notice else "否", {"notice_signed": ok("yes" if journey.notice else "no")})],
    ]  # fmt: skip
    painter.canvas.line(top, "居家隔离人员信息卡", 3)
    said: dict[str, Expect] = {name: ok("") for name in fields_of("quarantine")}
    row = top + 1
    for line in lines:
        for index, (label, value, fields) in enumerate(line):
            painter.canvas.put(row, index + 1, f"{label}：{value}", "records|heading|note")
            said |= {
                name: Expect(each.values, each.finding, str(value), letter(index + 1)) for name, each in fields.items()
            }
        row += 1
    record = TrueRecord("quarantine", painter.file, painter.canvas.name, top + 1, ["A", "B", "C"], said, person.key)
    record.rows = list(range(top, row))
    painter.records.append(record)
    return row


def colon_cards(maker: Maker) -> None:
    """居家隔离人员信息卡: 姓名：张三 in one cell, three cards below each other."""
    hand = maker.hand()
    file = "居家隔离信息卡.xlsx"
    painter = maker.painter(file, "卡片")
    painter.canvas.forms.append("quarantine")
    row = 1
    for journey in hand.rng.sample(maker.community.journeys, 3):
        row = _colon_card(painter, row, journey) + 1
    maker.hand_in(file, [painter])


def four_tables(maker: Maker) -> None:
    """Passes and disinfection beside each other, duty and publicity below them: the day of a grid on one page."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    day = maker.community.day
    file = f"{day.month}月{day.day}日网格{grid.number}工作表.xlsx"
    painter = maker.painter(file, "Sheet1")
    painter.canvas.line(1, "（一）车辆通行证发放", 4)
    owners = hand.rng.sample(maker.community.in_grid(grid.number), 3)
    cars = [
        hand.text("通行证编号", "pass_number", "number"), hand.plate("车牌", ("plain", "dot")), hand.name("车主姓名"), hand.phone("电话", GOOD_PHONES),
    ]  # fmt: skip
    around = {"grid": ok(grid.number)}
    rows = [person_facts(p) | {"number": f"{n:03d}", "plate": plate(hand)} for n, p in enumerate(owners, 1)]
    first = painter.table(2, 1, "passes", cars, rows, around | {"issued_date": ok("", day)})
    painter.canvas.line(1, "（二）消杀情况", 4, column=6)
    spray = [
        hand.text("小区", "compound", "compound"), hand.text("消杀部位", "place", "place"), hand.count("面积（㎡）", "area_m2", "area"), hand.count("次数", "times", "times", "{}次"),
    ]  # fmt: skip
    rows = [{"compound": grid.compound, "place": place, "area": 200, "times": 2} for place in ("楼道", "电梯", "大门")]
    painter.table(2, 6, "disinfection", spray, rows, {"date": ok(day)})
    top = first + 1
    painter.canvas.line(top, "（三）值守人员", 4)
    posts = [
        hand.text("值守岗位", "post", "post"), hand.text("班次", "shift", "shift"), hand.name("值守人员"), hand.time("签到时间", "sign_in", "in", ("colon",)),
    ]  # fmt: skip
    rows = [
        facts | {"post": f"{grid.compound}东门", "shift": "白班", "in": (8, 0)}
        for facts in volunteer_rows(maker, hand, 3)
    ]
    painter.table(top + 1, 1, "duty", posts, rows, {"date": ok(day)})
    painter.canvas.line(top, "（四）宣传", 4, column=6)
    words = [
        hand.text("宣传小分队", "squad", "squad"), hand.text("张贴地点", "place", "place"),
        hand.coded("宣传形式", "material", "material", {"leaflet": ("宣传单",), "banner": ("横幅",)}), hand.count("数量", "quantity", "quantity"),
    ]  # fmt: skip
    rows = [
        {"squad": SQUADS[n], "place": "单元门", "material": "leaflet" if n else "banner", "quantity": 10 + n}
        for n in range(2)
    ]
    painter.table(top + 1, 6, "publicity", words, rows, {"date": ok(day)})
    maker.hand_in(file, [painter])


def checkpoint_by_day(maker: Maker) -> None:
    """卡口车辆人员登记台账: a sheet a day, two rows of headings, what went out beside what came in."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    gate = f"{grid.compound}东门卡口"
    file = f"卡口值守/{gate}登记台账.xls"
    painters = []
    for back in (2, 1, 0):
        day = maker.community.day - dt.timedelta(days=back)
        painter = maker.painter(file, f"{day.month}.{day.day}")
        car, person, way = "车辆信息", "驾乘人员信息", "行程"
        columns = [
            hand.serial("编号"), hand.time("进入时间", "time", "time", ("colon", "dian", "half day")), hand.plate((car, "车牌号"), ("plain", "dot", "space")), hand.other((car, "车型"), "model"),
            hand.name((person, "姓名"), ("plain",)), hand.id_number((person, "身份证号码"), GOOD_IDS), hand.phone((person, "联系方式"), GOOD_PHONES),
            hand.text((way, "从何处来"), "from_place", "from"), hand.text((way, "到何处去"), "destination", "to"),
            hand.temperature("测量体温（℃）", "temperature", "temperature", ("plain", "unit", "circle stop")), hand.coded("处置（放行/劝返）", "result", "result", RESULTS), hand.other("驶离时间", "left at"),
        ]  # fmt: skip
        painter.canvas.line(1, f"{gate}车辆人员登记台账", len(columns))
        rows = [
            facts | {"model": hand.rng.choice(("轿车", "SUV", "面包车")), "left at": "18:30"}
            for facts in gate_rows(maker, hand, 9)
        ]
        fixed = {"checkpoint": ok(gate, gate.removesuffix("卡口")), "date": ok(day)}
        painter.table(
            2,
            1,
            "gate",
            columns,
            rows,
            fixed,
            Habits(footer=("值守人员签字：　　　　　　　交接班时间：", "备注：外地车辆一律劝返。")),
        )
        painters.append(painter)
    maker.hand_in(file, painters)


def temperatures_by_week(maker: Maker) -> None:
    """体温日报告: three rows of headings, one week below the other on a sheet."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"{grid.number}网格居家观察体温.xlsx"
    painter = maker.painter(file, "体温")
    painter.canvas.line(1, f"{grid.compound}居家医学观察人员体温登记表", 12)
    row = 2
    for first in (8, 4):
        days = [maker.community.day - dt.timedelta(days=back) for back in range(first, first - 4, -1)]
        columns = [
            hand.serial(), hand.name("观察对象"), hand.address("住址（楼-单元-室）", ("dashes",)), hand.phone("联系电话", GOOD_PHONES),
        ]  # fmt: skip
        spreads = [
            wide_spread(hand, ("每日体温（℃）", f"{day.month}月{day.day}日", word), day, slot_of(word), TEMPERATURES)
            for day in days for word in ("早", "晚")
        ]  # fmt: skip
        rows = [journey_facts(journey) for journey in maker.community.journeys_in(grid.number)]
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
        row = painter.table(row, 1, "temperatures", columns, rows, fixed, Habits(), spreads) + 1
    maker.hand_in(file, [painter])


def doors_counted(maker: Maker) -> None:
    """入户摸底台账: building and entrance merged downwards, ticks for 有/无, subtotals by building, notes below."""
    for grid in maker.grids(2):
        hand = maker.hand()
        file = f"第{grid.number}网格/疫情防控入户摸底台账.xlsx"
        painter = maker.painter(file, "台账")
        columns = [
            hand.part("楼号", "building", "{}号楼"), hand.part("单元", "entrance", "{}单元"), hand.part("门牌号", "flat", "text"), hand.name("户主"), hand.phone("联系电话", GOOD_PHONES),
            hand.count("家庭人口数", "people_count", "count"), *yes_or_no(("家中有无外来人员",), "outsiders", "outsiders", ("有", "无")),
            hand.coded("入户情况", "visit_status", "status", STATUS_WORDS), hand.date("摸底时间", "date", "day", ("month day",)), hand.name("摸底人", field="worker", key="worker"), hand.text("备注", "note", "note"),
        ]  # fmt: skip
        columns[0].down, columns[9].ditto, columns[10].ditto = True, "〃", "同上"
        rows = [
            facts | {"worker": grid.worker, "block": facts["home"].building}
            for facts in screening_rows(maker, hand, grid.number)
        ]  # type: ignore[attr-defined]
        rows = [facts if facts["name"] else facts | {"phone": ""} for facts in rows]
        painter.canvas.line(1, f"{grid.compound}疫情防控入户摸底台账", len(columns))
        habits = Habits(
            section_total=lambda facts: f"{facts['home'].building}号楼",  # type: ignore[attr-defined]
            total="总计",
            footer=(
                "说明：敲门三次无人应答的须电话联系。",
                f"网格员：{grid.worker}　　　审核人：　　　　填表日期：2020年2月9日",
            ),
        )
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
        painter.table(2, 1, "screening", columns, blocks(rows), fixed, habits)
        maker.hand_in(file, [painter])


def quarantine_with_ticks(maker: Maker) -> None:
    """居家医学观察登记: signed or not, released or not as two columns each; from-to in one cell."""
    hand = maker.hand()
    file = "居家医学观察人员登记（全社区）.ods"
    painter = maker.painter(file, "医学观察")

    def period(facts: Facts) -> Says:
        first, last = facts["arrived"], facts["due"]
        assert isinstance(first, dt.date)
        assert isinstance(last, dt.date)
        text = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
        return Says(text, {"start_date": ok(first, ""), "due_date": ok(last, "")})

    columns = [
        hand.serial(), hand.grid("网格", "{numeral}网格"), hand.name("医学观察人员"), hand.id_number("有效证件号码", GOOD_IDS), hand.phone("联系电话（本人）", GOOD_PHONES),
        hand.address("居家观察地址", (*PLAIN_ADDRESSES, *ODD_ADDRESSES), "{compound}"), Column("观察起止日期", period),
        *yes_or_no(("告知书是否签字",), "notice_signed", "notice"), *yes_or_no(("是否解除观察",), "released", "released"),
        hand.name("包保干部", field="responsible", key="responsible"), hand.text("备注", "note", "note"),
    ]  # fmt: skip
    workers = {grid.number: grid.worker for grid in maker.community.grids}
    rows = [journey_facts(j) | {"responsible": workers[j.person.home.grid]} for j in maker.community.journeys[::2]]
    painter.canvas.line(1, "胜景社区居家医学观察人员登记表", len(columns))
    painter.table(2, 1, "quarantine", columns, rows, {}, Habits(numbered_headings=True))
    maker.hand_in(file, [painter])


def outside_vehicles(maker: Maker) -> None:
    """外来车辆登记: day and time in one cell, several people in a car, no ID numbers."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"{grid.compound}外来车辆登记.csv"
    painter = maker.painter(file, f"{grid.compound}外来车辆登记")

    def moment(facts: Facts) -> Says:
        day, time = facts["day"], facts["time"]
        assert isinstance(day, dt.date)
        assert isinstance(time, tuple)
        hour, minute = time
        said = {"date": ok(day), "time": ok(f"{hour:02d}:{minute:02d}")}
        style = hand.rng.choice(
            (
                f"{day.month}月{day.day}日 {hour}:{minute:02d}",
                f"{day:%Y-%m-%d} {hour:02d}:{minute:02d}",
                f"{day:%Y/%m/%d} {hour}:{minute:02d}:00",
            )
        )
        return Says(style, said)

    columns = [
        hand.serial(), Column("登记时间", moment), hand.plate("车牌号", ("plain", "dot")), hand.name("驾驶员"), hand.phone("联系电话", GOOD_PHONES), hand.other("随行人数", "riders"),
        hand.text("始发地", "from_place", "from"), hand.text("事由", "reason", "reason"), hand.coded("处理结果", "result", "result", RESULTS),
    ]  # fmt: skip
    rows = [
        facts | {"day": maker.community.day, "riders": hand.rng.randint(1, 4), "plate": facts["plate"] or plate(hand)}
        for facts in gate_rows(maker, hand, 12)
    ]
    painter.table(1, 1, "gate", columns, rows, {"checkpoint": ok("", grid.compound)})
    maker.hand_in(file, [painter])


def recruits(maker: Maker) -> None:
    """志愿者招募报名表: born in a month, skills and hours beside, a page for every branch."""
    hand = maker.hand()
    file = "志愿者招募报名统计.xlsx"
    painters = []
    for branch in ("第一党支部", "第二党支部"):
        painter = maker.painter(file, branch)

        def kind(facts: Facts) -> Says:
            word = str(facts["word"])
            return Says(word, {"kind": ok(facts["kind"]), "kind_detail": ok(word)})

        def born(facts: Facts) -> Says:
            day = facts["born"]
            assert isinstance(day, dt.date)
            return Says(f"{day.year}年{day.month}月", {"birth_year": ok(day.year)})

        columns = [
            hand.serial(), hand.name("报名人姓名", ("plain", "padded")), hand.gender("性别"), Column("出生年月（如1985年3月）", born), Column("政治面貌/类别", kind),
            hand.phone("联系方式", GOOD_PHONES), hand.text("所在单位（全称）", "employer", "employer"), hand.other("特长", "skill"), hand.other("可服务时段", "hours"),
        ]  # fmt: skip
        painter.canvas.line(1, "“爱连万家”疫情防控志愿者招募报名表", len(columns))
        rows = [
            facts | {"skill": hand.rng.choice(("驾驶", "医护", "")), "hours": hand.rng.choice(("上午", "全天"))}
            for facts in volunteer_rows(maker, hand, 8)
            if facts["word"] in KIND_WORDS[str(facts["kind"])]
        ]
        painter.table(2, 1, "volunteers", columns, rows, {"branch": ok(branch, "")})
        painters.append(painter)
    maker.hand_in(file, painters)


def household_temperatures(maker: Maker) -> None:
    """A household's temperatures: the day merged downwards over its people, morning and evening beside each other."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    journeys = maker.community.journeys_in(grid.number)[:3]
    file = f"体温/第{grid.number}网格同住人员体温.xlsx"
    painter = maker.painter(file, "Sheet1")
    days = [maker.community.day - dt.timedelta(days=back) for back in (3, 2, 1, 0)]
    columns = [
        hand.date("日期", "date", "now", ("month day",)), hand.name("姓名"), hand.address("住址", ("dashes",), "{compound}"),
    ]  # fmt: skip
    columns[0].down = True
    spreads = [wide_spread(hand, (word,), days[0], slot_of(word), TEMPERATURES) for word in ("上午", "下午")]
    for spread in spreads:
        spread.cell = _whenever(spread.cell)
    rows = [journey_facts(journey) | {"now": day, "block": day} for day in days for journey in journeys]
    painter.canvas.line(1, "居家隔离户同住人员体温登记表", 5)
    painter.table(2, 1, "temperatures", columns, blocks(rows), {"grid": ok(grid.number)}, Habits(), spreads)
    at = dict(zip(range(3, 3 + len(rows)), rows, strict=True))
    for record in painter.records:
        record.fields["date"] = ok(at[record.row]["now"])
    maker.hand_in(file, [painter])


def _whenever(cell):  # type: ignore[no-untyped-def]
    """The spread's own date check does not apply where the row holds the date."""

    def write(facts: Facts) -> tuple[CellValue, dict[str, Expect], bool] | None:
        return cell(facts | {"arrived": dt.date(2020, 1, 1), "due": dt.date(2020, 12, 31)})  # type: ignore[operator]

    return write


def explained_workbook(maker: Maker) -> None:
    """A sheet that explains, a sheet of numbers by building that is no form, then the form itself."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"{grid.number}网格居民情况表.xlsx"
    guide = maker.painter(file, "填表说明")
    for row, text in enumerate(
        ("填表说明", "一、本表由网格员填写。", "二、姓名、身份证号、联系电话必填。", "三、每日15时前报社区邮箱。"), 1
    ):
        guide.canvas.put(row, 1, text, "note")
    counts = maker.painter(file, "楼栋统计")
    for column, heading in enumerate(("楼号", "总户数", "已摸排户数", "摸排率"), 1):
        counts.canvas.put(1, column, heading, "note|heading")
    for row, building in enumerate(grid.buildings, 2):
        for column, value in enumerate((f"{building}号楼", 48, 40 + row, f"{(40 + row) / 48:.1%}"), 1):
            counts.canvas.put(row, column, value, "note|held")
    painter = maker.painter(file, "居民信息")
    columns = [
        hand.serial(), hand.text("户编号", "household_number", "household"), hand.name("姓名", ("plain", "relation")), hand.gender(), hand.id_number("身份证号", GOOD_IDS), hand.phone("手机号", GOOD_PHONES),
        hand.address("楼栋单元房号", ("dashes", "hash", "mixed")), hand.text("与户主关系", "relation", "relation"), hand.other("民族", "people"), hand.text("户籍地", "registered_residence", "residence"),
    ]  # fmt: skip
    rows = [person_facts(p) | {"people": "汉族"} for p in maker.community.in_grid(grid.number)[:20]]
    fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
    painter.canvas.line(1, f"{grid.compound}居民信息登记表", len(columns))
    painter.table(2, 1, "households", columns, rows, fixed, Habits(empty_serials=10))
    maker.hand_in(file, [guide, counts, painter])


CLERKS = (
    three_levels, household_sheets, colon_cards, four_tables, checkpoint_by_day, temperatures_by_week, doors_counted, quarantine_with_ticks,
    outside_vehicles, recruits, household_temperatures, explained_workbook,
)  # fmt: skip
