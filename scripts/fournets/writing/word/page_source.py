"""A shaped part as jinja source, and what goes wrong in it as a sentence about the page.

Every tag begins a line of the source and nothing else does, so that a line number names a tag.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from fournets.writing.word.faults import TemplateFault
from fournets.writing.word.names import Element
from fournets.writing.word.tags import TOKEN, Tag
from fournets.writing.word.template_language import BLOCK, END_BLOCK, END_OUTPUT, OUTPUT

_PIECE = re.compile("\ufdd0([0-9]+)\ufdd1|<(/?)([^\\s/>!?]+)[^>]*?(/?)>")
_BLOCKS = {"if", "for", "macro", "call", "filter", "set", "with"}
_MIDDLE = {"else": ("if", "for"), "elif": ("if",)}
_NOT_HERE = {"include", "import", "from", "extends", "block", "autoescape"}
_SET_VALUE = re.compile(r"[\w\s,.()]+=(?!=)")


@dataclass(frozen=True, slots=True)
class Source:
    """Template text and its tags by line, the first on line 2. `free` outputs may hold whole pieces of page."""

    text: str
    lines: tuple[Tag, ...]
    free: bool

    def tag_at(self, line: int | None) -> Tag | None:
        """The tag on a line counted from 1."""
        return self.lines[line - 2] if line is not None and 1 < line <= len(self.lines) + 1 else None


def source_of(root: Element, tags: Sequence[Tag]) -> Source:
    """The text of a part's template; raises `TemplateFault` where blocks do not close, or not where they opened."""
    page = etree.tostring(root, encoding="unicode", with_tail=False).replace("\n", " ")
    lines = tuple(tags[int(number)] for number in TOKEN.findall(page))
    _blocks_close(page, tags)
    text = TOKEN.sub(lambda match: _as_jinja(tags[int(match.group(1))]), page)
    return Source(text, lines, any(_opens(tag) in ("macro", "call", "set", "filter") for tag in lines))


def _as_jinja(tag: Tag) -> str:
    left = tag.inner[:1] if tag.inner[:1] in ("-", "+") else ""
    right = tag.inner[-1:] if tag.inner[-1:] in ("-", "+") else ""
    body = tag.inner[len(left) : len(tag.inner) - len(right)].strip()
    if tag.opening == "{#":
        return f"{BLOCK}\nif false{END_BLOCK}{BLOCK}endif{END_BLOCK}"
    if tag.opening == "{%":
        return f"{BLOCK}{left}\n{body} {right}{END_BLOCK}"
    look = tag.look.replace("\\", "\\\\").replace("'", "\\'")
    wraps = {"r": f"({body})|_run('{look}')", "p": f"({body})|_paragraph('{look}')", "": body}
    if tag.flat:
        wraps[""] = f"({body})|_flat"
    return f"{OUTPUT}{left}\n{wraps[tag.whole] if body else body} {right}{END_OUTPUT}"


def _opens(tag: Tag) -> str:
    """The block that a tag opens, if any."""
    if tag.opening != "{%" or tag.keyword not in _BLOCKS:
        return ""
    return "" if tag.keyword == "set" and _SET_VALUE.match(tag.rest) else tag.keyword


def _blocks_close(page: str, tags: Sequence[Tag]) -> None:
    """Every block closes on the level of the page where it opened: then whatever is rendered is sound XML."""
    levels: list[str] = []
    blocks: list[tuple[Tag, tuple[str, ...]]] = []
    for match in _PIECE.finditer(page):
        number, closing, name, alone = match.groups()
        if number is None:
            _step(levels, closing, name, alone)
        else:
            _block(tags[int(number)], tuple(levels), blocks)
    if blocks:
        opened = blocks[-1][0]
        raise opened.fault(f"后面没有配对的 {{% end{opened.keyword} %}}，请补上")


def _step(levels: list[str], closing: str, name: str, alone: str) -> None:
    if closing:
        levels.pop()
    elif not alone:
        levels.append(name)


def _block(tag: Tag, levels: tuple[str, ...], blocks: list[tuple[Tag, tuple[str, ...]]]) -> None:
    if tag.opening != "{%":
        return
    word = tag.keyword
    if word in _NOT_HERE:
        raise tag.fault("在文书模板里不能用，请去掉")
    if _opens(tag):
        blocks.append((tag, levels))
        return
    if not (word in _MIDDLE or word.startswith("end")):
        return
    fits = _MIDDLE.get(word, (word.removeprefix("end"),))
    if not blocks or blocks[-1][0].keyword not in fits:
        before = f"，它前面的 {blocks[-1][0].written} 还没有结束" if blocks else ""
        raise tag.fault(f"前面没有与它配对的标签{before}，请对照检查")
    opened, where = blocks[-1]
    if where != levels:
        raise tag.fault(f"与 {opened.written} 不在同一层（一个在表格、格子或段落里，另一个在外面），请移到同一层")
    if word not in _MIDDLE:
        blocks.pop()


def parsed(source: Source, environment: ImmutableSandboxedEnvironment) -> tuple[nodes.Template, set[str]]:
    """The syntax tree and the names it asks for; raises `TemplateFault` for what jinja does not understand."""
    try:
        tree = environment.parse(source.text)
        return tree, meta.find_undeclared_variables(tree)
    except TemplateSyntaxError as cause:
        tag = source.tag_at(cause.lineno)
        problem = "写法不对，程序看不懂，请检查引号、括号和竖线"
        if "No filter named" in str(cause) or "No test named" in str(cause):
            problem = f"用了不认识的格式名，请检查竖线后面的词（可用：{'、'.join(_chinese(environment.filters))}）"
        elif tag is not None and tag.opening == "{%" and "unknown tag" in str(cause):
            problem = f"里的“{tag.keyword}”不是程序认识的写法，请检查"
        raise (tag.fault(problem) if tag else TemplateFault(problem)) from cause


def _chinese(names: Collection[str]) -> list[str]:
    return [name for name in names if not name.isascii()]


def unknown_name(
    source: Source, tree: nodes.Template, unknown: Collection[str], known: Collection[str]
) -> TemplateFault:
    """The fault for the first of the `unknown` names on the page, with the nearest known one."""
    found = next((node for node in tree.find_all(nodes.Name) if node.name in unknown), None)
    name = found.name if found else next(iter(unknown))
    near = get_close_matches(name, known, 1, 0.5)
    advice = f"是不是“{near[0]}”" if near else f"可用的有：{'、'.join(sorted(known))}"
    tag = source.tag_at(found.lineno if found else None)
    problem = f"里的“{name}”不是这份文书有的项目，{advice}，请在 Word 里改正"
    return tag.fault(problem) if tag else TemplateFault(problem)


def guarded_names(tree: nodes.Template) -> set[str]:
    """Names that the template itself provides for missing: under `default`, or asked for with `is defined`."""
    guards: Iterator[nodes.Node] = tree.find_all((nodes.Filter, nodes.Test))
    return {
        guard.node.name
        for guard in guards
        if isinstance(guard, nodes.Filter | nodes.Test)
        and guard.name in ("default", "d", "defined", "undefined")
        and isinstance(guard.node, nodes.Name)
    }
