"""Answers, or new evidence, make one person of two and two of one: cases, papers and receipts go with them."""

from __future__ import annotations

import copy
from datetime import timedelta

import pytest
from tests.reconciling.drawn import DAY, person_at
from tests.spec.drawn_desk import WANG, DrawnDesk, registered_desk

from fournets.model import Paper, Results
from fournets.reconciling.day import with_papers
from fournets.reconciling.papers import issue

LONE = "王建国 | 13905460099 | 12 | 湖北孝感 | 2020-02-01"
HEAD = "name | phone | grid | from_place | arrive_date"


def run(desk: DrawnDesk, days: int = 0) -> Results:
    """A whole run without its files: link, reconcile, issue."""
    day = DAY + timedelta(days)
    results = desk.day(day)
    desk.identifiers.papers += issue(results, desk.identifiers.papers, desk.settings, day).papers
    return with_papers(results, desk.identifiers.papers, desk.reads, desk.settings)


def desk_with_a_doubt() -> DrawnDesk:
    """A returnee whose telephone is not the register's, in the grid where one of his name lives."""
    desk = registered_desk()
    desk.add("返乡.xlsx", returnees=f"{HEAD}\n{LONE}")
    return desk


def answer(desk: DrawnDesk, pair: str, decision: str) -> None:
    desk.add(f"人工核对{len(desk.reads)}.xlsx", review=f"pair_id | decision\n{pair} | {decision}")


def as_bytes(results: Results) -> list[str]:
    """What the data files hold, but the answers themselves."""
    linked = results.linked
    records = [frame for form, frame in linked.records.items() if form != "review"]
    frames = [linked.people, linked.links, linked.facts, linked.households, *records]
    frames += [results.cases, results.coverage, results.dispatch, results.tallies]
    return [frame.to_csv(index=False) for frame in frames] + [str(paper) for paper in results.papers]


def notices(results: Results) -> list[Paper]:
    return [paper for paper in results.papers if paper.kind == "notice"]


def test_a_case_keeps_its_number_and_its_notice_when_an_answer_joins_two_persons() -> None:
    desk = desk_with_a_doubt()
    before = run(desk)
    case = before.cases.iloc[0]
    answer(desk, before.linked.pairs.iloc[0]["pair_id"], "yes")
    after = run(desk, 1)
    (joined,) = after.cases.to_dict("records")
    assert joined["person_id"] == person_at(after.linked, "households", 3)[0] != case["person_id"]
    assert (joined["case_id"], joined["notice_number"]) == (case["case_id"], case["notice_number"])
    assert len(notices(after)) == 1
    assert {paper.person_id for paper in after.papers if paper.case_id} == {joined["person_id"]}
    assert not [paper for paper in after.papers if paper.issued_day == after.day and paper.case_id]


def test_a_later_no_gives_everything_back_to_the_byte() -> None:
    desk = desk_with_a_doubt()
    before = run(desk)
    issued = copy.deepcopy(desk.identifiers)
    pair = before.linked.pairs.iloc[0]["pair_id"]
    answer(desk, pair, "yes")
    run(desk)
    answer(desk, pair, "no")
    after = run(desk)
    assert as_bytes(after) == as_bytes(before)
    assert desk.identifiers == issued


def test_a_notice_signed_before_the_answer_stays_signed() -> None:
    desk = desk_with_a_doubt()
    before = run(desk)
    (notice,) = notices(before)
    desk.add("签收表.xlsx", receipts=f"number | name | signed_date\n{notice.number} | 王建国 | 2020-02-09")
    answer(desk, before.linked.pairs.iloc[0]["pair_id"], "yes")
    (case,) = run(desk).cases.to_dict("records")
    assert (case["notice_signed"], case["status"]) == ("yes", "in_quarantine")


NEAR = "13905460009"
VISIT = f"name | phone | grid | date | visit_status\n王建国 | {NEAR} | 12 | 2020-02-08 | checked"
RETURNED = f"{HEAD}\n王建国 | {NEAR} | 12 | 湖北孝感 | 2020-02-03"


def joined_desk(returnees: str) -> tuple[DrawnDesk, str, Results]:
    """Two men taken for one before either is a returnee; the pair's number, and the day on which one comes back."""
    desk = registered_desk()
    desk.add("摸排.xlsx", screening=VISIT)
    pair = run(desk).linked.pairs.iloc[0]["pair_id"]
    answer(desk, pair, "yes")
    desk.add("返乡.xlsx", returnees=returnees)
    return desk, pair, run(desk)


def sign(desk: DrawnDesk, notice: Paper) -> None:
    desk.add("签收表.xlsx", receipts=f"number | name | signed_date\n{notice.number} | {notice.name} | 2020-02-09")


