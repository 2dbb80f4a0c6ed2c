"""A whole desk from inbox to outbox, run twice, dropped twice, rebuilt."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from tests.end_to_end.conftest import DAY, LITTLE, SEED, Desk

from sample_desk import build

ARTICLE = {
    "disinfected_m2": "4000000",
    "disinfection_person_times": "1800",
    "publicity_squads": "7",
    "announcements": "83",
    "leaflets": "1645",
    "wechat_proposals": "1000",
    "banners": "31",
    "shopping_errands": "300",
    "rubbish_collections": "350",
    "branches": "7",
    "volunteers_party": "145",
    "volunteers_resident": "52",
}
pytestmark = pytest.mark.desk


def test_the_receipt_adds_up(little: Desk) -> None:
    record = little.run_record()
    totals = record["totals"]
    assert totals["received"] == sum(totals[state] for state in ("accepted", "duplicate", "held", "ignored"))
    assert Counter(file["state"] for file in record["files"])["accepted"] == totals["accepted"]
    for file in record["files"]:
        for sheet in file["sheets"]:
            kinds = ("records", "blank", "heading", "total", "note", "held")
            assert sheet["rows"] == sum(sheet[kind] for kind in kinds), (file["file"], sheet)


def test_the_articles_numbers(little: Desk) -> None:
    for tally, value in ARTICLE.items():
        assert value in little.tally(tally), tally


def test_registers_are_counted(little: Desk) -> None:
    truth = {name: little.truth(f"records/{name}.csv") for name in ("grids", "compounds", "checkpoints", "households")}
    assert little.tally("grids") == {str(len({row["grid"] for row in truth["grids"]}))}
    assert little.tally("compounds") == {str(len({row["compound"] for row in truth["compounds"]}))}
    assert little.tally("checkpoints") == {str(len({row["checkpoint"] for row in truth["checkpoints"]}))}
    places = {tuple(row[part] for part in ("compound", "building", "entrance", "flat")) for row in truth["households"]}
    assert little.tally("households") == {str(len(places))}


def test_every_dispatched_row_is_in_its_bucket(little: Desk) -> None:
    place = ("file", "sheet", "row")
    expected = {tuple(row[part] for part in place): row["bucket"] for row in little.truth("dispatch.csv")}
    found = {tuple(row[part] for part in place): row["bucket"] for row in little.data("dispatch.csv")}
    assert found == expected


def test_every_planted_mistake_is_found(little: Desk) -> None:
    findings = {(row["code"], row["file"], row["sheet"], row["row"]) for row in little.data("findings.csv")}
    cells = {row["code"] for row in little.data("findings.csv")}
    missed = [
        row
        for row in little.truth("planted.csv")
        if (row["code"], row["file"], row["sheet"], row["row"]) not in findings
        and not (not row["file"] and row["code"] in cells)
    ]
    assert missed == []


def test_every_named_record_is_one_persons(little: Desk) -> None:
    links = Counter(
        (row["form"], row["file"], row["sheet"], row["row"], row["column"]) for row in little.data("links.csv")
    )
    named = {
        (path.stem, row["file"], row["sheet"], row["row"], row["column"])
        for path in (little.out() / "数据" / "records").glob("*.csv")
        for row in little.data(f"records/{path.name}")
        if row.get("name")
    }
    assert set(links) == named
    assert set(links.values()) == {1}
    people = {row["person_id"] for row in little.data("people.csv")}
    assert {row["person_id"] for row in little.data("links.csv")} == people


@pytest.fixture(scope="module")
def copy(little: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A copy of the desk that tests may change, one after the other."""
    root = tmp_path_factory.mktemp("copy") / "desk"
    shutil.copytree(little.root, root)
    return Desk(root)


def test_again_there_is_nothing_to_do(copy: Desk) -> None:
    before, number = copy.fingerprints(), copy.run_record()["run_id"]
    again = copy.daily()
    assert again.returncode == 0
    assert "认人" not in again.stderr
    assert copy.fingerprints() == before
    assert copy.run_record()["run_id"] > number


def test_what_is_gone_comes_back_and_what_a_person_changed_is_kept(copy: Desk) -> None:
    before = {name: digest for name, (digest, _) in copy.fingerprints().items()}
    next((copy.out() / "档案").rglob("*.docx")).unlink()
    report = copy.out() / f"日报_{DAY}.docx"
    report.write_bytes(report.read_bytes() + b" ")
    changed = report.read_bytes()
    assert copy.daily().returncode == 0
    kept = copy.out() / f"日报_{DAY}（人工改过）.docx"
    assert kept.read_bytes() == changed
    kept.unlink()
    assert {name: digest for name, (digest, _) in copy.fingerprints().items()} == before


def test_the_same_files_again_are_duplicates(copy: Desk) -> None:
    before = copy.fingerprints()
    before_states = Counter(file["state"] for file in copy.run_record()["files"])
    originals = copy.root / "archive" / "originals"
    count = sum(path.is_file() for path in originals.rglob("*"))
    shutil.copytree(originals, copy.root / "inbox", dirs_exist_ok=True)
    assert copy.daily().returncode == 0
    states = Counter(file["state"] for file in copy.run_record()["files"])
    assert states == {"accepted": count, "duplicate": before_states["duplicate"] + count}
    unchanged = {name: value for name, value in copy.fingerprints().items() if name.startswith("数据/")}
    assert unchanged == {name: value for name, value in before.items() if name.startswith("数据/")}


def test_rebuild_derives_the_same(copy: Desk) -> None:
    before = copy.fingerprints()
    rebuilt = copy.run("rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert copy.fingerprints() == before


def test_trace_shows_as_many_rows_as_the_number(copy: Desk) -> None:
    (number,) = copy.tally("fever_referrals", "cumulative")
    traced = copy.run("trace", "--day", DAY, "fever_referrals")
    assert traced.returncode == 0
    rows = [line for line in traced.stdout.splitlines() if "\t第 " in line]
    assert len(rows) == int(number)
    assert f"累计 {number} 人次" in traced.stdout
    unknown = copy.run("trace", "--day", DAY, "fever_referral")
    assert unknown.returncode == 2 and "fever_referrals（发热转诊）" in unknown.stderr


def test_the_originals_are_unchanged(little: Desk, tmp_path: Path) -> None:
    build(tmp_path, SEED, LITTLE)
    dropped = {
        str(path.relative_to(tmp_path / "inbox")): path.read_bytes()
        for path in (tmp_path / "inbox").rglob("*")
        if path.is_file()
    }
    kept = {
        str(path.relative_to(folder)): path.read_bytes()
        for folder in (little.root / "archive" / "originals", little.root / "archive" / "duplicates")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert dropped == kept
