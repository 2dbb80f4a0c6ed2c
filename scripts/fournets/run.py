"""One run, step by step: from what lies in the inbox to what lies on the desk."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from fournets.catalogue.settings import Settings
from fournets.desk.config import load
from fournets.desk.folders import Folders
from fournets.model import FileRead, Receipt, SourceFile

Step = Callable[[str], None]
PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that is open: its folders and its configuration."""

    root: Path
    folders: Folders
    settings: Settings


def open_desk(root: Path) -> Desk:
    """The desk at `root`, with the project's configuration and templates where it has none; raises `SetupFault`."""
    own = root / "config.yaml"
    settings = load(own if own.exists() else PROJECT / "config.yaml")
    return Desk(root, Folders(root, settings.paths, PROJECT), settings)
