"""Section 2: each file ends in one state and lies where its state says; files and rows add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.acceptance.desk_folder import Check, DeskFolder, Violation, sha256_of

STATES = ("accepted", "duplicate", "held", "ignored")
ROW_KINDS = ("records", "blank", "heading", "total", "note", "held")
FORMS = frozenset(
    [
        "grids",
        "compounds",
        "checkpoints",
        "groups",
        "households",
        "volunteers",
        "screening",
        "returnees",
        "quarantine",
        "temperatures",
        "gate",
        "passes",
        "disinfection",
        "duty",
        "publicity",
        "errands",
        "fever",
        "dispatch",
        "receipts",
        "review",
    ]
)
IGNORED = ("~$", ".", "Thumbs.db", "desktop.ini")
UNFINISHED = (".tmp", ".part", ".crdownload", ".download", ".partial", ".ini", ".lnk", ".bak")


def totals_add_up(desk: DeskFolder) -> Iterator[Violation]:
    """received = accepted + duplicate + held + ignored, and these are the files that are listed."""
    counted = Counter(file["state"] for file in desk.run["files"])
    if unknown := set(counted) - set(STATES):
        yield Violation("four states", "run.json", str(unknown))
    totals = desk.run["totals"]
    if totals["received"] != sum(totals[state] for state in STATES):
        yield Violation("the receipt adds up", "run.json", str(totals))
    if any(totals[state] != counted[state] for state in STATES):
        yield Violation("the totals are the files", "run.json", f"{totals} {dict(counted)}")


def files_lie_where_their_state_says(desk: DeskFolder) -> Iterator[Violation]:
    """Accepted and duplicate files are archived unchanged, held ones lie in 退回 with their reason."""
    held = {sha256_of(path): path for path in _handed_back(desk)}
    hashes = {file["sha256"] for file in desk.accepted.values()}
    for file in desk.run["files"]:
        name, state = file["file"], file["state"]
        if state == "accepted" and not _is_there(desk.originals / name, file["sha256"]):
            yield Violation("accepted files are archived unchanged", name, "")
        if state == "duplicate" and not _is_there(desk.root / "archive" / "duplicates" / name, file["sha256"]):
            yield Violation("duplicates are archived", name, "")
        if state == "duplicate" and file["sha256"] not in hashes:
            yield Violation("a duplicate has an original", name, "")
        if state == "held" and file["sha256"] not in held:
            yield Violation("held files lie in 退回", name, file["reason"])
        if state == "held" and not file["reason"]:
            yield Violation("held files have a reason", name, "")


def no_other_file_is_about(desk: DeskFolder) -> Iterator[Violation]:
    """The archive holds what is listed, and nothing is left in the inbox that a person dropped."""
    for state, folder in (("accepted", "originals"), ("duplicate", "duplicates")):
        listed = {file["file"] for file in desk.run["files"] if file["state"] == state}
        for path in _files(desk.root / "archive" / folder):
            name = path.relative_to(desk.root / "archive" / folder).as_posix()
            if name not in listed:
                yield Violation("the archive holds what is listed", f"{folder}/{name}", "")
    listed = {file["file"] for file in desk.run["files"] if file["state"] == "ignored"}
    for path in _files(desk.root / "inbox"):
        name = path.relative_to(desk.root / "inbox").as_posix()
        is_ignored = path.name.startswith(IGNORED) or path.name.lower().endswith(UNFINISHED)
        if not name.startswith("退回/") and not is_ignored and name not in listed:
            yield Violation("nothing is left in the inbox", name, "")


def held_files_say_why(desk: DeskFolder) -> Iterator[Violation]:
    """`<name>.原因.txt` in plain Chinese lies beside every held file."""
    for path in _handed_back(desk):
        reason = path.with_name(f"{path.name}.原因.txt")
        text = reason.read_text("utf-8-sig") if reason.exists() else ""
        if not any("一" <= sign <= "鿿" for sign in text):
            yield Violation("held files say why", str(path.relative_to(desk.root)), text)
    for reason in (desk.root / "inbox" / "退回").rglob("*.原因.txt"):
        if not reason.with_name(reason.name.removesuffix(".原因.txt")).exists():
            yield Violation("a reason lies beside its file", reason.name, "")


def rows_add_up(desk: DeskFolder) -> Iterator[Violation]:
    """rows = records + blank + heading + total + note + held, in every sheet."""
    for file in desk.run["files"]:
        for sheet in file["sheets"]:
            where = f"{file['file']}[{sheet['sheet']}]"
            if sheet["rows"] != sum(sheet[kind] for kind in ROW_KINDS):
                yield Violation("rows add up", where, str(sheet))
            if set(sheet["forms"]) - FORMS:
                yield Violation("forms are known", where, str(sheet["forms"]))
            if not sheet["forms"] and sheet["rows"] != sheet["note"] + sheet["blank"]:
                yield Violation("rows of no form are note", where, str(sheet))


def accepted_files_have_a_form(desk: DeskFolder) -> Iterator[Violation]:
    """A workbook with no recognised form is held."""
    for name, file in desk.accepted.items():
        if not any(sheet["forms"] for sheet in file["sheets"]):
            yield Violation("without a form a file is held", name, "")


def records_stand_in_the_sheets_rows(desk: DeskFolder) -> Iterator[Violation]:
    """No sheet has more rows with current records than it has record rows, and they are of its forms."""
    rows: dict[tuple[str, str], set[str]] = {}
    forms: dict[tuple[str, str], set[str]] = {}
    for form in desk.forms:
        for record in desk.records(form):
            rows.setdefault((record["file"], record["sheet"]), set()).add(record["row"])
            forms.setdefault((record["file"], record["sheet"]), set()).add(form)
    sheets = {(name, each["sheet"]): each for name, file in desk.accepted.items() for each in file["sheets"]}
    for (name, title), numbers in rows.items():
        sheet = sheets.get((name, title))
        where = f"{name}[{title}]"
        if sheet is None:
            yield Violation("records come from accepted sheets", where, "")
        elif len(numbers) > sheet["records"] or max(map(int, numbers)) > sheet["rows"]:
            yield Violation("record rows are counted", where, f"{len(numbers)} {sheet}")
        elif not forms[name, title] <= set(sheet["forms"]):
            yield Violation("records are of the sheet's forms", where, f"{forms[name, title]} {sheet['forms']}")


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _handed_back(desk: DeskFolder) -> list[Path]:
    return [path for path in _files(desk.root / "inbox" / "退回") if not path.name.endswith(".原因.txt")]


def _is_there(path: Path, sha256: str) -> bool:
    return path.is_file() and sha256_of(path) == sha256


CHECKS: tuple[Check, ...] = (
    totals_add_up,
    files_lie_where_their_state_says,
    no_other_file_is_about,
    held_files_say_why,
    rows_add_up,
    accepted_files_have_a_form,
    records_stand_in_the_sheets_rows,
)
