"""PDFs on request: beside what is printed, the same again where nothing changed, never a reason to fail."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from fournets import office_suite
from fournets.print_pdfs import with_pdfs

NOTICE, REPORT, DOSSIER = "打印/告知书/第01网格_告知书_1份.docx", "日报_2020-02-09.docx", "档案/第01网格/王芳_P1.docx"
FILES = [(NOTICE, b"notice"), (DOSSIER, b"dossier"), ("汇总_2020-02-09.xlsx", b"tallies"), (REPORT, b"report")]


class Folder:
    """The day's folder, and a program that says which files it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lying: dict[str, bytes] = {}
        self.asked: list[bytes] = []
        self.told: list[str] = []
        monkeypatch.setattr(office_suite, "installed", lambda: "soffice")
        monkeypatch.setattr(office_suite, "pdfs_of", self.convert)

    def convert(self, program: str, documents: Sequence[bytes], *, empty_sides: bool) -> list[bytes | None]:
        assert program == "soffice"
        assert not empty_sides
        self.asked = list(documents)
        return [None if b"broken" in data else b"%PDF " + data + b" %%EOF\n" for data in documents]

    def publish(self, files: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
        self.asked, self.told = [], []
        self.lying = dict(with_pdfs(files, lambda path: self.lying.get(path, b""), self.told.append))
        return self.lying


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Folder:
    return Folder(monkeypatch)


def test_a_pdf_lies_beside_everything_that_is_printed_and_nothing_else(folder: Folder) -> None:
    published = folder.publish(FILES)
    assert [path for path in published if path.endswith(".pdf")] == [
        NOTICE.replace("docx", "pdf"),
        REPORT.replace("docx", "pdf"),
    ]
    assert published[NOTICE.replace("docx", "pdf")].startswith(b"%PDF notice %%EOF\n% docx ")
    assert folder.told == []


def test_only_what_changed_is_converted_again(folder: Folder) -> None:
    before = folder.publish(FILES)
    assert folder.publish(FILES) == before
    assert folder.asked == []
    after = folder.publish([*FILES[:3], (REPORT, b"report, corrected")])
    assert folder.asked == [b"report, corrected"]
    assert after[NOTICE.replace("docx", "pdf")] == before[NOTICE.replace("docx", "pdf")]


def test_without_the_program_one_sentence_says_so_and_old_pdfs_go(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.publish(FILES)
    monkeypatch.setattr(office_suite, "installed", lambda: "")
    published = folder.publish([(NOTICE, b"notice"), (REPORT, b"report, corrected")])
    assert [*published] == [NOTICE, REPORT, NOTICE.replace("docx", "pdf")]
    (sentence,) = folder.told
    assert "LibreOffice" in sentence


def test_what_cannot_be_converted_is_counted_and_tried_again(folder: Folder) -> None:
    files = [(NOTICE, b"broken"), (REPORT, b"report")]
    assert NOTICE.replace("docx", "pdf") not in folder.publish(files)
    assert "1 个文件" in folder.told[0]
    folder.publish(files)
    assert folder.asked == [b"broken"]


@pytest.mark.skipif(os.name == "nt", reason="the made-up program is a shell script")
def test_a_program_that_hangs_is_ended_with_its_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_suite, "_START_SECONDS", 4)
    monkeypatch.setattr(office_suite, "_SECONDS_A_FILE", 0)
    child = tmp_path / "child"
    program = tmp_path / "soffice"
    program.write_text(
        f"#!/bin/sh\nprintf '%%PDF %%%%EOF' > 0.pdf\nprintf '%%PDF' > 1.pdf\nsleep 60 &\necho $! > {child}\nwait\n"
    )
    program.chmod(0o755)
    assert office_suite.pdfs_of(str(program), [b"one", b"two"]) == [b"%PDF %%EOF", None]
    ended = time.monotonic() + 10
    while lives(int(child.read_text())):
        assert time.monotonic() < ended, "the program's child lives on"
        time.sleep(0.1)


def lives(process: int) -> bool:
    try:
        return "Z (zombie)" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
