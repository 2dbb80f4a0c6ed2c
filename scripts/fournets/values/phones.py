"""Telephone numbers: mobiles 1[3-9] + 9 digits, landlines with the area code."""

from __future__ import annotations

import re

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, clean

_MOBILE = re.compile(r"1[3-9]\d{9}")
_MASKED = re.compile(r"[\d*xX]{7,12}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_CHUNK = re.compile(r"\+?[\d*][\d*\-—－–\s()（）.·]*")
_GLUE = re.compile(r"[\s\-—－–()（）.·+]")
_EXTENSION = re.compile(r"(?<=\d)\s*(?:转|分机|(?<=\d{7})-(?=\d{2,4}$))\s*(\d{1,5})$")
_NONE = re.compile(r"(?:未|没|无|不|拒|停机|空号|关机|忘|保密|暂|儿童|小孩|老人机?)[^\d]*")


def parse_phones(raw: Raw, area_code: str = "0546") -> Parsed[str]:
    """Every number in the cell, digits only, joined by `;`. A wrong length empties the cell: no digit is guessed."""
    if isinstance(raw, float) and not raw.is_integer():
        return Parsed("", (Problem("phone_damaged", {"written": clean(raw)}),))
    text = (
        str(int(raw)) if isinstance(raw, float) else str(raw).replace("\n", "/") if isinstance(raw, str) else clean(raw)
    )
    text = clean(text)
    if _MOBILE.fullmatch(text):
        return Parsed(text)
    if text in EMPTY_MARKS or _NONE.fullmatch(text):
        return Parsed("")
    if _SCIENTIFIC.fullmatch(text):
        return Parsed("", (Problem("phone_damaged", {"written": text}),))
    numbers: list[str] = []
    bare = _EXTENSION.sub("", text)
    for chunk in re.split(r"[/、;；,，|\\或和及]", bare):
        found = _numbers(chunk, area_code)
        if found is None:
            return Parsed("", (Problem("phone_length", {"written": text}),))
        numbers += found
    if not numbers:
        return Parsed("", (Problem("phone_length", {"written": text}),))
    said = () if bare == text else (Problem("phone_extension", {"written": text}),)
    return Parsed(";".join(dict.fromkeys(numbers)), said)


def mobiles(joined: str) -> tuple[str, ...]:
    """The 11-digit mobiles of a parsed cell."""
    return tuple(number for number in joined.split(";") if _MOBILE.fullmatch(number))


def matches_masked_phone(masked: str, full: str) -> bool:
    """Whether 139****0001 may be this number."""
    return len(masked) == len(full) and all(a in "*xX" or a == b for a, b in zip(masked, full, strict=True))


def _numbers(chunk: str, area_code: str) -> list[str] | None:
    """The numbers in one part; None when digits stand there that are no telephone number."""
    numbers = []
    for found in _CHUNK.findall(chunk):
        whole = _whole(_digits(found), area_code) or _spaced(found, area_code)
        if not whole:
            return None
        numbers += whole
    return numbers


def _digits(found: str) -> str:
    digits = _GLUE.sub("", found)
    if digits.startswith("0086") or (digits.startswith("86") and len(digits) == 13):
        digits = digits.removeprefix("00").removeprefix("86")
    return digits


def _spaced(found: str, area_code: str) -> list[str]:
    """Several numbers with nothing but white space between them; nothing unless each is whole."""
    numbers = [_whole(_digits(part), area_code) for part in found.split()]
    return [number for whole in numbers for number in whole] if all(numbers) else []


def _whole(digits: str, area_code: str) -> list[str]:
    if _MOBILE.fullmatch(digits) or ("*" in digits and _MASKED.fullmatch(digits)):
        return [digits]
    if len(digits) == 22 and _MOBILE.fullmatch(digits[:11]) and _MOBILE.fullmatch(digits[11:]):
        return [digits[:11], digits[11:]]
    if re.fullmatch(r"[2-9]\d{6}", digits):
        return [area_code + digits]
    if re.fullmatch(r"0\d{2,3}[1-9]\d{6,7}|[48]00\d{7}", digits):
        return [digits]
    if re.fullmatch(rf"{area_code.lstrip('0')}[2-9]\d{{6}}", digits):  # a number cell ate the leading zero
        return ["0" + digits]
    return []
