"""A desk of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desk.small_run import new_desk

from fournets.desk.folders import Folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return new_desk(tmp_path / "台")
