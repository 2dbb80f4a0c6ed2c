"""Sprayers, posters, errands, volunteers and the office's own registers."""

from __future__ import annotations

import datetime as dt
from typing import cast

from tests.held_apart.canvas import CellValue
from tests.held_apart.east_gate.leaf import Facts, Item, Leaf, Said, hand_in
from tests.held_apart.east_gate.pen import Pen, around, counting, said, sex, who_of
from tests.held_apart.making import Maker
from tests.held_apart.population import person_name, phone_number
from tests.held_apart.truth import ok

SQUADS = ("第一宣传小分队", "第二宣传小分队", "巾帼宣传队")
PLACES = ("楼道及电梯", "小区广场", "垃圾投放点", "地下车库")


def sprayed_by_days(maker: Maker) -> None:
    """消毒: places down, days across, square metres in the cells, a total below and one to the right."""
    pen = Pen(maker.rng)
    compound = maker.community.grids[maker.rng.randrange(6)].compound
    days = [dt.date(2020, 2, day) for day in range(5, 9)]
    leaf = Leaf(maker, f"{compound}消毒统计.xlsx", "消毒", "disinfection", {"compound": ok(compound)})
    leaf.say(f"{compound}每日消毒面积统计表（单位：平方米）", len(days) + 3)
    leaf.cells(
        ["序号", pen.pick("消毒区域", "消毒部位", "消毒地点"), *[f"{day.month}月{day.day}日" for day in days], "合计"],
        "heading",
    )
    sums = [0] * len(days)
    for serial, place in enumerate(PLACES, 1):
        row: list[CellValue] = [serial, place]
        total = 0
        for index, day in enumerate(days):
            area = maker.rng.randint(2, 60) * 50
            total, sums[index] = total + area, sums[index] + area
            row.append(area)
            leaf.record(
                leaf.row, (1, index + 3), {"place": ok(place), "date": ok(day.isoformat()), "area_m2": ok(area)}
            )
        leaf.cells([*row, total], "records")
    leaf.cells([None, "合计", *sums, sum(sums)], "total")
    hand_in(maker, leaf)


