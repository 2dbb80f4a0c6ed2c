"""Sheets of other offices do not become records, and ours in an odd dress still do: a few seeds of every kind.

More seeds, and which kinds went wrong how, are told by `python -m tests.hostile.measure_strangers`.
"""

from __future__ import annotations

from collections import Counter

import pytest
from tests.hostile.strangers.books import Book, books, doubted, forms, second_hand, taken, wrong
from tests.hostile.strangers.drawing import Outcome

from fournets.catalogue.findings import HELD
from fournets.model import FileRead

SEEDS = (1, 2)


@pytest.fixture(scope="module")
def reads() -> list[tuple[Book, FileRead]]:
    return [(book, taken(book)) for seed in SEEDS for book in (*books(seed), *second_hand(seed))]


def test_there_are_enough_kinds(reads: list[tuple[Book, FileRead]]) -> None:
    kinds = Counter({book.kind.name: book.kind.outcome for book, _ in reads}.values())
    assert kinds[Outcome.HELD] + kinds[Outcome.DOUBTED] >= 100
    assert kinds[Outcome.OURS] >= 40


def test_no_stranger_is_taken_in_silence(reads: list[tuple[Book, FileRead]]) -> None:
    silent = [
        (book.kind.name, sorted(forms(read)))
        for book, read in reads
        if book.kind.outcome is Outcome.HELD and forms(read) and not doubted(read)
    ]
    assert not silent


def test_hardly_a_stranger_is_taken_at_all(reads: list[tuple[Book, FileRead]]) -> None:
    strangers = [(book, read) for book, read in reads if book.kind.outcome is Outcome.HELD]
    accepted = [book.kind.name for book, read in strangers if forms(read)]
    assert len(accepted) <= 0.01 * len(strangers), accepted


def test_what_could_be_ours_is_hardly_ever_taken_without_a_word(reads: list[tuple[Book, FileRead]]) -> None:
    doubtful = [(book, read) for book, read in reads if book.kind.outcome is Outcome.DOUBTED]
    silent = [book.kind.name for book, read in doubtful if wrong(book, read)]
    assert len(silent) <= 0.1 * len(doubtful), silent


def test_ours_in_an_odd_dress_are_taken_for_what_they_are(reads: list[tuple[Book, FileRead]]) -> None:
    ours = [(book, read) for book, read in reads if book.kind.outcome is Outcome.OURS]
    lost = [(book.kind.name, wrong(book, read)) for book, read in ours if wrong(book, read)]
    assert len(lost) <= 0.03 * len(ours), lost
    asked = [book.kind.name for book, read in ours if doubted(read)]
    assert len(asked) <= 0.05 * len(ours), asked


def test_every_refusal_says_why(reads: list[tuple[Book, FileRead]]) -> None:
    for book, read in reads:
        if read.held:
            assert HELD[read.held].template.format_map(read.held_params), book.kind.name
