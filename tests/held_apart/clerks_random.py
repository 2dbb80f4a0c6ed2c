"""Clerks drawn at random: columns, words, layout, styles and place of the scope differ from sheet to sheet."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.held_apart import wordings
from tests.held_apart.clerks_gate import RESULTS, gate_rows, plate
from tests.held_apart.clerks_nets import SQUADS, volunteer_rows
from tests.held_apart.clerks_people import (
    BAD_IDS,
    BAD_PHONES,
    GOOD_IDS,
    GOOD_PHONES,
    ODD_ADDRESSES,
    PLAIN_ADDRESSES,
    STATUS_WORDS,
    screening_rows,
)
from tests.held_apart.columns import Hand, journey_facts, person_facts
from tests.held_apart.hands import Says, compound_around
from tests.held_apart.making import Maker
from tests.held_apart.painting import Column, Facts, Habits
from tests.held_apart.population import Grid
from tests.held_apart.truth import Expect, ok

FULL_DATES = (
    "iso",
    "dots",
    "slashes",
    "words",
    "cell",
    "serial",
    "compact",
    "compact number",
    "short year",
    "dots padded",
    "stamp",
    "full width",
)
SHORT_DATES = (
    "month day",
    "month day hao",
    "padded text",
    "slash text",
    "dash text",
    "text",
    "spaced",
    "weekday",
    "number",
    "lunar",
    "month day bare",
)
SERVICES = {
    "shopping": ("代购", "买菜", "代购生活用品"),
    "rubbish": ("垃圾清运", "收垃圾"),
    "comfort": ("心理疏导", "心理安慰"),
}
MATERIALS = {
    "announcement": ("公告", "通告"),
    "leaflet": ("宣传单", "明白纸"),
    "wechat": ("微信倡议书",),
    "banner": ("横幅", "条幅"),
}
SLOT_WORDS = {"morning": ("上午", "早"), "evening": ("下午", "晚")}


@dataclass
class Draft:
    """A sheet in the making: its clerk's hand and how decorated its headings are."""

    form: str
    hand: Hand
    grid: Grid
    decorated: float
    columns: list[Column] = field(default_factory=list)
    fixed: dict[str, Expect] = field(default_factory=dict)

    @property
    def rng(self) -> random.Random:
        return self.hand.rng

    def words(self, name: str) -> str:
        """The clerk's heading for a field."""
        return wordings.heading(self.rng, self.form, name, len(self.columns) + 1, self.decorated)

    def add(self, build: Callable[..., Column], name: str, *rest: object, chance: float = 1.0) -> None:
        """Append a column that a method of the hand builds, sometimes."""
        if self.rng.random() < chance:
            self.columns.append(build(self.words(name), *rest))

    def dates(self, name: str, key: str, chance: float = 1.0, bad: float = 0.0) -> None:
        """A date column in one family of styles, sometimes two."""
        pool = self.rng.choice((FULL_DATES, SHORT_DATES, SHORT_DATES))
        styles = tuple(self.rng.sample(pool, self.rng.choice((1, 2, 4))))
        self.add(self.hand.date, name, name, key, styles, bad, chance=chance)

    def who(self, bad: bool = True) -> None:
        """Name, ID number and phone."""
        self.add(
            self.hand.name, "name", self.rng.choice((("plain",), ("plain", "padded"), ("plain", "relation", "spaced")))
        )
        if self.rng.random() < 0.4:
            self.columns.append(self.hand.gender(self.words("gender"))) if "gender" in FIELDS_WITH_GENDER[
                self.form
            ] else None
        self.add(self.hand.id_number, "id_number", BAD_IDS if bad and self.rng.random() < 0.5 else GOOD_IDS, chance=0.8)
        self.add(self.hand.phone, "phone", BAD_PHONES if bad and self.rng.random() < 0.5 else GOOD_PHONES, chance=0.85)

    def where(self) -> None:
        """The address in one cell or in parts; the compound in it or around it."""
        inside = self.rng.random() < 0.5
        if self.rng.random() < 0.6:
            pool = self.rng.choice((PLAIN_ADDRESSES, ODD_ADDRESSES, (*PLAIN_ADDRESSES, *ODD_ADDRESSES)))
            styles = tuple(self.rng.sample(pool, self.rng.choice((1, 2, 4))))
            prefix = self.rng.choice(("{compound}", "{compound}", "开发区{compound}", "{compound} ")) if inside else ""
            self.add(self.hand.address, "address", styles, prefix)
        else:
            if inside:
                self.add(self.hand.part, "compound", "compound")
            self.add(
                self.hand.part,
                "building",
                "building",
                self.rng.choice(("number", "hash", "hao", "lou", "dong", "numeral", "zhuang")),
            )
            self.add(self.hand.part, "entrance", "entrance", self.rng.choice(("number", "{}单元", "{}")))
            self.add(self.hand.part, "flat", "flat", self.rng.choice(("number", "{}", "{}室")))
        if not inside:
            self.fixed["compound"] = compound_around(self.grid.compound)

    def other(self) -> None:
        """A column that no form has."""
        if self.rng.random() < 0.25:
            self.columns.append(self.hand.other(self.rng.choice(("血型", "是否低保", "民族", "房屋性质")), "other"))


