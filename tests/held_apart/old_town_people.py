"""The old town's sheets about people: registers, returnees, the ledger, screening, temperatures, the street's lists."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.clerks_street import masked_id, masked_phone
from tests.held_apart.old_town import Home, Journey, Person, due, write_buildings
from tests.held_apart.old_town_desk import (
    Desk,
    Entry,
    Page,
    Value,
    address_cells,
    address_columns,
    letter,
    month_day,
    who_fields,
    write_date,
)
from tests.held_apart.population import identity_number, person_name, phone_number

ELSEWHERE = ("洛龙区开元大道天元小区3号楼2单元501", "涧西区景华路10号院2-1-301", "郑州市金水区经三路15号院4-2-201")


def registers(desk: Desk) -> None:
    """Grids, compounds, checkpoints: one workbook of three sheets on the first day."""
    town, day, rng = desk.town, desk.town.days[0], desk.habits("registers")
    grids = Page("网格划分")
    grids.line(f"{rng.choice(('鼓楼前社区网格划分表', '网格化管理一览表'))}")
    grids.line(
        "序号",
        "网格",
        "网格员",
        "联系电话",
        rng.choice(("负责小区", "小区名称", "所辖小区（村、院）")),
        rng.choice(("楼栋", "楼栋范围", "负责楼栋")),
        "户数",
    )
    parts = [(grid, part) for grid in town.grids for part in grid.parts]
    for number, (grid, part) in enumerate(parts, start=1):
        fields = {"worker": grid.worker, "phone": grid.phone, "compound": part[0]}
        entry = Entry("grids", (grid.number, part[0], part[2]), fields)
        grids.record([number, grid.name, grid.worker, grid.phone, part[0], write_buildings(part, rng), 12], entry)
    compounds = Page("小区一览")
    compounds.line("小区名称", "物业公司", "负责人", "联系电话", "户数")
    names = list(dict.fromkeys(part[0] for grid in town.grids for part in grid.parts))
    for place, name in enumerate(names):
        company = "无" if "村" in name or "平房" in name else f"洛安物业{place % 3}分公司"
        fields = {"compound": name, "property_company": "" if company == "无" else company}
        compounds.record(
            [name, company, person_name(rng, "男"), f"6395{place:04d}", 24], Entry("compounds", (name,), fields)
        )
    points = Page("劝返点")
    points.line("劝返点名称", "所属小区", "值守单位")
    for name in names[:6]:
        points.record([f"{name}东门", name, "社区"], Entry("checkpoints", (name,), {"checkpoint": f"{name}东门"}))
    desk.drop("社区基本情况.xlsx", day, grids, compounds, points)


def household_page(desk: Desk, number: int, version: int) -> Page:
    """A grid's register; a later version has a new member at the end, one phone put right and one emptied."""
    town = desk.town
    page = Page("底册")
    address, split = address_columns(desk, "households", number)
    rng = desk.habits("households", number)
    page.line(f"{town.grids[number - 1].name}居民底册" if rng.random() < 0.7 else "居民底册")
    page.line(
        "序号", "姓名", "性别", "公民身份号码", "与户主关系", rng.choice(("联系电话", "手机号码")), *address, "户籍地"
    )
    people = town.in_grid(number)
    for place, person in enumerate(people, start=1):
        phone = person.phone
        if version and place in (2, 4):
            phone = "" if place == 2 else f"139{phone[3:]}"
        fields = who_fields(person) | {"phone": phone}
        cells = address_cells(desk, person.home, split, "households", number)
        row: list[Value] = [
            place,
            person.name,
            person.gender,
            person.id_number,
            person.relation,
            phone or None,
            *cells,
            "河南洛阳",
        ]
        page.record(row, Entry("households", (person.key, person.home), fields, person.key, person.home))
    return page


def households(desk: Desk, index: int) -> None:
    """A register a grid on the first day; on the second, two grids send longer ones under other names."""
    town, day = desk.town, desk.town.days[index]
    for grid in town.grids:
        folder = f"{town.grid_words(grid.number, desk.habits('folder', grid.number))}/"
        folder = folder if desk.habits("has folder", grid.number).random() < 0.6 else ""
        if index == 0:
            desk.drop(f"{folder}居民底册{grid.number}.xlsx", day, household_page(desk, grid.number, 0))
        elif index == 1 and grid.number in (2, 5):
            rng = desk.habits("newborn", grid.number)
            head = town.heads(grid.number)[0]
            born = dt.date(1949, 5, 5)
            person = Person(
                f"P{len(town.people):04d}", person_name(rng, "女", "欧阳") + "雪", "女", identity_number(born, 700 + grid.number * 2), phone_number(rng), head.home,
                "母亲", head.key,
            )  # fmt: skip
            town.people.append(person)
            desk.drop(f"底册（改）{grid.number}.xlsx", day, household_page(desk, grid.number, 1))


