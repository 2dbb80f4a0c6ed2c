"""Who gets which document today, under which number; office rules in the contract's section 4."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.writing.invented import CASE, DAY, FACTS, PERSON, ROOT, frame, results, settings, several
from tests.writing.word_pages import body_text

from fournets.catalogue.findings import message
from fournets.model import Paper
from fournets.reconciling.papers import issue, newest
from fournets.writing.papers.documents import Stationery

SETTINGS = settings()
OF_CASES = ("notice", "pledge", "temperature_sheet", "release")


def of_kinds(papers: list[Paper], *kinds: str) -> list[Paper]:
    return [paper for paper in papers if paper.kind in kinds]


GRIDS = [{"grid": "12", "worker": "", "phone": "13900000000"}, {"grid": "12", "worker": "赵敏", "phone": ""}]


def test_a_case_to_notify_gets_notice_and_pledge() -> None:
    papers = of_kinds(issue(results(), [], SETTINGS, DAY).papers, "notice", "pledge")
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
        ("to_notify", "no", "no", ["notice", "pledge", "temperature_sheet"]),
        ("to_notify", "", "yes", ["notice", "temperature_sheet"]),
        ("in_quarantine", "yes", "no", ["pledge", "temperature_sheet"]),
        ("in_quarantine", "yes", "yes", ["temperature_sheet"]),
        ("to_release", "no", "no", ["release"]),
        ("not_required", "no", "no", []),
        ("transferred", "no", "no", []),
        ("released", "no", "no", []),
    ],
)
def test_who_needs_what(status: str, notice_signed: str, pledge_signed: str, kinds: list[str]) -> None:
    case = {**CASE, "status": status, "notice_signed": notice_signed, "pledge_signed": pledge_signed}
    assert [paper.kind for paper in of_kinds(issue(results([case]), [], SETTINGS, DAY).papers, *OF_CASES)] == kinds


def test_nothing_is_issued_twice() -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    assert issue(results(), first, SETTINGS, DAY).papers == []
    assert issue(results(), first, SETTINGS, DAY + timedelta(days=1)).papers == []


@pytest.mark.parametrize("change", [{"name": "王方"}, {"id_number": "370599198001010068"}, {"flat": "502"}])
def test_a_change_that_matters_gives_a_new_number_and_version(change: dict[str, str]) -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    again = of_kinds(issue(results(people=[{**PERSON, **change}]), first, SETTINGS, DAY).papers, "notice", "pledge")
    first = of_kinds(first, "notice", "pledge")
    assert [(paper.number, paper.version, paper.replaces) for paper in again] == [
        ("胜景隔告〔2020〕2号", 2, "胜景隔告〔2020〕1号"),
        ("胜景隔保〔2020〕2号", 2, "胜景隔保〔2020〕1号"),
    ]
    assert [paper.batch for paper in (*first, *again)] == [1, 1, 2, 2]
    assert newest([*first, *again], "notice")["C0001"].version == 2


@pytest.mark.parametrize(
    ("person", "case", "corrected"),
    [
        ({"name": "王方"}, {}, "姓名"),
        ({"flat": "502"}, {}, "住址"),
        ({}, {"arrive_date": "2020-02-07", "due_date": "2020-02-21"}, "到达日期、隔离解除日期"),
    ],
)
def test_the_new_paper_says_what_it_replaces_and_what_is_corrected(
    person: dict[str, str], case: dict[str, str], corrected: str
) -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    changed = results([{**CASE, **case}], [{**PERSON, **person}])
    again = of_kinds(issue(changed, first, SETTINGS, DAY).papers, "notice", "pledge")
    assert [paper.fields["更正"] for paper in again] == [corrected, corrected]
    assert {paper.fields["更正"] for paper in of_kinds(first, "notice", "pledge")} == {""}
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), SETTINGS)
    for paper in again:
        told = "".join(str(block) for block in body_text(stationery.one(paper)))
        assert f"{paper.number}（代替{paper.replaces}，更正{corrected}）" in told


def signed(**case: str) -> dict[str, str]:
    return {**CASE, "status": "in_quarantine", "notice_signed": "yes", "pledge_signed": "yes", **case}


def test_what_is_signed_is_issued_again_only_when_its_period_changed() -> None:
    first = issue(results(), [], SETTINGS, DAY).papers
    moved = results([signed(arrive_date="2020-02-09", due_date="2020-02-23")])
    again = of_kinds(issue(moved, first, SETTINGS, DAY).papers, "notice", "pledge")
    assert [(paper.version, paper.replaces) for paper in again] == [
        (2, "胜景隔告〔2020〕1号"),
        (2, "胜景隔保〔2020〕1号"),
    ]
    assert of_kinds(issue(moved, [*first, *again], SETTINGS, DAY).papers, *OF_CASES[:2]) == []
    elsewhere = results([signed()], [{**PERSON, "flat": "502"}])
    assert of_kinds(issue(elsewhere, first, SETTINGS, DAY).papers, *OF_CASES[:2]) == []


def test_what_was_signed_on_other_paper_than_ours_is_not_issued() -> None:
    assert of_kinds(issue(results([signed(due_date="2020-02-23")]), [], SETTINGS, DAY).papers, *OF_CASES[:2]) == []


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
    assert {paper.case_id for paper in of_kinds(issued.papers, *OF_CASES)} == {"C0001"}
    (held,) = issued.findings
    assert (held.code, held.person_id, held.file, held.row) == ("paper_held", "P000002", "返乡.xlsx", 4)
    assert "李强的告知书、保证书、体温登记表没有出，缺少隔离起始日期、隔离解除日期" in message(held)


def test_name_of_the_disease_follows_the_day() -> None:
    early = issue(results(), [], SETTINGS, date(2020, 2, 7)).papers[0]
    late = issue(results(), [], SETTINGS, date(2020, 2, 8)).papers[0]
    assert early.fields["病名"] == "新型冠状病毒感染的肺炎"
    assert late.fields["病名"] == "新型冠状病毒肺炎"


def test_a_person_has_one_dossier_under_one_number() -> None:
    old = {**CASE, "case_id": "C0007", "start_date": "2020-01-20", "status": "released"}
    first = of_kinds(issue(results([CASE, old]), [], SETTINGS, DAY).papers, "dossier")
    assert [(paper.number, paper.case_id) for paper in first] == [("胜景档〔2020〕1号", "C0001")]
    moved = results([CASE, old], [{**PERSON, "name": "王方", "flat": "101"}])
    assert of_kinds(issue(moved, first, SETTINGS, DAY).papers, "dossier") == []


def test_a_household_has_a_file_where_somebody_lives_with_the_case() -> None:
    child = {**PERSON, "person_id": "P000002", "name": "王小明"}
    (paper,) = of_kinds(issue(results(people=[PERSON, child]), [], SETTINGS, DAY).papers, "household_dossier")
    assert (paper.name, paper.person_id, paper.case_id, paper.grid) == ("惠泽小区3号楼2单元501室", "", "", "12")
    assert paper.number == "胜景档〔2020〕2号"
    assert of_kinds(issue(results(people=[PERSON, child]), [paper], SETTINGS, DAY).papers, "household_dossier") == []
    assert of_kinds(issue(results(), [], SETTINGS, DAY).papers, "household_dossier") == []


def test_where_a_person_is_registered_comes_from_any_sheet() -> None:
    made = results()
    told = {"person_id": PERSON["person_id"], "field": "registered_residence", "file": "", "sheet": "", "row": "1"}
    facts = [{**told, "value": "湖北", "current": "no"}, {**told, "value": "山东东营", "current": "yes"}]
    made.linked.facts = frame(facts, FACTS)
    assert issue(made, [], SETTINGS, DAY).papers[0].fields["户籍地"] == "山东东营"


def gate(**records: list[dict[str, str]]) -> list[Paper]:
    compounds = [{"compound": "惠泽小区", "property_company": "惠泽物业"}]
    checkpoints = [{"checkpoint": "惠泽东门", "compound": "惠泽", "property_company": "惠泽物业"}]
    told = {"compounds": compounds, "checkpoints": checkpoints, **records}
    case = {**CASE, "case_id": "C0002", "status": "to_release", "due_date": "2020-02-08"}
    return issue(results([CASE, case], records=told), [], SETTINGS, DAY).papers


def test_the_guard_learns_who_stays_in_and_nothing_that_he_needs_not() -> None:
    (paper,) = of_kinds(gate(), "gate_list")
    assert paper.fields["隔离住户"] == '[["惠泽小区3号楼2单元501室", "王芳", "2020-02-22"]]'
    assert paper.fields["待解除住户"] == '[["惠泽小区3号楼2单元501室", "王芳", "2020-02-08"]]'
    assert PERSON["id_number"] not in str(paper.fields)
    assert PERSON["phones"] not in str(paper.fields)


def test_passes_at_the_gate_are_valid_or_expired() -> None:
    place = {"compound": "惠泽小区", "building": "1", "entrance": "1", "flat": "102"}
    place |= {"pass_number": "12", "issued_date": "", "name": "", "phone": ""}
    passes = [
        {"plate": "鲁EA0001", "valid_until": "2020-02-09", **place},
        {"plate": "鲁EA0002", "valid_until": "2020-02-08", **place},
        {"plate": "鲁EA0003", "valid_until": "", **place},
        {"plate": "鲁EB0004", "valid_until": "", **place, "compound": "康乐小区"},
    ]
    (paper,) = of_kinds(gate(passes=passes), "gate_list")
    assert [line[0] for line in json.loads(paper.fields["有效证"])] == ["鲁EA0001", "鲁EA0003"]
    assert json.loads(paper.fields["过期证"]) == [["鲁EA0002", "1号楼1单元102室", "2020-02-08"]]


def test_a_gate_list_is_new_every_day_and_a_letter_is_not() -> None:
    first = gate()
    compounds = [{"compound": "惠泽小区", "property_company": "惠泽物业"}]
    checkpoints = [{"checkpoint": "惠泽东门", "compound": "惠泽", "property_company": "惠泽物业"}]
    tomorrow = results(records={"compounds": compounds, "checkpoints": checkpoints}, day=DAY + timedelta(days=1))
    again = issue(tomorrow, first, SETTINGS, DAY + timedelta(days=1)).papers
    assert [(paper.kind, paper.number, paper.version) for paper in again] == [("gate_list", "门岗名单〔2020〕2号", 2)]
    assert [paper.number for paper in of_kinds(first, "safety_notice")] == ["安全防疫告知书〔2020〕1号"]
