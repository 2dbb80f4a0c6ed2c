"""Scenes of people who are easily taken for each other, or for two: each writes its people and their rows."""

from __future__ import annotations

from dataclasses import replace

from tests.held_apart.clerks_street import masked_id, masked_phone
from tests.held_apart.lookalikes import OFFICE, Human, Office, mistype, one_digit
from tests.held_apart.population import check_character

SOUNDS = (("子轩", "子萱"), ("雨晴", "雨情"), ("佳怡", "家怡"), ("思源", "思远"), ("梓涵", "子涵"))
"""Two given names that sound alike: of twins, or of one person as two clerks heard it."""
MINORITY = ("热依汗·阿卜杜拉", "买买提江·吾守尔", "古丽娜尔·依米提", "才让·扎西", "巴特尔·乌力吉")
FOREIGN = ("Anna Kowalska", "John Smith", "Ivan Petrov")
SURNAMES = "王李张刘陈卢柴鲍"


def _after(number: str) -> str:
    """The next number of the same day and sex: twins registered one after the other."""
    first = f"{number[:14]}{(int(number[14:17]) + 2) % 1000:03d}"
    return first + check_character(first)


def twins(office: Office, registered: bool = True) -> None:
    """Twins of like sound: consecutive numbers, one flat, one telephone."""
    rng = office.rng
    one, other = rng.choice(SOUNDS)
    surname = rng.choice(SURNAMES)
    mother = office.human(year=rng.randint(1975, 1985), sex="女")
    first = office.human(name=surname + one, year=rng.randint(1999, 2012), near=mother, phone=mother.phone)
    second = office.human(name=surname + other, near=first, phone=mother.phone, id_number=_after(first.id_number))
    if registered:
        office.register(mother, first, second)
    for twin in (first, second):
        office.returned(twin, "iph" if registered or rng.random() < 0.5 else "ph")
        office.write("quarantine", twin, "ph", start_date="2020-01-30", file="隔离/台账.xlsx")
        office.passed(twin, "p")
    office.visited(second, "ph")


def twins_of_no_register(office: Office) -> None:
    """The same, where no register lists them."""
    twins(office, registered=False)


def father_and_son_on_one_phone(office: Office) -> None:
    """王建国 and 王建军, with the father's telephone for both."""
    surname = office.rng.choice(SURNAMES)
    father = office.human(name=surname + "建国", year=1955, sex="男")
    son = office.human(name=surname + "建军", year=1982, sex="男", near=father, phone=father.phone)
    office.register(father, son)
    office.returned(son, "ph")
    office.passed(father, "p")
    office.passed(son, "p")
    office.visited(father, "ph")


def couple_with_swapped_phones(office: Office) -> None:
    """The register has both, the returnees' sheet has each with the other's telephone."""
    husband = office.human(sex="男", year=1980)
    wife = office.human(name=office.name(but=[husband.name]), sex="女", year=1982, near=husband)
    office.register(husband, wife)
    office.returned(husband, "iph", phone=wife.phone)
    office.returned(wife, "iph", phone=husband.phone)
    office.passed(husband, "p")
    office.passed(wife, "p")


def two_of_a_common_name(office: Office) -> None:
    """Two 王芳 of one compound, other buildings; sheets that say the building, the telephone, or nothing."""
    name = office.rng.choice(("王芳", "李伟", "张敏", "刘洋"))
    one = office.human(name=name)
    other = office.human(name=name, grid=one.grid)
    office.register(one, other)
    office.returned(one, "ph")
    office.visited(other, "h")
    office.passed(one, "p")
    office.passed(other, "i")
    clear = len({who.home for who in office.people if who.name == name and who.home[:2] == other.home[:2]}) == 1
    office.visited(other, "", clear=clear, compound=other.home[0], building=other.home[1])
    office.visited(one, "", clear=False, compound=one.home[0])
    office.write("errands", other, "g", clear=False, date="2020-02-05", service="rubbish", file="代购.xlsx")


def number_copied_down(office: Office) -> None:
    """The register gives a whole family the head's number; other sheets have everybody's own."""
    head = office.human(year=1950, sex="男")
    wife = office.human(name=office.name(but=[head.name]), year=1952, sex="女", near=head)
    child = office.human(name=office.name(head.name[0], [head.name, wife.name]), near=head, year=1978)
    family = [head, wife, child]
    office.register(*family, id_number=head.id_number)
    for who in family:
        office.returned(who, "iph")
        office.passed(who, "p")


