"""A large XML file as events, without a tree: names without prefix, text in pieces, nothing fetched or expanded."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from fournets.reading.formats.unreadable import ReaderFailed, Unreadable

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["'](gb\w+)["']""", re.IGNORECASE)


class Listener(Protocol):
    """Who is told of what stands in the file."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """A piece of text."""


def listen(data: bytes, listener: Listener) -> None:
    """Tell the listener all; raises ReaderFailed for broken XML, Unreadable `doctype`, and what the listener raises."""
    local = _Locals()
    _parse(
        data,
        StartElementHandler=_starting(listener, local),
        EndElementHandler=lambda name: listener.end(local[name]),
        CharacterDataHandler=listener.text,
    )


def attributes_of(data: bytes, wanted: str) -> list[dict[str, str]]:
    """The attributes of all elements of one name, prefixes left out; raises ReaderFailed, Unreadable `doctype`."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == wanted or name.endswith(f":{wanted}"):
            found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})

    _parse(data, StartElementHandler=start)
    return found


def _parse(data: bytes, **handlers: object) -> None:
    declared = _DECLARED.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    if declared:
        data = data.decode("gb18030", "replace").encode()
    parser = expat.ParserCreate("utf-8" if declared else None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as broken:
        raise ReaderFailed("ExpatError") from broken


class _Locals(dict[str, str]):
    """Names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


def _starting(listener: Listener, local: _Locals) -> Callable[[str, dict[str, str]], None]:
    def start(name: str, attributes: dict[str, str]) -> None:
        plain: dict[str, str] = {}
        for key, value in attributes.items():
            plain.setdefault(local[key], value)
        listener.start(local[name], plain)

    return start


def _refuse(*_: object) -> None:
    raise Unreadable("doctype")
