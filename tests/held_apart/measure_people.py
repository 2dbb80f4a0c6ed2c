"""How well people are linked on a labelled set: `python -m tests.held_apart.measure_people --seeds 1-3`."""

from __future__ import annotations

import argparse
import csv
import resource
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.held_apart.lookalikes import lookalikes
from tests.held_apart.people import LabelledSet, Place, as_table, labelled_set, source
from tests.held_apart.population import DAY

from fournets.desk.config import load
from fournets.model import FileRead, Identifiers, Linked, SheetRead
from fournets.reconciling.linking import link

ROOT = Path(__file__).resolve().parents[2]
SETS = {"usual": labelled_set, "lookalikes": lookalikes}


def pairs(number: int) -> int:
    """How many pairs a group of records has."""
    return number * (number - 1) // 2


@dataclass(frozen=True)
class Quality:
    """Pairs of records: joined rightly, joined wrongly, left apart; people: merged and split."""

    right: int
    wrong: int
    apart: int
    merged: int
    split: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.apart)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        return (
            f"pairs joined wrongly {self.wrong}, precision {self.precision:.5f}, recall {self.recall:.5f}, F1 {self.f1:.5f}; "
            f"people mixed up {self.merged}, people in several pieces {self.split}"
        )


def quality(found: dict[Place, str], truth: dict[Place, str]) -> Quality:
    """Compare the persons found with the true ones over the records that have a label."""
    cells: Counter[tuple[str, str]] = Counter()
    for place, key in truth.items():
        if key and place in found:
            cells[key, found[place]] += 1
    true_sizes: Counter[str] = Counter()
    found_sizes: Counter[str] = Counter()
    keys_of: dict[str, set[str]] = defaultdict(set)
    found_of: dict[str, set[str]] = defaultdict(set)
    for (key, person), number in cells.items():
        true_sizes[key] += number
        found_sizes[person] += number
        keys_of[person].add(key)
        found_of[key].add(person)
    right = sum(pairs(number) for number in cells.values())
    return Quality(
        right, sum(map(pairs, found_sizes.values())) - right, sum(map(pairs, true_sizes.values())) - right,
        sum(len(keys) > 1 for keys in keys_of.values()), sum(len(persons) > 1 for persons in found_of.values()),
    )  # fmt: skip


def found_persons(linked: Linked) -> dict[Place, str]:
    """Each record's person."""
    links = linked.links
    columns = [links[name].tolist() for name in ("form", "file", "sheet", "row", "column", "person_id")]
    return {
        (form, file, sheet, int(row), column): person
        for form, file, sheet, row, column, person in zip(*columns, strict=True)
    }


def true_answers(linked: Linked, found: dict[Place, str], truth: dict[Place, str]) -> list[dict[str, str]]:
    """What somebody who knows would answer to each question: whether most records of both are the same person's."""
    keys: dict[str, Counter[str]] = defaultdict(Counter)
    for place, person in found.items():
        if truth.get(place):
            keys[person][truth[place]] += 1
    answers = []
    for row in linked.pairs.to_dict("records"):
        if row["decision"]:
            continue
        one, other = keys[row["person_a"]], keys[row["person_b"]]
        if not one or not other:
            decision = "unsure"
        else:
            decision = "yes" if one.most_common(1)[0][0] == other.most_common(1)[0][0] else "no"
        answers.append({"pair_id": row["pair_id"], "decision": decision, "decided_by": "测试"})
    return answers


def review(labelled: LabelledSet, answers: list[dict[str, str]]) -> None:
    """Drop the answered sheet back."""
    table = as_table("review", "核对", "人工核对表", answers)
    account = SheetRead("核对", False, ["review"], len(answers) + 2, len(answers), 0, 1, 0, 1)
    labelled.reads.append((source("人工核对.xlsx", len(labelled.reads) + 1), FileRead([account], [table])))


