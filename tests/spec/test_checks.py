"""What sheets contradict: for every check one desk on which it speaks and one, all but the same, on which it is silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from tests.reconciling.drawn import DAY
from tests.spec.drawn_desk import LI, WANG, ZHAO, DrawnDesk, desk_with, found, paper, registered_desk

from fournets.catalogue.checks import CHECKS
from fournets.catalogue.findings import CHECKS as WORDED
from fournets.catalogue.findings import message
from fournets.model import Finding
from fournets.reconciling.checks.all import RUN, check_all


@dataclass(frozen=True)
class Drawn:
    """A desk for a check; `row` and `field` are where it is to speak."""

    desk: Callable[[], DrawnDesk]
    row: int = 3
    field: str = ""


def sheets(**forms: str) -> Callable[[], DrawnDesk]:
    return lambda: desk_with(**forms)


def returnee(line: str, columns: str = "from_place | arrive_date") -> str:
    return f"name | id_number | phone | address | {columns}\n王建国 | {WANG} | 13905460001 | 惠泽小区3-2-501 | {line}"


def ledger(line: str, columns: str) -> str:
    return (
        f"name | id_number | address | start_date | {columns}\n王建国 | {WANG} | 惠泽小区3-2-501 | 2020-02-01 | {line}"
    )


def living_at(*places: str) -> str:
    """People whom nobody gave a grid; the register of grids has buildings 1 to 9."""
    lines = (f"吴{place} | 1390546{7000 + number} | 惠泽小区{place}" for number, place in enumerate(places))
    return "\n".join(("name | phone | address", *lines))


FROM_WUHAN = returnee("武汉 | 2020-02-01")


def fevers(reading: str, *, slot: str = "morning", more: str = "", referral: str = "") -> Callable[[], DrawnDesk]:
    text = f"name | id_number | date | slot | temperature\n王建国 | {WANG} | 2020-02-08 | {slot} | {reading}{more}"
    fever = f"name | id_number | date | first_reading\n李志强 | {LI} | 2020-02-08 | 38.0{referral}"
    return sheets(temperatures=text, fever=fever)


def gate(day: str, name: str = "王建国", plate: str = "", result: str = "admitted") -> str:
    return f"""
        checkpoint   | date  | time  | name   | phone       | plate   | result
        惠泽小区东门 | {day} | 08:00 | {name} | 13905460001 | {plate} | {result}
    """


def readings(value: Callable[[int, str], str]) -> str:
    lines = [
        f"王建国 | {WANG} | {date(2020, 2, 2) + timedelta(days=offset)} | {slot} | {value(offset, slot)}"
        for offset in range(7)
        for slot in ("morning", "evening")
    ]
    return "\n".join(("name | id_number | date | slot | temperature", *lines))


def varied(offset: int, slot: str) -> str:
    return f"36.{4 + (offset + (slot == 'evening')) % 4}"


def with_receipt(number: str) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = desk_with(returnees=FROM_WUHAN)
        desk.identifiers.papers.append(paper("notice", "胜景隔告〔2020〕1号", desk.case(), DAY))
        desk.add("签收表.xlsx", receipts=f"number | signed_date\n{number} | 2020-02-09")
        return desk

    return draw


def with_total(written: float) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = desk_with(
            disinfection="""
            date       | compound | place  | area_m2
            2020-02-08 | 惠泽小区 | 大门口 | 1200
            2020-02-08 | 惠泽小区 | 楼道   | 800
        """
        )
        desk.total(5, 3, 4, area_m2=written)
        return desk

    return draw


def reporting(*, sent: bool) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = registered_desk()
        desk.add("第12网格.xlsx", screening="name | address | date | visit_status")
        desk.titled("第12网格入户摸排表", "2020-02-09" if sent else "2020-02-08")
        desk.add("第13网格.xlsx", screening="name | grid | date | visit_status\n赵海涛 | 13 | 2020-02-09 | checked")
        return desk

    return draw


def duty(second_in: str) -> str:
    return f"""
        date       | post   | shift | name   | sign_in     | sign_out
        2020-02-08 | 东门   | 白班  | 孙志远 | 08:00       | 14:00
        2020-02-08 | 西门   | 夜班  | 孙志远 | {second_in} | 20:00
    """


def register(*phones: str) -> Callable[[], DrawnDesk]:
    lines = [f"人员{'甲乙丙丁'[number]} | {phone} | 康乐小区1-1-{number + 1}01" for number, phone in enumerate(phones)]
    return sheets(households="\n".join(("name | phone | address", *lines)))


def companions(names: str) -> Callable[[], DrawnDesk]:
    child = "name | address\n王小明 | 惠泽小区3号楼2单元501"
    return sheets(
        households=child, returnees=returnee(f"武汉 | 2020-02-01 | {names}", "from_place | arrive_date | companions")
    )


def housemate(post_day: str) -> Callable[[], DrawnDesk]:
    return sheets(
        households="name | phone | address\n刘芳 | 13905461111 | 惠泽小区3号楼2单元501",
        returnees=FROM_WUHAN,
        volunteers="name | phone | kind\n刘芳 | 13905461111 | party",
        duty=f"date | post | name | shift\n{post_day} | 东门 | 刘芳 | 白班",
    )


FLAT = "惠泽小区3号楼2单元501"
WIFE = f"name | phone | address\n刘芳 | 13905461111 | {FLAT}"
OF_LI = f"name | id_number | date | slot | temperature\n李志强 | {LI} | 2020-02-08 | morning | 36.4"


def visit(day: str, more: str = "") -> str:
    return f"name | phone | address | date | visit_status\n王建国 | 13905460001 | {FLAT} | {day} | checked{more}"


def in_two_grids(grid: str) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = registered_desk()
        for name, own in (("一.xlsx", "12"), ("二.xlsx", grid)):
            desk.add(name, returnees=returnee(f"武汉 | 2020-02-01 | {own}", "from_place | arrive_date | grid"))
        return desk

    return draw


def two_lists(place: str, sheet: str) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = registered_desk()
        desk.add("一.xlsx", returnees=returnee("武汉 | 2020-02-01"))
        desk.add("二.xlsx", sheet=sheet, returnees=returnee(f"{place} | 2020-02-01"))
        return desk

    return draw


def answered(number: str) -> Callable[[], DrawnDesk]:
    return sheets(
        returnees=FROM_WUHAN,
        review=f"pair_id | decision | decided_by\n{number} | no | 周敏",
    )


def claimed(title: str) -> Callable[[], DrawnDesk]:
    def draw() -> DrawnDesk:
        desk = desk_with(returnees=f"name | id_number | arrive_date\n王建国 | {WANG} | 2020-02-01")
        desk.titled(title)
        return desk

    return draw


def visited(strangers: int) -> Callable[[], DrawnDesk]:
    lines = [f"人员 | 惠泽小区8-1-{flat}01 | 2020-02-06 | checked" for flat in range(1, strangers + 1)]
    return sheets(screening="\n".join(("name | address | date | visit_status", *lines)))


TEMPERATURES_OF_WANG = {"quarantine": ledger("no", "released"), "returnees": FROM_WUHAN}
VOLUNTEER = "name | phone | kind\n孙志远 | 13905462222 | party"
PASS = "name | phone | plate | address\n{} | {} | 鲁EA1234 | {}"
CASES: dict[str, tuple[Drawn, Drawn]] = {
    "origin_missing": (
        Drawn(sheets(returnees=returnee("老家 | 2020-02-01")), 3, "from_place"),
        Drawn(sheets(returnees=returnee("济南 | 2020-02-01"))),
    ),
    "arrival_missing": (
        Drawn(sheets(returnees=returnee("武汉 |")), 3, "arrive_date"),
        Drawn(sheets(returnees=returnee("武汉 |"), quarantine=ledger("no", "released"))),
    ),
    "two_arrivals": (
        Drawn(
            sheets(returnees=FROM_WUHAN + f"\n王建国 | {WANG} | 13905460001 | 惠泽小区3-2-501 | 武汉 | 2020-02-03"),
            3,
            "arrive_date",
        ),
        Drawn(sheets(returnees=FROM_WUHAN, quarantine=ledger("no", "released"))),
    ),
    "two_origins": (
        Drawn(
            sheets(returnees=FROM_WUHAN + f"\n王建国 | {WANG} | 13905460001 | 惠泽小区3-2-501 | 济南 | 2020-02-02"),
            4,
            "from_place",
        ),
        Drawn(sheets(returnees=FROM_WUHAN + f"\n王建国 | {WANG} | 13905460001 | 惠泽小区3-2-501 | 汉口 | 2020-02-02")),
    ),
    "origin_overruled": (
        Drawn(two_lists("济南", "街道"), 3, "from_place"),
        Drawn(two_lists("济南", "Sheet1")),
    ),
    "review_unknown": (
        Drawn(answered("H000001-000999-abcd"), 3, "pair_id"),
        Drawn(answered("H000001-000002-abcd")),
    ),
    "left_after_arrival": (
        Drawn(
            sheets(returnees=returnee("武汉 | 2020-02-03 | 2020-02-01", "from_place | left_date | arrive_date")),
            3,
            "left_date",
        ),
        Drawn(sheets(returnees=returnee("武汉 | 2020-02-01 | 2020-02-01", "from_place | left_date | arrive_date"))),
    ),
    "released_without_date": (
        Drawn(sheets(quarantine=ledger("yes |", "released | released_date")), 3, "released_date"),
        Drawn(sheets(quarantine=ledger("yes | 2020-02-09", "released | released_date"))),
    ),
    "released_early": (
        Drawn(sheets(quarantine=ledger("2020-02-07", "released_date")), 3, "released_date"),
        Drawn(sheets(quarantine=ledger("2020-02-16", "released_date"))),
    ),
    "release_contradicts": (
        Drawn(sheets(quarantine=ledger("no | 2020-02-08", "released | released_date")), 3, "released_date"),
        Drawn(sheets(quarantine=ledger("no | 2020-02-15", "released | released_date"))),
    ),
    "due_differs": (
        Drawn(sheets(quarantine=ledger("2020-02-14", "due_date")), 3, "due_date"),
        Drawn(sheets(quarantine=ledger("2020-02-15", "due_date"))),
    ),
    "count_changed": (
        Drawn(sheets(quarantine=ledger("因再次接触，隔离延长至2月20日", "note")), 3, "note"),
        Drawn(sheets(quarantine=ledger("无需延长至2月20日", "note"))),
    ),
    "count_unclear": (
        Drawn(sheets(quarantine=ledger("因再次接触重新计算", "note")), 3, "note"),
        Drawn(sheets(quarantine=ledger("妻子重新计算", "note"))),
    ),
    "case_without_person": (
        Drawn(sheets(returnees="name | from_place | arrive_date\n | 武汉 | 2020-02-01"), 3, "name"),
        Drawn(sheets(returnees=FROM_WUHAN)),
    ),
    "unsigned_papers": (
        Drawn(sheets(quarantine=ledger("no | yes", "notice_signed | pledge_signed")), 3, "notice_signed"),
        Drawn(sheets(quarantine=ledger("yes | yes", "notice_signed | pledge_signed"))),
    ),
    "not_on_ledger": (
        Drawn(
            sheets(
                returnees=FROM_WUHAN,
                quarantine=f"name | id_number | address | start_date\n李志强 | {LI} | 惠泽小区3-2-502 | 2020-02-01",
            ),
            3,
            "name",
        ),
        Drawn(sheets(returnees=FROM_WUHAN)),
    ),
    "receipt_unknown": (
        Drawn(with_receipt("胜景隔告〔2020〕7号"), 3, "number"),
        Drawn(with_receipt("胜景隔告〔2020〕1号")),
    ),
    "quarantined_at_gate": (
        Drawn(sheets(returnees=FROM_WUHAN, gate=gate("2020-02-05")), 3, "name"),
        Drawn(sheets(returnees=FROM_WUHAN, gate=gate("2020-02-01"))),
    ),
    "fever_without_referral": (
        Drawn(fevers("37.3"), 3, "temperature"),
        Drawn(fevers("37.3", referral=f"\n王建国 | {WANG} | 2020-02-09 | 37.3")),
    ),
    "temperature_missing": (
        Drawn(sheets(**TEMPERATURES_OF_WANG, temperatures=readings(varied).rsplit("\n", 2)[0]), 14, "temperature"),
        Drawn(sheets(**TEMPERATURES_OF_WANG, temperatures=readings(varied))),
    ),
    "temperature_copied": (
        Drawn(sheets(**TEMPERATURES_OF_WANG, temperatures=readings(lambda *_: "36.5")), 16, "temperature"),
        Drawn(sheets(**TEMPERATURES_OF_WANG, temperatures=readings(varied))),
    ),
    "new_contact": (
        Drawn(
            sheets(
                returnees=FROM_WUHAN,
                screening="name | phone | address | date | contact\n王建国 | 13905460001 | 惠泽小区3-2-501 | 2020-02-06 | yes",
            ),
            3,
            "contact",
        ),
        Drawn(
            sheets(
                returnees=FROM_WUHAN,
                screening="name | phone | address | date | contact\n王建国 | 13905460001 | 惠泽小区3-2-501 | 2020-02-06 | 无接触史",
            )
        ),
    ),
    "companion_without_case": (Drawn(companions("王小明"), 3, "companions"), Drawn(companions("2人"))),
    "cohabitant_on_duty": (Drawn(housemate("2020-02-05"), 3, "name"), Drawn(housemate("2020-01-28"))),
    "not_in_register": (
        Drawn(
            sheets(screening="name | address | date | visit_status\n吴某 | 惠泽小区3-2-999 | 2020-02-06 | checked"),
            3,
            "flat",
        ),
        Drawn(
            sheets(screening="name | address | date | visit_status\n吴某 | 惠泽小区3-2-999 | 2020-02-06 | no_answer")
        ),
    ),
    "never_measured": (
        Drawn(sheets(returnees=FROM_WUHAN, temperatures=OF_LI), 3, "name"),
        Drawn(sheets(returnees=FROM_WUHAN, temperatures=f"{OF_LI}\n王建国 | {WANG} | 2020-02-08 | morning | 36.5")),
    ),
    "cohabitant_not_quarantined": (
        Drawn(sheets(households=WIFE, returnees=FROM_WUHAN), 3, "name"),
        Drawn(sheets(households=WIFE, returnees=FROM_WUHAN + f"\n刘芳 | | 13905461111 | {FLAT} | 武汉 | 2020-02-01")),
    ),
    "met_before_arrival": (
        Drawn(sheets(returnees=FROM_WUHAN, screening=visit("2020-01-29")), 3, "date"),
        Drawn(sheets(returnees=FROM_WUHAN, screening=visit("2020-02-01"))),
    ),
    "row_in_two_grids": (Drawn(in_two_grids("13"), 3, "name"), Drawn(in_two_grids("12"))),
    "two_communities": (Drawn(claimed("锦华社区返乡人员登记表"), 3, "name"), Drawn(claimed("胜景社区返乡人员登记表"))),
    "register_incomplete": (Drawn(visited(5), 0), Drawn(visited(4))),
    "building_without_grid": (
        Drawn(sheets(returnees=living_at("17-2-501")), 0),
        Drawn(sheets(returnees=living_at("9-2-501"))),
    ),
    "gender_contradicts": (
        Drawn(
            sheets(returnees=returnee("武汉 | 2020-02-01 | female", "from_place | arrive_date | gender")), 3, "gender"
        ),
        Drawn(sheets(returnees=returnee("武汉 | 2020-02-01 | male", "from_place | arrive_date | gender"))),
    ),
    "age_contradicts": (
        Drawn(sheets(volunteers="name | phone | birth_year\n王建国 | 13905460001 | 1956"), 3, "birth_year"),
        Drawn(sheets(volunteers="name | phone | birth_year\n王建国 | 13905460001 | 1981")),
    ),
    "phone_shared": (
        Drawn(register("13905467777", "13905467777", "13905467777"), 3, "phone"),
        Drawn(register("13905467777", "13905467777", "13905467778")),
    ),
    "pass_without_resident": (
        Drawn(sheets(passes=PASS.format("吴某", "13905466666", "惠泽小区9-1-101")), 3, "plate"),
        Drawn(sheets(passes=PASS.format("吴某", "13905466666", "惠泽小区3-2-501"))),
    ),
    "plate_admitted": (
        Drawn(sheets(gate=gate("2020-02-05", "", "鲁C12345")), 3, "plate"),
        Drawn(sheets(gate=gate("2020-02-05", "", "鲁E12345"))),
    ),
    "two_posts": (
        Drawn(sheets(volunteers=VOLUNTEER, duty=duty("12:00")), 4, "post"),
        Drawn(sheets(volunteers=VOLUNTEER, duty=duty("14:00"))),
    ),
    "wrong_total": (Drawn(with_total(2100), 5, "area_m2"), Drawn(with_total(2000))),
    "date_in_future": (
        Drawn(sheets(screening="name | address | date\n吴某 | 惠泽小区3-2-501 | 2020-02-19"), 3, "date"),
        Drawn(sheets(screening="name | address | date\n吴某 | 惠泽小区3-2-501 | 2020-02-09")),
    ),
    "nothing_sent": (Drawn(reporting(sent=False), 0, ""), Drawn(reporting(sent=True))),
}


@pytest.mark.parametrize("code", CASES)
def test_a_bad_row_is_told_where_it_stands(code: str) -> None:
    bad = CASES[code][0]
    told = found(bad.desk().day(), code)
    assert told and (told[0].row, told[0].field) == (bad.row, bad.field)
    assert "{" not in message(told[0])


@pytest.mark.parametrize("code", CASES)
def test_a_good_row_is_left_alone(code: str) -> None:
    assert not found(CASES[code][1].desk().day(), code)


def test_every_check_is_declared_worded_run_and_drawn() -> None:
    assert set(CHECKS) == set(WORDED) == set(CASES) == {check.__name__ for check in RUN}


@pytest.mark.parametrize(
    "desk",
    [
        fevers("37.2"),
        fevers("37.8", more=f"\n王建国 | {WANG} | 2020-02-08 | recheck | 36.8"),
        fevers("36.5"),
    ],
)
def test_no_fever_or_one_that_a_second_reading_refuted(desk: Callable[[], DrawnDesk]) -> None:
    assert not found(desk().day(), "fever_without_referral")


@pytest.mark.parametrize("column", ["symptoms", "note"])
def test_a_fever_in_words_counts_where_symptoms_are_asked(column: str) -> None:
    desk = desk_with(screening=f"name | phone | date | {column}\n王建国 | 13905460001 | 2020-02-08 | 发热咳嗽两天")
    assert bool(found(desk.day(), "fever_without_referral")) == (column == "symptoms")


@pytest.mark.parametrize(("written", "row"), [(True, 8), (False, 7)])
def test_a_missing_reading_is_told_where_it_would_be_written(written: bool, row: int) -> None:
    """On the row that says 未测; else on that day's other row (the evening of 4 February is missing)."""
    drawn = readings(varied).replace("2020-02-04 | evening | 36.7", "2020-02-04 | evening | ")
    lines = [line for line in drawn.split("\n") if written or "02-04 | evening" not in line]
    results = desk_with(**TEMPERATURES_OF_WANG, temperatures="\n".join(lines)).day()
    assert [one.row for one in found(results, "temperature_missing")] == [row]


