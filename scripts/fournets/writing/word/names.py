"""The names of WordprocessingML (ECMA-376, part 1), and the way up in its trees."""

from __future__ import annotations

from typing import Any

Element = Any
"""An lxml element (lxml ships no types)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def nearest(node: Element, *names: str) -> Element:
    """The nearest element around `node` with one of these WordprocessingML names, None if there is none."""
    wanted = {W + name for name in names}
    above = node.getparent()
    while above is not None and above.tag not in wanted:
        above = above.getparent()
    return above
