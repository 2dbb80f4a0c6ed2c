"""What is written at gates and on duty: pages for two people side by side, rolls with days or shifts across, passes."""

from __future__ import annotations

import datetime as dt
from typing import cast

from tests.held_apart.east_gate.leaf import Facts, Item, Leaf, Said, hand_in
from tests.held_apart.east_gate.pen import Pen, around, counting, who_of
from tests.held_apart.making import Maker
from tests.held_apart.population import person_name, phone_number
from tests.held_apart.truth import ok


def _plate(maker: Maker, local: bool = True) -> str:
    head = "鲁E" if local else maker.rng.choice(("鲁A", "京N", "鄂A", "豫S", "浙C"))
    return head + "".join(maker.rng.choice("0123456789ABCDEFGHJK") for _ in range(4)) + str(maker.rng.randint(0, 9))


def _passers(maker: Maker, many: int, day: dt.date) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    minutes = sorted(maker.rng.sample(range(6 * 60, 20 * 60), many))
    for minute in minutes:
        local = maker.rng.random() < 0.7
        person = maker.rng.choice(maker.community.people)
        rows.append({
            "person": person if local else None, "name": person.name if local else person_name(maker.rng, "男"), "phone": person.phone if local else phone_number(maker.rng),
            "day": day, "clock": f"{minute // 60:02d}:{minute % 60:02d}", "plate": _plate(maker, local) if maker.rng.random() < 0.6 else "",
            "back": not local and maker.rng.random() < 0.6, "key": person.key if local else "",
        })  # fmt: skip
    return rows


def _clock(pen: Pen, facts: Facts) -> Said:
    clock = str(facts["clock"])
    hour, minute = int(clock[:2]), clock[3:]
    typed = pen.pick(clock, f"{hour}:{minute}", f"{hour}：{minute}", f"{hour}时{minute}分", f"{hour}点{minute}分")
    if minute == "30":
        typed = f"{hour}点半"
    return typed, {"time": ok(clock)}


def _plate_cell(pen: Pen, facts: Facts) -> Said:
    plate = str(facts["plate"])
    if not plate:
        return pen.rng.choice((None, None, "无", "步行")), {"plate": ok("", "步行")}
    typed = pen.pick(plate, plate, f"{plate[:2]}·{plate[2:]}", plate.lower(), f"{plate[:2]} {plate[2:]}")
    return typed, {"plate": ok(plate)}


def _gate_items(pen: Pen, time: str) -> list[Item]:
    words = pen.rng.choice((("放行", "劝返"), ("放行", "劝返"), ("进入", "劝返"), ("已放行", "已劝返")))

    def result(facts: Facts) -> Said:
        back = bool(facts["back"])
        return words[1 if back else 0], {"result": ok("turned_back" if back else "admitted")}

    return [
        Item(time, lambda facts: _clock(pen, facts)), Item("姓名", lambda facts: (cast(str, facts["name"]), {"name": ok(facts["name"])})),
        Item("联系电话", lambda facts: pen.phone(str(facts["phone"]))), Item("车牌号", lambda facts: _plate_cell(pen, facts)),
        Item("体温", lambda _: pen.warmth("temperature")), Item(pen.pick("处置", "处理结果", "放行/劝返"), result),
    ]  # fmt: skip


def two_halves(maker: Maker) -> None:
    """卡口登记: two people beside each other on a page, the same headings twice."""
    pen = Pen(maker.rng)
    leaves = []
    for back in range(2):
        day = around(back=back)
        name = f"{maker.community.grids[back].compound}南门"
        leaf = Leaf(
            maker,
            f"卡口登记/{name[:-2]}卡口登记本.xlsx",
            f"{day.month}.{day.day}",
            "gate",
            {"checkpoint": ok(name), "date": ok(day.isoformat())},
        )
        items = _gate_items(pen, "时间")
        leaf.say("疫情防控卡口人员车辆登记表", len(items) * 2)
        leaf.say(
            f"卡口名称：{name}　　　日期：{day.year}年{day.month}月{day.day}日　　　值守人：{pen.pick('老周', '刘建国')}",
            len(items) * 2,
        )
        for offset, item in enumerate([*items, *items], 1):
            leaf.canvas.put(leaf.row, offset, item.levels[0], "heading")
        leaf.row += 1
        rows = _passers(maker, 15, day)
        for one, other in zip(rows[::2], [*rows[1::2], None], strict=False):
            leaf.fill(items, one, str(one["key"]), keep=True)
            if other:
                leaf.fill(items, other, str(other["key"]), left=len(items) + 1, keep=True)
            leaf.row += 1
        leaves.append(leaf)
    hand_in(maker, *leaves)


