"""`工作单/`: what each grid worker has to do today, on a page to take along."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from fournets.catalogue.checks import Addressee, addressee
from fournets.catalogue.findings import message, severity
from fournets.catalogue.urgency import stake
from fournets.model import Finding, Severity
from fournets.values.addresses import parse_address
from fournets.writing.lookups import Lookups, Row, address_in, address_text, rows_of
from fournets.writing.papers.printing import grid_title
from fournets.writing.safe_cells import safe, storable
from fournets.writing.source_order import place_key
from fournets.writing.wording import (
    BUCKETS,
    SLOTS,
    VISIT_STATUSES,
    chinese_day,
    form_title,
    grid_key,
    grid_name,
    phones_shown,
)
from fournets.writing.workbooks.new_workbook import BAND, FAINT, HEAD, LINE, NewWorkbook, lines_of

FOLDER = "工作单"
MOST_DOORS, MOST_QUESTIONS = 40, 15
DISPATCH_COLUMNS = ("file", "sheet", "row", "name", "bucket", "person_id")
WIDTHS = (5, 25, 15, 15, 34, 14)
DOORS = ("", "住址", "姓名", "电话", "说明", "结果（填写）")
BUILDINGS = ("", "楼栋", "户数", "", "单元和房号", "结果（填写）")
SHEETS = ("", "要交的表", "", "", "怎么办", "结果（填写）")
CELLS = ("", "文件和格子", "姓名或表名", "工作表", "哪里不对、怎么办", "结果（填写）")
"""What the columns hold, by what a section is about."""
TO_HAND_IN = "今天还没有交，请交来；没有情况也请交一张，写上“零报告”。"
CHASED = "nothing_sent"
"""Words for whoever chases the sheet; the worker is told to hand it in."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]')


