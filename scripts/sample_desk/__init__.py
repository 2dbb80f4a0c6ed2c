"""A whole invented community's inbox, day by day from 20 January to 9 February 2020, and the truth about it."""

from __future__ import annotations

from sample_desk.building import build

__all__ = ["build"]
