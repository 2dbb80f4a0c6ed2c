"""Writes the sample desk: an invented community's spreadsheets and the truth about them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sample_desk import build
from sample_desk.building import SEED

OPERATOR_MUST_ACT = 2


def main() -> int:
    """Parse the arguments and build."""
    parser = argparse.ArgumentParser(
        description="生成示范台：一个虚构社区从 1 月 20 日到 2 月 9 日的全部表格，以及标准答案 / "
        "write the sample desk: an invented community's spreadsheets, and the truth about them"
    )
    parser.add_argument("directory", type=Path, metavar="DIR", help="放到哪个文件夹 / the folder to write")
    parser.add_argument(
        "--seed", type=int, default=SEED, metavar="N", help="随机种子，同种子同结果 / the same seed, the same desk"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="X", help="规模，1 为约九千户 / 1 is about 9,000 households"
    )
    arguments = parser.parse_args()
    if (arguments.directory / "inbox").exists() and any((arguments.directory / "inbox").iterdir()):
        print("这个文件夹里已经有 inbox，请换一个空文件夹。 / DIR already has an inbox.", file=sys.stderr)
        return OPERATOR_MUST_ACT
    count = build(arguments.directory, arguments.seed, arguments.scale)
    print(f"示范台已生成：{count} 个表 / sample desk ready: {count} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
