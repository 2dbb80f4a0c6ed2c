"""The end state depends neither on the order in which files arrive nor on whether they come in one run or several."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reconciling.drawn import DAY, GRIDS, SETTINGS, Inbox

from fournets.model import FileRead, Identifiers, Linked, SourceFile
from fournets.reconciling.linking import link

ZHANG, SON, OTHER = "370599198001010016", "370599200505050118", "370599198512120049"
PLACE = ["file", "sheet", "row", "column"]


def troubled_desk() -> Inbox:
    """Namesakes, versions, a number copied down, bare names, masked numbers: whatever could depend on order."""
    inbox = Inbox()
    inbox.add("网格.xlsx", grids=GRIDS)
    inbox.add(
        "底册.xlsx",
        households=f"""
            name   | id_number | phone       | address
            张伟   | {ZHANG}   | 13805460001 | 惠泽小区3-2-501
            张伟   | {SON}     | 13805460001 | 惠泽小区3-2-501
            王建国 | {OTHER}   | 13805460003 | 惠泽小区7-1-101
            陈静怡 | {OTHER}   | 13805460004 | 惠泽小区7-1-102
        """,
    )
    inbox.add(
        "返乡.xlsx",
        returnees="name | phone | grid | arrive_date\n张伟 | 13805460001 | 12 | 2020-02-01\n李娜 | 13805460009 | 12 | 2020-02-01",
    )
    inbox.add(
        "返乡2.xlsx",
        returnees="name | phone | grid | arrive_date\n张伟 | 13805460001 | 12 | 2020-02-01\n李娜 | 13805460008 | 12 | 2020-02-01\n李那 | 13805460008 | 12 | 2020-02-03",
    )
    inbox.add("隔离.xlsx", quarantine=f"name | id_number | start_date\n张伟 | {SON} | 2020-02-01")
    inbox.add(
        "体温.xlsx",
        temperatures="name | grid | date | slot\n张伟 | 12 | 2020-02-08 | morning\n李娜 | 12 | 2020-02-08 | morning",
    )
    inbox.add(
        "门岗.xlsx",
        gate="checkpoint | date | time | name\n惠泽小区东门 | 2020-02-08 | 08:00 | 王建国\n惠泽小区东门 | 2020-02-08 | 08:00 | 王建国",
    )
    inbox.add("名单.xlsx", dispatch=f"batch | name | id_number\n一 | 张伟 | {SON[:4]}**********{SON[-4:]}")
    inbox.add("摸排.xlsx", screening="name | address | date\n张伟 | 惠泽小区3-501 | 2020-02-08")
    return inbox


def state(linked: Linked) -> tuple[object, ...]:
    """What there is, with persons as sets of records: identifiers of persons are given in the order of arrival."""
    groups: dict[str, list[tuple[object, ...]]] = {}
    for line in linked.links.to_dict("records"):
        groups.setdefault(str(line["person_id"]), []).append(
            (line["form"], *(line[name] for name in PLACE), line["rule"])
        )
    persons = {frozenset(group) for group in groups.values()}
    records = {
        form: frozenset(map(tuple, frame.drop(columns=["person_id", "own_id"]).to_numpy().tolist()))
        for form, frame in linked.records.items()
    }
    people = sorted(map(tuple, linked.people.drop(columns="person_id").to_numpy().tolist()))
    findings = sorted((one.code, one.file, one.row, one.column, one.grid) for one in linked.findings)
    pairs = sorted(map(tuple, linked.pairs[["reason", "score"]].to_numpy().tolist()))
    return persons, records, people, findings, pairs


def accepted(reads: list[tuple[SourceFile, FileRead]]) -> list[tuple[SourceFile, FileRead]]:
    """The files in this order of acceptance."""
    return [(replace(source, sequence=number), read) for number, (source, read) in enumerate(reads, start=1)]


EXPECTED = state(troubled_desk().link())


@given(st.permutations(troubled_desk().reads), st.lists(st.integers(1, 10), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_order_and_runs_do_not_matter(reads: list[tuple[SourceFile, FileRead]], runs: list[int]) -> None:
    arrived = accepted(reads)
    identifiers = Identifiers()
    for until in sorted(runs):
        link(arrived[:until], identifiers, SETTINGS, DAY)
    assert state(link(arrived, identifiers, SETTINGS, DAY)) == EXPECTED


@given(st.permutations(troubled_desk().reads))
@settings(max_examples=10, deadline=None)
def test_identifiers_do_not_follow_the_order_of_files(reads: list[tuple[SourceFile, FileRead]]) -> None:
    linked = link(accepted(reads), Identifiers(), SETTINGS, DAY)
    names = linked.people[["person_id", "name", "id_number"]].to_numpy().tolist()
    assert names == troubled_desk().link().people[["person_id", "name", "id_number"]].to_numpy().tolist()


def test_identifiers_are_kept_when_everything_is_derived_again() -> None:
    inbox, identifiers = troubled_desk(), Identifiers()
    first = inbox.link(identifiers)
    again = inbox.link(identifiers)
    assert first.links.equals(again.links)
    assert first.people.equals(again.people)
