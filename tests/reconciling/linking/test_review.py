"""Questions about doubtful pairs, and what the answers do."""

from __future__ import annotations

import copy

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconciling.drawn import GRIDS, Inbox, only, person_at

from fournets.model import Identifiers, Linked

ZHANG, OTHER = "370599198001010016", "370599198512120049"


def desk() -> Inbox:
    """A returnee whose telephone is not the register's, in the grid where one of his name lives."""
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "底册.xlsx", households=f"name | id_number | phone | address\n张伟 | {ZHANG} | 13805460001 | 惠泽小区3-2-501"
    )
    inbox.add("返乡.xlsx", returnees="name | phone | grid | arrive_date\n张伟 | 13905460009 | 12 | 2020-02-01")
    return inbox


def answer(inbox: Inbox, pair: str, decision: str) -> None:
    inbox.add(f"人工核对{len(inbox.reads)}.xlsx", review=f"pair_id | decision\n{pair} | {decision}")


def data(linked: Linked) -> str:
    """Everything but the answers themselves."""
    frames = [linked.people, linked.links, linked.facts, linked.households, *linked.records.values()]
    return "".join(frame.to_csv(index=False) for frame in frames if "pair_id" not in frame)


def test_a_question_says_why_and_what_hangs_on_it() -> None:
    pair = only(desk().link().pairs)
    assert {pair["name_a"], pair["name_b"]} == {"张伟"}
    assert {pair["phones_a"], pair["phones_b"]} == {"13805460001", "13905460009"}
    assert "返回或隔离" in pair["consequence"]
    assert pair["reason"]
    assert pair["decision"] == ""


def test_yes_joins_and_a_later_no_undoes_it_to_the_byte() -> None:
    inbox, identifiers = desk(), Identifiers()
    before = inbox.link(identifiers)
    issued = copy.deepcopy(identifiers.persons)
    pair = only(before.pairs)["pair_id"]

    answer(inbox, pair, "yes")
    joined = inbox.link(identifiers)
    assert person_at(joined, "returnees") == person_at(joined, "households")
    assert only(joined.pairs)["decision"] == "yes"
    assert set(joined.links["rule"]) >= {"decided"}

    answer(inbox, pair, "no")
    undone = inbox.link(identifiers)
    assert data(undone) == data(before)
    assert only(undone.pairs)["decision"] == "no"
    assert identifiers.persons == issued


def test_the_answer_given_last_counts_not_the_newest_file() -> None:
    inbox = desk()
    identifiers = Identifiers()
    pair = only(inbox.link(identifiers).pairs)["pair_id"]
    inbox.add("核对.xlsx", modified=90, review=f"pair_id | decision\n{pair} | no")
    inbox.add("核对2.xlsx", modified=80, review=f"pair_id | decision\n{pair} | yes")
    linked = inbox.link(identifiers)
    assert person_at(linked, "returnees") == person_at(linked, "households")


def test_a_line_that_comes_back_as_it_was_printed_is_no_answer() -> None:
    inbox, identifiers = desk(), Identifiers()
    pair = only(inbox.link(identifiers).pairs)["pair_id"]
    answer(inbox, pair, "yes")
    printed = '{"上次的答案": "是（2020年2月9日，周敏）"}'
    for clerk, said in enumerate(("no", "yes")):
        inbox.add(f"副本{clerk}.xlsx", review=f"pair_id | decision | extra\n{pair} | {said} | {printed}")
    linked = inbox.link(identifiers)
    assert only(linked.pairs)["decision"] == "no", "the second copy of the sheet only repeats what was printed on it"
    assert person_at(linked, "returnees") != person_at(linked, "households")


def test_who_answered_and_when_is_kept() -> None:
    inbox, identifiers = desk(), Identifiers()
    pair = only(inbox.link(identifiers).pairs)["pair_id"]
    inbox.add("核对.xlsx", review=f"pair_id | decision | decided_by\n{pair} | yes | 周敏")
    decided = only(inbox.link(identifiers).pairs)
    assert (decided["decided_by"], decided["decided_day"]) == ("周敏", "2020-02-09")


def test_a_pair_of_many_sheets_is_asked_once() -> None:
    inbox = desk()
    for number in range(2, 9):
        inbox.add(f"摸排{number}.xlsx", screening=f"name | phone | date\n张伟 | 13905460009 | 2020-02-0{number}")
        inbox.add(f"底册{number}.xlsx", screening=f"name | id_number | date\n张伟 | {ZHANG} | 2020-02-0{number}")
    assert len(inbox.link().pairs) == 1


ANSWERS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(("yes", "no", "unsure"))), max_size=8)


