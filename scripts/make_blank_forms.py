"""Writes blank, and pre-filled, workbooks for the grid workers into the outbox."""

from __future__ import annotations

import sys

from fournets.command_line import FINISHED, add_day, arguments_of, each_line, ended, now_at
from fournets.inspecting import make_blank_forms
from fournets.run import open_desk
from fournets.watching import reporting_day


def main(arguments: list[str]) -> int:
    """Exit status (see the contract)."""
    parser = arguments_of("生成空白表和预填表，发给网格员", "blank and pre-filled workbooks for the grid workers")
    add_day(parser)
    options = parser.parse_args(arguments)
    desk = open_desk(options.root)
    now = now_at(desk.settings)
    folder = make_blank_forms(desk, options.day or reporting_day(desk.settings, now))
    each_line([f"空白表和预填表在：{folder}"])
    return FINISHED


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
