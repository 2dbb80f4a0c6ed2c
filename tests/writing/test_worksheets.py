"""What a grid worker takes along."""

from __future__ import annotations

import io
from dataclasses import replace

from openpyxl import load_workbook
from tests.writing import made_results as made

from fournets.model import Finding, Results
from fournets.writing.data_files import COVERAGE
from fournets.writing.lookups import Lookups
from fournets.writing.worksheets import TO_HAND_IN, worksheets


def lines(results: Results, name: str = "工作单/第12网格_周敏.xlsx") -> list[str]:
    sheet = load_workbook(io.BytesIO(dict(worksheets(Lookups(results)))[name])).worksheets[0]
    return ["|".join(str(cell) for cell in row if cell not in (None, "")) for row in sheet.iter_rows(values_only=True)]


def with_case(**case: str) -> Results:
    results = made.results()
    results.cases = results.cases.assign(**case)
    return results


def test_one_file_a_grid_named_so_that_they_sort() -> None:
    assert [name for name, _ in worksheets(Lookups(made.results()))] == [
        "工作单/第12网格_周敏.xlsx",
        "工作单/第13网格_孙丽.xlsx",
        "工作单/未分网格.xlsx",
    ]


def test_a_period_that_is_over_says_what_its_release_lacks() -> None:
    text = "\n".join(lines(made.results()))
    assert "2月8日24时期满；还缺：2月8日晚上体温未报" in text
    assert "体温还没有报" not in text


def test_papers_to_sign_and_temperatures_to_take() -> None:
    text = "\n".join(lines(with_case(status="in_quarantine", due_date="2020-02-10")))
    assert "惠泽小区3号楼2单元501室|李建国|13805460001|保证书未签" in text
    assert "上午、下午体温" in text


def test_a_reading_that_was_taken_is_not_asked_for() -> None:
    results = with_case(status="in_quarantine", due_date="2020-02-10")
    results.linked.records["temperatures"] = made.records(
        "temperatures",
        {"person_id": "P000001", "date": "2020-02-09", "slot": "morning", "temperature": "36.5"},
        {"person_id": "P000001", "date": "2020-02-08", "slot": "evening", "temperature": "36.5"},
    )
    assert any(line.endswith("|下午体温") for line in lines(results))


def test_doors_to_knock_on_again_and_doors_never_knocked_on() -> None:
    text = "\n".join(lines(made.results()))
    assert "惠泽小区3号楼2单元502室|王芳|13805460002|2月8日无人应答" in text
    assert "还没有上过门（1 户）" in text and "惠泽小区3号楼2单元601室|赵强" in text


def test_a_grid_where_nobody_has_been_is_told_building_by_building() -> None:
    doors = [
        {**made.at(str(flat), building), "status": "never_visited"} for building in "34" for flat in range(101, 160)
    ]
    text = lines(made.results(coverage=made.frame(COVERAGE, *doors)))
    assert "1|惠泽小区3号楼|59 户|2单元59户（101—159）" in text
    assert len(text) < 40


def test_findings_of_the_grid_are_asked() -> None:
    assert any("returnees.xlsx C4" in line and "校验位" in line for line in lines(made.results()))


def test_a_question_about_a_sheet_stands_below_words_of_its_own() -> None:
    text = lines(made.results())
    start = next(place for place, line in enumerate(text) if line.endswith("表里要请您说清楚的地方"))
    assert text[start + 1] == "文件和格子|姓名或表名|工作表|哪里不对、怎么办|结果（填写）"
    assert text[start + 2].startswith("1|returnees.xlsx C4|返回人员登记表|Sheet1|")


def test_a_worker_is_told_to_hand_in_what_others_are_told_to_chase() -> None:
    words = {"grid": "13", "day": "2020年2月9日", "title": "入户摸排表"}
    chased = Finding("nothing_sent", "screening", grid="13", params=words)
    text = lines(made.results(findings=[chased]), "工作单/第13网格_孙丽.xlsx")
    assert [line for line in text if line.startswith("1|")] == [f"1|《入户摸排表》|{TO_HAND_IN}"]
    assert not any("催" in line for line in text)


def test_without_a_grid_there_is_a_sheet_only_where_something_is_to_be_done() -> None:
    done = made.frame(COVERAGE, {**made.at("701"), "grid": "", "status": "checked", "visits": "1"})
    nobody = made.results(coverage=done)
    nobody.dispatch = nobody.dispatch.iloc[:0]
    assert "工作单/未分网格.xlsx" not in dict(worksheets(Lookups(nobody)))
    assert "工作单/未分网格.xlsx" in dict(worksheets(Lookups(made.results(coverage=done))))


def test_what_the_desk_settles_is_not_asked_at_the_door() -> None:
    words = {"phone": "13800000001", "count": "3", "addresses": "惠泽小区1-1-101"}
    found = [Finding("phone_shared", "households", "底册.xlsx", "Sheet1", 4, "C", "phone", "12", params=words)]
    found += [Finding("id_wrong_digit", "passes", "出入证.xlsx", "Sheet1", 5, "C", "id_number", "12")]
    text = lines(replace(made.results(), findings=found))
    assert not any("底册.xlsx" in line or "出入证.xlsx" in line for line in text)


def test_nothing_to_do_is_said() -> None:
    results = made.results()
    results.deliveries = results.deliveries.assign(status="zero")
    assert "今天没有要办的事。" in lines(results, "工作单/第13网格_孙丽.xlsx")


def test_the_same_results_are_the_same_bytes() -> None:
    assert list(worksheets(Lookups(made.results()))) == list(worksheets(Lookups(made.results())))
