"""Telephone numbers: mobiles 1[3-9] + 9 digits, landlines with the area code."""

from __future__ import annotations

import re
from typing import NamedTuple

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, clean

_MOBILE = re.compile(r"1[3-9]\d{9}")
_MASKED = re.compile(r"[\d*xX]{7,12}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_CHUNK = re.compile(r"\+?[\d*][\d*\-—－–\s()（）.·]*")
_GLUE = re.compile(r"[\s\-—－–()（）.·+]")
_EXTENSION = re.compile(r"(?<=\d)\s*(?:转|分机|(?<=\d{7})-(?=\d{2,4}$))\s*(\d{1,5})$")
_NONE = re.compile(r"(?:未|没|无|不|拒|停机|空号|关机|忘|保密|暂|儿童|小孩|老人机?)[^\d]*")


def parse_phones(raw: Raw, area_code: str = "0546", local_digits: tuple[int, ...] = (7,)) -> Parsed[str]:
    """Every number in the cell, digits only, joined by `;`. A wrong length empties the cell: no digit is guessed.

    `area_code` goes before landlines that are written without one, `local_digits` is how long such a number may be.
    """
    if isinstance(raw, str) and raw.isascii() and _MOBILE.fullmatch(raw):
        return Parsed(raw)
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
        found = _numbers(chunk, Locality(area_code, local_digits))
        if found is None:
            return Parsed("", (Problem("phone_length", {"written": text}),))
        numbers += found
    if not numbers:
        return Parsed("", (Problem("phone_length", {"written": text}),))
    said = () if bare == text else (Problem("phone_extension", {"written": text}),)
    return Parsed(";".join(dict.fromkeys(numbers)), said)


class Locality(NamedTuple):
    """Where landlines without an area code ring."""

    area_code: str
    local_digits: tuple[int, ...]


def mobiles(joined: str) -> tuple[str, ...]:
    """The 11-digit mobiles of a parsed cell."""
    return tuple(number for number in joined.split(";") if _MOBILE.fullmatch(number))


def matches_masked_phone(masked: str, full: str) -> bool:
    """Whether 139****0001 may be this number."""
    return len(masked) == len(full) and all(a in "*xX" or a == b for a, b in zip(masked, full, strict=True))


def _numbers(chunk: str, home: Locality) -> list[str] | None:
    """The numbers in one part; None when digits stand there that are no telephone number."""
    numbers = []
    for found in _CHUNK.findall(chunk):
        whole = _whole(_digits(found), home) or _spaced(found, home)
        if not whole:
            return None
        numbers += whole
    return numbers


def _digits(found: str) -> str:
    digits = _GLUE.sub("", found)
    if digits.startswith("0086") or (digits.startswith("86") and len(digits) == 13):
        digits = digits.removeprefix("00").removeprefix("86")
    return digits


def _spaced(found: str, home: Locality) -> list[str]:
    """Several numbers with nothing but white space between them; nothing unless each is whole."""
    numbers = [_whole(_digits(part), home) for part in found.split()]
    return [number for whole in numbers for number in whole] if all(numbers) else []


def _whole(digits: str, home: Locality) -> list[str]:
    if _MOBILE.fullmatch(digits) or ("*" in digits and _MASKED.fullmatch(digits)):
        return [digits]
    if len(digits) == 22 and _MOBILE.fullmatch(digits[:11]) and _MOBILE.fullmatch(digits[11:]):
        return [digits[:11], digits[11:]]
    if len(digits) in home.local_digits and re.fullmatch(r"[2-9]\d+", digits):
        return [home.area_code + digits]
    if re.fullmatch(r"0\d{2,3}[1-9]\d{6,7}|[48]00\d{7}", digits):
        return [digits]
    bare_code = home.area_code.lstrip("0")
    local = digits.removeprefix(bare_code)
    if digits != local and len(local) in home.local_digits and local[0] in "23456789":  # a cell ate the leading zero
        return ["0" + digits]
    return []
