"""Turns a page with tag tokens into the tree that the finished template is written from.

What docxtpl does with regular expressions on the XML text is done here on the tree: tags that stand for a whole
paragraph, row, cell or run take its place; `{%-` and `-%}` join lines; vm, hm, colspan and cellbg shape table cells.
"""

from __future__ import annotations

import itertools
import re
from copy import deepcopy

from lxml import etree

from fournets.writing.word.names import Element, W, nearest
from fournets.writing.word.running_text import RunningText, join, keep_spaces
from fournets.writing.word.tags import TOKEN, Tag, lift_text, token

_TAG_START = re.compile(r"\{\{|\{%|\{#")
_DECLARATION = re.compile(r' xmlns:[\w.-]+="[^"]*"')
_CELL_WORDS = ("vm", "hm", "colspan", "cellbg")
_CELL_PROPERTIES = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")
_NAMES = {"p": "一段", "tr": "一行", "tc": "一格"}
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


def shape(root: Element, place: str, tags: list[Tag]) -> None:
    """Lift the tags out of a part's tree and give each its place; they are appended to `tags`.

    Raises `TemplateFault` at a tag that cannot stand where it stands.
    """
    first = len(tags)
    RunningText(root).lift(place, tags)
    _lift_flat(root, place, tags)
    _join_lines(root, tags, first)
    nodes = {int(number): node for node in root.iter(W + "t") for number in TOKEN.findall(node.text or "")}
    for number in range(first, len(tags)):
        if number in nodes:
            _place(number, nodes, tags)
    for node in list(root.iter(W + "t")):
        _literal(node)


def _lift_flat(root: Element, place: str, tags: list[Tag]) -> None:
    """Tags in attributes, field codes and other texts that are not `w:t`."""
    for paragraph in root.iter(W + "p"):
        _mend_codes([node for node in paragraph.iter(W + "instrText") if nearest(node, "p") is paragraph])
    for node in root.iter(etree.Element):
        if node.tag != W + "t" and node.text and _TAG_START.search(node.text):
            node.text = lift_text(node.text, place, tags)
        for name, value in node.attrib.items():
            if _TAG_START.search(value):
                node.set(name, lift_text(value, place, tags))


def _mend_codes(codes: list[Element]) -> None:
    """Word cuts a field's code into runs as it does with text: a tag is put together again in its first piece."""
    for code, following in itertools.pairwise(codes):
        text = code.text or ""
        opened = max(text.rfind(opening) for opening in ("{{", "{%"))
        closed = max(text.rfind(closer) for closer in ("}}", "%}"))
        if opened > closed or text.endswith("{"):
            code.text, following.text = "", text + (following.text or "")


def _join_lines(root: Element, tags: list[Tag], first: int) -> None:
    """`{%-` joins its line to the text before, `-%}` to the text after, as docxtpl does."""
    lines = [n for n in range(first, len(tags)) if tags[n].opening == "{%" and not (tags[n].whole or tags[n].flat)]
    for number in [n for n in lines if tags[n].inner.startswith("-")]:
        _join_before(root, number, tags)
    for number in [n for n in lines if tags[n].inner.endswith("-")]:
        _join_after(root, number, tags[number])


def _join_before(root: Element, number: int, tags: list[Tag]) -> None:
    texts, at, (head, tail) = _parted(root, number)
    if at == 0 or any(tags[int(n)].written.startswith("{%-") for n in TOKEN.findall(head)):
        return
    if head.strip():
        raise tags[number].fault("前面还有文字，{%- 会把它们吞掉，请让这个标签自己占一行")
    texts[at].text = token(number) + tail
    if join(texts[at - 1], texts[at]):
        tags[number].inner = tags[number].inner[1:]


def _join_after(root: Element, number: int, tag: Tag) -> None:
    texts, at, (head, tail) = _parted(root, number)
    if at + 1 == len(texts) or TOKEN.search(tail):
        return
    if tail.strip():
        raise tag.fault("后面还有文字，-%} 会把它们吞掉，请让这个标签自己占一行")
    texts[at].text = head + token(number)
    if join(texts[at], texts[at + 1]):
        tag.inner = tag.inner[:-1]


def _parted(root: Element, number: int) -> tuple[list[Element], int, tuple[str, str]]:
    """All texts of the part, which of them holds the tag, and what is before and after it there."""
    texts = list(root.iter(W + "t"))
    at = next(index for index, node in enumerate(texts) if token(number) in (node.text or ""))
    head, _, tail = texts[at].text.partition(token(number))
    return texts, at, (head, tail)


def _place(number: int, nodes: dict[int, Element], tags: list[Tag]) -> None:
    tag, node = tags[number], nodes[number]
    if tag.whole == "r":
        _own_run(number, nodes, tag)
    elif tag.whole:
        _whole(number, nodes, tags)
    elif tag.keyword in _CELL_WORDS:
        _cell(number, node, tags)


def _own_run(number: int, nodes: dict[int, Element], tag: Tag) -> None:
    """The tag takes the place of a run of its own; text before and after it keeps its look."""
    node = nodes[number]
    run = nearest(node, "r")
    properties = run.find(W + "rPr")
    tag.look = _written(properties)
    head, _, tail = node.text.partition(token(number))
    node.text = head
    rest = etree.Element(W + "r")
    if properties is not None:
        rest.append(deepcopy(properties))
    after = etree.SubElement(rest, W + "t")
    after.text = tail
    keep_spaces(after)
    for sibling in list(node.itersiblings()):
        rest.append(sibling)
    nodes.update({int(n): after for n in TOKEN.findall(tail)})
    run.addnext(rest)
    put_after(run, token(number))