def test_a_subtotal_stands_for_its_own_rows() -> None:
    desk = desk_with(
        errands="""
        date       | name | service  | times
        2020-02-07 | 王某 | shopping | 1
        2020-02-07 | 李某 | shopping | 2
        2020-02-08 | 王某 | shopping | 4
    """
    )
    desk.total(5, 3, 4, times=3)
    desk.total(7, 3, 5, times=8)
    assert [one.row for one in found(desk.day(), "wrong_total")] == [7]


def test_a_grid_that_is_not_expected_to_report_is_not_chased() -> None:
    desk = reporting(sent=False)()
    desk.settings = desk.settings.model_copy(update={"expected_forms": ()})
    assert not found(desk.day(), "nothing_sent")


def test_a_blank_signature_counts_only_where_the_sheet_asks_for_one() -> None:
    assert found(desk_with(quarantine=ledger("", "notice_signed")).day(), "unsigned_papers")
    assert not found(desk_with(quarantine=ledger("", "note")).day(), "unsigned_papers")


def test_an_arrival_in_doubt_is_asked_about_once() -> None:
    twice = FROM_WUHAN + f"\n王建国 | {WANG} | 13905460001 | 惠泽小区3-2-501 | 武汉 | 2020-02-03"
    results = desk_with(returnees=twice, quarantine=ledger("2020-02-15 | 2020-02-09", "due_date | released_date")).day()
    assert not found(results, "due_differs") and not found(results, "released_early")


