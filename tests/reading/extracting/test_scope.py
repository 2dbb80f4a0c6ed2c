"""What the words around a table say about its rows, the nearest first."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reading.sheets import DAY

from fournets.catalogue.forms import FORMS
from fournets.model import Scope
from fournets.reading.context import ReadingContext
from fournets.reading.extracting.rows import TableRows
from fournets.reading.extracting.scope import fill_date_of, fill_scope, labelled, said_by
from fournets.reading.parsing import Clock

CONTEXT = ReadingContext(DAY)
CLOCK = Clock(DAY)


def said(form: str, scope: Scope, beside: str = "", fill: date | None = None) -> dict[str, str]:
    found = said_by(FORMS[form], scope, Clock(DAY, fill), CONTEXT, beside)
    return {field: value for field, value in found.items() if value}


def test_the_title_is_nearer_than_the_sheet_the_file_and_the_folder() -> None:
    whole = Scope("惠泽小区返乡人员", "康乐小区", "明月花园", ("清风苑", "安居小区"))
    for scope, compound in (
        (whole, "惠泽小区"),
        (Scope("返乡人员", *(whole.sheet, whole.stem, whole.folders)), "康乐小区"),
        (Scope("", "返乡", whole.stem, whole.folders), "明月花园"),
        (Scope("", "", "", whole.folders), "安居小区"),
    ):
        assert said("returnees", scope) == {"compound": compound}


def test_grid_and_building_may_come_from_different_words() -> None:
    assert said("households", Scope("3号楼底册", folders=("第12网格",))) == {"building": "3", "grid": "12"}


def test_several_buildings_name_none() -> None:
    assert "building" not in said("households", Scope("1号楼至5号楼底册"))
    assert "building" not in said("households", Scope("1号楼、2号楼底册"))


def test_a_neighbouring_tables_words_are_heard_last() -> None:
    assert said("returnees", Scope("", "惠泽小区"), beside="康乐小区")["compound"] == "惠泽小区"
    assert said("returnees", Scope(), beside="康乐小区")["compound"] == "康乐小区"


def test_the_fill_date_is_the_rows_day_where_the_form_has_one() -> None:
    assert said("screening", Scope(), fill=date(2020, 2, 8)) == {"date": "2020-02-08"}
    assert said("households", Scope(), fill=date(2020, 2, 8)) == {}


@pytest.mark.parametrize(
    ("texts", "footers", "scope", "day"),
    [
        (["填表日期：2020年2月7日"], [], Scope("2月1日排查表"), date(2020, 2, 7)),
        ([], ["填表人：周敏 审核人：高远 2020.2.6"], Scope(), date(2020, 2, 6)),
        (["二〇二〇年二月五日"], [], Scope("排查表", "2月4日"), date(2020, 2, 4)),
        ([], [], Scope("", "Sheet1", "2月3日排查"), date(2020, 2, 3)),
        ([], [], Scope("", "Sheet1", "排查"), None),
    ],
    ids=("label above", "signature below", "sheet name", "file name", "nowhere"),
)
def test_the_day_on_which_a_sheet_was_filled_in(texts, footers, scope: Scope, day: date | None) -> None:
    assert fill_date_of(texts, footers, scope, DAY) == day


def test_labels_above_a_table_name_the_worker_but_no_person_of_a_list() -> None:
    title = "网格员：李四 姓名：张三 联系电话：13800000001"
    assert labelled(FORMS["screening"], title, CLOCK, CONTEXT) == {"worker": "李四"}
    whose = labelled(FORMS["temperatures"], "姓名：张三 联系电话：13800000001", CLOCK, CONTEXT, person=True)
    assert whose == {"name": "张三", "phone": "13800000001"}


def test_rows_keep_what_they_say_and_what_was_doubtful_stays_empty() -> None:
    form = FORMS["screening"]
    values = {field: ["", "", ""] for field in form.fields}
    values["compound"][0] = "康乐小区"
    rows = TableRows(records=[1, 2, 3], sections={3: {"building": "5"}})
    doubtful = frozenset({(2, "date")})
    fill_scope(values, form, Scope("惠泽小区"), rows, Clock(DAY, DAY), CONTEXT, doubtful)
    assert values["compound"] == ["康乐小区", "惠泽小区", "惠泽小区"]
    assert values["building"] == ["", "", "5"]
    assert values["date"] == ["2020-02-09", "", "2020-02-09"]


def test_whoever_keeps_the_sheet_of_groups_owns_none_of_them() -> None:
    form, title = FORMS["groups"], "负责人：周敏"
    assert labelled(form, title, CLOCK, CONTEXT) == {"owner": "周敏"}
    values = {field: [""] for field in form.fields}
    fill_scope(values, form, Scope(title), TableRows(records=[1]), CLOCK, CONTEXT, frozenset())
    assert values["owner"] == [""]


def test_a_sheet_called_by_its_entrance_and_a_day_right_of_the_workers_name() -> None:
    place = said("households", Scope("", "2单元", "惠泽小区3号楼底册"))
    assert place == {"compound": "惠泽小区", "building": "3", "entrance": "2"}
    assert said("screening", Scope("3号楼入户排查表 网格员:赵敏 2020.2.8"))["worker"] == "赵敏"
    assert said("screening", Scope("网格员:赵敏 13954600011"))["worker"] == "赵敏"


def test_a_title_says_the_kind_of_volunteers_where_it_names_one() -> None:
    assert said("volunteers", Scope("党员“双报到”登记表"))["kind"] == "party"
    assert "kind" not in said("volunteers", Scope("党员群众志愿者花名册"))
