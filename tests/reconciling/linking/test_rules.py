"""Which records are one person: one rule a test."""

from __future__ import annotations

from tests.reconciling.drawn import GRIDS, Inbox, codes, person_at

from fournets.reconciling.linking.rules import MOST_NAMES

ZHANG, FATHER, SON = "370599198001010016", "370599196006060152", "370599198512120049"
REGISTER = f"""
    name | id_number | phone       | address
    张伟 | {ZHANG}   | 13805460001 | 惠泽小区3-2-501
    李娜 |           | 13805460002 | 惠泽小区3-2-501
"""


def rules(inbox: Inbox, form: str) -> list[str]:
    links = inbox.link().links
    return list(links.loc[links["form"] == form, "rule"])


def test_name_and_number() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("返乡.xlsx", returnees=f"name | id_number | phone\n张伟 | {ZHANG} | 13900000000")
    linked = inbox.link()
    assert person_at(linked, "returnees") == person_at(linked, "households", 3)
    assert rules(inbox, "returnees") == ["name_id"]


def test_name_and_one_of_several_phones() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("摸排.xlsx", screening="name | phone | address\n张伟 | 05468300001;13805460001 | 惠泽小区9-1-101")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 3)


def test_name_and_flat() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("摸排.xlsx", screening="name | address\n李娜 | 惠泽小区3号楼2单元501室")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 4)


def test_a_phone_alone_joins_nobody() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("门岗.xlsx", gate="checkpoint | name | phone\n惠泽小区东门 | 王芳 | 13805460001")
    linked = inbox.link()
    assert person_at(linked, "gate")[0] not in person_at(linked, "households")


def test_compound_spelled_shorter_or_longer() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("一.xlsx", screening="name | compound | building | entrance | flat\n李娜 | 惠泽 | 3 | 2 | 501")
    inbox.add("二.xlsx", errands="name | compound | building | entrance | flat\n李娜 | 胜利街道惠泽小区 | 3 | 2 | 501")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "errands") == person_at(linked, "households", 4)
    assert list(linked.records["screening"]["compound"]) == ["惠泽"], "records keep what was written"


def test_compound_that_the_grid_says() -> None:
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("12网格.xlsx", screening="name | grid | building | entrance | flat\n李娜 | 12 | 3 | 2 | 501")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 4)


def test_number_with_one_typing_error() -> None:
    turned = ZHANG[:15] + ZHANG[16] + ZHANG[15] + ZHANG[17:]
    dropped = ZHANG[:10] + ZHANG[11:]
    inbox = Inbox()
    inbox.add("底册.xlsx", households=f"name | id_number\n张伟 | {ZHANG}")
    inbox.add("返乡.xlsx", returnees=f"name | id_number\n张伟 | {turned}\n张伟 | {dropped}\n王强 | {turned}")
    linked = inbox.link()
    (zhang,) = person_at(linked, "households")
    assert person_at(linked, "returnees", 3, 4) == [zhang, zhang]
    assert person_at(linked, "returnees", 5) != [zhang]


def test_father_and_son_of_one_name_stay_two() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | phone       | address
            王建国 | {FATHER}  | 13805460003 | 惠泽小区1-1-101
            王建国 | {SON}     | 13805460003 | 惠泽小区1-1-101
        """,
    )
    linked = inbox.link()
    assert len(set(person_at(linked, "households"))) == 2
    assert linked.pairs.empty, "one register lists them both with numbers of their own"
    assert {("same_name_two_ids", "底册.xlsx", 3), ("same_name_two_ids", "底册.xlsx", 4)} <= set(codes(linked))


def test_a_third_record_between_namesakes_goes_to_the_one_it_fits() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | phone       | address
            王建国 | {FATHER}  | 13805460003 | 惠泽小区1-1-101
            王建国 | {SON}     | 13805460004 | 惠泽小区1-1-101
        """,
    )
    inbox.add("摸排.xlsx", screening="name | phone | address\n王建国 | 13805460004 | 惠泽小区1-1-101")
    linked = inbox.link()
    assert person_at(linked, "screening") == person_at(linked, "households", 4)


