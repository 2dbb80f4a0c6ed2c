"""Numbered lists in a print file: every copy of a document counts from its list's beginning again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree

from fournets.writing.word.names import Element, W
from fournets.writing.word.package import Entry
from fournets.writing.word.sections import child

_BEFORE_LIST = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_LEVELS = 9


class Lists:
    """The lists of one print file. `numbering` and `styles` are the names of those parts, empty if there is none."""

    def __init__(self, parts: Mapping[str, Entry], numbering: str, styles: str) -> None:
        """Reads which styles are lists."""
        self.part = numbering
        self._root: Element = etree.fromstring(parts[numbering].content()) if numbering in parts else None
        self._of_style = _styled(etree.fromstring(parts[styles].content())) if styles in parts else {}
        self._next = 1 + max((int(node.get(W + "numId")) for node in self._kept()), default=0)
        self._first = self._next

    def _kept(self) -> list[Element]:
        return [] if self._root is None else list(self._root.iter(W + "num"))

    def repeat(self, body: Element, ask: Callable[[str], str]) -> None:
        """Have every list paragraph ask for its copy's list; `ask` makes a tag of an expression."""
        if self._root is None:
            return
        known = {node.get(W + "numId") for node in self._kept()}
        for paragraph in body.iter(W + "p"):
            properties = child(paragraph, "pPr", ())
            self._spell_out(properties)
            number = properties.find(f"{W}numPr/{W}numId")
            if number is not None and number.get(W + "val") in known:
                number.set(W + "val", ask(f"_lists['{number.get(W + 'val')}']"))

    def _spell_out(self, properties: Element) -> None:
        """A list that comes from the paragraph's style is written into the paragraph."""
        style = properties.find(W + "pStyle")
        found = None if style is None else self._of_style.get(style.get(W + "val"))
        if found is None or properties.find(W + "numPr") is not None:
            return
        given = child(properties, "numPr", _BEFORE_LIST)
        for part in found:
            given.append(deepcopy(part))

    def of_copy(self, copy: int) -> CopyLists:
        """The lists of one copy; the first one keeps the template's."""
        return CopyLists(self, fresh=copy > 0)

    def start_over(self) -> None:
        """Forget the lists of the print file before."""
        for node in self._kept():
            if int(node.get(W + "numId")) >= self._first:
                self._root.remove(node)
        self._next = self._first

    def restarted(self, number: str) -> str:
        """A list like `number` that begins again; returns its own number."""
        node = next(node for node in self._kept() if node.get(W + "numId") == number)
        made = deepcopy(node)
        made.set(W + "numId", str(self._next))
        for level in range(_LEVELS):
            if not made.findall(f"{W}lvlOverride[@{W}ilvl='{level}']"):
                override = etree.SubElement(made, W + "lvlOverride", {W + "ilvl": str(level)})
                etree.SubElement(override, W + "startOverride", {W + "val": self._start(node, level)})
        self._kept()[-1].addnext(made)
        self._next += 1
        return str(self._next - 1)

    def _start(self, node: Element, level: int) -> str:
        abstract = node.find(W + "abstractNumId").get(W + "val")
        path = f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']/{W}start"
        found = self._root.find(path)
        return "1" if found is None else str(found.get(W + "val"))

    def content(self) -> bytes | None:
        """The numbering part with all lists of the print file, None if there is none."""
        return None if self._root is None else etree.tostring(self._root, encoding="UTF-8", standalone=True)


class CopyLists(dict[str, str]):
    """The template's list numbers → those of one copy, made when first asked for."""

    def __init__(self, lists: Lists, *, fresh: bool) -> None:
        """`fresh` copies get lists of their own."""
        super().__init__()
        self._lists, self._fresh = lists, fresh

    def __missing__(self, number: str) -> str:
        """The list that this copy has for the template's."""
        self[number] = self._lists.restarted(number) if self._fresh else number
        return self[number]


def _styled(styles: Element) -> dict[str, Element]:
    """Style → its list properties, its ancestors' included."""
    own = {style.get(W + "styleId"): style.find(f"{W}pPr/{W}numPr") for style in styles.iter(W + "style")}
    parents = {style.get(W + "styleId"): style.find(W + "basedOn") for style in styles.iter(W + "style")}
    found = {}
    for name in own:
        ancestor, seen = name, set()
        while own.get(ancestor) is None and parents.get(ancestor) is not None and ancestor not in seen:
            seen.add(ancestor)
            ancestor = parents[ancestor].get(W + "val")
        if own.get(ancestor) is not None:
            found[name] = own[ancestor]
    return found
