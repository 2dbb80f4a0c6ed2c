"""Clerks who write about people: returnees, quarantine, household registers, door-to-door screening."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.columns import Hand, journey_facts, person_facts
from tests.held_apart.hands import Says, compound_around
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits, blocks
from tests.held_apart.population import Flat
from tests.held_apart.truth import ok

PLAIN_ADDRESSES = ("full", "room", "dashes", "hash", "mixed", "words", "dong")
ODD_ADDRESSES = (
    "long dashes",
    "wide dashes",
    "tilde",
    "numeral dash",
    "zhuang",
    "full width",
    "spaces",
    "hash dash",
    "wide hash",
    "lou",
)
GOOD_IDS = ("plain",) * 8 + ("lower", "spaced", "full width", "padded")
BAD_IDS = ("plain",) * 12 + (
    "wrong check",
    "short",
    "float",
    "science",
    "passport",
    "none",
    "fifteen",
    "wrong digit",
    "long",
)
GOOD_PHONES = ("plain",) * 6 + ("integer", "spaced", "hyphens")
BAD_PHONES = ("plain",) * 8 + (
    "two",
    "with landline",
    "ten",
    "twelve",
    "science",
    "country",
    "owner",
    "seven",
    "bad start",
    "none",
)


def outsiders_list(maker: Maker) -> None:
    """外来人员登记表: title, unit and date above, footer below; one file a grid, the folder names the grid."""
    for grid in maker.grids(4):
        hand = maker.hand(dt.date(2020, 2, 8))
        file = f"第{grid.number}网格/外来及返乡人员登记表.xlsx"
        painter = maker.painter(file, "Sheet1")
        columns = [
            hand.serial(), hand.name("姓  名", ("plain", "padded", "relation")), hand.gender(),
            hand.id_number("身份证号码", BAD_IDS), hand.phone("联系方式", BAD_PHONES),
            hand.address("现居住地址", PLAIN_ADDRESSES, "{compound}"), hand.text("从何地返回", "from_place", "from"),
            hand.date("返回时间", "arrive_date", "arrived", ("text", "month day", "iso", "relative", "lunar"), 0.05),
            hand.text("乘坐交通工具", "transport", "transport"), hand.text("车次/航班/车牌", "trip_number", "trip"),
            hand.answer("目前有无发热、咳嗽等症状", "symptoms", "symptoms"), hand.text("备注", "note", "note"),
        ]  # fmt: skip
        rows = [
            journey_facts(j) | {"symptoms": False, "note": "已电话告知" if j.hubei else ""}
            for j in maker.community.journeys_in(grid.number)
        ]
        painter.canvas.line(1, "外来及返乡人员情况登记表", len(columns))
        painter.canvas.line(
            2, f"填报单位：{grid.compound}      填报日期：2020年2月8日      网格员：{grid.worker}", len(columns)
        )
        painter.table(
            3, 1, "returnees", columns, rows,
            {"grid": ok(grid.number), "date": ok("2020-02-08"), "worker": ok(grid.worker, "")},
            Habits(footer=("填表人：李会计        审核人：              联系电话：8081234",), total="合计"),
        )  # fmt: skip
        maker.hand_in(file, [painter])


def numbered_questionnaire(maker: Maker) -> None:
    """湖北返回人员排查: numbered headings with instructions inside, two rows of headings, the return in three columns."""
    hand = maker.hand()
    file = "街道要求/重点疫区返回人员排查表（2.9报）.xls"
    painter = maker.painter(file, "排查表")
    return_words = ("11.返回时间（务必精确到日）",)
    columns = [
        hand.serial(""), hand.grid("1.所属网格", "{}"), hand.name("2.返乡人员姓名", ("plain",)),
        hand.id_number("3.身份证号（18位，请设置为文本格式）", GOOD_IDS), hand.phone("4.本人手机号码", GOOD_PHONES),
        hand.part("5.小区名称", "compound"), hand.part("6.楼号", "building", "hash"), hand.part("7.单元", "entrance", "number"),
        hand.part("8.房间号", "flat", "number"), hand.yes_no("9.是否从湖北返回（湖北籍但未回过湖北的填否）", "hubei", "hubei"),
        hand.yes_no("10.是否到过武汉（含途经）", "wuhan", "wuhan"),
        *hand.three_dates([(return_words[0], "年"), (return_words[0], "月"), (return_words[0], "日")], "arrive_date", "arrived"),
        hand.date("12.离开湖北时间(如第9项为否此项不填)", "left_date", "left", ("dots", "cell", "compact number")),
        hand.text("13.来鲁方式", "transport", "transport"), hand.answer("14.是否与确诊病例有过密切接触", "contact", "contact", "是", "否"),
        hand.text("15.采取措施", "measure", "measure"), hand.other("16.工作单位", "employer"),
    ]  # fmt: skip
    rows = []
    for journey in maker.community.journeys:
        facts = journey_facts(journey) | {
            "contact": False,
            "measure": "居家隔离",
            "employer": hand.rng.choice(("", "油田物探院", "个体")),
        }
        rows.append(facts if journey.hubei else facts | {"left": None})
    painter.canvas.line(1, "附件2", 1, merged=False)
    painter.canvas.line(2, "重点疫区返回人员情况排查统计表", len(columns))
    painter.canvas.line(3, "（统计时间：截至2月9日16时）", len(columns))
    painter.table(4, 1, "returnees", columns, rows, {"date": ok("2020-02-09", "")}, Habits(repeat_header=20))
    maker.hand_in(file, [painter])


def returnee_sheets_by_date(maker: Maker) -> None:
    """One sheet a day, headings full of typos, values full of habits; empty days say 无."""
    hand = maker.hand()
    file = "每日新增返回人员.xlsx"
    painters = []
    by_day: dict[dt.date, list[dict[str, object]]] = {}
    for journey in maker.community.journeys:
        by_day.setdefault(journey.arrived, []).append(journey_facts(journey))
    for day in (dt.date(2020, 2, 3) + dt.timedelta(days=n) for n in range(7)):
        painter = maker.painter(file, f"{day.month}.{day.day}")
        columns = [
            hand.serial("编号"), hand.name("人员姓名"), hand.id_number("公民身份证号", GOOD_IDS), hand.phone("联系电活", GOOD_PHONES),
            hand.address("详细住址（小区、楼栋、单元、房号）", ODD_ADDRESSES, "{short}"), hand.text("出发地", "from_place", "from"),
            hand.date("出发日期", "left_date", "left", ("number", "month day hao", "serial")),
            hand.date("到达我市日期", "arrive_date", "arrived", ("number", "padded text", "weekday", "spaced")),
            hand.text("同行人员", "companions", "companions"), hand.text("户籍所在地", "registered_residence", "residence"),
        ]  # fmt: skip
        rows = by_day.get(day, [])
        painter.canvas.line(1, f"{day.month}月{day.day}日新增返回人员", len(columns))
        below = painter.table(2, 1, "returnees", columns, rows, {"date": ok(day)})
        if not rows:
            painter.canvas.put(below, 2, "无", "note")
        painters.append(painter)
    maker.hand_in(file, painters)


def quarantine_ledger(maker: Maker) -> None:
    """居家观察人员管理台账: two rows of merged headings, ticks, three dates side by side."""
    hand = maker.hand()
    file = "居家医学观察人员管理台账（汇总）.xlsx"
    painter = maker.painter(file, "台账")
    basic, period, papers = "人员基本信息", "观察期限", "手续办理"
    columns = [
        hand.serial(), hand.name((basic, "姓名"), ("plain", "spaced")), hand.id_number((basic, "证件号码"), BAD_IDS),
        hand.phone((basic, "电话"), GOOD_PHONES), hand.address((basic, "观察地点"), (*PLAIN_ADDRESSES, *ODD_ADDRESSES), "{compound}"),
        hand.date((period, "起始日期"), "start_date", "arrived", ("dots padded", "cell", "short year")),
        hand.date((period, "预计期满日期"), "due_date", "due", ("dots padded", "cell", "full width")),
        hand.date((period, "实际解除日期"), "released_date", "released on", ("dots padded", "month day")),
        hand.yes_no((papers, "是否签订告知书"), "notice_signed", "notice", "tick"),
        hand.yes_no((papers, "是否签订承诺书"), "pledge_signed", "pledge", "only yes"),
        hand.yes_no("是否接触隔离", "released", "released"), hand.name("包保责任人", field="responsible", key="responsible"),
        hand.text("备  注", "note", "note"),
    ]  # fmt: skip
    workers = {grid.number: grid.worker for grid in maker.community.grids}
    rows = [journey_facts(j) | {"responsible": workers[j.person.home.grid]} for j in maker.community.journeys]
    painter.canvas.line(1, "胜景社区居家医学观察人员管理台账", len(columns))
    habits = Habits(section=lambda facts: f"第{facts['home'].grid}网格", hide_every=9)  # type: ignore[attr-defined]
    row = painter.table(2, 1, "quarantine", columns, rows, {}, habits)
    for record, facts in zip(painter.records, rows, strict=True):
        record.fields["grid"] = ok(facts["home"].grid)  # type: ignore[attr-defined]
    painter.canvas.line(row + 1, "说明：1.本表每日更新；2.期满人员由网格员确认后填写实际解除日期。", len(columns))
    maker.hand_in(file, [painter])


def household_register(maker: Maker) -> None:
    """居民底册: one sheet a building, the household merged downwards, .xls."""
    for grid in maker.grids(3):
        hand = maker.hand()
        file = f"{grid.compound}居民信息（网格{grid.number}）.xls"
        painters = []
        for building in grid.buildings:
            people = [p for p in maker.community.in_grid(grid.number) if p.home.building == building]
            if not people:
                continue
            painter = maker.painter(file, f"{building}号楼")
            columns = [
                hand.part("单元", "entrance", "{}单元"), hand.part("门牌", "flat", "text"), hand.text("户编码", "household_number", "household"),
                hand.name("家庭成员姓名"), hand.text("与户主关系", "relation", "relation"), hand.gender(),
                hand.id_number("公民身份号码", BAD_IDS), hand.phone("联系电话（必填）", BAD_PHONES), hand.text("户籍", "registered_residence", "residence"),
            ]  # fmt: skip
            for column in columns[:3]:
                column.down = True
            painter.canvas.line(1, f"{grid.compound}{building}号楼居民信息采集表", len(columns))
            rows = blocks(person_facts(person) for person in people)
            fixed = {"compound": compound_around(grid.compound), "building": ok(building), "grid": ok(grid.number)}
            painter.table(2, 1, "households", columns, rows, fixed, Habits(blank_every=25))
            painters.append(painter)
        maker.hand_in(file, painters)


def register_in_csv(maker: Maker) -> None:
    """居民花名册 exported from another program: CSV in GBK, no title."""
    for grid in maker.grids(2):
        hand = maker.hand()
        file = f"导出/居民台账_{grid.number}.csv"
        painter = maker.painter(file, f"居民台账_{grid.number}")
        columns = [
            hand.grid("网格号"), hand.name("居民姓名"), hand.id_number("身份证号", GOOD_IDS), hand.phone("手机"),
            hand.part("小区", "compound"), hand.part("楼栋", "building", "dong"), hand.part("单元号", "entrance"), hand.part("室", "flat"),
            hand.text("家庭关系", "relation", "relation"), hand.text("户籍地址", "registered_residence", "residence"),
        ]  # fmt: skip
        painter.table(1, 1, "households", columns, [person_facts(p) for p in maker.community.in_grid(grid.number)])
        maker.hand_in(file, [painter], "gb18030")


STATUS_WORDS = {
    "checked": ("已入户", "家中有人", "已排查", "租户", "电话已联系"),
    "empty": ("空户", "无人居住", "空房", "没人住"),
    "no_answer": ("无人应答", "敲门无人", "没人开门"),
    "refused": ("拒访", "不开门不配合", "拒绝登记"),
}


def screening_rows(maker: Maker, hand: Hand, number: str) -> list[dict[str, object]]:
    """Doors of one grid, a row each, with what was found."""
    rows: list[dict[str, object]] = []
    seen: set[Flat] = set()
    for person in maker.community.in_grid(number):
        if person.home in seen:
            continue
        seen.add(person.home)
        status = hand.rng.choice(("checked",) * 7 + ("empty", "no_answer", "refused"))
        found = status == "checked"
        facts = person_facts(person) | {
            "status": status, "method": hand.rng.choice(("visit", "phone")) if found else "visit",
            "count": hand.rng.randint(1, 5) if found else None, "outsiders": hand.rng.random() < 0.1 if found else None,
            "travel": False if found else None, "contact": False if found else None, "symptoms": False if found else None,
            "temperature": round(hand.rng.uniform(36.0, 36.9), 1) if found else None, "day": maker.community.day - dt.timedelta(days=hand.rng.randint(0, 4)),
        }  # fmt: skip
        rows.append(facts if found else facts | {"name": "", "person": ""})
    return rows


def screening_by_door(maker: Maker) -> None:
    """入户摸排表: address in parts, status in words, hidden column, the worker in the title."""
    for grid in maker.grids(3):
        hand = maker.hand()
        file = f"{grid.number}网格/社区防控摸排表.xlsx"
        painter = maker.painter(file, "摸排")
        columns = [
            hand.serial("序"), hand.part("楼", "building", "{}号楼"), hand.part("单元", "entrance", "number"), hand.part("房号", "flat", "number"),
            hand.name("户主姓名"), hand.count("现住人口", "people_count", "count", "{}人"), hand.coded("入户情况", "visit_status", "status", STATUS_WORDS),
            hand.coded("排查方式", "method", "method", {"visit": ("入户", "上门"), "phone": ("电话", "打电话")}),
            hand.answer("家中有无外来人员", "outsiders", "outsiders"), hand.answer("近期有无外出史", "travel", "travel"),
            hand.answer("有无接触湖北来人", "contact", "contact"), hand.answer("身体状况", "symptoms", "symptoms", "发热", "良好"),
            hand.temperature("体温（℃）", "temperature", "temperature", ("plain", "unit", "circle stop", "comma")),
            hand.date("摸排日期", "date", "day", ("month day bare", "slash text", "with hour")), hand.text("备注", "note", "note"),
        ]  # fmt: skip
        painter.canvas.hidden_columns.add(6)
        painter.canvas.filtered = True
        painter.canvas.line(
            1, f"{grid.compound}第{grid.number}网格入户摸排登记表　　网格员：{grid.worker}", len(columns)
        )
        rows = screening_rows(maker, hand, grid.number)
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number), "worker": ok(grid.worker, "")}
        painter.table(2, 1, "screening", columns, rows, fixed, Habits(subtotal_every=15))
        maker.hand_in(file, [painter])


def tick(code: str, heading: tuple[str, ...]) -> Column:
    """A column that is ticked where its status applies."""

    def write(facts: Facts) -> Says:
        return Says("√", {"visit_status": ok(code)}) if facts["status"] == code else Says(None, {})

    return Column(heading, write)


def screening_with_ticks(maker: Maker) -> None:
    """疫情排查表: a tick under the column that applies, day and worker repeated by 同上."""
    for grid in maker.grids(2):
        hand = maker.hand()
        file = f"疫情期间逐户排查{grid.number}.ods"
        painter = maker.painter(file, "Sheet1")

        group = "敲门结果（打√）"
        columns = [
            hand.address("房号", ("dashes",)), tick("checked", (group, "有人")), tick("no_answer", (group, "无人应答")),
            tick("empty", (group, "空户")), tick("refused", (group, "拒访")), hand.name("被调查人姓名"), hand.phone("电话号码", GOOD_PHONES),
            hand.count("常住人数", "people_count", "count"), hand.date("排查时间", "date", "day", ("month day",)), hand.name("排查人", field="worker", key="worker"),
        ]  # fmt: skip
        columns[8].ditto, columns[9].ditto = "〃", "同上"
        rows = [facts | {"worker": grid.worker} for facts in screening_rows(maker, hand, grid.number)]
        rows = [facts if facts["name"] else facts | {"phone": ""} for facts in rows]
        painter.canvas.line(1, f"{grid.compound}逐户排查登记（第{grid.number}网格）", len(columns))
        painter.table(
            3, 1, "screening", columns, rows, {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
        )
        maker.hand_in(file, [painter])


CLERKS = (
    outsiders_list, numbered_questionnaire, returnee_sheets_by_date, quarantine_ledger, household_register, register_in_csv,
    screening_by_door, screening_with_ticks,
)  # fmt: skip
