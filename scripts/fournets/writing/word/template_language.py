"""The language of the tags: a sandboxed jinja2 that knows no files, is strict about names and always escapes values.

The template's own delimiters are characters that no document uses, so that braces in values or in plain text never
mean anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol, TypeGuard

from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from fournets.writing.word.filters import FILTERS

BLOCK, END_BLOCK = "\ufdd2%", "%\ufdd3"
OUTPUT, END_OUTPUT = "\ufdd2=", "=\ufdd3"
REMARK, END_REMARK = "\ufdd2#", "#\ufdd3"

_UNSAFE = ("urlize", "xmlattr", "pprint", "random")
_FORBIDDEN = re.compile("[\x00-\x06\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_FEEDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class _Page(Protocol):
    def __html__(self) -> str: ...


def _is_page(value: object) -> TypeGuard[_Page]:
    """Whether a value is made of page already (a macro's output, prepared runs); what people typed never is."""
    return type(value) is not str and hasattr(value, "__html__")


def written(value: object) -> str:
    """A value as XML text: escaped, characters that XML forbids left out, line feeds and tabs as Word's own.

    A bell or form feed stays in (a new paragraph, a new page: `prepared` settles them). None counts as missing.
    """
    if value is None:
        raise UndefinedError("None")
    text = str(value.__html__() if _is_page(value) else escape(str(value)))
    if _SPECIAL.search(text):
        text = _LINE_FEEDS.sub("\n", _FORBIDDEN.sub("", text)).replace("\n", _BREAK).replace("\t", _TAB)
    return Markup(text)


def in_one_line(value: object) -> Markup:
    """A value where no line break can be: in an attribute or a field code."""
    if value is None:
        raise UndefinedError("None")
    return escape(" ".join(_FORBIDDEN.sub("", str(value)).replace("\x07", " ").split("\n"))).replace("\t", " ")


def as_run(value: object, look: str) -> Markup:
    """What `{{r …}}` puts in place of its run: prepared runs as they are, plain text with the run's look."""
    if _is_page(value):
        return Markup(written(value))
    return Markup(f'<w:r>{look}<w:t xml:space="preserve">{written(value)}</w:t></w:r>')


def as_paragraph(value: object, look: str) -> Markup:
    """What `{{p …}}` puts in place of its paragraph."""
    if _is_page(value):
        return Markup(written(value))
    return Markup(f'<w:p>{look}<w:r><w:t xml:space="preserve">{written(value)}</w:t></w:r></w:p>')


def _unchanged(value: object) -> object:
    return value


def environment() -> ImmutableSandboxedEnvironment:
    """The one environment of all templates."""
    made = ImmutableSandboxedEnvironment(
        block_start_string=BLOCK,
        block_end_string=END_BLOCK,
        variable_start_string=OUTPUT,
        variable_end_string=END_OUTPUT,
        comment_start_string=REMARK,
        comment_end_string=END_REMARK,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=written,
        cache_size=0,
    )
    for name in _UNSAFE:
        del made.filters[name]
    del made.globals["lipsum"]
    ours: dict[str, Callable[..., object]] = {
        **dict.fromkeys(("e", "escape", "forceescape", "safe"), _unchanged),
        "_flat": in_one_line,
        "_run": as_run,
        "_paragraph": as_paragraph,
        **FILTERS,
    }
    made.filters.update(ours)
    return made
