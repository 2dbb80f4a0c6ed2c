"""One file a person with a case, one a household: everything known that day, with its sources."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from tests.writing.invented import CASE, DAY, FACTS, PERSON, ROOT, frame, results, settings
from tests.writing.papers.test_daily_report import placed
from tests.writing.word_pages import body_text

from fournets.catalogue.forms import FORMS
from fournets.model import Finding, Results
from fournets.reconciling.papers import issue
from fournets.writing.lookups import Lookups
from fournets.writing.papers.documents import Stationery
from fournets.writing.papers.dossiers import Dossier, dossiers

WHO = {"person_id": PERSON["person_id"], "name": PERSON["name"]}
CHILD = {**PERSON, "person_id": "P000002", "name": "王小明"}


def stationery() -> Stationery:
    return Stationery(lambda name: (ROOT / "templates" / "documents" / name).read_bytes(), settings())


def records(form: str, *rows: dict[str, str]) -> list[dict[str, object]]:
    return placed([{**dict.fromkeys(FORMS[form].fields, ""), **WHO, **row} for row in rows])


def a_day(readings: int = 5) -> Results:
    temperatures = [
        {"date": f"2020-02-0{number}", "slot": slot, "temperature": f"36.{number}"}
        for number in range(1, readings + 1)
        for slot in ("morning", "evening")
    ]
    made = results(
        records={
            "temperatures": records(
                "temperatures", *temperatures, {"date": "2020-02-10", "slot": "morning", "temperature": "39.9"}
            ),
            "screening": records(
                "screening", {"date": "2020-02-08", "method": "visit", "visit_status": "checked", "worker": "赵敏"}
            ),
            "errands": records("errands", {"date": "2020-02-09", "service": "shopping", "items": "蔬菜", "times": ""}),
            "fever": records(
                "fever", {"date": "2020-02-09", "first_reading": "37.5", "outcome": "居家观察", "receiver": "许文静"}
            ),
        }
    )
    told = {"file": "返乡.xlsx", "sheet": "表", "row": "3", "current": "yes", "person_id": PERSON["person_id"]}
    made.linked.facts = frame(
        [
            {**told, "field": "name", "value": "王芳"},
            {**told, "field": "phones", "value": "13900000009", "current": "no", "row": "9"},
            {**told, "field": "phones", "value": "139****0009", "current": "no"},
        ],
        FACTS,
    )
    made.findings = [Finding("phone_length", params={"written": "1380"}, person_id=PERSON["person_id"])]
    made.papers = tuple(issue(made, [], settings(), DAY).papers)
    return made


def the_only(made: Results) -> Dossier:
    (dossier,) = dossiers(Lookups(made), stationery())
    return dossier


def test_path_number_and_placement() -> None:
    dossier = the_only(a_day())
    assert dossier.path == "档案/第12网格/王芳_P000001.docx"
    assert dossier.number == "胜景档〔2020〕1号"
    assert (dossier.placement.file, dossier.placement.position) == (dossier.path, 1)


@pytest.mark.parametrize(
    "told",
    [
        "('王芳',), ('返乡.xlsx 表 第3行',)",
        "13900000009（另有一说）",
        "2月8日到达，隔离14天，至2月22日24时",
        "待告知",
        "('2020-02-01',), ('36.1',), ('36.1',)",
        "('2020-02-08',), ('排查入户',), ('已排查',), ('赵敏',)",
        "('2020-02-09',), ('发热转诊',), ('37.5℃ 居家观察',), ('许文静',)",
        "('2020-02-09',), ('代购',), ('蔬菜',), ('1',)",
        "胜景隔告〔2020〕1号",
        "电话“1380”位数不对",
    ],
)
def test_what_is_known_is_told(told: str) -> None:
    assert told in str(body_text(the_only(a_day()).data))


@pytest.mark.parametrize("hidden", ["39.9", "139****0009"])
def test_what_came_later_or_says_nothing_is_left_out(hidden: str) -> None:
    assert hidden not in str(body_text(the_only(a_day()).data))


def test_temperatures_are_drawn_when_there_are_enough() -> None:
    for readings, charts in ((5, 1), (1, 0)):
        with zipfile.ZipFile(BytesIO(the_only(a_day(readings)).data)) as archive:
            assert sum(name.startswith("word/charts/chart") for name in archive.namelist()) == charts


def test_the_day_s_case_counts_and_the_number_stays() -> None:
    made = a_day()
    made.cases = frame([{**CASE, "status": "released", "released_date": "2020-02-09"}])
    dossier = the_only(made)
    assert dossier.number == "胜景档〔2020〕1号"
    assert "实际解除：2020年2月9日" in str(body_text(dossier.data))


def test_a_person_without_a_case_any_more_has_no_file() -> None:
    made = a_day()
    made.papers = tuple(replace(paper, person_id="P000099") for paper in made.papers)
    assert list(dossiers(Lookups(made), stationery())) == []


def family() -> Results:
    made = results(people=[PERSON, CHILD], records={"screening": records("screening", {"date": "2020-02-08"})})
    made.papers = tuple(issue(made, [], settings(), DAY).papers)
    return made


def test_a_household_of_several_has_a_file_that_says_who_lives_there_and_how_we_know() -> None:
    made = family()
    _, household = dossiers(Lookups(made), stationery())
    assert household.path == "档案/第12网格/户_惠泽小区3号楼2单元501室.docx"
    assert household.number == "胜景档〔2020〕2号"
    text = str(body_text(household.data))
    for told in (
        "2人",
        "'王芳',",
        "'待告知',",
        "'王小明',",
        "'同住',",
        "居民底册",
        "2020-02-08",
        "('王芳',), ('胜景隔告〔2020〕1号',)",
    ):
        assert told in text


def test_a_household_without_a_case_any_more_has_no_file() -> None:
    made = family()
    made.cases = made.cases.assign(person_id="P000099")
    assert list(dossiers(Lookups(made), stationery())) == []
