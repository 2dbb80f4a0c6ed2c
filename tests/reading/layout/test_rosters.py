"""Rosters: names below shifts, days and posts are shifts of persons."""

from __future__ import annotations

from tests.reading.sheets import read

from fournets.reading.headings.spellings import Heading
from fournets.reading.layout.rosters import over_names, said_of_duty


def test_headings_of_a_roster_say_when_and_where() -> None:
    assert said_of_duty(Heading("夜班", ("2月8日",))) == {"date": "2月8日", "shift": "夜班"}
    assert said_of_duty(Heading("8:00-14:00")) == {"shift": "8:00-14:00"}
    assert said_of_duty(Heading("惠泽小区东门")) == {"post": "惠泽小区东门"}
    assert said_of_duty(Heading("带班领导", ("2月8日",))) == {}


def test_temperatures_and_ticks_are_no_names() -> None:
    assert over_names(["张建国、李红梅", "休息", "王小明"])
    assert not over_names([36.5, 36.6, 36.4])
    assert not over_names(["√", "√", "王小明"])


def test_each_name_in_a_cell_is_a_shift_of_its_own() -> None:
    found = read(
        ["岗位", "上午", "下午"], ["东门", "张建国、李红梅", "王小明"], ["西门", "孙小丽", None], name="值班.xlsx"
    )
    columns = found.tables[0].columns
    assert columns["name"] == ["张建国", "李红梅", "王小明", "孙小丽"]
    assert columns["shift"] == ["上午", "上午", "下午", "上午"]
    assert columns["post"] == ["东门", "东门", "东门", "西门"]


def test_what_is_no_name_in_a_roster_is_asked_about() -> None:
    rows = [["东门", "张建国", "李红梅"], ["西门", "王小明", "志愿者3人"], ["北门", "赵大勇", "钱多多"]]
    found = read(["岗位", "白班", "夜班"], *rows, name="值班.xlsx")
    assert [(finding.row, finding.column) for finding in found.findings if finding.code == "name_unreadable"] == [
        (3, "C")
    ]
    assert found.tables[0].columns["name"][3] == ""


def test_a_roster_of_nowhere_is_not_ours() -> None:
    assert read(["日期", "白班", "夜班"], ["2月8日", "张建国", "李红梅"], ["2月9日", "王小明", "赵大勇"]).held
