"""Numbers on paper are for good: a day run twice, days out of their order and a rebuild give none twice and lose none."""

from __future__ import annotations

import csv
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from tests.faults.batches import DAILY, NEXT_DAY, REBUILD, a_day_later, desk_of, drop, must_be_settled, person, state

CASES = 12
OF_CASES = ("notice", "pledge")
Row = dict[str, str]


def documents(root: Path, day: str) -> list[Row]:
    with (root / "outbox" / day / "数据" / "documents.csv").open(encoding="utf-8-sig", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["kind"] in OF_CASES]


def printed(root: Path) -> Counter[str]:
    """In how many print files each number stands, over all days."""
    found: Counter[str] = Counter()
    for path in (root / "outbox").glob("*/打印/*/*.docx"):
        with zipfile.ZipFile(path) as archive:
            text = archive.read("word/document.xml").decode()
        day = path.relative_to(root / "outbox").parts[0]
        found.update(row["number"] for row in documents(root, day) if f">{row['number']}" in text)
    return found


@pytest.mark.desk
def test_a_day_twice_days_out_of_order_and_a_rebuild(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", CASES)
    NEXT_DAY.run(root)
    first = state(root)
    NEXT_DAY.run(root)
    assert state(root) == first
    issued = {row["number"]: row for row in documents(root, "2020-02-10")}
    assert len(issued) == 2 * CASES

    drop(root, "补报.xlsx", [person(number) for number in range(CASES, CASES + 4)])
    DAILY.run(root)
    earlier = {row["number"] for row in documents(root, "2020-02-09") if row["issued_day"] == "2020-02-09"}
    assert len(earlier) == 2 * 4
    assert not earlier & issued.keys()

    a_day_later(root, CASES + 4)
    NEXT_DAY.run(root)
    must_be_settled(root)
    after = {row["number"]: row for row in documents(root, "2020-02-10")}
    assert {number: row["person_id"] for number, row in issued.items()} == {
        number: after[number]["person_id"] for number in issued
    }
    replacing = [row for row in after.values() if row["replaces"]]
    assert replacing
    assert all(row["version"] == "2" and after[row["replaces"]]["person_id"] == row["person_id"] for row in replacing)

    before = state(root)
    REBUILD.run(root)
    assert state(root) == before
    assert set(printed(root).values()) == {1}
    assert printed(root).keys() == after.keys()
