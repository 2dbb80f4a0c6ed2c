"""Forgets what can be derived and derives it again from the archived originals and what was issued."""

from __future__ import annotations

import sys

from fournets.command_line import DEFECT, FINISHED, arguments_of, ended, now_at
from fournets.run import open_desk, rebuild
from fournets.writing.receipt_table import Progress, print_receipt


def main(arguments: list[str]) -> int:
    """Exit status of the run (see the contract)."""
    parser = arguments_of("从存档的原件重新算一遍", "derive everything again from the archived originals")
    options = parser.parse_args(arguments)
    desk = open_desk(options.root)
    with Progress() as progress:
        receipt = rebuild(desk, now_at(desk.settings), step=progress.step)
    print_receipt(receipt)
    return DEFECT if receipt.defects else FINISHED


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
