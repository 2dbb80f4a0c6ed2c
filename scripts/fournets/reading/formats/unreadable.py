"""Why a file, or one sheet of it, could not be read."""

from __future__ import annotations

from collections.abc import Mapping


class Unreadable(Exception):
    """A file is held: `code` is one of the findings' catalogue (HELD), `params` fill its words."""

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        """With the reason's code and the words to fill in."""
        super().__init__(code)
        self.code = code
        self.params = dict(params or {})


class ReaderFailed(Exception):
    """One reader could not make sense of a file or sheet; another may."""
