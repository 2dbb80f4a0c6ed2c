"""A little desk of about 200 households, built once."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from sample_desk import build

SEED = 7
LITTLE = 0.022
Rows = list[dict[str, str]]


@pytest.fixture(scope="package")
def little_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("little") / "desk"
    build(directory, SEED, LITTLE)
    return directory


@pytest.fixture(scope="package")
def truth(little_desk: Path) -> Callable[[str], Rows]:
    """The rows of a file below truth/."""

    def read(name: str) -> Rows:
        with (little_desk / "truth" / name).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    return read
