"""The house's two rules: imports run downwards only, and no module is called like a library."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
PACKAGE = SCRIPTS / "fournets"

ROOMS_BELOW = {
    "model": set(),
    "values": {"model", "values"},
    "catalogue": {"model", "values", "catalogue"},
    "reading": {"model", "values", "catalogue", "reading"},
    "reconciling": {"model", "values", "catalogue", "reconciling"},
    "writing": {"model", "values", "catalogue", "writing"},
    "desk": {"model", "values", "catalogue", "desk"},
    "intake": {"model", "values", "catalogue", "reading", "desk", "intake"},
    "outputs": {"model", "values", "catalogue", "reading", "writing", "desk", "outputs"},
    "standing": {"model", "values", "catalogue", "desk", "standing"},
    "office_suite": {"office_suite"},
    "print_pdfs": {"office_suite", "print_pdfs"},
    "run": {
        *("model", "values", "catalogue", "reconciling", "writing", "desk"),
        *("intake", "outputs", "print_pdfs", "standing", "run"),
    },
    "inspecting": {
        *("model", "values", "catalogue", "reading", "reconciling", "writing", "desk"),
        *("intake", "outputs", "office_suite", "run", "inspecting"),
    },
    "watching": {"model", "values", "catalogue"},
    "command_line": {"model", "values", "catalogue", "desk", "writing", "command_line"},
}
PACKAGES_BELOW = {
    "reading": ("formats", "processes", "headings", "layout", "recognising", "extracting"),
    "writing": ("word", "workbooks", "summary", "superior", "returned", "papers"),
}
"""The packages within a room: each may import those before it, none after."""
MAY_USE_PANDAS = {"reconciling", "writing", "run", "command_line"}
FIXED_BY_CONTRACT = {"trace"}
"""`scripts/trace.py` is what staff type; nothing here or below us imports the standard library's `trace`."""
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = Path(__file__).resolve().parent
BY_HAND = sorted(path for path in TESTS.rglob("*.py") if path.parent.name == "benchmarks" or "measure" in path.name)


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def packages_above(module: Path) -> set[str]:
    """The packages of its room that a module in one of them may not import."""
    order = PACKAGES_BELOW.get(room(module), ())
    package = module.relative_to(PACKAGE).parent.name
    return set(order[order.index(package) + 1 :]) if package in order else set()


def imported(module: Path) -> Iterator[str]:
    """Every module that this one imports at run time (imports for type checking alone do not count)."""
    tree = ast.parse(module.read_text("utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(module: Path) -> None:
    here = room(module)
    if here == "__init__":
        return
    names = [name.split(".") for name in imported(module)]
    rooms = {parts[1] for parts in names if parts[0] == "fournets" and len(parts) > 1}
    assert rooms <= ROOMS_BELOW[here]
    beside = {parts[2] for parts in names if parts[:2] == ["fournets", here] and len(parts) > 2}
    assert not beside & packages_above(module)
    if here not in MAY_USE_PANDAS:
        assert not {"pandas", "numpy"} & {parts[0] for parts in names}


def test_no_module_is_called_like_a_library() -> None:
    taken = set(sys.stdlib_module_names) | set(packages_distributions())
    ours = {path.stem for path in SCRIPTS.glob("*.py")} | {
        path.name for path in SCRIPTS.iterdir() if path.is_dir() and path.name.isidentifier()
    }
    assert ours & taken <= FIXED_BY_CONTRACT


def folders(place: Path) -> set[str]:
    return {path.parent.name for path in place.glob("*/__init__.py")}


def test_rooms_of_the_drawing_are_all_there() -> None:
    assert folders(PACKAGE) <= set(ROOMS_BELOW)
    assert {name: folders(PACKAGE / name) for name in PACKAGES_BELOW} == {
        name: set(packages) for name, packages in PACKAGES_BELOW.items()
    }


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.stem)
def test_what_is_run_by_hand_still_finds_what_it_measures(path: Path) -> None:
    importlib.import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))
