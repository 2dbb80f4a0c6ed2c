"""Finds the tags in a text, and what each stands for.

Each tag is lifted out of the page and replaced by a token of characters that no document uses; the page can then be
worked on as a tree, and the tag put back into the text of the finished template. Tag syntax is docxtpl's:
`{{ 姓名 }}`, `{% if … %}`, `{# remark #}`, with p, tr, tc or r behind the braces for a whole paragraph, row, cell, run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fournets.writing.word.faults import TemplateFault

TOKEN = re.compile("\ufdd0([0-9]+)\ufdd1")

_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSER = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHOLE = re.compile(r"(p|tr|tc|r)(?=\s)")
_WHOLE_STATEMENT = re.compile(r"-?[^\S\n]*(p|tr|tc|r)(?=\s)")
_WIDE_BRACES = re.compile(r"｛[｛{%％#]|\{[｛％]")
_WIDE_CLOSER = re.compile(r"｝｝|｝\}|\}｝|％[｝}]|%｝")
_NOT_SEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_PLAIN = str.maketrans("“”‘’（），：｜＝！\u3000\u00a0", "\"\"''(),:|=!  ")
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
