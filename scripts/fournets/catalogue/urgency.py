"""What a finding puts at stake: the one order in which questions are listed, the most pressing first.

A finding's code decides; where it says only that a cell cannot be read, what the cell was to hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from fournets.model import Finding


class Stake(IntEnum):
    """What may go wrong while a finding stays open, the worst first."""

    FEVER = 0
    STAY = 1
    PERSON = 2
    PAPER = 3
    PLACE = 4
    SHEET = 5


_CODES = {
    Stake.FEVER: "fever_without_referral",
    Stake.STAY: "quarantined_at_gate released_early released_without_date release_contradicts new_contact "
    "origin_missing arrival_missing two_arrivals two_origins origin_overruled left_after_arrival count_unclear "
    "count_changed due_differs case_without_person met_before_arrival temperature_copied temperature_missing "
    "never_measured companion_without_case cohabitant_not_quarantined cohabitant_on_duty",
    Stake.PERSON: "id_shared same_name_two_ids name_ambiguous name_differs two_phones two_communities "
    "gender_contradicts age_contradicts phone_shared",
    Stake.PAPER: "not_on_ledger unsigned_papers paper_held passes_waiting pass_without_resident receipt_unknown "
    "review_unknown",
    Stake.PLACE: "grid_disagrees two_grids row_in_two_grids not_in_register register_incomplete building_without_grid",
    Stake.SHEET: "wrong_total nothing_sent date_in_future two_posts plate_admitted row_vanished",
}
_FIELDS = {
    Stake.STAY: "arrive_date left_date start_date due_date released_date released from_place hubei wuhan contact "
    "symptoms symptom temperature first_reading second_reading",
    Stake.PERSON: "name id_number phone gender birth_year",
    Stake.PAPER: "notice_signed pledge_signed signed_date",
    Stake.PLACE: "compound building entrance flat grid address",
}


def _stakes(words: Mapping[Stake, str]) -> Mapping[str, Stake]:
    return {word: stake for stake, several in words.items() for word in several.split()}


STAKE_OF_CODE, _STAKE_OF_FIELD = _stakes(_CODES), _stakes(_FIELDS)


def stake(finding: Finding) -> Stake:
    """What is at stake in a finding; whatever else is wrong concerns its sheet alone."""
    return STAKE_OF_CODE.get(finding.code, _STAKE_OF_FIELD.get(finding.field, Stake.SHEET))
