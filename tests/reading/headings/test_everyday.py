"""Headings in everyday speech: what is asked for is named as forms name it."""

from __future__ import annotations

import pytest

from fournets.catalogue.forms import FORMS
from fournets.reading.headings.everyday import person_beside_phone, said_formally
from fournets.reading.headings.spellings import IN_OTHER_WORDS, Heading, column_scores, nearly_known


@pytest.mark.parametrize(
    ("spoken", "formal"),
    [
        ("哪天解除的", "解除日期"),
        ("何时离开", "离开时间"),
        ("几点来的", "到达时间"),
        ("谁登记的", "登记人"),
        ("贴在哪", "张贴地点"),
        ("几个人", "人数"),
        ("多少户", "户数"),
        ("去过湖北没有", "是否去过湖北"),
        ("有没有接触过病人", "有无接触过病人"),
        ("怎么回来的", "返回方式"),
        ("买了什么", "购买内容"),
        ("干什么来的", "事由"),
        ("消毒日", "消毒日期"),
        ("联络电话", "联系电话"),
    ],
)
def test_a_question_becomes_the_noun_that_answers_it(spoken: str, formal: str) -> None:
    assert formal in said_formally(spoken)


@pytest.mark.parametrize("heading", ["备注", "是否", "有无", "姓名", "联系电话", "情况", "节假日", "生日"])
def test_what_is_no_question_stays_as_it_is(heading: str) -> None:
    assert said_formally(heading) == ()


@pytest.mark.parametrize(
    ("form", "heading", "field"),
    [
        ("quarantine", "哪天解除的", "released_date"),
        ("quarantine", "告知书签了没有", "notice_signed"),
        ("returnees", "3、何时到东营", "arrive_date"),
        ("returnees", "7 怎么回来的", "transport"),
        ("returnees", "去过武汉没有（如实填）", "wuhan"),
        ("screening", "家里有没有人", "visit_status"),
        ("gate", "让进没有", "result"),
        ("gate", "打哪来", "from_place"),
        ("gate", "哪个门", "checkpoint"),
        ("passes", "用到哪天", "valid_until"),
        ("disinfection", "谁喷的", "worker"),
        ("publicity", "多少份", "quantity"),
        ("publicity", "地点种类", "place_kind"),
        ("errands", "跑了几趟", "times"),
        ("duty", "几点走的", "sign_out"),
        ("households", "与户主", "relation"),
        ("review", "是不是一个人", "decision"),
        ("receipts", "送达日期", "signed_date"),
    ],
)
def test_a_heading_in_speech_announces_its_field(form: str, heading: str, field: str) -> None:
    scores = column_scores(Heading(heading), FORMS[form], {})
    assert scores[0][1].field == field


def test_what_is_said_in_speech_is_never_as_sure_as_what_is_listed() -> None:
    assert column_scores(Heading("哪天解除的"), FORMS["quarantine"], {})[0][0] <= IN_OTHER_WORDS
    assert nearly_known("哪天解除的") and not nearly_known("天气")


def test_a_person_together_with_a_telephone_and_not_the_telephone_alone() -> None:
    said = {text: person_beside_phone(text) for text in ("姓名及电话", "网格员和联系电话", "负责人及其手机号码")}
    assert said == {"姓名及电话": "姓名", "网格员和联系电话": "网格员", "负责人及其手机号码": "负责人"}
    assert not any(map(person_beside_phone, ("网格员电话", "联系电话", "网格员")))
    assert column_scores(Heading("网格员及电话"), FORMS["grids"], {})[0][1].field == "worker"
