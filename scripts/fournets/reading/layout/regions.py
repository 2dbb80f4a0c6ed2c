"""Where the tables of a sheet are: header rows, the columns below them, the rows of each, and the words above.

A header is known by its cells: several of them are headings that some form lists (or nearly), and they are not data.
It may be up to three rows deep, merged both ways. Blank columns and repeated headings part tables side by side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from fournets.reading.headings.spellings import DATE_HEADING, Heading, known_headings, normalised
from fournets.reading.layout.grid import Grid
from fournets.reading.layout.header_depth import HeaderDepth
from fournets.reading.layout.header_rows import HeaderRows
from fournets.reading.sheet import column_letters

LOOK_BELOW = 40
MAX_UNHEADED = 3
_SERIAL_HEADINGS = frozenset(("序号", "序", "no", "编号"))
_SECTION = re.compile(r".{0,8}(?:号楼|楼|栋|幢|座|单元|网格)")
"""3号楼 over a repeated header is a section of the table, no title of another one."""
_NUMBERED_TITLE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(slots=True)
class Block:
    """A table's place: header rows top–bottom, its columns, its rows down to (not including) `end`, the words above."""

    top: int
    bottom: int
    columns: list[int]
    headings: dict[int, Heading]
    end: int
    above: list[tuple[int, str]]
    beside: list[tuple[int, str]] = field(default_factory=list)
    """The words over the tables to the left and right of this one."""
    shared: frozenset[int] = frozenset()
    """Columns of its rows that another table has as well (see `members`)."""

    @property
    def signature(self) -> tuple[str, ...]:
        """The normalised headings, for telling a repeated header."""
        return tuple(normalised(self.headings[column].text) for column in self.columns)


def find_blocks(grid: Grid, own_headings: Mapping[str, Mapping[str, tuple[str, ...]]]) -> list[Block]:
    """The tables of a sheet from top to bottom, left to right."""
    own = frozenset(normalised(text) for fields in own_headings.values() for texts in fields.values() for text in texts)
    rows = HeaderRows(grid, own)
    depth = HeaderDepth(grid, rows)
    blocks: list[Block] = []
    row = 0
    while row < grid.height:
        segments = _header_segments(grid, row, rows)
        if not segments:
            row += 1
            continue
        bottom = max(depth.bottom(row, segment) for segment in segments)
        tops = [row if rows.again(row) else depth.top(row, segment) for segment in segments]
        made = [
            block
            for top, segment in zip(tops, segments, strict=True)
            for block in _blocks_of(grid, top, bottom, segment)
        ]
        rows.remember(tops[0], segments, bottom)
        blocks = _joined(grid, blocks, made)
        row = bottom + 1
    _set_ends(blocks)
    for block in blocks:
        block.beside += [words for other in blocks if other is not block for words in other.above]
    return blocks


def _header_segments(grid: Grid, row: int, rows: HeaderRows) -> list[list[int]]:
    """The runs of columns in this row that are headers."""
    if again := rows.again(row):
        return again
    if rows.amid_data(row):
        return []
    filled = grid.filled(row)
    if len(filled) < 2 or not rows.worth_a_look(row, filled):
        return []
    segments = _segments(grid, row, filled)
    found = [segment for segment in segments if rows.is_header(row, segment) and not rows.says_again(row, segment)]
    if len(found) == len(segments) or len(segments) == 1:
        return found
    if not found:
        return [filled] if rows.is_header(row, filled) else []
    return found


def _segments(grid: Grid, row: int, filled: list[int]) -> list[list[int]]:
    """The row's cells, parted where a column is blank here and below."""
    segments = [[filled[0]]]
    for column in filled[1:]:
        last = segments[-1][-1]
        gap = range(last + grid.covers(row, last), column)
        if any(_blank_below(grid, row, other) for other in gap):
            segments.append([column])
        else:
            segments[-1].append(column)
    return segments


def _blank_below(grid: Grid, row: int, column: int) -> bool:
    for below in range(row, min(grid.height, row + LOOK_BELOW)):
        if below > row and grid.is_blank_row(below):
            return True
        if grid.text(below, column) or (row, column) in grid.anchors:
            return False
    return True


def _blocks_of(grid: Grid, top: int, bottom: int, segment: list[int]) -> list[Block]:
    last = segment[-1] + grid.covers(top, segment[-1])
    first = segment[0]
    while first and top < bottom and grid.text(top, first - 1):
        first -= 1
    columns = list(range(first, max(last, segment[-1] + 1)))
    unheaded_yet = 0
    for column in range(columns[-1] + 1, grid.width):
        headed = top < bottom and any(grid.text(row, column) for row in range(top, bottom + 1))
        unheaded_yet += not headed
        if unheaded_yet > MAX_UNHEADED or not (headed or _headed_or_filled(grid, top, bottom, column)):
            break
        columns.append(column)
    headings = {column: _heading(grid, top, bottom, column) for column in columns}
    columns = [column for column in columns if _is_column(grid, bottom, column, headings)]
    for column in columns:
        if not headings[column].leaf:
            headings[column] = Heading(unheaded(column))
    return [
        Block(top, bottom, part, {column: headings[column] for column in part}, grid.height, [])
        for part in _parts(columns, headings)
    ]


def unheaded(column: int) -> str:
    """What a column without a heading is called where its cells are kept."""
    return f"（{column_letters(column)}列无表头）"


def _headed_or_filled(grid: Grid, top: int, bottom: int, column: int) -> bool:
    """Whether a column right of the header is the table's: under its last group, or filled without a heading."""
    if grid.text(top, column):
        return False
    if any(grid.text(row, column) for row in range(top + 1, bottom + 1)):
        return True
    return any(grid.text(row, column) for row in range(bottom + 1, min(grid.height, bottom + 6)))