def number_of_fifteen_digits(office: Office) -> None:
    """An old card: the same number without the century and the check digit."""
    who = office.human(year=office.rng.randint(1940, 1985))
    old = who.id_number[:6] + who.id_number[8:17]
    office.register(who, id_number=old)
    office.returned(who, "i")
    office.passed(who, "", id_number=old)


def heard_and_mistyped(office: Office) -> None:
    """Another character of the same sound and a telephone one digit off: the flat, or the number, still tells."""
    rng = office.rng
    right, wrong = rng.choice(SOUNDS)
    surname = rng.choice(SURNAMES)
    who = office.human(name=surname + right, year=1990)
    office.register(who)
    office.returned(who, "ph", name=surname + wrong, phone=one_digit(rng, who.phone))
    other = office.human(name=surname + right, year=1991)
    office.register(other)
    office.returned(other, "ip", name=surname + wrong, phone=one_digit(rng, other.phone))


def moved(office: Office) -> None:
    """Somebody moved; another family lives in his old flat."""
    who = office.human(year=1970)
    office.register(who)
    old = who.home
    new, grid = office.home()
    there = replace(who, home=new, grid=grid)
    office.register(there)
    office.visited(there, "ph")
    office.returned(there, "ih")
    newcomer = replace(office.human(), home=old, grid=who.grid)
    office.register(newcomer)
    office.visited(newcomer, "h")


def with_the_parents(office: Office) -> None:
    """A returnee of one flat who stays in another, his parents'."""
    father = office.human(year=1955, sex="男")
    child = office.human(name=office.name(father.name[0], [father.name]), year=1985)
    office.register(father, child)
    away = replace(child, home=father.home, grid=father.grid)
    office.returned(away, office.rng.choice(("ph", "ih")))
    office.write("quarantine", away, "ph", start_date="2020-01-30", file="隔离/台账.xlsx")
    office.write("errands", away, "h", date="2020-02-06", service="shopping", times="1", file="代购.xlsx")


def surnames_alone(office: Office) -> None:
    """A list of surnames with masked telephones, and one of names with masked numbers."""
    who, other = office.human(), office.human()
    office.register(who, other)
    said = {"batch": "二", "file": "下发/二.xlsx"}
    for written in (who.name[0] + "**", who.name[0] + "某", who.name[0] + "女士"):
        office.write("dispatch", who, "", clear=False, name=written, phone=masked_phone(who.phone), **said)
    office.write("dispatch", other, "", id_number=masked_id(other.id_number), phone=masked_phone(other.phone), **said)


def dots_in_names(office: Office) -> None:
    """A name with a dot, another dot, none, a blank, or its first half."""
    name = office.rng.choice(MINORITY)
    who = office.human(name=name)
    office.register(who)
    office.returned(who, "ih", name=name.replace("·", "•"))
    office.visited(who, "ph", name=name.replace("·", ""))
    office.passed(who, "p", name=name.replace("·", "."))
    office.passed(who, "p", name=name.partition("·")[0])
    namesake = office.human(name=name)
    office.register(namesake)
    office.passed(namesake, "i", name=name.replace("·", ""))


def child_without_papers(office: Office) -> None:
    """Two small children: no number, the mother's telephone."""
    mother = office.human(year=1988, sex="女")
    office.register(mother)
    first = office.name("王", [mother.name])
    for name in (first, office.name("王", [mother.name, first])):
        child = office.human(name=name, year=2016, near=mother, phone=mother.phone, id_number="")
        office.register(child)
        office.returned(child, "ph", id_number="无")
        office.visited(child, "h")


def passports(office: Office) -> None:
    """A foreigner, and somebody from Hong Kong, by their papers."""
    rng = office.rng
    for name, paper in (
        (rng.choice(FOREIGN), f"E{rng.randint(10**7, 10**8 - 1)}"),
        ("何家豪", f"H{rng.randint(10**7, 10**8 - 1)}"),
    ):
        who = office.human(name=name, id_number=paper)
        office.register(who)
        office.returned(who, "i", name=name.upper())
        office.passed(who, "i")


