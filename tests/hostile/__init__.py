"""Broken, hostile and foreign files: every one is accounted for, and none stops a run."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
