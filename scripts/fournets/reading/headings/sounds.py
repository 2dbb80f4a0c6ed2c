"""Which texts are read aloud alike (性名 for 姓名).

The dictionary of readings takes longer to load than all else that a reader's process needs, and is asked for hardly any
file: a table of each character's possible syllables tells first whether two texts can sound alike at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from operator import and_
from pathlib import Path

TABLE = Path(__file__).with_name("syllables.txt")
"""A syllable a line and the characters that may be read so, alone or in some phrase of the dictionary."""


def sounding_alike(text: str, others: Iterable[str]) -> set[str]:
    """Those of as many characters that are read aloud like the text."""
    first, length = _possible(text[:1]), len(text)
    begun = (other for other, theirs in _beginnings(tuple(others)) if theirs & first and len(other) == length)
    return {other for other in begun if sounds_like(text, other)}


def sounds_like(text: str, other: str) -> bool:
    """Whether the two have as many characters and are read aloud alike."""
    if len(text) != len(other) or not all(map(and_, _syllables_of(text), _syllables_of(other))):
        return False
    return text == other or _sound(text) == _sound(other)


@lru_cache(maxsize=64)
def _beginnings(texts: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The texts with the possible syllables of their first characters: most differ in these already."""
    return tuple((text, _possible(text[:1])) for text in texts)


@lru_cache(maxsize=65536)
def _syllables_of(text: str) -> tuple[int, ...]:
    """Each character's possible syllables, a bit each."""
    return tuple(map(_possible, text))


@lru_cache(maxsize=65536)
def _possible(character: str) -> int:
    """Latin letters and digits have a bit of their own; what is not in the table may sound like anything."""
    number = len(_lines())
    if not character:
        return 0
    if character.isascii():
        return _syllables().get(character, 0) | 1 << number + ord(character)
    return _syllables().get(character, (1 << number) - 1)


@cache
def _lines() -> tuple[str, ...]:
    return tuple(TABLE.read_text("utf-8").splitlines())


@cache
def _syllables() -> dict[str, int]:
    """Every character of the table with its possible syllables, a bit each."""
    possible: dict[str, int] = {}
    for number, line in enumerate(_lines()):
        syllable, _, characters = line.partition(" ")
        for character in (*characters, syllable):  # the letter a is read like 啊
            possible[character] = possible.get(character, 0) | 1 << number
    return possible


@lru_cache(maxsize=65536)
def _sound(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text))
