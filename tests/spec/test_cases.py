"""Who has to stay at home, since when, until when (contract, section 4: `cases.csv`)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.reconciling.drawn import DAY, SETTINGS, only
from tests.spec.drawn_desk import LI, WANG, DrawnDesk, desk_with, found, paper


def returnees(line: str, *more: str) -> DrawnDesk:
    """A desk with one returnee's row (and more): place, flags, dates."""
    head = "name | id_number | from_place | hubei | wuhan | left_date | arrive_date | measure | note"
    return desk_with(returnees="\n".join((head, line, *more)))


def row(
    place: str = "江苏南京", arrived: str = "2020-02-01", *, hubei: str = "", wuhan: str = "", measure: str = ""
) -> str:
    return f"王建国 | {WANG} | {place} | {hubei} | {wuhan} | | {arrived} | {measure} |"


@pytest.mark.parametrize(
    ("line", "category"),
    [
        (row("武汉"), "wuhan"),
        (row("湖北孝感"), "hubei"),
        (row("浙江温州"), "key_area"),
        (row("江苏南京"), "other_province"),
        (row("山东济南"), "in_province"),
        (row("日本东京"), "other_province"),
        (row("途经武汉"), "wuhan"),
        (row("广东深圳（途经武汉）"), "wuhan"),
        (row("山东济南", hubei="yes"), "hubei"),
        (row("", hubei="yes", wuhan="yes"), "wuhan"),
        (row("武汉", hubei="no", wuhan="no"), "wuhan"),
        (row("老家"), ""),
        (row("", hubei="no", wuhan="no"), ""),
        (row("河南郑州") + "途经武汉", "wuhan"),
        (row("山东济南") + "经武汉中转", "wuhan"),
        (row("山东济南") + "在武汉换乘火车", "wuhan"),
        (row("山东济南") + "经过武汉", "wuhan"),
        (row("山东济南") + "未途经武汉", "in_province"),
        (row("山东济南") + "没有在武汉停留", "in_province"),
        (row("山东济南") + "无湖北经停", "in_province"),
        (row("河南郑州") + "妻子途经武汉", "other_province"),
    ],
)
def test_category_is_the_most_severe_that_flag_and_place_give(line: str, category: str) -> None:
    assert returnees(line).case()["category"] == category


def test_registered_residence_is_no_origin() -> None:
    desk = desk_with(
        returnees="""
        name   | from_place | registered_residence | arrive_date
        王建国 | 山东济南   | 湖北省武汉市         | 2020-02-01
    """
    )
    assert desk.case()["category"] == "in_province"


def test_a_ledger_that_says_where_from_in_a_column_of_its_own() -> None:
    desk = desk_with(
        quarantine="""
        name   | start_date | extra
        王建国 | 2020-02-01 | {"来源地": "湖北武汉"}
    """
    )
    assert desk.case()["category"] == "wuhan"


def test_fourteen_days_from_the_arrival_the_last_day_included() -> None:
    case = returnees(row(arrived="2020-01-25")).case()
    assert (case["rule"], case["due_date"]) == ("到达十四天", "2020-02-08")
    assert case["arithmetic"] == "1月25日到达，隔离14天，至2月8日24时"


def test_within_the_province_nobody_is_quarantined() -> None:
    case = returnees(row("山东济南")).case()
    assert (case["status"], case["due_date"]) == ("not_required", "")


def test_unknown_origin_is_quarantined_until_it_is_known() -> None:
    results = returnees(row("")).day()
    assert only(results.cases)["status"] == "to_notify"
    assert [(one.row, one.field) for one in found(results, "origin_missing")] == [(3, "from_place")]


def test_the_rule_in_force_on_the_arrival_counts() -> None:
    longer = SETTINGS.rules[0].model_copy(update={"id": "二十天", "days": 20, "effective_from": date(2020, 2, 2)})
    desk = desk_with(
        returnees=f"""
        name   | id_number | from_place | arrive_date
        王建国 | {WANG}    | 湖北孝感   | 2020-02-01
        李志强 | {LI}      | 湖北孝感   | 2020-02-02
    """
    )
    desk.settings = SETTINGS.model_copy(update={"rules": (*SETTINGS.rules, longer)})
    assert list(desk.cases()["due_date"]) == ["2020-02-15", "2020-02-22"]


def test_a_rule_may_count_from_the_departure() -> None:
    rule = SETTINGS.rules[0].model_copy(update={"count_from": "left_date"})
    desk = desk_with(
        returnees="""
        name   | from_place | left_date  | arrive_date
        王建国 | 武汉       | 2020-01-20 | 2020-01-23
    """
    )
    desk.settings = SETTINGS.model_copy(update={"rules": (rule, SETTINGS.rules[1])})
    case = desk.case()
    assert (case["due_date"], case["arithmetic"][:7]) == ("2020-02-03", "1月20日离开")


