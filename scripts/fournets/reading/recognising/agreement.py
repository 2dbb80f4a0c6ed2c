"""Whether the cells of a column agree with what its heading may announce."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice

from fournets.catalogue.fields import Column, Kind
from fournets.model import Raw
from fournets.reading.context import ReadingContext
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.regions import Block
from fournets.reading.parsing import CHOICES, UNDECIDED, fits
from fournets.values.addresses import split_address
from fournets.values.answers import parse_choice
from fournets.values.dates import parse_date
from fournets.values.names import has_surname
from fournets.values.shifts import is_shift
from fournets.values.text import EMPTY_MARKS, clean

SAMPLE_ROWS = 40
LISTED = 0.97
"""From this score on a heading is one that the catalogue or the office lists; below it is a likeness."""
MOST = 0.6
"""The share of a column's cells that must be of the kind which a likeness gives it."""
_LEAST = {Kind.DATE: 0.4, Kind.NAME: 0.4}
"""Kinds that are often written doubtfully, or with notes below them; two in five of the cells are enough."""
_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)[十百千万亿]?[余多几]?"
_UNIT = "[人户次份张条个口名台辆件袋趟单回遍幢栋块处份余大小老幼男女位桶包册幅平方米㎡时]"
_COUNTED = re.compile(
    rf"(?:[大约近共计]*{_NUMBER} ?{_UNIT}{{0,4}}"
    r"(?:左右|上下|以上)?[、,，]?)+"
)
_YES_NO = frozenset(("是", "否", "有", "无", "√", "×", "✓", "✔", "Y", "N", "没有", "对", "不是"))
_SAYS_ANYTHING = (Kind.TEXT, Kind.ANSWER, Kind.PERSON, Kind.COMPOUND)
_OTHERWISE = re.compile(
    r"\d{6}(?:19|20)\d{9}[\dXx]|\d{4}\*+\d{3}[\dXx]|1[3-9]\d{9}|1[3-9]\d\*{4}\d{4}"
    r"|(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?(?: ?\d{1,2}[:：]\d\d(?::\d\d)?)?|\d{4}-\d\d-\d\d"
    r"|3[4-9](?:\.\d)?℃?|4[0-2]\.\d℃?|\d{1,3}(?:\.\d{1,3}){3}"
)
"""Identity numbers, telephones, days, temperatures, addresses of computers: what free words and names are not."""
_WHEN = (Kind.DATE, Kind.TIME, Kind.SLOT)
_WITH_HOUR = re.compile(r"\d\s*[:：点时]|[上下]午|[早中晚]")
_SERIAL, _NEAR = 42005, 120
_SENDERS = re.compile(
    r"[市省区县]?(?:民航|铁路|公路|客运|交通|公安|交警|通信|电信|移动|联通|运营商|大数据|卫健|疾控|海关|工信)"
    r"(?:[局委厅]|部门|公司|中心|数据|推送|协查)*|微信|链接|网页|手机提交|扫码|二维码"
)
"""Who sends lists: 来源 above these says where a row's data come from, not where a person comes from."""
_MASKED = re.compile(r"\d{2,}\*{2,}\d{2,}[\dXx]?|\d{3}\*{4,}\d*")
KIN = re.compile(r"户主|本人|[夫妻子女父母媳婿孙祖兄弟姐妹侄甥]|配偶|租|亲|保姆")
"""How somebody belongs to a household: no other list has such a column."""
_PEOPLE = re.compile(r"[、，,;；]|[\u4e00-\u9fff]{2,4}\s*[(（]")
"""Somebody with his relation in brackets, or several people."""
_BARE_NUMBER = re.compile(r"\d{1,5}")
_NUMBERS_ARE_WORDS = frozenset(
    ("pass_number", "household_number", "batch", "number", "pair_id", "buildings", "trip_number", "shift", "companions",
     "squad", "post", "note", "destination")
)  # fmt: skip
"""Fields of free words in which a bare number is a word (证号 001, 楼号 3)."""
_YES_NO_IS_A_WORD = frozenset(("measure", "note", "outcome", "kind", "companions"))


