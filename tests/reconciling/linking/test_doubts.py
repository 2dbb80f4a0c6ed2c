"""Findings of linking: where they stand, and where nothing is the matter."""

from __future__ import annotations

from tests.reconciling.drawn import GRIDS, Inbox, codes

from fournets.catalogue.findings import message

WOMAN, MAN = "370599198512120022", "370599198001010016"
REGISTER = f"""
    name | id_number | phone       | gender | address
    张伟 | {MAN}     | 13805460001 | male   | 惠泽小区3-2-501
    王丽 | {WOMAN}   | 13805460002 | female | 惠泽小区3-2-501
"""


def desk() -> Inbox:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add("底册.xlsx", households=REGISTER)
    return inbox


def test_nothing_to_say_about_clean_sheets() -> None:
    inbox = desk()
    inbox.add(
        "返乡.xlsx",
        returnees=f"name | id_number | phone | address | grid\n张伟 | {MAN} | 13805460001 | 惠泽小区3-2-501 | 12",
    )
    assert inbox.link().findings == []


def test_two_phones() -> None:
    inbox = desk()
    inbox.add("返乡.xlsx", returnees=f"name | id_number | phone\n张伟 | {MAN} | 13905460009")
    linked = inbox.link()
    assert codes(linked) == [("two_phones", "返乡.xlsx", 3)]
    (finding,) = linked.findings
    assert (finding.field, finding.column, finding.form) == ("phone", "C", "returnees")
    assert finding.person_id in set(linked.people["person_id"])
    assert "13905460009" in message(finding)
    assert "13805460001" in message(finding)


def test_a_second_phone_and_a_family_phone_are_no_contradiction() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"name | id_number | phone\n张伟 | {MAN} | 13805460001;13805460003\n王丽 | {WOMAN} | 13805460002\n张静 | | 13805460002",
    )
    inbox.add(
        "返乡.xlsx",
        returnees=f"name | id_number | phone\n张伟 | {MAN} | 13805460003\n王丽 | {WOMAN} | 13905460009",
    )
    assert inbox.link().findings == []


def test_two_grids() -> None:
    inbox = desk()
    inbox.add("底册13.xlsx", households=f"name | id_number | address\n张伟 | {MAN} | 惠泽小区7-1-101")
    linked = inbox.link()
    assert codes(linked) == [("two_grids", "底册.xlsx", 3), ("two_grids", "底册13.xlsx", 3)]
    assert [finding.grid for finding in linked.findings] == ["12", "13"]


def test_a_grid_that_is_not_the_registers() -> None:
    inbox = desk()
    inbox.add("出入证.xlsx", passes="plate | name | address | grid\n鲁E1A2B3 | 张伟 | 惠泽小区3-2-501 | 13")
    (finding,) = inbox.link().findings
    assert (finding.code, finding.field, finding.column, finding.grid) == ("grid_disagrees", "grid", "D", "12")


def test_a_grid_by_another_name_is_no_contradiction() -> None:
    inbox = desk()
    inbox.add("出入证.xlsx", passes="plate | name | address | grid\n鲁E1A2B3 | 张伟 | 惠泽小区3-2-501 | 惠泽一组")
    assert inbox.link().findings == []


def test_every_finding_has_its_words() -> None:
    inbox = desk()
    inbox.add(
        "底册13.xlsx",
        households=f"name | id_number | address\n张伟 | {MAN} | 惠泽小区7-1-101\n陈静怡 | {WOMAN} | 惠泽小区7-1-102",
    )
    inbox.add("返乡.xlsx", returnees=f"name | id_number | phone | gender\n章玮 | {MAN} | 13905460009 | female")
    inbox.add("门岗.xlsx", gate="checkpoint | name\n惠泽小区东门 | 张伟")
    linked = inbox.link()
    assert {finding.code for finding in linked.findings} >= {"two_grids", "id_shared", "name_differs"}
    assert all("{" not in message(finding) for finding in linked.findings)
