"""Three days of the riverside community through the main job: `python -m tests.held_apart.measure_riverside --seeds 1-2`.

Dispatched lists, persons, cases, coverage and tallies against an oracle written from the contract alone; the doubtful
pairs are answered and papers signed in between.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from tests.held_apart.riverside_desk import DAYS, Desk
from tests.held_apart.riverside_oracle import expected, status, stays_on, tallies
from tests.held_apart.riverside_people import Person
from tests.held_apart.riverside_sheets import FIRST_RECORD_ROW, Book, Row

ROOT = Path(__file__).resolve().parents[2]
Lines = list[dict[str, str]]


def read_csv(path: Path) -> Lines:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def run(directory: Path, day: date) -> None:
    """The main job once; raises where it does not finish."""
    command = [sys.executable, str(ROOT / "scripts" / "daily.py"), "--root", str(directory), "--day", str(day)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        raise RuntimeError(finished.stdout[-2000:] + finished.stderr[-2000:])


def data_of(directory: Path, day: date) -> Path:
    return directory / "outbox" / str(day) / "数据"


def day_before(day: date) -> date:
    return DAYS[DAYS.index(day) - 1]


class Differences:
    """Right and wrong by kind, each wrong one with its words."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: dict[str, list[str]] = defaultdict(list)

    def say(self, kind: str, right: bool, words: str) -> None:
        if right:
            self.right[kind] += 1
        else:
            self.wrong[kind].append(words)


def person_ids(desk: Desk, data: Path) -> tuple[dict[str, set[int]], dict[int, set[str]]]:
    """Which true persons each person_id holds, by our own sheets' rows."""
    rows: dict[tuple[str, int], Person] = {}
    for (file, _), (book, row) in desk.current.items():
        if row.person is not None:
            rows[(file, book.rows.index(row) + FIRST_RECORD_ROW)] = row.person
    holds: dict[str, set[int]] = defaultdict(set)
    has: dict[int, set[str]] = defaultdict(set)
    for line in read_csv(data / "links.csv"):
        person = rows.get((line["file"].split("#")[0], int(line["row"])))
        if person is not None:
            holds[line["person_id"]].add(person.key)
            has[person.key].add(line["person_id"])
    return holds, has


def compare(desk: Desk, data: Path, day: date, found: Differences) -> None:
    """One day's data files against the oracle."""
    holds, has = person_ids(desk, data)
    names = {person.key: f"{person.name} {person.id_number} {person.flat}" for person in desk.people}
    for identifier, keys in holds.items():
        found.say("persons apart", len(keys) == 1, f"{day} {identifier} is {[names[key] for key in keys]}")
    for key, identifiers in has.items():
        if key in desk.unsettled:
            continue
        found.say("persons whole", len(identifiers) == 1, f"{day} {names[key]} is {identifiers}")
    compare_lists(desk, data, day, found, has)
    compare_cases(desk, data, day, found, has)
    lines = {
        (each["tally"], each["period"]): each["value"]
        for each in read_csv(data / "tallies.csv")
        if each["group"] == "community"
    }
    if desk.unsettled:
        return
    for (tally, period), value in tallies(desk.people, desk.counted, day).items():
        said = lines.get((tally, period))
        found.say("tallies", said == str(value), f"{day} {tally} {period}: {said}, should be {value}")


def compare_lists(desk: Desk, data: Path, day: date, found: Differences, has: dict[int, set[str]]) -> None:
    said = {(line["file"].split("#")[0], int(line["row"])): line for line in read_csv(data / "dispatch.csv")}
    count = sum(len(rows) for _, rows, _ in desk.lists.values())
    found.say("list rows add up", len(said) == count, f"{day} {len(said)} rows of {count}")
    written_all = [row for _, rows, _ in desk.lists.values() for row in rows]
    for file, (_, rows, _) in desk.lists.items():
        for number, row in enumerate(rows, start=FIRST_RECORD_ROW):
            line = said.get((file, number))
            if line is None:
                found.say("list rows", False, f"{day} {file} {number} {row} is missing")
                continue
            if any(row.name == each.name for each in desk.people if each.key in desk.unsettled):
                continue
            right = expected(row, desk.people, day, written_all)
            kind = "buckets" if right.sure else "buckets (to judgement)"
            written = (row.name, row.id_written, row.phone_written, row.address_written, row.outcome, row.why)
            found.say(
                kind,
                line["bucket"] in right.buckets,
                f"{day} {file} {number} {written}: {line['bucket']} ({line['evidence']}), should be {sorted(right.buckets)} {right.person and (right.person.name, right.person.key)}",
            )
            if right.person is not None and right.sure and line["bucket"] not in ("to_verify", "not_here"):
                ours = has.get(right.person.key, set())
                found.say(
                    "persons of rows",
                    line["person_id"] in ours,
                    f"{day} {file} {number} {written}: {line['person_id']} ({line['evidence']}), should be {ours}",
                )