@dataclass(slots=True)
class Look:
    """The first cells of each column, and which share of them could be of a kind; each asked for once."""

    samples: Mapping[int, list[Raw]]
    context: ReadingContext
    shares: dict[tuple[Kind, int], tuple[float, float]] = field(default_factory=dict)
    """Shares that were asked for, each with the least one that was asked after: below that it is told as 0."""
    said: dict[int, tuple[list[Raw], list[str]]] = field(default_factory=dict)
    names: dict[int, bool] = field(default_factory=dict)
    days: dict[int, bool] = field(default_factory=dict)
    flats: dict[int, float] = field(default_factory=dict)

    @classmethod
    def at(cls, grid: Grid, block: Block, context: ReadingContext) -> Look:
        """The look of a table's columns."""
        rows = _telling_rows(grid, block)
        lines = [*map(grid.sheet.cells.__getitem__, rows)]
        return cls({column: _sample(grid, lines, column) for column in block.columns}, context)

    def masked(self) -> bool:
        """Whether most cells of some column are numbers with their middle starred out."""
        return any(
            2 * sum(_MASKED.fullmatch(raw.strip()) is not None for raw in raws if isinstance(raw, str) and "*" in raw)
            > len(raws)
            for raws in self.samples.values()
        )

    def filled(self, column: int) -> list[Raw]:
        """The column's cells, those left out that say nothing."""
        return self._telling(column)[0]

    def words(self, column: int) -> list[str]:
        """The column's cells in plain characters, those left out that say nothing."""
        return self._telling(column)[1]

    def _telling(self, column: int) -> tuple[list[Raw], list[str]]:
        known = self.said.get(column)
        if known is None:
            pairs = [(raw, text) for raw in self.samples[column] if (text := clean(raw)) not in EMPTY_MARKS]
            known = self.said[column] = ([raw for raw, _ in pairs], [text for _, text in pairs])
        return known

    def only_names(self, column: int) -> bool:
        """Whether every cell begins with a surname."""
        known = self.names.get(column)
        if known is None:
            known = self.names[column] = all(map(has_surname, self.samples[column]))
        return known

    def share_of_flats(self, column: int) -> float:
        """Which share of the cells that say something are addresses down to building and flat; 0 of none."""
        known = self.flats.get(column)
        if known is None:
            texts = self.words(column)
            known = self.flats[column] = sum(map(_is_flat, texts)) / len(texts) if texts else 0.0
        return known

    def shows(self, kind: Kind, column: int) -> bool:
        """Whether most cells are plainly of this kind: values of it, or words of its choices (代购, 空户) but 其他."""
        texts = self.words(column)
        if kind not in CHOICES:
            return bool(texts) and self.share(kind, column) >= MOST
        plain = sum(parse_choice(CHOICES[kind], text).value not in ("", "other") for text in texts)
        return bool(texts) and plain >= MOST * len(texts)

    def share(self, kind: Kind, column: int, least: float = 0.0) -> float:
        """0–1; 0.5 where the cells say nothing, any share below `least` where it is less."""
        known, asked = self.shares.get((kind, column), (0.0, 1.1))
        if not known and asked > least:
            known = fits(kind, self.filled(column), self.context, least)
            self.shares[kind, column] = known, least
        return known

    def mostly_days(self, column: int) -> bool:
        """Whether most of the cells that say something are days and no moments of one."""
        known = self.days.get(column)
        if known is None:
            raws, near = self.filled(column), self.context.day
            known = self.days[column] = sum(_is_day(raw, near) for raw in raws) / len(raws) >= MOST
        return known


def _is_flat(text: str) -> bool:
    """Whether the text says building and flat, and is no number, day or telephone that could be read so."""
    if _BARE_NUMBER.fullmatch(text) or _OTHERWISE.fullmatch(text):
        return False
    place = split_address(text)
    return place is not None and bool(place.building and place.flat)


