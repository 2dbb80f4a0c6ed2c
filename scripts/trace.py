"""The records behind one number: file, sheet, row."""

from __future__ import annotations

import sys

from fournets.command_line import FINISHED, THE_LATEST, add_day, arguments_of, each_line, ended
from fournets.inspecting import trace
from fournets.run import open_desk


def main(arguments: list[str]) -> int:
    """Exit status (see the contract)."""
    parser = arguments_of("查一个数字是由哪些行算出来的", "the rows behind one number")
    add_day(parser, THE_LATEST)
    parser.add_argument(
        "tally", metavar="TALLY", help="汇总项的名字或中文，例如 returnees 或 返回人员 / the tally's name or title"
    )
    parser.add_argument(
        "group", metavar="GROUP", nargs="?", default="", help="例如 grid=12、网格=12 或 惠泽小区 / group=value"
    )
    options = parser.parse_args(arguments)
    desk = open_desk(options.root)
    each_line(trace(desk, options.tally, options.group, options.day))
    return FINISHED


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
