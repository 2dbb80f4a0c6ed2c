"""Where the tables of a sheet are: header rows, the columns below them, the rows of each, and the words above.

A header is known by its cells: at least two of them are headings that some form lists (or nearly), and they are
not data. It may be up to three rows deep, merged both ways. Several headers side by side split the sheet's columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from fournets.model import Raw
from fournets.reading.headings import Heading, known_headings, normalised
from fournets.reading.sheet import Sheet
from fournets.values.text import clean, is_blank

MAX_HEADER_ROWS = 3
MAX_WIDTH = 512
_DATA_LIKE = re.compile(r"\d")
_INSTRUCTION = re.compile(
    r"^[(（]?\d{1,2}[)）.、．,:：]|[(（\[【].*?[)）\]】]|[(（\[【].*$|\d+(?:天|小时|日内|周岁)|\d+号楼$"
)
_SLOT_WORDS = frozenset(
    [
        "上午",
        "下午",
        "早",
        "中",
        "晚",
        "早上",
        "晚上",
        "中午",
        "早晨",
        "晨",
        "午",
        "夜",
        "复测",
        "am",
        "pm",
        "是",
        "否",
        "有",
        "无",
        "年",
        "月",
        "日",
        "男",
        "女",
        "合计",
        "小计",
    ]
)
_DATE_HEADING = re.compile(r"^(?:\d{4}[年./\-])?\d{1,2}[月./\-]\d{1,2}[日号]?$|^\d{1,2}[日号]$|^\d{1,2}月$")


@dataclass(slots=True)
class Grid:
    """A sheet with its merges resolved: what a person sees at a place."""

    sheet: Sheet
    height: int = 0
    width: int = 0
    anchors: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.height = len(self.sheet.cells)
        self.width = min(max((len(row) for row in self.sheet.cells), default=0), MAX_WIDTH)
        for top, left, bottom, right in self.sheet.merges:
            bottom, right = min(bottom, self.height - 1), min(right, self.width - 1)
            if (top, left) == (bottom, right) or top > bottom or left > right:
                continue
            self.spans[top, left] = (bottom - top + 1, right - left + 1)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    self.anchors[row, column] = (top, left)

    def own(self, row: int, column: int) -> Raw:
        """The cell itself."""
        cells = self.sheet.cells[row]
        return cells[column] if column < len(cells) else None

    def seen(self, row: int, column: int) -> Raw:
        """The cell, or the one that is merged over it."""
        anchor = self.anchors.get((row, column))
        return self.own(*anchor) if anchor else self.own(row, column)

    def is_blank_row(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        return all(is_blank(cell) for cell in self.sheet.cells[row])


@dataclass(slots=True)
class Block:
    """A table's place: header rows first–last, its columns, its rows down to (not including) `end`, the words above."""

    top: int
    bottom: int
    columns: list[int]
    headings: dict[int, Heading]
    end: int
    above: list[tuple[int, str]]

    @property
    def signature(self) -> tuple[str, ...]:
        """The normalised headings, for telling a repeated header."""
        return tuple(normalised(self.headings[column].text) for column in self.columns)


def find_blocks(grid: Grid, own_headings: Mapping[str, Mapping[str, tuple[str, ...]]]) -> list[Block]:
    """The tables of a sheet from top to bottom, left to right."""
    own = frozenset(normalised(text) for fields in own_headings.values() for texts in fields.values() for text in texts)
    headers: list[tuple[int, int]] = []
    row = 0
    while row < grid.height:
        if is_header_row(grid, row, own):
            bottom = header_bottom(grid, row, own)
            headers.append((row, bottom))
            row = bottom + 1
        else:
            row += 1
    blocks: list[Block] = []
    previous_end = 0
    for index, (top, bottom) in enumerate(headers):
        end = headers[index + 1][0] if index + 1 < len(headers) else grid.height
        parts = [
            Block(top, bottom, columns, headings, end, []) for columns, headings in header_parts(grid, top, bottom)
        ]
        before = blocks[-1] if blocks else None
        if before and len(parts) == 1 and parts[0].signature == before.signature:
            previous_end = end
        for part in parts:
            part.above = words_above(grid, previous_end, top, part.columns)
        blocks += parts
        previous_end = bottom + 1
    return _titles_belong_below(grid, blocks)


def is_header_row(grid: Grid, row: int, own: frozenset[str]) -> bool:
    """Whether the row's cells are headings: most of them are listed ones, or nearly, and hardly any holds a number."""
    texts = [text for cell in grid.sheet.cells[row][:MAX_WIDTH] if (text := clean(cell))]
    if len(texts) < 2 or sum(text.endswith(":") for text in texts) >= 2:
        return False
    days = [text for text in texts if _DATE_HEADING.match(text)]
    texts = [text for text in texts if not _DATE_HEADING.match(text)] if len(days) >= 2 else texts
    names = [normalised(text) for text in texts if len(text) < 80]
    if sum(bool(_DATA_LIKE.search(_INSTRUCTION.sub("", text))) for text in texts) > len(texts) * 0.25:
        return False
    sure = {name for name in names if name in known_headings() or name in own}
    near = {name for name in names if name not in sure and _nearly_known(name)}
    if len(texts) == 2:
        return len(sure) == 2
    return (len(sure) >= 2 and len(sure | near) >= len(texts) * 0.5) or (
        len(near) >= 3 and len(near) >= len(texts) * 0.7
    )