def _telling_rows(grid: Grid, block: Block) -> list[int]:
    """The rows that may be records: titles of sections, footers and totals fill one or two cells of a wide table."""
    least = min(3, len(block.columns) // 2)
    rows = range(block.bottom + 1, min(block.end, block.bottom + 1 + 4 * SAMPLE_ROWS))
    first, last = block.columns[0], block.columns[-1] + 1
    lines = [texts[first:last] for texts in grid.texts[rows.start : rows.stop]]
    full = [row for row, line in zip(rows, lines, strict=True) if len(line) - line.count("") >= least]
    return [row for row in full if not _numbers_columns(grid.texts[row][first:last])] or full or list(rows)


def _numbers_columns(texts: Sequence[str]) -> bool:
    """Whether the cells number the columns (1 2 3 …), as a row below the headings may."""
    said = [text for text in texts if text]
    return len(said) > 2 and said == [str(number) for number in range(1, len(said) + 1)]


def _sample(grid: Grid, lines: Sequence[Sequence[Raw]], column: int) -> list[Raw]:
    """The column's first cells that hold something; truth values are known by their words only."""
    cells = (line[column] for line in lines if column < len(line))
    return [*islice((raw for raw in cells if isinstance(raw, bool) or grid.known[raw]), SAMPLE_ROWS)]


def supported(score: float, candidate: Column, column: int, look: Look) -> float:
    """The score, 0 where the cells disagree: a listed heading stands by itself, a likeness needs most of the cells."""
    if score >= LISTED:
        if candidate.kind is Kind.COUNT and len(look.samples[column]) > 1 and look.only_names(column):
            return 0.0
        if candidate.field == "from_place" and _says_otherwise(candidate, look.words(column)):
            return 0.0
        if candidate.kind in (Kind.NAME, Kind.PERSON) and _only_numbers(look.words(column)):
            return 0.0
        return 0.0 if candidate.kind in _WHEN and _says_when_otherwise(candidate.kind, column, look) else score
    least = _LEAST.get(candidate.kind, MOST)
    share = look.share(Kind.ADDRESS if candidate.field == "address" else candidate.kind, column, min(least, UNDECIDED))
    if share < least and share != UNDECIDED:
        return 0.0
    if (share == UNDECIDED and score < 0.78) or _says_otherwise(candidate, look.words(column)):
        return 0.0
    return score * (0.75 + 0.25 * share)


def _only_numbers(texts: Sequence[str]) -> bool:
    """Whether the cells count (返乡人员 3): they name nobody."""
    return bool(texts) and all(map(_BARE_NUMBER.fullmatch, texts))


def _says_when_otherwise(kind: Kind, column: int, look: Look) -> bool:
    """发现时间 may be a day or a time of day, 测温时间 a day or 早/晚: cells that are plainly one are not another."""
    if not look.filled(column):
        return False
    if kind is Kind.DATE and look.filled(column) and all(map(is_shift, look.words(column))):
        return True
    if kind is not Kind.DATE and look.mostly_days(column):
        return True
    if look.share(kind, column, 1 - MOST) >= 1 - MOST:
        return False
    return any(look.share(other, column, MOST) >= MOST for other in (Kind.TIME, Kind.SLOT) if other is not kind)


def _is_day(raw: Raw, near: date) -> bool:
    """Whether the cell is a day and no moment of it: 2.09 is near enough, 8.30 is rather half past eight."""
    if isinstance(raw, datetime):
        return raw.time() == time(0)
    if isinstance(raw, str) and _WITH_HOUR.search(raw):
        return False
    if isinstance(raw, float) and not raw.is_integer() and raw > _SERIAL:
        return False
    found = parse_date(raw, near=near, fill_date=near).value
    return bool(found) and abs((date.fromisoformat(found) - near).days) <= _NEAR


def _says_otherwise(candidate: Column, texts: Sequence[str]) -> bool:
    """Whether most cells are plainly something that this field never holds."""
    if not texts:
        return False
    if candidate.kind is Kind.COUNT:
        against = sum(not _COUNTED.fullmatch(text) and text not in _YES_NO for text in texts)
    elif candidate.kind in _SAYS_ANYTHING:
        against = sum(_is_no_word(candidate, text) for text in texts)
    else:
        return False
    return against > (1 - MOST) * len(texts)


def _is_no_word(candidate: Column, text: str) -> bool:
    if _OTHERWISE.fullmatch(text):
        return candidate.field != "batch"
    if candidate.field == "from_place" and _SENDERS.fullmatch(text):
        return True
    if candidate.field == "from_place" and (place := split_address(text)) and place.building and place.flat:
        return True
    if candidate.field == "relation" and (_PEOPLE.search(text) or not KIN.search(text)):
        return True
    if text in _YES_NO:
        return candidate.kind is not Kind.ANSWER and candidate.field not in _YES_NO_IS_A_WORD
    return _BARE_NUMBER.fullmatch(text) is not None and candidate.field not in _NUMBERS_ARE_WORDS