def gate_list(maker: Maker) -> None:
    """外来车辆登记: a plain list with checkpoint, origin and reason; the date only where it changes."""
    pen = Pen(maker.rng)
    leaf = Leaf(maker, f"{pen.pick('东门', '北门')}外来人员车辆登记.xls", "登记", "gate")
    places = ("济南", "武汉", "潍坊", "本市", "滨州")

    def origin(_: Facts) -> Said:
        place = pen.rng.choice(places)
        return place, {"from_place": ok(place)}

    def reason(_: Facts) -> Said:
        why = pen.pick("探亲", "送货", "回家", "送快递")
        return why, {"reason": ok(why)}

    items = [
        counting(heading="编号"), Item("卡口", lambda facts: (cast(str, facts["gate"]), {"checkpoint": ok(facts["gate"])})),
        Item("日期", lambda facts: pen.day("date", cast(dt.date, facts["day"]))), *_gate_items(pen, pen.pick("检查时间", "到达时间")), Item("从哪来", origin), Item("来访事由", reason),
    ]  # fmt: skip
    leaf.say("外来人员、车辆排查登记表", len(items))
    leaf.head(items)
    for row in _passers(maker, 14, around(back=1)):
        leaf.fill(items, row | {"gate": maker.community.grids[0].compound + "东门"}, str(row["key"]))
    hand_in(maker, leaf)


def roll_by_days(maker: Maker) -> None:
    """值班排班表: posts down, days across, one or two names in a cell."""
    pen = Pen(maker.rng)
    days = [dt.date(2020, 2, day) for day in range(3, 10)]
    leaf = Leaf(maker, f"志愿者{pen.pick('值班安排', '执勤排班')}表（2.3-2.9）.xlsx", "Sheet1", "duty")
    crew = [person_name(maker.rng, "男") for _ in range(12)]
    leaf.say(f"小区卡口志愿者{pen.pick('执勤', '值班')}排班表", len(days) + 1)
    weekday = "一二三四五六日"
    leaf.cells(
        [pen.pick("岗位", "执勤点", "卡口")]
        + [f"{day.month}月{day.day}日\n（周{weekday[day.weekday()]}）" for day in days],
        "heading",
    )
    for post in ("惠泽小区东门", "惠泽小区西门", "凤凰城正门", "金水湾南门"):
        leaf.canvas.put(leaf.row, 1, post, "records")
        for column, day in enumerate(days, 2):
            names = maker.rng.sample(crew, maker.rng.choice((1, 2, 2)))
            leaf.canvas.put(leaf.row, column, pen.pick("、", " ", "\n").join(names))
            for name in names:
                leaf.record(leaf.row, (1, column), {"post": ok(post), "date": ok(day.isoformat()), "name": ok(name)})
        leaf.row += 1
    leaf.say("值班时间：上午8:00—12:00，下午2:00—6:00。有事请提前调班。", len(days) + 1)
    hand_in(maker, leaf)


