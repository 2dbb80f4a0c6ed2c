"""The zip container of .xlsx, .xlsm, .xlsb and .ods files, looked through before any reader may open it.

Every part is inflated once and counted as it really inflates: what the directory claims is never believed.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from fournets.reading.formats.unreadable import Unreadable

CHUNK = 1 << 20
MAX_PARTS = 20_000
_DOCTYPE = "<!DOCTYPE"
_TORN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError)
_HEADER = struct.Struct("<4s22xHH")
"""A part's own header (APPNOTE.TXT 4.3.7): signature, and the lengths of the name and of the extra field after it."""
_SIGNATURE = b"PK\x03\x04"
_UTF8_NAME = 0x800
_SPECIAL = 0x1 | 0x20 | 0x40
"""Flags of parts that are encrypted or patched: for the standard module to refuse."""
_FED = 256 << 10
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
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_TORN, NotImplementedError) as torn:
            raise Unreadable("cut_off") from torn
        self._entries = [(_plain(entry.filename), entry) for entry in self._zip.infolist()]
        self._parts = dict(self._entries)
        self._inflated: dict[zipfile.ZipInfo, bytes] = {}
        if len(self._entries) > MAX_PARTS:
            raise Unreadable("absurd_counts")

    def names(self) -> Iterator[str]:
        """The parts' names, plain."""
        return iter(self._parts)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _plain(name) in self._parts

    def read(self, name: str, size: int) -> bytes:
        """The first bytes of one part, `size` of them at most. Raises KeyError where there is none."""
        entry = self._parts[_plain(name)]
        start = b""
        for piece in self._pieces(entry):
            start += piece
            if len(start) >= size:
                return start[:size]
        self._inflated[entry] = start
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
        for name, entry in self._entries:
            keep = wanted(name)
            kept: list[bytes] = []
            pieces = self._pieces(entry)
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

    def _pieces(self, entry: zipfile.ZipInfo) -> Iterable[bytes]:
        """One part as it really inflates; whatever is wrong with it says that the file is damaged (Unreadable)."""
        if entry not in self._inflated:
            whole = _inflated_at_once(self._data, entry)
            return self._one_by_one(entry) if whole is None else (whole,)
        return (self._inflated[entry],)

    def _one_by_one(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            if entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not entry.flag_bits & _SPECIAL:
                yield from _inflated(_compressed(self._data, entry), entry)
            else:
                with self._zip.open(entry) as part:
                    yield from iter(lambda: part.read(CHUNK), b"")
        except (NotImplementedError, RuntimeError) as strange:
            raise Unreadable("nothing_readable") from strange
        except _TORN as torn:
            raise Unreadable("cut_off") from torn

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


def _compressed(data: bytes, entry: zipfile.ZipInfo) -> memoryview:
    """Where a part's bytes stand; raises BadZipFile where its own header does not agree with the directory.

    The standard module opens a file object for each part, which takes ten times as long as to inflate a small one.
    """
    start = entry.header_offset + _HEADER.size
    signature, name_bytes, extra_bytes = _HEADER.unpack(data[entry.header_offset : start])
    name = data[start : start + name_bytes].decode("utf-8" if entry.flag_bits & _UTF8_NAME else "cp437")
    start += name_bytes + extra_bytes
    found = memoryview(data)[start : start + entry.compress_size]
    if signature != _SIGNATURE or name != entry.orig_filename or len(found) != entry.compress_size:
        raise zipfile.BadZipFile(entry.filename)
    return found


def _inflated_at_once(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """A sound part of one piece, as nearly all are; None for any other."""
    if entry.compress_type != zipfile.ZIP_DEFLATED or entry.flag_bits & _SPECIAL or entry.compress_size > _FED:
        return None
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = inflating.decompress(_compressed(data, entry), CHUNK)
    except _TORN:
        return None
    return whole if inflating.eof and zlib.crc32(whole) == entry.CRC else None


def _inflated(compressed: memoryview, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """In pieces of `CHUNK` bytes at most, however much a few bytes hold; raises BadZipFile where they are damaged."""
    checksum = 0
    for piece in _deflated(compressed) if entry.compress_type else _stored(compressed):
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if checksum != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)


def _stored(data: memoryview) -> Iterator[bytes]:
    return (bytes(data[start : start + CHUNK]) for start in range(0, len(data), CHUNK))


def _deflated(compressed: memoryview) -> Iterator[bytes]:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(compressed), _FED):
        fed: memoryview | bytes = compressed[start : start + _FED]
        while fed and not inflating.eof:
            yield inflating.decompress(fed, CHUNK)
            fed = inflating.unconsumed_tail
    if not inflating.eof:
        yield inflating.flush()


def _harmless(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces; raises Unreadable `doctype` where it is XML that declares a document type."""
    tail = b""
    mark: bytes | None = None
    for chunk in pieces:
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
