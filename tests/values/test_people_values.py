"""Names, ID numbers and telephone numbers: no digit is guessed, none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fournets.model import Parsed
from fournets.values.identity import (
    check_digit,
    damaged_prefix,
    is_valid_id,
    matches_masked,
    parse_id_number,
    seen_of_damaged,
    seen_of_last_digits,
    sex,
)
from fournets.values.names import (
    is_masked_name,
    matches_masked_name,
    name_key,
    name_of_sheet,
    parse_body,
    parse_name,
    parse_names,
    parse_person,
    phone_in_person,
)
from fournets.values.phones import matches_masked_phone, parse_phones

VALID = "370599" + "19850312" + "011" + check_digit("37059919850312011")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张　三", "张三"),
        ("张三(户主)", "张三"),
        (" 李四 ", "李四"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("John Smith", "John Smith"),
        ("王䶮", "王䶮"),
        ("无", ""),
        ("空户", ""),
        (None, ""),
    ],
)
def test_a_name(written, name: str) -> None:
    parsed = parse_name(written)
    assert (parsed.value, parsed.problems) == (name, ())


@pytest.mark.parametrize("written", ["张三、李四", "张三 李四", "张三/李四", "张三\n李四"])
def test_several_names_in_a_cell(written: str) -> None:
    assert [problem.code for problem in parse_name(written).problems] == ["several_names"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("张建国、李红梅", ("张建国", "李红梅")),
        ("张建国(组长) 李红梅\n王小明", ("张建国", "李红梅", "王小明")),
        ("张　三", ("张三",)),
        ("休息", ()),
        ("志愿者3人", ()),
    ],
)
def test_the_names_of_a_cell_one_by_one(written: str, names: tuple[str, ...]) -> None:
    assert parse_names(written).value == names


@pytest.mark.parametrize("written", ["13954600001", "2020-02-08", "???"])
def test_no_name(written: str) -> None:
    assert [problem.code for problem in parse_name(written).problems] == ["name_unreadable"]


def test_who_did_it_with_a_phone() -> None:
    assert parse_person("李四 13800000000").value == "李四"
    assert parse_person("李四(网格员)").value == "李四"
    assert phone_in_person("李四 13800000000") == "13800000000"
    assert phone_in_person("李军/13800000008、0546-8321456") == "13800000008/0546-8321456"
    assert name_key("阿依·古丽") == name_key("阿依古丽")


def test_the_standard_check_digit() -> None:
    """The example of GB 11643-1999's algorithm: remainders 0–10 map to 1 0 X 9 8 7 6 5 4 3 2."""
    assert check_digit("11010519491231002") == "X"
    assert is_valid_id(VALID)
    assert sex(VALID) == "male"


@given(st.dates(min_value=__import__("datetime").date(1900, 1, 1)), st.integers(0, 999))
def test_a_valid_number_survives_its_spellings(born, sequence: int) -> None:
    if born.year > 2099:
        return
    first = f"370599{born:%Y%m%d}{sequence:03d}"
    number = first + check_digit(first)
    for spelling in (
        number,
        number.lower(),
        f"'{number}",
        f" {number[:6]} {number[6:14]} {number[14:]} ",
        number + "　",
    ):
        assert parse_id_number(spelling) == parse_id_number(number)
        assert parse_id_number(spelling).value == number


def test_fifteen_digits_become_eighteen() -> None:
    assert parse_id_number("370599850312011").value == VALID


@pytest.mark.parametrize("cell", [3.70599198503120e17, 370599198503120000, "3.70599E+17"])
def test_a_damaged_number_is_never_completed(cell) -> None:
    parsed = parse_id_number(cell)
    assert (parsed.value, [problem.code for problem in parsed.problems]) == ("", ["id_damaged"])
    assert VALID.startswith(damaged_prefix(cell)[:6])


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (3.70599198503120e17, "370599198503120***"),
        (float("370599198503120514"), "37059919850312****"),
        ("3.7059919850312E+17", "37059919850312****"),
        ("3.70599E+17", ""),
        (13905460001.0, ""),
        (VALID, ""),
    ],
)
def test_what_is_left_of_a_damaged_number(cell, seen: str) -> None:
    assert seen_of_damaged(cell) == seen


