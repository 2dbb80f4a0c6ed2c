"""The desks of other hands are sound themselves: the same for a seed, every row accounted for, every form there."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter

import pytest
from tests.held_apart.desk import build
from tests.held_apart.hands import date_cell, id_cell
from tests.held_apart.population import DAY, check_character, identity_number
from tests.held_apart.truth import ANSWER_FIELDS, FORM_FIELDS, MUST, TrueDesk, fields_of


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> TrueDesk:
    return build(tmp_path_factory.mktemp("held"), 5, 300)


def test_a_seed_always_gives_the_same_desk(tmp_path, desk):
    again = build(tmp_path, 5, 300)
    assert [dataclasses.asdict(each) for each in again.records] == [dataclasses.asdict(each) for each in desk.records]


def test_every_form_occurs(desk):
    assert {record.form for record in desk.records} == set(FORM_FIELDS)


def test_neighbouring_offices_send_every_form_in_many_workbooks(tmp_path):
    neighbours = build(tmp_path, 5, 300, "neighbours")
    assert {record.form for record in neighbours.records} == {*FORM_FIELDS, *ANSWER_FIELDS}
    assert len({record.file for record in neighbours.records}) >= 80
    assert all(set(record.fields) == set(fields_of(record.form)) for record in neighbours.records)


def test_records_have_their_forms_fields(desk):
    for record in desk.records:
        assert set(record.fields) == set(fields_of(record.form)), record


def test_every_row_with_a_record_is_accounted_for(desk):
    kinds = {(sheet.file, sheet.sheet): sheet.kinds for sheet in desk.sheets}
    for record in desk.records:
        assert "records" in kinds[record.file, record.sheet][record.row]


def test_a_place_on_a_sheet_belongs_to_one_record(desk):
    places = Counter((each.form, each.file, each.sheet, each.row, tuple(each.columns)) for each in desk.records)
    assert max(places.values()) == 1


def test_invented_numbers_are_valid_and_of_the_unassigned_area():
    number = identity_number(DAY, 123)
    assert number.startswith("370599")
    assert check_character(number[:17]) == number[17]


def test_a_number_that_ate_its_zero_demands_a_finding():
    written, expect = date_cell(random.Random(1), DAY.replace(day=1), ("number",), DAY)
    assert (written, expect.finding) == (2.1, MUST)
    assert set(expect.values) == {"", "2020-02-01", "2020-02-10"}


def test_a_mistyped_number_demands_a_finding():
    written, expect = id_cell(random.Random(1), identity_number(DAY, 123), "wrong check")
    assert expect.finding == MUST
    assert written in expect.values
