"""Clerks whose layouts are odd: tables that start somewhere, three rows of headings, several tables, foreign sheets."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.clerks_gate import plate
from tests.held_apart.clerks_health import TEMPERATURES, slot_of, wide_spread
from tests.held_apart.clerks_people import BAD_IDS, BAD_PHONES, GOOD_IDS, GOOD_PHONES, ODD_ADDRESSES, PLAIN_ADDRESSES
from tests.held_apart.columns import journey_facts, person_facts
from tests.held_apart.hands import compound_around
from tests.held_apart.making import Maker
from tests.held_apart.painting import Habits, blocks
from tests.held_apart.truth import ok


def three_rows_of_headings(maker: Maker) -> None:
    """Merged over three rows, numbers under the headings, prepared empty rows, the table begins at B4."""
    hand = maker.hand()
    for grid in maker.grids(2):
        file = f"湖北及疫区返回人员管控表-{grid.compound}{grid.number}网格.xlsx"
        painter = maker.painter(file, "统计表")
        who, trip, now = "基本情况", "行程情况", "管控情况"
        columns = [
            hand.serial(), hand.name((who, "本人", "姓 名"), ("plain", "padded")), hand.gender((who, "本人", "性 别")), hand.id_number((who, "本人", "身份证\n号 码"), BAD_IDS),
            hand.phone((who, "联系\n电话"), BAD_PHONES), hand.address((who, "现住址\n（详细到门牌号）"), PLAIN_ADDRESSES),
            hand.text((trip, "来自何地\n（省市县）"), "from_place", "from"), hand.date((trip, "时间", "离开日期"), "left_date", "left", ("month day", "text"), 0.05),
            hand.date((trip, "时间", "返东日期"), "arrive_date", "arrived", ("month day", "number"), 0.05), hand.text((trip, "交通方式"), "transport", "transport"),
            hand.yes_no((trip, "是否到过武汉"), "wuhan", "wuhan", "tick"), hand.answer((now, "有无症状"), "symptoms", "symptoms"), hand.text((now, "采取的管控措施"), "measure", "measure"),
            hand.name((now, "管控责任人"), field="worker", key="worker"),
        ]  # fmt: skip
        rows = [
            journey_facts(j) | {"symptoms": False, "measure": "居家观察14天", "worker": grid.worker}
            for j in maker.community.journeys_in(grid.number)
        ]
        painter.canvas.line(2, f"{grid.compound}湖北及疫区返回人员管控情况统计表", len(columns), column=2)
        painter.canvas.put(3, 3, "填报单位（盖章）：胜景社区", "note")
        painter.canvas.put(3, 12, "填报时间：2020.2.9", "note")
        fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number), "date": ok("2020-02-09")}
        painter.table(
            4,
            2,
            "returnees",
            columns,
            rows,
            fixed,
            Habits(
                numbered_headings=True,
                empty_serials=6,
                footer=("注：1.本表由网格员填写，每日15时前上报。2.湖北籍人员单独报。",),
            ),
        )
        maker.hand_in(file, [painter]).wrong_dimension = True


def with_formulas(maker: Maker) -> None:
    """Due dates reckoned by a formula; the file is of a Mac (1904 dates) in a second one."""
    hand = maker.hand()
    file = "隔离人员台账（公式版）.xlsx"
    painter = maker.painter(file, "Sheet1")
    columns = [
        hand.name("被隔离人员"), hand.id_number("身份证", GOOD_IDS), hand.phone("电话", GOOD_PHONES), hand.address("隔离地址", ODD_ADDRESSES, "{compound}"),
        hand.date("隔离开始时间", "start_date", "arrived", ("cell",)), hand.formula("隔离到期时间", "due_date", "due", "=E3+14"),
        hand.yes_no("告知书（是/否）", "notice_signed", "notice", "signed"), hand.yes_no("保证书（是/否）", "pledge_signed", "pledge", "signed"),
    ]  # fmt: skip
    rows = [journey_facts(j) for j in maker.community.journeys[::3]]
    painter.canvas.line(1, "居家隔离人员台账", len(columns))
    painter.table(2, 1, "quarantine", columns, rows)
    maker.hand_in(file, [painter])
    mac = maker.painter("隔离台账mac.xlsx", "台账")
    columns = [
        hand.name("姓名"), hand.phone("联系电话", GOOD_PHONES), hand.address("隔离住址", ("full",), "{compound}"), hand.date("隔离起始日期", "start_date", "arrived", ("cell",)),
        hand.date("解除隔离日期", "released_date", "released on", ("cell",)), hand.yes_no("是否已解除隔离", "released", "released", "capital"),
    ]  # fmt: skip
    mac.table(1, 1, "quarantine", columns, [journey_facts(j) for j in maker.community.journeys[1::3]])
    maker.hand_in("隔离台账mac.xlsx", [mac]).dates_1904 = True


def tables_on_one_sheet(maker: Maker) -> None:
    """Returnees above, their temperatures below, passes to the right: one sheet for everything."""
    hand = maker.hand()
    grid = maker.grids(1)[0]
    file = f"{grid.worker}-{grid.number}网格-2月9日.xlsx"
    painter = maker.painter(file, "日报")
    journeys = maker.community.journeys_in(grid.number)
    columns = [
        hand.serial(), hand.name("姓名"), hand.phone("联系电话", GOOD_PHONES), hand.address("住址", ("dashes", "hash")), hand.text("返回地", "from_place", "from"),
        hand.date("返回时间", "arrive_date", "arrived", ("month day", "slash text")),
    ]  # fmt: skip
    fixed = {"compound": compound_around(grid.compound), "grid": ok(grid.number)}
    painter.canvas.line(1, f"一、{grid.compound}返乡人员", 6)
    below = painter.table(
        2, 1, "returnees", columns, [journey_facts(j) for j in journeys], fixed | {"date": ok("2020-02-09", "")}
    )
    cars = [
        hand.text("出入证编号", "pass_number", "number"),
        hand.plate("车牌号", ("plain", "dot")),
        hand.name("车主"),
        hand.entrance_flat("单元房号"),
    ]
    around = fixed | {"compound": ok(*compound_around(grid.compound).values, "")}
    owners = hand.rng.sample(maker.community.in_grid(grid.number), 3)
    painter.canvas.line(1, "二、新办车辆出入证", 4, column=8)
    painter.table(
        2,
        8,
        "passes",
        cars,
        [person_facts(p) | {"number": f"{n:03d}", "plate": plate(hand)} for n, p in enumerate(owners, 1)],
        around | {"issued_date": ok("", "2020-02-09")},
    )
    day = maker.community.day
    painter.canvas.line(below + 1, "三、体温", 6)
    columns = [hand.serial(), hand.name("姓名"), hand.address("房号", ("dashes",))]
    spreads = [
        wide_spread(hand, (f"{day.month}月{day.day}日{word}",), day, slot_of(word), TEMPERATURES)
        for word in ("上午", "下午")
    ]
    painter.table(
        below + 2, 1, "temperatures", columns, [journey_facts(j) for j in journeys], around, Habits(), spreads
    )
    maker.hand_in(file, [painter])


def from_other_programs(maker: Maker) -> None:
    """CSV from other programs: tab after long numbers, UTF-8 with BOM; and one with semicolons."""
    hand = maker.hand()
    for file, delimiter in (("导出/returnees_export.csv", ","), ("导出/返乡人员导出.csv", ";")):
        painter = maker.painter(file, file.rpartition("/")[2].removesuffix(".csv"))
        columns = [
            hand.name("姓名"), hand.id_number("身份证号码", GOOD_IDS), hand.phone("手机号码"), hand.address("现住地址", PLAIN_ADDRESSES, "山东省东营市{compound}"),
            hand.text("何处返程", "from_place", "from"), hand.date("离开时间", "left_date", "left", ("stamp", "iso")), hand.date("到达本市日期", "arrive_date", "arrived", ("stamp", "slashes", "number")),
            hand.yes_no("14天内是否到过湖北", "hubei", "hubei", "y"), hand.text("籍贯", "registered_residence", "residence"),
        ]  # fmt: skip
        painter.table(1, 1, "returnees", columns, [journey_facts(j) for j in maker.community.journeys[::4]])
        for (row, column), value in list(painter.canvas.cells.items()):
            if row > 1 and column in (2, 3) and isinstance(value, str) and delimiter == ",":
                painter.canvas.cells[row, column] = f"{value}\t"
        maker.hand_in(file, [painter]).delimiter = delimiter


def households_on_doors(maker: Maker) -> None:
    """入户登记 by household: address and phone merged over the household's people, members row by row; two name columns."""
    hand = maker.hand()
    for grid in maker.grids(2):
        file = f"网格{grid.number}/居民信息登记.xlsx"
        painter = maker.painter(file, "登记表")
        columns = [
            hand.serial("户\u3000号"), hand.address("居住地址", PLAIN_ADDRESSES, "{compound}"), hand.name("姓名", ("plain", "padded")), hand.text("与户主\n关系", "relation", "relation"), hand.gender(),
            hand.id_number("身份证号", GOOD_IDS), hand.phone("联系方式", BAD_PHONES), hand.text("户口所在地", "registered_residence", "residence"), hand.text("备注", "note", "note"),
        ]  # fmt: skip
        columns[0] = hand.text("户编号", "household_number", "household")
        columns[0].down = columns[1].down = True
        columns[7].ditto = "同上"
        painter.canvas.line(1, "居民信息登记表", len(columns))
        painter.table(
            2,
            1,
            "households",
            columns,
            blocks(person_facts(p) for p in maker.community.in_grid(grid.number)),
            {"grid": ok(grid.number)},
            Habits(section=None),
        )
        lists = maker.painter(file, "选项")
        for row, word in enumerate(("本人", "配偶", "子女", "父母", "租户"), 1):
            lists.canvas.put(row, 1, word, "note")
        lists.canvas.hidden = True
        maker.hand_in(file, [painter, lists])


