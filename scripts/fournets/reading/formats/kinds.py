"""What a file is, by its first bytes and never by its extension."""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """What is to be opened how; anything else is held at once for the reason that `told_apart` gives."""

    ZIP = auto()
    COMPOUND = auto()
    XML = auto()
    TEXT = auto()


HEAD = 8192
"""How many of a file's first bytes tell what it is."""

_STARTS: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("picture", (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x01\x00")),
    ("picture", (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00\x6c\x00\x00\x00", b"AC10")),
    ("sound_or_film", (b"OggS", b"fLaC", b"\x1a\x45\xdf\xa3", b"FLV\x01", b"#!AMR", b"\x02#!SILK", b"#!SILK")),
    ("sound_or_film", (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"MThd", b".RMF")),
    ("compressed", (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF")),
    ("word_document", (b"{\\rtf", b"\xdb\xa5-\x00", b"\x31\xbe\x00\x00")),
    (
        "old_workbook",
        (b"\x09\x00\x04\x00", b"\x09\x00\x06\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00"),
    ),
    ("old_workbook", (b"\x09\x08\x10\x00", b"\x00\x00\x02\x00", b"\x00\x00\x1a\x00", b"TABLE\r\n0,1", b"TABLE\n0,1")),
    ("not_a_table", (b"\x7fELF", b"SQLite format 3", b"L\x00\x00\x00\x01\x14\x02\x00", b"[InternetShortcut]")),
    ("not_a_table", (b"\xca\xfe\xba\xbe", b"\x00\x01\x00\x00Standard", b"wOFF")),
)
_STARTS_OF_BINARIES: tuple[tuple[str, bytes], ...] = (
    ("not_a_table", b"MZ"),
    ("sound_or_film", b"ID3"),
    ("compressed", b"BZh"),
    ("picture", b"BM"),
)
"""Starts that a heading could have too; they count only where bytes follow that no text has."""
_RIFF = {b"WEBP": "picture", b"WAVE": "sound_or_film", b"AVI ": "sound_or_film"}
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heif", b"mif1", b"msf1", b"avif"})
_BLANK = b" \t\r\n\x00"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style|script|center|font|p|br|title)\b",
    re.I | re.S,
)
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?MIME-Version:", re.I)
_SYLK = re.compile(rb"ID;P[A-Z0-9]*(?:;[A-Z])*\r?\n[A-Z];")
_INSIDE = (
    (re.compile(rb"PK\x03\x04[\x0a-\x3f]\x00"), Kind.ZIP),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Kind.COMPOUND),
)
"""How workbooks begin that stand behind something else: a web page often prints a mark or a line before the file."""
_NO_TEXT = re.compile(rb"[\x00-\x06\x0e-\x1a]")


def told_apart(head: bytes) -> Kind | str:
    """The kind of a file from its first `HEAD` bytes, or the code of the reason why it is no table."""
    if not head:
        return "empty_file"
    if not head.strip(b"\x00"):
        return "not_a_table"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK00PK")):
        return Kind.ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return Kind.COMPOUND
    if code := _binary(head):
        return code
    return next((kind for start, kind in _INSIDE if start.search(head)), None) or _written(head)


def _binary(head: bytes) -> str:
    """The reason for a well-known format that is no table; empty when the bytes tell nothing."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for code, starts in _STARTS:
        if head.startswith(starts):
            return code
    if _NO_TEXT.search(head):
        for code, start in _STARTS_OF_BINARIES:
            if head.startswith(start):
                return code
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "sound_or_film")
    if head[4:8] == b"ftyp":
        return "picture" if head[8:12] in _PICTURE_BRANDS else "sound_or_film"
    if head[257:262] == b"ustar" or head[2:5] in (b"-lh", b"-lz"):
        return "compressed"
    return "old_workbook" if _SYLK.match(head) else ""


def _written(head: bytes) -> Kind | str:
    """What the beginning of a text says: a web page, an XML file, a mail, or plain text."""
    start = _ascii(head).lstrip()
    if _PAGE.match(start):
        return "web_page"
    if _MAIL.match(start):
        return "web_page"
    if start.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")) or re.match(rb"<[A-Za-z_][\w.-]*[\s>:/]", start):
        return "web_page" if re.search(rb"<(?:\w+:)?html[\s>]|<!doctype html", start, re.I) else Kind.XML
    return Kind.TEXT


def _ascii(head: bytes) -> bytes:
    """The first bytes without their mark, and UTF-16 reduced to its ASCII letters, for looking at markup only."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if head[:4].count(0) == 2:
        head = head.replace(b"\x00", b"")
    return head.lstrip(_BLANK)
