"""Invented identities: resident numbers with the unassigned area 370599, telephone numbers, plates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random

AREA = "370599"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
MOBILE_STARTS = (*range(130, 140), *range(150, 153), *range(155, 160), 178, *range(182, 190))


def check_character(first17: str) -> str:
    """The last character of a resident ID (GB 11643-1999)."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(first17, WEIGHTS, strict=True)) % 11]


def is_right(id_number: str) -> bool:
    """Whether an 18-character number carries the right check character."""
    return len(id_number) == 18 and id_number[:17].isdigit() and check_character(id_number[:17]) == id_number[17]


class IdentityMaker:
    """Gives out numbers, none of them twice."""

    def __init__(self, rng: Random) -> None:
        """Draws from `rng` alone."""
        self._rng = rng
        self._born: Counter[date] = Counter()
        self._given: set[str] = set()

    def id_number(self, born: date, sex: str) -> str:
        """A resident ID; the sequence is odd for men (GB 11643-1999)."""
        self._born[born] += 1
        sequence = 2 * self._born[born] + (sex == "male") + 10
        first17 = f"{AREA}{born:%Y%m%d}{sequence:03d}"
        return first17 + check_character(first17)

    def mobile(self) -> str:
        """An 11-digit mobile number."""
        return self._fresh(lambda: f"{self._rng.choice(MOBILE_STARTS)}{self._rng.randrange(10**8):08d}")

    def landline(self) -> str:
        """A number of Dongying with its area code."""
        return self._fresh(lambda: f"05468{self._rng.randrange(10**6):06d}")

    def plate(self, prefix: str = "鲁E") -> str:
        """A plate without separators; five places, the letters I and O do not occur."""
        return self._fresh(lambda: prefix + self._plate_places())

    def _plate_places(self) -> str:
        rng = self._rng
        places = [str(rng.randrange(10)) for _ in range(5)]
        for place in rng.sample(range(5), rng.choice((0, 1, 1, 2))):
            places[place] = rng.choice(PLATE_LETTERS)
        return "".join(places)

    def _fresh(self, draw: Callable[[], str]) -> str:
        while (number := draw()) in self._given:
            continue
        self._given.add(number)
        return number
