"""A sheet of a neighbouring office in the making: its words, where it says grid and day, how it is laid out and filed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.held_apart import neighbour_cells as cells
from tests.held_apart.columns import Hand
from tests.held_apart.hands import Says, compound_around, numeral
from tests.held_apart.making import Maker
from tests.held_apart.neighbour_words import TITLES, UNKNOWN, VALUES, WORDS
from tests.held_apart.painting import Column, Facts, Habits, Painter, Spread
from tests.held_apart.population import Flat, Grid
from tests.held_apart.truth import Expect, ok

GROUPS: dict[str, tuple[str, ...]] = {
    "who": ("人员情况", "个人信息", "基本信息", "一、人员基本情况"),
    "where": ("居住情况", "住址信息", "现居住地", "住址"),
    "trip": ("返程情况", "行程信息", "来东情况"),
    "care": ("管控情况", "落实情况", "目前状况"),
    "rest": (),
}
"""What stands over the columns that belong together; none over the rest."""

HINTS = ("（必填）", "（没有的填无）", "（如实填）", "*", "（手写清楚）", "：")
DAY_HINTS = ("（如2.3）", "（几月几日）", "（格式2020-2-3）", "（必填）")
WITH_DATE = {
    "screening", "returnees", "temperatures", "gate", "disinfection", "duty", "publicity", "errands", "fever", "dispatch",
}  # fmt: skip
WITH_GRID = {"households", "screening", "returnees", "quarantine", "temperatures", "passes", "errands", "fever"}
ADDRESS_PARTS = ("building", "entrance", "flat")


@dataclass
class Paper:
    """A sheet's columns by group, what its surroundings say, and its writer's habits."""

    maker: Maker
    hand: Hand
    form: str
    grid: Grid
    depth: int
    hints: float
    numbered: str
    columns: list[tuple[str, Column]] = field(default_factory=list)
    spreads: list[Spread] = field(default_factory=list)
    fixed: dict[str, Expect] = field(default_factory=dict)
    section: Callable[[Facts], str] | None = None
    dated: bool = False
    counted: bool = False

    @property
    def rng(self) -> random.Random:
        return self.hand.rng

    def word(self, name: str) -> str:
        """A heading for the field, with hints as often as this writer gives them."""
        text = self.rng.choice(WORDS.get(f"{self.form}.{name}", WORDS.get(name, (name,))))
        if self.rng.random() < self.hints:
            text += self.rng.choice(DAY_HINTS if name.endswith("date") or name == "date" else HINTS)
        if len(text) > 4 and self.rng.random() < 0.15:
            text = f"{text[: len(text) // 2]}\n{text[len(text) // 2 :]}"
        return text

    def add(self, group: str, name: str, build: Callable[..., Column], *rest: object, chance: float = 1.0) -> bool:
        """A column for a field, sometimes; whether it is there."""
        there = self.rng.random() < chance
        if there:
            self.dated = self.dated or name == "date"
            self.columns.append((group, build(self.hand, self.word(name), *rest)))
        return there

    def plain(self, group: str, name: str, key: str, chance: float = 1.0) -> None:
        """A column whose text is kept as written."""
        if self.rng.random() < chance:
            self.columns.append((group, self.hand.text(self.word(name), name, key)))

    def who(self, ids: bool = True, gender: bool = False) -> None:
        """Name, number and phone; name and phone in one cell now and then."""
        if self.rng.random() < 0.15:
            self.add("who", "who and phone", cells.name_and_phone)
        else:
            self.add("who", "name", cells.name)
            self.add("who", "phone", cells.phone, chance=0.85)
        if ids and self.rng.random() < 0.75:
            styles = ("plain",) * 6 + ("lower", "spaced", "quoted", "wrong check", "short")
            self.columns.append(("who", self.hand.id_number(self.word("id_number"), styles)))
        if gender:
            self.add("who", "gender", cells.gender, chance=0.6)

    def where(self) -> None:
        """The address in a cell, in parts in any order, or building and room; the compound in it or around it."""
        inside = self.rng.random() < 0.5
        way = self.rng.choice(("cell", "cell", "parts", "room"))
        if way == "cell":
            prefix = self.rng.choice(("{compound}", "{compound} ", "东营区{compound}", "胜景社区{compound}"))
            self.add("where", "address", cells.address, prefix if inside else "")
        else:
            if inside:
                self.columns.append(("where", self.hand.part(self.word("compound"), "compound")))
            styles = ("number", "hash", "hao", "dong", "zhuang", "numeral", "lou")
            self.columns.append(("where", self.hand.part(self.word("building"), "building", self.rng.choice(styles))))
            if way == "room":
                style = self.rng.choice(("{entrance}-{flat}", "{entrance}单元{flat}", "{entrance}单元{flat}室"))
                self.columns.append(("where", self.hand.entrance_flat(self.word("room"), style)))
            else:
                entrance = self.rng.choice(("number", "{}单元", "{}"))
                self.columns.append(("where", self.hand.part(self.word("entrance"), "entrance", entrance)))
                self.columns.append(
                    ("where", self.hand.part(self.word("flat"), "flat", self.rng.choice(("number", "{}", "{}室"))))
                )
        if not inside:
            self.fixed["compound"] = compound_around(self.grid.compound)

    def unknown(self, many: int, words: Sequence[str] = UNKNOWN) -> None:
        """Columns that this form has no field for."""
        for word in self.rng.sample(words, many):
            self.columns.append((self.rng.choice(("who", "rest")), self._other(word)))

    def _other(self, word: str) -> Column:
        def write(_: Facts) -> Says:
            return Says(self.rng.choice(VALUES[word]), {})

        return Column(word, write, extra=True)


def arranged(paper: Paper) -> list[Column]:
    """The columns as this writer orders them: groups in any order, columns within them too, headings over them."""
    rng = paper.rng
    groups = list(dict.fromkeys(group for group, _ in paper.columns))
    if rng.random() < 0.5:
        rng.shuffle(groups)
    over = {group: rng.choice(GROUPS[group]) if GROUPS[group] else "" for group in groups}
    columns: list[Column] = []
    for group in groups:
        members = [column for each, column in paper.columns if each == group]
        if rng.random() < 0.4:
            members = _shuffled(rng, members)
        for column in members:
            if paper.depth > 1 and over[group] and len(column.levels) == 1 and len(members) > 1:
                column.heading = (over[group], *column.levels)
            columns.append(column)
    paper.counted = rng.random() < 0.7
    if paper.counted:
        columns.insert(0, paper.hand.serial(rng.choice(("序号", "序", "顺序号", "NO.", "序 号"))))
    if paper.numbered:
        for number, column in enumerate(columns, 1):
            first, *below = column.levels
            if not below:
                column.heading = f"{paper.numbered.format(number)}{first}"
    return columns


def _shuffled(rng: random.Random, members: list[Column]) -> list[Column]:
    """Any order, except that columns under a question of their own (ticks) stay beside each other."""
    blocks: list[list[Column]] = []
    for column in members:
        if blocks and len(column.levels) > 1 and blocks[-1][0].levels[:-1] == column.levels[:-1]:
            blocks[-1].append(column)
        else:
            blocks.append([column])
    rng.shuffle(blocks)
    return [column for block in blocks for column in block]


def start(maker: Maker, form: str, index: int) -> Paper:
    """An empty sheet of a writer with habits of its own."""
    hand = maker.hand(maker.community.day - dt.timedelta(days=maker.rng.choice((0, 0, 1))))
    rng = hand.rng
    grid = maker.community.grids[(index * 5 + rng.randrange(12)) % len(maker.community.grids)]
    numbered = rng.choice(("", "", "", "", "{}、", "（{}）", "{} "))
    return Paper(maker, hand, form, grid, rng.choice((1, 1, 2)), rng.choice((0, 0, 0.2, 0.5)), numbered)


def _said_day(rng: random.Random, day: dt.date) -> str:
    return rng.choice((
        f"填报日期：{day.year}年{day.month}月{day.day}日", f"时间：{day.month}月{day.day}日", f"日期：{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日", f"截至{day.month}月{day.day}日16时", f"报送时间：{day:%Y-%m-%d}",
    ))  # fmt: skip


@dataclass
class Around:
    """Where a sheet says what no column says."""

    folder: str = ""
    stem: str = ""
    sheet: str = "Sheet1"
    title: str = ""
    unit: str = ""


def _around(paper: Paper, index: int) -> Around:
    rng, grid = paper.rng, paper.grid
    words = rng.choice(TITLES[paper.form])
    around = Around("", f"{words}{index}", rng.choice(("Sheet1", "Sheet1", "表1", words)), words)
    if "compound" in paper.fixed:
        around.title = f"{grid.compound}{words}"
    if paper.form in WITH_GRID and "grid" not in paper.fixed:
        paper.fixed["grid"] = ok(grid.number)
        said = rng.choice((f"第{grid.number}网格", f"{grid.number}网格", f"{numeral(int(grid.number))}网格"))
        match rng.choice(("folder", "stem", "sheet", "title")):
            case "folder":
                around.folder = f"{said}/"
            case "stem":
                around.stem = f"{said}{around.stem}"
            case "sheet":
                around.sheet = said
            case "title":
                around.title = f"{around.title}（{said}）"
    return around


def _say_the_day(paper: Paper, around: Around) -> None:
    """A fill date above the table: it is the date of rows without one."""
    fill = paper.hand.fill
    if paper.form in WITH_DATE and not paper.dated and not paper.spreads:
        paper.fixed["date"] = ok(fill)
    elif paper.rng.random() < 0.5:
        return
    who = paper.rng.choice(("单位：胜景社区", "填报单位（章）：胜景社区居委会", "胜景社区"))
    around.unit = f"{who}　　　　{_said_day(paper.rng, fill)}"
    if paper.form == "passes":
        paper.fixed.setdefault("issued_date", ok("", fill))
    if paper.form in WITH_DATE:
        paper.fixed.setdefault("date", ok(fill, ""))


def file_away(
    paper: Paper, rows: Sequence[Facts], index: int, endings: Sequence[str] = (".xlsx", ".xlsx", ".xls")
) -> None:
    """Lay the sheet out, fill it and hand it in."""
    rng, maker = paper.rng, paper.maker
    around = _around(paper, index)
    _say_the_day(paper, around)
    columns = arranged(paper)
    ending = rng.choice(endings)
    file = f"邻居/{around.folder}{around.stem}{ending}"
    sheet = around.stem if ending == ".csv" else around.sheet
    if ending == ".csv" and around.sheet not in ("Sheet1", "表1") and "网格" in around.sheet:
        file, sheet = f"邻居/{around.sheet}{around.stem}.csv", f"{around.sheet}{around.stem}"
    painter = maker.painter(file, sheet)
    left = rng.choice((1, 1, 1, 2)) if ending != ".csv" else 1
    top, width = 1, len(columns) + len(paper.spreads)
    if rng.random() < 0.9 or "compound" in paper.fixed or "网格" in around.title:
        painter.canvas.line(top, around.title, width, column=left, merged=ending != ".csv")
        top += 1
    if around.unit:
        painter.canvas.line(top, around.unit, width, column=left, merged=ending != ".csv")
        top += 1
    if rng.random() < 0.2:
        painter.canvas.line(
            top, "说明：请各网格如实填写，每天下午四点前报社区。", width, column=left, merged=ending != ".csv"
        )
        top += 1
    _paint(paper, painter, top, left, columns, rows)
    maker.hand_in(file, [painter], "gb18030" if ending == ".csv" else "utf-8-sig")


def _paint(paper: Paper, painter: Painter, top: int, left: int, columns: list[Column], rows: Sequence[Facts]) -> None:
    rng = paper.rng
    habits = Habits(
        repeat_header=rng.choice((0, 0, 0, 8)), blank_every=rng.choice((0, 0, 0, 6)),
        subtotal_every=rng.choice((0, 0, 0, 7)) if paper.section is None else 0, total=rng.choice(("", "", "合计", "总计", "共计")),
        footer=rng.choice(((), (), ("登记人：小赵　　　核对：",), ("备注：有情况随时打社区电话8081234。",))),
        empty_serials=rng.choice((0, 0, 0, 4)) if paper.counted else 0, section=paper.section, merge_headings=rng.random() < 0.8,
        numbered_headings=rng.random() < 0.08,
    )  # fmt: skip
    painter.table(top, left, paper.form, columns, rows, paper.fixed, habits, paper.spreads)


def home(facts: Facts) -> Flat:
    """Where a row's person lives."""
    flat = facts["home"]
    assert isinstance(flat, Flat)
    return flat
