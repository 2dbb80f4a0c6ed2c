"""Section 3, `回执/`: for every accepted workbook with findings its own copy, marked where the findings are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl.workbook.workbook import Workbook
from tests.acceptance.desk_folder import Check, DeskFolder, Row, Violation
from tests.acceptance.outbox import opened

NOTICE = "处理说明"
NUMBER = re.compile(r"回执编号：([0-9a-f]{64})")


def copies(desk: DeskFolder) -> Mapping[str, list[Path]]:
    """The sha256 that copies carry → the copies: that of the original, and those of its corrected copies."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((desk.out / "回执").rglob("*.xlsx")):
        text = "\n".join(str(cell.value) for line in opened(path).worksheets[0].iter_rows(max_row=8) for cell in line)
        number = NUMBER.search(text)
        found[number[1] if number else path.name].append(path)
    return found


def asked(desk: DeskFolder) -> Mapping[str, list[Row]]:
    """Accepted file → its findings."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in desk.data("findings.csv"):
        if row["file"] in desk.accepted:
            found[row["file"]].append(row)
    return found


def copies_are_those_with_findings(desk: DeskFolder) -> Iterator[Violation]:
    """One copy for every accepted workbook with findings, and no other."""
    files = sorted(path.relative_to(desk.out / "回执") for path in (desk.out / "回执").rglob("*") if path.is_file())
    if len(files) != len(asked(desk)):
        yield Violation("a copy for every file with findings", "", f"{len(files)} copies, {len(asked(desk))} files")
    hashes = {file["sha256"] for file in desk.run["files"]}
    for number, path in ((number, path) for number, paths in copies(desk).items() for path in paths):
        if number not in hashes or opened(path).sheetnames[0] != NOTICE:
            yield Violation("a copy carries its original's hash", path.name, number)


def cells_are_marked(desk: DeskFolder) -> Iterator[Violation]:
    """Every cell with a finding has a comment and a colour, and no other has a comment of ours."""
    by_hash = copies(desk)
    for file, rows in asked(desk).items():
        paths = by_hash.get(desk.accepted[file]["sha256"], [])
        told = [list(_missing(path, rows)) for path in paths]
        yield from min(told, key=len, default=[])


def _missing(path: Path, rows: Sequence[Row]) -> Iterator[Violation]:
    """What a copy does not say of its file's findings."""
    book = opened(path)
    cells = {(row["sheet"], f"{row['column']}{row['row']}") for row in rows if row["column"] and row["row"]}
    wanted = {(sheet, _shown(book, sheet, cell)) for sheet, cell in cells if sheet in book.sheetnames}
    for sheet, cell in wanted - _marked(book):
        yield Violation("cells with findings are marked", f"{path.name}[{sheet}]{cell}", "")
    told = _bare(" ".join(str(cell.value) for line in book.worksheets[0].iter_rows() for cell in line if cell.value))
    for row in rows:
        if _bare(row["message"])[:120] not in told:
            yield Violation("the notice tells every finding", f"{path.name} {row['code']}", row["message"])


def _shown(book: Workbook, sheet: str, cell: str) -> str:
    """The cell itself, or the first of the merged ones that it lies under."""
    areas = book[sheet].merged_cells.ranges
    return next((area.start_cell.coordinate for area in areas if cell in area), cell)


def _bare(text: str) -> str:
    return re.sub(r"[\s']|_x[0-9A-F]{4}_", "", text)


def _marked(book: Workbook) -> set[tuple[str, str]]:
    return {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.comment is not None
    }


CHECKS: tuple[Check, ...] = (copies_are_those_with_findings, cells_are_marked)
