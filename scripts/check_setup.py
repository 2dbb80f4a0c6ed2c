"""Checks configuration, templates and folders before anything runs."""

from __future__ import annotations

import sys

from fournets.command_line import FINISHED, OPERATOR_MUST_ACT, arguments_of, each_line, ended
from fournets.inspecting import check_setup, unlisted_headings
from fournets.run import open_desk


def main(arguments: list[str]) -> int:
    """Exit status 0 when all is in order, 2 when something must be put right."""
    parser = arguments_of("检查设置、模板和文件夹", "check configuration, templates and folders")
    options = parser.parse_args(arguments)
    desk = open_desk(options.root)
    checked = check_setup(desk)
    each_line([*checked.faults, *checked.remarks])
    if checked.faults:
        return OPERATOR_MUST_ACT
    each_line(["检查完毕：设置、模板和文件夹都没有问题，可以开始用了。", *unlisted_headings(desk)])
    return FINISHED


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