FIELDS_WITH_GENDER = {
    "households": ("gender",),
    "returnees": ("gender",),
    "volunteers": ("gender",),
    "screening": (),
    "quarantine": (),
    "temperatures": (),
    "fever": (),
    "gate": (),
    "errands": (),
}


def households(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """居民底册."""
    hand = draft.hand
    draft.add(hand.text, "household_number", "household_number", "household", chance=0.5)
    draft.who()
    draft.where()
    draft.add(hand.text, "relation", "relation", "relation")
    draft.add(hand.text, "registered_residence", "registered_residence", "residence", chance=0.6)
    return [person_facts(person) for person in maker.community.in_grid(draft.grid.number)[:30]]


def screening(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """入户摸排表."""
    hand, rng = draft.hand, draft.rng
    if rng.random() < 0.7:
        draft.dates("date", "day")
    else:
        draft.fixed["date"] = ok(hand.fill)
    draft.where()
    draft.who(bad=False)
    draft.add(hand.count, "people_count", "people_count", "count", rng.choice(("", "{}人", "{}口人")), chance=0.7)
    draft.add(hand.coded, "visit_status", "visit_status", "status", STATUS_WORDS)
    draft.add(hand.coded, "method", "method", "method", {"visit": ("入户", "上门"), "phone": ("电话",)}, chance=0.5)
    draft.add(hand.answer, "outsiders", "outsiders", "outsiders", chance=0.5)
    draft.add(hand.answer, "travel", "travel", "travel", chance=0.6)
    draft.add(hand.answer, "contact", "contact", "contact", *rng.choice((("有", "无"), ("是", "否"))), chance=0.6)
    draft.add(
        hand.answer,
        "symptoms",
        "symptoms",
        "symptoms",
        "发热",
        rng.choice(("正常", "良好", "无", "无异常")),
        chance=0.7,
    )
    draft.add(
        hand.temperature,
        "temperature",
        "temperature",
        "temperature",
        ("plain", "unit", "circle stop", "comma", "no point"),
        chance=0.6,
    )
    rows = screening_rows(maker, hand, draft.grid.number)
    for facts in rows:
        facts["day"] = facts["day"] if "date" not in draft.fixed else None
    return [facts if facts["name"] else facts | {"phone": "", "id": ""} for facts in rows]


def returnees(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """返回人员登记表."""
    hand, rng = draft.hand, draft.rng
    draft.who()
    draft.where()
    draft.add(hand.text, "registered_residence", "registered_residence", "residence", chance=0.4)
    draft.add(hand.text, "from_place", "from_place", "from", chance=0.9)
    draft.dates("left_date", "left", chance=0.6)
    draft.dates("arrive_date", "arrived", bad=0.04)
    draft.add(hand.text, "transport", "transport", "transport", chance=0.6)
    draft.add(hand.text, "trip_number", "trip_number", "trip", chance=0.4)
    draft.add(hand.yes_no, "hubei", "hubei", "hubei", rng.choice(("word", "tick", "y", "have")), chance=0.5)
    draft.add(hand.yes_no, "wuhan", "wuhan", "wuhan", rng.choice(("word", "only yes", "y")), chance=0.5)
    draft.add(hand.answer, "contact", "contact", "contact", "有", "无", chance=0.5)
    draft.add(hand.answer, "symptoms", "symptoms", "symptoms", "发热", rng.choice(("正常", "良好", "无")), chance=0.6)
    draft.add(hand.text, "measure", "measure", "measure", chance=0.5)
    extra = {"contact": False, "symptoms": False, "measure": "居家隔离", "other": "无"}
    draft.other()
    return [journey_facts(journey) | extra for journey in maker.community.journeys_in(draft.grid.number)]


def quarantine(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """居家隔离台账."""
    hand, rng = draft.hand, draft.rng
    draft.who()
    draft.where()
    draft.dates("start_date", "arrived")
    draft.dates("due_date", "due", chance=0.7)
    draft.dates("released_date", "released on", chance=0.6)
    style = rng.choice(("word", "tick", "done"))
    draft.add(hand.yes_no, "released", "released", "released", rng.choice(("word", "y")), chance=0.5)
    draft.add(hand.yes_no, "notice_signed", "notice_signed", "notice", style, chance=0.8)
    draft.add(hand.yes_no, "pledge_signed", "pledge_signed", "pledge", rng.choice((style, "only yes")), chance=0.7)
    draft.other()
    return [journey_facts(journey) | {"other": "自有"} for journey in maker.community.journeys_in(draft.grid.number)]


def temperatures(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """体温监测, one measurement a row."""
    hand, rng = draft.hand, draft.rng
    draft.dates("date", "day")
    draft.add(hand.coded, "slot", "slot", "slot", SLOT_WORDS)
    draft.who(bad=False)
    draft.where()
    draft.add(
        hand.temperature,
        "temperature",
        "temperature",
        "temperature",
        ("plain", "unit", "circle stop", "comma", "middle", "text", "normal", "two"),
    )
    draft.add(hand.answer, "symptom", "symptom", "symptom", "咳嗽", "无", chance=0.5)
    rows = []
    for journey in maker.community.journeys_in(draft.grid.number)[:8]:
        for slot in ("morning", "evening"):
            rows.append(
                journey_facts(journey)
                | {"day": hand.fill, "slot": slot, "temperature": round(rng.uniform(36, 37.4), 1), "symptom": False}
            )
    return rows


def gate(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """门岗登记表."""
    hand, rng = draft.hand, draft.rng
    point = f"{draft.grid.compound}{rng.choice(('东门', '西门', '北门'))}"
    draft.add(hand.text, "checkpoint", "checkpoint", "point")
    if rng.random() < 0.7:
        draft.dates("date", "day")
    else:
        draft.fixed["date"] = ok(hand.fill)
    draft.add(
        hand.time,
        "time",
        "time",
        "time",
        tuple(rng.sample(("colon", "wide colon", "cell", "dian", "shi", "half day", "seconds"), 3)),
    )
    draft.who(bad=False)
    draft.add(hand.plate, "plate", ("plain", "dot", "dash", "space", "dropped"))
    draft.add(
        hand.temperature, "temperature", "temperature", "temperature", ("plain", "unit", "circle stop"), chance=0.8
    )
    draft.add(hand.text, "from_place", "from_place", "from", chance=0.5)
    draft.add(hand.text, "destination", "destination", "to", chance=0.5)
    draft.add(hand.text, "reason", "reason", "reason", chance=0.5)
    draft.add(hand.coded, "result", "result", "result", RESULTS)
    return [
        facts | {"point": point, "day": hand.fill if "date" not in draft.fixed else None}
        for facts in gate_rows(maker, hand, 12)
    ]


def passes(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """车辆出入证登记表."""
    hand = draft.hand
    draft.add(hand.text, "pass_number", "pass_number", "number")
    draft.add(hand.plate, "plate", ("plain", "dot", "space"))
    draft.add(hand.name, "name")
    draft.add(hand.phone, "phone", GOOD_PHONES)
    draft.where()
    draft.dates("issued_date", "issued", chance=0.8)
    draft.dates("valid_until", "until")
    rows = []
    for number, person in enumerate(hand.rng.sample(maker.community.in_grid(draft.grid.number), 10), 1):
        rows.append(
            person_facts(person)
            | {
                "number": f"{number:03d}",
                "plate": plate(hand),
                "issued": hand.fill - dt.timedelta(days=number % 5),
                "until": dt.date(2020, 3, 31),
            }
        )
    return rows


def disinfection(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """消毒记录表."""
    hand, rng = draft.hand, draft.rng
    draft.dates("date", "day")
    draft.add(hand.text, "compound", "compound", "compound")
    draft.add(hand.text, "place", "place", "place")
    areas = (("2000", "2000"), ("约1500平方米", "1500"), ("0.3万㎡", "3000"), ("800㎡", "800"), (1200, "1200"))

    def area(facts: Facts) -> Says:
        written, value = areas[int(str(facts["area"]))]
        return Says(written, {"area_m2": Expect((value,))})

    draft.columns.append(Column(draft.words("area_m2"), area))
    draft.add(hand.count, "person_times", "person_times", "people", rng.choice(("", "{}人", "{}人次")))
    draft.add(hand.count, "times", "times", "times", rng.choice(("", "{}次")), chance=0.5)
    draft.add(hand.text, "agent", "agent", "agent", chance=0.7)
    draft.add(hand.name, "worker", ("plain",), "worker", "worker", chance=0.7)
    return [
        {"day": hand.fill - dt.timedelta(days=n % 3), "compound": grid.compound, "place": f"{n}区楼道", "area": rng.randrange(len(areas)), "people": rng.randint(1, 5), "times": 2, "agent": "84消毒液", "worker": grid.worker}
        for n, grid in enumerate(maker.community.grids)
    ]  # fmt: skip


def volunteers(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """志愿者花名册."""
    hand = draft.hand
    draft.add(hand.name, "name", ("plain", "padded"))
    draft.columns.append(hand.gender(draft.words("gender")))

    def kind(facts: Facts) -> Says:
        return Says(str(facts["word"]), {"kind": ok(facts["kind"]), "kind_detail": ok(facts["word"])})

    draft.columns.append(Column(draft.words("kind"), kind))
    draft.add(hand.text, "branch", "branch", "branch", chance=0.8)
    draft.add(hand.text, "squad", "squad", "squad", chance=0.8)
    draft.add(hand.phone, "phone", GOOD_PHONES)
    draft.add(hand.text, "employer", "employer", "employer", chance=0.5)
    return volunteer_rows(maker, hand, 10)


def duty(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """执勤签到表."""
    hand = draft.hand
    if hand.rng.random() < 0.6:
        draft.dates("date", "day")
    else:
        draft.fixed["date"] = ok(hand.fill)
    draft.add(hand.text, "post", "post", "post")
    draft.add(hand.text, "shift", "shift", "shift")
    draft.add(hand.name, "name", ("plain", "padded"))
    draft.add(hand.text, "branch", "branch", "branch", chance=0.5)
    draft.add(hand.time, "sign_in", "sign_in", "in", ("colon", "dian", "cell"), chance=0.8)
    draft.add(hand.time, "sign_out", "sign_out", "out", ("colon", "wide colon"), chance=0.7)
    rows = volunteer_rows(maker, hand, 8)
    return [
        facts
        | {
            "day": hand.fill if "date" not in draft.fixed else None,
            "post": f"{draft.grid.compound}北门",
            "shift": hand.rng.choice(("白班", "夜班", "8:00-14:00")),
            "in": (7, 55),
            "out": (14, 0),
        }
        for facts in rows
    ]


def publicity(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """宣传记录表."""
    hand, rng = draft.hand, draft.rng
    draft.dates("date", "day")
    draft.add(hand.text, "squad", "squad", "squad")
    draft.add(hand.text, "place", "place", "place")
    draft.add(hand.coded, "material", "material", "material", MATERIALS)
    draft.add(hand.count, "quantity", "quantity", "quantity", rng.choice(("", "{}份", "{}余份", "约{}")))
    return [
        {
            "day": hand.fill - dt.timedelta(days=n % 2),
            "squad": SQUADS[n % 4],
            "place": f"{grid.compound}单元门",
            "material": list(MATERIALS)[n % 4],
            "quantity": rng.randint(1, 80),
        }
        for n, grid in enumerate(maker.community.grids)
    ]


def errands(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """代购代办登记表."""
    hand, rng = draft.hand, draft.rng
    draft.dates("date", "day")
    draft.add(hand.name, "name")
    draft.where()
    draft.add(hand.coded, "service", "service", "service", SERVICES)
    draft.add(hand.text, "items", "items", "items")
    draft.add(hand.count, "times", "times", "times", rng.choice(("", "{}次")))
    draft.add(hand.name, "volunteer", ("plain",), "volunteer", "helper", chance=0.8)
    rows = []
    for journey in maker.community.journeys_in(draft.grid.number):
        service = rng.choice(list(SERVICES))
        rows.append(
            person_facts(journey.person)
            | {
                "day": hand.fill,
                "service": service,
                "items": "蔬菜" if service == "shopping" else "",
                "times": rng.randint(1, 3),
                "helper": "孙志愿",
            }
        )
    return rows


def fever(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """发热转诊登记表."""
    hand, rng = draft.hand, draft.rng
    draft.dates("date", "day")
    draft.add(hand.time, "time", "time", "time", ("colon", "dian", "half day"), chance=0.8)
    draft.who(bad=False)
    draft.where()
    draft.add(hand.temperature, "first_reading", "first_reading", "first", ("plain", "unit"))
    draft.add(hand.temperature, "second_reading", "second_reading", "second", ("plain", "unit"))
    draft.add(hand.name, "receiver", ("plain",), "receiver", "receiver")
    draft.add(hand.text, "outcome", "outcome", "outcome")
    return [
        journey_facts(journey) | {"day": hand.fill, "time": (9, 30), "first": round(rng.uniform(37.3, 38.9), 1), "second": round(rng.uniform(37.0, 38.0), 1), "receiver": "周医生", "outcome": "居家观察"}
        for journey in maker.community.journeys_in(draft.grid.number)[:3]
    ]  # fmt: skip


def dispatch(maker: Maker, draft: Draft) -> list[dict[str, object]]:
    """下发核查名单 of our own people, unmasked."""
    hand = draft.hand
    draft.add(hand.text, "batch", "batch", "batch")
    draft.add(hand.text, "source", "source", "source", chance=0.7)
    draft.add(hand.name, "name")
    draft.add(hand.id_number, "id_number", ("plain",))
    draft.add(hand.phone, "phone", ("plain",), chance=0.7)
    draft.add(hand.text, "address", "address", "written address")
    draft.add(hand.text, "from_place", "from_place", "from", chance=0.7)
    draft.columns.append(hand.other("派出所", "police"))
    draft.add(hand.text, "outcome", "outcome", "outcome", chance=0.8)
    rows = []
    for journey in maker.community.journeys_in(draft.grid.number):
        home = journey.person.home
        written = f"{home.compound}{home.building}号楼{home.entrance}单元{home.flat}"
        rows.append(
            journey_facts(journey)
            | {"batch": "第7批", "source": "大数据", "written address": written, "police": "胜利派出所"}
        )
    return rows


FORMS: tuple[Callable[[Maker, Draft], list[dict[str, object]]], ...] = (
    households, screening, returnees, quarantine, temperatures, gate, passes, disinfection, volunteers, duty, publicity, errands, fever, dispatch,
)  # fmt: skip
WITH_GRID = {"households", "screening", "returnees", "quarantine", "temperatures", "errands", "fever", "passes"}


def drawn_sheets(maker: Maker) -> None:
    """Two sheets of each form, every one by another clerk."""
    for form in FORMS:
        for number in range(2):
            _drawn_sheet(maker, form, number)


def _drawn_sheet(maker: Maker, make_rows: Callable[[Maker, Draft], list[dict[str, object]]], number: int) -> None:
    form = make_rows.__name__
    grid = maker.grids(1)[0]
    hand = maker.hand(maker.community.day - dt.timedelta(days=maker.rng.choice((0, 0, 1))))
    rng = hand.rng
    draft = Draft(form, hand, grid, rng.choice((0.0, 0.3, 0.6, 1.0)))
    if rng.random() < 0.7:
        draft.columns.append(hand.serial(rng.choice(("序号", "序", "编号" if form not in ("passes",) else "序号"))))
    rows = make_rows(maker, draft)
    rng_title = rng.choice(wordings.TITLES[form]).replace("{compound}", grid.compound)
    folder, stem, sheet, title, unit = "", f"{rng_title}{number + 1}", "Sheet1", rng_title, ""
    if form in WITH_GRID:
        draft.fixed["grid"] = ok(grid.number)
        match rng.choice(("folder", "file", "sheet", "title")):
            case "folder":
                folder = rng.choice((f"第{grid.number}网格/", f"网格{grid.number}/"))
            case "file":
                stem = f"{grid.number}网格{stem}"
            case "sheet":
                sheet = f"第{grid.number}网格"
            case "title":
                title = f"第{grid.number}网格{title}"
    if "compound" in draft.fixed:
        title = title if grid.compound in title else f"{grid.compound}{title}"
    fill = hand.fill
    if "date" in draft.fixed or rng.random() < 0.5:
        said = rng.choice(
            (
                f"填报日期：{fill.year}年{fill.month}月{fill.day}日",
                f"{fill.year}.{fill.month}.{fill.day}",
                f"日期：{fill.month}月{fill.day}日",
            )
        )
        unit = f"填报单位：胜景社区        {said}"
        if form in (
            "screening",
            "returnees",
            "temperatures",
            "duty",
            "gate",
            "publicity",
            "errands",
            "fever",
            "disinfection",
            "dispatch",
        ):
            draft.fixed.setdefault("date", ok(fill))
        if form == "passes":
            draft.fixed["issued_date"] = ok("", fill)
    file = f"抽样/{folder}{stem}{rng.choice(('.xlsx', '.xlsx', '.xls', '.ods'))}"
    painter = maker.painter(file, sheet)
    top = rng.choice((1, 1, 1, 2))
    left = rng.choice((1, 1, 1, 2))
    width = len(draft.columns)
    painter.canvas.line(top, title, width, column=left)
    if unit:
        painter.canvas.line(top + 1, unit, width, column=left)
        top += 1
    habits = Habits(
        repeat_header=rng.choice((0, 0, 0, 10)), blank_every=rng.choice((0, 0, 0, 9)), subtotal_every=rng.choice((0, 0, 0, 12)), total=rng.choice(("", "合计")),
        footer=rng.choice(((), ("填表人：王会计    审核人：",), ("说明：本表每日16时前报送。",))), hide_every=rng.choice((0, 0, 7)), empty_serials=rng.choice((0, 0, 5)),
    )  # fmt: skip
    painter.table(top + 1, left, form, draft.columns, rows, draft.fixed, habits)
    if unit and any(record.fields.get("date") and record.fields["date"].values == ("",) for record in painter.records):
        for record in painter.records:
            if record.fields["date"].values == ("",):
                record.fields["date"] = ok(fill, "")
    maker.hand_in(file, [painter])


CLERKS = (drawn_sheets,)
