"""Whole desks as other offices would make them, with their own truth: measures reading and linking from outside."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