@pytest.mark.parametrize(("written", "seen"), [("12011X", "************12011X"), ("0113", "**************0113")])
def test_the_last_digits_alone(written: str, seen: str) -> None:
    assert seen_of_last_digits(written) == seen
    assert not any(map(seen_of_last_digits, (VALID, "E12345678", "13905460001", "", "12345")))


@pytest.mark.parametrize("written", ["张*", "张**", "张某", "张XX", "张xx", "张×", "张○○"])
def test_a_name_that_is_not_written_out(written: str) -> None:
    assert parse_name(written) == Parsed(written)
    assert is_masked_name(written)
    assert matches_masked_name(written, "张三丰")
    assert not matches_masked_name(written, "李三丰")


@pytest.mark.parametrize("written", ["张三", "王小明A", "Max", "张"])
def test_a_name_that_is_written_out(written: str) -> None:
    assert not is_masked_name(written)
    assert matches_masked_name(written, written)


def test_a_wrong_number_stays_as_written_and_is_said() -> None:
    wrong = VALID[:-1] + ("0" if VALID[-1] != "0" else "1")
    parsed = parse_id_number(wrong)
    assert (parsed.value, [problem.code for problem in parsed.problems]) == (wrong, ["id_checksum"])
    assert [problem.code for problem in parse_id_number(VALID[:-2]).problems] == ["id_unreadable"]


@pytest.mark.parametrize("written", ["无", "", None, "E12345678", "护照G1234567", "3705**********1234"])
def test_other_papers_and_masks_are_no_mistakes(written) -> None:
    assert parse_id_number(written).problems == ()


def test_masks() -> None:
    assert matches_masked(VALID[:4] + "*" * 10 + VALID[-4:], VALID)
    assert not matches_masked("3705**********0000", VALID)
    assert matches_masked_phone("139****0001", "13954600001")
    assert not matches_masked_phone("138****0001", "13954600001")


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("139 5460 0001", "13954600001"),
        ("139-5460-0001", "13954600001"),
        (13954600001, "13954600001"),
        (13954600001.0, "13954600001"),
        ("+8613954600001", "13954600001"),
        ("13954600001/13954600002", "13954600001;13954600002"),
        ("13954600001\n8331234", "13954600001;05468331234"),
        ("0546-8331234", "05468331234"),
        ("139****0001", "139****0001"),
        ("无", ""),
        (None, ""),
    ],
)
def test_telephone_numbers(cell, numbers: str) -> None:
    parsed = parse_phones(cell, "0546")
    assert (parsed.value, parsed.problems) == (numbers, ())


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [("63951234", "037963951234"), ("0379-63951234", "037963951234"), (37963951234, "037963951234"), ("8331234", "")],
)
def test_landlines_of_a_city_with_eight_digits(cell, numbers: str) -> None:
    assert parse_phones(cell, "0379", (8,)).value == numbers


@pytest.mark.parametrize("cell", ["无", "/", "暂无物业", "无党支部", ""])
def test_a_body_that_is_none(cell: str) -> None:
    assert parse_body(cell).value == ""
    assert parse_body("无锡物业").value == "无锡物业"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1395460000", "phone_length"),
        ("139546000011", "phone_length"),
        ("1.38E+10", "phone_damaged"),
        ("王", "phone_length"),
    ],
)
def test_a_wrong_number_is_said(cell, code: str) -> None:
    parsed = parse_phones(cell)
    assert (parsed.value, [problem.code for problem in parsed.problems]) == ("", [code])


def test_a_sheet_may_be_called_after_a_person() -> None:
    assert name_of_sheet("张建国") == "张建国" and name_of_sheet("欧阳娜娜") == "欧阳娜娜"
    assert not any(map(name_of_sheet, ("温度", "白班", "3号楼", "高层楼", "汇总表", "第一周")))
