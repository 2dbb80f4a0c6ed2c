"""Print files: one a kind, grid and batch, in walking order; the project's own templates are sound."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from tests.writing.invented import CASE, DAY, PERSON, ROOT, results, settings, several
from tests.writing.word_pages import Grid, W, body_text, drawn

from fournets.catalogue.documents import DOCUMENTS, DocumentKind
from fournets.catalogue.settings import Printing
from fournets.model import Paper, Results
from fournets.reconciling.papers import issue
from fournets.writing.data_files import Placement
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.printing import earlier_placements, grid_title, print_files
from fournets.writing.word.faults import TemplateFault

SETTINGS = settings()
CAR = {
    "pass_number": "",
    "plate": "鲁E12345",
    "name": "王芳",
    "phone": "13800000001",
    **{part: PERSON[part] for part in ("compound", "building", "entrance", "flat", "grid")},
    "issued_date": "",
    "valid_until": "2020-03-09",
}


def shipped(name: str) -> bytes:
    return (ROOT / "templates" / "documents" / name).read_bytes()


def printed(papers: list[Paper]) -> list:
    return list(print_files(papers, Stationery(shipped, SETTINGS)))


def signed_papers(made: Results, issued: Sequence[Paper] = ()) -> list[Paper]:
    return [paper for paper in issue(made, issued, SETTINGS, DAY).papers if paper.kind in ("notice", "pledge")]


def test_shipped_templates_have_no_faults() -> None:
    assert list(Stationery(shipped, SETTINGS).faults()) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.kind)
def test_a_document_says_what_it_is_about(document: DocumentKind) -> None:
    records = {
        "compounds": [{"compound": "惠泽小区", "property_company": "惠泽物业"}],
        "checkpoints": [{"checkpoint": "惠泽东门", "compound": "惠泽小区", "property_company": "惠泽物业"}],
        "passes": [CAR],
    }
    case = {**CASE, "status": "to_release" if document.kind == "release" else "to_notify"}
    child = {**PERSON, "person_id": "P000002", "name": "王小明"}
    papers = issue(results([case], [PERSON, child], records=records), [], SETTINGS, DAY).papers
    (paper,) = (paper for paper in papers if paper.kind == document.kind)
    text = str(body_text(Stationery(shipped, SETTINGS).one(paper)))
    told = {
        "checkpoint": ("惠泽东门", "王芳"),
        "compound": ("惠泽小区",),
        "household": ("惠泽小区3号楼2单元501室",),
        "vehicle": ("鲁E12345", "王芳", "居民车辆"),
    }
    for words in (paper.number, *told.get(document.subject, ("王芳", "惠泽小区3号楼2单元501室", "2020年2月22日"))):
        assert words in text


def test_one_file_a_kind_and_grid_each_document_a_section() -> None:
    files = printed(signed_papers(several(5)))
    assert [file.path for file in files] == [
        "打印/告知书/第01网格_告知书_2份.docx",
        "打印/告知书/第02网格_告知书_3份.docx",
        "打印/保证书/第01网格_保证书_2份.docx",
        "打印/保证书/第02网格_保证书_3份.docx",
    ]
    for file in files:
        assert len(Document(BytesIO(file.data)).sections) == len(file.papers)


@pytest.mark.parametrize(("both_sides", "start"), [(False, "nextPage"), (True, "oddPage")])
def test_printing_on_both_sides_gives_every_document_a_fresh_sheet(both_sides: bool, start: str) -> None:
    chosen = SETTINGS.model_copy(update={"printing": Printing(both_sides=both_sides)})
    files = print_files(issue(several(3), [], chosen, DAY).papers, Stationery(shipped, chosen))
    for file in files:
        kinds = [section._sectPr.find(W + "type").get(W + "val") for section in Document(BytesIO(file.data)).sections]
        assert kinds == [start] * len(file.papers)


def test_order_in_the_file_is_the_way_from_door_to_door() -> None:
    (file,) = (file for file in printed(issue(several(9), [], SETTINGS, DAY).papers) if "告知书/第01" in file.path)
    assert [paper.sequence for paper in file.papers] == sorted(paper.sequence for paper in file.papers)
    text = str(body_text(file.data))
    places = [text.index(paper.number) for paper in file.papers]
    assert places == sorted(places)


def test_placements_name_file_place_and_hash() -> None:
    for file in printed(issue(several(3), [], SETTINGS, DAY).papers):
        places = list(file.placements.values())
        assert [place.position for place in places] == list(range(1, len(file.papers) + 1))
        assert {place.sha256 for place in places} == {hashlib.sha256(file.data).hexdigest()}


def test_a_later_batch_prints_only_what_is_new() -> None:
    first = signed_papers(several(2))
    more = signed_papers(several(4), first)
    before, both = printed(first), printed([*first, *more])
    old = {file.path: file.data for file in before}
    assert {file.path: file.data for file in both if file.batch == 1} == old
    later = [file for file in both if file.batch == 2]
    assert {"第2批" in file.path for file in later} == {True}
    assert sorted(paper.number for file in later for paper in file.papers) == sorted(paper.number for paper in more)


def test_a_changed_template_reprints_what_was_issued() -> None:
    papers = signed_papers(results())
    changed = Stationery(lambda _: drawn("新版 {{ 编号 }}"), SETTINGS)
    assert [body_text(file.data)[-1] for file in print_files(papers, changed)] == [
        "新版 胜景隔告〔2020〕1号",
        "新版 胜景隔保〔2020〕1号",
    ]


def test_what_nobody_knows_is_a_line_to_write_on() -> None:
    nobody = {**PERSON, "id_number": "", "phones": "", "gender": ""}
    papers = issue(results(people=[nobody]), [], SETTINGS, DAY).papers
    text = str(body_text(Stationery(shipped, SETTINGS).one(papers[0])))
    assert "性别：＿＿" in text
    assert "None" not in text


def test_days_of_the_period_are_at_hand_for_sheets_by_day() -> None:
    page = Stationery(lambda _: drawn("{{ 隔离日|length }} {{ 隔离日|first|月日 }} {{ 隔离日|last|月日 }}"), SETTINGS)
    paper = issue(results(), [], SETTINGS, DAY).papers[0]
    assert body_text(page.one(paper)) == ["15 2月8日 2月22日"]


def test_faults_of_templates_are_told_before_anything_runs() -> None:
    broken = Stationery(lambda name: drawn("{{ 姓民 }}") if name == "保证书.docx" else shipped(name), SETTINGS)
    assert [str(fault) for fault in broken.faults()] != []
    assert "《保证书.docx》" in str(next(broken.faults()))


def test_a_fault_within_a_list_is_found_without_a_line_in_it() -> None:
    page = Grid([["{%tr for 户 in 隔离住户 %}"], ["{{ 户.住地 }}"], ["{%tr endfor %}"]])
    broken = Stationery(lambda name: drawn(page) if name == "门岗名单.docx" else shipped(name), SETTINGS)
    assert ["户.住地" in str(fault) for fault in broken.faults()] == [True]


def test_a_template_that_is_missing() -> None:
    def nothing(name: str) -> bytes:
        raise FileNotFoundError(name)

    with pytest.raises(TemplateFault, match="找不到"):
        Stationery(nothing, SETTINGS).template("notice")


@pytest.mark.parametrize(
    ("grid", "title"), [("7", "第07网格"), ("112", "第112网格"), ("东/区", "东_区"), ("", "未分网格")]
)
def test_grid_titles(grid: str, title: str) -> None:
    assert grid_title(grid) == title


def test_what_is_not_of_a_grid_is_one_file() -> None:
    records = {"compounds": [{"compound": name, "property_company": ""} for name in ("乙小区", "甲小区")]}
    files = printed(issue(results([], records=records), [], SETTINGS, DAY).papers)
    assert [file.path for file in files] == ["打印/安全防疫告知书/全社区_安全防疫告知书_2份.docx"]


def test_cards_stand_four_on_a_sheet_in_the_order_of_their_numbers() -> None:
    cars = [{**CAR, "plate": f"{'鲁E' if number else '苏A'}1234{number}"} for number in range(5)]
    papers = issue(results([], records={"passes": cars}), [], SETTINGS, DAY).papers
    (file,) = printed(papers)
    text = str(body_text(file.data))
    assert len(Document(BytesIO(file.data)).sections) == 2
    assert file.path == "打印/车辆出入证/全社区_车辆出入证_5份.docx"
    assert [text.count(paper.number) for paper in papers] == [1] * 5
    colours = [node.get(W + "fill") for node in Document(BytesIO(file.data)).element.body.iter(W + "shd")]
    assert colours == ["FFF2CC"] + ["E2F0D9"] * 4 + ["FFFFFF"]


def test_papers_of_an_earlier_day_are_found_where_they_were_published() -> None:
    (file, *_) = printed(signed_papers(several(3)))
    where = earlier_placements(file.papers, DAY + timedelta(days=1), lambda _: {file.path: frozenset({"ab12"})})
    assert where == {
        paper.number: Placement(f"../{DAY.isoformat()}/{file.path}", place, "ab12")
        for place, paper in enumerate(file.papers, 1)
    }
