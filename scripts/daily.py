"""The main job, once: take in the inbox, reconcile, write what the desk needs for one reporting day."""

from __future__ import annotations

import sys
from pathlib import Path

from fournets.command_line import DEFECT, FINISHED, add_day, arguments_of, each_line, ended, now_at
from fournets.inspecting import explain
from fournets.run import open_desk, run_day
from fournets.watching import reporting_day
from fournets.writing.receipt_table import Progress, print_receipt


def main(arguments: list[str]) -> int:
    """Exit status of the run (see the contract): 0, 2, 3 or 4."""
    parser = arguments_of("主任务：收表、核对、出文书和汇总", "the main job, once")
    add_day(parser)
    parser.add_argument("--dry-run", action="store_true", help="只看不写 / change nothing, only say what would happen")
    parser.add_argument("--explain", type=Path, metavar="FILE", help="说明一个表是怎样看懂的 / how FILE is understood")
    options = parser.parse_args(arguments)

    desk = open_desk(options.root)
    now = now_at(desk.settings)
    day = options.day or reporting_day(desk.settings, now)
    if options.explain:
        each_line(explain(desk, options.explain, day))
        return FINISHED
    with Progress() as progress:
        receipt = run_day(desk, day, now, dry_run=options.dry_run, step=progress.step)
    print_receipt(receipt)
    return DEFECT if receipt.defects else FINISHED


if __name__ == "__main__":
    sys.exit(ended(lambda: main(sys.argv[1:])))