def test_a_zero_report_of_another_grid_is_no_report() -> None:
    assert [one.grid for one in found(reporting(sent=False)().day(), "nothing_sent")] == ["12"]


def test_a_gate_after_the_release_is_no_contradiction() -> None:
    quarantine = f"name | id_number | start_date | released_date\n赵海涛 | {ZHAO} | 2020-01-20 | 2020-02-04"
    desk = desk_with(quarantine=quarantine, gate=gate("2020-02-05", "赵海涛").replace("13905460001", "13905460003"))
    assert not found(desk.day(), "quarantined_at_gate")


def test_flats_that_a_whole_register_lacks_are_told_one_by_one_else_the_register_is_asked_for() -> None:
    assert len(found(visited(4)().day(), "not_in_register")) == 4
    assert not found(visited(5)().day(), "not_in_register")


def test_each_building_that_no_grid_has_is_told_once_and_none_where_the_sheet_says_the_grid() -> None:
    told = found(
        desk_with(returnees=living_at("17-2-501", "17-2-502", "17-2-501", "18-1-101")).day(), "building_without_grid"
    )
    assert [(one.params["building"], one.params["count"]) for one in told] == [
        ("惠泽小区17号楼", "2"),
        ("惠泽小区18号楼", "1"),
    ]
    with_grid = "name | phone | address | grid\n吴某 | 13905467000 | 惠泽小区17-2-501 | 12"
    assert not found(desk_with(returnees=with_grid).day(), "building_without_grid")