def test_arrivals_within_fourteen_days_are_one_case_and_the_latest_counts() -> None:
    results = returnees(row(arrived="2020-01-28"), row(arrived="2020-01-30")).day()
    case = only(results.cases)
    assert (case["arrive_date"], case["due_date"]) == ("2020-01-30", "2020-02-13")
    assert [one.row for one in found(results, "two_arrivals")] == [3, 4]


def test_arrivals_further_apart_are_two_cases() -> None:
    results = returnees(row(arrived="2020-01-20"), row(arrived="2020-02-04")).day()
    assert list(results.cases["due_date"]) == ["2020-02-03", "2020-02-18"]
    assert not found(results, "two_arrivals")


def test_the_ledgers_row_belongs_to_the_arrivals_case() -> None:
    desk = desk_with(
        returnees=f"""
        name   | id_number | from_place | arrive_date
        王建国 | {WANG}    | 武汉       | 2020-01-30
        """,
        quarantine=f"""
        name   | id_number | start_date | notice_signed
        王建国 | {WANG}    | 2020-01-31 | yes
        """,
    )
    case = desk.case()
    assert (case["arrive_date"], case["start_date"], case["due_date"]) == ("2020-01-30", "2020-01-31", "2020-02-13")
    assert case["status"] == "in_quarantine"


def test_without_an_arrival_the_ledgers_first_day_stands_for_it() -> None:
    desk = desk_with(
        quarantine="""
        name   | start_date
        王建国 | 2020-01-30
    """
    )
    case = desk.case()
    assert (case["due_date"], case["arithmetic"]) == ("2020-02-13", "1月30日开始隔离，隔离14天，至2月13日24时")


def ledger(line: str) -> DrawnDesk:
    """A desk with a returnee from Wuhan who arrived on 25 January, with one row of the ledger."""
    head = "name | id_number | start_date | released_date | released | notice_signed | pledge_signed | note"
    return desk_with(
        returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-01-25",
        quarantine=f"{head}\n王建国 | {WANG} | 2020-01-25 | {line}",
    )


@pytest.mark.parametrize(
    ("line", "day", "status"),
    [
        ("| no | no | no |", "2020-02-08", "to_notify"),
        ("| | | |", "2020-02-08", "to_notify"),
        ("| no | yes | no |", "2020-02-08", "in_quarantine"),
        ("| no | yes | yes |", "2020-02-09", "to_release"),
        ("| no | no | no |", "2020-02-09", "to_release"),
        ("| yes | yes | yes |", "2020-02-09", "released"),
        ("2020-02-09 | yes | yes | yes |", "2020-02-09", "released"),
        ("2020-02-09 | | yes | yes |", "2020-02-10", "released"),
        ("2020-02-09 | yes | yes | yes |", "2020-02-08", "in_quarantine"),
        ("2020-02-09 | yes | yes | yes | 已转集中隔离点", "2020-02-09", "transferred"),
        ("| no | yes | yes | 建议集中隔离", "2020-02-08", "in_quarantine"),
    ],
)
def test_status_is_the_first_that_fits(line: str, day: str, status: str) -> None:
    assert ledger(line).case(date.fromisoformat(day))["status"] == status


def test_released_without_a_date_counts_with_a_finding() -> None:
    results = ledger("| yes | yes | yes |").day()
    assert only(results.cases)["released_date"] == ""
    assert [one.field for one in found(results, "released_without_date")] == ["released_date"]


@pytest.mark.parametrize(
    ("measure", "outcome", "status"),
    [
        ("集中隔离", "", "transferred"),
        ("居家隔离", "收治入院", "transferred"),
        ("居家隔离", "胜利医院发热门诊", "to_notify"),
        ("居家隔离", "送胜利医院发热门诊，排除后返回", "to_notify"),
        ("居家隔离", "送市人民医院", "transferred"),
        ("住院治疗", "2月8日出院，居家隔离", "to_notify"),
    ],
)
def test_transferred_is_hospital_or_central_site_not_a_fever_clinic(measure: str, outcome: str, status: str) -> None:
    desk = desk_with(
        returnees=f"name | id_number | from_place | arrive_date | measure\n王建国 | {WANG} | 武汉 | 2020-02-01 | {measure}",
        fever=f"name | id_number | date | outcome\n王建国 | {WANG} | 2020-02-08 | {outcome}",
    )
    assert desk.case()["status"] == status


@pytest.mark.parametrize(
    ("registered", "measure", "note", "status"),
    [
        ("", "居家隔离", "已转集中隔离点", "transferred"),
        ("2020-02-08", "居家隔离", "已转集中隔离点", "transferred"),
        ("2020-02-08", "居家隔离", "2月3日转集中隔离点", "to_notify"),
        ("", "集中隔离", "2月8日转回居家隔离", "to_notify"),
    ],
)
def test_staying_at_home_as_the_first_measure_takes_no_transfer_back(
    registered: str, measure: str, note: str, status: str
) -> None:
    desk = desk_with(quarantine=f"name | id_number | start_date | note\n王建国 | {WANG} | 2020-02-01 | {note}")
    head = "name | id_number | from_place | arrive_date | date | measure"
    desk.add("返回人员.xlsx", returnees=f"{head}\n王建国 | {WANG} | 武汉 | 2020-02-01 | {registered} | {measure}")
    assert desk.case()["status"] == status


