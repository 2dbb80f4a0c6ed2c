"""Several days of another city's old town through the main job: `python -m tests.held_apart.measure_days --seeds 1-2`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.held_apart import old_town_answers as answers
from tests.held_apart import old_town_habits as habits
from tests.held_apart import old_town_nets as nets
from tests.held_apart import old_town_people as people
from tests.held_apart.measure_day import check_links, check_sums, read_csv
from tests.held_apart.measure_people import quality
from tests.held_apart.old_town import Home, build_town, due
from tests.held_apart.old_town_desk import Desk, Drop, Entry
from tests.held_apart.old_town_truth import State, bucket, coverage, journeys, status, tallies

ROOT = Path(__file__).resolve().parents[2]
AUTHORS = (
    people.households, people.returnees, people.ledger, people.screening, people.temperatures, people.dispatch, nets.gate, nets.volunteers, nets.duty,
    nets.disinfection, nets.publicity, nets.errands, nets.fever, nets.passes, nets.copies,
)  # fmt: skip
OTHER_AUTHORS = (
    habits.households_by_lane, people.returnees, people.ledger, habits.temperatures_by_row, people.dispatch, habits.gate_book, nets.volunteers,
    nets.duty, habits.disinfection_with_totals, nets.publicity, nets.errands, nets.fever, nets.passes, nets.copies,
)  # fmt: skip
"""The same town by authors of other habits; how they write of doors at which they knocked goes by the seed."""
FIRST_DAYS = (dt.date(2020, 2, 6), dt.date(2020, 2, 28))
Place = tuple[str, str, int, str]


def authors_of(seed: int, other: bool) -> Sequence[habits.Author]:
    """Who writes in the town of a seed."""
    if not other:
        return AUTHORS
    doors = habits.screening_by_ticks if seed // 2 % 2 else habits.screening_by_columns
    return (OTHER_AUTHORS[0], doors, *OTHER_AUTHORS[1:])


def build(seed: int, first: dt.date, *, other: bool = False) -> Desk:
    """All drops of three days from the first on."""
    days = tuple(first + dt.timedelta(days=each) for each in range(3))
    desk = Desk(build_town(seed, days), seed)
    people.registers(desk)
    unsure = answers.doubtful(desk)
    answers.mistyped(desk)
    for index in range(3):
        for author in authors_of(seed, other):
            author(desk, index)
    desk.town.journeys.append(unsure)
    return desk


def run(script: str, root: Path, *arguments: str) -> int:
    """One of the project's scripts on the desk."""
    command = [sys.executable, str(ROOT / "scripts" / f"{script}.py"), "--root", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(script, done.returncode, done.stdout[-1500:], done.stderr[-1500:])
    return done.returncode


def put(root: Path, drop: Drop, desk: Desk) -> None:
    """A drop into the inbox; a copy has the bytes of what it copies. The workbooks are made once, beside the desk."""
    made = root / "made" / str(drop.day)
    original = next(each for each in desk.drops if each.path == (drop.copy_of or drop.path) and each.day == drop.day)
    if not (made / original.path).exists():
        original.save(made)
    target = root / "inbox" / drop.path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(made / original.path, target)
    if drop.copy_of:
        os.utime(target, (drop.saved.timestamp(),) * 2)


def plain(row: Mapping[str, str]) -> tuple[str, ...]:
    """An address whatever the place where its compound ends and its building begins (家属院东区 5, 家属院 东区5)."""
    whole = (row["compound"] + row["building"]).replace("商铺商铺", "商铺")
    return whole, row["entrance"], row["flat"]


def home_as_written(home: Home) -> tuple[str, ...]:
    """What the data files call a door of the town."""
    return home.compound + home.building, home.entrance, home.flat.removesuffix("户")


class Compared:
    """One day's data against the truth; counts what differs and tells the first few."""

    def __init__(self, root: Path, state: State, day: dt.date, limit: int) -> None:
        self.data = root / "outbox" / str(day) / "数据"
        self.state, self.day, self.limit = state, day, limit
        self.wrong: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.entries: dict[tuple[str, Place], Entry] = {}
        self.person_of: dict[str, str] = {}
        self.homes = {home: home_as_written(home) for home in state.town.homes}

    def tell(self, kind: str, text: object) -> None:
        """Count a difference and print the first few of its kind."""
        self.wrong[kind] += 1
        self.told[kind] += 1
        if self.told[kind] <= self.limit:
            print(f"    {kind}: {str(text)[:400]}")

    def records(self) -> None:
        """The current rows: none missing, none beyond, their fields as written."""
        expected: dict[str, dict[tuple[object, ...], Entry]] = defaultdict(dict)
        copies = {drop.path: drop.copy_of for drop in self.state.taken if drop.copy_of}
        for _, drop, entry in self.state.current.values():
            column = entry.column
            expected[entry.form][drop.path, drop.day, entry.row, column, entry.sheet] = entry
        for form, rows in expected.items():
            path = self.data / "records" / f"{form}.csv"
            got = read_csv(path) if path.exists() else []
            found = set()
            for row in got:
                column = row["column"] if any(key[3] for key in rows) else ""
                name = row["file"].split("#")[0]
                name = copies.get(name, name)
                keys = [key for key in rows if key[0] == name and key[2:] == (int(row["row"]), column, row["sheet"])]
                entry = next(
                    (rows[key] for key in keys if rows[key].fields.get("name", row.get("name")) == row.get("name")),
                    None,
                )
                if entry is None:
                    self.tell(f"{form} row beyond", {k: v for k, v in row.items() if v})
                    continue
                found.add(id(entry))
                self.entries[form, (row["file"], row["sheet"], int(row["row"]), row["column"])] = entry
                for field, value in entry.fields.items():
                    if field in row and row[field] != value:
                        self.tell(
                            f"{form}.{field}",
                            f"wants {value!r} has {row[field]!r} at {row['file']} {row['row']}{row['column']}",
                        )
                if entry.home and row["compound"] and plain(row) != self.homes[entry.home]:
                    self.tell(
                        f"{form} address",
                        f"{plain(row)} register has {self.homes[entry.home]} {row['file']} {row['row']}",
                    )
            for key, entry in rows.items():
                if id(entry) not in found:
                    self.tell(f"{form} row missing", (key, entry.fields))

    def people(self) -> None:
        """Who is who, by pairs of records."""
        found, truth = {}, {}
        for row in read_csv(self.data / "links.csv"):
            place = (row["form"], (row["file"], row["sheet"], int(row["row"]), row["column"]))
            entry = self.entries.get(place)
            if entry and entry.person:
                found[place], truth[place] = row["person_id"], entry.person
        reached = quality(found, truth)  # type: ignore[arg-type]
        print("    people", reached)
        self.wrong["people joined wrongly"] += reached.merged
        parts: dict[str, set[str]] = defaultdict(set)
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for place, person in found.items():
            parts[truth[place]].add(person)
            votes[person][truth[place]] += 1
        self.person_of = {person: many.most_common(1)[0][0] for person, many in votes.items()}
        for key, persons in parts.items():
            if len(persons) > 1:
                self.tell("person in parts", (key, persons, [p for p in truth if truth[p] == key]))

    def cases(self) -> None:
        """One case a return: category, dates, status."""
        got: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for row in read_csv(self.data / "cases.csv"):
            got[self.person_of.get(row["person_id"], row["person_id"]), row["arrive_date"]].append(row)
        town = self.state.town
        for each in journeys(self.state, self.day):
            rows = got.pop((each.person.key, f"{each.arrived}"), [])
            last = due(town, each.category, each.left, each.arrived)
            wants = {
                "category": each.category,
                "due_date": f"{last or ''}",
                "status": status(self.state, each, self.day),
            }
            if len(rows) != 1:
                self.tell("cases of a return", (len(rows), each))
                continue
            for name, value in wants.items():
                if rows[0][name] != value:
                    self.tell(f"case {name}", f"wants {value} has {rows[0]} {each.place} left {each.left}")
        for rest in got.values():
            self.tell("case beyond", rest)

    def coverage(self) -> None:
        """Every door."""
        got = {plain(row): row for row in read_csv(self.data / "coverage.csv")}
        for home, (found, last) in coverage(self.state, self.day).items():
            row = got.pop(self.homes.get(home, ()), None)
            if row is None:
                self.tell("coverage missing", home)
            elif (row["status"], row["last_visit"]) != (found, last):
                self.tell("coverage", f"wants {found} {last} has {row}")
        for row in got.values():
            self.tell("coverage beyond", row)

    def dispatch(self) -> None:
        """Every row of the street's lists."""
        got = {(row["file"], int(row["row"])): row for row in read_csv(self.data / "dispatch.csv")}
        for _, drop, entry in self.state.current.values():
            if entry.form == "dispatch":
                row = got.pop((drop.path, entry.row), {})
                wants = bucket(self.state, entry, self.day)
                if row.get("bucket") != wants:
                    self.tell("dispatch", f"wants {wants} has {row}")
        for row in got.values():
            self.tell("dispatch beyond", row)

    def tallies(self, fever: float) -> None:
        """Every number that the truth knows; a grid is who its worker is."""
        label = self.grid_labels()
        got = {
            (r["tally"], r["group"], r["group_value"], r["period"]): r["value"]
            for r in read_csv(self.data / "tallies.csv")
        }
        for (name, group, value, period), number in tallies(self.state, self.day, fever).items():
            key = (name, group, label.get(value, value) if group == "grid" else value, period)
            if got.get(key) != f"{number}":
                other = {k[3]: v for k, v in got.items() if k[:3] == key[:3]}
                self.tell(f"tally {name} {period} {group}", f"{key} wants {number} has {other}")

    def grid_labels(self) -> dict[str, str]:
        """What the desk calls each grid of the town."""
        labels: dict[str, set[str]] = defaultdict(set)
        by_worker = {grid.worker: str(grid.number) for grid in self.state.town.grids}
        for row in read_csv(self.data / "records" / "grids.csv"):
            labels[by_worker.get(row["worker"], "")].add(row["grid"])
        if any(len(each) != 1 for each in labels.values()) or len({min(each) for each in labels.values()}) != len(
            labels
        ):
            self.tell("grid labels", dict(labels))
        return {number: min(each) for number, each in labels.items()}


def compare(root: Path, state: State, day: dt.date, limit: int) -> Counter[str]:
    """All of one day."""
    compared = Compared(root, state, day, limit)
    files = json.loads((compared.data / "run.json").read_text(encoding="utf-8"))["files"]
    for file in files:
        if file["state"] == "held":
            compared.tell("held", (file["file"], file["reason"]))
    compared.records()
    compared.people()
    compared.cases()
    compared.coverage()
    compared.dispatch()
    compared.tallies(float(str(state.town.config["fever"])))
    compared.wrong["links"] += check_links(compared.data)
    compared.wrong["sums"] += check_sums(compared.data)
    compared.wrong["duplicates"] += abs(
        sum(file["state"] == "duplicate" for file in files) - sum(bool(d.copy_of) for d in state.taken)
    )
    return +compared.wrong


def measure(root: Path, seed: int, first: dt.date, limit: int, batches: int = 1, other: bool = False) -> Counter[str]:
    """Three days, each with its drops and its run; afterwards everything is derived again and must be the same."""
    desk = build(seed, first, other=other)
    desk.configure(root)
    state = State(desk.town)
    wrong: Counter[str] = Counter()
    for index, day in enumerate(desk.town.days):
        if index:
            wrong += handed_back(root, desk, state, index)
        drops = [drop for drop in desk.drops if drop.day == day]
        random.Random(batches).shuffle(drops)
        for batch in range(batches):
            for drop in drops[batch::batches]:
                put(root, drop, desk)
            began = time.perf_counter()
            wrong["exit status"] += run("daily", root, "--day", str(day))
        for drop in sorted(drops, key=lambda each: each.saved):
            state.take(drop)
        print(f"  {day}: {len(drops)} files, {len(state.current)} rows, last run {time.perf_counter() - began:.1f} s")
        found = compare(root, state, day, limit)
        print("  ", dict(found))
        wrong += found
    return wrong + rebuilt(root, desk.town.days[-1])


def handed_back(root: Path, desk: Desk, state: State, index: int) -> Counter[str]:
    """What the office answers before the nth day's run; counts what it was not asked."""
    before, day = desk.town.days[index - 1], desk.town.days[index]
    wrong = Counter({"not asked": int(not answers.decide(root, desk, state, before, "是" if index == 1 else "否"))})
    if index == 1:
        wrong["no notice to sign"] += int(answers.sign(root, state, before) == 0)
        state.take(answers.put_right(root, desk, before, day))
    return +wrong


def rebuilt(root: Path, day: dt.date) -> Counter[str]:
    """Everything derived again and the last day run again: whatever data file then differs."""
    data = root / "outbox" / str(day) / "数据"
    before = {path.relative_to(data): path.read_bytes() for path in data.rglob("*.csv")}
    wrong = Counter({"exit status": run("rebuild", root) + run("daily", root, "--day", str(day))})
    for name, content in before.items():
        after = (data / name).read_bytes().splitlines()
        lines = [line.decode() for line in set(content.splitlines()) ^ set(after)]
        if lines or content.splitlines() != after:
            wrong[f"rebuilt {name}"] += 1
            print("    rebuilt", name, len(lines), lines[:2])
    return +wrong


def main() -> None:
    """Parse the arguments, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-2")
    parser.add_argument("--limit", type=int, default=4, help="faults shown of each kind")
    parser.add_argument("--batches", type=int, default=1, help="runs a day, its files shuffled among them")
    parser.add_argument("--other", action="store_true", help="authors of other habits")
    parser.add_argument("--keep", type=Path, help="keep the desks here")
    options = parser.parse_args()
    low, _, high = options.seeds.partition("-")
    total: Counter[str] = Counter()
    for seed in range(int(low), int(high or low) + 1):
        with tempfile.TemporaryDirectory() as scratch:
            root = (options.keep or Path(scratch)) / f"town{seed}"
            shutil.rmtree(root, ignore_errors=True)
            print(f"seed {seed}")
            total += measure(root, seed, FIRST_DAYS[seed % 2], options.limit, options.batches, options.other)
    print("all seeds:", dict(total))


if __name__ == "__main__":
    main()
