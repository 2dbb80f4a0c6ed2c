"""Who is asked about a finding: the grid worker at the door, or the desk."""

from __future__ import annotations

import pytest

from fournets.catalogue.checks import Addressee, addressee


@pytest.mark.parametrize(
    ("code", "form", "who"),
    [
        ("temperature_missing", "temperatures", Addressee.GRID),
        ("pass_without_resident", "passes", Addressee.DESK),
        ("two_posts", "duty", Addressee.DESK),
        ("phone_shared", "households", Addressee.DESK),
        ("id_wrong_digit", "returnees", Addressee.GRID),
        ("id_wrong_digit", "passes", Addressee.DESK),
        ("quarantined_at_gate", "gate", Addressee.GRID),
    ],
)
def test_a_check_names_its_own_and_all_else_goes_to_who_keeps_the_form(code: str, form: str, who: Addressee) -> None:
    assert addressee(code, form) is who
