"""Loads `config.yaml`; every mistake in it becomes one sentence: which line, what is wrong, how it is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from fournets.catalogue.settings import Settings

Pair = tuple[yaml.Node, yaml.Node]

EXAMPLES = {
    "office": "office: {community: 胜景社区, …}",
    "contacts": 'contacts: [{role: 医生, name: 许文静, phone: "0546-8300120"}]',
    "cutoff": 'cutoff: "16:00"',
    "rules": "rules 里一条：{id: 到达十四天, categories: [wuhan, hubei], days: 14, effective_from: 2020-01-20}",
    "key_areas": "key_areas: [温州, 信阳]",
    "local_plate_prefix": "local_plate_prefix: 鲁E",
    "area_code": 'area_code: "0546"',
    "fever_threshold": "fever_threshold: 37.3",
    "headings": "headings: {returnees: {arrive_date: [抵家时间]}}",
    "expected_forms": "expected_forms: [screening]",
    "numbering": "numbering: {notice: 胜景隔告, pledge: 胜景隔保, release: 胜景隔解}",
    "schedule": 'schedule: {poll_seconds: 30, run_at: ["10:00"]}',
    "limits": "limits: {seconds: 60, memory_mb: 2048}",
    "paths": "paths: {inbox: inbox, outbox: outbox, archive: archive, templates: templates}",
    "time_zone": "time_zone: Asia/Shanghai",
}


_NO_HEADINGS = re.compile(r"^(headings:[ \t]*)\{[ \t]*\}", re.MULTILINE)
"""`headings: {}`, below which a pasted line would be no YAML any more."""


class SetupFault(Exception):
    """The operator must fix something; the text is one plain Chinese sentence."""


def load(path: Path, standard: Path | None = None) -> Settings:
    """The settings in the file; raises `SetupFault` when it is missing, no YAML, or not of the right shape.

    Sections that it lacks are those of `standard`; a section is taken as a whole, so that no office's papers bear
    another's seal.
    """
    tree = _read(path)
    values = plain(tree)
    if standard is not None:
        values = plain(_read(standard)) | values
    try:
        return Settings.model_validate(values)
    except ValidationError as cause:
        raise SetupFault(sentence(path.name, tree, cause.errors()[0])) from cause


def _read(path: Path) -> yaml.Node:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as cause:
        raise SetupFault(f"找不到或打不开设置文件 {path.name}，请从安装包里再拷一份放回原处。") from cause
    except UnicodeDecodeError as cause:
        raise SetupFault(f"设置文件 {path.name} 的编码不对，请用记事本另存为 UTF-8 后再运行。") from cause
    tree = parse(path.name, _NO_HEADINGS.sub(r"\1", text))
    _join_headings(tree)
    return tree


def parse(name: str, text: str) -> yaml.Node:
    """The YAML as nodes, which know their lines."""
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise SetupFault(
            f"设置文件 {name} 第 {line} 行附近格式不对（多半是冒号后少了空格、缩进没对齐，或括号引号没有成对），"
            f"请对照正确的样子改好，例如：{EXAMPLES['cutoff']}。"
        ) from cause
    except yaml.YAMLError as cause:
        raise SetupFault(f"设置文件 {name} 里有不能识别的字符，请从安装包里再拷一份后重改。") from cause
    if not isinstance(tree, yaml.MappingNode):
        raise SetupFault(f"设置文件 {name} 是空的或不成条目，请从安装包里再拷一份放回原处。")
    return tree


def _join_headings(tree: yaml.Node) -> None:
    """Lines of `headings:` are pasted one by one: a form named twice has the headings of both; none is no fault."""
    pairs = [(key, value) for key, value in tree.value if key.value == "headings"]
    if not pairs:
        return
    told = [pair for pair in pairs if pair[1].tag != "tag:yaml.org,2002:null"]
    joined = _joined(told)[:1]
    tree.value = [pair for pair in tree.value if pair not in pairs] + joined


def _joined(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of a mapping, those of one key made one: lists are put together, mappings likewise joined."""
    kept: dict[str, Pair] = {}
    for key, value in pairs:
        if isinstance(value, yaml.MappingNode):
            value.value = _joined(value.value)
        if key.value in kept and type(kept[key.value][1]) is type(value) is not yaml.ScalarNode:
            first = kept[key.value][1]
            both = [*first.value, *value.value]
            first.value = _joined(both) if isinstance(first, yaml.MappingNode) else both
        else:
            kept[key.value] = (key, value)
    return list(kept.values())


def plain(tree: yaml.Node) -> dict[str, object]:
    """The values behind the nodes of a mapping, as YAML means them."""
    loader = yaml.SafeLoader("")
    values: dict[str, object] = loader.construct_document(tree)
    return values


def sentence(name: str, tree: yaml.Node, error: ErrorDetails) -> str:
    """One validation error as where, what, and an example of right."""
    location = error["loc"]
    key = str(location[0]) if location else ""
    dotted = ".".join(str(part) for part in location)
    example = EXAMPLES.get(key, "")
    return (
        f"设置文件 {name} 第 {line_of(tree, location)} 行：{dotted} {what_is_wrong(error)}，请改正。"
        + (f"正确的样子：{example}" if example else "")
    ).rstrip()


def what_is_wrong(error: ErrorDetails) -> str:
    """The commonest kinds of error in words; the rest shows what was written."""
    unknown = "是不认识的设置名，可能打错了字"
    words = {"missing": "没有填写", "extra_forbidden": unknown, "unexpected_keyword_argument": unknown}
    if error["type"] == "value_error":
        return error["msg"].removeprefix("Value error, ")
    return words.get(error["type"], f"写的“{error['input']}”不对")


def line_of(tree: yaml.Node, location: Sequence[int | str]) -> int:
    """The line (from 1) of the deepest node on the way to `location`."""
    line, node = tree.start_mark.line, tree
    for part in location:
        step = _step(node, part)
        if step is None:
            break
        line, node = step
    return int(line) + 1


def _step(node: yaml.Node, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None
