"""Text that a spreadsheet shows and never runs, and that every file can hold.

A cell that begins with one of `= + - @`, a tab or a line break is run as a formula by spreadsheets, whatever wrote it
there; so are the full-width and small forms of these characters once the office program has normalised them. Such a
text gets a leading apostrophe; numbers and a lone dash stay as they are.
"""

from __future__ import annotations

import re
import unicodedata

_STARTS_FORMULA = frozenset("=+-@\t\r\n")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")


def storable(text: str) -> str:
    """The text without what XML forbids: control characters are dropped, half characters become U+FFFD."""
    if text.isprintable():
        return text
    return _LONE_SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", text))


def safe(text: str) -> str:
    """The text as it may stand in a cell or a CSV field: storable, line ends LF, never a formula."""
    if text[:1].isalnum() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", storable(text))
    return f"'{text}" if _would_run(text) else text


def _would_run(text: str) -> bool:
    if not text or text[0].isalnum():
        return False
    normal = unicodedata.normalize("NFKC", text)
    return normal[:1] in _STARTS_FORMULA and normal != "-" and not _NUMBER.fullmatch(normal)


class CsvFields(dict[str, str]):
    """Each distinct text once: made safe and quoted where CSV asks for it."""

    def __missing__(self, text: str) -> str:
        """The field as it stands in the file."""
        field = safe(text)
        if "," in field or '"' in field or "\n" in field:
            field = '"' + field.replace('"', '""') + '"'
        self[text] = field
        return field