def test_housemates_are_left_alone_where_the_office_leaves_them_off_the_ledger() -> None:
    register = [f"妻{'甲乙丙丁戊'[number]} | 康乐小区1-1-{number + 1}01" for number in range(5)]
    came = [f"夫{'甲乙丙丁戊'[number]} | 康乐小区1-1-{number + 1}01 | 武汉 | 2020-02-01" for number in range(5)]
    head = "name | address | from_place | arrive_date"
    results = desk_with(households="\n".join(("name | address", *register)), returnees="\n".join((head, *came))).day()
    assert not found(results, "cohabitant_not_quarantined")


def test_somebody_who_lives_apart_has_no_housemates_to_ask_about() -> None:
    columns = "from_place | arrive_date | note"
    desk = desk_with(households=WIFE, returnees=returnee("武汉 | 2020-02-01 | 独居，家人已搬出", columns))
    assert not found(desk.day(), "cohabitant_not_quarantined")


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        ("method", "phone"),
        ("people_count", "3"),
    ],
)
def test_a_visit_that_may_have_met_others_says_nothing_of_him(columns: str, line: str) -> None:
    text = visit("2020-01-29").replace("visit_status", f"visit_status | {columns}") + f" | {line}"
    assert not found(desk_with(returnees=FROM_WUHAN, screening=text).day(), "met_before_arrival")