def sprayed_by_rows(maker: Maker) -> None:
    """消毒登记: a row a place, with agents, people and times."""
    pen = Pen(maker.rng)
    leaf = Leaf(maker, "防疫消杀记录.csv", "防疫消杀记录", "disinfection")

    def area(facts: Facts) -> Said:
        size = int(cast(int, facts["area"]))
        return pen.pick(f"{size}", f"{size}㎡", f"{size}平方", f"{size}平米", f"{size} 平方米"), {"area_m2": ok(size)}

    items = [
        Item("消杀日期", lambda facts: pen.day("date", cast(dt.date, facts["day"]))), Item("小区", lambda facts: (cast(str, facts["compound"]), {"compound": ok(facts["compound"])})),
        Item("消杀部位", said("place")), Item("消杀面积", area), Item(pen.pick("人次", "出动人次"), lambda facts: (f"{facts['people']}人次", {"person_times": ok(facts["people"])})),
        Item("次数", lambda facts: (cast(int, facts["times"]), {"times": ok(facts["times"])})), Item(pen.pick("药品及浓度", "消毒药剂"), said("agent")),
        Item(pen.pick("操作人员", "消毒员"), said("worker")),
    ]  # fmt: skip
    leaf.head(items)
    for index in range(9):
        grid = maker.community.grids[index]
        facts = {
            "day": around(back=index // 3), "compound": grid.compound, "place": PLACES[index % 4], "area": maker.rng.randint(3, 80) * 100, "people": maker.rng.randint(1, 9),
            "times": maker.rng.randint(1, 3), "agent": pen.pick("84消毒液1:100", "过氧乙酸", "含氯消毒片"), "worker": grid.worker,
        }  # fmt: skip
        leaf.fill(items, facts)
    hand_in(maker, leaf, encoding="gb18030")


def posters(maker: Maker) -> None:
    """宣传工作统计: materials across, a row a squad and place; unit in the heading."""
    pen = Pen(maker.rng)
    kinds = (
        ("announcement", "张贴公告（张）"),
        ("leaflet", "发放明白纸（份）"),
        ("banner", "悬挂条幅（条）"),
        ("wechat", "微信群转发（条）"),
    )
    leaf = Leaf(maker, f"宣传{pen.pick('统计', '工作台账')}.xlsx", "2月", "publicity")
    leaf.say("疫情防控宣传工作统计表", 8)
    leaf.cells(
        [
            "序号",
            "日期",
            pen.pick("宣传队", "宣传小分队"),
            pen.pick("地点", "宣传地点"),
            *[heading for _, heading in kinds],
        ],
        "heading",
    )
    for serial in range(1, 8):
        day = around(back=serial // 2)
        shown, date = pen.day("date", day)
        squad, place = SQUADS[serial % 3], pen.pick("农贸市场", "沿街商铺", "小区单元门", "超市门口") + str(serial)
        numbers: list[CellValue] = [maker.rng.randint(1, 90) if maker.rng.random() < 0.8 else None for _ in kinds]
        for offset, ((material, _), number) in enumerate(zip(kinds, numbers, strict=True)):
            if number is not None:
                leaf.record(
                    leaf.row,
                    (1, 5 + offset),
                    date | {"squad": ok(squad), "place": ok(place), "material": ok(material), "quantity": ok(number)},
                )
        leaf.cells([serial, shown, squad, place, *numbers], "records")
        if not any(numbers):
            leaf.canvas.kinds[leaf.row - 1] = "records|note|blank|held"
    hand_in(maker, leaf)


def orders(maker: Maker) -> None:
    """代购 orders: what was wanted, what it cost, who carried it; rubbish on a sheet beside."""
    pen = Pen(maker.rng)
    file = f"隔离户{pen.pick('代购', '生活物资代购')}登记.xlsx"
    items = [
        counting(), Item(pen.pick("下单日期", "需求日期"), lambda facts: pen.day("date", cast(dt.date, facts["day"]))), Item("姓名", lambda facts: pen.name(who_of(facts))),
        Item("房号", lambda facts: pen.door(who_of(facts).home)), Item("联系电话", lambda facts: (who_of(facts).phone, {"": ok(who_of(facts).phone)})),
        Item(pen.pick("代购物品", "所需物品（名称、数量）"), said("items")), Item("金额（元）", lambda _: (pen.rng.randint(10, 300), {})),
        Item("送达时间", lambda _: (pen.pick("当日", "次日上午"), {})), Item(pen.pick("代购志愿者", "配送志愿者"), said("volunteer")), Item("备注", said("note")),
    ]  # fmt: skip
    leaf = Leaf(maker, file, "代购", "errands", {"service": ok("shopping"), "times": ok("", "1")})
    leaf.say("居家隔离人员生活物资代购登记表", len(items))
    leaf.head(items)
    for trip in maker.rng.sample(maker.community.journeys, 8):
        facts = {
            "person": trip.person, "day": around(back=maker.rng.randint(0, 4)), "items": pen.pick("白菜2棵、鸡蛋一板", "大米10斤 油1桶", "布洛芬1盒", "蔬菜、挂面、牛奶"),
            "volunteer": pen.pick("李红", "王军", "周淑贞"), "note": pen.pick("", "已付款", "放门口"),
        }  # fmt: skip
        leaf.fill(items, facts, trip.person.key)
    hand_in(maker, leaf)


def sign_ups(maker: Maker) -> None:
    """志愿者报名: a roster by branch, with the branch as a line between the rows."""
    pen = Pen(maker.rng)
    leaf = Leaf(maker, f"志愿者{pen.pick('花名册', '报名汇总')}.xls", "名单", "volunteers")
    leaf.say("胜景社区疫情防控志愿者花名册", 7)
    leaf.cells(
        [
            "序号",
            "姓名",
            "性别",
            pen.pick("出生年月", "出生日期"),
            pen.pick("政治面貌", "身份类别"),
            pen.pick("手机号", "联系电话"),
            "支部",
            pen.pick("工作单位", "单位"),
        ],
        "heading",
    )
    for serial in range(1, 14):
        gender, born = maker.rng.choice("男女"), dt.date(maker.rng.randint(1950, 1999), maker.rng.randint(1, 12), 5)
        name, phone = person_name(maker.rng, gender), phone_number(maker.rng)
        word, kind = pen.rng.choice(
            (
                ("中共党员", "party"),
                ("党员（双报到）", "party"),
                ("退休党员", "party"),
                ("群众", "resident"),
                ("共青团员", "resident|other"),
            )
        )
        branch = pen.pick("惠泽支部", "第三党支部", "凤凰城党支部")
        says = {
            "name": ok(name), "gender": sex(gender), "birth_year": ok(born.year), "phone": ok(phone), "kind": ok(*kind.split("|")), "kind_detail": ok("", word),
            "branch": ok(branch), "employer": ok("开发区管委会"),
        }  # fmt: skip
        leaf.record(leaf.row, (1,), says)
        leaf.cells(
            [
                serial,
                name,
                gender,
                pen.pick(f"{born:%Y.%m}", f"{born.year}年{born.month}月", f"{born:%Y-%m}"),
                word,
                phone,
                branch,
                "开发区管委会",
            ],
            "records",
        )
    hand_in(maker, leaf)


def own_registers(maker: Maker) -> None:
    """社区基本情况: grids, compounds and turn-back points on three sheets of one book."""
    pen, community = Pen(maker.rng), maker.community
    file = "社区基本情况一览.xlsx"
    grids = Leaf(maker, file, "网格", "grids")
    grids.say("网格划分及网格员一览表", 6)
    grids.cells([pen.pick("网格编号", "网格"), "所辖小区", "楼栋范围", "户数", "网格员", "联系电话"], "heading")
    for grid in community.grids:
        homes = sum(flat.grid == grid.number for flat in community.flats)
        buildings = "、".join(grid.buildings)
        says = {
            "grid": ok(grid.number),
            "compound": ok(grid.compound),
            "households": ok(homes),
            "worker": ok(grid.worker),
            "phone": ok(grid.phone),
        }
        record = grids.record(grids.row, (1,), says)
        spelled = tuple("、".join(each + tail for each in grid.buildings) for tail in ("号楼", "#"))
        record.fields["buildings"] = ok(";".join(grid.buildings), buildings, *spelled)
        typed = pen.pick(buildings, spelled[0], f"{buildings}号楼")
        record.fields["buildings"] = ok(";".join(grid.buildings), typed, buildings)
        grids.cells(
            [pen.pick(grid.number, f"第{grid.number}网格"), grid.compound, typed, homes, grid.worker, grid.phone],
            "records",
        )
    compounds = Leaf(maker, file, "物业", "compounds")
    compounds.cells(
        ["小区名称", pen.pick("物业公司", "物业企业"), pen.pick("负责人", "物业经理"), "联系电话", "总户数"], "heading"
    )
    for index, name in enumerate(dict.fromkeys(grid.compound for grid in community.grids)):
        manager, phone, homes = person_name(maker.rng, "男"), phone_number(maker.rng), maker.rng.randint(200, 900)
        company = ("胜利物业", "众成物业服务有限公司", "恒丰物业")[index % 3]
        says = {
            "compound": ok(name),
            "property_company": ok(company),
            "manager": ok(manager),
            "phone": ok(phone),
            "households": ok(homes),
        }
        compounds.record(compounds.row, (1,), says)
        compounds.cells([name, company, manager, phone, f"{homes}户"], "records")
    points = Leaf(maker, file, "劝返点", "checkpoints")
    points.cells(["序号", pen.pick("劝返点名称", "卡口名称"), "所属小区", "物业公司"], "heading")
    for serial, grid in enumerate(community.grids[::2], 1):
        name = f"{grid.compound}东门"
        points.record(
            points.row,
            (1,),
            {"checkpoint": ok(name), "compound": ok(grid.compound), "property_company": ok("胜利物业")},
        )
        points.cells([serial, name, grid.compound, "胜利物业"], "records")
    hand_in(maker, grids, compounds, points)


CLERKS = (sprayed_by_days, sprayed_by_rows, posters, orders, sign_ups, own_registers)
