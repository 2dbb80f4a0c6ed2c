"""Section 4, findings: where, what, what to do; one finding per cell and cause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.acceptance.desk_folder import Check, DeskFolder, Violation
from tests.acceptance.files import FORMS

SEVERITIES = ("note", "confirm", "hold")
CHINESE = re.compile(r"[一-鿿]")
STEP = re.compile(r"请|可以|不用|如果|如需|须|应|没有采用|照常|也已|已按|已采用|核对|以后")
TRACES = re.compile(r"Traceback|Error|\bNone\b|\bnan\b|\{\w*\}|<class")


def columns_hold_what_they_should(desk: DeskFolder) -> Iterator[Violation]:
    """Severity, form, file, sheet, row and column of every finding are such as there are."""
    sheets = {(name, sheet["sheet"]): sheet["rows"] for name, file in desk.accepted.items() for sheet in file["sheets"]}
    files = {file["file"] for file in desk.run["files"]}
    persons = {row["person_id"] for row in desk.data("people.csv")} | {""}
    for number, row in enumerate(desk.data("findings.csv"), 2):
        where = f"findings.csv line {number} {row['code']} {row['file']} {row['row']}{row['column']}"
        if row["severity"] not in SEVERITIES or not row["code"]:
            yield Violation("a finding has code and severity", where, row["severity"])
        if row["form"] and row["form"] not in FORMS:
            yield Violation("a finding's form is a form", where, row["form"])
        if row["file"] and row["file"] not in files:
            yield Violation("a finding's file is the desk's", where, "")
        if row["sheet"] and row["file"] in desk.accepted and (row["file"], row["sheet"]) not in sheets:
            yield Violation("a finding's sheet is the file's", where, row["sheet"])
        elif row["row"] and row["sheet"] and int(row["row"]) > sheets.get((row["file"], row["sheet"]), 10**7):
            yield Violation("a finding's row is the sheet's", where, "")
        if row["column"] and not (re.fullmatch(r"[A-Z]{1,3}", row["column"]) and row["file"] and row["sheet"]):
            yield Violation("a finding's column is Excel's letter", where, row["column"])
        if row["person_id"] not in persons:
            yield Violation("a finding's person is in people.csv", where, row["person_id"])


def messages_say_what_to_do(desk: DeskFolder) -> Iterator[Violation]:
    """`message` is Chinese, whole sentences, with the next step."""
    for number, row in enumerate(desk.data("findings.csv"), 2):
        text = row["message"]
        if not CHINESE.search(text) or text[-1] not in "。！？；：]}）)" or TRACES.search(text.split("headings:")[0]):
            yield Violation("a message is a Chinese sentence", f"line {number} {row['code']}", text)
        if row["severity"] != "note" and not STEP.search(text):
            yield Violation("a message says what to do", f"line {number} {row['code']}", text)


def one_finding_per_cell_and_cause(desk: DeskFolder) -> Iterator[Violation]:
    """No cell has the same finding twice."""
    cells = Counter(
        (row["code"], row["file"], row["sheet"], row["row"], row["column"], row["message"])
        for row in desk.data("findings.csv")
    )
    causes = Counter(
        (row["code"], row["file"], row["sheet"], row["row"], row["column"], row["field"], row["person_id"])
        for row in desk.data("findings.csv")
        if row["column"] and row["row"]
    )
    for key, times in (cells | causes).items():
        if times > 1:
            yield Violation("one finding per cell and cause", str(key), f"{times} times")


CHECKS: tuple[Check, ...] = (columns_hold_what_they_should, messages_say_what_to_do, one_finding_per_cell_and_cause)