def test_what_happens_after_the_day_counts_in_nothing() -> None:
    desk = desk_with(returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-02-05")
    assert len(desk.cases(date(2020, 2, 4))) == 0
    assert len(desk.cases(date(2020, 2, 5))) == 1


def test_a_receipt_signs_its_papers_case_from_its_day_on() -> None:
    desk = desk_with(returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-02-05")
    case = desk.case()
    desk.identifiers.papers.append(paper("notice", "胜景隔告〔2020〕1号", case, DAY - timedelta(days=1)))
    desk.add(
        "签收表.xlsx",
        receipts="""
        number              | kind   | name   | signed_date | signer
        胜景隔告[2020]1号 | 告知书 | 王建国 | 2020-02-09  | 王建国
    """,
    )
    assert desk.case(DAY - timedelta(days=1))["status"] == "to_notify"
    signed = desk.case()
    assert (signed["notice_number"], signed["notice_signed"]) == ("胜景隔告〔2020〕1号", "yes")
    assert (signed["pledge_signed"], signed["status"]) == ("", "in_quarantine")


def test_a_refused_signature_is_none() -> None:
    desk = desk_with(returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-02-05")
    desk.identifiers.papers.append(paper("notice", "胜景隔告〔2020〕1号", desk.case(), DAY))
    desk.add(
        "签收表.xlsx",
        receipts="""
        number              | signed_date | method
        胜景隔告〔2020〕1号 | 2020-02-09  | 拒签
    """,
    )
    assert desk.case()["notice_signed"] == ""


def test_identifiers_are_kept_when_an_earlier_arrival_turns_up() -> None:
    desk = desk_with(returnees=f"name | id_number | from_place | arrive_date\n王建国 | {WANG} | 武汉 | 2020-02-03")
    assert desk.case()["case_id"] == "C0001"
    desk.add(
        "大巴.xlsx",
        returnees=f"""
        name   | id_number | from_place | arrive_date
        王建国 | {WANG}    | 武汉       | 2020-02-01
        李志强 | {LI}      | 武汉       | 2020-02-01
    """,
    )
    cases = desk.cases()
    assert sorted(cases["case_id"]) == ["C0001", "C0002"]
    assert cases.set_index("case_id").loc["C0001", "arrive_date"] == "2020-02-03"


def test_a_release_lacks_what_is_not_recorded() -> None:
    assert ledger("| no | yes | yes |").case()["release_missing"] == "没有体温记录；须有负责人确认"


def test_a_release_names_missing_readings_and_fevers() -> None:
    desk = desk_with(
        quarantine=f"name | id_number | start_date\n王建国 | {WANG} | 2020-02-06",
        temperatures=f"""
        name   | id_number | date       | slot    | temperature | note
        王建国 | {WANG}    | 2020-02-07 | morning | 37.6        |
        王建国 | {WANG}    | 2020-02-07 | evening |             | 正常
        王建国 | {WANG}    | 2020-02-08 | morning | 36.5        |
        王建国 | {WANG}    | 2020-02-08 | evening |             | 未测
        """,
    )
    missing = desk.case()["release_missing"]
    assert missing == "隔离期未满；缺体温：2月8日下午；有发热记录，须确认已排除；须有负责人确认"


@pytest.mark.parametrize(("day", "status"), [("2020-02-07", "in_quarantine"), ("2020-02-08", "transferred")])
def test_words_that_name_a_later_day_are_not_true_yet(day: str, status: str) -> None:
    desk = desk_with(
        quarantine=f"""
        name   | id_number | start_date | notice_signed | note
        王建国 | {WANG}    | 2020-02-04 | yes           | 2月4日居家隔离，2月8日送集中隔离点
    """
    )
    assert desk.case(date.fromisoformat(day))["status"] == status


def test_the_end_of_a_stretch_is_no_later_beginning() -> None:
    desk = desk_with(
        quarantine=f"""
        name   | id_number | start_date | note
        王建国 | {WANG}    | 2020-02-04 | 2月4日至2月18日在集中隔离点
    """
    )
    assert desk.case()["status"] == "transferred"


@pytest.mark.parametrize(("day", "status"), [("2020-02-05", "to_notify"), ("2020-02-06", "in_quarantine")])
def test_a_signature_with_its_day_counts_from_that_day_on(day: str, status: str) -> None:
    desk = desk_with(
        quarantine=f"""
        name   | id_number | start_date | notice_signed | extra
        王建国 | {WANG}    | 2020-02-04 | yes           | {{"是否签告知书": "2.6"}}
    """
    )
    assert desk.case(date.fromisoformat(day))["status"] == status
