"""`打印/`: print files in the order in which the papers are walked from door to door."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fournets.catalogue.documents import BY_KIND
from fournets.model import Paper
from fournets.values.addresses import walking_key
from fournets.writing.data_files import Placement
from fournets.writing.papers.documents import Stationery

FOLDER = "打印"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file to print: all new papers of a kind, grid and batch. `path` is below the day's folder."""

    day: date
    path: str
    kind: str
    grid: str
    batch: int
    papers: tuple[Paper, ...]
    data: bytes

    @property
    def placements(self) -> dict[str, Placement]:
        """Where each paper lies in it, by number."""
        digest = hashlib.sha256(self.data).hexdigest()
        return {paper.number: Placement(self.path, place, digest) for place, paper in enumerate(self.papers, 1)}


def print_files(papers: Iterable[Paper], stationery: Stationery) -> Iterator[PrintFile]:
    """The print files of these papers, whatever their days, living documents left out; raises `TemplateFault`.

    What a later batch of a day issues comes in files of its own, so that nothing is printed twice.
    """
    for (day, batch, kind, grid), several in _sorted_out(papers).items():
        data = stationery.combiner(kind).combine(stationery.sheets(kind, several))
        yield PrintFile(day, _path(kind, grid, batch, len(several)), kind, grid, batch, tuple(several), data)


def earlier_placements(
    papers: Iterable[Paper], day: date, published: Callable[[date], Mapping[str, frozenset[str]]]
) -> dict[str, Placement]:
    """Where the papers of other days than `day` lie, seen from its folder, by number; nothing is rendered.

    `published` gives a day's files with the hashes that we put there.
    """
    found: dict[str, Placement] = {}
    others = [paper for paper in papers if paper.issued_day != day]
    for (issued, batch, kind, grid), several in _sorted_out(others).items():
        path = _path(kind, grid, batch, len(several))
        digest = max(published(issued).get(path, ()), default="")
        for place, paper in enumerate(several, 1):
            found[paper.number] = Placement(f"../{issued.isoformat()}/{path}", place, digest)
    return found


def _sorted_out(papers: Iterable[Paper]) -> dict[tuple[date, int, str, str], Sequence[Paper]]:
    groups: dict[tuple[date, int, str, str], list[Paper]] = {}
    for paper in papers:
        if BY_KIND[paper.kind].living:
            continue
        groups.setdefault((paper.issued_day, paper.batch, paper.kind, paper.grid), []).append(paper)
    return {key: sorted(groups[key], key=_walking_order) for key in sorted(groups)}


def _walking_order(paper: Paper) -> tuple[object, ...]:
    return (walking_key(paper.address), paper.name, paper.sequence)


def _path(kind: str, grid: str, batch: int, count: int) -> str:
    title = BY_KIND[kind].title
    again = f"_第{batch}批" if batch > 1 else ""
    whose = grid_title(grid) if BY_KIND[kind].by_grid else "全社区"
    return f"{FOLDER}/{title}/{whose}_{title}{again}_{count}份.docx"


def grid_title(grid: str) -> str:
    """第01网格, as file names begin so that they sort; 未分网格 when nobody knows the grid."""
    if grid.isdecimal():
        return f"第{int(grid):02d}网格"
    return _NOT_IN_NAMES.sub("_", grid) or "未分网格"
