"""Which field a heading announces: exactly as listed, or by likeness, and how surely."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from fournets.catalogue.fields import Column, Form
from fournets.catalogue.forms import FORMS
from fournets.values.text import clean

EXACT, OWN = 1.0, 1.1
_NUMBERING = re.compile(
    r"^(?:[(（]?\d{1,2}[)）.、．,:：]\s*|[①-⑳]|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)"
)
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]|[(（\[【].*$")
_NOISE = re.compile(r"[\s*＊★:：,，.。;；、/／\\?？!！_\-—~\"'“”]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's text, its normalised forms and the group headings above it."""

    leaf: str
    groups: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it, as written."""
        return "/".join((*self.groups, self.leaf))


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """A heading without numbering, instructions in brackets, spaces and punctuation."""
    bare = _NUMBERING.sub("", clean(text))
    without = _NOISE.sub("", _BRACKETS.sub("", bare))
    return (without or _NOISE.sub("", bare)).lower()


@lru_cache(maxsize=65536)
def likeness(text: str, spelling: str) -> float:
    """How alike a normalised heading and a listed spelling are, 0–1; 1 only for the same."""
    if text == spelling:
        return EXACT
    if len(text) < 2 or len(spelling) < 2:
        return 0.0
    ratio = fuzz.ratio(text, spelling) / 100
    if spelling in text or text in spelling:
        shorter, longer = sorted((len(text), len(spelling)))
        contained = 0.72 + 0.2 * shorter / longer if shorter >= 2 else 0.0
        tail = text.endswith(spelling) or spelling.endswith(text)
        ratio = max(ratio, contained + (0.03 if tail else 0.0))
    return min(ratio, 0.95) if ratio >= 0.66 else 0.0


@cache
def spellings(form: str) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    """The form's columns with their normalised headings."""
    return tuple((column, tuple(dict.fromkeys(map(normalised, column.headings)))) for column in FORMS[form].columns)


@cache
def known_headings() -> frozenset[str]:
    """Every normalised heading of every form."""
    return frozenset(text for form in FORMS for _, texts in spellings(form) for text in texts)


def column_scores(heading: Heading, form: Form, own: Mapping[str, tuple[str, ...]]) -> list[tuple[float, Column]]:
    """The form's columns that this heading may announce, surest first."""
    candidates = _texts(heading)
    scores: list[tuple[float, Column]] = []
    for column, texts in spellings(form.name):
        mine = own.get(column.field, ())
        best = max(
            (weight * _best(text, texts, mine) for weight, text in candidates),
            default=0.0,
        )
        if best:
            scores.append((best, column))
    return sorted(scores, key=lambda scored: -scored[0])


def _texts(heading: Heading) -> list[tuple[float, str]]:
    """The leaf, the leaf after its groups, and the groups alone, the nearer the weightier."""
    leaf = normalised(heading.leaf)
    texts = [(1.0, leaf)] if leaf else []
    above = ""
    for group in reversed(heading.groups):
        above = normalised(group) + above
        texts.append((0.98, above + leaf))
    return [(weight, text) for weight, text in texts if text]


def _best(text: str, listed: tuple[str, ...], own: tuple[str, ...]) -> float:
    if any(normalised(spelling) == text for spelling in own):
        return OWN
    if text in listed:
        return EXACT
    return max((likeness(text, spelling) for spelling in listed), default=0.0)