def export(labelled: LabelledSet, path: Path) -> None:
    """The same records for other programs: one line a record."""
    names = ["truth", "form", "name", "id_number", "phone", "compound", "building", "entrance", "flat", "grid"]
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, names, extrasaction="ignore", restval="")
        writer.writeheader()
        for place, fields in labelled.fields.items():
            if fields.get("name"):
                writer.writerow({"truth": labelled.truth[place], "form": place[0]} | fields)


def show_faults(linked: Linked, found: dict[Place, str], labelled: LabelledSet, limit: int) -> None:
    """The first people mixed up and the first in pieces, with what their records say."""
    truth = labelled.truth
    facts = {}
    for file, read in labelled.reads:
        for table in read.tables:
            for index, row in enumerate(table.rows):
                names = ("name", "id_number", "phone", "compound", "building", "entrance", "flat")
                text = " ".join(table.columns[name][index] or "-" for name in names if name in table.columns)
                facts[table.form, file.path, table.sheet, row, table.letters[index]] = text
    rules = dict(zip(found, linked.links["rule"], strict=True))
    by_person: dict[str, list[Place]] = defaultdict(list)
    by_key: dict[str, list[Place]] = defaultdict(list)
    for place, person in found.items():
        if truth.get(place):
            by_person[person].append(place)
            by_key[truth[place]].append(place)
    mixed = [(each, places) for each, places in by_person.items() if len({truth[place] for place in places}) > 1]
    split = [(each, places) for each, places in by_key.items() if len({found[place] for place in places}) > 1]
    for title, groups in (("MIXED UP", mixed), ("IN PIECES", split)):
        for each, places in groups[:limit]:
            print(f"-- {title} {each}")
            for line in sorted({f"   {truth[p]} {found[p]} {p[0]:12} {facts[p]}  [{rules[p]}]" for p in places}):
                print(line)


def measure(labelled: LabelledSet, seed: int, limit: int) -> None:
    """One community: link, ask, answer truthfully, link again."""
    settings = load(ROOT / "config.yaml")
    identifiers = Identifiers()
    began, worked = time.perf_counter(), time.process_time()
    linked = link(labelled.reads, identifiers, settings, DAY)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    found = found_persons(linked)
    missing = sum(1 for place in labelled.truth if place not in found and place[0] != "grids")
    print(
        f"seed {seed}: {labelled.people} people, {labelled.records} records, {seconds:.1f} s ({worked:.1f} s of work), {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB; records without a link {missing}"
    )
    evident = {place: key for place, key in labelled.truth.items() if place not in labelled.bare}
    print("  all records     ", quality(found, labelled.truth))
    print("  without bare names", quality(found, evident))
    print("  joined wrongly by those who know", quality(found, labelled.known).wrong)
    answers = true_answers(linked, found, labelled.known)
    print(
        f"  questions {len(answers)} = {1000 * len(answers) / labelled.people:.1f} per 1,000 people; {dict(Counter(each['decision'] for each in answers))}"
    )
    review(labelled, answers)
    again = link(labelled.reads, identifiers, settings, DAY)
    found = found_persons(again)
    print("  after the answers ", quality(found, labelled.truth), f"; asked again {sum(again.pairs['decision'] == '')}")
    print("  without bare names", quality(found, evident))
    print("  joined wrongly by those who know", quality(found, labelled.known).wrong)
    if limit:
        show_faults(again, found, labelled, limit)


def main() -> None:
    """Parse the arguments, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-3")
    parser.add_argument("--size", type=int, default=2500)
    parser.add_argument("--trouble", type=float, default=1.0, help="how many times the usual mistakes")
    parser.add_argument("--limit", type=int, default=0, help="faults shown of each kind")
    parser.add_argument("--export", type=Path, help="write the records of the first seed for other programs and stop")
    parser.add_argument("--set", choices=SETS, default="usual", help="which labelled set")
    options = parser.parse_args()
    make = SETS[options.set]
    first, _, last = options.seeds.partition("-")
    if options.export:
        export(make(int(first), options.size, options.trouble), options.export)
        return
    for seed in range(int(first), int(last or first) + 1):
        measure(make(seed, options.size, options.trouble), seed, options.limit)


if __name__ == "__main__":
    main()