def test_a_case_first_seen_while_two_are_one_stays_with_him_whose_row_it_is() -> None:
    desk, pair, joined = joined_desk(RETURNED)
    (notice,) = notices(joined)
    sign(desk, notice)
    signed = run(desk, 1)
    issued = copy.deepcopy(desk.identifiers)
    answer(desk, pair, "no")
    apart = run(desk, 1)
    (case,) = apart.cases.to_dict("records")
    visited = person_at(apart.linked, "screening")[0]
    assert case["person_id"] == visited != notice.person_id
    assert (case["case_id"], case["notice_number"]) == (notice.case_id, notice.number)
    assert (case["notice_signed"], case["status"]) == ("yes", "in_quarantine")
    assert [(paper.number, paper.person_id) for paper in notices(apart)] == [(notice.number, visited)]
    assert person_at(apart.linked, "receipts") == [visited]
    assert desk.identifiers.cases == issued.cases
    answer(desk, pair, "yes")
    again = run(desk, 1)
    assert (again.cases.to_dict(), notices(again)) == (signed.cases.to_dict(), notices(signed))


def test_of_two_rows_first_seen_as_one_stay_the_one_whose_day_is_on_paper_keeps_the_number() -> None:
    desk, pair, joined = joined_desk(f"{RETURNED}\n王建国 | 13905460001 | 12 | 湖北孝感 | 2020-02-01")
    (notice,) = notices(joined)
    sign(desk, notice)
    answer(desk, pair, "no")
    apart = run(desk, 1)
    by_day = {case["arrive_date"]: case for case in apart.cases.to_dict("records")}
    assert (by_day["2020-02-03"]["case_id"], by_day["2020-02-03"]["notice_signed"]) == (notice.case_id, "yes")
    assert by_day["2020-02-01"]["status"] == "to_notify"
    assert [paper.case_id for paper in notices(apart)] == [notice.case_id, by_day["2020-02-01"]["case_id"]]
    assert notices(run(desk, 1)) == notices(apart)


def two_cases(second: str = "2020-02-03") -> tuple[DrawnDesk, Results]:
    """The same man under two telephones, with a case under each."""
    desk = desk_with_a_doubt()
    desk.add(
        "返乡二.xlsx",
        returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 湖北孝感 | {second}",
    )
    return desk, run(desk)


def test_of_two_cases_that_are_one_the_lower_number_goes_on_and_the_notice_that_is_right() -> None:
    desk, before = two_cases()
    of_day = dict(zip(before.cases["arrive_date"], before.cases["notice_number"], strict=True))
    answer(desk, before.linked.pairs.iloc[0]["pair_id"], "yes")
    after = run(desk, 1)
    (case,) = after.cases.to_dict("records")
    assert case["case_id"] == min(before.cases["case_id"])
    assert (case["arrive_date"], case["notice_number"]) == ("2020-02-03", of_day["2020-02-03"])
    assert len(notices(after)) == 2, "no third one"
    assert {paper.case_id for paper in notices(after)} == {case["case_id"]}


def test_two_cases_taken_apart_again_have_their_own_numbers() -> None:
    desk, before = two_cases()
    pair = before.linked.pairs.iloc[0]["pair_id"]
    answer(desk, pair, "yes")
    run(desk)
    answer(desk, pair, "no")
    assert as_bytes(run(desk)) == as_bytes(before)


def test_cases_of_different_times_stay_two_when_their_persons_become_one() -> None:
    desk, before = two_cases("2020-01-05")
    answer(desk, before.linked.pairs.iloc[0]["pair_id"], "yes")
    after = run(desk)
    assert len(set(after.cases["person_id"])) == 1
    assert sorted(after.cases["case_id"]) == sorted(before.cases["case_id"])


def test_new_evidence_keeps_case_and_notice_as_an_answer_does() -> None:
    desk = desk_with_a_doubt()
    before = run(desk)
    desk.add("台账.xlsx", quarantine=f"name | id_number | phone\n王建国 | {WANG} | 13905460099")
    after = run(desk, 1)
    assert list(after.cases["case_id"]) == list(before.cases["case_id"])
    assert list(after.cases["notice_number"]) == list(before.cases["notice_number"])


@pytest.mark.parametrize(("arrived", "number"), [("2020-02-01", 1), ("2020-02-02", 2)])
def test_a_notice_whose_days_change_is_given_anew(arrived: str, number: int) -> None:
    desk = desk_with_a_doubt()
    before = run(desk)
    answer(desk, before.linked.pairs.iloc[0]["pair_id"], "yes")
    desk.add("返乡.xlsx", returnees=f"{HEAD}\n{LONE.replace('2020-02-01', arrived)}")
    after = run(desk, 1)
    (case,) = after.cases.to_dict("records")
    assert case["case_id"] == before.cases.iloc[0]["case_id"]
    assert len(notices(after)) == number
