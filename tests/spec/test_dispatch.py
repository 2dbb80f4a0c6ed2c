"""Every row of the superior's list in one bucket (contract, section 4: `dispatch.csv`)."""

from __future__ import annotations

import pytest
from tests.reconciling.drawn import SETTINGS, only
from tests.spec.drawn_desk import LI, QIAN, WANG, ZHAO, DrawnDesk, desk_with

HEAD = "name | id_number | phone | address | outcome"


def managed_desk() -> DrawnDesk:
    """王建国 is in quarantine, 李志强 released, 赵海涛 a resident without a case."""
    return desk_with(
        returnees=f"""
        name   | id_number | phone       | from_place | arrive_date
        王建国 | {WANG}    | 13905460001 | 武汉       | 2020-02-01
        李志强 | {LI}      | 13905460002 | 武汉       | 2020-01-22
        """,
        quarantine=f"""
        name   | id_number | start_date | released_date | notice_signed
        王建国 | {WANG}    | 2020-02-01 |               | yes
        李志强 | {LI}      | 2020-01-22 | 2020-02-06    | yes
        """,
    )


def bucket(line: str, desk: DrawnDesk | None = None) -> str:
    desk = desk or managed_desk()
    desk.add("下发名单.xlsx", dispatch=f"{HEAD}\n{line}")
    verdict = only(desk.dispatch())
    assert verdict["evidence"]
    return str(verdict["bucket"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"王建国 | {WANG} | 13905460001 | | 人在外地，未返回", "not_here"),
        ("王建国 | | 13905460001 | | 现住济南", "not_here"),
        (f"王建国 | {WANG} | | | 已核实，在家隔离", "already_managed"),
        (f"王建国 | {WANG} | 13905460001 | |", "already_managed"),
        ("王建国 | | 13905460001 | |", "already_managed"),
        ("王建国 | 3705**********0016 | 139****0001 | |", "already_managed"),
        ("王建国 | 010016 | | |", "already_managed"),
        ("王建国 | 0032 | | |", "to_verify"),
        ("王建国 | | | 东营市惠泽小区3号楼2单元501室 |", "already_managed"),
        (f"王建军 | {WANG} | 13905460001 | |", "registered_mismatch"),
        (f"王建国 | {WANG} | 13905469999 | |", "registered_mismatch"),
        (f"王建国 | {QIAN} | 13905460001 | |", "registered_mismatch"),
        (f"王建国 | {WANG} | | |", "already_managed"),
        (f"李志强 | {LI} | | |", "period_over"),
        (f"李志刚 | {LI} | | |", "registered_mismatch"),
        (f"赵海涛 | {ZHAO} | | |", "missed"),
        ("钱学文 | | 13905468888 | 惠泽小区6号楼1单元101 |", "missed"),
        ("钱学文 | | 13905468888 | 惠泽小区 |", "missed"),
        ("钱学文 | | | 东营市垦利区孤岛镇胜大花园12号楼2单元301室 |", "not_here"),
        ("钱学文 | | | 湖北省武汉市江夏区 |", "not_here"),
        ("王建国 | | 13905460001 | 湖北省武汉市江夏区 |", "already_managed"),
        ("钱学文 | 3705**********1234 | 138****1234 | 东营市 |", "to_verify"),
        ("钱学文 | | | |", "to_verify"),
        ("王建国 | | | |", "to_verify"),
        ("钱学文 | | | 胜景社区 |", "to_verify"),
        ("钱学文 | | | 查无此址 | 查无此人", "not_here"),
        (f"赵海涛 | {ZHAO} | | | 查无此人", "missed"),
    ],
)
def test_buckets_in_their_order(line: str, expected: str) -> None:
    assert bucket(line) == expected


def test_has_no_case_means_the_person_not_the_address() -> None:
    assert bucket("钱学文 | | 13905468888 | 惠泽小区3号楼2单元501 |") == "missed"


