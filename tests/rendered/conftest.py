"""Documents turned into pages and looked at; only where LibreOffice and poppler are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

TOOLS = ("soffice", "pdftotext", "pdftoppm")
collect_ignore_glob = [] if all(map(shutil.which, TOOLS)) else ["test_*.py"]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder, made once: making it is what takes time."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def printed(tmp_path: Path, profile: Path) -> Callable[[bytes], Path]:
    """Turns a .docx into a PDF."""

    def turn(document: bytes) -> Path:
        path = tmp_path / "document.docx"
        path.write_bytes(document)
        own = f"-env:UserInstallation=file://{profile}"
        command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return path.with_suffix(".pdf")

    return turn


@pytest.fixture
def pages(printed: Callable[[bytes], Path]) -> Callable[[bytes], list[str]]:
    """Turns a .docx into the text of its pages, laid out as on paper."""
    return lambda document: told("pdftotext", "-layout", printed(document), "-").decode().split("\f")[:-1]


@pytest.fixture
def boxes(printed: Callable[[bytes], Path]) -> Callable[[bytes], list[etree._Element]]:
    """Turns a .docx into its pages with every line's and word's place, in points."""

    def turn(document: bytes) -> list[etree._Element]:
        return list(etree.fromstring(told("pdftotext", "-bbox-layout", printed(document), "-")).iter("{*}page"))

    return turn


@pytest.fixture
def shades(printed: Callable[[bytes], Path]) -> Callable[[bytes], list[list[bytes]]]:
    """Turns a .docx into grey pictures of its pages, row by row, four points of the picture a millimetre."""

    def turn(document: bytes) -> list[list[bytes]]:
        rest, found = told("pdftoppm", "-gray", "-r", "101.6", printed(document)), []
        while rest:
            _, size, _, rest = rest.split(b"\n", 3)
            width, height = map(int, size.split())
            found.append([rest[row * width : (row + 1) * width] for row in range(height)])
            rest = rest[width * height :]
        return found

    return turn


def told(*command: object) -> bytes:
    """What a program of poppler says."""
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, timeout=60).stdout
