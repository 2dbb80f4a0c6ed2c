"""What reading one file may cost before it is held.

A plain dataclass in a module of its own: the readers' processes start in half the time without the library that
validates the rest of the configuration.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar


@dataclass(frozen=True, slots=True)
class Within:
    """What the configuration may say at least and at most; the settings' validation asks by pydantic's own protocol."""

    least: int
    most: int = 1 << 31

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], dict[str, Any]]) -> object:
        """The number's schema with its bounds."""
        return {**handler(source), "ge": self.least, "le": self.most}


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and megabytes (`memory_mb` of a worker, `file_mb` of a file, `inflated_mb` of what a package holds)."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    seconds: Annotated[int, Within(1)] = 60
    memory_mb: Annotated[int, Within(256)] = 2048
    file_mb: Annotated[int, Within(1)] = 200
    inflated_mb: Annotated[int, Within(1)] = 1024
    workers: Annotated[int, Within(1, 64)] = 2