def test_a_temperature_before_the_arrival() -> None:
    text = f"name | id_number | date | slot | temperature\n王建国 | {WANG} | 2020-01-30 | morning | 36.5"
    desk = desk_with(returnees=FROM_WUHAN, temperatures=text)
    assert [one.form for one in found(desk.day(), "met_before_arrival")] == ["temperatures"]


def test_somebody_who_left_again_may_have_been_met_before() -> None:
    back = returnee("武汉 | 2020-01-31 | 2020-02-01", "from_place | left_date | arrive_date")
    assert not found(desk_with(returnees=back, screening=visit("2020-01-29")).day(), "met_before_arrival")


def test_our_own_people_in_most_of_a_list_are_no_other_communitys() -> None:
    names = [f"人员{'甲乙丙丁戊'[number]} | 1390546700{number} | 康乐小区1-1-{number + 1}01" for number in range(5)]
    desk = desk_with(
        households="\n".join(("name | phone | address", *names)),
        returnees="\n".join(("name | phone | address | from_place", *(f"{line} | 武汉" for line in names))),
    )
    desk.titled("锦华社区返乡人员登记表")
    assert not found(desk.day(), "two_communities")


def test_a_column_of_the_list_says_which_community_claims_somebody() -> None:
    head = "name | id_number | address | extra"
    desk = desk_with(
        dispatch=f'{head}\n王建国 | {WANG} | | {{"所属社区": "锦华社区"}}\n李志强 | {LI} | | {{"所属社区": "胜景"}}'
    )
    assert [one.row for one in found(desk.day(), "two_communities")] == [3]


