"""A labelled community: nobody is mixed up, nearly everything is found, few questions are asked."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pytest
from tests.held_apart.lookalikes import lookalikes
from tests.held_apart.measure_people import found_persons, quality, review, true_answers
from tests.held_apart.people import Place, labelled_set
from tests.held_apart.population import DAY

from fournets.desk.config import load
from fournets.model import Identifiers
from fournets.reconciling.linking import link

CONFIGURATION = Path(__file__).resolve().parents[2] / "config.yaml"


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("make", [labelled_set, lookalikes])
def test_people_are_told_apart_and_found(make, seed):
    labelled = make(seed, 1000)
    settings, identifiers = load(CONFIGURATION), Identifiers()
    linked = link(labelled.reads, identifiers, settings, DAY)
    found = found_persons(linked)
    before = quality(found, labelled.truth)
    assert before.wrong == 0
    if make is lookalikes:
        assert quality(found, labelled.known).wrong == 0, "not even where the record itself cannot tell"
    assert before.recall >= 0.98
    answers = true_answers(linked, found, labelled.known)
    assert len(answers) <= 13 * labelled.people / 1000
    review(labelled, answers)
    after = quality(found_persons(link(labelled.reads, identifiers, settings, DAY)), labelled.truth)
    assert after.wrong == 0
    assert after.recall >= 0.995


@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize("make", [labelled_set, lookalikes])
def test_every_named_record_belongs_to_one_person_in_whatever_order_files_come(make, seed):
    labelled = make(seed, 500, 3.0)
    settings = load(CONFIGURATION)
    at_once = link(labelled.reads, Identifiers(), settings, DAY)
    found = found_persons(at_once)
    named = {place for place, fields in labelled.fields.items() if fields.get("name")}
    assert named == set(found)
    assert len(at_once.links) == len(named)
    shuffled, identifiers = random.Random(seed).sample(labelled.reads, len(labelled.reads)), Identifiers()
    for part in (len(shuffled) // 3, 2 * len(shuffled) // 3, len(shuffled)):
        in_parts = link(shuffled[:part], identifiers, settings, DAY)
    assert groups(found) == groups(found_persons(in_parts))
    assert set(in_parts.pairs["reason"]) == set(at_once.pairs["reason"])


def groups(found: dict[Place, str]) -> set[frozenset[Place]]:
    """The records of each person, whatever he is called."""
    several = defaultdict(set)
    for place, person in found.items():
        several[person].add(place)
    return {frozenset(places) for places in several.values()}
