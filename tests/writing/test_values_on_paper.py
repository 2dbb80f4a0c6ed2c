"""What stands on paper is what the case says, whatever was typed; `tests/benchmarks/values_on_paper.py` does thousands."""

from __future__ import annotations

from tests.benchmarks.values_on_paper import NASTY, differences, missing_on_the_notice, names_of_notices

COUNT = len(NASTY)


def test_every_item_as_it_is_alone_and_in_a_print_file() -> None:
    names = names_of_notices()
    assert len(names) > 40
    assert list(differences(COUNT, names)) == []


def test_the_notice_says_who_where_from_and_until_when() -> None:
    assert list(missing_on_the_notice(COUNT)) == []