def foreign_sheets(maker: Maker) -> None:
    """Sheets that are no form: goods handed out, a meeting's minutes. Nothing may be read from them."""
    hand = maker.hand()
    painter = maker.painter("其他/防疫物资领用登记.xlsx", "物资")
    for column, heading in enumerate(("序号", "物资名称", "规格", "领用数量", "领用单位", "库存"), 1):
        painter.canvas.put(1, column, heading, "note|heading")
    for row in range(2, 8):
        for column, value in enumerate(
            (row - 1, hand.rng.choice(("口罩", "酒精", "喷壶")), "箱", hand.rng.randint(1, 20), "胜大物业", 30), 1
        ):
            painter.canvas.put(row, column, value, "note|held")
    maker.hand_in("其他/防疫物资领用登记.xlsx", [painter])
    minutes = maker.painter("其他/会议纪要.xlsx", "纪要")
    for row, text in enumerate(
        (
            "社区疫情防控工作会议纪要",
            "时间：2020年2月7日",
            "地点：社区会议室",
            "一、通报近期排查情况。",
            "二、安排下步工作。",
        ),
        1,
    ):
        minutes.canvas.put(row, 1, text, "note|held")
    maker.hand_in("其他/会议纪要.xlsx", [minutes])


def ages_and_dates(maker: Maker) -> None:
    """志愿者招募: age instead of birth; temperatures wide with real dates as headings and the month in the title."""
    hand = maker.hand()
    day = maker.community.day
    grid = maker.grids(1)[0]
    file = f"{grid.compound}{grid.number}网格体温表.xlsx"
    painter = maker.painter(file, "2月")
    days = [day - dt.timedelta(days=back) for back in (3, 2, 1, 0)]
    columns = [hand.name("姓名"), hand.address("门牌号", ("dashes", "full")), hand.phone("电话", GOOD_PHONES)]
    spreads = [
        wide_spread(hand, (f"{each.day}日", word), each, slot_of(word), TEMPERATURES)
        for each in days
        for word in ("上午", "下午")
    ]
    painter.canvas.line(1, "居家隔离人员体温监测表（2020年2月）", 11)
    painter.table(
        2,
        1,
        "temperatures",
        columns,
        [journey_facts(j) for j in maker.community.journeys_in(grid.number)],
        {"compound": compound_around(grid.compound), "grid": ok(grid.number)},
        Habits(),
        spreads,
    )
    maker.hand_in(file, [painter])


CLERKS = (
    three_rows_of_headings,
    with_formulas,
    tables_on_one_sheet,
    from_other_programs,
    households_on_doors,
    foreign_sheets,
    ages_and_dates,
)
