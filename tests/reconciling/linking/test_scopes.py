"""Bare names: whom they mean, and when nobody can tell."""

from __future__ import annotations

from tests.reconciling.drawn import GRIDS, Inbox, codes, person_at

ZHANG, OTHER = "370599198001010016", "370599198512120049"


def desk() -> Inbox:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "底册.xlsx",
        households=f"""
            name | id_number | phone       | address
            张伟 | {ZHANG}   | 13805460001 | 惠泽小区3-2-501
            张伟 | {OTHER}   | 13805460002 | 惠泽小区7-1-101
        """,
    )
    return inbox


def test_the_one_namesake_of_the_grid() -> None:
    inbox = desk()
    inbox.add("12网格.xlsx", screening="name | grid\n张伟 | 12")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 3)


def test_two_namesakes_in_the_compound_leave_it_open() -> None:
    inbox = desk()
    inbox.add(
        "惠泽小区.xlsx", screening="name | compound | date\n张伟 | 惠泽小区 | 2020-02-08\n张伟 | 惠泽小区 | 2020-02-09"
    )
    linked = inbox.link()
    persons = person_at(linked, "screening")
    assert not set(persons) & set(person_at(linked, "households"))
    assert len(set(persons)) == 2, "a person of its own each"
    assert ("name_ambiguous", "惠泽小区.xlsx", 3) in codes(linked)


def test_temperatures_mean_the_one_who_is_in_quarantine() -> None:
    inbox = desk()
    inbox.add("隔离.xlsx", quarantine=f"name | id_number | start_date\n张伟 | {OTHER} | 2020-02-01")
    inbox.add("体温.xlsx", temperatures="name | compound | date | slot\n张伟 | 惠泽小区 | 2020-02-08 | morning")
    linked = inbox.link()
    assert person_at(linked, "temperatures") == person_at(linked, "quarantine") == person_at(linked, "households", 4)


def test_temperatures_of_a_case_that_has_a_name_only() -> None:
    inbox = desk()
    inbox.add("隔离.xlsx", quarantine="name | grid | start_date\n赵小川 | 14 | 2020-02-01")
    inbox.add("体温.xlsx", temperatures="name | grid | date | slot\n赵小川 | 14 | 2020-02-08 | morning")
    linked = inbox.link()
    assert person_at(linked, "temperatures") == person_at(linked, "quarantine")


def test_a_part_of_the_address_that_fits_one_flat() -> None:
    inbox = desk()
    inbox.add("摸排.xlsx", screening="name | compound | building | flat\n张伟 | 惠泽小区 | 3 | 501")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 3)


def test_at_the_gate_the_flat_he_goes_to_tells() -> None:
    inbox = desk()
    inbox.add("门岗.xlsx", gate="checkpoint | name | destination\n惠泽小区东门劝返点 | 张伟 | 7-1-101")
    linked = inbox.link()
    assert person_at(linked, "gate") == person_at(linked, "households", 4)


def test_another_compounds_gate_means_somebody_else() -> None:
    inbox = desk()
    inbox.add("门岗.xlsx", gate="checkpoint | name\n康乐小区东门劝返点 | 张伟")
    linked = inbox.link()
    assert person_at(linked, "gate")[0] not in person_at(linked, "households")


def test_duty_means_the_volunteer_of_the_branch() -> None:
    inbox = Inbox()
    inbox.add(
        "花名册.xlsx",
        volunteers="name | phone | branch\n李强 | 13805460007 | 惠泽党支部\n李强 | 13805460008 | 康乐党支部",
    )
    inbox.add("执勤.xlsx", duty="date | name | branch\n2020-02-08 | 李强 | 康乐党支部\n2020-02-09 | 李强 | 康乐党支部")
    linked = inbox.link()
    assert set(person_at(linked, "duty")) == set(person_at(linked, "volunteers", 4))


ROSTER = "name | phone | branch\n李强 | 13805460007 | 惠泽党支部"


def test_duty_without_a_team_means_the_one_volunteer_of_that_name() -> None:
    inbox = Inbox()
    inbox.add("花名册.xlsx", volunteers=ROSTER)
    inbox.add("执勤.xlsx", duty="date | name | post\n2020-02-08 | 李强 | 康乐小区东门")
    linked = inbox.link()
    assert person_at(linked, "duty") == person_at(linked, "volunteers")


def test_duty_without_a_team_is_asked_about_where_others_bear_the_name() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add("花名册.xlsx", volunteers=ROSTER)
    inbox.add("底册.xlsx", households="name | phone | address\n李强 | 15954670101 | 惠泽小区1-1-101")
    inbox.add(
        "执勤.xlsx", duty="date | name | post\n2020-02-08 | 李强 | 康乐小区东门\n2020-02-09 | 李强 | 康乐小区东门"
    )
    linked = inbox.link()
    (on_post,) = set(person_at(linked, "duty"))
    assert on_post not in (*person_at(linked, "volunteers"), *person_at(linked, "households"))
    assert len(linked.pairs) == 1
    assert "志愿者" in linked.pairs["reason"][0]


def test_duty_of_another_branch_is_not_the_volunteers() -> None:
    inbox = Inbox()
    inbox.add("花名册.xlsx", volunteers=ROSTER)
    inbox.add("执勤.xlsx", duty="date | name | branch\n2020-02-08 | 李强 | 康乐党支部")
    linked = inbox.link()
    assert person_at(linked, "duty") != person_at(linked, "volunteers")


def test_a_fever_in_the_grid_may_be_any_namesakes() -> None:
    inbox = desk()
    inbox.add("隔离.xlsx", quarantine=f"name | id_number | start_date\n张伟 | {OTHER} | 2020-02-01")
    inbox.add("发热.xlsx", fever="name | compound | date\n张伟 | 惠泽小区 | 2020-02-08")
    linked = inbox.link()
    assert person_at(linked, "fever")[0] not in person_at(linked, "households")
    assert ("name_ambiguous", "发热.xlsx", 3) in codes(linked)


def test_a_name_in_two_scopes_is_two_people() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "一.xlsx",
        screening="name | grid | date\n孙宁 | 12 | 2020-02-08\n孙宁 | 14 | 2020-02-08\n孙宁 | 12 | 2020-02-09",
    )
    linked = inbox.link()
    first, elsewhere, again = person_at(linked, "screening")
    assert first == again != elsewhere


def test_everybody_named_is_somebody() -> None:
    inbox = desk()
    inbox.add("门岗.xlsx", gate="checkpoint | name | plate\n东门 | 张伟 |\n东门 | | 鲁E12345")
    inbox.add("签收.xlsx", receipts="number | name\n胜景隔告〔2020〕1号 | 张伟")
    linked = inbox.link()
    assert person_at(linked, "gate", 4) == [""]
    named = sum((frame["name"] != "").sum() for frame in linked.records.values() if "name" in frame)
    assert named == len(linked.links)
    assert (linked.links["person_id"] != "").all()
