"""A labelled community: nobody is mixed up, nearly everything is found, few questions are asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.held_apart.lookalikes import lookalikes
from tests.held_apart.measure_people import found_persons, quality, review, true_answers
from tests.held_apart.people import labelled_set
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


def test_every_named_record_belongs_to_one_person():
    labelled = labelled_set(3, 600)
    found = found_persons(link(labelled.reads, Identifiers(), load(CONFIGURATION), DAY))
    named = {place for place, fields in labelled.fields.items() if fields.get("name")}
    assert named == set(found)
