"""Who gets which document today, under which number; office rules in the contract's section 4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.writing.invented import CASE, DAY, PERSON, results, settings, several

from fournets.catalogue.findings import message
from fournets.reconciling.papers import issue, newest

SETTINGS = settings()
GRIDS = [{"grid": "12", "worker": "", "phone": "13900000000"}, {"grid": "12", "worker": "赵敏", "phone": ""}]


def test_a_case_to_notify_gets_notice_and_pledge() -> None:
    papers = issue(results(), [], SETTINGS, DAY).papers
    assert [paper.number for paper in papers] == ["胜景隔告〔2020〕1号", "胜景隔保〔2020〕1号"]
    assert {paper.case_id for paper in papers} == {"C0001"}
    assert papers[0].issued_day == DAY


def test_items_are_what_the_records_say() -> None:
    items = issue(results(records={"grids": GRIDS}), [], SETTINGS, DAY).papers[0].fields
    assert items["住址"] == "惠泽小区3号楼2单元501室"
    assert (items["性别"], items["隔离起始日期"], items["隔离解除日期"]) == ("女", "2020-02-08", "2020-02-22")
    assert (items["网格员"], items["网格员电话"]) == ("赵敏", "13900000000")
    assert (items["医生"], items["医生电话"]) == ("许文静", "0546-8300120")


def test_cohabitants_are_those_of_the_same_flat() -> None:
    child = {**PERSON, "person_id": "P000002", "name": "王小明"}
    neighbour = {**PERSON, "person_id": "P000003", "name": "李强", "flat": "502"}
    papers = issue(results(people=[PERSON, child, neighbour]), [], SETTINGS, DAY).papers
    assert papers[0].fields["同住人员"] == "王小明"


@pytest.mark.parametrize(
    ("status", "notice_signed", "pledge_signed", "kinds"),
    [
        ("to_notify", "no", "no", ["notice", "pledge"]),
        ("to_notify", "", "yes", ["notice"]),
        ("in_quarantine", "yes", "no", ["pledge"]),
        ("in_quarantine", "yes", "yes", []),
        ("to_release", "no", "no", []),
        ("not_required", "no", "no", []),
        ("transferred", "no", "no", []),
        ("released", "no", "no", []),
    ],
)
def test_who_needs_what(status: str, notice_signed: str, pledge_signed: str, kinds: list[str]) -> None:
    case = {**CASE, "status": status, "notice_signed": notice_signed, "pledge_signed": pledge_signed}
    assert [paper.kind for paper in issue(results([case]), [], SETTINGS, DAY).papers] == kinds


def test_nothing_is_issued_twice() -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    assert issue(results(), first, SETTINGS, DAY).papers == []
    assert issue(results(), first, SETTINGS, DAY + timedelta(days=1)).papers == []


@pytest.mark.parametrize("change", [{"name": "王方"}, {"id_number": "370599198001010068"}, {"flat": "502"}])
def test_a_change_that_matters_gives_a_new_number_and_version(change: dict[str, str]) -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    again = issue(results(people=[{**PERSON, **change}]), first, SETTINGS, DAY).papers
    assert [(paper.number, paper.version, paper.replaces) for paper in again] == [
        ("胜景隔告〔2020〕2号", 2, "胜景隔告〔2020〕1号"),
        ("胜景隔保〔2020〕2号", 2, "胜景隔保〔2020〕1号"),
    ]
    assert [paper.batch for paper in (*first, *again)] == [1, 1, 2, 2]
    assert newest([*first, *again], "notice")["C0001"].version == 2


def test_a_new_phone_alone_does_not_matter() -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    assert issue(results(people=[{**PERSON, "phones": "13800000002"}]), first, SETTINGS, DAY).papers == []


def test_numbers_run_in_walking_order_without_gaps() -> None:
    papers = [paper for paper in issue(several(30), [], SETTINGS, DAY).papers if paper.kind == "notice"]
    assert [paper.sequence for paper in papers] == list(range(1, 31))
    walked = [(int(paper.grid), int(paper.address.building), int(paper.address.flat)) for paper in papers]
    assert walked == sorted(walked)


def test_numbers_begin_again_with_the_year_and_never_go_back() -> None:
    last = replace(issue(results(), [], SETTINGS, DAY).papers[0], sequence=41)
    same_year = issue(several(1), [replace(last, case_id="C0099")], SETTINGS, DAY).papers
    assert same_year[0].number == "胜景隔告〔2020〕42号"
    next_year = issue(several(1), [replace(last, case_id="C0099")], SETTINGS, date(2021, 1, 3)).papers
    assert next_year[0].number == "胜景隔告〔2021〕1号"


def test_one_bad_record_holds_back_only_itself() -> None:
    bad = {**CASE, "case_id": "C0002", "person_id": "P000002", "start_date": "", "due_date": ""}
    issued = issue(
        results([bad, CASE], [PERSON, {**PERSON, "person_id": "P000002", "name": "李强"}]), [], SETTINGS, DAY
    )
    assert {paper.case_id for paper in issued.papers} == {"C0001"}
    notice = issued.findings[0]
    assert (notice.code, notice.person_id, notice.file, notice.row) == ("paper_held", "P000002", "返乡.xlsx", 4)
    assert "李强的告知书没有出，缺少隔离起始日期、隔离解除日期" in message(notice)


def test_name_of_the_disease_follows_the_day() -> None:
    early = issue(results(), [], SETTINGS, date(2020, 2, 7)).papers[0]
    late = issue(results(), [], SETTINGS, date(2020, 2, 8)).papers[0]
    assert early.fields["病名"] == "新型冠状病毒感染的肺炎"
    assert late.fields["病名"] == "新型冠状病毒肺炎"