def _is_column(grid: Grid, bottom: int, column: int, headings: Mapping[int, Heading]) -> bool:
    """A heading merged over several columns whose cells are blank announces one column, not several."""
    heading = headings[column]
    doubled = column - 1 in headings and heading.leaf and headings[column - 1] == heading
    if heading.leaf and not doubled:
        return True
    return any(grid.text(row, column) for row in range(bottom + 1, min(grid.height, bottom + LOOK_BELOW)))


def _heading(grid: Grid, top: int, bottom: int, column: int) -> Heading:
    """What stands over the column; a group that is written once over several sub-headings is not always merged."""
    texts: list[str] = []
    for row in range(top, bottom + 1):
        text = grid.seen_text(row, column)
        if not text and row < bottom and grid.text(bottom, column):
            text = _group_to_the_left(grid, row, bottom, column)
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    return Heading(texts[-1], tuple(texts[:-1])) if texts else Heading("")


def _group_to_the_left(grid: Grid, row: int, bottom: int, column: int) -> str:
    for left in range(column - 1, -1, -1):
        text = grid.seen_text(row, left)
        if text:
            return text if grid.text(bottom, left) and (bottom, left) not in grid.anchors else ""
        if not grid.text(bottom, left):
            return ""
    return ""


def _parts(columns: list[int], headings: Mapping[int, Heading]) -> list[list[int]]:
    """Tables side by side without a gap: a second 序号, or the first headings once more."""
    names = [normalised(headings[column].text) for column in columns]
    starts = [0]
    for index in range(2, len(names) - 1):
        if names[index] == names[0] and (names[0] in _SERIAL_HEADINGS or _repeats(names, index)):
            starts.append(index)
    starts.append(len(names))
    return [columns[start:end] for start, end in pairwise(starts) if end > start]


def _repeats(names: list[str], index: int) -> bool:
    again = set(names[index:])
    return names[index : index + 2] == names[:2] and len(again & set(names[:index])) >= 0.6 * len(again)


def _joined(grid: Grid, blocks: list[Block], made: list[Block]) -> list[Block]:
    """Add the new tables; a header that only repeats the one above it (a new printed page) continues that table."""
    for block in made:
        before = next((other for other in reversed(blocks) if set(other.columns) & set(block.columns)), None)
        start = before.bottom + 1 if before else 0
        block.above, block.beside = _words_above(grid, start, block, before)
        if before and before.columns == block.columns and before.signature == block.signature:
            titles = [[text for _, text in part.above] for part in (block, before)]
            if not titles[0] or titles[0] == titles[1] or all(map(_SECTION.fullmatch, titles[0])):
                continue
        blocks.append(block)
    return blocks


def _words_above(
    grid: Grid, start: int, block: Block, before: Block | None
) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The title rows right above a table, or all that stands above the first one: over it, and beside it.

    What a label over the table says is over it as well, although it may stand to the right.
    """
    top = block.top
    if before:
        while top - 1 >= start and _title_like(grid, top - 1, block.columns) and not _says_again(grid, top - 1, start):
            top -= 1
    rows = range(top if before else 0, block.top)
    first, last = block.columns[0], block.columns[-1]
    words: list[tuple[int, str]] = []
    beside: list[tuple[int, str]] = []
    for row in rows:
        inside = False
        for column in grid.filled(row):
            of_label = inside and normalised(words[-1][1]) in known_headings()
            inside = of_label or (column <= last and column + grid.covers(row, column) > first)
            (words if inside else beside).append((row, grid.text(row, column)))
    return (words, beside) if words else (beside, [])


def _title_like(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether the row above a later table's header belongs to that table: few words, no record and no total."""
    filled = [column for column in grid.filled(row) if columns[0] <= column <= columns[-1] + 1]
    if not filled:
        return not grid.filled(row) or len(columns) < 3
    texts = [grid.text(row, column) for column in filled]
    if any(re.match(r"(?:合|小|总|共|累)\s*计|本页", text) or _NUMBERED_TITLE.fullmatch(text) for text in texts):
        return False
    if re.match(r"(?:填表|填报|审核|制表|备注|注|说明)\S{0,4}[:：]|第\s*\d+\s*页|\d+\s*/\s*\d+$", texts[0]):
        return False
    return len(filled) <= 2 or all(":" in text for text in texts)


def _says_again(grid: Grid, row: int, start: int) -> bool:
    """Whether one of the row's several cells says what stands above it since `start`: a short record, no title."""
    filled = grid.filled(row)
    return len(filled) > 1 and any(
        grid.text(row, column) in (grid.text(above, column) for above in range(start, row)) for column in filled
    )


def _set_ends(blocks: list[Block]) -> None:
    """A table goes down to the titles of the next one that shares a column with it."""
    for index, block in enumerate(blocks):
        columns = set(block.columns)
        below = [other for other in blocks[index + 1 :] if other.top > block.bottom and columns & set(other.columns)]
        if below:
            following = min(below, key=lambda other: other.top)
            block.end = min([following.top, *(row for row, _ in following.above if row > block.bottom)])


def merged(left: Block, right: Block) -> Block:
    """Two neighbouring parts as one table after all: neither is a form by itself."""
    columns = left.columns + right.columns
    words = list(dict.fromkeys(left.above + right.above))
    return Block(left.top, left.bottom, columns, {**left.headings, **right.headings}, max(left.end, right.end), words)


def date_of_heading(heading: Heading) -> str:
    """The part of a heading that is a day (2月8日 over 上午/下午), else nothing."""
    found = (DATE_HEADING.fullmatch(text) for text in (heading.leaf, *reversed(heading.groups)))
    return next((match[1] for match in found if match), "")
