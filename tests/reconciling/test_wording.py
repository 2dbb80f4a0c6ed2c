"""Free words that decide something."""

from __future__ import annotations

import pytest

from fournets.reconciling.wording import (
    has_fever,
    is_elsewhere,
    is_unknown_here,
    lives_at,
    measures_in_extra,
    now_at,
    of_the_person,
    origin_in_extra,
    passed_through,
    taken_away,
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("集中隔离", True),
        ("已转集中隔离点", True),
        ("指定酒店隔离", True),
        ("收治入院", True),
        ("市人民医院", True),
        ("住院治疗，2月5日出院", False),
        ("转集中隔离点后返回居家", False),
        ("送胜利医院发热门诊，排除后返回", False),
        ("胜利医院发热门诊", None),
        ("建议集中隔离", None),
        ("无需住院", None),
        ("健康监测", None),
        ("因2月8日再次接触确诊病例，重新计算", None),
        ("与确诊者有接触，居家观察", False),
        ("接触后确诊", True),
    ],
)
def test_taken_to_hospital_or_a_central_site(text: str, answer: bool | None) -> None:
    assert taken_away(text, bare=True) is answer


def test_a_hospitals_name_in_a_note_takes_nobody_there() -> None:
    assert taken_away("市人民医院") is None


@pytest.mark.parametrize(
    "text",
    [
        "人在外地，未返回",
        "未返东",
        "不在本辖区",
        "滞留湖北",
        "人在武汉",
        "不住在这里",
        "非本小区",
        "已搬走",
        "尚未返回东营",
        "还没回来",
        "不在东营",
        "外出未归",
        "在外地",
        "户在人不在",
        "已搬家至河口",
        "2月5日返回武汉",
        "在西安工作，春节未回",
        "常年在外",
        "在老家过年",
        "在国外",
        "不住这里",
        "辖区外",
        "邻居说人在外地",
        "未归",
    ],
)
def test_elsewhere(text: str) -> None:
    assert is_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "已返回",
        "在家隔离",
        "空号",
        "从外地返回",
        "未外出",
        "不在家",
        "外地人员，已登记",
        "未去过武汉",
        "湖北籍，常住东营",
        "查无此人",
        "在外地工作，2月1日返回",
        "儿子在武汉未回，本人在家",
        "一直在家未外出",
        "从武汉返回",
        "搬到本小区",
    ],
)
def test_not_said_to_be_elsewhere(text: str) -> None:
    assert not is_elsewhere(text)


def test_relatives_are_left_out_until_the_person_is_named_again() -> None:
    assert not is_elsewhere(of_the_person("儿子在武汉，未返回"))
    assert is_elsewhere(of_the_person("儿子在家，本人未返回"))


def test_what_somebody_else_reports_is_said_of_the_person() -> None:
    assert of_the_person("邻居说人在外地未回") == "人在外地未回"
    assert of_the_person("其母在济南") == ""


def test_another_compound_or_community_is_named() -> None:
    assert lives_at("居住在锦华社区") == "锦华社区"
    assert lives_at("现住我小区") == lives_at("现住父母家") == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("现住济南", "济南"),
        ("已核实，人在武汉", "武汉"),
        ("在家", ""),
        ("2月5日返回武汉", "武汉"),
        ("一直在家未外出", ""),
    ],
)
def test_where_somebody_is_now(text: str, place: str) -> None:
    assert now_at(text) == place


@pytest.mark.parametrize("text", ["发热", "低热两天", "咳嗽发热", "体温37.5发烧"])
def test_fever(text: str) -> None:
    assert has_fever(text)


@pytest.mark.parametrize("text", ["无发热", "无咳嗽、发热", "未见发热咳嗽", "已排除发热", "no", "咳嗽"])
def test_no_fever(text: str) -> None:
    assert not has_fever(text)


def test_passing_through_counts_unless_it_was_somebody_else() -> None:
    assert passed_through("火车，途经武汉") == "途经武汉"
    assert passed_through("妻子途经武汉") == ""


def test_nobody_of_that_name() -> None:
    assert is_unknown_here("查无此人") and not is_unknown_here("无人应答")


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ('{"来源地": "湖北武汉"}', ["湖北武汉"]),
        ('{"是否到过武汉": "是"}', ["是否到过武汉"]),
        ('{"是否到过武汉": "否"}', []),
        ('{"序号": "3"}', []),
        ("", []),
    ],
)
def test_origin_in_columns_of_their_own(extra: str, said: list[str]) -> None:
    assert origin_in_extra(extra) == said


def test_measure_in_a_column_of_its_own() -> None:
    assert measures_in_extra('{"隔离方式": "集中隔离", "序号": "1"}') == "集中隔离"
