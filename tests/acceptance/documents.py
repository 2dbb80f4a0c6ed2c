"""Section 4, documents: numbers for good, and the paper that each of them stands on."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docx import Document
from tests.acceptance.desk_folder import Check, DeskFolder, Violation, sha256_of, squeezed

KINDS = {"notice", "pledge", "release", "dossier", "pass", "safety_notice", "temperature_sheet", "gate_list"}


def numbers_are_given_once(desk: DeskFolder) -> Iterator[Violation]:
    """A number is one document's; a changed one has a new number, version + 1, and names the one it replaces."""
    papers = {row["number"]: row for row in desk.data("documents.csv")}
    for number, times in Counter(row["number"] for row in desk.data("documents.csv")).items():
        if times > 1 or not number:
            yield Violation("a number is one document's", number, str(times))
    for number, times in Counter(row["replaces"] for row in papers.values() if row["replaces"]).items():
        if times > 1:
            yield Violation("a document is replaced once", number, str(times))
    for row in papers.values():
        former = papers.get(row["replaces"])
        if row["kind"] not in KINDS:
            yield Violation("the kinds of documents", row["number"], row["kind"])
        if row["replaces"] and (former is None or former["kind"] != row["kind"] or former["number"] == row["number"]):
            yield Violation("what is replaced is of the kind", row["number"], row["replaces"])
        if int(row["version"]) != (int(former["version"]) + 1 if former else 1):
            yield Violation("version + 1", row["number"], f"{row['version']} replaces {row['replaces']}")
        if row["issued_day"] > desk.day:
            yield Violation("documents are issued up to the day", row["number"], row["issued_day"])


def documents_are_somebodys(desk: DeskFolder) -> Iterator[Violation]:
    """Person and case are those of people.csv and cases.csv."""
    persons = {row["person_id"] for row in desk.data("people.csv")} | {""}
    cases = {row["case_id"] for row in desk.data("cases.csv")} | {""}
    replaced = {row["replaces"] for row in desk.data("documents.csv")}
    for row in desk.data("documents.csv"):
        is_gone = row["person_id"] not in persons or row["case_id"] not in cases
        if is_gone and row["number"] not in replaced:
            yield Violation(
                "a document's person and case are there", row["number"], f"{row['person_id']} {row['case_id']}"
            )


def documents_lie_where_they_say(desk: DeskFolder) -> Iterator[Violation]:
    """File, sha256 and position lead to the paper, which bears its number."""
    last: Counter[str] = Counter()
    for row in desk.data("documents.csv"):
        path = desk.out / row["file"]
        if not row["file"] or not path.is_file():
            yield Violation("a document's file is there", row["number"], row["file"])
        elif not _was_changed(path) and sha256_of(path) != row["sha256"]:
            yield Violation("a document's file is unchanged", row["number"], row["file"])
        elif squeezed(row["number"]) not in _text_of(path):
            yield Violation("a document bears its number", row["number"], row["file"])
        if not row["position"].isdigit() or int(row["position"]) < 1:
            yield Violation("a position counts from 1", row["number"], row["position"])
        else:
            last[row["file"]] = max(last[row["file"]], int(row["position"]))
    places = Counter((row["file"], row["position"]) for row in desk.data("documents.csv"))
    for (file, position), times in places.items():
        if times > 1:
            yield Violation("a position is one document's", f"{file} {position}", str(times))
    for file, position in last.items():
        if sum(place[0] == file for place in places) != position:
            yield Violation("positions have no gap", file, str(position))


def _was_changed(path: Path) -> bool:
    """Whether a person changed the file, whose own words then lie beside it."""
    return path.with_name(f"{path.stem}（人工改过）{path.suffix}").exists()


@cache
def _text_of(path: Path) -> str:
    if path.suffix != ".docx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            return squeezed("".join(package.read(n).decode("utf-8", "replace") for n in package.namelist()))
    document = Document(str(path))
    return squeezed("".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")))


def listed_cases_have_papers(desk: DeskFolder) -> Iterator[Violation]:
    """Who is to be notified and whose paper could be made has a notice, or a finding says what is missing."""
    told = {row["person_id"] for row in desk.data("findings.csv") if row["code"] == "paper_held"}
    for case in desk.data("cases.csv"):
        if case["status"] == "to_notify" and not case["notice_number"] and case["person_id"] not in told:
            yield Violation("who is to be notified has a notice", case["case_id"], str(case))


CHECKS: tuple[Check, ...] = (
    numbers_are_given_once,
    documents_are_somebodys,
    documents_lie_where_they_say,
    listed_cases_have_papers,
)
