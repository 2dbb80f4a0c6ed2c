"""Numbers that must differ within one file: of drawings, bookmarks and their names.

A drawing in a loop, or a document repeated in a print file, would bring the same number twice; Word calls such a file
damaged. The template asks for its numbers while it is rendered.
"""

from __future__ import annotations

import re

from fournets.writing.word.names import Element, W
from fournets.writing.word.tags import Tag, token

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_LONGEST_NAME = 40
_NOTES_A_COPY = 1000
_REFERENCE = re.compile(r"^(\s*(?:PAGEREF|REF|NOTEREF)\s+)(\w+)")


class Marks:
    """Gives out the numbers of one file. `copy` is the place of a document in a print file, 0 for a single one."""

    def __init__(self) -> None:
        """Nothing given out yet."""
        self.copy = 0
        self._drawings = self._bookmarks = 0
        self._open: dict[str, int] = {}
        self._names: dict[str, int] = {}

    def next_copy(self) -> None:
        """The next document of a print file begins."""
        self.copy += 1
        self._names.clear()

    def drawing(self) -> int:
        """A drawing's number."""
        self._drawings += 1
        return self._drawings

    def start(self, number: str) -> int:
        """A bookmark's number at its start; `number` is the template's."""
        self._bookmarks += 1
        self._open[number] = self._bookmarks
        return self._bookmarks

    def end(self, number: str) -> int:
        """The same number at the bookmark's end."""
        return self._open.get(number, 0)

    def name(self, written: str) -> str:
        """A bookmark's name: as written the first time, then with a count."""
        self._names[written] = self._names.get(written, 0) + 1
        return self._numbered(written, self._names[written])

    def note(self, number: int) -> int:
        """A footnote's number in this copy."""
        return number + self.copy * _NOTES_A_COPY

    def target(self, written: str) -> str:
        """The name that a reference within the same document means."""
        return self._numbered(written, 1)

    def _numbered(self, written: str, time: int) -> str:
        tail = (f"_{self.copy}" if self.copy else "") + (f"x{time}" if time > 1 else "")
        return written[: _LONGEST_NAME - len(tail)] + tail


def number_marks(root: Element, tags: list[Tag]) -> None:
    """Have the drawings and bookmarks of a part ask for their numbers; the tags for it are appended to `tags`."""

    def ask(method: str, written: str = "") -> str:
        argument = "'" + written.replace("\\", "").replace("'", "") + "'" if written else ""
        tags.append(Tag("{{", f"_mark.{method}({argument})", "", "", "", "", flat=True))
        return token(len(tags) - 1)

    for drawing in root.iter(_DRAWING):
        drawing.set("id", ask("drawing"))
    names = set()
    for start in root.iter(W + "bookmarkStart"):
        names.add(start.get(W + "name"))
        start.set(W + "id", ask("start", start.get(W + "id")))
        start.set(W + "name", ask("name", start.get(W + "name")))
    for end in root.iter(W + "bookmarkEnd"):
        end.set(W + "id", ask("end", end.get(W + "id")))
    for link in root.iter(W + "hyperlink"):
        if link.get(W + "anchor") in names:
            link.set(W + "anchor", ask("target", link.get(W + "anchor")))
    for code in root.iter(W + "instrText"):
        found = _REFERENCE.match(code.text or "")
        if found and found.group(2) in names:
            code.text = found.group(1) + ask("target", found.group(2)) + code.text[found.end() :]
