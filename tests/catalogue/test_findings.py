"""Every sentence of the catalogue can be said: each place that raises a code gives the words that its sentence needs.

Read from the source, so that a rarely raised finding is covered too: a word that is missing would end a run.
"""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from fournets.catalogue.findings import FINDINGS

PACKAGE = Path(__file__).resolve().parents[2] / "scripts" / "fournets"
NEARLY = {"sheet", "title", "form", "field", "known", "missing"}
ADDED_BY = {"on": {"name"}, "about_form": NEARLY, "_words_of": NEARLY | {"instead"}}
"""What a way of raising a finding adds of itself: a case's finding always names the person."""
ADDED_IN = {"reading/notes.py": {"heading", "quoted", "form"}}
"""What a module adds to all its findings in one place, away from where the codes are chosen."""


@cache
def raised() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Every code → the places that raise it → the words given there: keywords and keys of the function around it.

    The catalogue declares codes and raises none.
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "catalogue":
            module = path.relative_to(PACKAGE).as_posix()
            for code, line, words in _codes(ast.parse(path.read_text("utf-8"))):
                found.setdefault(code, {})[f"{module}:{line}"] = words | ADDED_IN.get(module, set())
    return found


def _codes(tree: ast.Module) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Where a code is chosen: in a function, or in a table of a module; comparing with a code chooses nothing."""
    compared = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Compare) for inner in ast.walk(node)}
    tables = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and _is_table(node)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for statement in (*functions, *tables):
        words = frozenset(_words(statement))
        for node in ast.walk(statement):
            if isinstance(node, ast.Constant) and node.value in FINDINGS and id(node) not in compared:
                yield str(node.value), node.lineno, words


def _is_table(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether codes are taken from it; a set of them, or one by itself, is only there to compare with."""
    is_set = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "frozenset"
    return not is_set and not isinstance(node.value, ast.Constant)


def _words(function: ast.AST) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield from (keyword.arg for keyword in node.keywords if keyword.arg)
            yield from ADDED_BY.get(getattr(node.func, "attr", getattr(node.func, "id", "")), ())
        elif isinstance(node, ast.Dict):
            yield from (str(key.value) for key in node.keys if isinstance(key, ast.Constant))


def needed(code: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(FINDINGS[code].template) if name}


@pytest.mark.parametrize("code", FINDINGS)
def test_every_place_that_raises_a_code_gives_the_words_of_its_sentence(code: str) -> None:
    places = raised().get(code, {})
    assert places, "nothing raises it"
    lacking = {place: needed(code) - words for place, words in places.items() if needed(code) - words}
    assert not lacking