def test_masked_digits_that_fit_two_are_no_match_unless_the_address_decides() -> None:
    desk = desk_with(
        quarantine="""
        name   | id_number          | address               | start_date
        孙明   | 370599198001010091 | 惠泽小区1号楼1单元101 | 2020-02-01
        孙明   | 370599199001010096 | 惠泽小区1号楼1单元201 | 2020-02-01
    """
    )
    assert bucket("孙明 | 3705**********009* | | |", desk) == "to_verify"
    desk.reads.pop()
    assert bucket("孙明 | 3705**********009* | | 惠泽小区1号楼1单元201 |", desk) == "already_managed"


def test_a_screening_record_that_says_elsewhere_decides() -> None:
    desk = desk_with(
        screening="""
        name   | phone       | address          | date       | visit_status | note
        赵海涛 | 13905460003 | 惠泽小区6-1-101 | 2020-02-05 | no_answer    | 人在武汉，未返回
    """
    )
    assert bucket(f"赵海涛 | {ZHAO} | | |", desk) == "not_here"


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("居住在锦绣社区", "not_here"),
        ("已移交锦绣社区", "not_here"),
        ("现住东营区锦绣小区", "not_here"),
        ("现住惠泽小区", "missed"),
        ("现住胜利街道", "missed"),
        ("一直在家未外出", "missed"),
        ("在本市", "missed"),
        ("在西安工作，春节未回", "not_here"),
        ("在西安工作，2月1日返回", "missed"),
    ],
)
def test_the_outcome_names_where_somebody_lives(outcome: str, expected: str) -> None:
    assert bucket(f"赵海涛 | {ZHAO} | | | {outcome}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("王* | 3705**********0016 | 139****0001 | 惠泽小区3号楼2单元501 |", "already_managed"),
        ("王某某 | 3705**********0016 | | |", "already_managed"),
        ("王XX | 3705**********0016 | | |", "already_managed"),
        ("王* | | | 惠泽小区3号楼2单元501 |", "already_managed"),
        ("*建国 | | 13905460001 | |", "already_managed"),
        ("李* | 3705**********0016 | 139****0001 | |", "to_verify"),
        ("王* | 3705**********9999 | | |", "to_verify"),
        ("王* | | | |", "to_verify"),
    ],
)
def test_a_name_that_is_not_written_out_fits_as_far_as_it_is(line: str, expected: str) -> None:
    assert bucket(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("王建国 | 370599198001010***", "already_managed"),
        ("王建国 | 370599198001011***", "to_verify"),
        ("王建军 | 370599198001010***", "to_verify"),
    ],
)
def test_what_is_left_of_a_damaged_number_finds_the_person_of_that_name(line: str, expected: str) -> None:
    desk = managed_desk()
    desk.add("下发名单.xlsx", dispatch=f"name | id_seen\n{line}")
    assert only(desk.dispatch())["bucket"] == expected


def test_an_address_by_the_compounds_former_name_is_ours() -> None:
    desk = managed_desk()
    desk.add("小区一览.xlsx", compounds='compound | extra\n惠泽小区 | {"曾用名": "轴承厂家属院"}\n康乐小区 |')
    assert bucket("王建国 | | | 轴承厂家属院3-2-501 |", desk) == "already_managed"
    assert bucket("钱学文 | | | 东营市原轴承厂家属院8-2-501 |", managed_desk()) == "not_here"


def test_a_compound_of_our_name_in_another_province_is_none_of_ours() -> None:
    assert bucket("钱学文 | | 13905468888 | 湖北省武汉市洪山区惠泽小区3号楼2单元501 |") == "not_here"
    assert bucket("钱学文 | | 13905468888 | 山东省东营市惠泽小区3号楼2单元501 |") == "missed"


