"""PDFs beside the papers to be printed, where the settings ask for them (`printing: {pdf: true}`).

A PDF names the Word file that it was made of in a comment behind its end; one whose Word file is the same today is
published again as it is, so that nothing changes where nothing changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from fournets import office_suite

WITH_PDF = ("打印/*/*.docx", "先看这里.docx", "日报_*.docx")
_NOT_INSTALLED = (
    "设置里要求出 PDF，但这台电脑没有装 LibreOffice，PDF 没有出；Word 文件照常可以打印。"
    "要出 PDF 请装上 LibreOffice 再运行一次，不要就把设置里 printing 的 pdf 改成 false。"
)


def with_pdfs(
    files: Iterable[tuple[str, bytes]],
    lying: Callable[[str], bytes],
    tell: Callable[[str], None],
    *,
    both_sides: bool = False,
) -> Iterator[tuple[str, bytes]]:
    """These outputs, and after them the PDFs of those that are printed.

    `lying` gives the bytes of ours that lie under a path of the day's folder now, empty when there are none;
    `tell` is told in one sentence what could not be done. With `both_sides` the empty sides are printed too.
    """
    wanted: dict[str, tuple[bytes, bytes]] = {}
    for path, data in files:
        yield path, data
        if any(PurePosixPath(path).match(pattern) for pattern in WITH_PDF):
            wanted[path.removesuffix("docx") + "pdf"] = (data, _mark(data))
    kept = {path: lying(path) for path in wanted}
    new = [path for path, (_, mark) in wanted.items() if not kept[path].endswith(mark)]
    made = dict(zip(new, _converted([wanted[path][0] for path in new], tell, both_sides=both_sides), strict=True))
    for path, (_, mark) in wanted.items():
        pdf = made.get(path) if path in made else kept[path]
        if pdf:
            yield path, pdf if path not in made else pdf.rstrip() + mark


def _mark(document: bytes) -> bytes:
    return b"\n% docx " + hashlib.sha256(document).hexdigest().encode() + b"\n"


def _converted(documents: list[bytes], tell: Callable[[str], None], *, both_sides: bool) -> list[bytes | None]:
    program = office_suite.installed()
    if not documents or not program:
        if documents:
            tell(_NOT_INSTALLED)
        return [None] * len(documents)
    made = office_suite.pdfs_of(program, documents, empty_sides=both_sides)
    missing = made.count(None)
    if missing:
        tell(f"有 {missing} 个文件没能转成 PDF，请直接打印同名的 Word 文件；下次运行会再试。")
    return made
