"""Workbooks of other offices that are no list: calendars, explanations, counts, templates without a heading, forms on one page."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.hostile.strangers.drawing import COMPOUNDS, PLACELESS, Book, Hand, Kind, Outcome, Row

from fournets.model import Raw

Drawer = Callable[[Hand], Iterator[Row]]
SHAPES: list[tuple[Kind, Drawer]] = []


def _kind(name: str, names: str, outcome: Outcome = Outcome.HELD) -> Callable[[Drawer], Drawer]:
    def keep(drawer: Drawer) -> Drawer:
        SHAPES.append((Kind(name, outcome, tuple(names.split("|")), ()), drawer))
        return drawer

    return keep


def drawn(kind: Kind, drawer: Drawer, seed: int) -> Book:
    """The shape as one office keeps it."""
    rng = random.Random(f"{kind.name} {seed}")
    hand = Hand(rng)
    hand.turn()
    title = rng.choice(kind.names)
    file = title if rng.random() < 0.6 else rng.choice(PLACELESS)
    return Book(kind, file + ".xlsx", (("Sheet1", list(drawer(hand))),))


@_kind("calendar", "2020年日历|2月日历")
def _calendar(hand: Hand) -> Iterator[Row]:
    yield ["2020年2月"]
    yield list("日一二三四五六")
    yield [*[None] * 6, 1]
    for first in range(2, 29, 7):
        yield [day if hand.rng.random() < 0.7 else f"{day} 初{day % 10}" for day in range(first, min(first + 7, 30))]


@_kind("explanation of a questionnaire", "填表说明|摸排表填写说明")
def _explanation(hand: Hand) -> Iterator[Row]:
    yield ["居民摸排表填表说明"]
    for number, text in enumerate(
        (
            "姓名：填写身份证上的姓名。",
            "身份证号：18位，末位为X的请大写。",
            "联系电话：填写本人手机号，不得空项。",
            "现住址：精确到楼号、单元、房号。",
            "来源地：填写从何地返回，到市县。",
            "体温：填写当天测量的体温，保留一位小数。",
            "以上内容请网格员于每日15:00前报送。",
        ),
        1,
    ):
        yield [number, text] if hand.rng.random() < 0.7 else [f"{number}．{text}"]


@_kind("notice in a workbook", "通知|关于做好报表工作的通知")
def _notice(hand: Hand) -> Iterator[Row]:
    yield ["关于进一步做好疫情防控信息报送工作的通知"]
    yield ["各网格："]
    yield ["根据街道要求，请各网格于每日15:00前报送返乡人员登记表、居家隔离台账，联系电话：0546-8300001。"]
    yield ["报送内容包括姓名、身份证号、住址、返回时间等。"]
    yield [None, None, "胜景社区", hand.value("date")]


@_kind("counts by grid", "各网格摸排进度统计|摸排情况统计表|日报统计")
def _counts(hand: Hand) -> Iterator[Row]:
    yield ["入户摸排情况统计表"]
    yield ["网格", "总户数", "已摸排户数", "未摸排户数", "返乡人数", "其中湖北", "隔离人数"]
    for number in range(1, 12):
        yield [f"第{number}网格", *(hand.rng.randint(0, 200) for _ in range(6))]
    yield ["合计", *(hand.rng.randint(300, 900) for _ in range(6))]


@_kind("counts by compound", "各小区情况统计|小区人口统计")
def _compound_counts(hand: Hand) -> Iterator[Row]:
    yield ["小区", "总户数", "常住人口", "流动人口", "空户", "已入户", "返乡人员"]
    for compound in COMPOUNDS:
        yield [compound, *(hand.rng.randint(0, 900) for _ in range(6))]
    yield ["合计", *(hand.rng.randint(300, 900) for _ in range(6))]


@_kind("counts by street", "疫情防控日报表|街道汇总")
def _street_counts(hand: Hand) -> Iterator[Row]:
    yield ["疫情防控工作日报表（2月9日）"]
    yield ["社区", "排查人数", None, "居家隔离", None, "解除隔离", "发热人数"]
    yield [None, "今日", "累计", "今日", "累计", "累计", "今日"]
    for name in ("胜景社区", "辽河社区", "东城社区", "黄河社区"):
        yield [name, *(hand.rng.randint(0, 900) for _ in range(6))]


@_kind("item and figure", "工作数据|基本情况")
def _items(hand: Hand) -> Iterator[Row]:
    yield ["项目", "数量", "单位"]
    for item, unit in (("总人口", "人"), ("总户数", "户"), ("党员", "人"), ("发放口罩", "个"), ("消毒面积", "㎡")):
        yield [item, hand.rng.randint(1, 9000), unit]


@_kind("budget", "经费预算|支出明细")
def _budget(hand: Hand) -> Iterator[Row]:
    yield ["疫情防控经费预算"]
    yield ["项目", "预算(元)", "实际支出", "结余", "备注"]
    for item in ("口罩", "消毒液", "宣传横幅", "值班餐费", "帐篷"):
        yield [item, hand.rng.randint(100, 9000), hand.rng.randint(100, 9000), hand.rng.randint(0, 99), None]


@_kind("application form", "应聘登记表|入党申请表|个人简历")
def _application(hand: Hand) -> Iterator[Row]:
    yield ["应聘登记表"]
    yield ["姓名", hand.value("name"), "性别", hand.value("gender"), "照片"]
    yield ["出生年月", hand.value("born"), "学历", "本科"]
    yield ["身份证号", hand.value("id"), "联系电话", hand.value("phone")]
    yield ["毕业院校", "石油大学", "专业", "会计"]
    yield ["工作经历", "2010年至今在某公司工作"]
    yield ["应聘岗位", "文员", "期望薪资", "4000"]


@_kind("receipt slip", "收据|送货单")
def _slip(hand: Hand) -> Iterator[Row]:
    yield ["送货单"]
    yield ["客户：", hand.value("firm"), None, "日期：", hand.value("date")]
    yield ["品名", "规格", "数量", "单价", "金额"]
    for _ in range(5):
        yield [hand.rng.choice(("纸巾", "口罩", "大米")), "箱", hand.rng.randint(1, 9), 30, hand.rng.randint(30, 300)]
    yield ["收货人签字：", None, None, "电话：", hand.value("phone")]


@_kind("contents", "目录|材料清单")
def _contents(hand: Hand) -> Iterator[Row]:
    yield ["目录"]
    names = ("返乡人员登记表", "居家隔离台账", "体温监测表", "入户摸排表", "车辆出入证登记表")
    for number, name in enumerate(names, 1):
        yield [number, name, hand.rng.randint(1, 60)]


@_kind("bulleted work report", "工作总结|今日工作")
def _report(hand: Hand) -> Iterator[Row]:
    yield ["今日工作小结"]
    yield ["一、入户摸排120户，发现返乡人员3人，均已居家隔离。"]
    yield ["二、消毒面积2000平方米，张贴公告20份。"]
    yield ["三、代购12次，垃圾清运9次。"]
    yield [None, "报送人：", hand.value("name"), "电话：", hand.value("phone")]


@_kind("timetable of a week", "本周会议安排|周工作安排")
def _week(hand: Hand) -> Iterator[Row]:
    yield ["时间", "周一", "周二", "周三", "周四", "周五"]
    for part in ("上午", "下午", "晚上"):
        yield [part, *(hand.rng.choice(("例会", "走访", "消毒", None)) for _ in range(5))]


@_kind("seating plan", "座次表|楼层平面")
def _seats(hand: Hand) -> Iterator[Row]:
    yield [None, None, "主席台"]
    for _ in range(6):
        line: list[Raw] = []
        for _ in range(6):
            hand.turn()
            line.append(hand.value("name"))
        yield line


@_kind("names alone", "名单|参会人员")
def _names(hand: Hand) -> Iterator[Row]:
    yield ["参会人员名单"]
    for _ in range(12):
        hand.turn()
        yield [hand.value("name")]


@_kind("formula trial", "测试|草稿")
def _trial(hand: Hand) -> Iterator[Row]:
    for _ in range(9):
        yield [hand.rng.randint(1, 99), hand.rng.randint(1, 99), hand.rng.choice(("a", "b", None)), 0.5]


@_kind("list of codes to choose from", "下拉选项|代码表")
def _choices(hand: Hand) -> Iterator[Row]:
    yield ["交通工具", "是否", "性别", "小区", "体温情况"]
    yield ["自驾", "是", "男", COMPOUNDS[0], "正常"]
    yield ["火车", "否", "女", COMPOUNDS[1], "发热"]
    yield ["飞机", None, None, hand.rng.choice(COMPOUNDS), None]
    yield ["客车"]
