"""Every paper stays on its page, with its stub, for plain and for extreme records."""

from __future__ import annotations

import pytest
from tests.writing.invented import CASE, DAY, PERSON, ROOT, results, settings

from fournets.catalogue.documents import DOCUMENTS
from fournets.model import Results
from fournets.reconciling.papers import issue
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.printing import print_files

pytestmark = pytest.mark.desk
LONGEST = {
    **PERSON,
    "person_id": "P000002",
    "name": "阿卜杜热合曼·买买提明·阿卜杜克热木·吐尔逊江·艾合买提江·努尔买买提",
    "compound": "胜利街道惠泽花园家属院东区二期",
    "building": "12",
    "flat": "2501",
    "phones": "13800000001;13900000002;05468300003",
}
UNKNOWN = {
    **PERSON,
    **dict.fromkeys(("id_number", "phones", "gender", "age", "compound", "building", "entrance", "flat"), ""),
}
LAST_LINES = {"notice": "签收人", "pledge": "见证人"}


def three_records() -> Results:
    people = [PERSON, LONGEST, {**UNKNOWN, "person_id": "P000003", "name": "无名氏"}]
    people += [{**LONGEST, "person_id": f"P00000{number}", "name": f"王小{number}"} for number in (4, 5, 6)]
    origins = {"P000002": "途经湖北省武汉市江汉区后又在河南省信阳市停留三日", "P000003": ""}
    cases = [
        {
            **CASE,
            "case_id": f"C{number}",
            "person_id": f"P00000{number}",
            "from_place": origins.get(f"P00000{number}", "武汉"),
        }
        for number in (1, 2, 3)
    ]
    travel = [{"person_id": "P000002", "transport": "自驾", "trip_number": "鄂A12345", "registered_residence": ""}]
    return results(cases, people, {"returnees": travel})


@pytest.mark.parametrize("kind", [document.kind for document in DOCUMENTS if document.kind in LAST_LINES])
def test_one_page_each(kind: str, pages) -> None:
    papers = [paper for paper in issue(three_records(), [], settings(), DAY).papers if paper.kind == kind]
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    (file,) = print_files(papers, stationery)
    texts = pages(file.data)
    assert len(texts) == len(papers) == 3
    for text, paper in zip(texts, file.papers, strict=True):
        assert paper.number in text.replace(" ", "")
        assert LAST_LINES[kind] in text.strip().splitlines()[-1]


def test_cards_keep_to_their_sheet(pages) -> None:
    place = {part: LONGEST[part] for part in ("compound", "building", "entrance", "flat", "grid")}
    car = {**place, "name": "阿卜杜热合曼·买买提明·阿卜杜克热木", "phone": "13800000001;05468300003"}
    car |= {"pass_number": "", "issued_date": "", "valid_until": ""}
    cars = [{**car, "plate": f"鲁ED1234{number}"} for number in range(5)]
    papers = issue(results([], records={"passes": cars}), [], settings(), DAY).papers
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    (file,) = print_files(papers, stationery)
    assert [text.count("过期作废") for text in pages(file.data)] == [4, 1]


def test_a_gate_list_of_several_pages_repeats_its_headings_and_names_gate_and_page(pages) -> None:
    place = {part: LONGEST[part] for part in ("compound", "building", "entrance", "flat", "grid")}
    car = {**place, "name": "王芳", "phone": "13800000001", "issued_date": "2020-01-20", "valid_until": "2020-02-05"}
    cars = [{**car, "plate": f"鲁E{number:05d}", "pass_number": f"{number}"} for number in range(60)]
    gates = [
        {"checkpoint": f"惠泽花园{side}门", "compound": LONGEST["compound"], "property_company": ""} for side in "东西"
    ]
    compounds = [{"compound": LONGEST["compound"], "property_company": "", "manager": "", "phone": ""}]
    day = results([], records={"passes": cars, "checkpoints": gates, "compounds": compounds})
    papers = [paper for paper in issue(day, [], settings(), DAY).papers if paper.kind == "gate_list"]
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    (file,) = print_files(papers, stationery)
    texts = [text.replace(" ", "") for text in pages(file.data)]
    feet = [text.strip().splitlines()[-1].replace("\u3000", "") for text in texts]
    assert feet == [f"惠泽花园{side}门门岗名单2020年2月9日—{page}—" for side in "东西" for page in (1, 2)]
    assert ["车牌" in text and "到期日" in text for text in texts] == [True] * 4
    assert sum(text.count("鲁E000") for text in texts) == 2 * 60


def test_no_telephone_number_is_broken_over_two_lines(pages) -> None:
    stationery = Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())
    for paper in issue(three_records(), [], settings(), DAY).papers:
        if paper.person_id == "P000002" and paper.kind in ("notice", "pledge", "temperature_sheet"):
            (text,) = pages(stationery.one(paper))
            assert all(number in text for number in LONGEST["phones"].split(";"))
