"""Finds the tags in the running text of a Word part, wherever Word has cut them into runs.

Each tag is lifted out of the page and replaced by a token of characters that no document uses; the page can then be
worked on as a tree, and the tag put back into the text of the finished template. Tag syntax is docxtpl's:
`{{ 姓名 }}`, `{% if … %}`, `{# remark #}`, with p, tr, tc or r behind the braces for a whole paragraph, row, cell, run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from fournets.writing.faults import TemplateFault

Element = Any
"""An lxml element (lxml ships no types)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TOKEN = re.compile("\ufdd0([0-9]+)\ufdd1")

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHOLE = re.compile(r"(p|tr|tc|r)(?=\s)")
_WHOLE_STATEMENT = re.compile(r"-?[^\S\n]*(p|tr|tc|r)(?=\s)")
_WIDE_BRACES = re.compile(r"｛[｛{%％#]|\{[｛％]")
_WIDE_CLOSER = re.compile(r"｝｝|｝\}|\}｝|％[｝}]|%｝")
_NOT_SEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_PLAIN = str.maketrans("“”‘’（），：｜＝！\u3000\u00a0", "\"\"''(),:|=!  ")
_IN_TAGS = tuple(W + name for name in ("tab", "ptab", "br", "cr", "softHyphen", "noBreakHyphen"))
_RAW, _END_RAW = re.compile(r"-?\s*raw\s*-?"), re.compile(r"\{%-?\s*endraw\s*-?%\}")


@dataclass(slots=True)
class Tag:
    """One tag. `whole` is what it stands for: p, tr, tc, r or nothing; `inner` is what is between the braces.

    `place` is the page's part and `around` the line it stands in, for messages. `flat` tags stand where no line break
    can be: in attributes and field codes. `look` is the XML of the properties of what it takes the place of.
    """

    opening: str
    inner: str
    whole: str
    written: str
    around: str
    place: str
    flat: bool = False
    look: str = ""

    @property
    def keyword(self) -> str:
        """The statement's first word, empty for an output."""
        word = re.match(r"[-+\s]*(\w+)", self.inner)
        return word.group(1) if self.opening == "{%" and word else ""

    @property
    def rest(self) -> str:
        """What follows the keyword."""
        return re.sub(r"^[-+\s]*\w+", "", self.inner).strip().rstrip("-+").strip()

    def fault(self, problem: str) -> TemplateFault:
        """A fault at this tag."""
        return TemplateFault(problem, place=self.place, tag=self.written, around=self.around)


class Span(NamedTuple):
    """Where a tag lies in a text; `tag` None is only taken away (the fences of a raw block)."""

    start: int
    end: int
    tag: Tag | None


def token(number: int) -> str:
    """What stands in the page for tag `number`."""
    return f"\ufdd0{number}\ufdd1"


def spans(text: str, place: str) -> Iterator[Span]:
    """Every tag of a text in order; raises `TemplateFault` at one that is not closed."""
    if wide := _WIDE_BRACES.search(text):
        problem = "用了全角的大括号或百分号，程序认不出，请改成半角的 {{ }} 或 {% %}"
        raise TemplateFault(
            problem, place=place, tag=text[wide.start() : wide.end()], around=line_around(text, wide.start())
        )
    position = 0
    while match := _OPENING.search(text, position):
        span = _span(text, match.start(), match.group(), place)
        position = span.end
        if span.tag is None or span.tag.opening != "{%" or not _RAW.fullmatch(span.tag.inner.strip()):
            yield span
            continue
        end = _END_RAW.search(text, span.end)
        if end is None:
            raise span.tag.fault("后面没有配对的 {% endraw %}，请补上")
        yield Span(span.start, span.end, None)
        yield Span(end.start(), end.end(), None)
        position = end.end()


def _span(text: str, start: int, opening: str, place: str) -> Span:
    body, around = start + 2, line_around(text, start)
    end = _closing(text, body, opening)
    if end is None:
        problem = f"没有写完，缺少结尾的 {_CLOSER[opening]}，请在 Word 里补上"
        if _WIDE_CLOSER.search(around):
            problem = f"的结尾用了全角的大括号或百分号，程序认不出，请改成半角的 {_CLOSER[opening]}"
        raise TemplateFault(problem, place=place, tag=text[start : start + 16].split("\n")[0], around=around)
    whole = (_WHOLE_STATEMENT if opening == "{%" else _WHOLE).match(text, body, end)
    kind = whole.group(1) if whole and (opening, whole.group(1)) != ("{#", "r") else ""
    if opening == "{#" and not kind:
        return Span(start, end, None)
    inner = plain(text[whole.end() if whole and kind else body : end - 2])
    return Span(start, end, Tag(opening, inner, kind, text[start:end].replace("\n", " "), around, place))


def line_around(text: str, position: int) -> str:
    """The line around a position, shortened to some forty characters."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start : end if end >= 0 else None]
    cut = max(0, position - start - 16)
    return ("…" if cut else "") + line[cut : cut + 40].strip() + ("…" if len(line) > cut + 40 else "")


def _closing(text: str, start: int, opening: str) -> int | None:
    """Where the tag ends: the closer outside quotes and brackets; else the next one, if no tag opens before it."""
    closer = _CLOSER[opening]
    end = None if opening == "{#" else _balanced(text.translate(_PLAIN), start, closer)
    if end is None:
        end = text.find(closer, start)
        opened = None if opening == "{#" else _OPENING.search(text, start)
        if end < 0 or (opened is not None and opened.start() < end):
            return None
    return end + 2


def _balanced(text: str, start: int, closer: str) -> int | None:
    depth, quote, position = 0, "", start
    while position < len(text):
        letter = text[position]
        if quote:
            position += letter == "\\"
            quote = "" if letter == quote else quote
        elif depth == 0 and text.startswith(closer, position):
            return position
        elif _OPENING.match(text, position):
            return None
        elif letter in "\"'":
            quote = letter
        else:
            depth += (letter in "([{") - (letter in ")]}" and depth > 0)
        position += 1
    return None


def plain(inner: str) -> str:
    """A tag's inside as jinja wants it: one line, straight quotes, outside of them half-width, nothing unseen."""
    quote, result = "", []
    for letter in inner.replace("\n", " "):
        straight = letter.translate(_PLAIN)
        if quote:
            closes = straight == quote
            result.append(straight if closes else letter)
            quote = "" if closes else quote
        elif letter not in _NOT_SEEN:
            quote = straight if straight in ("'", '"') else ""
            result.append(straight)
    return "".join(result)


def lift_text(text: str, place: str, tags: list[Tag]) -> str:
    """A lone text (an attribute, a field code) with its tags lifted out."""
    pieces, position = [], 0
    for span in spans(text, place):
        pieces.append(text[position : span.start])
        position = span.end
        if span.tag is not None:
            span.tag.flat = True
            tags.append(span.tag)
            pieces.append(token(len(tags) - 1))
    return "".join(pieces) + text[position:]


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


def nearest(node: Element, *names: str) -> Element:
    """The nearest element around `node` with one of these WordprocessingML names, None if there is none."""
    wanted = {W + name for name in names}
    above = node.getparent()
    while above is not None and above.tag not in wanted:
        above = above.getparent()
    return above


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