@given(ANSWERS)
@settings(max_examples=15, deadline=None)
def test_answers_that_end_alike_give_the_same_data(given_answers: list[tuple[int, str]]) -> None:
    whole, last = three_pairs(), three_pairs()
    pairs, identifiers = sorted(whole.link(one := Identifiers()).pairs["pair_id"]), Identifiers()
    assert sorted(last.link(identifiers).pairs["pair_id"]) == pairs
    for number, said in given_answers:
        answer(whole, pairs[number], said)
        whole.link(one)
    final = dict(given_answers)
    for number, said in sorted(final.items()):
        answer(last, pairs[number], said)
    assert data(whole.link(one)) == data(last.link(identifiers))
    assert one.persons == identifiers.persons


def three_pairs() -> Inbox:
    """Three returnees, each of whom may be a resident."""
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    for number, name in enumerate(("张伟", "李建国", "王玉兰")):
        register = f"name | phone | address\n{name} | 1380546000{number} | 惠泽小区3-2-50{number}"
        inbox.add(f"底册{number}.xlsx", households=register)
        returned = f"name | phone | grid | arrive_date\n{name} | 1390546700{number} | 12 | 2020-02-01"
        inbox.add(f"返乡{number}.xlsx", returnees=returned)
    return inbox


def test_unsure_is_asked_again_when_something_new_is_known() -> None:
    inbox, identifiers = desk(), Identifiers()
    pair = only(inbox.link(identifiers).pairs)["pair_id"]
    answer(inbox, pair, "unsure")
    assert only(inbox.link(identifiers).pairs)["decision"] == "unsure"
    inbox.add("二.xlsx", quarantine="name | phone | start_date\n张伟 | 13905460009;13705460007 | 2020-02-01")
    again = only(inbox.link(identifiers).pairs)
    assert again["decision"] == ""
    assert again["pair_id"] != pair


def test_a_decided_pair_is_not_asked_again_when_something_new_is_known() -> None:
    inbox, identifiers = desk(), Identifiers()
    answer(inbox, only(inbox.link(identifiers).pairs)["pair_id"], "no")
    inbox.add("二.xlsx", quarantine="name | phone | start_date\n张伟 | 13905460009;13705460007 | 2020-02-01")
    assert only(inbox.link(identifiers).pairs)["decision"] == "no"


def test_yes_may_join_two_numbers_that_nothing_else_may() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", households=f"name | id_number | phone\n王建国 | {ZHANG} | 13805460003")
    inbox.add("二.xlsx", returnees=f"name | id_number | phone\n王建国 | {OTHER} | 13805460003")
    pair = only(inbox.link(identifiers).pairs)
    answer(inbox, pair["pair_id"], "yes")
    linked = inbox.link(identifiers)
    assert person_at(linked, "returnees") == person_at(linked, "households")


def test_same_number_and_a_name_one_character_off_is_asked() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", households=f"name | id_number\n李建国 | {ZHANG}")
    inbox.add("二.xlsx", returnees=f"name | id_number\n李建军 | {ZHANG}")
    linked = inbox.link()
    assert person_at(linked, "returnees") != person_at(linked, "households")
    assert only(linked.pairs)["score"] == 0.9


def test_one_name_and_a_telephone_one_digit_off_is_asked() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", households=f"name | id_number | phone\n李建国 | {ZHANG} | 13805460001")
    inbox.add("二.xlsx", screening="name | phone\n李建国 | 13805460011")
    assert "只差一位" in only(inbox.link().pairs)["reason"]


def test_patients_are_asked_about_first() -> None:
    inbox = desk()
    inbox.add("一.xlsx", households=f"name | id_number | phone\n李建国 | {OTHER} | 13805460005")
    inbox.add("二.xlsx", screening="name | phone\n李建国 | 13805460015")
    pairs = inbox.link().pairs
    assert list(pairs["name_a"]) == ["张伟", "李建国"]
    assert pairs["score"].is_monotonic_increasing, "although the other pair is the likelier one"


def test_a_dispatched_list_asks_nothing() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", returnees=f"name | id_number | phone\n李建国 | {ZHANG} | 13805460001")
    inbox.add("名单.xlsx", dispatch=f"batch | name | id_number | phone\n一 | 李建军 | {ZHANG} | 13805460001")
    assert inbox.link().pairs.empty


def test_brothers_in_one_register_are_no_question() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households="name | phone | address\n王志强 | 13805460005 | 惠泽小区1-1-101\n王志勇 | 13805460005 | 惠泽小区1-1-101",
    )
    assert inbox.link().pairs.empty


def test_pairs_have_their_columns_also_without_questions() -> None:
    pairs = Inbox().link().pairs
    assert isinstance(pairs, pd.DataFrame)
    assert {"pair_id", "person_a", "person_b", "reason", "consequence", "score", "decision", "name_a", "flat_b"} <= set(
        pairs
    )
