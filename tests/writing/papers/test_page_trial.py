"""Templates tried on an ordinary and a longest record: what is said about the pages they come to."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm
from tests.writing.invented import ROOT, settings

from fournets.catalogue.documents import DOCUMENTS
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.page_trial import LONGEST, ORDINARY, Trial, first_page_trials, judged, page_trials


@pytest.fixture(scope="module")
def trials() -> list[Trial]:
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    return list(page_trials(stationery, settings()))


def text(trial: Trial) -> str:
    page = Document(BytesIO(trial.data)).element.body
    return "".join(page.itertext())


def test_every_kind_with_a_number_of_pages_is_tried_with_both_records(trials: list[Trial]) -> None:
    kinds = [document for document in DOCUMENTS if document.pages]
    assert {"notice", "pledge", "temperature_sheet", "release", "safety_notice", "pass"} <= {
        each.kind for each in kinds
    }
    assert [(trial.template, trial.record) for trial in trials] == [
        (document.template, record) for document in kinds for record in (ORDINARY, LONGEST)
    ]


def test_the_longest_record_has_a_long_name_three_telephones_and_housemates(trials: list[Trial]) -> None:
    (notice,) = [trial for trial in trials if trial.template == "隔离告知书.docx" and trial.record == LONGEST]
    said = text(notice)
    assert all(part in said for part in ("努尔买买提", "13900000002", "欧阳春晓", "家属院东区二期"))
    assert "370599" not in said


def test_cards_fill_their_sheet_and_may_grow(trials: list[Trial]) -> None:
    (card, _) = [trial for trial in trials if trial.template == "车辆出入证.docx"]
    table = Document(BytesIO(card.data)).tables[0]
    assert [[cell.text.count("鲁E12345") for cell in row.cells] for row in table.rows] == [[1, 1], [1, 1]]
    assert {str(row.height_rule) for row in table.rows} == {"AT_LEAST (1)"}
    section = Document(BytesIO(card.data)).sections[0]
    room = section.page_height - section.top_margin - section.bottom_margin - sum(row.height for row in table.rows)
    assert 0 < room / Mm(1) < 10


def test_a_card_says_where_to_stamp_it_on_a_line_that_no_long_name_breaks(trials: list[Trial]) -> None:
    (card, _) = [trial for trial in trials if trial.template == "车辆出入证.docx"]
    cells = [cell for row in Document(BytesIO(card.data)).tables[0].rows for cell in row.cells]
    seal = settings().office.seal
    assert all(
        [line.text for line in cell.paragraphs if seal in line.text or "盖章" in line.text] == [seal, "（盖章）"]
        for cell in cells
    )


def pages_of(trials: list[Trial], **longest: int) -> list[int]:
    return [longest.get(trial.template.removesuffix(".docx"), 1) if trial.record == LONGEST else 1 for trial in trials]


def test_all_is_well(trials: list[Trial]) -> None:
    faults, remarks = judged(trials, pages_of(trials))
    assert faults == []
    assert "《隔离告知书.docx》不会超页：平常的一份1页，内容最多的一份1页。" in remarks


def test_a_stub_may_go_overleaf_but_nothing_else(trials: list[Trial]) -> None:
    faults, remarks = judged(trials, pages_of(trials, 隔离告知书=2, 保证书=2))
    (fault,) = faults
    assert "《保证书.docx》" in fault
    assert "2页" in fault
    assert "《隔离告知书.docx》不会超页：平常的一份1页，内容最多的一份2页。" in remarks


def test_pages_that_could_not_be_counted_are_not_passed_for_counted(trials: list[Trial]) -> None:
    faults, remarks = judged(trials, pages_of(trials, 解除隔离告知书=0))
    assert faults == []
    assert any("《解除隔离告知书.docx》这次没能" in remark for remark in remarks)


def test_the_worst_day_fills_the_page_to_start_from() -> None:
    template = (ROOT / "templates" / "reports" / "先看这里.docx").read_bytes()
    ordinary, worst = first_page_trials(settings(), template)
    assert (ordinary.most, worst.most) == (1, 1)
    assert all(re.search(cut, text(worst)) for cut in (r"另有\d+个，见该文件夹", r"另有\d+处", r"另有\d+个网格"))
    assert "另有" not in text(ordinary)