class Item(NamedTuple):
    """One line to be done: where, whom, how to reach them, what; other sections say so in their own headings."""

    place: str
    name: str
    reach: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing to do. `more` says what was left out so that the page stays a page."""

    title: str
    items: Sequence[Item]
    more: str = ""
    headings: Sequence[str] = DOORS


@dataclass
class Chores:
    """Everything to be done today, by grid."""

    lookups: Lookups

    @property
    def grids(self) -> list[str]:
        """Every grid that has a worker, a case, an address or a question, by number."""
        seen = set(self.lookups.workers) | set(self._cases) | set(self._doors) | set(self._listed)
        return sorted(seen, key=grid_key)

    def sections(self, grid: str) -> Iterator[Section]:
        """What this grid's worker has to do, most pressing first; sections without anything are left out."""
        cases = self._cases.get(grid, [])
        doors = self._doors.get(grid, [])
        yield self._of_cases("送告知书、保证书并请本人签字", cases, self._papers_lacking)
        yield self._of_cases("隔离期满，待确认后解除", cases, self._release)
        yield self._of_cases("今天的体温还没有报", cases, self._readings_lacking)
        yield Section("名单要核实", self._listed.get(grid, []))
        yield self._knock_again([door for door in doors if door["status"] in ("no_answer", "refused")])
        yield self._never_visited([door for door in doors if door["status"] == "never_visited"])
        yield Section("今天要交的表", self._due.get(grid, []), headings=SHEETS)
        yield self._questions(self._asked.get(grid, []))

    @cached_property
    def _cases(self) -> Mapping[str, list[Row]]:
        return _by_grid(self.lookups.cases)

    @cached_property
    def _doors(self) -> Mapping[str, list[Row]]:
        return _by_grid(self.lookups.coverage)

    def _of_cases(self, title: str, cases: Sequence[Row], words_of: Callable[[Row], str]) -> Section:
        told = [(case, words_of(case)) for case in cases]
        return Section(title, [_person(case, words) for case, words in told if words])

    def _papers_lacking(self, case: Row) -> str:
        if case["status"] not in ("to_notify", "in_quarantine"):
            return ""
        lacking = [
            word for word, column in (("告知书", "notice_signed"), ("保证书", "pledge_signed")) if case[column] != "yes"
        ]
        number = f"（{case['notice_number']}）" if case["notice_number"] and "告知书" in lacking else ""
        return f"{'、'.join(lacking)}未签{number}" if lacking else ""

    def _release(self, case: Row) -> str:
        if case["status"] != "to_release":
            return ""
        lacking = case.get("release_missing", "")
        return f"{_month_day(case['due_date'])}24时期满" + (f"；还缺：{lacking}" if lacking else "，可以办理解除")

    def _readings_lacking(self, case: Row) -> str:
        day = self.lookups.results.day.isoformat()
        if case["status"] not in ("to_notify", "in_quarantine") or case["arrive_date"] > day:
            return ""
        taken = self._taken.get(case["person_id"], set())
        lacking = [SLOTS[slot] for slot in ("morning", "evening") if slot not in taken]
        return f"{'、'.join(lacking)}体温" if lacking else ""

    @cached_property
    def _taken(self) -> Mapping[str, set[str]]:
        day = self.lookups.results.day.isoformat()
        taken: dict[str, set[str]] = defaultdict(set)
        for row in self.lookups.records("temperatures"):
            if row["date"] == day and (row["temperature"] or row["note"].startswith("正常")):
                taken[row["person_id"]].add(row["slot"])
        return taken

    def _knock_again(self, doors: Sequence[Row]) -> Section:
        items = [
            self._door(door, f"{_month_day(door['last_visit'])}{VISIT_STATUSES[door['status']]}") for door in doors
        ]
        return Section("再敲一次门", items[:MOST_DOORS], _left(len(items), MOST_DOORS, "户", "《汇总》的漏户清单"))

    def _never_visited(self, doors: Sequence[Row]) -> Section:
        """Doors one by one while they are few, else building by building."""
        title = f"还没有上过门（{len(doors)} 户）"
        if len(doors) <= MOST_DOORS // 2:
            return Section(title, [self._door(door, "") for door in doors])
        items = []
        for (compound, building), several in groupby(doors, key=lambda door: (door["compound"], door["building"])):
            behind = list(several)
            where = address_text({"compound": compound, "building": building}) or "楼号不明"
            items.append(Item(where, f"{len(behind)} 户", "", _by_entrance(behind)))
        more = _left(len(items), MOST_DOORS, "栋楼", "《汇总》的漏户清单")
        return Section(title, items[:MOST_DOORS], more, BUILDINGS)

    def _door(self, door: Row, words: str) -> Item:
        home = self.lookups.residents.get(address_in(door), [])
        names = [resident.get("name", "") for resident in home if resident.get("name")]
        phones = dict.fromkeys(phone for resident in home for phone in resident.get("phones", "").split(";") if phone)
        some = "、".join(names[:2]) + (f"等{len(names)}人" if len(names) > 2 else "")
        return Item(address_text(door), some, "\n".join(list(phones)[:2]), words)

    @cached_property
    def _listed(self) -> Mapping[str, list[Item]]:
        """Rows of the street's lists that this grid must look into."""
        records = {(row["file"], row["sheet"], row["row"]): row for row in self.lookups.records("dispatch")}
        listed: dict[str, list[Item]] = defaultdict(list)
        places = zip(*(self.lookups.results.dispatch[name].tolist() for name in DISPATCH_COLUMNS), strict=True)
        for file, sheet, row, name, bucket, person_id in places:
            if bucket in ("missed", "to_verify", "registered_mismatch"):
                record = records.get((file, sheet, str(row)), {})
                known = self.lookups.person(person_id)
                address = address_text(known) or record.get("address", "")
                phone = phones_shown(record.get("phone", "") or known.get("phones", ""))
                item = Item(address, name, phone, f"{BUCKETS[bucket]}：{record.get('from_place', '')}".rstrip("："))
                listed[known.get("grid", "") or self._grid_of(record.get("address", ""))].append(item)
        return listed

    def _grid_of(self, written: str) -> str:
        address = parse_address(written).value
        grids = self.lookups.results.linked.grid_of
        return grids.get((address.compound, address.building)) or grids.get((address.compound, ""), "")

    @cached_property
    def _due(self) -> Mapping[str, list[Item]]:
        """Sheets that each grid was to send for the day and has not sent."""
        due: dict[str, list[Item]] = defaultdict(list)
        for row in rows_of(self.lookups.results.deliveries):
            if row["status"] == "missing":
                due[row["grid"]].append(Item(f"《{form_title(row['form'])}》", "", "", TO_HAND_IN))
        return due

    @cached_property
    def _asked(self) -> Mapping[str, list[Finding]]:
        asked: dict[str, list[Finding]] = defaultdict(list)
        for found in self.lookups.results.findings:
            for_grid = addressee(found.code, found.form) is Addressee.GRID
            if found.grid and for_grid and severity(found) is not Severity.NOTE and found.code != CHASED:
                asked[found.grid].append(found)
        return asked

    def _questions(self, findings: Sequence[Finding]) -> Section:
        items = []
        for found in sorted(findings, key=lambda found: (stake(found), place_key(found)))[:MOST_QUESTIONS]:
            cell = f"{found.column}{found.row}" if found.column else f"第{found.row}行" if found.row else ""
            where = f"{found.file.rsplit('/', 1)[-1]} {cell}".strip()
            name = self.lookups.person(found.person_id).get("name", "") or form_title(found.form)
            items.append(Item(where, name, found.sheet, message(found)))
        more = _left(len(findings), MOST_QUESTIONS, "处", "回执里的表")
        return Section("表里要请您说清楚的地方", items, more, CELLS)


