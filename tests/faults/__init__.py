"""Crashes at every write, random days, kills of a whole batch. Measures run by hand find the package in `scripts`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
