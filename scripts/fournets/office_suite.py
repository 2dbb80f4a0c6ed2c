"""LibreOffice at arm's length: Word files become PDF in one process with a time limit and a profile of its own.

The only code that starts it. Whoever has it open meanwhile is not disturbed: the profile is a new folder, gone
afterwards. A file that cannot be converted is missing from the answer; nothing is raised on its account.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_USUAL = ("ProgramFiles", "ProgramFiles(x86)")
_START_SECONDS, _SECONDS_A_FILE = 90, 4
_END = b"%%EOF"
_PDF = "pdf"
_PDF_WITH_EMPTY_SIDES = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def installed() -> str:
    """The program's path; empty when it is not on this machine."""
    found = next(filter(None, map(shutil.which, _NAMES)), "")
    usual = (Path(os.environ[name], "LibreOffice", "program", "soffice.exe") for name in _USUAL if name in os.environ)
    return found or next((str(path) for path in usual if path.is_file()), "")


def pdfs_of(program: str, documents: Sequence[bytes], *, empty_sides: bool = False) -> list[bytes | None]:
    """The PDF of every .docx, in the same order; None where there is none, or the time was up before its turn.

    `empty_sides` keeps those that stand between documents which each begin on a fresh sheet. It is left out otherwise:
    the program puts an empty side before every page 1 of a section, which one-sided printing would waste.
    """
    if not documents:
        return []
    with tempfile.TemporaryDirectory(prefix="fournets-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        names = [f"{number}.docx" for number in range(len(documents))]
        for name, data in zip(names, documents, strict=True):
            (folder / name).write_bytes(data)
        profile = (folder / "profile").as_uri()
        kind = _PDF_WITH_EMPTY_SIDES if empty_sides else _PDF
        options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", kind, "--outdir", ".")
        _run([program, f"-env:UserInstallation={profile}", *options, *names], folder, len(names))
        return [_whole(folder / name.replace(".docx", ".pdf")) for name in names]


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of LibreOffice has; 0 where its pages cannot be told."""
    return len(_PAGE.findall(pdf))


def _run(command: Sequence[str], folder: Path, files: int) -> None:
    """The process and what it starts have ended when this returns."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        process.wait(_START_SECONDS + _SECONDS_A_FILE * files)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The program works through a child: both are ended, on Windows by the tree."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _whole(path: Path) -> bytes | None:
    """A PDF that was written to its end."""
    data = path.read_bytes() if path.is_file() else b""
    return data if data.rstrip().endswith(_END) else None
