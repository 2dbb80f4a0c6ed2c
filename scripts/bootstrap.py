"""Sets everything up and runs it: the only script that needs nothing but Python itself.

自动装好运行环境，再运行：demo 生成示范台并处理一天；test 全部检查；其余是本文件夹里脚本的名字，例如 daily。

    python3 scripts/bootstrap.py demo            a sample desk in sample/, then the main job on it
    python3 scripts/bootstrap.py test [ARGS]     format check, lint, types and tests
    python3 scripts/bootstrap.py daily [ARGS]    any script of this folder by its name
    python3 scripts/bootstrap.py lock            resolve requirements.txt again (needs uv)

The packages live in `.venv/` beside the project and come from `requirements.txt`, exact and with hashes;
those below its development line are installed for `test` only.

An old Python must be able to read this file, so that it can say that it is too old: no future imports, and
annotations in quotes.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TextIO

PROJECT = Path(__file__).resolve().parent.parent
SCRIPTS = PROJECT / "scripts"
ENVIRONMENT = PROJECT / ".venv"
LOCK = PROJECT / "requirements.txt"
DEVELOPMENT_LINE = "# ---- development: only for `bootstrap.py test` ----"
OLDEST_PYTHON = (3, 11)
OPERATOR_MUST_ACT, DEFECT = 2, 3
DEMO_DAY = "2020-02-09"


class CannotSetUp(Exception):
    """The machine lacks something; the text says what and what to do, in Chinese and English."""


def main(arguments: "list[str]") -> int:
    """Run what is asked in the private environment and give its exit status."""
    if not arguments or arguments[0] in ("-h", "--help"):
        say("用法 / usage: python3 scripts/bootstrap.py demo | test | daily …\n")
        say(__doc__)
        return 0 if arguments else OPERATOR_MUST_ACT
    try:
        return run(arguments[0], arguments[1:])
    except CannotSetUp as reason:
        say(reason, sys.stderr)
    except KeyboardInterrupt:
        say("已停止，再运行一次会接着做。 / stopped; run it again to go on", sys.stderr)
    return OPERATOR_MUST_ACT


def say(text: object, stream: "TextIO | None" = None) -> None:
    """Print on any terminal: what its encoding lacks becomes a question mark."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "ascii"
    print(str(text).encode(encoding, "replace").decode(encoding), file=stream, flush=True)


def run(command: str, arguments: "list[str]") -> int:
    """One command; its exit status."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        raise CannotSetUp(
            f"需要 Python 3.11 或更新的版本，现在是 {found}。请安装新版本后再运行。\n"
            f"Python 3.11 or newer is needed; this is {found}."
        )
    if command == "lock":
        return write_lock()
    script = SCRIPTS / (command + ".py")
    if command not in ("demo", "test") and not script.is_file():
        known = "、".join(sorted(path.stem for path in SCRIPTS.glob("*.py") if path.stem != "bootstrap"))
        raise CannotSetUp(f"没有“{command}”这个命令。可以用：demo、test、{known}。\nNo such command: {command}.")
    python = prepare(development=command == "test")
    if command == "demo":
        return demo(python)
    if command == "test":
        return test(python, arguments)
    return call(python, script, *arguments)


def demo(python: Path) -> int:
    """Make the sample desk where there is none yet, and run the main job on it for the article's day."""
    sample = PROJECT / "sample"
    if not sample.exists():
        say("正在生成示范台 sample/ …… / making the sample desk")
        status = call(python, SCRIPTS / "make_sample_desk.py", sample)
        if status:
            return status
    return call(python, SCRIPTS / "daily.py", "--root", sample, "--day", DEMO_DAY)


def test(python: Path, arguments: "list[str]") -> int:
    """Format check, lint, types and tests; the first that fails ends it."""
    checks = [("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",)]
    for module, *rest in checks:
        status = call(python, "-m", module, *rest, folder=PROJECT)
        if status:
            return status
    return call(python, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments, folder=PROJECT)


def call(python: Path, *arguments: object, folder: "Path | None" = None) -> int:
    """Run the private Python, where the caller is or in `folder`; its exit status. One that was killed is a defect."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}
    command = [str(python), *map(str, arguments)]
    status = subprocess.run(command, cwd=folder, env=environment, check=False).returncode
    return DEFECT if status < 0 else status


def prepare(development: bool) -> Path:
    """The private environment's Python, with the lock's packages installed."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    runtime, extra = split_lock(LOCK.read_text("utf-8"))
    wanted = {"runtime": runtime, **({"development": runtime + extra} if development else {})}
    for part, text in wanted.items():
        stamp = ENVIRONMENT / f"installed-{part}"
        fingerprint = hashlib.sha256((text + sys.version).encode()).hexdigest()
        if python.exists() and stamp.is_file() and stamp.read_text("utf-8") == fingerprint:
            continue
        make_environment(python)
        install(python, text)
        stamp.write_text(fingerprint, "utf-8")
    return python


def split_lock(text: str) -> "tuple[str, str]":
    """The runtime part and the development part of the lock."""
    runtime, _, development = text.partition(DEVELOPMENT_LINE)
    return runtime, development


def make_environment(python: Path) -> None:
    """An environment of our own, beside the project; nothing is installed into the system's Python.

    It is made anew when it was left half-made or belongs to another Python.
    """
    made = ENVIRONMENT / "made"
    if python.exists() and made.is_file() and made.read_text("utf-8") == sys.version:
        return
    say("第一次运行，正在准备运行环境（只需一次）…… / preparing the environment, once")
    try:
        import venv

        venv.create(str(ENVIRONMENT), with_pip=True, clear=True)
        made.write_text(sys.version, "utf-8")
    except (OSError, subprocess.CalledProcessError, ImportError) as cause:
        raise CannotSetUp(
            "建不成运行环境：Python 缺少 venv 组件，或者本文件夹不能写入、磁盘满了。\n"
            "请安装 python3-venv（Windows 请重装 Python 并勾选 pip），或换一个能写入的文件夹，然后再运行。\n"
            f"No environment ({type(cause).__name__}): is python3-venv installed, is the folder writable?"
        ) from cause


def install(python: Path, requirements: str) -> None:
    """Install exactly what the lock says."""
    say("正在安装所需的组件，请稍候…… / installing packages")
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text(requirements, "utf-8")
        flags = ("--quiet", "--require-hashes", "--disable-pip-version-check", "--no-input")
        if call(python, "-m", "pip", "install", *flags, "-r", listed):
            raise CannotSetUp(
                "组件没有装上，请检查网络和磁盘空间后再运行一次；已装好的部分不会重装。\n"
                "The packages could not be installed: check the network and the disk, and run again."
            )


def write_lock() -> int:
    """Resolve the dependencies of `pyproject.toml` anew, for every system and Python that we support."""
    runtime = resolved()
    development = [block for block in resolved("--extra", "development") if block not in runtime]
    LOCK.write_text("".join(runtime) + "\n" + DEVELOPMENT_LINE + "\n" + "".join(development), "utf-8")
    return 0


def resolved(*options: str) -> "list[str]":
    """One block of text a package: name, version, hashes."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--quiet"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", *options]
    try:
        text = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as cause:
        raise CannotSetUp("重新生成锁定文件需要 uv，并且能联网。\nResolving needs uv and the network.") from cause
    blocks = []
    for line in text.splitlines(keepends=True):
        if line.startswith((" ", "\t")):
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
