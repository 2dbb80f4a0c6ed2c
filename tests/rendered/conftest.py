"""Documents turned into pages and looked at; only where LibreOffice and poppler are installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

TOOLS = ("soffice", "pdftotext")
collect_ignore_glob = [] if all(map(shutil.which, TOOLS)) else ["test_*.py"]


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own folder, made once: making it is what takes time."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def pages(tmp_path: Path, profile: Path) -> Callable[[bytes], list[str]]:
    """Turns a .docx into the text of its pages, laid out as on paper."""

    def turn(document: bytes) -> list[str]:
        path = tmp_path / "document.docx"
        path.write_bytes(document)
        own = f"-env:UserInstallation=file://{profile}"
        command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        command = ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"]
        text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
        return text.split("\f")[:-1]

    return turn