def returnee_row(desk: Desk, journey: Journey, split: bool, number: int, version: int) -> tuple[list[Value], Entry]:
    """One returnee's cells after the serial number; the second version says another transport and no phone for some."""
    person, rng = journey.person, desk.habits("returnee", journey.person.key)
    transport, trip = rng.choice((("自驾", "豫C12T45"), ("火车", "G1892"), ("大巴", ""), ("飞机", "CZ3456")))
    phone = person.phone
    if version and rng.random() < 0.2:
        phone = ""
    if version and rng.random() < 0.3:
        transport, trip = "火车", "K1234"
    fields = who_fields(person) | {
        "phone": phone, "from_place": journey.place, "left_date": f"{journey.left}", "arrive_date": f"{journey.arrived}", "transport": transport,
        "measure": "集中隔离" if journey.transferred else "居家隔离",
    }  # fmt: skip
    cells: list[Value] = [
        person.name, person.id_number, phone or None, *address_cells(desk, person.home, split, "returnees", number), journey.place,
        write_date(journey.left, rng), write_date(journey.arrived, rng), transport, trip or None, fields["measure"],
    ]  # fmt: skip
    return cells, Entry("returnees", (person.key, journey.arrived), fields, person.key, person.home)


def returnees(desk: Desk, index: int) -> None:
    """A list a grid that grows; some hand in only who is new, some nothing when nobody came."""
    town, day = desk.town, desk.town.days[index]
    for grid in town.grids:
        rng = desk.habits("returnees author", grid.number)
        address, split = address_columns(desk, "returnees", grid.number)
        heads = [
            rng.choice(("姓名", "返乡人员姓名", "人员姓名")), rng.choice(("身份证号", "身份证号码")), rng.choice(("联系电话", "手机号")), *address,
            rng.choice(("来源地", "从何地返回", "返回前所在地")), rng.choice(("离开时间", "出发日期")), rng.choice(("返洛时间", "返回日期", "到达日期", "来洛时间")), "交通工具", "车次/航班/车牌号", "采取措施",
        ]  # fmt: skip
        known = [j for j in town.journeys if j.person.home.grid == grid.number and j.known <= day]
        fresh = [j for j in known if j.known == day or index == 0]
        only_new = rng.random() < 0.4
        listed = fresh if only_new else known
        if index and not (fresh or (not only_new and rng.random() < 0.5)):
            continue
        page = Page(rng.choice(("Sheet1", "返乡人员", f"{day.month}.{day.day}")))
        page.line(rng.choice(("返乡人员登记表", "外地返洛人员排查登记表", "春节返乡人员台账")))
        if rng.random() < 0.5:
            page.line(f"填报单位：{grid.name}", None, None, None, f"填报日期：{day.year}年{month_day(day)}")
        page.line("序号", *heads)
        for place, journey in enumerate(listed, start=1):
            cells, entry = returnee_row(desk, journey, split, grid.number, 0 if only_new else int(index > 0))
            page.record([place, *cells], entry)
        if not listed:
            page.line("无")
        name = f"{grid.name}返乡{'新增' if only_new else ''}{day.month}.{day.day}.xlsx"
        desk.drop(name if rng.random() < 0.5 else f"{grid.name}/{name}", day, page)


def ledger(desk: Desk, index: int) -> None:
    """The community's quarantine ledger, a fuller version a day: papers signed, releases entered."""
    town, day, rng = desk.town, desk.town.days[index], desk.habits("ledger author")
    page = Page("台账")
    page.line("居家隔离人员管理台账")
    date_style = desk.habits("ledger dates")
    page.line(
        "序号",
        "姓名",
        "证件号码",
        "联系方式",
        "隔离地址",
        "来源地",
        "开始隔离时间",
        "是否签告知书",
        "是否签承诺书",
        "解除时间",
        "责任人",
        "备注",
    )
    known = [j for j in town.journeys if j.known < day or (index == 0 and j.known <= day)]
    known = [j for j in known if due(town, j.category, j.left, j.arrived) is not None and not j.transferred]
    style = date_style.random()
    for place, journey in enumerate(sorted(known, key=lambda j: (j.known, j.person.key)), start=1):
        person = journey.person
        signed = journey.signed is not None and journey.signed <= day
        released = journey.released if journey.released and journey.released <= day else None
        fields = {
            "name": person.name, "start_date": f"{journey.arrived}", "notice_signed": "yes" if signed else "no", "released_date": f"{released}" if released else "",
        }  # fmt: skip
        said = (
            (month_day(released) if style < 0.5 else f"{released:%Y.}{released.month}.{released.day}")
            if released
            else None
        )
        page.record(
            [
                place, person.name, person.id_number, person.phone, desk.address(person.home, "ledger"), journey.place, f"{journey.arrived:%Y-%m-%d}", "是" if signed else "否",
                "是" if signed else "否", said, town.grids[person.home.grid - 1].worker, None,
            ],
            Entry("quarantine", (person.key, journey.arrived), fields, person.key, person.home),
        )  # fmt: skip
    desk.drop(rng.choice(("隔离台账{}.xlsx", "居家隔离/{}台账.xlsx")).format(f"{day:%m%d}"), day, page)


