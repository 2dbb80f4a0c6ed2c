"""Tables that this program makes for people to read, so that one dropped into the inbox is not counted again.

The sheets that people fill in for it (人工核对, 签收表, returned copies, blank forms) are none of them: they are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """What it is called, where its contents belong instead, and by what it is known.

    `headings` stand beside each other in it alone; `title_above` is what it says over its table.
    """

    title: str
    instead: str
    headings: tuple[frozenset[str], ...]
    title_above: re.Pattern[str] = re.compile(r"(?!)")


def _rows(*rows: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in rows)


OWN_PAPERS: tuple[OwnPaper, ...] = (
    OwnPaper(
        "《汇总》",
        "要改里面的内容，请改来源那一列写明的原表，或改它的回执，再放进来。",
        _rows(
            "底册户数 已排查户 未上门户",
            "四张网 项目 今日 累计 现有",
            "来源文件 工作表 行",
            "名单文件 工作表 行",
            "应报的表 报送情况 报来的文件",
            "文件 工作表 隐藏 说明行 没采用",
        ),
        re.compile(r".*疫情防控每日汇总|四张网工作汇总|分网格汇总|分小区汇总"),
    ),
    OwnPaper(
        "《工作单》",
        "填在“结果”里的内容，请记到要报的表里再放进来：敲门的结果记《入户摸排表》，体温记《体温监测表》，签字记《签收表》，"
        "解除记《居家隔离台账》。",
        _rows("住址 姓名 电话 说明 结果（填写）"),
        re.compile(r".*今日工作单|没有分到网格的事（社区办理）"),
    ),
    OwnPaper(
        "“数据”文件夹里的文件",
        "要改里面的内容，请改原表，或改它的回执，再放进来。",
        _rows(
            "file sheet row",
            "person_id name id_number phones",
            "case_id person_id category",
            "compound building entrance flat last_visit",
            "tally group group_value period",
            "number kind person_id sha256",
        ),
    ),
)
