"""Body temperatures in ℃ with one decimal; 34–42 is plausible."""

from __future__ import annotations

import re

from fournets.model import Parsed, Problem, Raw
from fournets.values.numerals import to_arabic
from fournets.values.text import EMPTY_MARKS, clean

NORMAL = frozenset(
    {"正常", "体温正常", "均正常", "无异常", "无发热", "不发热", "不发烧", "未发热", "良好", "√", "✓", "合格"}
)
NOT_TAKEN = frozenset({"未测", "未量", "没测", "未测量", "漏测", "未测温", "没量", "未登记", "不在家", "外出"})
_UNIT = re.compile(r"摄氏度|℃|°C|°c|度C|[°]|C$|c$|体温[:：]?|^T")
_DEGREES = re.compile(r"(\d{2})\s*(?:度|[.。,，·、:：])\s*(\d{1,2})?\s*度?")
_SEVERAL = re.compile(r"\s*[/／、;；|\n]\s*|\s+|(?<=\.\d)[,，](?=\d{2})|(?<=\d\.\d)\s*-\s*(?=\d{2}\.)")


def parse_temperatures(raw: Raw) -> Parsed[tuple[str, ...]]:
    """Each reading as text with one decimal, or `normal`, or `not_taken`; nothing and a finding for what is none."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _checked(clean(raw), (float(raw),))
    text = clean(raw)
    if text in NORMAL:
        return Parsed(("normal",))
    if text in NOT_TAKEN:
        return Parsed(("not_taken",))
    if text in EMPTY_MARKS:
        return Parsed(())
    numbers = [_number(part) for part in _SEVERAL.split(_UNIT.sub("", text)) if part]
    if not numbers or None in numbers:
        whole = _number(_UNIT.sub("", text))
        if whole is None:
            return Parsed((), (Problem("temperature_unreadable", {"written": text}),))
        numbers = [whole]
    return _checked(text, tuple(number for number in numbers if number is not None))


def _number(text: str) -> float | None:
    text = to_arabic(text.replace("点", ".").strip())
    if found := _DEGREES.fullmatch(text):
        return float(f"{found[1]}.{found[2] or 0}")
    return float(text) if re.fullmatch(r"\d{2,3}(?:\.\d+)?", text) else None


def _checked(written: str, numbers: tuple[float, ...]) -> Parsed[tuple[str, ...]]:
    """A missing point is put back only where nothing else is possible (365 → 36.5)."""
    read = [number / 10 if 340 <= number <= 420 and number == int(number) else number for number in numbers]
    if not all(34 <= number <= 42 for number in read):
        return Parsed((), (Problem("temperature_implausible", {"written": written}),))
    return Parsed(tuple(f"{number:.1f}" for number in read))
