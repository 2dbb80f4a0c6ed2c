"""Golden pairs: what a drawn sheet gives, for every form and for the layouts that people make of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.forms.drawn import load, read

from fournets.catalogue.forms import FORMS

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_drawn_is_what_is_read(path: Path) -> None:
    case = load(path)
    assert read(case) == case.expected


def test_every_form_has_a_pair() -> None:
    assert {path.parent.name for path in CASES} >= set(FORMS)