def test_one_name_at_two_posts_at_night() -> None:
    turns = "2020-02-08 | 东门 | 夜班 | 孙某 | 20:00 | 02:00\n2020-02-08 | 西门 | 夜班 | 孙某 | 22:00 | 04:00"
    head = "date | post | shift | name | sign_in | sign_out"
    assert len(found(desk_with(duty=f"{head}\n{turns}").day(), "two_posts")) == 1
    both = "name | phone | kind\n孙某 | 13905462222 | party\n孙某 | 13905463333 | party"
    assert not found(desk_with(duty=f"{head}\n{turns}", volunteers=both).day(), "two_posts")


@pytest.mark.parametrize(("cell", "is_told"), [('"年龄": "40"', False), ('"年龄": "70岁"', True),
    ('"出生日期": "1980-01-01"', False), ('"出生年月": "1981.1"', True)])  # fmt: skip
def test_age_and_birth_beside_the_number(cell: str, is_told: bool) -> None:
    desk = desk_with(returnees=returnee(f"武汉 | 2020-02-01 | {{{cell}}}", "from_place | arrive_date | extra"))
    assert bool(found(desk.day(), "age_contradicts")) == is_told


def test_a_cell_that_gives_several_records_is_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [Finding("date_in_future", row=row, column="B", params={"written": "2020-02-19"}) for row in (3, 3, 4)]
    monkeypatch.setattr("fournets.reconciling.checks.all.RUN", (lambda _: iter(told),))
    assert check_all(None) == [told[0], told[2]]  # type: ignore[arg-type]
