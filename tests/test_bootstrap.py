"""The script that sets everything up: a sentence where the machine lacks something, and nothing done twice."""

from __future__ import annotations

import ast
import importlib.util
import io
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, its environment in a folder of the test."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    return module


@pytest.fixture
def installed(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is made and installed, without a network."""
    done: list[str] = []

    def make(folder: str, **_: object) -> None:
        done.append("made")
        python = Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr("venv.create", make)
    monkeypatch.setattr(bootstrap, "call", lambda *_arguments, **_options: done.append("installed") or 0)
    return done


def test_python_3_6_can_read_it() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    assert "annotations" not in imported
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    annotations = [argument.annotation for node in functions for argument in [*node.args.args, *node.args.kwonlyargs]]
    annotations += [node.returns for node in functions]
    assert all(isinstance(annotation, ast.Name | ast.Constant) for annotation in annotations)


def test_a_python_that_is_too_old_is_told_so(bootstrap, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    assert bootstrap.main(["daily"]) == 2
    assert "需要 Python 3.11 或更新的版本，现在是 3.8" in capsys.readouterr().err


def test_an_unknown_command_names_those_there_are(bootstrap, capsys) -> None:
    assert bootstrap.main(["dayly"]) == 2
    said = capsys.readouterr().err
    assert "daily" in said
    assert "bootstrap" not in said


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["-h"], 0), (["--help"], 0)])
def test_help_is_in_both_languages(bootstrap, capsys, arguments, status) -> None:
    assert bootstrap.main(arguments) == status
    said = capsys.readouterr().out
    assert "用法" in said
    assert "usage" in said


def test_a_missing_venv_is_told(bootstrap, monkeypatch, capsys) -> None:
    monkeypatch.setitem(sys.modules, "venv", None)
    assert bootstrap.main(["daily"]) == 2
    assert "python3-venv" in capsys.readouterr().err


@pytest.mark.usefixtures("installed")
def test_an_installation_that_fails_is_told_and_tried_again(bootstrap, monkeypatch, capsys) -> None:
    calls: list[object] = []
    monkeypatch.setattr(bootstrap, "call", lambda *arguments, **_: calls.append(arguments) or 1)
    for attempt in (1, 2):
        assert bootstrap.main(["daily"]) == 2
        assert "检查网络" in capsys.readouterr().err
        assert len(calls) == attempt


def test_everything_is_set_up_once(bootstrap, installed, monkeypatch) -> None:
    bootstrap.prepare(development=False)
    assert installed == ["made", "installed"]
    bootstrap.prepare(development=False)
    assert installed == ["made", "installed"]
    bootstrap.prepare(development=True)
    assert installed == ["made", "installed", "installed"]
    monkeypatch.setattr(sys, "version", "3.99")
    bootstrap.prepare(development=False)
    assert installed[3:] == ["made", "installed"]


def test_ctrl_c_is_one_sentence(bootstrap, monkeypatch, capsys) -> None:
    def stopped(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "make_environment", stopped)
    assert bootstrap.main(["daily"]) == 2
    assert "已停止" in capsys.readouterr().err


def test_a_terminal_without_chinese_is_no_crash(bootstrap) -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    bootstrap.say("需要 Python 3.11", terminal)
    terminal.seek(0)
    assert terminal.read() == "?? Python 3.11\n"


def test_the_exit_status_is_the_script_s_and_a_killed_one_is_a_defect(bootstrap) -> None:
    python = Path(sys.executable)
    assert bootstrap.call(python, "-c", "raise SystemExit(4)") == 4
    assert bootstrap.call(python, "-c", "import os; os.kill(os.getpid(), 9)") == 3


def test_a_script_runs_where_the_caller_is(bootstrap, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert bootstrap.call(Path(sys.executable), "-c", "open('here', 'w')") == 0
    assert (tmp_path / "here").exists()


def test_the_lock_has_hashes_no_address_and_a_development_part(bootstrap) -> None:
    runtime, development = bootstrap.split_lock(bootstrap.LOCK.read_text("utf-8"))
    assert "openpyxl==" in runtime
    assert "pytest==" in development
    assert "pytest==" not in runtime
    assert "://" not in runtime + development
    packages = [line for line in (runtime + development).splitlines() if "==" in line]
    assert (runtime + development).count("--hash=sha256:") >= len(packages)
