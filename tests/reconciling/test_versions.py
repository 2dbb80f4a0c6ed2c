"""Row identity and versions of a sheet: what counts, once."""

from __future__ import annotations

from tests.reconciling.drawn import Inbox, codes, only

RETURNEES = """
    name | phone       | arrive_date | note
    张伟 | 13805460001 | 2020-02-01  | 咳嗽
    李娜 | 13805460002 | 2020-02-02  |
    王强 | 13805460003 | 2020-02-03  |
    赵敏 | 13805460004 | 2020-02-04  |
    孙宁 | 13805460005 | 2020-02-05  |
"""


def lines(text: str, *, without: str = "", change: tuple[str, str] = ("", "")) -> str:
    kept = [line for line in text.strip().splitlines() if not without or without not in line]
    return "\n".join(kept).replace(*change) if change[0] else "\n".join(kept)


def test_a_longer_version_adds_only_what_is_new() -> None:
    inbox = Inbox()
    inbox.add("返乡.xlsx", returnees=RETURNEES)
    inbox.add("返乡（新）.xlsx", returnees=RETURNEES.strip() + "\n周杰 | 13805460006 | 2020-02-06 |")
    records = inbox.link().records["returnees"]
    assert list(records["name"]) == ["张伟", "李娜", "王强", "赵敏", "孙宁", "周杰"]
    assert set(records["file"]) == {"返乡（新）.xlsx"}


def test_the_newer_row_wins_whole_emptied_cells_included() -> None:
    inbox = Inbox()
    inbox.add("新.xlsx", modified=20, returnees=lines(RETURNEES, change=("咳嗽", "")))
    inbox.add("旧.xlsx", modified=10, returnees=RETURNEES)
    records = inbox.link().records["returnees"]
    assert list(records["note"]) == [""] * 5, "the file that was modified later counts, although it arrived first"


def test_a_vanished_row_is_kept_and_reported() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", returnees=RETURNEES)
    inbox.add("二.xlsx", returnees=lines(RETURNEES, without="王强"))
    linked = inbox.link()
    assert sorted(linked.records["returnees"]["name"]) == sorted(["张伟", "李娜", "王强", "赵敏", "孙宁"])
    assert codes(linked) == [("row_vanished", "一.xlsx", 5)]


def test_a_date_that_is_put_right_gives_no_second_row() -> None:
    unread = lines(RETURNEES, change=("2020-02-03", ""))
    for first, second in ((10, 20), (30, 20)):
        inbox = Inbox()
        inbox.add("一.xlsx", modified=first, returnees=unread if first < second else RETURNEES)
        inbox.add("二.xlsx", modified=second, returnees=RETURNEES if first < second else unread)
        linked = inbox.link()
        records = linked.records["returnees"]
        assert list(records["arrive_date"]) == [f"2020-02-0{day}" for day in range(1, 6)]
        assert codes(linked) == []


def test_a_date_that_two_new_rows_may_complete_stays_open() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", returnees=lines(RETURNEES, change=("2020-02-03", "")))
    inbox.add("二.xlsx", returnees=RETURNEES.strip() + "\n王强 | 13805460003 | 2020-02-06 |")
    linked = inbox.link()
    assert len(linked.records["returnees"]) == 7
    assert codes(linked) == [("row_vanished", "一.xlsx", 5)]


def test_another_sheet_of_few_common_rows_is_no_version() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", returnees=RETURNEES)
    inbox.add("二.xlsx", returnees="name | phone | arrive_date | note\n张伟 | 13805460001 | 2020-02-01 |")
    inbox.add("三.xlsx", sheet="别的", returnees=lines(RETURNEES, without="王强"))
    linked = inbox.link()
    assert len(linked.records["returnees"]) == 5
    assert codes(linked) == []


def test_text_files_are_versions_whatever_they_are_called() -> None:
    inbox = Inbox()
    inbox.add("返乡0208.csv", sheet="返乡0208", returnees=RETURNEES)
    inbox.add("返乡0209.csv", sheet="返乡0209", returnees=lines(RETURNEES, without="王强"))
    assert codes(inbox.link()) == [("row_vanished", "返乡0208.csv", 5)]


