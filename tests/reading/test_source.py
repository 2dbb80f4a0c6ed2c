"""One file: its sheets, their accounts, and what is held."""

from __future__ import annotations

import pytest
from tests.reading.sheets import DAY, read, sheet

from fournets.catalogue.findings import FINDINGS, message
from fournets.catalogue.forms import FORMS
from fournets.model import Severity
from fournets.reading import source
from fournets.reading.context import ReadingContext
from fournets.reading.recognising.agreement import Look
from fournets.reading.recognising.recognise import Recognised, tied
from fournets.reading.source import read_sheets

HEAD = ["姓名", "联系电话", "来源地", "返回日期"]


def test_a_workbook_without_a_form_is_held() -> None:
    assert read(["会议通知"], ["明天上午九点开会"]).held == "no_form"


def test_an_empty_workbook_is_held_as_empty() -> None:
    assert read().held == "blank_workbook"


def test_a_header_without_rows_is_a_zero_report() -> None:
    found = read(HEAD)
    assert (found.held, found.sheets[0].forms, found.sheets[0].records) == ("", ["returnees"], 0)


@pytest.mark.parametrize("word", ["无", "零报告", "今日无返回人员"])
def test_a_word_for_nothing_is_a_zero_report(word: str) -> None:
    found = read(HEAD, [word])
    assert (found.held, found.sheets[0].records, found.sheets[0].note) == ("", 0, 1)


def test_making_ready_changes_no_reading() -> None:
    rows = [HEAD, ["张三", "13854600001", "武汉", "2月1日"]]
    before = read(*rows)
    source.make_ready()
    assert read(*rows) == before
    assert read(*source._MADE_UP).sheets[0].records == 1


def test_a_sheet_that_is_no_form_is_notes() -> None:
    sheets = [sheet(HEAD, ["张三", None, "武汉", "2月1日"]), sheet(["填表说明"], ["每日报送"], name="说明")]
    found = read_sheets(sheets, "返乡.xlsx", ReadingContext(DAY))
    assert [(account.forms, account.note) for account in found.sheets] == [(["returnees"], 0), ([], 2)]


def test_where_a_sheet_was_not_read_that_is_the_reason() -> None:
    """The sheet that could not be read may have been the form."""
    broken = sheet(name="返乡")
    broken.unread = "cut_off"
    assert read_sheets([sheet(["填表说明"], name="说明"), broken], "返乡.xls", ReadingContext(DAY)).held == "cut_off"


def test_a_returned_copy_names_its_original() -> None:
    note = sheet(["回执编号：" + "0a" * 32], ["姓名", "联系电话", "现住址"], name="处理说明")
    found = read_sheets([note, sheet(HEAD, ["张三", None, "武汉", "2月1日"])], "回执/返乡.xlsx", ReadingContext(DAY))
    assert found.answers_hash == "0a" * 32
    assert found.sheets[0].forms == []


def test_two_forms_that_fit_equally_are_asked_about_and_not_used(monkeypatch) -> None:
    monkeypatch.setattr(source, "tied", lambda _: True)
    found = read([*HEAD, "隔离开始日期", "预计解除日期"], ["张三", None, "武汉", "2月1日", "2月1日", "2月15日"])
    (doubt,) = found.findings
    assert (doubt.code, doubt.row) == ("ambiguous_form", 1)
    assert set(doubt.params) == {"first", "second"}
    assert (found.tables, found.sheets[0].forms, found.sheets[0].held, found.held) == ([], [], 1, "")


def test_two_readings_are_tied_by_their_scores() -> None:
    look = Look({}, ReadingContext(day=DAY))
    readings = [Recognised(FORMS[name], {}, score, look) for name, score in (("returnees", 5.0), ("quarantine", 4.95))]
    assert tied(readings)
    assert not tied([readings[0], Recognised(FORMS["quarantine"], {}, 4.0, look)])


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    found = read(
        HEAD,
        ["张三", None, "武汉", "2月1日"],
        ["李四", None, "济南", "2月1日"],
        hidden_rows=frozenset({2}),
        hidden_columns=frozenset({2}),
    )
    assert found.sheets[0].records == 2
    assert [finding.code for finding in found.findings] == ["hidden_rows", "hidden_columns"]


def test_control_characters_are_left_out_and_told_and_rare_characters_survive() -> None:
    found = read(HEAD, ["张\x00三", None, "武\ud800汉", "2月1日"], ["\ue000䶮𬭸", None, "济南", "2月1日"])
    assert found.tables[0].columns["name"] == ["张三", "\ue000䶮𬭸"]
    assert found.tables[0].columns["from_place"][0] == "武汉"
    assert [finding.code for finding in found.findings] == ["odd_characters", "odd_characters"]


def test_a_heading_known_by_likeness_is_told_with_the_line_for_the_configuration() -> None:
    found = read(["姓明", *HEAD[1:]], ["张三", None, "武汉", "2月1日"])
    (note,) = found.findings
    assert (note.code, note.column) == ("heading_by_likeness", "A")
    assert "returnees: {name: [姓明]}" in message(note)


def test_the_offices_own_headings_are_sure() -> None:
    own = {"returnees": {"from_place": ("打哪儿来的",)}}
    found = read(["姓名", "打哪儿来的", "返回日期"], ["张三", "武汉", "2月1日"], headings=own)
    assert found.findings == []
    assert found.tables[0].columns["from_place"] == ["武汉"]


def test_a_number_in_a_text_file_may_have_lost_its_zero() -> None:
    rows = (HEAD, ["张三", None, "武汉", "2.1"])
    assert [finding.code for finding in read(*rows, name="返乡.csv").findings] == ["date_ambiguous"]
    assert read(*rows, name="返乡.xlsx").tables[0].columns["arrive_date"] == ["2020-02-01"]


def test_a_date_that_cannot_be_read_is_not_the_sheets_date_instead() -> None:
    found = read(["2月8日排查表"], ["姓名", "现住址", "排查日期", "入户情况"], ["张三", "3-2-501", "2月30日", "已入户"])
    assert found.tables[0].columns["date"] == [""]


def test_every_code_of_a_note_is_a_note() -> None:
    for code in ("heading_by_likeness", "hidden_sheet", "hidden_rows", "hidden_columns", "odd_characters"):
        assert FINDINGS[code].severity is Severity.NOTE
