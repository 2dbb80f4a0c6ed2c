"""Times, plates, temperatures, answers, quantities and places."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.values import answers, places, plates, quantities, shifts, temperatures, times

KEY_AREAS = ("温州", "信阳")


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("8点半", "08:30"),
        ("次日6:00", "06:00"),
        ("第二天早6点", "06:00"),
        ("8:30", "08:30"),
        ("8：05", "08:05"),
        ("14点", "14:00"),
        ("下午3点", "15:00"),
        ("下午2点10分", "14:10"),
        ("晚上8点一刻", "20:15"),
        (0.354166667, "08:30"),
        (time(20, 0), "20:00"),
        (datetime(2020, 2, 8, 9, 5), "09:05"),
        ("2020-02-08 09:05", "09:05"),
        ("2月8日9:05", "09:05"),
        ("0830", "08:30"),
        ("", ""),
    ],
)
def test_a_time(cell, moment: str) -> None:
    parsed = times.parse_time(cell)
    assert (parsed.value, parsed.problems) == (moment, ())


@given(st.times())
def test_every_minute_comes_back(moment: time) -> None:
    written = moment.strftime("%H:%M")
    assert times.parse_time(written).value == written
    assert times.parse_time((moment.hour * 60 + moment.minute) / 1440 or "00:00").value == written


@pytest.mark.parametrize("cell", ["25:00", "上班后", "8:75"])
def test_no_time(cell) -> None:
    assert times.parse_time(cell).problems[0].code == "time_unreadable"


@pytest.mark.parametrize(
    ("written", "plate"),
    [
        ("鲁E·A12B3", "鲁EA12B3"),
        ("鲁e a12b3", "鲁EA12B3"),
        ("E12345", "鲁E12345"),
        ("鲁EDA1234", "鲁EDA1234"),
        ("豫S88888", "豫S88888"),
        ("外地", ""),
        ("", ""),
    ],
)
def test_a_plate(written: str, plate: str) -> None:
    parsed = plates.parse_plate(written, "鲁")
    assert (parsed.value, parsed.problems) == (plate, ())


def test_no_plate() -> None:
    assert plates.parse_plate("鲁E123", "鲁").problems[0].code == "plate_unreadable"
    assert plates.parse_plate("鲁EI2O45", "鲁").problems[0].code == "plate_unreadable"


@pytest.mark.parametrize(
    ("cell", "readings"),
    [
        (36.5, ("36.5",)),
        ("36.5℃", ("36.5",)),
        ("36。5", ("36.5",)),
        ("36，5", ("36.5",)),
        ("36度5", ("36.5",)),
        ("三十六度五", ("36.5",)),
        (365, ("36.5",)),
        (37, ("37.0",)),
        ("36.5/36.7", ("36.5", "36.7")),
        ("正常", ("normal",)),
        ("未测", ("not_taken",)),
        ("", ()),
    ],
)
def test_a_temperature(cell, readings: tuple[str, ...]) -> None:
    parsed = temperatures.parse_temperatures(cell)
    assert (parsed.value, parsed.problems) == (readings, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [("发烧", "temperature_unreadable"), (26.5, "temperature_implausible"), (3.65, "temperature_implausible")],
)
def test_no_temperature(cell, code: str) -> None:
    assert temperatures.parse_temperatures(cell).problems[0].code == code


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("是", "yes"), ("√", "yes"), ("有", "yes"), ("已签", "yes"), ("已解除", "yes"), ("1", "yes"), (date(2020, 2, 8), "yes"),
        ("2月8日", "yes"), ("是（已签）", "yes"), ("否", "no"), ("×", "no"), ("没有", "no"), ("未签", "no"), ("未", "no"), ("0", "no"),
        ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_yes_or_no(cell, answer: str) -> None:
    parsed = answers.parse_yes_no(cell)
    assert (parsed.value, parsed.problems) == (answer, ())


def test_an_unclear_answer_is_asked() -> None:
    assert answers.parse_yes_no("可能吧").problems[0].code == "answer_unreadable"


def test_an_answer_keeps_its_words() -> None:
    assert answers.parse_answer("无").value == "no"
    assert answers.parse_answer("正常", symptoms=True).value == "no"
    assert answers.parse_answer("正常").value == "正常"
    assert answers.parse_answer("有，武汉亲戚").value == "有，武汉亲戚"


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        ("slot", "上午", "morning"), ("slot", "晚", "evening"), ("slot", "复测", "recheck"), ("slot", "中午", "noon"),
        ("service", "代购", "shopping"), ("service", "清运垃圾", "rubbish"), ("service", "心理疏导", "comfort"),
        ("volunteer_kind", "双报到党员", "party"), ("volunteer_kind", "离退休党员", "party"), ("volunteer_kind", "群众", "resident"),
        ("material", "公告", "announcement"), ("material", "宣传知识", "leaflet"), ("material", "倡议书(微信)", "wechat"),
        ("material", "标语横幅", "banner"), ("visit_status", "已入户", "checked"), ("visit_status", "无人应答", "no_answer"),
        ("visit_status", "空户", "empty"), ("visit_status", "拒访", "refused"), ("visit_status", "租户", "checked"),
        ("visit_status", "601没人住", "empty"), ("visit_status", "电话", "checked"), ("method", "电话", "phone"),
        ("gate_result", "劝返", "turned_back"), ("gate_result", "放行", "admitted"), ("decision", "不确定", "unsure"),
        ("decision", "是", "yes"), ("decision", "否", "no"), ("gender", "男", "male"), ("gender", "女", "female"),
    ],
)  # fmt: skip
def test_a_choice(kind: str, written: str, value: str) -> None:
    assert answers.parse_choice(kind, written).value == value


@pytest.mark.parametrize(
    ("kind", "written", "value", "codes"),
    [
        ("service", "代购药品、清运垃圾", "shopping", ["several_kinds"]),
        ("service", "清运垃圾和心理疏导", "rubbish", ["several_kinds"]),
        ("service", "代购米、面、菜", "shopping", []),
        ("service", "清运垃圾（含菜叶）", "rubbish", []),
        ("material", "公告、横幅", "announcement", ["several_kinds"]),
        ("material", "宣传单、明白纸", "leaflet", []),
    ],
)
def test_two_kinds_in_a_cell_are_asked_about(kind: str, written: str, value: str, codes: list[str]) -> None:
    parsed = answers.parse_choice(kind, written)
    assert (parsed.value, [problem.code for problem in parsed.problems]) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("83余份", "83"), ("约300", "300"), ("1000余次", "1000"), ("31条", "31"), ("2000万", "20000000"), ("1.2万", "12000"),
        ("3人", "3"), ("2大1小", "3"), ("三人", "3"), (5, "5"), (5.0, "5"), ("无", "0"), ("0", "0"),
        ("", ""), ("1,645份", "1645"),
    ],
)  # fmt: skip
def test_a_count(cell, count: str) -> None:
    parsed = quantities.parse_count(cell)
    assert (parsed.value, parsed.problems) == (count, ())


def test_no_count_is_never_zero() -> None:
    assert quantities.parse_count("若干").problems[0].code == "count_unreadable"


def test_areas() -> None:
    assert quantities.parse_area("400万㎡").value == "4000000"
    assert quantities.parse_area("1.2万平").value == "12000"
    assert quantities.parse_area("1.2", quantities.unit_factor("消毒面积（万㎡）")).value == "12000"
    assert quantities.parse_area("2000平方米", 10_000).value == "2000"


@pytest.mark.parametrize(
    ("place", "category"),
    [
        ("武汉", "wuhan"), ("途经武汉", "wuhan"), ("湖北孝感", "hubei"), ("黄冈", "hubei"), ("浙江温州", "key_area"),
        ("信阳", "key_area"), ("杭州", "other_province"), ("北京朝阳", "other_province"), ("济南", "in_province"),
        ("山东省淄博市", "in_province"), ("湖北籍", ""), ("未到过湖北", ""), ("", ""), ("老家", ""),
    ],
)  # fmt: skip
def test_the_category_of_a_place(place: str, category: str) -> None:
    assert places.category_of(place, KEY_AREAS, "山东省") == category


def test_the_most_severe_of_several() -> None:
    assert places.category_of("北京、武汉", KEY_AREAS, "山东省") == "wuhan"
    assert places.most_severe(["", "in_province", "hubei"]) == "hubei"


@pytest.mark.parametrize(
    ("written", "more"),
    [
        ("已入户", False),
        ("无人应答", False),
        ("空户", False),
        ("邻居反映没人住", False),
        ("已电话联系", False),
        ("", False),
        ("人在老家未返回", True),
        ("已联系，人在武汉", True),
    ],
)
def test_words_beyond_a_choice(written: str, more: bool) -> None:
    assert answers.says_more("visit_status", written) == more


@pytest.mark.parametrize(("written", "kind", "value"), [
    ("第二次", "slot", "evening"), ("二次", "slot", "recheck"), ("午检", "slot", "noon"), ("没让进", "gate_result", "turned_back"),
    ("可以进", "gate_result", "admitted"), ("宣传彩页", "material", "leaflet"), ("说不准", "decision", "unsure"),
])  # fmt: skip
def test_choices_in_the_words_of_guards_and_grid_workers(written: str, kind: str, value: str) -> None:
    assert answers.parse_choice(kind, written).value == value


@pytest.mark.parametrize("written", ["解除", "签了", "签字"])
def test_what_was_done_is_a_yes(written: str) -> None:
    assert answers.parse_yes_no(written).value == "yes"


def test_a_car_for_a_journey_is_written_as_plates_are_and_trains_as_they_stand() -> None:
    written = {
        "鲁E·A12B3": "鲁EA12B3",
        "鄂a 12345": "鄂A12345",
        "g1234": "g1234",
        "CZ3456": "CZ3456",
        "E12345": "E12345",
    }
    assert {text: plates.parse_trip(text).value for text in written} == written


def test_shifts_and_posts_name_nothing_else() -> None:
    assert all(
        map(
            shifts.is_shift,
            ("上午", "夜班", "白班(8:00-20:00)", "14时-20时", "20:00-次日8:00", "早8点-晚8点", "8-14点"),
        )
    )
    assert not any(map(shifts.is_shift, ("班次", "上午体温", "2月8日", "2-8", "1.25-2.8", "8:00", "白班张三")))
    assert all(map(shifts.is_post, ("东门", "3号门", "惠泽小区东门劝返点", "北卡口")))
    assert not any(map(shifts.is_post, ("岗位", "卡口", "劝返点", "东门大街12号", "质检", "上门", "车间")))


def test_a_second_reading_in_brackets_is_asked_about_and_the_first_one_counts() -> None:
    parsed = temperatures.parse_temperatures("37.3（复测36.8）")
    assert parsed.value == ("37.3",) and [problem.code for problem in parsed.problems] == ["several_temperatures"]
    assert (
        not temperatures.parse_temperatures("36.5（正常）").problems
        and not temperatures.parse_temperatures("（36.5）").problems
    )
