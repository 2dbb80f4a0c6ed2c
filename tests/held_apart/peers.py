"""The labelled records through splink and recordlinkage, unsupervised, for comparison; needs those packages.

`python -m tests.held_apart.measure_people --seeds 1 --export records.csv`, then in an environment that has splink and
recordlinkage: `python tests/held_apart/peers.py records.csv`.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

import pandas as pd


def quality(persons: pd.Series, truth: pd.Series) -> tuple[int, float, float, float]:
    """Pairs joined wrongly, precision, recall, F1 over the records that have a label."""
    labelled = truth != ""
    cells = Counter(zip(truth[labelled], persons[labelled], strict=True))
    right = sum(n * (n - 1) // 2 for n in cells.values())
    found = sum(n * (n - 1) // 2 for n in Counter(persons[labelled]).values())
    true = sum(n * (n - 1) // 2 for n in Counter(truth[labelled]).values())
    precision, recall = right / max(1, found), right / max(1, true)
    return found - right, precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def with_splink(records: pd.DataFrame) -> pd.Series:
    """Splink's own recipe: random sampling for u, expectation maximisation for m, clusters at 0.95."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    blocks = [
        block_on("id_number"),
        block_on("phone"),
        block_on("name", "compound"),
        block_on("compound", "building", "entrance", "flat"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="unique_id",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.8]), cl.DamerauLevenshteinAtThresholds("id_number", [1, 2]), cl.DamerauLevenshteinAtThresholds("phone", [1]),
            cl.ExactMatch("address"),
        ],
        blocking_rules_to_generate_predictions=blocks,
    )  # fmt: skip
    api = DuckDBAPI()
    try:
        linker = Linker(records, settings, api)
    except TypeError:
        linker = Linker(api.register(records), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("id_number"), block_on("name", "phone")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("phone"))
    scores = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scores, 0.95).as_pandas_dataframe()
    return clusters.set_index("unique_id")["cluster_id"].loc[records["unique_id"]].reset_index(drop=True)


def with_recordlinkage(records: pd.DataFrame) -> pd.Series:
    """recordlinkage: the same blocks, the same comparisons, its ECM classifier, connected components."""
    import recordlinkage

    index = recordlinkage.Index()
    for columns in (["id_number"], ["phone"], ["name", "compound"], ["address"]):
        index.block(columns)
    candidates = index.index(records.replace("", None))
    compare = recordlinkage.Compare()
    compare.string("name", "name", method="jarowinkler", threshold=0.9, label="name")
    compare.string("id_number", "id_number", method="damerau_levenshtein", threshold=0.9, label="id")
    compare.string("phone", "phone", method="damerau_levenshtein", threshold=0.9, label="phone")
    compare.exact("address", "address", label="address")
    features = compare.compute(candidates, records.replace("", None))
    links = recordlinkage.ECMClassifier(binarize=0.5).fit_predict((features > 0.5).astype(int))
    head = list(range(len(records)))

    def top(one: int) -> int:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    for one, other in links:
        head[top(int(one))] = top(int(other))
    return pd.Series([top(one) for one in range(len(records))])


def main() -> None:
    """Read the exported records, run both, print."""
    records = pd.read_csv(Path(sys.argv[1]), dtype=str, keep_default_na=False)
    records = records[records["form"] != "temperatures"].reset_index(drop=True)
    parts = records["compound"] + "|" + records["building"] + "|" + records["entrance"] + "|" + records["flat"]
    records["address"] = parts.where((records["flat"] != "") & (records["building"] != ""), "")
    records["unique_id"] = range(len(records))
    truth = records["truth"]
    for name, run in (("splink", with_splink), ("recordlinkage", with_recordlinkage)):
        began = time.perf_counter()
        persons = run(
            records.drop(columns="truth").replace("", None) if name == "splink" else records.drop(columns="truth")
        )
        wrong, precision, recall, f1 = quality(persons, truth)
        print(
            f"{name}: {len(records)} records, {time.perf_counter() - began:.1f} s, pairs joined wrongly {wrong}, precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}"
        )


if __name__ == "__main__":
    main()