def compare_cases(desk: Desk, data: Path, day: date, found: Differences, has: dict[int, set[str]]) -> None:
    lines: dict[str, Lines] = defaultdict(list)
    for line in read_csv(data / "cases.csv"):
        lines[line["person_id"]].append(line)
    known: set[str] = set()
    for person in desk.people:
        known |= has.get(person.key, set())
        if person.key in desk.unsettled:
            continue
        stays = sorted(stays_on(person, day), key=lambda stay: stay.arrived or date.min)
        ours = sorted(
            (line for each in has.get(person.key, ()) for line in lines[each]),
            key=lambda line: line["arrive_date"] or line["start_date"],
        )
        words = f"{day} {person.name} {stays}: {[(line['category'], line['arrive_date'], line['start_date'], line['due_date'], line['status'], line['released_date'], line['notice_signed']) for line in ours]}"
        found.say("number of cases", len(stays) == len(ours), words)
        if len(stays) != len(ours):
            continue
        for stay, line in zip(stays, ours, strict=True):
            true = {
                "category": stay.category,
                "due_date": str(stay.due or ""),
                "status": status(stay, day),
                "released_date": str(stay.released) if stay.released and stay.released <= day else "",
            }
            for column, value in true.items():
                found.say(
                    f"case {column}", line[column] == value, f"{words} {column} {line[column]!r}, should be {value!r}"
                )
            signed = bool(stay.signed and stay.signed <= day)
            found.say("case notice_signed", (line["notice_signed"] == "yes") == signed, words)
    strays = [line["case_id"] for each, several in lines.items() if each not in known for line in several]
    found.say("no other cases", not strays, f"{day} {strays}")


def measure(seed: int, directory: Path, found: Differences, days: int = len(DAYS)) -> None:
    """One desk, its first days compared one after the other."""
    desk = Desk(seed)
    for day in DAYS[:days]:
        for book in desk.books(day):
            book.write(directory / "inbox")
        if day != DAYS[0]:
            sign(desk, directory, day)
            decide(desk, directory, day, found)
        run(directory, day)
        compare(desk, data_of(directory, day), day, found)


def sign(desk: Desk, directory: Path, day: date) -> None:
    """Some of the notices that were issued come back signed, on a sheet of receipts."""
    before = data_of(directory, day_before(day))
    holds, _ = person_ids(desk, before)
    arrivals = {line["case_id"]: line["arrive_date"] for line in read_csv(before / "cases.csv")}
    headings = ("编号", "文书", "姓名", "签收日期", "签收方式", "签收人")
    book = Book(f"签收登记{day:%m%d}.xlsx", "receipts", "签收表", headings, day)
    by_key = {person.key: person for person in desk.people}
    for paper in read_csv(before / "documents.csv"):
        keys = holds[paper["person_id"]] - desk.unsettled
        if paper["kind"] != "notice" or desk.chance.random() < 0.6 or len(keys) != 1:
            continue
        person = by_key[min(keys)]
        for stay in person.stays:
            if str(stay.arrived) == arrivals.get(paper["case_id"]) and stay.signed is None:
                stay.signed = day
                cells = [paper["number"], "告知书", person.name, f"{day}", "当面", person.name]
                book.rows.append(Row(list(cells), key=paper["number"]))
    if book.rows:
        book.write(directory / "inbox", 10)


def decide(desk: Desk, directory: Path, day: date, found: Differences) -> None:
    """Answer every doubtful pair as it truly is; those who made a pair and are not asked about are told."""
    workbook = load_workbook(directory / "outbox" / str(day_before(day)) / "人工核对.xlsx")
    sheet = workbook["人工核对"]
    asked: set[frozenset[int]] = set()
    for row in sheet.iter_rows(min_row=4):
        sides = [desk.people_of(str(row[place].value or "")) for place in (3, 4)]
        if not row[0].value or not all(sides):
            continue
        asked.add(frozenset(sides[0] | sides[1]))
        row[1].value, row[2].value = ("是" if sides[0] == sides[1] else "否"), "周晓岚"
    for pair in desk.doubts if day == DAYS[1] else ():
        found.say("doubts asked", pair in asked, f"{day} {pair} was not asked")
        if pair in asked:
            desk.unsettled -= pair
    for pair in asked - set(desk.doubts):
        found.say("nobody else asked", False, f"{day} {pair}")
    workbook.save(directory / "inbox" / f"核对{day:%m%d}.xlsx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-1")
    parser.add_argument("--keep", type=Path, help="a folder to keep the desks in")
    parser.add_argument("--show", type=int, default=15)
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    found = Differences()
    for seed in range(int(first), int(last or first) + 1):
        if options.keep:
            measure(seed, options.keep / f"{seed}-{datetime.now():%H%M%S}", found)
        else:
            with tempfile.TemporaryDirectory() as folder:
                measure(seed, Path(folder), found)
    for kind in sorted(found.right.keys() | found.wrong.keys()):
        print(f"{kind}: {found.right[kind]} right, {len(found.wrong[kind])} wrong")
        for words in found.wrong[kind][: options.show]:
            print("   ", words)


if __name__ == "__main__":
    main()
