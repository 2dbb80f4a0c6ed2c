"""The article's numbers are sums over the sample's rows and stand nowhere as a total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

Truth = Callable[[str], list[dict[str, str]]]


def test_disinfection_adds_up(truth: Truth) -> None:
    rows = truth("records/disinfection.csv")
    assert sum(int(row["area_m2"]) for row in rows) == 4_000_000
    assert sum(int(row["person_times"]) for row in rows) == 1_800
    assert len({(row["date"], row["compound"], row["place"]) for row in rows}) == len(rows)


def test_publicity_adds_up(truth: Truth) -> None:
    sums: Counter[str] = Counter()
    rows = truth("records/publicity.csv")
    for row in rows:
        sums[row["material"]] += int(row["quantity"])
    assert sums == {"announcement": 83, "leaflet": 1645, "wechat": 1000, "banner": 31}
    assert len({row["squad"] for row in rows}) == 7
    assert len({(row["date"], row["squad"], row["place"], row["material"]) for row in rows}) == len(rows)


def test_errands_add_up(truth: Truth) -> None:
    sums: Counter[str] = Counter()
    for row in truth("records/errands.csv"):
        sums[row["service"]] += int(row["times"] or 1)
    assert sums["shopping"] == 300
    assert sums["rubbish"] == 350


def test_volunteers_and_veterans(truth: Truth) -> None:
    rows = truth("records/volunteers.csv")
    kinds = Counter(row["kind"] for row in rows)
    assert (kinds["party"], kinds["resident"]) == (145, 52)
    assert len({row["name"] for row in rows}) == len(rows)
    assert len({row["branch"] for row in rows} - {""}) == 7
    decades = Counter(row["birth_year"][:3] for row in rows if row["squad"] == "惠泽老党员先锋队")
    assert (decades["195"] + decades["196"], decades["199"]) == (20, 4)


def test_people_on_duty(truth: Truth) -> None:
    assert 180 <= len({row["name"] for row in truth("records/duty.csv")}) < 190


def test_groups(truth: Truth) -> None:
    members = {row["group"]: row["members"] for row in truth("records/groups.csv")}
    assert (members["党员群"], members["爱连万家"]) == ("208", "493")
