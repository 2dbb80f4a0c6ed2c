"""Body temperatures in ℃ with one decimal; 34–42 is plausible."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from fournets.model import Parsed, Problem, Raw
from fournets.values.numerals import to_arabic
from fournets.values.text import EMPTY_MARKS, clean

NORMAL = frozenset(
    {"正常", "体温正常", "均正常", "无异常", "无发热", "不发热", "不发烧", "未发热", "良好", "√", "✓", "合格"}
)
NOT_TAKEN = frozenset({"未测", "未量", "没测", "未测量", "漏测", "未测温", "没量", "未登记", "不在家", "外出"})
_UNIT = re.compile(
    r"摄氏度|℃|°[Cc]?|度[Cc]|[Cc]$|[°]|(?:额温?|腋下?温?|耳温?|腕温?|体)温?[:：]?(?=\d)|^T(?=\d)|左右|约|正常|良好|无异常|发[热烧]|偏高|[。.,，、;；]+$"
)
_BRACKETS = re.compile(r"[(（]([^)）]*)[)）]")
_READING = re.compile(r"(?:3[4-9]|4[0-2])[.。]\d")
_BELOW = re.compile(
    r"(?:低于|小于|不超过|不高于|未超过?|<|＜|≤)\s*37[.。]?[0-3]?(?:度|℃)?|37[.。][0-3]?(?:度|℃)?(?:以下|以内)"
)
_DEGREES = re.compile(r"(\d{2})\s*(?:度|[.。,，·、:：;；'‘’`]+)\s*(\d{1,2})?\s*[度分]?")
_SEVERAL = re.compile(r"\s*[/／、;；|\n]\s*|\s+|(?<=\d\.\d)[,，](?=\d{2})|(?<=\d\.\d)\s*[-~～—至到]+\s*(?=\d{2}\.)")
_LABELLED = re.compile(
    r"(早[上晨]?|晨|上午|中午|午间?|下午|晚[上间]?|傍晚|AM|PM|am|pm)[:：]?\s*(\d{2}[^\u4e00-\u9fffA-Za-z]*?(?:度\d?|℃)?)[\s,，、;；/]*"
)
_MORNING, _NOON = ("早", "晨", "上午", "AM", "am"), ("中午", "午")


@lru_cache(maxsize=4096, typed=True)
def parse_temperatures(raw: Raw) -> Parsed[tuple[str, ...]]:
    """Each reading as text with one decimal, or `normal`, or `not_taken`; nothing and a finding for what is none.

    A reading that was not taken in beside one that was has a finding too.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _checked(clean(raw), (Decimal(clean(raw)),))
    text = clean(raw)
    if text in NORMAL or _BELOW.fullmatch(text):
        return Parsed(("normal",))
    if text in NOT_TAKEN:
        return Parsed(("not_taken",))
    if text in EMPTY_MARKS:
        return Parsed(())
    numbers = _numbers(_bare(text))
    if not numbers:
        return Parsed((), (Problem("temperature_unreadable", {"written": text}),))
    read = _checked(text, numbers)
    if read.problems or not _another_in_brackets(text):
        return read
    return Parsed(read.value, (Problem("several_temperatures", {"written": text}),))


def labelled_temperatures(raw: Raw) -> tuple[tuple[str, str], ...]:
    """早36.5晚36.7 → (morning, 36.5), (evening, 36.7); empty unless the whole cell is such."""
    text = clean(raw)
    found = list(_LABELLED.finditer(text))
    if len(found) < 2 or "".join(match.group() for match in found) != text:
        return ()
    readings = [(_slot(match[1]), parse_temperatures(match[2].strip(" ,，、;；/"))) for match in found]
    if any(parsed.problems or len(parsed.value) != 1 for _, parsed in readings):
        return ()
    return tuple((slot, parsed.value[0]) for slot, parsed in readings)


def _slot(word: str) -> str:
    if word.startswith(_MORNING):
        return "morning"
    return "noon" if word.startswith(_NOON) else "evening"


def _another_in_brackets(text: str) -> bool:
    """Whether a second reading stands in brackets beside the first (37.3（复测36.8）): the first one is read alone."""
    outside = _BRACKETS.sub("", text)
    return any(map(_READING.search, _BRACKETS.findall(text))) and _READING.search(outside) is not None


def _bare(text: str) -> str:
    """Without units, remarks and the words beside a reading; a reading inside brackets stays."""
    outside = _UNIT.sub("", _BRACKETS.sub("", text)).strip()
    return outside or _UNIT.sub("", _BRACKETS.sub(r"\1", text)).strip()


def _numbers(text: str) -> tuple[Decimal, ...]:
    """Every reading of the cell; nothing unless all of it is readings."""
    for parts in ([part for part in _SEVERAL.split(text) if part], [text], [text.replace(" ", "")]):
        numbers = [_number(part) for part in parts]
        if numbers and all(number is not None for number in numbers):
            return tuple(number for number in numbers if number is not None)
    return ()


def _number(text: str) -> Decimal | None:
    text = to_arabic(text.replace("点", ".").strip())
    if found := _DEGREES.fullmatch(text):
        return Decimal(f"{found[1]}.{found[2] or 0}")
    return Decimal(text) if re.fullmatch(r"\d{2,3}(?:\.\d+)?", text) else None


def _checked(written: str, numbers: tuple[Decimal, ...]) -> Parsed[tuple[str, ...]]:
    """A missing point is put back only where nothing else is possible (365 → 36.5)."""
    read = [number / 10 if 340 <= number <= 420 and number == int(number) else number for number in numbers]
    if not all(34 <= number <= 42 for number in read):
        return Parsed((), (Problem("temperature_implausible", {"written": written}),))
    return Parsed(tuple(str(number.quantize(Decimal("0.1"), ROUND_HALF_UP)) for number in read))
