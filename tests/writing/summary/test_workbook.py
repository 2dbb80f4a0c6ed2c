"""The consolidated workbook: its sheets, real numbers and dates, every row's source, nothing that runs."""

from __future__ import annotations

import io
from datetime import datetime

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.writing import made_results as made

from fournets.model import FileRead, Finding, Results, Scope, Table
from fournets.writing.lookups import Lookups
from fournets.writing.summary.lists import own_columns
from fournets.writing.summary.workbook import summary_workbook
from fournets.writing.workbooks.new_workbook import display_width

SHEETS = [
    *("总览", "四张网", "分网格", "分小区", "返回人员", "隔离台账", "漏户清单", "名单比对", "冲突与疑问"),
    *("收表情况", "数据来源"),
]


def opened(results: Results | None = None, reads: list[tuple[object, FileRead]] | None = None) -> Workbook:
    _, data = summary_workbook(Lookups(results or made.results()), made.settings(), made.accounts(), reads or [])  # type: ignore[arg-type]
    return load_workbook(io.BytesIO(data))


def table(sheet: Worksheet, heading: int = 3) -> list[dict[str, object]]:
    titles = [cell.value for cell in sheet[heading]]
    return [
        dict(zip(titles, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=heading + 1)
        if any(cell.value is not None for cell in row)
    ]


def test_the_sheets_stand_in_their_order() -> None:
    name, _ = summary_workbook(Lookups(made.results()), made.settings(), made.accounts())
    assert name == "汇总_2020-02-09.xlsx"
    assert opened().sheetnames == SHEETS


def test_every_sheet_prints_on_a4_with_its_heading_repeated() -> None:
    for sheet in opened().worksheets:
        assert sheet.page_setup.paperSize == 9 and sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.title == "总览" or sheet.print_title_rows


def test_numbers_dates_and_identity_numbers_are_what_they_look_like() -> None:
    (row,) = table(opened()["隔离台账"])
    assert row["返回日期"] == datetime(2020, 1, 25) and row["应解除日期"] == datetime(2020, 2, 8)
    assert row["身份证号"] == made.ID_LI and row["联系电话"] == "13805460001"
    assert (row["状态"], row["类别"], row["保证书签收"]) == ("到期待解除", "武汉", "否")
    assert (row["来源文件"], row["工作表"], row["行"]) == ("第12网格/returnees.xlsx", "Sheet1", 4)


def test_nought_and_not_reported_differ() -> None:
    rows = {row["项目"]: row for row in table(opened()["四张网"])}
    assert rows["消毒面积"]["累计"] == "未报" and rows["消毒面积"]["今日"] == "—"
    assert [row["累计"] for title, row in rows.items() if "放行" in str(title)] == [0]


def test_numbers_lead_to_the_rows_behind_them() -> None:
    sheet = opened()["四张网"]
    links = {cell.value: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links["返回人员"] == "'返回人员'!A1"


def test_missed_doors_name_who_lives_there_and_who_walks() -> None:
    rows = table(opened()["漏户清单"])
    assert [(row["住址"], row["排查情况"], row["网格员"]) for row in rows] == [
        ("惠泽小区3号楼2单元502室", "无人应答", "周敏"),
        ("惠泽小区3号楼2单元601室", "未上门", "周敏"),
    ]


def test_a_list_comes_back_with_its_own_columns_in_their_order_and_ours_behind() -> None:
    theirs = Table(
        "dispatch",
        "Sheet1",
        [4, 9],
        ["A", "A"],
        {},
        {"phone": "B", "name": "D"},
        ("航班日期", "手机号码", "备注", "人员姓名", "未填的列"),
        Scope(),
    )
    sheet = opened(reads=[(made.source("街道下发/名单.xlsx"), FileRead(tables=[theirs]))])["名单比对"]
    titles = [cell.value for cell in sheet[3]]
    assert titles[:5] == ["航班日期", "手机号码", "备注（街道）", "人员姓名", "未填的列"]
    assert titles[-7:] == ["比对结果", "依据", "核查人", "核查时间", "名单文件", "工作表", "行"]
    rows = table(sheet)
    assert rows[0]["手机号码"] == "138****0001" and rows[0]["备注（街道）"] == "'=HYPERLINK(1)"
    assert [row["比对结果"] for row in rows] == ["已在管理", "待核实"]


def test_lists_without_their_tables_fall_back_on_the_forms_order() -> None:
    assert list(own_columns([{"phone": "1", "name": "李"}], [{"备注": "急"}], [])) == ["name", "phone", "备注"]


def test_notes_of_one_kind_about_one_sheet_are_told_once() -> None:
    cell = {"form": "returnees", "file": "甲.xlsx", "sheet": "S", "column": "C", "params": {"written": "1"}}
    findings = [Finding("phone_length", row=row, **cell) for row in (4, 5)]  # type: ignore[arg-type]
    rows = table(opened(made.results(findings=findings))["冲突与疑问"])
    assert [(row["程度"], row["行"]) for row in rows] == [("请核对", 4), ("请核对", 5)]


def test_notes_about_no_sheet_are_all_told() -> None:
    places = ({"building": f"惠泽小区{number}号楼", "count": "1"} for number in (17, 18))
    findings = [Finding("building_without_grid", "grids", params=words) for words in places]
    assert len(table(opened(made.results(findings=findings))["冲突与疑问"])) == 2


def test_a_fever_stands_above_every_remark_on_a_grid() -> None:
    at = {"file": "甲.xlsx", "sheet": "S"}
    where = {"written": "13", "where": "惠泽小区3号楼", "registered": "12"}
    fever = {"name": "王芳", "day": "2月8日", "reading": "38.0℃"}
    findings = [
        *(Finding("grid_disagrees", **at, row=row, column="B", field="grid", grid="1", params=where) for row in (4, 5)),
        Finding("released_without_date", **at, row=9, grid="20", params={"name": "王芳"}),
        Finding("fever_without_referral", **at, row=9, grid="30", params=fever),
    ]
    whole = opened(made.results(findings=findings))
    assert [row["网格"] for row in table(whole["冲突与疑问"])] == ["第30网格", "第20网格", "第1网格", "第1网格"]
    told = [
        "|".join(str(cell) for cell in row if cell is not None) for row in whole["总览"].iter_rows(values_only=True)
    ]
    assert any("发热、没有转诊记录的|1|" in line for line in told)


def test_grids_that_sent_nothing_come_first() -> None:
    rows = table(opened()["收表情况"])
    assert [row["报送情况"] for row in rows[:2]] == ["未报", "已报"]


def test_a_desk_without_anything_still_gives_a_workbook() -> None:
    linked = made.linked(
        records={},
        people=made.linked().people.iloc[:0],
        links=made.linked().links.iloc[:0],
        households=made.linked().households.iloc[:0],
        pairs=made.linked().pairs.iloc[:0],
        grid_of={},
    )
    whole = made.results()
    empty = {name: getattr(whole, name).iloc[:0] for name in ("cases", "coverage", "dispatch", "tallies", "deliveries")}
    _, data = summary_workbook(Lookups(made.results(linked=linked, findings=[], **empty)), made.settings(), [])
    assert load_workbook(io.BytesIO(data)).sheetnames == SHEETS


def test_the_same_results_are_the_same_bytes() -> None:
    assert summary_workbook(Lookups(made.results()), made.settings(), made.accounts()) == summary_workbook(
        Lookups(made.results()), made.settings(), made.accounts()
    )


def test_paper_shows_the_whole_sentence_below_a_title_and_every_row() -> None:
    for sheet in opened().worksheets[1:]:
        printed = sheet[sheet.print_area.rpartition("!")[2].replace("$", "")]
        wide = sum(sheet.column_dimensions[cell.column_letter].width or 8.43 for cell in printed[0])
        assert wide >= display_width(sheet["A2"].value), sheet.title
        assert len(printed) >= sheet.max_row, sheet.title


def test_files_that_were_held_back_are_told_first() -> None:
    column = [cell.value for cell in opened()["收表情况"]["A"]]
    assert column.index("退回") < column.index("收下")
