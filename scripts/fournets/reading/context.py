"""What a reader must know of the desk; small enough to be sent to a worker process."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fournets.catalogue.limits import Limits


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """`day` is the day of acceptance; `headings` the office's own spellings: form → field → headings.

    `original` is the path whose folders and name speak for the file's rows where its own do not: a returned copy
    may come back under any name and in any folder.
    """

    day: date
    headings: Mapping[str, Mapping[str, tuple[str, ...]]] = dataclasses.field(default_factory=dict)
    area_code: str = "0546"
    local_digits: tuple[int, ...] = (7,)
    province: str = "鲁"
    limits: Limits = dataclasses.field(default_factory=Limits)
    original: str = ""
