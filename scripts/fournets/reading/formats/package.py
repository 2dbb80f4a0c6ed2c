"""The zip container of .xlsx, .xlsm, .xlsb and .ods files, looked through before any reader may open it.

Every part is inflated once and counted as it really inflates: what the directory claims is never believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from fournets.reading.formats.container import CHUNK, Container, Part
from fournets.reading.formats.unreadable import Unreadable

MAX_PARTS = 20_000
_DOCTYPE = "<!DOCTYPE"
_UNNEEDED = ("/media/", "/printersettings/", "/thumbnail")
_DRAWN = re.compile(r"/(?:media|charts)/|/drawings/drawing\d*\.xml$")
_MAIN_TYPES = (
    ("spreadsheetml.sheet", "xlsx"),
    ("spreadsheetml.template", "xlsx"),
    ("ms-excel.sheet.macroEnabled", "xlsx"),
    ("ms-excel.template.macroEnabled", "xlsx"),
    ("ms-excel.addin.macroEnabled", "xlsx"),
    ("ms-excel.sheet.binary", "xlsb"),
    ("wordprocessingml.", "word_document"),
    ("ms-word.", "word_document"),
    ("presentationml.", "slides"),
    ("ms-powerpoint.", "slides"),
)
_OPEN_DOCUMENTS = (
    ("opendocument.spreadsheet", "ods"),
    ("sun.xml.calc", "ods"),
    ("opendocument.text", "word_document"),
    ("sun.xml.writer", "word_document"),
    ("opendocument.presentation", "slides"),
    ("sun.xml.impress", "slides"),
    ("opendocument.graphics", "picture"),
    ("sun.xml.draw", "picture"),
)


class Package:
    """A zip that is open for looking. Names of parts are compared without case, with `/` whatever was written."""

    def __init__(self, data: bytes) -> None:
        """Of a whole file; raises Unreadable: `cut_off`, `absurd_counts`."""
        self._container = Container(data)
        self._named = [(_plain(part.name), part) for part in self._container.parts]
        self._parts = dict(self._named)
        self._inflated: dict[Part, bytes] = {}
        if len(self._named) > MAX_PARTS:
            raise Unreadable("absurd_counts")

    def names(self) -> Iterator[str]:
        """The parts' names, plain."""
        return iter(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._parts

    def read(self, name: str, size: int) -> bytes:
        """The first bytes of one part, `size` of them at most. Raises KeyError where there is none."""
        part = self._parts[_plain(name)]
        start = b""
        for piece in self._pieces(part):
            start += piece
            if len(start) >= size:
                return start[:size]
        self._inflated[part] = start
        return start

    def inspect(
        self, inflated_mb: int, wanted: Callable[[str], bool], *, only_wanted_parsed: bool = False
    ) -> Iterator[tuple[str, bytes]]:
        """Inflate every part once and give the wanted ones; raises Unreadable: `inflates`, `doctype`, `cut_off`.

        Nobody may read the package before this has come to its end. Of two parts of one name both are looked at:
        another reader may take the other one. Where `only_wanted_parsed`, a document type in another part harms
        nobody: OpenDocument's macros declare one each.
        """
        left = inflated_mb * CHUNK
        for name, part in self._named:
            keep = wanted(name)
            kept: list[bytes] = []
            pieces = self._pieces(part)
            try:
                for piece in _harmless(pieces) if keep or not only_wanted_parsed else pieces:
                    left -= len(piece)
                    if left < 0:
                        raise Unreadable("inflates", {"limit": str(inflated_mb)})
                    if keep:
                        kept.append(piece)
            except Unreadable as reason:
                if reason.code != "cut_off" or not any(words in name for words in _UNNEEDED):
                    raise
            if kept:
                yield name, kept[0] if len(kept) == 1 else b"".join(kept)

    def _pieces(self, part: Part) -> Iterable[bytes]:
        return (self._inflated[part],) if part in self._inflated else self._container.pieces(part)

    def draws(self) -> bool:
        """Whether an Office package has pictures, charts or text boxes (comments are drawn too, but as .vml)."""
        return any(_DRAWN.search(name) for name in self._parts)

    def kind(self) -> str:
        """`xlsx`, `xlsb`, `ods`, or the code of the reason why this is no workbook."""
        if self.has("[Content_Types].xml"):
            return self._locked() or self._office_document()
        if self.has("mimetype") or self.has("content.xml"):
            return self._locked() or self._open_document()
        if any(name.endswith(".iwa") for name in self._parts) or self.has("index.zip"):
            return "numbers_workbook"
        if "<ls:document" in self._start("index.xml"):
            return "numbers_workbook"
        if not self._parts:
            return "blank_workbook"
        if self.has("xl/workbook.xml"):
            return self._locked() or "xlsx"
        return "xlsb" if self.has("xl/workbook.bin") else "compressed"

    def _locked(self) -> str:
        return "password" if any(part.encrypted for part in self._parts.values()) else ""

    def _start(self, name: str) -> str:
        return self.read(name, CHUNK).replace(b"\x00", b"").decode("utf-8", "replace") if self.has(name) else ""

    def _open_document(self) -> str:
        manifest = self._start("META-INF/manifest.xml")
        if "encryption-data" in manifest:
            return "password"
        said = self._start("mimetype") or manifest
        for words, kind in _OPEN_DOCUMENTS:
            if words in said:
                return kind
        return "ods" if "spreadsheet" in self._start("content.xml") else "compressed"

    def _office_document(self) -> str:
        types = self._start("[Content_Types].xml")
        for words, kind in _MAIN_TYPES:
            if re.search(re.escape(words) + r"[\w.+-]*main", types):
                return kind
        for name, kind in (
            ("xl/workbook.bin", "xlsb"),
            ("xl/workbook.xml", "xlsx"),
            ("word/document.xml", "word_document"),
        ):
            if self.has(name):
                return kind
        return "compressed"


def _harmless(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """The same pieces; raises Unreadable `doctype` where it is XML that declares a document type."""
    if not isinstance(pieces, tuple):
        return _harmless_together(pieces)
    for whole in pieces:
        if _mark(whole) in whole:
            raise Unreadable("doctype")
    return pieces


def _harmless_together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    tail = b""
    mark: bytes | None = None
    for chunk in pieces:
        mark = mark or _mark(chunk)
        if mark in chunk or (tail and mark in tail + chunk[: len(mark)]):
            raise Unreadable("doctype")
        tail = chunk[-len(mark) :]
        yield chunk


def _mark(start: bytes) -> bytes:
    """How a document type begins in XML that begins so."""
    if start[:2] == b"\xff\xfe" or start[:4] == b"<\x00?\x00":
        return _DOCTYPE.encode("utf-16-le")
    return _DOCTYPE.encode("utf-16-be") if start[:2] in (b"\xfe\xff", b"\x00<") else _DOCTYPE.encode()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