def test_a_mistyped_number_far_from_the_namesakes_keeps_the_old_man_apart() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | phone       | address
            王建桦 | {FATHER}  | 13805460003 | 惠泽小区1-1-101
            王建华 | {SON}     | 13805460004 | 惠泽小区1-1-101
        """,
    )
    mistyped = FATHER[:17] + str((int(FATHER[17]) + 1) % 10)
    inbox.add(
        "返乡.xlsx",
        returnees=f"name | id_number | phone | address\n王建华 | {mistyped} | 13805460003 | 惠泽小区1-1-101",
    )
    linked = inbox.link()
    old, young = person_at(linked, "households")
    assert old != young
    assert person_at(linked, "returnees") == [old], (
        "the young man lives there too, but the number can only be another's"
    )


def test_a_number_with_a_few_wrong_digits_still_lets_the_flat_tell() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=f"name | id_number | address\n张伟 | {ZHANG} | 惠泽小区1-1-101")
    by_the_other_calendar = ZHANG[:10] + "0219" + ZHANG[14:]
    inbox.add("返乡.xlsx", returnees=f"name | id_number | address\n张伟 | {by_the_other_calendar} | 惠泽小区1-1-101")
    linked = inbox.link()
    assert person_at(linked, "returnees") == person_at(linked, "households")


def test_a_masked_number_that_is_not_his_outweighs_the_flat_but_not_the_telephone() -> None:
    masked = f"{FATHER[:4]}**********{FATHER[-4:]}"
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "底册.xlsx", households=f"name | id_number | phone | address\n王建国 | {SON} | 13805460004 | 惠泽小区1-1-101"
    )
    inbox.add(
        "名单.xlsx",
        dispatch=f"""
            batch | name   | id_number | phone       | address
            一    | 王建国 | {masked}  |             | 惠泽小区1-1-101
            一    | 王建国 | {masked}  | 13805460004 |
        """,
    )
    linked = inbox.link()
    (son,) = person_at(linked, "households")
    by_flat, by_phone = person_at(linked, "dispatch")
    assert by_flat != son
    assert by_phone == son


def test_a_row_without_number_goes_to_neither_of_two_namesakes_in_the_flat() -> None:
    inbox = Inbox()
    inbox.add("代购.xlsx", errands="name | address\n王建国 | 惠泽小区1-1-101")
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | address
            王建国 | {FATHER}  | 惠泽小区1-1-101
            王建国 | {SON}     | 惠泽小区1-1-101
        """,
    )
    linked = inbox.link()
    assert person_at(linked, "errands")[0] not in person_at(linked, "households")


def test_number_copied_down_joins_nobody() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"name | id_number | address\n张伟 | {ZHANG} | 惠泽小区1-1-101\n陈静怡 | {ZHANG} | 惠泽小区1-1-102",
    )
    inbox.add("返乡.xlsx", returnees=f"name | id_number\n陈静怡 | {SON}\n张伟 | {ZHANG}")
    linked = inbox.link()
    assert len(set(person_at(linked, "households"))) == 2
    assert person_at(linked, "returnees", 4) == person_at(linked, "households", 3)
    shared = {(file, row) for code, file, row in codes(linked) if code == "id_shared"}
    assert shared == {("底册.xlsx", 3), ("底册.xlsx", 4), ("返乡.xlsx", 4)}