VISITS = {
    "checked": ("已入户", "在家", "正常", "有人在家"), "no_answer": ("无人应答", "敲门无人", "家中无人"), "empty": ("空户", "无人居住", "空房"),
    "refused": ("拒访", "拒绝开门", "不配合"),
}  # fmt: skip


def screening(desk: Desk, index: int) -> None:
    """Every grid's doors of a day: new ones, and those again that stayed shut; one grid's first day comes on the third."""
    town = desk.town
    for grid in town.grids:
        late = grid.number == 3
        if late and index == 0:
            continue
        screening_sheet(desk, grid.number, index, town.days[index])
        if late and index == 2:
            screening_sheet(desk, grid.number, 0, town.days[index])


def visit(desk: Desk, head: Person, index: int) -> str:
    """What was found at a door on the nth day, `""` where nobody knocked: shut ones are knocked at again."""
    rng = desk.habits("doors", head.key)
    first, again = rng.randint(0, 3), rng.random() < 0.7
    status = rng.choice(("checked", "checked", "checked", "no_answer", "no_answer", "empty", "refused"))
    if index == first:
        return status
    if index > first and status in ("no_answer", "refused") and again and index == first + 1:
        return rng.choice(("checked", "no_answer", "empty"))
    return ""


def screening_sheet(desk: Desk, number: int, index: int, handed_in: dt.date) -> None:
    """One grid's sheet about the nth day."""
    town, day = desk.town, desk.town.days[index]
    grid, rng = town.grids[number - 1], desk.habits("screening author", number)
    address, split = address_columns(desk, "screening", number)
    in_column, in_title = rng.random() < 0.4, rng.random() < 0.6
    page = Page(f"{day.month}.{day.day}" if not (in_column or in_title) else "Sheet1")
    title = rng.choice(("入户摸排登记表", "入户排查情况表", "逐户排查登记表"))
    page.line(f"{title}（{month_day(day)}）" if in_title else title)
    page.line(
        "序号", rng.choice(("户主姓名", "姓名")), *address, "联系电话", rng.choice(("入户情况", "排查情况")), "在住人数", "有无发热咳嗽等症状", *(["排查日期"] if in_column else []), "备注"
    )  # fmt: skip
    place = 0
    for head in town.heads(number):
        status = visit(desk, head, index)
        if not status:
            continue
        place += 1
        words = desk.habits("door words", head.key, index)
        people = len([each for each in town.people if each.head == head.key])
        fields = {"name": head.name, "phone": head.phone, "date": f"{day}", "visit_status": status}
        said: list[Value] = [
            words.choice(VISITS[status]),
            f"{people}人" if status == "checked" else None,
            "无" if status == "checked" else None,
        ]
        row = [
            place,
            head.name,
            *address_cells(desk, head.home, split, "screening", number),
            head.phone,
            *said,
            *([write_date(day, words)] if in_column else []),
            None,
        ]
        page.record(row, Entry("screening", (head.home, head.key, day), fields, head.key, head.home))
    if not place:
        page.line("无")
    name = f"{town.grid_words(number, rng)}摸排{day.month}-{day.day}.xlsx"
    desk.drop(name if rng.random() < 0.6 else f"{grid.name}/{name}", handed_in, page)


def temperatures(desk: Desk, index: int) -> None:
    """Wide sheets that grow by a day's two columns; a grid without anybody to measure sends none."""
    town, day = desk.town, desk.town.days[index]
    for grid in town.grids:
        watched = [
            j for j in town.journeys
            if j.person.home.grid == grid.number and j.known <= day and due(town, j.category, j.left, j.arrived) and not j.transferred
        ]  # fmt: skip
        if not watched:
            continue
        rng = desk.habits("temperatures author", grid.number)
        morning, evening = rng.choice((("上午", "下午"), ("早", "晚"), ("早上", "晚上")))
        two_rows = rng.random() < 0.5
        page = Page("体温")
        page.line(f"{grid.name}居家观察人员体温监测表")
        days = town.days[: index + 1]
        if two_rows:
            page.line("序号", "姓名", "联系电话", "住址", *(cell for each in days for cell in (month_day(each), None)))
            page.line(None, None, None, None, *(cell for _ in days for cell in (morning, evening)))
        else:
            page.line(
                "序号",
                "姓名",
                "联系电话",
                "住址",
                *(f"{month_day(each)}{slot}" for each in days for slot in (morning, evening)),
            )
        for place, journey in enumerate(watched, start=1):
            person = journey.person
            cells: list[Value] = [
                place,
                person.name,
                person.phone,
                desk.address(person.home, "temperatures", grid.number),
            ]
            entries = []
            for column, each in enumerate(days):
                for half, slot in enumerate(("morning", "evening")):
                    written, fields = reading(desk, journey, each, slot)
                    cells.append(written)
                    if written is not None:
                        fields |= {"name": person.name, "date": f"{each}", "slot": slot}
                        entry = Entry("temperatures", (person.key, each, slot), fields, person.key, person.home)
                        entry.column = letter(5 + 2 * column + half)
                        entries.append(entry)
            page.record(cells, *entries)
        desk.drop(f"{grid.name}体温{'' if rng.random() < 0.5 else f'{day.month}.{day.day}'}.xlsx", day, page)


