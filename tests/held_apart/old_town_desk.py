"""What the old town's authors drop, day by day, with what every row truly says."""

from __future__ import annotations

import datetime as dt
import os
import random
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from tests.held_apart.old_town import AREA, CITY, PLATE, PROVINCE, Home, Person, Town, split_home, write_home

Value = str | int | float | dt.date | dt.datetime | None


@dataclass
class Entry:
    """One record that a row holds: its natural key, who and where it truly is, and its fields as data files write them."""

    form: str
    key: tuple[object, ...]
    fields: dict[str, str]
    person: str = ""
    home: Home | None = None
    row: int = 0
    column: str = ""
    sheet: str = ""


@dataclass
class Drop:
    """One file: where, when it was last saved, what it says."""

    path: str
    day: dt.date
    saved: dt.datetime
    entries: list[Entry] = field(default_factory=list)
    cells: list[tuple[str, list[list[Value]]]] = field(default_factory=list)
    copy_of: str = ""

    def save(self, inbox: Path) -> None:
        """Write the workbook with its time of saving."""
        target = inbox / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        book = Workbook()
        book.remove(book.active)
        for title, rows in self.cells:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            if rows and len(rows[0]) == 1 and len(rows) > 1:
                sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(map(len, rows)))
        book.save(target)
        moment = self.saved.timestamp()
        os.utime(target, (moment, moment))


@dataclass
class Page:
    """A sheet in the making: rows, and the entries they hold."""

    title: str
    rows: list[list[Value]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def line(self, *cells: Value) -> None:
        """A row that holds no record."""
        self.rows.append(list(cells))

    def record(self, cells: list[Value], *entries: Entry) -> None:
        """A row that holds these records."""
        self.rows.append(cells)
        for entry in entries:
            entry.row, entry.sheet = len(self.rows), self.title
            self.entries.append(entry)


@dataclass
class Desk:
    """The drops of all days of one town."""

    town: Town
    seed: int
    drops: list[Drop] = field(default_factory=list)

    def habits(self, *who: object) -> random.Random:
        """An author's lasting habits, or a row's lasting spelling: the same at every call."""
        return random.Random(" ".join(map(str, (self.seed, *who))))

    def drop(self, path: str, day: dt.date, *pages: Page, hour: float = 0) -> Drop:
        """File pages under a path; each later drop of a day was saved later."""
        minutes = 8 * 60 + len(self.drops) * 0.5 if not hour else hour * 60
        saved = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
        made = Drop(path, day, saved, [entry for page in pages for entry in page.entries])
        made.cells = [(page.title, page.rows) for page in pages]
        self.drops.append(made)
        return made

    def address(self, home: Home, *who: object) -> str:
        """An address with its compound, spelled as one author does for one row."""
        return home.compound + write_home(home, self.habits(home, *who))

    def configure(self, root: Path) -> None:
        """The desk's own config.yaml, and its folders."""
        for part in ("inbox", "outbox", "archive"):
            (root / part).mkdir(parents=True, exist_ok=True)
        base = yaml.safe_load((Path(__file__).resolve().parents[2] / "config.yaml").read_text(encoding="utf-8"))
        config = self.town.config
        base["office"] = {
            "community": "鼓楼前社区", "short_name": "鼓楼前", "subdistrict": "文峰街道", "district": "老城区", "city": CITY, "province": PROVINCE,
            "signature": "鼓楼前社区疫情防控指挥部", "seal": "鼓楼前社区居民委员会", "compounds": [],
        }  # fmt: skip
        base["contacts"] = [
            {"role": "包片干部", "name": "苗青山", "phone": "0379-63950001"},
            {"role": "卫生所", "name": "郝玉兰", "phone": "0379-63950120"},
        ]
        base["rules"] = [
            {
                "id": f"{category}{number}", "categories": [category], "days": days, "count_from": count_from,
                "effective_from": since,
            }
            for category in ("wuhan", "hubei", "key_area", "other_province", "in_province")
            for number, (since, days, count_from) in enumerate(config[category])  # type: ignore[var-annotated, arg-type]
        ]  # fmt: skip
        base["key_areas"] = ["温州", "信阳", "深圳"]
        base["local_plate_prefix"], base["area_code"] = PLATE, AREA
        base["fever_threshold"], base["cutoff"] = config["fever"], config["cutoff"]
        base["expected_forms"] = ["screening", "temperatures", "disinfection"]
        base["numbering"] = {name: f"鼓前{name[:2]}" for name in base["numbering"]}
        text = yaml.safe_dump(base, allow_unicode=True, sort_keys=False)
        (root / "config.yaml").write_text(text, encoding="utf-8")


def who_fields(person: Person) -> dict[str, str]:
    """Name, ID number and phone as data files write them."""
    return {"name": person.name, "id_number": person.id_number, "phone": person.phone}


def month_day(day: dt.date) -> str:
    """As people write a date in this February."""
    return f"{day.month}月{day.day}日"


def write_date(day: dt.date, rng: random.Random) -> Value:
    """One date in one of the unambiguous spellings."""
    return rng.choice(
        (month_day(day), f"{day:%Y-%m-%d}", f"{day:%Y/}{day.month}/{day.day}", f"{day:%Y}.{day.month}.{day.day}", dt.datetime.combine(day, dt.time()), f"{day:%Y}年{month_day(day)}")
    )  # fmt: skip


def address_columns(desk: Desk, *author: object) -> tuple[list[str], bool]:
    """One column or four, as an author's sheet has it."""
    rng = desk.habits("address columns", *author)
    if rng.random() < 0.4:
        return [
            rng.choice(("小区", "小区（村、院）", "小区名称")),
            rng.choice(("楼号", "楼栋")),
            "单元",
            rng.choice(("房号", "室")),
        ], True
    return [rng.choice(("现住址", "家庭住址", "居住地址", "详细住址"))], False


def address_cells(desk: Desk, home: Home, split: bool, *author: object) -> list[Value]:
    """An address in one cell or four."""
    return [home.compound, *split_home(home)] if split else [desk.address(home, *author)]


def letter(position: int) -> str:
    """Excel's letter of the column at this place, from 1."""
    return get_column_letter(position)
