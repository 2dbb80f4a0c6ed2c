"""What every parser starts from: a cell's text without the accidents of typing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache

from fournets.model import Raw

_SPACES = re.compile(r"[\s\u3000\u00a0\u2000-\u200a\u202f\ufeff]+")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD])
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_AS_FORMULA = re.compile(r'^="(.*)"$')
_NOTHING_TO_DO = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]+")
_ASCII_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
EMPTY_MARKS = frozenset(
    {
        "",
        "-",
        "--",
        "---",
        "/",
        "\\",
        "—",
        "——",
        "———",
        "－",
        "无",
        "没有",
        "不详",
        "未知",
        "不知道",
        "空",
        "(空)",
        "(跳过)",
        "暂无",
        "N/A",
        "n/a",
        "NA",
        "#N/A",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "无.",
        "无。",
    }
)
DITTO = frozenset({"同上", "〃", "″", '"', "''", "”", "“", "同左", "如上", "同前", "同上行", "..", "…"})


def clean(raw: Raw) -> str:
    """The cell as text: trimmed, inner white space one blank, full-width ASCII narrow, whole floats without a point."""
    if isinstance(raw, str):
        return _cleaned(raw)
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time(0) else raw.strftime("%Y-%m-%d %H:%M")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, time):
        return raw.strftime("%H:%M")
    return str(raw)


def plain_among(texts: Iterable[str]) -> frozenset[str]:
    """Those of ASCII letters, digits and Chinese characters only: cleaning leaves them as they are."""
    return frozenset(filter(_NOTHING_TO_DO.fullmatch, texts))


@lru_cache(maxsize=1 << 17)
def _cleaned(text: str) -> str:
    """Kept, because the same words stand in thousands of cells and every cell is looked at several times."""
    if _NOTHING_TO_DO.fullmatch(text):
        return text
    if not text.isascii():
        text = text.translate(_ASCII_WIDE).translate(_INVISIBLE)
    text = _SPACES.sub(" ", text.translate(_CONTROLS)).strip()
    if text.startswith("="):
        text = _AS_FORMULA.sub(r"\1", text)
    return text[1:].strip() if text.startswith("'") else text


def as_written(raw: Raw) -> str:
    """A cell of free words: nothing changed but the white space around it and characters that no page can show."""
    return raw.translate(_CONTROLS).translate(_INVISIBLE).strip() if isinstance(raw, str) else clean(raw)


def has_unprintable(raw: Raw) -> bool:
    """Whether the cell holds control characters or halves of characters; they are left out of every value."""
    return isinstance(raw, str) and _UNPRINTABLE.search(raw) is not None


def is_blank(raw: Raw) -> bool:
    """Whether nothing stands in the cell."""
    return raw is None or (isinstance(raw, str) and not clean(raw))


def is_ditto(raw: Raw) -> bool:
    """Whether the cell says the same as the one above: 同上, 〃."""
    return isinstance(raw, str) and clean(raw) in DITTO