def _by_grid(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["grid"]].append(row)
    return grouped


def _person(case: Row, words: str) -> Item:
    return Item(address_text(case), case.get("name", ""), case.get("phones", "").replace(";", "\n"), words)


def _left(count: int, most: int, unit: str, where: str) -> str:
    return f"另有 {count - most} {unit}，见{where}" if count > most else ""


def _by_entrance(doors: Sequence[Row]) -> str:
    """1单元10户（101—502）；2单元3户（101、102、201）."""
    parts = []
    for entrance, several in groupby(doors, key=lambda door: door["entrance"]):
        flats = [door["flat"] for door in several]
        some = "、".join(flats) if len(flats) <= 4 else f"{flats[0]}—{flats[-1]}"
        parts.append(f"{entrance}单元{len(flats)}户（{some}）" if entrance else f"{len(flats)}户（{some}）")
    return "；".join(parts)


def _month_day(iso: str) -> str:
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.month}月{day.day}日"


def worksheets(lookups: Lookups) -> Iterator[tuple[str, bytes]]:
    """One workbook a grid as (path below the day's folder, bytes); of no grid only where there is something to do."""
    chores = Chores(lookups)
    for grid in chores.grids:
        worker = lookups.worker(grid)
        sections = [section for section in chores.sections(grid) if section.items]
        if not grid and not sections:
            continue
        name = _NOT_IN_NAMES.sub("", storable(worker.name))[:20]
        path = f"{FOLDER}/{grid_title(grid)}{f'_{name}' if name else ''}.xlsx"
        book = NewWorkbook()
        subtitle = f"{chinese_day(lookups.results.day)}　网格员：{worker.name or '（未登记）'}　{worker.phone}"
        title = f"{grid_name(grid)}今日工作单" if grid else "没有分到网格的事（社区办理）"
        sheet = book.sheet("工作单", title, subtitle, portrait=True)
        sheet.fit_to_pages(1, 1 if _height(sections) < 70 else 0)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        row = 2
        for number, section in enumerate(sections, 1):
            row = _write(book, sheet, row, number, section)
        if not sections:
            sheet.write_string(3, 0, "今天没有要办的事。", book.style(font_size=12))
        yield path, book.finished()


def _height(sections: Sequence[Section]) -> int:
    return sum(len(section.items) + 3 for section in sections)


def _write(book: NewWorkbook, sheet: Worksheet, row: int, number: int, section: Section) -> int:
    """One section; returns the row below it."""
    title = book.style(bold=True, font_size=11, font_color=HEAD, bottom=2, bottom_color=HEAD)
    sheet.set_row(row, 24)
    for column in range(len(WIDTHS)):
        sheet.write_blank(row, column, None, title)
    sheet.write_string(row, 0, f"{number}. {section.title}", title)
    head = book.style(bg_color=BAND, font_size=9, font_color=FAINT, border=1, border_color=LINE, align="center")
    for column, heading in enumerate(section.headings):
        sheet.write_string(row + 1, column, heading, head)
    cell = book.style(border=1, border_color=LINE, text_wrap=True)
    for serial, item in enumerate(section.items, 1):
        line = row + 1 + serial
        high = max(lines_of(text, width - 1) for text, width in zip(item, WIDTHS[1:], strict=False))
        sheet.set_row(line, max(21, 14.5 * high + 4))
        for column, text in enumerate((str(serial), *item, "")):
            sheet.write_string(line, column, safe(text), cell)
    below = row + 2 + len(section.items)
    if section.more:
        sheet.write_string(below, 1, section.more, book.style(font_color=FAINT, font_size=9))
    return below + 1
