"""Lists from several sides: what the newest one never asked, an older one may have answered."""

from __future__ import annotations

from tests.spec.drawn_desk import LI, WANG, DrawnDesk, desk_with

OLDER = f"name | id_number | arrive_date | from_place | wuhan\n王建国 | {WANG} | 2020-02-01 | 武汉 | yes"


def after(newer: str, older: str = OLDER) -> DrawnDesk:
    desk = desk_with(returnees=older)
    desk.add("街道名单.xlsx", returnees=newer)
    return desk


def test_a_column_that_the_newest_list_lacks_is_heard_from_an_older_one() -> None:
    desk = after(f"name | id_number | arrive_date | transport\n王建国 | {WANG} | 2020-02-01 | 火车")
    assert (desk.case()["category"], desk.case()["from_place"]) == ("wuhan", "武汉")
    assert list(desk.view().linked.records["returnees"]["from_place"]) == [""]


def test_an_emptied_cell_stays_empty() -> None:
    desk = after(f"name | id_number | arrive_date | from_place | wuhan\n王建国 | {WANG} | 2020-02-01 | |")
    assert desk.case()["category"] == ""


def test_what_the_newest_list_says_is_not_overruled() -> None:
    desk = after(f"name | id_number | arrive_date | from_place | transport\n王建国 | {WANG} | 2020-02-01 | 济南 |")
    assert desk.case()["from_place"] == "济南"


def test_a_signature_on_another_ledger_counts() -> None:
    desk = desk_with(quarantine=f"name | id_number | start_date | notice_signed\n王建国 | {WANG} | 2020-02-01 | yes")
    desk.add("汇总台账.xlsx", quarantine=f"name | id_number | start_date | due_date\n王建国 | {WANG} | 2020-02-01 |")
    assert desk.case()["status"] == "in_quarantine"


def test_of_two_people_with_one_name_each_is_heard_for_himself() -> None:
    desk = after(
        f"name | id_number | arrive_date\n王建国 | {WANG} | 2020-02-01\n王建国 | {LI} | 2020-02-01",
        f"name | id_number | arrive_date | from_place\n王建国 | {WANG} | 2020-02-01 | 武汉\n王建国 | {LI} | 2020-02-01 | 济南",
    )
    assert sorted(desk.cases()["category"]) == ["in_province", "wuhan"]
