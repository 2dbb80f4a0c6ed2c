"""A whole day of other hands through the main job: `python -m tests.held_apart.measure_day --seeds 1-2`."""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from tests.held_apart import outcomes
from tests.held_apart.desk import build_with_community
from tests.held_apart.measure import Score, compare_record, report
from tests.held_apart.measure_people import quality
from tests.held_apart.population import DAY
from tests.held_apart.truth import TrueDesk, TrueRecord

ROOT = Path(__file__).resolve().parents[2]
Row = dict[str, str]
Key = tuple[str, str, str, int, str]


def read_csv(path: Path) -> list[Row]:
    """A data file's rows."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def run_day(directory: Path) -> tuple[int, float]:
    """The main job once on the desk; its exit status and seconds."""
    began = time.perf_counter()
    command = [sys.executable, str(ROOT / "scripts" / "daily.py"), "--root", str(directory), "--day", str(DAY)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        print(finished.stdout[-2000:], finished.stderr[-2000:])
    return finished.returncode, time.perf_counter() - began


def match(
    rows: list[Row], truth: dict[tuple[str, str, str, int], list[TrueRecord]], form: str
) -> list[tuple[TrueRecord, Row]]:
    """Pair data lines with true records by file, sheet, row and, among several, column."""
    paired = []
    for row in rows:
        found = truth.get((form, row["file"], row["sheet"], int(row["row"])), [])
        best = next((each for each in found if row["column"] in each.columns), found[0] if len(found) == 1 else None)
        if best is not None:
            paired.append((best, row))
    return paired


def compare_records(desk: TrueDesk, data: Path, score: Score) -> dict[Key, TrueRecord]:
    """Every current record against what its row says; a line without a true record is extra."""
    truth: dict[tuple[str, str, str, int], list[TrueRecord]] = defaultdict(list)
    for record in desk.records:
        for row in record.rows or [record.row]:
            truth[record.form, record.file, record.sheet, row].append(record)
    noted: dict[str, set[tuple[str, int, str]]] = defaultdict(set)
    for finding in read_csv(data / "findings.csv"):
        for mark in (finding["column"], finding["field"]):
            if mark and finding["row"]:
                noted[finding["file"]].add((finding["sheet"], int(finding["row"]), mark))
    places: dict[Key, TrueRecord] = {}
    for path in sorted((data / "records").glob("*.csv")):
        rows = read_csv(path)
        pairs = match(rows, truth, path.stem)
        score.cells[path.stem]["lines"] += len(rows)
        score.cells[path.stem]["lines of no true record"] += len(rows) - len(pairs)
        for record, row in pairs:
            places[path.stem, row["file"], row["sheet"], int(row["row"]), row["column"]] = record
            compare_record(record, row, noted[record.file], score)
    return places


def compare_people(data: Path, places: dict[Key, TrueRecord], score: Score) -> dict[str, str]:
    """How records are linked; returns for each person identifier the true person of most of its records."""
    found = {}
    for row in read_csv(data / "links.csv"):
        place = (row["form"], row["file"], row["sheet"], int(row["row"]), row["column"])
        if place in places:
            found[place] = row["person_id"]
    truth = {place: record.person for place, record in places.items()}
    reached = quality(found, truth)
    score.outcomes["people mixed up"] = reached.merged
    print("  people:", reached)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for place, person in found.items():
        if truth[place]:
            votes[person][truth[place]] += 1
    return {person: counts.most_common(1)[0][0] for person, counts in votes.items()}


def check_links(data: Path) -> int:
    """Every record with a name belongs to exactly one person."""
    links = Counter(
        (row["form"], row["file"], row["sheet"], row["row"], row["column"]) for row in read_csv(data / "links.csv")
    )
    named = {
        (path.stem, row["file"], row["sheet"], row["row"], row["column"])
        for path in (data / "records").glob("*.csv")
        for row in read_csv(path)
        if row.get("name")
    }
    lonely = [place for place in named if links[place] != 1]
    stray = [place for place in links if place not in named]
    print(
        f"  links: {len(named)} named records, {len(lonely)} without exactly one person {lonely[:3]}, {len(stray)} links of no such record {stray[:3]}"
    )
    return len(lonely) + len(stray)


def compare_cases(data: Path, expected: list[Row], who: dict[str, str], limit: int) -> int:
    """Cases by true person: one each, with category, dates and status."""
    got: dict[str, list[Row]] = defaultdict(list)
    for row in read_csv(data / "cases.csv"):
        got[who.get(row["person_id"], "")].append(row)
    wrong: Counter[str] = Counter()
    told: list[str] = []
    for fact in expected:
        rows = got.pop(fact["person"], [])
        if len(rows) != 1:
            wrong["none" if not rows else "several"] += 1
            told.append(f"{len(rows)} cases for {fact}")
            continue
        for name in ("category", "arrive_date", "due_date", "status"):
            if rows[0][name] not in fact[name].split("|"):
                wrong[name] += 1
                told.append(f"{name}: expected {fact[name]} got {rows[0]}")
    print(f"  cases: {len(expected)} expected, wrong {dict(wrong)}, of nobody {sum(map(len, got.values()))}")
    for line in told[:limit]:
        print("     ", line[:300])
    return len(told)


def compare_dispatch(data: Path, expected: list[Row], limit: int) -> int:
    """Buckets by file and row."""
    got = {(row["file"], row["row"]): row for row in read_csv(data / "dispatch.csv")}
    wrong = [(fact, got.get((fact["file"], fact["row"]), {})) for fact in expected]
    wrong = [(fact, row) for fact, row in wrong if row.get("bucket") not in fact["bucket"].split("|")]
    print(f"  dispatch: {len(expected)} rows, in another bucket {len(wrong)}")
    for fact, row in wrong[:limit]:
        print("      expected", fact["bucket"], "got", row)
    return len(wrong)


def compare_coverage(data: Path, expected: list[Row], limit: int) -> int:
    """Status and last visit by address."""
    names = ("compound", "building", "entrance", "flat")
    got = {tuple(row[name] for name in names): row for row in read_csv(data / "coverage.csv")}
    wrong = []
    for fact in expected:
        row = got.get(tuple(fact[name] for name in names), {})
        if row.get("status") not in fact["status"].split("|") or row.get("last_visit") != fact["last_visit"]:
            wrong.append((fact, row))
    print(f"  coverage: {len(expected)} addresses expected, {len(got)} found, wrong {len(wrong)}")
    for fact, row in wrong[:limit]:
        print("      expected", fact, "got", {name: row.get(name) for name in ("status", "last_visit", "visits")})
    return len(wrong)


def compare_tallies(data: Path, expected: list[Row]) -> int:
    """Numbers of the community: cumulative, else current."""
    got = {
        (row["tally"], row["period"]): row["value"]
        for row in read_csv(data / "tallies.csv")
        if row["group"] == "community"
    }
    wrong = []
    for fact in expected:
        values = {got.get((fact["tally"], period)) for period in ("cumulative", "current")}
        if fact["value"] not in values:
            wrong.append(f"{fact['tally']} {fact['value']} got {values}")
    print(f"  tallies: {len(expected)} expected, wrong: {wrong}")
    return len(wrong)


def check_sums(data: Path) -> int:
    """Rows add up in every sheet, files add up."""
    account = json.loads((data / "run.json").read_text(encoding="utf-8-sig"))
    kinds = ("records", "blank", "heading", "total", "note", "held")
    off = [
        (file["file"], sheet["sheet"]) for file in account["files"] for sheet in file.get("sheets", ())
        if sum(sheet[kind] for kind in kinds) != sheet["rows"]
    ]  # fmt: skip
    print(
        f"  files: {dict(Counter(file['state'] for file in account['files']))}; sheets whose rows do not add up: {off}"
    )
    return len(off)


def measure(directory: Path, seed: int, size: int, limit: int) -> Score:
    """Make a desk, run the day, compare all that came out."""
    desk, community = build_with_community(directory, seed, size)
    status, seconds = run_day(directory)
    print(f"seed {seed}: {len(desk.records)} true records, exit status {status}, {seconds:.1f} s")
    score = Score()
    data = directory / "outbox" / str(DAY) / "数据"
    places = compare_records(desk, data, score)
    who = compare_people(data, places, score)
    score.outcomes |= {
        "links": check_links(data),
        "cases": compare_cases(data, outcomes.cases(desk, community), who, limit),
        "dispatch": compare_dispatch(data, outcomes.dispatch(desk, community), limit),
        "coverage": compare_coverage(data, outcomes.coverage(desk), limit),
        "tallies": compare_tallies(data, outcomes.tallies(desk)),
        "sums": check_sums(data),
    }
    return score


def main() -> None:
    """Parse the arguments, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-2")
    parser.add_argument("--size", type=int, default=600)
    parser.add_argument("--limit", type=int, default=8, help="faults shown of each kind")
    parser.add_argument("--keep", type=Path, help="keep the desks here")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    scores = []
    for seed in range(int(first), int(last or first) + 1):
        with tempfile.TemporaryDirectory() as scratch:
            directory = (options.keep or Path(scratch)) / f"day{seed}"
            scores.append(measure(directory, seed, options.size, options.limit))
    report(scores, options.limit)


if __name__ == "__main__":
    main()