def roll_by_shifts(maker: Maker) -> None:
    """值班表: days down, the shifts across, one name in a cell and its phone behind it."""
    pen = Pen(maker.rng)
    post = f"{maker.community.grids[2].compound}东门"
    leaf = Leaf(maker, f"{post}值班表.xlsx", "2月", "duty", {"post": ok(post)})
    shifts = pen.rng.choice(
        (("上午", "下午", "夜间"), ("早班", "中班", "晚班"), ("8:00-14:00", "14:00-20:00", "20:00-次日8:00"))
    )
    leaf.say(f"{post}疫情防控值班表", 5)
    leaf.cells(["日期", "星期", *shifts], "heading")
    crew = [person_name(maker.rng, "女") for _ in range(9)]
    for number in range(3, 10):
        day = dt.date(2020, 2, number)
        shown, date = pen.day("date", day)
        leaf.cells([shown, f"周{'一二三四五六日'[day.weekday()]}"], "records")
        for column, shift in enumerate(shifts, 3):
            name = maker.rng.choice(crew)
            leaf.record(leaf.row - 1, (1, column), date | {"shift": ok(shift), "name": ok(name)})
            leaf.canvas.put(leaf.row - 1, column, name)
    hand_in(maker, leaf)


def signed_in(maker: Maker) -> None:
    """执勤签到: a row a shift, when they came and went, and who they are."""
    pen = Pen(maker.rng)
    day = around(back=maker.rng.randint(0, 3))
    leaf = Leaf(maker, f"执勤签到{day:%m%d}.xlsx", "签到", "duty", {"date": ok(day.isoformat())})
    leaf.say("党员志愿者执勤签到表", 8)
    leaf.say(f"日期：{day.month}月{day.day}日", 8)
    leaf.cells(
        [
            "序号",
            pen.pick("执勤岗位", "服务点位"),
            "姓名",
            pen.pick("政治面貌", "人员类别"),
            "所在党支部",
            "签到时间",
            "签退时间",
            "本人签名",
        ],
        "heading",
    )
    for serial in range(1, 10):
        name, post = person_name(maker.rng, "男"), pen.pick("惠泽小区东门", "凤凰城西门", "路口劝返点")
        word, kind = pen.rng.choice((("党员", "party"), ("中共党员", "party"), ("群众", "resident")))
        start = maker.rng.randint(6, 14)
        says = {
            "name": ok(name), "post": ok(post), "kind": ok(kind), "branch": ok("第二党支部"), "sign_in": ok(f"{start:02d}:00"), "sign_out": ok(f"{start + 4:02d}:30"),
        }  # fmt: skip
        leaf.record(leaf.row, (1,), says)
        leaf.cells([serial, post, name, word, "第二党支部", f"{start}:00", f"{start + 4}点30", None], "records")
    hand_in(maker, leaf)


def pass_list(maker: Maker) -> None:
    """出入证发放登记."""
    pen = Pen(maker.rng)
    grid = maker.grids(1)[0]
    leaf = Leaf(maker, f"{grid.compound}出入证发放登记.xlsx", "车辆", "passes", {"compound": ok(grid.compound)})
    items = [
        Item(pen.pick("证号", "出入证编号"), lambda facts: (cast(str, facts["number"]), {"pass_number": ok(facts["number"])})), Item("车牌", lambda facts: _plate_cell(pen, facts)),
        Item(pen.pick("车主", "车主姓名"), lambda facts: pen.name(who_of(facts))), Item("手机", lambda facts: pen.phone(who_of(facts).phone)),
        Item("房号", lambda facts: pen.door(who_of(facts).home, compound=False)), Item("发证日期", lambda facts: pen.day("issued_date", cast(dt.date, facts["day"]))),
        Item("有效期至", lambda _: pen.day("valid_until", dt.date(2020, 2, 29))), Item("领取人签字", lambda _: (None, {})),
    ]  # fmt: skip
    leaf.say(f"{grid.compound}车辆出入证发放登记表", len(items))
    leaf.head(items)
    for number, person in enumerate(maker.rng.sample(maker.community.in_grid(grid.number), 8), 1):
        leaf.fill(
            items,
            {
                "person": person,
                "number": f"{number:03d}",
                "plate": _plate(maker),
                "day": around(back=maker.rng.randint(0, 6)),
            },
            person.key,
        )
    hand_in(maker, leaf)


CLERKS = (two_halves, gate_list, roll_by_days, roll_by_shifts, signed_in, pass_list)