@pytest.mark.parametrize(
    ("note", "expected"),
    [("邻居说人在外地未回", "not_here"), ("儿子现在济南上班", "missed"), ("其母在外地未回", "missed")],
)
def test_what_neighbours_report_and_what_relatives_do(note: str, expected: str) -> None:
    desk = managed_desk()
    head = "name | phone | address | date | visit_status | note"
    desk.add("摸排.xlsx", screening=f"{head}\n赵海涛 | 13905460003 | 惠泽小区6-1-101 | 2020-02-05 | no_answer | {note}")
    assert bucket(f"赵海涛 | {ZHAO} | | |", desk) == expected


def test_a_relatives_whereabouts_do_not_decide() -> None:
    desk = desk_with(
        screening="""
        name   | phone       | address          | date       | visit_status | note
        赵海涛 | 13905460003 | 惠泽小区6-1-101 | 2020-02-05 | checked      | 儿子在武汉，未返回
    """
    )
    assert bucket(f"赵海涛 | {ZHAO} | | |", desk) == "missed"


def test_who_came_back_after_the_visit_is_here() -> None:
    desk = desk_with(
        screening="""
        name   | phone       | address          | date       | visit_status | note
        赵海涛 | 13905460003 | 惠泽小区6-1-101 | 2020-01-28 | no_answer    | 人在武汉，未返回
        """,
        returnees=f"name | id_number | from_place | arrive_date\n赵海涛 | {ZHAO} | 武汉 | 2020-02-01",
    )
    assert bucket(f"赵海涛 | {ZHAO} | | |", desk) == "already_managed"


def test_somebody_who_only_passed_a_gate_is_not_ours() -> None:
    desk = desk_with(
        gate="""
        checkpoint     | date       | time  | name   | phone       | result
        惠泽小区东门 | 2020-02-05 | 08:00 | 钱学文 | 13905468888 | turned_back
    """
    )
    assert bucket("钱学文 | | 13905468888 | |", desk) == "to_verify"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('{"排查情况": "人在老家未返回"}', "not_here"),
        ('{"排查情况": "已电话联系，人在武汉"}', "not_here"),
        ('{"排查情况": "已入户，家人都在家"}', "missed"),
        ('{"宠物": "未返回"}', "missed"),
    ],
)
def test_the_words_of_a_visits_outcome_say_where_somebody_is(written: str, expected: str) -> None:
    desk = managed_desk()
    desk.add("摸排.xlsx", screening=f"name | phone | date | extra\n赵海涛 | 13905460003 | 2020-02-08 | {written}")
    assert bucket(f"赵海涛 | {ZHAO} | | |", desk) == expected


def test_a_row_shows_what_another_list_already_found_of_the_person() -> None:
    desk = managed_desk()
    desk.add("第一批.xlsx", dispatch=f"{HEAD}\n赵海涛 | {ZHAO} | | | 2月3日电话核实，在家无异常")
    desk.add("第二批.xlsx", dispatch=f"{HEAD}\n赵海涛 | {ZHAO} | 13905460003 | |\n王建国 | {WANG} | | |")
    evidence = desk.dispatch().set_index(["file", "row"])["evidence"]
    assert "此前已核查（第一批.xlsx 第3行）：2月3日电话核实，在家无异常" in evidence["第二批.xlsx", 3]
    assert not any("此前" in evidence[place] for place in (("第一批.xlsx", 3), ("第二批.xlsx", 4)))


@pytest.mark.parametrize("outcome", ["一直未返洛", "尚未来豫", "不在洛阳", "已离开洛阳"])
def test_an_office_of_another_town_says_away_in_its_own_name(outcome: str) -> None:
    office = SETTINGS.office.model_copy(update={"city": "洛阳市", "province": "河南省"})
    desk = desk_with(dispatch=f"name | id_number | outcome\n王建国 | {WANG} | {outcome}\n李志强 | {LI} | 现在洛阳居住")
    desk.settings = SETTINGS.model_copy(update={"office": office, "local_plate_prefix": "豫C"})
    assert list(desk.dispatch()["bucket"]) == ["not_here", "missed"]