def _whole(number: int, nodes: dict[int, Element], tags: list[Tag]) -> None:
    """The tag, and others of its kind beside it, take the place of the paragraph, row or cell around them."""
    tag = tags[number]
    whole = nearest(nodes[number], tag.whole)
    if whole is None:
        raise tag.fault(f"要放在表格里，请挪进表格，或改用不带 {tag.whole} 的写法")
    written = "".join(part.text or "" for part in whole.iter(W + "t"))
    mates = [found for found in map(int, TOKEN.findall(written)) if _stands_beside(found, whole, nodes, tags)]
    other = TOKEN.sub(lambda match: _shown(int(match.group(1)), mates, tags), written).strip()
    unit = _NAMES[tag.whole]
    if other:
        raise tag.fault(f"会占掉所在的{unit}，那里还有“{other[:20]}”会一起丢失，请把它另起{unit}")
    if tag.whole == "p" and whole.find(f"{W}pPr/{W}sectPr") is not None:
        raise tag.fault("所在的段落带有分节符，会一起丢失，请另起一段")
    for mate in mates:
        if tags[mate].opening == "{{" and tag.whole != "p":
            raise tags[mate].fault(f"放不进去，请改用 {{%{tag.whole} for … %}} 的写法")
        tags[mate].look = _written(whole.find(W + "pPr"))
        del nodes[mate]
    put_after(whole, "".join(map(token, mates)))
    drop(whole)


def _stands_beside(number: int, whole: Element, nodes: dict[int, Element], tags: list[Tag]) -> bool:
    kind = whole.tag.removeprefix(W)
    return tags[number].whole == kind and number in nodes and nearest(nodes[number], kind) is whole


def _shown(number: int, taken: list[int], tags: list[Tag]) -> str:
    return "" if number in taken or tags[number].opening == "{#" else tags[number].written


def _cell(number: int, node: Element, tags: list[Tag]) -> None:
    """docxtpl's vm, hm, colspan and cellbg."""
    tag = tags[number]
    cell = nearest(node, "tc")
    if cell is None:
        raise tag.fault("只能用在表格里")
    node.text = node.text.replace(token(number), "")
    if tag.keyword == "vm":
        value = _more("{% if loop.first %}restart{% else %}continue{% endif %}", tag, tags)
        _cell_property(cell, "vMerge").set(W + "val", value)
        node.text = _more("{% if loop.first %}", tag, tags) + node.text + _more("{% endif %}", tag, tags)
    elif tag.keyword == "hm":
        span = _cell_property(cell, "gridSpan")
        span.set(W + "val", _more(f"{{{{ {int(span.get(W + 'val') or 1)} * loop.length }}}}", tag, tags))
        put_before(cell, _more("{% if loop.first %}", tag, tags))
        put_after(cell, _more("{% endif %}", tag, tags))
    elif tag.keyword == "colspan":
        _cell_property(cell, "gridSpan").set(W + "val", _more(f"{{{{ {tag.rest} }}}}", tag, tags))
    else:
        shade = _cell_property(cell, "shd")
        shade.attrib.clear()
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _more(f"{{{{ {tag.rest} }}}}", tag, tags))):
            shade.set(W + name, value)


def _more(written: str, origin: Tag, tags: list[Tag]) -> str:
    """Further tags of our own, as tokens; in messages they count as the tag they come from."""

    def lift(match: re.Match[str]) -> str:
        opening, inner = match.group()[:2], match.group()[2:-2]
        tags.append(Tag(opening, inner, "", origin.written, origin.around, origin.place, flat=True))
        return token(len(tags) - 1)

    return re.sub(r"\{\{.*?\}\}|\{%.*?%\}", lift, written)


def _cell_property(cell: Element, name: str) -> Element:
    """A property of a table cell, made where the schema wants it if there is none."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    found = properties.find(W + name)
    if found is not None:
        return found
    before = {W + other for other in _CELL_PROPERTIES[: _CELL_PROPERTIES.index(name)]}
    made = etree.Element(W + name)
    properties.insert(sum(child.tag in before for child in properties), made)
    return made


def _literal(node: Element) -> None:
    """docxtpl's written-out braces, and line feeds inside a text, which Word shows as line breaks."""
    text = node.text or ""
    for written, meant in _BRACES:
        text = text.replace(written, meant)
    first, *others = text.split("\n")
    node.text = first
    for line in others:
        after, line_break = etree.Element(W + "t"), etree.Element(W + "br")
        after.text = line
        node.addnext(line_break)
        line_break.addnext(after)
        keep_spaces(after)
        node = after


def _written(properties: Element | None) -> str:
    if properties is None:
        return ""
    return _DECLARATION.sub("", etree.tostring(properties, encoding="unicode", with_tail=False))


def put_after(node: Element, text: str) -> None:
    """Text right behind an element."""
    node.tail = text + (node.tail or "")


def put_before(node: Element, text: str) -> None:
    """Text right before an element."""
    previous = node.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent = node.getparent()
        parent.text = (parent.text or "") + text


def drop(node: Element) -> None:
    """Take an element out and leave the text behind it."""
    put_before(node, node.tail or "")
    node.getparent().remove(node)
