"""Text files as tables: which encoding, which delimiter, and rows as Excel would number them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from fournets.model import Raw
from fournets.reading.formats.unreadable import Unreadable
from fournets.reading.sheet import MAX_COLUMNS, MAX_ROWS, Sheet, cell_name, trimmed

DELIMITERS = (",", "\t", ";", "，", "|")
"""In order of preference where two fit alike."""

_SAMPLE_LINES = 200
_MOST_LINES_IN_A_CELL = 60
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ORDINARY = re.compile(
    r"[\t\r\n -~\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u00b0-\u00d7\u2010-\u2026\u2100-\u22ff\u25a0-\u2660]"
)
_CHINESE_UTF8 = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
_TEXT_FORMULA = re.compile(r'^="([^"]*)"$')
_SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
_UTF8_TAIL = 3
_GARBLED_SHARE = 0.01
_WIDE_SHARE = 0.7
_CONTROL_SHARE = 0.02
_FEW_ZEROS = 4
_SAME_SIDE = 0.9
_LONGEST_CELL = 1_000_000
"""No spreadsheet holds more than 32,767 characters in a cell ([MS-OI29500] 2.1.742): far beyond, it is no table."""


def read_delimited(data: bytes, stem: str) -> Sheet:
    """The one sheet of a text file, named `stem`.

    Raises Unreadable: `not_a_table`, `cut_off`, `garbled_text`, `too_spread`.
    """
    text = decoded(data)
    if len(_CONTROLS.findall(text[:100_000])) > _CONTROL_SHARE * len(text[:100_000]):
        raise Unreadable("not_a_table")
    first, _, rest = text.partition("\n")
    told = _SEPARATOR_LINE.match(first)
    rows = split(rest, told[1]) if told else split(text, delimiter_of(text))
    width = max(map(len, rows), default=0)
    if width > MAX_COLUMNS or len(rows) > MAX_ROWS:
        raise Unreadable("too_spread", {"cell": cell_name(len(rows) - 1, width - 1)})
    if max(map(len, text.splitlines()), default=0) > _LONGEST_CELL and any(
        len(cell) > _LONGEST_CELL for row in rows for cell in row
    ):
        raise Unreadable("not_a_table")
    cells: list[list[Raw]] = [[_plain(cell) for cell in row] for row in rows]
    return Sheet(stem, False, trimmed(cells))


def decoded(data: bytes) -> str:
    """The text in whichever encoding it is written; raises Unreadable: `not_a_table`, `cut_off`, `garbled_text`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding).removeprefix("\ufeff")
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - _UTF8_TAIL and not data[: fault.start].isascii():
            raise Unreadable("cut_off") from fault
    if any(map(_is_utf8, data.splitlines())):
        return _line_by_line(data)
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return _line_by_line(data)


def _strictly(data: bytes, encoding: str) -> str:
    """The text of an encoding that the file itself names."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - _UTF8_TAIL:
            raise Unreadable("cut_off") from fault
        if encoding == "utf-8":
            return _line_by_line(data.removeprefix(b"\xef\xbb\xbf"))
        raise Unreadable("garbled_text") from fault


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark, told by its zeros and its characters; a stray NUL in other text is dropped."""
    zeros = data.count(0)
    many = zeros > _CONTROL_SHARE * len(data)
    readings = dict(_wide_readings(data, zeros)) if many else {}
    share = max(readings, default=0.0)
    if share > _WIDE_SHARE:
        return readings[share]
    if many and zeros > _FEW_ZEROS:
        raise Unreadable("not_a_table")
    return decoded(data.replace(b"\x00", b""))


def _wide_readings(data: bytes, zeros: int) -> Iterator[tuple[float, str]]:
    """The data as UTF-16, with the share of ordinary characters.

    The zeros of UTF-16 are the upper halves of its ASCII characters, so nearly all lie on the same side. Any text of
    one byte a character would else look like Chinese, two letters a character.
    """
    upper = data[1::2].count(0)
    for encoding, own in (("utf-16-le", upper), ("utf-16-be", zeros - upper)):
        if own < _SAME_SIDE * zeros:
            continue
        try:
            text = data[: len(data) // 2 * 2].decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:20_000]
        yield len(_ORDINARY.findall(sample)) / max(1, len(sample)), text


def _line_by_line(data: bytes) -> str:
    """Lines of several encodings in one file; raises Unreadable `garbled_text` where too much fits none."""
    text = "".join(_line(line) for line in data.splitlines(keepends=True))
    if text.count("\ufffd") > _GARBLED_SHARE * len(text):
        raise Unreadable("not_a_table" if _CONTROLS.search(text) else "garbled_text")
    return text


def _line(line: bytes) -> str:
    return line.decode("utf-8") if _is_utf8(line) else line.decode("gb18030", "replace")


def _is_utf8(line: bytes) -> bool:
    """Whether a line must be UTF-8: it has a Chinese character of three bytes, and nothing that is against it.

    Words of GB18030 can be valid UTF-8 by accident (联通), but of two bytes each.
    """
    if not _CHINESE_UTF8.search(line):
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def delimiter_of(text: str) -> str:
    """The delimiter that gives the most lines the same number of columns; a comma where none does."""
    sample = text[: text.rfind("\n", 0, 200_000) + 1] or text[:200_000]

    def fit(delimiter: str) -> tuple[float, int]:
        """How evenly it cuts the lines (0 not at all to 2 all alike), and into how many cells."""
        rows = [row for row in _parsed(sample, delimiter)[0][:_SAMPLE_LINES] if any(row)]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            return (0.0, 0)
        width = max(widths, key=lambda columns: (widths[columns], columns))
        return (round(sum(widths.values()) / len(rows) + widths[width] / len(rows), 1), width)

    best = max(DELIMITERS, key=fit)
    return best if fit(best)[0] else ","


def split(text: str, delimiter: str) -> list[list[str]]:
    """Rows and cells; a quotation mark that nobody closed is a character like any other and swallows no rows."""
    rows, closed = _parsed(text, delimiter)
    if closed and all(cell.count("\n") <= _MOST_LINES_IN_A_CELL for row in rows for cell in row if "\n" in cell):
        return rows
    return _parsed(text, delimiter, quoted=False)[0]


def _parsed(text: str, delimiter: str, quoted: bool = True) -> tuple[list[list[str]], bool]:
    """The rows, and whether every quotation mark was closed."""
    csv.field_size_limit(max(131_072, len(text)))
    source = io.StringIO(text, newline="")
    rows = list(csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE))
    last = rows[-1][-1] if rows and rows[-1] else ""
    ended = text.endswith(("\n", "\r"))
    return rows, not (ended and last.endswith(("\n", "\r"))) and not ("\n" in last and not text.rstrip().endswith('"'))


def _plain(cell: str) -> Raw:
    """A cell as Excel shows it: `="0546"` is the text 0546."""
    if not cell:
        return None
    formula = _TEXT_FORMULA.match(cell)
    return formula[1] if formula else cell
