"""What a question puts at stake decides where it is listed."""

from __future__ import annotations

from fournets.catalogue.findings import CHECKS, LINKING, PAPERS
from fournets.catalogue.urgency import STAKE_OF_CODE, Stake, stake
from fournets.model import Finding


def test_every_code_that_is_about_more_than_one_cell_has_its_place_in_the_order() -> None:
    assert STAKE_OF_CODE.keys() == CHECKS.keys() | LINKING.keys() | PAPERS.keys()


def test_a_cell_that_cannot_be_read_is_as_pressing_as_what_it_was_to_hold() -> None:
    fields = ("released_date", "id_number", "pledge_signed", "flat", "area_m2", "")
    stakes = [stake(Finding("date_ambiguous", field=field)) for field in fields]
    assert stakes == [Stake.STAY, Stake.PERSON, Stake.PAPER, Stake.PLACE, Stake.SHEET, Stake.SHEET]