def test_identical_rows_are_occurrences() -> None:
    trips = "date | squad | place | material | quantity\n" + "2020-02-08 | 一队 | 市场 | leaflet | 20\n" * 3
    inbox = Inbox()
    inbox.add("一.xlsx", publicity=trips)
    inbox.add("二.xlsx", publicity=trips + "2020-02-08 | 一队 | 市场 | leaflet | 20")
    assert len(inbox.link().records["publicity"]) == 4


def test_the_same_fact_from_two_workers_is_one_record() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", screening="name | address | date | travel\n张伟 | 惠泽小区3-2-501 | 2020-02-08 | no")
    inbox.add(
        "二.xlsx", sheet="表", screening="name | address | date | note\n张伟 | 惠泽小区3-2-501 | 2020-02-08 | 已核"
    )
    assert only(inbox.link().records["screening"])["note"] == "已核"


def test_a_row_with_nobody_counts_by_what_it_says() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", screening="address | date | visit_status\n惠泽小区3-2-501 | 2020-02-08 | no_answer")
    inbox.add("二.xlsx", screening="address | date | visit_status\n惠泽小区3-2-501 | 2020-02-08 | empty")
    inbox.add("三.xlsx", screening="address | date | visit_status\n惠泽小区3-2-501 | 2020-02-09 | checked")
    assert list(inbox.link().records["screening"]["visit_status"]) == ["empty", "checked"]


def test_one_name_in_two_grids_is_two_rows() -> None:
    sheet = "name | grid | date | slot | temperature\n孙宁 | {} | 2020-02-08 | morning | 36.5"
    inbox = Inbox()
    inbox.add("一.xlsx", temperatures=sheet.format(12))
    inbox.add("二.xlsx", temperatures=sheet.format(14))
    inbox.add("一（新）.xlsx", temperatures=sheet.format(12))
    assert list(inbox.link().records["temperatures"]["file"]) == ["二.xlsx", "一（新）.xlsx"]


def test_a_corrected_telephone_changes_the_row_and_is_no_evidence_any_more() -> None:
    number = "370599198001010016"
    inbox = Inbox()
    inbox.add(
        "一.xlsx", returnees=f"name | id_number | phone | arrive_date\n张伟 | {number} | 13805460009 | 2020-02-01"
    )
    inbox.add(
        "二.xlsx", returnees=f"name | id_number | phone | arrive_date\n张伟 | {number} | 13805460001 | 2020-02-01"
    )
    inbox.add("门岗.xlsx", gate="name | phone\n张伟 | 13805460009")
    linked = inbox.link()
    assert only(linked.records["returnees"])["phone"] == "13805460001"
    assert len(linked.people) == 2


def test_a_returned_copy_replaces_its_original_entirely() -> None:
    inbox = Inbox()
    original = inbox.add("返乡.xlsx", returnees=RETURNEES)
    inbox.find("phone_length", "returnees", 3)
    inbox.add(
        "回执/返乡.xlsx",
        modified=8,
        answers=original,
        returnees="name | phone | arrive_date\n李娜 | 13805460002 | 2020-02-02",
    )
    inbox.add(
        "回执/返乡（2）.xlsx",
        modified=9,
        answers=original,
        returnees="name | phone | arrive_date\n周杰 | 13805460006 | 2020-02-06",
    )
    linked = inbox.link()
    assert list(linked.records["returnees"]["name"]) == ["周杰"]
    assert linked.findings == []


def test_findings_on_replaced_rows_go_the_others_stay() -> None:
    inbox = Inbox()
    inbox.add("一.xlsx", returnees=RETURNEES)
    inbox.find("phone_length", "returnees", 3)
    inbox.find("odd_characters", "returnees", 40)
    inbox.add("二.xlsx", returnees=RETURNEES)
    inbox.find("date_ambiguous", "returnees", 4)
    linked = inbox.link()
    assert codes(linked) == [("odd_characters", "一.xlsx", 40), ("date_ambiguous", "二.xlsx", 4)]
    assert linked.findings[1].person_id == linked.records["returnees"]["person_id"][1]
