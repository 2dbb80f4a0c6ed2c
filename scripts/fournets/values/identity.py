"""Resident ID numbers (GB 11643-1999)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from operator import mul

from fournets.model import Parsed, Problem, Raw
from fournets.values.text import EMPTY_MARKS, clean

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_SHAPE = re.compile(r"[1-9]\d{16}[\dX]")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_MASKED = re.compile(r"(?=.*\*)[\dXx*]{6,18}")
_OTHER_PAPER = re.compile(r"[A-Za-z]{1,3}[-]?\d{5,12}[A-Za-z]?|(?:护照|港澳|台胞|军官|士兵|出生|户口).*")
_GLUE = re.compile(r"[\s\-—.,，。·:：'‘’`]")
_PREFIX = re.compile(r"^(?:居民|公民)?(?:身份证?(?:号码?)?|证件号码?|户口本?|ID)[:：]?(?=\d)")
_REMARK = re.compile(r"\s*[(（【][^)）】]*[)）】]$")
_NO_NUMBER = re.compile(
    r"(?:未|没|无|忘|不|拒|遗失|丢失|补办|正在|办理|新生|刚出生|儿童|幼儿|婴|小孩|孩子|年幼|保密)[^\d]*|[^\d]*(?:无证|没有|未办|未上户)"
)
_LAST_DIGITS = re.compile(r"(?:\d{2})?\d{3}[\dX]")
_LENGTH = 18
_FEWEST_SEEN = 14
"""Area and birthday: with the name they say who it is, fewer digits do not."""
_HONG_KONG = re.compile(r"[A-Z]{1,2}\d{6}\([\dA]\)")


def check_digit(first17: str) -> str:
    """The eighteenth sign: remainder 0–10 of the weighted sum → 1 0 X 9 8 7 6 5 4 3 2."""
    return _CHECKS[sum(map(mul, map(int, first17), _WEIGHTS)) % 11]


@lru_cache(maxsize=1 << 17)
def is_valid_id(text: str) -> bool:
    """Whether this is an 18-digit number with a possible birthday and the right check digit."""
    return bool(_SHAPE.fullmatch(text)) and bool(birth_date(text)) and check_digit(text[:17]) == text[17]


def birth_date(id18: str) -> str:
    """The birthday inside an 18-digit number as ISO text; empty when there is no such day."""
    return _day(id18[6:14]) if id18[6:8] in ("18", "19", "20") else ""


@lru_cache(maxsize=65536)
def _day(digits: str) -> str:
    """19700203 as ISO text; kept, because there are fewer days than people."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return ""


def sex(id18: str) -> str:
    """`male` or `female` by the parity of the sequence number; empty for what is no ID number."""
    return ("male" if int(id18[16]) % 2 else "female") if is_valid_id(id18) else ""


def parse_id_number(raw: Raw) -> Parsed[str]:
    """18 signs, upper case; 15 digits are converted; a wrong number stays as written, a damaged one is empty."""
    if isinstance(raw, str) and is_valid_id(text := clean(raw)):
        return Parsed(text)
    if damaged_prefix(raw):
        return Parsed("", (Problem("id_damaged", {"written": clean(raw)}),))
    text = _PREFIX.sub("", clean(raw))
    if text in EMPTY_MARKS or _NO_NUMBER.fullmatch(text):
        return Parsed("")
    if _HONG_KONG.fullmatch(text.upper()):
        return Parsed(text.upper())
    text = _REMARK.sub("", text)
    bare = _GLUE.sub("", text).upper().replace("×", "X").replace("Χ", "X").replace("Х", "X")
    if not bare:
        return Parsed("")
    if is_valid_id(bare):
        return Parsed(bare)
    if re.fullmatch(r"[1-9]\d{14}", bare):
        longer = bare[:6] + "19" + bare[6:]
        if birth_date(longer + "0"):
            return Parsed(longer + check_digit(longer))
    if _MASKED.fullmatch(bare) or _OTHER_PAPER.fullmatch(bare):
        return Parsed(bare if "*" in bare else text)
    digits = sum(sign.isdigit() for sign in bare)
    code = "id_checksum" if re.fullmatch(r"\d{17}[\dX]", bare) else "id_unreadable"
    return Parsed(bare if digits >= 12 else text, (Problem(code, {"written": text}),))


def damaged_prefix(raw: Raw) -> str:
    """The digits of a number that Excel damaged, as far as they are sure, else nothing.

    Excel keeps 15 digits. A number that another program wrote whole into such a cell is rounded further on: of that one
    the 15th digit may be another's.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        return ""
    if isinstance(raw, str):
        text = clean(raw)
        if not _SCIENTIFIC.fullmatch(text) or float(text) < 1e16:
            return ""
        return text.upper().partition("E")[0].replace(".", "")[:15]
    if abs(raw) < 1e15:
        return ""
    kept = f"{raw:.14e}"
    return kept.partition("e")[0].replace(".", "") if float(kept) == float(raw) else str(int(raw))[:14]


def seen_of_damaged(raw: Raw) -> str:
    """What can be seen of a damaged number, its lost digits hidden (370599198503120***); for matching only."""
    digits = damaged_prefix(raw)
    return digits.ljust(_LENGTH, "*") if len(digits) >= _FEWEST_SEEN else ""


def seen_of_last_digits(written: str) -> str:
    """Four or six last digits alone, as some lists give them (身份证后六位), with the rest hidden; else nothing."""
    return written.rjust(_LENGTH, "*") if _LAST_DIGITS.fullmatch(written) else ""


def matches_masked(masked: str, full: str) -> bool:
    """Whether 3705**********1234 may be this number; the mask may be shorter than what it hides."""
    head, tail = re.match(r"[^*]*", masked), re.search(r"[^*]*$", masked)
    if not head or not tail or "*" not in masked or len(head.group() + tail.group()) < 4:
        return False
    return full.startswith(head.group()) and full.endswith(tail.group())
