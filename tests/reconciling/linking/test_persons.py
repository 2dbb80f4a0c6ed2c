"""Identifiers of persons: given once, kept whatever arrives."""

from __future__ import annotations

from tests.reconciling.drawn import DAY, Inbox, person_at

from fournets.model import Address, Identifiers, Paper

ZHANG, OTHER = "370599198001010016", "370599198512120049"


def test_identifiers_follow_record_identity_not_files() -> None:
    one, other = Inbox(), Inbox()
    sheets = {"甲.xlsx": "name | phone\n李强 | 13805460002", "乙.xlsx": "name | phone\n王芳 | 13805460001"}
    for path in sheets:
        one.add(path, households=sheets[path])
    for path in reversed(sheets):
        other.add(path, households=sheets[path])
    people, others = one.link().people, other.link().people
    assert dict(zip(people["name"], people["person_id"], strict=True)) == dict(
        zip(others["name"], others["person_id"], strict=True)
    )


def test_kept_when_more_becomes_known() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", screening="name | address\n张伟 | 惠泽小区3-2-501")
    (first,) = person_at(inbox.link(identifiers), "screening")
    inbox.add(
        "二.xlsx", households=f"name | id_number | phone | address\n张伟 | {ZHANG} | 13805460001 | 惠泽小区3-2-501"
    )
    inbox.add("三.xlsx", returnees=f"name | id_number\n张伟 | {ZHANG}")
    linked = inbox.link(identifiers)
    assert person_at(linked, "screening") == person_at(linked, "returnees") == [first]


def test_kept_when_the_name_is_corrected() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", modified=1, returnees=f"name | id_number | arrive_date\n张玮强 | {ZHANG} | 2020-02-01")
    (first,) = person_at(inbox.link(identifiers), "returnees")
    inbox.reads.clear()
    inbox.add("二.xlsx", modified=2, returnees=f"name | id_number | arrive_date\n赵伟 | {ZHANG} | 2020-02-01")
    assert person_at(inbox.link(identifiers), "returnees") == [first]


def test_the_lower_survives_when_two_turn_out_to_be_one() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", returnees=f"name | id_number\n张伟 | {ZHANG}")
    inbox.add("二.xlsx", gate="name | phone\n张伟 | 13805460001")
    before = inbox.link(identifiers)
    assert len(before.people) == 2
    inbox.add("三.xlsx", quarantine=f"name | id_number | phone\n张伟 | {ZHANG} | 13805460001")
    after = inbox.link(identifiers)
    assert list(after.people["person_id"]) == [min(before.people["person_id"])]


def test_two_people_on_one_number_keep_an_identifier_each() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", households=f"name | id_number\n李建国 | {ZHANG}\n李建军 | {ZHANG}")
    first = person_at(inbox.link(identifiers), "households")
    assert person_at(inbox.link(identifiers), "households") == first
    assert len(set(first)) == 2


def test_a_name_alone_keeps_its_identifier() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", gate="checkpoint | date | time | name\n东门 | 2020-02-08 | 08:00 | 孙宁")
    first = person_at(inbox.link(identifiers), "gate")
    inbox.add("零.xlsx", gate="checkpoint | date | time | name\n西门 | 2020-02-07 | 08:00 | 钱宁")
    linked = inbox.link(identifiers)
    assert list(linked.records["gate"].query("name == '孙宁'")["person_id"]) == first


def test_a_signed_paper_belongs_to_whom_its_number_was_issued() -> None:
    inbox, identifiers = Inbox(), Identifiers()
    inbox.add("一.xlsx", returnees=f"name | id_number\n张伟 | {ZHANG}\n张伟 | {OTHER}")
    first, second = person_at(inbox.link(identifiers), "returnees")
    identifiers.papers.append(
        Paper("胜景隔告〔2020〕1号", "notice", 1, second, "C1", "12", "张伟", Address(), {}, "", DAY)
    )
    inbox.add("签收.xlsx", receipts="number | name\n胜景隔告〔2020〕1号 | 张伟\n胜景隔告〔2020〕1号 | 李强")
    linked = inbox.link(identifiers)
    assert person_at(linked, "receipts", 3) == [second]
    assert person_at(linked, "receipts", 4)[0] not in (first, second)
