"""The running text of a Word part as one string, and its tags lifted out wherever Word has cut them into runs."""

from __future__ import annotations

from bisect import bisect_right

from fournets.writing.word.names import SPACE, Element, W, nearest
from fournets.writing.word.tags import TOKEN, Span, Tag, spans, token

_IN_TAGS = tuple(W + name for name in ("tab", "ptab", "br", "cr", "softHyphen", "noBreakHyphen"))


class RunningText:
    """The text of a part as one string: all `w:t` in their order, a line feed where a paragraph ends."""

    def __init__(self, root: Element) -> None:
        """`root` is the part's tree."""
        self.nodes: list[Element] = []
        self.starts: list[int] = []
        pieces: list[str] = []
        length, before = 0, None
        for node in root.iter(W + "t"):
            paragraph = nearest(node, "p")
            if before is not None and paragraph is not before:
                pieces.append("\n")
                length += 1
            before = paragraph
            self.nodes.append(node)
            self.starts.append(length)
            pieces.append(node.text or "")
            length += len(pieces[-1])
        self.text = "".join(pieces)

    def lift(self, place: str, tags: list[Tag]) -> None:
        """Replace every tag in the tree by its token; the tags are appended to `tags`."""
        found = list(spans(self.text, place))
        numbers: list[str] = []
        for span in found:
            if span.tag is not None:
                tags.append(span.tag)
            numbers.append("" if span.tag is None else token(len(tags) - 1))
        for span, mark in zip(reversed(found), reversed(numbers), strict=True):
            self._cut(span, mark)
        for node in self.nodes:
            keep_spaces(node)

    def nodes_between(self, start: int, end: int) -> list[Element]:
        """The `w:t` that hold the letters of `text` from one position to another, both included."""
        return self.nodes[self._index(start) : self._index(end) + 1]

    def _index(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def _cut(self, span: Span, mark: str) -> None:
        first, last = (self._index(position) for position in (span.start, span.end - 1))
        start, end = self.nodes[first], self.nodes[last]
        head = (start.text or "")[: span.start - self.starts[first]]
        tail = (end.text or "")[span.end - self.starts[last] :]
        start.text = head + mark
        if first == last:
            start.text += tail
            return
        for node in self.nodes[first + 1 : last]:
            node.text = ""
        end.text = tail
        _drop_between(start, end)
        if nearest(start, "p") is not nearest(end, "p"):
            join(start, end)


def keep_spaces(node: Element) -> None:
    """Mark a `w:t` whose spaces count; a value put in later may begin with one."""
    text = node.text or ""
    if text != text.strip() or TOKEN.search(text):
        node.set(SPACE, "preserve")


def join(first: Element, second: Element) -> bool:
    """Take away all that lies between two `w:t`, the ends of their paragraphs included, and join their texts.

    The text takes the look of the first. False when they do not lie side by side (a table or a text box between).
    """
    run, other_run = first.getparent(), second.getparent()
    paragraph, other_paragraph = run.getparent(), other_run.getparent()
    if not paragraph.tag == other_paragraph.tag == W + "p":
        return False
    if paragraph is not other_paragraph and paragraph.getparent() is not other_paragraph.getparent():
        return False
    for left, right in ((first, second), (run, other_run), (paragraph, other_paragraph)):
        if left is not right:
            _clear_between(left, right)
    first.text = (first.text or "") + (second.text or "")
    keep_spaces(first)
    for left, right in ((second, run), (other_run, paragraph)):
        if right is not left.getparent():
            for sibling in list(left.itersiblings()):
                right.append(sibling)
    _outermost(first, second).getparent().remove(_outermost(first, second))
    return True


def _clear_between(left: Element, right: Element) -> None:
    """Remove what follows `left` up to `right`, or to the end where `right` lies elsewhere."""
    same = left.getparent() is right.getparent()
    for between in list(left.itersiblings()):
        if same and between is right:
            return
        left.getparent().remove(between)


def _drop_between(start: Element, end: Element) -> None:
    """Take away the tabs and line breaks that somebody typed inside a tag."""
    inside = False
    for node in list(nearest(start, "p").iter(W + "t", *_IN_TAGS)):
        if node is end:
            return
        inside = inside or node is start
        if inside and node.tag in _IN_TAGS and nearest(node, "p") is nearest(start, "p"):
            node.getparent().remove(node)


def _outermost(first: Element, second: Element) -> Element:
    """Of `second`, its run and its paragraph the outermost that does not hold `first`."""
    if first.getparent() is second.getparent():
        return second
    run, other = first.getparent(), second.getparent()
    return other if run.getparent() is other.getparent() else other.getparent()
