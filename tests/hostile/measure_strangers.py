"""Sheets that are none of ours: `python -m tests.hostile.measure_strangers --seeds 1-10`.

Draws a workbook of every kind and seed, reads it, and prints by kind what became of it: strangers accepted and as
what, doubtful ones counted in silence, ours refused or doubted.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from tests.hostile.strangers.books import books, doubted, forms, second_hand, taken, wrong
from tests.hostile.strangers.drawing import Outcome


def main() -> None:
    """Draw, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-10")
    parser.add_argument("--show", default="", help="print the rows and the explanation of this kind")
    parser.add_argument("--second-hand", action="store_true", help="the kinds that nothing was mended by")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    drawn: Counter[Outcome] = Counter()
    verdicts: dict[Outcome, Counter[str]] = defaultdict(Counter)
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(int(first), int(last or first) + 1):
        for book in (second_hand if options.second_hand else books)(seed):
            read = taken(book)
            drawn[book.kind.outcome] += 1
            verdict = wrong(book, read) or ("right, doubted" if doubted(read) else "right")
            verdicts[book.kind.outcome][verdict] += 1
            if verdict != "right":
                told = "+".join(sorted(forms(read))) or "held"
                by_kind[book.kind.name][f"{verdict} ({told})"] += 1
            if book.kind.name == options.show:
                print(f"--- seed {seed}: {book.file}: {verdict} {sorted(forms(read))} {read.held}")
                for row in book.sheets[0][1][:6]:
                    print("   ", row)
                for line in read.explanation:
                    print("    >", line)
    for outcome, counts in verdicts.items():
        print(f"{outcome.name:8} {drawn[outcome]}: {dict(counts.most_common())}")
    for name, counts in sorted(by_kind.items()):
        print(f"  {name:40} {dict(counts.most_common())}")


if __name__ == "__main__":
    main()
