"""Which texts are read aloud alike (性名 for 姓名).

The dictionary of readings takes longer to load than all else that a reader's process needs, and is asked for hardly any
file: a table of each character's possible syllables tells first whether two texts can sound alike at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("syllables.txt")
"""A syllable a line and the characters that may be read so, alone or in some phrase of the dictionary."""
_ANY = -1


def sounding_alike(text: str, others: Iterable[str]) -> set[str]:
    """Those of as many characters that are read aloud like the text."""
    possible = [other for other in others if len(other) == len(text) and _may_sound_alike(text, other)]
    return {other for other in possible if other == text or _sound(other) == _sound(text)}


def _may_sound_alike(text: str, other: str) -> bool:
    return all(mine == theirs or _possible(mine) & _possible(theirs) for mine, theirs in zip(text, other, strict=True))


def _possible(character: str) -> int:
    """Its syllables; Latin letters and digits sound like themselves, of what is not in the table nothing is known."""
    return _syllables().get(character, 0 if character.isascii() else _ANY)


@cache
def _syllables() -> dict[str, int]:
    """Every character of the table with its possible syllables, a bit each."""
    possible: dict[str, int] = {}
    for number, line in enumerate(TABLE.read_text("utf-8").splitlines()):
        syllable, _, characters = line.partition(" ")
        for character in (*characters, syllable):  # the letter a is read like 啊
            possible[character] = possible.get(character, 0) | 1 << number
    return possible


@lru_cache(maxsize=65536)
def _sound(text: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text))
