"""Questions about doubtful pairs, and what the answers do."""

from __future__ import annotations

import copy
from pathlib import Path

import pandas as pd
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


def as_bytes(linked: Linked, folder: Path) -> bytes:
    """Everything but the answers themselves, as data files hold it."""
    frames = [linked.people, linked.links, linked.facts, linked.households, *linked.records.values()]
    folder.mkdir(exist_ok=True)
    return b"".join(frame.to_csv(index=False).encode() for frame in frames if "pair_id" not in frame)


def test_a_question_says_why_and_what_hangs_on_it() -> None:
    pair = only(desk().link().pairs)
    assert {pair["name_a"], pair["name_b"]} == {"张伟"}
    assert {pair["phones_a"], pair["phones_b"]} == {"13805460001", "13905460009"}
    assert "返回或隔离" in pair["consequence"]
    assert pair["reason"]
    assert pair["decision"] == ""


def test_yes_joins_and_a_later_no_undoes_it_to_the_byte(tmp_path: Path) -> None:
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
    assert as_bytes(undone, tmp_path) == as_bytes(before, tmp_path)
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