def reading(desk: Desk, journey: Journey, day: dt.date, slot: str) -> tuple[Value, dict[str, str]]:
    """One reading as written and as it is to be read; fever seldom."""
    rng = desk.habits("reading", journey.person.key, day, slot)
    if day < journey.known or rng.random() < 0.08:
        return None, {}
    if rng.random() < 0.06:
        return "正常", {"temperature": ""}
    value = rng.choice((37.1, 37.3, 37.6, 38.2)) if rng.random() < 0.06 else rng.choice((36.2, 36.4, 36.5, 36.6, 36.8))
    style = rng.random()
    written: Value = (
        value
        if style < 0.6
        else f"{value}℃"
        if style < 0.8
        else f"{value}".replace(".", "。")
        if style < 0.9
        else f"{value}度"
    )
    return written, {"temperature": f"{value:.1f}"}


def dispatch(desk: Desk, index: int) -> None:
    """The street's list of a day: ours with and without a case, a door of ours, strangers; numbers masked."""
    town, day, rng = desk.town, desk.town.days[index], desk.habits("dispatch", index)
    page = Page("核查名单")
    page.line(f"洛阳市老城区文峰街道下发核查名单（第{index + 1}批）")
    page.line("序号", "下发数据批次", "姓名", "身份证号", "联系电话", "疑似居住地址", "来源地", "核查情况")
    travelled = {j.person.key for j in town.journeys}
    rows: list[tuple[str, Person | None, list[Value]]] = []
    for journey in rng.sample([j for j in town.journeys if j.arrived <= day], 8):
        person, kind = journey.person, rng.choice(("case", "case", "case", "mismatch"))
        phone = phone_number(rng) if kind == "mismatch" else masked_phone(person.phone)
        number = person.id_number if kind == "mismatch" else masked_id(person.id_number)
        rows.append(
            (
                kind,
                person,
                [
                    person.name,
                    number,
                    phone,
                    f"洛阳市老城区{desk.address(person.home, 'dispatch', index)}",
                    journey.place,
                    None,
                ],
            )
        )
    for person in rng.sample([p for p in town.people if p.key not in travelled], 5):
        rows.append(
            (
                "missed",
                person,
                [
                    person.name,
                    masked_id(person.id_number),
                    masked_phone(person.phone),
                    desk.address(person.home, "dispatch", index),
                    "湖北武汉",
                    None,
                ],
            )
        )
    homes: list[Home] = [j.person.home for j in town.journeys]
    for home in rng.sample([h for h in town.homes if h not in homes], 2):
        rows.append(
            (
                "missed",
                None,
                [
                    person_name(rng, "男") + "强",
                    None,
                    phone_number(rng),
                    desk.address(home, "dispatch", index),
                    "武汉",
                    None,
                ],
            )
        )
    for _ in range(4):
        rows.append(
            (
                "not_here",
                None,
                [
                    person_name(rng, "女") + "秋",
                    masked_id(identity_number(dt.date(1980, 2, 3), rng.randint(1, 998))),
                    phone_number(rng),
                    rng.choice(ELSEWHERE),
                    "黄冈",
                    None,
                ],
            )
        )
    rows.append(
        ("not_here", None, [person_name(rng, "男") + "冬", None, phone_number(rng), None, "武汉", "不在本辖区"])
    )
    rows.append(("to_verify", None, [person_name(rng, "男") + "春", None, phone_number(rng), None, "武汉", None]))
    rng.shuffle(rows)
    for place, (kind, known, cells) in enumerate(rows, start=1):
        fields = {"name": str(cells[0]), "bucket": kind, "batch": f"第{index + 1}批"}
        entry = Entry("dispatch", (index, str(cells[0])), fields, known.key if known else f"D{index}-{place}")
        page.record([place, f"第{index + 1}批", *cells], entry)
    desk.drop(f"街道下发/核查名单{day.month}.{day.day}.xlsx", day, page)
