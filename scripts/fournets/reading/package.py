"""The zip container of .xlsx, .xlsm, .xlsb and .ods files, looked through before any reader may open it.

Every part is inflated once and counted as it really inflates: what the directory claims is never believed.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lxml import etree

from fournets.reading.unreadable import Unreadable

CHUNK = 1 << 20
MAX_PARTS = 20_000
_DOCTYPE = "<!DOCTYPE"
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError)
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
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def parse(data: bytes) -> etree._Element:
    """The root of a small XML part, entities unresolved and nothing fetched; raises `etree.XMLSyntaxError`."""
    return etree.fromstring(data, etree.XMLParser(**_PARSER))


def local(element: etree._Element | None) -> str:
    """An element's name without its namespace; empty for comments, instructions, and for the parent of the root."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


class Package:
    """A zip that is open for looking. Names of parts are compared without case, with `/` whatever was written."""

    def __init__(self, path: Path) -> None:
        """Raises Unreadable: `cut_off`, `absurd_counts`."""
        try:
            self._zip = zipfile.ZipFile(path)
        except (FileNotFoundError, PermissionError):
            raise
        except (*_TORN, NotImplementedError) as torn:
            raise Unreadable("cut_off") from torn
        self._parts = {_plain(info.filename): info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > MAX_PARTS:
            raise Unreadable("absurd_counts")

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def names(self) -> Iterator[str]:
        """The parts' names, plain."""
        return iter(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._parts

    def read(self, name: str, size: int = -1) -> bytes:
        """One part, or its first bytes; whole only after `inspect`. Raises KeyError where there is none."""
        with _open(self._zip, self._parts[_plain(name)]) as part:
            return part.read(size)

    def inspect(
        self, inflated_mb: int, wanted: Callable[[str], bool], *, only_wanted_parsed: bool = False
    ) -> Iterator[tuple[str, bytes]]:
        """Inflate every part once and give the wanted ones; raises Unreadable: `inflates`, `doctype`, `cut_off`.

        Nobody may read the package before this has come to its end. Of two parts of one name both are looked at:
        another reader may take the other one. Where `only_wanted_parsed`, a document type in another part harms
        nobody: OpenDocument's macros declare one each.
        """
        left = inflated_mb * CHUNK
        for info in self._zip.infolist():
            name = _plain(info.filename)
            kept: list[bytes] = []
            try:
                with _open(self._zip, info) as part:
                    looked_at = wanted(name) or not only_wanted_parsed
                    for chunk in _harmless(part) if looked_at else _pieces(part):
                        left -= len(chunk)
                        if left < 0:
                            raise Unreadable("inflates", {"limit": str(inflated_mb)})
                        if wanted(name):
                            kept.append(chunk)
            except Unreadable as reason:
                if reason.code != "cut_off" or not any(words in name for words in _UNNEEDED):
                    raise
            if kept:
                yield name, kept[0] if len(kept) == 1 else b"".join(kept)

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
        return "password" if any(info.flag_bits & 1 for info in self._parts.values()) else ""

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


@contextmanager
def _open(container: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    """One part for reading; whatever is wrong with it says that the file is damaged."""
    try:
        with container.open(info) as part:
            yield part
    except (NotImplementedError, RuntimeError) as strange:
        raise Unreadable("nothing_readable") from strange
    except _TORN as torn:
        raise Unreadable("cut_off") from torn


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: part.read(CHUNK), b"")


def _harmless(part: IO[bytes]) -> Iterator[bytes]:
    """The part piece by piece; raises Unreadable `doctype` where it is XML that declares a document type."""
    tail = b""
    mark: bytes | None = None
    while chunk := part.read(CHUNK):
        if mark is None:
            mark = _DOCTYPE.encode(_encoding(chunk))
        if mark in chunk or (tail and mark in tail + chunk[: len(mark)]):
            raise Unreadable("doctype")
        tail = chunk[-len(mark) :]
        yield chunk


def _encoding(start: bytes) -> str:
    """How XML that begins so is written."""
    if start[:2] == b"\xff\xfe" or start[:4] == b"<\x00?\x00":
        return "utf-16-le"
    return "utf-16-be" if start[:2] in (b"\xfe\xff", b"\x00<") else "utf-8"


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