@lru_cache(maxsize=65536)
def _nearly_known(text: str) -> bool:
    """Whether a listed heading is much like this text."""
    if text in known_headings():
        return True
    if len(text) < 2 or len(text) > 25 or any(sign.isdigit() for sign in text):
        return False
    return process.extractOne(text, known_headings(), scorer=ratio, score_cutoff=74) is not None


def header_bottom(grid: Grid, top: int, own: frozenset[str]) -> int:
    """The last row of a header: as far as its merges reach and sub-headings follow."""
    bottom = max(
        (top + grid.spans[top, column][0] - 1 for column in range(grid.width) if (top, column) in grid.spans),
        default=top,
    )
    bottom = min(bottom, top + MAX_HEADER_ROWS - 1)
    while bottom + 1 < grid.height and bottom - top + 1 < MAX_HEADER_ROWS and is_sub_header(grid, top, bottom + 1, own):
        bottom += 1
    return bottom


def is_sub_header(grid: Grid, top: int, row: int, own: frozenset[str]) -> bool:
    """Whether a row below a header row divides its cells further (上午/下午 below dates, 楼号/单元/房号 below 住址)."""
    columns = [column for column in range(grid.width) if clean(grid.own(row, column))]
    if not columns:
        return False
    texts = [clean(grid.own(row, column)) for column in columns]
    if not all(_sub_heading(text, own) for text in texts):
        return False
    under = [column for column in columns if (top, column) in grid.anchors or is_blank(grid.own(top, column))]
    return len(under) >= max(1, len(columns) // 2) and len(columns) >= 1


def _sub_heading(text: str, own: frozenset[str]) -> bool:
    bare = normalised(text)
    return (
        bare in known_headings()
        or bare in own
        or bare in _SLOT_WORDS
        or bool(_DATE_HEADING.match(text))
        or _nearly_known(bare)
        or bare in _STATUS_WORDS
    ) and not re.search(r"\d{7,}", text)


_STATUS_WORDS = frozenset(
    [
        "已入户",
        "入户",
        "无人",
        "空户",
        "拒访",
        "租户",
        "电话",
        "无人应答",
        "未入户",
        "放行",
        "劝返",
        "上门",
        "未接",
        "代购",
        "垃圾",
        "心理",
        "党员",
        "群众",
    ]
)


def header_parts(grid: Grid, top: int, bottom: int) -> list[tuple[list[int], dict[int, Heading]]]:
    """The columns of each table that this header announces; side by side tables repeat their first headings."""
    headings = {
        column: heading for column in range(grid.width) if (heading := _heading(grid, top, bottom, column)).leaf
    }
    runs: list[list[int]] = []
    for column in sorted(headings):
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    parts = _merge_runs(runs, headings)
    return [(columns, {column: headings[column] for column in columns}) for columns in parts]


def _merge_runs(runs: list[list[int]], headings: dict[int, Heading]) -> list[list[int]]:
    """Runs with a gap between are one table, unless the later one begins with headings that stood before."""
    parts: list[list[int]] = []
    for run in runs:
        names = {normalised(headings[column].leaf) for column in run}
        before = {normalised(headings[column].leaf) for column in parts[-1]} if parts else set()
        if parts and len(names & before) < max(2, len(names) // 2):
            parts[-1] += run
        else:
            parts.append(list(run))
    return [half for part in parts for half in _halves(part, headings)]


def _halves(columns: list[int], headings: dict[int, Heading]) -> list[list[int]]:
    """A run that repeats all its headings is two tables without a gap between them."""
    names = [normalised(headings[column].text) for column in columns]
    for size in range(2, len(names) // 2 + 1):
        if len(names) % size == 0 and names == names[:size] * (len(names) // size) and len(set(names[:size])) == size:
            return [columns[start : start + size] for start in range(0, len(columns), size)]
    return [columns]


def _heading(grid: Grid, top: int, bottom: int, column: int) -> Heading:
    texts: list[str] = []
    for row in range(top, bottom + 1):
        text = clean(grid.seen(row, column))
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    return Heading(texts[-1], tuple(texts[:-1])) if texts else Heading("")


def words_above(grid: Grid, start: int, top: int, columns: list[int]) -> list[tuple[int, str]]:
    """The texts between the table before and this one, each once, with their rows."""
    words: list[tuple[int, str]] = []
    for row in range(start, top):
        for column in range(grid.width):
            text = clean(grid.own(row, column))
            if text:
                words.append((row, text))
    return words


def _titles_belong_below(grid: Grid, blocks: list[Block]) -> list[Block]:
    """The title rows right above a later table are not rows of the one before: they end it."""
    for block, below in zip(blocks, blocks[1:], strict=False):
        if below.top == block.top or below.signature == block.signature:
            continue
        end = below.top
        while end > block.bottom + 1 and _title_like(grid, end - 1):
            end -= 1
        block.end = end
        below.above = words_above(grid, end, below.top, below.columns)
    return blocks


def _title_like(grid: Grid, row: int) -> bool:
    filled = [clean(cell) for cell in grid.sheet.cells[row] if clean(cell)]
    return len(filled) <= 2 and not any(_DATA_LIKE.fullmatch(text) for text in filled[:1])


def date_of_heading(heading: Heading) -> str:
    """The part of a heading that is a day (2月8日 over 上午/下午), else nothing."""
    for text in (heading.leaf, *reversed(heading.groups)):
        if _DATE_HEADING.match(text) or re.fullmatch(r"\d{4}-\d{2}-\d{2}(?: .*)?", text):
            return text
    return ""