def relation_in_brackets(office: Office) -> None:
    """Names with what somebody is written behind them."""
    head = office.human(year=1960)
    wife = office.human(name=office.name(but=[head.name]), year=1962, near=head, sex="女")
    office.register(head, name=f"{head.name}（户主）")
    office.register(wife, name=f"{wife.name}({head.name}之妻)")
    office.returned(wife, "ph", name=f"{wife.name}（租户）")
    office.visited(head, "h", name=f"户主：{head.name}")


def the_head_instead(office: Office) -> None:
    """The sheet asks for the householder's name and the traveller's number: whose row it is, nobody can tell."""
    father = office.human(year=1958, sex="男")
    son = office.human(name=office.name(father.name[0], [father.name]), near=father, year=1984)
    office.register(father, son)
    office.returned(replace(son, key=""), "iph", clear=False, name=father.name)
    office.passed(son, "i")
    office.passed(father, "i")


def phone_in_the_number(office: Office) -> None:
    """The telephone was typed into the column of ID numbers."""
    who = office.human()
    office.register(who)
    office.returned(who, "h", id_number=who.phone)
    office.passed(who, "p")


def names_only(office: Office) -> None:
    """A grid's sheet of names: one bears his name alone there, two share theirs."""
    only = office.human(name=office.rng.choice(SURNAMES) + "晓棠")
    pair = [office.human(name="陈立新", grid=only.grid) for _ in range(2)]
    office.register(only, *pair)
    names = [who.name for who in office.people if who.grid == only.grid]
    office.visited(only, "g", clear=names.count(only.name) == 1, file=f"名单/第{only.grid}网格.xlsx")
    for who in pair:
        office.visited(who, "g", clear=False, file=f"名单/第{only.grid}网格.xlsx")


def tenants_of_one_name(office: Office) -> None:
    """Two tenants of one name in one flat, each with a number and a telephone; rows that say the flat alone."""
    one = office.human(name="张伟", year=1987, sex="男")
    other = office.human(name="张伟", year=1995, sex="男", near=one)
    office.register(one, other)
    office.returned(one, "ph", id_number=mistype(office.rng, one.id_number))
    office.returned(other, "p")
    office.write("quarantine", other, "ih", start_date="2020-01-29", file="隔离/台账.xlsx")
    office.visited(one, "h", clear=False)
    office.passed(one, "p")


def grandfather_and_grandson(office: Office) -> None:
    """One name in one flat; the register heard the old man's otherwise, his number is mistyped elsewhere."""
    right, wrong = office.rng.choice(SOUNDS)
    old = office.human(name="柴" + right, year=1941, sex="男")
    young = office.human(name="柴" + right, year=2003, sex="男", near=old)
    office.register(old, name="柴" + wrong)
    office.register(young)
    office.returned(old, "ph", id_number=mistype(office.rng, old.id_number))
    office.write("quarantine", old, "ph", start_date="2020-01-29", file="隔离/台账.xlsx")
    office.passed(young, "i")


def one_office_phone(office: Office) -> None:
    """Colleagues who all leave the office's number; two of them bear names of one sound."""
    right, wrong = office.rng.choice(SOUNDS)
    names = ["王" + right, "王" + wrong, *(office.name() for _ in range(4))]
    for who in [office.human(name=name, phone=OFFICE) for name in names]:
        office.write("households", who, "ih")
        office.passed(who, "p", clear=False)


def neighbour_of_like_sound(office: Office) -> None:
    """Two of one sound in one building: only the flat and the number keep them apart."""
    right, wrong = office.rng.choice(SOUNDS)
    one = office.human(name="刘" + right)
    other = office.human(name="刘" + wrong, grid=one.grid)
    other = _at(other, (*one.home[:3], str(int(one.home[3]) + 100)))
    office.homes.add(other.home)
    office.register(one, other)
    office.returned(one, "ih")
    office.visited(other, "h")
    office.passed(other, "i")


def _at(who: Human, home: tuple[str, str, str, str]) -> Human:
    return replace(who, home=home)


SCENES = (
    twins, twins_of_no_register, father_and_son_on_one_phone, couple_with_swapped_phones, two_of_a_common_name,
    number_copied_down, number_of_fifteen_digits, heard_and_mistyped, moved, with_the_parents, surnames_alone, dots_in_names,
    child_without_papers, passports, relation_in_brackets, the_head_instead, phone_in_the_number, names_only,
    tenants_of_one_name, grandfather_and_grandson, one_office_phone, neighbour_of_like_sound,
)  # fmt: skip
