"""Section 4, people and links: every named record is one person's, and what must be one person is one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.acceptance.desk_folder import WHERE, Check, DeskFolder, Row, Violation, place_of, squeezed
from tests.acceptance.notation import is_valid_id

MOBILE = re.compile(r"1\d{10}")


def named_records_are_linked(desk: DeskFolder) -> Iterator[Violation]:
    """links.csv holds every record with a name once and no other."""
    named = Counter(
        (form, place_of(record)) for form in desk.forms for record in desk.records(form) if record.get("name", "")
    )
    linked = Counter((row["form"], place_of(row)) for row in desk.data("links.csv"))
    for key in {*named, *linked}:
        if named[key] != linked[key]:
            yield Violation("every named record has one link", str(key), f"{named[key]} records, {linked[key]} links")
    for row in desk.data("links.csv"):
        if not row["rule"] or not row["evidence"]:
            yield Violation("a link has rule and evidence", str(place_of(row)), "")


def people_are_the_linked(desk: DeskFolder) -> Iterator[Violation]:
    """Every person of people.csv stands once and has links, every link's person stands there."""
    people = Counter(row["person_id"] for row in desk.data("people.csv"))
    linked = {row["person_id"] for row in desk.data("links.csv")}
    for person, times in people.items():
        if times > 1 or person not in linked:
            yield Violation("a person stands once and has links", person, str(times))
    for person in linked - set(people):
        yield Violation("a linked person is in people.csv", person, "")


def who_must_be_one_is_one(desk: DeskFolder) -> Iterator[Violation]:
    """Records with the same name and the same full ID number, 11-digit phone or full address are one person."""
    persons: dict[tuple[str, ...], set[str]] = defaultdict(set)
    ids: dict[str, set[str]] = defaultdict(set)
    for _, record, person in _linked(desk):
        for key in _keys(record):
            persons[key].add(person)
        if is_valid_id(record.get("id_number", "")):
            ids[person].add(record["id_number"])
    for key, found in persons.items():
        if len(found) > 1 and not _told_apart(key, found, ids):
            yield Violation("same name and same evidence are one person", " ".join(key), str(sorted(found)))


def _keys(record: Row) -> Iterator[tuple[str, ...]]:
    name = squeezed(record["name"])
    if is_valid_id(record.get("id_number", "")):
        yield "id", name, record["id_number"]
    for phone in record.get("phone", "").split(";"):
        if MOBILE.fullmatch(phone):
            yield "phone", name, phone
    if all(record.get(part) for part in WHERE):
        yield "address", name, *(record[part] for part in WHERE)


def _told_apart(key: tuple[str, ...], found: set[str], ids: dict[str, set[str]]) -> bool:
    """Whether full ID numbers that differ keep people apart."""
    known = [ids[person] for person in found]
    return key[0] != "id" and all(known) and not set.intersection(*known)


def peoples_facts_are_their_records(desk: DeskFolder) -> Iterator[Violation]:
    """Name, ID number, phones and address of a person stand in some record of his; a full ID is never lost."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for _, record, person in _linked(desk):
        for field in ("name", "id_number", *WHERE):
            said[person][field].add(record.get(field, ""))
        said[person]["phones"].update(record.get("phone", "").split(";"))
    for row in desk.data("people.csv"):
        facts = said[row["person_id"]]
        if row["name"] not in facts["name"]:
            yield Violation("a person's name is his records'", row["person_id"], f"{row['name']} {facts['name']}")
        if row["id_number"] and row["id_number"] not in facts["id_number"]:
            yield Violation("a person's ID number is his records'", row["person_id"], row["id_number"])
        full = {each for each in facts["id_number"] if is_valid_id(each)}
        if full and row["id_number"] not in full:
            yield Violation("a full ID number is kept", row["person_id"], f"{row['id_number']} {full}")
        phones = set(row["phones"].split(";")) - {""}
        mobiles = {each for each in facts["phones"] if MOBILE.fullmatch(each)}
        if not phones <= facts["phones"] or not mobiles <= phones:
            yield Violation("a person's phones are his records'", row["person_id"], f"{phones} {facts['phones']}")


def _linked(desk: DeskFolder) -> Iterator[tuple[str, Row, str]]:
    for form in desk.forms:
        for record in desk.records(form):
            if person := desk.person(record):
                yield form, record, person


def grids_come_from_the_register(desk: DeskFolder) -> Iterator[Violation]:
    """A person's and an address's grid comes from the register of grids, where it names compound and building."""
    register = registered_grids(desk)
    for name in ("people.csv", "coverage.csv"):
        for row in desk.data(name):
            wanted = register.get((row["compound"], row["building"])) or register.get((row["compound"], ""), set())
            if row["compound"] and row["building"] and len(wanted) == 1 and row["grid"] not in wanted:
                yield Violation("the grid comes from the register", f"{name} {row}", str(wanted))


def registered_grids(desk: DeskFolder) -> dict[tuple[str, str], set[str]]:
    """Compound and building → the grids that the register gives it; only buildings that are plain numbers."""
    register: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in desk.records("grids"):
        for building in buildings_of(record["buildings"]):
            register[record["compound"], building].add(record["grid"])
    return register


def buildings_of(text: str) -> list[str]:
    """The buildings of a list such as 1、2、3 or 1-3号楼; "" stands for the whole compound."""
    plain = squeezed(text).replace("号楼", "").replace("号", "").replace("楼", "").replace("栋", "")
    if not plain:
        return [""]
    found: list[str] = []
    for part in re.split(r"[、,;/及和]", plain):
        if between := re.fullmatch(r"(\d+)[-~—至到](\d+)", part):
            found.extend(str(each) for each in range(int(between[1]), int(between[2]) + 1))
        elif part.isdecimal():
            found.append(str(int(part)))
    return found


CHECKS: tuple[Check, ...] = (
    named_records_are_linked,
    people_are_the_linked,
    who_must_be_one_is_one,
    peoples_facts_are_their_records,
    grids_come_from_the_register,
)
