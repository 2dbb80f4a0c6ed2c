"""The table of syllables tells beforehand what the dictionary of readings would say."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict

import pytest
from pypinyin import Style, lazy_pinyin, phrases_dict, pinyin
from pypinyin.style import convert

from fournets.reading.headings import sounds
from fournets.reading.headings.sounds import sounding_alike
from fournets.reading.headings.spellings import known_headings

FIRST, LAST = 0x4E00, 0x9FA5


def table() -> str:
    """All readings of every usual character: alone, and in every phrase."""
    characters: dict[str, set[str]] = defaultdict(set)
    for code in range(FIRST, LAST + 1):
        for syllable in pinyin(chr(code), style=Style.NORMAL, heteronym=True)[0]:
            characters[syllable].add(chr(code))
    for phrase, readings in phrases_dict.phrases_dict.items():
        for character, (reading, *_) in zip(phrase, readings, strict=False):
            if FIRST <= ord(character) <= LAST:
                characters[convert(reading, Style.NORMAL, strict=True)].add(character)
    return "".join(f"{syllable} {''.join(sorted(characters[syllable]))}\n" for syllable in sorted(characters))


def test_the_table_is_what_the_dictionary_says() -> None:
    assert sounds.TABLE.read_text("utf-8") == table(), "write what table() gives into reading/syllables.txt"


@pytest.mark.parametrize(
    ("text", "alike"),
    [("性名", {"姓名"}), ("联系店话", {"联系电话"}), ("姓名", {"姓名"}), ("名姓", set()), ("tel", set()), ("", set())],
)
def test_a_heading_written_with_another_character_of_the_same_sound(text: str, alike: set[str]) -> None:
    assert sounding_alike(text, ["姓名", "接触史", "联系电话", "性别", "体温"]) == alike


def test_the_table_hides_no_listed_heading_that_sounds_alike() -> None:
    listed = sorted(known_headings())
    by_sound: dict[tuple[int, ...] | tuple[str, ...], set[str]] = defaultdict(set)
    for heading in listed:
        by_sound[len(heading), *lazy_pinyin(heading)].add(heading)
    for heading in listed[::6]:
        assert sounding_alike(heading, listed) == by_sound[len(heading), *lazy_pinyin(heading)]


def test_a_reader_starts_without_the_dictionary() -> None:
    asked = (
        "import sys, fournets.reading.processes.worker; from fournets.reading.headings.spellings import nearly_known;"
        "known = [*map(nearly_known, ('姓名', '症状情况', '楼栋号'))]; sys.exit('pypinyin' in sys.modules)"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", asked], env={**os.environ, "PYTHONPATH": "scripts"}, check=False
        ).returncode
        == 0
    )
