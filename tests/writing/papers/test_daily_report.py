"""The daily report says the day's numbers in sentences, with charts that Word can edit."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import load_workbook
from tests.writing.invented import CASE, DAY, PERSON, ROOT, TALLIES, frame, results, settings
from tests.writing.word_pages import body_text, drawn, part

from fournets.model import Results
from fournets.writing.lookups import Lookups
from fournets.writing.papers.daily_report import daily_report
from fournets.writing.word.faults import TemplateFault

SHIPPED = (ROOT / "templates" / "reports" / "日报.docx").read_bytes()
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DOORS = ("grid", "status")
ARTICLE = {
    "grids": "36",
    "grid_workers": "36",
    "branches": "7",
    "property_companies": "15",
    "compounds": "16",
    "checkpoints": "17",
    "volunteers_party": "145",
    "volunteers_resident": "52",
    "people_on_duty": "184",
    "disinfected_m2": "4000000",
    "disinfection_person_times": "1800",
    "publicity_squads": "7",
    "announcements": "83",
    "leaflets": "1645",
    "wechat_proposals": "1000",
    "banners": "31",
    "shopping_errands": "300",
    "rubbish_collections": "350",
}


def placed(rows: list[dict[str, str]]) -> list[dict[str, object]]:
    return [{"file": "a.xlsx", "sheet": "s", "row": number, "column": "A", **row} for number, row in enumerate(rows, 2)]


def day_of_the_article(period: str = "cumulative") -> Results:
    born = [1950 + number % 20 for number in range(20)] + [1990] * 4
    squad = [
        {"name": f"队员{number}", "person_id": f"V{number}", "squad": "惠泽老党员先锋队", "birth_year": str(year)}
        for number, year in enumerate(born)
    ]
    young = [
        {"name": f"甲{number}", "person_id": f"Y{number}", "squad": "代办队", "birth_year": "1988"}
        for number in range(3)
    ]
    groups = [
        {"group": "党员群", "members": "208", "purpose": ""},
        {"group": "爱连万家", "members": "493", "purpose": ""},
    ]
    made = results(records={"volunteers": placed(squad + young), "groups": placed(groups)})
    made.tallies = frame(
        [
            {"tally": name, "group": "community", "group_value": "", "period": period, "value": value}
            for name, value in ARTICLE.items()
        ],
        TALLIES,
    )
    made.deliveries = frame(
        [{"grid": "3", "worker": "", "phone": "", "form": "screening", "status": "missing", "files": ""}]
    )
    made.coverage = frame(
        [{"compound": "甲", "building": "1", "entrance": "", "flat": "101", "grid": "3", "status": "checked"}]
    )
    return made


def said(made: Results, template: bytes = SHIPPED) -> str:
    _, data = daily_report(Lookups(made), settings(), template)
    return "\n".join(line for line in body_text(data) if isinstance(line, str))


@pytest.mark.parametrize("period", ["cumulative", "current"])
@pytest.mark.parametrize(
    "sentence",
    [
        "划分网格36个，由36名网格员会同15家物业公司，对16个小区逐户排查",
        "7个居民党支部，145名党员、52名居民志愿者参加防控；累计184人上岗值守",
        "设劝返点17个",
        "累计消毒400万平方米、投入1800人次",
        "7支宣传小分队由网格员带队，累计张贴公告83份、发放宣传知识1645份、推送微信倡议书1000次、悬挂标语横幅31条",
        "累计代购300次、清运垃圾350次",
        "党员群（208人）、爱连万家（493人）等微信群",
        "惠泽老党员先锋队24人（50后、60后20人，90后4人），代办队3人（80后3人）",
        "还有1个网格没有报表：第3网格",
        "截至当日16:00",
        "严防新型冠状病毒肺炎",
    ],
)
def test_numbers_of_the_day_in_sentences(sentence: str, period: str) -> None:
    assert sentence in said(day_of_the_article(period))


def test_what_nobody_reported_is_not_nought() -> None:
    text = said(day_of_the_article())
    assert "心理疏导未报" in text
    assert "未报次" not in text


def test_nought_is_said_as_nought() -> None:
    made = day_of_the_article()
    made.tallies.loc[len(made.tallies)] = ["fever_readings", "community", "", "today", "0"]
    assert "发热0人次" in said(made)


def test_charts_carry_their_numbers_and_a_workbook() -> None:
    _, data = daily_report(Lookups(day_of_the_article()), settings(), SHIPPED)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        books = [load_workbook(BytesIO(archive.read(name))) for name in names if name.startswith("word/embeddings/")]
    charts = [name for name in names if name.startswith("word/charts/chart")]
    assert len(charts) == len(books) == 3
    values = [node.text for node in part(data, "word/charts/chart1.xml").iter(f"{CHART}v")]
    assert values[:3] == ["湖北（含武汉）", "1.27", "1.28"]
    assert books[0]["数据"].max_row == 15


def test_a_chart_of_nothing_is_left_out() -> None:
    made = day_of_the_article()
    made.cases = made.cases.iloc[:0]
    _, data = daily_report(Lookups(made), settings(), SHIPPED)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if name.startswith("word/charts/chart")] == [
            "word/charts/chart2.xml"
        ]


def test_same_results_same_bytes_and_name() -> None:
    first, second = (daily_report(Lookups(day_of_the_article()), settings(), SHIPPED) for _ in range(2))
    assert first == second
    assert first[0] == "日报_2020-02-09.docx"


def test_a_word_that_the_report_does_not_have() -> None:
    with pytest.raises(TemplateFault, match=r"日报\.docx.*累计\.代够"):
        said(day_of_the_article(), drawn("{{ 累计.代够 }}"))


def test_a_squad_of_unknown_ages_and_a_person_in_two_rows() -> None:
    rows = [{"name": "甲", "person_id": "V1", "squad": "一队", "birth_year": ""}] * 2
    made = results([CASE], [PERSON], {"volunteers": placed(rows)}, day=DAY)
    made.coverage = day_of_the_article().coverage
    made.deliveries = day_of_the_article().deliveries
    assert "一队1人。" in said(made)


def test_a_sheet_that_has_not_come_is_named_and_leaves_no_gap_in_a_sentence() -> None:
    made = results()
    made.tallies, made.coverage, made.deliveries = frame([], TALLIES), frame([], DOORS), frame([], DOORS)
    text = said(made)
    assert "未报，" not in text
    assert "还没有收到志愿者花名册和执勤签到表。" in text
    assert "不能点名未报的网格" in text
    made.tallies.loc[0] = ["checkpoints", "community", "", "current", "4"]
    assert "全社区设劝返点4个。\n" in said(made)
