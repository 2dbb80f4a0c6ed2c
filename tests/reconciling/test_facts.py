"""What counts as known of a person, and where people live."""

from __future__ import annotations

from tests.reconciling.drawn import GRIDS, Inbox, only

WOMAN, MAN = "370599198512120022", "370599198001010016"


def test_the_line_of_a_person() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add("底册.xlsx", households=f"name | id_number | phone | address\n王丽 | {WOMAN} | 13805460001 | 惠泽3-2-501")
    inbox.add("返乡.xlsx", returnees=f"name | id_number | phone\n王丽 | {WOMAN} | 13905460002;05468300001")
    person = only(inbox.link().people)
    assert person["id_number"] == WOMAN
    assert person["phones"] == "13905460002;05468300001;13805460001"
    assert (person["compound"], person["building"], person["entrance"], person["flat"]) == ("惠泽小区", "3", "2", "501")
    assert (person["grid"], person["gender"], person["age"]) == ("12", "female", "34")


def test_a_valid_number_beats_a_mistyped_one_and_a_masked_one() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", households=f"name | id_number | phone\n王丽 | {WOMAN} | 13805460001")
    inbox.add("二.xlsx", returnees=f"name | id_number | phone\n王丽 | {WOMAN[:-1]}9 | 13805460001")
    inbox.add(
        "三.xlsx", dispatch=f"batch | name | id_number | phone\n一 | 王丽 | 3705**********{WOMAN[-4:]} | 138****0001"
    )
    person = only(inbox.link().people)
    assert person["id_number"] == WOMAN
    assert person["phones"] == "13805460001"


def test_the_grid_comes_from_the_register_of_grids() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "一.xlsx", passes="plate | name | phone | address | grid\n鲁E1A2B3 | 王丽 | 13805460001 | 惠泽小区7-1-101 | 12"
    )
    linked = inbox.link()
    assert only(linked.people)["grid"] == "13"
    assert linked.grid_of[("康乐小区", "")] == "14"


def test_age_from_the_year_of_birth_where_there_is_no_number() -> None:
    inbox = Inbox()
    inbox.add("花名册.xlsx", volunteers="name | phone | gender | birth_year\n李强 | 13805460001 | male | 1955")
    person = only(inbox.link().people)
    assert (person["gender"], person["age"]) == ("male", "65")


def test_every_value_with_its_source() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", households=f"name | id_number | phone\n王丽 | {WOMAN} | 13805460001")
    inbox.add("二.xlsx", returnees=f"name | id_number | phone\n王丽 | {WOMAN} | 13905460002")
    facts = inbox.link().facts
    phones = facts[facts["field"] == "phone"]
    assert list(zip(phones["value"], phones["file"], phones["row"], phones["current"], strict=True)) == [
        ("13805460001", "一.xlsx", 3, "no"),
        ("13905460002", "二.xlsx", 3, "yes"),
    ]


def test_residents_of_the_register_and_found_ones() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "底册.xlsx",
        households=f"""
            name | id_number | relation | address
            王丽 | {WOMAN}   | 户主     | 惠泽小区3-2-501
                 |           |          | 惠泽小区3-2-502
        """,
    )
    inbox.add(
        "返乡.xlsx",
        returnees=f"name | id_number | address\n张伟 | {MAN} | 惠泽小区3-2-501\n王丽 | {WOMAN} | 惠泽小区3-2-501",
    )
    linked = inbox.link()
    wang, zhang = (linked.people.set_index("name")["person_id"][name] for name in ("王丽", "张伟"))
    lines = linked.households[["flat", "grid", "person_id", "relation", "source"]].to_numpy().tolist()
    assert lines == [
        ["501", "12", wang, "户主", "register"],
        ["502", "12", "", "", "register"],
        ["501", "12", zhang, "", "found"],
    ]
