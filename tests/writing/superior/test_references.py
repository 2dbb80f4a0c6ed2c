"""What formulas point to after rows were inserted."""

from __future__ import annotations

import pytest

from fournets.writing.superior.references import Insertion, copied

THREE = Insertion("表 1", after=9, count=3)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("SUM(E5:E9)", "SUM(E5:E12)"),
        ("SUM($E$5:$E$9)/B10", "SUM($E$5:$E$12)/B13"),
        ("E9+E10", "E9+E13"),
        ("SUM(E9:E9)", "SUM(E9:E12)"),
        ("SUM(E2:E4)", "SUM(E2:E4)"),
        ("SUM(10:12)", "SUM(13:15)"),
        ("COUNTA(B:B)", "COUNTA(B:B)"),
        ("IF(A10=\"E10\",'表 1'!A10,其他!A10)", "IF(A13=\"E10\",'表 1'!A13,其他!A10)"),
        ("合计名*2", "合计名*2"),
    ],
)
def test_formulas_on_the_sheet(formula: str, moved: str) -> None:
    assert THREE.formula(formula, "表 1") == moved


def test_formulas_elsewhere_move_only_what_names_the_sheet() -> None:
    assert THREE.formula("A10+'表 1'!A10", "其他") == "A10+'表 1'!A13"


def test_areas_grow_with_the_table_they_end_with() -> None:
    assert THREE.areas("A5:B9 K9 A10:A12") == "A5:B12 K9:K12 A13:A15"
    assert THREE.area("K9", grows=False) == "K9"


def test_what_cannot_be_read_stays() -> None:
    assert THREE.formula('SUM("', "表 1") == 'SUM("'
    assert copied('SUM("', "A1", "A2") == 'SUM("'


def test_copies_point_to_their_own_row() -> None:
    assert copied("YEAR(C5)-$D$1", "E5", "E9") == "YEAR(C9)-$D$1"
