"""The codes that contradictions between sheets should raise: one place to keep them with the catalogue of findings."""

from __future__ import annotations

UNSIGNED = "unsigned_papers"
RELEASED_WITHOUT_DATE = "released_without_date"
ORIGIN_MISSING = "origin_missing"
TWO_ARRIVALS = "two_arrivals"
TWO_PHONES = "two_phones"
TWO_GRIDS = "two_grids"
GRID_DISAGREES = "grid_disagrees"
QUARANTINED_AT_GATE = "quarantined_at_gate"
FEVER_WITHOUT_REFERRAL = "fever_without_referral"
WRONG_TOTAL = "wrong_total"
NOTHING_SENT = "nothing_sent"
