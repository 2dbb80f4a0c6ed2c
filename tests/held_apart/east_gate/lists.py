"""Lists that come down from above: police, disease control, a telephone company, the railway, each with columns of its own."""

from __future__ import annotations

import datetime as dt

from tests.held_apart.canvas import CellValue
from tests.held_apart.east_gate.leaf import Leaf, hand_in
from tests.held_apart.east_gate.pen import Pen, around
from tests.held_apart.making import Maker
from tests.held_apart.population import Person, identity_number, person_name, phone_number
from tests.held_apart.truth import ok

SENDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "公安推送涉鄂人员核查名单",
        (
            "序号",
            "姓名",
            "公民身份号码",
            "联系电话",
            "居住地详址",
            "户籍所在地",
            "轨迹时间",
            "来源地",
            "责任派出所",
            "核查情况",
            "核查人",
        ),
    ),
    (
        "疾控中心下发密切接触者协查名单",
        ("编号", "姓名", "身份证号", "联系方式", "现住址", "关联病例", "末次接触时间", "核实结果"),
    ),
    (
        "移动公司信令数据漫游返东人员名单",
        ("号码", "归属地", "漫入时间", "漫出地", "机主", "常驻地址", "是否核实", "核查结果"),
    ),
    (
        "铁路同乘人员核查表",
        ("序号", "旅客姓名", "证件号码", "手机号", "车次", "乘车日期", "发站", "到站", "车厢座位", "核查结果", "备注"),
    ),
)
"""A list's title and its headings."""

FOUND = ("已核查，居家隔离中", "", "", "已电话联系", "不在本社区", "")


def _somebody(maker: Maker, index: int) -> tuple[Person | None, str, str, str, str]:
    rng = maker.rng
    if index % 4 == 3:
        gender = rng.choice("男女")
        number = identity_number(dt.date(rng.randint(1950, 2000), 3, 8), rng.randint(1, 900))
        return None, person_name(rng, gender), number, phone_number(rng), "东营区文汇街道花园小区2号楼1单元301"
    person = rng.choice(maker.community.journeys).person if index % 4 else rng.choice(maker.community.people)
    flat = person.home
    return (
        person,
        person.name,
        person.id_number,
        person.phone,
        f"{flat.compound}{flat.building}号楼{flat.entrance}单元{flat.flat}",
    )


def lists_from_above(maker: Maker) -> None:
    """One list a sender."""
    for title, headings in SENDERS:
        pen = Pen(maker.rng, tidy=True)
        masked = maker.rng.random() < 0.5
        day = around(back=maker.rng.randint(1, 4))
        batch = f"第{maker.rng.choice('一二三四五六')}批"
        file = f"下发名单/{title}（{batch}）{day.month}月{day.day}日.{pen.pick('xlsx', 'xls')}"
        leaf = Leaf(maker, file, "Sheet1", "dispatch")
        leaf.say(f"{title}（{batch}）", len(headings))
        leaf.cells(headings, "heading")
        for index in range(9):
            _row(leaf, maker, headings, index, masked)
        hand_in(maker, leaf)


def _row(leaf: Leaf, maker: Maker, headings: tuple[str, ...], index: int, masked: bool) -> None:
    person, name, number, phone, address = _somebody(maker, index)
    if masked:
        number, phone = f"{number[:4]}**********{number[-4:]}", f"{phone[:3]}****{phone[-4:]}"
    place, outcome = maker.rng.choice(("湖北武汉", "湖北孝感", "荆州")), maker.rng.choice(FOUND)
    day = around(back=maker.rng.randint(4, 16))
    known: dict[str, tuple[str, str]] = {
        "姓名": ("name", name), "旅客姓名": ("name", name), "机主": ("name", name), "公民身份号码": ("id_number", number), "身份证号": ("id_number", number),
        "证件号码": ("id_number", number), "联系电话": ("phone", phone), "联系方式": ("phone", phone), "手机号": ("phone", phone), "号码": ("phone", phone),
        "居住地详址": ("address", address), "现住址": ("address", address), "常驻地址": ("address", address), "来源地": ("from_place", place), "漫出地": ("from_place", place),
        "发站": ("from_place", place), "核查情况": ("outcome", outcome), "核实结果": ("outcome", outcome), "核查结果": ("outcome", outcome),
    }  # fmt: skip
    other: dict[str, CellValue] = {
        "序号": index + 1, "编号": f"MJ{index:03d}", "户籍所在地": "湖北省", "轨迹时间": f"{day:%Y-%m-%d}", "责任派出所": "胜利派出所", "关联病例": "病例3", "车次": "G266",
        "末次接触时间": f"{day.month}月{day.day}日", "归属地": "湖北武汉", "漫入时间": f"{day:%Y%m%d}", "是否核实": "", "乘车日期": f"{day:%Y-%m-%d}", "到站": "东营南",
        "车厢座位": "05车12F",
    }  # fmt: skip
    says = {field: ok(value) for heading in headings for field, value in (known.get(heading, ("", "")),) if field}
    for name_of in ("batch", "source", "date"):
        says[name_of] = ok("", *_said_of(leaf.file, name_of), *([day.isoformat()] if name_of == "date" else []))
    leaf.record(leaf.row, (1,), says, person.key if person else "")
    leaf.cells([known[each][1] if each in known else other.get(each) for each in headings], "records")


def _said_of(file: str, name: str) -> tuple[str, ...]:
    """What the file's name says, which a reader may or may not take for the batch, the source or the date."""
    stem = file.split("/")[-1].rsplit(".", 1)[0]
    batch = stem[stem.index("第") : stem.index("批") + 1]
    month, _, rest = stem.rsplit("）", 1)[1].partition("月")
    date = f"2020-{int(month):02d}-{int(rest.removesuffix('日')):02d}"
    sources = ("公安", "疾控中心", "疾控", "移动公司", "移动", "铁路", "公安推送", "信令")
    return {"batch": (batch, stem, stem.split("（")[0] + f"（{batch}）"), "source": sources, "date": (date,)}[name]


CLERKS = (lists_from_above,)