def test_father_and_son_stay_two_although_a_neighbour_has_the_fathers_number() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | address
            王建国 | {FATHER}  | 惠泽小区1-1-101
            陈静怡 | {FATHER}  | 惠泽小区1-1-102
            王建国 | {SON}     | 惠泽小区1-1-101
        """,
    )
    assert len(set(person_at(inbox.link(), "households"))) == 3


def test_homophone_under_the_same_number_or_phone() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households=REGISTER)
    inbox.add("返乡.xlsx", returnees=f"name | id_number | phone\n章玮 | {ZHANG} |\n李那 | | 13805460002")
    linked = inbox.link()
    assert person_at(linked, "returnees") == person_at(linked, "households")
    assert ("name_differs", "返乡.xlsx", 3) in codes(linked)


def test_sisters_of_like_names_in_one_register_stay_two() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx",
        households="name | phone | address\n李燕 | 13805460005 | 惠泽小区1-1-101\n李艳 | 13805460005 | 惠泽小区1-1-101",
    )
    linked = inbox.link()
    assert len(set(person_at(linked, "households"))) == 2
    assert linked.pairs.empty


def test_twins_of_like_names_on_one_list_stay_two_and_are_asked_about() -> None:
    inbox = Inbox()
    inbox.add(
        "返乡.xlsx",
        returnees=f"""
            name   | id_number | phone       | address
            李子轩 | {SON}     | 13805460005 | 惠泽小区1-1-101
            李子萱 |           | 13805460005 | 惠泽小区1-1-101
        """,
    )
    linked = inbox.link()
    assert len(set(person_at(linked, "returnees"))) == 2
    assert list(linked.pairs["reason"]) == ["电话相同，姓名同音或形近"]


def test_a_telephone_on_a_desk_joins_no_names_of_one_sound() -> None:
    inbox = Inbox()
    inbox.add("门岗.xlsx", gate="name | phone\n王子轩 | 05467771234\n王子萱 | 05467771234")
    assert len(set(person_at(inbox.link(), "gate"))) == 2


def test_minority_name_with_and_without_its_dot() -> None:
    inbox = Inbox()
    inbox.add("底册.xlsx", households="name | phone\n买合木提·艾山 | 13805460006")
    inbox.add("返乡.xlsx", returnees="name | phone\n买合木提艾山 | 13805460006")
    linked = inbox.link()
    assert person_at(linked, "returnees") == person_at(linked, "households")


def test_masked_numbers_that_fit_one_person_only() -> None:
    inbox = Inbox()
    inbox.add(
        "底册.xlsx", households=f"name | id_number | phone\n张伟 | {ZHANG} | 13805460001\n张伟 | {SON} | 13905460009"
    )
    inbox.add(
        "名单.xlsx",
        dispatch=f"""
            batch | name | id_number                      | phone
            一    | 张伟 | {ZHANG[:4]}**********{ZHANG[-4:]} | 138****0001
            一    | 张伟 | {ZHANG[:4]}**********{ZHANG[-4:]} | 139****0009
            一    | 张伟 | 3705**************               |
        """,
    )
    linked = inbox.link()
    zhang, other = person_at(linked, "households")
    fits, contradicts, vague = person_at(linked, "dispatch")
    assert fits == zhang
    assert contradicts not in (zhang, other)
    assert vague not in (zhang, other)


def test_name_and_plate() -> None:
    inbox = Inbox()
    inbox.add("出入证.xlsx", passes="plate | name | phone | address\n鲁E12345 | 张伟 | 13805460001 | 惠泽小区3-2-501")
    inbox.add(
        "门岗.xlsx", gate="checkpoint | name | plate\n惠泽小区东门 | 张伟 | 鲁E12345\n惠泽小区东门 | 王强 | 鲁E12345"
    )
    linked = inbox.link()
    (owner,) = person_at(linked, "passes")
    assert person_at(linked, "gate", 3) == [owner]
    assert person_at(linked, "gate", 4) != [owner]


def test_a_plate_does_not_join_whom_telephone_and_flat_tell_apart() -> None:
    inbox = Inbox()
    inbox.add(
        "出入证.xlsx",
        passes="""
            plate    | name | phone       | address
            鲁E12345 | 张伟 | 13805460001 | 惠泽小区3-2-501
            鲁E12345 | 张伟 | 13905460002 | 康乐小区1-1-101
        """,
    )
    assert len(set(person_at(inbox.link(), "passes"))) == 2


def test_an_office_number_under_many_names_is_no_evidence() -> None:
    names = [f"李{sign}" for sign in "一二三四五六七八九十百千万年月日时分秒天地人和风雨雷电山水火土金木"]
    assert len(names) > MOST_NAMES
    inbox = Inbox()
    inbox.add("门岗.xlsx", gate="name | phone\n" + "\n".join(f"{name} | 05468300001" for name in names))
    linked = inbox.link()
    assert len(set(person_at(linked, "gate"))) == len(names)
    assert linked.pairs.empty
